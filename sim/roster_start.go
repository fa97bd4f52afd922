package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// rosterDraws is how many members of the stationary population are weighed for
// a roster's person [judgement: the effective sample is then some tens].
const rosterDraws = 96

// rosterModel is what a roster's person tells, prepared once.
type rosterModel struct {
	known    []int       // traits known
	gain     [][]float64 // trait on known trait: what an observed surprise moves
	logSales float64     // log of last year's sales over the roster's mean
	hasSales bool
}

// compileRoster prepares the conditional draw of every roster seat.
func (m *model) compileRoster() error {
	roster := m.s.Roster
	if len(roster) == 0 {
		return nil
	}
	corr := correlationMatrix(&m.s.Catalogue)
	mean, n := 0.0, 0.0
	quota, quotas := 0.0, 0.0
	for i := range roster {
		if r := &roster[i]; r.Sales != nil && *r.Sales > 0 {
			mean += numeric.Log(annualised(r))
			n++
		}
		if q := roster[i].Quota; q != nil && *q > 0 {
			quota += *q
			quotas++
		}
	}
	m.rosters = make([]rosterModel, len(m.seats))
	m.meanTerritory = m.meanKnownTerritory()
	for i := range m.seats {
		r := &roster[m.seats[i].index]
		out := &m.rosters[i]
		if r.Sales != nil && *r.Sales > 0 {
			out.hasSales = true
			out.logSales = numeric.Log(annualised(r)) - mean/n
		}
		if r.Quota != nil && *r.Quota > 0 {
			m.seats[i].quotaIndex = *r.Quota / (quota / quotas)
		}
		for k, t := range m.s.Catalogue.Traits {
			if _, ok := r.Traits[t.ID]; ok {
				out.known = append(out.known, k)
			}
		}
		if len(out.known) == 0 {
			continue
		}
		gain, err := regression(corr, out.known)
		if err != nil {
			return err
		}
		out.gain = gain
	}
	return nil
}

// meanKnownTerritory is the mean log index of the roster's territories, with 1
// for what is not known.
func (m *model) meanKnownTerritory() float64 {
	one := territory{potential: 1, accounts: 1, presence: 1, workload: 1, index: 1, growth: 1}
	sum := 0.0
	for i := range m.s.Roster {
		t := m.rosterTerritory(&m.s.Roster[i], &one)
		sum += numeric.Log(t.index)
	}
	return sum / float64(len(m.s.Roster))
}

// annualised is a rep's sales as if sold over a whole year; who has been there
// for less than a year has sold for less [at least a tenth of a year].
func annualised(r *RosterSeat) float64 {
	if r.Tenure == nil || *r.Tenure >= weeksYear {
		return *r.Sales
	}
	return *r.Sales / max(.1, *r.Tenure/weeksYear)
}

// regression returns the coefficients of every trait on the known ones:
// corr[., K] times the inverse of corr[K, K].
func regression(corr [][]float64, known []int) ([][]float64, error) {
	k := len(known)
	sub := make([][]float64, k)
	for i := range sub {
		sub[i] = make([]float64, k)
		for j := range sub[i] {
			sub[i][j] = corr[known[i]][known[j]]
		}
	}
	l, err := choleskyOf(sub)
	if err != nil {
		return nil, err
	}
	out := make([][]float64, len(corr))
	y := make([]float64, k)
	for t := range corr {
		// Solve L y = c, then L' x = y.
		for i := 0; i < k; i++ {
			sum := corr[t][known[i]]
			for j := 0; j < i; j++ {
				sum -= float64(l[i][j] * y[j])
			}
			y[i] = sum / l[i][i]
		}
		x := make([]float64, k)
		for i := k - 1; i >= 0; i-- {
			sum := y[i]
			for j := i + 1; j < k; j++ {
				sum -= float64(l[j][i] * x[j])
			}
			x[i] = sum / l[i][i]
		}
		out[t] = x
	}
	return out, nil
}

// rosterCandidate is a member of the population made to agree with what is known.
type rosterCandidate struct {
	pick   int
	traits [MaxTraits]float64
	person person
	weight float64
}

// startFromRoster seats a real person: members of the stationary population are
// made to agree with what is known of traits, savvy and age, then one is chosen
// with weights that say how well it explains tenure, past sales and rating
// (sampling, importance resampling). Nothing is fitted to one person: high past
// sales make strong people likelier, no more.
func (w *world) startFromRoster(i int) {
	m := w.m
	r := &m.s.Roster[m.seats[i].index]
	role := &m.roles[m.seats[i].role]
	pool := m.population[m.seats[i].role]
	info := &m.rosters[i]
	key := w.root.Person(m.seats[i].key, -1)
	u := float64(key.Uniform(random.Resampling, rosterDraws))
	total := 0.0
	var chosen rosterCandidate
	for c := 0; c < rosterDraws; c++ {
		pick := int(key.Bits(random.Resampling, c) % uint64(len(pool.seats)))
		cand := w.rosterCandidate(i, pick, pool, info, r, role)
		total += cand.weight
		// Keeping the c-th with probability weight/total leaves each kept in
		// proportion to its weight; one uniform serves, stretched after each test.
		p := cand.weight / total
		if c == 0 || u < p {
			chosen = cand
			u = u / p
		} else {
			u = (u - p) / (1 - p)
		}
	}
	w.seatIncumbent(i, pool, chosen.pick)
	s := &w.seats[i]
	copy(w.traitsOf(i), chosen.traits[:m.traits.n])
	s.person = chosen.person
	s.territory = m.rosterTerritory(r, &pool.seats[chosen.pick].territory)
	w.rosterFacts(i, r, role)
}

