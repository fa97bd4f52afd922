package signs

// ofPeopleLevers are hiring, training and coaching.
func ofPeopleLevers() []Sign {
	better := Values("hiring.validity", .5, "hiring.candidates", 4, "leaving.voluntary", .5)
	managers := Values("managers.turnover", .8, "managers.fit_effect", .5)
	return []Sign{
		{Param: "hiring.start", Says: "A later start delays its effect", Outcome: "qualified", Weeks: weeks(60, 120), Way: -1, Bare: true, Set: better},
		{Param: "hiring.validity", Says: "lifts the share of qualified people with every hire", Outcome: "qualified", Weeks: year3, Way: 1, Seats: 80},
		{Param: "hiring.candidates", Says: "makes hires better as far as selection can tell people apart", Outcome: "qualified", Weeks: year3, Way: 1, Seats: 80, Set: Values("hiring.validity", .4)},
		{Param: "hiring.candidates", Says: "Each further candidate costs money", Outcome: "cost_hiring", Weeks: year2, Way: 1, Seats: 80},
		{Param: "hiring.savvy_weight", Says: "people who take to tools more easily", Outcome: "savvy", Weeks: year3, Way: 1, Seats: 80},
		{Param: "hiring.savvy_weight", Says: "at the expense of fit for the job when candidates are few", Outcome: "qualified", Weeks: year3, Way: -1, Seats: 120, Set: Values("hiring.validity", .5)},
		{Param: "hiring.manager_validity", Says: "brings better coaches with every manager hired", Outcome: "skill", Weeks: year3, Way: 1, Bare: true, Seats: 120, Runs: 24, Set: managers},
		{Param: "hiring.manager_validity", Says: "Each tenth costs an assessment of every candidate", Outcome: "cost_hiring", Weeks: year1, Way: 1, Bare: true, Seats: 80, Set: Values("managers.turnover", .6)},
		{Param: "hiring.manager_candidates", Says: "makes managers better as far as selection can tell people apart", Outcome: "skill", Weeks: year3, Way: 1, Bare: true, Seats: 120, Runs: 24, Set: append(Values("hiring.manager_validity", .5), managers...)},
		{Param: "hiring.manager_candidates", Says: "Each further candidate costs money", Outcome: "cost_hiring", Weeks: year1, Way: 1, Bare: true, Seats: 80, Set: Values("managers.turnover", .6)},
		{Param: "hiring.validity", Says: "Each tenth costs an assessment of every candidate", Outcome: "cost_hiring", Weeks: year2, Way: 1, Seats: 80},
		{Param: "hiring.faster_fill", Says: "Each hire then costs more, in proportion to the time saved", Outcome: "cost_hiring", Weeks: year2, Way: 1, Seats: 80},
		{Param: "hiring.manager_savvy_weight", Says: "managers who use the tools themselves, and their teams follow", Outcome: "proficiency", Weeks: year3, Way: 1, World: "3p-ready", Seats: 80, Set: Values("managers.turnover", .6)},
		{Param: "hiring.manager_savvy_weight", Says: "fit for the manager's job gets less weight", Outcome: "skill", Weeks: year3, Way: -1, Bare: true, Seats: 120, Runs: 30, Set: Values("managers.turnover", .6, "managers.validity", .6, "managers.candidates", 6, "managers.fit_effect", .5)},
		{Param: "hiring.replace_rate", Says: "lifts the qualified share faster", Outcome: "qualified", Weeks: year2, Way: 1},
		{Param: "hiring.replace_rate", Says: "empties seats meanwhile", Outcome: "headcount", Weeks: year1, Way: -1},
		{Param: "hiring.replace_rate", Says: "Each departure costs severance, hiring, onboarding", Outcome: "cost_hiring", Weeks: year1, Way: 1},
		{Param: "hiring.faster_fill", Says: "keeps more seats occupied", Outcome: "headcount", Weeks: year2, Way: 1},
		{Param: "training.hours", Says: "lifts the skill of qualified reps", Outcome: "mean skill qualified", Way: 1},
		{Param: "training.hours", Says: "hardly that of the unqualified", Outcome: "mean skill unqualified", Within: .01},
		{Param: "training.hours", Says: "takes hours from selling", Outcome: "hours_selling", Weeks: year1, Way: -1, Bare: true},
		{Param: "training.hours", Says: "costs money for every hour", Outcome: "cost_training", Weeks: year1, Way: 1},
		{Param: "training.start", Says: "delays both its cost", Outcome: "cost_training", Weeks: year1, Way: -1, Set: Values("training.hours", 60)},
		{Param: "training.start", Says: "and its effect", Outcome: "skill", Weeks: year2, Way: -1, Set: Values("training.hours", 60)},
		{Param: "training.weeks", Says: "A longer programme costs more", Outcome: "cost_training", Weeks: year2, Way: 1, Set: Values("training.hours", 60)},
		{Param: "training.weeks", Says: "holds skill up for longer", Outcome: "skill", Weeks: year3, Way: 1, Set: Values("training.hours", 60)},
		{Param: "coaching.hours", Says: "lifts the skill of qualified reps", Outcome: "mean skill qualified", Way: 1},
		{Param: "coaching.hours", Says: "slows forgetting", Outcome: "skill", Weeks: year2, Way: 1, Set: Values("skill.coaching_gain", 0)},
		{Param: "coaching.hours", Says: "takes time from the rep's week", Outcome: "hours_selling", Weeks: year1, Way: -1, Bare: true},
		{Param: "coaching.hours", Says: "costs money for every hour", Outcome: "cost_coaching", Weeks: year1, Way: 1},
		{Param: "coaching.hours", Says: "less saves as much", Outcome: "cost_coaching", Weeks: year1, Way: 1, Bare: true, From: -.4, To: 0},
		{Param: "coaching.start", Says: "delays both its cost", Outcome: "cost_coaching", Weeks: year1, Way: -1, Set: Values("coaching.hours", .4)},
		{Param: "coaching.start", Says: "and its effect", Outcome: "skill", Weeks: year2, Way: -1, Set: Values("coaching.hours", .4)},
		{Param: "coaching.weeks", Says: "A longer effort costs more", Outcome: "cost_coaching", Weeks: year2, Way: 1, Set: Values("coaching.hours", .4)},
		{Param: "coaching.weeks", Says: "protects skill for longer", Outcome: "skill", Weeks: year3, Way: 1, Set: Values("coaching.hours", .4)},
	}
}

