package analysis

import (
	"math"

	"threep/sim"
)

// people is the simulation of the default organisation as it stands, which most
// of the evidence is about.
func people() []Setup { return []Setup{{World: "default", Bare: true, People: true}} }

// untouched is the size of that simulation: as many futures as stationarity asks
// for, which shares it.
var untouched = Runs{500, 500}

// evidence are the checks against published figures.
func evidence() []*Check {
	return []*Check{
		{
			ID: "B1", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{between("r", sim.UnitR, -.05, .15)},
			Runs:  untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"vinchur1998"},
			measure: func(t *trial) error { return measureTrait(t, "intelligence", sales) },
		},
		{
			ID: "B2", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{between("r", sim.UnitR, .25, .50)},
			Runs:  untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"vinchur1998"},
			measure: func(t *trial) error { return measureTrait(t, "intelligence", rating) },
		},
		{
			ID: "B3", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{between("r", sim.UnitR, .25, .50)},
			Runs:  untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"vinchur1998"},
			measure: func(t *trial) error { return measureTrait(t, "drive", sales) },
		},
		{
			ID: "B4", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{between("r", sim.UnitR, .15, .35)},
			Runs:  untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"vinchur1998"},
			measure: func(t *trial) error { return measureTrait(t, "courage", sales) },
		},
		{
			ID: "B5", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{between("gap", sim.UnitShare, .15, .45)},
			Runs:  untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"seligman1986"},
			measure: measureB5,
		},
		{
			ID: "B6", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{
				between("cv", sim.UnitFactor, .30, .60),
				between("top_fifth", sim.UnitShare, .28, .45),
				above("skew", sim.UnitFactor, Estimate, 0),
			},
			Runs: untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"cravens1972"},
			measure: measureB6,
		},
		{
			ID: "B7", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{
				between("r_squared", sim.UnitShare, .60, .95),
				atLeast("rosters", sim.UnitCount, Exact, 300),
			},
			Runs: untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"cravens1972"},
			measure: measureB7,
		},
		{
			ID: "B8", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{
				between("at_quota", sim.UnitShare, .48, .62),
				between("attainment", sim.UnitShare, .88, 1),
			},
			Runs: untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"cso2018"},
			measure: measureB8,
		},
		{
			ID: "B9", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{
				between("won", sim.UnitShare, .44, .50),
				between("lost", sim.UnitShare, .27, .34),
				between("no_decision", sim.UnitShare, .19, .26),
			},
			Runs: untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"cso2016"},
			measure: measureB9,
		},
		{
			ID: "B10", Kind: Evidence, Window: firstYear, Setups: people(),
			Lines: []Line{
				between("turnover", sim.UnitPerYear, .20, .35),
				between("voluntary", sim.UnitR, -.30, -.05),
				between("involuntary", sim.UnitR, -.65, -.35),
			},
			Runs: untouched, Seed: 1, FalseAlarm: rare, Sources: []string{"depaul2010", "bycio1990"},
			measure: measureB10,
		},
		{
			ID: "B11", Kind: Evidence, Window: Window{27, 52},
			Setups: []Setup{
				{World: "default", Tools: []string{"crm"}, Weeks: 52, Set: []Value{
					{"rollout.training_before", 0},
					{"rollout.training_after", 0},
					{"rollout.support", 0},
				}},
				{World: "default", Tools: []string{"crm"}, Weeks: 52, Set: []Value{
					{"rollout.training_before", 16},
					{"rollout.training_after", 8},
					{"rollout.support", 1},
				}},
			},
			Lines: []Line{
				atMost("without", sim.UnitShare, Estimate, 0),
				above("with", sim.UnitShare, Estimate, 0),
			},
			Runs: Runs{200, 1000}, Seed: 1, FalseAlarm: Rates{.05, .001}, Sources: []string{"ahearne2005"},
			measure: measureB11,
		},
		{
			ID: "B12", Kind: Evidence, Window: secondYear, Setups: useLevels(),
			Lines: []Line{
				atMost("bend", sim.UnitShare, Estimate, 0),
				between("best", sim.UnitShare, .1, .9),
				reported("gain", sim.UnitShare),
			},
			Runs: Runs{30, 200}, Seed: 1, FalseAlarm: rare, Sources: []string{"ahearne2004"},
			measure: measureB12,
		},
		{
			ID: "B13", Kind: Evidence, Window: horizon,
			Setups: []Setup{{World: "crm-elixir", Set: []Value{{"rollout.mandate", 0}}}},
			Lines: []Line{
				atMost("fall", sim.UnitShare, Estimate, -.005),
				above("exits", sim.UnitFactor, Estimate, 1),
				reported("peak", sim.UnitShare),
			},
			Runs: Runs{200, 1000}, Seed: 1, FalseAlarm: rare, Sources: []string{"speier2002"},
			measure: measureB13,
		},
		{
			ID: "B14", Kind: Evidence, Window: thirdYear, Setups: factorial(),
			Lines: []Line{
				atLeast("interaction", sim.UnitShare, Lower99, 0),
				between("interaction_off", sim.UnitShare, -.02, .02),
				reported("both_high", sim.UnitShare),
				reported("people_high", sim.UnitShare),
				reported("process_high", sim.UnitShare),
				reported("both_low", sim.UnitShare),
			},
			Runs: Runs{24, 200}, Seed: 1, FalseAlarm: Rates{.01, .01}, Sources: []string{"aral2012"},
			measure: measureB14,
		},
		{
			ID: "B15", Kind: Evidence, Window: firstYear,
			Setups: []Setup{{World: "default", Bare: true, Alone: true}},
			Lines: []Line{
				between("half_life", sim.UnitMonths, 6, 13),
				{ID: "today", Unit: sim.UnitShare, Rule: Exact, Low: .25, High: 1},
				{ID: "dose", Unit: sim.UnitHoursWeek, Rule: Exact, Low: math.Inf(-1), High: 1},
				reported("left", sim.UnitShare),
			},
			Runs: Runs{1, 1}, Seed: 1, Sources: []string{"tatel2025", "rackham1979"},
			measure: measureB15,
		},
		{
			ID: "B16", Kind: Evidence, Window: horizon,
			Setups: []Setup{{World: "3p-ready"}},
			Lines: []Line{
				atMost("dip", sim.UnitShare, Estimate, -.01),
				between("recovery", sim.UnitMonths, 2, 9),
			},
			Runs: Runs{160, 500}, Seed: 1, FalseAlarm: rare, Sources: []string{"mcafee2002"},
			measure: measureB16,
		},
		{
			ID: "B17", Kind: Evidence, Window: horizon,
			Setups: []Setup{{World: "weak-process"}},
			Lines: []Line{
				below("cash", sim.UnitShare, Estimate, 0),
				reported("never", sim.UnitShare),
			},
			Runs: Runs{60, 500}, Seed: 1, FalseAlarm: rare, Sources: []string{"engle2000"},
			measure: measureB17,
		},
		{
			ID: "B18", Kind: Evidence, Window: horizon, Setups: sweepSetups(), Lines: sweepLines(),
			Runs: Runs{20, 300}, Seed: 1, FalseAlarm: rare, Sources: []string{"stein2008"},
			measure: measureB18,
		},
		capabilityTrap(),
		diffusion(),
	}
}

