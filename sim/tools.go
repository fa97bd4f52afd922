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
	promise float64    // hours a week by which the launch overstates it
	reward  float64    // hours a week that the incentive for using this tool is worth
	upkeep  float64    // hours a week at full logged use, redesign included
	appeal  float64    // on the log hazard, the same for everybody: sponsorship, less what is typical
	odds    float64    // log odds of attainable proficiency besides savvy and training
	data    float64
	draw    int // tells the tool's draws apart: from its name, below 2^24
	effects *Effects
}

func (m *model) compileTools() {
	s := m.s
	a := &s.Assumptions
	r := &s.Decisions.Rollout
	m.course = compileCourse(s)
	tools := float64(len(s.Decisions.Tools))
	usual := NoDecisions().Rollout
	for _, id := range s.Decisions.Tools {
		tool, _ := s.Catalogue.tool(id)
		k := toolModel{tool: tool, data: tool.Data, effects: &tool.Effects, draw: int(random.Name(tool.ID) & 0xffffff)}
		sum := tool.NeedPeople + tool.NeedProcess + tool.NeedContent + tool.NeedInfra
		for i, need := range [4]float64{tool.NeedPeople, tool.NeedProcess, tool.NeedContent, tool.NeedInfra} {
			k.weight[i] = need / sum
		}
		k.wiifm, k.upkeep = inItForTheRep(tool, a, r, tools)
		// Pay for use is one sum: each tool earns its part of it.
		k.reward = float64(100*float64(r.Incentive*a.Use.PayHours)) / tools
		k.appeal = sponsorship(&a.Adoption, r) - sponsorship(&a.Adoption, &usual)
		k.odds = a.Use.SavvyLevel + float64(a.Use.Support*r.Support)
		m.tools = append(m.tools, k)
	}
	m.fitIntoTheWeek()
}

// inItForTheRep is what is in a tool for the rep and what it costs the rep [hours
// a week] in a rollout of so many tools. What design with reps gains is one sum, as
// is the time that reps have for it: each tool gets its part.
func inItForTheRep(tool *Tool, a *Assumptions, r *RolloutDecision, tools float64) (wiifm, upkeep float64) {
	wiifm = tool.WIIFMHours + float64(100*float64(tool.WIIFMPay*a.Use.PayHours)) + float64(r.WIIFMDesign*a.Adoption.DesignGain)/tools
	upkeep = float64(tool.Upkeep / 60 * (1 - float64(r.WIIFMDesign*a.Adoption.DesignUpkeep)))
	return wiifm, upkeep
}

// sponsorship is what sponsors do to the log hazard of trial.
func sponsorship(a *Adoption, r *RolloutDecision) float64 {
	x := float64(a.SponsorTop*r.SponsorTop) + float64(a.SponsorManagers*r.SponsorManagers)
	if gap := r.SponsorManagers - r.SponsorTop; gap > 0 {
		x -= float64(a.Misaligned * gap)
	}
	return x
}

// fitIntoTheWeek bounds what all tools together hold for the rep by what can be
// saved of administration and search, and what launches promise by all of it.
func (m *model) fitIntoTheWeek() {
	if len(m.tools) == 0 {
		return
	}
	d := &m.hours.day
	idle := d.Admin + d.Search
	wiifm := 0.0
	for i := range m.tools {
		wiifm += m.tools[i].wiifm
	}
	held := 1.0
	if room := float64(mostSaved * idle); wiifm > room {
		held = room / wiifm
	}
	left := nonNegative(idle-float64(wiifm*held)) / float64(len(m.tools))
	for i := range m.tools {
		m.tools[i].wiifm = float64(m.tools[i].wiifm * held)
		m.tools[i].promise = numeric.Smaller(m.s.Assumptions.Adoption.Promise, left)
	}
}

// attainable is the proficiency a person of some savvy can reach with a tool
// after so many hours of training with it.
func (m *model) attainable(k *toolModel, savvy, trained float64) float64 {
	return numeric.Logistic(m.attainableOdds(k, savvy, trained))
}

// attainableOdds are the log odds of attainable.
func (m *model) attainableOdds(k *toolModel, savvy, trained float64) float64 {
	a := &m.s.Assumptions.Use
	return k.odds + float64(a.Training*trained/trainingUnit) + float64(a.SavvySlope*(savvy-k.tool.Savvy))
}

// trainingUnit is the training that use.training is stated for [hours].
const trainingUnit = 8
