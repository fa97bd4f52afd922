package sim

import (
	"math"
	"math/bits"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
	"threep/sim/internal/vector"
)

// The stages of adoption of a rep and tool.
const (
	unaware = iota
	aware
	trial
	routine
	rejected
	numStages
)

// meetAll gives a person a fresh state with every tool; the attitude is the same to
// all of them.
func (w *world) meetAll(tools personTools, key random.Key, savvy float64) {
	attitude := float64(w.m.s.Assumptions.Adoption.AttitudeSD * key.Normal(random.AttitudeNoise, 0))
	for k := range w.m.tools {
		u := tools.with(k)
		w.meet(u, k, key, savvy)
		u.attitude = attitude
	}
}

// meet gives a person a fresh state with tool k, but for the attitude.
func (w *world) meet(u user, k int, key random.Key, savvy float64) {
	a := &w.m.s.Assumptions
	tool := &w.m.tools[k]
	u.clear()
	u.Left[u.lane] = 0 // to be wound when the person comes to know of the tool
	// Draws are keyed by the tool's name, so that a tool meets the same luck
	// whichever other tools are rolled out.
	u.ease = tool.tool.Ease + float64(a.Use.EaseSavvy*savvy) + float64(a.Use.EaseNoise*key.Normal(random.EaseNoise, tool.draw))
	u.Attainable[u.lane] = w.m.attainable(tool, savvy, 0)
	// Upkeep takes the less able longer: a tenth for a standard deviation of ease.
	u.Upkeep[u.lane] = float64(tool.upkeep * clamp(1-float64(easeUpkeep*u.ease), 1-mostEaseUpkeep, 1+mostEaseUpkeep))
	u.Belief[u.lane] = tool.wiifm + tool.promise
	u.Rejection[u.lane] = 1
	if w.m.rates.dip {
		u.Newness[u.lane] = 1
	}
}

// easeUpkeep is the share of upkeep that one sd of ease saves [judgement].
const easeUpkeep = .1

// mostEaseUpkeep bounds what ease saves or adds of upkeep [share; judgement].
const mostEaseUpkeep = .4

// secondPromise is the part of the launch's promise that a second chance brings back
// [share; judgement].
const secondPromise = .5

// resetTools gives every holder a fresh state with every tool.
func (w *world) resetTools() {
	if len(w.m.tools) == 0 {
		return
	}
	clear(w.taught)
	w.settle(w.m)
	w.class.regular.week, w.class.late.week = never, never
	w.reps.clear(w.halted)
	w.leads.clear(w.halted)
	for i := range w.seats {
		if i%pause == 0 && w.halted() {
			return
		}
		if w.seats[i].occupied() {
			w.repMeetsAll(i, -burnInWeeks)
		}
	}
	for t := range w.managers {
		if w.managers[t].present {
			w.leadMeetsAll(t, -burnInWeeks)
		} else {
			w.leadLeavesAll(t)
		}
	}
	clear(w.users)
	clear(w.leadUsers)
	clear(w.teamUsers)
	clear(w.counted)
	clear(w.stages)
	for i := range w.seats {
		if w.seats[i].occupied() {
			w.countUnaware(i)
		}
	}
}

// countUnaware counts the holder of seat i among those who have not heard of any tool.
func (w *world) countUnaware(i int) {
	stages := w.stagesOf(w.m.seats[i].team)
	for k := range w.m.tools {
		stages[k*numStages+unaware]++
	}
}

// repMeetsAll lets the holder of seat i, there since a week, meet every tool.
func (w *world) repMeetsAll(i, since int) {
	s := &w.seats[i]
	w.meetAll(w.repTools(i), s.key, s.person.savvy)
	s.useNothing()
	s.lessons = w.enrol(w.m.seats[i].team, since)
}

func (w *world) leadMeetsAll(t, since int) {
	g := &w.managers[t]
	w.leaders[t/vector.Lanes].Held[t%vector.Lanes] = vector.All
	w.meetAll(w.leadTools(t), g.key, g.savvy)
	g.lessons = w.enrol(t, since)
}

// leadLeavesAll has nobody lead team t and its use of tools.
func (w *world) leadLeavesAll(t int) {
	for k := range w.m.tools {
		w.leader(t, k).clear()
	}
	w.leaders[t/vector.Lanes].Held[t%vector.Lanes] = vector.Nothing
}

