package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/assets"
)

const (
	toastTime       = 6 * time.Second
	toastActionTime = 12 * time.Second // with something to press
	toastWidth      = 40               // widest line, in text sizes
	toastHistory    = 50
)

// Toast is a sentence that does not interrupt.
type Toast struct {
	// Text is the sentence.
	Text string
	// Action is the word of what can be done about it, such as "Undo"; it may be empty.
	Action string
	// OnAction does it.
	OnAction func()
	// Stay keeps the sentence until it is put away, as for what went wrong.
	Stay bool
}

// ToastHost shows one sentence at a time at the bottom of a window. It goes away by
// itself, though not while the pointer or the focus is on it, and can be brought
// back.
type ToastHost struct {
	do      func(func())
	after   func(d time.Duration, f func()) (stop func() bool)
	layer   *fyne.Container
	box     *toastBox
	history []Toast
	turn    int
	stop    func() bool
	shown   bool
}

// NewToastHost returns a host that shows nothing yet. Its timers come back through
// do.
func NewToastHost(do func(func())) *ToastHost {
	h := &ToastHost{do: do, after: func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }}
	h.box = newToastBox(h)
	h.box.Hide()
	h.layer = container.New(topCentre{}, h.box)
	return h
}

// Over lays the sentences over a window's content.
func (h *ToastHost) Over(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(content, h.layer)
}

// Show shows a sentence in place of the present one.
func (h *ToastHost) Show(t Toast) {
	h.history = append(h.history, t)
	if len(h.history) > toastHistory {
		h.history = h.history[1:]
	}
	h.present(t)
}

// ShowLast brings the last sentence back, and reports whether there was one.
func (h *ToastHost) ShowLast() bool {
	if len(h.history) == 0 {
		return false
	}
	h.present(h.history[len(h.history)-1])
	return true
}

// History returns the latest sentences, the newest last.
func (h *ToastHost) History() []Toast { return append([]Toast(nil), h.history...) }

// Text returns the sentence on show, or nothing.
func (h *ToastHost) Text() string {
	if !h.shown {
		return ""
	}
	return h.box.toast.Text
}

// Focus gives the focus to the action of the sentence on show, or else to the key
// that puts it away.
func (h *ToastHost) Focus() {
	c := fyne.CurrentApp().Driver().CanvasForObject(h.box)
	if !h.shown || c == nil {
		return
	}
	if h.box.toast.Action != "" {
		c.Focus(h.box.action)
		return
	}
	c.Focus(h.box.away)
}

// Dismiss puts the sentence away.
func (h *ToastHost) Dismiss() {
	h.cancel()
	if !h.shown {
		return
	}
	h.shown = false
	if c := fyne.CurrentApp().Driver().CanvasForObject(h.box); c != nil && h.box.hasFocus() {
		c.Unfocus()
	}
	h.box.Hide()
	h.layer.Refresh()
}

func (h *ToastHost) present(t Toast) {
	h.cancel()
	h.shown = true
	h.box.set(t)
	h.box.Show()
	h.layer.Refresh()
	h.wait()
}

// wait starts the time after which the sentence goes. A late timer is told by its
// turn.
func (h *ToastHost) wait() {
	h.cancel()
	if !h.shown || h.box.toast.Stay || h.box.hovered || h.box.hasFocus() {
		return
	}
	d := toastTime
	if h.box.toast.Action != "" {
		d = toastActionTime
	}
	turn := h.turn
	h.stop = h.after(d, func() {
		h.do(func() {
			if turn == h.turn {
				h.Dismiss()
			}
		})
	})
}

func (h *ToastHost) cancel() {
	h.turn++
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

// topCentre puts one object at the top, in the middle: there it hides neither levers nor
// graphs.
type topCentre struct{}

func (topCentre) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (topCentre) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		if box, ok := o.(*toastBox); ok {
			box.room = size.Width
		}
		min := o.MinSize()
		o.Resize(min)
		o.Move(fyne.NewPos((size.Width-min.Width)/2, 4))
	}
}

// toastBox is the sentence with what can be pressed.
type toastBox struct {
	widget.BaseWidget

	host    *ToastHost
	toast   Toast
	hovered bool
	room    float32
	block   *textBlock
	action  *tipButton
	away    *tipButton
}

func newToastBox(h *ToastHost) *toastBox {
	b := &toastBox{host: h, block: newTextBlock(), room: 800}
	b.action = newTipButton(func() {
		act := b.toast.OnAction
		h.Dismiss()
		if act != nil {
			act()
		}
	}, h.wait)
	b.away = newTipButton(h.Dismiss, h.wait)
	b.ExtendBaseWidget(b)
	return b
}

func (b *toastBox) set(t Toast) {
	b.toast = t
	b.action.word = t.Action
	b.away.name = assets.T("widgets.toast.away")
	b.Refresh()
}

func (b *toastBox) hasFocus() bool { return b.action.focused || b.away.focused }

// MouseIn keeps the sentence.
func (b *toastBox) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved is not used.
func (b *toastBox) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the sentence go.
func (b *toastBox) MouseOut() { b.hover(false) }

func (b *toastBox) hover(hovered bool) {
	b.hovered = hovered
	b.host.wait()
}

// AccessibilityLabel returns the sentence.
func (b *toastBox) AccessibilityLabel() string { return b.toast.Text }

