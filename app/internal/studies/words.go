package studies

import (
	"math"
	"strconv"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim/analysis"
)

// Figure writes a value of a statistic, with three decimals at most.
func Figure(s analysis.Statistic, v float64) string {
	return format.Value(math.Round(v*1000)/1000, s.Unit(), "")
}

// Statistic names a statistic.
func Statistic(s analysis.Statistic) string { return assets.T("validation.statistic." + string(s)) }

// Place says in words where a figure lies.
func Place(p *analysis.Placement) string {
	if p.Lack != analysis.LackNone {
		return assets.F("validation.lack."+string(p.Lack), p.People, analysis.LeastPeople)
	}
	key := "validation.place." + string(p.Place)
	if p.Place == analysis.PlaceRare || p.Place == analysis.PlaceOutside {
		side := "_low"
		if p.Percentile > .5 {
			side = "_high"
		}
		key += side
	}
	return assets.T(key)
}

// Without are the medians of the simulated rosters as they are and without each
// cause of their spread, and how many lie below the real one, one row for each.
func Without(v *analysis.Validation) [][]string {
	row := func(name string, list []analysis.Placement) []string {
		cells := []string{name}
		for i := range list {
			p := &list[i]
			if p.Lack != analysis.LackNone {
				cells = append(cells, "")
				continue
			}
			cells = append(cells, assets.F("validation.column.median_lower",
				Figure(p.Statistic, float64(p.Median)), format.Percent(float64(p.Percentile))))
		}
		return cells
	}
	rows := [][]string{row(assets.T("validation.cause.none"), v.Everybody)}
	for i := range v.Without {
		rows = append(rows, row(assets.T("validation.cause."+string(v.Without[i].Cause)), v.Without[i].Everybody))
	}
	return rows
}

// Span writes from where to where.
func Span(low, high string) string { return assets.F("validation.column.span", low, high) }

// RhoParameter is the assumption that has an elasticity.
const RhoParameter = "complementarity.rho"

// At writes a value of an assumption that is contested.
func At(parameter string, v float64) string {
	if parameter == RhoParameter {
		return format.Number(v)
	}
	return format.Percent(v)
}

// errorOf writes a standard error of such a value with the two digits that it has.
func errorOf(parameter string, se float64) string {
	if rounded, err := strconv.ParseFloat(strconv.FormatFloat(se, 'e', 1, 64), 64); err == nil {
		se = rounded
	}
	return At(parameter, se)
}

// Elasticity writes the elasticity of substitution that a rho stands for.
func Elasticity(rho float64) string {
	if e := analysis.Elasticity(rho); !math.IsInf(e, 0) {
		return format.Number(e)
	}
	return assets.T("contested.text.infinite")
}

// Claim says what a curve is about.
func Claim(c *analysis.ContestedCurve) string {
	key := "contested.claim." + c.Claim + "-" + string(c.Figure)
	if c.Claim == "A9" {
		key += "-" + c.World
	}
	return assets.T(key)
}

// Holds says where a claim holds along an axis.
func Holds(a *analysis.ContestedAxis, c *analysis.ContestedCurve) string {
	value := func(v float64) string {
		text := At(a.Parameter, v)
		if a.Parameter == RhoParameter {
			text = assets.F("contested.text.elasticity", text, Elasticity(v))
		}
		return text
	}
	said := ""
	for _, b := range c.BreakEvens {
		one := assets.F("contested.text.holds_"+string(b.Holds),
			value(float64(b.At)), errorOf(a.Parameter, float64(b.SE)), At(a.Parameter, b.From), At(a.Parameter, b.To))
		if said != "" {
			one = assets.F("contested.text.and", said, one)
		}
		said = one
	}
	if said != "" {
		return said
	}
	for i := range c.Value {
		if holds, defined := c.Holds(i); defined && !holds {
			return assets.T("contested.text.none")
		}
	}
	return assets.T("contested.text.all")
}

// Output says what an output of the ranking is.
func Output(out *analysis.RankingOutput) string {
	key := "ranking.output." + out.Claim
	if out.Claim == "A9" {
		key += "-" + out.World
	}
	return assets.T(key)
}

// Held says at how many points of the ranking a claim holds.
func Held(out *analysis.RankingOutput) string {
	key := "ranking.text.held_least"
	if out.AtMost {
		key = "ranking.text.held_most"
	}
	percent := func(n analysis.Number) string { return format.Percent(float64(n)) }
	return assets.F(key, percent(out.Bound), percent(out.Held), percent(out.Low), percent(out.High))
}
