package sim

// spreadFindings are about how performance spreads over reps and what explains it.
func spreadFindings() []Finding {
	return []Finding{
		said("roster_cv", UnitFactor, .389, "cravens1972", 1972, GradeB, MarkComputed),
		said("roster_skew", UnitFactor, .79, "cravens1972", 1972, GradeB, MarkComputed),
		said("roster_top_fifth", UnitShare, .323, "cravens1972", 1972, GradeB, MarkComputed),
		said("inside_team_cv", UnitFactor, .475, "olist2018", 2018, GradeB, MarkComputed),
		said("inside_team_top_fifth", UnitShare, .42, "olist2018", 2018, GradeB, MarkComputed),
		said("survey_top_fifth", UnitShare, .60, "csotopfifth", 0, GradeC, MarkSeen),
		said("survey_extreme", UnitShare, .87, "sbi", 0, GradeD, MarkSeen),
		said("cv_for_sixty_percent", UnitFactor, 1.52, "csotopfifth", 0, GradeC, MarkComputed),
		sign("stars", "oboyle2012", 2012, GradeA, MarkSeen),
		said("output_sd", UnitShare, .20, "schmidt1983", 1983, GradeA, MarkSeen),
		said("output_sd_sales", UnitShare, .48, "hunter1990", 1990, GradeA, MarkRecalled),
		said("territory_r2", UnitShare, .904, "cravens1972", 1972, GradeB, MarkComputed,
			"territory.potential_power", "territory.accounts_power", "territory.presence_power", "territory.workload_power",
			"territory.potential_sd", "territory.accounts_sd", "territory.presence_sd", "territory.workload_sd",
			"territory.correlation", "territory.account_growth"),
		said("territory_r2_published", UnitShare, .83, "cravens1973", 1973, GradeB, MarkSeen),
		sign("potential_and_workload", "lucas1975", 1975, GradeB, MarkSeen),
		said("effort_elasticity", UnitFactor, .34, "albers2010", 2010, GradeA, MarkSeen, "market.hours_elasticity"),
		said("effort_elasticity_corrected", UnitFactor, .31, "albers2010", 2010, GradeA, MarkRecalled, "market.hours_elasticity"),
		sign("performance_unstable", "chonko2000", 2000, GradeB, MarkSeen),
	}
}

// quotaFindings are the surveys of how many reps reach their quota.
func quotaFindings() []Finding {
	return []Finding{
		said("quota_2018", UnitShare, .54, "cso2018", 2018, GradeC, MarkSeen, "reps_at_quota"),
		said("plan_2018", UnitShare, .94, "cso2018", 2018, GradeC, MarkSeen, "quota.plan", "plan_attainment"),
		said("quota_2015", UnitShare, .571, "csoquota", 2015, GradeC, MarkSeen, "reps_at_quota"),
		said("quota_2013", UnitShare, .57, "csoquota", 2013, GradeC, MarkSeen, "reps_at_quota"),
		said("quota_2010", UnitShare, .59, "csoquota", 2010, GradeC, MarkSeen, "reps_at_quota"),
		said("quota_2010_omg", UnitShare, .44, "kurlan2011", 2010, GradeC, MarkSeen, "reps_at_quota"),
		said("quota_2009", UnitShare, .518, "csoquota", 2009, GradeC, MarkSeen, "reps_at_quota"),
		between("quota_2007", UnitShare, .58, .61, "csoquota", 2007, GradeC, MarkRecalled, "reps_at_quota"),
		said("quota_random_process", UnitShare, .48, "csotrailer", 0, GradeC, MarkSeen, "reps_at_quota"),
		said("quota_little_selling", UnitShare, .55, "cso2011time", 2011, GradeC, MarkSeen),
		said("quota_much_selling", UnitShare, .62, "cso2011time", 2011, GradeC, MarkSeen),
		between("quota_to_pay", UnitFactor, 4, 6, "bridge2017", 0, GradeC, MarkRecalled),
	}
}

