package sim

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
	"threep/sim/internal/vector"
)

// leave lets reps go at the end of the week: each carries one exponential clock
// for leaving of their own accord and one for being let go, and leaves when the
// sum of weekly hazards has used one up; so the rates are exact, and the same
// luck meets the same person in every world.
func (w *world) leave(plan *weekPlan) {
	m := w.m
	if w.fixed {
		w.predecessorsLeave()
		return
	}
	if !m.s.Mechanisms.LeavingHiring {
		return
	}
	if !vector.RunDown(w.here, &plan.leaving) {
		return
	}
	for _, s := range w.present {
		k := s.lane
		if s.Voluntary[k] > 0 && s.LetGo[k] > 0 && s.Replaced[k] > 0 {
			continue
		}
		kind := exitVoluntary
		switch {
		case s.Voluntary[k] <= 0:
			w.sums.voluntary++
		case s.LetGo[k] <= 0:
			kind = exitLetGo
		default:
			kind = exitReplaced
		}
		if kind != exitVoluntary {
			w.sums.letGo++
			w.sums.costs[costHiring] += m.severance(s.place)
		}
		w.exit(s.place, plan, kind)
	}
}

// The kinds of exit.
const (
	exitNone = iota
	exitVoluntary
	exitLetGo
	exitReplaced
)

func (m *model) severance(i int) float64 {
	return float64(m.s.Assumptions.Money.SeverancePay * m.roles[m.seats[i].role].weeklyPay * weeksYear)
}

func (w *world) exit(i int, plan *weekPlan, kind int) {
	s := &w.seats[i]
	if w.watch != nil {
		w.watch.close(w, i, kind)
	}
	w.passOn(s, w.m.roles[w.m.seats[i].role].stages)
	s.Growth[s.lane] = w.m.territory.handOver(s.Growth[s.lane])
	s.hold(false)
	s.left = w.week
	w.onRoll[w.m.seats[i].team] = -1
	s.vacant = w.m.fillWeeks(s.key, plan.fillWeeks)
	s.YearSales[s.lane], s.QuarterSales[s.lane], s.quarterFull = 0, 0, false
	s.useNothing()
	s.Effort[s.lane], s.Hours[s.lane] = 0, 0 // who stands in has usual hours
	for k := range w.m.tools {
		u := w.user(i, k)
		if w.week >= 0 {
			w.stagesOf(w.m.seats[i].team)[k*numStages+int(u.stage)]--
		}
		u.clear()
	}
	s.useNothing()
}

// hireIntoVacancies counts the vacancies of team ti down and fills them from the
// market.
func (w *world) hireIntoVacancies(ti int, plan *weekPlan) {
	team := &w.m.teams[ti]
	if w.onRoll[ti] < 0 {
		w.callRoll(ti)
	}
	for _, s := range w.rolls[team.first+w.onRoll[ti] : team.last] {
		i := s.place
		if s.vacant > 0 {
			s.vacant--
			continue
		}
		if s.absent {
			// A roster's rep starts, as known.
			s.absent = false
			s.hold(true)
			w.onRoll[ti] = -1
			w.arrive(i)
			continue
		}
		w.hire(i, plan)
		w.sums.hires++
		w.newcomers[ti]++
	}
}

// hire seats a new rep.
func (w *world) hire(i int, plan *weekPlan) {
	m := w.m
	s := &w.seats[i]
	role := &m.roles[m.seats[i].role]
	s.ordinal++
	s.key = w.root.Person(m.seats[i].key, s.ordinal)
	s.meets(s.key, 0)
	s.person = m.hire(w.traitsOf(i), role, s.key, plan.repSelection, s.territory.z, m.s.Assumptions.Territory.FitCorrelation)
	s.hold(true)
	s.vacant = 0
	w.onRoll[m.seats[i].team] = -1
	k := s.lane
	s.Tenure[k], s.Ramped[k] = 0, 0
	s.Skill[k] = s.person.skill0
	s.Engagement[k] = m.engagementAtRest(s.person.drive)
	s.appraisal = appraisal{}
	m.rate(&s.appraisal, role, &s.person, w.halo(m.seats[i].team, s))
	m.setHazards(&s.appraisal, role, 0)
	w.seat(i)
	w.arrive(i)
}

// arrive lets a rep take over what the seat has open, meet the tools and be seen, from
// today on.
func (w *world) arrive(i int) {
	w.seats[i].takeOver()
	if len(w.m.tools) > 0 && w.week >= 0 {
		w.repMeetsAll(i, w.week)
		w.countUnaware(i)
	}
	if w.watch != nil {
		w.watch.open(w, i)
	}
}

