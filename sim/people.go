package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// person is who a rep is: drawn once, fixed but for the gate, which follows
// the role's threshold.
type person struct {
	fit      float64 // F, standardised in the labour market
	cohort   int32
	quality  float64 // log, direct effects of traits and gate
	appraise float64 // rating from traits: intelligence, drive, courage
	persist  float64 // persistent noise of the rating that is the rep's own
	skill0   float64 // skill brought

	// What every week needs is copied into the columns of the seat (see world.seat).
	rampWeeks float64
	drive     float64
	gate      float64 // 0-1: what the trait floor lets through
	savvy     float64 // sd
	age       float64 // years, now; of a seat's holder as seated, from which the column goes on
}

// softestGate is the width of the softest gate [sd of fit; judgement].
const softestGate = 2

// gate returns what the trait floor lets through at a fit.
//
//	gate = 1 where F >= threshold, else max(0, 1 - (threshold - F) / width)
//	width = softestGate x (1 - people.trait_floor_hardness)
func (m *model) gate(fit, threshold float64) float64 {
	if !m.s.Mechanisms.TraitFloor {
		return 1
	}
	if m.s.Organisation.AllUnqualified {
		threshold = math.Inf(1)
	}
	if fit >= threshold {
		return 1
	}
	width := float64(softestGate * (1 - m.s.Assumptions.People.TraitFloorHardness))
	if width <= 0 {
		return 0
	}
	return max(0, 1-(threshold-fit)/width)
}

// qualified reports whether a fit reaches the role's threshold.
func (m *model) qualified(fit, threshold float64) bool {
	return fit >= threshold && !m.s.Organisation.AllUnqualified
}

// drawTraits fills x with correlated traits and returns the role fit. A seat's
// territory (z) and its holder's fit correlate by shift: the part of each trait
// that fit explains is moved, the rest is left.
//
//	F' = sqrt(1 - shift^2) F + shift z;  x' = x + beta (F' - F)
func (m *model) drawTraits(x []float64, role *roleModel, key random.Key, candidate int, z, shift float64) float64 {
	n := m.traits.n
	var e [MaxTraits]float64
	for i := 0; i < n; i++ {
		e[i] = key.Normal(random.TraitDraw, candidate*MaxTraits+i)
	}
	fit := 0.0
	for i := 0; i < n; i++ {
		row := m.traits.chol[i*n : i*n+i+1]
		sum := 0.0
		for j := range row {
			sum += float64(row[j] * e[j])
		}
		x[i] = sum
		fit += float64(role.weights[i] * sum)
	}
	if shift != 0 {
		moved := float64(math.Sqrt(1-float64(shift*shift))*fit) + float64(shift*z)
		d := moved - fit
		for i := 0; i < n; i++ {
			x[i] += float64(role.beta[i] * d)
		}
		fit = moved
	}
	return fit
}

// selection is how a hire is chosen among candidates.
type selection struct {
	candidates int
	validity   float64 // correlation of the score with fit
	savvy      float64 // weight on savvy
}

// savvyLoad is how much full weight on savvy counts in a score for a standard
// deviation, against one for fit [judgement].
const savvyLoad = 2

// hire draws candidates from the labour market and returns the chosen one; its
// traits are left in x. Candidate k of a vacancy is the same person whatever
// the number of candidates or the weights.
//
//	score = labour.selection_load x (v F + sqrt(1 - v^2) noise) + savvyLoad x w x savvy
func (m *model) hire(x []float64, role *roleModel, key random.Key, sel selection, z, shift float64) person {
	var best person
	var trial [MaxTraits]float64
	n := m.traits.n
	bestScore := math.Inf(-1)
	noiseWeight := math.Sqrt(1 - float64(sel.validity*sel.validity))
	for c := 0; c < sel.candidates; c++ {
		fit := m.drawTraits(trial[:n], role, key, c, z, shift)
		p := m.drawAge(key, c)
		score := 0.0
		if sel.candidates > 1 {
			noise := key.Normal(random.SelectionNoise, c)
			score = float64(sel.validity*fit) + float64(noiseWeight*noise)
			score = float64(m.s.Assumptions.Labour.SelectionLoad*score) + float64(savvyLoad*sel.savvy*p.savvy)
		}
		if score > bestScore {
			bestScore = score
			p.fit = fit
			best = p
			copy(x[:n], trial[:n])
		}
	}
	m.finish(&best, x, role, key)
	return best
}

