package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/widgets"
)

// choiceList is a list of titles, each with a few lines, of which one is chosen.
type choiceList struct {
	object *fyne.Container
	scroll *container.Scroll
	rows   []*choiceRow
}

func newChoiceList() *choiceList {
	l := &choiceList{object: container.New(&stacked{gap: 2})}
	l.scroll = scrolled(l.object)
	return l
}

func (l *choiceList) add(title, text string, chosen func()) {
	row := newChoiceRow(title, text, chosen)
	row.onFocus = func() { reveal(l.scroll, row) }
	l.rows = append(l.rows, row)
	l.object.Add(row)
}

// heading begins a group of entries.
func (l *choiceList) heading(text string) {
	l.object.Add(inset(4, -6, 0, 0, label(text, theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}, true)))
}

func (l *choiceList) first() fyne.Focusable {
	if len(l.rows) == 0 {
		return nil
	}
	return l.rows[0]
}

var (
	_ fyne.Focusable    = (*choiceRow)(nil)
	_ fyne.Tappable     = (*choiceRow)(nil)
	_ fyne.Accessible   = (*choiceRow)(nil)
	_ desktop.Hoverable = (*choiceRow)(nil)
)

// choiceRow is one entry of a choiceList.
type choiceRow struct {
	widget.BaseWidget

	title, text string
	rest        fyne.ThemeColorName // ground of an entry that nothing marks
	chosen      func()
	onFocus     func()
	ground      *ground
	content     *fyne.Container
	focused     bool
	hovered     bool
}

func newChoiceRow(title, text string, chosen func()) *choiceRow {
	r := &choiceRow{title: title, text: text, chosen: chosen, rest: theme.ColorNameOverlayBackground, ground: newGround(theme.ColorNameOverlayBackground)}
	head := label(title, theme.SizeNameText, fyne.TextStyle{Bold: true}, false)
	body := label(text, theme.SizeNameCaptionText, fyne.TextStyle{}, true)
	r.content = container.NewStack(r.ground, inset(2, 6, 4, 4, container.New(&stacked{gap: -8}, head, body)))
	r.ExtendBaseWidget(r)
	return r
}

// newLinkRow is a line of text that leads somewhere else.
func newLinkRow(text string, chosen func()) *choiceRow {
	r := &choiceRow{title: text, chosen: chosen, rest: widgets.ColorNameSurface, ground: newGround(widgets.ColorNameSurface)}
	line := label(text, theme.SizeNameText, fyne.TextStyle{}, false)
	if segment, ok := line.Segments[0].(*widget.TextSegment); ok {
		segment.Style.ColorName = theme.ColorNameHyperlink
	}
	r.content = container.NewStack(r.ground, line)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by Fyne.
func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

func (r *choiceRow) paint() {
	r.ground.ink = r.rest
	switch {
	case r.focused:
		r.ground.ink = theme.ColorNameSelection
	case r.hovered:
		r.ground.ink = widgets.ColorNameTrack
	}
	r.ground.Refresh()
}

// Tapped chooses the entry.
func (r *choiceRow) Tapped(*fyne.PointEvent) { r.chosen() }

// TypedKey chooses the entry with Space and Return, and goes through the list with
// the arrows.
func (r *choiceRow) TypedKey(e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.chosen()
	case fyne.KeyDown:
		if c != nil {
			c.FocusNext()
		}
	case fyne.KeyUp:
		if c != nil {
			c.FocusPrevious()
		}
	default:
		widgets.PassOn(r, e)
	}
}

// TypedRune is not used.
func (r *choiceRow) TypedRune(rune) {}

// FocusGained marks the entry.
func (r *choiceRow) FocusGained() {
	r.focused = true
	r.paint()
	if r.onFocus != nil {
		r.onFocus()
	}
}

// FocusLost takes the mark away.
func (r *choiceRow) FocusLost() { r.focused = false; r.paint() }

// MouseIn marks the entry.
func (r *choiceRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.paint() }

// MouseMoved is not used.
func (r *choiceRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark away.
func (r *choiceRow) MouseOut() { r.hovered = false; r.paint() }

// Cursor is a hand.
func (r *choiceRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel returns title and text.
func (r *choiceRow) AccessibilityLabel() string {
	if r.text == "" {
		return r.title
	}
	return r.title + ": " + r.text
}

// AccessibilityRole is button.
func (r *choiceRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// scrolled lets content be longer than its box.
func scrolled(content fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(inset(0, 0, 0, 12, content))
}
