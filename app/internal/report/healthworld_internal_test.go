package report

import (
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim/analysis"
)

// Every world of every check is told in words and opens as a scenario that can be
// saved and read back.
func TestWorldsOfChecksAreToldAndOpen(t *testing.T) {
	for _, c := range analysis.All() {
		for i := range c.Setups {
			s := &c.Setups[i]
			said := HealthWorld(s) + "\n" + strings.Join(HealthDecisions(s), "\n")
			if HealthWorld(s) == s.World || strings.Contains(said, "⟦") || strings.Contains(said, "%!") || strings.Contains(said, ": \n") {
				t.Errorf("%s: a world is told as %q", c.ID, said)
			}
			if got, least := len(HealthDecisions(s)), 1+len(s.Set)+len(s.Off); got < least {
				t.Errorf("%s: %d words for a world, want at least %d", c.ID, got, least)
			}
			opened, err := HealthScenario(c, s)
			if err != nil {
				t.Errorf("%s: %v", c.ID, err)
				continue
			}
			if !strings.HasPrefix(opened.Title, c.ID+" ") || !strings.Contains(opened.Story, HealthSays(c)) {
				t.Errorf("%s opens as %q: %q", c.ID, opened.Title, opened.Story)
			}
			data, err := scenarios.Encode(opened, describe)
			if err == nil {
				_, err = scenarios.Parse(data, "copy.toml")
			}
			if err != nil {
				t.Errorf("the copy of %s cannot be saved: %v", c.ID, err)
			}
			if _, guided := scenarios.GuideOf(opened.Name); guided {
				t.Errorf("the copy of %s is taken for a workshop scenario", c.ID)
			}
		}
	}
}

func TestWordsOfAWorld(t *testing.T) {
	use := .5
	for _, c := range []struct {
		setup analysis.Setup
		want  string
	}{
		{analysis.Setup{World: "default", Bare: true}, "nothing is decided"},
		{analysis.Setup{World: "default"}, "the decisions of the scenario"},
		{analysis.Setup{World: "default", Tools: []string{}}, "no tools"},
		{analysis.Setup{World: "default", Tools: []string{"crm"}}, "tools: CRM and sales force automation"},
		{analysis.Setup{World: "default", Tools: []string{analysis.AllTools}, Off: []string{"peers"}}, "all tools of the catalogue|switched off: Example of peers"},
		{analysis.Setup{World: "default", Set: []analysis.Value{{ID: "rollout.mandate", Value: .4}}, Weeks: 52}, "the decisions of the scenario|Mandate: 40%|over 52 weeks"},
		{analysis.Setup{World: "default", Profile: "farmer", Use: &use, Expected: true}, "the decisions of the scenario|the role is held against the profile of: Farmer (account manager)|everybody uses every tool at 50%|deals at their expectation, without luck"},
	} {
		if got := strings.Join(HealthDecisions(&c.setup), "|"); got != c.want {
			t.Errorf("%+v is told as %q, want %q", c.setup, got, c.want)
		}
	}
}
