package sim

import (
	"math"

	"threep/sim/internal/vector"
)

// course is the tool training of a rollout. Its hours are a rep's for all tools
// together; each tool gets an equal part, around its own go-live in the team.
type course struct {
	before, after float64 // hours a rep and tool
	weeks         int     // in which the hours before go-live are held
	first, then   float64 // hours a week of them: before go-live and after
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
	if c.weeks > 0 {
		c.first = c.before / float64(c.weeks)
	}
	c.then = c.after / weeksQuarter
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
		hours += c.first
	}
	if since := week - max(live, begin+c.weeks); since >= 0 && since < weeksQuarter {
		hours += c.then
	}
	return hours
}

// last is the last week of the course of who begins in a week.
func (c *course) last(begin, live int) int { return max(live, begin+c.weeks) + weeksQuarter - 1 }

// lessons are where a person stands in the tool training.
type lessons struct {
	since int // the week from which the person could attend
	last  int // the last week of the person's lessons
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
	c := &w.class
	c.open(w, ti, nonNegative(w.m.hours.room-w.asked(ti, plan)))
	total := 0.0
	for _, s := range w.present {
		hours := 0.0
		if w.week <= s.lessons.last {
			hours = c.attend(w, s.lessons.since, s.Savvy[s.lane], w.repTools(s.place))
			total += hours
		}
		s.Lessons[s.lane] = hours
	}
	w.sums.hours[hoursTraining] += total
	if g := &w.managers[ti]; w.m.s.Mechanisms.Managers && g.present && w.week <= g.lessons.last {
		total += c.attend(w, g.lessons.since, g.savvy, w.leadTools(ti))
	}
	c.close()
	w.sums.costs[costTraining] += float64(total * w.m.s.Assumptions.Money.TrainingHour)
}

// class is this week's tool training of a team: who attends what, and what those
// who attend can reach by it.
type class struct {
	team          *teamModel
	room          float64   // hours that a rep's week has for it
	regular, late timetable // of those who were there from the first lesson on, and of who came later
	odds          []float64 // of those who attend, tool by tool: minus the log odds of what they can reach
	gained        []gained  // and where it is noted
}

// timetable is the lessons in a week of those in a wave who could attend since
// another, and what of them there is room for.
type timetable struct {
	week, wave, since int
	hours             []float64 // by tool
	asked             float64   // of all tools
	room, share       float64   // hours, and the part of what is asked that fits into them
}

type gained struct {
	use  *vector.ToolUse
	lane int
}

func newClass(m *model) class {
	t := len(m.tools)
	n := t * (m.teamMax + 1)
	return class{
		regular: timetable{week: never, hours: make([]float64, t)}, late: timetable{week: never, hours: make([]float64, t)},
		odds: make([]float64, 0, n), gained: make([]gained, 0, n),
	}
}

// never is no week.
const never = -math.MaxInt32

// open begins the class of a team in a week.
func (c *class) open(w *world, ti int, room float64) {
	c.team, c.room = &w.m.teams[ti], room
	c.odds, c.gained = c.odds[:0], c.gained[:0]
}

// set works out the lessons of who could attend since a week; those of a wave are the
// same in every team.
func (c *class) set(w *world, t *timetable, since int) {
	if t.week != w.week || t.wave != c.team.wave || t.since != since {
		t.week, t.wave, t.since, t.asked = w.week, c.team.wave, since, 0
		for k, live := range c.team.goLive {
			t.hours[k] = w.m.course.hours(max(c.team.classes[k], since), live, w.week)
			t.asked += t.hours[k]
		}
		t.room = -1
	}
	if t.room != c.room && t.asked > 0 {
		t.room, t.share = c.room, min(1, c.room/t.asked)
	}
}

// attend takes a person through this week's lessons, as far as the week has room
// for them, and returns their hours.
func (c *class) attend(w *world, since int, savvy float64, tools personTools) float64 {
	t := &c.regular
	if since > c.team.firstClass {
		t = &c.late
	} else {
		since = c.team.firstClass
	}
	c.set(w, t, since)
	if t.asked == 0 {
		return 0
	}
	m := w.m
	for k := range t.hours {
		hours := float64(t.share * t.hours[k])
		if hours <= 0 {
			continue
		}
		u := tools.with(k)
		u.trained += hours
		c.odds = append(c.odds, -m.attainableOdds(&m.tools[k], savvy, u.trained))
		c.gained = append(c.gained, gained{u.ToolUse, u.lane})
		if u.stage == aware {
			u.Left[u.lane] -= float64(float64(m.rates.handsOn*hours) * u.Pace[u.lane])
		}
	}
	return float64(t.asked * t.share)
}

// close sets the proficiency within reach of those who have attended, all at once:
// the logistic function of its log odds.
func (c *class) close() {
	vector.Exp(c.odds)
	for at, g := range c.gained {
		g.use.Attainable[g.lane] = 1 / (1 + c.odds[at])
	}
}
