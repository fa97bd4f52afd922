package analysis

import (
	"fmt"

	"threep/sim"
)

// swept are the unqualified shares at which claims must hold; beyond them the
// curve is reported.
var (
	swept  = []float64{.10, .25, .33, .50}
	beyond = []float64{.60, .70}
)

// limitOfA8 is the unqualified share up to which tools must pay.
const limitOfA8 = .33

// sweptFloors are the floors that the sweep looks at.
func sweptFloors() []string { return floors()[1:] }

// at names a share in the ids of lines.
func at(share float64) string { return fmt.Sprintf("_%.0f", share*100) }

// sweepSetups are, for each share, the world that is ready with leaving switched
// off, the same with leaving, and the three floors; then the curve beyond.
func sweepSetups() []Setup {
	set := func(share float64) []Value { return []Value{{"people.unqualified_share", share}} }
	var list []Setup
	for _, share := range swept {
		list = append(list,
			Setup{World: "3p-ready", Set: set(share), Off: []string{leavingHiring}, People: true, Weeks: 104},
			Setup{World: "3p-ready", Set: set(share)})
		for _, world := range sweptFloors() {
			list = append(list, Setup{World: world, Set: set(share)})
		}
	}
	for _, share := range beyond {
		list = append(list, Setup{World: "3p-ready", Set: set(share), FullOnly: true})
	}
	return list
}

func sweepLines() []Line {
	var list []Line
	for _, share := range swept {
		id := at(share)
		list = append(list,
			atMost("unqualified_less_tenth"+id, sim.UnitShare, Upper95, 0),
			above("qualified"+id, sim.UnitShare, Estimate, 0),
			reported("unqualified"+id, sim.UnitShare))
		for _, world := range sweptFloors() {
			list = append(list, atMost(world+"_gain"+id, sim.UnitShare, Upper95, .01), nineOfTen(world+"_loses"+id))
		}
		if share <= limitOfA8 {
			list = append(list, nineOfTen("pays"+id))
		} else {
			list = append(list, reported("pays"+id, sim.UnitShare))
		}
		list = append(list, reported("value"+id, sim.UnitShare))
	}
	for _, share := range beyond {
		list = append(list,
			reported("pays"+at(share), sim.UnitShare).fullOnly(),
			reported("value"+at(share), sim.UnitShare).fullOnly())
	}
	return append(list, reported("break_even", sim.UnitShare).fullOnly())
}

// measureB18 runs the claims at each share, and finds the share at which tools
// stop to pay on average: between two shares the value is taken as linear.
func measureB18(t *trial) error {
	next := 0
	breakEven, lastShare, lastValue := 1.0, 0.0, 0.0
	curve := func(share float64) error {
		o, err := t.sim(next)
		next++
		if err != nil {
			return err
		}
		value := ratioOf(o.result.Values(sim.TotalNPV, sim.Decided), o.sum(sim.WeekGrossMargin, sim.Assumed, thirdYear))
		t.put("pays"+at(share), o.pays())
		t.put("value"+at(share), value)
		if value.value < 0 && breakEven == 1 {
			breakEven = share
			if lastValue > 0 {
				breakEven = lastShare + (share-lastShare)*lastValue/(lastValue-value.value)
			}
		}
		lastShare, lastValue = share, value.value
		return nil
	}
	for _, share := range swept {
		if err := measureA4(t, next, at(share)); err != nil {
			return err
		}
		next++
		if err := curve(share); err != nil {
			return err
		}
		for _, world := range sweptFloors() {
			o, err := t.sim(next)
			next++
			if err != nil {
				return err
			}
			t.put(world+"_gain"+at(share), o.gain(thirdYear))
			t.put(world+"_loses"+at(share), o.loses())
		}
	}
	if !t.full {
		return nil
	}
	for _, share := range beyond {
		if err := curve(share); err != nil {
			return err
		}
	}
	t.put("break_even", exact(breakEven))
	return nil
}
