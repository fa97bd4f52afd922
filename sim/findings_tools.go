package sim

// adoptionFindings are about how people take to tools, and firms to CRM.
func adoptionFindings() []Finding {
	return []Finding{
		sign("acceptance_robust", "kinghe2006", 2006, GradeA, MarkSeen),
		said("usefulness_intention", UnitR, .505, "kinghe2006", 2006, GradeA, MarkRecalled, "adoption.usefulness"),
		said("ease_intention", UnitR, .186, "kinghe2006", 2006, GradeA, MarkRecalled, "adoption.ease"),
		between("usefulness_use", UnitR, .63, .85, "davis1989", 1989, GradeB, MarkRecalled, "adoption.usefulness"),
		sign("ease_is_weak", "maliu2004", 2004, GradeA, MarkSeen, "adoption.ease"),
		between("acceptance_variance", UnitShare, .17, .53, "venkatesh2003", 2003, GradeB, MarkSeen, "adoption.usefulness"),
		sign("only_usefulness_is_strong", "taiwo2013", 2013, GradeA, MarkSeen, "adoption.usefulness"),
		sign("attitude_is_central", "dwivedi2019", 2019, GradeA, MarkSeen, "adoption.attitude_sd"),
		said("rejected_after_months", UnitMonths, 6, "speier2002", 2002, GradeB, MarkSeen,
			"adoption.promise", "adoption.belief_weeks", "adoption.rejection", "engagement.burden", "engagement.leaving", "stage_rejected", "benefit_use"),
		sign("support_is_a_condition", "ahearne2005", 2005, GradeB, MarkSeen, "use.training", "use.support"),
		sign("use_is_curved", "ahearne2004", 2004, GradeB, MarkSeen, "use.best_use"),
		said("use_variance", UnitShare, .164, "engle2000", 2000, GradeB, MarkSeen),
		between("tool_payback", UnitYears, 6.2, 7.4, "engle2000", 2000, GradeB, MarkSeen, "payback"),
		sign("leaders_and_self_efficacy", "mathieu2007", 2007, GradeB, MarkSeen, "use.savvy_slope", "use.manager_help"),
		sign("peers_and_bosses", "homburg2010", 2010, GradeB, MarkSeen,
			"adoption.team_weight", "adoption.manager_weight", "adoption.firm_weight", "adoption.sponsor_managers"),
		sign("sponsors_must_agree", "cascio2010", 2010, GradeB, MarkSeen, "adoption.sponsor_top", "adoption.misaligned"),
		sign("crm_needs_support", "becker2009", 2009, GradeB, MarkSeen, "complementarity.rho"),
		sign("mobile_needs_process", "rodriguez2020", 2020, GradeB, MarkSeen, "complementarity.rho"),
		sign("internal_support", "hunterperreault2006", 2006, GradeB, MarkSeen),
		sign("ability_gates_motivation", "guenzi2020", 2020, GradeB, MarkSeen, "people.gate", "complementarity.rho"),
		sign("age_and_internet_use", "gulati2004", 2004, GradeB, MarkSeen),
		said("crm_adoption_firms", UnitShare, .40, "dickie2006", 2006, GradeC, MarkSeen, "adoption.compliance"),
		between("crm_adoption_vendors", UnitShare, .24, .51, "dickie2006", 2006, GradeC, MarkSeen, "adoption.compliance"),
		said("crm_adoption_average", UnitShare, .26, "mapileads", 0, GradeD, MarkSeen, "stage_routine", "benefit_use", "adoption.compliance"),
		said("crm_failure_2001", UnitShare, .50, "krigsman2009", 2001, GradeC, MarkSeen),
		between("crm_failure_2002", UnitShare, .693, .70, "krigsman2009", 2002, GradeC, MarkSeen),
		said("crm_failure_2005", UnitShare, .18, "krigsman2009", 2005, GradeC, MarkSeen),
		said("crm_failure_2006", UnitShare, .31, "krigsman2009", 2006, GradeC, MarkSeen),
		between("crm_failure_2007", UnitShare, .29, .56, "krigsman2009", 2007, GradeC, MarkSeen),
		said("crm_failure_2009", UnitShare, .47, "krigsman2009", 2009, GradeC, MarkSeen),
		between("sfa_failure", UnitShare, .55, .80, "bush2005", 2005, GradeC, MarkSeen),
		between("crm_programmes_fail", UnitShare, .35, .75, "rigby2002", 2002, GradeC, MarkSeen),
		said("web_tools_satisfied", UnitShare, .21, "mckinsey2008", 2008, GradeC, MarkSeen),
		said("web_tools_dissatisfied", UnitShare, .22, "mckinsey2008", 2008, GradeC, MarkSeen),
		said("bass_p", UnitPerYear, .03, "bassfirm", 1995, GradeA, MarkSeen, "adoption.innovation"),
		between("bass_q", UnitPerYear, .3, .5, "bassfirm", 1995, GradeA, MarkSeen, "adoption.imitation"),
		said("bass_half", UnitYears, 6.6, "bassfirm", 1995, GradeA, MarkComputed, "adoption.innovation", "adoption.imitation"),
		sign("tools_of_selling", "judgement", 0, GradeJ, MarkNotFound),
	}
}

