package chart

import (
	"math"

	"threep/app/internal/format"
	"threep/app/internal/studies"
	"threep/assets"
	"threep/sim/analysis"
)

// bins is how many columns show a distribution.
const bins = 40

// ValidationPlate shows where the figures of a real roster lie among those of
// simulated ones.
func ValidationPlate(v *analysis.Validation, roster, stamp string) *Plate {
	p := &Plate{
		Title:    assets.F("validation.plate.title", format.Number(float64(v.Rosters))),
		Subtitle: assets.F("validation.plate.subtitle", roster, v.People),
		Note:     assets.T("validation.plate.note"), Stamp: stamp, Columns: 2,
	}
	for i := range v.Everybody {
		p.Cells = append(p.Cells, placementCell(&v.Everybody[i]))
	}
	return p
}

// placementCell is the distribution of one statistic with the observed figure.
func placementCell(p *analysis.Placement) Cell {
	c := Cell{Title: studies.Statistic(p.Statistic), Caption: studies.Place(p), Y: Scale{Bare: true, Range: Range{0, 1}}}
	if p.Lack != analysis.LackNone || len(p.Simulated) == 0 {
		c.X.Bare, c.X.Range = true, Range{0, 1}
		return c
	}
	observed := float64(p.Observed)
	c.X = NiceScale(p.Statistic.Unit(), "", observed, p.Simulated[0], p.Simulated[len(p.Simulated)-1])
	counts := make([]float64, bins)
	width := (c.X.Max - c.X.Min) / bins
	most := 0.0
	for _, v := range p.Simulated {
		k := min(bins-1, max(0, int((v-c.X.Min)/width)))
		counts[k]++
		most = math.Max(most, counts[k])
	}
	c.Y.Max = most * 1.05
	for k, n := range counts {
		if n == 0 {
			continue
		}
		left, right := c.X.Min+float64(k)*width, c.X.Min+float64(k+1)*width
		c.Fills = append(c.Fills, Fill{
			X: []float64{left, right}, Low: []float64{0, 0}, High: []float64{n, n},
			Hue: HueScenario, Alpha: shade(p, (left+right)/2),
		})
	}
	c.Marks = []PlateMark{{At: observed, Label: assets.F("validation.plate.observed", studies.Figure(p.Statistic, observed)), Hue: HueBaseline}}
	return c
}

// shade is the stronger the more central a value is.
func shade(p *analysis.Placement, v float64) uint8 {
	shades := [...]uint8{235, 150, 85}
	for k := range shades {
		if v >= float64(p.Low[k]) && v <= float64(p.High[k]) {
			return shades[k]
		}
	}
	return 40
}
