package analysis_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

func TestPrint(t *testing.T) {
	checks := analysis.All()
	if only := os.Getenv("ONLY"); only != "" {
		checks, _ = analysis.Select(checks, strings.Split(only, ","))
	}
	begun := time.Now()
	_, err := analysis.Run(context.Background(), sim.NewEngine(), scenarios.Builtin, checks, analysis.Options{
		Full: os.Getenv("FULL") != "",
		Done: func(o *analysis.Outcome) {
			t.Logf("%s %v %.1f s alarm %.4f", o.Check.ID, o.Holds, o.Seconds, o.FalseAlarm)
			for _, m := range o.Measured {
				t.Logf("   %-5v %-32s %10.5g +- %8.3g judged %10.5g [%g %g] %s", m.Holds, m.ID, m.Value, m.SE, m.Judged, m.Low, m.High, m.Rule)
			}
		},
	})
	t.Log(time.Since(begun))
	if err != nil {
		t.Fatal(err)
	}
}
