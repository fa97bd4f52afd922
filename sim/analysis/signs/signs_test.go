package signs_test

import (
	"context"
	"strings"
	"testing"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis/signs"
)

// engine is shared: what is solved for one test serves the others.
var engine = sim.NewEngine()

// TestEveryParameterHasASign holds the table to the parameters, and its words to
// their help.
func TestEveryParameterHasASign(t *testing.T) {
	table := sim.NewTable()
	seen := map[string]bool{}
	all := signs.All()
	for i := range all {
		s := &all[i]
		seen[s.Param] = true
		if _, ok := table.Lookup(s.Param); !ok {
			t.Errorf("there is no parameter %s", s.Param)
			continue
		}
		if help := assets.T("param." + s.Param + ".help"); s.Says == "" || !strings.Contains(help, s.Says) {
			t.Errorf("the help of %s does not say %q: %q", s.Param, s.Says, help)
		}
		if s.Way < -1 || s.Way > 1 || s.Way != 0 && s.Within != 0 {
			t.Errorf("%s: way %d, within %g", s.Param, s.Way, s.Within)
		}
	}
	for _, p := range table.Rows() {
		if !seen[p.ID] {
			t.Errorf("no sign is known of %s; add one for what its help says of raising it", p.ID)
		}
	}
}

// TestSignsCanFail turns signs round and takes away what they rest on.
func TestSignsCanFail(t *testing.T) {
	for _, c := range []struct {
		what string
		sign signs.Sign
	}{
		{"the other way", signs.Sign{Param: "training.hours", Outcome: "skill", Weeks: weeksOf(53, 104), Way: -1}},
		{"not at all", signs.Sign{Param: "training.hours", Outcome: "skill", Weeks: weeksOf(53, 104), Within: .01}},
		{"nobody learns", signs.Sign{Param: "training.hours", Outcome: "skill", Weeks: weeksOf(53, 104), Way: 1, Set: valuesOf("skill.training_gain", 0)}},
		{"people alike", signs.Sign{Param: "people.drive", Outcome: "gap sales drive", Way: -1, Bare: true}},
	} {
		f, err := c.sign.Measure(context.Background(), engine, scenarios.Builtin, 1)
		if err != nil {
			t.Fatal(err)
		}
		if c.sign.Holds(f) {
			t.Errorf("%s: %s holds with a change of %.3g", c.what, c.sign.Outcome, f.Change)
		}
	}
}

// TestFaultsAreNamed asks for what is not there.
func TestFaultsAreNamed(t *testing.T) {
	for _, c := range []struct {
		sign signs.Sign
		want string
	}{
		{signs.Sign{Param: "no.such", Outcome: "skill"}, "no.such"},
		{signs.Sign{Param: "training.hours", Outcome: "luck"}, "luck"},
		{signs.Sign{Param: "training.hours", Outcome: "luck", Weeks: weeksOf(1, 52)}, "luck"},
		{signs.Sign{Param: "training.hours", Outcome: "twist sales drive"}, "twist"},
		{signs.Sign{Param: "training.hours", Outcome: "quits young old"}, "quits"},
		{signs.Sign{Param: "training.hours", Outcome: "skill", To: 1e9}, "training.hours"},
		{signs.Sign{Param: "training.hours", Outcome: "skill", World: "atlantis"}, "atlantis"},
	} {
		if _, err := c.sign.Measure(context.Background(), engine, scenarios.Builtin, 1); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v gives %v", c.sign, err)
		}
	}
}
