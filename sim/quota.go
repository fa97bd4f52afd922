package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// startYear sets the quotas of a year: quota = k x (territory index)^power, for
// every budgeted seat, vacant and ramping included.
func (w *world) startYear(week int) {
	if week%weeksYear != 0 {
		return
	}
	m := w.m
	power := m.s.Assumptions.Quota.Power
	w.quota = 0
	for i := range w.seats {
		s := &w.seats[i]
		role := &m.roles[m.seats[i].role]
		index := m.ownQuota(i)
		if index == 0 {
			index = numeric.Exp(float64(power * m.territory.logIndex(&s.territory)))
		}
		s.quota = float64(float64(m.quotaScale*role.unit()) * index)
		w.quota += s.quota
	}
}

// startQuarter opens a quarter: the firm's forecast is last quarter's expected
// bookings with an error that data discipline keeps small. Without any there is no
// forecast.
//
//	sd = maturity.forecast_error x exp(-maturity.forecast_gain x (data discipline - 1))
func (w *world) startQuarter(week int) {
	if week%weeksQuarter != 0 {
		return
	}
	a := &w.m.s.Assumptions.Maturity
	level := min(5, w.m.week(week).maturity[dataDiscipline]+w.feedback)
	sd := float64(a.ForecastError * numeric.Exp(-float64(a.ForecastGain*(level-1))))
	z := w.root.Normal(random.ForecastNoise, week+burnInWeeks)
	w.forecast = math.NaN()
	if w.expectation > 0 {
		w.forecast = float64(w.expectation * max(0, 1+float64(sd*z)))
	}
	w.booked, w.expectation = 0, 0
	for i := range w.seats {
		w.seats[i].quarterSales = 0
		w.seats[i].quarterFull = w.seats[i].occupied && w.seats[i].tenure >= qualifyTenure
	}
}

// closeQuarter adds the week to the quarter and, at its end, compares. Where nothing
// was booked or forecast the error is not defined.
func (w *world) closeQuarter(week int) {
	w.booked += w.sums.revenue
	w.expectation += w.sums.expectedBookings
	slot := (week + burnInWeeks) % weeksYear
	w.trailing += w.sums.revenue - w.revenueYear[slot]
	w.revenueYear[slot] = w.sums.revenue
	k := (week + burnInWeeks) % effectivenessWindow
	w.recentWon[k], w.recentDecided[k] = w.sums.won, w.sums.decided
	if (week+burnInWeeks+1)%weeksQuarter != 0 {
		return
	}
	w.forecastError = math.Abs(defined(w.forecast, w.booked) - 1)
}

// keepBooks adds what the reps of team ti earned and cost this week, and the
// trailing year. Pay for use is a share of each one's own base pay, the manager's too.
func (w *world) keepBooks(ti int) {
	m := w.m
	commission := m.s.Assumptions.Money.Commission
	incentive := m.s.Decisions.Rollout.Incentive
	sums := &w.sums
	slot := (w.week + burnInWeeks) % weeksYear
	sums.quota = w.quota
	for _, s := range w.present {
		sums.revenue += s.revenue
		ramping := 0.0
		if s.ramped < 1 {
			ramping = float64(s.pay * (1 - m.creating(s.ramped)))
			sums.costs[costRamp] += ramping
		}
		sums.costs[costPay] += s.pay - ramping + float64(commission*s.revenue)
		// A year ago the seat may have been another's: then nothing drops out.
		last := &w.year[slot*len(w.seats)+s.place]
		past := *last
		if s.tenure < weeksYear {
			past = 0
		}
		s.yearSales += s.revenue - past
		*last = s.revenue
		s.quarterSales += s.revenue
		if s.tenure+1 >= weeksYear {
			sums.quotaHolders++
			sums.atQuota += reached(s.yearSales, s.quota)
		}
		if incentive > 0 {
			sums.costs[costProgrammes] += float64(float64(incentive*s.pay) * meanLogged(w.toolsOf(s.place)))
		}
	}
	if team := &m.teams[ti]; len(w.present) < team.last-team.first {
		for i := team.first; i < team.last; i++ {
			if s := &w.seats[i]; !s.occupied {
				// Colleagues sold it, and earn on it; it is in nobody's year.
				sums.revenue += s.revenue
				sums.costs[costPay] += float64(commission * s.revenue)
				w.year[slot*len(w.seats)+i] = s.revenue
			}
		}
	}
	if incentive > 0 && m.s.Mechanisms.Managers && w.managers[ti].present {
		pay := m.s.Assumptions.Money.ManagerPay / weeksYear
		sums.costs[costProgrammes] += float64(float64(incentive*pay) * meanLogged(w.leadOf(ti)))
	}
}

// reached is 1 where sales are at or over quota, else 0, without a branch that
// the processor could not foresee: the sign bit of the difference.
func reached(sales, quota float64) float64 {
	return float64(1 - math.Float64bits(sales-quota)>>63)
}

// meanLogged is the mean logged use over a person's tools: the part of pay for use
// that is earned.
func meanLogged(tools []toolUse) float64 {
	if len(tools) == 0 {
		return 0
	}
	sum := 0.0
	for k := range tools {
		sum += tools[k].logged
	}
	return sum / float64(len(tools))
}

// grow moves tenure, ramp and accounts of the team at hand by a week. A roster's
// accounts are today's, so that they stand until then.
func (w *world) grow() {
	for _, s := range w.present {
		s.tenure++
		s.person.age += 1.0 / weeksYear
		if s.ramped < 1 {
			s.ramped += 1 / float64(s.person.rampWeeks*(1-s.effect.Ramp))
		}
		if !w.fixed {
			s.territory.growth = w.m.territory.step(s.territory.growth)
		}
	}
}

// appraiseQuarter closes the quarter of the reps of team ti.
func (w *world) appraiseQuarter(ti int) {
	if (w.week+burnInWeeks+1)%weeksQuarter != 0 {
		return
	}
	m := w.m
	for _, s := range w.present {
		role := &m.roles[s.role]
		if s.quarterFull {
			s.push(w.overQuota(s.place, s.quarterSales))
		}
		if w.fixed {
			continue
		}
		m.rate(&s.appraisal, role, &s.person, w.halo(ti, s))
		m.setHazards(&s.appraisal, role, s.tenure)
	}
}

// overQuota is a quarter's sales over what the quota makes of the territory: what
// attainment compares between reps.
func (w *world) overQuota(i int, sales float64) float64 {
	m := w.m
	if own := m.ownQuota(i); own > 0 {
		return sales / own
	}
	return float64(sales * numeric.Exp(-float64(m.s.Assumptions.Quota.Power*m.territory.logIndex(&w.seats[i].territory))))
}

// ownQuota is the seat's own quota where a roster gives it, over the role's unit
// and relative to the roster's mean; else 0.
func (m *model) ownQuota(i int) float64 {
	if m.roster == nil {
		return 0
	}
	return m.roster.seats[i].quotaIndex
}

// halo is the persistent error of the present manager about a rep.
func (w *world) halo(ti int, s *seat) float64 {
	met := 0
	if w.m.s.Mechanisms.Managers {
		met = w.managers[ti].ordinal
	}
	return float64(math.Sqrt(w.m.s.Assumptions.Rating.Halo) * s.haloKey.Normal(random.HaloNoise, s.haloBase+met))
}