// ofProcessLevers are process, product and infrastructure.
func ofProcessLevers() []Sign {
	list := []Sign{
		{Param: "process.raise_all", Says: "wins and creates more deals", Outcome: "won", Weeks: year2, Way: 1},
		{Param: "process.raise_all", Says: "wins and creates more deals", Outcome: "created", Weeks: year2, Way: 1},
		{Param: "process.raise_all", Says: "lets tools realise more of their effect", Outcome: "cycle", Weeks: year2, Way: -1},
		{Param: "process.opportunity_management", Says: "fewer losses to competitors", Outcome: "loss_rate", Way: -1},
		{Param: "process.opportunity_management", Says: "fewer decisions that never come", Outcome: "no_decision_rate", Way: -1},
		{Param: "process.lead_management", Says: "creates more opportunities", Outcome: "created", Weeks: year2, Way: 1},
		{Param: "process.coaching_management", Says: "makes each hour of training and coaching worth more", Outcome: "skill", Weeks: year2, Way: 1},
		{Param: "process.coaching_management", Says: "makes managers stricter with poor ratings", Outcome: "exits_involuntary", Weeks: year2, Way: 1, Bare: true, Seats: 120},
		{Param: "process.hiring_process", Says: "hires fit their jobs better", Outcome: "qualified", Weeks: year3, Way: 1, Seats: 80},
		{Param: "process.data_discipline", Says: "makes forecasts more accurate", Outcome: "forecast_error", Way: -1, Runs: 24},
		{Param: "process.data_discipline", Says: "lets tools that lean on process realise more of their effect", Outcome: "cycle", Weeks: year2, Way: -1},
		{Param: "process.start", Says: "delays both its cost", Outcome: "cost_programmes", Weeks: year1, Way: -1, Set: Values("process.raise_all", 1)},
		{Param: "process.start", Says: "and its effect", Outcome: "maturity", Weeks: year2, Way: -1, Set: Values("process.raise_all", 1)},
		{Param: "process.months", Says: "spreads the hours it takes more thinly", Outcome: "hours_meetings", Weeks: weeks(1, 12), Way: -1, Set: Values("process.raise_all", 1)},
		{Param: "process.months", Says: "brings its effect later", Outcome: "maturity", Weeks: year1, Way: -1, Set: Values("process.raise_all", 1)},
		{Param: "process.maintenance", Says: "below, they slip back year by year", Outcome: "maturity", Weeks: year3, Way: 1, Tools: []string{}, Set: Values("process.raise_all", 1)},
		{Param: "process.maintenance", Says: "Upkeep costs a share of the original effort every year", Outcome: "cost_programmes", Weeks: year3, Way: 1, Tools: []string{}, Set: Values("process.raise_all", 1)},

		{Param: "product.fit", Says: "fewer deals lost to competitors", Outcome: "loss_rate", Way: -1},
		{Param: "product.fit", Says: "lets tools realise more", Outcome: "cycle", Weeks: year2, Way: -1},
		{Param: "product.clarity", Says: "fewer deals that end without a decision", Outcome: "no_decision_rate", Way: -1},
		{Param: "product.clarity", Says: "lets tools realise more", Outcome: "cycle", Weeks: year2, Way: -1},
		{Param: "product.content", Says: "lets tools realise more of their effect", Outcome: "expected_bookings", Weeks: year2, Way: 1},
		{Param: "product.content", Says: "without tools it brings nothing", Outcome: "expected_bookings", Weeks: year2, Tools: []string{}},
		{Param: "product.start", Says: "delays both its cost", Outcome: "cost_programmes", Weeks: year1, Way: -1, Set: Values("product.fit", .3)},
		{Param: "product.start", Says: "and its effect", Outcome: "lost", Weeks: year2, Way: 1, Set: Values("product.fit", .3)},
		{Param: "product.months", Says: "brings the effect later", Outcome: "lost", Weeks: year1, Way: 1, Set: Values("product.fit", .3)},
		{Param: "infrastructure.raise", Says: "lets tools realise more of their effect", Outcome: "expected_bookings", Weeks: year2, Way: 1},
		{Param: "infrastructure.raise", Says: "without tools it brings nothing", Outcome: "expected_bookings", Weeks: year2, Tools: []string{}},
		{Param: "infrastructure.start", Says: "delays both its cost", Outcome: "cost_programmes", Weeks: year1, Way: -1, Set: Values("infrastructure.raise", .3)},
		{Param: "infrastructure.start", Says: "and its effect", Outcome: "expected_bookings", Weeks: year2, Way: -1, Set: Values("infrastructure.raise", .3)},
		{Param: "infrastructure.months", Says: "brings the effect later", Outcome: "expected_bookings", Weeks: year1, Way: -1, Set: Values("infrastructure.raise", .3)},
	}
	for _, id := range []string{"raise_all", "opportunity_management", "lead_management", "coaching_management", "hiring_process", "data_discipline"} {
		list = append(list,
			Sign{Param: "process." + id, Says: "takes selling hours first", Outcome: "hours_selling", Weeks: year1, Way: -1, Tools: []string{}},
			Sign{Param: "process." + id, Says: "money for every level", Outcome: "cost_programmes", Weeks: year1, Way: 1, Tools: []string{}},
			Sign{Param: "process." + id, Says: "upkeep", Outcome: "cost_programmes", Weeks: year2, Way: 1, Tools: []string{}})
	}
	for _, id := range []string{"product.fit", "product.clarity", "product.content", "infrastructure.raise"} {
		list = append(list, Sign{Param: id, Says: "Each tenth costs money for every seat", Outcome: "cost_programmes", Weeks: year1, Way: 1, Tools: []string{}})
	}
	return list
}

