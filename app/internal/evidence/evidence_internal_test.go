package evidence

import (
	"slices"
	"strings"
	"testing"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// TestEveryKeyResolves holds every source that anything names to being a work of the
// registers, and every id that a finding names to being a parameter or an outcome.
func TestEveryKeyResolves(t *testing.T) {
	table := sim.NewTable()
	resolve := func(what, key string) {
		t.Helper()
		w, ok := scenarios.LookupSource(key)
		if !ok || w.Cite == "" || w.Note == "" {
			t.Errorf("%s names the source %q, which has no citation and note", what, key)
		}
	}
	for _, p := range table.Rows() {
		resolve(p.ID, p.Source)
	}
	outcomes := map[string]bool{}
	for _, info := range append(sim.WeeklyInfo(), sim.TotalInfo()...) {
		outcomes[info.ID] = true
	}
	seen := map[string]bool{}
	for _, f := range sim.Findings() {
		resolve(f.ID, f.Source)
		if seen[f.ID] {
			t.Errorf("the finding %s is listed twice", f.ID)
		}
		seen[f.ID] = true
		for _, id := range f.Supports {
			if _, ok := table.Lookup(id); !ok && !outcomes[id] {
				t.Errorf("the finding %s supports %q, which is neither a parameter nor an outcome", f.ID, id)
			}
		}
		if f.High < f.Low || f.Unit == "" && (f.Low != 0 || f.High != 0) {
			t.Errorf("the finding %s has the figure %g to %g in %q", f.ID, f.Low, f.High, f.Unit)
		}
		if !assets.Has("evidence.mark."+string(f.Mark)) || !assets.Has("word.grade."+string(f.Grade)) {
			t.Errorf("the finding %s has the mark %q and the grade %q, for which there are no words", f.ID, f.Mark, f.Grade)
		}
		if f.Mark == sim.MarkRecalled && f.Grade == sim.GradeChoice {
			t.Errorf("the finding %s is no choice", f.ID)
		}
	}
}

// TestEveryParameterIsListed finds every parameter once, with everything that is to be
// said of it.
func TestEveryParameterIsListed(t *testing.T) {
	r := New(scenarios.Default())
	rows := sim.NewTable().Rows()
	if listed := r.Entries(Parameter); len(listed) != len(rows) {
		t.Errorf("%d parameters are listed, want %d", len(listed), len(rows))
	}
	for i := range rows {
		p := &rows[i]
		e, ok := r.Lookup(Parameter, p.ID)
		if !ok {
			t.Errorf("%s is not listed", p.ID)
			continue
		}
		said := map[string]string{}
		for _, f := range e.Facts {
			said[f.Label] = f.Value
		}
		labels := []string{"kind", "default", "range", "unit", "grade", "ground", "source", "note"}
		if p.Kind == sim.KindAssumption {
			labels = append(labels, "allowed")
		}
		for _, label := range labels {
			if said[assets.T("evidence.fact."+label)] == "" {
				t.Errorf("%s: nothing is said of its %s", p.ID, label)
			}
		}
		w, _ := scenarios.LookupSource(p.Source)
		if said[assets.T("evidence.fact.source")] != w.Cite {
			t.Errorf("%s: the source is %q, want %q", p.ID, said[assets.T("evidence.fact.source")], w.Cite)
		}
		if judged := strings.Contains(said[assets.T("evidence.fact.ground")], "judgement of the model's authors"); judged != e.Judged() || judged != (p.Grade == sim.GradeJ) {
			t.Errorf("%s has grade %s, and its ground is %q", p.ID, p.Grade, said[assets.T("evidence.fact.ground")])
		}
	}
}

// TestMeasuredParametersHaveTheirFinding holds every default that claims to rest on a
// work to a finding of that work which says what it found.
func TestMeasuredParametersHaveTheirFinding(t *testing.T) {
	for _, p := range sim.NewTable().Rows() {
		if p.Grade == sim.GradeJ || p.Grade == sim.GradeChoice {
			continue
		}
		found := slices.ContainsFunc(sim.Findings(), func(f sim.Finding) bool {
			return f.Source == p.Source && slices.Contains(f.Supports, p.ID)
		})
		if !found {
			t.Errorf("%s rests on %s by its grade %s, and no finding of that work names it", p.ID, p.Source, p.Grade)
		}
	}
}

// TestRecalledFindingsDecideNothing holds what was not checked against its work to
// never being the only finding under a default that is graded as measured.
func TestRecalledFindingsDecideNothing(t *testing.T) {
	for _, p := range sim.NewTable().Rows() {
		checked, recalled := 0, 0
		for _, f := range sim.Findings() {
			if slices.Contains(f.Supports, p.ID) {
				if f.Mark == sim.MarkRecalled {
					recalled++
				} else {
					checked++
				}
			}
		}
		if recalled > 0 && checked == 0 {
			t.Errorf("%s rests on what is only recalled", p.ID)
		}
	}
}

func TestEveryFindingHasItsWords(t *testing.T) {
	known := map[string]bool{}
	for _, f := range sim.Findings() {
		key := "finding." + f.ID + ".text"
		known[key], known["finding."+f.ID+".short"] = true, true
		if text := assets.T(key); !strings.HasSuffix(text, ".") || strings.Contains(text, "⟦") {
			t.Errorf("%s is no sentence: %q", key, text)
		}
	}
	for _, key := range assets.Keys() {
		if strings.HasPrefix(key, "finding.") && !known[key] {
			t.Errorf("%s describes no finding of the register; remove or rename it", key)
		}
	}
}

// TestNoWorkIsIdle finds something that rests on every work, or a finding that it says.
func TestNoWorkIsIdle(t *testing.T) {
	for _, e := range New(scenarios.Default()).Entries(Work) {
		if len(e.Groups) == 0 {
			t.Errorf("nothing rests on %s", e.ID)
		}
	}
}

func TestLinksLeadSomewhere(t *testing.T) {
	r := New(scenarios.Default())
	for _, e := range r.Entries("") {
		if e.Title == "" || strings.ContainsAny(e.Title+e.Text+e.Short+e.Figure, "⟦⟧") || strings.Contains(e.haystack, "%!") {
			t.Errorf("%s %s lacks words: %q, %q, %q, %q", e.Kind, e.ID, e.Title, e.Text, e.Short, e.Figure)
		}
		for _, g := range e.Groups {
			for _, l := range g.Links {
				if _, ok := r.Lookup(l.Kind, l.ID); !ok || l.Title == "" {
					t.Errorf("%s %s leads to %s %s, which is not there", e.Kind, e.ID, l.Kind, l.ID)
				}
			}
		}
	}
}

func TestSearch(t *testing.T) {
	r := New(scenarios.Default())
	for _, c := range []struct {
		query string
		kind  Kind
		grade sim.Grade
		want  string // id of an entry that must be found
	}{
		{"elasticity albers", Parameter, "", "market.hours_elasticity"},
		{"GATE", Parameter, sim.GradeD, "people.gate"},
		{"judgement severance", "", "", "money.severance"},
		{"omg 44%", Finding, "", "quota_2010_omg"},
		{"mobile selling time", Catalogue, "", "tool.mobile.selling_time"},
		{"speier hidden minefields", Work, "", "speier2002"},
	} {
		found := r.Search(c.query, c.kind, c.grade)
		if !slices.ContainsFunc(found, func(e *Entry) bool { return e.ID == c.want }) {
			t.Errorf("%q finds %d entries, and not %s", c.query, len(found), c.want)
		}
		for _, e := range found {
			if c.kind != "" && e.Kind != c.kind || c.grade != "" && e.Grade != c.grade {
				t.Errorf("%q among %s of grade %q finds %s %s of grade %q", c.query, c.kind, c.grade, e.Kind, e.ID, e.Grade)
			}
		}
	}
	if found := r.Search("zzzz", "", ""); len(found) > 0 {
		t.Errorf("nonsense finds %d entries", len(found))
	}
	if judged := r.Search("", Parameter, sim.GradeJ); len(judged) == 0 || len(judged) == len(r.Entries(Parameter)) {
		t.Errorf("%d parameters are judged", len(judged))
	}
}

func TestAuthors(t *testing.T) {
	for cite, want := range map[string]string{
		"Vinchur, Schippmann, Switzer & Roth (1998), A meta-analytic review": "Vinchur et al.",
		"Speier & Venkatesh (2002), The hidden minefields":                   "Speier & Venkatesh",
		"Dixon & Adamson, Corporate Executive Board (2011), on whom":         "Dixon & Adamson",
		"CSO Insights (2018), Sales performance report":                      "CSO Insights",
		"Sales Benchmark Index, as reported in trade press":                  "Sales Benchmark Index",
		"Chosen by the user": "Chosen by the user",
	} {
		if got := Authors(sim.Source{Cite: cite}); got != want {
			t.Errorf("%q is by %q, want %q", cite, got, want)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		unit      sim.Unit
		want      string
	}{
		{.25, .33, sim.UnitShare, "25% to 33%"},
		{.466, .466, sim.UnitShare, "46.6%"},
		{-.25, -.25, sim.UnitR, "−0.25"},
		{0, 156, sim.UnitWeeks, "0 to 156 weeks"},
		{0, 5000, sim.UnitMoney, "EUR 0 to 5,000"},
		{.0035, .0035, sim.UnitFactor, "0.0035"},
		{1, 1, sim.UnitWeeks, "1 week"},
		{.6, .6, sim.UnitPoints, "0.6"},
		{-1.4, -1.4, sim.UnitSD, "−1.4 SD"},
	} {
		if got := strings.ReplaceAll(span(c.low, c.high, c.unit, "EUR"), "\u00a0", " "); got != c.want {
			t.Errorf("%g to %g %s is written %q, want %q", c.low, c.high, c.unit, got, c.want)
		}
	}
}
