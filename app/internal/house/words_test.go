package house

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// speaking are the rooms whose strings reach a user. They look words up in assets.
var speaking = []string{
	"app", "app/simrun", "app/internal/ui", "app/internal/widgets", "app/internal/chart", "app/internal/format",
	"app/internal/verdict", "app/internal/evidence", "app/internal/reference", "app/internal/studies",
}

// A call with one of these selectors puts its strings on the screen.
var (
	toolkitPackages = []string{"widget", "container", "dialog", "canvas", "fyne", "widgets"}
	toolkitCall     = regexp.MustCompile(`^(New|Show)`)
	methodCall      = regexp.MustCompile(`^(Set(Text|Title|SubTitle|PlaceHolder|DismissText|ConfirmText|Label|Message|Tooltip)|NewWindow|ParseMarkdown|AppendMarkdown)$`)
	// quiet are the constructors whose strings name a resource or a file.
	quiet = regexp.MustCompile(`^(NewStaticResource|NewImageFrom.*|LoadResource.*|NewExtensionFileFilter|NewMimeTypeFileFilter)$`)
)

// shownFields are the fields of toolkit structs that are put on the screen.
var shownFields = []string{
	"Text", "PlaceHolder", "Title", "SubTitle", "Subtitle", "Label", "HintText",
	"Message", "Description", "Tooltip", "Help", "Caption",
}

// A verb of fmt is not a word; two words in a row are a sentence wherever they stand.
var (
	verb     = regexp.MustCompile(`%[-+# 0]*(\[\d+\])?[\d*]*(\.[\d*]+)?[a-zA-Z%]`)
	sentence = regexp.MustCompile(`\p{L}\p{L}+,? \p{L}\p{L}+`)
)

// literalWords lists the words that a source shows to a user without looking them up.
func literalWords(name string, source any) ([]string, error) {
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, name, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	found := make(map[*ast.BasicLit]bool)
	ast.Inspect(parsed, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			// A struct tag is for decoders.
			if node.Tag != nil {
				node.Tag.Value = "``"
			}
		case *ast.CallExpr:
			if quietCall(node) {
				return false
			}
			if shows(node) {
				for _, argument := range node.Args {
					collect(argument, hasLetter, found)
				}
			}
		case *ast.KeyValueExpr:
			if key, ok := node.Key.(*ast.Ident); ok && slices.Contains(shownFields, key.Name) {
				collect(node.Value, hasLetter, found)
			}
		case *ast.AssignStmt:
			for i, target := range node.Lhs {
				field, ok := target.(*ast.SelectorExpr)
				if ok && slices.Contains(shownFields, field.Sel.Name) && i < len(node.Rhs) {
					collect(node.Rhs[i], hasLetter, found)
				}
			}
		case *ast.BasicLit:
			collect(node, sentence.MatchString, found)
		}
		return true
	})
	literals := make([]*ast.BasicLit, 0, len(found))
	for literal := range found {
		literals = append(literals, literal)
	}
	slices.SortFunc(literals, func(a, b *ast.BasicLit) int { return int(a.Pos() - b.Pos()) })
	faults := make([]string, len(literals))
	for i, literal := range literals {
		faults[i] = fmt.Sprintf("%s: %s", files.Position(literal.Pos()), literal.Value)
	}
	return faults, nil
}

// collect finds the literals of an expression that a user would read: not those in
// look-ups and other calls, nor in functions that run later and are read on their own.
func collect(expression ast.Expr, counts func(string) bool, found map[*ast.BasicLit]bool) {
	ast.Inspect(expression, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncLit, *ast.IndexExpr:
			return false
		case *ast.CallExpr:
			return selector(node) == "Sprintf" || selector(node) == "Sprint" || selector(node) == "append"
		case *ast.KeyValueExpr:
			collect(node.Value, counts, found)
			return false
		case *ast.BasicLit:
			if node.Kind == token.STRING {
				if text, err := strconv.Unquote(node.Value); err == nil && counts(text) {
					found[node] = true
				}
			}
		}
		return true
	})
}

func hasLetter(text string) bool {
	return strings.ContainsFunc(verb.ReplaceAllString(text, ""), unicode.IsLetter)
}

