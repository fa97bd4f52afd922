package sim

import (
	"math"
	"sync"

	"threep/sim/internal/numeric"
)

// derived is what a result computes once, when first asked.
type derived struct {
	once          sync.Once
	margin        float64     // mean over futures of the baseline's margin, last year
	effectiveness [][]float64 // by run, by week
}

// effectivenessWindow is the window of weekly effectiveness [weeks].
const effectivenessWindow = 13

// finish computes a future's totals of one world.
func (s *runSeries) finish(w *world) {
	b := &s.books
	last := s.weeks - 1
	t := &s.totals
	nan := math.NaN()
	t[TotalEffectiveness], t[TotalBeforeCost] = 100, 100
	t[TotalReturn], t[TotalPayback] = nan, nan
	t[TotalRevenue], t[TotalGrossMargin], t[TotalCost] = b.revenue, b.margin, b.cost
	t[TotalAtQuota] = s.week(WeekAtQuota)[last]
	t[TotalAttainment] = s.week(WeekAttainment)[last]
	t[TotalWinRate] = defined(b.won, b.decided)
	t[TotalLossRate] = defined(b.lost, b.decided)
	t[TotalNoDecision] = defined(b.noDecision, b.decided)
	t[TotalWon] = float64(defined(b.won, b.occupied) * weeksYear)
	t[TotalTurnover] = float64(defined(b.exits, b.occupiedAll) * weeksYear)
	t[TotalVoluntary] = float64(defined(b.leavers, b.occupiedAll) * weeksYear)
	t[TotalQualified] = s.week(WeekQualified)[last]
	t[TotalSkill] = s.week(WeekSkill)[last]
	t[TotalBenefitUse] = s.week(WeekBenefitUse)[last]
	t[TotalLoggedUse] = s.week(WeekLoggedUse)[last]
	t[TotalSellingShare] = defined(b.hours, b.allHours)
	t[TotalMaturity] = s.week(WeekMaturity)[last]
	sum, n := 0.0, 0.0
	for k := last; k > last-weeksYear && k >= 0; k -= weeksQuarter {
		if x := s.week(WeekForecastError)[k]; isFinite(x) {
			sum += x
			n++
		}
	}
	t[TotalForecastError] = defined(sum, n)
}

// pairUp computes what sets the scenario of a future against its baseline on
// the same luck: cash, present value, payback, trough and dip.
func pairUp(out *[NumWorlds]*runSeries, m *model) {
	s, b := out[Decided], out[Assumed]
	cash := s.week(WeekCash)
	gs, gb := s.week(WeekGrossMargin), b.week(WeekGrossMargin)
	cs, cb := s.week(WeekCost), b.week(WeekCost)
	discount := numeric.Pow(1+m.s.Assumptions.Money.DiscountRate, -1.0/weeksYear)
	factor, sum, npv, spent, trough := 1.0, 0.0, 0.0, 0.0, 0.0
	negative, moved := -1, false
	for k := range cash {
		net := (gs[k] - gb[k]) - (cs[k] - cb[k])
		sum += net
		cash[k] = sum
		npv += float64(net * factor)
		spent += float64((cs[k] - cb[k]) * factor)
		factor = float64(factor * discount)
		trough = min(trough, sum)
		if sum < 0 {
			negative = k
		}
		moved = moved || net != 0
	}
	t := &s.totals
	t[TotalNPV], t[TotalTrough] = npv, trough
	if spent > 0 {
		t[TotalReturn] = npv / spent
	}
	if moved && negative < len(cash)-1 {
		t[TotalPayback] = float64(negative + 1)
	}
	es, eb := s.week(WeekExpectedBookings), b.week(WeekExpectedBookings)
	dip, x, y := 0.0, 0.0, 0.0
	for k := range es {
		x += es[k]
		y += eb[k]
		if k >= 4 {
			x -= es[k-4]
			y -= eb[k-4]
		}
		if k >= 3 && y > 0 {
			dip = min(dip, x/y-1)
		}
	}
	t[TotalDip] = dip
}

// effectivenessOf returns, for future i of the scenario, effectiveness before
// and after cost:
//
//	E_r = 100 x [1 + ((GM_s,r - GM_b,r) - (C_s,r - C_b,r)) / mean GM_b]
func (r *Result) effectivenessOf(i int) (before, after float64) {
	margin := r.meanMargin()
	if margin == 0 {
		return math.NaN(), math.NaN()
	}
	s, b := &r.series[Decided][i].books, &r.series[Assumed][i].books
	gain := s.margin - b.margin
	return float64(100 * (1 + gain/margin)), float64(100 * (1 + (gain-(s.cost-b.cost))/margin))
}

func (r *Result) meanMargin() float64 {
	r.derive()
	return r.derived.margin
}

