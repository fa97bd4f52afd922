package sim_test

import (
	"context"
	"fmt"
	"math"
	"sort"
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

// Past sales are part person, part territory, part luck: who sold much is
// expected to sell much, but not as much.
func TestHighPastSalesExpectHighButNotAsHigh(t *testing.T) {
	s := builtin(t, "3p-ready")
	s.Organisation.HorizonWeeks = 52
	// Deviations that are uncorrelated over 25 seats, in logs.
	wave := func(i, step int) float64 { return float64(i*step%25-12) / 12 }
	for i := 0; i < 25; i++ {
		index := .55 * wave(i, 7)
		potential, accounts := math.Exp(index), math.Exp(index)
		sales, tenure, id, one := math.Exp(.85*index+.35*wave(i, 11)), float64(150+30*i), fmt.Sprint(i), 1.0
		s.Roster = append(s.Roster, sim.RosterSeat{
			ID: id, Alias: id, Sales: &sales, Tenure: &tenure, Potential: &potential, Accounts: &accounts, Presence: &one, Workload: &one,
		})
	}
	expected, futures := map[string]float64{}, map[string]float64{}
	for _, p := range people(t, s, sim.Options{Runs: 200, Seed: 3}, sim.Assumed) {
		if p.Ordinal == 0 && p.WeeksInSeat[0] >= 52 {
			expected[p.Seat] += p.Sales[0]
			futures[p.Seat]++
		}
	}
	n := float64(len(s.Roster))
	var x, y, xx, xy, past, next float64
	for i := range s.Roster {
		r := &s.Roster[i]
		a, b := math.Log(*r.Sales), math.Log(expected[r.Alias]/futures[r.Alias])
		x, y, xx, xy = x+a, y+b, xx+a*a, xy+a*b
		past += *r.Sales / n
		next += expected[r.Alias] / futures[r.Alias] / n
	}
	slope := (xy - x*y/n) / (xx - x*x/n)
	if slope < .6 || slope > .95 {
		t.Errorf("log expected sales rise by %.2f for one of log past sales, want less than 1, and no little", slope)
	}
	sort.Slice(s.Roster, func(i, j int) bool { return *s.Roster[i].Sales > *s.Roster[j].Sales })
	for k, top := range []bool{true, false} {
		before, after := 0.0, 0.0
		for i := 20 * k; i < 20*k+5; i++ {
			r := &s.Roster[i]
			before += *r.Sales / past
			after += expected[r.Alias] / futures[r.Alias] / next
		}
		if (after < before) != top {
			t.Errorf("top five %t: past sales of %.2f are followed by %.2f", top, before/5, after/5)
		}
	}
}

// Drawn assumptions over real people give the same bytes for any number of
// workers, whichever sets a worker's worlds have lived under before.
func TestC6WorkersChangeNothingUnderIgnorance(t *testing.T) {
	s := builtin(t, "3p-ready")
	s.Organisation.HorizonWeeks = 52
	for i := 0; i < 8; i++ {
		sales, tenure, age := 100+float64(i*7%8)*20, float64(10+i*40), float64(25+4*i)
		id := fmt.Sprint(i)
		s.Roster = append(s.Roster, sim.RosterSeat{ID: id, Alias: id, Sales: &sales, Tenure: &tenure, Age: &age})
	}
	e := sim.NewEngine()
	var digests []string
	for _, workers := range []int{1, 3} {
		digests = append(digests, digestOf(run(t, e, s, sim.Options{Runs: sim.MaxDraws + 6, Seed: 5, Workers: workers, Uncertain: true})))
	}
	if digests[0] != digests[1] {
		t.Error("the number of workers changes results")
	}
}
