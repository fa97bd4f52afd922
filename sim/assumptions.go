package sim

// Assumptions is what the user believes about the world. Every field is a row
// of the parameter table (Params), which gives unit, range, default, source and
// grade; the comments here give only what a reader of the equations needs.
type Assumptions struct {
	Market          Market          `toml:"market"`
	Pipeline        Pipeline        `toml:"pipeline"`
	Territory       Territory       `toml:"territory"`
	People          People          `toml:"people"`
	Skill           Skill           `toml:"skill"`
	Ramp            Ramp            `toml:"ramp"`
	Hours           Hours           `toml:"hours"`
	Engagement      Engagement      `toml:"engagement"`
	Leaving         Leaving         `toml:"leaving"`
	Labour          Labour          `toml:"labour"`
	Managers        Managers        `toml:"managers"`
	Rating          Rating          `toml:"rating"`
	Maturity        Maturity        `toml:"maturity"`
	Offer           Offer           `toml:"offer"`
	Adoption        Adoption        `toml:"adoption"`
	Use             Use             `toml:"use"`
	Complementarity Complementarity `toml:"complementarity"`
	Data            DataFeedback    `toml:"data"`
	Dip             Dip             `toml:"dip"`
	Quota           Quota           `toml:"quota"`
	Money           Money           `toml:"money"`
}

// Market is what a seat's market yields.
type Market struct {
	Opportunities   float64 `toml:"opportunities"`     // created a seat-week, average rep and territory
	HoursElasticity float64 `toml:"hours_elasticity"`  // e in (h/h0)^e
	DealValue       float64 `toml:"deal_value"`        // mean of a won deal, currency
	DealCV          float64 `toml:"deal_cv"`           // coefficient of variation of a deal
	WinShare        float64 `toml:"win_share"`         // of decided opportunities
	NoDecisionShare float64 `toml:"no_decision_share"` // of decided opportunities
}

// Pipeline is the way of an opportunity from creation to its decision.
type Pipeline struct {
	Stages        float64 `toml:"stages"`         // number, the last is the forecast stage
	CycleWeeks    float64 `toml:"cycle_weeks"`    // mean, creation to decision
	ReachForecast float64 `toml:"reach_forecast"` // share of created that enters the last stage
	PassOn        float64 `toml:"pass_on"`        // share of a leaver's open opportunities kept by the seat
	VacantDecay   float64 `toml:"vacant_decay"`   // loss of frozen opportunities, a week
}

// Territory is what belongs to the seat and stays when its holder leaves.
type Territory struct {
	PotentialPower float64 `toml:"potential_power"`
	AccountsPower  float64 `toml:"accounts_power"`
	PresencePower  float64 `toml:"presence_power"`
	WorkloadPower  float64 `toml:"workload_power"`
	PotentialSD    float64 `toml:"potential_sd"` // of the logarithm
	AccountsSD     float64 `toml:"accounts_sd"`
	PresenceSD     float64 `toml:"presence_sd"`
	WorkloadSD     float64 `toml:"workload_sd"`
	Correlation    float64 `toml:"correlation"`     // between any two of the four
	FitCorrelation float64 `toml:"fit_correlation"` // of a seat's territory and its holder's fit
	AccountGrowth  float64 `toml:"account_growth"`  // most that accounts grow with the holder's tenure, share
	GrowthYears    float64 `toml:"growth_years"`    // time constant of that growth
	GrowthPassOn   float64 `toml:"growth_pass_on"`  // share of the growth a successor gets
	Carryover      float64 `toml:"carryover"`       // share of opportunities that accounts bring whoever holds the seat
}

