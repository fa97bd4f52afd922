package sim

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"
)

// TestScheduleIsWhatRuns holds the list of steps to the calls that the compiler sees in
// step, in their order, and to which of them stand in the loop over teams.
func TestScheduleIsWhatRuns(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "schedule.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var calls []Step
	var read func(n ast.Node, team bool)
	read = func(n ast.Node, team bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.RangeStmt:
				read(n.Body, true)
				return false
			case *ast.CallExpr:
				f, ok := n.Fun.(*ast.SelectorExpr)
				if !ok {
					break
				}
				// Looking whether the run is stopped and turning to a team are no processes of
				// the week.
				if on, ok := f.X.(*ast.Ident); ok && on.Name == "w" && f.Sel.Name != "halted" && f.Sel.Name != "turnTo" {
					calls = append(calls, Step{f.Sel.Name, team})
				}
			}
			return true
		})
	}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "step" {
			read(f.Body, false)
		}
	}
	if steps := Schedule(); len(steps) < 20 || !slices.Equal(steps, calls) {
		t.Errorf("the list of steps is\n%v\nand what runs is\n%v", steps, calls)
	}
}
