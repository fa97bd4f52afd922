package signs

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"threep/sim"
	"threep/sim/analysis"
)

// Usual sizes: what shows a sign with luck shared between the two worlds.
const (
	usualSeats = 32
	usualRuns  = 12
)

// Found is what was seen of a sign.
type Found struct {
	// At is the mean outcome with the parameter low, and To with it high; where the
	// sign is about what another parameter brings, they are that.
	At, To float64
	// Middle is the mean outcome at the parameter's default, where that lies between
	// the two, and else At; Back is how far a half of the way goes against the whole,
	// beyond what its own standard errors explain, at most.
	Middle, Back float64
	// Change is the mean difference, SE its standard error over the futures.
	Change, SE float64
}

// sure is how many standard errors a change must have.
const sure = 2

// Holds reports whether what was seen is what the help says.
func (s *Sign) Holds(f Found) bool {
	if s.Way == 0 {
		return math.Abs(f.Change) <= s.Within*max(math.Abs(f.At), 1e-9)
	}
	return f.Change*float64(s.Way) > sure*f.SE && f.Change != 0 && f.Back <= mostBack*math.Abs(f.Change)
}

// mostBack is the part of a change by which it may go back on the way, such as where
// an outcome is bounded and at its bound.
const mostBack = .05

// Measure simulates what a sign is about.
func (s *Sign) Measure(ctx context.Context, engine *sim.Engine, look analysis.Lookup, seed uint64) (Found, error) {
	from, to, err := s.ends(engine.Table())
	if err != nil {
		return Found{}, err
	}
	low, err := s.outcome(ctx, engine, look, seed, from)
	if err != nil {
		return Found{}, fmt.Errorf("at %g: %w", from, err)
	}
	high, err := s.outcome(ctx, engine, look, seed, to)
	if err != nil {
		return Found{}, fmt.Errorf("at %g: %w", to, err)
	}
	middle := low
	p, _ := engine.Table().Lookup(s.Param)
	between := min(from, to) < p.Default && p.Default < max(from, to)
	if between && s.Way != 0 {
		if middle, err = s.outcome(ctx, engine, look, seed, p.Default); err != nil {
			return Found{}, fmt.Errorf("at %g: %w", p.Default, err)
		}
	}
	var d, a, b []float64
	for i := range low {
		if x := high[i] - low[i]; !math.IsNaN(x) {
			d, a, b = append(d, x), append(a, low[i]), append(b, high[i])
		}
	}
	if len(d) < 2 {
		return Found{}, fmt.Errorf("%s is defined in %d futures", s.Outcome, len(d))
	}
	change := sim.Summarise(d)
	f := Found{At: sim.Summarise(a).Mean, To: sim.Summarise(b).Mean, Change: change.Mean, SE: change.SD / math.Sqrt(float64(change.N))}
	f.Middle = sim.Summarise(middle).Mean
	if between && s.Way != 0 {
		f.Back = max(s.back(low, middle), s.back(middle, high))
	}
	return f, nil
}

// back is how far an outcome goes against the way of the sign from one value to the
// next, beyond what the standard error explains.
func (s *Sign) back(from, to []float64) float64 {
	var d []float64
	for i := range from {
		if x := to[i] - from[i]; !math.IsNaN(x) {
			d = append(d, x)
		}
	}
	if len(d) < 2 {
		return 0
	}
	step := sim.Summarise(d)
	return max(0, -step.Mean*float64(s.Way)-sure*step.SD/math.Sqrt(float64(step.N)))
}

// ends are the values that are compared.
func (s *Sign) ends(table *sim.Table) (from, to float64, err error) {
	p, ok := table.Lookup(s.Param)
	if !ok {
		return 0, 0, fmt.Errorf("there is no parameter %s", s.Param)
	}
	if s.From == 0 && s.To == 0 {
		return p.Min, p.Max, nil
	}
	return s.From, s.To, nil
}