// processFindings are about process maturity and coaching.
func processFindings() []Finding {
	return []Finding{
		sign("process_levels", "smoak", 0, GradeC, MarkSeen),
		said("dynamic_process_quota", UnitShare, .25, "smoak", 0, GradeC, MarkSeen, "maturity.creation", "maturity.win", "maturity.no_decision"),
		said("dynamic_process_growth", UnitShare, .18, "smoak", 0, GradeC, MarkSeen, "maturity.creation", "maturity.win", "maturity.no_decision"),
		between("quota_by_level", UnitShare, .46, .63, "csotrailer", 0, GradeC, MarkRecalled),
		said("formal_process_opinion", UnitShare, .15, "jordan2015", 2015, GradeC, MarkSeen),
		said("win_formal_coaching", UnitShare, .536, "cso2015coaching", 2015, GradeC, MarkSeen, "maturity.win", "skill.coaching_gain"),
		said("win_informal_coaching", UnitShare, .457, "cso2015coaching", 2015, GradeC, MarkSeen, "maturity.win", "skill.coaching_gain"),
		said("win_discretionary_coaching", UnitShare, .447, "cso2015coaching", 2015, GradeC, MarkSeen, "maturity.win", "skill.coaching_gain"),
		said("coaching_random_2016", UnitShare, .475, "cso2017coaching", 2016, GradeC, MarkSeen,
			"today.opportunity_management", "today.lead_management", "today.coaching_management", "today.hiring_process", "today.data_discipline"),
		said("coaching_random_2017", UnitShare, .347, "cso2017coaching", 2017, GradeC, MarkSeen,
			"today.opportunity_management", "today.lead_management", "today.coaching_management", "today.hiring_process", "today.data_discipline"),
		said("coaching_formal_2017", UnitShare, .303, "cso2017coaching", 2017, GradeC, MarkSeen,
			"today.opportunity_management", "today.lead_management", "today.coaching_management", "today.hiring_process", "today.data_discipline"),
		said("coached_little", UnitShare, .90, "sec", 0, GradeC, MarkSeen),
		said("coached_much", UnitShare, 1.07, "sec", 0, GradeC, MarkSeen),
		said("coaching_the_middle", UnitShare, .19, "dixon2011", 2011, GradeC, MarkSeen),
		said("coaching_growth", UnitShare, .167, "sma", 0, GradeC, MarkSeen),
		sign("system_of_practices", "aral2012", 2012, GradeB, MarkSeen, "complementarity.rho"),
	}
}

// costFindings are about prices, costs and what tools are said to return.
func costFindings() []Finding {
	return []Finding{
		said("crm_seat_group", UnitMoney, 25, "starrdata", 2010, GradeC, MarkSeen),
		said("crm_seat_professional", UnitMoney, 65, "starrdata", 2010, GradeC, MarkSeen),
		said("crm_seat_enterprise", UnitMoney, 125, "salesforce", 2010, GradeC, MarkRecalled),
		said("crm_return_2011", UnitMoney, 5.60, "nucleusroi", 2011, GradeC, MarkSeen),
		said("crm_return_later", UnitMoney, 3.10, "nucleusroi", 0, GradeC, MarkSeen),
		said("replace_a_rep", UnitMoney, 114957, "depaul2018", 2018, GradeC, MarkSeen),
		said("acquire_a_rep", UnitMoney, 29000, "depaul2018", 2018, GradeC, MarkSeen, "money.hire_cost"),
		said("train_a_rep", UnitMoney, 36000, "depaul2018", 2018, GradeC, MarkSeen, "money.onboarding_cost"),
		said("train_an_agent", UnitMoney, 30000, "metlife", 1985, GradeC, MarkSeen),
		between("turnover_cost_of_pay", UnitFactor, 1, 5, "rainsales", 0, GradeD, MarkSeen),
		said("training_mean_2019", UnitMoney, 2326, "atd2019", 2019, GradeC, MarkSeen, "today.training_hours", "money.training_hour"),
		said("training_median_2019", UnitMoney, 1000, "atd2019", 2019, GradeC, MarkSeen, "today.training_hours", "money.training_hour"),
	}
}

// offerFindings are about the product and what there is to sell it with.
func offerFindings() []Finding {
	return []Finding{
		sign("product_advantage", "henard2001", 2001, GradeA, MarkSeen, "offer.fit"),
		said("product_advantage_r", UnitR, .48, "henard2001", 2001, GradeA, MarkRecalled, "offer.fit"),
		said("loyalty_salespeople", UnitShare, .39, "chally", 0, GradeC, MarkSeen),
		said("loyalty_sales_experience", UnitShare, .53, "challenger2011", 2011, GradeC, MarkSeen),
		between("content_unused", UnitShare, .60, .70, "sirius", 0, GradeC, MarkSeen, "today.content"),
		said("content_used", UnitShare, .20, "savo2009", 2009, GradeD, MarkSeen),
		between("mobile_quota", UnitShare, .22, .65, "aberdeen2010", 2010, GradeC, MarkSeen),
	}
}
