package sim

import (
	"math/bits"

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
		left, moved, gone := vector.StageWeek(here, decided, speed, advance[i], lose[i])
		stock[i] = left
		open += left
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

// creating is the share of the full rate at which opportunities come to a seat at a
// share of its holder's ramp: what the accounts bring whoever holds it, and of the
// rest what the ramp lets through.
//
//	creating = territory.carryover + (1 - territory.carryover) x ramp
//	ramp = ramp.start + (1 - ramp.start) x share of the ramp done
func (m *model) creating(done float64) float64 {
	return vector.RampFactor(done, m.s.Assumptions.FirstDayRate())
}

// FirstDayRate is the share of the full rate at which opportunities come to a new
// holder of a seat on the first day: what the accounts bring, and of the rest
// ramp.start.
func (a *Assumptions) FirstDayRate() float64 {
	c := a.Territory.Carryover
	return c + float64((1-c)*a.Ramp.Start)
}

// moveAndClose moves every seat's opportunities and closes deals; it draws the
// deals last.
func (w *world) moveAndClose(team *teamModel, plan *weekPlan) {
	m := w.m
	var flows vector.Flows
	stages := int(m.s.Assumptions.Pipeline.Stages)
	vector.Move(w.here, stages, &plan.moves, &flows)
	for _, s := range w.vacant {
		w.decay(s, stages)
		s.StandIn(s.lane, stages, &plan.moves, &flows)
	}
	w.sums.add(&flows)
	if w.expected {
		for _, s := range w.rolls[team.first:team.last] { // those present, then the vacant seats
			k := s.lane
			s.Revenue[k] = float64(s.Mean[k] * s.Value[k])
			w.sums.won += s.Mean[k]
		}
		return
	}
	week := w.week + burnInWeeks
	for first := 0; first < len(w.here); first += vector.MostClosed {
		some := w.here[first:min(first+vector.MostClosed, len(w.here))]
		var twins []vector.Seats
		if w.twin != nil {
			twins = w.twin.fours[team.firstFour+first:][:len(some)]
		}
		left, won := vector.Close(some, twins, week, &m.deals.table)
		w.sums.won += won
		for ; left != 0; left &= left - 1 {
			w.close(&w.seats[team.first+first*vector.Lanes+bits.TrailingZeros64(left)], week)
		}
	}
}

// close draws a rep's deals of a week in which there may be any.
func (w *world) close(s *seat, week int) {
	k := s.lane
	mean, u := s.Mean[k], s.Luck[k]
	won := 0
	if mean <= numeric.MaxPoissonSmall {
		won = numeric.PoissonSmall(mean, s.None[k], u)
	} else {
		won = numeric.Poisson(mean, u, func(part int) float64 { return s.key.Uniform(random.Wins, week+part<<20) })
	}
	s.Won[k] = float64(won)
	w.sums.won += s.Won[k]
	// Where the same person has won as many deals in the twin, which has run the
	// week already, the draws are the same, and are taken from there.
	if w.twin != nil {
		if b := &w.twin.seats[s.place]; b.Key[k] == s.Key[k] && b.Won[k] == s.Won[k] {
			s.Drawn[k] = b.Drawn[k]
			s.Revenue[k] = float64(s.Value[k] * s.Drawn[k])
			return
		}
	}
	s.Drawn[k] = w.drawDeals(s.key, week, won)
	s.Revenue[k] = float64(s.Value[k] * s.Drawn[k])
}

func (x *weekSums) add(f *vector.Flows) {
	x.created += f.Created
	x.reached += f.Decided
	x.dropped += f.Dropped
	x.lost += f.Lost
	x.noDecision += f.NoDecision
	x.expectedBookings += f.Bookings
	x.pipeline += f.Open
	x.cycle += f.Cycle
}

// decay wears down the frozen opportunities of a vacant seat.
func (w *world) decay(s *seat, stages int) {
	decay := w.m.s.Assumptions.Pipeline.VacantDecay
	decayed, open := w.sums.decayed, w.sums.pipeline
	for k := range s.frozen[:stages] {
		gone := float64(s.frozen[k] * decay)
		s.frozen[k] -= gone
		decayed += gone
		open += s.frozen[k]
	}
	w.sums.decayed, w.sums.pipeline = decayed, open
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

// passOn splits a leaver's open opportunities. Those that the accounts brought stay,
// and colleagues serve them. Of the leaver's own part passes to the seat, where it
// lies frozen until it is filled, and the rest is lost.
func (w *world) passOn(s *seat, stages int) {
	keep := w.m.s.Assumptions.Pipeline.PassOn
	brought := w.m.brought(s.Ramped[s.lane])
	for k := range s.frozen[:stages] {
		own := float64(s.Stock[k][s.lane] * (1 - brought))
		s.Stock[k][s.lane] -= own
		s.frozen[k] = float64(own * keep)
		w.sums.leaverLost += own - s.frozen[k]
	}
}

// brought is the part of a rep's opportunities that the accounts bring.
func (m *model) brought(ramped float64) float64 {
	return m.s.Assumptions.Territory.Carryover / m.creating(ramped)
}

// takeOver gives a new holder what lay frozen.
func (s *seat) takeOver() {
	for k := range s.frozen {
		s.Stock[k][s.lane] += s.frozen[k]
		s.frozen[k] = 0
	}
}
