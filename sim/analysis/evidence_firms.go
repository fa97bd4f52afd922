package analysis

import (
	"math"

	"threep/sim"
)

// measureB8 takes both shares at the end of the first year.
func measureB8(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	t.put("at_quota", meanOf(o.at(sim.WeekAtQuota, sim.Decided, t.check.Window.To)))
	t.put("attainment", meanOf(o.at(sim.WeekAttainment, sim.Decided, t.check.Window.To)))
	return nil
}

func measureB9(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	decided := o.sum(sim.WeekDecided, sim.Decided, t.check.Window)
	for line, outcome := range map[string]sim.Weekly{"won": sim.WeekWon, "lost": sim.WeekLost, "no_decision": sim.WeekNoDecision} {
		t.put(line, ratioOf(o.sum(outcome, sim.Decided, t.check.Window), decided))
	}
	return nil
}

// measureB11 takes expected bookings over the quota of all seats, scenario less
// baseline.
func measureB11(t *trial) error {
	for i, line := range []string{"without", "with"} {
		o, err := t.sim(i)
		if err != nil {
			return err
		}
		difference, _ := o.paired(sim.WeekExpectedBookings, t.check.Window)
		// Attainment is a year's revenue over the quota, which gives the quota.
		quota := o.sum(sim.WeekRevenue, sim.Assumed, firstYear)
		part := float64(t.check.Window.To-t.check.Window.From+1) / 52
		for k, attained := range o.at(sim.WeekAttainment, sim.Assumed, 52) {
			quota[k] *= part / attained
		}
		t.put(line, ratioOf(difference, quota))
	}
	return nil
}

// measureB12 draws the curve of expected bookings over use, as a share of the
// baseline's: its sharpest upward bend, and where it is highest.
func measureB12(t *trial) error {
	curve := make([][]float64, len(t.check.Setups))
	var base []float64
	for i := range curve {
		o, err := t.sim(i)
		if err != nil {
			return err
		}
		curve[i], base = o.paired(sim.WeekExpectedBookings, t.check.Window)
	}
	bend := estimate{value: math.Inf(-1)}
	for i := 1; i+1 < len(curve); i++ {
		second := make([]float64, len(base))
		for k := range second {
			second[k] = curve[i-1][k] - 2*curve[i][k] + curve[i+1][k]
		}
		if e := ratioOf(second, base); e.value > bend.value {
			bend = e
		}
	}
	best, top := 0, ratioOf(curve[0], base)
	for i := range curve {
		if e := ratioOf(curve[i], base); e.value > top.value {
			best, top = i, e
		}
	}
	t.put("bend", bend)
	t.put("best", exact(*t.check.Setups[best].Use))
	t.put("gain", top)
	return nil
}

// measureB13 compares use half a year after go-live with its peak until then.
func measureB13(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	live, end := o.sinceGoLive(1), o.sinceGoLive(26)
	peak, at := math.Inf(-1), live
	for week := live; week <= end; week++ {
		if v := meanOf(o.at(sim.WeekBenefitUse, sim.Decided, week)).value; v > peak {
			peak, at = v, week
		}
	}
	fall := o.at(sim.WeekBenefitUse, sim.Decided, end)
	for i, v := range o.at(sim.WeekBenefitUse, sim.Decided, at) {
		fall[i] -= v
	}
	t.put("fall", meanOf(fall))
	t.put("peak", exact(peak))
	t.put("exits", o.exits())
	return nil
}

// measureB14 takes the interaction of people and process in the tool's effect on
// gross margin, future by future.
func measureB14(t *trial) error {
	var cells [2][4][]float64
	for i := range cells {
		for k := range cells[i] {
			o, err := t.sim(4*i + k)
			if err != nil {
				return err
			}
			d, base := o.paired(sim.WeekGrossMargin, t.check.Window)
			level := meanOf(base).value
			for j := range d {
				d[j] /= level
			}
			cells[i][k] = d
		}
	}
	for k, line := range []string{"both_high", "people_high", "process_high", "both_low"} {
		t.put(line, meanOf(cells[0][k]))
	}
	interaction := func(c *[4][]float64, less float64) []float64 {
		out := make([]float64, len(c[0]))
		for i := range out {
			high, people, process, low := c[0][i], c[1][i], c[2][i], c[3][i]
			out[i] = (high - low) - (people - low) - (process - low) - less*high
		}
		return out
	}
	t.put("interaction", meanOf(interaction(&cells[0], .2)))
	t.put("interaction_off", ratioOf(interaction(&cells[1], 0), cells[1][0]))
	return nil
}

