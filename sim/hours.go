package sim

import (
	"threep/sim/internal/vector"
)

// spendHours splits the week of every rep of team ti; the parts sum to the
// week, always. What is new (training, coaching, upkeep, go-live, raising
// maturity) comes out of selling; what tools save comes out of search and
// administration and goes to selling. What does not fit into a week is not done.
func (w *world) spendHours(ti int, plan *weekPlan) {
	m := w.m
	team := &m.teams[ti]
	d, meetings0 := m.usualDay()
	selling0 := d.selling
	training0, coaching0 := m.s.Today.TrainingHours/weeksYear, m.s.Today.CoachingHours
	training, coaching, raising := plan.trainingHours, w.coachingHours(ti, plan), plan.raiseHours
	w.squeeze = 1
	if asked, room := w.asked(ti, plan, &d); asked > room {
		w.squeeze = room / asked
		training, coaching, raising = float64(training*w.squeeze), float64(coaching*w.squeeze), float64(raising*w.squeeze)
	}
	people := float64(len(w.present))
	w.chargeCoaching(ti, people, coaching)
	x := &w.sums.hours
	x[hoursMeetings] += float64(people * (meetings0 + raising))
	x[hoursTraining] += float64(people * training)
	x[hoursCoaching] += float64(people * coaching)
	d.selling = selling0 - (training - training0) - (coaching - coaching0) - raising
	elasticity := m.s.Assumptions.Market.HoursElasticity
	if len(m.tools) == 0 || (w.week < team.liveFirst && !w.inClass(ti)) {
		// Without tools the week is the same for all.
		selling, admin, search, _ := (&vector.Workday{Selling: d.selling, Admin: d.admin, Search: d.search, Least: d.least}).Split(0, 0, 0, 0)
		x[hoursSelling] += float64(people * selling)
		x[hoursAdmin] += float64(people * admin)
		x[hoursSearch] += float64(people * search)
		vector.SameWeek(w.here, selling, selling0, elasticity)
		return
	}
	// The week of reps whose tools cost and save hours.
	work := vector.Workday{
		Selling: d.selling, Admin: d.admin, Search: d.search, Least: d.least, Usual: selling0,
		Savable: float64(mostSaved * (d.admin + d.search)), SearchShare: d.search / (d.admin + d.search),
		Dip: m.s.Assumptions.Dip.Hours, Elasticity: elasticity,
	}
	var spent vector.Spent
	vector.SplitWeek(w.here, &work, &spent)
	x[hoursSelling] += spent.Selling
	x[hoursAdmin] += spent.Admin
	x[hoursSearch] += spent.Search
	x[hoursUpkeep] += spent.Upkeep
}

// mostSaved is the largest part of administration and search that tools save
// [share; judgement].
const mostSaved = .8

// day is what a rep's hours are before tools cost and save any.
type day struct{ selling, admin, search, least float64 }

// usualDay is a rep's week before anything is decided, and its meetings.
func (m *model) usualDay() (d day, meetings float64) {
	h := &m.s.Assumptions.Hours
	d.selling, d.search = float64(h.Selling*h.Week), float64(h.Search*h.Week)
	meetings = float64(h.Meetings * h.Week)
	d.admin = h.Week - d.selling - d.search - meetings - m.s.Today.TrainingHours/weeksYear - m.s.Today.CoachingHours
	d.least = float64(leastSelling * d.selling)
	return d, meetings
}

// asked is what training and coaching in selling and raising maturity ask of a
// rep's week in team ti, and what room there is for it in a usual week.
func (w *world) asked(ti int, plan *weekPlan, usual *day) (asked, room float64) {
	today := &w.m.s.Today
	asked = plan.trainingHours + w.coachingHours(ti, plan) + plan.raiseHours
	room = today.TrainingHours/weeksYear + today.CoachingHours + usual.admin + usual.search + (usual.selling - usual.least)
	return asked, room
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
	coached := float64(w.coached(ti, plan) * w.squeeze)
	maturity := plan.learning / w.m.week(-burnInWeeks).learning
	learning := k.learningRate(maturity, float64(plan.trainingHours*w.squeeze), coached)
	rates := vector.Learning{Untrained: k.untrained, Reach: k.top - k.untrained, Learning: learning, Forgetting: k.forgetting(coached)}
	vector.Learn(w.here, &rates)
}

// engage moves the engagement of the reps of team ti towards its target.
func (w *world) engage(ti int, plan *weekPlan) {
	e := &w.m.s.Assumptions.Engagement
	level := e.Base + float64(e.Climate*(float64(w.coached(ti, plan)*w.squeeze)-w.m.s.Today.CoachingHours))
	vector.Engage(w.here, &vector.Climate{Level: level, Drive: e.Drive, Burden: e.Burden, Least: leastEngagement, Rate: 1 / e.Weeks})
}
