package sim_test

import (
	"math"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// The labour market's unqualified share, and what selection by leaving, hiring and
// engagement each make of it, are what the reference says.
func TestWhatMakesTheMarketUnqualified(t *testing.T) {
	e := sim.NewEngine()
	for _, c := range []struct {
		name string
		set  map[string]float64
		want float64
	}{
		{"default", nil, .41},
		{"no selection by leaving", map[string]float64{"leaving.attainment": 0, "leaving.rating_effect": 0}, .30},
		{"voluntary leaving alone", map[string]float64{"leaving.rating_effect": 0}, .36},
		{"dismissal alone", map[string]float64{"leaving.attainment": 0}, .35},
		{"as the design", map[string]float64{"leaving.attainment": .4, "today.hiring_process": 1, "engagement.drive": 0}, .38},
	} {
		s := scenarios.Base()
		s.Organisation.Seats, s.Organisation.HorizonWeeks = 8, 52
		for id, v := range c.set {
			p, ok := e.Table().Lookup(id)
			if !ok {
				t.Fatalf("there is no parameter %s", id)
			}
			p.Set(s, v)
		}
		r := run(t, e, s, sim.Options{Runs: 1, Seed: 1, OwnBaseline: true})
		if got := r.MarketUnqualified["hunter"]; math.Abs(got-c.want) > .01 {
			t.Errorf("%s: %.3f of the labour market is unqualified, the reference says %.2f", c.name, got, c.want)
		}
	}
}
