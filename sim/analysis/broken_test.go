package analysis_test

import (
	"context"
	"slices"
	"testing"

	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// A broken world, or a check that is told something else, and a line that must
// then have the verdict that it must not have where all is well. Lines that fail
// at present are shown a world in which they hold.
type broken struct {
	id, line string
	what     string
	world    func(s *sim.Scenario)
	check    func(c *analysis.Check)
	runs     int
	holds    bool
}

// set changes a parameter of every simulation of a check, whatever it says itself.
func set(id string, v float64) func(c *analysis.Check) {
	return func(c *analysis.Check) {
		for i := range c.Setups {
			s := &c.Setups[i]
			s.Set = slices.DeleteFunc(slices.Clone(s.Set), func(x analysis.Value) bool { return x.ID == id })
			s.Set = append(s.Set, analysis.Value{ID: id, Value: v})
		}
	}
}

// off switches a mechanism off in every simulation of a check.
func off(mechanism string) func(c *analysis.Check) {
	return func(c *analysis.Check) {
		for i := range c.Setups {
			c.Setups[i].Off = append(slices.Clone(c.Setups[i].Off), mechanism)
		}
	}
}

func both(changes ...func(c *analysis.Check)) func(c *analysis.Check) {
	return func(c *analysis.Check) {
		for _, change := range changes {
			change(c)
		}
	}
}

// tools changes every tool of the catalogue.
func tools(change func(tool *sim.Tool)) func(s *sim.Scenario) {
	return func(s *sim.Scenario) {
		for i := range s.Catalogue.Tools {
			change(&s.Catalogue.Tools[i])
		}
	}
}

// correlate gives a pair of traits another correlation.
func correlate(a, b string, r float64) func(s *sim.Scenario) {
	return func(s *sim.Scenario) {
		list := s.Catalogue.Correlations
		for i := range list {
			if list[i].A == a && list[i].B == b {
				list[i].R = r
				return
			}
		}
		s.Catalogue.Correlations = append(list, sim.Correlation{A: a, B: b, R: r})
	}
}

// seats makes another organisation at each call.
func seats() func(s *sim.Scenario) {
	calls := 0.0
	return func(s *sim.Scenario) {
		calls++
		s.Organisation.TeamSize = 2 + calls
	}
}

func brokenWorlds() []broken {
	return []broken{
		{id: "A1", line: "most_less_twice_least", what: "savvy does not matter", check: both(set("use.savvy_slope", 0), set("use.ease_savvy", 0)), runs: 20},
		{id: "A2", line: "age_ease", what: "savvy falls with age", check: set("people.savvy_age", -.6), runs: 12},
		{id: "A2", line: "overlap", what: "the old have none of it", world: func(s *sim.Scenario) { s.Assumptions.People.SavvyAge = -.6 }, runs: 12},
		{id: "A3", line: "reps", what: "savvy does not matter", check: both(set("use.savvy_slope", 0), set("use.ease_savvy", 0)), runs: 20},
		{id: "A3", line: "managers", what: "managers do not matter", check: off("managers"), runs: 12},
		{id: "A4", line: "unqualified_less_tenth", what: "no trait floor", check: off("trait_floor"), runs: 12},
		{id: "A5", line: "unqualified", what: "no trait floor", check: off("trait_floor"), runs: 20},
		{id: "A5", line: "qualified", what: "skill does not sell", check: set("skill.effect", 0), runs: 20},
		{id: "A6", line: "exactly_one", what: "one profile for all", world: oneProfile, runs: 12},
		{id: "A6", line: "own_profile", what: "one profile for all", world: oneProfile, runs: 12},
		{
			id: "A6", line: "swapped_profile", what: "traits act through fit alone", holds: true, runs: 120,
			check: both(set("people.drive", 0), set("people.courage", 0), set("people.optimism", 0)),
		},
		{id: "A7", line: "benefit", what: "nobody asks what is in it", check: off("wiifm"), runs: 12},
		{id: "A7", line: "exits", what: "a mandate burdens nobody", check: off("mandate_burden"), runs: 12},
		{id: "A7", line: "logged", what: "nobody complies", check: set("adoption.compliance", .2), runs: 12},
		{id: "A7", line: "designed_pays", what: "dear tools", world: tools(func(k *sim.Tool) { k.SeatPrice = 5000 }), runs: 12},
		{id: "A8", line: "pays", what: "dear tools", world: tools(func(k *sim.Tool) { k.SeatPrice = 5000 }), runs: 12},
		{id: "A9", line: "floor-process_gain", what: "no complementarity", check: off("complementarity"), runs: 12},
		{id: "A9", line: "floor-infrastructure_loses", what: "no complementarity", check: off("complementarity"), runs: 12},
		{id: "A10", line: "people_less_bundle", what: "the gate does nothing", check: both(off("trait_floor"), set("people.gate", 0)), runs: 40},
		{id: "A10", line: "replaced_qualified", what: "nobody is hired", check: off("leaving_hiring"), runs: 12},
		{id: "B1", line: "r", what: "the intelligent are driven", world: correlate("intelligence", "drive", .6), runs: 20},
		{id: "B2", line: "r", what: "ratings without intelligence", check: set("rating.intelligence", 0), runs: 20},
		{id: "B3", line: "r", what: "no effect of drive", check: set("people.drive", 0), runs: 40},
		{id: "B4", line: "r", what: "courage is all", check: set("people.courage", .3), runs: 20},
		{id: "B5", line: "gap", what: "optimism is all", check: set("people.optimism", .4), runs: 20},
		{id: "B6", line: "cv", what: "territories far apart", check: both(set("territory.presence_sd", 1.5), set("market.deal_cv", 2)), runs: 20},
		{id: "B6", line: "top_fifth", what: "all sales alike", check: both(set("territory.presence_sd", 0), set("territory.accounts_sd", 0), set("territory.potential_sd", 0), set("people.drive", 0), set("market.deal_cv", 0)), runs: 20},
		{id: "B7", line: "r_squared", what: "territories alike", check: both(set("territory.presence_sd", .05), set("territory.accounts_sd", .05), set("territory.potential_sd", .05)), runs: 20},
		{id: "B7", line: "rosters", what: "too few", runs: 20},
		{id: "B8", line: "at_quota", what: "quotas far too high", check: set("quota.plan", .5), runs: 12},
		{id: "B8", line: "attainment", what: "quotas too low", check: set("quota.plan", 1.2), runs: 12},
		{id: "B9", line: "won", what: "another market", check: set("market.win_share", .6), runs: 12},
		{id: "B9", line: "no_decision", what: "everybody decides", check: set("market.no_decision_share", .05), runs: 12},
		{id: "B10", line: "turnover", what: "people flee", check: set("leaving.voluntary", .6), runs: 12},
		{id: "B10", line: "voluntary", what: "only those who miss quota quit", check: set("leaving.attainment", 1.5), runs: 120},
		{id: "B10", line: "involuntary", what: "less strict", check: set("leaving.rating_effect", 1), runs: 120, holds: true},
		{id: "B11", line: "without", what: "CRM sells", world: tools(func(k *sim.Tool) { k.Effects.Creation, k.WIIFMHours, k.Upkeep = .9, 8, 10 }), runs: 12},
		{id: "B11", line: "with", what: "CRM sells", world: tools(func(k *sim.Tool) { k.Effects.Creation, k.WIIFMHours, k.Upkeep = .9, 8, 10 }), runs: 12, holds: true},
		{id: "B12", line: "best", what: "nothing but burden", world: tools(func(k *sim.Tool) { k.Effects, k.Upkeep = sim.Effects{}, 300 }), runs: 4},
		{id: "B12", line: "bend", what: "everybody is proficient at once", check: both(set("use.learn_weeks", 1), set("use.fade_weeks", 156)), runs: 4, holds: true},
		{id: "B13", line: "fall", what: "nobody rejects", check: off("wiifm"), runs: 20},
		{id: "B13", line: "exits", what: "nobody leaves for burden, nor for what it sells less", check: both(set("engagement.leaving", 0), set("leaving.attainment", 0)), runs: 20},
		{id: "B14", line: "interaction", what: "no complementarity", check: off("complementarity"), runs: 8},
		{id: "B14", line: "interaction_off", what: "never switched off", check: func(c *analysis.Check) {
			for i := 4; i < 8; i++ {
				c.Setups[i].Off = c.Setups[0].Off
			}
		}, runs: 8},
		{id: "B15", line: "half_life", what: "nothing is forgotten", check: set("skill.half_life", 104), runs: 1},
		{id: "B15", line: "coached", what: "coaching does little", check: both(set("skill.coaching_gain", 0), set("skill.reinforcement", 4)), runs: 1},
		{id: "B16", line: "dip", what: "a deep dip", check: set("dip.depth", .6), runs: 12, holds: true},
		{id: "B16", line: "recovery", what: "no gain ever", world: tools(func(k *sim.Tool) { k.Effects = sim.Effects{} }), runs: 12},
		{id: "B17", line: "cash", what: "tools for nothing, and strong", world: tools(func(k *sim.Tool) { k.Effects.Creation, k.SeatPrice, k.Implementation = .9, 0, 0 }), runs: 12},
		{id: "B18", line: "unqualified_less_tenth_50", what: "no trait floor", check: off("trait_floor"), runs: 4},
		{id: "B18", line: "floor-product_loses_33", what: "no complementarity", check: off("complementarity"), runs: 4},
		{id: "C1", line: "deviation", what: "other imitation", check: set("adoption.imitation", .5), runs: 4},
		{id: "C1", line: "team_slower", what: "the team counts no more", check: both(set("adoption.team_weight", 0), set("adoption.firm_weight", 1)), runs: 4},
		{id: "C2", line: "ramped", what: "other exits", check: set("leaving.voluntary", .16), runs: 1},
		{id: "C3", line: "two_years", what: "other exits", check: set("leaving.voluntary", .16), runs: 1},
		{id: "C4", line: "wins_2", what: "another band", check: func(c *analysis.Check) {
			for i := range c.Lines {
				c.Lines[i].Low += .01
			}
		}, runs: 1},
		{id: "C5", line: "differing", what: "something is decided", check: set("training.hours", 1), runs: 2},
		{id: "C6", line: "workers", what: "another world at each look", world: seats(), runs: 2},
		{id: "C7", line: "factors", what: "no margin", check: both(set("market.opportunities", .1), set("market.win_share", .05), set("pipeline.reach_forecast", .05), set("organisation.seats", 5)), runs: 1},
		{id: "C8", line: "opportunities", what: "a stricter band", check: func(c *analysis.Check) {
			for i := range c.Lines {
				c.Lines[i].High = -1
			}
		}, runs: 1},
		{id: "C9", line: "tenure", what: "nobody leaves or is hired", check: off("leaving_hiring"), runs: 12},
	}
}

// oneProfile gives all roles the same weights.
func oneProfile(s *sim.Scenario) {
	for i := range s.Catalogue.Roles {
		s.Catalogue.Roles[i].Weights = s.Catalogue.Roles[0].Weights
	}
}

// TestEveryCheckCanFail shows each check a world in which it must fail, and does.
func TestEveryCheckCanFail(t *testing.T) {
	long(t)
	seen := map[string]bool{}
	engine := sim.NewEngine()
	for _, b := range brokenWorlds() {
		seen[b.id] = true
		t.Run(b.id+" "+b.what, func(t *testing.T) {
			chosen, _ := analysis.Select(analysis.All(), []string{b.id})
			c := chosen[0]
			c.Runs = analysis.Runs{Fast: b.runs, Full: b.runs}
			if b.check != nil {
				b.check(c)
			}
			look := func(name string) (*sim.Scenario, error) {
				s, err := scenarios.Builtin(name)
				if err != nil {
					return nil, err
				}
				s = s.Clone()
				if b.world != nil {
					b.world(s)
				}
				return s, nil
			}
			outcomes, err := analysis.Run(context.Background(), engine, look, chosen, analysis.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for i := range outcomes[0].Measured {
				m := &outcomes[0].Measured[i]
				if m.ID != b.line {
					continue
				}
				t.Logf("%s %.5g, judged %.5g", m.ID, m.Value, m.Judged)
				if m.Holds != b.holds {
					t.Errorf("%s: %s is %.5g, holds: %v", b.what, m.ID, m.Judged, m.Holds)
				}
				if !m.Holds && outcomes[0].Holds {
					t.Error("the check holds although one of its lines fails")
				}
				return
			}
			t.Errorf("there is no line %s", b.line)
		})
	}
	for _, c := range analysis.All() {
		if !seen[c.ID] {
			t.Errorf("nothing shows that %s can fail", c.ID)
		}
	}
}
