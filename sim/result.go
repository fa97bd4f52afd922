package sim

import (
	"math"
	"sort"
)

// ModelVersion names the equations and defaults; results carry it.
const ModelVersion = "1"

// World is one of the three results that stay apart.
type World int

// Baseline is the published one (default assumptions, no decisions), Assumed
// the baseline under the user's own assumptions, Decided the scenario.
const (
	Baseline World = iota
	Assumed
	Decided
	NumWorlds
)

// String is the world's name in files.
func (w World) String() string { return [...]string{"baseline", "assumed", "scenario"}[w] }

// Options are what a run depends on besides its scenario.
type Options struct {
	Runs    int    // futures, at least 1
	Seed    uint64 //
	Workers int    // 0: one for each core
	// Uncertain draws assumptions from their ranges besides luck: up to MaxDraws
	// sets, over which the futures are shared in turn. Futures of one set differ by
	// luck, sets by ignorance too; with no more than MaxDraws futures every set has
	// one, and the two cannot be told apart.
	Uncertain bool
	// People is the size of the stationary population of a role; 0 is the usual. A
	// smaller one is solved sooner, and its unqualified share is less exact.
	People int
	// OwnBaseline leaves the published baseline out: Baseline is then the one under
	// the scenario's own assumptions.
	OwnBaseline bool
	// Expected replaces the luck of deals by their expectation.
	Expected bool
	// SetUse, if set, is the benefit use of every tool by everybody from its
	// go-live on, whatever is in it for them: for experiments on use itself.
	SetUse *float64
	// Partial, if set, is called with finer and finer results, each the first
	// so-many futures; never concurrently, never after Run has returned.
	Partial func(*Result)
	// Progress, if set, is called with the number of futures finished.
	Progress func(done, all int)
	// Records, if set, is called for every future in run order with one record
	// for every person and world; the slice is reused after the call.
	Records func(run int, people []PersonRecord)
}

// Result holds what the futures of a run yielded. It is immutable.
type Result struct {
	Scenario  *Scenario
	Seed      uint64
	Requested int
	Runs      int // finished; the first so-many
	Weeks     int
	Uncertain bool
	Sets      int  // of assumptions, over which the futures are shared in turn; 1 where none is drawn
	Partial   bool // fewer futures than were asked for
	// AssumptionsDiffer is false where Assumed equals Baseline, because every
	// assumption is the default and none is drawn.
	AssumptionsDiffer bool
	// MarketUnqualified is the share of the labour market that is unqualified, by role in
	// the organisation, and QuotaScale the scale of quotas, both under the scenario's own
	// assumptions, also where others are drawn around them.
	MarketUnqualified map[string]float64
	QuotaScale        float64

	series  [NumWorlds][]*runSeries // one for each run, in run order
	derived *derived
}

// Summary describes a sample. Undefined counts values that are not defined,
// which the figures leave out.
type Summary struct {
	N, Undefined                                int
	Mean, SD, P05, P25, P50, P75, P95, P10, P90 float64
}

// Summarise describes values, which it does not change.
func Summarise(values []float64) Summary { return summarise(values, false) }

// Summarise describes values of the total. Payback that never comes is not
// defined, and quantiles count it as later than all others.
func (t Total) Summarise(values []float64) Summary { return summarise(values, t == TotalPayback) }

func summarise(values []float64, never bool) Summary {
	s := Summary{N: len(values)}
	sorted := sortedFinite(values)
	s.Undefined = len(values) - len(sorted)
	later := 0
	if never {
		later = s.Undefined
	}
	sum := 0.0
	for _, v := range sorted {
		sum += v
	}
	nan := math.NaN()
	s.Mean, s.SD, s.P05, s.P25, s.P50, s.P75, s.P95, s.P10, s.P90 = nan, nan, nan, nan, nan, nan, nan, nan, nan
	if len(sorted) == 0 {
		return s
	}
	n := float64(len(sorted))
	s.Mean = sum / n
	squares := 0.0
	for _, v := range sorted {
		squares += float64((v - s.Mean) * (v - s.Mean))
	}
	s.SD = 0
	if n > 1 {
		s.SD = math.Sqrt(squares / (n - 1))
	}
	q := func(p float64) float64 { return quantileWithUndefined(sorted, later, p) }
	s.P05, s.P10, s.P25, s.P50, s.P75, s.P90, s.P95 = q(.05), q(.10), q(.25), q(.5), q(.75), q(.90), q(.95)
	return s
}

// sortedFinite returns the finite values in order.
func sortedFinite(values []float64) []float64 {
	out := make([]float64, 0, len(values))
	for _, v := range values {
		if isFinite(v) {
			out = append(out, v)
		}
	}
	sort.Float64s(out)
	return out
}

// Quantile interpolates linearly between the order statistics of a sorted
// sample, at position p (n - 1); NaN for an empty one.
func Quantile(sorted []float64, p float64) float64 { return quantileWithUndefined(sorted, 0, p) }

func quantileWithUndefined(sorted []float64, undefined int, p float64) float64 {
	n := len(sorted) + undefined
	if n == 0 {
		return math.NaN()
	}
	at := float64(p * float64(n-1))
	i := int(at)
	frac := at - float64(i)
	if i >= len(sorted) || (i+1 >= len(sorted) && frac > 0 && undefined > 0) {
		return math.NaN()
	}
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + float64(frac*(sorted[i+1]-sorted[i]))
}

