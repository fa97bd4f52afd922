package verdict

import (
	"math"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// dotsAt are twenty futures of which so many beat the baseline.
func dotsAt(beating int) []float64 {
	dots := make([]float64, sim.HeadlineDots)
	for i := range dots {
		dots[i] = 99
		if i >= len(dots)-beating {
			dots[i] = 101
		}
	}
	return dots
}

func still() []float64 {
	dots := make([]float64, sim.HeadlineDots)
	for i := range dots {
		dots[i] = Baseline
	}
	return dots
}

func TestWords(t *testing.T) {
	nan := math.NaN()
	idle, decided := scenarios.Base(), scenarios.Default()
	for _, c := range []struct {
		h        sim.Headline
		runs     int
		scenario *sim.Scenario
		want     string
	}{
		{sim.Headline{After: 104, Dots: dotsAt(18), PaybackShare: 1, PaybackWeek: 58}, 1000, decided, "18 of 20 futures beat the baseline; payback in month 14."},
		{sim.Headline{After: 104, Dots: dotsAt(18), PaybackShare: 1, PaybackWeek: 60}, 1000, decided, "18 of 20 futures beat the baseline; payback in month 15."},
		{sim.Headline{After: 104, Dots: dotsAt(20), PaybackShare: 1}, 1000, decided, "All 20 futures beat the baseline; it never costs more than it brings."},
		{sim.Headline{After: 98, Dots: dotsAt(3), PaybackWeek: nan, PaybackShare: .3}, 1000, decided, "3 of 20 futures beat the baseline; 6 of 20 pay back within 3 years."},
		{sim.Headline{After: 98, Dots: dotsAt(1), PaybackWeek: nan, PaybackShare: .01}, 1000, decided, "1 of 20 futures beats the baseline; under 1 of 20 pay back within 3 years."},
		{sim.Headline{After: 98, Dots: dotsAt(0), PaybackWeek: nan}, 1000, decided, "None of 20 futures beats the baseline; no payback within 3 years."},
		{sim.Headline{After: 104, Dots: dotsAt(20), PaybackShare: 1, PaybackWeek: 8}, 1, decided, "The one future beats the baseline; payback in month 3."},
		{sim.Headline{After: 96, Dots: dotsAt(0), PaybackWeek: nan}, 1, decided, "The one future does not beat the baseline; no payback within 3 years."},
		{sim.Headline{After: nan}, 1000, decided, "Not defined: the baseline earns no gross margin to compare with."},
		{sim.Headline{After: 100, Dots: still(), PaybackWeek: nan}, 1000, idle, "Nothing is decided yet: every future is the baseline, week for week."},
		{sim.Headline{After: 100, Dots: still(), PaybackWeek: nan}, 1000, decided, "What is decided changes nothing: every future is the baseline, week for week."},
		// A total that misses 100 by a rounding is no difference.
		{sim.Headline{After: math.Nextafter(100, 0), Dots: still(), PaybackWeek: nan}, 1000, idle, "Nothing is decided yet: every future is the baseline, week for week."},
	} {
		r := &sim.Result{Runs: c.runs, Weeks: 156, Scenario: c.scenario}
		if got := strings.ReplaceAll(Words(&c.h, r), "\u00a0", " "); got != c.want {
			t.Errorf("the verdict is\n%s, want\n%s", got, c.want)
		}
	}
}

func TestDecided(t *testing.T) {
	if Decided(scenarios.Base()) {
		t.Error("the bare organisation has decided something")
	}
	for name, change := range map[string]func(*sim.Scenario){
		"a tool":  func(s *sim.Scenario) { s.Decisions.Tools = []string{"crm"} },
		"a lever": func(s *sim.Scenario) { s.Decisions.Product.Fit = .1 },
		"a date":  func(s *sim.Scenario) { s.Decisions.Rollout.Start = 20 },
	} {
		s := scenarios.Base()
		change(s)
		if !Decided(s) {
			t.Errorf("%s is no decision", name)
		}
	}
	s := scenarios.Base()
	s.Assumptions.People.UnqualifiedShare, s.Today.Content = .1, .9
	s.Decisions.Tools, s.Decisions.ToolDelay = []string{}, map[string]float64{}
	if Decided(s) {
		t.Error("assumptions and levels of today are decisions")
	}
}
