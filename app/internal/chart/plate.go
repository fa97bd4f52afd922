package chart

import (
	"math"

	"threep/app/internal/format"
	"threep/sim"
)

// Plate is a figure of small diagrams that have axes of their own, where a Figure's
// panels share the time axis: distributions, curves over an assumption, rankings.
type Plate struct {
	Title    string // what it shows
	Subtitle string
	Note     string // what areas, lines and marks stand for
	Stamp    string // for exports
	Columns  int    // cells beside each other
	Cells    []Cell
}

// Cell is one diagram of a plate.
type Cell struct {
	Title   string
	Caption string // a line below the title
	X, Y    Scale
	Fills   []Fill
	Curves  []Curve
	Levels  []Level
	Marks   []PlateMark
	Dots    []Dot
}

// Scale is an axis of a cell.
type Scale struct {
	Range
	Unit  sim.Unit
	Label string // below or above the axis
	// Ticks stand in place of round values.
	Ticks []Tick
	// Bare axes have neither ticks nor labels.
	Bare bool
}

// Tick is a place on an axis with its words.
type Tick struct {
	At    float64
	Label string
}

// Fill is a region between two lines.
type Fill struct {
	X, Low, High []float64
	Hue          Hue
	Alpha        uint8
}

// Curve is a line through places; gaps are not finite.
type Curve struct {
	Label string // in the legend of the cell; empty: none
	X, Y  []float64
	Hue   Hue
	Dash  Dash
	Width Width
}

// Level is a horizontal line across the cell.
type Level struct {
	At    float64
	Label string
}

// PlateMark is a vertical line with its words.
type PlateMark struct {
	At    float64
	Label string
	Hue   Hue
	Dash  Dash
}

// Dot is a single place, with a line from Low to High where they differ.
type Dot struct {
	X, Y, Low, High float64
	Hue             Hue
	Hollow          bool
}

// plateLayout says where everything of a plate stands.
type plateLayout struct {
	page                         rect
	size                         sizes
	title, subtitle, note, stamp []string
	foot                         float64
	cells                        []cellLayout
}

type cellLayout struct {
	data           rect
	title, caption float64  // baselines; 0 where there is none
	words          []string // of the caption
	left           float64
	yLabel         float64 // baseline of what the vertical axis counts
	legend         float64 // baseline of the legend; 0 where there is none
	xTicks, yTicks []Tick
}

// layOutPlate places the parts of a plate on a page.
func layOutPlate(p *Plate, width, height float64, q Request, m fonts) plateLayout {
	l := plateLayout{page: rect{0, 0, width, height}, size: q.sizes()}
	s := l.size
	inner := width - 2*margin
	y := margin
	if q.Title {
		l.title = wrap(m, p.Title, s.title, true, inner, 2)
		y += float64(len(l.title)) * s.title * s.line
	}
	l.subtitle = wrap(m, p.Subtitle, s.subtitle, false, inner, 2)
	y += float64(len(l.subtitle))*s.subtitle*s.line + gap
	foot := height - margin
	if q.Stamp {
		l.stamp = wrap(m, p.Stamp, s.stamp, false, inner, 2)
		foot -= float64(len(l.stamp)) * s.stamp * s.line
	}
	if q.Note || q.Stamp {
		l.note = wrap(m, p.Note, s.note, false, inner, 4)
		foot -= float64(len(l.note)) * s.note * s.line
	}
	l.foot = foot
	columns := max(1, p.Columns)
	rows := (len(p.Cells) + columns - 1) / columns
	between := 2 * s.tick
	across := (inner - between*float64(columns-1)) / float64(columns)
	down := (foot - gap - y) / float64(max(1, rows))
	// What stands beside each other begins at one height.
	headroom := make([]bool, rows)
	for i := range p.Cells {
		for _, m := range p.Cells[i].Marks {
			headroom[i/columns] = headroom[i/columns] || m.Label != ""
		}
	}
	for i := range p.Cells {
		left := margin + float64(i%columns)*(across+between)
		top := y + float64(i/columns)*down
		l.cells = append(l.cells, l.placeCell(&p.Cells[i], rect{left, top, left + across, top + down - s.tick}, headroom[i/columns], m))
	}
	return l
}

// placeCell places the parts of a cell within its box, with room for the words of
// marks where there are any in its row.
func (l *plateLayout) placeCell(c *Cell, box rect, headroom bool, m fonts) cellLayout {
	s := l.size
	cl := cellLayout{left: box.left}
	y := box.top
	if c.Title != "" {
		cl.title = y + s.label
		y += s.label * s.line
	}
	if c.Caption != "" {
		cl.words = wrap(m, c.Caption, s.note, false, box.width(), 2)
		cl.caption = y + s.note
		y += float64(len(cl.words)) * s.note * s.line
	}
	for i := range c.Curves {
		if c.Curves[i].Label != "" {
			cl.legend = y + s.note
		}
	}
	if cl.legend > 0 {
		y += s.note * s.line
	}
	if c.Y.Label != "" {
		cl.yLabel = y + s.note
		y += s.note * s.line
	}
	switch {
	case headroom:
		y += s.note * s.line
	case !c.Y.Bare:
		y += s.tick * .6 // half of the topmost label
	}
	bottom := box.bottom
	if !c.X.Bare {
		bottom -= s.tick*s.line + 4
	}
	if c.X.Label != "" {
		bottom -= s.note * s.line
	}
	cl.yTicks = c.Y.placed(max(2, min(6, int((bottom-y)/(2.4*s.tick)))))
	widest := 0.0
	for _, t := range cl.yTicks {
		widest = math.Max(widest, m.width(t.Label, s.tick, false))
	}
	left := box.left
	if widest > 0 {
		left += widest + gap
	}
	cl.data = rect{left, y, box.right, math.Max(y+1, bottom)}
	cl.xTicks = c.X.placed(max(2, min(6, int(cl.data.width()/(5*s.tick)))))
	return cl
}

// placed are the ticks of an axis, at most so many where they are not given.
func (s Scale) placed(most int) []Tick {
	if s.Bare || s.Ticks != nil {
		return s.Ticks
	}
	values := s.ticks(most)
	labels := format.Ticks(values, s.Unit, "")
	out := make([]Tick, len(values))
	for i, v := range values {
		out[i] = Tick{v, labels[i]}
	}
	return out
}

// NiceScale is a scale of round numbers around values.
func NiceScale(unit sim.Unit, label string, values ...float64) Scale {
	e := extent{}
	e.add(values...)
	return Scale{Range: niceRange(e, 0), Unit: unit, Label: label}
}