func (w *world) rosterCandidate(i, pick int, pool *stationary, info *rosterModel, r *RosterSeat, role *roleModel) rosterCandidate {
	m := w.m
	n := m.traits.n
	from := &pool.seats[pick]
	c := rosterCandidate{pick: pick, person: from.person}
	copy(c.traits[:n], pool.traits[pick*n:(pick+1)*n])
	if len(info.known) > 0 {
		var surprise [MaxTraits]float64
		for k, t := range info.known {
			surprise[k] = r.Traits[m.s.Catalogue.Traits[t].ID] - c.traits[t]
		}
		for t := 0; t < n; t++ {
			for k := range info.known {
				c.traits[t] += float64(info.gain[t][k] * surprise[k])
			}
		}
	}
	c.person.fit = 0
	for t := 0; t < n; t++ {
		c.person.fit += float64(role.weights[t] * c.traits[t])
	}
	if r.Age != nil {
		c.person.age = *r.Age
	}
	if r.Savvy != nil {
		c.person.savvy = *r.Savvy
	}
	skill0, persist := c.person.skill0, c.person.persist
	m.finish(&c.person, c.traits[:n], role, w.root.Person(m.seats[i].key, 0))
	c.person.skill0, c.person.persist = skill0, persist

	log := 0.0
	if r.Tenure != nil {
		d := numeric.Log((from.tenure + 26) / (*r.Tenure + 26))
		log -= float64(d*d) / (2 * .4 * .4)
	}
	if from.vacant > 0 {
		log -= 4 // a leaver's traits are a poor guide to who stayed
	}
	attain := 0.0
	if info.hasSales {
		t := m.rosterTerritory(r, &from.territory)
		skill := from.skill
		if r.Skill != nil {
			skill = *r.Skill
		}
		predicted := m.logQuality(&c.person) + m.dynamicQuality(skill, m.engagementAtRest(c.person.drive)) - m.meanQuality
		predicted += numeric.Log(float64(t.index*t.growth)) - m.meanTerritory
		surprise := info.logSales - predicted
		variance := rosterNoise
		log -= float64(surprise*surprise) / float64(2*variance)
		attain = clamp(float64(surprise/.3), -2, 2)
	}
	if r.Rating != nil {
		a := &m.s.Assumptions.Rating
		z := float64(*r.Rating*role.ratingSD) - c.person.appraise - float64(a.Attainment*attain)
		noise := max(.2, a.Noise)
		log -= float64(z*z) / float64(2*noise*noise)
	}
	c.weight = numeric.Exp(max(-60, log))
	return c
}

// rosterNoise is the variance of log annual sales that neither traits, skill
// nor territory explain [luck of about 70 deals a year, and what the model does
// not know of a real territory; judgement].
const rosterNoise = .2 * .2

// rosterTerritory takes what is known of a seat's territory and the rest from a
// drawn one.
func (m *model) rosterTerritory(r *RosterSeat, drawn *territory) territory {
	pick := func(known *float64, else_ float64) float64 {
		if known != nil {
			return *known
		}
		return else_
	}
	if r.Potential == nil && r.Accounts == nil && r.Presence == nil && r.Workload == nil {
		return *drawn
	}
	t := m.territory.combine(pick(r.Potential, drawn.potential), pick(r.Accounts, drawn.accounts), pick(r.Presence, drawn.presence), pick(r.Workload, drawn.workload))
	if r.Accounts == nil {
		t.growth = drawn.growth
	}
	return t
}

// rosterFacts sets what the roster says outright, a year before today: people
// who joined since have not started yet.
func (w *world) rosterFacts(i int, r *RosterSeat, role *roleModel) {
	m := w.m
	s := &w.seats[i]
	s.occupied, s.vacant, s.absent = true, 0, false
	if r.Tenure != nil {
		s.tenure = math.Floor(*r.Tenure+.5) - burnInWeeks
	} else {
		s.tenure -= burnInWeeks
	}
	if r.Skill != nil {
		s.skill = *r.Skill
	}
	s.person.age -= 1
	s.ramped = min(1, max(0, s.tenure)/s.person.rampWeeks)
	if r.Rating != nil {
		// The persistent part is what the rating leaves over.
		a := &m.s.Assumptions.Rating
		noise := max(.05, a.Noise)
		raw := float64(*r.Rating*role.ratingSD) + role.ratingMean
		s.person.persist = clamp((raw-s.person.appraise-float64(a.Attainment*s.attain))/noise, -4, 4) - w.halo(m.seats[i].team, s)
		s.rawRating, s.rating = raw, *r.Rating
		m.setHazards(&s.appraisal, role, max(0, s.tenure))
	}
	if s.tenure < 0 {
		s.absent, s.occupied = true, false
		s.vacant = -s.tenure
		s.tenure, s.ramped = 0, 0
	}
	if r.Vacant {
		s.absent, s.occupied = false, false
		s.vacant = burnInWeeks + m.fillWeeks(s.key, m.week(0).fillWeeks)
	}
	w.seat(i)
	s.engagement = m.engagementAtRest(s.person.drive)
}
