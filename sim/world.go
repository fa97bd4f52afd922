package sim

import (
	"sync/atomic"

	"threep/sim/internal/random"
)

// seat is a budgeted position with its holder and its pipeline. One seat's
// state lies together: every process of a team's week touches most of it.
type seat struct {
	person    person
	territory territory

	// What every week needs stands together: it is walked through week by week.
	occupied    bool
	place, role int                // of the seat in the organisation, and which it is
	workedIn    int                // the last week the holder worked
	stock       [maxStages]float64 // open opportunities by stage
	baseRate    float64            // opportunities a week: creation x territory x exp(log quality)
	effort      float64            // log of (h/h0)^e at the hours below
	hours       float64            // selling hours at which effort was last computed
	selling     float64            // hours this week
	skill       float64
	engagement  float64
	ramped      float64 // share of the ramp done
	compliance  float64
	mean        float64 // deals expected this week
	value       float64 // of a deal, in the mean
	won         int
	drawn       float64 // values of this week's deals over their mean
	revenue     float64
	key         random.Key // of the holder
	pay         float64    // base pay, a week
	quota       float64    // a year
	yearSales   float64
	// quarterSales is what was closed since the quarter began.
	quarterSales float64
	tenure       float64
	qualified    float64 // 1 or 0
	quarter      int     // of savvy, 0-3
	voluntary    float64 // clocks: what is left of an exponential of mean 1
	letGo        float64
	usage        // of tools
	appraisal

	replaced    float64 // the clock of being replaced
	vacant      float64 // weeks to the next hire
	quarterFull bool    // in the seat since the quarter began
	lessons     lessons // in tools
	absent      bool    // roster: the holder had not yet started
	leaves      float64 // roster, vacant today: weeks to when the vacancy begins
	refill      float64 // and of the whole vacancy; 0 elsewhere
	ordinal     int
	haloKey     random.Key // of the errors of the managers the holder meets
	haloBase    int        // managers met before the present count began
	// frozen are the opportunities that a leaver passed on, by stage, until the seat is filled.
	frozen [maxStages]float64
}

// manager leads a team; a manager does not sell.
type manager struct {
	key      random.Key
	ordinal  int
	present  bool
	vacant   float64
	clock    float64
	coaching float64 // skill, 1 on average
	savvy    float64
	fit      float64
	lessons  lessons
}

// world is one organisation in one future. Its arrays are flat and made once
// for each worker.
type world struct {
	m                        *model
	root                     random.Key
	seats                    []seat
	traits                   []float64 // seat by seat
	year                     []float64 // closed revenue of the trailing year, week by week (a ring), seat by seat
	managers                 []manager
	use                      []toolUse // seat by seat, tool by tool
	minds                    []toolMind
	lead                     []toolUse // manager by manager, tool by tool
	leadMinds                []toolMind
	users                    []float64 // of each tool, as of the middle of the week, whole firm
	leaders                  []int     // managers using each tool, last week
	stages                   []int     // team by team, tool by tool: reps by stage, now
	teamUsers                []float64 // team by team, tool by tool: users as of the middle of the week
	counted                  []int     // team by team, tool by tool: users at the end of last week
	supply                   []supply  // by tool, this week
	leadStages               []int     // what managers come through; nobody reads it
	leadShares               []float64 // by tool: G of the manager at hand
	help                     []float64 // by tool, for the team at hand: what its manager adds to proficiency
	feedback                 float64   // levels of data discipline from logged use
	expected                 bool      // deals at their expectation
	fixed                    bool      // roster before today: nobody leaves, skills and accounts stand
	occupied                 int       // last week
	quota                    float64   // of all budgeted seats, a year
	squeeze                  float64   // what of this week's training, coaching and meetings fits into it, for the team at hand
	rolls                    []*seat   // of every team from its first seat on: the seats that are held
	onRoll                   []int     // their number by team; -1 where the roll is out of date
	taught                   []int     // by team: the last week in which lessons have to be seen to
	present                  []*seat   // the roll of the team at hand: seats whose holder works this week
	forecast                 float64   // of this quarter's bookings
	booked                   float64   // this quarter
	expectation              float64   // this quarter's expected bookings
	forecastError            float64
	revenueYear              [weeksYear]float64           // the firm's closed revenue by week, a ring
	trailing                 float64                      // its sum
	recentWon, recentDecided [effectivenessWindow]float64 // rings of the win rate's window

	week          int
	sums          weekSums
	scratch, able []float64 // scratch: a number for every rep of the team at hand
	shares        []float64 // scratch, for the team at hand: G, tool by tool, rep by rep
	twin          *world    // the baseline on the same luck, run first; nil in baselines
	watch         *watch    // nil where nobody asks for people
	stopped       *atomic.Bool
}

// halted reports whether the run has been stopped: then the world is left as it
// is, half-way through whatever it was doing, and comes to nothing.
func (w *world) halted() bool { return w.stopped != nil && w.stopped.Load() }

// weekSums are the organisation's sums of a week, in seat order.
type weekSums struct {
	revenue, expectedBookings, cost        float64
	costs                                  [costKinds]float64
	created, decided, lost, noDecision     float64
	reached                                float64 // its decision, in the mean
	dropped, leaverLost, decayed           float64
	pipeline                               float64
	won                                    float64
	occupied, qualified                    float64
	tenure, skill, savvy, engagement       float64
	rating                                 float64
	hours                                  [hourKinds]float64
	cycle                                  float64
	voluntary, letGo, hires                float64
	quotaHolders, atQuota                  float64
	yearRevenue, quota                     float64
	stage                                  [numStages]float64
	logged, benefit, proficiency, liveUses float64
	bySavvy, bySavvyCount                  [4]float64
	dataQuality                            float64
}

