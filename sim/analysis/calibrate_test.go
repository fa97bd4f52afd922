package analysis

import (
	"context"
	"math"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

func committedCalibration(t *testing.T) Calibration {
	t.Helper()
	c, err := CommittedCalibration()
	if err != nil {
		t.Fatal(err)
	}
	return *c
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
			if r.Check != want.Check || r.Line != want.Line || math.Abs(r.Residual-want.Residual) > 1e-6 || r.Basis != want.Basis || r.Finding != want.Finding {
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
	lost := &Stage{ID: "lost", Targets: []Target{{Check: "B2", Line: "no such line", Aim: 1, Scale: 1}}, Runs: 2}
	if _, err := c.residuals(lost); err == nil {
		t.Error("a target that no check measures was fitted")
	}
}

// TestAimsSayWhatTheyRestOn holds every aim that is called published to a figure of
// the register within its scale, and every other to a finding that has none for it.
func TestAimsSayWhatTheyRestOn(t *testing.T) {
	published := 0
	for _, stage := range Stages() {
		for _, x := range stage.Targets {
			f, ok := sim.LookupFinding(x.Finding)
			if !ok {
				t.Errorf("%s %s rests on %q, which the register does not list", x.Check, x.Line, x.Finding)
				continue
			}
			low, high := f.Low, f.High
			switch x.Basis {
			case Published:
				published++
				if !f.HasFigure() || x.Aim < low-x.Scale || x.Aim > high+x.Scale {
					t.Errorf("%s %s aims at %g +- %g, the finding %s has %g to %g", x.Check, x.Line, x.Aim, x.Scale, f.ID, low, high)
				}
			case Uncorrected:
				if x.Aim < .7*low || x.Aim > .8*high {
					t.Errorf("%s %s aims at %g, the finding %s has %g to %g with corrections", x.Check, x.Line, x.Aim, f.ID, low, high)
				}
			case Judged:
				if f.HasFigure() && f.Unit != sim.UnitMonths {
					t.Errorf("%s %s is a judgement, but %s has the figure %g to %g", x.Check, x.Line, f.ID, low, high)
				}
			default:
				t.Errorf("%s %s has the basis %q", x.Check, x.Line, x.Basis)
			}
		}
	}
	if published == 0 {
		t.Error("no aim is published")
	}
}

// TestHandSetConstantsAreAsListed holds the list of what was set by hand to the
// defaults, to checks that exist, and to constants that nothing fits.
func TestHandSetConstantsAreAsListed(t *testing.T) {
	table, fitted, checks := sim.NewTable(), map[string]bool{}, map[string]bool{}
	for _, stage := range Stages() {
		for _, f := range stage.Free {
			fitted[f.ID] = true
		}
	}
	for _, c := range All() {
		checks[c.ID] = true
	}
	catalogue := scenarios.Default().Catalogue
	for _, h := range HandSets() {
		value := math.NaN()
		if p, ok := table.Lookup(h.ID); ok {
			value = p.Default
		} else {
			for i := range catalogue.Tools {
				k := &catalogue.Tools[i]
				for id, v := range map[string]float64{
					"wiifm_hours": k.WIIFMHours, "selling_time": k.Effects.SellingTime, "creation": k.Effects.Creation,
					"win": k.Effects.Win, "no_decision": k.Effects.NoDecision, "cycle": k.Effects.Cycle,
				} {
					if h.ID == "tool."+k.ID+"."+id {
						value = v
					}
				}
			}
		}
		if value != h.Value || h.Before == h.Value || fitted[h.ID] || len(h.Checks) == 0 {
			t.Errorf("%+v is not what is shipped: %g", h, value)
		}
		for _, id := range h.Checks {
			if !checks[id] {
				t.Errorf("%s was set for %s, which is no check", h.ID, id)
			}
		}
	}
}
