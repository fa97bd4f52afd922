package analysis_test

import (
	"threep/sim/analysis"
	"threep/sim/analysis/signs"
)

// to is a list of parameters and the values that break them.
func to(pairs ...any) []analysis.Value { return signs.Values(pairs...) }

// mechanisms are all mechanisms of the model: those with a switch, and those that
// are broken by their parameters.
func mechanisms() []mechanism {
	var all []mechanism
	for _, list := range [][]mechanism{switches(), ofPeople(), ofLeaving(), ofMarket(), ofTools(), ofRollout(), ofOrganisation(), ofCosts()} {
		all = append(all, list...)
	}
	return all
}

// The windows of effects.
var (
	firstYear  = analysis.Window{From: 1, To: 52}
	secondYear = analysis.Window{From: 53, To: 104}
	thirdYear  = analysis.Window{From: 105, To: 156}
	afterLive  = analysis.Window{From: 12, To: 20}
)

const tried = "stage_trial+stage_routine"

// switches are switched off.
func switches() []mechanism {
	return []mechanism{
		{name: "peers", how: "off", off: "peers", fails: "C1.peak C1.team_slower"},
		{name: "managers", how: "off", off: "managers", fails: "A3.managers"},
		{name: "WIIFM and rejection", how: "off", off: "wiifm", fails: "A7.benefit B13.fall"},
		{name: "mandate burden", how: "off", off: "mandate_burden", fails: "A7.exits"},
		{name: "go-live dip", how: "off", off: "go_live_dip", fails: "B16.dip B16.recovery"},
		{name: "forgetting", how: "off", off: "forgetting", fails: "A5.qualified B15.half_life"},
		{name: "trait floor", how: "off", off: "trait_floor", fails: "A4.unqualified_less_tenth A5.unqualified"},
		{
			name: "complementarity", how: "off", off: "complementarity",
			fails: "A4.unqualified_less_tenth A9.floor-people_gain A9.floor-people_loses A9.floor-process_gain A9.floor-process_loses " +
				"A9.floor-product_gain A9.floor-product_loses A9.floor-infrastructure_gain A9.floor-infrastructure_loses B14.interaction B17.cash",
		},
		{name: "leaving and hiring", how: "off", off: "leaving_hiring", fails: "A10.replaced_qualified B10.turnover C9.tenure"},
		{name: "process erosion", how: "off", off: "process_erosion", fails: "B21.slips", effect: &signs.Sign{
			Param: "process.maintenance", Outcome: "maturity", Weeks: thirdYear, Way: 1, Tools: []string{}, Set: to("process.raise_all", 1),
		}},
		{name: "data feedback", how: "off", off: "data_feedback", fails: "B22.own_use", effect: &signs.Sign{
			Param: "rollout.wiifm_design", Outcome: "maturity", Weeks: secondYear, Way: 1,
		}},
	}
}