// People holds the direct effects of traits on log expected sales and the
// trait floor.
type People struct {
	UnqualifiedShare   float64 `toml:"unqualified_share"`    // of stationary incumbents
	TraitFloorHardness float64 `toml:"trait_floor_hardness"` // 1 hard floor, 0 soft
	Drive              float64 `toml:"drive"`
	Courage            float64 `toml:"courage"`
	Optimism           float64 `toml:"optimism"`
	Competitiveness    float64 `toml:"competitiveness"`     // in a fully competitive climate
	CompetitiveClimate float64 `toml:"competitive_climate"` // 0-1
	Gate               float64 `toml:"gate"`                // qualified against unqualified
	SavvyAge           float64 `toml:"savvy_age"`           // correlation of savvy with age
}

// Skill is what training and coaching can move.
type Skill struct {
	Untrained     float64 `toml:"untrained"`     // level without any training
	Today         float64 `toml:"today"`         // level at which the qualified stand still today
	Effect        float64 `toml:"effect"`        // on log expected sales, from 0 to 1
	HalfLife      float64 `toml:"half_life"`     // weeks, without reinforcement
	TrainingGain  float64 `toml:"training_gain"` // share of the way to the ceiling, an hour
	CoachingGain  float64 `toml:"coaching_gain"` // share of the way to the ceiling, an hour by an average coach
	Reinforcement float64 `toml:"reinforcement"` // coaching hours a week that stop all forgetting
	Spread        float64 `toml:"spread"`        // sd of the skill a hire brings
}

// Ramp is the time a new rep takes.
type Ramp struct {
	Weeks  float64 `toml:"weeks"`  // median until a new rep works at full rate
	Spread float64 `toml:"spread"` // sd of its logarithm
	Start  float64 `toml:"start"`  // share of the full rate on the first day
}

// Hours is today's use of a rep's week.
type Hours struct {
	Week     float64 `toml:"week"`     // hours a week
	Selling  float64 `toml:"selling"`  // share
	Search   float64 `toml:"search"`   // share
	Meetings float64 `toml:"meetings"` // share; administration is the rest
}

// Engagement answers to burden, climate and drive, and moves effort and leaving.
type Engagement struct {
	Base    float64 `toml:"base"`    // 0-1
	Drive   float64 `toml:"drive"`   // for one standard deviation
	Burden  float64 `toml:"burden"`  // lost for each hour a week of net tool burden
	Climate float64 `toml:"climate"` // for one unit of coaching above the average
	Weeks   float64 `toml:"weeks"`   // time constant
	Effort  float64 `toml:"effort"`  // on log expected sales, from 0 to 1
	Leaving float64 `toml:"leaving"` // relative rise of voluntary leaving for one unit lost
}

// Leaving is turnover as a rate.
type Leaving struct {
	Voluntary      float64 `toml:"voluntary"`       // a year
	Attainment     float64 `toml:"attainment"`      // on its logarithm, for one sd of attainment
	FirstYear      float64 `toml:"first_year"`      // factor
	SecondYear     float64 `toml:"second_year"`     // factor
	Later          float64 `toml:"later"`           // factor
	Involuntary    float64 `toml:"involuntary"`     // a year, tenured reps
	RatingEffect   float64 `toml:"rating_effect"`   // on its logarithm, for one sd of rating
	InvoluntaryMin float64 `toml:"involuntary_min"` // weeks of tenure before anyone is let go
}

// Labour is the market people are hired from.
type Labour struct {
	FillWeeks     float64 `toml:"fill_weeks"`     // mean time to fill
	BestValidity  float64 `toml:"best_validity"`  // of selection at hiring maturity 5
	SelectionLoad float64 `toml:"selection_load"` // weight of fit against savvy in a score
}

// Managers coach, rate, use the tools and leave; they do not sell.
type Managers struct {
	CoachingSD float64 `toml:"coaching_sd"` // sd of coaching skill around 1
	FitEffect  float64 `toml:"fit_effect"`  // on coaching skill, for one sd of fit for the manager's role
	Turnover   float64 `toml:"turnover"`    // a year
	FillWeeks  float64 `toml:"fill_weeks"`
	Validity   float64 `toml:"validity"`   // of selection of managers
	Candidates float64 `toml:"candidates"` // a hire
}

