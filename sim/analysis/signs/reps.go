package signs

// ofTraits are what people bring.
func ofTraits() []Sign {
	gap := func(param, says, outcome string) Sign {
		return Sign{Param: param, Says: says, Outcome: outcome, Way: 1, Bare: true, Seats: 80}
	}
	competitive := gap("people.competitiveness", "in a climate that is not", "gap sales competitiveness")
	competitive.Way, competitive.Within, competitive.Set = 0, 0, Values("people.competitive_climate", 0)
	fierce := gap("people.competitiveness", "when the climate is fully competitive", "gap sales competitiveness")
	fierce.Set = Values("people.competitive_climate", 1)
	climate := gap("people.competitive_climate", "lets competitive people sell more than others", "gap sales competitiveness")
	climate.Runs = 80
	return []Sign{
		{Param: "people.unqualified_share", Says: "fewer of them gain from training, coaching and tools", Outcome: "qualified", Weeks: year1, Way: -1, Bare: true},
		{Param: "people.unqualified_share", Says: "fewer of them gain from training, coaching and tools", Outcome: "skill", Weeks: year2, Added: true, Way: -1, Bare: true, Set: Values("training.hours", 60)},
		{Param: "people.unqualified_share", Says: "fewer of them gain from training, coaching and tools", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: -1, World: "3p-ready"},
		{Param: "people.unqualified_share", Says: "moves the bar, not the people", Outcome: "mean drive", From: .1, To: .5, Within: .2, Bare: true, Seats: 120, Runs: 40},
		{Param: "people.trait_floor_hardness", Says: "leaves the unqualified less to gain from training, coaching and tools", Outcome: "mean gain unqualified", Way: -1, World: "3p-ready", Seats: 80},
		{Param: "people.trait_floor_hardness", Says: "leaves the unqualified less to gain from training, coaching and tools", Outcome: "mean gain unqualified", Way: -1, Bare: true, Seats: 80, Set: Values("training.hours", 60)},
		gap("people.drive", "widens the gap between driven and other reps", "gap sales drive"),
		gap("people.courage", "widens the gap between bold and timid reps", "gap sales courage"),
		gap("people.optimism", "widens the gap between optimists and pessimists", "gap sales optimism"),
		competitive, fierce,
		climate,
		gap("people.gate", "makes the qualified share matter more", "gap sales qualified"),
		{Param: "people.savvy_age", Says: "The further below zero, the harder older reps find tools", Outcome: "corr age ease", Way: 1, Seats: 80},
		{Param: "people.savvy_age", Says: "towards zero, generations differ less", Outcome: "corr age savvy", Way: 1, Bare: true, Seats: 80},
	}
}

// ofSkill are skill and ramp.
func ofSkill() []Sign {
	train, turnover := Values("training.hours", 60), Values("hiring.replace_rate", 2)
	return []Sign{
		{Param: "skill.untrained", Says: "leaves less to lose by forgetting", Outcome: "skill", Weeks: year2, Added: true, Way: 1, Bare: true, Set: Values("coaching.hours", -.6), From: .05, To: .5},
		{Param: "skill.today", Says: "leaves less to learn", Outcome: "skill", Weeks: year2, Added: true, Way: -1, Bare: true, Set: train, From: .6, To: .9},
		{Param: "skill.today", Says: "sets new and unqualified reps further behind", Outcome: "gap sales qualified", Way: 1, Bare: true, Seats: 80},
		{Param: "skill.today", Says: "lets tools realise more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "skill.effect", Says: "makes training and coaching worth more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, Bare: true, Set: Values("training.hours", 60, "coaching.hours", .4)},
		{Param: "skill.half_life", Says: "makes the gain from training last longer", Outcome: "skill", Weeks: weeks(80, 104), Added: true, Way: 1, Bare: true, Set: Values("training.hours", 60, "training.weeks", 52), From: 13, To: 42},
		{Param: "skill.training_gain", Says: "makes an hour of training count for more", Outcome: "skill", Weeks: year2, Added: true, Way: 1, Bare: true, Set: train, To: .01},
		{Param: "skill.coaching_gain", Says: "makes an hour of coaching count for more", Outcome: "skill", Weeks: year2, Added: true, Way: 1, Bare: true, Set: Values("coaching.hours", .3), To: .008},
		{Param: "skill.reinforcement", Says: "makes a given dose of coaching protect skill less", Outcome: "skill", Weeks: year2, Added: true, Way: -1, Bare: true, Set: Values("coaching.hours", .4, "skill.coaching_gain", 0), From: 1, To: 4},
		{Param: "skill.spread", Says: "starts hires higher", Outcome: "skill", Weeks: year1, Way: 1, Bare: true, Seats: 80},
		{Param: "skill.spread", Says: "makes them less alike", Outcome: "sd skill", Way: 1, Bare: true, Seats: 80, Set: Values("people.unqualified_share", 0, "leaving.voluntary", 1.5), Runs: 24},
		{Param: "ramp.weeks", Says: "makes every departure more costly", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: -1, Bare: true, Set: turnover},
		{Param: "ramp.spread", Says: "makes new hires less predictable", Outcome: "cv sales newcomers", Way: 1, Bare: true, Seats: 120, Runs: 40, Set: Values("ramp.weeks", 52, "territory.carryover", 0)},
		{Param: "ramp.start", Says: "makes a departure less costly", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, Bare: true, Set: turnover},
	}
}