// useLevels are eleven worlds in which everybody's use of every tool is set.
// Leaving is switched off and deals are at their expectation, so that what is
// compared is use alone.
func useLevels() []Setup {
	var list []Setup
	for k := 0; k <= 10; k++ {
		use := float64(k) / 10
		list = append(list, Setup{
			World: "default", Use: &use, Weeks: 104, Expected: true,
			Off: []string{leavingHiring}, Set: []Value{{"rollout.mandate", 0}},
		})
	}
	return list
}

// factorial are the worlds of people and process at .3 and .9, with
// complementarity and without: first both high, then people, process and
// neither. People are all qualified, with the skill that the level names; the
// levels of process are 2.2 and 4.6.
func factorial() []Setup {
	var list []Setup
	for _, off := range [][]string{{leavingHiring}, {leavingHiring, complementarity}} {
		for _, x := range [][2]float64{{.9, .9}, {.9, .3}, {.3, .9}, {.3, .3}} {
			level := 1 + 4*x[1]
			list = append(list, Setup{
				World: "3p-ready", Tools: []string{"crm"}, Expected: true, Off: off,
				Set: []Value{
					{"people.unqualified_share", 0},
					{"skill.today", x[0]},
					{"today.opportunity_management", level},
					{"today.lead_management", level},
					{"today.coaching_management", level},
					{"today.hiring_process", level},
					{"today.data_discipline", level},
				},
			})
		}
	}
	return list
}
