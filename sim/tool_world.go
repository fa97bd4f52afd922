package sim

import "threep/sim/internal/vector"

// toolWorld is what a world's processes of tools work with: numbers in every lane
// of four people.
type toolWorld struct {
	terms      []vector.ToolTerms // by tool; with the help of the manager of the team at hand
	leadTerms  []vector.ToolTerms // by tool, for managers, whom nobody helps
	around     []vector.Around    // by tool, for the people at hand
	supplies   []vector.Supply    // by tool, this week
	shares     []vector.Four      // G of everybody who may use tools this week, by four seats, tool by tool
	leadShares []vector.Four      // G of managers, by four managers, tool by tool
	leaders    []vector.Seats     // managers, four by four
	someLeads  []vector.Seats     // those of them whose team has the tool at hand
	doubts     bool               // whether any manager may reject a tool this week
	liveTools  []int              // tools that are live in the team at hand
	toolWeeks  []vector.ToolWeek  // scratch
}

func newToolWorld(m *model) toolWorld {
	t, leads := len(m.tools), vector.Whole(len(m.teams))/vector.Lanes
	return toolWorld{
		terms: make([]vector.ToolTerms, t), leadTerms: make([]vector.ToolTerms, t),
		around: make([]vector.Around, t), supplies: make([]vector.Supply, t), liveTools: make([]int, 0, t), toolWeeks: make([]vector.ToolWeek, max(leads, vector.Whole(m.teamMax)/vector.Lanes)*t),
		shares: make([]vector.Four, m.fours*t), leadShares: make([]vector.Four, leads*t),
		leaders: make([]vector.Seats, leads), someLeads: make([]vector.Seats, leads),
	}
}

// settle takes up the terms of a model, which a world may change between futures.
func (w *toolWorld) settle(m *model) {
	for k := range m.tools {
		tool, e := &m.tools[k], m.tools[k].effects
		terms := &w.terms[k]
		terms.WIIFM, terms.Reward, terms.Data = vector.In(tool.wiifm), vector.In(tool.reward), vector.In(tool.data)
		for channel, effect := range [vector.Channels]float64{
			e.SellingTime, e.Creation, e.Win, e.NoDecision, e.Cycle, e.DealValue, e.Ramp, e.Retention,
		} {
			terms.Effects[channel] = vector.In(effect)
		}
		terms.Help = 0
		w.leadTerms[k] = *terms
	}
	for at := range w.leaders {
		w.leaders[at].Compliance = vector.In(m.s.Assumptions.Adoption.Compliance)
		w.someLeads[at].Compliance = w.leaders[at].Compliance
	}
}
