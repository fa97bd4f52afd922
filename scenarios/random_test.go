package scenarios_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"threep/scenarios"
	"threep/sim"
)

// drawScenario draws a valid scenario: any industry, parameters anywhere in
// their ranges, and a catalogue with entries changed, added, dropped and moved.
func drawScenario(t *rapid.T) *sim.Scenario {
	s := scenarios.Base()
	s.Name = rapid.String().Draw(t, "name")
	s.Title = rapid.String().Draw(t, "title")
	s.Story = rapid.StringN(0, 400, -1).Draw(t, "story")
	rapid.SampledFrom(scenarios.Industries()).Draw(t, "industry").Apply(s)
	table := sim.NewTable()
	rows := table.Rows()
	for range rapid.IntRange(0, 30).Draw(t, "changes") {
		row := &rows[rapid.IntRange(0, len(rows)-1).Draw(t, "row")]
		v := rapid.Float64Range(row.Min, row.Max).Draw(t, row.ID)
		if row.Unit == sim.UnitCount {
			v = math.Round(v)
		}
		row.Set(s, v)
	}
	s.Mechanisms.Peers = rapid.Bool().Draw(t, "peers")
	s.Mechanisms.DataFeedback = rapid.Bool().Draw(t, "data")
	s.Organisation.AllUnqualified = rapid.Bool().Draw(t, "all unqualified")
	s.Organisation.PriceYear = rapid.IntRange(1990, 2040).Draw(t, "year")
	s.Organisation.Currency = rapid.StringMatching(`[A-Z]{3}`).Draw(t, "currency")
	drawCatalogue(t, &s.Catalogue)
	drawChoices(t, s)
	if scenarios.Validate(s) != nil {
		t.Skip("sums of several parameters do not fit")
	}
	return s
}

func drawCatalogue(t *rapid.T, c *sim.Catalogue) {
	if rapid.Bool().Draw(t, "change tools") {
		i := rapid.IntRange(0, len(c.Tools)-1).Draw(t, "tool")
		c.Tools[i].SeatPrice = rapid.Float64Range(0, 500).Draw(t, "price")
		c.Tools[i].Effects.Win = rapid.Float64Range(0, .9).Draw(t, "win")
		c.Tools[i].Notes = map[string]string{rapid.String().Draw(t, "note key"): rapid.String().Draw(t, "note")}
		c.Tools[i].Sources = nil
	}
	if rapid.Bool().Draw(t, "drop a tool") {
		i := rapid.IntRange(0, len(c.Tools)-1).Draw(t, "dropped")
		c.Tools = slices.Delete(c.Tools, i, i+1)
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "new tools") {
		c.Tools = append(c.Tools, sim.Tool{
			ID: fmt.Sprintf("new-%d", i), Name: rapid.String().Draw(t, "tool name"), Description: rapid.String().Draw(t, "description"),
			Ease: rapid.Float64Range(-3, 3).Draw(t, "ease"), Upkeep: rapid.Float64Range(0, 1200).Draw(t, "upkeep"),
			NeedPeople: .2, NeedProcess: .3, NeedContent: rapid.Float64Range(.01, 100).Draw(t, "need"), NeedInfra: .25,
		})
	}
	if rapid.Bool().Draw(t, "new trait") {
		c.Traits = append(c.Traits, sim.Trait{ID: "empathy", Name: rapid.String().Draw(t, "trait name")})
		c.Correlations = append(c.Correlations, sim.Correlation{A: "empathy", B: "courage", R: rapid.Float64Range(-.2, .2).Draw(t, "r")})
		c.Roles = append(c.Roles, sim.Role{
			ID: "carer", Opportunities: 1, DealValue: rapid.Float64Range(.01, 100).Draw(t, "factor"),
			Cycle: 1, Ramp: 1, Pay: 2, Turnover: 1, Weights: map[string]float64{"empathy": rapid.Float64Range(.1, 1).Draw(t, "weight")},
		})
	}
	if rapid.Bool().Draw(t, "turn a correlation") {
		i := rapid.IntRange(0, len(c.Correlations)-1).Draw(t, "correlation")
		c.Correlations[i].A, c.Correlations[i].B = c.Correlations[i].B, c.Correlations[i].A
	}
	if rapid.Bool().Draw(t, "no correlations") {
		c.Correlations = nil
	}
	if rapid.Bool().Draw(t, "move roles") {
		c.Roles[0], c.Roles[2] = c.Roles[2], c.Roles[0]
	}
	if rapid.Bool().Draw(t, "one cohort") {
		c.Cohorts = []sim.Cohort{{ID: "all", Share: 1, MinAge: 18, MaxAge: rapid.Float64Range(18, 90).Draw(t, "age")}}
	}
}