// drawAge draws cohort, age and savvy. Savvy varies within every cohort far
// more than between: it correlates with age by people.savvy_age.
func (m *model) drawAge(key random.Key, candidate int) person {
	var p person
	u := key.Uniform(random.CohortDraw, candidate)
	cohorts := m.s.Catalogue.Cohorts
	for i := range cohorts {
		p.cohort = int32(i)
		if u < cohorts[i].Share {
			break
		}
		u -= cohorts[i].Share
	}
	h := &cohorts[p.cohort]
	p.age = h.MinAge + float64((h.MaxAge-h.MinAge)*key.Uniform(random.AgeDraw, candidate))
	r := m.s.Assumptions.People.SavvyAge
	p.savvy = float64(r*(p.age-m.ageMean)/m.ageSD) + float64(math.Sqrt(1-float64(r*r))*key.Normal(random.SavvyDraw, candidate))
	return p
}

// ageMoments returns mean and variance of age in the labour market.
func (m *model) ageMoments() (mean, variance float64) {
	for _, h := range m.s.Catalogue.Cohorts {
		mean += float64(h.Share * (h.MinAge + h.MaxAge) / 2)
	}
	for _, h := range m.s.Catalogue.Cohorts {
		d := (h.MinAge+h.MaxAge)/2 - mean
		w := h.MaxAge - h.MinAge
		variance += float64(h.Share * (float64(d*d) + float64(w*w)/12))
	}
	return mean, max(variance, 1e-9)
}

// finish sets what follows from traits and fit, and draws what is left of a person.
func (m *model) finish(p *person, x []float64, role *roleModel, key random.Key) {
	a := &m.s.Assumptions
	m.standing(p, x, role)
	p.persist = float64(math.Sqrt(1-a.Rating.Halo) * key.Normal(random.RatingNoise, 0))
	p.rampWeeks = float64(role.rampWeeks * numeric.Exp(float64(a.Ramp.Spread*key.Normal(random.RampDraw, 0))))
	p.skill0 = m.broughtSkill(p.gate, key)
}

// broughtSkill is the skill that a hire brings, given the gate.
func (m *model) broughtSkill(gate float64, key random.Key) float64 {
	a := &m.s.Assumptions.Skill
	brought := float64(a.Spread * math.Abs(key.Normal(random.SkillDraw, 0)))
	return a.Untrained + float64(min(brought, m.skill.top-a.Untrained)*gate)
}

// standing sets what follows from traits and fit without any draw.
func (m *model) standing(p *person, x []float64, role *roleModel) {
	a := &m.s.Assumptions
	p.gate = m.gate(p.fit, role.threshold)
	t := &m.traits
	at := func(i int) float64 {
		if i < 0 {
			return 0
		}
		return x[i]
	}
	p.drive = at(t.drive)
	p.appraise = float64(a.Rating.Intelligence*at(t.intellig)) + float64(a.Rating.Drive*p.drive) + float64(a.Rating.Courage*at(t.courage))
	p.quality = float64(a.People.Drive*p.drive) + float64(a.People.Courage*at(t.courage)) +
		float64(a.People.Optimism*at(t.optimism)) +
		float64(float64(a.People.Competitiveness*a.People.CompetitiveClimate)*at(t.competitiveness))
}

// logQuality is the log of a person's standing quality.
func (m *model) logQuality(p *person) float64 {
	return p.quality + float64(m.s.Assumptions.People.Gate*p.gate)
}
