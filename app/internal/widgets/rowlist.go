package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"threep/assets"
)

var (
	_ fyne.Widget     = (*RowList)(nil)
	_ fyne.Focusable  = (*RowList)(nil)
	_ fyne.Accessible = (*RowList)(nil)
)

// Row is an entry of a RowList: a title, what stands at the end of its line, and small
// print below. Deep rows are set in below those that are not.
type Row struct {
	Title, Value, Note string
	Deep               bool
}

// RowList is a long list of rows of which one is chosen. The arrows choose, so that
// reading through it needs one key; only what is in sight costs anything.
type RowList struct {
	widget.List

	// OnChosen is called with the row that the user, or Choose, has chosen.
	OnChosen func(index int)

	name   string
	count  int
	row    func(index int) Row
	chosen int
	single bool // rows are one line high
	silent bool // what is chosen now is no choice of the user's
}

// pageRows is how many rows Page Up and Page Down go on.
const pageRows = 8

// NewRowList returns a list without rows. The name is for screen readers.
func NewRowList(name string) *RowList {
	return newRowList(name, false)
}

// NewContents returns a list whose rows are one line high, as a table of contents.
func NewContents(name string) *RowList { return newRowList(name, true) }

func newRowList(name string, single bool) *RowList {
	l := &RowList{name: name, chosen: -1, single: single}
	l.Length = func() int { return l.count }
	l.CreateItem = func() fyne.CanvasObject { return newListRow(single) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if r, ok := o.(*listRow); ok && i < l.count {
			r.set(l.row(i))
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.chosen = i
		if l.OnChosen != nil && !l.silent {
			l.OnChosen(i)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other rows, of which none is chosen.
func (l *RowList) Set(count int, row func(index int) Row) {
	l.UnselectAll()
	l.count, l.row, l.chosen = count, row, -1
	l.ScrollToTop()
	l.Refresh()
}

// Choose chooses a row and brings it into view; an index out of range is ignored.
func (l *RowList) Choose(index int) {
	if index < 0 || index >= l.count {
		return
	}
	l.Highlight(index)
	l.Select(index)
}

// Mark chooses a row and fires nothing, to follow what was chosen elsewhere.
func (l *RowList) Mark(index int) {
	l.silent = true
	l.Choose(index)
	l.silent = false
}

// Chosen returns the chosen row, or -1.
func (l *RowList) Chosen() int { return l.chosen }

// TypedKey chooses the next row with the arrows, and goes farther with Page Up, Page
// Down, Home and End. The window gets the other keys.
func (l *RowList) TypedKey(e *fyne.KeyEvent) {
	if to, moves := RowByKey(e.Name, l.chosen, l.count, pageRows); moves {
		l.Choose(to)
	} else {
		PassOn(l, e)
	}
}

// RowByKey returns the row of a list that a key goes to from the chosen one: the next
// with the arrows, a page farther with Page Up and Page Down, the first and the last
// with Home and End. Other keys move nothing.
func RowByKey(key fyne.KeyName, chosen, rows, page int) (to int, moves bool) {
	to = chosen
	switch key {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = rows - 1
	default:
		return chosen, false
	}
	return max(0, min(to, rows-1)), true
}

// AccessibilityLabel returns the name and the chosen row.
func (l *RowList) AccessibilityLabel() string {
	if l.chosen < 0 || l.chosen >= l.count {
		return l.name
	}
	r := l.row(l.chosen)
	return assets.F("widgets.rowlist.spoken", l.name, r.Title, r.Value, r.Note, l.chosen+1, l.count)
}

// AccessibilityRole is text.
func (l *RowList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// listRow draws a Row, cut to its width.
type listRow struct {
	widget.BaseWidget

	row    Row
	single bool
}

func newListRow(single bool) *listRow {
	r := &listRow{single: single}
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) set(row Row) {
	if r.row != row {
		r.row = row
		r.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	o := &listRowRenderer{row: r, title: canvas.NewText("", nil), value: canvas.NewText("", nil), note: canvas.NewText("", nil)}
	o.Layout(r.Size())
	return o
}

type listRowRenderer struct {
	row                *listRow
	title, value, note *canvas.Text
}

func (r *listRowRenderer) Destroy() {}

func (r *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.title, r.value, r.note}
}

func (r *listRowRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.row)
	line := func(size float32) float32 { return fyne.MeasureText("M", size, fyne.TextStyle{}).Height }
	height := line(tone.text()) + 1.5*tone.pad()
	if !r.row.single {
		height += line(tone.caption())
	}
	return fyne.NewSize(tone.text()*10, height)
}

func (r *listRowRenderer) Refresh() {
	r.Layout(r.row.Size())
	repaint(r.row, r.Objects())
}

// Layout gives the value what it needs, up to two fifths, and the title the rest.
func (r *listRowRenderer) Layout(size fyne.Size) {
	tone := tonesOf(r.row)
	pad := tone.pad()
	plain, bold := fyne.TextStyle{}, fyne.TextStyle{Bold: true}
	value := cutToWidth(r.row.row.Value, size.Width*0.4, tone.text(), bold)
	setLine(r.value, value, tone.text(), bold, tone.color(ColorNameText))
	start, end := 2*pad, size.Width-2*pad
	if r.row.row.Deep {
		start += tone.text()
	}
	width := r.value.MinSize().Width
	room := end - start
	if value != "" {
		room -= width + 3*pad
	}
	title := plain
	if r.row.single && !r.row.row.Deep {
		title = bold // a chapter
	}
	setLine(r.title, cutToWidth(r.row.row.Title, fyne.Max(0, room), tone.text(), title), tone.text(), title, tone.color(ColorNameText))
	setLine(r.note, cutToWidth(r.row.row.Note, fyne.Max(0, end-2*pad), tone.caption(), plain), tone.caption(), plain, tone.color(ColorNameMutedText))
	line := r.title.MinSize().Height
	r.title.Move(fyne.NewPos(start, pad/2))
	r.title.Resize(r.title.MinSize())
	r.value.Move(fyne.NewPos(end-width, pad/2))
	r.value.Resize(r.value.MinSize())
	r.note.Move(fyne.NewPos(start, pad/2+line))
	r.note.Resize(r.note.MinSize())
	r.note.Hidden = r.row.single
}
