package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
)

// docRun is text of one style on one line.
type docRun struct {
	x, y  float32 // within its box
	width float32
	text  string
	style docStyle
	unit  int // the unit that it is of
	from  int // where in the unit it begins
}

// docBox is a stretch of the sheet from top to bottom that is drawn as a whole: a
// paragraph, a row of a table, a block of equations.
type docBox struct {
	y, height float32
	runs      []docRun
	ground    fyne.ThemeColorName // behind it; empty: none
	x, width  float32             // of the ground or the rule
	rule      bool                // a thin line below
}

// docWriter puts blocks one below the other.
type docWriter struct {
	measure docMeasure
	width   float32
	y       float32
	boxes   []docBox
	units   []string
	tops    []float32 // of every block
}

func (w *docWriter) write(blocks []DocBlock) {
	for i, b := range blocks {
		if i > 0 {
			w.y += w.before(b, blocks[i-1])
		}
		w.tops = append(w.tops, w.y)
		switch b.Kind {
		case DocHeading:
			w.text(b.Text, 0, w.measure.headingStyle(b.Level).size, true)
		case DocItem:
			w.item(b.Text)
		case DocCode:
			w.code(b.Lines)
		case DocTable:
			w.table(b.Rows)
		default:
			w.text(b.Text, 0, w.measure.text(), false)
		}
	}
	w.y += 2 * w.measure.gap()
}

// before is the space above a block.
func (w *docWriter) before(b, last DocBlock) float32 {
	gap := w.measure.gap()
	switch {
	case b.Kind == DocHeading && b.Level == 1:
		return 3 * gap
	case b.Kind == DocHeading:
		return 2 * gap
	case b.Kind == DocItem && last.Kind == DocItem:
		return gap * 0.4
	}
	return gap
}

// unit begins a new unit of text, in which words are looked for.
func (w *docWriter) unit(text string) int {
	w.units = append(w.units, text)
	return len(w.units) - 1
}

func (w *docWriter) add(b docBox) {
	b.y = w.y
	w.boxes = append(w.boxes, b)
	w.y += b.height
}

// text writes a paragraph or a heading.
func (w *docWriter) text(spans []DocSpan, indent, size float32, bold bool) {
	if bold {
		spans = boldened(spans)
	}
	width := fyne.Min(w.width, w.measure.reading()) - indent
	runs, height := w.wrap(spans, size, width, w.unit(plainText(spans)))
	for i := range runs {
		runs[i].x += indent
	}
	w.add(docBox{height: height, runs: runs})
}

func boldened(spans []DocSpan) []DocSpan {
	out := make([]DocSpan, len(spans))
	for i, s := range spans {
		s.Bold = true
		out[i] = s
	}
	return out
}

// item writes an entry of a list behind its dot.
func (w *docWriter) item(spans []DocSpan) {
	indent := w.measure.text() * 1.2
	w.text(spans, indent, w.measure.text(), false)
	last := &w.boxes[len(w.boxes)-1]
	style := styleOf(DocSpan{}, w.measure.text())
	last.runs = append(last.runs, docRun{x: w.measure.text() * 0.35, text: "•", style: style, width: w.measure.width("•", style), unit: -1})
}

// code writes equations on a ground of their own; a line that is too long goes on below,
// set in.
func (w *docWriter) code(lines []string) {
	m := w.measure
	pad := m.text() * 0.7
	style := docStyle{size: m.text() * 0.92, style: fyne.TextStyle{Monospace: true}, ink: ColorNameText}
	letter, line := m.width("0", style), m.lineHeight(style)
	most := max(20, int((w.width-2*pad)/letter))
	box := docBox{height: pad, ground: ColorNameSurface, width: w.width}
	for _, text := range lines {
		unit := w.unit(text)
		for _, part := range foldCode(text, most) {
			box.runs = append(box.runs, docRun{
				x: pad + float32(part.indent)*letter, y: box.height, text: part.text, style: style,
				width: m.width(part.text, style), unit: unit, from: part.from,
			})
			box.height += line
		}
	}
	box.height += pad
	w.add(box)
}

// codePart is a line of an equation, or a part of one.
type codePart struct {
	text         string
	indent, from int
}

// foldCode breaks a line at spaces, best before a sign, so that no part is longer than a
// number of letters.
func foldCode(text string, most int) []codePart {
	const hang = 4
	from := len(text) - len(strings.TrimLeft(text, " "))
	indent := from
	var parts []codePart
	for {
		rest := []rune(text[from:])
		if len(rest) <= most-indent {
			return append(parts, codePart{string(rest), indent, from})
		}
		cut := 0
		for i := most - indent; i > 0; i-- {
			if rest[i] == ' ' {
				if cut == 0 {
					cut = i
				}
				if i+1 < len(rest) && strings.ContainsRune("+-×", rest[i+1]) && i > (most-indent)/2 {
					cut = i
					break
				}
			}
		}
		if cut == 0 {
			cut = most - indent
		}
		part := string(rest[:cut])
		parts = append(parts, codePart{part, indent, from})
		from += len(part)
		from += len(text[from:]) - len(strings.TrimLeft(text[from:], " "))
		if len(parts) == 1 {
			indent += hang
		}
	}
}

