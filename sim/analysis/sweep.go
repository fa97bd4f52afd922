package analysis

import (
	"fmt"
	"math"

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
	add := func(share float64, lines ...Line) {
		for _, l := range lines {
			l.ID, l.At = l.ID+at(share), share
			list = append(list, l)
		}
	}
	for _, share := range swept {
		add(share,
			atMost("unqualified_less_tenth", sim.UnitShare, Upper95, 0),
			above("qualified", sim.UnitShare, Estimate, 0),
			reported("unqualified", sim.UnitShare))
		for _, world := range sweptFloors() {
			add(share, atMost(world+"_gain", sim.UnitShare, Upper95, .01), nineOfTen(world+"_loses"))
		}
		pays := reported("pays", sim.UnitShare)
		if share <= limitOfA8 {
			pays = nineOfTen("pays")
		}
		add(share, pays, reported("value", sim.UnitShare))
	}
	for _, share := range beyond {
		add(share, reported("pays", sim.UnitShare).fullOnly(), reported("value", sim.UnitShare).fullOnly())
	}
	return append(list, reported("break_even", sim.UnitShare).fullOnly())
}

// measureB18 runs the claims at each share, and finds the share at which tools
// stop to pay on average: between two shares the value is taken as linear. Where
// they pay at all shares there is no such share.
func measureB18(t *trial) error {
	next := 0
	breakEven, lastShare, lastValue := math.NaN(), 0.0, 0.0
	curve := func(share float64) error {
		o, err := t.sim(next)
		next++
		if err != nil {
			return err
		}
		value := o.value()
		t.put("pays"+at(share), o.pays())
		t.put("value"+at(share), value)
		if value.value < 0 && math.IsNaN(breakEven) {
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