func drawChoices(t *rapid.T, s *sim.Scenario) {
	if rapid.Bool().Draw(t, "two roles") {
		share := rapid.Float64Range(0, 1).Draw(t, "share")
		s.Organisation.Roles = []sim.RoleShare{{Role: "farmer", Share: share}, {Role: "hunter", Share: 1 - share}}
	}
	for i := range s.Catalogue.Tools {
		if !rapid.Bool().Draw(t, "roll out") {
			continue
		}
		id := s.Catalogue.Tools[i].ID
		s.Decisions.Tools = append(s.Decisions.Tools, id)
		if rapid.Bool().Draw(t, "delayed") {
			if s.Decisions.ToolDelay == nil {
				s.Decisions.ToolDelay = map[string]float64{}
			}
			s.Decisions.ToolDelay[id] = rapid.Float64Range(0, 520).Draw(t, "delay")
		}
	}
}

func TestLoadSaveLoadIsTheIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		data, err := scenarios.Encode(s, func(id string) string { return id })
		if err != nil {
			t.Fatal(err)
		}
		back, err := scenarios.Parse(data, "x.toml")
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if !scenarios.Equal(s, back) {
			t.Fatalf("read back\n%+v\nwant\n%+v\n%s", back, s, data)
		}
		if scenarios.Digest(s) != scenarios.Digest(back) {
			t.Fatal("digest changed on the way")
		}
		again, err := scenarios.Encode(back, func(id string) string { return id })
		if err != nil || string(again) != string(data) {
			t.Fatalf("written again the file differs (%v)", err)
		}
	})
}

