package sim

import (
	"math"

	"threep/sim/internal/vector"
)

// crew are people with their tools. What every week needs stands in columns, next
// to that of three others.
type crew struct {
	use    []vector.ToolUse // by four seats, tool by tool
	clocks []vector.Clock   // as above
	minds  []toolMind       // person by person, tool by tool
}

// user is a person with a tool: a lane of its columns, and a mind.
type user struct {
	*vector.ToolUse
	*vector.Clock
	*toolMind
	lane int
}

// toolMind is what a person makes of one tool: what only choosing needs.
type toolMind struct {
	stage     uint8
	ease      float64 // sd
	attitude  float64 // on the log hazard, the person's own
	intention float64 // log hazard's x when last considered, reported
	second    float64 // clock of the second chance after the present trial
	trained   float64 // hours of training with the tool so far
	chances   int     // trials so far
}

// clear leaves nobody there.
func (c *crew) clear() {
	for at := range c.use {
		c.use[at], c.clocks[at] = vector.ToolUse{}, vector.Clock{Left: vector.In(math.Inf(1))}
	}
	clear(c.minds)
}

// personTools are a person's tools, one by one.
type personTools struct {
	crew
	lane int
}

// repTools are the tools of the holder of seat i.
func (w *world) repTools(i int) personTools {
	s, n := &w.seats[i], len(w.m.tools)
	return personTools{w.reps.from(s.four*n, i*n, n), s.lane}
}

// leadTools are the tools of the manager of team ti.
func (w *world) leadTools(ti int) personTools {
	n := len(w.m.tools)
	return personTools{w.leads.from(ti/vector.Lanes*n, ti*n, n), ti % vector.Lanes}
}

// from is the part of the crew that begins with some columns and minds.
func (c *crew) from(columns, minds, tools int) crew {
	return crew{c.use[columns:][:tools], c.clocks[columns:][:tools], c.minds[minds:][:tools]}
}

// with is the person with tool k.
func (t personTools) with(k int) user { return user{&t.use[k], &t.clocks[k], &t.minds[k], t.lane} }

// user is the holder of seat i with tool k.
func (w *world) user(i, k int) user {
	s, n := &w.seats[i], len(w.m.tools)
	at := s.four*n + k
	return user{&w.reps.use[at], &w.reps.clocks[at], &w.reps.minds[i*n+k], s.lane}
}

// leader is the manager of team ti with tool k.
func (w *world) leader(ti, k int) user {
	n := len(w.m.tools)
	at := ti/vector.Lanes*n + k
	return user{&w.leads.use[at], &w.leads.clocks[at], &w.leads.minds[ti*n+k], ti % vector.Lanes}
}

// adopting reports whether the person counts as a user for others.
func (u user) adopting() bool { return u.stage == trial || u.stage == routine }

// enter moves a person to a stage and keeps count; rates are of the stages.
func (u user) enter(stage uint8, stages []int, rates *[numStages]stageRates) {
	stages[u.stage]--
	stages[stage]++
	u.stage = stage
	u.Active[u.lane], u.Routine[u.lane] = 0, 0
	if u.adopting() {
		u.Active[u.lane] = 1
	}
	if stage == routine {
		u.Routine[u.lane] = 1
	}
	u.Own[u.lane], u.Others[u.lane] = rates[stage].own, rates[stage].others
}

// clear takes the person away: what nobody holds stands still.
func (u user) clear() {
	i := u.lane
	for _, column := range [...]*vector.Four{
		&u.Active, &u.Routine, &u.Use, &u.Logged, &u.Skill, &u.Attainable, &u.Belief, &u.Upkeep, &u.Rejection, &u.Newness,
		&u.Pace, &u.Own, &u.Others,
	} {
		column[i] = 0
	}
	u.Left[i] = math.Inf(1)
	*u.toolMind = toolMind{}
}
