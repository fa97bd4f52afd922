package chart

import (
	"context"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// TestFiguresOfRealResults builds every kind from what the engine yields.
func TestFiguresOfRealResults(t *testing.T) {
	s := scenarios.Default()
	s.Organisation.Seats = 24
	s.Organisation.HorizonWeeks = 104
	result, err := sim.NewEngine().Run(context.Background(), s, sim.Options{Runs: 4, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	r := renderer(t)
	for _, kind := range Gallery() {
		f, err := Build(kind.ID, result, Options{})
		if err != nil || f.Empty != "" {
			t.Errorf("%s: %q, %v", kind.ID, f.Empty, err)
			continue
		}
		if n := len(NewTable(f).Rows); n != 24 && kind.ID != Ramp {
			t.Errorf("%s has %d months", kind.ID, n)
		}
		if _, err := r.Draw(f, Request{Width: 400, Height: 240, Palette: Light()}); err != nil {
			t.Errorf("%s: %v", kind.ID, err)
		}
	}
}
