package sim

// Weekly is the index of an outcome that every week of every future yields.
type Weekly int

// The weekly outcomes. Money is of the whole organisation in that week unless
// the name says otherwise; shares of people are of occupied seats.
const (
	WeekEffectiveness    Weekly = iota // baseline = 100, 13-week window, after cost
	WeekRevenue                        // closed in the week
	WeekGrossMargin                    // revenue x margin rate
	WeekCost                           // all cost of selling and of the programme
	WeekCash                           // cumulative margin less cost, against the baseline
	WeekExpectedBookings               // expected value of deals won in the week, luck apart
	WeekAtQuota                        // of people in the same seat for 52 weeks, those at quota over them
	WeekAttainment                     // trailing 52 weeks' revenue over quota of all budgeted seats
	WeekUnaware                        // adoption stages: mean over tools of the share of reps
	WeekAware
	WeekTrial
	WeekRoutine
	WeekRejected
	WeekLoggedUse  // mean over reps and tools that are live
	WeekBenefitUse // mean over reps and tools that are live
	WeekUseSavvy1  // benefit use of the least savvy quarter
	WeekUseSavvy2
	WeekUseSavvy3
	WeekUseSavvy4
	WeekProficiency
	WeekPipeline // open opportunities, occupied and vacant seats
	WeekCreated  // opportunities created
	WeekDecided  // won, lost or no decision from the forecast stage
	WeekWon
	WeekLost
	WeekNoDecision
	WeekWinRate       // won / decided, 13-week window
	WeekCycle         // mean weeks from creation to decision now in force
	WeekHeadcount     // occupied seats
	WeekVoluntary     // exits in the week
	WeekLetGo         // involuntary exits in the week
	WeekHires         // hires in the week
	WeekQualified     // share of reps
	WeekTenure        // mean weeks
	WeekSkill         // mean 0-1
	WeekSavvy         // mean sd
	WeekEngagement    // mean 0-1
	WeekRating        // mean sd
	WeekMaturity      // mean level over the five dimensions
	WeekForecastError // of the last quarter, absolute share
	WeekSellingHours
	WeekAdminHours
	WeekSearchHours
	WeekMeetingHours
	WeekTrainingHours
	WeekCoachingHours
	WeekUpkeepHours
	WeekPayCost       // base pay of the ramped part of reps, commission, managers' pay
	WeekHiringCost    // hires and dismissals
	WeekRampCost      // onboarding, and base pay of the part of reps that is not ramped
	WeekTrainingCost  // skill and tool training beyond today's
	WeekCoachingCost  // coaching beyond today's; negative where there is less
	WeekToolCost      // licences, implementation, support
	WeekProgrammeCost // process, product, infrastructure, sponsors, design, incentives
	NumWeekly
)

// OutcomeInfo describes an outcome: the ID is its key in files and texts.
type OutcomeInfo struct {
	ID   string
	Unit Unit
}

// WeeklyInfo returns ID and unit of the weekly outcomes, by index.
func WeeklyInfo() []OutcomeInfo {
	return []OutcomeInfo{
		WeekEffectiveness:    {"effectiveness", UnitPercentage},
		WeekRevenue:          {"revenue", UnitMoney},
		WeekGrossMargin:      {"gross_margin", UnitMoney},
		WeekCost:             {"cost", UnitMoney},
		WeekCash:             {"cash", UnitMoney},
		WeekExpectedBookings: {"expected_bookings", UnitMoney},
		WeekAtQuota:          {"reps_at_quota", UnitShare},
		WeekAttainment:       {"plan_attainment", UnitShare},
		WeekUnaware:          {"stage_unaware", UnitShare},
		WeekAware:            {"stage_aware", UnitShare},
		WeekTrial:            {"stage_trial", UnitShare},
		WeekRoutine:          {"stage_routine", UnitShare},
		WeekRejected:         {"stage_rejected", UnitShare},
		WeekLoggedUse:        {"logged_use", UnitShare},
		WeekBenefitUse:       {"benefit_use", UnitShare},
		WeekUseSavvy1:        {"benefit_use_savvy_1", UnitShare},
		WeekUseSavvy2:        {"benefit_use_savvy_2", UnitShare},
		WeekUseSavvy3:        {"benefit_use_savvy_3", UnitShare},
		WeekUseSavvy4:        {"benefit_use_savvy_4", UnitShare},
		WeekProficiency:      {"proficiency", UnitShare},
		WeekPipeline:         {"pipeline", UnitCount},
		WeekCreated:          {"created", UnitCount},
		WeekDecided:          {"decided", UnitCount},
		WeekWon:              {"won", UnitCount},
		WeekLost:             {"lost", UnitCount},
		WeekNoDecision:       {"no_decision", UnitCount},
		WeekWinRate:          {"win_rate", UnitShare},
		WeekCycle:            {"cycle", UnitWeeks},
		WeekHeadcount:        {"headcount", UnitCount},
		WeekVoluntary:        {"exits_voluntary", UnitCount},
		WeekLetGo:            {"exits_involuntary", UnitCount},
		WeekHires:            {"hires", UnitCount},
		WeekQualified:        {"qualified", UnitShare},
		WeekTenure:           {"tenure", UnitWeeks},
		WeekSkill:            {"skill", UnitPoints},
		WeekSavvy:            {"savvy", UnitSD},
		WeekEngagement:       {"engagement", UnitPoints},
		WeekRating:           {"rating", UnitSD},
		WeekMaturity:         {"maturity", UnitLevel},
		WeekForecastError:    {"forecast_error", UnitShare},
		WeekSellingHours:     {"hours_selling", UnitHoursWeek},
		WeekAdminHours:       {"hours_admin", UnitHoursWeek},
		WeekSearchHours:      {"hours_search", UnitHoursWeek},
		WeekMeetingHours:     {"hours_meetings", UnitHoursWeek},
		WeekTrainingHours:    {"hours_training", UnitHoursWeek},
		WeekCoachingHours:    {"hours_coaching", UnitHoursWeek},
		WeekUpkeepHours:      {"hours_upkeep", UnitHoursWeek},
		WeekPayCost:          {"cost_pay", UnitMoney},
		WeekHiringCost:       {"cost_hiring", UnitMoney},
		WeekRampCost:         {"cost_ramp", UnitMoney},
		WeekTrainingCost:     {"cost_training", UnitMoney},
		WeekCoachingCost:     {"cost_coaching", UnitMoney},
		WeekToolCost:         {"cost_tools", UnitMoney},
		WeekProgrammeCost:    {"cost_programmes", UnitMoney},
	}
}

