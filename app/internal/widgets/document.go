package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"threep/assets"
)

var (
	_ fyne.Widget     = (*Document)(nil)
	_ fyne.Focusable  = (*Document)(nil)
	_ fyne.Tappable   = (*Document)(nil)
	_ fyne.Accessible = (*Document)(nil)
)

// DocKind tells the parts of a document apart.
type DocKind int

// The kinds of parts.
const (
	DocParagraph DocKind = iota
	DocHeading
	DocItem // of a list
	DocCode // lines that keep their form, as equations
	DocTable
)

// DocSpan is a stretch of text in one style.
type DocSpan struct {
	Text               string
	Bold, Italic, Code bool
}

// DocBlock is a part of a document.
type DocBlock struct {
	Kind  DocKind
	Level int // of a heading, from 1
	Text  []DocSpan
	Lines []string      // of code
	Rows  [][][]DocSpan // of a table; the first is its head
}

// DocTitle is a heading with the place of its block.
type DocTitle struct {
	Text  string
	Level int
	Block int
}

// Document shows a long text that is only read: headings, paragraphs, lists, equations
// and tables. It is laid out once for a width; only what is in sight is drawn. It takes
// the keys for scrolling, and finds words.
type Document struct {
	widget.BaseWidget

	// OnMoved is called when another heading has come to the top, or is that of the place
	// which was found.
	OnMoved func(title int)

	name   string
	blocks []DocBlock
	titles []DocTitle

	small   bool // written in small print
	scroll  *container.Scroll
	sheet   *docSheet
	focused bool
	top     int // index of the heading at the top, -1 for none

	hits    []docHit
	current int
	query   string
}

// docHit is a place where the words that are looked for stand.
type docHit struct{ unit, from, to int }

// NewDocument returns an empty document. The name is for screen readers.
func NewDocument(name string) *Document {
	d := &Document{name: name, top: -1}
	d.sheet = newDocSheet(d)
	d.scroll = container.NewVScroll(d.sheet)
	d.scroll.OnScrolled = func(fyne.Position) { d.moved() }
	d.ExtendBaseWidget(d)
	return d
}

// SetSmall writes the document in small print, for a list beside something else.
func (d *Document) SetSmall(small bool) {
	d.small = small
	d.sheet.forget()
	d.Refresh()
}

// Set shows other blocks, from their beginning.
func (d *Document) Set(blocks []DocBlock) {
	d.blocks, d.titles = blocks, nil
	for i, b := range blocks {
		if b.Kind == DocHeading {
			d.titles = append(d.titles, DocTitle{plainText(b.Text), b.Level, i})
		}
	}
	d.hits, d.query, d.current = nil, "", 0
	d.sheet.forget()
	d.scroll.Offset = fyne.Position{}
	d.Refresh()
}

// Titles lists the headings in their order.
func (d *Document) Titles() []DocTitle { return d.titles }

// GoTo brings a heading to the top.
func (d *Document) GoTo(title int) {
	if title < 0 || title >= len(d.titles) {
		return
	}
	d.sheet.layOut(d.room())
	d.scrollTo(d.sheet.topOf(d.titles[title].Block) - d.sheet.measure.gap())
}

// Find marks every place where the words stand, in upper or lower case, goes to the
// first one from here on, and returns how many there are.
func (d *Document) Find(query string) int {
	query = strings.ToLower(strings.TrimSpace(query))
	if query == d.query {
		return len(d.hits)
	}
	d.query, d.hits, d.current = query, nil, 0
	d.sheet.layOut(d.room())
	if query != "" {
		for i, u := range d.sheet.units {
			lower := strings.ToLower(u)
			if len(lower) != len(u) {
				continue // a letter that changes its length; none is in our texts
			}
			for from := 0; ; {
				at := strings.Index(lower[from:], query)
				if at < 0 {
					break
				}
				d.hits = append(d.hits, docHit{i, from + at, from + at + len(query)})
				from += at + len(query)
			}
		}
		for i, h := range d.hits {
			if d.sheet.placeOf(h) >= d.scroll.Offset.Y {
				d.current = i
				break
			}
		}
		d.showHit()
	}
	d.sheet.Refresh()
	return len(d.hits)
}

// Next goes to the next place that was found, or with -1 to the one before, and returns
// which it is, from 1; 0 where nothing was found.
func (d *Document) Next(by int) int {
	if len(d.hits) == 0 {
		return 0
	}
	d.current = (d.current + by + len(d.hits)) % len(d.hits)
	d.showHit()
	d.sheet.Refresh()
	return d.current + 1
}

// Current is which of the places that were found is marked, from 1; 0 for none.
func (d *Document) Current() int {
	if len(d.hits) == 0 {
		return 0
	}
	return d.current + 1
}

// showHit scrolls as far as is needed to see the marked place.
func (d *Document) showHit() {
	if len(d.hits) == 0 {
		return
	}
	y, height := d.sheet.placeOf(d.hits[d.current]), d.scroll.Size().Height
	if y < d.scroll.Offset.Y+d.sheet.measure.gap() || y > d.scroll.Offset.Y+height-4*d.sheet.measure.text() {
		d.scrollTo(y - height/3)
	}
	title := -1
	for i, t := range d.titles {
		if d.sheet.topOf(t.Block) <= y {
			title = i
		}
	}
	d.at(title)
}

// at tells that another heading is the one that is read.
func (d *Document) at(title int) {
	if title == d.top {
		return
	}
	d.top = title
	if d.OnMoved != nil {
		d.OnMoved(title)
	}
}

func (d *Document) scrollTo(y float32) {
	most := fyne.Max(0, d.sheet.height-d.scroll.Size().Height)
	d.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, fyne.Min(y, most))))
	d.moved()
}

// moved draws what has come into sight.
func (d *Document) moved() {
	d.sheet.Refresh()
	top := -1
	for i, t := range d.titles {
		if d.sheet.topOf(t.Block) > d.scroll.Offset.Y+2*d.sheet.measure.gap() {
			break
		}
		top = i
	}
	d.at(top)
}

// room is the width that the text has, beside the scroll bar.
func (d *Document) room() float32 { return d.scroll.Size().Width }

// Tapped takes the focus, so that the keys scroll.
func (d *Document) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(d); c != nil {
		c.Focus(d)
	}
}

// FocusGained marks the document.
func (d *Document) FocusGained() { d.focused = true; d.Refresh() }

// FocusLost takes the mark away.
func (d *Document) FocusLost() { d.focused = false; d.Refresh() }

// TypedRune is not used.
func (d *Document) TypedRune(rune) {}

// TypedKey scrolls with the arrows, Page Up, Page Down, Space, Home and End. The window
// gets the other keys.
func (d *Document) TypedKey(e *fyne.KeyEvent) {
	y, page := d.scroll.Offset.Y, d.scroll.Size().Height*0.9
	switch e.Name {
	case fyne.KeyDown:
		y += 3 * d.sheet.measure.text()
	case fyne.KeyUp:
		y -= 3 * d.sheet.measure.text()
	case fyne.KeyPageDown, fyne.KeySpace:
		y += page
	case fyne.KeyPageUp:
		y -= page
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = d.sheet.height
	default:
		PassOn(d, e)
		return
	}
	d.scrollTo(y)
}

// AccessibilityLabel returns the name and the text in sight.
func (d *Document) AccessibilityLabel() string {
	return assets.F("widgets.document.spoken", d.name, strings.Join(d.sheet.inSight(), "\n"))
}

// AccessibilityRole is text.
func (d *Document) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func plainText(spans []DocSpan) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
