package analysis

import (
	"math"

	"threep/sim"
)

// capabilityTrap is the check of what it takes, and what it brings, to raise a
// weak process in all its dimensions to the level of the surveys' best firms.
func capabilityTrap() *Check {
	return &Check{
		ID: "B19", Kind: Evidence, Window: thirdYear,
		Setups: []Setup{{World: "weak-process", Bare: true, Set: []Value{{"process.raise_all", 2.5}, {"process.months", 12}}}},
		Lines: []Line{
			atMost("dip", sim.UnitShare, Estimate, -.02),
			between("recovery", sim.UnitMonths, 6, 18),
			below("cash_first_year", sim.UnitShare, Upper999, 0),
			above("cash", sim.UnitShare, Lower999, 0),
			atMost("growth", sim.UnitShare, Upper95, .18),
			atMost("at_quota", sim.UnitShare, Upper95, .25),
			reported("payback", sim.UnitMonths),
		},
		Runs: Runs{700, 1000}, Seed: 1, FalseAlarm: Rates{.005, .001}, Sources: []string{"repenning2002", "smoak"},
		measure: measureB19,
	}
}

// measureB19 follows bookings from the start of the work on, cash at the end of
// the first year and of the horizon, and what the third year gains in revenue and
// in reps at quota.
func measureB19(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	t.put("dip", o.lowest(4, firstYear.To))
	t.put("recovery", o.recovery(0, 4))
	margin := o.sum(sim.WeekGrossMargin, sim.Assumed, thirdYear)
	t.put("cash_first_year", ratioOf(o.at(sim.WeekCash, sim.Decided, firstYear.To), margin))
	t.put("cash", ratioOf(o.at(sim.WeekCash, sim.Decided, thirdYear.To), margin))
	t.put("growth", ratioOf(o.paired(sim.WeekRevenue, thirdYear)))
	t.put("at_quota", ratioOf(o.paired(sim.WeekAtQuota, Window{thirdYear.To, thirdYear.To})))
	t.put("payback", o.payback())
	return nil
}

// payback is the mean time until all costs are paid back for good [months], of
// the futures in which they are.
func (o *observed) payback() estimate {
	var months []float64
	for _, week := range o.result.Values(sim.TotalPayback, sim.Decided) {
		if !math.IsNaN(week) {
			months = append(months, week*12/52)
		}
	}
	return meanOf(months)
}
