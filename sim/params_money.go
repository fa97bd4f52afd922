package sim

// moneyRows are quotas, prices and costs.
func moneyRows() []Param {
	return []Param{
		given("quota.power", UnitFactor, 0, 1, .01, .85, "design", GradeJ),
		given("quota.plan", UnitShare, .5, 1.5, .01, .94, "cso2018", GradeC),
		assume("money.gross_margin", UnitShare, .05, .95, .01, .6, .5, .7, "judgement", GradeJ),
		given("money.discount_rate", UnitPerYear, 0, .5, .01, .10, "judgement", GradeJ),
		given("money.base_pay", UnitMoney, 10000, 500000, 1000, 65000, "judgement", GradeJ),
		given("money.commission", UnitShare, 0, .5, .005, .08, "judgement", GradeJ),
		given("money.manager_pay", UnitMoney, 10000, 500000, 1000, 130000, "judgement", GradeJ),
		given("money.hire_cost", UnitMoney, 0, 200000, 1000, 29000, "depaul2018", GradeC),
		given("money.onboarding_cost", UnitMoney, 0, 200000, 1000, 36000, "depaul2018", GradeC),
		given("money.severance", UnitShare, 0, 1, .05, .2, "judgement", GradeJ),
		given("money.training_hour", UnitMoney, 0, 1000, 5, 60, "atd2019", GradeC),
		given("money.coaching_hour", UnitMoney, 0, 500, 5, 65, "judgement", GradeJ),
		given("money.candidate_cost", UnitMoney, 0, 20000, 100, 1500, "judgement", GradeJ),
		given("money.assessment", UnitMoney, 0, 5000, 10, 150, "judgement", GradeJ),
		given("money.fast_fill", UnitShare, 0, 3, .05, .5, "judgement", GradeJ),
		given("money.process_level", UnitMoney, 0, 20000, 50, 600, "judgement", GradeJ),
		given("money.process_upkeep", UnitShare, 0, 1, .05, .25, "judgement", GradeJ),
		given("money.product_point", UnitMoney, 0, 50000, 100, 3000, "judgement", GradeJ),
		given("money.infrastructure_point", UnitMoney, 0, 50000, 100, 800, "judgement", GradeJ),
		given("money.support_seat", UnitMoney, 0, 5000, 10, 150, "judgement", GradeJ),
		given("money.sponsor_seat", UnitMoney, 0, 5000, 10, 100, "judgement", GradeJ),
		given("money.design_seat", UnitMoney, 0, 5000, 10, 150, "judgement", GradeJ),
	}
}