// keenness is exp(x) a week, x being what moves a person besides users around,
// against what is typical: x is 0 for a typical person, tool and rollout, whom
// innovation and imitation describe. Promised is what is left in belief of the
// launch's promise; p and q are of rollouts that promise as launches do, so that
// it does not count.
//
//	x = adoption.usefulness x (belief - promised + reward - upkeep - typicalNet) / spreadNet
//	  + adoption.ease x (ease - typicalEase) + attitude + sponsorship - sponsorship of the default rollout
//
// It is settled when a person comes to choose: belief then rests until the next trial.
func (w *world) keenness(u user, tool *toolModel, promised float64) float64 {
	a := &w.m.s.Assumptions.Adoption
	u.intention = float64(a.Ease*(u.ease-typicalEase)) + u.attitude + tool.appeal
	if w.m.s.Mechanisms.WIIFM {
		u.intention += float64(a.Usefulness * (u.Belief[u.lane] - promised + tool.reward - u.Upkeep[u.lane] - typicalNet) / spreadNet)
	}
	return numeric.Exp(u.intention) / weeksYear
}

// typicalNet and typicalEase are the middle of the shipped catalogue's tools in the
// default rollout: what is in a tool less its upkeep [hours a week], and ease [sd].
// spreadNet is a standard deviation of what people see in tools [hours a week;
// judgement]: tools are .8 apart, and people, in one and the same tool, by more.
const (
	typicalNet  = 1.1
	typicalEase = .1
	spreadNet   = 1.5
)

// adopt moves the reps of team ti through the stages of every tool. Who is aware
// makes up their mind from the announcement on, at the latest from the first lesson,
// and tries the tool when it is live.
func (w *world) adopt(ti int) {
	team := &w.m.teams[ti]
	tools := len(w.m.tools)
	others := w.relevantOthers(len(w.present) - 1)
	lead, weight := w.leadTools(ti), w.m.s.Assumptions.Adoption.ManagerWeight
	for k := range w.around {
		// One by one, since what is written in parts is slow to read as a whole.
		x := &w.around[k]
		x.Manager = float64(weight * w.leads.use[lead.columns+k].Active[lead.lane])
		x.OfTeam, x.Team, x.OfFirm, x.Firm = others.OfTeam, w.teamUsers[ti*tools+k], others.OfFirm, w.users[k]
	}
	w.consider(&w.reps, team.firstFour, len(w.here), func(k int) {
		live := team.goLive[k]
		if w.week < live-w.m.notice {
			return
		}
		for four := team.firstFour; four < team.lastFour; four++ {
			for lane, left := range w.reps.clocks[four*tools+k].Left {
				if left <= 0 {
					i := team.first + (four-team.firstFour)*vector.Lanes + lane
					w.decide(w.user(i, k), &w.m.tools[k], w.week >= live, &w.around[k], w.seats[i].key, w.stagesOf(ti)[k*numStages:])
				}
			}
		}
	})
}

// consider takes a week off the clocks of some groups of people, and has those decide
// whose clock of a tool has run out.
func (w *world) consider(c *crew, first, groups int, decide func(k int)) {
	tools := len(w.m.tools)
	for from := 0; from < tools; from += vector.MostConsidered {
		around := w.around[from:min(from+vector.MostConsidered, tools)]
		for out := vector.Consider(c.clocks[first*tools+from:], c.use[first*tools+from:], tools, groups, around); out != 0; out &= out - 1 {
			decide(from + bits.TrailingZeros64(out))
		}
	}
}

// relevantOthers is what users count for around a rep who has so many others in the
// team.
func (w *world) relevantOthers(teamOthers int) (r vector.Around) {
	a := &w.m.s.Assumptions.Adoption
	if teamOthers > 0 {
		r.OfTeam = a.TeamWeight / float64(teamOthers)
	}
	if w.occupied > 1 {
		r.OfFirm = a.FirmWeight / float64(w.occupied-1)
	}
	return r
}

// managersAdopt moves all managers through the stages of every tool, as reps:
// relevant others are the other managers.
func (w *world) managersAdopt() {
	m := w.m
	if !m.s.Mechanisms.Managers {
		return
	}
	var others vector.Around
	if n := len(w.managers); n > 1 {
		others.OfFirm = 1 / float64(n-1)
	}
	for k := range w.around {
		others.Firm = float64(w.leadUsers[k])
		w.around[k] = others
	}
	w.consider(&w.leads, 0, len(w.leaders), func(k int) {
		for ti := range w.managers {
			u, team := w.leader(ti, k), &m.teams[ti]
			if live := team.goLive[k]; u.Left[u.lane] <= 0 && w.week >= max(team.liveFirst-maxNotice, live-m.notice) {
				w.decide(u, &m.tools[k], w.week >= live, &w.around[k], w.managers[ti].key, w.leadStages[k*numStages:])
			}
		}
	})
}

