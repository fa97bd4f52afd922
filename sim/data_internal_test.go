package sim

import (
	"math"
	"testing"

	"threep/sim/internal/random"
)

// A pilot raises the firm's data discipline as far as its teams reach: a quarter of
// the firm fills about a quarter of the records.
func TestAPilotFeedsItsPartOfTheData(t *testing.T) {
	feedback := func(share float64) float64 {
		s := miniature(400)
		s.Mechanisms.LeavingHiring, s.Mechanisms.Peers = false, false
		tool := &s.Catalogue.Tools[0]
		tool.Data, tool.WIIFMHours, tool.Upkeep = 1, 4, 10
		s.Decisions.Tools = []string{"tool"}
		r := &s.Decisions.Rollout
		r.Start, r.PilotShare, r.PilotWeeks, r.Waves, r.WaveGap = 1, share, 78, 1, 1
		m := solvedSmall(t, s)
		w := newWorld(m)
		w.start(random.Root(5, 0), true)
		for week := range 78 {
			w.step(week)
		}
		return w.feedback
	}
	whole := feedback(1)
	if whole < .02 {
		t.Fatalf("a rollout to all raises data discipline by %g", whole)
	}
	for _, share := range []float64{.05, .25, .5} {
		if got := feedback(share) / whole; math.Abs(got-share) > .25*share {
			t.Errorf("a pilot of %g of the teams gives %.3f of the data of all", share, got)
		}
	}
}
