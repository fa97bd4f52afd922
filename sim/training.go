package sim

import "math"

// course is the tool training of a rollout. Its hours are a rep's for all tools
// together; each tool gets an equal part, around its own go-live in the team.
type course struct {
	before, after float64 // hours a rep and tool
	weeks         int     // in which the hours before go-live are held
}

// longestDay is the most tool training that a week holds [hours a rep; judgement].
const longestDay = 8

func compileCourse(s *Scenario) course {
	r := &s.Decisions.Rollout
	tools := float64(len(s.Decisions.Tools))
	if tools == 0 {
		return course{}
	}
	c := course{before: r.TrainingBefore / tools, after: r.TrainingAfter / tools}
	if r.TrainingBefore > 0 {
		c.weeks = max(1, int(r.Announcement), int(math.Ceil(r.TrainingBefore/longestDay)))
	}
	return c
}

// held reports whether there is any training.
func (c *course) held() bool { return c.before+c.after > 0 }

// hours is the training with a tool in a week of who begins in one week and may
// use the tool from another on: first the hours before go-live, over the announced
// weeks or more where a week would hold more than a day; then those after it, over
// a quarter.
func (c *course) hours(begin, live, week int) float64 {
	hours := 0.0
	if since := week - begin; since >= 0 && since < c.weeks {
		hours += c.before / float64(c.weeks)
	}
	if since := week - max(live, begin+c.weeks); since >= 0 && since < weeksQuarter {
		hours += c.after / weeksQuarter
	}
	return hours
}

// last is the last week of the course of who begins in a week.
func (c *course) last(begin, live int) int { return max(live, begin+c.weeks) + weeksQuarter - 1 }

// lessons are where a person stands in the tool training.
type lessons struct {
	since int     // the week from which the person could attend
	last  int     // the last week of the person's lessons
	hours float64 // this week
}

// enrol signs a person of team ti up for the training with every tool: who is
// there attends with the team, who comes later from the day of coming on.
func (w *world) enrol(ti, since int) lessons {
	if !w.m.course.held() {
		return lessons{}
	}
	l := lessons{since: since, last: -math.MaxInt32}
	team := &w.m.teams[ti]
	for k, live := range team.goLive {
		l.last = max(l.last, w.m.course.last(max(team.classes[k], since), live))
	}
	w.taught[ti] = max(w.taught[ti], l.last+1)
	return l
}

// inClass reports whether anybody in team ti may have lessons this week, or had
// some last week.
func (w *world) inClass(ti int) bool {
	return w.m.course.held() && w.week >= w.m.teams[ti].firstClass && w.week <= w.taught[ti]
}

// teachTools holds this week's tool training in team ti: what is held counts for
// the proficiency within reach, puts the tool into people's hands, takes hours and
// costs money. The manager attends.
func (w *world) teachTools(ti int, plan *weekPlan) {
	if !w.inClass(ti) {
		return
	}
	left := nonNegative(w.m.hours.room - w.asked(ti, plan))
	total := 0.0
	for _, s := range w.present {
		s.lessons.hours = 0
		if w.week <= s.lessons.last {
			s.lessons.hours = w.attend(ti, s.lessons.since, s.person.savvy, left, w.repTools(s.place))
			total += s.lessons.hours
		}
		s.Lessons[s.lane] = s.lessons.hours
	}
	w.sums.hours[hoursTraining] += total
	if g := &w.managers[ti]; w.m.s.Mechanisms.Managers && g.present && w.week <= g.lessons.last {
		total += w.attend(ti, g.lessons.since, g.savvy, left, w.leadTools(ti))
	}
	w.sums.costs[costTraining] += float64(total * w.m.s.Assumptions.Money.TrainingHour)
}

// attend takes a person through this week's lessons, as far as the week has room
// for them, and returns their hours.
func (w *world) attend(ti, since int, savvy, room float64, tools personTools) float64 {
	m := w.m
	team := &m.teams[ti]
	asked := 0.0
	for k, live := range team.goLive {
		asked += m.course.hours(max(team.classes[k], since), live, w.week)
	}
	if asked == 0 {
		return 0
	}
	share := min(1, room/asked)
	for k, live := range team.goLive {
		if hours := float64(share * m.course.hours(max(team.classes[k], since), live, w.week)); hours > 0 {
			u := tools.with(k)
			u.trained += hours
			u.Attainable[u.lane] = m.attainable(&m.tools[k], savvy, u.trained)
			if u.stage == aware {
				u.Left[u.lane] -= float64(float64(m.rates.handsOn*hours) * u.Pace[u.lane])
			}
		}
	}
	return float64(asked * share)
}
