package sim

import (
	"context"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// Holder is who holds a seat today, with the year before today as one future has
// it. A roster's people are those who are known, so that what the year brought
// them can be held against what it did.
type Holder struct {
	// Place is the seat's in the scenario's roster; without one, in the order of
	// the seats.
	Place   int
	Present bool    // false where the seat is vacant today: the rest is 0 then
	Tenure  float64 // weeks, at today
	Sales   float64 // closed by the holder in the 52 weeks before today, currency
	// SeatSales is what was closed in the seat in those weeks, whoever held it.
	SeatSales float64
	Rating    float64 // at today, standardised by the stationary incumbents
	// The territory as it stands today; 1 is average.
	Potential, Accounts, Presence, Workload float64
}

// YearBefore simulates the year before today of an organisation without any
// decision, and calls each once for every future, from several goroutines at once;
// the slice is the callee's. With a roster, nobody leaves in that year, and who
// joined in it begins when known. When ctx is cancelled it returns ctx's error;
// each has then been called for some futures alone.
func (e *Engine) YearBefore(ctx context.Context, s *Scenario, o Options, each func(run int, holders []Holder)) error {
	return e.eachFuture(ctx, s, o, func(run int, w *world) { each(run, w.holders()) })
}

// holders reads off who holds each seat as a week begins.
func (w *world) holders() []Holder {
	m := w.m
	out := make([]Holder, len(w.seats))
	for i := range w.seats {
		s := &w.seats[i]
		h := Holder{Place: i}
		if at := m.seats[i].index; at >= 0 {
			h.Place = at
		}
		if k := s.lane; s.occupied() {
			h.Present, h.Tenure, h.Sales, h.Rating = true, s.Tenure[k], max(0, s.YearSales[k]), s.rating
			h.SeatSales = w.seatYear(i)
			h.Potential, h.Accounts = s.territory.potential, m.territory.grownAccounts(s.land())
			h.Presence, h.Workload = s.territory.presence, s.territory.workload
		}
		out[i] = h
	}
	return out
}

// seatYear is what was closed in seat i in the year before today, whoever held it.
func (w *world) seatYear(i int) float64 {
	sold, weeks := w.predecessorSales(i)
	return w.addSold(sold, weeks, i)
}

// predecessorSales draws what the predecessor of a roster's newcomer closed in the
// year before today, and in how many of its weeks, before leaving. A roster does not tell of them: a member of
// the stationary population, likelier the likelier to leave, closed what comes
// with the seat's territory, the person and the tenure, until a vacancy of a
// length as they are drawn:
//
//	deals a week = exposure at the tenure x T x exp(log quality + dynamic quality)
func (w *world) predecessorSales(i int) (sold float64, weeks int) {
	m := w.m
	s := &w.seats[i]
	if m.seats[i].index < 0 || !s.occupied() || s.Tenure[s.lane] >= burnInWeeks {
		return 0, 0
	}
	key := w.root.Person(m.seats[i].key, predecessorOrdinal)
	weeks = int(burnInWeeks - s.Tenure[s.lane] - m.fillWeeks(key, m.s.Assumptions.Labour.FillWeeks))
	if weeks <= 0 {
		return 0, 0
	}
	role := &m.roles[m.seats[i].role]
	exposure := &m.roster.exposures[m.seats[i].role]
	from := leaver(m.population[m.seats[i].role].seats, key)
	quality := m.logQuality(&from.person) + m.dynamicQuality(from.skill, m.engagementAtRest(from.person.drive))
	full := float64(float64(exposure.deals/weeksYear*float64(s.territory.index*s.Growth[s.lane])) * numeric.Exp(quality))
	for week := range weeks {
		mean := float64(full * exposure.week(max(0, int(from.tenure)-weeks+week)))
		if w.expected {
			sold += mean
			continue
		}
		won := numeric.Poisson(mean, key.Uniform(random.Wins, week), func(part int) float64 { return key.Uniform(random.Wins, week+part<<20) })
		sold += w.drawDeals(key, week, won)
	}
	return float64(sold * role.dealValue), weeks
}

// leaver picks whoever left of a population: members are kept in proportion to
// their hazards of leaving.
func leaver(members []incumbent, key random.Key) *incumbent {
	u := float64(key.Uniform(random.Resampling, leaverDraws))
	chosen, total := &members[0], 0.0
	for n := range leaverDraws {
		member := &members[key.Bits(random.Resampling, n)%uint64(len(members))]
		hazard := member.volRate + member.letRate
		if member.vacant > 0 || hazard <= 0 {
			continue
		}
		total += hazard
		if p := hazard / total; u < p {
			chosen = member
			u /= p
		} else {
			u = (u - p) / (1 - p)
		}
	}
	return chosen
}

// leaverDraws is how many members a leaver is picked from.
const leaverDraws = 32

// predecessorOrdinal keys whoever held a newcomer's seat before.
const predecessorOrdinal = -2
