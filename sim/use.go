package sim

import (
	"math"

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
	m := &s.Mechanisms
	use := &r.use
	*use = vector.UseRates{
		Best: vector.In(a.Use.BestUse), LeastBenefit: vector.In(leastBenefit),
		InverseBest: vector.In(1 / a.Use.BestUse), Practice: vector.In(1 / a.Use.Practice), Saves: vector.In(a.Use.Saves),
		BenefitShare: vector.In(a.Use.BenefitShare), OtherShare: vector.In(1 - a.Use.BenefitShare),
		Believe: vector.In(1 / a.Adoption.BeliefWeeks), Adjust: vector.In(1 / a.Use.AdjustWeeks),
		Learn: vector.In(1 / a.Use.LearnWeeks), Fade: vector.In(1 / a.Use.FadeWeeks),
		Reject: vector.In(a.Adoption.Rejection / weeksYear), Unused: vector.In(unused), Dropped: vector.In(dropped),
		SettleIn: vector.In(numeric.Exp(-1 / a.Dip.Weeks)), Settled: vector.In(dipIsOver),
		Mandate: vector.In(s.Decisions.Rollout.Mandate), BurdenOfMandate: vector.In(1.0),
	}
	if !m.Forgetting {
		use.Fade = vector.Four{}
	}
	if !m.MandateBurden {
		use.BurdenOfMandate = vector.Four{}
	}
	if !m.WIIFM {
		// Nothing speaks against use, and nobody rejects a tool.
		use.LeastBenefit = vector.In(math.Inf(1))
		use.Reject, use.Dropped = vector.Four{}, vector.Four{}
	}
	return r
}

// leastBenefit is the benefit below which there is none, and no use [hours a week].
const leastBenefit = 1e-9

// nearCobbDouglas bounds the rho that is taken as its limit 0.
const nearCobbDouglas = 1e-3

// dipIsOver is what is left of newness when it no longer counts.
const dipIsOver = .0025

// useTools sets use, proficiency, burden and realised effects of the reps of team
// ti by the equations of vector.UseTools, and counts what results show of them. The
// manager has moved already, and rejects or helps.
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
	w.managerHelps(ti)
	from, x := team.firstFour*len(m.tools), &w.sums
	if vector.UseTools(w.here, &m.rates.use, w.terms, w.liveTools, w.reps.use[from:], w.shares[from:], w.toolWeeks, &x.use) {
		for _, s := range w.present {
			for _, k := range w.liveTools {
				if u := w.user(s.place, k); m.rates.use.Rejects(u.ToolUse, u.lane) {
					w.reject(u, &m.tools[k], w.stagesOf(ti)[k*numStages:])
				}
			}
		}
	}
	x.liveUses += float64(len(w.liveTools) * len(w.present))
	x.benefit += x.use.Used
	x.logged += x.use.Logged
	x.proficiency += x.use.Proficiency
	// Logged use times the part of it that is use for benefit, u / L.
	x.dataQuality += x.use.Quality
}

// managersUseTools moves the use of all managers, who carry what the mandate asks
// and gain from a tool what it is worth in the team: its mean G.
func (w *world) managersUseTools() {
	m := w.m
	w.doubts = false
	if !m.s.Mechanisms.Managers {
		return
	}
	tools := len(m.tools)
	for ti := range m.teams {
		team := &m.teams[ti]
		if w.week < team.liveFirst {
			continue
		}
		people := float64(w.onRoll[ti])
		for k := range tools {
			g := 0.0
			for at := team.firstFour*tools + k; at < team.lastFour*tools; at += tools {
				for _, share := range w.shares[at] {
					g += share
				}
			}
			w.leadShares[ti/vector.Lanes*tools+k][ti%vector.Lanes] = ratio(g, people)
		}
	}
	w.liveTools = w.liveTools[:0]
	for k := range tools {
		if w.week >= m.liveLast[k] {
			w.liveTools = append(w.liveTools, k)
		} else if w.week >= m.liveFirst[k] {
			for ti := range m.teams {
				held := &w.someLeads[ti/vector.Lanes].Held[ti%vector.Lanes]
				*held = vector.Nothing
				if w.week >= m.teams[ti].goLive[k] {
					*held = w.leaders[ti/vector.Lanes].Held[ti%vector.Lanes]
				}
			}
			w.moveLeads(w.someLeads, []int{k})
		}
	}
	w.moveLeads(w.leaders, w.liveTools)
}

// moveLeads moves the use of some managers and tools. Where a tool is not live a
// manager neither uses nor logs it.
func (w *world) moveLeads(leads []vector.Seats, tools []int) {
	if vector.UseTools(leads, &w.m.rates.use, w.leadTerms, tools, w.leads.use, w.leadShares, w.toolWeeks, nil) {
		w.doubts = true
	}
}

// managerHelps has the manager of team ti reject tools that are not worth their
// burden, and sets what a manager who uses the others adds to the proficiency that
// reps can reach.
func (w *world) managerHelps(ti int) {
	m, lead := w.m, w.leadTools(ti)
	for _, k := range w.liveTools {
		t := &w.leads.use[lead.columns+k]
		if w.doubts && w.managers[ti].present && m.rates.use.Rejects(t, lead.lane) {
			w.reject(lead.with(k), &m.tools[k], w.leadStages[k*numStages:])
		}
		// Nobody leads where nobody is active.
		w.terms[k].Help = float64(float64(m.s.Assumptions.Use.ManagerHelp*t.Skill[lead.lane]) * t.Active[lead.lane])
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
