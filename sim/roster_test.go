package sim_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// Newcomers, vacancies and half-known people of a roster are seated.
func TestRosterWithNewcomersAndVacancies(t *testing.T) {
	s := scenarios.Default()
	number := func(x float64) *float64 { return &x }
	s.Roster = []sim.RosterSeat{
		{ID: "a", Alias: "a", Tenure: number(0)},
		{ID: "b", Alias: "b", Tenure: number(3), Traits: map[string]float64{"drive": 2, "courage": 1}},
		{ID: "c", Alias: "c", Tenure: number(51.6), Sales: number(1)},
		{ID: "d", Alias: "d", Vacant: true},
		{ID: "e", Alias: "e", Tenure: number(400), Rating: number(1.5), Skill: number(.9), Quota: number(2)},
		{ID: "f", Alias: "f"},
	}
	seen := map[string]sim.PersonRecord{}
	r := run(t, sim.NewEngine(), s, sim.Options{Runs: 3, Seed: 1, Records: func(_ int, people []sim.PersonRecord) {
		for _, p := range people {
			if p.World == sim.Decided && p.Ordinal == 0 {
				seen[p.Seat] = p
			}
		}
	}})
	if got := r.WeeklyMean(sim.WeekHeadcount, sim.Decided)[0]; got != 5 {
		t.Errorf("%g people in the first week, want 5 and a vacancy", got)
	}
	for seat, tenure := range map[string]float64{"a": 0, "b": 3, "c": 52, "e": 400} {
		if p, ok := seen[seat]; !ok || math.Abs(p.TenureStart-tenure) > 1 {
			t.Errorf("%s begins with %g weeks of tenure, want %g", seat, p.TenureStart, tenure)
		}
	}
	bad := s.Clone()
	bad.Roster[1].Traits = map[string]float64{"telepathy": 1, "drive": math.NaN()}
	bad.Roster[2].Sales = number(math.Inf(1))
	_, err := sim.NewEngine().Run(context.Background(), bad, sim.Options{Runs: 1})
	for _, want := range []string{"telepathy", "traits.drive", "sales"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not among the faults: %v", want, err)
		}
	}
}
