package sim

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// Open opportunities are carried as the mean number in each stage. Creation is
// Poisson and opportunities move independently, so given the reps the numbers
// won in different weeks are independent Poisson with exactly these means
// (thinning of a Poisson stream through a network of infinite-server stages):
// drawing the wins from them has the law of drawing every opportunity's fate,
// and adds no luck that the deals do not have. Wins and deal values carry luck;
// created, open, lost and undecided opportunities are means given the reps.

// advanceStages takes one step: arrivals join the first stage, then every stage
// loses and advances its shares, the last first. It returns what reached its
// decision from the last stage and what was lost before it.
func advanceStages(stock *[maxStages]float64, stages int, arrivals, speed float64, advance, lose *[maxStages]float64) (decided, dropped float64) {
	stock[0] += arrivals
	last := stages - 1
	decided = float64(stock[last] * min(.98, float64(advance[last]*speed)))
	lostLast := float64(stock[last] * min(.98, float64(lose[last]*speed)))
	stock[last] -= decided + lostLast
	dropped = lostLast
	for i := last - 1; i >= 0; i-- {
		a, l := float64(advance[i]*speed), float64(lose[i]*speed)
		if sum := a + l; sum > .98 {
			a, l = float64(a*.98)/sum, float64(l*.98)/sum
		}
		moved, gone := float64(stock[i]*a), float64(stock[i]*l)
		stock[i] -= moved + gone
		stock[i+1] += moved
		dropped += gone
	}
	return decided, dropped
}

// dynamicQuality is the part of log quality that moves by the week:
//
//	skill effect x (S - today) + effort effect x (E - base)
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

// creationRate is the expected number of opportunities a rep creates this week:
//
//	a x T x (h/h0)^e x quality x ramp x (1 + tools) x (1 - fumbling)
func (w *world) creationRate(s *seat, plan *weekPlan) float64 {
	m := w.m
	rate := float64(s.baseRate * s.territory.growth)
	rate = float64(rate * numeric.Exp(m.dynamicQuality(s.skill, s.engagement)))
	rate = float64(rate * s.effort * plan.creation)
	rate = float64(rate * m.rampFactor(s.ramped))
	rate = float64(rate * (1 + s.effect[creation]))
	return float64(rate * (1 - float64(m.s.Assumptions.Dip.Depth*s.fumble)))
}

// moveAndClose moves every seat's opportunities and closes deals.
func (w *world) moveAndClose(team *teamModel, plan *weekPlan) {
	m := w.m
	sums := &w.sums
	decay := m.s.Assumptions.Pipeline.VacantDecay
	for i := team.first; i < team.last; i++ {
		s := &w.seats[i]
		role := &m.roles[m.seats[i].role]
		s.revenue, s.won = 0, 0
		if !s.occupied {
			// A vacant seat's opportunities are frozen, and decay.
			for k := 0; k < role.stages; k++ {
				gone := float64(s.stock[k] * decay)
				s.stock[k] -= gone
				sums.decayed += gone
				sums.pipeline += s.stock[k]
			}
			continue
		}
		created := w.creationRate(s, plan)
		speed := 1.0
		if s.effect[cycle] != 0 {
			speed = 1 / (1 - s.effect[cycle])
		}
		decided, dropped := advanceStages(&s.stock, role.stages, created, speed, &role.advance, &role.lose)
		loss := float64(plan.loss * (1 - s.effect[win]))
		none := float64(plan.noDecision * (1 - s.effect[noDecision]))
		perDecision := decided / (plan.win + loss + none)
		mean := float64(plan.win * perDecision)
		value := float64(role.dealValue * (1 + s.effect[dealValue]))
		w.closeDeals(s, mean, value)
		sums.created += created
		sums.decided += decided
		sums.dropped += dropped
		sums.lost += float64(loss * perDecision)
		sums.noDecision += float64(none * perDecision)
		sums.expectedBookings += float64(mean * value)
		open := 0.0
		for k := 0; k < role.stages; k++ {
			open += s.stock[k]
		}
		sums.pipeline += open
		sums.cycle += float64(role.stages) / float64(role.advance[role.stages-1]*speed)
	}
}

// closeDeals draws the number of deals won and the value of each: lognormal
// around the mean value.
func (w *world) closeDeals(s *seat, mean, value float64) {
	if w.expected {
		s.revenue = float64(mean * value)
		w.sums.won += mean
		return
	}
	week := w.week + burnInWeeks
	var won int
	u := s.key.Uniform(random.Wins, week)
	if mean <= numeric.MaxPoissonSmall {
		won = numeric.PoissonSmall(mean, numeric.Exp(-mean), u)
	} else {
		won = numeric.Poisson(mean, u, func(part int) float64 { return s.key.Uniform(random.Wins, week+part<<20) })
	}
	sum := 0.0
	for d := 0; d < won; d++ {
		sum += w.m.deals.value(s.key.Bits(random.DealValue, week+d<<16))
	}
	s.won = won
	s.revenue = float64(value * sum)
	w.sums.won += float64(won)
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
