package sim

import (
	"sync/atomic"
	"testing"

	"threep/sim/internal/random"
	"threep/sim/internal/vector"
)

// What is done for all people and tools at once looks whether the run is stopped, and
// leaves the rest undone: it takes long where there are many of both.
func TestWhatIsDoneForAllAtOnceBreaksOff(t *testing.T) {
	for name, rho := range map[string]float64{"four by four": -4, "one by one": -1} {
		s := miniature(40)
		s.Assumptions.Complementarity.Rho = rho
		s.Decisions.Tools, s.Decisions.Rollout.Start = []string{"tool"}, 0
		w := newWorld(solvedSmall(t, s))
		w.stopped = new(atomic.Bool)
		w.start(random.Root(3, 0), false)
		w.step(0)
		const undone = -1.0
		for _, stop := range []bool{true, false} {
			w.stopped.Store(stop)
			for at := range w.shares {
				w.shares[at] = vector.In(undone)
			}
			w.shareOut()
			for at := range w.shares {
				if (w.shares[at][0] == undone) != stop {
					t.Fatalf("%s, stopped %t: G of seats %d is %g", name, stop, at, w.shares[at][0])
				}
			}
		}
	}
	// Stopped halfway.
	c := crew{use: make([]vector.ToolUse, 6*pause), clocks: make([]vector.Clock, 6*pause)}
	looks := 0
	c.clear(func() bool { looks++; return looks > 3 })
	for at := range c.use {
		if cleared := c.use[at] == vector.NoUse; cleared != (at < 3*pause) {
			t.Fatalf("stopped at the fourth of six looks, people and tool %d are cleared: %t", at, cleared)
		}
	}
}
