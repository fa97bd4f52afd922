package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sliderEntry is the number of a ParamSlider, in a box that is typed into.
type sliderEntry struct {
	widget.Entry

	slider   *ParamSlider
	shown    string // what the program wrote last; anything else was typed
	byMouse  bool
	override *container.ThemeOverride
}

func newSliderEntry(s *ParamSlider) *sliderEntry {
	e := &sliderEntry{slider: s}
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = container.ScrollNone
	e.OnSubmitted = func(string) { e.commit() }
	e.ExtendBaseWidget(e)
	if s.off {
		e.Disable()
	}
	e.sync()
	e.override = container.NewThemeOverride(e, compactTheme{s})
	return e
}

// sync writes the slider's value unless the user is at work on the number.
func (e *sliderEntry) sync() {
	text := e.slider.spec.Format(e.slider.value)
	if e.slider.problem != "" || e.shown == text {
		return
	}
	e.shown = text
	if e.Text != text {
		e.SetText(text)
	}
}

// commit takes over what was typed. What was only looked at is left alone, since it
// is written with fewer figures than the value has.
func (e *sliderEntry) commit() bool {
	if e.Text == e.shown {
		return e.slider.problem == ""
	}
	return e.slider.typed(e.Text)
}

// MouseDown remembers that the pointer chose the place of the cursor.
func (e *sliderEntry) MouseDown(m *desktop.MouseEvent) {
	e.byMouse = true
	e.Entry.MouseDown(m)
	e.byMouse = false
}

// FocusGained selects the number, ready to be typed over.
func (e *sliderEntry) FocusGained() {
	e.Entry.FocusGained()
	e.slider.focusGained()
	if !e.byMouse {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// FocusLost takes over what was typed.
func (e *sliderEntry) FocusLost() {
	e.Entry.FocusLost()
	e.commit()
}

// TypedKey adds to the keys of an entry: Escape takes back what was typed, and the
// arrows up and down move by one place of the table.
func (e *sliderEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		if !e.Typing() {
			PassOn(e, key)
		}
		e.slider.clearProblem()
		e.slider.Refresh()
	case fyne.KeyUp:
		e.stepBy(1)
	case fyne.KeyDown:
		e.stepBy(-1)
	case fyne.KeyF1, fyne.KeyF11:
		PassOn(e, key)
	default:
		e.Entry.TypedKey(key)
	}
}

// Typing reports whether something was typed that is not taken over yet.
func (e *sliderEntry) Typing() bool { return e.Text != e.shown }

func (e *sliderEntry) stepBy(steps int) {
	s := e.slider
	if !e.commit() {
		return
	}
	s.move(s.stops.step(s.value, steps))
	s.settle()
}

// AccessibilityLabel is the slider's, which has value and unit.
func (e *sliderEntry) AccessibilityLabel() string { return e.slider.AccessibilityLabel() }

// AccessibilityRole is text.
func (e *sliderEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// compactTheme is the application's theme with narrower entries, so that number and
// label share a line. A slider that is off has no box around its number.
type compactTheme struct{ slider *ParamSlider }

func (compactTheme) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color lends the border and the switched-off number more contrast than Fyne's own
// theme gives them.
func (t compactTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameInputBorder:
		return faded(tonesFor(t.base(), v).color(ColorNameOutline), 0.6)
	case theme.ColorNameDisabled:
		return tonesFor(t.base(), v).color(ColorNameMutedText)
	case theme.ColorNameInputBackground:
		if t.slider.off {
			return color.Transparent
		}
	}
	return t.base().Color(n, v)
}
func (t compactTheme) Font(s fyne.TextStyle) fyne.Resource     { return t.base().Font(s) }
func (t compactTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.base().Icon(n) }
func (t compactTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameInnerPadding:
		return 3
	case theme.SizeNameInputBorder:
		if t.slider.off {
			return 0
		}
		return 1
	}
	return t.base().Size(n)
}

// sliderLabel is the name of a ParamSlider. It shows the help, and leads to the
// details where there are any.
type sliderLabel struct {
	widget.BaseWidget

	slider  *ParamSlider
	tip     tip
	text    *canvas.Text
	dot     *canvas.Circle
	hovered bool
}

func newSliderLabel(s *ParamSlider) *sliderLabel {
	l := &sliderLabel{slider: s, text: canvas.NewText("", nil), dot: canvas.NewCircle(nil)}
	l.tip = tip{layer: s.spec.Tips, owner: s, text: func() string { return tipText(s.spec.Label, s.spec.Help) }}
	l.ExtendBaseWidget(l)
	return l
}

// tipText puts a name above its help; the name may be cut short where it stands.
func tipText(name, help string) string {
	if help == "" {
		return name
	}
	return name + "\n" + help
}

func (l *sliderLabel) Tapped(*fyne.PointEvent) {
	if l.slider.OnDetails != nil {
		l.slider.OnDetails()
	}
}

