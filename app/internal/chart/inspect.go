package chart

import (
	"math"
	"slices"
	"strings"

	"threep/app/internal/format"
	"threep/assets"
)

// Inspect reads off the values at a place [pixels]: x is where the nearest week
// stands, text says its values, one a line; ok is false where there is nothing.
func (p Picture) Inspect(px, py float32) (x float32, text string, ok bool) {
	l, f := p.layout, p.figure
	if l.bare || f.Empty != "" || len(l.panels) == 0 || len(f.X.Weeks) == 0 {
		return 0, "", false
	}
	at := point{float64(px) / p.scale, float64(py) / p.scale}
	panel := 0
	for i := range l.panels {
		if at.y > l.panels[i].data.bottom && i < len(l.panels)-1 {
			panel = i + 1
		}
	}
	data := l.panels[panel].data
	if !(at.x >= data.left-gap && at.x <= data.right+gap) || data.width() <= 0 {
		return 0, "", false
	}
	week := (at.x - data.left) / data.width() * f.X.Max
	k := nearest(f.X.Weeks, week)
	text = strings.Join(f.readout(panel, k), "\n")
	return float32((data.left + f.X.Weeks[k]/f.X.Max*data.width()) * p.scale), text, true
}

func nearest(weeks []float64, week float64) int {
	best := 0
	for k, w := range weeks {
		if math.Abs(w-week) < math.Abs(weeks[best]-week) {
			best = k
		}
	}
	return best
}

// readout says the values of a panel in a week.
func (f Figure) readout(panel, k int) []string {
	week := f.X.Weeks[k]
	lines := []string{assets.F("chart.readout.week", capital(format.Week(week)), int(week))}
	p := f.Panels[panel]
	say := func(label string, v float64) {
		lines = append(lines, assets.F("chart.readout.value", label, format.Value(v, p.Y.Unit, p.Y.Currency)))
	}
	for i := len(p.Areas) - 1; i >= 0; i-- { // from the top, as the eye reads
		if a := p.Areas[i]; !a.Faint {
			say(a.Label, at(a.High, k)-at(a.Low, k))
		}
	}
	for _, s := range p.fromTheTop(k) {
		say(s.Label, at(s.Y, k))
	}
	for _, b := range p.Bands {
		if b.Share == .80 && b.Hue == p.leading() {
			lines = append(lines, assets.F("chart.readout.range", b.Label,
				format.Value(at(b.Low, k), p.Y.Unit, p.Y.Currency), format.Value(at(b.High, k), p.Y.Unit, p.Y.Currency)))
		}
	}
	for i := range p.Marks {
		if m := &p.Marks[i]; !m.Upright {
			lines = append(lines, m.Label)
		}
	}
	return lines
}

// fromTheTop are the lines that are read off, in the order in which they stand in a
// week: what comes to the same is in the order of the figure.
func (p Panel) fromTheTop(k int) []Series {
	lines := slices.DeleteFunc(slices.Clone(p.Series), func(s Series) bool { return s.Sample })
	slices.SortStableFunc(lines, func(a, b Series) int {
		x, y := at(a.Y, k), at(b.Y, k)
		switch {
		case x > y || finite(x) && !finite(y):
			return -1
		case x < y || finite(y) && !finite(x):
			return 1
		}
		return 0
	})
	return lines
}

// leading is the hue of the first line that is no sample.
func (p Panel) leading() Hue {
	for _, s := range p.Series {
		if !s.Sample && s.Width == Thick {
			return s.Hue
		}
	}
	return HueScenario
}

func at(y []float64, k int) float64 {
	if k < 0 || k >= len(y) {
		return math.NaN()
	}
	return y[k]
}

func capital(text string) string {
	if text == "" {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