// Values returns a total for every future of a world, in run order.
func (r *Result) Values(t Total, w World) []float64 {
	v := make([]float64, r.Runs)
	for i := range v {
		v[i] = r.series[w][i].totals[t]
		if w == Decided && (t == TotalEffectiveness || t == TotalBeforeCost) {
			before, after := r.effectivenessOf(i)
			v[i] = after
			if t == TotalBeforeCost {
				v[i] = before
			}
		}
	}
	return v
}

// Difference returns the paired difference of a total, scenario less the
// baseline under the same assumptions, in run order.
func (r *Result) Difference(t Total) []float64 {
	a, b := r.Values(t, Decided), r.Values(t, Assumed)
	for i := range a {
		a[i] -= b[i]
	}
	return a
}

// WeeklyMean returns the mean over the futures of an outcome, by week.
func (r *Result) WeeklyMean(o Weekly, w World) []float64 {
	mean := make([]float64, r.Weeks)
	count := make([]float64, r.Weeks)
	for i := 0; i < r.Runs; i++ {
		for k, v := range r.WeeklySample(o, w, i) {
			if isFinite(v) {
				mean[k] += v
				count[k]++
			}
		}
	}
	for k := range mean {
		mean[k] /= count[k]
	}
	return mean
}

// WeeklyQuantiles returns, for every probability, the quantile over the futures
// of an outcome by week.
func (r *Result) WeeklyQuantiles(o Weekly, w World, probs ...float64) [][]float64 {
	out := make([][]float64, len(probs))
	for i := range out {
		out[i] = make([]float64, r.Weeks)
	}
	sample := make([]float64, 0, r.Runs)
	for k := 0; k < r.Weeks; k++ {
		sample = sample[:0]
		for i := 0; i < r.Runs; i++ {
			if v := r.WeeklySample(o, w, i)[k]; isFinite(v) {
				sample = append(sample, v)
			}
		}
		sort.Float64s(sample)
		for j, p := range probs {
			out[j][k] = Quantile(sample, p)
		}
	}
	return out
}

// WeeklySample returns an outcome of one future by week; the caller must not
// change it.
func (r *Result) WeeklySample(o Weekly, w World, run int) []float64 {
	if o == WeekEffectiveness && w == Decided {
		r.derive()
		return r.derived.effectiveness[run]
	}
	return r.series[w][run].week(o)
}

// runSeries is what one future of one world yielded.
type runSeries struct {
	weeks  int
	weekly []float64 // [outcome][week]
	totals [NumTotals]float64
	books  books // last year's, for the headline
}

func newRunSeries(weeks int) *runSeries {
	return &runSeries{weeks: weeks, weekly: make([]float64, weeks*int(NumWeekly))}
}

func (s *runSeries) week(o Weekly) []float64 {
	return s.weekly[int(o)*s.weeks : (int(o)+1)*s.weeks]
}

// Headline is projected effectiveness and what a reader is told with it.
type Headline struct {
	After, Before float64   // baseline = 100; NaN where not defined
	Dots          []float64 // 20 quantiles of one future's effectiveness after cost
	Beat          float64   // share of futures above the baseline
	PaybackShare  float64   // share of futures that pay back within the horizon
	PaybackWeek   float64   // median week of payback, NaN where half or more do not
	NPV           Summary
	Factors       []Factor // their product, less the cost ratio, is After
	CostRatio     float64  // 100 x (C_s - C_b) / GM_b
}

// Factor is one factor of gross margin a budgeted seat-week.
type Factor struct {
	ID                 string
	Scenario, Baseline float64
	Ratio              float64
}

// PersonRecord is one person in one future and world.
type PersonRecord struct {
	World       World
	Set         int    // of assumptions, from 0; 0 where none is drawn
	Seat        string // alias or id
	SeatKey     uint64
	Ordinal     int // 0 for the first holder
	Role, Team  string
	Cohort      string
	Age         float64
	Traits      []float64 // by the catalogue's order
	Drawn       bool      // traits drawn, not known
	Fit         float64   // standardised
	Qualified   bool
	Savvy       float64
	TenureStart float64 // weeks at today, or 0
	HireWeek    int     // the first week in the seat; the week after today is 0, earlier ones are negative
	Tenure      float64 // weeks at exit or at the end
	Skill       float64
	Engagement  float64
	Potential   float64
	Accounts    float64
	Presence    float64
	Workload    float64
	Rating      float64   // at exit or at the end
	RatingStart float64   // at today; NaN for who came later
	Sales       []float64 // by year after today, currency
	Quota       []float64 // by year after today, while in the seat
	WeeksInSeat []float64 // by year
	BenefitUse  float64   // mean over live tools and weeks
	LoggedUse   float64
	Intention   float64 // mean over the tools considered, on the log hazard; NaN where there is none
	Ease        float64 // mean over the tools considered, sd; NaN where there is none
	// ToolIntention and ToolEase are of the tools rolled out, in the order of the
	// decision; NaN where the person never considered the tool.
	ToolIntention, ToolEase []float64
	Gain                    float64 // paired revenue gain, whole horizon, currency; NaN where the pair never held the seat
	GainYears               []float64
	PairedWeeks             float64
	ExitWeek                int    // the last week in the seat, the week after today being 0; -1: still there
	ExitKind                string // "", "voluntary", "involuntary", "replaced"
}
