package sim

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/vector"
)

// prepareSupply sets what process, product and infrastructure bring to each
// tool this week. Process counts the four dimensions that work with a tool's
// output; hiring is not one of them.
func (w *world) prepareSupply(plan *weekPlan) {
	if len(w.m.tools) == 0 || w.week < 0 {
		return
	}
	data := min(5, plan.maturity[dataDiscipline]+w.feedback)
	process := (plan.maturity[opportunityManagement] + plan.maturity[leadManagement] + plan.maturity[coachingManagement] + data - 4) / 16
	content := productReadiness(plan.content, plan.fit, plan.clarity)
	for k := range w.m.tools {
		tool := &w.m.tools[k]
		w.supply[k] = w.m.complement(tool, process, content, plan.infrastructure)
		w.supplies[k] = vector.Supply{Weight: vector.In(tool.weight[0]), Rest: vector.In(w.supply[k].rest), Alive: vector.In(w.supply[k].alive)}
	}
}

// toolWorld is what a world's processes of tools work with: numbers in every lane
// of four people.
type toolWorld struct {
	terms      []vector.ToolTerms // by tool; with the help of the manager of the team at hand
	supplies   []vector.Supply    // by tool, this week
	liveTools  []int              // tools that are live in the team at hand
	shares     []vector.ToolWeek  // G of the team at hand, by four seats, tool by tool
	leadShares []vector.ToolWeek  // G of its manager, tool by tool
	leadSeat   []vector.Seats     // the manager, in the first lane of four seats
}

func newToolWorld(m *model) toolWorld {
	t := len(m.tools)
	w := toolWorld{
		terms: make([]vector.ToolTerms, t), supplies: make([]vector.Supply, t), liveTools: make([]int, 0, t),
		shares:     make([]vector.ToolWeek, vector.Whole(m.teamMax)/vector.Lanes*t),
		leadShares: make([]vector.ToolWeek, t), leadSeat: make([]vector.Seats, 1),
	}
	w.leadSeat[0].Held[0] = vector.All
	return w
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
	}
	w.leadSeat[0].Compliance[0] = m.s.Assumptions.Adoption.Compliance
}

// rates are the constants of adoption and use.
type rates struct {
	use         vector.UseRates
	handsOn     float64 // weeks of one's own account that an hour of training is worth, times p
	dip, linked bool
	rho         float64
	stages      [numStages]stageRates
}

func compileRates(s *Scenario) rates {
	a := &s.Assumptions
	r := rates{
		handsOn: float64(a.Adoption.Innovation * a.Adoption.HandsOn),
		dip:     s.Mechanisms.GoLiveDip, linked: s.Mechanisms.Complementarity,
		rho: a.Complementarity.Rho, stages: compileStages(s),
	}
	if r.rho > -nearCobbDouglas && r.rho < nearCobbDouglas {
		r.rho = 0 // its limit; powers this near to 0 lose all their digits
	}
	fade, reject := 1/a.Use.FadeWeeks, a.Adoption.Rejection/weeksYear
	if !s.Mechanisms.Forgetting {
		fade = 0
	}
	if !s.Mechanisms.WIIFM {
		reject = 0
	}
	choice := func(yes bool) [vector.Lanes]uint64 {
		if yes {
			return vector.In(vector.All)
		}
		return vector.In(vector.Nothing)
	}
	r.use = vector.UseRates{
		Best: vector.In(a.Use.BestUse), InverseBest: vector.In(1 / a.Use.BestUse), Aim: vector.In(a.Use.BestUse),
		Practice: vector.In(1 / a.Use.Practice), Saves: vector.In(a.Use.Saves),
		BenefitShare: vector.In(a.Use.BenefitShare), OtherShare: vector.In(1 - a.Use.BenefitShare), LeastBenefit: vector.In(leastBenefit),
		Believe: vector.In(1 / a.Adoption.BeliefWeeks), Adjust: vector.In(1 / a.Use.AdjustWeeks),
		Learn: vector.In(1 / a.Use.LearnWeeks), Fade: vector.In(fade),
		Reject: vector.In(reject), Rejected: choice(s.Mechanisms.WIIFM), Unused: vector.In(unused), Dropped: vector.In(dropped),
		SettleIn: vector.In(numeric.Exp(-1 / a.Dip.Weeks)), Settled: vector.In(dipIsOver),
		Mandate: vector.In(s.Decisions.Rollout.Mandate), BurdenOfMandate: choice(s.Mechanisms.MandateBurden),
		ByBenefit: choice(s.Mechanisms.WIIFM),
	}
	return r
}

