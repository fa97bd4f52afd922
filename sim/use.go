package sim

import "threep/sim/internal/numeric"

// prepareSupply sets what process, product and infrastructure bring to each
// tool this week. Process counts the four dimensions that work with a tool's
// output; hiring is not one of them.
func (w *world) prepareSupply(plan *weekPlan) {
	if len(w.m.tools) == 0 || w.week < 0 {
		return
	}
	data := min(5, plan.maturity[dataDiscipline]+w.feedback)
	process := (plan.maturity[opportunityManagement] + plan.maturity[leadManagement] + plan.maturity[coachingManagement] + data - 4) / 16
	content := (plan.content + plan.fit + plan.clarity) / 3
	if plan.content <= 0 {
		content = 0
	}
	for k := range w.m.tools {
		w.supply[k] = w.m.complement(&w.m.tools[k], process, content, plan.infrastructure)
	}
}

// rates are the constants of use, as shares of the way a week.
type rates struct {
	best, inverseBest, benefitShare     float64
	aim                                 float64 // use where nothing speaks for or against it
	believe, adjust, learn, fade        float64
	reject                              float64 // hazard a week for one hour of net burden
	mandate                             float64
	wiifm, burdenOfMandate, dip, linked bool
	rho                                 float64
}

func compileRates(s *Scenario) rates {
	a := &s.Assumptions
	r := rates{
		best: a.Use.BestUse, aim: a.Use.BestUse, inverseBest: 1 / a.Use.BestUse, benefitShare: a.Use.BenefitShare,
		believe: 1 / a.Adoption.BeliefWeeks, adjust: 1 / a.Use.AdjustWeeks,
		reject: a.Adoption.Rejection / weeksYear,
		learn:  1 / a.Use.LearnWeeks, fade: 1 / a.Use.FadeWeeks,
		mandate: s.Decisions.Rollout.Mandate,
		wiifm:   s.Mechanisms.WIIFM, burdenOfMandate: s.Mechanisms.MandateBurden,
		dip: s.Mechanisms.GoLiveDip, linked: s.Mechanisms.Complementarity,
		rho: a.Complementarity.Rho,
	}
	if !s.Mechanisms.Forgetting {
		r.fade = 0
	}
	if r.rho > -nearCobbDouglas && r.rho < nearCobbDouglas {
		r.rho = 0 // its limit; powers this near to 0 lose all their digits
	}
	return r
}

// nearCobbDouglas bounds the rho that is taken as its limit 0.
const nearCobbDouglas = 1e-3

// dipEnds is when a go-live is over, in time constants: a quarter of a percent
// of it is left.
const dipEnds = 6

// useTools sets use, proficiency, burden and realised effects of the reps of
// team ti.
func (w *world) useTools(ti int) {
	m := w.m
	team := &m.teams[ti]
	for k := range m.tools {
		since := w.week - team.goLive[k]
		w.newness[k], w.help[k] = 0, 0
		if lead := &w.leadOf(ti)[k]; m.s.Mechanisms.Managers && w.managers[ti].present && lead.adopting() {
			w.help[k] = float64(m.s.Assumptions.Use.ManagerHelp * lead.skill)
		}
		if tau := m.s.Assumptions.Dip.Weeks; since >= 0 && m.rates.dip && float64(since) < dipEnds*tau {
			w.newness[k] = numeric.Exp(-float64(since) / tau)
		}
	}
	w.shareOut()
	for at, i := range w.present {
		w.useRep(team, &w.seats[i], w.toolsOf(i), w.shares[at*len(m.tools):])
	}
}

// useRep moves all tools of one rep, then combines their effects.
func (w *world) useRep(team *teamModel, s *seat, tools []toolUse, shares []float64) {
	m := w.m
	shares, models := shares[:len(tools)], m.tools[:len(tools)]
	newness, help, live := w.newness[:len(tools)], w.help[:len(tools)], team.goLive[:len(tools)]
	mandated := float64(m.rates.mandate * s.compliance)
	burden, benefit, fumble := 0.0, 0.0, 0.0
	for k := range tools {
		if w.week < live[k] {
			continue
		}
		t := &tools[k]
		carried, gained := w.useTool(t, &models[k], shares[k], mandated, help[k])
		burden += carried
		benefit += gained
		if newness[k] > 0 {
			clumsy := 1 - float64(t.skill*t.perAttainable)
			fumble = larger(fumble, float64(float64(t.logged*clumsy)*newness[k]))
		}
	}
	s.burden, s.net, s.fumble = burden, burden-benefit, fumble
	combine(&s.effect, tools, models)
}

