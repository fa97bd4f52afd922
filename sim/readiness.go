package sim

// Readiness is how far each P, and infrastructure, is ready for tools: each
// 0-1 as the complementarity aggregate sees it, with the weakest named.
type Readiness struct {
	People, Process, Product, Infrastructure float64
	Weakest                                  string // "people", "process", "product" or "infrastructure"
}

// Readiness returns the readiness of s at the end of its horizon, decisions in
// place. People is the qualified share of incumbents times the skill at which
// the qualified stand today.
func (s *Scenario) Readiness() Readiness {
	at := func(today, by, limit float64) float64 { return min(today+by, limit) }
	p := &s.Decisions.Process
	level := func(today, by float64) float64 { return (at(today, by+p.RaiseAll, 5) - 1) / 4 }
	r := Readiness{
		People: float64((1 - s.Assumptions.People.UnqualifiedShare) * s.Assumptions.Skill.Today),
		Process: (level(s.Today.OpportunityManagement, p.OpportunityManagement) + level(s.Today.LeadManagement, p.LeadManagement) +
			level(s.Today.CoachingManagement, p.CoachingManagement) + level(s.Today.DataDiscipline, p.DataDiscipline)) / 4,
		Infrastructure: at(s.Today.Infrastructure, s.Decisions.Infrastructure.Raise, 1),
	}
	product := &s.Decisions.Product
	r.Product = productReadiness(at(s.Today.Content, product.Content, 1), at(s.Today.ProductFit, product.Fit, 1), at(s.Today.ValueClarity, product.Clarity, 1))
	if s.Organisation.AllUnqualified {
		r.People = 0
	}
	least := r.People
	r.Weakest = "people"
	for _, x := range []struct {
		id string
		v  float64
	}{{"process", r.Process}, {"product", r.Product}, {"infrastructure", r.Infrastructure}} {
		if x.v < least {
			least, r.Weakest = x.v, x.id
		}
	}
	return r
}
