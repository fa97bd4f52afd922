package sim

import (
	"math"
	"testing"

	"threep/sim/internal/random"
	"threep/sim/internal/vector"
)

// standInWorld is an organisation with vacant seats, today.
func standInWorld(t *testing.T, change func(s *Scenario)) *world {
	t.Helper()
	s := miniature(60)
	s.Assumptions.Territory.Carryover = .5
	if change != nil {
		change(s)
	}
	w := newWorld(solvedSmall(t, s))
	w.start(random.Root(5, 0), true)
	burnIn(w)
	return w
}

// What accounts bring to a vacant seat comes in usual hours: a week of training that
// the last holder left in does not go on.
func TestStandInHasUsualHours(t *testing.T) {
	w := standInWorld(t, func(s *Scenario) {
		s.Decisions.Training.Hours, s.Decisions.Training.Weeks = 200, 52
		s.Assumptions.Leaving.Voluntary = 1.5
	})
	vacant := 0
	for week := range 26 {
		w.step(week)
		for i := range w.seats {
			s := &w.seats[i]
			if s.worked(week) {
				continue
			}
			vacant++
			var alone vector.Flows
			k, plan := s.lane, w.m.week(week)
			copied := *s.Seats
			copied.StandIn(k, int(w.m.s.Assumptions.Pipeline.Stages), &plan.moves, &alone)
			full := float64(s.BaseRate[k]*s.Growth[k]) * math.Exp(w.m.dynamicQuality(s.Skill[k], s.Engagement[k])) * plan.creation
			if math.Abs(alone.Created-.5*full) > 1e-9*full {
				t.Fatalf("week %d: %g come to a vacant seat, half of its holder's usual %g is %g", week, alone.Created, full, .5*full)
			}
		}
	}
	if vacant < 100 {
		t.Errorf("only %d weeks of vacancies were seen", vacant)
	}
}

// What is sold in vacant seats is the firm's, costs commission, and is in no holder's
// year.
func TestBooksOfVacantSeats(t *testing.T) {
	w := standInWorld(t, func(s *Scenario) { s.Mechanisms.Managers = false })
	commission := w.m.s.Assumptions.Money.Commission
	inVacancies := 0.0
	for week := range 40 {
		before := make([]float64, len(w.seats))
		for i := range w.seats {
			before[i] = w.seats[i].YearSales[w.seats[i].lane]
		}
		w.step(week)
		revenue, pay := 0.0, 0.0
		for i := range w.seats {
			s := &w.seats[i]
			k := s.lane
			revenue += s.Revenue[k]
			if s.worked(week) {
				// Base pay is booked in two parts, by ramp; here they are together.
				pay += s.Pay[k]
				continue
			}
			inVacancies += s.Revenue[k]
			pay += w.m.s.Assumptions.Territory.Carryover * s.Pay[k]
			if s.YearSales[k] != before[i] {
				t.Fatalf("week %d: a vacant seat's sales are in a holder's year", week)
			}
		}
		if math.Abs(revenue-w.sums.revenue) > 1e-9*revenue {
			t.Fatalf("week %d: seats sold %g, the firm %g", week, revenue, w.sums.revenue)
		}
		onboarding := w.sums.hires * w.m.s.Assumptions.Money.OnboardingCost
		paid := w.sums.costs[costPay] + w.sums.costs[costRamp] - onboarding
		if want := pay + commission*revenue; math.Abs(paid-want) > 1e-9*want {
			t.Fatalf("week %d: pay and commission are %g, want %g", week, paid, want)
		}
	}
	if inVacancies <= 0 {
		t.Error("nothing was sold in vacant seats")
	}
}
