package sim

import "threep/sim/internal/numeric"

// The year before today of a roster's people: pipelines fill under the people
// as they are today, nobody leaves, skill and accounts stand. What the roster
// says of that year (sales, standing against quota, rating) is put in place when
// it ends.

// rosterFacts sets what the roster says outright, a year before today: people
// who joined since have not started yet.
func (w *world) rosterFacts(i int) {
	m := w.m
	s := &w.seats[i]
	r := &m.s.Roster[m.seats[i].index]
	s.occupied, s.vacant, s.absent = true, 0, false
	if tenure := m.roster.seats[i].tenure; tenure >= 0 {
		s.tenure = tenure
	}
	s.person.age -= min(s.tenure, burnInWeeks) / weeksYear
	s.tenure -= burnInWeeks
	s.ramped = min(1, max(0, s.tenure)/s.person.rampWeeks)
	if s.tenure < 0 {
		s.absent, s.occupied = true, false
		s.vacant = -s.tenure
		s.tenure, s.ramped = 0, 0
		s.appraisal = appraisal{}
	}
	if r.Vacant {
		s.absent, s.occupied = false, false
		s.vacant = burnInWeeks + m.fillWeeks(s.key, m.week(0).fillWeeks)
	}
	w.seat(i)
	s.engagement = m.engagementAtRest(s.person.drive)
}

// leftToNewcomers is what a pipeline must hold a year before today so that who
// joins since finds what a vacancy of the usual length leaves of it.
func (m *model) leftToNewcomers(vacant float64) float64 {
	a := &m.s.Assumptions
	if vacant <= a.Labour.FillWeeks || a.Pipeline.VacantDecay >= 1 {
		return 1
	}
	return numeric.Pow(1-a.Pipeline.VacantDecay, a.Labour.FillWeeks-vacant)
}

// reachToday ends the year before today: the roster's people stand as given.
func (w *world) reachToday() {
	w.fixed = false
	m := w.m
	money := w.fileMoney()
	for i := range w.seats {
		if i%pause == 0 && w.halted() {
			return
		}
		s := &w.seats[i]
		r := &m.s.Roster[m.seats[i].index]
		if !s.occupied && !s.absent {
			continue
		}
		if r.Age != nil {
			s.person.age = *r.Age
		}
		if r.Sales != nil && s.occupied && money > 0 {
			w.setYear(i, float64(money**r.Sales))
		}
		w.setRating(i, r)
	}
	w.trailing = 0
	for _, x := range w.revenueYear {
		w.trailing += x
	}
}

// fileMoney is what one of the roster's units of sales is worth. Quotas tell it,
// since what a quota is worth is known; without any, the people whose sales are
// known have together sold what they sold in the simulated year.
func (w *world) fileMoney() float64 {
	m := w.m
	if m.roster.money > 0 {
		return m.roster.money
	}
	simulated, known := 0.0, 0.0
	for i := range w.seats {
		r := &m.s.Roster[m.seats[i].index]
		if s := &w.seats[i]; r.Sales != nil && s.occupied && s.tenure > 0 {
			simulated += s.yearSales
			known += *r.Sales
		}
	}
	if known <= 0 {
		return 0
	}
	return simulated / known
}

// setYear puts the last year's sales of seat i in place of the simulated ones:
// in the trailing years of seat and firm, and in the quarters that count. Over
// the weeks they are spread as ramp and pipeline let them come.
func (w *world) setYear(i int, sales float64) {
	m := w.m
	s := &w.seats[i]
	e := &m.roster.exposures[m.seats[i].role]
	tenure := int(s.tenure)
	weeks := min(tenure, weeksYear)
	total := 0.0
	for k := 1; k <= weeks; k++ {
		total += e.week(tenure - k)
	}
	if total <= 0 {
		return
	}
	s.yearSales = 0
	var quarters [4]float64
	for k := 1; k <= weeks; k++ {
		slot := weeksYear - k // of the week k weeks before today
		x := float64(sales*e.week(tenure-k)) / total
		old := &w.year[slot*len(w.seats)+i]
		w.revenueYear[slot] += x - *old
		*old = x
		s.yearSales += x
		quarters[(k-1)/weeksQuarter] += x
	}
	s.counted = countedQuarters(s.tenure)
	for k := 0; k < s.counted; k++ {
		s.quarters[k] = w.overQuota(i, quarters[k])
	}
}

// setRating sets attainment, rating and hazards as of today. Where the rating is
// known, what attainment and traits do not explain of it is the person's own, and
// lasts.
func (w *world) setRating(i int, r *RosterSeat) {
	m := w.m
	s := &w.seats[i]
	role := &m.roles[m.seats[i].role]
	halo := w.halo(m.seats[i].team, s)
	m.rate(&s.appraisal, role, &s.person, halo)
	if r.Rating != nil {
		a := &m.s.Assumptions.Rating
		s.rawRating, s.rating = role.rawRating(*r.Rating), *r.Rating
		left := s.rawRating - s.person.appraise - float64(a.Attainment*s.attain)
		s.person.persist = clamp(left/max(.05, a.Noise), -4, 4) - halo
	}
	m.setHazards(&s.appraisal, role, s.tenure)
}
