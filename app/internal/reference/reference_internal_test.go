package reference

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// filled is the reference as it is read.
func filled(t *testing.T) string {
	t.Helper()
	text, err := Markdown()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// written is the hand-written text, without its placeholders.
func written() string { return placeholder.ReplaceAllString(assets.Reference(), "") }

func TestEveryPlaceholderIsFilled(t *testing.T) {
	text := filled(t)
	for _, mark := range []string{"{{", "}}", "⟦", "%!", "http"} {
		if at := strings.Index(text, mark); at >= 0 {
			t.Errorf("the reference says %q", text[max(0, at-60):min(len(text), at+60)])
		}
	}
}

func TestWrongPlaceholdersAreSeen(t *testing.T) {
	for text, want := range map[string]string{
		"{{schedules}}":                                   "no such placeholder",
		"{{schedule now}}":                                "takes no argument",
		"{{parameters}}":                                  "needs an argument",
		"{{parameters peoples.}}":                         `no parameter begins with "peoples."`,
		"{{parameters ramp.}} {{parameters ramp.}}":       "listed already",
		"{{default people.drives}}":                       "no parameter",
		"{{range people}}":                                "no parameter",
		"{{constant dropt}}":                              "no constant",
		"{{finding achievement}}":                         "no finding",
		"{{study astrology}}":                             "no study",
		"{{outcomes daily}}":                              "weekly or once",
		"{{ Schedule }}":                                  "cannot be read",
		"{{default skill.half_life}} {{default a}} {{b}}": "no such placeholder",
	} {
		if _, err := fill(text, newTables(scenarios.Default())); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the fault is %v, want %q", text, err, want)
		}
	}
	good := "{{version}}, {{default skill.untrained}}, {{constant dropped}}, {{finding quota_2010_omg}}"
	if got, err := fill(good, newTables(scenarios.Default())); err != nil || !strings.HasSuffix(got, ", 44%") {
		t.Errorf("%s becomes %q, %v", good, got, err)
	}
}

// dotted is what could be the id of a parameter.
var dotted = regexp.MustCompile(`\b([a-z]+)\.([a-z_]+)\b`)

// TestEveryParameterMentionedExists finds keys of parameters in prose and equations that
// the table does not have.
func TestEveryParameterMentionedExists(t *testing.T) {
	table := sim.NewTable()
	groups := map[string]bool{}
	for _, p := range table.Rows() {
		groups[p.Group] = true
	}
	for _, found := range dotted.FindAllStringSubmatch(written(), -1) {
		if _, ok := table.Lookup(found[0]); !ok && groups[found[1]] {
			t.Errorf("the reference mentions %s, which is no parameter", found[0])
		}
	}
}

// TestEveryParameterIsExplained finds every parameter in the hand-written text, beside
// the one table that lists it.
func TestEveryParameterIsExplained(t *testing.T) {
	text := filled(t)
	said := map[string]bool{}
	for _, found := range dotted.FindAllString(written(), -1) {
		said[found] = true
	}
	for _, p := range sim.NewTable().Rows() {
		if !said[p.ID] {
			t.Errorf("no sentence and no equation of the reference mentions %s; say what it does in assets/reference", p.ID)
		}
		if n := strings.Count(text, "\n| `"+p.ID+"` |"); n != 1 {
			t.Errorf("%s stands in %d tables of the reference, want one", p.ID, n)
		}
	}
}

// TestEveryConstantIsExplained finds every named constant in the hand-written text.
func TestEveryConstantIsExplained(t *testing.T) {
	text := assets.Reference()
	known := map[string]bool{}
	for _, c := range sim.Constants() {
		known[c.ID] = true
		if strings.Count(text, c.ID) == 0 {
			t.Errorf("the reference does not say where the constant %s is used", c.ID)
		}
		if !assets.Has("reference.constant." + c.ID) {
			t.Errorf("the constant %s has no words", c.ID)
		}
	}
	for _, key := range assets.Keys() {
		if id, ok := strings.CutPrefix(key, "reference.constant."); ok && !known[id] {
			t.Errorf("%s describes no constant", key)
		}
	}
}

// TestScheduleHasItsWords holds the order of execution to words for every step, and to
// no words for steps that are not taken.
func TestScheduleHasItsWords(t *testing.T) {
	known := map[string]bool{}
	for _, s := range sim.Schedule() {
		known[s.Name] = true
		if !assets.Has("schedule." + s.Name) {
			t.Errorf("the step %s has no words", s.Name)
		}
	}
	for _, key := range assets.Keys() {
		if name, ok := strings.CutPrefix(key, "schedule."); ok && !known[name] {
			t.Errorf("%s describes no step of the week", key)
		}
	}
}

