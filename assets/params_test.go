package assets_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"threep/assets"
	"threep/sim"
)

// maxLabel is the length of a label that still fits on a lever, in characters.
const maxLabel = 32

// maxHelp keeps help to what is read before patience ends, in characters.
const maxHelp = 360

func TestEveryParameterHasLabelAndHelp(t *testing.T) {
	labels := map[string]string{}
	for _, row := range sim.NewTable().Rows() {
		key := "param." + row.ID
		checkLabelAndHelp(t, key)
		label := assets.T(key + ".label")
		if other := labels[label]; other != "" {
			t.Errorf("%s and %s share the label %q; a list of both could not be read", other, row.ID, label)
		}
		labels[label] = row.ID
	}
}

// TestHelpSaysWhatIsJudgement holds the help of an ungrounded assumption to saying so.
func TestHelpSaysWhatIsJudgement(t *testing.T) {
	for _, row := range sim.NewTable().Rows() {
		help := strings.ToLower(assets.T("param." + row.ID + ".help"))
		if row.Grade == sim.GradeJ && !strings.Contains(help, "judg") {
			t.Errorf("%s is a judgement, but its help does not say so: %q", row.ID, help)
		}
		if row.Grade == sim.GradeD && !strings.Contains(help, "opinion") {
			t.Errorf("%s rests on opinion, but its help does not say so: %q", row.ID, help)
		}
		if row.Grade == sim.GradeChoice && strings.Contains(help, "the default is") {
			t.Errorf("%s is the user's to choose, but its help argues for the default: %q", row.ID, help)
		}
	}
}

func TestEveryOutcomeHasLabelAndHelp(t *testing.T) {
	labels := map[string]string{}
	for _, info := range outcomes() {
		key := "outcome." + info.ID
		if labels[assets.T(key+".label")] == info.ID {
			continue // both weekly and once for a future
		}
		checkLabelAndHelp(t, key)
		label := assets.T(key + ".label")
		if other := labels[label]; other != "" {
			t.Errorf("%s and %s share the label %q; a list of both could not be read", other, info.ID, label)
		}
		labels[label] = info.ID
	}
}

func TestEveryUnitHasNameAndShortForm(t *testing.T) {
	units := declaredUnits(t)
	for _, row := range sim.NewTable().Rows() {
		if !slices.Contains(units, string(row.Unit)) {
			t.Errorf("%s has unit %q, which sim does not declare", row.ID, row.Unit)
		}
	}
	for _, unit := range units {
		for _, form := range []string{"name", "short"} {
			if key := "unit." + unit + "." + form; !assets.Has(key) {
				t.Errorf("there is no text %s", key)
			}
		}
		if short := assets.T("unit." + unit + ".short"); utf8.RuneCountInString(short) > 10 {
			t.Errorf("unit.%s.short = %q is too long to stand behind a number", unit, short)
		}
	}
}

func TestEveryMechanismHasLabelAndHelp(t *testing.T) {
	labels := map[string]string{}
	for _, id := range mechanisms() {
		key := "mechanism." + id
		checkLabelAndHelp(t, key)
		if !strings.Contains(assets.T(key+".help"), "Switched off, ") {
			t.Errorf("%s.help does not say what happens when it is switched off", key)
		}
		label := assets.T(key + ".label")
		if other := labels[label]; other != "" {
			t.Errorf("%s and %s share the label %q", other, id, label)
		}
		labels[label] = id
	}
}

func TestEveryGroupKindAndGradeHasWords(t *testing.T) {
	for _, row := range sim.NewTable().Rows() {
		for _, key := range []string{"group." + row.Group, "word.kind." + string(row.Kind), "word.grade." + string(row.Grade)} {
			if !assets.Has(key) {
				t.Errorf("%s: there is no text %s", row.ID, key)
			}
		}
	}
	for _, grade := range []sim.Grade{sim.GradeA, sim.GradeAMinus, sim.GradeB, sim.GradeC, sim.GradeD, sim.GradeJ, sim.GradeChoice} {
		if text := assets.T("word.grade." + string(grade)); !isSentence(text) {
			t.Errorf("word.grade.%s is not a sentence: %q", grade, text)
		}
	}
}

