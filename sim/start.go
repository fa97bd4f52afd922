package sim

import (
	"math"

	"threep/sim/internal/random"
)

// start seats the organisation at the beginning of burn-in: people and
// territories from the stationary population, or the roster's people with what
// is unknown drawn given what is known. Where the run is stopped it breaks off.
func (w *world) start(root random.Key, expected bool) {
	m := w.m
	w.root, w.expected, w.fixed = root, expected, len(m.s.Roster) > 0
	w.week = -burnInWeeks
	w.feedback, w.forecast, w.booked, w.expectation, w.forecastError = 0, math.NaN(), 0, 0, math.NaN()
	w.revenueYear, w.trailing = [weeksYear]float64{}, 0
	clear(w.year)
	w.occupied = 0
	w.forgetRolls()
	for t := range w.managers {
		g := &w.managers[t]
		*g = manager{ordinal: -1}
		w.hireManager(t, m.week(-burnInWeeks).managerSelection)
		if seat := root.Person(m.teams[t].key^managerSalt, -1); seat.Uniform(random.ManagerDraw, 0) > managerPresence(m.s) {
			g.present = false
			_, g.vacant = vacancyFound(m.s.Assumptions.Managers.FillWeeks, seat.Uniform(random.ManagerDraw, 1), seat.Uniform(random.ManagerDraw, 2))
		}
	}
	for i := range w.seats {
		if i%pause == 0 && w.halted() {
			return
		}
		if m.seats[i].index >= 0 {
			w.startFromRoster(i)
		} else {
			w.startDrawn(i)
		}
		w.fillPipeline(i)
	}
	for i := range w.seats {
		if w.seats[i].occupied() {
			w.occupied++
		}
	}
	w.resetTools()
}

// startDrawn seats a member of the stationary population.
func (w *world) startDrawn(i int) {
	m := w.m
	p := m.population[m.seats[i].role]
	seatKey := w.root.Person(m.seats[i].key, -1)
	pick := int(seatKey.Bits(random.Population, 0) % uint64(len(p.seats)))
	w.seatIncumbent(i, p, pick)
}

// seatIncumbent copies member pick of the population into seat i.
func (w *world) seatIncumbent(i int, p *stationary, pick int) {
	m := w.m
	n := m.traits.n
	from := &p.seats[pick]
	s := &w.seats[i]
	*s = seat{territory: from.territory, person: from.person, appraisal: from.appraisal, left: -burnInWeeks - 1}
	w.place(i)
	s.clear()
	k := s.lane
	s.Tenure[k], s.Skill[k], s.Growth[k] = math.Floor(from.tenure), from.skill, from.territory.growth
	copy(w.traitsOf(i), p.traits[pick*n:(pick+1)*n])
	s.key = w.root.Person(m.seats[i].key, 0)
	s.meets(from.key, from.halo)
	s.hold(from.vacant <= 0)
	s.vacant = math.Ceil(from.vacant)
	s.Ramped[k] = min(1, from.tenure/from.person.rampWeeks)
	s.Engagement[k] = m.engagementAtRest(s.person.drive)
	w.seat(i)
}

// fillPipeline puts a seat's pipeline where its creation rate would hold it.
func (w *world) fillPipeline(i int) {
	m := w.m
	s := &w.seats[i]
	role := &m.roles[m.seats[i].role]
	k := s.lane
	s.Effort[k] = 0
	if s.absent {
		s.Ramped[k] = 1 // as the predecessor was
	}
	flow := s.Rate(k, &m.week(-burnInWeeks).moves)
	s.frozen = [maxStages]float64{}
	if s.occupied() {
		role.fill(flow, func(stage int, open float64) { s.Stock[stage][k] = open })
	} else {
		// What accounts bring is served throughout, so that it stands where its
		// arrivals hold it; of the rest is left what the vacancy has left.
		brought := m.brought(s.Ramped[k])
		kept := m.s.Assumptions.Pipeline.PassOn
		if s.leaves < 0 {
			kept = float64(kept * m.vacantLeft(-s.leaves))
		}
		if s.absent {
			s.Ramped[k] = 0
			kept = float64(kept * m.leftToNewcomers(s.vacant))
		}
		role.fill(float64(flow*brought), func(stage int, open float64) { s.Stock[stage][k] = open })
		role.fill(float64(float64(flow*(1-brought))*kept), func(stage int, open float64) { s.frozen[stage] = open })
	}
	s.Hours[k] = 0
}

// fill tells what a flow of opportunities holds in each stage.
func (r *roleModel) fill(flow float64, tell func(stage int, open float64)) {
	for stage := 0; stage < r.stages; stage++ {
		out := r.advance[stage] + r.lose[stage]
		// At the end of a week the first stage has moved its arrivals already, the
		// others not yet.
		open := flow / out
		if stage == 0 {
			open = float64(flow * (1 - out) / out)
		}
		tell(stage, open)
		flow = float64(flow * r.advance[stage] / out)
	}
}
