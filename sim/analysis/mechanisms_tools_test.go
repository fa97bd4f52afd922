package analysis_test

import (
	"threep/sim"
	"threep/sim/analysis"
	"threep/sim/analysis/signs"
)

// ofMarket are market, territory, process and product.
func ofMarket() []mechanism {
	list := []mechanism{
		{name: "many opportunities", how: "few", set: to("market.opportunities", .4), fails: "A8.pays B6.cv B7.r_squared"},
		{name: "wins", how: "another market", set: to("market.win_share", .6), fails: "B9.won B9.lost"},
		{name: "no decisions", how: "everybody decides", set: to("market.no_decision_share", .05), fails: "B9.no_decision"},
		{name: "territories differ", how: "they do not matter", set: to("territory.potential_power", 0, "territory.accounts_power", 0, "territory.presence_power", 0, "territory.workload_power", 0), fails: "B6.cv B7.r_squared"},
		{name: "good territories go to the fit", how: "by far", set: to("territory.fit_correlation", .5), fails: "B4.r"},
		{name: "accounts grow", how: "not", set: to("territory.account_growth", 0), effect: &signs.Sign{
			Param: "territory.growth_years", Outcome: "mean accounts", Way: -1, Bare: true,
		}},
		{name: "growth passes on", how: "all of it", set: to("territory.growth_pass_on", 1, "labour.fill_weeks", 1), effect: &signs.Sign{
			Param: "hiring.replace_rate", Outcome: "mean accounts", Way: -1, Bare: true, Seats: 80, Set: to("territory.account_growth", 1, "people.unqualified_share", .6),
		}},
		{name: "accounts bring business whoever holds the seat", how: "none", set: to("territory.carryover", 0), fails: "B23.loss"},
		{name: "a leaver's pipeline", how: "is kept", set: to("pipeline.pass_on", 1), effect: &signs.Sign{
			Param: "hiring.replace_rate", Outcome: "pipeline", Weeks: analysis.Window{From: 1, To: 13}, Added: true, Way: -1, Bare: true,
			Set: to("labour.fill_weeks", 1, "ramp.start", 1, "pipeline.pass_on", 0, "pipeline.vacant_decay", 0),
		}},
		{name: "quotas are solved for the plan", how: "another", set: to("quota.plan", .5), fails: "B8.attainment B8.at_quota"},
		{name: "quotas follow territories", how: "all alike", set: to("quota.power", 0), effect: &signs.Sign{
			Param: "territory.potential_power", Outcome: "gap quota potential", Way: 1, Bare: true, Seats: 80,
		}},
		{name: "deals differ", how: "at their expectation", even: true, effect: &signs.Sign{
			Param: "market.deal_cv", From: .2, To: 2, Outcome: "cv sales", Way: 1, Bare: true, Lucky: true, Seats: 120, Runs: 60,
		}},
		{name: "luck of deals", how: "hardly any deal", set: to("market.opportunities", .3, "market.deal_cv", 2), fails: "B6.cv B7.r_squared"},
		{name: "profiles follow complexity", how: "not", set: to("offer.profile", 0), effect: &signs.Sign{
			Param: "today.complexity", Outcome: "distance intelligence qualified", Way: 1, Bare: true, Seats: 120, Set: to("offer.profile", .6),
		}},
	}
	level := func(name, param, lever, outcome string, way int) mechanism {
		return mechanism{name: name, how: "not", set: to(param, 0), effect: &signs.Sign{Param: lever, Outcome: outcome, Weeks: secondYear, Way: way, Bare: true}}
	}
	list = append(list,
		level("a level of process wins", "maturity.win", "process.opportunity_management", "lost", -1),
		level("a level of process brings decisions", "maturity.no_decision", "process.opportunity_management", "no_decision", -1),
		level("a level of process creates", "maturity.creation", "process.lead_management", "created", 1),
		level("a level of process teaches", "maturity.skill", "process.coaching_management", "skill", 1),
		level("a level of process takes hours", "maturity.raise_hours", "process.raise_all", "hours_meetings", 1),
		mechanism{name: "what process brings stays under the surveys' bound", how: "it is at twice the default", set: to("maturity.win", .1, "maturity.no_decision", .1, "maturity.creation", .04), fails: "B19.growth B19.at_quota"},
		mechanism{name: "what process brings pays", how: "it brings little", set: to("maturity.win", .01, "maturity.no_decision", .01, "maturity.creation", 0), fails: "B19.cash"},
		mechanism{name: "raising a process takes hours", how: "none", set: to("maturity.raise_hours", 0), fails: "B19.dip"},
		// With so few hours for the work it is the lag alone that lets the dip hold.
		mechanism{name: "people learn to work by a process", how: "at once", set: to("maturity.lag_weeks", 1, "maturity.raise_hours", .14), fails: "B19.dip"},
		level("product fit wins", "offer.fit", "product.fit", "lost", -1),
		level("value clarity brings decisions", "offer.clarity", "product.clarity", "no_decision", -1),
		level("complexity takes time", "offer.complexity", "today.complexity", "cycle", 1),
		level("data discipline forecasts", "maturity.forecast_gain", "process.data_discipline", "forecast_error", -1),
	)
	for i := range list {
		// What is raised takes hours, and what takes hours costs opportunities.
		if e := list[i].effect; e != nil && e.Bare && e.Param == "process.raise_all" {
			e.Weeks = firstYear
		} else if e != nil && (e.Outcome == "lost" || e.Outcome == "no_decision" || e.Outcome == "created") {
			e.Set = append(e.Set, to("maturity.raise_hours", 0)...)
		}
	}
	return append(list, mechanism{name: "a level of process is strict", how: "not", set: to("maturity.strictness", 0), effect: &signs.Sign{
		Param: "process.coaching_management", Outcome: "exits_involuntary", Weeks: secondYear, Way: 1, Bare: true, Seats: 160, Runs: 24, Set: to("maturity.strictness", .3, "maturity.raise_hours", 0),
	}})
}