// Rating is the manager's appraisal, standardised.
type Rating struct {
	Attainment   float64 `toml:"attainment"`
	Intelligence float64 `toml:"intelligence"`
	Drive        float64 `toml:"drive"`
	Courage      float64 `toml:"courage"`
	Noise        float64 `toml:"noise"` // persistent
	Halo         float64 `toml:"halo"`  // share of the noise's variance that is this manager's
}

// Maturity is what one level of a process dimension does.
type Maturity struct {
	Win         float64 `toml:"win"`         // log weight of losses, opportunity management
	NoDecision  float64 `toml:"no_decision"` // log weight of no decisions, opportunity management
	Creation    float64 `toml:"creation"`    // log creation, lead management
	Skill       float64 `toml:"skill"`       // log gain of training and coaching, coaching management
	Strictness  float64 `toml:"strictness"`  // log involuntary leaving, coaching management
	RaiseHours  float64 `toml:"raise_hours"` // hours a rep-week for one level a year in one dimension
	LagWeeks    float64 `toml:"lag_weeks"`   // time constant with which work follows the level built
	ErosionYear float64 `toml:"erosion"`     // share of a raised level lost a year without upkeep
	// Forecast error of a quarter: sd at level 1, and how its logarithm falls by a level of data discipline.
	ForecastError float64 `toml:"forecast_error"`
	ForecastGain  float64 `toml:"forecast_gain"`
}

// Offer is what the product does.
type Offer struct {
	Fit        float64 `toml:"fit"`        // log weight of losses, from 0 to 1
	Clarity    float64 `toml:"clarity"`    // log weight of no decisions, from 0 to 1
	Complexity float64 `toml:"complexity"` // log cycle length, from 0 to 1
	// Profile is the share of a role's profile that moves to intelligence and
	// problem solving, from complexity 0 to 1.
	Profile float64 `toml:"profile"`
}

// Adoption is how reps come to try, keep or drop a tool.
type Adoption struct {
	Innovation      float64 `toml:"innovation"`  // p, a year, within a rollout
	Imitation       float64 `toml:"imitation"`   // q, a year, within a rollout
	HandsOn         float64 `toml:"hands_on"`    // weeks of p that an hour of training is worth
	TeamWeight      float64 `toml:"team_weight"` // weights of the relevant others
	ManagerWeight   float64 `toml:"manager_weight"`
	FirmWeight      float64 `toml:"firm_weight"`
	Usefulness      float64 `toml:"usefulness"`       // on log hazard, for one hour a week of perceived net usefulness
	Ease            float64 `toml:"ease"`             // on log hazard, for one sd
	SponsorTop      float64 `toml:"sponsor_top"`      // on log hazard, from 0 to 1
	SponsorManagers float64 `toml:"sponsor_managers"` // on log hazard, from 0 to 1
	Misaligned      float64 `toml:"misaligned"`       // lost where managers sponsor and the top does not
	AttitudeSD      float64 `toml:"attitude_sd"`      // sd over people of the log hazard, besides usefulness and ease
	TrialWeeks      float64 `toml:"trial_weeks"`
	BeliefWeeks     float64 `toml:"belief_weeks"`  // time constant from promise to experience
	Rejection       float64 `toml:"rejection"`     // a year, for one hour a week of net burden
	SecondChance    float64 `toml:"second_chance"` // a year
	Compliance      float64 `toml:"compliance"`    // with a full mandate
	ComplianceSD    float64 `toml:"compliance_sd"`
	Promise         float64 `toml:"promise"`       // optimism of the launch, hours a week of benefit believed in beyond the real
	DesignGain      float64 `toml:"design_gain"`   // hours a week that reps in the design add to WIIFM, all tools together
	DesignUpkeep    float64 `toml:"design_upkeep"` // share of upkeep that reps in the design save
}

