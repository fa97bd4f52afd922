package chart

import (
	"math"
	"slices"

	"threep/app/internal/format"
	"threep/app/internal/studies"
	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// ContestedPlate shows the claims over the assumptions: a row for each claim, a
// column for each assumption.
func ContestedPlate(c *analysis.Contested, stamp string) *Plate {
	p := &Plate{
		Title: assets.T("contested.plate.title"), Subtitle: assets.T("contested.plate.subtitle"),
		Note: assets.T("contested.plate.note"), Stamp: stamp, Columns: len(c.Axes),
	}
	for _, row := range []struct {
		claim  string
		figure analysis.Figure
	}{{"A4", analysis.FigureDifference}, {"A8", analysis.FigureNPV}, {"A9", analysis.FigureGain}} {
		cells := make([]Cell, len(c.Axes))
		e := extent{}
		for i := range c.Axes {
			cells[i] = contestedCell(&c.Axes[i], row.claim, row.figure, &e)
			if i == 0 {
				cells[i].Title = assets.T("contested.plate." + row.claim)
				cells[i].Y.Label = assets.T("contested.plate." + row.claim + "-y")
			} else {
				cells[i].Title = " " // the first of the row speaks for all
				cells[i].Y.Label = " "
			}
		}
		for i := range cells {
			cells[i].Y.Range, cells[i].Y.Unit = niceRange(e, .02), sim.UnitShare
		}
		p.Cells = append(p.Cells, cells...)
	}
	return p
}

// floorHues tell the four floors apart, with their patterns.
var floorHues = [...]struct {
	hue  Hue
	dash Dash
}{{HueSavvy1, Solid}, {HueSavvy2, Dashed}, {HueSavvy3, DashDotted}, {HueSavvy4, Dotted}}

// contestedCell is one claim over one assumption; e takes the stretch of its values.
func contestedCell(a *analysis.ContestedAxis, claim string, figure analysis.Figure, e *extent) Cell {
	cell := Cell{X: contestedAxis(a)}
	floor := 0
	for k := range a.Curves {
		c := &a.Curves[k]
		if c.Claim != claim || c.Figure != figure {
			continue
		}
		hue, dash, label := HueScenario, Solid, ""
		if claim == "A9" {
			hue, dash = floorHues[floor].hue, floorHues[floor].dash
			label = assets.T("contested.world." + c.World)
			floor++
		}
		curve := Curve{Label: label, Hue: hue, Dash: dash, Width: Medium}
		fill := Fill{Hue: hue, Alpha: 50}
		for i, v := range a.Values {
			x, y, se := contestedPlace(a, v), float64(c.Value[i]), 1.96*float64(c.SE[i])
			if math.IsNaN(y) {
				continue
			}
			curve.X, curve.Y = append(curve.X, x), append(curve.Y, y)
			fill.X, fill.Low, fill.High = append(fill.X, x), append(fill.Low, y-se), append(fill.High, y+se)
			e.add(y-se, y+se)
		}
		cell.Fills, cell.Curves = append(cell.Fills, fill), append(cell.Curves, curve)
		if floor <= 1 {
			cell.Levels = append(cell.Levels, Level{At: float64(c.Bound), Label: assets.T("contested.plate." + claim + "-bound")})
			e.add(float64(c.Bound))
		}
		for _, b := range c.BreakEvens {
			cell.Marks = append(cell.Marks, PlateMark{At: contestedPlace(a, float64(b.At)), Label: studies.At(a.Parameter, float64(b.At)), Hue: HueLoss, Dash: Dashed})
		}
	}
	return cell
}

// contestedAxis is the axis of an assumption; that of rho has its values at even
// distances.
func contestedAxis(a *analysis.ContestedAxis) Scale {
	if a.Parameter != studies.RhoParameter {
		s := NiceScale(sim.UnitShare, assets.T("param."+a.Parameter+".label"), a.Values...)
		s.Min, s.Max = slices.Min(a.Values), slices.Max(a.Values)
		return s
	}
	s := Scale{Range: Range{0, float64(len(a.Values) - 1)}, Label: assets.T("contested.plate.rho")}
	for i, v := range a.Values {
		if v == math.Trunc(v) {
			s.Ticks = append(s.Ticks, Tick{float64(i), format.Number(v)})
		}
	}
	return s
}

// contestedPlace is where a value stands on its axis: for rho between the places
// of the two values around it.
func contestedPlace(a *analysis.ContestedAxis, v float64) float64 {
	if a.Parameter != studies.RhoParameter {
		return v
	}
	for i := 1; i < len(a.Values); i++ {
		if x1, x2 := a.Values[i-1], a.Values[i]; v <= x1 && v >= x2 {
			return float64(i-1) + (x1-v)/(x1-x2)
		}
	}
	return math.NaN()
}
