package sim

import (
	"sync/atomic"

	"threep/sim/internal/random"
	"threep/sim/internal/vector"
)

// seat is a budgeted position with its holder and its pipeline. What every week's
// processes need of it stands in columns, next to that of three other seats of the
// team: the seat has its lane there.
type seat struct {
	*vector.Seats
	lane int
	four int // which of all columns they are

	place, role int // of the seat in the organisation, and which it is
	person      person
	territory   territory  // accounts have grown since: see land
	key         random.Key // of the holder
	left        int        // the last week of a holder who is gone
	appraisal

	vacant      float64 // weeks to the next hire
	quarterFull bool    // in the seat since the quarter began
	lessons     lessons // in tools
	absent      bool    // roster: the holder had not yet started
	leaves      float64 // roster, vacant today: weeks to when the vacancy begins
	refill      float64 // and of the whole vacancy; 0 elsewhere
	ordinal     int
	haloKey     random.Key // of the errors of the managers the holder meets
	haloBase    int        // managers met before the present count began
	haloMet     int        // the manager whose error is noted
	haloNoted   float64
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
	hired    bool    // this week
	coaching float64 // skill, 1 on average
	savvy    float64
	fit      float64
	lessons  lessons
}

// world is one organisation in one future. Its arrays are flat and made once
// for each worker.
type world struct {
	m           *model
	root        random.Key
	seats       []seat
	traits      []float64     // seat by seat
	year        []vector.Four // closed revenue of the trailing year, week by week (a ring), seat by seat
	managers    []manager
	fours       []vector.Seats // what every week needs of the seats, team by team
	reps, leads crew           // people with their tools
	users       []float64      // of each tool, as of the middle of the week, whole firm
	leadUsers   []int          // managers using each tool, last week
	newcomers   []int          // by team: reps who came this week
	stages      []int          // team by team, tool by tool: reps by stage, now
	teamUsers   []float64      // team by team, tool by tool: users as of the middle of the week
	counted     []int          // team by team, tool by tool: users at the end of last week
	supply      []supply       // by tool, this week
	toolWorld
	class                    class          // of the team at hand
	leadStages               []int          // what managers come through; nobody reads it
	feedback                 float64        // levels of data discipline from logged use
	expected                 bool           // deals at their expectation
	fixed                    bool           // roster before today: nobody leaves, skills and accounts stand
	occupied                 int            // last week
	quota                    float64        // of all budgeted seats, a year
	squeeze                  float64        // what of this week's training, coaching and meetings fits into it, for the team at hand
	rolls                    []*seat        // of every team from its first seat on: the seats that are held, then the others
	onRoll                   []int          // their number by team; -1 where the roll is out of date
	taught                   []int          // by team: the last week in which lessons have to be seen to
	present                  []*seat        // the roll of the team at hand: seats whose holder works this week
	vacant                   []*seat        // its seats that nobody holds this week
	here                     []vector.Seats // the columns of the team at hand, vacant seats included
	forecast                 float64        // of this quarter's bookings
	booked                   float64        // this quarter
	expectation              float64        // this quarter's expected bookings
	forecastError            float64
	revenueYear              [weeksYear]float64           // the firm's closed revenue by week, a ring
	trailing                 float64                      // its sum
	recentWon, recentDecided [effectivenessWindow]float64 // rings of the win rate's window

	appraisals []vector.Appraisals // scratch, for the team at hand
	overQuotas []vector.Four       // scratch: sales of the quarter over quota

	week    int
	sums    weekSums
	twin    *world // the baseline on the same luck, run first; nil in baselines
	watch   *watch // nil where nobody asks for people
	stopped *atomic.Bool
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
	stage                                  [numStages]int // reps and tools
	logged, benefit, proficiency, liveUses float64
	use                                    vector.UseSums // of the team at hand; by quarter of savvy, of all
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
		func() { w.fours = make([]vector.Seats, m.fours) },
		func() { w.year = make([]vector.Four, m.fours*weeksYear) },
		func() { w.reps.use, w.reps.clocks = make([]vector.ToolUse, m.fours*t), make([]vector.Clock, m.fours*t) },
		func() { w.reps.minds, w.leads.minds = make([]toolMind, n*t), make([]toolMind, teams*t) },
		func() {
			leads := vector.Whole(teams) / vector.Lanes
			w.leads.use, w.leads.clocks = make([]vector.ToolUse, leads*t), make([]vector.Clock, leads*t)
		},
		func() { w.managers = make([]manager, teams) },
		func() { w.teamUsers, w.stages = make([]float64, teams*t), make([]int, teams*t*numStages) },
		func() { w.leadStages = make([]int, t*numStages) },
		func() { w.rolls, w.onRoll, w.taught = make([]*seat, n), make([]int, teams), make([]int, teams) },
		func() {
			most := vector.Whole(m.teamMax) / vector.Lanes
			w.appraisals, w.overQuotas = make([]vector.Appraisals, most), make([]vector.Four, most)
		},
		func() { w.toolWorld, w.class = newToolWorld(m), newClass(m) },
		func() { w.users, w.leadUsers, w.supply = make([]float64, t), make([]int, t), make([]supply, t) },
		func() { w.counted, w.newcomers = make([]int, teams*t), make([]int, teams) },
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
		w.place(i)
	}
	w.forgetRolls()
	return w
}