// combine joins several tools within each channel: 1 - prod(1 - effect x
// realised). The channels stand one by one, so that they stay in registers.
func combine(effect *[channels]float64, tools []toolUse, models []toolModel) {
	c0, c1, c2, c3, c4, c5, c6, c7 := 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0
	for k := range tools {
		e, r := &models[k].effect, tools[k].realised
		c0 = float64(c0 * (1 - float64(e[0]*r)))
		c1 = float64(c1 * (1 - float64(e[1]*r)))
		c2 = float64(c2 * (1 - float64(e[2]*r)))
		c3 = float64(c3 * (1 - float64(e[3]*r)))
		c4 = float64(c4 * (1 - float64(e[4]*r)))
		c5 = float64(c5 * (1 - float64(e[5]*r)))
		c6 = float64(c6 * (1 - float64(e[6]*r)))
		c7 = float64(c7 * (1 - float64(e[7]*r)))
	}
	*effect = [channels]float64{1 - c0, 1 - c1, 1 - c2, 1 - c3, 1 - c4, 1 - c5, 1 - c6, 1 - c7}
}

// useTool moves use, belief and proficiency of one person and tool by a week
// and returns burden and benefit [hours a week]. G is the complementarity share,
// mandated the logged use that the mandate extracts, help what a proficient
// manager adds to attainable proficiency.
//
//	benefit B = wiifm x proficiency x (benefit_share + (1 - benefit_share) G)
//	u tends to the best response to the benefit believed in, less upkeep
//	L = max(u, mandate x compliance)
//	realised = proficiency x f(u) x G
func (w *world) useTool(t *toolUse, tool *toolModel, g, mandated, help float64) (burden, benefit float64) {
	r := &w.m.rates
	experienced := float64(float64(tool.wiifm*t.skill) * (r.benefitShare + float64((1-r.benefitShare)*g)))
	// Who does not use the tool tends to no use, and believes what was believed.
	target := r.aim
	if r.wiifm {
		target = bestResponse(t.belief+tool.reward, t.upkeep, r.best)
	}
	t.belief += float64(float64((experienced-t.belief)*r.believe) * t.active)
	t.use += float64((float64(target*t.active) - t.use) * r.adjust)
	t.logged = larger(t.use, t.logged+float64((mandated-t.logged)*r.adjust))
	// Learning by use, fading with disuse.
	relative := float64(t.use * r.inverseBest)
	practice := smaller(1, relative)
	attainable := t.attainable + float64((1-t.attainable)*help)
	t.skill += float64(float64(practice*(attainable-t.skill)) * r.learn)
	t.skill -= float64(float64((1-practice)*t.skill) * r.fade)
	f := response(relative)
	t.realised = float64(float64(t.skill*f) * g)
	benefit = float64(experienced * f)
	carried := t.logged
	if !r.burdenOfMandate {
		carried = t.use
	}
	burden = float64(t.upkeep * carried)
	// A rep rejects a tool whose benefit stays under its burden: the hazard grows
	// with the net burden; a tool that has come to be used for nothing is rejected
	// in substance already.
	net := larger(0, burden-benefit-float64(tool.reward*f))
	t.rejection -= float64(float64(net*t.settled) * r.reject)
	if (t.rejection <= 0 || t.use < dropped) && t.settled == 1 && r.wiifm {
		t.stage, t.active, t.settled = rejected, 0, 0
	}
	return burden, benefit
}

// dropped is the benefit use below which routine use has ended [share; judgement].
const dropped = .03

// feedBackData moves data discipline by what logged use gives the firm: quality
// is logged use times the part of it that is use for benefit, u / L, averaged
// over reps and tools by how much a tool's log feeds data; it acts with a lag.
func (w *world) feedBackData() {
	if !w.m.s.Mechanisms.DataFeedback || len(w.m.tools) == 0 || w.week < 0 {
		return
	}
	a := &w.m.s.Assumptions.Data
	quality := 0.0
	if w.sums.dataWeight > 0 {
		quality = w.sums.dataQuality / w.sums.dataWeight
	}
	w.feedback += (float64(a.Gain*quality) - w.feedback) / a.LagWeeks
}