// decide moves a person whose clock of a tool has run out, or who has not heard of
// the tool before; stages count the people of the tool. The hazard of trial is
//
//	h = (p + q x share) x exp(x) a year
//
// Time to trial is exponential in the sum of hazards, so that with x = 0, no
// rejection and everyone equally relevant adoption is Bass exactly. A second
// chance comes with users around, as keen as experience has left the person; a
// trial lasts for its weeks, and routine use has no clock.
func (w *world) decide(u user, tool *toolModel, live bool, around *vector.Around, key random.Key, stages []int) {
	if u.stage == unaware {
		u.enter(aware, stages, &w.m.rates.stages)
		u.Left[u.lane] = key.Exponential(random.TrialClock, tool.draw)
		u.Pace[u.lane] = w.keenness(u, tool, tool.promise)
		u.Pass(u.lane, around.Share(u.Active[u.lane]))
	}
	if u.Left[u.lane] <= 0 {
		w.changeStage(u, tool, live, key, stages)
	}
}

// stageRates are what moves a person on from a stage: of itself, and by users
// around.
type stageRates struct{ own, others float64 }

func compileStages(s *Scenario) (out [numStages]stageRates) {
	a := &s.Assumptions.Adoption
	out[aware] = stageRates{a.Innovation, a.Imitation}
	out[trial] = stageRates{1, 0}
	out[rejected] = stageRates{0, a.SecondChance}
	if !s.Mechanisms.Peers {
		out[aware].others, out[rejected].others = 0, 0
	}
	return out
}

// changeStage moves a person whose clock has run out. Who has made up their mind
// before the tool is live waits for it.
func (w *world) changeStage(u user, tool *toolModel, live bool, key random.Key, stages []int) {
	a := &w.m.s.Assumptions.Adoption
	i := u.lane
	switch u.stage {
	case aware, rejected:
		if !live {
			return
		}
		if u.stage == rejected {
			u.Belief[i] += float64(tool.promise * secondPromise)
		}
		draw := tool.draw + u.chances<<24
		u.enter(trial, stages, &w.m.rates.stages)
		u.Rejection[i] = key.Exponential(random.RejectionClock, draw)
		u.second = key.Exponential(random.SecondChanceClock, draw)
		u.Left[i], u.Pace[i] = a.TrialWeeks, 1
		u.chances++
	case trial:
		u.enter(routine, stages, &w.m.rates.stages)
		u.Left[i] = math.Inf(1)
	}
}

// reject ends routine use and winds the clock of a second chance.
func (w *world) reject(u user, tool *toolModel, stages []int) {
	u.enter(rejected, stages, &w.m.rates.stages)
	u.Rejection[u.lane] = 1
	u.Left[u.lane], u.Pace[u.lane] = u.second, w.keenness(u, tool, 0)
}

// countUsers leaves the numbers of users for next week. Whoever decides in a week
// meets those who begin in the same week, too, on the average half of them, so that
// users are taken as of its middle, on the line through the last two weeks:
//
//	users = counted + (counted - counted a week ago) / 2
//
// Taken as of the week's start they would lag by half a week, and adoption with
// them. The jump at go-live is no growth to go on, and nothing is added for it.
func (w *world) countUsers() {
	tools := len(w.m.tools)
	if tools == 0 {
		return
	}
	clear(w.users)
	for at := range w.teamUsers {
		stages := w.stages[at*numStages : (at+1)*numStages]
		now, before := stages[trial]+stages[routine], w.counted[at]
		w.counted[at] = now
		middle := float64(now)
		if now != before && w.week > w.m.teams[at/tools].goLive[at%tools] {
			most := now + stages[unaware] + stages[aware] + stages[rejected]
			middle = clamp(middle+float64(now-before)/2, 0, float64(most))
		}
		w.teamUsers[at] = middle
		w.users[at%tools] += middle
	}
	w.occupied = int(w.sums.occupied - w.sums.voluntary - w.sums.letGo)
	for k := range w.leadUsers {
		n := 0.0
		for at := k; at < len(w.leads.use); at += tools {
			for _, active := range w.leads.use[at].Active {
				n += active
			}
		}
		w.leadUsers[k] = int(n)
	}
}