// leastBenefit is the benefit below which there is none, and no use [hours a week].
const leastBenefit = 1e-9

// nearCobbDouglas bounds the rho that is taken as its limit 0.
const nearCobbDouglas = 1e-3

// dipIsOver is what is left of newness when it no longer counts.
const dipIsOver = .0025

// useTools sets use, proficiency, burden and realised effects of the manager and
// the reps of team ti by the equations of vector.UseTools, and counts what results
// show of them.
func (w *world) useTools(ti int) {
	m := w.m
	team := &m.teams[ti]
	w.liveTools = w.liveTools[:0]
	for k, week := range team.goLive {
		if w.week >= week {
			w.liveTools = append(w.liveTools, k)
		}
	}
	if len(w.liveTools) == 0 {
		return
	}
	w.shareOut()
	w.managerUsesTools(ti)
	tools := len(m.tools)
	if vector.UseTools(w.here, &m.rates.use, w.terms, w.liveTools, w.reps.use[team.firstFour*tools:], w.shares) {
		for _, s := range w.present {
			for _, k := range w.liveTools {
				if u := w.user(s.place, k); m.rates.use.Rejects(u.ToolUse, u.lane) {
					w.reject(u, &m.tools[k], w.stagesOf(ti)[k*numStages:])
				}
			}
		}
	}
	var used, logged, proficiency, quality float64
	for at := range w.here {
		u := &w.here[at].Usage
		for i := range vector.Lanes {
			used += u.Used[i]
			logged += u.Logged[i]
			proficiency += u.Proficiency[i]
			quality += u.Quality[i]
		}
	}
	sums, live := &w.sums, float64(len(w.liveTools))
	for _, s := range w.present {
		sums.bySavvy[s.quarter] += s.Used[s.lane] / live
		sums.bySavvyCount[s.quarter]++
	}
	sums.liveUses += float64(live * float64(len(w.present)))
	sums.benefit += used
	sums.logged += logged
	sums.proficiency += proficiency
	// Logged use times the part of it that is use for benefit, u / L.
	sums.dataQuality += quality
}

// managerUsesTools moves the use of a manager, who carries what the mandate asks
// and gains from a tool what it is worth in the team: its mean G.
func (w *world) managerUsesTools(ti int) {
	m := w.m
	for k := range w.terms {
		w.terms[k].Help = vector.Four{}
	}
	if !m.s.Mechanisms.Managers || !w.managers[ti].present {
		return
	}
	tools := len(m.tools)
	for _, k := range w.liveTools {
		g := 0.0
		for at := k; at < len(w.here)*tools; at += tools {
			for _, share := range w.shares[at].Share {
				g += share
			}
		}
		w.leadShares[k].Share[0] = ratio(g, float64(len(w.present)))
	}
	rejects := vector.UseTools(w.leadSeat, &m.rates.use, w.terms, w.liveTools, w.leads.use[ti*tools:], w.leadShares)
	for _, k := range w.liveTools {
		u := w.leader(ti, k)
		if rejects && m.rates.use.Rejects(u.ToolUse, 0) {
			w.reject(u, &m.tools[k], w.leadStages[k*numStages:])
		}
		if u.adopting() {
			w.terms[k].Help = vector.In(float64(m.s.Assumptions.Use.ManagerHelp * u.Skill[0]))
		}
	}
}

// unused is the benefit use below which a tool is not used [share].
const unused = 1e-4

// dropped is the benefit use below which routine use has ended [share; judgement].
const dropped = .03

// feedBackData moves data discipline by what logged use gives the firm: quality
// is logged use times the part of it that is use for benefit, u / L, averaged
// over all reps of the firm and the tools that are live somewhere in it, by how
// much a tool's log feeds data; it acts with a lag. So a pilot fills the firm's
// records as far as the pilot's teams reach, and what is logged only because it
// must be is no data: entries that serve nobody are entered to be done with.
func (w *world) feedBackData() {
	if !w.m.s.Mechanisms.DataFeedback || len(w.m.tools) == 0 || w.week < 0 {
		return
	}
	a := &w.m.s.Assumptions.Data
	feeds := 0.0
	for k := range w.m.tools {
		if w.week >= w.m.liveFirst[k] {
			feeds += w.m.tools[k].data
		}
	}
	quality := 0.0
	if all := float64(feeds * w.sums.occupied); all > 0 {
		quality = w.sums.dataQuality / all
	}
	w.feedback += (float64(a.Gain*quality) - w.feedback) / a.LagWeeks
}
