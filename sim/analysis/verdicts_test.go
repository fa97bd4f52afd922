package analysis_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

var update = flag.Bool("update", false, "write anew which lines hold")

// long skips what takes many futures in a short run, where the race detector
// makes them slow.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("many futures: run without -short")
	}
}

// TestVerdicts runs the fast set and holds every line to the verdict on record:
// what held must not fail unnoticed, and what comes to hold is to be recorded.
func TestVerdicts(t *testing.T) {
	long(t)
	var got strings.Builder
	_, err := analysis.Run(context.Background(), sim.NewEngine(), scenarios.Builtin, analysis.All(), analysis.Options{
		Done: func(o *analysis.Outcome) {
			// A rate that is stated must be near what a run of the set estimates.
			if stated := o.Check.FalseAlarm.Fast; o.FalseAlarm > 3*stated+1e-4 {
				t.Errorf("%s states a rate of false alarm of %g, the run estimates %g", o.Check.ID, stated, o.FalseAlarm)
			}
			for i := range o.Measured {
				m := &o.Measured[i]
				if m.Rule == analysis.Reported {
					continue
				}
				verdict := "holds"
				if !m.Holds {
					verdict = "FAILS"
				}
				fmt.Fprintf(&got, "%s %s %s\n", o.Check.ID, verdict, m.ID)
				t.Logf("%-4s %s %-30s %.5g, standard error %.2g, false alarm %.2g", o.Check.ID, verdict, m.ID, m.Value, m.SE, m.FalseAlarm)
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "verdicts.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got.String(), "\n") {
		if i >= len(before) || line != before[i] {
			t.Errorf("%q is not what is on record (go test ./sim/analysis -run Verdicts -update writes it anew)", line)
		}
	}
}

// TestSharedSimulationsRunOnce counts the futures that checks of one world ask for.
func TestSharedSimulationsRunOnce(t *testing.T) {
	checks, _ := analysis.Select(analysis.All(), []string{"B1", "B3", "B9", "C9"})
	for i, c := range checks {
		small := *c
		small.Runs = analysis.Runs{Fast: 6, Full: 6}
		checks[i] = &small
	}
	most, calls := 0, 0
	outcomes, err := analysis.Run(context.Background(), sim.NewEngine(), scenarios.Builtin, checks, analysis.Options{
		Progress: func(done, all int) {
			if calls++; all != 6 || done < most || done > all {
				t.Errorf("%d of %d futures", done, all)
			}
			most = done
		},
	})
	if err != nil || len(outcomes) != 4 || most != 6 {
		t.Errorf("%d outcomes after %d futures: %v", len(outcomes), most, err)
	}
}

// TestSeedsAndStops runs a check on another seed, and stops before the second.
func TestSeedsAndStops(t *testing.T) {
	checks, _ := analysis.Select(analysis.All(), []string{"B15", "B17"})
	seed := uint64(77)
	ctx, cancel := context.WithCancel(context.Background())
	outcomes, err := analysis.Run(ctx, sim.NewEngine(), scenarios.Builtin, checks, analysis.Options{
		Seed: &seed, Done: func(*analysis.Outcome) { cancel() },
	})
	if !errors.Is(err, context.Canceled) || len(outcomes) != 1 || outcomes[0].Seed != 77 {
		t.Errorf("%d outcomes, %v", len(outcomes), err)
	}
}

// TestFaultsNameTheCheck hands in a world that cannot be simulated.
func TestFaultsNameTheCheck(t *testing.T) {
	checks, _ := analysis.Select(analysis.All(), []string{"B17"})
	_, err := analysis.Run(context.Background(), sim.NewEngine(), func(string) (*sim.Scenario, error) {
		return &sim.Scenario{}, nil
	}, checks, analysis.Options{})
	if err == nil || !strings.Contains(err.Error(), "B17") {
		t.Errorf("an empty world gives %v", err)
	}
}
