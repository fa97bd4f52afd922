package runner

import (
	"math"
	"time"

	"threep/sim"
)

// pace sizes previews so that they keep to a time. It learns what a future costs a
// seat-week; only previews depend on it, never a full result.
type pace struct {
	most   int
	target time.Duration
	cost   float64 // nanoseconds a seat-week of one future; 0: not known
}

// firstCost is what is assumed before the first measurement [ns a seat-week].
const firstCost = 150

// runs is the number of futures of the next preview of s.
func (p *pace) runs(s *sim.Scenario) int {
	cost := p.cost
	if cost <= 0 {
		cost = firstCost
	}
	n := float64(p.target) / (cost * seatWeeks(s))
	return int(math.Max(1, math.Min(float64(p.most), n)))
}

// learn takes half of what was measured last, so that one slow run does not spoil
// the pictures after it.
func (p *pace) learn(s *sim.Scenario, runs int, took time.Duration) {
	if runs <= 0 || took <= 0 {
		return
	}
	cost := float64(took) / float64(runs) / seatWeeks(s)
	if p.cost > 0 {
		cost = (cost + p.cost) / 2
	}
	p.cost = cost
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
