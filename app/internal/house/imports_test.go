package house

import (
	"fmt"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "threep"

// A room is a folder with one task.
type room struct {
	path string
	// alone is set where the folders below are rooms of their own.
	alone bool
	// imports are the rooms it may import besides itself.
	imports []string
	// toolkit is set where Fyne may be imported, plotting where gonum/plot may.
	toolkit, plotting bool
	// lean is set where nothing but the standard library, Fyne and ours may be imported.
	lean bool
}

// The arrows of the house, which run one way. A new room needs a line here.
var (
	model = []string{
		"sim", "sim/analysis", "scenarios", "assets", "app/internal/about", "app/internal/format", "app/internal/verdict",
		"app/internal/evidence", "app/internal/studies",
	}
	rooms = []room{
		{path: "sim", imports: []string{}},
		{path: "sim/analysis", imports: []string{"sim"}},
		{path: "scenarios", imports: []string{"sim", "assets"}},
		{path: "assets"},
		{path: "app/internal/about"},
		{path: "app/internal/format", imports: []string{"sim", "assets"}},
		{path: "app/internal/verdict", imports: []string{"sim", "assets", "app/internal/format"}},
		{path: "app/internal/evidence", imports: model},
		{path: "app/internal/studies", imports: []string{"sim", "sim/analysis", "assets", "app/internal/format"}},
		{path: "app/internal/reference", imports: model},
		{path: "app/internal/state", imports: model},
		{path: "app/internal/runner", imports: model},
		{path: "app/internal/chart", imports: model, plotting: true},
		{path: "app/internal/report", imports: with(model, "app/internal/chart"), plotting: true},
		{path: "app/internal/widgets", imports: []string{"assets"}, toolkit: true, lean: true},
		{path: "app/internal/ui", imports: with(model, appRooms...), toolkit: true},
		{path: "app/internal/house"},
		{path: "app/simrun", imports: with(model, "app/internal/chart", "app/internal/report", "app/internal/reference", "app/internal/runner", "app/internal/state")},
		{path: "app", alone: true, imports: with(model, append(appRooms, "app/internal/ui")...), toolkit: true},
	}
	appRooms = []string{
		"app/internal/state", "app/internal/runner", "app/internal/chart",
		"app/internal/report", "app/internal/reference", "app/internal/widgets",
	}
)

func with(rooms []string, more ...string) []string {
	return append(slices.Clone(rooms), more...)
}

// roomOf finds the room of a folder: the one with the longest path that holds it.
func roomOf(folder string) (room, bool) {
	var found room
	for _, r := range rooms {
		inside := folder == r.path || !r.alone && strings.HasPrefix(folder, r.path+"/")
		if inside && len(r.path) > len(found.path) {
			found = r
		}
	}
	return found, found.path != ""
}

// forbidden says what is wrong with a file importing a package, or nothing. Tests may
// import what they need to, except where a room has to be free of toolkit or plotting.
func forbidden(file, imported string) string {
	here, known := roomOf(path.Dir(file))
	if !known {
		return "belongs to no room; give its folder a line in the table of rooms"
	}
	isTest := strings.HasSuffix(file, "_test.go")
	within := func(tree string) bool { return imported == tree || strings.HasPrefix(imported, tree+"/") }
	pure := slices.Contains([]string{"sim", "sim/analysis", "scenarios"}, here.path)

	if within("fyne.io/fyne/v2/app") && here.path != "app" {
		return "only app may import the driver of the window, which needs cgo"
	}
	if within("fyne.io") && !here.toolkit && (pure || !isTest) {
		return "this room is free of Fyne"
	}
	if (within("gonum.org/v1/plot") || within("git.sr.ht/~sbinet/gg")) && !here.plotting && (pure || !isTest) {
		return "plotting belongs in app/internal/chart"
	}
	if isTest {
		return ""
	}

	switch {
	case imported == "C":
		return "our own code is free of cgo, so that all but app builds without a C compiler"
	case imported == "net" || within("net/http") || within("net/rpc"):
		return "the program opens no connection"
	case imported == "testing" || within("testing") || within("fyne.io/fyne/v2/test") || within("pgregory.net/rapid"):
		return "only tests import test libraries"
	}
	if folder, ours := strings.CutPrefix(imported, module+"/"); ours {
		there, known := roomOf(folder)
		if !known {
			return "leads to no known room; give its folder a line in the table of rooms"
		}
		if there.path != here.path && !slices.Contains(here.imports, there.path) {
			return fmt.Sprintf("%s may import %v of ours", here.path, here.imports)
		}
		return ""
	}
	standard := !strings.Contains(strings.Split(imported, "/")[0], ".")
	if here.lean && !standard && !within("fyne.io/fyne/v2") {
		return "this room keeps to Fyne and the standard library"
	}
	return ""
}

// importsOf returns the import paths of a Go source.
func importsOf(name string, source []byte) ([]string, error) {
	parsed, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		paths = append(paths, imported)
	}
	return paths, nil
}

