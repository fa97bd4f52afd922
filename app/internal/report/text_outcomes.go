package report

import (
	"math"

	"threep/app/internal/format"
	"threep/app/internal/verdict"
	"threep/assets"
	"threep/sim"
)

// outcomeGroup is a part of the table of outcomes.
type outcomeGroup struct {
	key    string // of its heading
	tools  bool   // shown only where a tool is rolled out
	totals []sim.Total
}

func outcomeGroups() []outcomeGroup {
	return []outcomeGroup{
		{"last_year", false, []sim.Total{
			sim.TotalRevenue, sim.TotalGrossMargin, sim.TotalCost, sim.TotalAttainment, sim.TotalAtQuota,
			sim.TotalWon, sim.TotalWinRate, sim.TotalLossRate, sim.TotalNoDecision, sim.TotalSellingShare, sim.TotalForecastError,
		}},
		{"whole", false, []sim.Total{sim.TotalTurnover, sim.TotalVoluntary}},
		{"end", false, []sim.Total{sim.TotalQualified, sim.TotalSkill, sim.TotalMaturity}},
		{"use", true, []sim.Total{sim.TotalLoggedUse, sim.TotalBenefitUse}},
	}
}

// outcomes is the table of baseline, scenario and paired difference.
func (t *text) outcomes() {
	t.heading(assets.T("report.text.outcomes"))
	g := &grid{left: 1}
	head := []string{"", assets.T("report.text.baseline")}
	if t.Result.AssumptionsDiffer {
		head = []string{"", assets.T("report.text.published"), assets.T("report.text.assumed")}
	}
	g.add(append(head, assets.T("report.text.scenario"), assets.T("report.text.difference"))...)
	for _, group := range outcomeGroups() {
		if group.tools && len(t.scenario().Decisions.Tools) == 0 {
			continue
		}
		g.rule()
		g.add(assets.T("report.group." + group.key))
		for _, total := range group.totals {
			t.outcome(g, total)
		}
	}
	g.write(t.Writer)
}

// outcome adds two rows: the means, and between what 8 of 10 futures lie.
func (t *text) outcome(g *grid, total sim.Total) {
	info := sim.TotalInfo()[total]
	show := cellUnit(info)
	r := t.Result
	means, spreads := []string{assets.F("report.text.row", t.label(info))}, []string{assets.T("report.text.spread")}
	add := func(values []float64, write func(v float64) string) {
		s := total.Summarise(values)
		t.leaveOut(info.ID, s)
		means = append(means, write(s.Mean))
		spreads = append(spreads, between(write(s.P10), write(s.P90)))
	}
	plain := func(v float64) string { return format.Value(v, show, "") }
	add(r.Values(total, sim.Baseline), plain)
	if r.AssumptionsDiffer {
		add(r.Values(total, sim.Assumed), plain)
	}
	add(r.Values(total, sim.Decided), plain)
	add(r.Difference(total), func(v float64) string { return format.Difference(v, show, "") })
	g.add(means...)
	if r.Runs > 1 {
		g.add(spreads...)
	}
}

// leaveOut keeps in mind an outcome that some futures leave undefined, with the most
// futures that do so in a world.
func (t *text) leaveOut(id string, s sim.Summary) {
	if s.Undefined == 0 || s.Undefined == s.N { // none: the cells say so
		return
	}
	for i := range t.undefined {
		if u := &t.undefined[i]; u.id == id {
			u.futures = max(u.futures, s.Undefined)
			return
		}
	}
	t.undefined = append(t.undefined, undefined{id, s.Undefined})
}

func between(low, high string) string {
	if low == high {
		return low
	}
	return assets.F("report.text.between", low, high)
}

// cellUnit is how the cells of an outcome are written: what its label says already is
// left out of them.
func cellUnit(info sim.OutcomeInfo) sim.Unit {
	switch {
	case info.ID == "turnover" || info.ID == "turnover_voluntary":
		return sim.UnitShare // 28% a year
	case info.Unit == sim.UnitShare:
		return sim.UnitShare
	}
	return sim.UnitCount
}

// label is an outcome's name with what its numbers count.
func (t *text) label(info sim.OutcomeInfo) string {
	name := assets.T("outcome." + info.ID + ".label")
	if info.Unit == sim.UnitMoney {
		return assets.F("report.text.label", name, t.currency())
	}
	if key := "report.cell_unit." + string(info.Unit); assets.Has(key) {
		return assets.F("report.text.label", name, assets.T(key))
	}
	return name
}

const (
	// mostReturn is a return beyond which next to nothing was added to the cost: gains
	// are divided by a remainder.
	mostReturn = 20
	// leastAdding is the share of futures in which cost must be added.
	leastAdding = .9
)

// ReturnMeans reports whether return on cost says anything: where the decisions add
// hardly any cost, or save some, there is nothing that the gain is a return on.
func ReturnMeans(s sim.Summary) bool {
	adding := float64(s.N-s.Undefined) / float64(max(1, s.N))
	return adding >= leastAdding && math.Abs(s.P50) <= mostReturn
}

// programme says what the decisions cost and bring against the baseline.
func (t *text) programme() {
	if verdict.Unmoved(&t.headline) {
		return
	}
	t.heading(assets.F("report.group.programme", format.Span(float64(t.Result.Weeks))))
	g := &grid{left: 1}
	head := []string{"", assets.T("report.text.middle")}
	if t.Result.Runs > 1 {
		head = append(head, assets.T("report.text.spread_head"))
	}
	g.add(head...)
	g.rule()
	weeks := float64(t.Result.Weeks)
	for _, total := range []sim.Total{sim.TotalNPV, sim.TotalReturn, sim.TotalPayback, sim.TotalTrough, sim.TotalDip} {
		info := sim.TotalInfo()[total]
		write := func(v float64) string {
			switch total {
			case sim.TotalPayback:
				return format.Payback(v, weeks)
			case sim.TotalReturn:
				return format.Value(v, sim.UnitFactor, "")
			}
			return format.Value(v, info.Unit, t.currency())
		}
		s := total.Summarise(t.Result.Values(total, sim.Decided))
		if total == sim.TotalReturn && !ReturnMeans(s) {
			g.add(assets.T("outcome."+info.ID+".label"), assets.T("format.undefined"), assets.T("report.text.no_return"))
			continue
		}
		spread := ""
		if t.Result.Runs > 1 {
			spread = between(write(s.P10), write(s.P90))
		}
		g.add(assets.T("outcome."+info.ID+".label"), write(s.P50), spread)
	}
	g.write(t.Writer)
}