// TestNoTextOutlivesWhatItDescribes finds texts of parameters, outcomes, units,
// mechanisms and groups that the model does not have any more.
func TestNoTextOutlivesWhatItDescribes(t *testing.T) {
	known := map[string]bool{}
	for _, row := range sim.NewTable().Rows() {
		known["param."+row.ID+".label"], known["param."+row.ID+".help"] = true, true
		known["group."+row.Group] = true
	}
	for _, info := range outcomes() {
		known["outcome."+info.ID+".label"], known["outcome."+info.ID+".help"] = true, true
	}
	for _, unit := range declaredUnits(t) {
		known["unit."+unit+".name"], known["unit."+unit+".short"] = true, true
	}
	for _, id := range mechanisms() {
		known["mechanism."+id+".label"], known["mechanism."+id+".help"] = true, true
	}
	for _, key := range assets.Keys() {
		family, _, _ := strings.Cut(key, ".")
		if slices.Contains([]string{"param", "outcome", "unit", "mechanism", "group"}, family) && !known[key] {
			t.Errorf("%s describes nothing that the model has; remove or rename it", key)
		}
	}
}

// TestWordsCoverTheirScale checks that every scale of words has one number for
// each word, in rising order, and no word twice.
func TestWordsCoverTheirScale(t *testing.T) {
	scales := 0
	for _, key := range assets.Keys() {
		scale, isScale := strings.CutSuffix(key, ".from")
		if !isScale || !strings.HasPrefix(key, "word.") {
			continue
		}
		scales++
		last := 0.0
		seen := map[string]bool{}
		fields := strings.Fields(assets.T(key))
		for i, field := range fields {
			from, err := strconv.ParseFloat(field, 64)
			if err != nil {
				t.Errorf("%s: %v", key, err)
			}
			if i > 0 && from <= last {
				t.Errorf("%s: %g does not rise above %g", key, from, last)
			}
			last = from
			word := scale + "." + strconv.Itoa(i+1)
			if !assets.Has(word) {
				t.Errorf("%s has a number for %s, which has no word", key, word)
			}
			if text := assets.T(word); seen[text] || utf8.RuneCountInString(text) > 18 {
				t.Errorf("%s = %q stands twice in its scale or is too long for a lever", word, text)
			}
			seen[assets.T(word)] = true
		}
		if extra := scale + "." + strconv.Itoa(len(fields)+1); len(fields) < 2 || assets.Has(extra) {
			t.Errorf("%s has %d numbers for another count of words", key, len(fields))
		}
	}
	if scales == 0 {
		t.Error("there is no scale of words")
	}
}

// TestWordsStartAtTheLowEnd checks that a lever at its minimum has a word.
func TestWordsStartAtTheLowEnd(t *testing.T) {
	table := sim.NewTable()
	for scale, id := range map[string]string{
		"maturity": "today.opportunity_management", "readiness": "today.infrastructure", "share": "rollout.pilot_share",
		"support": "rollout.support", "sponsor": "rollout.sponsor_top", "mandate": "rollout.mandate",
		"design":    "rollout.wiifm_design",
		"selection": "hiring.validity", "replace": "hiring.replace_rate", "improve": "product.fit",
		"raise": "process.raise_all", "waves": "rollout.waves", "combine": "complementarity.rho",
	} {
		row, ok := table.Lookup(id)
		if !ok {
			t.Errorf("there is no parameter %s for the words of word.%s", id, scale)
			continue
		}
		fields := strings.Fields(assets.T("word." + scale + ".from"))
		first, err := strconv.ParseFloat(fields[0], 64)
		if err != nil || first > row.Min {
			t.Errorf("word.%s starts at %v, above the minimum %g of %s", scale, fields[0], row.Min, id)
		}
		last, err := strconv.ParseFloat(fields[len(fields)-1], 64)
		if err != nil || last > row.Max {
			t.Errorf("word.%s ends at %v, which %s (at most %g) never reaches", scale, fields[len(fields)-1], id, row.Max)
		}
	}
}

