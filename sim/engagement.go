package sim

import "threep/sim/internal/numeric"

// leastEngagement is as low as engagement goes [0-1; judgement], leastLeaving the
// smallest factor that engagement puts on leaving [judgement].
const (
	leastEngagement = .05
	leastLeaving    = .2
)

// engagementAtRest is where engagement stands without tool burden under an
// average coach:
//
//	E = engagement.base + engagement.drive x drive
func (m *model) engagementAtRest(drive float64) float64 {
	e := &m.s.Assumptions.Engagement
	return clamp(e.Base+float64(e.Drive*drive), leastEngagement, 1)
}

// engagementLeaving is the factor of engagement on the voluntary hazard:
//
//	engagement factor = max(leastLeaving, 1 + engagement.leaving x (engagement.base - E))
func (m *model) engagementLeaving(engagement float64) float64 {
	e := &m.s.Assumptions.Engagement
	return numeric.Larger(leastLeaving, 1+float64(e.Leaving*(e.Base-engagement)))
}
