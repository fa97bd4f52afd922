package sim_test

import (
	"math"
	"testing"

	"threep/sim"
)

// What counts as typical is the middle of the shipped catalogue's tools in the
// default rollout.
func TestTypicalToolIsTheCatalogues(t *testing.T) {
	s := builtin(t, "default")
	a, r := &s.Assumptions, &s.Decisions.Rollout
	net, ease := 0.0, 0.0
	for _, tool := range s.Catalogue.Tools {
		wiifm := tool.WIIFMHours + 100*tool.WIIFMPay*a.Use.PayHours + r.WIIFMDesign*a.Adoption.DesignGain/float64(len(s.Decisions.Tools))
		net += wiifm - tool.Upkeep/60*(1-r.WIIFMDesign*a.Adoption.DesignUpkeep)
		ease += tool.Ease
	}
	n := float64(len(s.Catalogue.Tools))
	for id, want := range map[string]float64{"typicalNet": net / n, "typicalEase": ease / n} {
		for _, c := range sim.Constants() {
			if c.ID == id && math.Abs(c.Value-want) > .06 {
				t.Errorf("%s is %g, the catalogue's middle %.3f", id, c.Value, want)
			}
		}
	}
}
