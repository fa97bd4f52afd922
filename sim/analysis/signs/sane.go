package signs

import (
	"fmt"
	"math"

	"threep/sim"
)

// bounds are what a unit allows.
func bounds(o string, unit sim.Unit) (low, high float64) {
	switch {
	case o == "cash" || o == "npv" || o == "cash_trough" || o == "return":
		return math.Inf(-1), math.Inf(1)
	case o == "dip":
		return -1, 0
	case o == "effectiveness" || o == "effectiveness_before_cost":
		return math.Inf(-1), math.Inf(1) // see plausible
	case o == "plan_attainment" || o == "forecast_error":
		return 0, math.Inf(1)
	}
	switch unit {
	case sim.UnitShare, sim.UnitPoints:
		return 0, 1 + 1e-9
	case sim.UnitLevel:
		return 1, 5 + 1e-9
	case sim.UnitSD:
		return -6, 6
	case sim.UnitHoursWeek:
		return 0, 70 + 1e-9
	}
	return 0, math.Inf(1)
}

// mayLack are outcomes that a small firm may have no one, or nothing, to show of.
var mayLack = map[string]bool{
	"benefit_use_savvy_1": true, "benefit_use_savvy_2": true, "benefit_use_savvy_3": true, "benefit_use_savvy_4": true,
	"effectiveness": true, "forecast_error": true, "reps_at_quota": true, "win_rate": true, "loss_rate": true, "no_decision_rate": true, "return": true, "payback": true,
}

// faults are what is not sane in one future of a world.
func faults(r *sim.Result, s *sim.Scenario, w sim.World, run int) []string {
	var list []string
	judge := func(where string, info sim.OutcomeInfo, x float64) {
		low, high := bounds(info.ID, info.Unit)
		if info.ID == "cost_coaching" { // no more can be saved than is spent today
			low = -s.Today.CoachingHours * s.Assumptions.Money.CoachingHour * s.Organisation.Seats
		}
		switch {
		case math.IsNaN(x) && mayLack[info.ID]:
		case math.IsNaN(x) || math.IsInf(x, 0):
			list = append(list, fmt.Sprintf("%s%s is %g", info.ID, where, x))
		case x < low-1e-9 || x > high:
			list = append(list, fmt.Sprintf("%s%s is %g, not within %g and %g", info.ID, where, x, low, high))
		}
	}
	week := func(o sim.Weekly) []float64 { return r.WeeklySample(o, w, run) }
	heads := week(sim.WeekHeadcount)
	for o, info := range sim.WeeklyInfo() {
		for k, x := range week(sim.Weekly(o)) {
			if heads[k] == 0 && math.IsNaN(x) {
				continue // nobody is there to have a mean
			}
			if judge(fmt.Sprintf(" in week %d", k), info, x); len(list) > 3 {
				return list
			}
		}
	}
	for o, info := range sim.TotalInfo() {
		judge("", info, r.Values(sim.Total(o), w)[run])
	}
	for k, n := range heads {
		if n > s.Organisation.Seats {
			list = append(list, fmt.Sprintf("%g people in %g seats in week %d", n, s.Organisation.Seats, k))
		}
		if n == 0 {
			continue
		}
		hours, stages := 0.0, 0.0
		for o := sim.WeekSellingHours; o <= sim.WeekUpkeepHours; o++ {
			hours += week(o)[k]
		}
		for o := sim.WeekUnaware; o <= sim.WeekRejected; o++ {
			stages += week(o)[k]
		}
		if math.Abs(hours/s.Assumptions.Hours.Week-1) > 1e-9 || math.Abs(stages-1) > 1e-9 {
			list = append(list, fmt.Sprintf("%g hours of %g, stages that sum to %g in week %d", hours, s.Assumptions.Hours.Week, stages, k))
		}
	}
	if before := r.Values(sim.TotalBeforeCost, w)[run]; before < 0 || before > mostEffective {
		list = append(list, fmt.Sprintf("effectiveness before cost is %g", before))
	}
	return list
}

// mostEffective is beyond what any lever at its end may make of a firm, the
// baseline being 100.
const mostEffective = 400
