package sim

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// Open opportunities are carried as the mean number in each stage. Creation is
// Poisson and opportunities move independently, so given the reps the numbers
// won, lost and left undecided in different weeks are independent Poisson with
// exactly these means (thinning of a Poisson stream through a network of
// infinite-server stages): drawing them has the law of drawing every
// opportunity's fate. Created and open opportunities are means given the reps.

// advanceStages takes one step: arrivals join the first stage, then every stage
// loses and advances its shares times speed, the last first. It returns what
// reached its decision from the last stage and what was lost before it.
func advanceStages(stock *[maxStages]float64, stages int, arrivals, speed float64, advance, lose *[maxStages]float64) (decided, dropped float64) {
	stock[0] += arrivals
	for i := stages - 1; i >= 0; i-- {
		here := float64(stock[i] * speed)
		moved, gone := float64(here*advance[i]), float64(here*lose[i])
		stock[i] -= moved + gone
		dropped += gone
		if i == stages-1 {
			decided = moved
		} else {
			stock[i+1] += moved
		}
	}
	return decided, dropped
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
	return float64(rate * (1 + s.effect[creation]))
}

// closing is what a seat's week needs between the passes of moveAndClose.
type closing struct{ quality, mean, value, none float64 }

// moveAndClose moves every seat's opportunities and closes deals. It goes over
// the team in passes, each free of what the processor cannot foresee, and draws
// the deals last.
func (w *world) moveAndClose(team *teamModel, plan *weekPlan) {
	m := w.m
	scratch := w.closing[:len(w.present)]
	skill, today := m.s.Assumptions.Skill.Effect, m.s.Assumptions.Skill.Today
	effort, base := m.s.Assumptions.Engagement.Effort, m.s.Assumptions.Engagement.Base
	depth := m.s.Assumptions.Dip.Depth
	for at, i := range w.present {
		s := &w.seats[i]
		scratch[at].quality = numeric.Exp(float64(skill*(s.skill-today)) + float64(effort*(s.engagement-base)) + s.effort)
	}
	var flows flows
	for at, i := range w.present {
		s := &w.seats[i]
		slow := float64(depth * s.fumble)
		flows.add(s, &m.roles[m.seats[i].role], plan, &scratch[at], float64(w.rateOf(s, plan, scratch[at].quality)*(1-slow)), slow)
	}
	w.sums.add(&flows)
	if len(w.present) < team.last-team.first {
		for i := team.first; i < team.last; i++ {
			if s := &w.seats[i]; !s.occupied {
				s.revenue, s.won = 0, 0
				w.decay(s, &m.roles[m.seats[i].role])
			}
		}
	}
	if w.expected {
		for at, i := range w.present {
			s := &w.seats[i]
			s.revenue = float64(scratch[at].mean * scratch[at].value)
			w.sums.won += scratch[at].mean
		}
		return
	}
	for at := range scratch {
		scratch[at].none = numeric.Exp(-scratch[at].mean)
	}
	for at, i := range w.present {
		s := &w.seats[i]
		s.won = w.drawWins(s, &scratch[at])
		w.sums.won += float64(s.won)
	}
	w.drawValues(scratch)
}

// flows are a team's sums of a week's moves.
type flows struct {
	created, decided, dropped, lost, noDecision, bookings, pipeline, cycle float64
}

// add moves an occupied seat's opportunities by a week.
func (f *flows) add(s *seat, role *roleModel, plan *weekPlan, c *closing, created, slow float64) {
	faster := s.effect[cycle]
	speed := 1.0
	if faster != 0 || s.fumble != 0 {
		// Whoever fumbles is slow to move and close what is open.
		speed = smaller((1-slow)/(1-faster), role.fastest)
	}
	decided, dropped := advanceStages(&s.stock, role.stages, created, speed, &role.advance, &role.lose)
	loss := float64(plan.loss * (1 - s.effect[win]))
	none := float64(plan.noDecision * (1 - s.effect[noDecision]))
	perDecision := decided / (plan.win + loss + none)
	c.mean = float64(plan.win * perDecision)
	c.value = float64(role.dealValue * (1 + s.effect[dealValue]))
	f.created += created
	f.decided += decided
	f.dropped += dropped
	f.lost += float64(loss * perDecision)
	f.noDecision += float64(none * perDecision)
	f.bookings += float64(c.mean * c.value)
	f.pipeline += openIn(s, role.stages)
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
	w.sums.pipeline += openIn(s, role.stages)
}

func openIn(s *seat, stages int) float64 {
	open := 0.0
	for k := 0; k < stages; k++ {
		open += s.stock[k]
	}
	return open
}

// drawWins draws the number of deals a rep wins this week.
func (w *world) drawWins(s *seat, c *closing) int {
	week := w.week + burnInWeeks
	u := s.key.Uniform(random.Wins, week)
	if c.mean <= numeric.MaxPoissonSmall {
		return numeric.PoissonSmall(c.mean, c.none, u)
	}
	return numeric.Poisson(c.mean, u, func(part int) float64 { return s.key.Uniform(random.Wins, week+part<<20) })
}

// drawValues draws the value of each deal won: lognormal around the mean value.
// Where the same person has won as many deals in the twin, which has run the
// week already, the draws are the same, and are taken from there.
func (w *world) drawValues(scratch []closing) {
	week := w.week + burnInWeeks
	for at, i := range w.present {
		s := &w.seats[i]
		if w.twin != nil {
			if b := &w.twin.seats[i]; b.key == s.key && b.won == s.won && b.workedIn == w.week {
				s.drawn = b.drawn
				s.revenue = float64(scratch[at].value * s.drawn)
				continue
			}
		}
		s.drawn = w.drawDeals(s.key, week, s.won)
		s.revenue = float64(scratch[at].value * s.drawn)
	}
}

// drawDeals is the sum of the values of deals over their mean. The first two
// are drawn whether won or not, since the processor cannot foresee the number.
func (w *world) drawDeals(key random.Key, week, won int) float64 {
	deals := w.m.deals
	// One draw of 64 bits serves two deals: 32 are plenty for a value.
	bits := key.Bits(random.DealValue, week)
	sum := float64(deals.value(bits)*atLeast(won, 1)) + float64(deals.value(bits<<32)*atLeast(won, 2))
	for d := 2; d < won; d += 2 {
		bits = key.Bits(random.DealValue, week+d<<16)
		sum += deals.value(bits) + float64(deals.value(bits<<32)*atLeast(won, d+2))
	}
	return sum
}

// atLeast is 1 where n >= k, else 0, without a branch.
func atLeast(n, k int) float64 { return float64(1 - int(uint64(n-k)>>63)) }

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