// Use is how use of a tool turns into proficiency, effect and burden.
type Use struct {
	BestUse      float64 `toml:"best_use"`      // use at which the response peaks
	AdjustWeeks  float64 `toml:"adjust_weeks"`  // time constant of use
	LearnWeeks   float64 `toml:"learn_weeks"`   // time constant of proficiency at full use
	FadeWeeks    float64 `toml:"fade_weeks"`    // time constant of proficiency without use
	Practice     float64 `toml:"practice"`      // use at which learning is at its pace, as a share of the best use
	Saves        float64 `toml:"saves"`         // share of upkeep that full proficiency saves
	SavvySlope   float64 `toml:"savvy_slope"`   // on the log odds of attainable proficiency, for one sd
	SavvyLevel   float64 `toml:"savvy_level"`   // log odds of attainable proficiency at the savvy asked
	Training     float64 `toml:"training"`      // log odds added by eight hours of tool training
	Support      float64 `toml:"support"`       // log odds added by full support
	ManagerHelp  float64 `toml:"manager_help"`  // share of what is lacking in attainable proficiency that a proficient manager adds
	EaseSavvy    float64 `toml:"ease_savvy"`    // ease for one sd of savvy
	EaseNoise    float64 `toml:"ease_noise"`    // sd of ease besides
	BenefitShare float64 `toml:"benefit_share"` // part of WIIFM that needs no 3P
	PayHours     float64 `toml:"pay_hours"`     // hours a week that one percent of pay is worth to a rep
}

// Complementarity is the CES aggregate of people, process, product and infrastructure.
type Complementarity struct {
	Rho float64 `toml:"rho"` // 1 linear, towards minus infinity weakest link
}

// DataFeedback is what logged use gives back to the firm.
type DataFeedback struct {
	LagWeeks float64 `toml:"lag_weeks"`
	Gain     float64 `toml:"gain"` // levels of data discipline at full quality
}

// Dip is the go-live dip.
type Dip struct {
	Depth float64 `toml:"depth"` // share of creation lost while not proficient, at go-live
	Weeks float64 `toml:"weeks"` // time constant
	Hours float64 `toml:"hours"` // hours a rep-week at go-live
}

// Quota sets the quota of a seat.
type Quota struct {
	Power float64 `toml:"power"` // of the territory index
	Plan  float64 `toml:"plan"`  // plan attainment of the baseline
}

// Money holds prices and costs, in the organisation's currency.
type Money struct {
	GrossMargin    float64 `toml:"gross_margin"`
	DiscountRate   float64 `toml:"discount_rate"` // a year
	BasePay        float64 `toml:"base_pay"`      // a rep-year
	Commission     float64 `toml:"commission"`    // share of revenue
	ManagerPay     float64 `toml:"manager_pay"`   // a manager-year
	HireCost       float64 `toml:"hire_cost"`     // a hire
	OnboardingCost float64 `toml:"onboarding_cost"`
	SeverancePay   float64 `toml:"severance"`      // a dismissal, share of base pay
	TrainingHour   float64 `toml:"training_hour"`  // an hour a rep, besides pay
	CoachingHour   float64 `toml:"coaching_hour"`  // an hour more than today, besides pay
	CandidateCost  float64 `toml:"candidate_cost"` // a candidate more
	Assessment     float64 `toml:"assessment"`     // a candidate, for a tenth more validity or for a test of savvy
	FastFill       float64 `toml:"fast_fill"`      // added to the cost of a hire by filling in half the time, share
	ProcessLevel   float64 `toml:"process_level"`  // a level, dimension and seat, once
	ProcessUpkeep  float64 `toml:"process_upkeep"` // share of that cost a year
	ProductPoint   float64 `toml:"product_point"`  // a tenth of fit, clarity or content, a seat
	InfraPoint     float64 `toml:"infrastructure_point"`
	SupportSeat    float64 `toml:"support_seat"` // a seat-year at full support, each tool
	SponsorSeat    float64 `toml:"sponsor_seat"` // a seat, once, at full sponsorship
	DesignSeat     float64 `toml:"design_seat"`  // a seat and tool, once, for full redesign
}
