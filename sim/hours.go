package sim

import "threep/sim/internal/vector"

// spendHours splits the week of every rep of team ti; the parts sum to the
// week, always. What is new (training, coaching, upkeep, go-live, raising
// maturity) comes out of selling; what tools save comes out of search and
// administration and goes to selling. What does not fit into a week is not done.
func (w *world) spendHours(ti int, plan *weekPlan) {
	m := w.m
	team := &m.teams[ti]
	usual, day := &m.hours, &m.hours.day
	training, coaching, raising := plan.trainingHours, w.coachingHours(ti, plan), plan.raiseHours
	w.squeeze = 1
	if asked := w.asked(ti, plan); asked > usual.room {
		w.squeeze = usual.room / asked
		training, coaching, raising = float64(training*w.squeeze), float64(coaching*w.squeeze), float64(raising*w.squeeze)
	}
	people := float64(len(w.present))
	w.chargeCoaching(ti, people, coaching)
	x := &w.sums.hours
	x[hoursMeetings] += float64(people * (usual.meetings + raising))
	x[hoursTraining] += float64(people * training)
	x[hoursCoaching] += float64(people * coaching)
	selling := day.Selling - (training - usual.training) - (coaching - usual.coaching) - raising
	if len(m.tools) == 0 || (w.week < team.liveFirst && !w.inClass(ti)) {
		// Without tools the week is the same for all.
		selling, admin, search, _ := day.Split(selling, 0, 0, 0, 0)
		x[hoursSelling] += float64(people * selling)
		x[hoursAdmin] += float64(people * admin)
		x[hoursSearch] += float64(people * search)
		vector.SameWeek(w.here, day, selling)
		return
	}
	// The week of reps whose tools cost and save hours.
	var spent vector.Spent
	vector.SplitWeek(w.here, day, selling, &spent)
	x[hoursSelling] += spent.Selling
	x[hoursAdmin] += spent.Admin
	x[hoursSearch] += spent.Search
	x[hoursUpkeep] += spent.Upkeep
}

// mostSaved is the largest part of administration and search that tools save
// [share; judgement].
const mostSaved = .8

// usualWeek is a rep's week before anything is decided.
type usualWeek struct {
	day                          vector.Workday
	meetings, training, coaching float64
	// room is what training and coaching in selling and raising maturity can take.
	room float64
}

func compileHours(s *Scenario) usualWeek {
	h := &s.Assumptions.Hours
	u := usualWeek{meetings: float64(h.Meetings * h.Week), training: s.Today.TrainingHours / weeksYear, coaching: s.Today.CoachingHours}
	d := &u.day
	d.Selling, d.Search = float64(h.Selling*h.Week), float64(h.Search*h.Week)
	d.Admin = h.Week - d.Selling - d.Search - u.meetings - u.training - u.coaching
	d.Least = float64(leastSelling * d.Selling)
	d.Savable, d.SearchShare = float64(mostSaved*(d.Admin+d.Search)), d.Search/(d.Admin+d.Search)
	d.Dip, d.Elasticity = s.Assumptions.Dip.Hours, s.Assumptions.Market.HoursElasticity
	u.room = u.training + u.coaching + d.Admin + d.Search + (d.Selling - d.Least)
	return u
}

// asked is what training and coaching in selling and raising maturity ask of a
// rep's week in team ti.
func (w *world) asked(ti int, plan *weekPlan) float64 {
	return plan.trainingHours + w.coachingHours(ti, plan) + plan.raiseHours
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
	vector.Learn(w.here, &k.between, learning, k.forgetting(coached))
}

// engage moves the engagement of the reps of team ti towards its target.
func (w *world) engage(ti int, plan *weekPlan) {
	e := &w.m.s.Assumptions.Engagement
	level := e.Base + float64(e.Climate*(float64(w.coached(ti, plan)*w.squeeze)-w.m.s.Today.CoachingHours))
	vector.Engage(w.here, &w.m.climate, level)
}
