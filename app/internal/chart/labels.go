package chart

import (
	"math"

	"threep/app/internal/format"
)

// endWidth is the width of the labels at the ends of lines; direct is false where
// they would take too much of the page, and a legend stands above instead.
func (l *layout) endWidth(f Figure, m fonts) (width float64, direct bool) {
	for _, p := range f.Panels {
		for _, e := range p.ends() {
			w := m.width(e.name+" ", l.size.label, false) + m.width(e.value, l.size.label, true)
			width = math.Max(width, w)
		}
	}
	return width, width <= .34*l.page.width()
}

// ends are the labels of a panel's lines and layers.
func (p Panel) ends() []endLabel {
	var out []endLabel
	add := func(name string, value, anchor float64, hue Hue) {
		if name != "" && finite(anchor) {
			out = append(out, endLabel{name: name, value: format.Value(value, p.Y.Unit, ""), hue: hue, anchor: anchor})
		}
	}
	for _, a := range p.Areas {
		if share, ends := a.endShare(); ends {
			k := lastFinite(a.High)
			add(a.Short, share, (a.High[k]+a.Low[k])/2, a.Hue)
		}
	}
	for _, s := range p.Series {
		if k := lastFinite(s.Y); k >= 0 { // where the line ends early, its end is not defined
			add(s.Short, at(s.Y, len(s.Y)-1), s.Y[k], s.Hue)
		}
	}
	return out
}

// endShare is the thickness of a layer at its end, and whether that is enough for a
// label.
func (a Area) endShare() (share float64, ends bool) {
	k := lastFinite(a.High)
	if a.Faint || k < 0 || !finite(at(a.Low, k)) {
		return 0, false
	}
	share = a.High[k] - a.Low[k]
	return share, share >= .005
}

// titled reports whether the panels have titles of their own.
func (f Figure) titled() bool {
	for _, p := range f.Panels {
		if p.Title != "" {
			return true
		}
	}
	return false
}

func lastFinite(y []float64) int {
	for k := len(y) - 1; k >= 0; k-- {
		if finite(y[k]) {
			return k
		}
	}
	return -1
}

// placeEnds sets the labels beside the ends of their lines and moves them apart where
// they would overlap.
func (l *layout) placeEnds(f Figure) {
	for i := range l.panels {
		pl := &l.panels[i]
		axis := f.Panels[i].Y.Range
		pl.ends = f.Panels[i].ends()
		for k := range pl.ends {
			e := &pl.ends[k]
			e.anchor = pl.data.place(axis, e.anchor)
			e.y = e.anchor
		}
		spreadOut(pl.ends, l.size.label*1.2, pl.data.top+l.size.label*.4, pl.data.bottom-l.size.label*.3)
	}
}

// place is the place of a value on the page, within the data area.
func (r rect) place(axis Range, v float64) float64 {
	y := r.bottom - (v-axis.Min)/(axis.Max-axis.Min)*r.height()
	return math.Max(r.top, math.Min(r.bottom, y))
}

// spreadOut moves labels apart to a distance, as little as can be, and keeps their
// order and the bounds.
func spreadOut(labels []endLabel, distance, top, bottom float64) {
	if len(labels) == 0 {
		return
	}
	order := make([]*endLabel, len(labels))
	for i := range labels {
		order[i] = &labels[i]
	}
	for i := 1; i < len(order); i++ { // by place; equal places keep their order
		for k := i; k > 0 && order[k].anchor < order[k-1].anchor-1e-9; k-- {
			order[k], order[k-1] = order[k-1], order[k]
		}
	}
	// Blocks of labels that touch stand around the mean of their anchors.
	type block struct {
		first, count int
		sum          float64 // of anchor less offset in the block
	}
	stand := func(b block) float64 {
		y := b.sum / float64(b.count)
		return math.Max(top, math.Min(bottom-distance*float64(b.count-1), y))
	}
	var blocks []block
	for i, e := range order {
		blocks = append(blocks, block{i, 1, e.anchor})
		for n := len(blocks); n > 1; n = len(blocks) {
			a, b := blocks[n-2], blocks[n-1]
			if stand(a)+distance*float64(a.count) <= stand(b)+1e-9 {
				break
			}
			merged := block{a.first, a.count + b.count, a.sum + b.sum - distance*float64(a.count*b.count)}
			blocks = append(blocks[:n-2], merged)
		}
	}
	for _, b := range blocks {
		for k := range b.count {
			order[b.first+k].y = stand(b) + distance*float64(k)
		}
	}
}

