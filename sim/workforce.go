package sim

import "threep/sim/internal/numeric"

// Headcount is the expected-value form of hire, ramp and leave: what the
// seats' weekly rates come to when every rep is an average.
type Headcount struct{ Ramping, Ramped float64 }

// Step moves the expectation by a week: hires a week, and the weekly rates of
// finishing the ramp and of leaving while ramping and after it. The flows are
// taken from the stocks at the week's start.
func (h *Headcount) Step(hires, ramp, leaveRamping, leaveRamped float64) {
	done := float64(h.Ramping * ramp)
	gone := float64(h.Ramping * leaveRamping)
	left := float64(h.Ramped * leaveRamped)
	h.Ramping += hires - done - gone
	h.Ramped += done - left
}

// WeeklyProbability turns the probability of leaving within a year into that of
// leaving within a week:
//
//	p = 1 - (1 - P)^(1/52)
func WeeklyProbability(annual float64) float64 {
	return 1 - numeric.Exp(numeric.Log(1-annual)/weeksYear)
}
