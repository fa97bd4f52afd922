package signs

// ofToday are the organisation and the levels as they stand.
func ofToday() []Sign {
	return []Sign{
		{Param: "organisation.seats", Says: "Money and headcount grow in proportion to them", Outcome: "revenue", Weeks: year1, Way: 1, From: 16, To: 160},
		{Param: "organisation.seats", Says: "Money and headcount grow in proportion to them", Outcome: "headcount", Weeks: year1, Way: 1, From: 16, To: 160},
		{Param: "organisation.team_size", Says: "fewer managers to pay", Outcome: "cost_pay", Weeks: year1, Way: -1},
		{Param: "organisation.horizon_weeks", Says: "more time to pay back", Outcome: "npv", Way: 1, From: 52, To: 260, World: "3p-ready"},

		{Param: "today.opportunity_management", Says: "fewer losses", Outcome: "loss_rate", Way: -1},
		{Param: "today.opportunity_management", Says: "fewer deals without a decision", Outcome: "no_decision_rate", Way: -1},
		{Param: "today.opportunity_management", Says: "tools that lean on process realise more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "today.lead_management", Says: "creates more opportunities", Outcome: "created", Weeks: year1, Way: 1, Bare: true},
		{Param: "today.lead_management", Says: "tools that lean on process realise more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "today.coaching_management", Says: "makes managers stricter with poor ratings", Outcome: "exits_involuntary", Weeks: year2, Way: 1, Bare: true, Seats: 120, Runs: 48},
		{Param: "today.coaching_management", Says: "tools that lean on process realise more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "today.hiring_process", Says: "the better it tells who will fit the job", Outcome: "mean fit", Way: 1, Bare: true, Seats: 120},
		{Param: "today.data_discipline", Says: "makes forecasts more accurate", Outcome: "forecast_error", Way: -1, Bare: true, Runs: 24},
		{Param: "today.data_discipline", Says: "tools that lean on process realise more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "today.infrastructure", Says: "the more of their effect tools realise", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "today.product_fit", Says: "fewer losses to competitors", Outcome: "loss_rate", Way: -1},
		{Param: "today.product_fit", Says: "lets tools realise more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "today.value_clarity", Says: "fewer deals without a decision", Outcome: "no_decision_rate", Way: -1},
		{Param: "today.value_clarity", Says: "lets tools realise more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "today.content", Says: "the more of their effect tools realise", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "today.complexity", Says: "takes longer to sell", Outcome: "cycle", Weeks: year1, Way: 1, Bare: true},
		{Param: "today.training_hours", Says: "takes time from the rep's week in baseline and scenario alike", Outcome: "hours_training", Weeks: year1, Way: 1, Bare: true},
		{Param: "today.training_hours", Says: "it is where more training starts from", Outcome: "skill", Weeks: year1, Within: .02, Bare: true, From: 5, To: 25},
		{Param: "today.coaching_hours", Says: "Hours of coaching a rep receives in a week today", Outcome: "hours_coaching", Weeks: year1, Way: 1, Bare: true},
		{Param: "today.coaching_hours", Says: "Skill is taken to stand still at this dose", Outcome: "skill", Weeks: year1, Within: .05, Bare: true, From: .3, To: .7},
		{Param: "today.candidates", Says: "more candidates mean better hires", Outcome: "mean fit", Way: 1, Bare: true, Seats: 120, Set: Values("today.hiring_process", 4)},
	}
}
