package sim_test

import (
	"testing"

	"threep/sim"
)

// Every mechanism can be switched off, and switching it off moves the outcome
// that it stands for in the direction that its name promises.
func TestEveryMechanismHasItsSign(t *testing.T) {
	type edit func(*sim.Scenario)
	none := edit(func(*sim.Scenario) {})
	at := func(o sim.Weekly, week int) func(*sim.Result) float64 {
		return func(r *sim.Result) float64 { return r.WeeklyMean(o, sim.Decided)[week] }
	}
	total := func(o sim.Total) func(*sim.Result) float64 {
		return func(r *sim.Result) float64 { return sim.Summarise(r.Values(o, sim.Decided)).Mean }
	}
	adopters := func(week int) func(*sim.Result) float64 {
		return func(r *sim.Result) float64 {
			return r.WeeklyMean(sim.WeekRoutine, sim.Decided)[week] + r.WeeklyMean(sim.WeekTrial, sim.Decided)[week]
		}
	}
	cases := []struct {
		name, world string
		edit        edit
		off         edit
		measure     func(*sim.Result) float64
		sign        float64 // of the outcome with the mechanism off less that with it on
	}{
		{"peers speed adoption", "default", none, func(s *sim.Scenario) { s.Mechanisms.Peers = false }, adopters(20), -1},
		{"managers help reps to proficiency", "3p-ready", none, func(s *sim.Scenario) { s.Mechanisms.Managers = false }, at(sim.WeekProficiency, 100), -1},
		{"nothing in it for the rep ends use", "crm-elixir", none, func(s *sim.Scenario) { s.Mechanisms.WIIFM = false }, at(sim.WeekBenefitUse, 60), 1},
		{"a mandate's burden drives people out", "crm-elixir", none, func(s *sim.Scenario) { s.Mechanisms.MandateBurden = false }, total(sim.TotalVoluntary), -1},
		{"go-live costs bookings", "3p-ready", none, func(s *sim.Scenario) { s.Mechanisms.GoLiveDip = false }, total(sim.TotalDip), 1},
		{"skill is forgotten", "default", none, func(s *sim.Scenario) { s.Mechanisms.Forgetting = false }, total(sim.TotalSkill), 1},
		{"the trait floor holds skill down", "default", none, func(s *sim.Scenario) { s.Mechanisms.TraitFloor = false }, total(sim.TotalSkill), 1},
		{"the weakest link holds tools back", "floor-process", none, func(s *sim.Scenario) { s.Mechanisms.Complementarity = false }, total(sim.TotalNPV), 1},
		{"people leave", "default", none, func(s *sim.Scenario) { s.Mechanisms.LeavingHiring = false }, total(sim.TotalTurnover), -1},
		{"process erodes unless maintained", "default", func(s *sim.Scenario) {
			s.Decisions.Process.RaiseAll, s.Decisions.Process.Maintenance = 1, 0
		}, func(s *sim.Scenario) { s.Mechanisms.ProcessErosion = false }, total(sim.TotalMaturity), 1},
		{"logged use raises data discipline", "3p-ready", none, func(s *sim.Scenario) { s.Mechanisms.DataFeedback = false }, total(sim.TotalMaturity), -1},
	}
	e := sim.NewEngine()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			on := builtin(t, c.world)
			on.Organisation.Seats = 80
			c.edit(on)
			off := on.Clone()
			c.off(off)
			with := c.measure(run(t, e, on, sim.Options{Runs: 24, Seed: 6}))
			without := c.measure(run(t, e, off, sim.Options{Runs: 24, Seed: 6}))
			t.Logf("on %.5g, off %.5g", with, without)
			if (without-with)*c.sign <= 0 {
				t.Errorf("on %.6g, off %.6g: wrong direction", with, without)
			}
		})
	}
}

// statistics skips a test of many futures in a short run, where the race
// detector makes them slow and other tests run the same code.
func statistics(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("many futures: run without -short")
	}
}

// lastYear is the mean of a weekly outcome over weeks 105-156.
func lastYear(r *sim.Result, o sim.Weekly, w sim.World) float64 {
	mean := r.WeeklyMean(o, w)
	sum := 0.0
	for _, v := range mean[104:156] {
		sum += v / 52
	}
	return sum
}

// Every channel of a tool moves the outcome that it is named for.
func TestEveryChannelHasItsSign(t *testing.T) {
	statistics(t)
	week := func(o sim.Weekly) func(*sim.Result) float64 {
		return func(r *sim.Result) float64 { return lastYear(r, o, sim.Decided) }
	}
	total := func(o sim.Total) func(*sim.Result) float64 {
		return func(r *sim.Result) float64 { return sim.Summarise(r.Values(o, sim.Decided)).Mean }
	}
	perDeal := func(r *sim.Result) float64 {
		return lastYear(r, sim.WeekRevenue, sim.Decided) / lastYear(r, sim.WeekWon, sim.Decided)
	}
	e := sim.NewEngine()
	for _, c := range []struct {
		name    string
		effects sim.Effects
		measure func(*sim.Result) float64
		sign    float64
	}{
		{"selling time", sim.Effects{SellingTime: .2}, week(sim.WeekSellingHours), 1},
		{"creation", sim.Effects{Creation: .2}, week(sim.WeekCreated), 1},
		{"win", sim.Effects{Win: .2}, total(sim.TotalLossRate), -1},
		{"no decision", sim.Effects{NoDecision: .2}, total(sim.TotalNoDecision), -1},
		{"cycle", sim.Effects{Cycle: .2}, week(sim.WeekCycle), -1},
		{"deal value", sim.Effects{DealValue: .2}, perDeal, 1},
		{"ramp", sim.Effects{Ramp: .4}, week(sim.WeekCreated), 1},
		{"retention", sim.Effects{Retention: .6}, week(sim.WeekSkill), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			with := builtin(t, "3p-ready")
			with.Organisation.Seats = 80
			with.Decisions.Tools = []string{"mobile"}
			for i := range with.Catalogue.Tools {
				if k := &with.Catalogue.Tools[i]; k.ID == "mobile" {
					k.Effects = sim.Effects{}
				}
			}
			without := with.Clone()
			for i := range with.Catalogue.Tools {
				if k := &with.Catalogue.Tools[i]; k.ID == "mobile" {
					k.Effects = c.effects
				}
			}
			o := sim.Options{Runs: 24, Seed: 6}
			none, some := c.measure(run(t, e, without, o)), c.measure(run(t, e, with, o))
			t.Logf("from %.6g to %.6g", none, some)
			if (some-none)*c.sign <= 0 {
				t.Errorf("the channel moves the outcome from %.6g to %.6g", none, some)
			}
		})
	}
}
