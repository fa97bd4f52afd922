package analysis

import (
	"context"
	"math"
	"os"
	"testing"

	toml "github.com/pelletier/go-toml/v2"

	"threep/scenarios"
	"threep/sim"
)

func committedCalibration(t *testing.T) Calibration {
	t.Helper()
	text, err := os.ReadFile("calibration.toml")
	if err != nil {
		t.Fatal(err)
	}
	var c Calibration
	if err := toml.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// The shipped defaults are those that the committed calibration found, from the
// priors and ranges that stand in the code.
func TestShippedDefaultsAreTheCalibrated(t *testing.T) {
	c := committedCalibration(t)
	stages, table := Stages(), sim.NewTable()
	if len(c.Stages) != len(stages) {
		t.Fatalf("the file has %d stages, the code %d", len(c.Stages), len(stages))
	}
	for i, stage := range stages {
		got := c.Stages[i]
		if got.Stage != stage.ID || got.Seed != calibrationSeed || got.Runs != stage.Runs || len(got.Constants) != len(stage.Free) {
			t.Errorf("stage %s is not the file's %+v", stage.ID, got)
			continue
		}
		for k, f := range stage.Free {
			x := got.Constants[k]
			p, ok := table.Lookup(f.ID)
			if !ok || x.ID != f.ID || x.Prior != f.Prior || x.Low != p.Low || x.High != p.High {
				t.Errorf("%s: prior or range is not the file's %+v", f.ID, x)
				continue
			}
			if math.Abs(x.Result-p.Default) > 1e-9 || x.Result < p.Low || x.Result > p.High {
				t.Errorf("%s is shipped as %g, calibrated as %g within %g to %g", f.ID, p.Default, x.Result, p.Low, p.High)
			}
		}
	}
}

// At the shipped defaults every target is missed by what the file says, and none
// by more than twice its scale.
func TestResidualsAtTheShippedDefaults(t *testing.T) {
	c := committedCalibration(t)
	for i, stage := range Stages() {
		if testing.Short() && i > 0 {
			t.Skip("many futures: run without -short")
		}
		residuals, err := Residuals(context.Background(), scenarios.Builtin, 0, &stage)
		if err != nil {
			t.Fatal(err)
		}
		for k, r := range residuals {
			want := c.Stages[i].Residuals[k]
			t.Logf("%s %s: %.4g, aim %.4g, missed by %+.2f scales", r.Check, r.Line, r.Value, r.Aim, r.Residual)
			if r.Check != want.Check || r.Line != want.Line || math.Abs(r.Residual-want.Residual) > 1e-6 {
				t.Errorf("%s %s is missed by %g scales, the file says %+v", r.Check, r.Line, r.Residual, want)
			}
			if math.Abs(r.Residual) > 2 {
				t.Errorf("%s %s is %.4g, aim %.4g: missed by %+.2f scales", r.Check, r.Line, r.Value, r.Aim, r.Residual)
			}
		}
	}
}

// Calibration moves what it may and finds a better place; a target that nothing
// moves or that no check measures is an error, not a result.
func TestCalibrationRefusesWhatItCannotDo(t *testing.T) {
	c := &calibration{ctx: context.Background(), look: scenarios.Builtin, table: sim.NewTable(), values: map[string]float64{}}
	fixed := &Stage{ID: "fixed", Free: []Free{{"skill.today", .6}}, Runs: 2, Evals: 2}
	if _, err := c.fit(fixed, nil); err == nil {
		t.Error("a constant without a range was moved")
	}
	lost := &Stage{ID: "lost", Targets: []Target{{"B2", "no such line", 1, 1}}, Runs: 2}
	if _, err := c.residuals(lost); err == nil {
		t.Error("a target that no check measures was fitted")
	}
}
