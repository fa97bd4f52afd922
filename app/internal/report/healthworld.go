package report

import (
	"strings"
	"sync"

	"threep/app/internal/format"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// HealthWorld names the world that a simulation of a check is set in.
func HealthWorld(s *analysis.Setup) string {
	if title, ok := worldTitles()[s.World]; ok {
		return title
	}
	return s.World
}

// worldTitles are the titles of the built-in scenarios by their names, read once.
var worldTitles = sync.OnceValue(func() map[string]string {
	titles := map[string]string{}
	for _, e := range scenarios.Library() {
		titles[e.Name] = e.Title
	}
	return titles
})

// HealthDecisions says, in a few words each, what is decided and changed in the world
// of a simulation.
func HealthDecisions(s *analysis.Setup) []string {
	words := []string{healthTools(s)}
	table := sim.NewTable()
	for _, v := range s.Set {
		if p, ok := table.Lookup(v.ID); ok {
			words = append(words, assets.F("healthpage.world.set", describe(v.ID), format.Value(v.Value, p.Unit, "")))
		}
	}
	for _, id := range s.Off {
		words = append(words, assets.F("healthpage.world.off", assets.T("mechanism."+id+".label")))
	}
	if s.Profile != "" {
		words = append(words, assets.F("healthpage.world.profile", roleName(s.Profile)))
	}
	if s.Weeks > 0 {
		words = append(words, assets.F("healthpage.world.weeks", s.Weeks))
	}
	return append(words, HealthBeyond(s)...)
}

// HealthBeyond says what of a simulation no scenario can hold: how it is run.
func HealthBeyond(s *analysis.Setup) []string {
	var words []string
	if s.Use != nil {
		words = append(words, assets.F("healthpage.world.use", format.Percent(*s.Use)))
	}
	for _, w := range []struct {
		so  bool
		key string
	}{{s.Expected, "expected"}, {s.Uncertain, "uncertain"}, {s.FullOnly, "full_only"}, {s.Alone, "alone"}} {
		if w.so {
			words = append(words, assets.T("healthpage.world."+w.key))
		}
	}
	return words
}

// healthTools says what is rolled out.
func healthTools(s *analysis.Setup) string {
	switch {
	case s.Tools == nil && s.Bare:
		return assets.T("healthpage.world.bare")
	case s.Tools == nil:
		return assets.T("healthpage.world.tools_own")
	case len(s.Tools) == 0:
		return assets.T("healthpage.world.tools_none")
	}
	catalogue := scenarios.Catalogue()
	var names []string
	for _, id := range s.Tools {
		if id == analysis.AllTools {
			return assets.T("healthpage.world.tools_all")
		}
		for i := range catalogue.Tools {
			if catalogue.Tools[i].ID == id {
				names = append(names, catalogue.Tools[i].Name)
			}
		}
	}
	return assets.F("healthpage.world.tools", strings.Join(names, ", "))
}

func roleName(id string) string {
	catalogue := scenarios.Catalogue()
	for i := range catalogue.Roles {
		if catalogue.Roles[i].ID == id {
			return catalogue.Roles[i].Name
		}
	}
	return id
}

// HealthScenario builds the world of a simulation of a check as a scenario of its own,
// which says in its title and story where it comes from.
func HealthScenario(c *analysis.Check, s *analysis.Setup) (*sim.Scenario, error) {
	scenario, err := s.Scenario(scenarios.Builtin)
	if err != nil {
		return nil, err
	}
	scenario.Name = "check-" + strings.ToLower(c.ID)
	scenario.Title = assets.F("healthpage.world.scenario", c.ID, HealthTitle(c), HealthWorld(s))
	scenario.Story = HealthSays(c)
	if beyond := HealthBeyond(s); len(beyond) > 0 {
		scenario.Story += "\n\n" + assets.F("healthpage.world.differs", strings.Join(beyond, "; "))
	}
	return scenario, nil
}

// HealthTitle is what a check is called.
func HealthTitle(c *analysis.Check) string { return assets.T("health." + c.ID + ".title") }

// HealthSays is the sentence of a check: if this, then that must.
func HealthSays(c *analysis.Check) string { return assets.T("health." + c.ID + ".says") }

// HealthHow says how a check is measured.
func HealthHow(c *analysis.Check) string { return assets.T("health." + c.ID + ".how") }

// HealthMargin writes how far a line lies inside its band, below zero where it lies
// outside.
func HealthMargin(m *analysis.Measured) string {
	if m.Rule == analysis.Exact {
		return healthNumber(&m.Line, m.Margin)
	}
	return format.Difference(m.Margin, m.Unit, "")
}