// ofTools are use, proficiency and what a tool needs.
func ofTools() []mechanism {
	return []mechanism{
		{name: "the inputs are complements", how: "they add up", set: to("complementarity.rho", 1), fails: "A4.unqualified_less_tenth B17.cash"},
		{name: "the floor of people", how: "lifted", world: func(s *sim.Scenario) { s.Organisation.AllUnqualified = false }, fails: "A9.floor-people_gain A9.floor-people_loses"},
		{name: "the floor of process", how: "lifted", set: to("today.opportunity_management", 4, "today.lead_management", 4, "today.coaching_management", 4, "today.data_discipline", 4), fails: "A9.floor-process_gain A9.floor-process_loses B17.cash"},
		{name: "the floor of product", how: "lifted", set: to("today.content", .85, "today.product_fit", .85, "today.value_clarity", .85), fails: "A9.floor-product_gain A9.floor-product_loses"},
		{name: "the floor of infrastructure", how: "lifted", set: to("today.infrastructure", .85), fails: "A9.floor-infrastructure_gain A9.floor-infrastructure_loses"},
		{name: "tools do something", how: "nothing", world: tools(func(k *sim.Tool) { k.Effects = sim.Effects{} }), fails: "A1.most A4.qualified A8.pays B11.with"},
		{name: "tools have a price", how: "free, and strong", world: tools(func(k *sim.Tool) { k.Effects.Creation, k.SeatPrice, k.Implementation = .9, 0, 0 }), fails: "B17.cash"},
		{name: "tools take time", how: "no time", world: tools(func(k *sim.Tool) { k.Upkeep = 0 }), fails: "A7.benefit A7.exits B11.without"},
		{name: "little is in it for the rep", how: "a day a week", world: tools(func(k *sim.Tool) { k.WIIFMHours = 8 }), fails: "A7.benefit B11.without"},
		{name: "savvy bounds proficiency", how: "not", set: to("use.savvy_slope", 0), fails: "A1.most_less_twice_least"},
		{name: "proficiency within reach", how: "none", set: to("use.savvy_level", -3), fails: "B11.with B12.best"},
		{name: "training lifts proficiency", how: "not", set: to("use.training", 0), effect: &signs.Sign{
			Param: "rollout.training_after", Outcome: "proficiency", Weeks: secondYear, Way: 1, World: "3p-ready",
		}},
		{name: "support lifts proficiency", how: "not", set: to("use.support", 0), effect: &signs.Sign{
			Param: "rollout.support", Outcome: "proficiency", Weeks: secondYear, Way: 1, World: "3p-ready",
		}},
		{name: "a manager's help", how: "none", set: to("use.manager_help", 0), effect: &signs.Sign{
			Param: "hiring.manager_savvy_weight", Outcome: "proficiency", Weeks: thirdYear, Way: 1, World: "3p-ready", Seats: 80, Set: to("managers.turnover", .6),
		}},
		{name: "learning a tool", how: "at once", set: to("use.learn_weeks", 1), fails: "B16.recovery"},
		{name: "practice", how: "full use alone teaches", set: to("use.practice", 1), fails: "B12.bend"},
		{name: "proficiency saves upkeep", how: "not", set: to("use.saves", 0), effect: &signs.Sign{
			Param: "use.savvy_level", From: -2, To: 2, Outcome: "hours_upkeep", Weeks: firstYear, Way: -1, World: "crm-elixir", Off: []string{"wiifm"},
		}},
		{name: "too much use is too much", how: "use is all for nothing", world: tools(func(k *sim.Tool) { k.Effects, k.Upkeep = sim.Effects{}, 300 }), fails: "B12.best"},
		{name: "use is best within", how: "the more, the better", set: to("use.best_use", .95), world: tools(func(k *sim.Tool) { k.Upkeep = 0 }), fails: "B12.best"},
		{name: "savvy eases", how: "not", set: to("use.ease_savvy", 0), fails: "A2.age_ease"},
		{name: "benefit needs the three P", how: "none", set: to("use.benefit_share", 1), effect: &signs.Sign{
			Param: "today.infrastructure", Outcome: "benefit_use", Weeks: secondYear, Way: 1,
		}},
		{name: "use becomes data", how: "none", set: to("data.gain", 0), fails: "B22.own_use", effect: &signs.Sign{
			Param: "rollout.wiifm_design", Outcome: "maturity", Weeks: secondYear, Way: 1,
		}},
		{name: "depth of the dip", how: "none", set: to("dip.depth", 0, "dip.hours", 0), fails: "B16.dip B16.recovery"},
		{name: "hours of the dip", how: "none", set: to("dip.hours", 0), effect: &signs.Sign{
			Param: "dip.weeks", Outcome: "hours_selling", Weeks: firstYear, Way: -1, World: "3p-ready", Off: []string{"wiifm", "managers"},
		}},
		{name: "length of the dip", how: "a week", set: to("dip.weeks", 1), fails: "B16.recovery"},
	}
}