// selector returns the last name of what is called.
func selector(call *ast.CallExpr) string {
	switch function := call.Fun.(type) {
	case *ast.SelectorExpr:
		return function.Sel.Name
	case *ast.Ident:
		return function.Name
	}
	return ""
}

// receiver returns the name before the dot of what is called, if it is a plain name.
func receiver(call *ast.CallExpr) string {
	if function, ok := call.Fun.(*ast.SelectorExpr); ok {
		if name, ok := function.X.(*ast.Ident); ok {
			return name.Name
		}
	}
	return ""
}

func shows(call *ast.CallExpr) bool {
	name := selector(call)
	return methodCall.MatchString(name) ||
		slices.Contains(toolkitPackages, receiver(call)) && toolkitCall.MatchString(name)
}

// quietCall reports whether the strings of a call are for programmers: keys of
// look-ups, errors that are wrapped, log lines, names of files and resources.
func quietCall(call *ast.CallExpr) bool {
	name := selector(call)
	switch receiver(call) {
	case "assets", "errors", "slog", "log", "logger", "regexp":
		return true
	case "fmt":
		return name == "Errorf"
	}
	return name == "panic" || quiet.MatchString(name)
}

func TestViewsLookTheirWordsUp(t *testing.T) {
	for _, name := range goFiles(t) {
		if !slices.Contains(speaking, path.Dir(name)) || strings.HasSuffix(name, "_test.go") {
			continue
		}
		faults, err := literalWords(name, readTreeFile(t, name))
		if err != nil {
			t.Error(err)
		}
		for _, fault := range faults {
			t.Errorf("%s is shown as it stands; give it a key in assets/texts and look it up", fault)
		}
	}
}

func TestLiteralWordsAreSeen(t *testing.T) {
	const frame = "package ui\nimport \"fyne.io/fyne/v2/widget\"\nfunc f() {\n%s\n}\n"
	for _, c := range []struct {
		code string
		want int
	}{
		{`widget.NewLabel("Revenue")`, 1},
		{`widget.NewLabel("run " + name)`, 1},
		{`widget.NewLabel(fmt.Sprintf("%d weeks", n))`, 1},
		{`widget.NewButtonWithIcon("Go", icon, func() {})`, 1},
		{`widget.NewSelect([]string{"Mean", "Median"}, nil)`, 2},
		{`container.NewTabItem("People", page)`, 1},
		{`dialog.ShowInformation("Saved", "ok", w)`, 2},
		{`fyne.NewMenuItem("Open", func() { label.SetText("done") })`, 2},
		{`label.SetText("done")`, 1},
		{`entry.PlaceHolder = "name"`, 1},
		{`_ = &widget.Card{Title: "Money"}`, 1},
		{`_ = widget.FormItem{Text: "Quota", HintText: T("hint")}`, 1},
		{`w := a.NewWindow("Sales")`, 1},
		{`line := "two words"`, 1},
		{`fmt.Fprintln(os.Stderr, "no display found")`, 1},

		{`widget.NewLabel("")`, 0},
		{`widget.NewLabel("–")`, 0},
		{`widget.NewLabel(assets.T("page.title"))`, 0},
		{`widget.NewLabel(fmt.Sprintf("%.1f %%", x))`, 0},
		{`widget.NewLabel(fmt.Sprintf("%s: %s", assets.T("a b"), v))`, 0},
		{`widget.NewLabel(names["mean"])`, 0},
		{`label.SetText(word("done"))`, 0},
		{`return fmt.Errorf("read the theme: %w", err)`, 0},
		{`slog.Info("window was shown", "width", 3)`, 0},
		{`fyne.NewStaticResource("icon.png", assets.Icon())`, 0},
		{`type row struct { Name string ` + "`json:\"name of it\"`" + ` }`, 0},
		{`key := "page.title"`, 0},
		{`format := "%d %s"`, 0},
	} {
		faults, err := literalWords("planted.go", fmt.Sprintf(frame, c.code))
		if err != nil {
			t.Fatal(err)
		}
		if len(faults) != c.want {
			t.Errorf("%s: %d faults %v, want %d", c.code, len(faults), faults, c.want)
		}
	}
}
