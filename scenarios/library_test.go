package scenarios_test

import (
	"regexp"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

func TestEveryBuiltInScenarioLoadsAndIsValid(t *testing.T) {
	entries := scenarios.Library()
	want := []string{
		"default", "3p-ready", "crm-elixir", "kids-video-game", "haves-and-have-nots",
		"traits-first", "process-first", "wiifm", "pilot-or-big-bang", "new-managers",
		"replace-unqualified", "unready", "weak-process", "floor-people",
		"floor-process", "floor-product", "floor-infrastructure",
	}
	if len(entries) != len(want) {
		t.Fatalf("library lists %d scenarios, want %d", len(entries), len(want))
	}
	for i, e := range entries {
		if e.Name != want[i] {
			t.Errorf("entry %d is %q, want %q", i, e.Name, want[i])
		}
		if !regexp.MustCompile(`^[a-z0-9-]+$`).MatchString(e.Name) || e.Title == "" || e.Story == "" {
			t.Errorf("%q needs a plain name, a title and a story", e.Name)
		}
		s, err := scenarios.Builtin(e.Name)
		if err != nil {
			t.Errorf("%s: %v", e.Name, err)
			continue
		}
		if s.Name != e.Name {
			t.Errorf("%s names itself %q", e.Name, s.Name)
		}
		if err := scenarios.Validate(s); err != nil {
			t.Errorf("%s: %v", e.Name, err)
		}
	}
}

func TestUnknownBuiltInSuggestsTheNearest(t *testing.T) {
	_, err := scenarios.Builtin("3p-redy")
	if err == nil || !regexp.MustCompile(`did you mean 3p-ready`).MatchString(err.Error()) {
		t.Errorf("error is %v, want a suggestion of 3p-ready", err)
	}
}

// TestWorldsAreAsTheChecksDefineThem holds the worlds to the table of levels
// that the model's checks start from.
func TestWorldsAreAsTheChecksDefineThem(t *testing.T) {
	type world struct {
		unqualified, process, product, infrastructure float64
		tools                                         int
	}
	worlds := map[string]world{
		"default":              {.275, 2.5, .6, .6, 3},
		"3p-ready":             {.15, 4, .85, .85, 10},
		"unready":              {.30, 1.5, .3, .3, 10},
		"weak-process":         {.275, 1.5, .6, .6, 10},
		"floor-people":         {.15, 4, .85, .85, 10},
		"floor-process":        {.15, 1, .85, .85, 10},
		"floor-product":        {.15, 4, 0, .85, 10},
		"floor-infrastructure": {.15, 4, .85, 0, 10},
		"crm-elixir":           {.275, 2.5, .6, .6, 1},
	}
	for name, w := range worlds {
		s, err := scenarios.Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		d := s.Today
		got := world{s.Assumptions.People.UnqualifiedShare, d.OpportunityManagement, d.ProductFit, d.Infrastructure, len(s.Decisions.Tools)}
		if got != w {
			t.Errorf("%s is %+v, want %+v", name, got, w)
		}
		for _, level := range []float64{d.LeadManagement, d.CoachingManagement, d.HiringProcess, d.DataDiscipline} {
			if level != w.process {
				t.Errorf("%s has a process dimension at %g, want all at %g", name, level, w.process)
			}
		}
		if d.ValueClarity != w.product || d.Content != w.product {
			t.Errorf("%s has clarity %g and content %g, want %g", name, d.ValueClarity, d.Content, w.product)
		}
		if s.Organisation.AllUnqualified != (name == "floor-people") {
			t.Errorf("%s: all_unqualified is %t", name, s.Organisation.AllUnqualified)
		}
	}
}

func TestBaseRollsOutNothing(t *testing.T) {
	base := scenarios.Base()
	if err := scenarios.Validate(base); err != nil {
		t.Fatal(err)
	}
	if len(base.Decisions.Tools) != 0 {
		t.Errorf("base rolls out %v", base.Decisions.Tools)
	}
	table := sim.NewTable()
	for _, row := range table.Rows() {
		if got := row.Get(base); got != row.Default {
			t.Errorf("%s = %g in the base, want its default %g", row.ID, got, row.Default)
		}
	}
}