// table writes rows with columns as wide as they need, as far as there is room.
func (w *docWriter) table(rows [][][]DocSpan) {
	if len(rows) == 0 {
		return
	}
	size, pad := w.measure.small(), w.measure.text()*0.9
	widths := w.columns(rows, size, pad)
	for r, row := range rows {
		box := docBox{rule: true}
		x := float32(0)
		for c, cell := range row {
			if c >= len(widths) {
				break
			}
			if r == 0 {
				cell = boldened(cell)
			}
			runs, height := w.wrap(cell, size, widths[c]-pad, w.unit(plainText(cell)))
			for _, run := range runs {
				run.x += x
				run.y += pad / 3
				box.runs = append(box.runs, run)
			}
			box.height = fyne.Max(box.height, height+pad*0.7)
			x += widths[c]
		}
		box.width = x
		w.add(box)
	}
}

// columns shares the width out: each gets what its longest word needs, and of the rest
// as much as it would like in proportion.
func (w *docWriter) columns(rows [][][]DocSpan, size, pad float32) []float32 {
	least, like := make([]float32, len(rows[0])), make([]float32, len(rows[0]))
	for r, row := range rows {
		for c := range least {
			if c >= len(row) {
				continue
			}
			cell := row[c]
			if r == 0 {
				cell = boldened(cell)
			}
			whole := float32(0)
			for _, p := range pieces(cell, size) {
				width := w.measure.width(p.text, p.style)
				least[c] = fyne.Max(least[c], width+pad)
				whole += width
				if p.space {
					whole += w.measure.width(" ", styleOf(DocSpan{}, size))
				}
			}
			like[c] = fyne.Max(like[c], whole+pad)
		}
	}
	sum, wish := float32(0), float32(0)
	for c := range least {
		sum += least[c]
		wish += like[c] - least[c]
	}
	share := float32(1)
	if rest := w.width - sum; wish > rest && wish > 0 {
		share = fyne.Max(0, rest) / wish
	}
	widths := make([]float32, len(least))
	for c := range widths {
		widths[c] = least[c] + (like[c]-least[c])*share
		if sum > w.width { // words have to be broken
			widths[c] = least[c] * w.width / sum
		}
	}
	return widths
}

// piece is what is never broken: a word, or a part of a key up to a dot or an underscore.
type piece struct {
	text  string
	style docStyle
	space bool // a space stands before it
	from  int
}

// pieces takes spans apart into what may stand on different lines.
func pieces(spans []DocSpan, size float32) []piece {
	var out []piece
	at, space := 0, false
	for _, s := range spans {
		style := styleOf(s, size)
		begin := 0
		flush := func(end int) {
			if end > begin {
				out = append(out, piece{s.Text[begin:end], style, space, at + begin})
				space = false
			}
		}
		for i, r := range s.Text {
			switch {
			case r == ' ':
				flush(i)
				space, begin = true, i+1
			case s.Code && (r == '.' || r == '_') && i+1 < len(s.Text) && i > begin:
				flush(i + 1)
				begin = i + 1
			}
		}
		flush(len(s.Text))
		at += len(s.Text)
	}
	return out
}

// wrap sets spans in lines of a width.
func (w *docWriter) wrap(spans []DocSpan, size, width float32, unit int) (runs []docRun, height float32) {
	base := styleOf(DocSpan{}, size)
	line := w.measure.lineHeight(base)
	x, y := float32(0), float32(0)
	for _, p := range pieces(spans, size) {
		step, drop := w.measure.width(p.text, p.style), w.drop(base, p.style)
		goesOn := len(runs) > 0 && runs[len(runs)-1].style == p.style
		gap := float32(0)
		switch {
		case !p.space || x == 0:
		case goesOn:
			gap = w.measure.width(" ", p.style)
		default:
			gap = w.measure.width(" ", base)
		}
		if x > 0 && x+gap+step > width {
			x, y, gap, goesOn = 0, y+line, 0, false
		}
		if goesOn {
			last := &runs[len(runs)-1]
			if gap > 0 {
				last.text += " "
			}
			last.text += p.text
			last.width += gap + step
		} else {
			runs = append(runs, docRun{x: x + gap, y: y + drop, width: step, text: p.text, style: p.style, unit: unit, from: p.from})
		}
		x += gap + step
	}
	if len(runs) == 0 {
		return nil, line
	}
	return runs, y + line
}

// drop has smaller text stand on the line of the larger beside it.
func (w *docWriter) drop(base, s docStyle) float32 {
	if s.size >= base.size {
		return 0
	}
	return (w.measure.lineHeight(base) - w.measure.lineHeight(s)) * 0.6
}
