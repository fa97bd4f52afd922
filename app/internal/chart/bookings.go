package chart

import (
	"math"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

// dipWeeks is the window of the deepest dip [weeks], as the outcome has it.
const dipWeeks = 4

// bookings is how far expected bookings lie above or below the baseline's on the same
// luck, over four weeks: the figure whose lowest point is the deepest dip.
func (b *builder) bookings() {
	p := Panel{Y: Axis{Unit: sim.UnitShare}}
	o := outcome{weekly: sim.WeekExpectedBookings, against: true}
	b.spread(&p, o, HueScenario)
	b.worlds(&p, o, names{key: "plain"}, HueScenario, Solid)
	line := p.leadingLine()
	if low := lowest(line); low >= 0 && line[low] < -leastDip {
		week := b.figure.X.Weeks[low]
		p.Points = append(p.Points, Point{
			Week: week, Y: line[low], Hue: HueLoss, Below: true,
			Label: assets.F("chart.money.trough", format.Percent(line[low]), format.Week(week)),
		})
	}
	e := p.extent()
	e.add(-.05, .05) // less than that is not worth a look from near
	p.Y.Range = niceRange(e, 0)
	if len(p.Points) > 0 { // room for the words below
		p.Y.Min = math.Min(p.Y.Min, p.Points[0].Y-(p.Y.Max-p.Y.Min)*.16)
	}
	b.figure.Panels = []Panel{p}
}

// leastDip is a dip that is worth a word.
const leastDip = .002

// leadingLine is the values of the line that matters most.
func (p Panel) leadingLine() []float64 {
	for _, s := range p.Series {
		if !s.Sample && s.Width == Thick {
			return s.Y
		}
	}
	return nil
}

// gapOf is how far a series lies above or below another, over the weeks of a dip, as a
// share of the other.
func gapOf(y, base []float64) []float64 {
	out := make([]float64, len(y))
	sum, under := 0.0, 0.0
	for k := range y {
		sum += y[k]
		under += at(base, k)
		if k >= dipWeeks {
			sum -= y[k-dipWeeks]
			under -= at(base, k-dipWeeks)
		}
		out[k] = sum/under - 1 // nothing expected: not defined
	}
	return out
}