// ofWork are hours and engagement.
func ofWork() []Sign {
	lost := Values("coaching.hours", 1, "skill.effect", 0, "engagement.effort", 0)
	return []Sign{
		{Param: "hours.week", Says: "in a longer week an hour lost weighs less", Outcome: "expected_bookings", Weeks: year1, Added: true, Way: 1, Bare: true, Set: lost},
		{Param: "hours.selling", Says: "leaves less administration", Outcome: "hours_admin", Weeks: year1, Way: -1, Bare: true},
		{Param: "hours.selling", Says: "makes an hour gained or lost weigh less", Outcome: "expected_bookings", Weeks: year1, Added: true, Way: 1, Bare: true, Set: lost},
		{Param: "hours.search", Says: "leaves less of the week for administration", Outcome: "hours_admin", Weeks: year1, Way: -1, Bare: true},
		{Param: "hours.meetings", Says: "leaves less of the week for administration", Outcome: "hours_admin", Weeks: year1, Way: -1, Bare: true},
		{Param: "engagement.base", Says: "the level that engagement returns to", Outcome: "engagement", Weeks: year1, Way: 1, Bare: true},
		{Param: "engagement.drive", Says: "makes engagement differ more between people", Outcome: "distance engagement drive", Way: 1, Bare: true},
		{Param: "engagement.burden", Says: "makes unwelcome tools do more harm", Outcome: "engagement", Weeks: year1, Added: true, Way: -1, World: "crm-elixir"},
		{Param: "engagement.climate", Says: "makes coaching lift engagement more", Outcome: "engagement", Weeks: year1, Added: true, Way: 1, Bare: true, Set: Values("coaching.hours", .6)},
		{Param: "engagement.weeks", Says: "makes moods change more slowly", Outcome: "engagement", Weeks: weeks(8, 30), Added: true, Way: 1, World: "crm-elixir"},
		{Param: "engagement.effort", Says: "makes lost engagement cost more sales", Outcome: "expected_bookings", Weeks: year1, Added: true, Way: -1, World: "crm-elixir"},
		{Param: "engagement.leaving", Says: "makes unwelcome tools drive more people out", Outcome: "exits_voluntary", Weeks: year1, Added: true, Way: 1, World: "crm-elixir", Seats: 80},
	}
}

