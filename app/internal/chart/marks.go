package chart

import (
	"math"
	"strings"
)

// placedMark is a mark with the place of its label.
type placedMark struct {
	lines [][2]point
	words []string
	box   rect
}

// placeMarks finds a place for the label of every mark, those across before the upright
// ones, which have more places to choose from. A mark whose label has no room is left
// out: a line without words says nothing, and list and table have the figure.
func (a *artist) placeMarks(p *Panel, t transform) []placedMark {
	size := a.layout.size.note
	if t.data.height() < leastMarked*size {
		return nil
	}
	var placed []placedMark
	var taken []rect
	for _, upright := range []bool{false, true} {
		for i := range p.Marks {
			m := &p.Marks[i]
			lines := m.lines(p, t)
			if m.Upright != upright || len(lines) == 0 {
				continue
			}
			most, count := t.data.width()*.75, 2
			if upright {
				most, count = math.Max(.34*t.data.width(), 9*size), 3
			}
			words := wrap(a.pen.fonts, m.Label, size, false, most, count)
			if strings.HasSuffix(words[len(words)-1], "…") {
				continue
			}
			if box, ok := a.markPlace(m, lines[0], words, p, t, taken); ok {
				taken = append(taken, box)
				placed = append(placed, placedMark{lines, words, box})
			}
		}
	}
	return placed
}

// markLines draws the dotted lines of a panel's marks, above areas and bands and below
// the lines of what is simulated. A line of the ground's colour beneath keeps them
// apart from what they cross.
func (a *artist) markLines(marks []placedMark) {
	for _, m := range marks {
		for _, line := range m.lines {
			a.pen.rule(stroke{color: faded(a.palette.Ground, 150), width: 3}, line[0], line[1])
			a.pen.rule(stroke{color: a.palette.Ink, width: 1.1, dashes: []float64{1.2, 2.6}}, line[0], line[1])
		}
	}
}

// lines are where a mark is drawn: across, upright, or a bracket with its two ends.
func (m *Mark) lines(p *Panel, t transform) [][2]point {
	d := t.data
	inside := func(v, low, high float64) bool { return v >= low && v <= high }
	var out [][2]point
	switch {
	case m.Upright:
		for _, week := range []float64{m.Low, m.High} {
			if inside(week, 0, t.weeks) && (len(out) == 0 || m.High > m.Low) {
				out = append(out, [2]point{{t.x(week), d.top}, {t.x(week), d.bottom}})
			}
		}
		if len(out) == 2 {
			out = append(out, [2]point{{t.x(m.Low), d.top + bracketDrop}, {t.x(m.High), d.top + bracketDrop}})
		}
	default:
		for _, v := range []float64{m.Low, m.High} {
			if inside(v, p.Y.Min, p.Y.Max) && (len(out) == 0 || m.High > m.Low) {
				out = append(out, [2]point{{d.left, t.y(v)}, {d.right, t.y(v)}})
			}
		}
		if len(out) == 2 {
			x := d.right - bracketDrop
			out = append(out, [2]point{{x, t.y(m.Low)}, {x, t.y(m.High)}})
		}
	}
	return out
}

// bracketDrop is how far the middle of a bracket stands from the edge [points].
const bracketDrop = 10.0

// leastMarked is the least height of a data area that is marked [sizes of text].
const leastMarked = 5

// markLabels writes the labels of marks.
func (a *artist) markLabels(marks []placedMark) {
	size := a.layout.size.note
	for _, m := range marks {
		a.pen.box(faded(a.palette.Ground, 225), m.box)
		y := m.box.top
		for _, line := range m.words {
			a.pen.text(a.palette.Ink, m.box.left+3, y+size*1.05, size, false, line)
			y += size * 1.25
		}
	}
}

// markPlace finds where the label of a mark covers least.
func (a *artist) markPlace(m *Mark, line [2]point, words []string, p *Panel, t transform, taken []rect) (rect, bool) {
	size := a.layout.size.note
	w := 0.0
	for _, text := range words {
		w = math.Max(w, a.pen.fonts.width(text, size, false))
	}
	w, h := w+6, size*1.25*float64(len(words))+1
	d := t.data
	var spots []point
	if m.Upright {
		for _, y := range []float64{d.top + 3, d.top + d.height()*.25, d.top + d.height()*.5, d.bottom - h - 3} {
			spots = append(spots, point{line[0].x + 3, y}, point{line[0].x - w - 3, y})
		}
	} else {
		y := line[0].y
		for _, share := range []float64{1, 0, .5, .75, .25} {
			x := d.left + 4 + (d.width()-w-8)*share
			spots = append(spots, point{x, y - h - 2}, point{x, y + 2})
		}
	}
	best, least := rect{}, math.Inf(1)
	for _, s := range spots {
		box := rect{s.x, s.y, s.x + w, s.y + h}
		if box.left < d.left || box.right > d.right || box.top < d.top || box.bottom > d.bottom {
			continue
		}
		hidden := a.covered(p, t, box)
		for _, other := range taken {
			if box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top {
				hidden += 1000
			}
		}
		if hidden < least-1e-9 {
			best, least = box, hidden
		}
	}
	return best, least < 1000
}
