package chart

import (
	"image/color"
	"math"
)

// paint draws a figure from the back to the front.
func paint(p *pen, f Figure, l layout, q Request) {
	a := artist{pen: p, figure: f, layout: l, palette: q.Palette}
	if f.Empty != "" {
		a.empty()
		a.words()
		return
	}
	for i := range l.panels {
		a.panel(&f.Panels[i], &l.panels[i])
	}
	if l.bare {
		return
	}
	a.verges()
	a.time()
	a.words()
}

// artist draws one figure.
type artist struct {
	pen     *pen
	figure  Figure
	layout  layout
	palette Palette
}

func (a *artist) panel(p *Panel, pl *panelLayout) {
	s := a.layout.size
	t := transform{data: pl.data, axis: p.Y.Range, weeks: a.figure.X.Max, scale: a.pen.scale}
	stacked := false
	for i := range p.Areas {
		stacked = stacked || !p.Areas[i].Faint
	}
	if !stacked {
		a.grid(p, pl, t)
	}
	for i := range p.Areas {
		a.area(&p.Areas[i], t)
	}
	if stacked {
		a.borders(p, pl, t)
	}
	for i := range p.Bands {
		a.band(&p.Bands[i], t)
	}
	var marks []placedMark
	if !a.layout.bare {
		marks = a.placeMarks(p, t)
		a.markLines(marks)
	}
	for i := range p.Series {
		a.series(&p.Series[i], t)
	}
	if a.layout.bare {
		return
	}
	for i, v := range pl.ticks {
		text := pl.labels[i]
		w := a.pen.fonts.width(text, s.tick, false)
		a.pen.text(a.palette.Muted, pl.data.left-gap-w, t.y(v)+s.tick*.36, s.tick, false, text)
	}
	if p.Title != "" {
		a.pen.text(a.palette.Ink, margin, pl.title, s.label, true, p.Title)
	}
	for _, in := range pl.inside {
		a.pen.text(a.palette.on(in.hue), in.at.x, in.at.y, s.label, false, in.name)
	}
	a.points(p, t)
	a.markLabels(marks)
	a.remark(p, pl, t)
	a.ends(pl)
}

// grid draws a quiet line at every tick, a stronger one at zero or at baseline = 100.
func (a *artist) grid(p *Panel, pl *panelLayout, t transform) {
	if a.layout.bare {
		pl.ticks = p.Y.ticks(3)
	}
	for _, v := range pl.ticks {
		c := a.palette.Grid
		if v == 0 {
			c = a.palette.Rim
		}
		y := t.y(v)
		a.pen.rule(stroke{color: c, width: 1}, point{pl.data.left, y}, point{pl.data.right, y})
	}
}

func (a *artist) area(area *Area, t transform) {
	c := a.palette.Line(area.Hue)
	if area.Faint {
		c = faded(c, 38)
	}
	for _, shape := range t.between(a.figure.X.Weeks, area.Low, area.High) {
		if !area.Faint || !area.Hatched {
			a.pen.fill(c, shape.polygon()...)
		}
		if area.Hatched {
			ink := a.palette.Word(area.Hue)
			ink.A = 130
			if area.Faint {
				ink.A = 90
			}
			a.hatch(stroke{color: ink, width: .8 * a.layout.size.weight}, shape)
		}
	}
}

// hatch draws slanted lines within a shape.
func (a *artist) hatch(s stroke, shape shape) {
	const distance, step = 6.0, 1.5
	if len(shape.x) < 2 {
		return
	}
	first, last := shape.x[0], shape.x[len(shape.x)-1]
	top, bottom := math.Inf(1), math.Inf(-1)
	for i := range shape.x {
		top, bottom = math.Min(top, shape.high[i]), math.Max(bottom, shape.low[i])
	}
	// The line at offset c runs up to the right: y = c - x.
	for c := math.Ceil((first+top)/distance) * distance; c <= last+bottom; c += distance {
		from, to := math.Max(first, c-bottom), math.Min(last, c-top)
		var run []point
		k := 0
		for x := from; x <= to+step/2; x += step {
			xx := math.Min(x, to)
			for k < len(shape.x)-2 && shape.x[k+1] < xx {
				k++
			}
			high, low := shape.at(k, xx)
			if y := c - xx; y >= high && y <= low {
				run = append(run, point{xx, y})
				continue
			}
			if len(run) > 1 {
				a.pen.line(s, run[0], run[len(run)-1])
			}
			run = run[:0]
		}
		if len(run) > 1 {
			a.pen.line(s, run[0], run[len(run)-1])
		}
	}
}