// The uses of a rep's hours.
const (
	hoursSelling = iota
	hoursAdmin
	hoursSearch
	hoursMeetings
	hoursTraining
	hoursCoaching
	hoursUpkeep
	hourKinds
)

func newWorld(m *model) *world { return newWorldUnless(m, nil) }

// newWorldUnless makes a world that breaks off what it does when the flag is
// raised. The large arrays are made one by one, so that it need not wait for all.
func newWorldUnless(m *model, stopped *atomic.Bool) *world {
	n, t, teams := len(m.seats), len(m.tools), len(m.teams)
	w := &world{m: m, stopped: stopped}
	for _, array := range []func(){
		func() { w.seats = make([]seat, n) },
		func() { w.traits = make([]float64, n*m.traits.n) },
		func() { w.year = make([]float64, n*weeksYear) },
		func() { w.use = make([]toolUse, n*t) },
		func() { w.minds, w.leadMinds = make([]toolMind, n*t), make([]toolMind, teams*t) },
		func() { w.managers, w.lead = make([]manager, teams), make([]toolUse, teams*t) },
		func() { w.teamUsers, w.stages = make([]float64, teams*t), make([]int, teams*t*numStages) },
		func() { w.leadStages, w.leadShares = make([]int, t*numStages), make([]float64, t) },
		func() { w.rolls, w.onRoll, w.taught = make([]*seat, n), make([]int, teams), make([]int, teams) },
		func() {
			w.scratch, w.able = make([]float64, m.teamMax), make([]float64, m.teamMax)
			w.shares, w.help = make([]float64, m.teamMax*t), make([]float64, t)
		},
		func() { w.users, w.leaders, w.supply = make([]float64, t), make([]int, t), make([]supply, t) },
		func() { w.counted = make([]int, teams*t) },
	} {
		if w.halted() {
			break
		}
		array()
	}
	if w.halted() {
		return w
	}
	for i := range w.seats {
		w.seats[i].place, w.seats[i].role = i, m.seats[i].role
	}
	w.forgetRolls()
	return w
}

// forgetRolls has the roll of every team called anew.
func (w *world) forgetRolls() {
	for t := range w.onRoll {
		w.onRoll[t] = -1
	}
}

// copyFrom makes w the same as o in all that burn-in has shaped; tools are not
// live before today, so that their state starts afresh.
func (w *world) copyFrom(o *world) {
	copyUnless(w, w.seats, o.seats)
	copyUnless(w, w.traits, o.traits)
	copyUnless(w, w.year, o.year)
	copy(w.managers, o.managers)
	w.root, w.expected, w.fixed = o.root, o.expected, o.fixed
	w.week, w.occupied, w.quota = o.week, o.occupied, o.quota
	w.revenueYear, w.trailing = o.revenueYear, o.trailing
	w.recentWon, w.recentDecided = o.recentWon, o.recentDecided
	w.forecast, w.booked, w.expectation, w.forecastError = o.forecast, o.booked, o.expectation, o.forecastError
	w.feedback = 0
	w.forgetRolls()
	w.resetTools()
}

// copyUnless copies part by part, until all is copied or the run is stopped.
func copyUnless[T any](w *world, to, from []T) {
	const part = 1 << 14
	for i := 0; i < len(from) && !w.halted(); i += part {
		copy(to[i:], from[i:min(i+part, len(from))])
	}
}

func (w *world) traitsOf(i int) []float64 {
	n := w.m.traits.n
	return w.traits[i*n : (i+1)*n]
}

func (w *world) toolsOf(i int) []toolUse {
	n := len(w.m.tools)
	return w.use[i*n : (i+1)*n]
}

func (w *world) mindsOf(i int) []toolMind {
	n := len(w.m.tools)
	return w.minds[i*n : (i+1)*n]
}

// stagesOf are the numbers of reps of team ti in the stages of each tool.
func (w *world) stagesOf(ti int) []int {
	n := len(w.m.tools) * numStages
	return w.stages[ti*n : (ti+1)*n]
}

func (w *world) leadMindsOf(t int) []toolMind {
	n := len(w.m.tools)
	return w.leadMinds[t*n : (t+1)*n]
}

func (w *world) leadOf(t int) []toolUse {
	n := len(w.m.tools)
	return w.lead[t*n : (t+1)*n]
}

// callRoll lists the seats of team ti whose holder works this week: every process
// of the week goes over them alone. The list stands until somebody comes or goes; it
// notes for the twin, which runs the week later, who has worked in it.
func (w *world) callRoll(ti int) {
	team := &w.m.teams[ti]
	if w.onRoll[ti] < 0 {
		w.onRoll[ti] = 0
		for i := team.first; i < team.last; i++ {
			if w.seats[i].occupied {
				w.rolls[team.first+w.onRoll[ti]] = &w.seats[i]
				w.onRoll[ti]++
			}
		}
	}
	w.present = w.rolls[team.first : team.first+w.onRoll[ti]]
	for _, s := range w.present {
		s.workedIn = w.week
	}
}
