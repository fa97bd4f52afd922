package reference

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"threep/app/internal/format"
	"threep/app/internal/studies"
	"threep/assets"
	"threep/sim/analysis"
)

// study is one of the studies on record, as tables.
func (t *tables) study(id string) (string, error) {
	switch id {
	case "validation", "validation-whole-year", "validation-without":
		v, err := studies.RecordedValidation()
		if err != nil {
			return "", err
		}
		switch id {
		case "validation-whole-year":
			return placements(v.WholeYear), nil
		case "validation-without":
			return without(v.Validation), nil
		}
		return placements(v.Everybody), nil
	case "contested":
		c, err := studies.RecordedContested()
		if err != nil {
			return "", err
		}
		return madeBy(&c.Made) + "\n\n" + breakEvens(c), nil
	case "ranking":
		r, err := studies.RecordedRanking()
		if err != nil {
			return "", err
		}
		return madeBy(&r.Made) + "\n\n" + ranks(r), nil
	}
	return "", fmt.Errorf("there is no study %q", id)
}

// madeBy says how a study was made.
func madeBy(m *analysis.Made) string {
	return assets.F("reference.study.made", code(m.Command), m.Model, code(m.Digest[:min(12, len(m.Digest))]))
}

func placements(list []analysis.Placement) string {
	var rows [][]string
	for i := range list {
		p := &list[i]
		value := func(v analysis.Number) string { return studies.Figure(p.Statistic, float64(v)) }
		span := func(k int) string { return studies.Span(value(p.Low[k]), value(p.High[k])) }
		rows = append(rows, []string{
			studies.Statistic(p.Statistic), format.Number(float64(p.People)), value(p.Observed), value(p.Median),
			span(0), span(1), span(2), format.Percent(float64(p.Percentile)), studies.Place(p),
		})
	}
	return table([]string{"figure", "people", "observed", "median", "central50", "central90", "central99", "percentile", "place"}, rows)
}

// without lists what each cause of the simulated spread makes of the figures.
func without(v *analysis.Validation) string {
	heads := []string{"simulated"}
	for i := range v.Everybody {
		heads = append(heads, string(v.Everybody[i].Statistic))
	}
	return table(heads, studies.Without(v))
}

// breakEvens lists for every claim where it holds along each axis.
func breakEvens(c *analysis.Contested) string {
	var rows [][]string
	for k := range c.Axes[0].Curves {
		curve := &c.Axes[0].Curves[k]
		if !curve.Claims() {
			continue
		}
		for i := range c.Axes {
			a := &c.Axes[i]
			rows = append(rows, []string{studies.Claim(curve), code(a.Parameter), studies.Holds(a, &a.Curves[k])})
		}
	}
	return table([]string{"claim", "parameter", "holds"}, rows)
}

// stops is where along an assumption a figure of a claim stops to hold, or begins to.
func stops(arguments []string) (string, error) {
	if len(arguments) != 3 {
		return "", errors.New("it takes an assumption, a claim and a figure")
	}
	c, err := studies.RecordedContested()
	if err != nil {
		return "", err
	}
	for i := range c.Axes {
		a := &c.Axes[i]
		for k := range a.Curves {
			x := &a.Curves[k]
			if a.Parameter == arguments[0] && x.Claim == arguments[1] && string(x.Figure) == arguments[2] && len(x.BreakEvens) == 1 {
				return studies.At(a.Parameter, math.Round(float64(x.BreakEvens[0].At)*100)/100), nil
			}
		}
	}
	return "", errors.New("no such claim stops to hold once there")
}

// held is the share of points at which a figure of a claim holds, where all
// assumptions are drawn.
func held(arguments []string) (string, error) {
	if len(arguments) != 2 {
		return "", errors.New("it takes a claim and a figure")
	}
	r, err := studies.RecordedRanking()
	if err != nil {
		return "", err
	}
	for i := range r.Outputs {
		if out := &r.Outputs[i]; out.Claim == arguments[0] && string(out.Figure) == arguments[1] {
			return format.Percent(float64(out.Held)), nil
		}
	}
	return "", errors.New("no such figure is ranked")
}

// ranked is how many assumptions are listed for each output.
const ranked = 8

// ranks lists the strongest assumptions of every output.
func ranks(r *analysis.Ranking) string {
	var parts []string
	for i := range r.Outputs {
		out := &r.Outputs[i]
		var rows [][]string
		for k := range out.Effects[:min(ranked, len(out.Effects))] {
			e := &out.Effects[k]
			points := func(n analysis.Number) string { return format.Points(float64(n)) }
			bare := func(n analysis.Number) string { return strings.TrimPrefix(points(n), "+") }
			rows = append(rows, []string{
				assets.T("param." + e.Parameter + ".label"), code(e.Parameter), assets.F("reference.study.error", bare(e.MuStar), bare(e.SE)), points(e.Mu), bare(e.Sigma),
			})
		}
		parts = append(parts, studies.Output(out)+". "+studies.Held(out)+"\n\n"+table([]string{"meaning", "parameter", "mu_star", "mu", "sigma"}, rows))
	}
	return strings.Join(parts, "\n\n")
}