// Total is the index of an outcome that every future yields once.
type Total int

// The totals of a future. "Last year" is the last 52 weeks of the horizon.
const (
	TotalEffectiveness Total = iota // last year, after cost, baseline = 100
	TotalBeforeCost                 // last year, before cost, baseline = 100
	TotalNPV                        // against the baseline, whole horizon, discounted
	TotalReturn                     // NPV over discounted cost added
	TotalPayback                    // week from which the added cash stays at or above 0; NaN where not within the horizon
	TotalTrough                     // lowest cumulative added cash
	TotalDip                        // lowest 4-week mean of expected bookings against the baseline, share
	TotalRevenue                    // last year
	TotalGrossMargin                // last year
	TotalCost                       // last year
	TotalAtQuota                    // at the end
	TotalAttainment                 // last year
	TotalWinRate                    // last year
	TotalLossRate                   // last year
	TotalNoDecision                 // last year
	TotalWon                        // deals won for each occupied seat-year, last year
	TotalTurnover                   // exits for each mean occupied seat, a year, whole horizon
	TotalVoluntary                  // voluntary exits for each mean occupied seat, a year, whole horizon
	TotalQualified                  // at the end
	TotalSkill                      // at the end
	TotalBenefitUse                 // at the end
	TotalLoggedUse                  // at the end
	TotalSellingShare               // selling hours over all hours, last year
	TotalMaturity                   // at the end
	TotalForecastError              // mean of the last year's quarters
	NumTotals
)

// TotalInfo returns ID and unit of the totals, by index.
func TotalInfo() []OutcomeInfo {
	return []OutcomeInfo{
		TotalEffectiveness: {"effectiveness", UnitPercentage},
		TotalBeforeCost:    {"effectiveness_before_cost", UnitPercentage},
		TotalNPV:           {"npv", UnitMoney},
		TotalReturn:        {"return", UnitFactor},
		TotalPayback:       {"payback", UnitWeeks},
		TotalTrough:        {"cash_trough", UnitMoney},
		TotalDip:           {"dip", UnitShare},
		TotalRevenue:       {"revenue", UnitMoney},
		TotalGrossMargin:   {"gross_margin", UnitMoney},
		TotalCost:          {"cost", UnitMoney},
		TotalAtQuota:       {"reps_at_quota", UnitShare},
		TotalAttainment:    {"plan_attainment", UnitShare},
		TotalWinRate:       {"win_rate", UnitShare},
		TotalLossRate:      {"loss_rate", UnitShare},
		TotalNoDecision:    {"no_decision_rate", UnitShare},
		TotalWon:           {"won_per_rep", UnitPerYear},
		TotalTurnover:      {"turnover", UnitPerYear},
		TotalVoluntary:     {"turnover_voluntary", UnitPerYear},
		TotalQualified:     {"qualified", UnitShare},
		TotalSkill:         {"skill", UnitPoints},
		TotalBenefitUse:    {"benefit_use", UnitShare},
		TotalLoggedUse:     {"logged_use", UnitShare},
		TotalSellingShare:  {"selling_share", UnitShare},
		TotalMaturity:      {"maturity", UnitLevel},
		TotalForecastError: {"forecast_error", UnitShare},
	}
}
