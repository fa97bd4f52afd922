package sim_test

import (
	"context"
	"fmt"
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

// BenchmarkSeats shows that cost grows in proportion: one future of the default
// scenario in organisations of all sizes, solving apart.
func BenchmarkSeats(b *testing.B) {
	for _, seats := range []float64{100, 1000, 10000, 100000} {
		b.Run(fmt.Sprint(seats), func(b *testing.B) {
			s := scenarios.Default()
			s.Organisation.Seats = seats
			e := sim.NewEngine()
			small := s.Clone()
			small.Organisation.Seats = 8
			if _, err := e.Run(context.Background(), small, sim.Options{Runs: 1, Seed: 1}); err != nil {
				b.Fatal(err) // solves, and keeps the solution
			}
			b.ResetTimer()
			for i := 0; i < b.N; i++ {
				if _, err := e.Run(context.Background(), s, sim.Options{Runs: 1, Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
			weeks := 52 + 2*s.Organisation.HorizonWeeks
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(seats*weeks), "ns/rep-week")
		})
	}
}

// BenchmarkFirstFutures is what the first picture after a moved lever waits for:
// eight futures of a decision (the people are solved already), and of an
// assumption that asks for new people.
func BenchmarkFirstFutures(b *testing.B) {
	e := sim.NewEngine()
	s := scenarios.Default()
	first := func(b *testing.B, move func(i int)) {
		for i := 0; i < b.N; i++ {
			move(i)
			if _, err := e.Run(context.Background(), s, sim.Options{Runs: 8, Seed: 1}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("decision", func(b *testing.B) { first(b, func(i int) { s.Decisions.Training.Hours = float64(i % 100) }) })
	b.Run("assumption", func(b *testing.B) {
		first(b, func(i int) { s.Assumptions.People.UnqualifiedShare = .2 + .0001*float64(i) })
	})
}
