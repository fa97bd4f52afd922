package sim

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
	"threep/sim/internal/vector"
)

// Open opportunities are carried as the mean number in each stage. Creation is
// Poisson and opportunities move independently, so given the reps the numbers
// won, lost and left undecided in different weeks are independent Poisson with
// exactly these means (thinning of a Poisson stream through a network of
// infinite-server stages): drawing them has the law of drawing every
// opportunity's fate. Created and open opportunities are means given the reps.

// advanceStages takes one step: arrivals join the first stage, then every stage
// loses and advances its shares times speed, the last first. It returns what
// reached its decision from the last stage, what was lost before it, and what is
// open then.
func advanceStages(stock []float64, arrivals, speed float64, advance, lose *[maxStages]float64) (decided, dropped, open float64) {
	// What arrives in a later stage does not leave it in the same week, so that the
	// stages can be gone through from the first on, with what has moved in hand.
	stock[0] += arrivals
	for i, here := range stock[:min(len(stock), maxStages)] {
		leaves := float64(here * speed)
		moved, gone := float64(leaves*advance[i]), float64(leaves*lose[i])
		here = here - (moved + gone) + decided
		stock[i] = here
		open += here
		dropped += gone
		decided = moved
	}
	return decided, dropped, open
}

// fastest is the largest share of a stage's stock that can leave it in a week.
const fastest = .98

// dynamicQuality is the part of log quality that moves by the week:
//
//	dynamic quality = skill.effect x (S - skill.today) + engagement.effort x (E - engagement.base)
func (m *model) dynamicQuality(skill, engagement float64) float64 {
	a := &m.s.Assumptions
	return float64(a.Skill.Effect*(skill-a.Skill.Today)) + float64(a.Engagement.Effort*(engagement-a.Engagement.Base))
}

// rampFactor is the share of the full rate at a share of the ramp done.
func (m *model) rampFactor(done float64) float64 {
	if done >= 1 {
		return 1
	}
	start := m.s.Assumptions.Ramp.Start
	return start + float64((1-start)*done)
}

// creationRate is the expected number of opportunities a rep creates this week,
// but for fumbling:
//
//	created = a x T x (h / h0)^market.hours_elasticity x exp(log quality + dynamic quality) x process x ramp x (1 + tools)
func (w *world) creationRate(s *seat, plan *weekPlan) float64 {
	return w.rateOf(s, plan, numeric.Exp(w.m.dynamicQuality(s.skill, s.engagement)+s.effort))
}

// rateOf is creationRate given the factor of skill, engagement and hours.
func (w *world) rateOf(s *seat, plan *weekPlan, quality float64) float64 {
	rate := float64(float64(s.baseRate*s.territory.growth) * quality)
	rate = float64(rate * plan.creation)
	rate = float64(rate * w.m.rampFactor(s.ramped))
	return float64(rate * (1 + s.effect.Creation))
}

// moveAndClose moves every seat's opportunities and closes deals. It goes over
// the team in passes, and draws the deals last.
func (w *world) moveAndClose(team *teamModel, plan *weekPlan) {
	m := w.m
	// The factor of skill, engagement and hours.
	skill, today := m.s.Assumptions.Skill.Effect, m.s.Assumptions.Skill.Today
	effort, base := m.s.Assumptions.Engagement.Effort, m.s.Assumptions.Engagement.Base
	quality := w.scratch[:len(w.present)]
	for at, s := range w.present {
		quality[at] = float64(skill*(s.skill-today)) + float64(effort*(s.engagement-base)) + s.effort
	}
	vector.Exp(quality)
	depth := m.s.Assumptions.Dip.Depth
	flows := flows{plan: plan}
	for at, s := range w.present {
		slow := float64(depth * s.fumble)
		flows.add(s, &m.roles[s.role], float64(w.rateOf(s, plan, quality[at])*(1-slow)), slow)
	}
	w.sums.add(&flows)
	if len(w.present) < team.last-team.first {
		for i := team.first; i < team.last; i++ {
			if s := &w.seats[i]; !s.occupied {
				s.revenue, s.won = 0, 0
				w.decay(s, &m.roles[s.role])
			}
		}
	}
	if w.expected {
		for _, s := range w.present {
			s.revenue = float64(s.mean * s.value)
			w.sums.won += s.mean
		}
		return
	}
	none := w.scratch[:len(w.present)]
	for at, s := range w.present {
		none[at] = numeric.Exp(-s.mean)
	}
	week := w.week + burnInWeeks
	for at, s := range w.present {
		s.won, s.revenue = 0, 0
		if u := s.key.Uniform(random.Wins, week); u > none[at] || s.mean > numeric.MaxPoissonSmall {
			w.close(s, week, none[at], u)
		}
	}
}

