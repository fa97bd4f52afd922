package sim

// Scenario is everything a run depends on besides seed and number of runs.
// It is an immutable value by convention: change a Clone.
type Scenario struct {
	Name         string       `toml:"name"`
	Title        string       `toml:"title"`
	Story        string       `toml:"story"`
	Organisation Organisation `toml:"organisation"`
	Today        Today        `toml:"today"`
	Decisions    Decisions    `toml:"decisions"`
	Assumptions  Assumptions  `toml:"assumptions"`
	Mechanisms   Mechanisms   `toml:"mechanisms"`
	Catalogue    Catalogue    `toml:"catalogue"`
	// Roster holds the real people of the organisation; empty means that seats
	// and people are drawn from the stationary population.
	Roster []RosterSeat `toml:"-"`
}

// Organisation describes the firm and its calendar; the clock is never read.
type Organisation struct {
	Industry         string      `toml:"industry"`
	Currency         string      `toml:"currency"`           // ISO 4217 code
	PriceYear        int         `toml:"price_year"`         // year of the prices
	StartDate        string      `toml:"start_date"`         // "today", YYYY-MM-DD
	FiscalStartMonth int         `toml:"fiscal_start_month"` // 1-12
	Seats            float64     `toml:"seats"`              // budgeted seats
	TeamSize         float64     `toml:"team_size"`          // seats a manager
	HorizonWeeks     float64     `toml:"horizon_weeks"`      // weeks simulated after today
	Roles            []RoleShare `toml:"roles"`              // mix of roles, by team
	// AllUnqualified puts every incumbent and hire below the threshold: the
	// floor of people, for teaching and for checks.
	AllUnqualified bool `toml:"all_unqualified"`
}

// RoleShare is the share of teams whose reps hold a role.
type RoleShare struct {
	Role  string  `toml:"role"`
	Share float64 `toml:"share"`
}

// Today is the level of everything that a decision can change, as it stands at
// the start. Baseline and scenario share it.
type Today struct {
	OpportunityManagement float64 `toml:"opportunity_management"` // maturity 1-5
	LeadManagement        float64 `toml:"lead_management"`        // maturity 1-5
	CoachingManagement    float64 `toml:"coaching_management"`    // maturity 1-5
	HiringProcess         float64 `toml:"hiring_process"`         // maturity 1-5
	DataDiscipline        float64 `toml:"data_discipline"`        // maturity 1-5
	Infrastructure        float64 `toml:"infrastructure"`         // 0-1
	ProductFit            float64 `toml:"product_fit"`            // 0-1
	ValueClarity          float64 `toml:"value_clarity"`          // 0-1
	Content               float64 `toml:"content"`                // 0-1
	Complexity            float64 `toml:"complexity"`             // 0-1
	TrainingHours         float64 `toml:"training_hours"`         // hours a rep-year
	CoachingHours         float64 `toml:"coaching_hours"`         // hours a rep-week
	Candidates            float64 `toml:"candidates"`             // candidates a hire
}

// Decisions is what the user does, from "today" on. The zero value does nothing.
type Decisions struct {
	Hiring         HiringDecision         `toml:"hiring"`
	Training       TrainingDecision       `toml:"training"`
	Coaching       CoachingDecision       `toml:"coaching"`
	Process        ProcessDecision        `toml:"process"`
	Product        ProductDecision        `toml:"product"`
	Infrastructure InfrastructureDecision `toml:"infrastructure"`
	Rollout        RolloutDecision        `toml:"rollout"`
	// Tools lists the tools rolled out, by the id of the catalogue.
	Tools []string `toml:"tools"`
	// ToolDelay gives weeks by which a tool goes live after the rollout's start.
	ToolDelay map[string]float64 `toml:"tool_delay"`
}

// HiringDecision changes how reps and managers are chosen, from its start week on.
type HiringDecision struct {
	Start              float64 `toml:"start"`                // week
	Validity           float64 `toml:"validity"`             // added validity of selection, correlation 0-.6
	Candidates         float64 `toml:"candidates"`           // more candidates a hire
	SavvyWeight        float64 `toml:"savvy_weight"`         // weight on tech savvy, reps
	ManagerValidity    float64 `toml:"manager_validity"`     // added validity of selecting managers, correlation 0-.6
	ManagerCandidates  float64 `toml:"manager_candidates"`   // more candidates for a manager's post
	ManagerSavvyWeight float64 `toml:"manager_savvy_weight"` // weight on tech savvy, managers
	ReplaceRate        float64 `toml:"replace_rate"`         // unqualified reps let go, a year
	FasterFill         float64 `toml:"faster_fill"`          // share of the time to fill saved
}

// TrainingDecision adds skill training to today's.
type TrainingDecision struct {
	Hours float64 `toml:"hours"` // hours a rep-year more
	Start float64 `toml:"start"` // week
	Weeks float64 `toml:"weeks"` // for how long
}

