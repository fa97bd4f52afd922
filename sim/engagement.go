package sim

// engagementAtRest is where engagement stands without tool burden under an
// average coach:
//
//	E = base + drive effect x drive
func (m *model) engagementAtRest(drive float64) float64 {
	e := &m.s.Assumptions.Engagement
	return clamp(e.Base+float64(e.Drive*drive), .05, 1)
}

// engagementTarget is where engagement tends, given net burden [hours a week]
// and coaching above the average [coached hours].
func (m *model) engagementTarget(drive, burden, coached float64) float64 {
	e := &m.s.Assumptions.Engagement
	target := e.Base + float64(e.Drive*drive) + float64(e.Climate*coached) - float64(e.Burden*max(0, burden))
	return clamp(target, .05, 1)
}

// engagementLeaving is the factor of engagement on the voluntary hazard:
//
//	1 + leaving x (base - E), at least .2
func (m *model) engagementLeaving(engagement float64) float64 {
	e := &m.s.Assumptions.Engagement
	return max(.2, 1+float64(e.Leaving*(e.Base-engagement)))
}
