package chart

import (
	"math"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

func (b *builder) effectiveness() {
	p := Panel{Y: Axis{Unit: sim.UnitPercentage}}
	o := outcome{weekly: sim.WeekEffectiveness}
	b.spread(&p, o, HueScenario)
	b.worlds(&p, o, names{key: "plain"}, HueScenario, Solid)
	if b.facts.AssumptionsDiffer {
		p.Series[len(p.Series)-1].Y = b.published()
	}
	e := p.extent()
	e.add(90, 110) // less than that is not worth a look from near
	p.Y.Range = niceRange(e, 0)
	b.figure.Panels = []Panel{p}
}

// published is how effective the organisation would be under the published
// assumptions, on the scale of the figure, where the baseline under the user's own is
// 100: the headline's formula over 13 weeks, with the published world in place of the
// scenario.
func (b *builder) published() []float64 {
	sums := func(o sim.Weekly, w sim.World) []float64 { return b.mean(outcome{weekly: o, quarter: true}, w) }
	margin, cost := sums(sim.WeekGrossMargin, sim.Baseline), sums(sim.WeekCost, sim.Baseline)
	own, ownCost := sums(sim.WeekGrossMargin, sim.Assumed), sums(sim.WeekCost, sim.Assumed)
	e := make([]float64, len(margin))
	for k := range e {
		e[k] = 100 * (margin[k] - (cost[k] - ownCost[k])) / own[k] // no margin: not defined
	}
	return e
}

func (b *builder) revenueMargin() {
	p := Panel{Y: Axis{Unit: sim.UnitMoney, Currency: b.facts.Currency}}
	revenue, margin := outcome{weekly: sim.WeekRevenue, quarter: true}, outcome{weekly: sim.WeekGrossMargin, quarter: true}
	b.spread(&p, revenue, HueScenario)
	b.spread(&p, margin, HueSecond)
	b.worlds(&p, revenue, names{"revenue", "revenue"}, HueScenario, Solid)
	b.worlds(&p, margin, names{"gross_margin", "margin"}, HueSecond, Dashed)
	p.Y.Range = fromZero(&p, math.Inf(1))
	b.figure.Panels = []Panel{p}
	if b.facts.Drift {
		b.figure.Note = assets.T("chart.note.drift") + " " + b.figure.Note
	}
}

func (b *builder) repsAtQuota() {
	b.figure.Panels = []Panel{b.single(outcome{weekly: sim.WeekAtQuota}, sim.UnitShare)}
}

func (b *builder) pipelineWinRate() {
	pipeline := b.single(outcome{weekly: sim.WeekPipeline}, sim.UnitCount)
	pipeline.Title = assets.T("chart.pipeline_win_rate.pipeline")
	rate := b.single(outcome{weekly: sim.WeekWinRate}, sim.UnitShare)
	rate.Title = assets.T("chart.pipeline_win_rate.win_rate")
	b.figure.Panels = []Panel{pipeline, rate}
}

// single is a panel of one measure in all worlds.
func (b *builder) single(o outcome, unit sim.Unit) Panel {
	p := Panel{Y: Axis{Unit: unit}}
	b.spread(&p, o, HueScenario)
	b.worlds(&p, o, names{key: "plain"}, HueScenario, Solid)
	most := math.Inf(1)
	if unit == sim.UnitShare {
		most = 1
	}
	p.Y.Range = near(&p, most)
	return p
}

// near is a range around the values, where they are far from zero; it is wide enough
// that a small change looks small.
func near(p *Panel, most float64) Range {
	e := p.extent()
	if !e.any || e.low < .4*e.high {
		return fromZero(p, most)
	}
	r := niceRange(e, .3*e.high)
	r.Min = math.Max(0, r.Min)
	if e.high <= most {
		r.Max = math.Min(r.Max, most)
	}
	return r
}

// fromZero is a range that starts at zero, or below where the values do.
func fromZero(p *Panel, most float64) Range {
	e := p.extent()
	e.add(0)
	span := 0.0
	if most == 1 {
		span = .1
	}
	if e.high == 0 && e.low == 0 {
		span = 1
		e.high = 1
	}
	if e.low == 0 && e.high < span {
		e.high = span
	}
	if e.low < 0 && e.low > -.05*e.high {
		e.low = 0 // a rounding, not a value
	}
	r := niceRange(e, span)
	r.Max = math.Min(r.Max, math.Max(most, e.high))
	return r
}

// noTools leaves the figure empty where no tool is rolled out.
func (b *builder) noTools() bool {
	if b.facts.Tools > 0 {
		return false
	}
	b.figure.Empty = assets.T("chart.empty.no_tools")
	return true
}

// stage is one layer of the stack of adoption stages, from the bottom up.
type stage struct {
	weekly  sim.Weekly
	id      string
	hue     Hue
	hatched bool
}

var stages = [...]stage{
	{sim.WeekRoutine, "routine", HueRoutine, false},
	{sim.WeekTrial, "trial", HueTrial, false},
	{sim.WeekAware, "aware", HueAware, false},
	{sim.WeekUnaware, "unaware", HueUnaware, false},
	{sim.WeekRejected, "rejected", HueRejected, true},
}

func (b *builder) adoptionStages() {
	if b.noTools() {
		return
	}
	p := Panel{Y: Axis{Unit: sim.UnitShare, Range: Range{0, 1}}}
	below := make([]float64, b.facts.Weeks)
	for _, s := range stages {
		share := b.mean(outcome{weekly: s.weekly}, sim.Decided)
		above := make([]float64, len(below))
		for k := range above {
			above[k] = below[k] + share[k]
		}
		key := "chart.stage." + s.id
		p.Areas = append(p.Areas, Area{
			ID: "stage_" + s.id, Label: assets.T(key), Short: assets.T(key + "_short"),
			Hue: s.hue, Hatched: s.hatched, Low: below, High: above,
		})
		below = above
	}
	b.figure.Panels = []Panel{p}
	b.figure.Note = b.meanNote()
}

// meanNote is for figures that show no spread.
func (b *builder) meanNote() string {
	if b.facts.Runs == 1 {
		return assets.F("chart.note.one", counted(1))
	}
	return assets.F("chart.note.mean", counted(b.facts.Runs))
}

func (b *builder) loggedBenefit() {
	if b.noTools() {
		return
	}
	p := Panel{Y: Axis{Unit: sim.UnitShare}}
	logged := Series{ID: "scenario.logged_use", Hue: HueThird, Dash: Dashed, Width: Medium, Y: b.mean(outcome{weekly: sim.WeekLoggedUse}, sim.Decided)}
	benefit := Series{ID: "scenario.benefit_use", Hue: HueScenario, Width: Thick, Y: b.mean(outcome{weekly: sim.WeekBenefitUse}, sim.Decided)}
	logged.Label, logged.Short = assets.T("chart.logged_benefit.logged"), assets.T("chart.logged_benefit.logged_short")
	benefit.Label, benefit.Short = assets.T("chart.logged_benefit.benefit"), assets.T("chart.logged_benefit.benefit_short")
	p.Areas = []Area{{ID: "gap", Label: assets.T("chart.logged_benefit.gap"), Hue: HueThird, Faint: true, Hatched: true, Low: benefit.Y, High: logged.Y}}
	b.spread(&p, outcome{weekly: sim.WeekBenefitUse}, HueScenario)
	p.Series = append(p.Series, logged, benefit)
	p.Y.Range = fromZero(&p, 1)
	b.figure.Panels = []Panel{p}
}

// quarters of the reps by tech savvy, the least savvy first.
var savvyQuarters = [...]struct {
	weekly sim.Weekly
	id     string
	hue    Hue
	dash   Dash
}{
	{sim.WeekUseSavvy1, "1", HueSavvy1, Dotted},
	{sim.WeekUseSavvy2, "2", HueSavvy2, DashDotted},
	{sim.WeekUseSavvy3, "3", HueSavvy3, Dashed},
	{sim.WeekUseSavvy4, "4", HueSavvy4, Solid},
}

func (b *builder) adoptionSavvy() {
	if b.noTools() {
		return
	}
	p := Panel{Y: Axis{Unit: sim.UnitShare}}
	for _, q := range savvyQuarters {
		key := "chart.adoption_savvy.quarter_" + q.id
		p.Series = append(p.Series, Series{
			ID: "scenario.benefit_use_savvy_" + q.id, Label: assets.T(key), Short: assets.T(key + "_short"),
			Hue: q.hue, Dash: q.dash, Width: Medium, Y: b.mean(outcome{weekly: q.weekly}, sim.Decided),
		})
	}
	p.Y.Range = fromZero(&p, 1)
	b.figure.Panels = []Panel{p}
	b.figure.Note = b.meanNote()
}

func (b *builder) money() {
	p := Panel{Y: Axis{Unit: sim.UnitMoney, Currency: b.facts.Currency}}
	o := outcome{weekly: sim.WeekCash}
	b.spread(&p, o, HueScenario)
	cash := names{key: "cash"}.series(sim.Decided, false)
	cash.Y, cash.Hue, cash.Width = b.mean(o, sim.Decided), HueScenario, Thick
	zero := names{key: "cash"}.series(sim.Baseline, false)
	if b.facts.AssumptionsDiffer { // cash is counted against the user's own
		zero.Label, zero.Short = assets.T("chart.series.plain.assumed"), assets.T("chart.series.plain.assumed_short")
	}
	zero.Y, zero.Hue, zero.Width = make([]float64, b.facts.Weeks), HueBaseline, Thin
	p.Series = append(p.Series, cash, zero)

	under := make([]float64, len(cash.Y))
	for k, v := range cash.Y {
		under[k] = math.Min(0, v)
	}
	p.Areas = []Area{{ID: "tied_up", Label: assets.T("chart.money.tied_up"), Hue: HueLoss, Faint: true, Low: under, High: zero.Y}}
	trough := lowest(cash.Y)
	if trough >= 0 {
		week := b.figure.X.Weeks[trough]
		p.Points = append(p.Points, Point{
			Week: week, Y: cash.Y[trough], Hue: HueLoss, Below: true,
			Label: assets.F("chart.money.trough", format.Money(cash.Y[trough], b.facts.Currency), format.Week(week)),
		})
	}
	b.payback(&p, cash.Y)
	e := p.extent()
	e.add(0)
	if e.low == 0 && e.high == 0 {
		e.high = 1
	}
	p.Y.Range = niceRange(e, 0)
	if trough >= 0 { // room for the words below
		p.Y.Min = math.Min(p.Y.Min, cash.Y[trough]-(p.Y.Max-p.Y.Min)*.16)
	}
	b.figure.Panels = []Panel{p}
}

// payback marks the week in which the middle future has paid back: the same week, and
// so the same month, as the headline's. Where nothing was spent or gained there is
// nothing to say.
func (b *builder) payback(p *Panel, cash []float64) {
	moved := false
	for _, v := range cash {
		moved = moved || v != 0
	}
	switch weeks := float64(b.facts.Weeks); {
	case !moved:
	case !finite(b.facts.Payback):
		p.Remark = assets.F("chart.money.no_payback", format.Span(weeks))
	case b.facts.Payback > 0:
		p.Points = append(p.Points, Point{
			Week: format.PaybackWeek(b.facts.Payback), Y: 0, Hue: HueScenario,
			Label: assets.F("chart.money.payback", format.Payback(b.facts.Payback, weeks)),
		})
	}
}

// lowest is where cash is lowest, -1 if it is never below zero.
func lowest(cash []float64) int {
	low := -1
	for k, v := range cash {
		if finite(v) && v < 0 && (low < 0 || v < cash[low]) {
			low = k
		}
	}
	return low
}
