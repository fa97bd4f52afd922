package runner

import (
	"math"
	"sort"
	"time"

	"threep/sim"
)

// pace sizes previews so that they keep to a time. It learns what a future costs a
// seat-week; only previews depend on it, never a full result.
type pace struct {
	most   int
	target time.Duration
	costs  []float64 // of the latest previews [ns a seat-week of one future]
}

// firstCost is what is assumed before the first measurements [ns a seat-week].
const firstCost = 150

// remembered is how many measurements count.
const remembered = 5

// runs is the number of futures of the next preview of s.
func (p *pace) runs(s *sim.Scenario) int {
	n := float64(p.target) / (p.cost() * seatWeeks(s))
	return int(math.Max(1, math.Min(float64(p.most), n)))
}

// cost is the median: a preview that had to wait for a new set of assumptions to be
// solved says nothing about the next one.
func (p *pace) cost() float64 {
	costs := append([]float64{firstCost}, p.costs...)
	if len(p.costs) == remembered {
		costs = costs[1:]
	}
	sort.Float64s(costs)
	return costs[(len(costs)-1)/2]
}

// learn takes note of what a preview cost.
func (p *pace) learn(s *sim.Scenario, runs int, took time.Duration) {
	if runs <= 0 || took <= 0 {
		return
	}
	p.costs = append(p.costs, float64(took)/float64(runs)/seatWeeks(s))
	if len(p.costs) > remembered {
		p.costs = p.costs[1:]
	}
}

// seatWeeks is the size of one future, with its year of burn-in.
func seatWeeks(s *sim.Scenario) float64 {
	if s == nil {
		return 1
	}
	seats := s.Organisation.Seats
	if n := float64(len(s.Roster)); n > 0 {
		seats = n
	}
	return math.Max(1, seats) * math.Max(1, s.Organisation.HorizonWeeks+52)
}