// dealFindings are about wins, losses, no decisions and the time they take.
func dealFindings() []Finding {
	return []Finding{
		said("won_2015", UnitShare, .466, "cso2016", 2015, GradeC, MarkSeen, "market.win_share", "win_rate"),
		said("lost_2015", UnitShare, .296, "cso2016", 2015, GradeC, MarkSeen, "market.win_share", "market.no_decision_share", "loss_rate"),
		said("no_decision_2015", UnitShare, .238, "cso2016", 2015, GradeC, MarkSeen, "market.no_decision_share", "no_decision_rate"),
		said("no_decision_understood", UnitShare, .169, "cso2016", 2015, GradeC, MarkSeen, "maturity.no_decision", "offer.clarity"),
		said("won_2017", UnitShare, .473, "cso2018deals", 2017, GradeC, MarkSeen, "win_rate", "market.win_share"),
		between("lost_2018", UnitShare, .309, .320, "cso2018deals", 2018, GradeC, MarkSeen, "loss_rate", "market.win_share"),
		between("no_decision_2018", UnitShare, .207, .218, "cso2018deals", 2018, GradeC, MarkSeen, "no_decision_rate", "market.no_decision_share"),
		said("pipeline_stalls", UnitShare, .58, "sbi", 0, GradeC, MarkSeen, "pipeline.reach_forecast", "market.no_decision_share"),
		between("no_decision_calls", UnitShare, .40, .60, "dixon2022", 2022, GradeC, MarkSeen, "market.no_decision_share"),
		said("cycle_software", UnitDays, 60, "bridge2017", 2017, GradeC, MarkSeen, "pipeline.cycle_weeks", "cycle"),
		said("cycle_inside", UnitDays, 72, "bridge2017", 2017, GradeC, MarkSeen, "pipeline.cycle_weeks", "cycle"),
		said("cycle_small_sellers", UnitDays, 49.1, "olist2018", 2018, GradeB, MarkComputed, "pipeline.cycle_weeks"),
		said("contract_software", UnitMoney, 25000, "bridge2017", 2017, GradeC, MarkSeen),
	}
}

// turnoverFindings are about leaving, hiring and ramping.
func turnoverFindings() []Finding {
	return []Finding{
		said("turnover_2010", UnitShare, .28, "depaul2010", 2010, GradeC, MarkSeen, "leaving.voluntary", "leaving.involuntary", "turnover"),
		said("turnover_sdr_2015", UnitShare, .34, "bridgesdr", 2015, GradeC, MarkSeen, "turnover"),
		said("turnover_sdr_2017", UnitShare, .30, "bridgesdr", 2017, GradeC, MarkSeen, "turnover"),
		said("leavers_first_year", UnitShare, .33, "depaul2010", 0, GradeC, MarkSeen, "leaving.first_year"),
		said("leavers_second_year", UnitShare, .29, "depaul2010", 0, GradeC, MarkSeen, "leaving.second_year"),
		said("leavers_later", UnitShare, .38, "depaul2010", 0, GradeC, MarkSeen, "leaving.later"),
		said("insurance_first_year", UnitShare, .50, "metlife", 1985, GradeC, MarkSeen),
		said("performance_leaving", UnitR, -.28, "mcevoy1987", 1987, GradeA, MarkSeen, "leaving.attainment"),
		said("performance_leaving_voluntary", UnitR, -.17, "bycio1990", 1990, GradeA, MarkSeen, "leaving.attainment"),
		said("performance_leaving_involuntary", UnitR, -.52, "bycio1990", 1990, GradeA, MarkSeen, "leaving.rating_effect"),
		sign("leaving_u_shaped", "williams1994", 1994, GradeA, MarkSeen, "leaving.attainment"),
		between("departure_loss", UnitShare, .132, .176, "shi2017", 2017, GradeB, MarkSeen, "territory.carryover"),
		said("vacancy", UnitMonths, 6.2, "depaul2018", 2018, GradeC, MarkSeen, "labour.fill_weeks", "managers.fill_weeks"),
		said("ramp_field", UnitMonths, 5, "bridge2017", 2017, GradeC, MarkSeen, "ramp.weeks"),
		said("ramp_sdr", UnitMonths, 3, "bridgesdr", 2017, GradeC, MarkSeen, "ramp.weeks"),
		said("ramp_competent", UnitMonths, 9, "rainsales", 0, GradeC, MarkSeen, "ramp.weeks"),
		said("ramp_top_performer", UnitMonths, 15, "rainsales", 0, GradeC, MarkSeen, "ramp.weeks"),
		said("ramp_first_quarter", UnitShare, .20, "orm", 0, GradeD, MarkSeen, "ramp.start"),
		said("ramp_sixth_quarter", UnitShare, .95, "orm", 0, GradeD, MarkSeen, "ramp.weeks"),
	}
}

// weekFindings are about where a rep's week goes.
func weekFindings() []Finding {
	return []Finding{
		said("selling_2011", UnitShare, .41, "cso2011time", 2011, GradeC, MarkSeen, "hours.selling", "selling_share"),
		said("selling_2006", UnitShare, .46, "cso2011time", 2006, GradeC, MarkSeen, "hours.selling", "selling_share"),
		said("administration", UnitShare, .16, "yankee2004", 2004, GradeC, MarkSeen),
		between("selling_salesforce", UnitShare, .28, .34, "salesforce", 0, GradeC, MarkRecalled, "selling_share", "hours.selling"),
		said("search_some_hours", UnitShare, .34, "nucleus", 0, GradeC, MarkSeen, "hours.search"),
		said("search_many_hours", UnitShare, .28, "nucleus", 0, GradeC, MarkSeen, "hours.search"),
		said("span_of_control", UnitFactor, 6, "cso2015span", 2015, GradeC, MarkSeen, "organisation.team_size"),
		said("coaching_time", UnitShare, .208, "cso2015span", 2015, GradeC, MarkSeen, "today.coaching_hours"),
	}
}
