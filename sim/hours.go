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
	for i := team.first; i < team.last; i++ {
		s := &w.seats[i]
		if !s.occupied {
			continue
		}
		upkeep := s.burden + float64(dip*s.fumble)
		selling := selling0 - (training - todayTraining) - (coaching - todayCoaching) - plan.raiseHours - upkeep
		admin, search := admin0, search0
		saved := float64(selling0 * s.effect[sellingTime])
		saved = min(saved, float64(.8*(admin+search)))
		search -= float64(saved * share)
		admin -= float64(saved * (1 - share))
		selling += saved
		if least := float64(leastSelling * selling0); selling < least {
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
		x := &w.sums.hours
		x[hoursSelling] += selling
		x[hoursAdmin] += admin
		x[hoursSearch] += search
		x[hoursMeetings] += meetings
		x[hoursTraining] += training
		x[hoursCoaching] += coaching
		x[hoursUpkeep] += upkeep
	}
	for i := team.first; i < team.last; i++ {
		if s := &w.seats[i]; s.selling != s.hours {
			s.hours = s.selling
			s.effort = numeric.Exp(float64(elasticity * numeric.Log(s.selling/selling0)))
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
	team := &w.m.teams[ti]
	coached := w.coached(ti, plan)
	today := w.m.week(-burnInWeeks).learning
	maturity := plan.learning / today
	for i := team.first; i < team.last; i++ {
		if s := &w.seats[i]; s.occupied {
			s.skill = w.m.skill.step(s.skill, s.person.gate, maturity, plan.trainingHours, coached, s.effect[retention])
		}
	}
}

// engage moves the engagement of the reps of team ti towards its target.
func (w *world) engage(ti int, plan *weekPlan) {
	team := &w.m.teams[ti]
	above := w.coached(ti, plan) - w.m.s.Today.CoachingHours
	weeks := w.m.s.Assumptions.Engagement.Weeks
	for i := team.first; i < team.last; i++ {
		if s := &w.seats[i]; s.occupied {
			s.engagement += (w.m.engagementTarget(s.person.drive, s.net, above) - s.engagement) / weeks
		}
	}
}