// ofRollout are adoption and what moves it.
func ofRollout() []mechanism {
	spread := to("adoption.innovation", .3, "adoption.imitation", 2)
	return []mechanism{
		{name: "trial of one's own", how: "none", set: to("adoption.innovation", 0), fails: "A4.qualified A8.pays B13.fall"},
		{name: "trial by example", how: "none", set: to("adoption.imitation", 0), fails: "B20.alone_less_ready C1.peak C1.team_slower"},
		{name: "the team's example", how: "the firm's", set: to("adoption.team_weight", 0, "adoption.firm_weight", 1), fails: "C1.team_slower"},
		{name: "the manager's example", how: "nobody's", set: to("adoption.manager_weight", 0), effect: &signs.Sign{
			Param: "managers.fill_weeks", Outcome: tried, Weeks: afterLive, Way: -1, Seats: 120, Runs: 24, Set: append(to("managers.turnover", 1), spread...),
		}},
		{name: "belief outlasts the promise", how: "a week", set: to("adoption.belief_weeks", 1), effect: &signs.Sign{
			Param: "adoption.promise", Outcome: "benefit_use", Weeks: analysis.Window{From: 30, To: 52}, Way: 1, World: "crm-elixir", Set: to("adoption.belief_weeks", 20),
		}},
		{name: "usefulness draws", how: "not", set: to("adoption.usefulness", 0), effect: &signs.Sign{
			Param: "rollout.incentive", Outcome: tried, Weeks: afterLive, Way: 1, Set: spread,
		}},
		{name: "ease draws", how: "not", set: to("adoption.ease", 0), effect: &signs.Sign{
			Param: "people.savvy_age", From: -.5, To: .2, Outcome: "corr age intention", Way: 1, Seats: 120, Off: []string{"wiifm"},
		}},
		{name: "attitudes differ", how: "all alike", set: to("adoption.attitude_sd", 0), fails: "A2.age_intention"},
		{name: "the top's sponsorship draws", how: "not", set: to("adoption.sponsor_top", 0), effect: &signs.Sign{
			Param: "rollout.sponsor_top", Outcome: tried, Weeks: afterLive, Way: 1, Set: append(to("rollout.sponsor_managers", 0), spread...),
		}},
		{name: "managers' sponsorship draws", how: "not", set: to("adoption.sponsor_managers", 0), effect: &signs.Sign{
			Param: "rollout.sponsor_managers", Outcome: tried, Weeks: afterLive, Way: 1, Set: append(to("rollout.sponsor_top", 1), spread...),
		}},
		{name: "misalignment hurts", how: "not", set: to("adoption.misaligned", 0), effect: &signs.Sign{
			Param: "rollout.sponsor_managers", Outcome: tried, Weeks: afterLive, Way: -1, Set: append(to("rollout.sponsor_top", 0, "adoption.misaligned", 2), spread...),
		}},
		{name: "a burden is rejected", how: "not", set: to("adoption.rejection", 0), effect: &signs.Sign{
			Param: "rollout.mandate", Outcome: "stage_rejected", Weeks: analysis.Window{From: 20, To: 40}, Way: 1, World: "crm-elixir", Set: to("adoption.belief_weeks", 52),
		}},
		{name: "a second chance", how: "none", set: to("adoption.second_chance", 0), effect: &signs.Sign{
			Param: "adoption.team_weight", From: 0, To: .5, Outcome: "stage_rejected", Weeks: secondYear, Way: -1, Set: to("adoption.second_chance", 5, "adoption.imitation", 0, "adoption.innovation", 1),
		}},
		{name: "a promise", how: "none", set: to("adoption.promise", 0), fails: "B13.fall"},
		{name: "compliance", how: "none", set: to("adoption.compliance", 0), fails: "A7.logged A7.exits"},
		{name: "design adds to what is in it", how: "not", set: to("adoption.design_gain", 0), effect: &signs.Sign{
			Param: "rollout.wiifm_design", Outcome: "benefit_use", Weeks: secondYear, Way: 1, Set: to("adoption.design_upkeep", 0),
		}},
		{name: "design saves upkeep", how: "not", set: to("adoption.design_upkeep", 0), effect: &signs.Sign{
			Param: "rollout.wiifm_design", Outcome: "hours_upkeep", Weeks: firstYear, Way: -1, Set: to("rollout.mandate", 1, "adoption.design_gain", 0),
		}},
		{name: "pay persuades", how: "not", set: to("use.pay_hours", 0), effect: &signs.Sign{
			Param: "rollout.incentive", Outcome: "benefit_use", Weeks: secondYear, Way: 1,
		}},
		{name: "a mandate is obeyed", how: "it is not", set: to("adoption.compliance", 0, "adoption.compliance_sd", 0), effect: &signs.Sign{
			Param: "rollout.mandate", Outcome: "logged_use", Weeks: firstYear, Way: 1,
		}},
	}
}

