package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/widgets"
	"threep/assets"
)

var (
	_ fyne.Widget     = (*checkList)(nil)
	_ fyne.Focusable  = (*checkList)(nil)
	_ fyne.Accessible = (*checkList)(nil)
)

// checkList is a list of checks under headings, of which one is chosen. It takes the
// focus as a whole, and the arrows choose, so that all of it can be read with one key.
type checkList struct {
	widget.BaseWidget

	onChosen func(index int)
	onReturn func()

	rows    []*checkRow
	chosen  int
	focused bool
	column  *fyne.Container
	scroll  *container.Scroll
}

// pageOfChecks is how many rows Page Up and Page Down go on.
const pageOfChecks = 5

func newCheckList() *checkList {
	l := &checkList{chosen: -1, column: container.New(&stacked{gap: 1})}
	l.scroll = container.NewVScroll(inset(0, 4, 2, 12, l.column))
	l.ExtendBaseWidget(l)
	return l
}

// heading begins a group of rows.
func (l *checkList) heading(text string) {
	l.column.Add(inset(6, -4, 2, 0, label(text, theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}, true)))
}

// add puts a row at the end.
func (l *checkList) add(title, says string) *checkRow {
	index := len(l.rows)
	r := newCheckRow(title, says, func() { l.tapped(index) })
	l.rows = append(l.rows, r)
	l.column.Add(r)
	return r
}

// CreateRenderer is called by Fyne.
func (l *checkList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

func (l *checkList) tapped(index int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.choose(index)
}

// choose chooses a row and brings it into view; an index out of range is ignored.
func (l *checkList) choose(index int) {
	if index < 0 || index >= len(l.rows) {
		return
	}
	before := l.chosen
	l.chosen = index
	if before >= 0 {
		l.rows[before].mark(false, false)
	}
	l.rows[index].mark(true, l.focused)
	reveal(l.scroll, l.rows[index])
	if l.onChosen != nil {
		l.onChosen(index)
	}
}

// settle makes room for what the rows have to say now.
func (l *checkList) settle() {
	l.column.Refresh()
	l.scroll.Refresh()
}

// TypedKey chooses the next row with the arrows, and goes farther with Page Up, Page
// Down, Home and End. The window gets the other keys.
func (l *checkList) TypedKey(e *fyne.KeyEvent) {
	if to, moves := widgets.RowByKey(e.Name, l.chosen, len(l.rows), pageOfChecks); moves {
		l.choose(to)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.onReturn != nil {
			l.onReturn()
		}
	default:
		widgets.PassOn(l, e)
	}
}

// TypedRune is not used.
func (l *checkList) TypedRune(rune) {}

// FocusGained marks the chosen row as the one that the keys move from.
func (l *checkList) FocusGained() { l.setFocused(true) }

// FocusLost leaves the chosen row marked more quietly.
func (l *checkList) FocusLost() { l.setFocused(false) }

func (l *checkList) setFocused(focused bool) {
	l.focused = focused
	if l.chosen >= 0 {
		l.rows[l.chosen].mark(true, focused)
	}
}

// AccessibilityLabel returns the chosen row and its place.
func (l *checkList) AccessibilityLabel() string {
	if l.chosen < 0 {
		return assets.T("healthpage.list")
	}
	return assets.F("healthpage.place", assets.T("healthpage.list"), l.rows[l.chosen].spoken(), l.chosen+1, len(l.rows))
}

// AccessibilityRole is text.
func (l *checkList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// checkRow is one check: its title and verdict, its sentence, and a figure against its
// band.
type checkRow struct {
	widget.BaseWidget

	title, says string
	tapped      func()
	verdict     *caption
	figure      *widget.RichText
	ground      *ground
	bar         *ground // at the left edge of the chosen row
	content     *fyne.Container
	chosen      bool
	focused     bool
	hovered     bool
}

func newCheckRow(title, says string, tapped func()) *checkRow {
	r := &checkRow{
		title: title, says: says, tapped: tapped,
		verdict: newCaption("", theme.SizeNameText, fyne.TextStyle{Bold: true}, widgets.ColorNameMutedText),
		figure:  label("", theme.SizeNameCaptionText, fyne.TextStyle{}, false),
		ground:  newGround(theme.ColorNameOverlayBackground),
		bar:     newGround(theme.ColorNameOverlayBackground),
	}
	name := label(title, theme.SizeNameText, fyne.TextStyle{Bold: true}, false)
	head := container.NewBorder(nil, nil, nil, inset(0, 0, 6, 8, r.verdict), name)
	body := label(says, theme.SizeNameCaptionText, fyne.TextStyle{}, true)
	text := inset(-1, 0, 2, 0, container.New(&stacked{gap: -10}, head, body, r.figure))
	bar := container.New(leftEdge{4}, r.bar)
	r.content = container.NewStack(r.ground, bar, text)
	r.ExtendBaseWidget(r)
	return r
}

// set shows another verdict and figure.
func (r *checkRow) set(verdict string, ink fyne.ThemeColorName, figure string) {
	r.verdict.ink = ink
	r.verdict.text = verdict
	r.verdict.Refresh()
	setLabel(r.figure, figure)
	r.content.Refresh()
}

func (r *checkRow) spoken() string {
	text := ""
	if segment, ok := r.figure.Segments[0].(*widget.TextSegment); ok {
		text = segment.Text
	}
	return assets.F("healthpage.spoken", r.title, r.verdict.text, r.says, text)
}

func (r *checkRow) mark(chosen, focused bool) {
	r.chosen, r.focused = chosen, focused
	r.paint()
}

func (r *checkRow) paint() {
	r.ground.ink, r.bar.ink = theme.ColorNameOverlayBackground, theme.ColorNameOverlayBackground
	switch {
	case r.focused:
		r.ground.ink, r.bar.ink = theme.ColorNameSelection, widgets.ColorNameAccent
	case r.chosen:
		r.ground.ink, r.bar.ink = widgets.ColorNameSurface, widgets.ColorNameOutline
	case r.hovered:
		r.ground.ink, r.bar.ink = widgets.ColorNameSurface, widgets.ColorNameSurface
	}
	r.ground.Refresh()
	r.bar.Refresh()
}

// CreateRenderer is called by Fyne.
func (r *checkRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

// Tapped chooses the check.
func (r *checkRow) Tapped(*fyne.PointEvent) { r.tapped() }

// MouseIn marks the row.
func (r *checkRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.paint() }

// MouseMoved is not used.
func (r *checkRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark away.
func (r *checkRow) MouseOut() { r.hovered = false; r.paint() }

// Cursor is a hand.
func (r *checkRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// leftEdge lays an object out along the left edge.
type leftEdge struct{ width float32 }

func (l leftEdge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(l.width, 1) }

func (l leftEdge) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(l.width, size.Height))
	}
}
