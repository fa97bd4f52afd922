package sim

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/vector"
)

// rate sets attainment and rating of a quarter, standardised by the stationary
// incumbents:
//
//	rating = rating.attainment x z(attainment) + rating.intelligence x intelligence + rating.drive x drive + rating.courage x courage + rating.noise x noise
//
// The noise is persistent: part the rep's own, part this manager's halo.
func (m *model) rate(a *appraisal, role *roleModel, p *person, halo float64) {
	r := &m.s.Assumptions.Rating
	a.attain = 0
	if a.counted > 0 {
		z := (a.trailing() - role.attainMean) / role.attainSD
		a.attain = clamp(float64(z*float64(a.counted)/4), -mostAttain, mostAttain)
	}
	a.rawRating = float64(r.Attainment*a.attain) + p.appraise + float64(r.Noise*(p.persist+halo))
	a.rating = (a.rawRating - role.ratingMean) / role.ratingSD
}

// mostAttain bounds standardised attainment [sd; judgement].
const mostAttain = 4

// turnover is the role's factor on leaving.
func (r *roleModel) turnover() float64 {
	if r.role.Turnover > 0 {
		return r.role.Turnover
	}
	return 1
}

// setHazards sets the weekly hazards until the next appraisal:
//
//	voluntary = leaving.voluntary x year factor x role factor / 52 x exp(-leaving.attainment x z(attainment))
//	involuntary = leaving.involuntary x role factor / 52 x exp(-leaving.rating_effect x z(rating) - leaving.rating_effect^2 / 2)
//
// The second is of tenured reps only, at most one a quarter; the square keeps its mean
// at its rate.
func (m *model) setHazards(a *appraisal, role *roleModel, tenure float64) {
	l := &m.s.Assumptions.Leaving
	year := l.Later
	switch {
	case tenure < weeksYear:
		year = l.FirstYear
	case tenure < 2*weeksYear:
		year = l.SecondYear
	}
	factor := role.turnover()
	a.volRate = float64(float64(l.Voluntary*year)*factor) / weeksYear
	a.volRate = float64(a.volRate * numeric.Exp(-float64(l.Attainment*a.attain)))
	a.letRate = 0
	if tenure >= l.InvoluntaryMin {
		e := l.RatingEffect
		a.letRate = float64(float64(l.Involuntary*factor)*numeric.Exp(-float64(e*a.rating)-float64(e*e)/2)) / weeksYear
		a.letRate = min(a.letRate, 1.0/weeksQuarter)
	}
}

// compileStandards are what rate and setHazards go by, for whole teams at once.
func compileStandards(a *Assumptions) vector.Standards {
	l := &a.Leaving
	return vector.Standards{
		ByAttain: a.Rating.Attainment, Noise: a.Rating.Noise, MostAttain: mostAttain,
		Voluntary: l.Voluntary, FirstYear: l.FirstYear, SecondYear: l.SecondYear, Later: l.Later, FromAttain: l.Attainment,
		Involuntary: l.Involuntary, Tenured: l.InvoluntaryMin, FromRating: l.RatingEffect, HalfSquare: float64(l.RatingEffect*l.RatingEffect) / 2,
		MostLetGo: 1.0 / weeksQuarter, Year: weeksYear,
	}
}
