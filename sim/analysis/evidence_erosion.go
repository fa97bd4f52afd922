package analysis

import "threep/sim"

// evidenceOfProcess are checks of the same kind as the others, of what process and
// use do to each other: that what is not kept up slips back, and that use becomes data.
func evidenceOfProcess() []*Check {
	raised := func(maintenance float64) Setup {
		return Setup{World: "default", Bare: true, Set: []Value{
			{"organisation.seats", 24}, {"process.raise_all", 1}, {"process.maintenance", maintenance},
		}}
	}
	crm := func(set ...Value) Setup {
		return Setup{World: "default", Tools: []string{"crm"}, Set: append([]Value{{"organisation.seats", 60}}, set...)}
	}
	return []*Check{
		{
			ID: "B21", Kind: Evidence, Window: horizon,
			Setups: []Setup{raised(0), raised(1)},
			Lines: []Line{
				{ID: "slips", Unit: sim.UnitShare, Rule: Exact, Low: .2, High: .9},
				{ID: "kept", Unit: sim.UnitShare, Rule: Exact, Low: -.02, High: .02},
			},
			Runs: Runs{2, 4}, Seed: 1, Sources: []string{"repenning2002"},
			measure: measureB21,
		},
		{
			ID: "B22", Kind: Evidence, Window: thirdYear,
			Setups: []Setup{
				crm(Value{"rollout.wiifm_design", 1}, Value{"rollout.mandate", 0}, Value{"rollout.support", 1}),
				crm(Value{"rollout.wiifm_design", 0}, Value{"rollout.mandate", 1}, Value{"use.benefit_share", 0}),
			},
			Lines: []Line{
				above("own_use", sim.UnitLevel, Lower999, .05),
				atMost("obeyed", sim.UnitLevel, Upper95, .1),
			},
			Runs: Runs{20, 100}, Seed: 1, FalseAlarm: rare, Sources: []string{"design"},
			measure: measureB22,
		},
	}
}

// measureB21 takes how much of what was raised is lost by the end of the horizon, from
// its highest.
func measureB21(t *trial) error {
	for i, line := range []string{"slips", "kept"} {
		o, err := t.sim(i)
		if err != nil {
			return err
		}
		with, without := o.result.WeeklyMean(sim.WeekMaturity, sim.Decided), o.result.WeeklyMean(sim.WeekMaturity, sim.Assumed)
		most, last := 0.0, 0.0
		for k := range with {
			last = with[k] - without[k]
			most = max(most, last)
		}
		t.put(line, exact(1-last/most))
	}
	return nil
}

// dimensions are those of process, over which maturity is the mean.
const dimensions = 5

// measureB22 takes what use adds to data discipline: maturity is the mean over the
// dimensions, of which it is one.
func measureB22(t *trial) error {
	for i, line := range []string{"own_use", "obeyed"} {
		o, err := t.sim(i)
		if err != nil {
			return err
		}
		added, _ := o.paired(sim.WeekMaturity, t.check.Window)
		weeks := float64(t.check.Window.To - t.check.Window.From + 1)
		for k := range added {
			added[k] *= dimensions / weeks
		}
		t.put(line, meanOf(added))
	}
	return nil
}
