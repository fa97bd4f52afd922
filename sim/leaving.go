package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// rate sets attainment and rating of a quarter, standardised by the stationary
// incumbents:
//
//	rating = .38 z(attainment) + .45 intelligence + .08 drive + .14 courage + .78 noise
//
// The noise is persistent: part the rep's own, part this manager's halo.
func (m *model) rate(a *appraisal, role *roleModel, p *person, halo float64) {
	r := &m.s.Assumptions.Rating
	a.attain = 0
	if a.counted > 0 {
		z := (a.trailing() - role.attainMean) / role.attainSD
		a.attain = clamp(float64(z*float64(a.counted)/4), -4, 4)
	}
	a.rawRating = float64(r.Attainment*a.attain) + p.appraise + float64(r.Noise*(p.persist+halo))
	a.rating = (a.rawRating - role.ratingMean) / role.ratingSD
}

// setHazards sets the weekly hazards until the next appraisal:
//
//	voluntary = rate x year factor x exp(-.40 z(attainment))
//	involuntary = rate x exp(-1.6 z(rating) - 1.28), tenured reps only
//
// The constant keeps the mean of the second at its rate (1.28 = 1.6^2 / 2).
func (m *model) setHazards(a *appraisal, role *roleModel, tenure float64) {
	l := &m.s.Assumptions.Leaving
	year := l.Later
	switch {
	case tenure < weeksYear:
		year = l.FirstYear
	case tenure < 2*weeksYear:
		year = l.SecondYear
	}
	factor := 1.0
	if role.role.Turnover > 0 {
		factor = role.role.Turnover
	}
	a.volRate = float64(float64(l.Voluntary*year)*factor) / weeksYear
	a.volRate = float64(a.volRate * numeric.Exp(-float64(l.Attainment*a.attain)))
	a.letRate = 0
	if tenure >= l.InvoluntaryMin {
		e := l.RatingEffect
		a.letRate = float64(float64(l.Involuntary*factor)*numeric.Exp(-float64(e*a.rating)-float64(e*e)/2)) / weeksYear
		a.letRate = min(a.letRate, 1.0/weeksQuarter)
	}
}

// fillWeeks is the time to fill a vacancy: whole weeks, uniform within half of
// the mean on either side.
func (m *model) fillWeeks(leaver random.Key, mean float64) float64 {
	return max(1, math.Floor(float64(mean*(.5+leaver.Uniform(random.FillTime, 0)))+.5))
}