// ofLeaving are leaving, hiring and managers.
func ofLeaving() []Sign {
	seldom := Values("managers.turnover", .8)
	return []Sign{
		{Param: "leaving.voluntary", Says: "empties more seats", Outcome: "headcount", Weeks: year1, Way: -1, Bare: true},
		{Param: "leaving.voluntary", Says: "ramps more newcomers", Outcome: "cost_ramp", Weeks: year1, Way: 1, Bare: true},
		{Param: "leaving.attainment", Says: "makes weak sellers leave sooner and strong ones stay", Outcome: "quit attainment", Way: -1, Bare: true, Seats: 200, Runs: 24, To: 1},
		{Param: "leaving.first_year", Says: "more hires lost before they pay", Outcome: "quits 0 52", Way: 1, Bare: true, Seats: 80},
		{Param: "leaving.second_year", Says: "more reps lost soon after their ramp", Outcome: "quits 52 104", Way: 1, Bare: true, Seats: 80},
		{Param: "leaving.later", Says: "more experienced reps lost", Outcome: "quits 104 9999", Way: 1, Bare: true, Seats: 80, From: .2, To: 1.5},
		{Param: "leaving.involuntary", Says: "empties more seats", Outcome: "headcount", Weeks: year1, Way: -1, Bare: true},
		{Param: "leaving.rating_effect", Says: "concentrates dismissals on poorly rated reps", Outcome: "dismissed rating", Way: -1, Bare: true, Seats: 200, Runs: 24},
		{Param: "leaving.involuntary_min", Says: "protects newcomers for longer", Outcome: "dismissals 0 100", Way: -1, Bare: true, Seats: 80, Runs: 24},
		{Param: "labour.fill_weeks", Says: "keeps more seats empty", Outcome: "headcount", Weeks: year1, Way: -1, Bare: true},
		{Param: "labour.fill_weeks", Says: "makes turnover more costly", Outcome: "expected_bookings", Weeks: year1, Added: true, Way: -1, Bare: true, Set: Values("hiring.replace_rate", 2)},
		{Param: "labour.best_validity", Says: "makes a mature hiring process worth more", Outcome: "qualified", Weeks: year3, Added: true, Way: 1, Bare: true, Seats: 120, Set: Values("process.hiring_process", 2.5, "today.candidates", 5)},
		{Param: "labour.selection_load", Says: "makes hiring for savvy yield less savvy", Outcome: "savvy", Weeks: year3, Way: -1, Bare: true, Seats: 120, Set: Values("hiring.savvy_weight", .5, "hiring.candidates", 4)},
		{Param: "labour.selection_load", Says: "more fit", Outcome: "qualified", Weeks: year3, Added: true, Way: 1, Bare: true, Seats: 120, Set: Values("hiring.savvy_weight", .5, "hiring.candidates", 4, "hiring.validity", .5)},
		{Param: "managers.coaching_sd", Says: "widens the gap between well and badly coached teams", Outcome: "teams skill", Way: 1, Bare: true, Seats: 120, Set: Values("people.unqualified_share", 0)},
		{Param: "managers.fit_effect", Says: "makes the choice of managers matter more", Outcome: "skill", Weeks: year3, Way: 1, Bare: true, Seats: 120, Runs: 24, Set: append(Values("managers.candidates", 6, "managers.validity", .6), seldom...), Worth: &Raise{"hiring.manager_savvy_weight", 1, 0}},
		{Param: "managers.turnover", Says: "changes coaches, examples and raters more often", Outcome: "cost_hiring", Weeks: year1, Way: 1, Bare: true, Seats: 80},
		{Param: "managers.fill_weeks", Says: "leaves teams without a coach for longer", Outcome: "hours_coaching", Weeks: year1, Way: -1, Bare: true},
		{Param: "managers.validity", Says: "brings managers who fit their job better", Outcome: "skill", Weeks: year3, Way: 1, Bare: true, Seats: 120, Runs: 30, Set: append(Values("managers.candidates", 6, "managers.fit_effect", .5), seldom...), Worth: &Raise{"hiring.manager_savvy_weight", 1, 0}},
		{Param: "managers.validity", Says: "how they coach today stays the yardstick", Outcome: "skill", Weeks: year1, Within: .01, Bare: true, Seats: 120},
		{Param: "managers.candidates", Says: "for tech savvy where that is asked for", Outcome: "proficiency", Weeks: year3, Way: 1, World: "3p-ready", Seats: 80, From: 1, To: 12, Set: append(Values("hiring.manager_savvy_weight", 1), seldom...)},
	}
}

// ofRating is what managers' ratings follow.
func ofRating() []Sign {
	return []Sign{
		{Param: "rating.attainment", Says: "makes dismissals fall more on weak sellers", Outcome: "dismissed sales", Way: -1, Bare: true, Seats: 200, Runs: 24, Set: Values("leaving.involuntary", .3)},
		{Param: "rating.intelligence", Says: "makes ratings reward cleverness that does not sell", Outcome: "corr rating_start intelligence", Way: 1, Bare: true, Seats: 80},
		{Param: "rating.drive", Says: "makes driven reps better rated", Outcome: "corr rating_start drive", Way: 1, Bare: true, Seats: 80},
		{Param: "rating.courage", Says: "makes bold reps better rated", Outcome: "corr rating_start courage", Way: 1, Bare: true, Seats: 80},
		{Param: "rating.noise", Says: "makes dismissals more arbitrary", Outcome: "dismissed sales", Way: 1, Bare: true, Seats: 200, Runs: 96, Set: Values("leaving.involuntary", .3)},
		{Param: "rating.halo", Says: "makes ratings change more with the manager", Outcome: "corr rating rating_start", Way: -1, Bare: true, Seats: 120, Set: Values("managers.turnover", 1)},
	}
}