// borders part the layers of a stack, and draw the grid over it, faintly.
func (a *artist) borders(p *Panel, pl *panelLayout, t transform) {
	for i := range p.Areas {
		if i == len(p.Areas)-1 {
			break
		}
		for _, run := range t.runs(a.figure.X.Weeks, p.Areas[i].High) {
			a.pen.line(stroke{color: a.palette.Ground, width: 1.2 * a.layout.size.weight}, run...)
		}
	}
	for _, v := range pl.ticks {
		if v == p.Y.Min || v == p.Y.Max {
			continue
		}
		y := t.y(v)
		a.pen.rule(stroke{color: faded(a.palette.Ink, 28), width: 1}, point{t.data.left, y}, point{t.data.right, y})
	}
}

func (a *artist) band(b *Band, t transform) {
	c := faded(a.palette.Line(b.Hue), a.palette.BandAlpha)
	for _, shape := range t.between(a.figure.X.Weeks, b.Low, b.High) {
		a.pen.fill(c, shape.polygon()...)
	}
}

func (a *artist) series(s *Series, t transform) {
	st := a.stroke(s)
	for _, run := range t.runs(a.figure.X.Weeks, s.Y) {
		a.pen.line(st, run...)
	}
}

// stroke is how a series is drawn, in the data and in the legend.
func (a *artist) stroke(s *Series) stroke {
	w := [...]float64{Hair: .7, Thin: 1.25, Medium: 2.4, Thick: 3.6}[s.Width] * a.layout.size.weight
	if a.layout.bare {
		w *= .7
	}
	c := a.palette.Line(s.Hue)
	if s.Sample {
		c.A = 110
	}
	return stroke{color: c, width: w, dashes: s.Dash.of(w)}
}

// of is a line's pattern at a width.
func (d Dash) of(width float64) []float64 {
	unit := math.Max(width, 1.6)
	return map[Dash][]float64{
		Dashed: {3.4 * unit, 1.8 * unit}, Dotted: {1.1 * unit, 1.3 * unit}, DashDotted: {4 * unit, 1.4 * unit, 1.1 * unit, 1.4 * unit},
	}[d]
}

// points marks places with a ring and words beside it.
func (a *artist) points(p *Panel, t transform) {
	size := a.layout.size.note
	for i := range p.Points {
		pt := &p.Points[i]
		if !finite(pt.Y) || pt.Y < p.Y.Min || pt.Y > p.Y.Max {
			continue
		}
		at := point{t.x(pt.Week), t.y(pt.Y)}
		a.pen.disc(a.palette.Line(pt.Hue), at, 4.4*a.layout.size.weight)
		a.pen.disc(a.palette.Ground, at, 2.2*a.layout.size.weight)
		w := a.pen.fonts.width(pt.Label, size, true)
		x, y := at.x-w-7, at.y-7 // above and to the left
		if pt.Below {
			x, y = at.x-w/2, at.y+8+size
		}
		x = math.Max(t.data.left+2, math.Min(t.data.right-w-2, x))
		if y > t.data.bottom-2 || y-size < t.data.top {
			continue // there is no room for words; read-out and table have them
		}
		a.plate(rect{x - 3, y - size, x + w + 3, y + size*.3})
		a.pen.text(a.palette.Word(pt.Hue), x, y, size, true, pt.Label)
	}
}

// ends writes the labels at the ends of lines, with a leader where one was moved.
func (a *artist) ends(pl *panelLayout) {
	size := a.layout.size.label
	for _, e := range pl.ends {
		x := pl.data.right + gap + 4
		if math.Abs(e.y-e.anchor) > 2 {
			a.pen.line(stroke{color: a.palette.Line(e.hue), width: .8}, point{pl.data.right + 2, e.anchor}, point{x - 2, e.y})
		}
		y := e.y + size*.36
		c := a.palette.Word(e.hue)
		a.pen.text(c, x, y, size, false, e.name)
		a.pen.text(c, x+a.pen.fonts.width(e.name+" ", size, false), y, size, true, e.value)
	}
}

