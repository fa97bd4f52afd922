package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

const (
	// rosterDraws is how many members of the stationary population are weighed for
	// a roster's person [judgement: the effective sample is then some tens].
	rosterDraws = 96
	// Few people work on beyond retireAge; the sd is of years beyond it [judgement].
	retireAge, retireSD = 68, 3
	// tenureSD is how near a member's tenure must be to the person's, in logs of
	// weeks + 26 [judgement].
	tenureSD = .4
	// unexplainedDraw is a counter that no draw of a territory's variables uses.
	unexplainedDraw = 1 << 20
	// leaverLog is what a leaver's traits weigh less, being a poor guide to who
	// stayed [judgement, in logs].
	leaverLog = 4
)

// rosterCandidate is a member of the population made to agree with what is known.
type rosterCandidate struct {
	traits [MaxTraits]float64
	person person
	skill  float64
	// expected is the log of sales that the model expects of the candidate, but for
	// what all share.
	expected float64
	surprise float64 // log of past sales over what was expected
	variance float64 // of it
	weight   float64
	// brought is the skill that the person brought, the gate apart.
	brought    float64
	salesApart bool // weigh neither sales nor what follows from them
}

// startFromRoster seats a real person: members of the stationary population are
// made to agree with what is known of traits, savvy and age, then one is chosen
// with weights that say how well it explains tenure, past sales and rating
// (sampling, importance resampling). Nothing is fitted to one person: high past
// sales make strong people likelier, no more.
func (w *world) startFromRoster(i int) {
	m := w.m
	pool := m.population[m.seats[i].role]
	key := w.root.Person(m.seats[i].key, -1)
	u := float64(key.Uniform(random.Resampling, rosterDraws))
	total := 0.0
	chosen := 0
	own := w.root.Person(m.seats[i].key, 0)
	c := rosterCandidate{brought: m.broughtSkill(1, own) - m.s.Assumptions.Skill.Untrained}
	for n := 0; n < rosterDraws; n++ {
		pick := int(key.Bits(random.Resampling, n) % uint64(len(pool.seats)))
		m.weigh(&c, i, pick)
		total += c.weight
		// Keeping the n-th with probability weight/total leaves each kept in
		// proportion to its weight; one uniform serves, stretched after each test.
		p := c.weight / total
		if n == 0 || u < p {
			chosen = pick
			u = u / p
		} else {
			u = (u - p) / (1 - p)
		}
	}
	m.weigh(&c, i, chosen)
	w.seatIncumbent(i, pool, chosen)
	s := &w.seats[i]
	persist := c.person.persist // selection has worked on it
	m.finish(&c.person, c.traits[:m.traits.n], &m.roles[m.seats[i].role], own)
	c.person.persist = persist
	copy(w.traitsOf(i), c.traits[:m.traits.n])
	s.person, s.Skill[s.lane] = c.person, c.skill
	s.territory = m.rosterTerritory(i, &pool.seats[chosen].territory)
	s.Growth[s.lane] = s.territory.growth
	if m.roster.seats[i].hasSales {
		s.territory.index = float64(s.territory.index * numeric.Exp(c.unexplained(own)))
	}
	w.rosterFacts(i)
}

// unexplained draws what of a surprise in past sales belongs to the seat and
// stays: a real territory is more than the model knows of it, the rest was luck.
// No quota knows of it.
func (c *rosterCandidate) unexplained(key random.Key) float64 {
	share := rosterUnknown / c.variance
	sd := math.Sqrt(float64(rosterUnknown * (1 - share)))
	return float64(share*c.surprise) + float64(sd*key.Normal(random.Territory, unexplainedDraw))
}

// weigh makes member pick of the population agree with what is known of seat i
// and says how well it explains the rest.
func (m *model) weigh(c *rosterCandidate, i, pick int) {
	r := &m.s.Roster[m.seats[i].index]
	known := &m.roster.seats[i]
	role := &m.roles[m.seats[i].role]
	pool := m.population[m.seats[i].role]
	n := m.traits.n
	from := &pool.seats[pick]
	c.person = from.person
	copy(c.traits[:n], pool.traits[pick*n:(pick+1)*n])
	brought := from.person.skill0
	if len(known.known) > 0 {
		m.agree(c, known, role)
		brought = m.s.Assumptions.Skill.Untrained + float64(c.brought*c.person.gate)
	}
	log := m.age(&c.person, from, r, known.tenure)
	switch {
	case r.Skill != nil:
		c.skill = *r.Skill
	case known.tenure >= 0:
		c.skill = m.skill.settle(brought, c.person.gate, known.tenure)
	case len(known.known) > 0:
		c.skill = m.skill.settle(brought, c.person.gate, from.tenure)
	default:
		c.skill = from.skill
	}
	if known.tenure >= 0 {
		d := numeric.Log((from.tenure + 26) / (known.tenure + 26))
		log -= float64(d*d) / (2 * tenureSD * tenureSD)
	}
	if from.vacant > 0 {
		log -= leaverLog
	}
	territory := m.drawnTerritory(known, &from.territory)
	c.expected = m.logQuality(&c.person) + m.dynamicQuality(c.skill, m.engagementAtRest(c.person.drive)) + territory
	if !c.salesApart {
		log += m.explains(c, i, from, territory)
	}
	c.weight = numeric.Exp(max(-60, log))
}

