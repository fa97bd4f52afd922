package chart

import (
	"math"
	"sort"

	"threep/app/internal/verdict"
	"threep/sim"
)

// Source is what figures read of a result; *sim.Result is one.
type Source interface {
	WeeklyMean(o sim.Weekly, w sim.World) []float64
	WeeklyQuantiles(o sim.Weekly, w sim.World, probs ...float64) [][]float64
	WeeklySample(o sim.Weekly, w sim.World, run int) []float64
}

// Facts are what figures need to know of a run besides its values.
type Facts struct {
	Title             string // the scenario's
	Currency          string
	Weeks             int
	Runs              int // finished futures
	Seed              uint64
	Uncertain         bool
	AssumptionsDiffer bool
	// Drift is set where the baseline of real people falls by itself.
	Drift  bool
	Tools  int     // tools rolled out
	GoLive float64 // first go-live [weeks]; NaN: none
	// Payback is the headline's: how many weeks the middle future takes; NaN: more than
	// there are.
	Payback      float64
	ModelVersion string
	// Ramp is what is assumed of new reps, and PublishedRamp what the model is published
	// with.
	Ramp, PublishedRamp []RampOf
}

// RampOf is how new reps of a role ramp.
type RampOf struct {
	Share  float64 // of the seats
	Weeks  float64 // median
	Spread float64 // sd of the logarithm
	Start  float64 // share of the full rate on the first day
}

// FactsOf reads the facts of a result.
func FactsOf(r *sim.Result) Facts {
	f := Facts{
		Weeks: r.Weeks, Runs: r.Runs, Seed: r.Seed, Uncertain: r.Uncertain,
		Drift: verdict.Drift(r) != "", AssumptionsDiffer: r.AssumptionsDiffer, GoLive: math.NaN(), Payback: math.NaN(), ModelVersion: sim.ModelVersion,
	}
	if s := r.Scenario; s != nil {
		f.Title, f.Currency, f.Tools = s.Title, s.Organisation.Currency, len(s.Decisions.Tools)
		if f.Title == "" {
			f.Title = s.Name
		}
		f.Ramp, f.PublishedRamp = rampOf(s), rampOf(s.Published(sim.NewTable()))
		for _, tool := range s.Decisions.Tools {
			week := s.Decisions.Rollout.Start + s.Decisions.ToolDelay[tool]
			if !(f.GoLive <= week) {
				f.GoLive = week
			}
		}
	}
	return f
}

// rampOf reads how new reps ramp, role by role.
func rampOf(s *sim.Scenario) []RampOf {
	r, start := s.Assumptions.Ramp, s.Assumptions.FirstDayRate()
	var out []RampOf
	for _, share := range s.Organisation.Roles {
		factor := 1.0
		for i := range s.Catalogue.Roles {
			if s.Catalogue.Roles[i].ID == share.Role && s.Catalogue.Roles[i].Ramp > 0 {
				factor = s.Catalogue.Roles[i].Ramp
			}
		}
		out = append(out, RampOf{Share: share.Share, Weeks: r.Weeks * factor, Spread: r.Spread, Start: start})
	}
	return out
}

// outcome is a weekly outcome as a figure shows it.
type outcome struct {
	weekly sim.Weekly
	// quarter shows the sum of the last 13 weeks; where today is nearer than that,
	// the weeks there are count for the others.
	quarter bool
	// derive, where set, makes the values of one future from its weekly outcomes in
	// place of weekly.
	derive func(get func(sim.Weekly) []float64) []float64
	// against shows the gap to the baseline on the same luck, over the weeks of a dip.
	against bool
}

const quarterWeeks = 13

func (b *builder) mean(o outcome, w sim.World) []float64 {
	if o.derive != nil {
		return b.derivedMean(o, w)
	}
	if o.against {
		return gapOf(b.fit(b.source.WeeklyMean(o.weekly, w)), b.fit(b.source.WeeklyMean(o.weekly, sim.Assumed)))
	}
	return o.shown(b.fit(b.source.WeeklyMean(o.weekly, w)))
}

// derivedMean is the mean over the futures of what is derived for each.
func (b *builder) derivedMean(o outcome, w sim.World) []float64 {
	mean, count := make([]float64, b.facts.Weeks), make([]float64, b.facts.Weeks)
	for run := range b.facts.Runs {
		for k, v := range b.sample(o, w, run) {
			if finite(v) {
				mean[k] += v
				count[k]++
			}
		}
	}
	for k := range mean {
		mean[k] /= count[k] // no future: not defined
	}
	return mean
}

func (b *builder) sample(o outcome, w sim.World, run int) []float64 {
	if o.derive != nil {
		return o.derive(func(weekly sim.Weekly) []float64 { return b.fit(b.source.WeeklySample(weekly, w, run)) })
	}
	if o.against {
		return gapOf(b.fit(b.source.WeeklySample(o.weekly, w, run)), b.fit(b.source.WeeklySample(o.weekly, sim.Assumed, run)))
	}
	return o.shown(b.fit(b.source.WeeklySample(o.weekly, w, run)))
}

func (b *builder) quantiles(o outcome, w sim.World, probs ...float64) [][]float64 {
	if !o.quarter && o.derive == nil && !o.against {
		out := b.source.WeeklyQuantiles(o.weekly, w, probs...)
		for i := range out {
			out[i] = b.fit(out[i])
		}
		return out
	}
	runs := make([][]float64, b.facts.Runs)
	for r := range runs {
		runs[r] = b.sample(o, w, r)
	}
	out := make([][]float64, len(probs))
	for i := range out {
		out[i] = make([]float64, b.facts.Weeks)
	}
	values := make([]float64, 0, len(runs))
	for k := range b.facts.Weeks {
		values = values[:0]
		for _, run := range runs {
			if finite(run[k]) {
				values = append(values, run[k])
			}
		}
		sort.Float64s(values)
		for i, p := range probs {
			out[i][k] = sim.Quantile(values, p)
		}
	}
	return out
}

// fit makes a series as long as the figure, with gaps where there is nothing.
func (b *builder) fit(y []float64) []float64 {
	if len(y) == b.facts.Weeks {
		return y
	}
	out := make([]float64, b.facts.Weeks)
	for i := range out {
		out[i] = math.NaN()
		if i < len(y) {
			out[i] = y[i]
		}
	}
	return out
}

func (o outcome) shown(y []float64) []float64 {
	if !o.quarter {
		return y
	}
	out := make([]float64, len(y))
	for k := range y {
		from := max(0, k-quarterWeeks+1)
		sum := 0.0
		for _, v := range y[from : k+1] {
			sum += v
		}
		out[k] = sum * quarterWeeks / float64(k+1-from)
	}
	return out
}

// finite also leaves out what no axis could show.
func finite(v float64) bool { return math.Abs(v) < 1e200 }
