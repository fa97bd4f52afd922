package sim

import "threep/sim/internal/vector"

// withUseSet returns a copy of s in which everybody tries every tool on the day
// it goes live and nobody rejects it; together with setUse, use is then what is
// asked of it.
func (s *Scenario) withUseSet() *Scenario {
	c := s.Clone()
	c.Mechanisms.WIIFM = false
	c.Assumptions.Adoption.Innovation = 1e12 // at once
	return c
}

// setUse makes everybody who has adopted a tool use it to the same extent, from
// the first week on.
func (m *model) setUse(use float64) {
	m.rates.use.Best, m.rates.use.Adjust = vector.In(use), vector.In(1.0)
}
