package house

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"threep/assets"
)

// lookUpFaults lists the look-ups of a source whose key, as far as it is written out,
// has no text, or whose arguments are not as many as its text has verbs.
func lookUpFaults(name string, source any, text func(key string) (string, bool)) ([]string, error) {
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, name, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var faults []string
	ast.Inspect(parsed, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok || receiver(call) != "assets" || len(call.Args) == 0 {
			return true
		}
		literal, ok := call.Args[0].(*ast.BasicLit)
		if !ok || selector(call) != "T" && selector(call) != "F" {
			return true
		}
		key, err := strconv.Unquote(literal.Value)
		if err != nil {
			return true
		}
		place := files.Position(literal.Pos())
		found, ok := text(key)
		switch {
		case !ok:
			faults = append(faults, fmt.Sprintf("%s: there is no text %q; add it to assets/texts", place, key))
		case selector(call) == "F" && !call.Ellipsis.IsValid():
			if want, got := verbsOf(found), len(call.Args)-1; want != got {
				faults = append(faults, fmt.Sprintf("%s: %q has %d verbs and is given %d arguments", place, key, want, got))
			}
		}
		return true
	})
	return faults, nil
}

// verbsOf counts the arguments that a text of fmt takes.
func verbsOf(text string) int {
	index := regexp.MustCompile(`\[(\d+)\]`)
	count, highest := 0, 0
	for _, found := range verb.FindAllString(text, -1) {
		if strings.HasSuffix(found, "%") {
			continue
		}
		count++
		if at := index.FindStringSubmatch(found); at != nil {
			n, _ := strconv.Atoi(at[1])
			highest = max(highest, n)
		}
	}
	if highest > 0 {
		return highest
	}
	return count
}

func TestEveryKeyInCodeHasItsText(t *testing.T) {
	known := func(key string) (string, bool) { return assets.T(key), assets.Has(key) }
	for _, name := range goFiles(t) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		faults, err := lookUpFaults(name, readTreeFile(t, name), known)
		if err != nil {
			t.Error(err)
		}
		for _, fault := range faults {
			t.Error(fault)
		}
	}
}

func TestLookUpFaultsAreSeen(t *testing.T) {
	texts := map[string]string{"plain": "Runs", "two": "%d of %.1f %%", "swapped": "%[2]s before %[1]s"}
	known := func(key string) (string, bool) { text, ok := texts[key]; return text, ok }
	for code, want := range map[string]int{
		`assets.T("plain")`:           0,
		`assets.F("two", 1, 2)`:       0,
		`assets.F("swapped", a, b)`:   0,
		`assets.F("two", values...)`:  0,
		`assets.T("param." + id)`:     0,
		`assets.T("absent")`:          1,
		`assets.F("absent", 1)`:       1,
		`assets.F("two", 1)`:          1,
		`assets.F("plain", 1)`:        1,
		`x(assets.T("a"), y("b"), z)`: 1,
	} {
		faults, err := lookUpFaults("planted.go", "package p\nfunc f() {\n"+code+"\n}\n", known)
		if err != nil {
			t.Fatal(err)
		}
		if len(faults) != want {
			t.Errorf("%s: %d faults %v, want %d", code, len(faults), faults, want)
		}
	}
}
