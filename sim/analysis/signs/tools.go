package signs

import "threep/sim/analysis"

// ofMaturity is what a level of the process and a point of the product do.
func ofMaturity() []Sign {
	level := func(id string) []analysis.Value { return Values("process."+id, 2) }
	return []Sign{
		{Param: "maturity.win", Says: "makes process work bring more wins", Outcome: "won", Weeks: year2, Added: true, Way: 1, Bare: true, Set: level("opportunity_management")},
		{Param: "maturity.no_decision", Says: "makes process work save more deals", Outcome: "no_decision", Weeks: year2, Added: true, Way: -1, Bare: true, Set: level("opportunity_management")},
		{Param: "maturity.creation", Says: "makes that work bring more of them", Outcome: "created", Weeks: year2, Added: true, Way: 1, Bare: true, Set: level("lead_management")},
		{Param: "maturity.skill", Says: "makes hours of learning count for more in a well-run firm", Outcome: "skill", Weeks: year2, Added: true, Way: 1, Bare: true, Set: level("coaching_management")},
		{Param: "maturity.strictness", Says: "makes a mature firm stricter", Outcome: "exits_involuntary", Weeks: year2, Added: true, Way: 1, Bare: true, Seats: 120, Set: level("coaching_management")},
		{Param: "maturity.raise_hours", Says: "deepens the loss that comes before the gain", Outcome: "dip", Way: -1, Bare: true, Set: Values("process.raise_all", 1.5)},
		{Param: "maturity.lag_weeks", Says: "delays what process work gives back", Outcome: "won", Weeks: year2, Added: true, Way: -1, Bare: true, Set: Values("process.raise_all", 1.5)},
		{Param: "maturity.lag_weeks", Says: "the hours that it takes come first all the same", Outcome: "hours_meetings", Weeks: year1, Within: 1e-12, Bare: true, Set: Values("process.raise_all", 1.5)},
		{Param: "maturity.erosion", Says: "makes upkeep matter more", Outcome: "maturity", Weeks: year3, Way: -1, Bare: true, Set: Values("process.raise_all", 1, "process.maintenance", 0)},
		{Param: "maturity.erosion", Says: "at full upkeep it changes nothing", Outcome: "maturity", Weeks: year3, Within: 1e-12, Bare: true, Set: Values("process.raise_all", 1)},
		{Param: "maturity.forecast_error", Says: "makes forecasts miss by more", Outcome: "forecast_error", Way: 1, Bare: true},
		{Param: "maturity.forecast_error", Says: "sales do not change", Outcome: "expected_bookings", Weeks: year1, Bare: true},
		{Param: "maturity.forecast_gain", Says: "makes careful records forecast better", Outcome: "forecast_error", Way: -1, Bare: true, Runs: 24},
		{Param: "maturity.forecast_gain", Says: "sales do not change", Outcome: "expected_bookings", Weeks: year1, Bare: true},
		{Param: "offer.fit", Says: "makes work on the product bring more wins", Outcome: "won", Weeks: year2, Added: true, Way: 1, Bare: true, Set: Values("product.fit", .3)},
		{Param: "offer.clarity", Says: "makes work on clarity save more deals", Outcome: "no_decision", Weeks: year2, Added: true, Way: -1, Bare: true, Set: Values("product.clarity", .3)},
		{Param: "offer.profile", Says: "makes complexity matter more for who is qualified", Outcome: "distance intelligence qualified", Way: 1, Bare: true, Seats: 120, Set: Values("today.complexity", 1)},
		{Param: "offer.complexity", Says: "makes complexity matter more", Outcome: "cycle", Weeks: year1, Way: 1, Bare: true, Worth: &Raise{"today.complexity", 0, 1}},
	}
}

