package sim

import (
	"math"

	"threep/sim/internal/vector"
)

// observe adds the people of a team to the week's sums; it changes nothing in
// the organisation.
func (w *world) observe(ti int) {
	m := w.m
	team := &m.teams[ti]
	sums := &w.sums
	var people vector.Census
	vector.Count(w.here, &people)
	for stages := w.stagesOf(ti); len(stages) >= numStages; stages = stages[numStages:] {
		for stage, reps := range stages[:numStages] {
			sums.stage[stage] += reps
		}
	}
	sums.occupied += people.People
	sums.qualified += people.Qualified
	sums.tenure += people.Tenure
	sums.skill += people.Skill
	sums.savvy += people.Savvy
	sums.engagement += people.Engagement
	sums.rating += people.Rating
	sums.yearRevenue += people.YearSales
	if w.watch != nil {
		w.watch.week(w, team)
	}
}

// savvyQuarter is the quarter of the labour market's savvy that a person is in.
func savvyQuarter(savvy float64) int {
	const quartile = .6744897501960817
	switch {
	case savvy < -quartile:
		return 0
	case savvy < 0:
		return 1
	case savvy < quartile:
		return 2
	}
	return 3
}

// ratio is a / b, and 0 where there is nothing to share.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// defined is a / b, and not a number where it is not defined.
func defined(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

// record writes the week's sums into a run's series.
func (w *world) record(out *runSeries, week int) {
	x := &w.sums
	m := w.m
	set := func(o Weekly, v float64) { out.weekly[int(o)*out.weeks+week] = v }
	margin := m.s.Assumptions.Money.GrossMargin
	set(WeekRevenue, x.revenue)
	set(WeekGrossMargin, float64(x.revenue*margin))
	set(WeekCost, x.cost)
	for k, o := range [costKinds]Weekly{WeekPayCost, WeekHiringCost, WeekRampCost, WeekTrainingCost, WeekCoachingCost, WeekToolCost, WeekProgrammeCost} {
		set(o, x.costs[k])
	}
	set(WeekExpectedBookings, x.expectedBookings)
	set(WeekAtQuota, defined(x.atQuota, x.quotaHolders))
	set(WeekCreated, x.created)
	set(WeekDecided, x.decided)
	set(WeekWon, x.won)
	set(WeekLost, x.lost)
	set(WeekNoDecision, x.noDecision)
	won, decided := 0.0, 0.0
	for k := range w.recentWon {
		won += w.recentWon[k]
		decided += w.recentDecided[k]
	}
	set(WeekWinRate, defined(won, decided))
	set(WeekPipeline, x.pipeline)
	n := x.occupied
	set(WeekHeadcount, n)
	set(WeekVoluntary, x.voluntary)
	set(WeekLetGo, x.letGo)
	set(WeekHires, x.hires)
	set(WeekQualified, defined(x.qualified, n))
	set(WeekTenure, defined(x.tenure, n))
	set(WeekSkill, defined(x.skill, n))
	set(WeekSavvy, defined(x.savvy, n))
	set(WeekEngagement, defined(x.engagement, n))
	set(WeekRating, defined(x.rating, n))
	set(WeekForecastError, w.forecastError)
	for k, o := range [hourKinds]Weekly{WeekSellingHours, WeekAdminHours, WeekSearchHours, WeekMeetingHours, WeekTrainingHours, WeekCoachingHours, WeekUpkeepHours} {
		set(o, defined(x.hours[k], n))
	}
	set(WeekCycle, defined(x.cycle, n))
	plan := m.week(week)
	level := 0.0
	for k, l := range plan.maturity {
		if k == dataDiscipline {
			l = min(5, l+w.feedback)
		}
		level += l
	}
	set(WeekMaturity, level/dimensions)
	tools := float64(float64(len(m.tools)) * n)
	set(WeekUnaware, 1)
	set(WeekEffectiveness, 100)
	if tools > 0 {
		for k, o := range [numStages]Weekly{WeekUnaware, WeekAware, WeekTrial, WeekRoutine, WeekRejected} {
			set(o, float64(x.stage[k])/tools)
		}
	}
	set(WeekLoggedUse, ratio(x.logged, x.liveUses))
	set(WeekBenefitUse, ratio(x.benefit, x.liveUses))
	set(WeekProficiency, ratio(x.proficiency, x.liveUses))
	for k, o := range [4]Weekly{WeekUseSavvy1, WeekUseSavvy2, WeekUseSavvy3, WeekUseSavvy4} {
		use := 0.0
		if x.liveUses > 0 {
			use = defined(x.use.BySavvy[k], x.use.Counts[k])
		}
		set(o, use)
	}
	// Plan attainment counts all revenue closed in the trailing year, leavers' included.
	set(WeekAttainment, defined(w.trailing, float64(x.quota)))
	out.books.add(week, out.weeks, x, len(m.seats), margin)
}

// books are the sums of the last year of the horizon, for the headline.
type books struct {
	seatWeeks, occupied, hours  float64
	created, decided, won       float64
	revenue, margin, cost       float64
	lost, noDecision            float64
	allHours                    float64
	occupiedAll, exits, leavers float64 // whole horizon
}

func (b *books) add(week, weeks int, x *weekSums, seats int, margin float64) {
	worked := x.hours[0] + x.hours[1] + x.hours[2] + x.hours[3] + x.hours[4] + x.hours[5] + x.hours[6]
	b.occupiedAll += x.occupied
	b.exits += x.voluntary + x.letGo
	b.leavers += x.voluntary
	if week < weeks-weeksYear {
		return
	}
	b.seatWeeks += float64(seats)
	b.occupied += x.occupied
	b.hours += x.hours[hoursSelling]
	b.allHours += worked
	b.created += x.created
	b.decided += x.decided
	b.won += x.won
	b.lost += x.lost
	b.noDecision += x.noDecision
	b.revenue += x.revenue
	b.margin += float64(x.revenue * margin)
	b.cost += x.cost
}
