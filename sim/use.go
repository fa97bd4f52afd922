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
	content := productReadiness(plan.content, plan.fit, plan.clarity)
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
	handsOn                             float64 // weeks of one's own account that an hour of training is worth, times p
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
		mandate: s.Decisions.Rollout.Mandate, handsOn: float64(a.Adoption.Innovation * a.Adoption.HandsOn),
		wiifm: s.Mechanisms.WIIFM, burdenOfMandate: s.Mechanisms.MandateBurden,
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

// usage is what all tools of a person together are this week.
type usage struct {
	effect       Effects // of the tools, combined
	burden       float64 // hours of upkeep
	net          float64 // burden less benefit, hours
	fumble       float64 // what being new to a tool takes of the dip
	used, logged float64 // sums over the tools that are live
	proficiency  float64 // sum, as above
	quality      float64 // sum of benefit use times how much a tool's log feeds data
}

// toolWeek is what a week brings to every tool of a team, or of its manager.
type toolWeek struct {
	live   []int     // go-lives
	help   []float64 // what a proficient manager adds to attainable proficiency
	stages []int     // people by stage, tool by tool
	stride int       // of the G of the tools
}

// useTools sets use, proficiency, burden and realised effects of the manager and
// the reps of team ti, and counts what results show of them.
func (w *world) useTools(ti int) {
	m := w.m
	w.shareOut()
	w.managerUsesTools(ti)
	live := 0.0
	goLive := m.teams[ti].goLive
	for k := range goLive {
		if w.week >= goLive[k] {
			live++
		}
	}
	if live == 0 {
		return
	}
	var used, logged, proficiency, quality float64
	sums := &w.sums
	people := len(w.present)
	week := toolWeek{live: goLive, help: w.help, stages: w.stagesOf(ti), stride: people}
	for at, s := range w.present {
		w.useAll(&s.usage, w.toolsOf(s.place), w.mindsOf(s.place), w.shares[at:], float64(m.rates.mandate*s.compliance), &week)
		s.useTogether()
		used += s.used
		logged += s.logged
		proficiency += s.proficiency
		quality += s.quality
		sums.bySavvy[s.quarter] += s.used / live
		sums.bySavvyCount[s.quarter]++
	}
	n := float64(people)
	sums.liveUses += float64(live * n)
	sums.benefit += used
	sums.logged += logged
	sums.proficiency += proficiency
	// Logged use times the part of it that is use for benefit, u / L.
	sums.dataQuality += quality
}

// useTogether lets the week see what the tools of the seat's holder do together.
func (s *seat) useTogether() {
	k, e := s.lane, &s.effect
	s.SellingTime[k], s.Creation[k], s.Win[k], s.NoDecision[k] = e.SellingTime, e.Creation, e.Win, e.NoDecision
	s.Cycle[k], s.DealValue[k], s.Ramp[k], s.Retention[k] = e.Cycle, e.DealValue, e.Ramp, e.Retention
	s.Burden[k], s.Net[k], s.Fumble[k] = s.burden, s.net, s.fumble
}

// managerUsesTools moves the use of a manager, who carries what the mandate asks
// and gains from a tool what it is worth in the team: its mean G.
func (w *world) managerUsesTools(ti int) {
	m := w.m
	clear(w.help)
	if !m.s.Mechanisms.Managers || !w.managers[ti].present {
		return
	}
	people := len(w.present)
	for k := range m.tools {
		g := 0.0
		for _, share := range w.shares[k*people : (k+1)*people] {
			g += share
		}
		w.leadShares[k] = ratio(g, float64(people))
	}
	goLive := m.teams[ti].goLive
	var out usage
	week := toolWeek{live: goLive, help: w.help, stages: w.leadStages, stride: 1}
	lead := w.leadOf(ti)
	w.useAll(&out, lead, w.leadMindsOf(ti), w.leadShares, float64(m.rates.mandate*m.s.Assumptions.Adoption.Compliance), &week)
	for k := range lead {
		if w.week >= goLive[k] && lead[k].adopting() {
			w.help[k] = float64(m.s.Assumptions.Use.ManagerHelp * lead[k].skill)
		}
	}
}

