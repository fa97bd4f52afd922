package analysis_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// TestEveryCheckIsThere holds the list to the ids of what must be shown.
func TestEveryCheckIsThere(t *testing.T) {
	var want []string
	for _, family := range []struct {
		letter string
		n      int
	}{{"A", 10}, {"B", 18}, {"C", 9}} {
		for i := 1; i <= family.n; i++ {
			want = append(want, fmt.Sprint(family.letter, i))
		}
		if family.letter == "B" {
			want = append(want, "B19", "B20", "B21", "B22", "B23") // of the same kind, besides those that are asked for
		}
	}
	var got []string
	for _, c := range analysis.All() {
		got = append(got, c.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the checks are %v", got)
	}
}

// TestChecksStateAllTheyAre holds each check to naming world, runs, seed, rate of
// false alarm, bands and sources.
func TestChecksStateAllTheyAre(t *testing.T) {
	kinds := map[string]analysis.Kind{"A": analysis.Claim, "B": analysis.Evidence, "C": analysis.Mathematics}
	for _, c := range analysis.All() {
		if c.Kind != kinds[c.ID[:1]] {
			t.Errorf("%s is of kind %q", c.ID, c.Kind)
		}
		if c.Runs.Fast < 1 || c.Runs.Full < c.Runs.Fast || c.Seed == 0 || c.FalseAlarm.Full < 0 || c.FalseAlarm.Full > .01 || c.FalseAlarm.Fast < c.FalseAlarm.Full || c.FalseAlarm.Fast > .2 {
			t.Errorf("%s has runs %+v, seed %d, false alarms %+v", c.ID, c.Runs, c.Seed, c.FalseAlarm)
		}
		if len(c.Setups) == 0 && c.ID != "C4" { // C4 states its rates itself
			t.Errorf("%s names no world", c.ID)
		}
		if len(c.Sources) == 0 {
			t.Errorf("%s names no source", c.ID)
		}
		for _, key := range c.Sources {
			if _, ok := scenarios.LookupSource(key); !ok {
				t.Errorf("%s rests on %q, which the register does not list", c.ID, key)
			}
		}
		judged := 0
		ids := map[string]bool{}
		for i := range c.Lines {
			l := &c.Lines[i]
			if ids[l.ID] {
				t.Errorf("%s lists %s twice", c.ID, l.ID)
			}
			ids[l.ID] = true
			bounded := !math.IsInf(l.Low, -1) || !math.IsInf(l.High, 1)
			if bounded == (l.Rule == analysis.Reported) || l.Low > l.High {
				t.Errorf("%s: %s has rule %s and band %g to %g", c.ID, l.ID, l.Rule, l.Low, l.High)
			}
			if bounded {
				judged++
			}
			if !assets.Has("unit." + string(l.Unit) + ".name") {
				t.Errorf("%s: %s has unit %q", c.ID, l.ID, l.Unit)
			}
		}
		if judged == 0 {
			t.Errorf("%s judges nothing", c.ID)
		}
		for i := range c.Setups {
			s, err := c.Setups[i].Scenario(scenarios.Builtin)
			if err == nil {
				err = s.Validate(sim.NewTable())
			}
			if err != nil {
				t.Errorf("%s: simulation %d: %v", c.ID, i, err)
			}
		}
	}
}

// TestEveryCheckHasItsWords holds checks and texts to each other.
func TestEveryCheckHasItsWords(t *testing.T) {
	known := map[string]bool{}
	for _, c := range analysis.All() {
		head := "health." + c.ID
		for _, part := range []string{".title", ".says", ".how"} {
			known[head+part] = true
		}
		says := assets.T(head + ".says")
		if !strings.HasPrefix(says, "If ") || !strings.Contains(says, ", then ") || !strings.Contains(says, "must") || !strings.HasSuffix(says, ".") {
			t.Errorf("%s does not say if this, then that must: %q", c.ID, says)
		}
		if how := assets.T(head + ".how"); !strings.HasSuffix(how, ".") {
			t.Errorf("%s.how is no sentence: %q", head, how)
		}
		for i := range c.Lines {
			key := head + ".line." + c.Lines[i].Key()
			known[key] = true
			label := assets.T(key)
			if n := utf8.RuneCountInString(label); n > 80 || strings.HasSuffix(label, ".") {
				t.Errorf("%s = %q has %d characters or a full stop", key, label, n)
			}
			if strings.Contains(label, "%s") != (c.Lines[i].At > 0) {
				t.Errorf("%s = %q: a line has a verb if it is about a share", key, label)
			}
		}
	}
	for key := range known {
		if !assets.Has(key) {
			t.Errorf("there is no text %s", key)
		}
	}
	for _, key := range assets.Keys() {
		if rest, ok := strings.CutPrefix(key, "health."); ok && rest[:1] == strings.ToUpper(rest[:1]) && rest[:1] != "M" && !known[key] { // M are the matrix, held to its words there
			t.Errorf("%s describes nothing that is checked; remove or rename it", key)
		}
	}
}

func TestSelect(t *testing.T) {
	all := analysis.All()
	chosen, unknown := analysis.Select(all, []string{"c2", " B16 ", "A", "B99", "X"})
	if len(chosen) != 12 || chosen[0].ID != "A1" || chosen[10].ID != "B16" || chosen[11].ID != "C2" {
		t.Errorf("chose %d checks", len(chosen))
	}
	if !slices.Equal(unknown, []string{"B99", "X"}) {
		t.Errorf("unknown are %v", unknown)
	}
}

// TestSetupsNameWhatIsNotThere gives every fault its sentence.
func TestSetupsNameWhatIsNotThere(t *testing.T) {
	for _, c := range []struct {
		setup analysis.Setup
		want  string
	}{
		{analysis.Setup{World: "atlantis"}, "atlantis"},
		{analysis.Setup{World: "default", Set: []analysis.Value{{ID: "no.such", Value: 1}}}, "no.such"},
		{analysis.Setup{World: "default", Off: []string{"gravity"}}, "gravity"},
		{analysis.Setup{World: "default", Profile: "astronaut"}, "astronaut"},
	} {
		if _, err := c.setup.Scenario(scenarios.Builtin); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v gives %v", c.setup, err)
		}
	}
}