// AccessibilityRole is text.
func (b *toastBox) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (b *toastBox) CreateRenderer() fyne.WidgetRenderer {
	r := &toastRenderer{b}
	r.Layout(b.Size())
	return r
}

type toastRenderer struct{ box *toastBox }

func (r *toastRenderer) Destroy() {}

func (r *toastRenderer) Objects() []fyne.CanvasObject {
	return append(r.box.block.objects(), r.box.action, r.box.away)
}

func (r *toastRenderer) Refresh() {
	r.Layout(r.box.Size())
	repaint(r.box, r.Objects())
}

// fill sets the lines and returns the room they take.
func (r *toastRenderer) fill(tone tones) fyne.Size {
	b := r.box
	room := fyne.Min(toastWidth*tone.text(), b.room*0.6)
	b.block.ground(tone.color(ColorNameTip), nil, 0, tone.size(theme.SizeNameInputRadius)+2, 2*tone.pad())
	b.block.set(wrapToWidth(b.toast.Text, room, tone.text(), fyne.TextStyle{}), tone.text(), tone.color(ColorNameOnTip), false)
	return b.block.size()
}

func (r *toastRenderer) keys() []*tipButton {
	keys := []*tipButton{r.box.away}
	if r.box.toast.Action != "" {
		keys = append(keys, r.box.action)
	}
	return keys
}

func (r *toastRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.box)
	size := r.fill(tone)
	for _, key := range r.keys() {
		min := key.MinSize()
		size.Width += min.Width + tone.pad()
		size.Height = fyne.Max(size.Height, min.Height+2*tone.pad())
	}
	return size
}

func (r *toastRenderer) Layout(size fyne.Size) {
	b := r.box
	tone := tonesOf(b)
	text := r.fill(tone)
	b.block.place(fyne.NewPos(0, (size.Height-text.Height)/2), text, fyne.TextAlignLeading)
	b.block.box.Move(fyne.NewPos(0, 0))
	b.block.box.Resize(size)
	b.block.show(true)
	b.action.Hidden = b.toast.Action == ""
	x := size.Width
	for _, key := range r.keys() {
		min := key.MinSize()
		x -= min.Width + tone.pad()
		key.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
		key.Resize(min)
	}
}

// tipButton is a word or a cross to press on the ground of a toast.
type tipButton struct {
	widget.BaseWidget
	press

	word, name string
	focusMoved func()
}

func newTipButton(pressed, focusMoved func()) *tipButton {
	b := &tipButton{focusMoved: focusMoved}
	b.press = press{owner: b, onPress: pressed, changed: b.Refresh}
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained keeps the sentence.
func (b *tipButton) FocusGained() {
	b.press.FocusGained()
	b.focusMoved()
}

// FocusLost lets the sentence go.
func (b *tipButton) FocusLost() {
	b.press.FocusLost()
	b.focusMoved()
}

// AccessibilityLabel returns the word, or what the cross stands for.
func (b *tipButton) AccessibilityLabel() string {
	if b.word != "" {
		return b.word
	}
	return b.name
}

// AccessibilityRole is button.
func (b *tipButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (b *tipButton) CreateRenderer() fyne.WidgetRenderer {
	r := &tipButtonRenderer{button: b, ground: newPressGround(), text: canvas.NewText("", nil), cross: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)}}
	r.Layout(b.Size())
	return r
}

type tipButtonRenderer struct {
	button *tipButton
	ground pressGround
	text   *canvas.Text
	cross  [2]*canvas.Line
}

func (r *tipButtonRenderer) Destroy() {}

func (r *tipButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground.fill, r.text, r.cross[0], r.cross[1], r.ground.ring}
}

func (r *tipButtonRenderer) Refresh() {
	r.Layout(r.button.Size())
	repaint(r.button, r.Objects())
}

func (r *tipButtonRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.button)
	bold := fyne.TextStyle{Bold: true}
	size := fyne.MeasureText("M", tone.text(), bold)
	if r.button.word != "" {
		size = fyne.MeasureText(r.button.word, tone.text(), bold)
	} else {
		size.Width = size.Height
	}
	return size.AddWidthHeight(2*tone.pad(), tone.pad())
}

// Layout writes the word, or draws a cross: Fyne's icons come in the colours of the
// window's ground, which is not the ground of a toast.
func (r *tipButtonRenderer) Layout(size fyne.Size) {
	b := r.button
	tone := tonesOf(b)
	ink := tone.color(ColorNameTipAction)
	r.ground.update(&b.press, tone, size, faded(ink, 0.2), ink)
	bold := fyne.TextStyle{Bold: true}
	setLine(r.text, b.word, tone.text(), bold, ink)
	min := r.text.MinSize()
	r.text.Move(fyne.NewPos((size.Width-min.Width)/2, (size.Height-min.Height)/2))
	r.text.Resize(min)
	arm := tone.text() * 0.28
	for i, line := range r.cross {
		line.Hidden = b.word != ""
		line.StrokeColor, line.StrokeWidth = tone.color(ColorNameOnTip), 1.5
		turn := float32(1 - 2*i)
		line.Position1 = fyne.NewPos(size.Width/2-arm, size.Height/2-turn*arm)
		line.Position2 = fyne.NewPos(size.Width/2+arm, size.Height/2+turn*arm)
	}
}