// ofAdoption is who tries a tool, and who drops it.
func ofAdoption() []Sign {
	tried := "stage_trial+stage_routine"
	early := weeks(12, 20)
	useless := Values("rollout.wiifm_design", 0)
	return []Sign{
		{Param: "adoption.innovation", Says: "makes adoption start faster", Outcome: tried, Weeks: early, Way: 1},
		{Param: "adoption.imitation", Says: "makes adoption spread faster once some have begun", Outcome: tried, Weeks: early, Way: 1},
		{Param: "adoption.hands_on", Says: "makes more reps begin at go-live where tools are trained", Outcome: tried, Weeks: weeks(9, 14), Way: 1},
		{Param: "adoption.team_weight", Says: "makes adoption run more by team", Outcome: "clustering logged", Weeks: year1, Way: 1, To: .9, Seats: 120, Runs: 24, Tools: []string{"mobile"}, Set: Values("adoption.firm_weight", .1, "adoption.manager_weight", 0, "adoption.innovation", .05, "adoption.imitation", 6, "adoption.usefulness", 0, "adoption.attitude_sd", 0, "rollout.mandate", 0, "rollout.wiifm_design", 1)},
		{Param: "adoption.manager_weight", Says: "makes savvy managers matter more", Outcome: tried, Weeks: early, Way: 1, To: .3, Set: Values("adoption.innovation", .2, "adoption.imitation", 2)},
		{Param: "adoption.firm_weight", Says: "lets adoption spread further between teams", Outcome: tried, Weeks: weeks(12, 40), Way: 1, To: .2},
		{Param: "adoption.usefulness", Says: "makes tools that are more useful than most spread faster", Outcome: tried, Weeks: early, Way: 1, Tools: []string{"mobile", "intelligence"}},
		{Param: "adoption.usefulness", Says: "less useful ones slower", Outcome: tried, Weeks: early, Way: -1, Tools: []string{"crm"}, Set: useless},
		{Param: "adoption.ease", Says: "makes easy tools spread faster", Outcome: tried, Weeks: early, Way: 1, Tools: []string{"web-meetings"}, Set: Values("use.ease_noise", 0, "use.ease_savvy", 0, "adoption.innovation", .2, "adoption.imitation", 1)},
		{Param: "adoption.ease", Says: "hard ones slower", Outcome: tried, Weeks: early, Way: -1, Tools: []string{"crm"}, Set: Values("use.ease_noise", 0, "use.ease_savvy", 0)},
		{Param: "adoption.sponsor_top", Says: "makes that sponsorship worth more", Outcome: tried, Weeks: early, Way: 1, Worth: &Raise{"rollout.sponsor_top", 0, 1}, Set: Values("rollout.sponsor_managers", 0), To: 1},
		{Param: "adoption.sponsor_managers", Says: "makes that sponsorship worth more", Outcome: tried, Weeks: early, Way: 1, Worth: &Raise{"rollout.sponsor_managers", 0, 1}, Set: Values("rollout.sponsor_top", 1), To: 1},
		{Param: "adoption.misaligned", Says: "makes divided leadership do more harm", Outcome: tried, Weeks: early, Way: -1, Set: Values("rollout.sponsor_managers", 1, "rollout.sponsor_top", 0)},
		{Param: "adoption.attitude_sd", Says: "loosens its tie to age", Outcome: "corr age intention", Way: 1, Seats: 120},
		{Param: "adoption.attitude_sd", Says: "spreads adoption out", Outcome: "sd intention", Way: 1, Seats: 80},
		{Param: "adoption.trial_weeks", Says: "delays routine use and rejection alike", Outcome: "stage_routine", Weeks: weeks(15, 30), Way: -1},
		{Param: "adoption.trial_weeks", Says: "delays routine use and rejection alike", Outcome: "stage_rejected", Weeks: weeks(15, 30), Way: -1, World: "crm-elixir"},
		{Param: "adoption.belief_weeks", Says: "keeps the promise believed for longer", Outcome: "benefit_use", Weeks: weeks(20, 52), Way: 1, World: "crm-elixir"},
		{Param: "adoption.rejection", Says: "makes tools without benefit fail sooner", Outcome: "stage_rejected", Weeks: year1, Way: 1, World: "crm-elixir"},
		{Param: "adoption.second_chance", Says: "makes rejection less final", Outcome: "stage_rejected", Weeks: year2, Way: -1},
		{Param: "adoption.compliance", Says: "makes a mandate bring more logged use", Outcome: "logged_use", Weeks: year1, Way: 1, World: "crm-elixir"},
		{Param: "adoption.compliance", Says: "more burden", Outcome: "hours_upkeep", Weeks: year1, Way: 1, World: "crm-elixir"},
		{Param: "adoption.compliance_sd", Says: "makes logged use less even", Outcome: "sd logged", Way: 1, World: "crm-elixir", Seats: 80},
		{Param: "adoption.promise", Says: "makes those who try use the tool more at first", Outcome: "benefit_use", Weeks: early, Way: 1},
		{Param: "adoption.promise", Says: "find out later", Outcome: "stage_rejected", Weeks: year1, Way: -1, World: "crm-elixir"},
		{Param: "adoption.design_gain", Says: "makes designing with reps worth more", Outcome: "benefit_use", Weeks: year2, Way: 1, Worth: &Raise{"rollout.wiifm_design", 0, 1}},
		{Param: "adoption.design_upkeep", Says: "makes designing with reps worth more", Outcome: "hours_upkeep", Weeks: year1, Way: -1, Worth: &Raise{"rollout.wiifm_design", 0, 1}, Set: Values("rollout.mandate", 1)},
	}
}