func TestBuiltInScenariosSurviveSaving(t *testing.T) {
	for _, e := range scenarios.Library() {
		s, err := scenarios.Builtin(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		data, err := scenarios.Encode(s, nil)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := scenarios.Parse(data, ""); err != nil || !scenarios.Equal(s, back) {
			t.Errorf("%s does not read back as it was (%v)", e.Name, err)
		}
	}
}

// TestParametersAtTheirEndsSurviveSaving takes every parameter to its minimum
// and maximum, alone.
func TestParametersAtTheirEndsSurviveSaving(t *testing.T) {
	table := sim.NewTable()
	rows := table.Rows()
	for i := range rows {
		for _, v := range []float64{rows[i].Min, rows[i].Max} {
			s := scenarios.Base()
			rows[i].Set(s, v)
			if scenarios.Validate(s) != nil {
				continue // joint limits have tests of their own
			}
			data, err := scenarios.Encode(s, nil)
			if err != nil {
				t.Fatal(err)
			}
			back, err := scenarios.Parse(data, "")
			if err != nil {
				t.Fatal(err)
			}
			if got := rows[i].Get(back); got != v {
				t.Errorf("%s = %g reads back as %g", rows[i].ID, v, got)
			}
		}
	}
}

// TestDigestCoversWhatActsOnResults changes one thing at a time.
func TestDigestCoversWhatActsOnResults(t *testing.T) {
	base := scenarios.Default()
	want := scenarios.Digest(base)
	table := sim.NewTable()
	rows := table.Rows()
	for i := range rows {
		s := base.Clone()
		v := rows[i].Max
		if rows[i].Get(s) == v {
			v = rows[i].Min
		}
		rows[i].Set(s, v)
		if scenarios.Digest(s) == want {
			t.Errorf("%s does not enter the digest", rows[i].ID)
		}
	}
	for name, change := range map[string]func(*sim.Scenario){
		"tools":       func(s *sim.Scenario) { s.Decisions.Tools = s.Decisions.Tools[:1] },
		"delay":       func(s *sim.Scenario) { s.Decisions.ToolDelay = map[string]float64{"crm": 1} },
		"switch":      func(s *sim.Scenario) { s.Mechanisms.Peers = false },
		"effect":      func(s *sim.Scenario) { s.Catalogue.Tools[0].Effects.Ramp += .01 },
		"weight":      func(s *sim.Scenario) { s.Catalogue.Roles[0].Weights["drive"] += .01 },
		"correlation": func(s *sim.Scenario) { s.Catalogue.Correlations[0].R += .01 },
		"start":       func(s *sim.Scenario) { s.Organisation.StartDate = "2010-01-11" },
		"person":      func(s *sim.Scenario) { s.Roster = []sim.RosterSeat{{ID: "a"}} },
	} {
		s := base.Clone()
		change(s)
		if scenarios.Digest(s) == want {
			t.Errorf("%s does not enter the digest", name)
		}
	}
	shown := base.Clone()
	shown.Name, shown.Title, shown.Story = "other", "other", "other"
	shown.Catalogue.Tools[0].Name, shown.Catalogue.Tools[0].Notes = "other", nil
	if scenarios.Digest(shown) != want {
		t.Error("what is only shown enters the digest")
	}
}

func TestDigestOfARosterIgnoresOrderAndTeamNames(t *testing.T) {
	tenure := 30.0
	a, b := scenarios.Base(), scenarios.Base()
	a.Roster = []sim.RosterSeat{{ID: "1", Team: "north", Tenure: &tenure}, {ID: "2", Team: "south"}, {ID: "3", Team: "north"}}
	b.Roster = []sim.RosterSeat{{ID: "3", Team: "red", Alias: "X"}, {ID: "1", Team: "red", Tenure: &tenure}, {ID: "2", Team: "blue"}}
	if scenarios.Digest(a) != scenarios.Digest(b) {
		t.Error("order of rows or names of teams enter the digest")
	}
	b.Roster[0].Team = "blue"
	if scenarios.Digest(a) == scenarios.Digest(b) {
		t.Error("who is on a team with whom does not enter the digest")
	}
}

func FuzzParse(f *testing.F) {
	for _, e := range scenarios.Library() {
		s, err := scenarios.Builtin(e.Name)
		if err != nil {
			f.Fatal(err)
		}
		data, err := scenarios.Encode(s, nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{
		"", "schema = 1", "schema = 2", "schema = [1]", "=", "schema = 1\n[a.b]\n[[a.c]]\n[[a.c]]\nd = {e = [1, {f = 2}]}",
		"schema = 1\ncatalogue = 3", "schema = 1\n[catalogue]\ntools = [1, {id = 'crm'}, [2]]\nreplace = 'tools'",
		"schema = 1\n[[organisation]]\nseats = 1", "schema = 1\n[organisation]\nroles = [3]\nindustry = ['a']",
		"schema = 1\n[today]\ncontent = 1e999\ninfrastructure = -inf", "schema = 1\n\"a\\u0000b\".\"c.d\" = 1979-05-27T07:32:00Z",
		"schema = 1\n[catalogue]\nreplace = ['traits', 'roles', 'cohorts', 'tools', 'correlations']",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := scenarios.Parse(data, "fuzz.toml")
		if err != nil {
			if err.Error() == "" {
				t.Error("an error says nothing")
			}
			return
		}
		again, err := scenarios.Encode(s, nil)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		if back, err := scenarios.Parse(again, "fuzz.toml"); err != nil || !scenarios.Equal(s, back) {
			t.Fatalf("what was written reads otherwise (%v):\n%s", err, again)
		}
	})
}