func (r *Result) derive() {
	r.derived.once.Do(func() {
		for i := 0; i < r.Runs; i++ {
			r.derived.margin += r.series[Assumed][i].books.margin
		}
		r.derived.margin /= float64(r.Runs)
		r.deriveEffectiveness()
	})
}

// deriveEffectiveness computes weekly effectiveness: the headline's formula
// over a trailing window of 13 weeks; not defined where the baseline has no margin
// in it.
func (r *Result) deriveEffectiveness() {
	window := func(x []float64, k int) float64 {
		sum := 0.0
		for j := max(0, k-effectivenessWindow+1); j <= k; j++ {
			sum += x[j]
		}
		return sum
	}
	mean := make([]float64, r.Weeks)
	base := r.WeeklyMean(WeekGrossMargin, Assumed)
	for k := range mean {
		mean[k] = window(base, k)
	}
	r.derived.effectiveness = make([][]float64, r.Runs)
	for i := range r.derived.effectiveness {
		e := make([]float64, r.Weeks)
		s, b := r.series[Decided][i], r.series[Assumed][i]
		gs, gb, cs, cb := s.week(WeekGrossMargin), b.week(WeekGrossMargin), s.week(WeekCost), b.week(WeekCost)
		sum := 0.0
		for k := range e {
			sum += (gs[k] - gb[k]) - (cs[k] - cb[k])
			if j := k - effectivenessWindow; j >= 0 {
				sum -= (gs[j] - gb[j]) - (cs[j] - cb[j])
			}
			e[k] = float64(100 * (1 + defined(sum, mean[k])))
		}
		r.derived.effectiveness[i] = e
	}
}

// HeadlineDots is the number of quantile dots: 20 futures stand for all.
const HeadlineDots = 20

// Headline computes projected effectiveness from the futures of the result:
// totals over the ensemble, last 52 weeks of the horizon,
//
//	E = 100 x [GM_s - (C_s - C_b)] / GM_b
//	  = 100 x product of the factors' ratios - 100 x (C_s - C_b) / GM_b
func (r *Result) Headline() Headline {
	var s, b books
	for i := 0; i < r.Runs; i++ {
		s.plus(&r.series[Decided][i].books)
		b.plus(&r.series[Assumed][i].books)
	}
	nan := math.NaN()
	h := Headline{After: nan, Before: nan, CostRatio: nan, PaybackWeek: nan}
	if b.margin != 0 {
		// Where nothing is decided the ratio is 1 to the last bit.
		h.Before = float64(100 * (s.margin / b.margin))
		h.CostRatio = float64(100 * ((s.cost - b.cost) / b.margin))
		h.After = float64(100 * ((s.margin - (s.cost - b.cost)) / b.margin))
	}
	add := func(id string, sn, sd, bn, bd float64) {
		f := Factor{ID: id, Scenario: nan, Baseline: nan, Ratio: nan}
		if sd != 0 && bd != 0 {
			f.Scenario, f.Baseline = sn/sd, bn/bd
			if bn != 0 {
				f.Ratio = f.Scenario / f.Baseline
			}
		}
		h.Factors = append(h.Factors, f)
	}
	add("occupied", s.occupied, s.seatWeeks, b.occupied, b.seatWeeks)
	add("selling_hours", s.hours, s.occupied, b.hours, b.occupied)
	add("created_per_hour", s.created, s.hours, b.created, b.hours)
	add("decided_per_created", s.decided, s.created, b.decided, b.created)
	add("won_per_decided", s.won, s.decided, b.won, b.decided)
	add("value_per_won", s.revenue, s.won, b.revenue, b.won)
	add("margin_rate", s.margin, s.revenue, b.margin, b.revenue)
	after := r.Values(TotalEffectiveness, Decided)
	sorted := sortedFinite(after)
	for i := 0; i < HeadlineDots && len(sorted) > 0; i++ {
		h.Dots = append(h.Dots, Quantile(sorted, (float64(i)+.5)/HeadlineDots))
	}
	beat, paid := 0, 0
	for _, e := range after {
		if e > 100 {
			beat++
		}
	}
	payback := r.Values(TotalPayback, Decided)
	for _, w := range payback {
		if isFinite(w) {
			paid++
		}
	}
	h.Beat = float64(beat) / float64(r.Runs)
	h.PaybackShare = float64(paid) / float64(r.Runs)
	h.PaybackWeek = TotalPayback.Summarise(payback).P50
	h.NPV = Summarise(r.Values(TotalNPV, Decided))
	return h
}

func (b *books) plus(o *books) {
	b.seatWeeks += o.seatWeeks
	b.occupied += o.occupied
	b.hours += o.hours
	b.created += o.created
	b.decided += o.decided
	b.won += o.won
	b.revenue += o.revenue
	b.margin += o.margin
	b.cost += o.cost
}