// verges draws the moments marked on the time axis.
func (a *artist) verges() {
	size := a.layout.size.note
	for _, v := range a.figure.Verges {
		for i := range a.layout.panels {
			data := a.layout.panels[i].data
			x := data.left + v.Week/a.figure.X.Max*data.width()
			top := data.top
			if i == 0 && a.figure.titled() && data.height() > 5*size {
				w := a.pen.fonts.width(v.Label, size, false)
				a.plate(rect{x + 1, top + 1, x + w + 6, top + size*1.4})
				a.pen.text(a.palette.Muted, x+4, top+size+1, size, false, v.Label)
			}
			if i == 0 && a.layout.verges {
				top -= 3
				w := a.pen.fonts.width(v.Label, size, false)
				tx := math.Max(data.left, math.Min(data.right-w, x-w/2))
				a.pen.text(a.palette.Muted, tx, top-3, size, false, v.Label)
			}
			a.pen.rule(stroke{color: a.palette.Muted, width: 1, dashes: []float64{2, 2.5}}, point{x, top}, point{x, data.bottom})
		}
	}
}

// time draws the time axis below the last panel, and its ticks below all.
func (a *artist) time() {
	s := a.layout.size
	for i := range a.layout.panels {
		data := a.layout.panels[i].data
		a.pen.rule(stroke{color: a.palette.Rim, width: 1}, point{data.left, data.bottom}, point{data.right, data.bottom})
		for _, week := range a.layout.timeTicks {
			x := data.left + week/a.figure.X.Max*data.width()
			a.pen.rule(stroke{color: a.palette.Rim, width: 1}, point{x, data.bottom}, point{x, data.bottom + 4})
		}
	}
	data := a.layout.panels[len(a.layout.panels)-1].data
	end := math.Inf(1)
	for i := len(a.layout.timeTicks) - 1; i >= 0; i-- { // the last is the widest and comes first
		text := a.layout.timeLabels[i]
		w := a.pen.fonts.width(text, s.tick, false)
		x := data.left + a.layout.timeTicks[i]/a.figure.X.Max*data.width()
		left := math.Max(margin/2, math.Min(a.layout.page.right-margin/2-w, x-w/2))
		if left+w+gap > end {
			continue
		}
		end = left
		a.pen.text(a.palette.Muted, left, data.bottom+4+s.tick*1.1, s.tick, false, text)
	}
}

// words writes title, subtitle, legend, note and stamp.
func (a *artist) words() {
	l, s := a.layout, a.layout.size
	if l.bare {
		return
	}
	y := l.top
	lines := func(texts []string, size float64, bold bool, c color.NRGBA) {
		for _, text := range texts {
			a.pen.text(c, margin, y+size, size, bold, text)
			y += size * s.line
		}
	}
	lines(l.title, s.title, true, a.palette.Ink)
	lines(l.subtitle, s.subtitle, false, a.palette.Muted)
	y = l.legendTop
	for _, row := range l.legend {
		for _, e := range row.entries {
			a.sample(e, y+s.label*.62)
			a.pen.text(a.palette.Ink, margin+e.x+sampleSize+5, y+s.label, s.label, false, e.label)
		}
		y += s.label * s.line
	}
	y = l.foot
	lines(l.note, s.note, false, a.palette.Muted)
	lines(l.stamp, s.stamp, false, a.palette.Muted)
}

// sample draws a line or layer as the legend shows it.
func (a *artist) sample(e legendEntry, y float64) {
	x := margin + e.x
	if e.series != nil {
		a.pen.line(a.stroke(e.series), point{x, y}, point{x + sampleSize, y})
		return
	}
	box := shape{x: []float64{x, x + sampleSize}, high: []float64{y - 5, y - 5}, low: []float64{y + 5, y + 5}}
	a.pen.fill(a.palette.Line(e.area.Hue), box.polygon()...)
	edge := append(box.polygon(), point{x, y - 5})
	a.pen.line(stroke{color: a.palette.Rim, width: .8}, edge...)
	if e.area.Hatched {
		ink := a.palette.Word(e.area.Hue)
		ink.A = 130
		a.hatch(stroke{color: ink, width: .8 * a.layout.size.weight}, box)
	}
}

// empty writes the sentence that stands in place of data.
func (a *artist) empty() {
	if a.layout.bare || len(a.layout.panels) == 0 {
		return
	}
	data := a.layout.panels[0].data
	size := a.layout.size.subtitle
	texts := wrap(a.pen.fonts, a.figure.Empty, size, false, data.width()*.7, 6)
	y := (data.top+data.bottom)/2 - float64(len(texts))*size*a.layout.size.line/2
	for _, text := range texts {
		w := a.pen.fonts.width(text, size, false)
		a.pen.text(a.palette.Muted, (data.left+data.right-w)/2, y+size, size, false, text)
		y += size * a.layout.size.line
	}
}