func TestArrowsRunOneWay(t *testing.T) {
	for _, name := range goFiles(t) {
		imports, err := importsOf(name, readTreeFile(t, name))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, imported := range imports {
			if fault := forbidden(name, imported); fault != "" {
				t.Errorf("%s imports %s: %s", name, imported, fault)
			}
		}
	}
}

// TestForbiddenArrowsAreSeen plants arrows of every kind.
func TestForbiddenArrowsAreSeen(t *testing.T) {
	for _, c := range []struct {
		file, imported string
		want           bool
	}{
		{"sim/step.go", "threep/sim/internal/random", false},
		{"sim/internal/random/random.go", "threep/sim/internal/numeric", false},
		{"sim/step.go", "threep/assets", true},
		{"sim/step.go", "threep/scenarios", true},
		{"sim/step.go", "threep/sim/analysis", true},
		{"sim/step.go", "gonum.org/v1/plot/plotter", true},
		{"sim/step_test.go", "gonum.org/v1/plot", true},
		{"sim/step_test.go", "pgregory.net/rapid", false},
		{"sim/step.go", "pgregory.net/rapid", true},
		{"sim/analysis/tornado.go", "threep/sim", false},
		{"sim/analysis/tornado.go", "threep/scenarios", true},
		{"scenarios/load.go", "threep/sim", false},
		{"scenarios/load_test.go", "fyne.io/fyne/v2/test", true},
		{"scenarios/load.go", "threep/app/internal/state", true},
		{"assets/texts.go", "threep/sim", true},
		{"assets/texts.go", "fyne.io/fyne/v2", true},
		{"app/internal/state/undo.go", "threep/scenarios", false},
		{"app/internal/state/undo.go", "fyne.io/fyne/v2", true},
		{"app/internal/state/undo.go", "threep/app/internal/runner", true},
		{"app/internal/runner/runner.go", "gonum.org/v1/plot", true},
		{"app/internal/chart/fan.go", "gonum.org/v1/plot", false},
		{"app/internal/chart/fan.go", "fyne.io/fyne/v2/theme", true},
		{"app/internal/report/csv.go", "threep/app/internal/chart", false},
		{"app/internal/report/csv.go", "threep/app/internal/ui", true},
		{"app/internal/widgets/slider.go", "fyne.io/fyne/v2/widget", false},
		{"app/internal/widgets/slider.go", "threep/sim", true},
		{"app/internal/widgets/slider.go", "gonum.org/v1/gonum/stat", true},
		{"app/internal/ui/main.go", "threep/app/internal/widgets", false},
		{"app/internal/ui/main.go", "fyne.io/fyne/v2/app", true},
		{"app/internal/ui/main_test.go", "fyne.io/fyne/v2/app", true},
		{"app/internal/ui/main_test.go", "fyne.io/fyne/v2/test", false},
		{"app/internal/ui/main.go", "fyne.io/fyne/v2/test", true},
		{"app/internal/ui/main.go", "net/http", true},
		{"app/internal/ui/main.go", "net/url", false},
		{"app/main.go", "fyne.io/fyne/v2/app", false},
		{"app/main.go", "threep/app/internal/ui", false},
		{"app/main.go", "C", true},
		{"app/simrun/main.go", "threep/app/internal/report", false},
		{"app/simrun/main.go", "threep/app/internal/ui", true},
		{"app/simrun/main.go", "fyne.io/fyne/v2", true},
		{"app/internal/unheard/of.go", "fmt", true},
		{"app/main.go", "threep/app/internal/unheard", true},
	} {
		if got := forbidden(c.file, c.imported); (got != "") != c.want {
			t.Errorf("%s imports %s: fault %q, want one: %v", c.file, c.imported, got, c.want)
		}
	}
}