func TestGlossary(t *testing.T) {
	terms := map[string]string{}
	for _, key := range assets.Keys() {
		rest, isEntry := strings.CutPrefix(key, "glossary.")
		if !isEntry {
			continue
		}
		slug, part, _ := strings.Cut(rest, ".")
		switch part {
		case "term":
			term := strings.ToLower(assets.T(key))
			if other := terms[term]; other != "" {
				t.Errorf("glossary entries %s and %s explain the same term", other, slug)
			}
			terms[term] = slug
			if !assets.Has("glossary." + slug + ".text") {
				t.Errorf("glossary entry %s has no text", slug)
			}
		case "text":
			if !assets.Has("glossary." + slug + ".term") {
				t.Errorf("glossary entry %s has no term", slug)
			}
			if text := assets.T(key); !isSentence(text) {
				t.Errorf("%s is not a sentence: %q", key, text)
			}
		default:
			t.Errorf("%s is neither the term nor the text of an entry", key)
		}
	}
	if len(terms) < 30 {
		t.Errorf("the glossary explains %d terms, fewer than 30", len(terms))
	}
}

// american lists spellings and web addresses that the model's texts do not use.
var american = regexp.MustCompile(`(?i)\b(behavior|labor|color|favor|center|organiz\w+|judgment|program|fulfill|skillful|learned|https?|www)\b`)

func TestModelTextsAreBritishAndClean(t *testing.T) {
	for _, key := range assets.Keys() {
		family, _, _ := strings.Cut(key, ".")
		if !slices.Contains([]string{"param", "outcome", "unit", "mechanism", "group", "word", "glossary"}, family) {
			continue
		}
		text := assets.T(key)
		if found := american.FindString(text); found != "" {
			t.Errorf("%s says %q: %q", key, found, text)
		}
		if text != strings.TrimSpace(text) || strings.Contains(text, "  ") || strings.Contains(text, "!") {
			t.Errorf("%s has stray spaces or an exclamation mark: %q", key, text)
		}
	}
}

// checkLabelAndHelp holds a label to a lever's width and sentence case, and a help
// to one to three whole sentences.
func checkLabelAndHelp(t *testing.T, key string) {
	t.Helper()
	if !assets.Has(key+".label") || !assets.Has(key+".help") {
		t.Errorf("%s lacks its label or its help", key)
		return
	}
	label, help := assets.T(key+".label"), assets.T(key+".help")
	if n := utf8.RuneCountInString(label); n > maxLabel {
		t.Errorf("%s.label = %q has %d characters; at most %d fit", key, label, n, maxLabel)
	}
	if first := label[:1]; first != strings.ToUpper(first) || strings.HasSuffix(label, ".") {
		t.Errorf("%s.label = %q is not in sentence case", key, label)
	}
	if !isSentence(help) {
		t.Errorf("%s.help is not a sentence with a full stop: %q", key, help)
	}
	if n := utf8.RuneCountInString(help); n > maxHelp {
		t.Errorf("%s.help has %d characters; at most %d are read", key, n, maxHelp)
	}
	if n := strings.Count(help, ". ") + 1; n > 4 {
		t.Errorf("%s.help has %d sentences; four at most", key, n)
	}
}

// isSentence reports whether a text starts like a sentence and ends with a full stop.
func isSentence(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(first)) == string(first) && strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "..")
}

func outcomes() []sim.OutcomeInfo {
	return append(sim.WeeklyInfo(), sim.TotalInfo()...)
}

// mechanisms returns the keys of the mechanism switches in a scenario file.
func mechanisms() []string {
	var ids []string
	fields := reflect.TypeOf(sim.Mechanisms{})
	for i := range fields.NumField() {
		ids = append(ids, fields.Field(i).Tag.Get("toml"))
	}
	return ids
}

// declaredUnits reads the constants of type Unit from sim's source, so that a unit
// that no row uses yet has its words too.
func declaredUnits(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../sim/params.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var units []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); !ok || kind.Name != "Unit" {
			return true
		}
		for _, value := range spec.Values {
			literal, ok := value.(*ast.BasicLit)
			if !ok {
				t.Fatalf("a unit of sim is not a plain string: %v", value)
			}
			unit, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			units = append(units, unit)
		}
		return true
	})
	if len(units) == 0 {
		t.Fatal("no unit was found in ../sim/params.go")
	}
	return units
}
