package sim

// engagementAtRest is where engagement stands without tool burden under an
// average coach:
//
//	E = base + drive effect x drive
func (m *model) engagementAtRest(drive float64) float64 {
	e := &m.s.Assumptions.Engagement
	return clamp(e.Base+float64(e.Drive*drive), .05, 1)
}

// engagementTarget is where engagement tends: the level that base and coaching
// give, more by drive, less by net burden where there is one.
//
//	E = base + climate x (coached - today's coaching) + drive effect x drive - burden effect x max(0, net burden)
func engagementTarget(level, drive, burden float64) float64 {
	return clamp(level+drive-larger(0, burden), .05, 1)
}

// engagementLeaving is the factor of engagement on the voluntary hazard:
//
//	1 + leaving x (base - E), at least .2
func (m *model) engagementLeaving(engagement float64) float64 {
	e := &m.s.Assumptions.Engagement
	return larger(.2, 1+float64(e.Leaving*(e.Base-engagement)))
}
