package sim

import (
	"math"
	"testing"
)

// TestWorkFollowsTheProcessLaidDown raises a process within three months and holds
// the level that people work at to a first-order lag behind the level built, which
// costs its hours and its money whatever the lag.
func TestWorkFollowsTheProcessLaidDown(t *testing.T) {
	const base, target = 2.5, 2.0
	hours := 0.0
	plans := map[float64][]weekPlan{}
	for _, lag := range []float64{1, 20} {
		s := miniature(20)
		s.Decisions.Process.RaiseAll, s.Decisions.Process.Months = target, 3
		s.Assumptions.Maturity.LagWeeks = lag
		m, err := compile(s)
		if err != nil {
			t.Fatal(err)
		}
		plans[lag] = m.plan
		hours = s.Assumptions.Maturity.RaiseHours
	}
	built := 0.0 // levels
	for i := range plans[1] {
		p := &plans[1][i]
		built += p.raiseHours / (hours * weeksYear * dimensions)
		if lived := p.maturity[leadManagement] - base; math.Abs(lived-built) > 1e-9 {
			t.Fatalf("week %d: with a lag of a week people work at %g levels more, %g are built", i-burnInWeeks, lived, built)
		}
		lagged := &plans[20][i]
		if lagged.raiseHours != p.raiseHours || lagged.costs != p.costs {
			t.Fatalf("week %d: the lag changes what raising costs", i-burnInWeeks)
		}
		if built > 0 && i < len(plans[1])-1 && lagged.maturity[leadManagement] >= p.maturity[leadManagement] {
			t.Fatalf("week %d: people work at level %g, %g is built", i-burnInWeeks, lagged.maturity[leadManagement], p.maturity[leadManagement])
		}
	}
	// Once all is built, what is lacking dies out by a twentieth a week.
	after := burnInWeeks + 20
	for i := after; i < after+60; i++ {
		now, next := base+target-plans[20][i].maturity[leadManagement], base+target-plans[20][i+1].maturity[leadManagement]
		if math.Abs(next/now-.95) > 1e-9 {
			t.Fatalf("week %d: %g levels are lacking after %g", i+1-burnInWeeks, next, now)
		}
	}
}