// useAll moves use, belief and proficiency of one person and every live tool by a
// week, and sums up what the tools cost and bring. Mandated is the logged use that
// the mandate extracts. For each tool, with its G,
//
//	upkeep now = upkeep x (1 - use.saves x proficiency)
//	benefit = wiifm x proficiency x (use.benefit_share + (1 - use.benefit_share) x G) x f(u)
//	L = max(u, rollout.mandate x compliance)
//	practice = min(1, u / (use.practice x use.best_use))
//	realised = proficiency x f(u) x G
//	burden = upkeep now x L
//
// u tends to the best response to the benefit believed in, less upkeep. Tools join
// within each channel: 1 - prod(1 - effect x realised).
func (w *world) useAll(out *usage, tools []toolUse, minds []toolMind, shares []float64, mandated float64, week *toolWeek) {
	r := &w.m.rates
	models := w.m.tools[:len(tools)]
	live, help := week.live[:len(tools)], week.help[:len(tools)]
	var burden, net, fumble, used, allLogged, proficiency, quality float64
	sellingTime, creation, win, noDecision, cycle, dealValue, ramp, retention := 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0
	for k := range tools {
		if w.week < live[k] {
			continue
		}
		t, tool := &tools[k], &models[k]
		upkeep := float64(t.upkeep * (1 - float64(r.saves*t.skill)))
		use, logged, gained, f := 0.0, mandated, 0.0, 0.0
		if t.active == 0 && t.use < unused {
			// Who does not use the tool logs what the mandate extracts, and forgets.
			t.skill -= float64(t.skill * r.fade)
		} else {
			g := shares[k*week.stride]
			experienced := float64(float64(tool.wiifm*t.skill) * (r.benefitShare + float64((1-r.benefitShare)*g)))
			target := r.aim
			if r.wiifm {
				target = bestResponse(t.belief+tool.reward, upkeep, r.best)
			}
			// Who has left the tool tends to no use, and believes what was believed.
			t.belief += float64(float64((experienced-t.belief)*r.believe) * t.active)
			use = t.use + float64((float64(target*t.active)-t.use)*r.adjust)
			logged = max(use, mandated)
			// Learning by use, fading with disuse.
			relative := float64(use * r.inverseBest)
			practice := smaller(1, float64(relative*r.practice))
			attainable := t.attainable + float64((1-t.attainable)*help[k])
			skill := t.skill + float64(float64(practice*(attainable-t.skill))*r.learn)
			skill -= float64(float64((1-practice)*skill) * r.fade)
			t.skill = skill
			f = response(relative)
			gained = float64(experienced * f)
			realised := float64(float64(skill*f) * g)
			e := tool.effects
			sellingTime = float64(sellingTime * (1 - float64(e.SellingTime*realised)))
			creation = float64(creation * (1 - float64(e.Creation*realised)))
			win = float64(win * (1 - float64(e.Win*realised)))
			noDecision = float64(noDecision * (1 - float64(e.NoDecision*realised)))
			cycle = float64(cycle * (1 - float64(e.Cycle*realised)))
			dealValue = float64(dealValue * (1 - float64(e.DealValue*realised)))
			ramp = float64(ramp * (1 - float64(e.Ramp*realised)))
			retention = float64(retention * (1 - float64(e.Retention*realised)))
		}
		t.use, t.logged = use, logged
		carried := logged
		if !r.burdenOfMandate {
			carried = use
		}
		cost := float64(upkeep * carried)
		// A rep rejects a tool whose benefit stays under its burden: the hazard grows
		// with the net burden; a tool that has come to be used for nothing is rejected
		// in substance already.
		if t.stage == routine && r.wiifm {
			t.rejection -= float64(nonNegative(cost-gained-float64(tool.reward*f)) * r.reject)
			if t.rejection <= 0 || use < dropped {
				w.reject(t, &minds[k], tool, week.stages[k*numStages:])
			}
		}
		if t.newness > 0 && logged > 0 {
			fumble = max(fumble, float64(float64(logged*(1-t.skill/t.attainable))*t.newness))
			t.newness = float64(t.newness * r.settleIn)
			if t.newness < dipIsOver {
				t.newness = 0
			}
		}
		burden += cost
		net += cost - gained
		used += use
		allLogged += logged
		proficiency += t.skill
		quality += float64(tool.data * use)
	}
	out.burden, out.net, out.fumble = burden, net, fumble
	out.used, out.logged, out.proficiency, out.quality = used, allLogged, proficiency, quality
	e := &out.effect
	e.SellingTime, e.Creation, e.Win, e.NoDecision = 1-sellingTime, 1-creation, 1-win, 1-noDecision
	e.Cycle, e.DealValue, e.Ramp, e.Retention = 1-cycle, 1-dealValue, 1-ramp, 1-retention
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
