package scenarios_test

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// faultsOf parses text and returns its faults; it fails where there is none.
func faultsOf(t *testing.T, text string) []scenarios.Fault {
	t.Helper()
	_, err := scenarios.Parse([]byte(text), "test.toml")
	var f *scenarios.FaultError
	if !errors.As(err, &f) {
		t.Fatalf("error is %v, want faults of the file", err)
	}
	return f.Faults
}

func TestEveryFaultOfAFileIsToldAtOnce(t *testing.T) {
	text := strings.Join([]string{
		`schema = 1`,
		`[organisation]`,
		`seats = "many"`,
		`horizon_weeks = 52.5`,
		`industry = "sofware"`,
		`fiscal_start_month = 1.5`,
		`roles = [{ role = "huntr", share = 1 }]`,
		`[assumptions.market]`,
		`win_share = nan`,
		`win_sahre = 1`,
		`deal_value = inf`,
		`no_decision_share = 3`,
		`base_pay = 70000`,
		`[decisions]`,
		`tools = ["crm", "mobil"]`,
		`[mechanisms]`,
		`peers = 1`,
		`[catalogue]`,
		`replace = ["tool"]`,
		`[[catalogue.tools]]`,
		`id = "crm"`,
		`seat_price = -4`,
		`efects = 3`,
		`[[catalogue.roles]]`,
		`id = "hunter"`,
		`weights = { courag = 1, drive = "x" }`,
		`[[catalogue.roles]]`,
		`name = "nameless"`,
	}, "\n")
	want := []struct {
		line    int
		path    string
		message string
	}{
		{3, "organisation.seats", `the text "many"; give a number`},
		{4, "organisation.horizon_weeks", "whole number from 52 to 520"},
		{5, "organisation.industry", "did you mean software?"},
		{6, "organisation.fiscal_start_month", "give a whole number"},
		{7, "organisation.roles[0].role", "use one of hunter, farmer"},
		{9, "assumptions.market.win_share", "give a finite number"},
		{10, "assumptions.market.win_sahre", "did you mean win_share?"},
		{11, "assumptions.market.deal_value", "give a finite number"},
		{12, "assumptions.market.no_decision_share", "from 0 to 0.8"},
		{13, "assumptions.market.base_pay", "did you mean assumptions.money.base_pay?"},
		{15, "decisions.tools[1]", "use one of mobile"},
		{17, "mechanisms.peers", "give true or false"},
		{19, "catalogue.replace[0]", "did you mean tools?"},
		{22, "catalogue.tools[0].seat_price", "from 0 to 10000"},
		{23, "catalogue.tools[0].efects", "did you mean effects?"},
		{26, "catalogue.roles[0].weights.courag", "not a trait"},
		{26, "catalogue.roles[0].weights.drive", "give a number"},
		{27, "catalogue.roles[1]", "give it an id"},
	}
	faults := faultsOf(t, text)
	for i, w := range want {
		if i >= len(faults) {
			t.Fatalf("only %d faults, want %d", len(faults), len(want))
		}
		f := faults[i]
		if f.Line != w.line || f.Path != w.path || !strings.Contains(f.Message, w.message) {
			t.Errorf("fault %d is %q, want line %d, %s, ...%s...", i, f, w.line, w.path, w.message)
		}
	}
	for _, f := range faults[min(len(want), len(faults)):] {
		t.Errorf("fault beyond those planted: %s", f)
	}
}

