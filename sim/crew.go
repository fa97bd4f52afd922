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

// clear leaves nobody there, or breaks off when the run is stopped.
func (c *crew) clear(halted func() bool) {
	for at := range c.use {
		if at%pause == 0 && halted() {
			return
		}
		c.use[at], c.clocks[at] = vector.NoUse, vector.Clock{Left: vector.In(math.Inf(1))}
	}
	clear(c.minds)
}

// personTools are a person's tools, one by one.
type personTools struct {
	*crew
	columns, mind, lane int // where they begin
}

// repTools are the tools of the holder of seat i.
func (w *world) repTools(i int) personTools {
	s, n := &w.seats[i], len(w.m.tools)
	return personTools{&w.reps, s.four * n, i * n, s.lane}
}

// leadTools are the tools of the manager of team ti.
func (w *world) leadTools(ti int) personTools {
	n := len(w.m.tools)
	return personTools{&w.leads, ti / vector.Lanes * n, ti * n, ti % vector.Lanes}
}

// with is the person with tool k.
func (t personTools) with(k int) user {
	return user{&t.use[t.columns+k], &t.clocks[t.columns+k], &t.minds[t.mind+k], t.lane}
}

// user is the holder of seat i with tool k.
func (w *world) user(i, k int) user { return w.repTools(i).with(k) }

// leader is the manager of team ti with tool k.
func (w *world) leader(ti, k int) user { return w.leadTools(ti).with(k) }

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
		&u.Active, &u.Routine, &u.Use, &u.Logged, &u.Skill, &u.Attainable, &u.Belief, &u.Upkeep, &u.Newness,
		&u.Pace, &u.Own, &u.Others,
	} {
		column[i] = 0
	}
	u.Rejection[i], u.Left[i] = vector.NoUse.Rejection[i], math.Inf(1)
	*u.toolMind = toolMind{}
}
