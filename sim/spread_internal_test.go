package sim

import (
	"math"
	"testing"

	"threep/sim/internal/random"
)

// drawnResult is a result of so many futures whose net present value is that of
// their set and a luck of their own.
func drawnResult(runs, sets int, between, within float64) *Result {
	r := &Result{Runs: runs, Sets: sets, Uncertain: true, derived: &derived{}}
	key := random.Root(9, 0)
	for run := range runs {
		s := newRunSeries(1)
		s.totals[TotalNPV] = float64(between*key.Normal(random.Ignorance, r.SetOf(run))) + float64(within*key.Normal(random.Wins, run))
		r.series[Decided] = append(r.series[Decided], s)
	}
	return r
}

// Luck and ignorance are told apart in a result as they were put together.
func TestSpreadTellsLuckAndIgnoranceApart(t *testing.T) {
	for _, sd := range [][2]float64{{3, 1}, {1, 3}, {2, 2}} {
		s := drawnResult(40000, 400, sd[0], sd[1]).Spread(TotalNPV)
		if b := sd[0] * sd[0]; math.Abs(s.Between-b) > .2*b {
			t.Errorf("between sets the variance is %g, want %g", s.Between, b)
		}
		if w := sd[1] * sd[1]; math.Abs(s.Within-w) > .03*w {
			t.Errorf("within sets the variance is %g, want %g", s.Within, w)
		}
	}
	if s := drawnResult(4000, 40, 0, 2).Spread(TotalNPV); s.Share() > .02 {
		t.Errorf("luck alone is called ignorance by %g", s.Share())
	}
	// A future that is not defined counts in no set, and one a set tells nothing.
	holed := drawnResult(4000, 40, 2, 1)
	for run := 0; run < 4000; run += 7 {
		holed.series[Decided][run].totals[TotalNPV] = math.NaN()
	}
	if s := holed.Spread(TotalNPV); math.Abs(s.Within-1) > .1 || s.Between < 1.5 || s.Between > 7 {
		t.Errorf("with holes the variances are %+v", s)
	}
	if s := drawnResult(40, 40, 1, 1).Spread(TotalNPV); !math.IsNaN(s.Within) || !math.IsNaN(s.Between) || !math.IsNaN(s.Share()) {
		t.Errorf("one future a set tells %+v", s)
	}
	sure := drawnResult(1000, 1, 0, 2)
	sure.Uncertain = false
	if s := sure.Spread(TotalNPV); s.Between != 0 || math.Abs(s.Within-4) > .5 {
		t.Errorf("without ignorance the variances are %+v", s)
	}
}