// ofUse are use, complementarity, data and the dip.
func ofUse() []Sign {
	return []Sign{
		{Param: "use.best_use", Says: "moves that point up", Outcome: "benefit_use", Weeks: year2, Way: 1, World: "3p-ready"},
		{Param: "use.adjust_weeks", Says: "makes habits change more slowly", Outcome: "benefit_use", Weeks: weeks(9, 20), Way: -1, World: "3p-ready"},
		{Param: "use.learn_weeks", Says: "delays the gain", Outcome: "expected_bookings", Weeks: year1, Way: -1, World: "3p-ready"},
		{Param: "use.learn_weeks", Says: "lengthens the dip", Outcome: "expected_bookings", Weeks: weeks(20, 30), Way: -1, World: "3p-ready"},
		{Param: "use.fade_weeks", Says: "makes a lapse less costly", Outcome: "proficiency", Weeks: year2, Way: 1, World: "crm-elixir"},
		{Param: "use.practice", Says: "makes occasional users less proficient", Outcome: "proficiency", Weeks: year2, Way: -1},
		{Param: "use.saves", Says: "makes training and support pay more", Outcome: "hours_upkeep", Weeks: year2, Way: -1, World: "3p-ready", Worth: &Raise{"rollout.support", 0, 1}},
		{Param: "use.savvy_slope", Says: "widens the gap between haves and have-nots", Outcome: "distance gain savvy qualified", Way: 1, World: "3p-ready", Seats: 80, To: 2},
		{Param: "use.savvy_level", Says: "lets everyone get more from tools", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "use.training", Says: "makes tool training worth more", Outcome: "proficiency", Weeks: year2, Way: 1, World: "3p-ready", Worth: &Raise{"rollout.training_before", 0, 8}, Set: Values("rollout.training_after", 0, "rollout.support", 0), To: 1},
		{Param: "use.support", Says: "makes support worth more", Outcome: "proficiency", Weeks: year2, Way: 1, World: "3p-ready", Worth: &Raise{"rollout.support", 0, 1}, To: 2},
		{Param: "use.manager_help", Says: "lifts proficiency in teams whose manager is a user", Outcome: "proficiency", Weeks: year2, Way: 1, World: "3p-ready"},
		{Param: "use.ease_savvy", Says: "ties ease more closely to savvy", Outcome: "corr savvy ease", Way: 1, Seats: 80},
		{Param: "use.ease_noise", Says: "ties ease less closely to savvy", Outcome: "corr savvy ease", Way: -1, Seats: 80},
		{Param: "use.benefit_share", Says: "keeps reps using tools in an unready firm", Outcome: "benefit_use", Weeks: year2, Way: 1, World: "weak-process"},
		{Param: "use.pay_hours", Says: "makes pay for use persuade more", Outcome: "benefit_use", Weeks: year2, Way: 1, Worth: &Raise{"rollout.incentive", 0, .05}},
		{Param: "complementarity.rho", Says: "lets tools do more in an uneven firm", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "weak-process"},
		{Param: "data.lag_weeks", Says: "delays what use gives back", Outcome: "maturity", Weeks: year1, Way: -1, World: "3p-ready", Set: Values("today.data_discipline", 3)},
		{Param: "data.gain", Says: "makes use give more back to the firm", Outcome: "maturity", Weeks: year2, Way: 1, World: "3p-ready", Set: Values("today.data_discipline", 2)},
		{Param: "dip.depth", Says: "deepens the loss before the gain", Outcome: "dip", Way: -1, World: "3p-ready"},
		{Param: "dip.weeks", Says: "makes the loss before the gain last longer", Outcome: "expected_bookings", Weeks: weeks(16, 40), Way: -1, World: "3p-ready"},
		{Param: "dip.hours", Says: "deepens the loss before the gain", Outcome: "expected_bookings", Weeks: weeks(16, 40), Way: -1, World: "3p-ready"},
	}
}

