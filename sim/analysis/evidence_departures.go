package analysis

import "threep/sim"

// evidenceOfDepartures is a check of the same kind as the others, of what it costs
// when a seat changes its holder.
//
// The published loss is of what existing customers buy, in a firm that hands them on
// at once, to experienced reps in part: it is the lower bound. A seat is vacant first,
// waits for a new hire, and loses new business besides; how much more is judgement.
func evidenceOfDepartures() []*Check {
	return []*Check{{
		ID: "B23", Kind: Evidence, Window: firstYear,
		Setups: []Setup{{World: "default", Bare: true, Set: []Value{{"organisation.seats", 1000}}}},
		Lines: []Line{
			between("loss", sim.UnitShare, .13, .35),
			atLeast("departures", sim.UnitCount, Exact, 100),
		},
		Runs: Runs{10, 40}, Seed: 1, FalseAlarm: rare, Sources: []string{"shi2017"},
		measure: measureB23,
	}}
}

// measureB23 takes differences in differences: what seats sell in the year from the
// departure of their holder on, over the year before, against seats that keep theirs.
// Deals are at their expectation, so that no bad luck of the year before is in its sales.
func measureB23(t *trial) error {
	s, err := t.scenario(0)
	if err != nil {
		return err
	}
	o := sim.Options{Runs: t.runs(t.check), Seed: t.seedOf(t.check), Workers: t.workers, Expected: true}
	type sums struct{ left, leftBefore, stayed, stayedBefore, departures float64 }
	found := make([]sums, o.Runs)
	err = t.engine.Departures(t.ctx, s, o, func(run int, seats []sim.SeatYears) {
		f := &found[run]
		for i := range seats {
			if x := &seats[i]; x.Left {
				f.left += x.After
				f.leftBefore += x.Before
				f.departures++
			} else {
				f.stayed += x.After
				f.stayedBefore += x.Before
			}
		}
	})
	if err != nil {
		return err
	}
	departures := 0.0
	for i := range found {
		departures += found[i].departures
	}
	t.put("loss", jackknife(o.Runs, func(use func(int) bool) float64 {
		var all sums
		for i := range found {
			if f := &found[i]; use(i) {
				all.left += f.left
				all.leftBefore += f.leftBefore
				all.stayed += f.stayed
				all.stayedBefore += f.stayedBefore
			}
		}
		return 1 - all.left/all.leftBefore/(all.stayed/all.stayedBefore)
	}))
	t.put("departures", exact(departures))
	return nil
}
