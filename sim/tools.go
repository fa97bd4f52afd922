package sim

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// toolModel is a tool compiled for the rollout of a scenario.
type toolModel struct {
	tool    *Tool
	weight  [4]float64 // people, process, product and content, infrastructure; sum 1
	wiifm   float64    // hours a week in it for the rep at best, redesign included
	reward  float64    // hours a week that the incentive for use is worth
	upkeep  float64    // hours a week at full logged use, redesign included
	sponsor float64    // on the log hazard
	odds    float64    // log odds of attainable proficiency besides savvy
	data    float64
	draw    int // tells the tool's draws apart: from its name, below 2^24
	effects *Effects
}

func (m *model) compileTools() {
	s := m.s
	a := &s.Assumptions
	r := &s.Decisions.Rollout
	for _, id := range s.Decisions.Tools {
		tool, _ := s.Catalogue.tool(id)
		k := toolModel{tool: tool, data: tool.Data, effects: &tool.Effects, draw: int(random.Name(tool.ID) & 0xffffff)}
		sum := tool.NeedPeople + tool.NeedProcess + tool.NeedContent + tool.NeedInfra
		for i, need := range [4]float64{tool.NeedPeople, tool.NeedProcess, tool.NeedContent, tool.NeedInfra} {
			k.weight[i] = need / sum
		}
		k.wiifm = tool.WIIFMHours + float64(100*float64(tool.WIIFMPay*a.Use.PayHours)) + float64(r.WIIFMDesign*a.Adoption.DesignGain)
		k.reward = float64(100 * float64(r.Incentive*a.Use.PayHours))
		k.upkeep = float64(tool.Upkeep / 60 * (1 - float64(r.WIIFMDesign*a.Adoption.DesignUpkeep)))
		k.sponsor = float64(a.Adoption.SponsorTop*r.SponsorTop) + float64(a.Adoption.SponsorManagers*r.SponsorManagers)
		if gap := r.SponsorManagers - r.SponsorTop; gap > 0 {
			k.sponsor -= float64(a.Adoption.Misaligned * gap)
		}
		k.odds = a.Use.SavvyLevel + float64(a.Use.Training*(r.TrainingBefore+r.TrainingAfter)/8) + float64(a.Use.Support*r.Support)
		m.tools = append(m.tools, k)
	}
}

// attainable is the proficiency a person of some savvy can reach with a tool.
func (m *model) attainable(k *toolModel, savvy float64) float64 {
	return numeric.Logistic(k.odds + float64(m.s.Assumptions.Use.SavvySlope*(savvy-k.tool.Savvy)))
}

// response is what use does, given use over the best use u0: concave, 0 without
// use, 1 at the best, falling beyond it.
//
//	f(u) = 1 - (1 - u / use.best_use)^2
func response(relative float64) float64 {
	d := 1 - relative
	return 1 - float64(d*d)
}

// bestResponse is the use that is best for the rep: it maximises
// benefit x f(u) - burden x u over [0, u0].
func bestResponse(benefit, burden, best float64) float64 {
	const least = 1e-9 // no benefit, no use
	return nonNegative(float64(best * (1 - float64(burden*best)/(2*larger(benefit, least)))))
}
