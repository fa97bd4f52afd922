package analysis

import "threep/sim"

// measureA3 takes the gain from tools under three ways of hiring, as a share of
// expected bookings without tools, and the difference that the way makes.
func measureA3(t *trial) error {
	var with, without [3][]float64
	for i := range with {
		for k, to := range []*[]float64{&with[i], &without[i]} {
			o, err := t.sim(2*i + k)
			if err != nil {
				return err
			}
			*to = o.sum(sim.WeekExpectedBookings, sim.Decided, t.check.Window)
		}
	}
	var gain [3][]float64
	for i := range with {
		gain[i] = make([]float64, len(with[i]))
		for k := range with[i] {
			gain[i][k] = with[i][k] - without[i][k]
		}
	}
	t.put("reps", contrast(gain[1], without[1], 1, gain[0], without[0]))
	t.put("managers", contrast(gain[2], without[2], 1, gain[0], without[0]))
	t.put("tools", ratioOf(gain[0], without[0]))
	return nil
}

func positive(v float64) bool { return v > 0 }
func negative(v float64) bool { return v < 0 }

// pays is the share of futures with a positive present value.
func (o *observed) pays() estimate {
	return shareOf(o.result.Values(sim.TotalNPV, sim.Decided), positive)
}

// loses is the share of futures with a negative one.
func (o *observed) loses() estimate {
	return shareOf(o.result.Values(sim.TotalNPV, sim.Decided), negative)
}

// sinceGoLive is a week of the horizon, so many weeks after the first go-live.
func (o *observed) sinceGoLive(weeks int) int {
	return int(o.scenario.Decisions.Rollout.Start) + weeks
}

// exits is the ratio of voluntary exits to those of the paired baseline, in the
// year from go-live.
func (o *observed) exits() estimate {
	year := Window{o.sinceGoLive(1), o.sinceGoLive(52)}
	return ratioOf(o.sum(sim.WeekVoluntary, sim.Decided, year), o.sum(sim.WeekVoluntary, sim.Assumed, year))
}

func measureA7(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	for week, suffix := range map[int]string{o.sinceGoLive(26): "", 26: "_week_26"} {
		t.put("logged"+suffix, meanOf(o.at(sim.WeekLoggedUse, sim.Decided, week)))
		t.put("benefit"+suffix, meanOf(o.at(sim.WeekBenefitUse, sim.Decided, week)))
	}
	t.put("exits", o.exits())
	t.put("loses", o.loses())
	designed, err := t.sim(1)
	if err != nil {
		return err
	}
	t.put("designed_pays", designed.pays())
	if !t.full {
		return nil
	}
	if o, err = t.sim(2); err != nil {
		return err
	}
	t.put("loses_uncertain", o.loses())
	if o, err = t.sim(3); err != nil {
		return err
	}
	t.put("designed_pays_uncertain", o.pays())
	return nil
}

// gain is the paired difference of gross margin over a window, before cost, as a
// share of the baseline's.
func (o *observed) gain(window Window) estimate {
	return ratioOf(o.paired(sim.WeekGrossMargin, window))
}

// gainAfterCost is gain less the paired difference of cost.
func (o *observed) gainAfterCost(window Window) estimate {
	margin, base := o.paired(sim.WeekGrossMargin, window)
	cost, _ := o.paired(sim.WeekCost, window)
	for i := range margin {
		margin[i] -= cost[i]
	}
	return ratioOf(margin, base)
}

func measureA8(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	t.put("pays", o.pays())
	t.put("before_cost", o.gain(thirdYear))
	if !t.full {
		return nil
	}
	if o, err = t.sim(1); err != nil {
		return err
	}
	t.put("pays_uncertain", o.pays())
	return nil
}

func measureA9(t *trial) error {
	for i, world := range floors() {
		o, err := t.sim(2 * i)
		if err != nil {
			return err
		}
		t.put(world+"_gain", o.gain(t.check.Window))
		t.put(world+"_after_cost", o.gainAfterCost(t.check.Window))
		t.put(world+"_loses", o.loses())
		if !t.full {
			continue
		}
		if o, err = t.sim(2*i + 1); err != nil {
			return err
		}
		t.put(world+"_loses_uncertain", o.loses())
	}
	return nil
}
