package chart

import "math"

// transform takes values to places on the page.
type transform struct {
	data  rect
	axis  Range
	weeks float64
	scale float64 // pixels to a point; 0: none
}

func (t transform) x(week float64) float64 {
	return t.data.left + week/t.weeks*t.data.width()
}

// y keeps far values within what canvases can count.
func (t transform) y(v float64) float64 {
	switch v { // the ends of the axis are the edges, to the last bit
	case t.axis.Min:
		return t.data.bottom
	case t.axis.Max:
		return t.data.top
	}
	y := t.data.bottom - (v-t.axis.Min)/(t.axis.Max-t.axis.Min)*t.data.height()
	return math.Max(-1e5, math.Min(1e5, y))
}

// clamp keeps a place within the data area.
func (t transform) clamp(y float64) float64 {
	return math.Max(t.data.top, math.Min(t.data.bottom, y))
}

// runs are the stretches of a line between its gaps, within the data area, with at
// most about two points to a column of pixels.
func (t transform) runs(weeks, values []float64) [][]point {
	var out [][]point
	var run []point
	end := func() {
		if len(run) == 1 { // a single value is a dot
			q := run[0]
			run = []point{{q.x - .75, q.y}, {q.x + .75, q.y}}
		}
		if len(run) > 1 {
			out = append(out, t.within(t.thin(run))...)
		}
		run = nil
	}
	for k := range min(len(weeks), len(values)) {
		y := t.y(values[k])
		if !finite(values[k]) || math.IsNaN(y) {
			end()
			continue
		}
		run = append(run, point{t.x(weeks[k]), y})
	}
	end()
	return out
}

// column is the width that two points share [points].
func (t transform) column() float64 {
	if t.scale > 0 {
		return 1 / t.scale
	}
	return .5
}

// thin keeps the lowest and the highest point of every column, in their order.
func (t transform) thin(run []point) []point {
	width := t.column()
	if float64(len(run)) <= 2*math.Max(1, t.data.width()/width) {
		return run
	}
	var out []point
	for i := 0; i < len(run); {
		column := math.Floor(run[i].x / width)
		low, high, k := i, i, i
		for ; k < len(run) && math.Floor(run[k].x/width) == column; k++ {
			if run[k].y < run[low].y {
				low = k
			}
			if run[k].y > run[high].y {
				high = k
			}
		}
		first, second := min(low, high), max(low, high)
		out = append(out, run[first])
		if second != first {
			out = append(out, run[second])
		}
		i = k
	}
	return out
}

// within cuts off what is above or below the data area.
func (t transform) within(run []point) [][]point {
	inside := true
	for _, q := range run {
		inside = inside && q.y >= t.data.top && q.y <= t.data.bottom
	}
	if inside {
		return [][]point{run}
	}
	var out [][]point
	var part []point
	for i := 1; i < len(run); i++ {
		a, b, ok := t.cut(run[i-1], run[i])
		if !ok {
			if len(part) > 1 {
				out = append(out, part)
			}
			part = nil
			continue
		}
		if len(part) == 0 || part[len(part)-1] != a {
			if len(part) > 1 {
				out = append(out, part)
			}
			part = []point{a}
		}
		part = append(part, b)
	}
	if len(part) > 1 {
		out = append(out, part)
	}
	return out
}

// cut is the part of a segment within the data area.
func (t transform) cut(a, b point) (point, point, bool) {
	if math.Max(a.y, b.y) < t.data.top || math.Min(a.y, b.y) > t.data.bottom {
		return a, b, false
	}
	onto := func(p, q point, y float64) point {
		return point{p.x + (q.x-p.x)*(y-p.y)/(q.y-p.y), y}
	}
	from, to := a, b
	for _, y := range []float64{t.data.top, t.data.bottom} {
		outside := func(p point) bool {
			return y == t.data.top && p.y < y || y == t.data.bottom && p.y > y
		}
		if outside(from) {
			from = onto(a, b, y)
		}
		if outside(to) {
			to = onto(a, b, y)
		}
	}
	return from, to, true
}

// shape is a region between two lines, on the page: high is above low.
type shape struct{ x, low, high []float64 }

// between are the stretches of a region where both of its lines have values, kept
// within the data area.
func (t transform) between(weeks, low, high []float64) []shape {
	var out []shape
	var s shape
	end := func() {
		if len(s.x) > 1 {
			out = append(out, t.thinShape(s))
		}
		s = shape{}
	}
	for k := range min(len(weeks), len(low), len(high)) {
		a, b := t.y(low[k]), t.y(high[k])
		if !finite(low[k]) || !finite(high[k]) || math.IsNaN(a) || math.IsNaN(b) {
			end()
			continue
		}
		s.x = append(s.x, t.x(weeks[k]))
		s.low, s.high = append(s.low, t.clamp(a)), append(s.high, t.clamp(b))
	}
	end()
	return out
}

// thinShape keeps, for every column of pixels, the widest extent at its two ends.
func (t transform) thinShape(s shape) shape {
	width := t.column()
	if float64(len(s.x)) <= 2*math.Max(1, t.data.width()/width) {
		return s
	}
	var out shape
	for i := 0; i < len(s.x); {
		column := math.Floor(s.x[i] / width)
		low, high, k := s.low[i], s.high[i], i
		for ; k < len(s.x) && math.Floor(s.x[k]/width) == column; k++ {
			low, high = math.Max(low, s.low[k]), math.Min(high, s.high[k])
		}
		for _, x := range []float64{s.x[i], s.x[k-1]} {
			out.x, out.low, out.high = append(out.x, x), append(out.low, low), append(out.high, high)
		}
		i = k
	}
	return out
}

func (s shape) polygon() []point {
	pts := make([]point, 0, 2*len(s.x))
	for i, x := range s.x {
		pts = append(pts, point{x, s.high[i]})
	}
	for i := len(s.x) - 1; i >= 0; i-- {
		pts = append(pts, point{s.x[i], s.low[i]})
	}
	return pts
}

// at interpolates both lines between corner k and the next.
func (s shape) at(k int, x float64) (high, low float64) {
	w := s.x[k+1] - s.x[k]
	f := 0.0
	if w > 0 {
		f = math.Max(0, math.Min(1, (x-s.x[k])/w))
	}
	return s.high[k] + f*(s.high[k+1]-s.high[k]), s.low[k] + f*(s.low[k+1]-s.low[k])
}