// TestFormulasAreTheCodes finds every formula that a comment of the engine sets off, word
// for word, among the equations of the reference.
func TestFormulasAreTheCodes(t *testing.T) {
	var equations strings.Builder
	for _, b := range Parse(filled(t)) {
		if b.Kind == Code {
			equations.WriteString(strings.Join(b.Lines, " ") + " ")
		}
	}
	stated := tidy(equations.String())
	files, err := filepath.Glob("../../../sim/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("there is no code to read: %v", err)
	}
	formulas := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, formula := range formulasOf(file) {
			formulas++
			if !strings.Contains(stated, tidy(formula)) && !helper[formula] {
				t.Errorf("%s states a formula that the reference does not: %s", name, formula)
			}
		}
	}
	if formulas < 25 {
		t.Errorf("%d formulas were found in the code", formulas)
	}
}

// helper are formulas of what no equation of the model uses: aids of the tests.
var helper = map[string]bool{"p = 1 - (1 - P)^(1/52)": true}

// formulasOf are the lines that comments set in.
func formulasOf(file *ast.File) []string {
	var found []string
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if line, ok := strings.CutPrefix(comment.Text, "//\t"); ok {
				found = append(found, strings.TrimSpace(line))
			}
		}
	}
	return found
}

// tidy leaves one space between words, and writes products as comments do.
func tidy(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "×", "x")), " ")
}

// TestOrderIsThatOfODD holds the chapters to the seven elements of the protocol.
func TestOrderIsThatOfODD(t *testing.T) {
	want := []string{
		"1 Purpose and patterns", "2 Entities, state variables and scales", "3 Process overview and scheduling", "4 Design concepts",
		"5 Initialisation", "6 Input data", "7 Submodels",
	}
	concepts := []string{
		"Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing", "Interaction",
		"Stochasticity", "Collectives", "Observation",
	}
	var chapters, sections []string
	for _, b := range Parse(filled(t)) {
		switch {
		case b.Kind == Heading && b.Level == 1:
			chapters = append(chapters, Plain(b.Text))
		case b.Kind == Heading && len(chapters) > 0 && chapters[len(chapters)-1] == want[3]:
			sections = append(sections, Plain(b.Text))
		}
	}
	if len(chapters) < len(want)+1 || !slices.Equal(chapters[1:1+len(want)], want) {
		t.Errorf("the chapters are %v", chapters)
	}
	if !slices.Equal(sections, concepts) {
		t.Errorf("the design concepts are %v", sections)
	}
}

// TestNoNumberIsWrittenByHand finds decimals in the hand-written text: defaults and
// constants are read from the tables.
func TestNoNumberIsWrittenByHand(t *testing.T) {
	allowed := []string{".5", "1.645", "2.0"} // one half, the 95% point of the normal, Sales 2.0
	decimal := regexp.MustCompile(`(^|[^\w.])(\d*\.\d+)\b`)
	section := regexp.MustCompile(`^7\.\d{1,2}$`)
	for _, line := range strings.Split(written(), "\n") {
		for _, found := range decimal.FindAllStringSubmatch(line, -1) {
			if !slices.Contains(allowed, found[2]) && !section.MatchString(found[2]) {
				t.Errorf("%s is written by hand in %q; take it from the tables by a placeholder", found[2], line)
			}
		}
	}
}

func TestParse(t *testing.T) {
	blocks := Parse("# A *b*\n\nOne `x*y` and\n**two**.\n- first\n- second\n\n```\n a = b\n\nc\n```\n| H | I |\n|---|---|\n| 1 | `k` |\n")
	var kinds []Kind
	for _, b := range blocks {
		kinds = append(kinds, b.Kind)
	}
	if !slices.Equal(kinds, []Kind{Heading, Paragraph, Item, Item, Code, Table}) {
		t.Fatalf("the kinds are %v", kinds)
	}
	want := []Span{{Text: "One "}, {Text: "x*y", Code: true}, {Text: " and "}, {Text: "two", Bold: true}, {Text: "."}}
	if !slices.Equal(blocks[1].Text, want) {
		t.Errorf("the paragraph is %+v", blocks[1].Text)
	}
	if !slices.Equal(blocks[4].Lines, []string{" a = b", "", "c"}) {
		t.Errorf("the equation is %q", blocks[4].Lines)
	}
	if rows := blocks[5].Rows; len(rows) != 2 || Plain(rows[1][1]) != "k" || !rows[1][1][0].Code {
		t.Errorf("the table is %+v", rows)
	}
}
