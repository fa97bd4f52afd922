package widgets

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// docSheet is the whole text, as high as it is; of it only what is in sight is drawn.
type docSheet struct {
	widget.BaseWidget

	document *Document
	measure  docMeasure
	width    float32 // for which it is laid out
	height   float32
	boxes    []docBox
	units    []string
	tops     []float32
	done     bool
	textAt   float32
}

func newDocSheet(d *Document) *docSheet {
	s := &docSheet{document: d}
	s.measure = newDocMeasure(tonesFor(fyne.CurrentApp().Settings().Theme(), fyne.CurrentApp().Settings().ThemeVariant()))
	s.ExtendBaseWidget(s)
	return s
}

// forget has the text laid out anew.
func (s *docSheet) forget() { s.done = false }

// layOut sets the text for a width, unless it stands so already.
func (s *docSheet) layOut(width float32) {
	tone := tonesOf(s)
	width -= tone.size(theme.SizeNameScrollBar) + tone.text()
	if width < 10*tone.text() {
		width = 10 * tone.text()
	}
	if s.done && s.width == width && s.textAt == tone.text() {
		s.measure.tone = tone
		return
	}
	s.done, s.width, s.textAt = true, width, tone.text()
	s.measure = newDocMeasure(tone)
	w := &docWriter{measure: s.measure, width: width}
	w.write(s.document.blocks)
	s.boxes, s.units, s.tops, s.height = w.boxes, w.units, w.tops, w.y
}

// topOf is where a block begins.
func (s *docSheet) topOf(block int) float32 {
	if block < 0 || block >= len(s.tops) {
		return 0
	}
	return s.tops[block]
}

// placeOf is where a place that was found stands.
func (s *docSheet) placeOf(h docHit) float32 {
	for i := range s.boxes {
		for _, r := range s.boxes[i].runs {
			if r.unit == h.unit && r.from <= h.from && h.from < r.from+len(r.text) {
				return s.boxes[i].y + r.y
			}
		}
	}
	return 0
}

// visible are the boxes in sight.
func (s *docSheet) visible() []docBox {
	from := s.document.scroll.Offset.Y
	to := from + s.document.scroll.Size().Height
	first := sort.Search(len(s.boxes), func(i int) bool { return s.boxes[i].y+s.boxes[i].height > from })
	last := first
	for last < len(s.boxes) && s.boxes[last].y < to {
		last++
	}
	return s.boxes[first:last]
}

// inSight is the text in sight, unit by unit.
func (s *docSheet) inSight() []string {
	var said []string
	seen := map[int]bool{-1: true}
	for _, b := range s.visible() {
		for _, r := range b.runs {
			if !seen[r.unit] {
				seen[r.unit] = true
				said = append(said, s.units[r.unit])
			}
		}
	}
	return said
}

// CreateRenderer is called by Fyne.
func (s *docSheet) CreateRenderer() fyne.WidgetRenderer { return &docSheetRenderer{sheet: s} }

type docSheetRenderer struct {
	sheet   *docSheet
	grounds []*canvas.Rectangle
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *docSheetRenderer) Destroy() {}

func (r *docSheetRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *docSheetRenderer) MinSize() fyne.Size {
	return fyne.NewSize(10*r.sheet.measure.text(), r.sheet.height)
}

func (r *docSheetRenderer) Layout(fyne.Size) { r.draw() }

func (r *docSheetRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.sheet)
}

// draw places rectangles and texts for what is in sight; they are used again and again.
func (r *docSheetRenderer) draw() {
	s := r.sheet
	tone := tonesOf(s)
	grounds, texts := 0, 0
	ground := func(x, y, width, height float32, fill color.Color) {
		if grounds == len(r.grounds) {
			r.grounds = append(r.grounds, canvas.NewRectangle(color.Transparent))
		}
		g := r.grounds[grounds]
		g.FillColor, g.CornerRadius = fill, 0
		g.Move(fyne.NewPos(x, y))
		g.Resize(fyne.NewSize(width, height))
		g.Refresh()
		grounds++
	}
	boxes := s.visible()
	for i := range boxes {
		b := &boxes[i]
		if b.ground != "" {
			ground(b.x, b.y, b.width, b.height, tone.color(b.ground))
		}
		if b.rule {
			ground(0, b.y+b.height-1, b.width, 1, tone.color(theme.ColorNameSeparator))
		}
		r.marks(b, tone, ground)
	}
	for i := range boxes {
		for _, run := range boxes[i].runs {
			if texts == len(r.texts) {
				r.texts = append(r.texts, canvas.NewText("", nil))
			}
			t := r.texts[texts]
			setLine(t, run.text, run.style.size, run.style.style, tone.color(run.style.ink))
			t.Move(fyne.NewPos(run.x, boxes[i].y+run.y))
			t.Resize(t.MinSize())
			texts++
		}
	}
	r.objects = r.objects[:0]
	for _, g := range r.grounds[:grounds] {
		r.objects = append(r.objects, g)
	}
	for _, t := range r.texts[:texts] {
		r.objects = append(r.objects, t)
	}
}

// marks draws a ground behind the words that were found; the one gone to has a line
// below as well.
func (r *docSheetRenderer) marks(b *docBox, tone tones, ground func(x, y, width, height float32, fill color.Color)) {
	d := r.sheet.document
	for i, h := range d.hits {
		for _, run := range b.runs {
			from, to := max(h.from, run.from), min(h.to, run.from+len(run.text))
			if run.unit != h.unit || from >= to {
				continue
			}
			before := r.sheet.measure.width(run.text[:from-run.from], run.style)
			width := r.sheet.measure.width(run.text[from-run.from:to-run.from], run.style)
			height := r.sheet.measure.lineHeight(run.style)
			ground(run.x+before, b.y+run.y, width, height, tone.color(theme.ColorNameSelection))
			if i == d.current {
				ground(run.x+before, b.y+run.y+height-2, width, 2, tone.color(ColorNameAccent))
			}
		}
	}
}

// CreateRenderer is called by Fyne.
func (d *Document) CreateRenderer() fyne.WidgetRenderer {
	return &documentRenderer{document: d, ring: canvas.NewRectangle(color.Transparent)}
}

type documentRenderer struct {
	document *Document
	ring     *canvas.Rectangle
}

func (r *documentRenderer) Destroy() {}

func (r *documentRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.document.scroll, r.ring}
}

func (r *documentRenderer) MinSize() fyne.Size {
	text := tonesOf(r.document).text()
	return fyne.NewSize(20*text, 10*text)
}

// Layout keeps the same heading at the top where the width changes.
func (r *documentRenderer) Layout(size fyne.Size) {
	d := r.document
	top, within := d.top, float32(0)
	if top >= 0 && top < len(d.titles) {
		within = d.scroll.Offset.Y - d.sheet.topOf(d.titles[top].Block)
	}
	before := d.sheet.width
	d.scroll.Resize(size)
	d.sheet.layOut(size.Width)
	d.scroll.Refresh()
	if before != d.sheet.width && before != 0 && top >= 0 && top < len(d.titles) {
		d.scrollTo(d.sheet.topOf(d.titles[top].Block) + within)
	}
	tone := tonesOf(d)
	placeRing(r.ring, d.focused, tone.color(ColorNameAccent), tone.size(theme.SizeNameInputRadius), fyne.NewPos(0, 0), size)
	d.sheet.Refresh()
}

func (r *documentRenderer) Refresh() {
	r.Layout(r.document.Size())
	canvas.Refresh(r.document)
}