func TestFaultsOfTheWholeFile(t *testing.T) {
	for name, c := range map[string]struct {
		text    string
		line    int
		message string
	}{
		"no schema":       {`title = "x"`, 0, "schema = 1"},
		"newer schema":    {"schema = 99\nunheard_of = 1", 1, "newer version"},
		"schema of text":  {`schema = "1"`, 1, "whole number"},
		"schema nought":   {`schema = 0`, 1, "whole number"},
		"syntax":          {"schema = 1\ntitle = [1, 2", 2, "cannot be read as TOML"},
		"number form":     {"schema = 1\n[today]\ncontent = .5", 3, "cannot be read as TOML"},
		"key twice":       {"schema = 1\nschema = 1", 2, "cannot be read as TOML"},
		"not UTF-8":       {"schema = 1\ntitle = \"\xe9\"", 2, "UTF-8"},
		"UTF-16":          {"\xff\xfes\x00", 1, "UTF-16"},
		"table as number": {"schema = 1\ntoday = 3", 2, "[today]"},
		"list as text":    {"schema = 1\n[decisions]\ntools = \"crm\"", 3, "make it a list"},
		"entry twice":     {"schema = 1\n[[catalogue.tools]]\nid = \"crm\"\n[[catalogue.tools]]\nid = \"crm\"", 4, "given twice"},
		"joint sum":       {"schema = 1\n[assumptions.market]\nwin_share = 0.9\nno_decision_share = 0.5", 2, "add up to"},
		"cohort shares":   {"schema = 1\n[[catalogue.cohorts]]\nid = \"silent\"\nshare = 0.5", 0, "add up to"},
		"impossible correlations": {
			"schema = 1\n[[catalogue.correlations]]\na = \"courage\"\nb = \"drive\"\nr = -0.95\n[[catalogue.correlations]]\na=\"tenacity\"\nb=\"drive\"\nr=0.95", 0, "positive definite",
		},
		"day":      {"schema = 1\n[organisation]\nstart_date = \"soon\"", 3, "not a day"},
		"currency": {"schema = 1\n[organisation]\ncurrency = \"usd\"", 3, "ISO code"},
	} {
		t.Run(name, func(t *testing.T) {
			faults := faultsOf(t, c.text)
			if len(faults) != 1 {
				t.Fatalf("%d faults, want 1: %v", len(faults), faults)
			}
			if f := faults[0]; f.Line != c.line && c.line > 0 || !strings.Contains(f.Message, c.message) {
				t.Errorf("fault is %q, want line %d, ...%s...", f, c.line, c.message)
			}
		})
	}
}

func TestIntegersStandForNumbersAndDatesForText(t *testing.T) {
	s, err := scenarios.Parse([]byte("schema = 1\n[organisation]\nseats = 50\nprice_year = 2011.0\nstart_date = 2011-02-07\n[today]\ncontent = 1"), "")
	if err != nil {
		t.Fatal(err)
	}
	o := s.Organisation
	if o.Seats != 50 || o.PriceYear != 2011 || o.StartDate != "2011-02-07" || s.Today.Content != 1 {
		t.Errorf("read %+v", o)
	}
}

func TestAFileNamesOnlyWhatDiffers(t *testing.T) {
	s, err := scenarios.Parse([]byte("\xef\xbb\xbfschema = 1\n[organisation]\nindustry = \"insurance\"\n[assumptions.leaving]\ninvoluntary = 0.2"), "/some/where/mine.toml")
	if err != nil {
		t.Fatal(err)
	}
	if s.Name != "mine" {
		t.Errorf("name is %q, want the file's", s.Name)
	}
	if got := s.Assumptions.People.UnqualifiedShare; got != .33 {
		t.Errorf("unqualified share %g, want the preset's .33", got)
	}
	if got := s.Assumptions.Leaving.Involuntary; got != .2 {
		t.Errorf("involuntary leaving %g, want the file's .2 over the preset's", got)
	}
	if got, want := s.Assumptions.Quota.Plan, scenarios.Base().Assumptions.Quota.Plan; got != want {
		t.Errorf("plan %g, want the default %g", got, want)
	}
}

