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
	settleIn                            float64 // what a week of logging leaves of newness
	saves                               float64 // share of upkeep that full proficiency saves
	practice                            float64 // one over the share of the best use at which learning is at its pace
	mandate                             float64
	wiifm, burdenOfMandate, dip, linked bool
	rho                                 float64
	stages                              [8]stageRates
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
		rho: a.Complementarity.Rho, settleIn: numeric.Exp(-1 / a.Dip.Weeks),
		saves: a.Use.Saves, practice: 1 / a.Use.Practice,
		stages: compileStages(s),
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

// dipIsOver is what is left of newness when it no longer counts.
const dipIsOver = .0025

// useTools sets use, proficiency, burden and realised effects of the manager and
// the reps of team ti, and counts what results show of them.
func (w *world) useTools(ti int) {
	m := w.m
	tools := len(m.tools)
	w.shareOut()
	w.managerUsesTools(ti)
	live := m.teams[ti].goLive
	users, routines := w.teamUsers[ti*tools:(ti+1)*tools], w.routines[ti*tools:(ti+1)*tools]
	clear(users)
	clear(routines)
	var stages uint64
	for at, i := range w.present {
		stages += w.useRep(&w.seats[i], w.use[i*tools:(i+1)*tools], w.minds[i*tools:(i+1)*tools], w.shares[at*tools:(at+1)*tools], live, users, routines)
		if at%repsCounted == repsCounted-1 {
			w.countStages(stages)
			stages = 0
		}
	}
	w.countStages(stages)
}

// managerUsesTools moves the use of a manager, who carries what the mandate asks
// and gains from a tool what it is worth in the team: its mean G.
func (w *world) managerUsesTools(ti int) {
	m := w.m
	present := m.s.Mechanisms.Managers && w.managers[ti].present
	mandated := float64(m.rates.mandate * m.s.Assumptions.Adoption.Compliance)
	tools := len(m.tools)
	for k := range m.tools {
		w.help[k] = 0
		if !present || w.week < m.teams[ti].goLive[k] {
			continue
		}
		g := 0.0
		for at := range w.present {
			g += w.shares[at*tools+k]
		}
		t := &w.leadOf(ti)[k]
		w.useTool(t, &w.leadMindsOf(ti)[k], &m.tools[k], ratio(g, float64(len(w.present))), mandated, 0)
		if t.adopting() {
			w.help[k] = float64(m.s.Assumptions.Use.ManagerHelp * t.skill)
		}
	}
}

// Counts of every stage stand side by side in one number, so that there is no
// chain through memory: each has room for the tools of some reps.
const (
	stageBits   = 12
	repsCounted = 16
)

// useRep moves all tools of one rep, combines their effects and counts them; it
// returns the counts of their stages.
func (w *world) useRep(s *seat, tools []toolUse, minds []toolMind, shares []float64, lives, users, routines []int) (stages uint64) {
	m := w.m
	models := m.tools[:len(tools)]
	minds, shares, help := minds[:len(tools)], shares[:len(tools)], w.help[:len(tools)]
	lives, users, routines = lives[:len(tools)], users[:len(tools)], routines[:len(tools)]
	mandated := float64(m.rates.mandate * s.compliance)
	var burden, benefit, fumble, live, use, logged, skill, weight, quality float64
	for k := range tools {
		t := &tools[k]
		if w.week < lives[k] {
			stages += 1 << (uint(t.stage) * stageBits)
			continue
		}
		if t.active == 0 && t.use < unused {
			burden += w.leaveTool(t, mandated)
		} else {
			carried, gained := w.useTool(t, &minds[k], &models[k], shares[k], mandated, help[k])
			burden += carried
			benefit += gained
		}
		if t.newness > 0 && t.logged > 0 {
			fumble = max(fumble, float64(float64(t.logged*(1-t.skill/t.attainable))*t.newness))
			t.newness = float64(t.newness * m.rates.settleIn)
			if t.newness < dipIsOver {
				t.newness = 0
			}
		}
		stages += 1 << (uint(t.stage) * stageBits)
		users[k] += int(t.active)
		routines[k] += int(t.settled)
		live++
		use += t.use
		logged += t.logged
		skill += t.skill
		// Logged use times the part of it that is use for benefit, u / L.
		weight += models[k].data
		quality += float64(models[k].data * t.use)
	}
	s.burden, s.net, s.fumble = burden, burden-benefit, fumble
	combine(&s.effect, tools, models)
	if live == 0 {
		return stages
	}
	sums := &w.sums
	sums.liveUses += live
	sums.benefit += use
	sums.logged += logged
	sums.proficiency += skill
	sums.dataWeight += weight
	sums.dataQuality += quality
	sums.bySavvy[s.quarter] += use / live
	sums.bySavvyCount[s.quarter]++
	return stages
}

