package sim

import (
	"threep/sim/internal/numeric"
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
	if len(m.tools) == 0 || (w.week < team.liveFirst && !w.inClass(ti)) {
		// Without tools the week is the same for all.
		selling, admin, search, _ := d.split(0, 0, 0, 0)
		x[hoursSelling] += float64(people * selling)
		x[hoursAdmin] += float64(people * admin)
		x[hoursSearch] += float64(people * search)
		for _, s := range w.present {
			s.selling = selling
		}
	} else {
		w.spendWithTools(&d, selling0, x)
	}
	elasticity := m.s.Assumptions.Market.HoursElasticity
	for _, s := range w.present {
		if s.selling != s.hours {
			s.hours = s.selling
			s.effort = float64(elasticity * numeric.LogNear(s.selling/selling0))
		}
	}
}

// spendWithTools splits the week of reps whose tools cost and save hours.
func (w *world) spendWithTools(d *day, selling0 float64, x *[hourKinds]float64) {
	dip := w.m.s.Assumptions.Dip.Hours
	share := d.search / (d.admin + d.search)
	savable := float64(mostSaved * (d.admin + d.search))
	var sum [4]float64
	for _, s := range w.present {
		saved := smaller(float64(selling0*s.effect.SellingTime), savable)
		selling, admin, search, upkeep := d.split(s.lessons.hours, s.burden+float64(dip*s.fumble), float64(saved*(1-share)), float64(saved*share))
		s.selling = selling
		sum[0] += selling
		sum[1] += admin
		sum[2] += search
		sum[3] += upkeep
	}
	x[hoursSelling] += sum[0]
	x[hoursAdmin] += sum[1]
	x[hoursSearch] += sum[2]
	x[hoursUpkeep] += sum[3]
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

// split returns a rep's hours of a week, given lessons, upkeep and what is saved in
// administration and search. What cannot come out of selling comes out of
// administration, search and, last, of upkeep.
func (d *day) split(lessons, upkeep, savedAdmin, savedSearch float64) (selling, admin, search, kept float64) {
	selling = d.selling - lessons - upkeep + (savedAdmin + savedSearch)
	admin, search = d.admin-savedAdmin, d.search-savedSearch
	if selling < d.least {
		need := d.least - selling
		selling = d.least
		cut := min(need, admin)
		admin -= cut
		need -= cut
		cut = min(need, search)
		search -= cut
		upkeep = max(0, upkeep-(need-cut))
	}
	return selling, admin, search, upkeep
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
	forgetting := k.forgetting(coached)
	for _, s := range w.present {
		s.skill = k.step(s.skill, s.person.gate, learning, float64(forgetting*(1-s.effect.Retention)))
	}
}

// engage moves the engagement of the reps of team ti towards its target.
func (w *world) engage(ti int, plan *weekPlan) {
	e := &w.m.s.Assumptions.Engagement
	level := e.Base + float64(e.Climate*(float64(w.coached(ti, plan)*w.squeeze)-w.m.s.Today.CoachingHours))
	rate := 1 / e.Weeks
	for _, s := range w.present {
		target := engagementTarget(level, float64(e.Drive*s.person.drive), float64(e.Burden*s.net))
		s.engagement += float64((target - s.engagement) * rate)
	}
}
