package sim

// miniature is a scenario with one trait, one role and one tool, for limits in
// which nothing else matters.
func miniature(seats int) *Scenario {
	s := &Scenario{Mechanisms: AllMechanisms()}
	NewTable().Apply(s)
	s.Organisation.Seats, s.Organisation.TeamSize = float64(seats), 20
	s.Organisation.Currency, s.Organisation.FiscalStartMonth = "USD", 1
	s.Organisation.Roles = []RoleShare{{Role: "hunter", Share: 1}}
	s.Catalogue = Catalogue{
		Traits: []Trait{{ID: "drive"}},
		Roles: []Role{
			{ID: "hunter", Weights: map[string]float64{"drive": 1}, Opportunities: 1, DealValue: 1, Cycle: 1, Ramp: 1, Pay: 1, Turnover: 1},
			{ID: "manager", Weights: map[string]float64{"drive": 1}, Opportunities: 1, DealValue: 1, Cycle: 1, Ramp: 1, Pay: 1, Turnover: 1, Manager: true},
		},
		Cohorts: []Cohort{{ID: "all", Share: 1, MinAge: 20, MaxAge: 60}},
		Tools:   []Tool{{ID: "tool", NeedPeople: 1, NeedProcess: 1, NeedContent: 1, NeedInfra: 1}},
	}
	return s
}
