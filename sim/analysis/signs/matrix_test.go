package signs_test

import (
	"context"
	"testing"

	"threep/assets"
	"threep/scenarios"
	"threep/sim/analysis"
	"threep/sim/analysis/signs"
)

func weeksOf(from, to int) analysis.Window { return analysis.Window{From: from, To: to} }

func valuesOf(id string, v float64) []analysis.Value { return []analysis.Value{{ID: id, Value: v}} }

// TestMatrix runs the checks of all parameters and pairs of main levers, whole where
// there is time: every parameter at its minimum, default and maximum, every sign that
// a help text claims, every pair of main levers at its corners.
func TestMatrix(t *testing.T) {
	if testing.Short() {
		t.Log("short: one case in forty")
	}
	for _, c := range signs.Checks() {
		for _, part := range []string{".title", ".says", ".how"} {
			if !assets.Has("health." + c.ID + part) {
				t.Errorf("there is no text health.%s%s", c.ID, part)
			}
		}
		for i := range c.Lines {
			if !assets.Has("health." + c.ID + ".line." + c.Lines[i].Key()) {
				t.Errorf("the line %s of %s has no words", c.Lines[i].ID, c.ID)
			}
		}
		t.Run(c.ID, func(t *testing.T) {
			outcomes, err := analysis.Run(context.Background(), engine, scenarios.Builtin, []*analysis.Check{c}, analysis.Options{Full: !testing.Short()})
			if err != nil {
				t.Fatal(err)
			}
			o := outcomes[0]
			for _, note := range o.Notes {
				t.Error(note)
			}
			for i := range o.Measured {
				t.Logf("%s %g", o.Measured[i].ID, o.Measured[i].Value)
			}
			if o.Holds != (len(o.Notes) == 0) {
				t.Errorf("holds: %v with %d notes", o.Holds, len(o.Notes))
			}
		})
	}
}
