package scenarios

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"threep/sim"
)

// Guide is what a workshop may notice in a built-in scenario, and try.
type Guide struct {
	Scenario string   `toml:"scenario"`
	Notice   []Notice `toml:"notice"`
	// Graphs are the kinds of the left and the right graph that show it.
	Graphs []string `toml:"graphs"`
	Try    []string `toml:"try"`
}

// Notice is a thing to notice, with the outcome that shows it: its mean over the
// weeks from From to To after today or, where there are none, its total; of one
// world, of the paired difference, or the share of futures above 0. Where Over is
// given, another outcome divides it. A test holds every notice to the model.
type Notice struct {
	Say     string   `toml:"say"`
	Outcome string   `toml:"outcome"`
	Of      string   `toml:"of"` // scenario, baseline, difference or share
	From    int      `toml:"from"`
	To      int      `toml:"to"`
	Over    string   `toml:"over"`
	AtLeast *float64 `toml:"at_least"`
	AtMost  *float64 `toml:"at_most"`
}

// Guides returns the guides of the built-in scenarios.
func Guides() []Guide { return slices.Clone(builtIn().guides) }

// GuideOf finds the guide of a built-in scenario.
func GuideOf(name string) (Guide, bool) {
	for _, g := range builtIn().guides {
		if g.Scenario == name {
			return g, true
		}
	}
	return Guide{}, false
}

// Measure returns what a result of the scenario shows of the notice.
func (n *Notice) Measure(r *sim.Result) (float64, error) {
	v, err := n.measure(r, n.Outcome)
	if err != nil || n.Over == "" {
		return v, err
	}
	over, err := n.measure(r, n.Over)
	return v / over, err
}

func (n *Notice) measure(r *sim.Result, outcome string) (float64, error) {
	if n.To > 0 {
		return n.weekly(r, outcome)
	}
	for i, info := range sim.TotalInfo() {
		if info.ID == outcome {
			return n.total(r, sim.Total(i))
		}
	}
	return 0, fmt.Errorf("there is no total %q; give weeks for a weekly outcome", outcome)
}

func (n *Notice) total(r *sim.Result, t sim.Total) (float64, error) {
	values := r.Values(t, sim.Decided)
	switch n.Of {
	case "scenario":
	case "baseline":
		values = r.Values(t, sim.Assumed)
	case "difference":
		values = r.Difference(t)
	case "share":
		above := 0.0
		for _, v := range values {
			if v > 0 {
				above++
			}
		}
		return above / float64(len(values)), nil
	default:
		return 0, errOf(n.Of)
	}
	return sim.Summarise(values).Mean, nil
}

func (n *Notice) weekly(r *sim.Result, outcome string) (float64, error) {
	if n.From < 1 || n.From > n.To || n.To > r.Weeks {
		return 0, fmt.Errorf("weeks %d to %d are not within 1 to %d", n.From, n.To, r.Weeks)
	}
	for i, info := range sim.WeeklyInfo() {
		if info.ID != outcome {
			continue
		}
		mean := func(w sim.World) float64 {
			sum, weeks := 0.0, 0.0
			for _, v := range r.WeeklyMean(sim.Weekly(i), w)[n.From-1 : n.To] {
				if !math.IsNaN(v) {
					sum += v
					weeks++
				}
			}
			return sum / weeks
		}
		switch n.Of {
		case "scenario":
			return mean(sim.Decided), nil
		case "baseline":
			return mean(sim.Assumed), nil
		case "difference":
			return mean(sim.Decided) - mean(sim.Assumed), nil
		}
		return 0, errOf(n.Of)
	}
	return 0, fmt.Errorf("there is no weekly outcome %q", outcome)
}

func errOf(of string) error {
	return fmt.Errorf("%q is not of scenario, baseline, difference or, for a total, share", of)
}

// Holds reports whether a measured value is what the notice says.
func (n *Notice) Holds(v float64) bool {
	return (n.AtLeast == nil || v >= *n.AtLeast) && (n.AtMost == nil || v <= *n.AtMost) && !math.IsNaN(v)
}

// check returns what is wrong with a guide.
func (g *Guide) check() error {
	var faults []error
	if !slices.Contains(libraryNames(), g.Scenario) {
		faults = append(faults, fmt.Errorf("there is no built-in scenario %q", g.Scenario))
	}
	for _, n := range g.Notice {
		if n.Say == "" || n.AtLeast == nil && n.AtMost == nil {
			faults = append(faults, fmt.Errorf("%s: a notice needs words and a bound", g.Scenario))
		}
	}
	if len(g.Graphs) != 2 {
		faults = append(faults, fmt.Errorf("%s: name the left and the right graph", g.Scenario))
	}
	if len(g.Notice) < 2 || len(g.Try) < 2 {
		faults = append(faults, fmt.Errorf("%s: give at least two things to notice and two to try", g.Scenario))
	}
	return errors.Join(faults...)
}
