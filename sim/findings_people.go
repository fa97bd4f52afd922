package sim

// traitFindings are about traits, ability and sales performance.
func traitFindings() []Finding {
	return []Finding{
		said("achievement_sales", UnitR, .41, "vinchur1998", 1998, GradeA, MarkSeen, "people.drive"),
		said("achievement_ratings", UnitR, .25, "vinchur1998", 1998, GradeA, MarkSeen, "rating.drive", "rating.attainment"),
		said("potency_sales", UnitR, .26, "vinchur1998", 1998, GradeA, MarkSeen, "people.courage"),
		said("potency_ratings", UnitR, .28, "vinchur1998", 1998, GradeA, MarkSeen, "rating.courage"),
		said("intelligence_sales", UnitR, .04, "vinchur1998", 1998, GradeA, MarkSeen),
		said("intelligence_ratings", UnitR, .40, "vinchur1998", 1998, GradeA, MarkSeen, "rating.intelligence"),
		said("age_sales", UnitR, -.06, "vinchur1998", 1998, GradeA, MarkSeen),
		said("age_ratings", UnitR, .26, "vinchur1998", 1998, GradeA, MarkSeen),
		between("inventories_ratings", UnitR, .45, .52, "vinchur1998", 1998, GradeA, MarkSeen),
		said("conscientiousness_sales", UnitR, .31, "vinchur1998", 1998, GradeA, MarkRecalled),
		said("extraversion_sales", UnitR, .22, "vinchur1998", 1998, GradeA, MarkRecalled),
		said("knowledge_sales", UnitR, .28, "verbeke2011", 2011, GradeA, MarkSeen, "skill.effect"),
		said("adaptiveness_sales", UnitR, .27, "verbeke2011", 2011, GradeA, MarkSeen),
		said("role_ambiguity_sales", UnitR, -.25, "verbeke2011", 2011, GradeA, MarkSeen),
		said("cognitive_aptitude_sales", UnitR, .23, "verbeke2011", 2011, GradeA, MarkSeen),
		said("engagement_sales", UnitR, .23, "verbeke2011", 2011, GradeA, MarkSeen, "engagement.effort", "engagement.drive"),
		sign("determinants_order", "churchill1985", 1985, GradeA, MarkSeen),
		said("skill_class", UnitR, .27, "churchill1985", 1985, GradeA, MarkRecalled),
		said("personal_class", UnitR, .16, "churchill1985", 1985, GradeA, MarkRecalled),
		said("one_class_variance", UnitShare, .10, "franke2006", 2006, GradeA, MarkSeen),
		sign("adaptive_selling", "franke2006", 2006, GradeA, MarkSeen),
		said("customer_orientation", UnitR, .02, "jaramillo2009", 2009, GradeA, MarkSeen),
		sign("extraversion_sales_jobs", "barrick1991", 1991, GradeA, MarkSeen),
		said("conscientiousness_sales_jobs", UnitR, .23, "barrick1991", 1991, GradeA, MarkRecalled),
		sign("extraversion_curved", "grant2013", 2013, GradeB, MarkSeen),
		said("optimistic_half", UnitShare, .37, "seligman1986", 1986, GradeB, MarkSeen, "people.optimism"),
		said("optimists_stay", UnitFactor, 2, "seligman1986", 1986, GradeB, MarkSeen),
		between("optimism_as_correlation", UnitR, .16, .39, "seligman1986", 1986, GradeB, MarkComputed, "people.optimism"),
		said("optimists_extreme", UnitShare, .88, "metlife", 1995, GradeD, MarkSeen, "people.optimism"),
		said("optimists_who_failed_the_test", UnitShare, .57, "seligmantrade", 2008, GradeC, MarkSeen, "people.optimism"),
		sign("optimism_and_experience", "tsuzuki2012", 2012, GradeB, MarkSeen, "people.optimism"),
		sign("competitiveness_needs_climate", "brown1998", 1998, GradeB, MarkSeen, "people.competitiveness", "people.competitive_climate"),
		sign("competitiveness_again", "schrock2014", 2014, GradeB, MarkSeen, "people.competitive_climate"),
		sign("courage_integrity", "judgement", 0, GradeJ, MarkNotFound),
		said("interviews_validity", UnitR, .42, "sackett2022", 2022, GradeA, MarkSeen, "labour.best_validity"),
		said("biodata_validity", UnitR, .38, "sackett2022", 2022, GradeA, MarkSeen, "labour.best_validity"),
		said("work_sample_validity", UnitR, .33, "sackett2022", 2022, GradeA, MarkSeen, "labour.best_validity"),
		said("ability_validity", UnitR, .31, "sackett2022", 2022, GradeA, MarkSeen),
		said("experience_validity", UnitR, .07, "sackett2022", 2022, GradeA, MarkSeen),
		said("composite_selection", UnitR, .59, "farrell1999", 1999, GradeAMinus, MarkSeen, "labour.best_validity"),
	}
}

