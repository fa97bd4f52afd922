package sim

import (
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

// toolUse is a person's state with one tool.
type toolUse struct {
	stage         uint8
	active        float64 // 1 in trial and routine use, else 0
	settled       float64 // 1 in routine use, else 0
	use           float64 // benefit use u
	logged        float64 // logged use L
	skill         float64 // proficiency
	attainable    float64 // proficiency that can be reached
	perAttainable float64 // one over it
	belief        float64 // hours a week of benefit believed in, at full response
	upkeep        float64 // hours a week at full logged use, for this person
	realised      float64 // share of the best effect now realised

	rejection float64 // what is left of the exponential until rejection
	clock     float64 // what is left of the exponential until trial
	weeks     float64 // in trial
	ease      float64 // sd
	attitude  float64 // on the log hazard, the person's own
	intention float64 // log hazard's x when last considered, reported
	keenness  float64 // exp(intention)
	chances   int     // trials so far
}

// adopting reports whether the person counts as a user for others.
func (t *toolUse) adopting() bool { return t.stage == trial || t.stage == routine }

// meet gives a person a fresh state with tool k.
func (w *world) meet(t *toolUse, k int, key random.Key, savvy float64) {
	a := &w.m.s.Assumptions
	tool := &w.m.tools[k]
	// Draws are keyed by the tool's name, so that a tool meets the same luck
	// whichever other tools are rolled out.
	id := int(random.Name(tool.tool.ID) & 0xffffff)
	*t = toolUse{
		clock: key.Exponential(random.TrialClock, id),
		ease:  tool.tool.Ease + float64(a.Use.EaseSavvy*savvy) + float64(a.Use.EaseNoise*key.Normal(random.EaseNoise, id)),
	}
	t.attitude = float64(a.Adoption.AttitudeSD * key.Normal(random.AttitudeNoise, 0))
	t.attainable = w.m.attainable(tool, savvy)
	t.perAttainable = 1 / t.attainable
	// Upkeep takes the less able longer: a tenth for a standard deviation of ease.
	t.upkeep = float64(tool.upkeep * clamp(1-float64(easeUpkeep*t.ease), .6, 1.4))
	t.belief = tool.wiifm + a.Adoption.Promise
}

// easeUpkeep is the share of upkeep that one sd of ease saves [judgement].
const easeUpkeep = .1

// resetTools gives every holder a fresh state with every tool.
func (w *world) resetTools() {
	if len(w.m.tools) == 0 {
		return
	}
	for i := range w.seats {
		if i%pause == 0 && w.halted() {
			return
		}
		w.meetAll(i)
	}
	for t := range w.managers {
		w.leadMeetsAll(t)
	}
	clear(w.users)
	clear(w.leaders)
	clear(w.teamUsers)
	clear(w.routines)
}

func (w *world) meetAll(i int) {
	s := &w.seats[i]
	for k := range w.m.tools {
		w.meet(&w.toolsOf(i)[k], k, s.key, s.person.savvy)
	}
	s.effect = [channels]float64{}
	s.burden, s.net, s.fumble = 0, 0, 0
}

func (w *world) leadMeetsAll(t int) {
	for k := range w.m.tools {
		w.meet(&w.leadOf(t)[k], k, w.managers[t].key, w.managers[t].savvy)
	}
}

// hazard of trial, a week:
//
//	h = (p + q x share) x exp(x) / 52
//	x = usefulness x (belief + reward - upkeep) + ease effect x ease + attitude + sponsorship
//
// Time to trial is exponential in the sum of hazards, so that with x = 0, no
// rejection and everyone equally relevant adoption is Bass exactly.
func (w *world) hazard(t *toolUse, k int, share float64) float64 {
	a := &w.m.s.Assumptions.Adoption
	tool := &w.m.tools[k]
	t.intention = float64(a.Ease*t.ease) + t.attitude + tool.sponsor
	if w.m.s.Mechanisms.WIIFM {
		t.intention += float64(a.Usefulness * (t.belief + tool.reward - t.upkeep))
	}
	t.keenness = numeric.Exp(t.intention)
	return float64((a.Innovation+float64(a.Imitation*share))*t.keenness) / weeksYear
}

// adopt moves the reps of team ti through the stages of every tool.
func (w *world) adopt(ti int) {
	team := &w.m.teams[ti]
	a := &w.m.s.Assumptions.Adoption
	notice := int(w.m.s.Decisions.Rollout.Announcement)
	people := len(w.present)
	for k := range w.m.tools {
		live := team.goLive[k]
		if w.week < live-notice {
			continue
		}
		if w.routines[ti*len(w.m.tools)+k] == people {
			continue // everyone uses it routinely, and nobody has joined
		}
		users := w.teamUsers[ti*len(w.m.tools)+k]
		for _, i := range w.present {
			s := &w.seats[i]
			t := &w.toolsOf(i)[k]
			self := 0
			if t.adopting() {
				self = 1
			}
			switch t.stage {
			case unaware:
				t.stage = aware
				if w.week < live {
					continue
				}
				fallthrough
			case aware:
				if w.week < live {
					continue
				}
				t.clock -= w.hazard(t, k, w.relevant(ti, k, users-self, people-1, self))
				if t.clock <= 0 {
					w.try(t, k, s.key)
				}
			case trial:
				t.weeks++
				if t.weeks >= a.TrialWeeks {
					t.stage, t.settled = routine, 1
				}
			case rejected:
				// A second chance comes with peers who use the tool.
				share := w.relevant(ti, k, users, people-1, 0)
				t.clock -= float64(a.SecondChance*share*t.keenness) / weeksYear
				if t.clock <= 0 {
					w.try(t, k, s.key)
					t.belief += a.Promise / 2
				}
			}
		}
	}
}

// try starts a trial and winds the clocks of a rejection and, after it, of a
// second chance.
func (w *world) try(t *toolUse, k int, key random.Key) {
	id := int(random.Name(w.m.tools[k].tool.ID)&0xffffff) + t.chances<<24
	t.stage, t.active, t.weeks, t.chances = trial, 1, 0, t.chances+1
	t.clock = key.Exponential(random.SecondChanceClock, id)
	t.rejection = key.Exponential(random.RejectionClock, id)
}

// relevant is the share of users among relevant others: team, manager, and
// less so the firm; self excluded.
func (w *world) relevant(ti, k, teamUsers, teamOthers, self int) float64 {
	if !w.m.s.Mechanisms.Peers {
		return 0
	}
	a := &w.m.s.Assumptions.Adoption
	share := 0.0
	if teamOthers > 0 {
		share += float64(a.TeamWeight * float64(teamUsers) / float64(teamOthers))
	}
	if w.m.s.Mechanisms.Managers && w.managers[ti].present && w.leadOf(ti)[k].adopting() {
		share += a.ManagerWeight
	}
	if w.occupied > 1 {
		share += float64(a.FirmWeight * float64(max(0, w.users[k]-self)) / float64(w.occupied-1))
	}
	return share
}

// managerUsesTools moves a manager through the stages, as a rep: relevant
// others are the other managers.
func (w *world) managerUsesTools(ti int) {
	if !w.m.s.Mechanisms.Managers || !w.managers[ti].present {
		return
	}
	team := &w.m.teams[ti]
	for k := range w.m.tools {
		if w.week < team.goLive[k] {
			continue
		}
		t := &w.leadOf(ti)[k]
		switch t.stage {
		case unaware, aware:
			t.stage = aware
			share := 0.0
			if n := len(w.managers); n > 1 && w.m.s.Mechanisms.Peers {
				share = float64(w.leaders[k]) / float64(n-1)
			}
			t.clock -= w.hazard(t, k, share)
			if t.clock <= 0 {
				w.try(t, k, w.managers[ti].key)
			}
		default:
			w.useTool(t, &w.m.tools[k], 1, 0, 0)
		}
	}
}

// countUsers leaves the numbers of users for next week.
func (w *world) countUsers() {
	tools := len(w.m.tools)
	if tools == 0 {
		return
	}
	clear(w.users)
	for t := range w.m.teams {
		for k := range w.users {
			w.users[k] += w.teamUsers[t*tools+k]
		}
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
