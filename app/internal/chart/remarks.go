package chart

import "math"

// plate clears the ground under words that stand on data.
func (a *artist) plate(r rect) { a.pen.box(faded(a.palette.Ground, 205), r) }

// remark writes a sentence into the corner of the data area where it covers least.
func (a *artist) remark(p *Panel, pl *panelLayout, t transform) {
	if p.Remark == "" {
		return
	}
	size := a.layout.size.label
	w, h := a.pen.fonts.width(p.Remark, size, true)+8, size*1.5
	if w > pl.data.width() || 2*h > pl.data.height() {
		return
	}
	left, right := pl.data.left+4, pl.data.right-4-w
	top, bottom := pl.data.top+4, pl.data.bottom-4-h
	best, least := rect{}, math.Inf(1)
	for _, corner := range []point{{left, top}, {right, top}, {left, bottom}, {right, bottom}} {
		box := rect{corner.x, corner.y, corner.x + w, corner.y + h}
		if n := a.covered(p, t, box); n < least {
			best, least = box, n
		}
	}
	a.plate(best)
	a.pen.text(a.palette.Word(HueLoss), best.left+4, best.top+size*1.1, size, true, p.Remark)
}

// covered says how much of lines and marks a box would hide.
func (a *artist) covered(p *Panel, t transform, box rect) float64 {
	box = rect{box.left - 4, box.top - 4, box.right + 4, box.bottom + 4}
	hidden := 0.0
	within := func(q point) bool {
		return q.x > box.left && q.x < box.right && q.y > box.top && q.y < box.bottom
	}
	for i := range p.Series {
		weight := 2.0
		if p.Series[i].Sample {
			weight = .1
		}
		for k, v := range p.Series[i].Y {
			if finite(v) && within(point{t.x(a.figure.X.Weeks[k]), t.y(v)}) {
				hidden += weight
			}
		}
	}
	for _, pt := range p.Points {
		words := a.pen.fonts.width(pt.Label, a.layout.size.note, true)
		at := point{t.x(pt.Week), t.y(pt.Y)}
		if at.x+words > box.left && at.x-words < box.right && at.y+30 > box.top && at.y-10 < box.bottom {
			hidden += 30
		}
	}
	for _, v := range a.figure.Verges {
		if x := t.x(v.Week); x > box.left && x < box.right {
			hidden += 10
		}
	}
	return hidden
}