// ofPeople are traits, skill, hours and engagement.
func ofPeople() []mechanism {
	coached := to("skill.effect", 0, "market.hours_elasticity", 0, "engagement.leaving", 0)
	lost := to("skill.effect", 0, "engagement.effort", 0)
	return []mechanism{
		{name: "drive sells", how: "not", set: to("people.drive", 0), fails: "B3.r"},
		{name: "courage sells", how: "as nothing else does", set: to("people.courage", .3), fails: "B4.r"},
		{name: "optimism sells", how: "as nothing else does", set: to("people.optimism", .4), fails: "B5.gap"},
		{name: "intelligence does not sell", how: "it goes with drive", world: correlate("intelligence", "drive", .6), fails: "B1.r"},
		{name: "competitiveness sells in its climate", how: "not", set: to("people.competitiveness", 0), effect: &signs.Sign{
			Param: "people.competitive_climate", Outcome: "gap sales competitiveness", Way: 1, Bare: true, Seats: 80, Runs: 120,
		}},
		{name: "the qualified sell more", how: "not", set: to("people.gate", 0, "skill.effect", 0, "people.drive", 0, "people.courage", 0, "people.optimism", 0, "engagement.drive", 0, "territory.fit_correlation", 0), fails: "A6.own_profile A10.replaced_at_quota"},
		{name: "the gate", how: "does nothing", set: to("people.gate", 0), effect: &signs.Sign{
			Param: "people.unqualified_share", From: .1, To: .6, Outcome: "expected_bookings", Weeks: firstYear, Way: -1, Bare: true, Set: to("skill.effect", 0),
		}},
		{
			name: "what few excel in leans to the right", how: "only the few unqualified differ, and fall behind", fails: "B6.skew B6.cv",
			set: to("people.unqualified_share", .05, "people.gate", .5, "people.drive", 0, "people.courage", 0, "people.optimism", 0, "market.opportunities", 50, "market.deal_cv", 0,
				"territory.potential_power", 0, "territory.accounts_power", 0, "territory.presence_power", 0, "territory.workload_power", 0, "skill.spread", 0, "skill.effect", 0, "engagement.effort", 0),
		},
		{name: "hardness of the floor", how: "soft", set: to("people.trait_floor_hardness", 0), fails: "A4.unqualified_less_tenth A5.unqualified"},
		{name: "profiles of roles", how: "one for all", world: oneProfile, fails: "A6.exactly_one"},
		{name: "age and savvy", how: "reversed", set: to("people.savvy_age", .2), fails: "A2.age_ease"},
		{name: "savvy varies within cohorts", how: "it falls with age", set: to("people.savvy_age", -.6), fails: "A2.overlap A2.age_ease"},
		{name: "skill sells", how: "not", set: to("skill.effect", 0), fails: "A5.qualified"},
		{name: "training teaches", how: "not", set: to("skill.training_gain", 0), effect: &signs.Sign{
			Param: "training.hours", Outcome: "skill", Weeks: secondYear, Way: 1, Bare: true,
		}},
		{name: "coaching teaches", how: "not", set: to("skill.coaching_gain", 0), effect: &signs.Sign{
			Param: "coaching.hours", From: 0, To: 1, Outcome: "skill", Weeks: secondYear, Way: 1, Bare: true, Off: []string{"forgetting"},
		}},
		{name: "skill is lost", how: "slowly", set: to("skill.half_life", 104), fails: "B15.half_life"},
		{name: "coaching stops forgetting", how: "hardly", set: to("skill.reinforcement", 4), fails: "B15.dose B15.today"},
		{name: "the ramp", how: "short", set: to("ramp.weeks", 4), fails: "C2.ramping C2.ramped"},
		{name: "the rate of the first day", how: "full", set: to("ramp.start", 1), effect: &signs.Sign{
			Param: "ramp.weeks", Outcome: "expected_bookings", Weeks: secondYear, Added: true, Way: -1, Bare: true, Set: to("hiring.replace_rate", 2),
		}},
		{name: "selling hours sell", how: "not", set: to("market.hours_elasticity", 0), effect: &signs.Sign{
			Param: "coaching.hours", Outcome: "expected_bookings", Weeks: firstYear, Way: -1, Bare: true, Set: lost,
		}},
		{name: "burden lowers engagement", how: "not", set: to("engagement.burden", 0), fails: "A7.exits"},
		{name: "disengagement drives out", how: "not", set: to("engagement.leaving", 0), fails: "A7.exits"},
		{name: "engagement sells", how: "not", set: to("engagement.effort", 0), effect: &signs.Sign{
			Param: "coaching.hours", Outcome: "expected_bookings", Weeks: firstYear, Way: 1, Bare: true, Set: coached,
		}},
		{name: "coaching engages", how: "not", set: to("engagement.climate", 0), effect: &signs.Sign{
			Param: "coaching.hours", Outcome: "engagement", Weeks: firstYear, Way: 1, Bare: true,
		}},
	}
}

