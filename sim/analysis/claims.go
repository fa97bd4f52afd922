package analysis

import "threep/sim"

// The windows that many checks share.
var (
	firstYear  = Window{1, 52}
	secondYear = Window{53, 104}
	thirdYear  = Window{105, 156}
	horizon    = Window{1, 156}
)

// bundle is all tools of the catalogue.
func bundle() []string { return []string{AllTools} }

// floors are the worlds that are ready but for one input, which is at its floor.
func floors() []string {
	return []string{"floor-people", "floor-process", "floor-product", "floor-infrastructure"}
}

// claims are the checks of the founding text, claim by claim.
func claims() []*Check {
	return []*Check{
		{
			ID: "A1", Kind: Claim, Window: secondYear,
			Setups: []Setup{{World: "default", Tools: bundle(), Off: []string{leavingHiring}, People: true}},
			Lines: []Line{
				atLeast("most_less_twice_least", sim.UnitShare, Estimate, 0),
				above("most", sim.UnitShare, Estimate, 0),
				reported("least", sim.UnitShare),
			},
			Runs: Runs{60, 400}, Seed: 1, FalseAlarm: rare, Sources: []string{"stein2008"},
			measure: measureA1,
		},
		{
			ID: "A2", Kind: Claim, Window: horizon,
			Setups: []Setup{{World: "default", Tools: bundle(), People: true}},
			Lines: []Line{
				between("age_intention", sim.UnitR, -.12, .12),
				between("age_ease", sim.UnitR, -.35, -.15),
				above("overlap", sim.UnitShare, Estimate, .5),
			},
			Runs: Runs{240, 400}, Seed: 1, FalseAlarm: Rates{.01, .001}, Sources: []string{"stein2008", "hauk2018"},
			measure: measureA2,
		},
		{
			ID: "A3", Kind: Claim, Window: thirdYear,
			Setups: hiringForSavvy(),
			Lines: []Line{
				above("reps", sim.UnitShare, Lower999, 0),
				above("managers", sim.UnitShare, Lower999, 0),
				reported("tools", sim.UnitShare),
			},
			Runs: Runs{160, 500}, Seed: 1, FalseAlarm: Rates{.01, .001}, Sources: []string{"stein2008", "mathieu2007"},
			measure: measureA3,
		},
		{
			ID: "A4", Kind: Claim, Window: secondYear,
			Setups: []Setup{{World: "3p-ready", Off: []string{leavingHiring}, People: true}},
			Lines: []Line{
				atMost("unqualified_less_tenth", sim.UnitShare, Upper95, 0),
				above("qualified", sim.UnitShare, Estimate, 0),
				reported("unqualified", sim.UnitShare),
			},
			Runs: Runs{60, 400}, Seed: 1, FalseAlarm: rare, Sources: []string{"stein2008"},
			measure: func(t *trial) error { return measureA4(t, 0, "") },
		},
		{
			ID: "A5", Kind: Claim, Window: secondYear,
			Setups: []Setup{{
				World: "default", Bare: true, Off: []string{leavingHiring}, People: true,
				Set: []Value{{"training.hours", 40}, {"training.weeks", 52}, {"coaching.hours", .4}, {"coaching.weeks", 52}},
			}},
			Lines: []Line{
				between("unqualified", sim.UnitShare, -.05, .01),
				atLeast("qualified", sim.UnitShare, Estimate, .02),
				reported("unqualified_during", sim.UnitShare),
				reported("qualified_during", sim.UnitShare),
			},
			Runs: Runs{60, 400}, Seed: 1, FalseAlarm: rare, Sources: []string{"stein2008", "farrell1999"},
			measure: measureA5,
		},
		{
			ID: "A6", Kind: Claim, Window: firstYear,
			Setups: []Setup{
				{World: "default", Bare: true, People: true},
				{World: "default", Bare: true, People: true, Profile: "farmer", Weeks: 52},
			},
			Lines: []Line{
				atLeast("exactly_one", sim.UnitShare, Estimate, .15),
				above("own_profile", sim.UnitShare, Lower999, 0),
				below("swapped_profile", sim.UnitShare, Upper999, 0),
			},
			Runs: Runs{500, 2000}, Seed: 1, FalseAlarm: Rates{.15, .001}, Sources: []string{"stein2008"},
			measure: measureA6,
		},
		{
			ID: "A7", Kind: Claim, Window: horizon,
			Setups: []Setup{
				{World: "crm-elixir"},
				{World: "3p-ready", Tools: []string{"crm"}},
				{World: "crm-elixir", Uncertain: true, FullOnly: true},
				{World: "3p-ready", Tools: []string{"crm"}, Uncertain: true, FullOnly: true},
			},
			Lines: []Line{
				atLeast("logged", sim.UnitShare, Estimate, .7),
				atMost("benefit", sim.UnitShare, Estimate, .3),
				atLeast("exits", sim.UnitFactor, Estimate, 1.1),
				nineOfTen("loses"),
				nineOfTen("designed_pays"),
				reported("logged_week_26", sim.UnitShare),
				reported("benefit_week_26", sim.UnitShare),
				reported("loses_uncertain", sim.UnitShare).fullOnly(),
				reported("designed_pays_uncertain", sim.UnitShare).fullOnly(),
			},
			Runs: Runs{100, 600}, Seed: 1, FalseAlarm: rare, Sources: []string{"stein2008", "speier2002"},
			measure: measureA7,
		},
		{
			ID: "A8", Kind: Claim, Window: horizon,
			Setups: []Setup{
				{World: "3p-ready"},
				{World: "3p-ready", Uncertain: true, FullOnly: true},
			},
			Lines: []Line{
				nineOfTen("pays"),
				reported("before_cost", sim.UnitShare),
				reported("pays_uncertain", sim.UnitShare).fullOnly(),
			},
			Runs: Runs{160, 500}, Seed: 1, FalseAlarm: rare, Sources: []string{"stein2008", "aral2012"},
			measure: measureA8,
		},
		{
			ID: "A9", Kind: Claim, Window: thirdYear,
			Setups: floorSetups(),
			Lines:  floorLines(),
			Runs:   Runs{80, 400}, Seed: 1, FalseAlarm: rare, Sources: []string{"stein2008", "becker2009"},
			measure: measureA9,
		},
		{
			ID: "A10", Kind: Claim, Window: thirdYear,
			Setups: []Setup{
				{World: "unready", Bare: true, People: true},
				{World: "unready", Bare: true, Set: []Value{{"people.unqualified_share", .1}}, People: true},
				{World: "unready", Bare: true, Tools: bundle(), People: true},
				{World: "unready", Bare: true, Set: []Value{
					{"hiring.replace_rate", 2},
					{"hiring.validity", .6},
					{"hiring.candidates", 3},
				}},
			},
			Lines: []Line{
				above("people_less_bundle", sim.UnitShare, Estimate, 0),
				above("replaced_qualified", sim.UnitShare, Lower999, 0),
				above("replaced_at_quota", sim.UnitShare, Lower999, 0),
				reported("people", sim.UnitShare),
				reported("bundle", sim.UnitShare),
			},
			Runs: Runs{100, 400}, Seed: 1, FalseAlarm: rare, Sources: []string{"stein2008"},
			measure: measureA10,
		},
	}
}

// hiringForSavvy are six worlds: with and without the bundle, hiring as today,
// reps for savvy, managers for savvy.
func hiringForSavvy() []Setup {
	var list []Setup
	for _, set := range [][]Value{nil, {{"hiring.savvy_weight", 1}}, {{"hiring.manager_savvy_weight", 1}}} {
		list = append(list,
			Setup{World: "3p-ready", Set: set},
			Setup{World: "3p-ready", Set: set, Tools: []string{}})
	}
	return list
}

func floorSetups() []Setup {
	var list []Setup
	for _, world := range floors() {
		list = append(list, Setup{World: world}, Setup{World: world, Uncertain: true, FullOnly: true})
	}
	return list
}

func floorLines() []Line {
	var list []Line
	for _, world := range floors() {
		list = append(list,
			atMost(world+"_gain", sim.UnitShare, Upper95, .01),
			nineOfTen(world+"_loses"),
			reported(world+"_after_cost", sim.UnitShare),
			reported(world+"_loses_uncertain", sim.UnitShare).fullOnly())
	}
	return list
}
