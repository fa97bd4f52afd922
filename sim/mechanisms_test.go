package sim_test

import (
	"testing"

	"threep/scenarios"
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

// Every lever has its sign: what its help text claims of the outcome it names.
func TestEveryLeverHasItsSign(t *testing.T) {
	statistics(t)
	mean := func(o sim.Total) func(*sim.Result) float64 {
		return func(r *sim.Result) float64 { return sim.Summarise(r.Values(o, sim.Decided)).Mean }
	}
	last := func(o sim.Weekly) func(*sim.Result) float64 {
		return func(r *sim.Result) float64 { return lastYear(r, o, sim.Decided) }
	}
	adopters := func(week int) func(*sim.Result) float64 {
		return func(r *sim.Result) float64 {
			return r.WeeklyMean(sim.WeekRoutine, sim.Decided)[week] + r.WeeklyMean(sim.WeekTrial, sim.Decided)[week]
		}
	}
	cases := []struct {
		id      string
		value   float64
		also    map[string]float64
		measure func(*sim.Result) float64
		sign    float64
	}{
		{"hiring.validity", .5, nil, last(sim.WeekQualified), 1},
		{"hiring.candidates", 6, map[string]float64{"hiring.validity": .4}, last(sim.WeekQualified), 1},
		{"hiring.savvy_weight", 1, nil, last(sim.WeekSavvy), 1},
		{"hiring.replace_rate", 2, nil, last(sim.WeekQualified), 1},
		{"hiring.faster_fill", .6, nil, last(sim.WeekHeadcount), 1},
		{"training.hours", 60, nil, last(sim.WeekSkill), 1},
		{"coaching.hours", .4, nil, last(sim.WeekSkill), 1},
		{"coaching.hours", -.6, nil, last(sim.WeekSkill), -1},
		{"process.raise_all", 1.5, nil, last(sim.WeekExpectedBookings), 1},
		{"process.opportunity_management", 1.5, nil, mean(sim.TotalWinRate), 1},
		{"process.lead_management", 1.5, nil, last(sim.WeekCreated), 1},
		{"process.coaching_management", 1.5, nil, last(sim.WeekSkill), 1},
		{"process.hiring_process", 2.5, nil, last(sim.WeekQualified), 1},
		{"process.data_discipline", 2, nil, mean(sim.TotalForecastError), -1},
		{"product.fit", .3, nil, mean(sim.TotalLossRate), -1},
		{"product.clarity", .3, nil, mean(sim.TotalNoDecision), -1},
		{"product.content", .3, nil, last(sim.WeekExpectedBookings), 1},
		{"infrastructure.raise", .3, nil, last(sim.WeekExpectedBookings), 1},
		{"rollout.training_before", 40, nil, last(sim.WeekProficiency), 1},
		{"rollout.support", 1, nil, last(sim.WeekProficiency), 1},
		{"rollout.wiifm_design", 1, nil, last(sim.WeekBenefitUse), 1},
		{"rollout.mandate", 1, nil, last(sim.WeekLoggedUse), 1},
		{"rollout.incentive", .03, nil, last(sim.WeekBenefitUse), 1},
		{"rollout.waves", 4, map[string]float64{"rollout.wave_gap": 12}, func(r *sim.Result) float64 { return r.WeeklyMean(sim.WeekRoutine, sim.Decided)[30] }, -1},
		{"rollout.sponsor_top", 1, nil, adopters(10), 1},
		{"rollout.sponsor_managers", 1, map[string]float64{"rollout.sponsor_top": 1}, adopters(10), 1},
		{"rollout.sponsor_managers", 1, map[string]float64{"rollout.sponsor_top": 0, "adoption.misaligned": 2}, adopters(10), -1},
		{"rollout.announcement", 20, map[string]float64{"rollout.start": 26}, func(r *sim.Result) float64 { return r.WeeklyMean(sim.WeekTrial, sim.Decided)[27] }, 1},
		{"rollout.pilot_share", .3, map[string]float64{"rollout.pilot_weeks": 26}, func(r *sim.Result) float64 { return r.WeeklyMean(sim.WeekRoutine, sim.Decided)[30] }, -1},
		{"money.assessment", 2000, map[string]float64{"hiring.validity": .4}, last(sim.WeekHiringCost), 1},
		{"money.fast_fill", 2, map[string]float64{"hiring.faster_fill": .5}, last(sim.WeekHiringCost), 1},
		{"use.saves", .9, nil, last(sim.WeekUpkeepHours), -1},
		{"dip.depth", .4, nil, mean(sim.TotalDip), -1},
		{"skill.training_gain", .01, map[string]float64{"training.hours": 60}, last(sim.WeekSkill), 1},
		{"rollout.start", 60, nil, func(r *sim.Result) float64 { return r.WeeklyMean(sim.WeekRoutine, sim.Decided)[50] }, -1},
		{"people.unqualified_share", .5, nil, last(sim.WeekQualified), -1},
		{"market.hours_elasticity", 0, map[string]float64{"coaching.hours": .8}, last(sim.WeekExpectedBookings), 1},
	}
	e := sim.NewEngine()
	table := sim.NewTable()
	for _, c := range cases {
		t.Run(c.id, func(t *testing.T) {
			s := scenarios.Default()
			s.Organisation.Seats = 80
			base := s.Clone()
			set := func(s *sim.Scenario, id string, v float64) {
				p, ok := table.Lookup(id)
				if !ok {
					t.Fatalf("no parameter %s", id)
				}
				p.Set(s, v)
			}
			for id, v := range c.also {
				set(base, id, v)
			}
			moved := base.Clone()
			set(moved, c.id, c.value)
			before := c.measure(run(t, e, base, sim.Options{Runs: 40, Seed: 6}))
			after := c.measure(run(t, e, moved, sim.Options{Runs: 40, Seed: 6}))
			t.Logf("from %.6g to %.6g", before, after)
			if (after-before)*c.sign <= 0 {
				t.Errorf("moves the outcome from %.6g to %.6g: wrong direction", before, after)
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