// placeInside writes the name of a layer into it where it has no label at its end but
// room within, and takes it out of the legend.
func (l *layout) placeInside(f Figure, m fonts) {
	for i := range l.panels {
		pl, p := &l.panels[i], &f.Panels[i]
		t := transform{data: pl.data, axis: p.Y.Range, weeks: f.X.Max}
		for k := range p.Areas {
			a := &p.Areas[k]
			if _, ends := a.endShare(); ends || a.Faint || a.Short == "" {
				continue
			}
			if spot, ok := l.roomiest(a, t, f, m.width(a.Short, l.size.label, false)); ok {
				pl.inside = append(pl.inside, insideLabel{a.Short, spot, a.Hue})
			}
		}
	}
	named := map[string]bool{}
	for _, pl := range l.panels {
		for _, in := range pl.inside {
			named[in.name] = true
		}
	}
	rows := l.legend[:0]
	for _, row := range l.legend {
		kept := legendRow{}
		for _, e := range row.entries {
			if !named[e.label] {
				kept.entries = append(kept.entries, e)
			}
		}
		if len(kept.entries) > 0 {
			rows = append(rows, kept)
		}
	}
	l.legend = rows
	for r := range l.legend { // close the gaps
		x := 0.0
		for k := range l.legend[r].entries {
			e := &l.legend[r].entries[k]
			e.x = x
			x += sampleSize + 5 + m.width(e.label, l.size.label, false) + 14
		}
	}
}

// roomiest finds where a layer has most height for words of a width, clear of the
// moments marked on the time axis.
func (l *layout) roomiest(a *Area, t transform, f Figure, width float64) (point, bool) {
	best, spot := l.size.label*1.25, point{}
	weeks := f.X.Weeks
	for k := range weeks {
		x := t.x(weeks[k])
		from, to := x-width/2-4, x+width/2+4
		taken := from < t.data.left || to > t.data.right
		for _, v := range f.Verges {
			at := t.x(v.Week)
			taken = taken || (at >= from && at <= to)
		}
		if taken {
			continue
		}
		top, bottom := t.data.top, t.data.bottom
		for j := range weeks {
			if xx := t.x(weeks[j]); xx >= from && xx <= to && finite(at(a.High, j)) && finite(at(a.Low, j)) {
				top, bottom = math.Max(top, t.y(a.High[j])), math.Min(bottom, t.y(a.Low[j]))
			}
		}
		if bottom-top > best+1e-9 {
			best, spot = bottom-top, point{x - width/2, (top+bottom)/2 + l.size.label*.36}
		}
	}
	return spot, spot != point{}
}

// legendRows lists lines and layers above the data, in as many rows as they need. With
// labels at the ends of lines, it is only for layers that have come to nothing there.
func (l *layout) legendRows(f Figure, m fonts, width float64, direct bool) []legendRow {
	var rows []legendRow
	x := 0.0
	seen := map[string]bool{}
	add := func(e legendEntry) {
		if e.label == "" || seen[e.label] {
			return // a second panel shows the same worlds
		}
		seen[e.label] = true
		w := sampleSize + 5 + m.width(e.label, l.size.label, false)
		if len(rows) == 0 || x+w > width {
			rows, x = append(rows, legendRow{}), 0
		}
		e.x = x
		row := &rows[len(rows)-1]
		row.entries = append(row.entries, e)
		x += w + 14
	}
	for i := range f.Panels {
		p := &f.Panels[i]
		for k := len(p.Areas) - 1; k >= 0; k-- {
			if _, ends := p.Areas[k].endShare(); !direct || !ends {
				add(legendEntry{label: p.Areas[k].Short, area: &p.Areas[k]})
			}
		}
		for k := range p.Series {
			if s := &p.Series[k]; !direct && s.Short != "" {
				add(legendEntry{label: capital(s.Short), series: s})
			}
		}
	}
	return rows
}
