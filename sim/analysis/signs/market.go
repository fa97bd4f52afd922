package signs

// ofMarket are market and pipeline.
func ofMarket() []Sign {
	lost := Values("skill.effect", 0, "engagement.effort", 0)
	return []Sign{
		{Param: "market.opportunities", Says: "brings more deals to baseline and scenario alike", Outcome: "won", Weeks: year1, Way: 1},
		{Param: "market.hours_elasticity", Says: "makes every hour saved or lost count for more", Outcome: "expected_bookings", Weeks: year1, Added: true, Way: -1, Bare: true, Set: append(Values("coaching.hours", 1), lost...)},
		{Param: "market.hours_elasticity", Says: "makes every hour saved or lost count for more", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, World: "3p-ready"},
		{Param: "market.deal_value", Says: "makes each deal won by the programme worth more against its cost", Outcome: "npv", Way: 1, World: "3p-ready", From: 4000, To: 40000},
		{Param: "market.deal_cv", Says: "gives luck a larger part in each rep's year", Outcome: "cv sales", Way: 1, Bare: true, Lucky: true, Seats: 120, Runs: 60},
		{Param: "market.deal_cv", Says: "the mean stays", Outcome: "expected_bookings", Weeks: year1, Within: .03, Bare: true},
		{Param: "market.win_share", Says: "more revenue", Outcome: "revenue", Weeks: year1, Way: 1, From: .2, To: .7},
		{Param: "market.win_share", Says: "fewer losses to competitors", Outcome: "loss_rate", Way: -1, From: .2, To: .7},
		{Param: "market.no_decision_share", Says: "leaves fewer losses to competitors", Outcome: "loss_rate", Way: -1, From: .1, To: .5},
		{Param: "market.no_decision_share", Says: "more to gain from value clarity", Outcome: "won", Weeks: year2, Added: true, Way: 1, Bare: true, From: .1, To: .5, Set: Values("product.clarity", .4)},
		{Param: "pipeline.stages", Says: "without changing its mean", Outcome: "cycle", Weeks: year1, Within: .001, Bare: true},
		{Param: "pipeline.stages", Says: "steadier", Outcome: "decided", Weeks: weeks(1, 4), Added: true, Way: 1, Bare: true, Set: Values("process.lead_management", 2.5, "process.months", 3, "pipeline.cycle_weeks", 12)},
		{Param: "pipeline.cycle_weeks", Says: "fills the pipeline", Outcome: "pipeline", Weeks: year1, Way: 1},
		{Param: "pipeline.cycle_weeks", Says: "makes every change show later in revenue", Outcome: "revenue", Weeks: year1, Added: true, Way: -1, Bare: true, Set: Values("product.fit", .3, "process.lead_management", 2.5, "process.months", 3)},
		{Param: "pipeline.reach_forecast", Says: "more decisions and more deals from the same effort", Outcome: "decided", Weeks: year1, Way: 1},
		{Param: "pipeline.reach_forecast", Says: "more decisions and more deals from the same effort", Outcome: "won", Weeks: year1, Way: 1},
		{Param: "pipeline.pass_on", Says: "makes turnover less costly", Outcome: "expected_bookings", Weeks: year1, Added: true, Way: 1, Bare: true, Set: Values("hiring.replace_rate", 2)},
		{Param: "pipeline.vacant_decay", Says: "makes vacancies more costly", Outcome: "expected_bookings", Weeks: year1, Added: true, Way: -1, Bare: true, Set: Values("hiring.replace_rate", 2)},
	}
}

// ofTerritory is what stays with the seat.
func ofTerritory() []Sign {
	var list []Sign
	for _, x := range []string{"potential", "accounts", "presence", "workload"} {
		list = append(list,
			Sign{Param: "territory." + x + "_power", Says: "makes the territory matter more against the person", Outcome: "corr " + x + " sales", Way: 1, Bare: true, Seats: 80},
			Sign{Param: "territory." + x + "_sd", Says: "makes sales less equal for reasons that lie outside the rep", Outcome: "cv sales", Way: 1, Bare: true, Seats: 80})
	}
	turnover := Values("hiring.replace_rate", 2)
	return append(list,
		Sign{Param: "territory.correlation", Says: "widens the gap between seats", Outcome: "cv sales", Way: 1, Bare: true, Seats: 80},
		Sign{Param: "territory.fit_correlation", Says: "makes people look more different than they are", Outcome: "gap sales fit", Way: 1, Bare: true, Seats: 80},
		Sign{Param: "territory.account_growth", Says: "makes long service worth more", Outcome: "gap sales tenure", Way: 1, Bare: true, Seats: 80},
		Sign{Param: "territory.account_growth", Says: "turnover more costly", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: -1, Bare: true, Set: turnover},
		Sign{Param: "territory.growth_years", Says: "slows the growth", Outcome: "mean accounts", Way: -1, Bare: true, Set: Values("territory.account_growth", 1)},
		Sign{Param: "territory.carryover", Says: "makes turnover less costly", Outcome: "expected_bookings", Weeks: year1, Added: true, Way: 1, Bare: true, Set: turnover},
		Sign{Param: "territory.growth_pass_on", Says: "makes turnover less costly", Outcome: "expected_bookings", Weeks: year2, Added: true, Way: 1, Bare: true, Runs: 60, Set: turnover},
	)
}
