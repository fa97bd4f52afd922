package ui

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"threep/app/internal/evidence"
	"threep/app/internal/verdict"
	"threep/app/internal/widgets"
	"threep/scenarios"
	"threep/sim"
)

// dotsAt are twenty futures of which so many beat the baseline.
func dotsAt(beating int) []float64 {
	dots := make([]float64, sim.HeadlineDots)
	for i := range dots {
		dots[i] = 90
		if i >= len(dots)-beating {
			dots[i] = 110
		}
	}
	return dots
}

func TestHeadlineWords(t *testing.T) {
	nan := math.NaN()
	still := make([]float64, sim.HeadlineDots)
	for i := range still {
		still[i] = verdict.Baseline
	}
	for _, c := range []struct {
		name     string
		runs     int
		h        sim.Headline
		scenario *sim.Scenario
		want     string
	}{
		{"pays back", 1000, sim.Headline{After: 109, Dots: dotsAt(18), PaybackWeek: 58}, scenarios.Default(), "18 of 20 futures beat the baseline; payback in month 14."},
		{"nothing decided", 1000, sim.Headline{After: math.Nextafter(100, 0), Dots: still, PaybackWeek: nan}, scenarios.Base(), "Nothing is decided yet: switch a tool on or move a lever."},
		{"no effect", 1000, sim.Headline{After: 100, Dots: still, PaybackWeek: nan}, scenarios.Default(), "No effect yet: levers of the rollout need a tool."},
		{"no margin", 1000, sim.Headline{After: nan, Dots: dotsAt(0), PaybackWeek: nan}, scenarios.Base(), "Not defined: the baseline earns no gross margin to compare with."},
		{"few futures", 3, sim.Headline{After: 109, Dots: dotsAt(20), PaybackWeek: 58}, scenarios.Default(), "A quick look at 3 futures so far."},
	} {
		got := strings.ReplaceAll(headlineWords(&sim.Result{Weeks: 156, Runs: c.runs, Scenario: c.scenario}, &c.h), "\u00a0", " ")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHeadlineAxesOnlyGrow(t *testing.T) {
	s := span{}.around(5, 95, 105, 113, 102)
	if s != (span{95, 115}) {
		t.Errorf("around 102 and 113: %v", s)
	}
	if again := s.around(5, 95, 105, 101); again != s {
		t.Errorf("the axis shrank to %v", again)
	}
	if wider := s.around(5, 95, 105, 88, math.NaN(), math.Inf(1)); wider != (span{85, 115}) {
		t.Errorf("around 88: %v", wider)
	}
	if edge := (span{}).around(5, 95, 105, 105); edge.high <= 105 {
		t.Errorf("a value on the edge has no room: %v", edge)
	}
}

func TestEveryDecisionHasOnePlace(t *testing.T) {
	table := sim.NewTable()
	rows := table.Rows()
	for i := range rows {
		p := &rows[i]
		places := 0
		for _, f := range families() {
			for g := range f.groups {
				for _, q := range f.params(g, table) {
					if q.ID == p.ID {
						places++
					}
				}
			}
		}
		want := 0
		if p.Kind == sim.KindDecision || p.ID == "people.unqualified_share" {
			want = 1
		}
		if places != want {
			t.Errorf("%s stands in %d places of the drawers, want %d", p.ID, places, want)
		}
	}
	sliders := 0
	for _, f := range families() {
		for _, id := range f.main {
			sliders++
			if familyOfParam(id) != f.id {
				t.Errorf("the main lever %s stands in %s and belongs to %q", id, f.id, familyOfParam(id))
			}
			if p, ok := table.Lookup(id); !ok || p.ID != id {
				t.Errorf("the main lever %s is in no table", id)
			}
		}
	}
	if sliders < 8 || sliders > 10 {
		t.Errorf("%d main levers are in sight, want 8 to 10", sliders)
	}
}

func TestPlacesOfLevers(t *testing.T) {
	table := sim.NewTable()
	rows := table.Rows()
	for i := range rows {
		p := &rows[i]
		places := placesOf(p)
		low, high, base := math.Inf(1), math.Inf(-1), false
		for _, v := range places {
			low, high = math.Min(low, v), math.Max(high, v)
			base = base || v == p.Default
			if err := p.Check(v); err != nil {
				t.Errorf("a place of %s: %v", p.ID, err)
			}
			if written := numberFormat(p, 1)(v); len(written) > 8 {
				t.Errorf("%s rests at %s, which no one would write", p.ID, written)
			}
		}
		if low != p.Min || high != p.Max || !base {
			t.Errorf("%s goes from %g to %g, want %g to %g and %g between", p.ID, low, high, p.Min, p.Max, p.Default)
		}
		if p.Min > 0 && len(places) > mostStops+2 {
			t.Errorf("%s has %d places", p.ID, len(places))
		}
	}
}

func TestWordsOfLevers(t *testing.T) {
	table := sim.NewTable()
	s := scenarios.Base()
	s.Today.OpportunityManagement = 4
	s.Decisions.Process.LeadManagement = 1
	s.Today.ValueClarity = 1
	scenario := func() *sim.Scenario { return s }
	word := func(id string, v float64) string {
		p, ok := table.Lookup(id)
		if !ok {
			t.Fatalf("there is no %s", id)
		}
		of := wordFor(p, table, scenario)
		if of == nil {
			return ""
		}
		return strings.ReplaceAll(of(v), "\u00a0", " ")
	}
	for _, c := range []struct {
		id   string
		v    float64
		want string
	}{
		{"today.opportunity_management", 1, "random"},
		{"today.opportunity_management", 4, "dynamic"},
		{"today.opportunity_management", 5, "adaptive"},
		{"process.opportunity_management", 0, "as today: 4, dynamic"},
		{"process.opportunity_management", 1, "4 to 5: adaptive"},
		{"process.opportunity_management", 1.1, "at most 5, from 4"},
		{"process.raise_all", 0, "raised part by part, 2.8 to 3: formal"}, // lead management is raised already
		{"process.raise_all", 2.5, "2.8 to 5: adaptive"},
		{"process.raise_all", 2.6, "at most 5, from 2.8"},
		{"process.lead_management", 2.5, "2.5 to 5: adaptive"},
		{"process.lead_management", 2.6, "at most 5, from 2.5"},
		{"product.fit", 0, "as today: 60%, fair"},
		{"product.fit", .2, "60% to 80%: good"},
		{"product.fit", .4, "60% to 100%: excellent"},
		{"product.fit", .45, "at most 100%, from 60%"},
		{"product.clarity", .1, "at 100% already, the most"},
		{"rollout.sponsor_top", .5, "visible"},
		{"rollout.start", 8, "month 2"},
		{"people.unqualified_share", .275, "some"},
		{"rollout.training_before", 8, ""},
		{"training.hours", 0, "as today: 20 h/year"},
		{"training.hours", 16, "20 h/year to 36 h/year"},
		{"coaching.hours", -1, "0.6 h/week to 0 h/week"},
	} {
		if got := word(c.id, c.v); got != c.want {
			t.Errorf("%s at %g is %q, want %q", c.id, c.v, got, c.want)
		}
	}
	rows := table.Rows()
	for i := range rows {
		for _, said := range []string{labelOf(&rows[i]), tipOf(&rows[i]), evidence.KindSentence(&rows[i]), rangeOf(&rows[i], "EUR"), word(rows[i].ID, rows[i].Min), word(rows[i].ID, rows[i].Max)} {
			if strings.Contains(said, "⟦") || strings.Contains(said, "%!") {
				t.Errorf("%s: a text is missing or wrong: %s", rows[i].ID, said)
			}
		}
	}
}

// TestLimitsAreTheModels moves every lever that raises a level to its limit and beyond:
// what lies beyond changes nothing in the model, and what lies before does.
func TestLimitsAreTheModels(t *testing.T) {
	table := sim.NewTable()
	engine := sim.NewEngine()
	s := scenarios.Default()
	s.Organisation.Seats, s.Organisation.HorizonWeeks = 16, 104
	run := func(p *sim.Param, v float64) []float64 {
		c := s.Clone()
		p.Set(c, v)
		r, err := engine.Run(context.Background(), c, sim.Options{Runs: 1, Seed: 3})
		if err != nil {
			t.Fatal(err)
		}
		return r.Values(sim.TotalNPV, sim.Decided)
	}
	limits := 0
	rows := table.Rows()
	for i := range rows {
		p := &rows[i]
		of := limitFor(p, table, func() *sim.Scenario { return s })
		if of == nil {
			continue
		}
		limits++
		limit := of()
		if limit >= p.Max {
			t.Errorf("%s has no end within its range: the test shows nothing", p.ID)
			continue
		}
		if at, beyond := run(p, limit), run(p, p.Max); !slices.Equal(at, beyond) {
			t.Errorf("%s: the model goes on beyond the limit of %g: %v, then %v", p.ID, limit, at, beyond)
		}
		if at, before := run(p, limit), run(p, limit-p.Step); slices.Equal(at, before) {
			t.Errorf("%s: the model stops before the limit of %g", p.ID, limit)
		}
	}
	if limits != 10 {
		t.Errorf("%d levers have a limit, want the ten that raise a level", limits)
	}
}

// TestLevelsHaveTheNamesOfTheData holds the words under the levers to the names of the
// levels of maturity.
func TestLevelsHaveTheNamesOfTheData(t *testing.T) {
	words := readScale("maturity")
	for _, d := range scenarios.MaturityLevels() {
		for _, level := range d.Levels {
			if got := words.word(float64(level.Level)); got != strings.ToLower(level.Name) {
				t.Errorf("level %d of %s is called %q in the window and %q in the data", level.Level, d.ID, got, level.Name)
			}
		}
	}
}

// TestChangesAreWrittenAsSuch reads back what is written, sign and all.
func TestChangesAreWrittenAsSuch(t *testing.T) {
	table := sim.NewTable()
	for id, want := range map[string]string{
		"product.fit": "+20 points", "process.raise_all": "+0.2 levels", "training.hours": "+0.2 h/year", "rollout.support": "20 %", "today.content": "20 %",
	} {
		p, _ := table.Lookup(id)
		unit, factor := unitOf(p, "EUR")
		written := numberFormat(p, factor)(.2)
		if got := written + " " + unit; got != want {
			t.Errorf("%s is written %q, want %q", id, got, want)
		}
		if v, _, _, err := widgets.ParseNumber(written); err != nil || math.Abs(v/factor-.2) > 1e-9 {
			t.Errorf("%s is read back as %g, %v", written, v, err)
		}
	}
}

func TestWholeNumbers(t *testing.T) {
	for text, want := range map[string]float64{"120": 120, "1,500": 1500, "2k": 2000} {
		if got, err := parseWhole(text); err != nil || got != want {
			t.Errorf("%q is %g, %v; want %g", text, got, err, want)
		}
	}
	for _, text := range []string{"1.5", "many", ""} {
		if got, err := parseWhole(text); err == nil {
			t.Errorf("%q was read as %g", text, got)
		}
	}
}

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{
		"The default organisation": "the-default-organisation", "  A/B: 100%  ": "a-b-100", "Ö": "scenario", "": "scenario",
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}