// trained is the skill from which forgetting is watched.
const trained = .9

// measureB15 lets a trained skill alone, coaches it as firms do today, and looks for
// the hours a week that lose nothing.
func measureB15(t *trial) error {
	s, err := t.scenario(0)
	if err != nil {
		return err
	}
	left, err := sim.SkillAlone(s, trained, 0, 0, false, 520)
	if err != nil {
		return err
	}
	floor := s.Assumptions.Skill.Untrained
	half, before := math.Inf(1), trained-floor
	for week, skill := range left {
		if now := skill - floor; now <= (trained-floor)/2 {
			// Between the weeks the loss is taken as even.
			half = float64(week) + (before-(trained-floor)/2)/(before-now)
			break
		} else {
			before = now
		}
	}
	t.put("half_life", exact(half*12/52))
	// kept is what is left after a year of what was trained.
	kept := func(hours float64) (float64, error) {
		skill, err := sim.SkillAlone(s, trained, 0, hours, false, 52)
		if err != nil {
			return 0, err
		}
		return (skill[len(skill)-1] - floor) / (trained - floor), nil
	}
	alone, err := kept(0)
	if err != nil {
		return err
	}
	today, err := kept(s.Today.CoachingHours)
	if err != nil {
		return err
	}
	t.put("left", exact(alone))
	t.put("today", exact(today-alone))
	low, high := 0.0, mostCoached
	for high-low > 1e-6 {
		middle := (low + high) / 2
		share, err := kept(middle)
		if err != nil {
			return err
		}
		if share < 1 {
			low = middle
		} else {
			high = middle
		}
	}
	t.put("dose", exact(high))
	return nil
}

// mostCoached is more coaching than any firm gives [hours a rep-week].
const mostCoached = 8.0

// dipWithin is the time after go-live within which the dip must come [weeks].
const dipWithin = 8

// measureB16 follows bookings from go-live on.
func measureB16(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	live := o.sinceGoLive(0)
	t.put("dip", o.lowest(live+1, live+dipWithin))
	t.put("recovery", o.recovery(live, live+1))
	return nil
}

// month is the paired difference of expected bookings in the four weeks that end
// with a week, and what it is set against.
func (o *observed) month(week int) (difference, baseline []float64) {
	return o.paired(sim.WeekExpectedBookings, Window{week - 3, week})
}

// lowest is the lowest such difference of some weeks, as a share of the baseline's.
func (o *observed) lowest(from, to int) estimate {
	low := estimate{value: math.Inf(1)}
	for week := from; week <= to; week++ {
		if e := ratioOf(o.month(week)); e.value < low.value {
			low = e
		}
	}
	return low
}

// recovery is the time from a week until bookings cross the baseline for good
// [months]: the last week below nothing, then the next is where they do. It looks
// at means of four weeks, the first of which ends with week first.
func (o *observed) recovery(since, first int) estimate {
	means := make([][2][]float64, 0, o.result.Weeks)
	for week := first; week <= o.result.Weeks; week++ {
		d, b := o.month(week)
		means = append(means, [2][]float64{d, b})
	}
	return jackknife(o.result.Runs, func(use func(int) bool) float64 {
		last := 0.0
		for k := range means {
			d, b := 0.0, 0.0
			for i := range means[k][0] {
				if use(i) {
					d += means[k][0][i]
					b += means[k][1][i]
				}
			}
			if d/b < 0 {
				last = float64(first + k - since)
			}
		}
		return monthsOf(last)
	})
}

// measureB17 takes the cash that the bundle has added by the end of three years,
// as a share of the baseline's margin of a year.
func measureB17(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	cash := o.at(sim.WeekCash, sim.Decided, t.check.Window.To)
	year := o.sum(sim.WeekGrossMargin, sim.Assumed, thirdYear)
	t.put("cash", ratioOf(cash, year))
	t.put("never", shareOf(o.result.Values(sim.TotalPayback, sim.Decided), math.IsNaN))
	return nil
}
