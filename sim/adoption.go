package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
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

// toolUse is a person's state with one tool: what every week needs.
type toolUse struct {
	stage      uint8
	active     float64 // 1 in trial and routine use, else 0
	use        float64 // benefit use u
	logged     float64 // logged use L
	skill      float64 // proficiency
	attainable float64 // proficiency that can be reached
	belief     float64 // hours a week of benefit believed in, at full response
	upkeep     float64 // hours a week at full logged use, for this person
	rejection  float64 // what is left of the exponential until rejection
	newness    float64 // 1 at the first log, fading with weeks of logging
}

// toolMind is what a person makes of one tool: what only choosing needs.
type toolMind struct {
	clock     float64 // what is left until the next change of stage
	pace      float64 // at which the clock runs: exp(x) a week while choosing, 1 in trial
	ease      float64 // sd
	attitude  float64 // on the log hazard, the person's own
	intention float64 // log hazard's x when last considered, reported
	second    float64 // clock of the second chance after the present trial
	trained   float64 // hours of training with the tool so far
	chances   int     // trials so far
}

// adopting reports whether the person counts as a user for others.
func (t *toolUse) adopting() bool { return t.stage == trial || t.stage == routine }

// meet gives a person a fresh state with tool k.
func (w *world) meet(t *toolUse, mind *toolMind, k int, key random.Key, savvy float64) {
	a := &w.m.s.Assumptions
	tool := &w.m.tools[k]
	// Draws are keyed by the tool's name, so that a tool meets the same luck
	// whichever other tools are rolled out.
	*mind = toolMind{
		ease:     tool.tool.Ease + float64(a.Use.EaseSavvy*savvy) + float64(a.Use.EaseNoise*key.Normal(random.EaseNoise, tool.draw)),
		attitude: float64(a.Adoption.AttitudeSD * key.Normal(random.AttitudeNoise, 0)),
	}
	*t = toolUse{
		attainable: w.m.attainable(tool, savvy, 0),
		// Upkeep takes the less able longer: a tenth for a standard deviation of ease.
		upkeep:    float64(tool.upkeep * clamp(1-float64(easeUpkeep*mind.ease), 1-mostEaseUpkeep, 1+mostEaseUpkeep)),
		belief:    tool.wiifm + tool.promise,
		rejection: 1,
	}
	if w.m.rates.dip {
		t.newness = 1
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
	for i := range w.seats {
		if i%pause == 0 && w.halted() {
			return
		}
		w.meetAll(i, -burnInWeeks)
	}
	for t := range w.managers {
		w.leadMeetsAll(t, -burnInWeeks)
	}
	clear(w.users)
	clear(w.leaders)
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

// meetAll lets the holder of seat i, there since a week, meet every tool.
func (w *world) meetAll(i, since int) {
	s := &w.seats[i]
	tools, minds := w.toolsOf(i), w.mindsOf(i)
	for k := range tools {
		w.meet(&tools[k], &minds[k], k, s.key, s.person.savvy)
	}
	s.usage = usage{}
	s.useNothing()
	s.lessons = w.enrol(w.m.seats[i].team, since)
}

func (w *world) leadMeetsAll(t, since int) {
	g := &w.managers[t]
	tools, minds := w.leadOf(t), w.leadMindsOf(t)
	for k := range tools {
		w.meet(&tools[k], &minds[k], k, g.key, g.savvy)
	}
	g.lessons = w.enrol(t, since)
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
func (w *world) keenness(t *toolUse, mind *toolMind, tool *toolModel, promised float64) float64 {
	a := &w.m.s.Assumptions.Adoption
	mind.intention = float64(a.Ease*(mind.ease-typicalEase)) + mind.attitude + tool.appeal
	if w.m.s.Mechanisms.WIIFM {
		mind.intention += float64(a.Usefulness * (t.belief - promised + tool.reward - t.upkeep - typicalNet) / spreadNet)
	}
	return numeric.Exp(mind.intention) / weeksYear
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

// adopt moves the manager and the reps of team ti through the stages of every
// tool. Who is aware makes up their mind from the announcement on, at the latest
// from the first lesson, and tries the tool when it is live.
func (w *world) adopt(ti int) {
	team := &w.m.teams[ti]
	notice := max(int(w.m.s.Decisions.Rollout.Announcement), w.m.course.weeks)
	people := len(w.present)
	tools := len(w.m.tools)
	stages := w.stagesOf(ti)
	for k := range w.m.tools {
		live := team.goLive[k]
		if w.week < live-notice {
			continue
		}
		w.managerConsiders(ti, k, w.week >= live)
		stages := stages[k*numStages : (k+1)*numStages]
		if stages[routine] == people {
			continue // everyone uses it routinely
		}
		tool := &w.m.tools[k]
		around := w.relevantOthers(ti, k, people-1)
		for _, s := range w.present {
			at := s.place*tools + k
			w.consider(&w.use[at], &w.minds[at], tool, w.week >= live, &around, s.key, stages)
		}
	}
}

// consider moves a person's clock of a tool by a week; stages count the people of
// the tool.
func (w *world) consider(t *toolUse, mind *toolMind, tool *toolModel, live bool, around *relevant, key random.Key, stages []int) {
	if t.stage == unaware {
		t.enter(aware, stages)
		mind.clock = key.Exponential(random.TrialClock, tool.draw)
		mind.pace = w.keenness(t, mind, tool, tool.promise)
	}
	mind.clock -= w.m.rates.hazard(t.stage, around.share(t.active), mind.pace)
	if mind.clock <= 0 {
		w.changeStage(t, mind, tool, live, key, stages)
	}
}

// enter moves a person to a stage and keeps count.
func (t *toolUse) enter(stage uint8, stages []int) {
	stages[t.stage]--
	stages[stage]++
	t.stage = stage
}

// hazard is what a week takes off the clock of a person in a stage. The hazard
// of trial is
//
//	h = (p + q x share) x exp(x) a year
//
// Time to trial is exponential in the sum of hazards, so that with x = 0, no
// rejection and everyone equally relevant adoption is Bass exactly. A second
// chance comes with users around, as keen as experience has left the person; a
// trial lasts for its weeks, and routine use has no clock.
func (r *rates) hazard(stage uint8, share, pace float64) float64 {
	k := &r.stages[stage&7]
	return float64((k.own + float64(k.others*share)) * pace)
}

// stageRates are what moves a person on from a stage: of itself, and by users
// around.
type stageRates struct{ own, others float64 }

func compileStages(s *Scenario) (out [8]stageRates) {
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
func (w *world) changeStage(t *toolUse, mind *toolMind, tool *toolModel, live bool, key random.Key, stages []int) {
	a := &w.m.s.Assumptions.Adoption
	switch t.stage {
	case aware, rejected:
		if !live {
			return
		}
		if t.stage == rejected {
			t.belief += float64(tool.promise * secondPromise)
		}
		draw := tool.draw + mind.chances<<24
		t.enter(trial, stages)
		t.active = 1
		t.rejection = key.Exponential(random.RejectionClock, draw)
		mind.second = key.Exponential(random.SecondChanceClock, draw)
		mind.clock, mind.pace, mind.chances = a.TrialWeeks, 1, mind.chances+1
	case trial:
		t.enter(routine, stages)
		mind.clock = math.Inf(1)
	}
}

// reject ends routine use and winds the clock of a second chance.
func (w *world) reject(t *toolUse, mind *toolMind, tool *toolModel, stages []int) {
	t.enter(rejected, stages)
	t.active, t.rejection = 0, 1
	mind.clock, mind.pace = mind.second, w.keenness(t, mind, tool, 0)
}

// relevant is what users around count for: in the team and, less so, in the
// firm; the manager counts as a constant.
type relevant struct {
	manager, ofTeam, team, ofFirm, firm float64
}

// relevantOthers are those around a rep of team ti, for tool k.
func (w *world) relevantOthers(ti, k, teamOthers int) relevant {
	a := &w.m.s.Assumptions.Adoption
	r := relevant{team: w.teamUsers[ti*len(w.m.tools)+k], firm: w.users[k]}
	if teamOthers > 0 {
		r.ofTeam = a.TeamWeight / float64(teamOthers)
	}
	if w.m.s.Mechanisms.Managers && w.managers[ti].present && w.leadOf(ti)[k].adopting() {
		r.manager = a.ManagerWeight
	}
	if w.occupied > 1 {
		r.ofFirm = a.FirmWeight / float64(w.occupied-1)
	}
	return r
}

// share is the share of users among relevant others, self (0 or 1) excluded.
func (r *relevant) share(self float64) float64 {
	return r.manager + float64(r.ofTeam*(r.team-self)) + float64(r.ofFirm*larger(0, r.firm-self))
}

// managerConsiders moves a manager through the stages, as a rep: relevant
// others are the other managers.
func (w *world) managerConsiders(ti, k int, live bool) {
	if !w.m.s.Mechanisms.Managers || !w.managers[ti].present {
		return
	}
	t := &w.leadOf(ti)[k]
	if t.stage == routine {
		return
	}
	var around relevant
	if n := len(w.managers); n > 1 {
		around = relevant{ofFirm: 1 / float64(n-1), firm: float64(w.leaders[k])}
	}
	w.consider(t, &w.leadMindsOf(ti)[k], &w.m.tools[k], live, &around, w.managers[ti].key, w.leadStages[k*numStages:])
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
	clear(w.leaders)
	for t := range w.managers {
		if !w.managers[t].present {
			continue
		}
		for k, u := range w.leadOf(t) {
			if u.adopting() {
				w.leaders[k]++
			}
		}
	}
}