// CoachingDecision adds coaching to today's.
type CoachingDecision struct {
	Hours float64 `toml:"hours"` // hours a rep-week more
	Start float64 `toml:"start"` // week
	Weeks float64 `toml:"weeks"` // for how long
}

// ProcessDecision raises process maturity.
type ProcessDecision struct {
	RaiseAll              float64 `toml:"raise_all"` // levels, every dimension
	OpportunityManagement float64 `toml:"opportunity_management"`
	LeadManagement        float64 `toml:"lead_management"`
	CoachingManagement    float64 `toml:"coaching_management"`
	HiringProcess         float64 `toml:"hiring_process"`
	DataDiscipline        float64 `toml:"data_discipline"`
	Start                 float64 `toml:"start"`
	Months                float64 `toml:"months"`      // to reach the level
	Maintenance           float64 `toml:"maintenance"` // share of erosion made good
}

// ProductDecision improves the product.
type ProductDecision struct {
	Fit     float64 `toml:"fit"`     // added fit and differentiation
	Clarity float64 `toml:"clarity"` // added value clarity
	Content float64 `toml:"content"` // added content readiness
	Start   float64 `toml:"start"`
	Months  float64 `toml:"months"` // lead time
}

// InfrastructureDecision improves integration, data quality and support desk.
type InfrastructureDecision struct {
	Raise  float64 `toml:"raise"`
	Start  float64 `toml:"start"`
	Months float64 `toml:"months"`
}

// RolloutDecision is how the tools are brought to the reps.
type RolloutDecision struct {
	Start           float64 `toml:"start"`            // week of the first go-live
	PilotShare      float64 `toml:"pilot_share"`      // share of teams in the pilot
	PilotWeeks      float64 `toml:"pilot_weeks"`      // length of the pilot
	Waves           float64 `toml:"waves"`            // waves after the pilot; 1 is big bang
	WaveGap         float64 `toml:"wave_gap"`         // weeks between waves
	TrainingBefore  float64 `toml:"training_before"`  // hours a rep before go-live, all tools
	TrainingAfter   float64 `toml:"training_after"`   // hours a rep in the 13 weeks after
	Support         float64 `toml:"support"`          // 0-1
	SponsorTop      float64 `toml:"sponsor_top"`      // 0-1
	SponsorManagers float64 `toml:"sponsor_managers"` // 0-1
	Incentive       float64 `toml:"incentive"`        // share of pay for use
	Mandate         float64 `toml:"mandate"`          // 0-1
	WIIFMDesign     float64 `toml:"wiifm_design"`     // 0-1, reps in the design
	Announcement    float64 `toml:"announcement"`     // weeks before go-live that it is announced
}

// Mechanisms switches each mechanism on or off, for teaching and for tests.
type Mechanisms struct {
	Peers           bool `toml:"peers"`
	Managers        bool `toml:"managers"`
	WIIFM           bool `toml:"wiifm"` // what is in it for the rep, and rejection
	MandateBurden   bool `toml:"mandate_burden"`
	GoLiveDip       bool `toml:"go_live_dip"`
	Forgetting      bool `toml:"forgetting"`
	TraitFloor      bool `toml:"trait_floor"`
	Complementarity bool `toml:"complementarity"`
	LeavingHiring   bool `toml:"leaving_hiring"`
	ProcessErosion  bool `toml:"process_erosion"`
	DataFeedback    bool `toml:"data_feedback"`
}

// AllMechanisms has every mechanism on.
func AllMechanisms() Mechanisms {
	return Mechanisms{true, true, true, true, true, true, true, true, true, true, true}
}

// Catalogue is the data that scenarios share: a file may extend it.
type Catalogue struct {
	Traits       []Trait       `toml:"traits"`
	Correlations []Correlation `toml:"correlations"`
	Roles        []Role        `toml:"roles"`
	Cohorts      []Cohort      `toml:"cohorts"`
	Tools        []Tool        `toml:"tools"`
}

// Trait is a standardised, fixed property of a person. The effect is on log
// expected sales for one standard deviation; most traits act by role fit alone.
type Trait struct {
	ID     string `toml:"id"`
	Name   string `toml:"name"`
	Source string `toml:"source"`
}

// Correlation is the correlation of two traits in the labour market.
type Correlation struct {
	A string  `toml:"a"`
	B string  `toml:"b"`
	R float64 `toml:"r"`
}

// Role is a job: the weights of the traits in its fit, and how its market and
// pay differ from the field role (factors, 1 = as the field role).
type Role struct {
	ID            string             `toml:"id"`
	Name          string             `toml:"name"`
	Weights       map[string]float64 `toml:"weights"`
	Opportunities float64            `toml:"opportunities"` // factor
	DealValue     float64            `toml:"deal_value"`    // factor
	Cycle         float64            `toml:"cycle"`         // factor
	Ramp          float64            `toml:"ramp"`          // factor
	Pay           float64            `toml:"pay"`           // factor
	Turnover      float64            `toml:"turnover"`      // factor
	Manager       bool               `toml:"manager"`       // the first-line manager's role: no seat holds it
	Source        string             `toml:"source"`
}

