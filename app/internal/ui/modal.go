package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/widgets"
)

// modal is a box over the window that has to be answered. Escape gives the answer
// that changes nothing.
type modal struct {
	u       *UI
	title   string
	body    fyne.CanvasObject
	size    fyne.Size // least size of the body
	around  fyne.Size // room that the window keeps around the body
	buttons []fyne.CanvasObject
	first   fyne.Focusable // what has the focus at the start
	escape  func()
	onClose func()
	popup   *widget.PopUp
	before  fyne.Focusable
}

func (u *UI) newModal(title string, body fyne.CanvasObject, size fyne.Size) *modal {
	return &modal{u: u, title: title, body: body, size: size, around: fyne.NewSize(80, 200)}
}

// add puts a button at the end of the row. The strong one is the one that is meant.
func (m *modal) add(word string, strong bool, pressed func()) *modal {
	b := widgets.NewIconButton(nil, word, nil, func() {
		m.close()
		if pressed != nil {
			pressed()
		}
	})
	b.SetWord(word)
	b.SetStrong(strong)
	m.buttons = append(m.buttons, b)
	if strong && m.first == nil {
		m.first = b
	}
	return m
}

// stay adds a button that leaves the box open.
func (m *modal) stay(word string, pressed func()) *modal {
	b := widgets.NewIconButton(nil, word, nil, pressed)
	b.SetWord(word)
	m.buttons = append(m.buttons, b)
	return m
}

// cancel adds the button that changes nothing, which Escape presses as well.
func (m *modal) cancel(word string) *modal {
	m.escape = m.close
	b := widgets.NewIconButton(nil, word, nil, m.close)
	b.SetWord(word)
	m.buttons = append(m.buttons, b)
	if m.first == nil {
		m.first = b
	}
	return m
}

// orElse has Escape give one of the answers.
func (m *modal) orElse(answer func()) *modal {
	m.escape = func() {
		m.close()
		answer()
	}
	return m
}

// typedKey gets the keys that nothing in the box wants. A click beside it takes the
// focus away; Return brings it back.
func (m *modal) typedKey(e *fyne.KeyEvent) {
	c := m.u.window.Canvas()
	switch e.Name {
	case fyne.KeyEscape:
		if m.escape != nil {
			m.escape()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.Focused() == nil && m.first != nil {
			c.Focus(m.first)
		}
	case fyne.KeyUp:
		m.scrollBy(-3 * textNow())
	case fyne.KeyDown:
		m.scrollBy(3 * textNow())
	case fyne.KeyPageUp:
		m.scrollBy(-m.body.Size().Height * 0.9)
	case fyne.KeyPageDown:
		m.scrollBy(m.body.Size().Height * 0.9)
	case fyne.KeyHome:
		m.scrollBy(-1e6)
	case fyne.KeyEnd:
		m.scrollBy(1e6)
	}
}

// scrollBy moves a body that is longer than its box.
func (m *modal) scrollBy(distance float32) {
	scroll, ok := m.body.(*container.Scroll)
	if !ok {
		return
	}
	most := fyne.Max(0, scroll.Content.Size().Height-scroll.Size().Height)
	y := fyne.Max(0, fyne.Min(scroll.Offset.Y+distance, most))
	scroll.ScrollToOffset(fyne.NewPos(scroll.Offset.X, y))
}

// show opens the box, over whatever else is open.
func (m *modal) show() {
	c := m.u.window.Canvas()
	m.before = c.Focused()
	title := label(m.title, theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true}, false)
	room := c.Size()
	size := fyne.NewSize(fyne.Min(m.size.Width, room.Width-m.around.Width), fyne.Min(m.size.Height, room.Height-m.around.Height))
	body := container.New(atLeast{size}, m.body)
	row := container.New(trailing{8}, m.buttons...)
	content := container.NewBorder(title, inset(10, 0, 0, 0, row), nil, nil, body)
	m.popup = widget.NewModalPopUp(inset(12, 16, 16, 16, content), c)
	m.u.modals = append(m.u.modals, m)
	m.popup.Show()
	if m.first != nil {
		c.Focus(m.first)
	}
}

// close puts the box away and the focus back.
func (m *modal) close() {
	if m.popup == nil {
		return
	}
	m.popup.Hide()
	m.popup = nil
	for i, open := range m.u.modals {
		if open == m {
			m.u.modals = append(m.u.modals[:i], m.u.modals[i+1:]...)
			break
		}
	}
	if m.onClose != nil {
		m.onClose()
	}
	if m.before != nil && len(m.u.modals) == 0 {
		m.u.window.Canvas().Focus(m.before)
	}
}

// say shows a sentence that has only to be read, with more of it below.
func (u *UI) say(title, text string) {
	body := label(text, theme.SizeNameText, fyne.TextStyle{}, false)
	u.newModal(title, body, fyne.NewSize(30*textNow(), 0)).cancel(u.word("ui.close")).show()
}

// ask shows a question.
func (u *UI) ask(title, text string) *modal {
	body := label(text, theme.SizeNameText, fyne.TextStyle{}, false)
	return u.newModal(title, body, fyne.NewSize(32*textNow(), 0))
}

// atLeast gives content a least size, and its own where that is larger.
type atLeast struct{ size fyne.Size }

func (l atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := l.size
	for _, o := range objects {
		if o.Size().Width < size.Width { // before the first layout: what wraps knows its height then
			o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		}
		size = size.Max(o.MinSize())
	}
	return size
}

func (l atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// trailing lays objects out at the right end, each as wide as it needs.
type trailing struct{ gap float32 }

func (l trailing) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		min := o.MinSize()
		size = fyne.NewSize(size.Width+min.Width, fyne.Max(size.Height, min.Height))
		if i > 0 {
			size.Width += l.gap
		}
	}
	return size
}

func (l trailing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := size.Width
	for i := len(objects) - 1; i >= 0; i-- {
		min := objects[i].MinSize()
		x -= min.Width
		objects[i].Move(fyne.NewPos(x, (size.Height-min.Height)/2))
		objects[i].Resize(min)
		x -= l.gap
	}
}
