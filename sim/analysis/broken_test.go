package analysis_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// A broken world, or a check that is told something else, and a line that must
// then fail: for what the table of mechanisms does not show to fail.
type broken struct {
	id, line string
	what     string
	world    func(s *sim.Scenario)
	check    func(c *analysis.Check)
	runs     int
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
		{id: "A3", line: "reps", what: "savvy does not matter", check: both(set("use.savvy_slope", 0), set("use.ease_savvy", 0)), runs: 20},
		{id: "A10", line: "people_less_bundle", what: "the gate does nothing", check: both(off("trait_floor"), set("people.gate", 0)), runs: 40},
		{id: "A6", line: "swapped_profile", what: "drive outsells every profile", check: set("people.drive", .4), runs: 20},
		{id: "B6", line: "top_fifth", what: "all sales alike", check: both(set("territory.presence_sd", 0), set("territory.accounts_sd", 0), set("territory.potential_sd", 0), set("people.drive", 0), set("market.deal_cv", 0)), runs: 20},
		{id: "B7", line: "rosters", what: "too few", runs: 20},
		{id: "B10", line: "voluntary", what: "only those who miss quota quit", check: set("leaving.attainment", 1.5), runs: 120},
		{id: "B14", line: "interaction_off", what: "never switched off", check: func(c *analysis.Check) {
			for i := 4; i < 8; i++ {
				c.Setups[i].Off = c.Setups[0].Off
			}
		}, runs: 8},
		{id: "B18", line: "floor-product_loses_33", what: "no complementarity", check: off("complementarity"), runs: 4},
		{id: "C1", line: "deviation", what: "other imitation", check: set("adoption.imitation", .5), runs: 4},
		{id: "C3", line: "two_years", what: "other exits", check: set("leaving.voluntary", .16), runs: 1},
		{id: "C5", line: "differing", what: "something is decided", check: set("training.hours", 1), runs: 2},
		{id: "C6", line: "workers", what: "another world at each look", world: seats(), runs: 2},
		{id: "C7", line: "factors", what: "no margin", check: both(set("market.opportunities", .1), set("market.win_share", .05), set("pipeline.reach_forecast", .05), set("organisation.seats", 5)), runs: 1},
		{id: "C9", line: "skill", what: "people are trained", check: set("training.hours", 60), runs: 12},
		{id: "C9", line: "maturity", what: "process is raised", check: set("process.raise_all", 1), runs: 12},
		{id: "C9", line: "qualified", what: "the unqualified are replaced", check: set("hiring.replace_rate", 2), runs: 12},
		{id: "C9", line: "headcount", what: "seats are filled sooner", check: both(set("hiring.faster_fill", .5), set("leaving.voluntary", .6)), runs: 12},
		{id: "C9", line: "savvy", what: "the savvy are hired", check: both(set("hiring.savvy_weight", 1), set("hiring.candidates", 4)), runs: 12},
		{id: "C9", line: "revenue", what: "process is raised", check: set("process.raise_all", 2), runs: 12},
		{id: "C9", line: "pipeline", what: "leads are managed", check: set("process.lead_management", 3), runs: 12},
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
	for _, m := range mechanisms() {
		for _, id := range checksOf(strings.Fields(m.fails)) {
			seen[id] = true // TestEveryMechanismIsMissed shows it
		}
	}
	seen["C4"], seen["C8"] = true, true // TestBrokenStagesFailC4 and TestLeaksFailC8 show them
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
				if m.Holds {
					t.Errorf("%s: %s is %.5g and holds", b.what, m.ID, m.Judged)
				}
				if outcomes[0].Holds {
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