// ofOrganisation are the figures of the firm as a whole.
func ofOrganisation() []mechanism {
	return []mechanism{
		{name: "revenue has a margin", how: "hardly", set: to("money.gross_margin", .05), fails: "A7.designed_pays A8.pays"},
		{name: "late money counts for less", how: "it counts as much", set: to("money.discount_rate", 0), effect: &signs.Sign{
			Param: "training.start", From: 0, To: 52, Outcome: "npv", Way: 1, Bare: true,
			Set: to("training.hours", 60, "training.weeks", 52, "skill.effect", 0, "market.hours_elasticity", 0),
		}},
		{name: "managers are paid", how: "not", set: to("money.manager_pay", 10000), effect: &signs.Sign{
			Param: "organisation.team_size", Outcome: "cost_pay", Weeks: firstYear, Way: -1, Bare: true,
		}},
	}
}

// ofCosts are the prices of what is decided.
func ofCosts() []mechanism {
	price := func(param, lever, outcome string, with ...any) mechanism {
		return mechanism{name: param, how: "for nothing", set: to("money."+param, 0), effect: &signs.Sign{
			Param: lever, Outcome: outcome, Weeks: firstYear, Way: 1, Set: to(with...),
		}}
	}
	return []mechanism{
		price("training_hour", "training.hours", "cost_training"),
		price("coaching_hour", "coaching.hours", "cost_coaching"),
		price("candidate_cost", "hiring.candidates", "cost_hiring"),
		price("assessment", "hiring.validity", "cost_hiring"),
		price("fast_fill", "hiring.faster_fill", "cost_hiring", "labour.fill_weeks", 2),
		price("process_level", "process.raise_all", "cost_programmes"),
		price("process_upkeep", "process.maintenance", "cost_programmes", "process.raise_all", 1, "process.months", 3, "money.process_upkeep", 1),
		price("product_point", "product.fit", "cost_programmes"),
		price("infrastructure_point", "infrastructure.raise", "cost_programmes"),
		price("support_seat", "rollout.support", "cost_tools"),
		price("sponsor_seat", "rollout.sponsor_top", "cost_programmes"),
		price("design_seat", "rollout.wiifm_design", "cost_programmes"),
		price("hire_cost", "leaving.voluntary", "cost_hiring"),
		price("onboarding_cost", "hiring.replace_rate", "cost_ramp", "ramp.start", 1),
		price("severance", "hiring.replace_rate", "cost_hiring", "money.hire_cost", 0),
	}
}
