package analysis

import (
	"math"

	"threep/sim"
)

// diffusion is the check that tools spread as innovations do inside a firm.
func diffusion() *Check {
	return &Check{
		ID: "B20", Kind: Evidence, Window: secondYear,
		Setups: []Setup{
			{World: "default", Weeks: 104},
			{World: "3p-ready", Weeks: 104},
			{World: "3p-ready", Weeks: 104, Off: []string{peers}},
			{World: "3p-ready", Weeks: 104, Set: []Value{{"rollout.sponsor_top", 0}, {"rollout.sponsor_managers", 0}}},
			{World: "crm-elixir", Weeks: 104, Set: []Value{{"rollout.mandate", 0}}},
		},
		Lines: []Line{
			between("usual", sim.UnitMonths, 2, 5),
			below("ready_less_usual", sim.UnitMonths, Estimate, 0),
			above("alone_less_ready", sim.UnitMonths, Estimate, 1),
			above("unsponsored_less_ready", sim.UnitMonths, Estimate, 1),
			atMost("elixir", sim.UnitShare, Estimate, .4),
			reported("ready", sim.UnitMonths),
			reported("start", sim.UnitShare),
		},
		Runs: Runs{160, 400}, Seed: 1, FalseAlarm: rare, Sources: []string{"bassfirm", "homburg2010", "cascio2010"},
		measure: measureB20,
	}
}

// measureB20 takes the time from go-live until half of reps and tools are in use.
func measureB20(t *trial) error {
	var months [4]estimate
	for i := range months {
		o, err := t.sim(i)
		if err != nil {
			return err
		}
		months[i] = o.untilHalf()
		if i == 0 {
			t.put("start", meanOf(o.users(o.sinceGoLive(1))))
		}
	}
	usual, ready, alone, unsponsored := months[0], months[1], months[2], months[3]
	t.put("usual", usual)
	t.put("ready", ready)
	t.put("ready_less_usual", ready.less(usual))
	t.put("alone_less_ready", alone.less(ready))
	t.put("unsponsored_less_ready", unsponsored.less(ready))
	o, err := t.sim(4)
	if err != nil {
		return err
	}
	most := estimate{}
	for week := o.sinceGoLive(1); week <= t.check.Window.To; week++ {
		if e := meanOf(o.users(week)); e.value > most.value {
			most = e
		}
	}
	t.put("elixir", most)
	return nil
}

// less is the difference of two estimates from the same futures, whose errors are
// taken as independent: their luck is shared, so that it is no more than that.
func (e estimate) less(o estimate) estimate {
	return estimate{e.value - o.value, math.Sqrt(e.se*e.se + o.se*o.se)}
}

// users is the share of reps and tools in trial or routine use in a week, future by
// future.
func (o *observed) users(week int) []float64 {
	out := o.at(sim.WeekTrial, sim.Decided, week)
	for i, v := range o.at(sim.WeekRoutine, sim.Decided, week) {
		out[i] += v
	}
	return out
}

// untilHalf is the months from go-live until half of reps and tools are in use, all
// futures together; between the weeks use is taken as even. Where it never comes to
// that it is the rest of the horizon.
func (o *observed) untilHalf() estimate {
	live := o.sinceGoLive(1)
	var users [][]float64
	for week := live; week <= o.result.Weeks; week++ {
		users = append(users, o.users(week))
	}
	return jackknife(o.result.Runs, func(use func(int) bool) float64 {
		before := 0.0
		for k := range users {
			sum, n := 0.0, 0.0
			for i, v := range users[k] {
				if use(i) {
					sum += v
					n++
				}
			}
			now := sum / n
			if now >= .5 {
				if k == 0 {
					return 0
				}
				return monthsOf(float64(k) - (now-.5)/(now-before))
			}
			before = now
		}
		return monthsOf(float64(len(users)))
	})
}
