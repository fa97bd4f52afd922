package sim

import (
	"math"
	"testing"

	"threep/sim/internal/random"
)

// miniature is a scenario with one trait, one role and one tool, for limits in
// which nothing else matters.
func miniature(seats int) *Scenario {
	s := &Scenario{Mechanisms: AllMechanisms()}
	NewTable().Apply(s)
	s.Organisation.Seats, s.Organisation.TeamSize = float64(seats), 20
	s.Organisation.Currency, s.Organisation.FiscalStartMonth = "USD", 1
	s.Organisation.Roles = []RoleShare{{Role: "hunter", Share: 1}}
	s.Catalogue = Catalogue{
		Traits: []Trait{{ID: "drive"}},
		Roles: []Role{
			{ID: "hunter", Weights: map[string]float64{"drive": 1}, Opportunities: 1, DealValue: 1, Cycle: 1, Ramp: 1, Pay: 1, Turnover: 1},
			{ID: "manager", Weights: map[string]float64{"drive": 1}, Opportunities: 1, DealValue: 1, Cycle: 1, Ramp: 1, Pay: 1, Turnover: 1, Manager: true},
		},
		Cohorts: []Cohort{{ID: "all", Share: 1, MinAge: 20, MaxAge: 60}},
		Tools:   []Tool{{ID: "tool", NeedPeople: 1, NeedProcess: 1, NeedContent: 1, NeedInfra: 1}},
	}
	return s
}

// bassYear is the share of adopters of Bass's closed form after t years.
func bassYear(p, q, t float64) float64 {
	e := math.Exp(-(p + q) * t)
	return (1 - e) / (1 + q/p*e)
}

// adoptionAlone runs only the adoption process and returns the mean share of
// adopters by week.
func adoptionAlone(t *testing.T, s *Scenario, runs, weeks int) []float64 {
	t.Helper()
	if err := s.Validate(NewTable()); err != nil {
		t.Fatal(err)
	}
	m, err := compile(s)
	if err != nil {
		t.Fatal(err)
	}
	share := make([][]float64, runs)
	parallel(runs, func(run int) {
		w := newWorld(m)
		w.root = random.Root(11, run)
		for i := range w.seats {
			w.seats[i].occupied = true
			w.seats[i].key = w.root.Person(m.seats[i].key, 0)
		}
		w.occupied = len(w.seats)
		w.resetTools()
		w.sums.occupied = float64(len(w.seats))
		share[run] = make([]float64, weeks)
		for week := 0; week < weeks; week++ {
			w.week = week
			for ti := range m.teams {
				w.callRoll(&m.teams[ti])
				w.adopt(ti)
			}
			clear(w.teamUsers)
			for i := range w.use {
				if w.use[i].adopting() {
					w.teamUsers[m.seats[i].team]++
				}
			}
			w.countUsers()
			share[run][week] = float64(w.users[0]) / float64(len(w.seats))
		}
	})
	mean := make([]float64, weeks)
	for _, x := range share {
		for k := range x {
			mean[k] += x[k] / float64(runs)
		}
	}
	return mean
}

func bassScenario(seats int) *Scenario {
	s := miniature(seats)
	s.Mechanisms.WIIFM, s.Mechanisms.Managers, s.Mechanisms.LeavingHiring = false, false, false
	s.Organisation.HorizonWeeks = 520
	a := &s.Assumptions.Adoption
	a.Innovation, a.Imitation = .03, .38
	a.Ease, a.AttitudeSD, a.SponsorTop, a.SponsorManagers = 0, 0, 0, 0
	a.TeamWeight, a.ManagerWeight, a.FirmWeight = 0, 0, 1
	s.Decisions.Tools = []string{"tool"}
	s.Decisions.Rollout.Start, s.Decisions.Rollout.Announcement = 0, 0
	return s
}

