package sim_test

import (
	"math"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// Use that is set is what everybody makes of every tool, from go-live on.
func TestUseThatIsSet(t *testing.T) {
	s := scenarios.Default()
	s.Organisation.Seats = 24
	s.Decisions.Rollout.Mandate = 0
	use := .3
	r := run(t, sim.NewEngine(), s, sim.Options{Runs: 2, Seed: 1, SetUse: &use})
	live := int(s.Decisions.Rollout.Start)
	for i := 0; i < r.Runs; i++ {
		used, logged := r.WeeklySample(sim.WeekBenefitUse, sim.Decided, i), r.WeeklySample(sim.WeekLoggedUse, sim.Decided, i)
		rejected := r.WeeklySample(sim.WeekRejected, sim.Decided, i)
		for week := live; week < r.Weeks; week++ {
			if math.Abs(used[week]-use) > 1e-9 || math.Abs(logged[week]-use) > 1e-9 || rejected[week] != 0 {
				t.Fatalf("week %d: use %g, logged %g, rejected %g", week, used[week], logged[week], rejected[week])
			}
		}
	}
}

// The rating at today is known of whoever is in a seat today, and of nobody else.
func TestRatingAtToday(t *testing.T) {
	s := scenarios.Default().Baseline()
	s.Organisation.Seats = 40
	spread := 0.0
	for _, p := range people(t, s, sim.Options{Runs: 1, Seed: 1}, sim.Decided) {
		if (p.HireWeek < 0) == math.IsNaN(p.RatingStart) {
			t.Errorf("hired in week %d, rated %g at today", p.HireWeek, p.RatingStart)
		}
		if p.HireWeek < 0 {
			spread = math.Max(spread, math.Abs(p.RatingStart))
		}
	}
	if spread < .5 || spread > 6 {
		t.Errorf("ratings reach to %g standard deviations", spread)
	}
}

// people are the records of the scenario of one future.
func people(t *testing.T, s *sim.Scenario, o sim.Options, world sim.World) []sim.PersonRecord {
	t.Helper()
	var all []sim.PersonRecord
	o.Records = func(_ int, list []sim.PersonRecord) {
		for _, p := range list {
			if p.World == world {
				all = append(all, p)
			}
		}
	}
	run(t, sim.NewEngine(), s, o)
	return all
}

// What runs by itself says what it lacks.
func TestLimitsRefuseWhatTheyCannotRun(t *testing.T) {
	bad := scenarios.Default()
	bad.Assumptions.Ramp.Weeks = -1
	if _, err := sim.AdoptionAlone(t.Context(), bad, 1, 1, 1); err == nil {
		t.Error("a scenario with a fault gives adoption")
	}
	if _, err := sim.AdoptionAlone(t.Context(), scenarios.Default().Baseline(), 1, 1, 1); err == nil {
		t.Error("no tool is adopted")
	}
	if _, err := sim.PipelineAlone([]float64{.1}, nil, nil, 1, 1); err == nil {
		t.Error("a pipeline without rates of loss runs")
	}
	if _, err := sim.RoleFit(scenarios.Default(), "astronaut"); err == nil {
		t.Error("there is a fit for a role that is not listed")
	}
	if _, err := sim.SkillAlone(bad, .5, 0, 0, true, 1); err == nil {
		t.Error("a scenario with a fault gives skill")
	}
	if _, err := sim.ExpectedHeadcount(bad, 1, 1); err == nil {
		t.Error("a scenario with a fault gives headcount")
	}
	if _, err := sim.CohortAlone(t.Context(), bad, 1, 1); err == nil {
		t.Error("a scenario with a fault gives a cohort")
	}
	if _, err := sim.NewEngine().Conservation(t.Context(), bad, 1, 0); err == nil {
		t.Error("a scenario with a fault gives books")
	}
}

// A person's fit is what the engine computes.
func TestRoleFitIsTheEngines(t *testing.T) {
	s := scenarios.Default().Baseline()
	s.Organisation.Seats = 8
	fit, err := sim.RoleFit(s, s.Organisation.Roles[0].Role)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people(t, s, sim.Options{Runs: 1, Seed: 1}, sim.Decided) {
		if got := fit(p.Traits); math.Abs(got-p.Fit) > 1e-9 {
			t.Errorf("fit %g, the engine's %g", got, p.Fit)
		}
	}
}