// ofLeaving are leaving, hiring, managers and ratings.
func ofLeaving() []mechanism {
	many := to("managers.turnover", .8, "managers.candidates", 6, "managers.validity", .6)
	return []mechanism{
		{name: "resigning", how: "nobody does", set: to("leaving.voluntary", 0), fails: "B10.turnover C2.ramped"},
		{name: "letting go", how: "nobody is", set: to("leaving.involuntary", 0), effect: &signs.Sign{
			Param: "process.coaching_management", Outcome: "exits_involuntary", Weeks: secondYear, Way: 1, Bare: true, Seats: 160, Runs: 24, Set: to("maturity.strictness", .3),
		}},
		{name: "attainment and resigning", how: "not tied", set: to("leaving.attainment", 0), effect: &signs.Sign{
			Param: "people.drive", Outcome: "quit drive", Way: -1, Bare: true, Seats: 200, Runs: 24, Set: to("leaving.voluntary", .4, "leaving.attainment", 1),
		}},
		{name: "rating and letting go", how: "not tied", set: to("leaving.rating_effect", 0), fails: "B10.involuntary"},
		{name: "first years are the worst", how: "by far", set: to("leaving.first_year", 4), fails: "B10.turnover"},
		{name: "time to fill", how: "a week", set: to("labour.fill_weeks", 1), effect: &signs.Sign{
			Param: "leaving.voluntary", From: .05, To: .6, Outcome: "headcount", Weeks: firstYear, Way: -1, Bare: true, Seats: 80,
		}},
		{name: "the process of hiring selects", how: "blindly", set: to("labour.best_validity", 0), effect: &signs.Sign{
			Param: "process.hiring_process", Outcome: "qualified", Weeks: thirdYear, Way: 1, Bare: true, Seats: 80, Set: to("today.candidates", 5),
		}},
		{name: "selection follows fit", how: "not", set: to("labour.selection_load", 0), effect: &signs.Sign{
			Param: "hiring.candidates", Outcome: "qualified", Weeks: thirdYear, Way: 1, Bare: true, Seats: 80, Set: to("hiring.validity", .5),
		}},
		{name: "a choice of candidates", how: "none", set: to("today.candidates", 1), effect: &signs.Sign{
			Param: "hiring.savvy_weight", Outcome: "savvy", Weeks: thirdYear, Way: 1, Bare: true, Seats: 80,
		}},
		{name: "managers coach differently", how: "all alike", set: to("managers.coaching_sd", 0, "managers.fit_effect", 0), effect: &signs.Sign{
			Param: "coaching.hours", From: -.6, To: 0, Outcome: "teams skill", Way: 1, Bare: true, Seats: 160, Runs: 24, Set: to("people.unqualified_share", 0, "skill.spread", 0, "leaving.voluntary", .02, "leaving.involuntary", 0, "managers.turnover", 0, "skill.coaching_gain", .04),
		}},
		{name: "managers' fit shows in coaching", how: "not", set: to("managers.fit_effect", 0), effect: &signs.Sign{
			Param: "hiring.manager_savvy_weight", Outcome: "skill", Weeks: thirdYear, Way: -1, Bare: true, Seats: 120, Runs: 24, Set: append(to("managers.fit_effect", .5), many...),
		}},
		{name: "managers leave", how: "never", set: to("managers.turnover", 0), effect: &signs.Sign{
			Param: "managers.fill_weeks", Outcome: "hours_coaching", Weeks: firstYear, Way: -1, Bare: true,
		}},
		{name: "ratings follow sales", how: "not", set: to("rating.attainment", 0), effect: &signs.Sign{
			Param: "people.optimism", Outcome: "corr rating_start optimism", Way: 1, Bare: true, Seats: 80, Set: to("rating.drive", 0, "rating.courage", 0, "leaving.attainment", 0),
		}},
		{name: "ratings follow intelligence", how: "not", set: to("rating.intelligence", 0), fails: "B2.r"},
		{name: "ratings follow drive", how: "not", set: to("rating.drive", 0), effect: &signs.Sign{
			Param: "rating.noise", Outcome: "corr rating_start drive", Way: -1, Bare: true, Seats: 80, Set: to("rating.drive", .4, "rating.attainment", 0, "rating.courage", 0),
		}},
		{name: "ratings follow courage", how: "not", set: to("rating.courage", 0), effect: &signs.Sign{
			Param: "rating.noise", Outcome: "corr rating_start courage", Way: -1, Bare: true, Seats: 80, Set: to("rating.courage", .4, "rating.attainment", 0, "rating.drive", 0),
		}},
		{name: "ratings err", how: "by far", set: to("rating.noise", 2), fails: "B2.r"},
		{name: "the error of a manager", how: "is the rep's", set: to("rating.halo", 0, "rating.attainment", 0), effect: &signs.Sign{
			Param: "managers.turnover", Outcome: "corr rating rating_start", Way: -1, Bare: true, Seats: 120,
		}},
	}
}
