package sim_test

import (
	"context"
	"math"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// Every parameter at its minimum and maximum gives finite results; a pair of
// parameters that contradict each other is refused in words.
func TestEveryParameterAtItsEnds(t *testing.T) {
	statistics(t)
	e := sim.NewEngine()
	// Shares of people or decisions that a small firm may have none of in a week.
	mayLack := map[sim.Weekly]bool{
		sim.WeekUseSavvy1: true, sim.WeekUseSavvy2: true, sim.WeekUseSavvy3: true, sim.WeekUseSavvy4: true,
		sim.WeekAtQuota: true, sim.WeekWinRate: true,
	}
	for _, p := range sim.NewTable().Rows() {
		for _, v := range []float64{p.Min, p.Max} {
			s := scenarios.Default()
			s.Organisation.Seats, s.Organisation.HorizonWeeks = 16, 52
			if p.ID == "organisation.seats" && v > 1000 {
				v = 1000
			}
			p.Set(s, v)
			if s.Validate(sim.NewTable()) != nil {
				continue
			}
			r, err := e.Run(context.Background(), s, sim.Options{Runs: 1, Seed: 1})
			if err != nil {
				t.Errorf("%s = %g: %v", p.ID, v, err)
				continue
			}
			for o, info := range sim.WeeklyInfo() {
				for k, x := range r.WeeklySample(sim.Weekly(o), sim.Decided, 0) {
					if math.IsNaN(x) && !mayLack[sim.Weekly(o)] || math.IsInf(x, 0) {
						t.Errorf("%s = %g: %s in week %d is %g", p.ID, v, info.ID, k, x)
						break
					}
				}
			}
		}
	}
}