// close draws a rep's deals of a week in which there may be any.
func (w *world) close(s *seat, week int, none, u float64) {
	if s.mean <= numeric.MaxPoissonSmall {
		s.won = numeric.PoissonSmall(s.mean, none, u)
	} else {
		s.won = numeric.Poisson(s.mean, u, func(part int) float64 { return s.key.Uniform(random.Wins, week+part<<20) })
	}
	w.sums.won += float64(s.won)
	// Where the same person has won as many deals in the twin, which has run the
	// week already, the draws are the same, and are taken from there.
	if w.twin != nil {
		if b := &w.twin.seats[s.place]; b.key == s.key && b.won == s.won && b.workedIn == w.week {
			s.drawn = b.drawn
			s.revenue = float64(s.value * s.drawn)
			return
		}
	}
	s.drawn = w.drawDeals(s.key, week, s.won)
	s.revenue = float64(s.value * s.drawn)
}

// flows are a team's sums of a week's moves.
type flows struct {
	plan                                                                   *weekPlan
	created, decided, dropped, lost, noDecision, bookings, pipeline, cycle float64
}

// add moves an occupied seat's opportunities by a week.
func (f *flows) add(s *seat, role *roleModel, created, slow float64) {
	plan := f.plan
	faster := s.effect.Cycle
	speed := 1.0
	if faster != 0 || s.fumble != 0 {
		// Whoever fumbles is slow to move and close what is open.
		speed = smaller((1-slow)/(1-faster), role.fastest)
	}
	decided, dropped, open := advanceStages(s.stock[:role.stages], created, speed, &role.advance, &role.lose)
	loss := float64(plan.loss * (1 - s.effect.Win))
	none := float64(plan.noDecision * (1 - s.effect.NoDecision))
	perDecision := decided / (plan.win + loss + none)
	s.mean = float64(plan.win * perDecision)
	s.value = float64(role.dealValue * (1 + s.effect.DealValue))
	f.created += created
	f.decided += decided
	f.dropped += dropped
	f.lost += float64(loss * perDecision)
	f.noDecision += float64(none * perDecision)
	f.bookings += float64(s.mean * s.value)
	f.pipeline += open
	f.cycle += float64(role.cycleWeeks * (1 - faster))
}

func (x *weekSums) add(f *flows) {
	x.created += f.created
	x.reached += f.decided
	x.dropped += f.dropped
	x.lost += f.lost
	x.noDecision += f.noDecision
	x.expectedBookings += f.bookings
	x.pipeline += f.pipeline
	x.cycle += f.cycle
}

// decay wears down the frozen opportunities of a vacant seat.
func (w *world) decay(s *seat, role *roleModel) {
	decay := w.m.s.Assumptions.Pipeline.VacantDecay
	for k := 0; k < role.stages; k++ {
		gone := float64(s.stock[k] * decay)
		s.stock[k] -= gone
		w.sums.decayed += gone
	}
	for _, open := range s.stock[:role.stages] {
		w.sums.pipeline += open
	}
}

// drawDeals is the sum of the values of deals over their mean: lognormal. One
// draw of 64 bits serves two deals: 32 are plenty for a value.
func (w *world) drawDeals(key random.Key, week, won int) float64 {
	deals := w.m.deals
	sum := 0.0
	for d := 0; d < won; d += 2 {
		bits := key.Bits(random.DealValue, week+d<<16)
		sum += deals.value(bits)
		if d+1 < won {
			sum += deals.value(bits << 32)
		}
	}
	return sum
}

// decideRest draws what the whole firm lost to competitors and to no decision
// this week: Poisson around the mean of the reps together.
func (w *world) decideRest() {
	x := &w.sums
	if !w.expected {
		week := w.week + burnInWeeks
		draw := func(p random.Process, mean float64) float64 {
			return float64(numeric.Poisson(mean, w.root.Uniform(p, week), func(part int) float64 { return w.root.Uniform(p, week+part<<16) }))
		}
		x.lost, x.noDecision = draw(random.Lost, x.lost), draw(random.NoDecision, x.noDecision)
	}
	x.decided = x.won + x.lost + x.noDecision
}

// passOn splits a leaver's open opportunities: part stays with the seat, the
// rest is lost.
func (w *world) passOn(s *seat, stages int) {
	keep := w.m.s.Assumptions.Pipeline.PassOn
	for k := 0; k < stages; k++ {
		lost := float64(s.stock[k] * (1 - keep))
		s.stock[k] -= lost
		w.sums.leaverLost += lost
		w.sums.handed += s.stock[k]
	}
}