// agree moves a member's traits to those known, the others with them as they
// correlate, and what follows from traits.
func (m *model) agree(c *rosterCandidate, known *rosterSeat, role *roleModel) {
	n := m.traits.n
	var surprise [MaxTraits]float64
	for k, t := range known.known {
		surprise[k] = known.values[k] - c.traits[t]
	}
	c.person.fit = 0
	for t := 0; t < n; t++ {
		for k := range known.known {
			c.traits[t] += float64(known.gain[t][k] * surprise[k])
		}
		c.person.fit += float64(role.weights[t] * c.traits[t])
	}
	m.standing(&c.person, c.traits[:n], role)
}

// age sets a candidate's age, and its cohort and savvy where the age is known;
// it returns the log weight of what the age makes unlikely. What of savvy age
// does not explain is the member's own.
func (m *model) age(p *person, from *incumbent, r *RosterSeat, tenure float64) float64 {
	hired := p.age - from.tenure/weeksYear // the age that savvy was drawn with
	log := 0.0
	switch {
	case r.Age != nil:
		p.age = *r.Age
		p.cohort = m.cohortAt(p.age)
		p.savvy += float64(m.s.Assumptions.People.SavvyAge*(p.age-hired)) / m.ageSD
	case tenure >= 0:
		p.age = hired + tenure/weeksYear
		if late := (p.age - retireAge) / retireSD; late > 0 {
			log = -float64(late*late) / 2
		}
	}
	if r.Savvy != nil {
		p.savvy = *r.Savvy
	}
	return log
}

// cohortAt returns the cohort whose ages hold an age, or else come nearest.
func (m *model) cohortAt(age float64) int32 {
	best, least := 0, -1.0
	for i := range m.s.Catalogue.Cohorts {
		h := &m.s.Catalogue.Cohorts[i]
		// A person of 29 is so until the next birthday.
		away := max(h.MinAge-age, age-(h.MaxAge+1), 0)
		if i == 0 || away < least {
			best, least = i, away
		}
	}
	return int32(best)
}

// explains is the log likelihood of past sales and rating.
func (m *model) explains(c *rosterCandidate, i int, from *incumbent, territory float64) float64 {
	r := &m.s.Roster[m.seats[i].index]
	known := &m.roster.seats[i]
	role := &m.roles[m.seats[i].role]
	log := 0.0
	attain := from.attain
	if countedQuarters(known.tenure) == 0 {
		attain = 0
	}
	if known.hasSales {
		c.surprise, c.variance = known.logSales-(c.expected-m.roster.expected), known.variance
		if known.tenure < 0 {
			// How much of a year the sales are of follows from the candidate's tenure.
			share, uncertain := m.roster.exposures[m.seats[i].role].share(math.Floor(from.tenure))
			c.surprise -= numeric.Log(max(share, leastShare))
			c.variance += uncertain
			log -= numeric.Log(c.variance) / 2
		}
		log -= float64(c.surprise*c.surprise) / float64(2*c.variance)
		relative := known.attain
		if known.quotaIndex == 0 {
			relative -= float64(m.s.Assumptions.Quota.Power * (territory - known.logTerritory))
		}
		z := float64((numeric.Exp(relative)-1)*role.attainMean) / role.attainSD
		attain = clamp(float64(z*float64(countedQuarters(known.tenure)))/4, -4, 4)
	}
	if r.Rating != nil {
		a := &m.s.Assumptions.Rating
		z := role.rawRating(*r.Rating) - c.person.appraise - float64(a.Attainment*attain)
		noise := max(.2, a.Noise)
		log -= float64(z*z) / float64(2*noise*noise)
	}
	return log
}

// rawRating is a rating before it is standardised.
func (r *roleModel) rawRating(rating float64) float64 {
	return float64(rating*r.ratingSD) + r.ratingMean
}

// countedQuarters is how many of the last four quarters count as attainment for
// a person of a tenure [weeks; -1 is not known, and then long].
func countedQuarters(tenure float64) int {
	if tenure < 0 {
		return 4
	}
	return int(clamp((tenure-qualifyTenure)/weeksQuarter, 0, 4))
}

// drawnTerritory is the log index of what is known of a territory and, for the
// rest, of a drawn one. Accounts that are known have grown already.
func (m *model) drawnTerritory(known *rosterSeat, drawn *territory) float64 {
	if known.unknown == [4]bool{true, true, true, true} {
		return m.territory.logIndex(drawn)
	}
	log := known.logTerritory
	for k, x := range [4]float64{drawn.potential, drawn.accounts, drawn.presence, drawn.workload} {
		if known.unknown[k] {
			log += float64(m.territory.weight[k] * numeric.Log(max(x, 1e-6)))
		}
	}
	if known.unknown[1] {
		log += numeric.LogNear(drawn.growth)
	}
	return log
}

// rosterTerritory takes what is known of a seat's territory and the rest from a
// drawn one. Accounts that are known are today's: the growth that the holder's
// tenure has brought is part of them, so that what they grow from is less.
func (m *model) rosterTerritory(i int, drawn *territory) territory {
	r := &m.s.Roster[m.seats[i].index]
	if r.Potential == nil && r.Accounts == nil && r.Presence == nil && r.Workload == nil {
		return *drawn
	}
	pick := func(known *float64, drawn float64) float64 {
		if known != nil {
			return *known
		}
		return drawn
	}
	accounts := drawn.accounts
	if r.Accounts != nil {
		accounts = *r.Accounts
		if power := m.territory.weight[1]; power > 0 {
			accounts /= numeric.Pow(drawn.growth, 1/power)
		}
	}
	t := m.territory.combine(pick(r.Potential, drawn.potential), accounts, pick(r.Presence, drawn.presence), pick(r.Workload, drawn.workload))
	t.growth = drawn.growth
	return t
}
