package sim

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

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
	s.hold(true)
	s.vacant, s.absent = 0, false
	k := s.lane
	if r.Vacant {
		w.foundVacant(s)
		return
	}
	if tenure := m.roster.seats[i].tenure; tenure >= 0 {
		s.Tenure[k] = tenure
	}
	s.person.age -= min(s.Tenure[k], burnInWeeks) / weeksYear
	s.Tenure[k] -= burnInWeeks
	s.Ramped[k] = min(1, max(0, s.Tenure[k])/s.person.rampWeeks)
	if s.Tenure[k] < 0 {
		s.absent = true
		s.hold(false)
		s.vacant = -s.Tenure[k]
		s.Tenure[k], s.Ramped[k] = 0, 0
		s.appraisal = appraisal{}
	}
	w.seat(i)
	s.Engagement[k] = m.engagementAtRest(s.person.drive)
}

// foundVacant lets a seat that is vacant today be held, a year before, by whoever was
// drawn for it, until the vacancy began. A vacancy of more than a year is the seat's
// from the start on, with what so long a time has left of its opportunities.
func (w *world) foundVacant(s *seat) {
	m := w.m
	own := w.root.Person(m.seats[s.place].key, -1)
	// Of today's fill time: no decision is older than the vacancy.
	gone, left := vacancyFound(m.week(-burnInWeeks).fillWeeks, own.Uniform(random.FillTime, 0), own.Uniform(random.FillTime, 1))
	s.leaves, s.refill = burnInWeeks-gone, gone+left
	if s.leaves <= 0 {
		s.hold(false)
		s.vacant, s.refill = burnInWeeks+left, 0
	}
	w.seat(s.place)
	s.Engagement[s.lane] = m.engagementAtRest(s.person.drive)
}

// predecessorsLeave lets go, in the year before today, whoever held a seat that is
// vacant today, when the vacancy begins. Accounts that are known are today's already.
func (w *world) predecessorsLeave() {
	for _, s := range w.present {
		if s.refill == 0 {
			continue
		}
		if s.leaves--; s.leaves > 0 {
			continue
		}
		growth := s.Growth[s.lane]
		w.exit(s.place, w.m.week(w.week), exitVoluntary)
		if w.m.s.Roster[w.m.seats[s.place].index].Accounts != nil {
			s.Growth[s.lane] = growth
		}
		s.vacant, s.refill = s.refill, 0
	}
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

// vacantLeft is what some weeks of vacancy leave of frozen opportunities.
func (m *model) vacantLeft(weeks float64) float64 {
	kept := 1 - m.s.Assumptions.Pipeline.VacantDecay
	if kept <= 0 {
		return 0
	}
	return numeric.Pow(kept, weeks)
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
		if !s.occupied() && !s.absent {
			continue
		}
		if r.Age != nil {
			s.Age[s.lane] = *r.Age
		}
		if r.Sales != nil && s.occupied() && money > 0 {
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
		if s := &w.seats[i]; r.Sales != nil && s.occupied() && s.Tenure[s.lane] > 0 {
			simulated += s.YearSales[s.lane]
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
	tenure := int(s.Tenure[s.lane])
	weeks := min(tenure, weeksYear)
	total := 0.0
	for k := 1; k <= weeks; k++ {
		total += e.week(tenure - k)
	}
	if total <= 0 {
		return
	}
	s.YearSales[s.lane] = 0
	var quarters [4]float64
	for k := 1; k <= weeks; k++ {
		slot := weeksYear - k // of the week k weeks before today
		x := float64(sales*e.week(tenure-k)) / total
		old := w.closed(slot, i)
		w.revenueYear[slot] += x - *old
		*old = x
		s.YearSales[s.lane] += x
		quarters[(k-1)/weeksQuarter] += x
	}
	s.counted = countedQuarters(s.Tenure[s.lane])
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
	m.setHazards(&s.appraisal, role, s.Tenure[s.lane])
	s.appraised()
}
