package sim

import (
	"threep/sim/internal/numeric"
)

// spendHours splits the week of every rep of team ti; the parts sum to the
// week, always. What is new (training, coaching, upkeep, go-live, raising
// maturity) comes out of selling; what tools save comes out of search and
// administration and goes to selling.
func (w *world) spendHours(ti int, plan *weekPlan) {
	m := w.m
	team := &m.teams[ti]
	h := &m.s.Assumptions.Hours
	week := h.Week
	selling0 := float64(h.Selling * week)
	search0 := float64(h.Search * week)
	meetings := float64(h.Meetings*week) + plan.raiseHours
	todayTraining := m.s.Today.TrainingHours / weeksYear
	todayCoaching := m.s.Today.CoachingHours
	admin0 := week - selling0 - search0 - float64(h.Meetings*week) - todayTraining - todayCoaching
	training := plan.trainingHours + m.toolTraining(team, w.week)
	coaching := w.coachingHours(ti, plan)
	dip := m.s.Assumptions.Dip.Hours
	share := search0 / (admin0 + search0)
	elasticity := m.s.Assumptions.Market.HoursElasticity
	added := (training - todayTraining) + (coaching - todayCoaching) + plan.raiseHours
	least := float64(leastSelling * selling0)
	savable := float64(.8 * (admin0 + search0))
	var x [hourKinds]float64
	people := float64(len(w.present))
	for _, i := range w.present {
		s := &w.seats[i]
		upkeep := s.burden + float64(dip*s.fumble)
		saved := smaller(float64(selling0*s.effect[sellingTime]), savable)
		selling := selling0 - added - upkeep + saved
		search := search0 - float64(saved*share)
		admin := admin0 - float64(saved*(1-share))
		if selling < least {
			// What cannot come out of selling comes out of administration, search
			// and, last, of what was added.
			need := least - selling
			selling = least
			cut := min(need, admin)
			admin -= cut
			need -= cut
			cut = min(need, search)
			search -= cut
			upkeep -= need - cut
		}
		s.selling = selling
		x[hoursSelling] += selling
		x[hoursAdmin] += admin
		x[hoursSearch] += search
		x[hoursUpkeep] += upkeep
	}
	x[hoursMeetings] = float64(people * meetings)
	x[hoursTraining] = float64(people * training)
	x[hoursCoaching] = float64(people * coaching)
	for k := range x {
		w.sums.hours[k] += x[k]
	}
	for _, i := range w.present {
		if s := &w.seats[i]; s.selling != s.hours {
			s.hours = s.selling
			s.effort = float64(elasticity * numeric.LogNear(s.selling/selling0))
		}
	}
}

// leastSelling is the share of today's selling hours that no programme takes
// away [judgement].
const leastSelling = .25

// coachingHours is what each rep of a team gets: none while the manager's
// position is vacant.
func (w *world) coachingHours(ti int, plan *weekPlan) float64 {
	if w.m.s.Mechanisms.Managers && !w.managers[ti].present {
		return 0
	}
	return plan.coachingHours
}

// coached is coaching hours times the coach's skill.
func (w *world) coached(ti int, plan *weekPlan) float64 {
	hours := w.coachingHours(ti, plan)
	if !w.m.s.Mechanisms.Managers {
		return hours
	}
	return float64(hours * w.managers[ti].coaching)
}

// learnAndForget moves the trained skill of the reps of team ti.
func (w *world) learnAndForget(ti int, plan *weekPlan) {
	if w.fixed {
		return
	}
	k := &w.m.skill
	coached := w.coached(ti, plan)
	maturity := plan.learning / w.m.week(-burnInWeeks).learning
	learning := k.learningRate(maturity, plan.trainingHours, coached)
	forgetting := k.forgetting(coached)
	for _, i := range w.present {
		s := &w.seats[i]
		s.skill = k.step(s.skill, float64(learning*s.person.gate), float64(forgetting*(1-s.effect[retention])))
	}
}

// engage moves the engagement of the reps of team ti towards its target.
func (w *world) engage(ti int, plan *weekPlan) {
	e := &w.m.s.Assumptions.Engagement
	level := e.Base + float64(e.Climate*(w.coached(ti, plan)-w.m.s.Today.CoachingHours))
	rate := 1 / e.Weeks
	for _, i := range w.present {
		s := &w.seats[i]
		target := engagementTarget(level, float64(e.Drive*s.person.drive), float64(e.Burden*s.net))
		s.engagement += float64((target - s.engagement) * rate)
	}
}