func (l *sliderLabel) Cursor() desktop.Cursor {
	if l.slider.OnDetails != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (l *sliderLabel) MouseIn(*desktop.MouseEvent) {
	l.hovered = true
	l.tip.enter()
	l.Refresh()
}

func (l *sliderLabel) MouseMoved(*desktop.MouseEvent) {}

func (l *sliderLabel) MouseOut() {
	l.hovered = false
	l.tip.leave()
	l.Refresh()
}

func (l *sliderLabel) CreateRenderer() fyne.WidgetRenderer { return &sliderLabelRenderer{l} }

type sliderLabelRenderer struct{ label *sliderLabel }

func (r *sliderLabelRenderer) Destroy() {}
func (r *sliderLabelRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.label.slider)
	return fyne.NewSize(4*tone.text(), fyne.MeasureText("M", tone.text(), fyne.TextStyle{}).Height)
}

func (r *sliderLabelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.label.dot, r.label.text}
}

// Layout puts a dot before the name of a parameter that was changed.
func (r *sliderLabelRenderer) Layout(size fyne.Size) {
	l := r.label
	tone := tonesOf(l.slider)
	style := fyne.TextStyle{Bold: l.slider.marked(), Underline: l.hovered && l.slider.OnDetails != nil}
	ink := tone.color(ColorNameText)
	if l.slider.off {
		ink = tone.color(ColorNameMutedText)
	}
	x := float32(0)
	l.dot.Hidden = !l.slider.marked()
	if l.slider.marked() {
		diameter := tone.text() * 0.45
		l.dot.FillColor = tone.color(ColorNameAccent)
		l.dot.Resize(fyne.NewSquareSize(diameter))
		l.dot.Move(fyne.NewPos(0, (size.Height-diameter)/2))
		x = diameter + tone.pad()
	}
	setLine(l.text, cutToWidth(l.slider.spec.Label, size.Width-x, tone.text(), style), tone.text(), style, ink)
	l.text.Move(fyne.NewPos(x, 0))
	l.text.Resize(fyne.NewSize(size.Width-x, size.Height))
}

func (r *sliderLabelRenderer) Refresh() {
	r.Layout(r.label.Size())
	r.label.dot.Refresh()
	canvas.Refresh(r.label)
}

// sliderReset is the key that leads back to the base value. It cannot have the
// focus: from the keyboard, Delete on the handle does the same.
type sliderReset struct {
	widget.BaseWidget

	slider  *ParamSlider
	tip     tip
	icon    *canvas.Image
	ground  *canvas.Rectangle
	hovered bool
}

func newSliderReset(s *ParamSlider) *sliderReset {
	k := &sliderReset{slider: s, icon: &canvas.Image{}, ground: canvas.NewRectangle(color.Transparent)}
	k.tip = tip{layer: s.spec.Tips, owner: k, text: k.AccessibilityLabel}
	k.ExtendBaseWidget(k)
	return k
}

func (k *sliderReset) Tapped(*fyne.PointEvent) {
	k.tip.leave()
	k.slider.Reset()
}
func (k *sliderReset) Cursor() desktop.Cursor { return desktop.PointerCursor }
func (k *sliderReset) MouseIn(*desktop.MouseEvent) {
	k.hovered = true
	k.tip.enter()
	k.Refresh()
}
func (k *sliderReset) MouseMoved(*desktop.MouseEvent) {}
func (k *sliderReset) MouseOut() {
	k.hovered = false
	k.tip.leave()
	k.Refresh()
}

func (k *sliderReset) AccessibilityLabel() string {
	return k.slider.spec.Words.Reset(k.slider.written(k.slider.spec.Base))
}
func (k *sliderReset) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (k *sliderReset) CreateRenderer() fyne.WidgetRenderer { return &sliderResetRenderer{k} }

type sliderResetRenderer struct{ key *sliderReset }

func (r *sliderResetRenderer) Destroy()           {}
func (r *sliderResetRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(20) }
func (r *sliderResetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.key.ground, r.key.icon}
}

func (r *sliderResetRenderer) Layout(size fyne.Size) {
	tone := tonesOf(r.key.slider)
	r.key.ground.FillColor = color.Transparent
	if r.key.hovered {
		r.key.ground.FillColor = tone.color(ColorNameTrack)
	}
	r.key.ground.CornerRadius = tone.size(theme.SizeNameInputRadius)
	r.key.ground.Resize(size)
	icon := fyne.Min(size.Width, size.Height) * 0.72
	r.key.icon.Resource = theme.NewThemedResource(theme.ContentUndoIcon())
	r.key.icon.Resize(fyne.NewSquareSize(icon))
	r.key.icon.Move(fyne.NewPos((size.Width-icon)/2, (size.Height-icon)/2))
}

func (r *sliderResetRenderer) Refresh() {
	r.Layout(r.key.Size())
	r.key.ground.Refresh()
	r.key.icon.Refresh()
	canvas.Refresh(r.key)
}