func TestCatalogueEntriesAddAndOverrideByID(t *testing.T) {
	s, err := scenarios.Parse([]byte(`schema = 1
[decisions]
tools = ["forecast-ai"]
[[catalogue.traits]]
id = "empathy"
[[catalogue.correlations]]
a = "outward_integrity"
b = "empathy"
r = 0.4
[[catalogue.correlations]]
b = "courage"
a = "tenacity"
r = 0.2
[[catalogue.roles]]
id = "farmer"
weights = { empathy = 0.5, outward_integrity = 0.5 }
[[catalogue.tools]]
id = "forecast-ai"
seat_price = 30
[[catalogue.tools]]
id = "crm"
seat_price = 65
[catalogue.tools.effects]
win = 0.05
`), "")
	if err != nil {
		t.Fatal(err)
	}
	base := scenarios.Catalogue()
	c := s.Catalogue
	if len(c.Traits) != len(base.Traits)+1 || len(c.Correlations) != len(base.Correlations)+1 || len(c.Tools) != len(base.Tools)+1 || len(c.Roles) != len(base.Roles) {
		t.Fatalf("entries: %d traits, %d correlations, %d tools, %d roles", len(c.Traits), len(c.Correlations), len(c.Tools), len(c.Roles))
	}
	if r := c.Correlations[0]; r.R != .2 {
		t.Errorf("courage-tenacity is %g, want .2 whichever trait comes first", r.R)
	}
	if w := c.Roles[1].Weights; len(w) != 2 || w["empathy"] != .5 {
		t.Errorf("farmer's profile is %v, want the file's alone", w)
	}
	for i, tool := range c.Tools[:len(base.Tools)] {
		want := base.Tools[i]
		if want.ID == "crm" {
			want.SeatPrice, want.Effects.Win = 65, .05
		}
		if tool.SeatPrice != want.SeatPrice || tool.Effects != want.Effects || tool.Upkeep != want.Upkeep {
			t.Errorf("%s is %+v, want %+v", tool.ID, tool, want)
		}
	}
	if n := c.Tools[len(base.Tools)]; n.NeedPeople <= 0 || n.NeedInfra <= 0 {
		t.Errorf("a new tool needs %+v, want a share of each", n)
	}
	if shared := scenarios.Catalogue(); shared.Roles[1].Weights["empathy"] != 0 || shared.Correlations[0].R != .3 {
		t.Error("reading a file changed the shipped catalogue")
	}
}

// TestGoldenFilesLoad reads a file of every released version of the layout.
func TestGoldenFilesLoad(t *testing.T) {
	names, err := filepath.Glob("testdata/schema-*.toml")
	if err != nil || len(names) != scenarios.SchemaVersion {
		t.Fatalf("golden files %v (%v), want one for each of %d versions", names, err, scenarios.SchemaVersion)
	}
	s, err := scenarios.Load("testdata/schema-1.toml")
	if err != nil {
		t.Fatal(err)
	}
	if s.Organisation.Seats != 64 || s.Assumptions.Market.WinShare != .45 || s.Decisions.ToolDelay["crm"] != 13 ||
		s.Mechanisms.Peers || len(s.Catalogue.Cohorts) != 2 || s.Decisions.Tools[1] != "route-planner" {
		t.Errorf("schema-1.toml reads as %+v", s)
	}
}

func TestSaveIsAtomicAndRefusesWhatCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.toml")
	s := scenarios.Default()
	if err := scenarios.Save(path, s, nil); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bad := s.Clone()
	bad.Assumptions.Market.WinShare = math.NaN()
	if err := scenarios.Save(path, bad, nil); err == nil || !strings.Contains(err.Error(), "assumptions.market.win_share") {
		t.Errorf("saving nan gives %v, want a fault with its path", err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("a refused save changed the file (%v)", err)
	}
	if err := scenarios.Save(filepath.Join(folder, "missing", "a.toml"), s, nil); err == nil {
		t.Error("saving into a missing folder gives no error")
	}
	s.Organisation.Seats = 33
	if err := scenarios.Save(path, s, nil); err != nil {
		t.Fatal(err)
	}
	if back, err := scenarios.Load(path); err != nil || back.Organisation.Seats != 33 {
		t.Errorf("read back %v, %v", back, err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("folder holds %v (%v), want the file alone", entries, err)
	}
}

func TestCommentsComeFromTheParameterTable(t *testing.T) {
	data, err := scenarios.Encode(scenarios.Default(), func(id string) string { return "Label of " + id + "\nx" })
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	table := sim.NewTable()
	for _, row := range table.Rows() {
		if !strings.Contains(text, "Label of "+row.ID+" x [") {
			t.Errorf("%s has no comment with its label", row.ID)
		}
	}
	want := "# win_share = 0.466"
	if !strings.Contains(text, want) {
		t.Errorf("a parameter at its default is not shown behind a comment sign: %s", want)
	}
	if !strings.Contains(text, "\ntools = [\"mobile\", \"content-library\", \"crm\"]") {
		t.Error("the tools of the rollout are not written")
	}
}

func TestLoadSaysWhichFileIsMissing(t *testing.T) {
	if _, err := scenarios.Load(filepath.Join(t.TempDir(), "none.toml")); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "none.toml") {
		t.Errorf("error is %v", err)
	}
}