// Cohort is a birth cohort with its share of the labour market and its ages.
type Cohort struct {
	ID     string  `toml:"id"`
	Name   string  `toml:"name"`
	Share  float64 `toml:"share"`
	MinAge float64 `toml:"min_age"`
	MaxAge float64 `toml:"max_age"`
	Source string  `toml:"source"`
}

// Tool is a Sales 2.0 tool: what it costs, what is in it for the rep, what it
// asks, and the best it can do per channel at full realised use.
type Tool struct {
	ID             string            `toml:"id"`
	Name           string            `toml:"name"`
	Description    string            `toml:"description"`
	SeatPrice      float64           `toml:"seat_price"`     // currency a rep-month
	Implementation float64           `toml:"implementation"` // currency a rep, once
	Ease           float64           `toml:"ease"`           // standardised, 0 is average
	WIIFMHours     float64           `toml:"wiifm_hours"`    // hours a week the rep gains at best
	WIIFMPay       float64           `toml:"wiifm_pay"`      // share of pay the rep gains at best
	Upkeep         float64           `toml:"upkeep"`         // minutes a week at full logged use
	Savvy          float64           `toml:"savvy"`          // savvy asked, standardised
	Data           float64           `toml:"data"`           // share of what it logs that feeds data discipline
	NeedPeople     float64           `toml:"need_people"`    // weights of the complementarity aggregate
	NeedProcess    float64           `toml:"need_process"`
	NeedContent    float64           `toml:"need_content"`
	NeedInfra      float64           `toml:"need_infrastructure"`
	Effects        Effects           `toml:"effects"`
	Sources        map[string]string `toml:"sources"` // channel or property -> source key, or "judgement"
	Notes          map[string]string `toml:"notes"`
}

// Effects is the best effect of a tool per channel, as a share: hours moved to
// selling, more opportunities, fewer losses to competitors, fewer no-decisions,
// a shorter cycle, a larger deal, a shorter ramp, slower forgetting.
type Effects struct {
	SellingTime float64 `toml:"selling_time"`
	Creation    float64 `toml:"creation"`
	Win         float64 `toml:"win"`
	NoDecision  float64 `toml:"no_decision"`
	Cycle       float64 `toml:"cycle"`
	DealValue   float64 `toml:"deal_value"`
	Ramp        float64 `toml:"ramp"`
	Retention   float64 `toml:"retention"`
}

// RosterSeat is one real person in a seat. Pointers are nil where the file says
// nothing: what is missing is drawn, given what is known.
type RosterSeat struct {
	ID      string             // seat id: the file's, or made from it; keys every draw
	Alias   string             // what results show
	Role    string             // empty: the organisation's first role
	Team    string             // empty: teams of the organisation's size, in seat order
	Manager string             // alias of the manager
	Tenure  *float64           // weeks
	Traits  map[string]float64 // known traits, standardised in the labour market
	Skill   *float64           // 0-1
	Savvy   *float64           // standardised
	Age     *float64           // years
	Sales   *float64           // sales of the last year, any unit (relative to the roster's mean)
	Quota   *float64           // quota of the same year and unit
	Rating  *float64           // standardised within the roster
	// Territory, relative to the roster's geometric mean (1 = average).
	Potential, Accounts, Presence, Workload *float64
	Vacant                                  bool
}

// Clone returns a deep copy.
func (s *Scenario) Clone() *Scenario {
	c := *s
	c.Organisation.Roles = append([]RoleShare(nil), s.Organisation.Roles...)
	c.Decisions.Tools = append([]string(nil), s.Decisions.Tools...)
	c.Decisions.ToolDelay = cloneMap(s.Decisions.ToolDelay)
	c.Catalogue.Traits = append([]Trait(nil), s.Catalogue.Traits...)
	c.Catalogue.Correlations = append([]Correlation(nil), s.Catalogue.Correlations...)
	c.Catalogue.Roles = append([]Role(nil), s.Catalogue.Roles...)
	for i := range c.Catalogue.Roles {
		c.Catalogue.Roles[i].Weights = cloneMap(c.Catalogue.Roles[i].Weights)
	}
	c.Catalogue.Cohorts = append([]Cohort(nil), s.Catalogue.Cohorts...)
	c.Catalogue.Tools = append([]Tool(nil), s.Catalogue.Tools...)
	for i := range c.Catalogue.Tools {
		c.Catalogue.Tools[i].Sources = cloneMap(c.Catalogue.Tools[i].Sources)
		c.Catalogue.Tools[i].Notes = cloneMap(c.Catalogue.Tools[i].Notes)
	}
	c.Roster = append([]RosterSeat(nil), s.Roster...)
	return &c
}

func cloneMap[V any](m map[string]V) map[string]V {
	if m == nil {
		return nil
	}
	c := make(map[string]V, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}
