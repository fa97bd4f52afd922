package sim

import (
	"context"
	"math"
	"sync"
	"testing"
)

// lossOfDeparture is what seats sell less in the year from a departure on, against
// seats that keep their holders.
func lossOfDeparture(t *testing.T, carryover float64, change func(s *Scenario)) (loss float64, departures int) {
	t.Helper()
	s := miniature(400)
	s.Assumptions.Territory.Carryover = carryover
	// Holders are alike, so that a change of holder is all that departures bring.
	p := &s.Assumptions.People
	p.Drive, p.Courage, p.Optimism, p.Gate = 0, 0, 0, 0
	s.Assumptions.Skill.Effect, s.Assumptions.Engagement.Effort, s.Assumptions.Territory.AccountGrowth = 0, 0, 0
	if change != nil {
		change(s)
	}
	var mu sync.Mutex
	var left, before, stayed, stayedBefore float64
	err := NewEngine().Departures(context.Background(), s, Options{Runs: 6, Seed: 9, Expected: true, People: 2000}, func(_ int, seats []SeatYears) {
		mu.Lock()
		defer mu.Unlock()
		for _, x := range seats {
			if x.Left {
				left, before, departures = left+x.After, before+x.Before, departures+1
			} else {
				stayed, stayedBefore = stayed+x.After, stayedBefore+x.Before
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return 1 - left/before/(stayed/stayedBefore), departures
}

// What accounts bring is not lost with the holder: nothing is where they bring all,
// and in between the loss is in proportion to the rest.
func TestLossOfDeparture(t *testing.T) {
	none, n := lossOfDeparture(t, 0, nil)
	half, _ := lossOfDeparture(t, .5, nil)
	all, _ := lossOfDeparture(t, 1, nil)
	if n < 50 || none < .4 || none > .75 || math.Abs(half-none/2) > .01 || math.Abs(all) > 1e-3 {
		t.Errorf("%d departures lose %.4f of a year's sales, %.4f where accounts bring half and %.6f where they bring all", n, none, half, all)
	}
	// Nothing but a week is lost where the seat is filled at once by a full rep who
	// inherits all.
	at, _ := lossOfDeparture(t, 0, func(s *Scenario) {
		s.Assumptions.Labour.FillWeeks, s.Assumptions.Ramp.Start = 1, 1
		s.Assumptions.Pipeline.PassOn, s.Assumptions.Pipeline.VacantDecay = 1, 0
	})
	if at < 1./52 || at > 2.5/52 {
		t.Errorf("a change of holder within a week loses %.4f of a year's sales", at)
	}
}

// Departures are cancelled, and their scenario is checked.
func TestDeparturesEnd(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var once sync.Once
	err := NewEngine().Departures(ctx, miniature(40), Options{Runs: 100000, Seed: 1, People: 2000}, func(int, []SeatYears) { once.Do(cancel) })
	if err != context.Canceled {
		t.Errorf("cancelled, it ends with %v", err)
	}
	if err := NewEngine().Departures(context.Background(), &Scenario{}, Options{Runs: 1}, nil); err == nil {
		t.Error("a scenario with faults gave no error")
	}
}