// forgetRolls has the roll of every team called anew.
func (w *world) forgetRolls() {
	clear(w.newcomers)
	for t := range w.onRoll {
		w.onRoll[t] = -1
	}
}

// copyFrom makes w the same as o in all that burn-in has shaped; tools are not
// live before today, so that their state starts afresh.
func (w *world) copyFrom(o *world) {
	copyUnless(w, w.seats, o.seats)
	for i := range w.seats {
		w.place(i)
	}
	copyUnless(w, w.fours, o.fours)
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

// place gives seat i its place among the columns.
func (w *world) place(i int) {
	team := &w.m.teams[w.m.seats[i].team]
	s, at := &w.seats[i], i-team.first
	s.four, s.lane = team.firstFour+at/vector.Lanes, at%vector.Lanes
	s.Seats = &w.fours[s.four]
	s.place, s.role = i, w.m.seats[i].role
}

// occupied reports whether somebody holds the seat.
func (s *seat) occupied() bool { return s.Held[s.lane] != 0 }

// hold notes that somebody comes to hold the seat, or leaves it.
func (s *seat) hold(held bool) {
	s.Held[s.lane] = 0
	if held {
		s.Held[s.lane] = ^uint64(0)
	}
}

// worked reports whether the seat had a holder in the week that is over.
func (s *seat) worked(week int) bool { return s.occupied() || s.left == week }

// land is the seat's territory with its accounts as they have grown.
func (s *seat) land() *territory {
	s.territory.growth = s.Growth[s.lane]
	return &s.territory
}

// closed is what was closed in seat i in the week of a slot of the trailing year.
func (w *world) closed(slot, i int) *float64 {
	team := &w.m.teams[w.m.seats[i].team]
	at := i - team.first
	return &w.year[slot*len(w.fours)+team.firstFour+at/vector.Lanes][at%vector.Lanes]
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

// stagesOf are the numbers of reps of team ti in the stages of each tool.
func (w *world) stagesOf(ti int) []int {
	n := len(w.m.tools) * numStages
	return w.stages[ti*n : (ti+1)*n]
}

// callRoll lists the seats of team ti whose holder works this week: every process
// of the week goes over them alone. The list stands until somebody comes or goes.
func (w *world) callRoll(ti int) {
	team := &w.m.teams[ti]
	roll, seats := w.rolls[team.first:team.last], w.seats[team.first:team.last]
	if w.onRoll[ti] < 0 {
		held := 0
		for i := range seats {
			if seats[i].occupied() {
				roll[held] = &seats[i]
				held++
			}
		}
		w.onRoll[ti] = held
		for i := 0; held < len(roll); i++ {
			if !seats[i].occupied() {
				roll[held] = &seats[i]
				held++
			}
		}
	}
}

// turnTo makes team ti, whose roll has been called, the team at hand.
func (w *world) turnTo(ti int) *teamModel {
	team := &w.m.teams[ti]
	roll := w.rolls[team.first:team.last]
	w.present, w.vacant = roll[:w.onRoll[ti]], roll[w.onRoll[ti]:]
	w.here = w.fours[team.firstFour:team.lastFour]
	return team
}