// seat sets what follows from holder and territory, and winds the clocks.
func (w *world) seat(i int) {
	m := w.m
	s := &w.seats[i]
	role := &m.roles[m.seats[i].role]
	k, p := s.lane, &s.person
	s.Key[k] = uint64(s.key)
	s.Gate[k], s.Drive[k], s.Savvy[k], s.Age[k], s.RampWeeks[k] = p.gate, p.drive, p.savvy, p.age, p.rampWeeks
	s.BaseRate[k] = float64(float64(role.creation*s.territory.index) * numeric.Exp(m.logQuality(p)))
	s.LogTerritory[k] = float64(s.territory.z * m.territory.logSD)
	s.Voluntary[k] = s.key.Exponential(random.VoluntaryClock, 0)
	s.LetGo[k] = s.key.Exponential(random.InvoluntaryClock, 0)
	s.Replaced[k] = s.key.Exponential(random.ReplacementClock, 0)
	a := &m.s.Assumptions.Adoption
	s.Compliance[k] = clamp(a.Compliance+float64(a.ComplianceSD*s.key.Normal(random.ComplianceDraw, 0)), 0, 1)
	s.Hours[k] = 0
	s.Quarter[k] = uint64(savvyQuarter(p.savvy))
	s.Qualified[k] = 0
	if m.qualified(p.fit, role.threshold) {
		s.Qualified[k] = 1
	}
	last := role.stages - 1
	s.Advance[k], s.Lose[k], s.Decide[k] = role.advance[0], role.lose[0], role.advance[last]
	s.Fastest[k], s.CycleWeeks[k] = role.fastest, role.cycleWeeks
	s.DealMean[k], s.Pay[k] = role.dealValue, role.weeklyPay
	s.appraised()
}

// appraised lets the week see the last appraisal.
func (s *seat) appraised() {
	s.Rating[s.lane], s.VolRate[s.lane], s.LetRate[s.lane] = s.rating, s.volRate, s.letRate
}

// clear empties what stands in columns until somebody sets it.
func (s *seat) clear() {
	k := s.lane
	for stage := range s.Stock {
		s.Stock[stage][k] = 0
	}
	s.Lessons[k], s.Selling[k] = 0, 0
	s.Mean[k], s.Value[k], s.Won[k], s.Drawn[k], s.Revenue[k] = 0, 0, 0, 0, 0
	s.Quota[k], s.YearSales[k], s.QuarterSales[k] = 0, 0, 0
	s.useNothing()
}

// useNothing clears what tools do for the seat's holder.
func (s *seat) useNothing() {
	k := s.lane
	s.SellingTime[k], s.Creation[k], s.Win[k], s.NoDecision[k] = 0, 0, 0, 0
	s.Cycle[k], s.DealValue[k], s.Ramp[k], s.Retention[k] = 0, 0, 0, 0
	s.Burden[k], s.Net[k], s.Fumble[k] = 0, 0, 0
}

// managersLeaveAndArrive moves the manager of team ti by a week.
func (w *world) managersLeaveAndArrive(ti int, plan *weekPlan) {
	m := w.m
	if !m.s.Mechanisms.Managers {
		return
	}
	g := &w.managers[ti]
	g.hired = false
	if g.present && m.s.Mechanisms.LeavingHiring && !w.fixed {
		// The clock of the week before: who leaves at its end is missed from now on.
		g.clock -= m.s.Assumptions.Managers.Turnover / weeksYear
		if g.clock <= 0 {
			g.present = false
			g.vacant = m.fillWeeks(g.key, m.s.Assumptions.Managers.FillWeeks)
			w.leadLeavesAll(ti)
		}
	}
	if !g.present {
		if g.vacant > 0 {
			g.vacant--
			return
		}
		w.hireManager(ti, plan.managerSelection)
		g.hired = true
	}
}

// bookArrivals books the pay of the manager of team ti and what it has cost to find
// and bring on those who came this week.
func (w *world) bookArrivals(ti int, plan *weekPlan) {
	m, costs := w.m, &w.sums.costs
	if g := &w.managers[ti]; m.s.Mechanisms.Managers && g.present {
		if g.hired {
			costs[costHiring] += plan.managerHireCost
		}
		costs[costPay] += m.s.Assumptions.Money.ManagerPay / weeksYear
	}
	for ; w.newcomers[ti] > 0; w.newcomers[ti]-- {
		costs[costHiring] += plan.hireCost
		costs[costRamp] += m.s.Assumptions.Money.OnboardingCost
	}
}

// hireManager seats a new manager, chosen like a rep by fit for the manager's
// role and, if wanted, for savvy.
func (w *world) hireManager(ti int, sel selection) {
	m := w.m
	g := &w.managers[ti]
	g.ordinal++
	g.key = w.root.Person(m.teams[ti].key^managerSalt, g.ordinal)
	var traits [MaxTraits]float64
	p := m.hire(traits[:], &m.manager, g.key, sel, 0, 0)
	a := &m.s.Assumptions.Managers
	g.fit, g.savvy = p.fit, p.savvy
	z := g.key.Normal(random.ManagerDraw, 0)
	// Centred on the fit that today's selection yields, so that today's coaching is 1 on average.
	g.coaching = clamp(1+float64(a.CoachingSD*z)+float64(a.FitEffect*(p.fit-m.managerFit)), leastCoach, bestCoach)
	g.present, g.vacant = true, 0
	g.clock = g.key.Exponential(random.ManagerClock, 0)
	w.leadMeetsAll(ti, w.week)
}

// leastCoach and bestCoach bound a manager's skill as a coach, 1 on average
// [judgement].
const (
	leastCoach = .1
	bestCoach  = 2
)

// managerSalt keeps a manager's draws apart from those of the team's first seat.
const managerSalt = 0x6d616e6167657221
