package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
	"threep/sim/internal/vector"
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
			index = numeric.Exp(float64(power * m.territory.logIndex(s.land())))
		}
		s.Quota[s.lane] = float64(float64(m.quotaScale*role.unit()) * index)
		w.quota += s.Quota[s.lane]
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
		s := &w.seats[i]
		s.QuarterSales[s.lane] = 0
		s.quarterFull = s.occupied() && s.Tenure[s.lane] >= qualifyTenure
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
	incentive := m.s.Decisions.Rollout.Incentive
	sums := &w.sums
	slot := (w.week + burnInWeeks) % weeksYear
	sums.quota = w.quota
	team := &m.teams[ti]
	past := w.year[slot*len(w.fours):]
	books := vector.Books{Revenue: sums.revenue, Pay: sums.costs[costPay], Ramp: sums.costs[costRamp]}
	vector.Keep(w.here, past[team.firstFour:team.lastFour], &m.accounts, &books)
	sums.revenue, sums.costs[costPay], sums.costs[costRamp] = books.Revenue, books.Pay, books.Ramp
	sums.quotaHolders += books.Holders
	sums.atQuota += books.AtQuota
	// Who stands in gets of the seat's base pay the share of its work that is done.
	cover := m.s.Assumptions.Territory.Carryover
	for _, s := range w.vacant {
		// Colleagues sold it, and are paid for it; it is in no holder's year.
		sums.revenue += s.Revenue[s.lane]
		sums.costs[costPay] += float64(cover*s.Pay[s.lane]) + float64(m.accounts.Commission*s.Revenue[s.lane])
	}
	if incentive <= 0 {
		return
	}
	for _, s := range w.present {
		sums.costs[costProgrammes] += float64(float64(incentive*s.Pay[s.lane]) * w.repTools(s.place).meanLogged(len(m.tools)))
	}
	if m.s.Mechanisms.Managers && w.managers[ti].present {
		pay := m.s.Assumptions.Money.ManagerPay / weeksYear
		sums.costs[costProgrammes] += float64(float64(incentive*pay) * w.leadTools(ti).meanLogged(len(m.tools)))
	}
}

// meanLogged is the mean logged use over a person's tools: the part of pay for use
// that is earned.
func (t personTools) meanLogged(tools int) float64 {
	if tools == 0 {
		return 0
	}
	sum := 0.0
	for k := range tools {
		sum += t.use[t.columns+k].Logged[t.lane]
	}
	return sum / float64(tools)
}

// grow moves tenure, ramp and accounts of the team at hand by a week. A roster's
// accounts are today's, so that they stand until then.
func (w *world) grow() {
	vector.Grow(w.here, &w.m.growing, !w.fixed)
}

// appraiseQuarter closes the quarter of the reps of team ti: rate and setHazards for
// all of them at once.
func (w *world) appraiseQuarter(ti int) {
	if (w.week+burnInWeeks+1)%weeksQuarter != 0 {
		return
	}
	m := w.m
	if m.roster == nil {
		vector.OverQuota(w.here, m.s.Assumptions.Quota.Power, w.overQuotas)
	}
	team := &m.teams[ti]
	for _, s := range w.present {
		at := (s.place - team.first) / vector.Lanes
		if s.quarterFull {
			over := w.overQuotas[at][s.lane]
			if m.roster != nil {
				over = w.overQuota(s.place, s.QuarterSales[s.lane])
			}
			s.push(over)
		}
		w.hand(&w.appraisals[at], ti, s)
	}
	if w.fixed {
		return
	}
	vector.Appraise(w.here, w.appraisals, &m.standards)
	for _, s := range w.present {
		k, a := s.lane, &w.appraisals[(s.place-team.first)/vector.Lanes]
		s.attain, s.rawRating = a.Attain[k], a.Raw[k]
		s.rating, s.volRate, s.letRate = s.Rating[k], s.VolRate[k], s.LetRate[k]
	}
}

// hand puts what is known of a rep into the rep's lane.
func (w *world) hand(a *vector.Appraisals, ti int, s *seat) {
	k, role := s.lane, &w.m.roles[s.role]
	a.Sum[k], a.Counted[k] = s.sum(), float64(s.counted)
	a.Known[k], a.Noise[k] = s.person.appraise, s.person.persist+w.halo(ti, s)
	a.AttainMean[k], a.AttainSD[k] = role.attainMean, role.attainSD
	a.RatingMean[k], a.RatingSD[k] = role.ratingMean, role.ratingSD
	a.Turnover[k] = role.turnover()
}

// overQuota is a quarter's sales over what the quota makes of the territory: what
// attainment compares between reps.
func (w *world) overQuota(i int, sales float64) float64 {
	m := w.m
	if own := m.ownQuota(i); own > 0 {
		return sales / own
	}
	return float64(sales * numeric.Exp(-float64(m.s.Assumptions.Quota.Power*m.territory.logIndex(w.seats[i].land()))))
}

// ownQuota is the seat's own quota where a roster gives it, over the role's unit
// and relative to the roster's mean; else 0.
func (m *model) ownQuota(i int) float64 {
	if m.roster == nil {
		return 0
	}
	return m.roster.seats[i].quotaIndex
}

// meets has the seat's holder draw the errors of managers from a key, of whom so many
// have been met before; what was noted of another key is forgotten.
func (s *seat) meets(key random.Key, before int) {
	s.haloKey, s.haloBase, s.haloMet = key, before, -1
}

// halo is the persistent error of the present manager about a rep.
func (w *world) halo(ti int, s *seat) float64 {
	met := 0
	if w.m.s.Mechanisms.Managers {
		met = w.managers[ti].ordinal
	}
	if met != s.haloMet {
		s.haloMet = met
		s.haloNoted = float64(math.Sqrt(w.m.s.Assumptions.Rating.Halo) * s.haloKey.Normal(random.HaloNoise, s.haloBase+met))
	}
	return s.haloNoted
}