// ofRollout is how tools are brought to the reps.
func ofRollout() []Sign {
	tried := "stage_trial+stage_routine"
	return []Sign{
		{Param: "rollout.start", Says: "delays the dip, the gain and the seat prices alike", Outcome: "cost_tools", Weeks: year1, Way: -1},
		{Param: "rollout.start", Says: "delays the dip, the gain and the seat prices alike", Outcome: "expected_bookings", Weeks: weeks(60, 104), Way: -1, World: "3p-ready"},
		{Param: "rollout.start", Says: "delays the dip, the gain and the seat prices alike", Outcome: "expected_bookings", Weeks: weeks(9, 14), Way: 1, World: "3p-ready", From: 8, To: 52},
		{Param: "rollout.pilot_share", Says: "the dip is smaller", Outcome: "dip", Way: 1, World: "3p-ready", From: 0, To: .5, Set: Values("rollout.pilot_weeks", 26)},
		{Param: "rollout.pilot_share", Says: "the gain comes later", Outcome: "expected_bookings", Weeks: weeks(30, 60), Way: -1, World: "3p-ready", To: .25, Set: Values("rollout.pilot_weeks", 52)},
		{Param: "rollout.pilot_weeks", Says: "A longer pilot delays them", Outcome: "stage_routine", Weeks: year1, Way: -1, Set: Values("rollout.pilot_share", .25)},
		{Param: "rollout.pilot_weeks", Says: "Without pilot teams it has no effect", Outcome: "expected_bookings", Weeks: year1},
		{Param: "rollout.waves", Says: "bring the gain later", Outcome: "expected_bookings", Weeks: weeks(40, 60), Way: -1, World: "3p-ready", Set: Values("organisation.team_size", 4, "rollout.wave_gap", 12)},
		{Param: "rollout.waves", Says: "More waves spread the dip", Outcome: "dip", Way: 1, World: "3p-ready", Set: Values("organisation.team_size", 4, "rollout.wave_gap", 12)},
		{Param: "rollout.wave_gap", Says: "brings the last teams live later", Outcome: "stage_routine", Weeks: year1, Way: -1, Set: Values("rollout.waves", 4)},
		{Param: "rollout.wave_gap", Says: "With a single wave it has no effect", Outcome: "expected_bookings", Weeks: year1},
		{Param: "rollout.training_before", Says: "lifts the proficiency reps can reach", Outcome: "proficiency", Weeks: year2, Way: 1, World: "3p-ready"},
		{Param: "rollout.training_before", Says: "more try them at once", Outcome: tried, Weeks: weeks(9, 14), Way: 1},
		{Param: "rollout.training_before", Says: "takes selling hours", Outcome: "hours_selling", Weeks: weeks(1, 8), Way: -1},
		{Param: "rollout.training_before", Says: "costs money for every hour", Outcome: "cost_training", Weeks: year1, Way: 1},
		{Param: "rollout.training_after", Says: "lifts the proficiency reps can reach", Outcome: "proficiency", Weeks: year2, Way: 1, World: "3p-ready"},
		{Param: "rollout.training_after", Says: "takes selling hours", Outcome: "hours_selling", Weeks: weeks(9, 21), Way: -1},
		{Param: "rollout.training_after", Says: "costs money for every hour", Outcome: "cost_training", Weeks: year1, Way: 1},
		{Param: "rollout.support", Says: "lifts the proficiency reps can reach", Outcome: "proficiency", Weeks: year2, Way: 1, World: "3p-ready"},
		{Param: "rollout.support", Says: "costs money for every seat, tool and year", Outcome: "cost_tools", Weeks: year2, Way: 1},
		{Param: "rollout.sponsor_top", Says: "makes reps try them sooner", Outcome: tried, Weeks: weeks(10, 20), Way: 1},
		{Param: "rollout.sponsor_top", Says: "keeps managers' sponsorship from backfiring", Outcome: tried, Weeks: weeks(10, 20), Way: 1, Set: Values("adoption.misaligned", 2, "adoption.sponsor_top", 0), Worth: &Raise{"rollout.sponsor_managers", 0, 1}},
		{Param: "rollout.sponsor_top", Says: "costs money once for every seat", Outcome: "cost_programmes", Weeks: year1, Way: 1},
		{Param: "rollout.sponsor_managers", Says: "makes reps try them sooner", Outcome: tried, Weeks: weeks(10, 20), Way: 1, Set: Values("rollout.sponsor_top", 1)},
		{Param: "rollout.sponsor_managers", Says: "managers who stand alone can hurt adoption", Outcome: tried, Weeks: weeks(10, 20), Way: -1, Set: Values("rollout.sponsor_top", 0, "adoption.misaligned", 2)},
		{Param: "rollout.sponsor_managers", Says: "costs money once for every seat", Outcome: "cost_programmes", Weeks: year1, Way: 1},
		{Param: "rollout.incentive", Says: "makes trying and using them worth more to the rep", Outcome: "benefit_use", Weeks: year2, Way: 1},
		{Param: "rollout.incentive", Says: "makes trying and using them worth more to the rep", Outcome: tried, Weeks: weeks(10, 20), Way: 1},
		{Param: "rollout.incentive", Says: "It is paid out as it is earned", Outcome: "cost_programmes", Weeks: year2, Way: 1},
		{Param: "rollout.mandate", Says: "lifts logged use", Outcome: "logged_use", Weeks: year1, Way: 1},
		{Param: "rollout.mandate", Says: "no data worth having", Outcome: "maturity", Weeks: year2, Within: .01},
		{Param: "rollout.mandate", Says: "lowers engagement", Outcome: "engagement", Weeks: year1, Way: -1, World: "crm-elixir"},
		{Param: "rollout.mandate", Says: "drives people to leave", Outcome: "exits_voluntary", Weeks: year1, Way: 1, World: "crm-elixir", Seats: 120},
		{Param: "rollout.wiifm_design", Says: "adds time gained by the rep", Outcome: "benefit_use", Weeks: year2, Way: 1},
		{Param: "rollout.wiifm_design", Says: "cuts upkeep", Outcome: "hours_upkeep", Weeks: year1, Way: -1, Set: Values("rollout.mandate", 1)},
		{Param: "rollout.wiifm_design", Says: "makes rejection rarer", Outcome: "stage_rejected", Weeks: year2, Way: -1},
		{Param: "rollout.wiifm_design", Says: "costs money once for every seat and tool", Outcome: "cost_programmes", Weeks: year1, Way: 1},
		{Param: "rollout.announcement", Says: "spreads the training more thinly", Outcome: "hours_training", Weeks: weeks(24, 26), Way: -1, From: 2, To: 20, Set: Values("rollout.start", 26)},
		{Param: "rollout.announcement", Says: "lets more of them begin at go-live", Outcome: tried, Weeks: weeks(27, 30), Way: 1, From: 2, To: 20, Set: Values("rollout.start", 26)},
		{Param: "rollout.announcement", Says: "nobody can use a tool before it is live", Outcome: "benefit_use", Weeks: weeks(1, 26), Set: Values("rollout.start", 26)},
	}
}