// C1: adoption alone is Bass.
func TestC1AdoptionIsBass(t *testing.T) {
	runs, weeks := 200, 480
	if testing.Short() {
		runs = 20
	}
	tolerance := .005
	if testing.Short() {
		tolerance = .02
	}
	mean := adoptionAlone(t, bassScenario(10000), runs, weeks)
	for k, got := range mean {
		if want := bassYear(.03, .38, float64(k+1)/52); math.Abs(got-want) > tolerance {
			t.Fatalf("week %d: share %.4f, Bass %.4f", k+1, got, want)
		}
	}
	if got := mean[5*52-1]; math.Abs(got-.3312) > tolerance {
		t.Errorf("F(5 years) = %.4f, want .3312", got)
	}
	best, at := 0.0, 0
	for k := 27; k+26 < len(mean); k++ {
		if rate := mean[k+26] - mean[k-27]; rate > best {
			best, at = rate, k+1
		}
	}
	if peak := (float64(at) - .5) / 52; !testing.Short() && math.Abs(peak-6.19) > .30 {
		t.Errorf("adoption peaks at %.2f years, want 6.19 +- .30", peak)
	}
	// Peers of the team alone are slower to spread it.
	team := bassScenario(10000)
	team.Assumptions.Adoption.TeamWeight, team.Assumptions.Adoption.FirmWeight = .9, .1
	slow := adoptionAlone(t, team, 10, weeks)
	if slow[6*52] >= mean[6*52] {
		t.Errorf("with team peers the share after 6 years is %.3f, not below %.3f", slow[6*52], mean[6*52])
	}
}

// C2: hires, ramp and exits in expectation.
func TestC2RampingHeadcount(t *testing.T) {
	h := Headcount{}
	month := 12.0 / 52
	for week := 0; week < 60000; week++ {
		h.Step(5*month, month/6, .02*month, .0125*month)
	}
	if math.Abs(h.Ramping-26.785714285714285) > 1e-9 || math.Abs(h.Ramped-357.1428571428571) > 1e-9 {
		t.Errorf("steady state %.10f ramping, %.10f ramped; want 26.7857, 357.1429", h.Ramping, h.Ramped)
	}
}

// C3: an annual probability compounds.
func TestC3CohortLoss(t *testing.T) {
	left := 1.0
	weekly := WeeklyProbability(.15)
	want := []float64{.85, .7225, .614125}
	for year := range want {
		for week := 0; week < 52; week++ {
			left *= 1 - weekly
		}
		if math.Abs(left-want[year]) > 1e-12 {
			t.Errorf("after year %d %.12f are left, want %g", year+1, left, want[year])
		}
	}
}

// C4: the pipeline in its steady state.
func TestC4Pipeline(t *testing.T) {
	advance := [maxStages]float64{.30, .25, .30, .35}
	lose := [maxStages]float64{.20, .15, .10, .15}
	var stock [maxStages]float64
	var won, lost float64
	for month := 0; month < 400; month++ {
		won, lost = advanceStages(&stock, 4, 40, 1, &advance, &lose)
	}
	before := stock
	before[0] += 40
	for k, want := range []float64{80, 60, 37.5, 22.5} {
		if math.Abs(before[k]-want) > 1e-9 {
			t.Errorf("stage %d holds %.9f after arrivals, want %g", k+1, before[k], want)
		}
		// Little's law: stock = flow x time in the stage.
		flow := want * (advance[k] + lose[k])
		if time := 1 / (advance[k] + lose[k]); math.Abs(flow*time-before[k]) > 1e-9 {
			t.Errorf("Little's law fails at stage %d", k+1)
		}
	}
	if math.Abs(won/40-.196875) > 1e-12 || math.Abs(won+lost-40) > 1e-9 {
		t.Errorf("won %.6f of 40, lost %.6f", won, lost)
	}
	for first, want := range []float64{.196875, .328125, .525, .70} {
		stock = [maxStages]float64{}
		stock[first] = 1
		sum := 0.0
		for month := 0; month < 2000; month++ {
			w, _ := advanceStages(&stock, 4, 0, 1, &advance, &lose)
			sum += w
		}
		if math.Abs(sum-want) > 1e-12 {
			t.Errorf("from stage %d %.9f are won, want %g", first+1, sum, want)
		}
	}
}