// ofMoney are quotas, prices and costs.
func ofMoney() []Sign {
	price := func(param, says, outcome string, set ...any) Sign {
		return Sign{Param: "money." + param, Says: says, Outcome: outcome, Weeks: year1, Added: true, Way: 1, Set: Values(set...)}
	}
	upkeep := price("process_upkeep", "makes maintenance cost more", "cost_programmes", "process.raise_all", 1)
	upkeep.Weeks = year2
	hire := price("hire_cost", "makes turnover and replacement cost more", "cost_hiring", "hiring.replace_rate", 2)
	hire.Seats = 80
	board := price("onboarding_cost", "makes turnover and replacement cost more", "cost_ramp", "hiring.replace_rate", 2)
	board.Seats = 80
	return []Sign{
		{Param: "quota.power", Says: "Below 1, good territories have the easier quotas", Outcome: "corr potential attainment", Way: -1, Bare: true, Seats: 80},
		{Param: "quota.plan", Says: "lowers quotas and puts more reps at quota", Outcome: "reps_at_quota", Way: 1, Bare: true},
		{Param: "quota.plan", Says: "The share of plan that the baseline attains", Outcome: "plan_attainment", Way: 1, Bare: true},
		{Param: "money.gross_margin", Says: "makes added revenue worth more against the programme's cost", Outcome: "npv", Way: 1, World: "3p-ready"},
		{Param: "money.discount_rate", Says: "makes late gains count for less today", Outcome: "npv", Way: -1, World: "3p-ready"},
		{Param: "money.base_pay", Says: "makes occupied seats", Outcome: "cost_pay", Weeks: year1, Way: 1, Bare: true},
		{Param: "money.base_pay", Says: "severance", Outcome: "cost_hiring", Weeks: year1, Way: 1, Bare: true},
		{Param: "money.base_pay", Says: "pay for use cost more", Outcome: "cost_programmes", Weeks: year1, Way: 1, Set: Values("rollout.incentive", .02)},
		{Param: "money.commission", Says: "makes added revenue cost more", Outcome: "cost_pay", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "money.manager_pay", Says: "makes small teams cost more", Outcome: "cost_pay", Weeks: year1, Way: -1, Bare: true, Worth: &Raise{"organisation.team_size", 4, 8}},
		hire, board,
		price("severance", "makes replacement cost more", "cost_hiring", "hiring.replace_rate", 2),
		price("training_hour", "makes training cost more", "cost_training", "training.hours", 40),
		price("coaching_hour", "makes more coaching cost more", "cost_coaching", "coaching.hours", .3),
		price("candidate_cost", "makes a wider choice cost more", "cost_hiring", "hiring.candidates", 4),
		price("assessment", "makes careful choice cost more", "cost_hiring", "hiring.validity", .3),
		price("assessment", "to test for tech savvy", "cost_hiring", "hiring.savvy_weight", .5),
		price("fast_fill", "makes filling sooner cost more", "cost_hiring", "hiring.faster_fill", .4),
		price("process_level", "makes process work cost more", "cost_programmes", "process.raise_all", 1),
		upkeep,
		price("product_point", "makes product work cost more", "cost_programmes", "product.fit", .2),
		price("infrastructure_point", "makes that work cost more", "cost_programmes", "infrastructure.raise", .2),
		price("support_seat", "makes support cost more", "cost_tools", "rollout.support", 1),
		price("sponsor_seat", "makes sponsorship cost more", "cost_programmes", "rollout.sponsor_top", 1),
		price("design_seat", "makes such design cost more", "cost_programmes", "rollout.wiifm_design", 1),
	}
}
