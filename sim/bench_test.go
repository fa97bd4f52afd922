package sim_test

import (
	"context"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// BenchmarkThousandFutures is the speed that the program promises: 1,000 pairs
// of scenario and baseline of the default organisation, shared burn-in, all
// processes on, solving included on the first pass.
func BenchmarkThousandFutures(b *testing.B) {
	s := scenarios.Default()
	for i := 0; i < b.N; i++ {
		e := sim.NewEngine()
		if _, err := e.Run(context.Background(), s, sim.Options{Runs: 1000, Seed: 1}); err != nil {
			b.Fatal(err)
		}
	}
	seats, weeks := s.Organisation.Seats, 52+2*s.Organisation.HorizonWeeks
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(1000*seats*weeks), "ns/rep-week")
}
