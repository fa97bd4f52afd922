package sim

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// allowedMath are the functions of math that give the same bits everywhere.
var allowedMath = map[string]bool{
	"Sqrt": true, "Floor": true, "Ceil": true, "Round": true, "Abs": true, "NaN": true, "Inf": true, "IsNaN": true, "IsInf": true,
	"Float64bits": true, "Float64frombits": true, "Ln2": true, "Sqrt2": true, "MaxInt32": true, "MaxInt": true, "Pi": true,
}

// TestNothingThatDiffersByProcessor holds production code under sim to the rules
// of the numeric package: none of math's functions that have assembly of their
// own, and no float product that the compiler might fuse with a sum.
func TestNothingThatDiffersByProcessor(t *testing.T) {
	for _, dir := range []string{".", "internal/numeric", "internal/random", "internal/vector"} {
		for _, fault := range floatFaults(t, dir) {
			t.Error(fault)
		}
	}
}

// TestFloatRulesCatchOffences shows that the rules above can fail.
func TestFloatRulesCatchOffences(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.go", `package a
import "math"
func f(x, y, z float64) float64 { return x*y + z }
func g(x, y float64) float64 { return x * y }
func h(x, y float64) float64 { x *= y; return math.Exp(x) }
func ok(x, y, z float64) float64 { return float64(x*y)/z + float64(x*y*z) + math.Sqrt(x) }
func whole(i, j int) int { i *= j; return i*j + 1 }
`)
	if faults := floatFaults(t, dir); len(faults) != 4 {
		t.Errorf("found %d offences, want 4: %s", len(faults), strings.Join(faults, "; "))
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func floatFaults(t *testing.T, dir string) []string {
	t.Helper()
	fset := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: importer.ForCompiler(fset, "source", nil), Error: func(error) {}}
	_, _ = config.Check(dir, fset, files, info)
	var faults []string
	for _, f := range files {
		parents := map[ast.Node]ast.Node{}
		var stack []ast.Node
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil {
				stack = stack[:len(stack)-1]
				return true
			}
			if len(stack) > 0 {
				parents[n] = stack[len(stack)-1]
			}
			stack = append(stack, n)
			if why := floatFault(n, parents, info); why != "" {
				faults = append(faults, fset.Position(n.Pos()).String()+": "+why)
			}
			return true
		})
	}
	return faults
}

func floatFault(n ast.Node, parents map[ast.Node]ast.Node, info *types.Info) string {
	switch n := n.(type) {
	case *ast.SelectorExpr:
		if p, ok := n.X.(*ast.Ident); ok {
			if pkg, ok := info.Uses[p].(*types.PkgName); ok && pkg.Imported().Path() == "math" && !allowedMath[n.Sel.Name] {
				return "math." + n.Sel.Name + " may differ by processor; use the numeric package"
			}
		}
	case *ast.AssignStmt:
		if n.Tok == token.MUL_ASSIGN && isFloat(info, n.Lhs[0]) {
			return "x *= y may be fused with a later sum; write x = float64(x * y)"
		}
	case *ast.BinaryExpr:
		if n.Op != token.MUL || !isFloat(info, n) || info.Types[n].Value != nil {
			return ""
		}
		parent := parents[n]
		for {
			p, ok := parent.(*ast.ParenExpr)
			if !ok {
				break
			}
			parent = parents[p]
		}
		switch p := parent.(type) {
		case *ast.BinaryExpr:
			if p.Op == token.MUL || p.Op == token.QUO || p.Op == token.LSS || p.Op == token.GTR || p.Op == token.LEQ || p.Op == token.GEQ {
				return ""
			}
		case *ast.CallExpr:
			if id, ok := p.Fun.(*ast.Ident); ok && id.Name == "float64" {
				return ""
			}
		}
		return "a float product may be fused with a sum; wrap it in float64(...)"
	}
	return ""
}

func isFloat(info *types.Info, e ast.Expr) bool {
	t, ok := info.Types[e]
	if !ok || t.Type == nil {
		return false
	}
	b, ok := t.Type.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0
}