// unqualifiedFindings are the claims of how many reps are not fit for their job.
func unqualifiedFindings() []Finding {
	return []Finding{
		between("unqualified_founding", UnitShare, .25, .33, "stein2008", 2008, GradeD, MarkSeen,
			"people.unqualified_share", "people.trait_floor_hardness", "people.gate", "qualified"),
		said("unqualified_kurlan", UnitShare, .25, "kurlan2014", 2014, GradeC, MarkSeen, "people.unqualified_share"),
		said("unqualified_omg", UnitShare, .50, "omg2018", 2018, GradeC, MarkSeen, "people.unqualified_share"),
		said("unqualified_caliper", UnitShare, .55, "caliper2004", 2004, GradeC, MarkSeen, "people.unqualified_share"),
		said("coaching_fails_at_tails", UnitShare, .10, "dixon2011", 2011, GradeC, MarkSeen, "people.trait_floor_hardness"),
		sign("not_trainable_means_no_incentive", "kurlan2006", 2006, GradeD, MarkSeen, "people.trait_floor_hardness"),
		said("new_hires_fail", UnitShare, .48, "milestones2018", 2018, GradeD, MarkSeen, "people.unqualified_share"),
	}
}

// ageFindings are about generation and technology.
func ageFindings() []Finding {
	return []Finding{
		said("age_ease", UnitR, -.25, "hauk2018", 2018, GradeA, MarkSeen, "people.savvy_age", "use.ease_savvy"),
		said("age_usefulness", UnitR, -.09, "hauk2018", 2018, GradeA, MarkSeen, "people.savvy_age"),
		said("age_intention", UnitR, -.07, "hauk2018", 2018, GradeA, MarkSeen, "people.savvy_age", "adoption.attitude_sd"),
		sign("age_and_norm", "morris2000", 2000, GradeB, MarkSeen),
		sign("young_adopters", "delvecchio", 0, GradeB, MarkSeen),
		said("over_55", UnitShare, .12, "depaulages", 0, GradeC, MarkSeen),
		said("under_36", UnitShare, .41, "depaulages", 0, GradeC, MarkComputed),
	}
}

// skillFindings are about training, its decay and learning.
func skillFindings() []Finding {
	return []Finding{
		between("training_all_jobs", UnitSD, .60, .63, "arthur2003", 2003, GradeA, MarkSeen, "people.trait_floor_hardness", "skill.training_gain"),
		said("training_sales", UnitR, .16, "farrell1999", 1999, GradeAMinus, MarkSeen, "skill.training_gain", "skill.effect"),
		said("training_sales_d", UnitSD, .32, "farrell1999", 1999, GradeAMinus, MarkComputed, "skill.training_gain", "skill.effect"),
		said("decay_after_a_year", UnitSD, -1.4, "arthur1998", 1998, GradeA, MarkSeen, "skill.half_life"),
		between("half_life", UnitMonths, 6.5, 13, "tatel2025", 2025, GradeA, MarkSeen, "skill.half_life", "use.fade_weeks"),
		said("skills_lost_without_coaching", UnitShare, .87, "rackham1979", 1979, GradeC, MarkSeen, "skill.reinforcement"),
		said("training_without_effect", UnitShare, .90, "rainsales", 0, GradeD, MarkSeen, "skill.half_life"),
		sign("go_live_dip", "mcafee2002", 2002, GradeB, MarkSeen, "dip.depth", "dip.weeks", "dip.hours", "use.learn_weeks", "maturity.lag_weeks", "dip"),
		sign("capability_trap", "repenning2002", 2002, GradeB, MarkSeen, "maturity.raise_hours", "maturity.lag_weeks", "maturity.erosion"),
		sign("productivity_j_curve", "brynjolfsson2021", 2021, GradeB, MarkRecalled),
		sign("learning_curve_of_firms", "leslie2006", 2006, GradeC, MarkSeen),
		sign("learning_curve_of_people", "ployhart1998", 1998, GradeB, MarkSeen, "use.learn_weeks"),
	}
}
