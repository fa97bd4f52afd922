package sim_test

import (
	"math"
	"testing"

	"threep/sim"
)

// rollout is a rollout simulated, by weeks since go-live.
type rollout struct {
	*sim.Result
	live int
}

func rollOut(t *testing.T, e *sim.Engine, world string, change func(*sim.Scenario)) rollout {
	t.Helper()
	s := builtin(t, world)
	s.Organisation.HorizonWeeks = 104
	if change != nil {
		change(s)
	}
	return rollout{run(t, e, s, sim.Options{Runs: 12, Seed: 4}), int(s.Decisions.Rollout.Start)}
}

// users is the share of reps and tools in use, week by week from go-live on.
func (r rollout) users() []float64 {
	users := r.WeeklyMean(sim.WeekTrial, sim.Decided)[r.live:]
	for i, v := range r.WeeklyMean(sim.WeekRoutine, sim.Decided)[r.live:] {
		users[i] += v
	}
	return users
}

// half is the weeks from go-live until half of reps and tools are in use.
func (r rollout) half() int {
	for week, v := range r.users() {
		if v >= .5 {
			return week
		}
	}
	return math.MaxInt
}

// Tools spread within months: half of them are in use two to five months after
// go-live in the default organisation, sooner where all is ready and much later, or
// never, where little is in a tool for the rep and nobody orders its use.
func TestAdoptionTakesMonths(t *testing.T) {
	e := sim.NewEngine()
	usual := rollOut(t, e, "default", nil)
	ready := rollOut(t, e, "3p-ready", nil)
	free := func(s *sim.Scenario) { s.Decisions.Rollout.Mandate = 0 }
	elixir := rollOut(t, e, "crm-elixir", free)
	if half := usual.half(); half < 9 || half > 22 {
		t.Errorf("half of the default organisation's tools are in use after %d weeks", half)
	}
	if ready.half() >= usual.half() || ready.half() < 3 {
		t.Errorf("half is reached after %d weeks where all is ready, %d by default", ready.half(), usual.half())
	}
	if elixir.half() < 52 {
		t.Errorf("an elixir is in half of all hands after %d weeks", elixir.half())
	}
	for name, r := range map[string]rollout{"default": usual, "3p-ready": ready} {
		if start := r.users()[0]; start < .05 || start > .35 {
			t.Errorf("%s: %.0f%% use a tool on the day it goes live", name, 100*start)
		}
	}
	// Who is at home with technology begins sooner.
	for _, world := range []rollout{usual, ready} {
		least := world.WeeklyMean(sim.WeekUseSavvy1, sim.Decided)[world.live+6]
		most := world.WeeklyMean(sim.WeekUseSavvy4, sim.Decided)[world.live+6]
		if most < 1.15*least {
			t.Errorf("six weeks after go-live the most savvy use tools to %.3f, the least savvy to %.3f", most, least)
		}
	}
}

// What is said to move adoption does so where all is ready, too, and there the
// way it ends moves what comes of the tools.
func TestWhatMovesAdoptionWhereAllIsReady(t *testing.T) {
	e := sim.NewEngine()
	ready := rollOut(t, e, "3p-ready", nil)
	for _, c := range []struct {
		name   string
		change func(*sim.Scenario)
		less   float64 // users, eight weeks after go-live
	}{
		{"peers", func(s *sim.Scenario) { s.Mechanisms.Peers = false }, .15},
		{"sponsors", func(s *sim.Scenario) { s.Decisions.Rollout.SponsorTop, s.Decisions.Rollout.SponsorManagers = 0, 0 }, .15},
		{"ease", func(s *sim.Scenario) {
			for i := range s.Catalogue.Tools {
				s.Catalogue.Tools[i].Ease -= 2
			}
		}, .08},
		{"training", func(s *sim.Scenario) { s.Decisions.Rollout.TrainingBefore = 0 }, .03},
		{"announcement", func(s *sim.Scenario) { s.Decisions.Rollout.Announcement, s.Decisions.Rollout.TrainingBefore = 0, 0 }, .06},
		{"usefulness", func(s *sim.Scenario) {
			for i := range s.Catalogue.Tools {
				s.Catalogue.Tools[i].Upkeep += 60
			}
		}, .03},
	} {
		without := rollOut(t, e, "3p-ready", c.change)
		if less := ready.users()[8] - without.users()[8]; less < c.less {
			t.Errorf("without %s %.3f fewer use a tool eight weeks after go-live", c.name, less)
		}
	}
	mean := func(r rollout) float64 {
		return sim.Summarise(r.Values(sim.TotalEffectiveness, sim.Decided)).Mean
	}
	alone := rollOut(t, e, "3p-ready", func(s *sim.Scenario) { s.Mechanisms.Peers = false })
	if gain := mean(ready) - mean(alone); gain < 1 {
		t.Errorf("example is worth %.2f points of effectiveness", gain)
	}
}
