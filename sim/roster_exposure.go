package sim

import (
	"math"

	"threep/sim/internal/numeric"
)

// exposure is how much of a full rep's sales a person of the role has closed
// since hiring, in weeks of a full rep, by whole weeks of tenure: what was
// created while ramping and has reached its decision, and what a predecessor
// left in the pipeline.
type exposure struct {
	// own is the person's, at the median ramp and at one that is a standard
	// deviation shorter and longer.
	own   [3][]float64
	left  []float64
	deals float64 // won by a full rep a year
}

// exposureWeeks is the tenure beyond which every week counts as a full one.
const exposureWeeks = 10 * weeksYear

// compileExposure follows the pipeline of a person from the first day, by the
// equations of the weekly engine, at its expectation.
func (m *model) compileExposure(role *roleModel) exposure {
	a := &m.s.Assumptions
	plan := m.week(-burnInWeeks)
	reach := 1.0
	steady := [maxStages]float64{}
	for k := 0; k < role.stages; k++ {
		out := role.advance[k] + role.lose[k]
		steady[k] = reach / out
		if k == 0 {
			steady[k] = float64(reach * (1 - out) / out)
		}
		reach = float64(reach * role.advance[k] / out)
	}
	e := exposure{left: make([]float64, exposureWeeks+1)}
	e.deals = float64(float64(float64(role.creation*plan.creation)*float64(reach*plan.winShare)) * weeksYear)
	spread := numeric.Exp(a.Ramp.Spread)
	for k, ramp := range [3]float64{role.rampWeeks, role.rampWeeks / spread, float64(role.rampWeeks * spread)} {
		e.own[k] = make([]float64, exposureWeeks+1)
		var stock [maxStages]float64
		for week := 0; week < exposureWeeks; week++ {
			decided, _, _ := advanceStages(stock[:role.stages], m.creating(float64(week)/ramp), 1, &role.advance, &role.lose)
			e.own[k][week+1] = e.own[k][week] + decided/reach
		}
	}
	// The seat was vacant for the usual time: what its accounts brought was served.
	brought := a.Territory.Carryover
	kept := brought + float64((1-brought)*float64(a.Pipeline.PassOn*m.vacantLeft(a.Labour.FillWeeks)))
	stock := steady
	for k := range stock {
		stock[k] = float64(stock[k] * kept)
	}
	for week := 0; week < exposureWeeks; week++ {
		decided, _, _ := advanceStages(stock[:role.stages], 0, 1, &role.advance, &role.lose)
		e.left[week+1] = e.left[week] + decided/reach
	}
	return e
}

// share returns the share of a full rep's year that a person of a tenure [whole
// weeks; -1 is not known, and then long] is expected to have closed in the last
// year, and the variance of its logarithm: how long the ramp was is not known,
// and what a predecessor left is as uncertain as it is large.
func (e *exposure) share(tenure float64) (share, variance float64) {
	if tenure < 0 || tenure >= exposureWeeks {
		return 1, 0
	}
	last := int(tenure)
	first := max(0, last-weeksYear)
	closed := func(cumulative []float64) float64 { return cumulative[last] - cumulative[first] }
	own, left := closed(e.own[0]), closed(e.left)
	if own+left <= 0 {
		return 0, 0
	}
	const least = 1e-12
	ramp := numeric.Log((closed(e.own[1])+left+least)/(closed(e.own[2])+left+least)) / 2
	inherited := left / (own + left)
	return (own + left) / weeksYear, float64(ramp*ramp) + float64(inherited*inherited)
}

// week returns what is closed in a week of tenure, in weeks of a full rep.
func (e *exposure) week(tenure int) float64 {
	if tenure >= exposureWeeks {
		return 1
	}
	return e.own[0][tenure+1] - e.own[0][tenure] + e.left[tenure+1] - e.left[tenure]
}

// wholeWeeks is a tenure in the steps of the engine.
func wholeWeeks(tenure float64) float64 { return math.Floor(tenure + .5) }