// countStages adds counts of stages to the week's.
func (w *world) countStages(stages uint64) {
	for k := range w.sums.stage {
		w.sums.stage[k] += float64(stages >> (k * stageBits) & (1<<stageBits - 1))
	}
}

// unused is the benefit use below which a tool is not used [share].
const unused = 1e-4

// leaveTool moves a tool that its person does not use by a week, as useTool does
// without use: what is logged is what the mandate extracts, and proficiency fades.
// It returns the burden [hours a week].
func (w *world) leaveTool(t *toolUse, mandated float64) float64 {
	r := &w.m.rates
	upkeep := float64(t.upkeep * (1 - float64(r.saves*t.skill)))
	t.use, t.logged, t.realised = 0, mandated, 0
	t.skill -= float64(t.skill * r.fade)
	if !r.burdenOfMandate {
		return 0
	}
	return float64(upkeep * mandated)
}

// combine joins several tools within each channel: 1 - prod(1 - effect x
// realised).
func combine(effect *[channels]float64, tools []toolUse, models []toolModel) {
	left := [channels]float64{1, 1, 1, 1, 1, 1, 1, 1}
	for k := range tools {
		r := tools[k].realised
		for _, a := range models[k].acts {
			c := a.channel & (channels - 1)
			left[c] = float64(left[c] * (1 - float64(a.effect*r)))
		}
	}
	for c := range left {
		effect[c] = 1 - left[c]
	}
}

// useTool moves use, belief and proficiency of one person and tool by a week
// and returns burden and benefit [hours a week]. G is the complementarity share,
// mandated the logged use that the mandate extracts, help what a proficient
// manager adds to attainable proficiency.
//
//	upkeep now = upkeep x (1 - use.saves x proficiency)
//	benefit = wiifm x proficiency x (use.benefit_share + (1 - use.benefit_share) x G) x f(u)
//	L = max(u, rollout.mandate x compliance)
//	practice = min(1, u / (use.practice x use.best_use))
//	realised = proficiency x f(u) x G
//
// u tends to the best response to the benefit believed in, less upkeep.
func (w *world) useTool(t *toolUse, mind *toolMind, tool *toolModel, g, mandated, help float64) (burden, benefit float64) {
	r := &w.m.rates
	experienced := float64(float64(tool.wiifm*t.skill) * (r.benefitShare + float64((1-r.benefitShare)*g)))
	upkeep := float64(t.upkeep * (1 - float64(r.saves*t.skill)))
	// Who does not use the tool tends to no use, and believes what was believed.
	target := r.aim
	if r.wiifm {
		target = bestResponse(t.belief+tool.reward, upkeep, r.best)
	}
	t.belief += float64(float64((experienced-t.belief)*r.believe) * t.active)
	use := t.use + float64((float64(target*t.active)-t.use)*r.adjust)
	logged := max(use, mandated)
	// Learning by use, fading with disuse.
	relative := float64(use * r.inverseBest)
	practice := smaller(1, float64(relative*r.practice))
	attainable := t.attainable + float64((1-t.attainable)*help)
	skill := t.skill + float64(float64(practice*(attainable-t.skill))*r.learn)
	skill -= float64(float64((1-practice)*skill) * r.fade)
	f := response(relative)
	t.use, t.logged, t.skill = use, logged, skill
	t.realised = float64(float64(skill*f) * g)
	benefit = float64(experienced * f)
	carried := logged
	if !r.burdenOfMandate {
		carried = use
	}
	burden = float64(upkeep * carried)
	// A rep rejects a tool whose benefit stays under its burden: the hazard grows
	// with the net burden; a tool that has come to be used for nothing is rejected
	// in substance already.
	net := max(0, burden-benefit-float64(tool.reward*f))
	t.rejection -= float64(float64(net*t.settled) * r.reject)
	if (t.rejection <= 0 || use+float64(10*(1-t.settled)) < dropped) && r.wiifm {
		w.reject(t, mind, tool)
	}
	return burden, benefit
}

// dropped is the benefit use below which routine use has ended [share; judgement].
const dropped = .03

// feedBackData moves data discipline by what logged use gives the firm: quality
// is logged use times the part of it that is use for benefit, u / L, averaged
// over reps and tools by how much a tool's log feeds data; it acts with a lag.
// So what is logged only because it must be is no data: entries that serve
// nobody are entered to be done with.
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