// outcome is the outcome of every future at a value of the parameter.
func (s *Sign) outcome(ctx context.Context, engine *sim.Engine, look analysis.Lookup, seed uint64, v float64) ([]float64, error) {
	set := append(slices.Clone(s.Set), analysis.Value{ID: s.Param, Value: v})
	if s.Worth == nil {
		return s.simulate(ctx, engine, look, seed, set)
	}
	without, err := s.simulate(ctx, engine, look, seed, append(slices.Clone(set), analysis.Value{ID: s.Worth.Param, Value: s.Worth.From}))
	if err != nil {
		return nil, err
	}
	with, err := s.simulate(ctx, engine, look, seed, append(set, analysis.Value{ID: s.Worth.Param, Value: s.Worth.To}))
	if err != nil {
		return nil, err
	}
	for i := range with {
		with[i] -= without[i]
	}
	return with, nil
}

// Scenario builds the world of a sign with some parameters set.
func (s *Sign) Scenario(look analysis.Lookup, set []analysis.Value) (*sim.Scenario, error) {
	setup := analysis.Setup{World: s.World, Bare: s.Bare, Tools: s.Tools, Off: s.Off, Weeks: s.horizon()}
	if setup.World == "" {
		setup.World = "default"
	}
	seats := float64(usualSeats)
	if s.Seats > 0 {
		seats = float64(s.Seats)
	}
	setup.Set = append([]analysis.Value{{ID: "organisation.seats", Value: seats}}, set...)
	if s.Param == "organisation.horizon_weeks" {
		setup.Weeks = 0
	}
	return setup.Scenario(look)
}

// horizon is as long as the sign needs.
func (s *Sign) horizon() int {
	switch {
	case s.Weeks.To == 0:
		return 104
	case s.Weeks.To <= 52:
		return 52
	case s.Weeks.To <= 104:
		return 104
	}
	return 156
}

func (s *Sign) simulate(ctx context.Context, engine *sim.Engine, look analysis.Lookup, seed uint64, set []analysis.Value) ([]float64, error) {
	scenario, err := s.Scenario(look, set)
	if err != nil {
		return nil, err
	}
	o := sim.Options{Runs: usualRuns, Seed: seed, Expected: !s.Lucky}
	if s.Runs > 0 {
		o.Runs = s.Runs
	}
	var seen []float64
	between, err := parse(s.Outcome, scenario)
	if err != nil {
		return nil, err
	}
	if between != nil {
		o.Records = func(_ int, records []sim.PersonRecord) { seen = append(seen, between.of(records)) }
	}
	r, err := engine.Run(ctx, scenario, o)
	if err != nil || between != nil {
		return seen, err
	}
	if s.Weeks.To > 0 {
		return s.weekly(r)
	}
	for i, info := range sim.TotalInfo() {
		if info.ID != s.Outcome {
			continue
		}
		if s.Added {
			return r.Difference(sim.Total(i)), nil
		}
		return slices.Clone(r.Values(sim.Total(i), sim.Decided)), nil
	}
	return nil, fmt.Errorf("there is no total %q; give weeks for a weekly outcome", s.Outcome)
}

// weekly is the mean of a weekly outcome over the window, future by future; ids
// joined by + are summed.
func (s *Sign) weekly(r *sim.Result) ([]float64, error) {
	out := make([]float64, r.Runs)
	for _, id := range strings.Split(s.Outcome, "+") {
		at := slices.IndexFunc(sim.WeeklyInfo(), func(info sim.OutcomeInfo) bool { return info.ID == id })
		if at < 0 {
			return nil, fmt.Errorf("there is no weekly outcome %q", id)
		}
		mean := func(run int, w sim.World) float64 {
			sum, n := 0.0, 0.0
			for _, v := range r.WeeklySample(sim.Weekly(at), w, run)[s.Weeks.From-1 : s.Weeks.To] {
				if !math.IsNaN(v) {
					sum += v
					n++
				}
			}
			return sum / n
		}
		for i := range out {
			out[i] += mean(i, sim.Decided)
			if s.Added {
				out[i] -= mean(i, sim.Assumed)
			}
		}
	}
	return out, nil
}
