package scenarios_test

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

func TestTheNineTraitsShip(t *testing.T) {
	want := []string{
		"courage", "tenacity", "intelligence", "problem_solving", "inward_integrity",
		"outward_integrity", "drive", "optimism", "competitiveness",
	}
	var got []string
	for _, trait := range scenarios.Traits() {
		got = append(got, trait.ID)
		if _, ok := scenarios.LookupSource(trait.Source); !ok || trait.Name == "" {
			t.Errorf("%s has no name or no source that resolves", trait.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("traits are %v, want %v", got, want)
	}
}

func TestCohortsAreTheSurveyedAgeMix(t *testing.T) {
	// Shares of sales forces by age; the labour market is taken to be alike.
	bands := []struct{ low, high, share float64 }{{18, 25, .14}, {26, 35, .27}, {36, 45, .27}, {46, 55, .20}, {56, 70, .12}}
	for _, b := range bands {
		got := 0.0
		for _, h := range scenarios.Catalogue().Cohorts {
			years := h.MaxAge - h.MinAge + 1
			overlap := math.Min(b.high, h.MaxAge) - math.Max(b.low, h.MinAge) + 1
			got += h.Share * math.Max(0, overlap) / years
		}
		if math.Abs(got-b.share) > .04 {
			t.Errorf("ages %g-%g hold %.3f of people, want about %.2f", b.low, b.high, got, b.share)
		}
	}
}

// TestHunterAndFarmerDiffer computes the share of people who are qualified for
// exactly one of the two roles, from the correlation of their fits, both for
// incumbents' and for the labour market's unqualified share.
func TestHunterAndFarmerDiffer(t *testing.T) {
	c := scenarios.Catalogue()
	r := fitCorrelation(&c, role(t, &c, "hunter"), role(t, &c, "farmer"))
	for _, unqualified := range []float64{.275, .385} {
		exactlyOne := 2 * (unqualified - bothBelow(unqualified, r))
		if exactlyOne < .16 {
			t.Errorf("with fits correlated at %.3f and %g unqualified, %.3f are qualified for exactly one; want at least .15 and some room", r, unqualified, exactlyOne)
		}
	}
}

func TestRoleProfilesAreDifferentJobs(t *testing.T) {
	c := scenarios.Catalogue()
	if len(c.Roles) != 6 {
		t.Fatalf("%d roles, want 6", len(c.Roles))
	}
	for i := range c.Roles {
		if _, ok := scenarios.LookupSource(c.Roles[i].Source); !ok {
			t.Errorf("%s: source %q does not resolve", c.Roles[i].ID, c.Roles[i].Source)
		}
		for j := range i {
			if r := fitCorrelation(&c, &c.Roles[i], &c.Roles[j]); r > .975 {
				t.Errorf("%s and %s ask for the same people (r = %.3f)", c.Roles[i].ID, c.Roles[j].ID, r)
			}
		}
	}
	hunter := role(t, &c, "hunter").Weights
	want := map[string]float64{
		"courage": .20, "tenacity": .20, "drive": .20, "optimism": .15, "problem_solving": .10,
		"inward_integrity": .10, "intelligence": .05, "outward_integrity": .05, "competitiveness": .05,
	}
	if !maps.Equal(hunter, want) {
		t.Errorf("hunter's profile is %v, want %v", hunter, want)
	}
}

func role(t *testing.T, c *sim.Catalogue, id string) *sim.Role {
	t.Helper()
	for i := range c.Roles {
		if c.Roles[i].ID == id {
			return &c.Roles[i]
		}
	}
	t.Fatalf("no role %s", id)
	return nil
}

func fitCorrelation(c *sim.Catalogue, a, b *sim.Role) float64 {
	r := func(x, y string) float64 {
		if x == y {
			return 1
		}
		for _, k := range c.Correlations {
			if k.A == x && k.B == y || k.A == y && k.B == x {
				return k.R
			}
		}
		return 0
	}
	covariance := func(u, v map[string]float64) float64 {
		sum := 0.0
		for x, wx := range u {
			for y, wy := range v {
				sum += wx * wy * r(x, y)
			}
		}
		return sum
	}
	return covariance(a.Weights, b.Weights) / math.Sqrt(covariance(a.Weights, a.Weights)*covariance(b.Weights, b.Weights))
}

// bothBelow is the probability that two standard normals with correlation r both
// lie below their quantile p, by the midpoint rule.
func bothBelow(p, r float64) float64 {
	z := -math.Sqrt2 * math.Erfcinv(2*p)
	const low, n = -8.0, 4000
	h, sum := (z-low)/n, 0.0
	for i := range n {
		x := low + (float64(i)+.5)*h
		sum += math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) * .5 * math.Erfc(-(z-r*x)/math.Sqrt(2*(1-r*r)))
	}
	return sum * h
}

func TestEveryFigureOfAToolNamesItsSource(t *testing.T) {
	want := []string{"mobile", "collaboration", "content-library", "playbooks", "wiki", "workspace", "crm", "intelligence", "web-meetings", "coaching-platform"}
	figures := []string{
		"seat_price", "implementation", "ease", "wiifm_hours", "wiifm_pay", "upkeep", "savvy", "data",
		"need_people", "need_process", "need_content", "need_infrastructure",
		"selling_time", "creation", "win", "no_decision", "cycle", "deal_value", "ramp", "retention",
	}
	var got []string
	for _, tool := range scenarios.Catalogue().Tools {
		got = append(got, tool.ID)
		for _, f := range figures {
			if _, ok := scenarios.LookupSource(tool.Sources[f]); !ok {
				t.Errorf("%s: %s names the source %q, which does not resolve", tool.ID, f, tool.Sources[f])
			}
		}
		if len(tool.Sources) != len(figures) {
			t.Errorf("%s has %d sources, want one for each of %d figures", tool.ID, len(tool.Sources), len(figures))
		}
		for f := range tool.Notes {
			if !slices.Contains(figures, f) {
				t.Errorf("%s has a note on %q, which it has not", tool.ID, f)
			}
		}
		if tool.Name == "" || tool.Description == "" {
			t.Errorf("%s needs a name and a description", tool.ID)
		}
		if least := min(tool.NeedPeople, tool.NeedProcess, tool.NeedContent, tool.NeedInfra); least < .1 {
			t.Errorf("%s needs one of the four at %g; a need is at least .1", tool.ID, least)
		}
		if sum := tool.NeedPeople + tool.NeedProcess + tool.NeedContent + tool.NeedInfra; math.Abs(sum-1) > 1e-9 {
			t.Errorf("%s: needs add up to %g", tool.ID, sum)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("tools are %v, want %v", got, want)
	}
}

func TestIndustryPresetsAreSourcedAndValid(t *testing.T) {
	list := scenarios.Industries()
	if len(list) < 9 || list[0].ID != "general" || len(list[0].Values) != 0 {
		t.Fatalf("%d presets, the first %q; want the general one first and eight more", len(list), list[0].ID)
	}
	must := []string{"people.unqualified_share", "pipeline.cycle_weeks", "pipeline.stages", "market.deal_value", "leaving.voluntary", "leaving.involuntary"}
	for _, p := range list[1:] {
		for _, id := range must {
			if _, ok := p.Values[id]; !ok {
				t.Errorf("%s gives no %s", p.ID, id)
			}
		}
		for id := range p.Values {
			if _, ok := sim.NewTable().Lookup(id); !ok {
				t.Errorf("%s gives %s, which is no parameter", p.ID, id)
			}
			if _, ok := scenarios.LookupSource(p.Sources[id]); !ok {
				t.Errorf("%s: %s names the source %q, which does not resolve", p.ID, id, p.Sources[id])
			}
		}
		if u := p.Values["people.unqualified_share"]; u < .25 || u > .33 {
			t.Errorf("%s has %g unqualified, outside the founding text's 25-33%%", p.ID, u)
		}
		s := scenarios.Base()
		p.Apply(s)
		if err := scenarios.Validate(s); err != nil || s.Organisation.Industry != p.ID {
			t.Errorf("%s: %v", p.ID, err)
		}
		a := s.Assumptions
		revenue := a.Market.Opportunities * a.Pipeline.ReachForecast * a.Market.WinShare * 52 * a.Market.DealValue
		if revenue < 4e5 || revenue > 2e6 {
			t.Errorf("%s: a rep-year yields %.0f, which is hard to believe", p.ID, revenue)
		}
	}
}

func TestMaturityLevelsMapToTheSurveys(t *testing.T) {
	dimensions := scenarios.MaturityLevels()
	if len(dimensions) != 5 {
		t.Fatalf("%d dimensions, want 5", len(dimensions))
	}
	survey := []string{"random", "informal", "formal", "dynamic", "dynamic"}
	seen := map[string]bool{}
	for _, d := range dimensions {
		if _, ok := sim.NewTable().Lookup("today." + d.ID); !ok || d.Name == "" || d.Effect == "" {
			t.Errorf("dimension %q has no parameter, name or effect", d.ID)
		}
		if len(d.Levels) != 5 {
			t.Fatalf("%s has %d levels", d.ID, len(d.Levels))
		}
		for i, l := range d.Levels {
			if l.Level != i+1 || l.Survey != survey[i] || l.Name == "" || !strings.HasSuffix(l.Description, ".") || seen[l.Description] {
				t.Errorf("%s, level %d: %+v", d.ID, i+1, l)
			}
			seen[l.Description] = true
		}
	}
}

func TestSourcesDoNotRepeatThoseOfTheParameterTable(t *testing.T) {
	for _, s := range scenarios.Sources() {
		if _, twice := sim.LookupSource(s.Key); twice {
			t.Errorf("%s is in both registers", s.Key)
		}
		if s.Cite == "" || s.Note == "" || strings.Contains(s.Cite+s.Note, "http") {
			t.Errorf("%s needs a citation and a note, and no address", s.Key)
		}
	}
}

func TestDataHandedOutAreCopies(t *testing.T) {
	c := scenarios.Catalogue()
	c.Traits[0].ID, c.Tools[0].Sources["win"] = "changed", "changed"
	scenarios.Industries()[1].Values["market.deal_value"] = 1
	scenarios.MaturityLevels()[0].Levels[0].Name = "changed"
	if d := scenarios.Catalogue(); d.Traits[0].ID == "changed" || d.Tools[0].Sources["win"] == "changed" ||
		scenarios.Industries()[1].Values["market.deal_value"] == 1 || scenarios.MaturityLevels()[0].Levels[0].Name == "changed" {
		t.Error("a change of what was handed out changed the shipped data")
	}
}
