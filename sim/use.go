package sim

import (
	"math"

	"threep/sim/internal/numeric"
)

func expo(x float64) float64 { return numeric.Exp(x) }

// prepareSupply sets what process, product and infrastructure bring to each
// tool this week. Process counts the four dimensions that work with a tool's
// output; hiring is not one of them.
func (w *world) prepareSupply(plan *weekPlan) {
	if len(w.m.tools) == 0 || w.week < 0 {
		return
	}
	data := math.Min(5, plan.maturity[dataDiscipline]+w.feedback)
	process := (plan.maturity[opportunityManagement] + plan.maturity[leadManagement] + plan.maturity[coachingManagement] + data - 4) / 16
	content := (plan.content + plan.fit + plan.clarity) / 3
	if plan.content <= 0 {
		content = 0
	}
	for k := range w.m.tools {
		w.supply[k] = w.m.complement(&w.m.tools[k], process, content, plan.infrastructure)
	}
}

// useTools sets use, proficiency, burden and realised effects of the reps of
// team ti.
func (w *world) useTools(ti int) {
	m := w.m
	team := &m.teams[ti]
	rho := m.s.Assumptions.Complementarity.Rho
	dip := &m.s.Assumptions.Dip
	for i := team.first; i < team.last; i++ {
		s := &w.seats[i]
		if !s.occupied {
			continue
		}
		people := float64(s.person.gate * s.skill)
		power := 0.0
		if people > 0 {
			power = aggregatePower(people, rho)
		}
		burden, benefit, fumble := 0.0, 0.0, 0.0
		var left [channels]float64
		for c := range left {
			left[c] = 1
		}
		tools := w.toolsOf(i)
		for k := range tools {
			t := &tools[k]
			since := w.week - team.goLive[k]
			if since < 0 {
				continue
			}
			tool := &m.tools[k]
			g := w.supply[k].share(tool, people, power, rho, m.s.Mechanisms.Complementarity)
			burdenHours, benefitHours := w.useTool(t, k, g, s.compliance, 0)
			burden += burdenHours
			benefit += benefitHours
			if t.realised > 0 {
				for c, e := range tool.effect {
					if e != 0 {
						left[c] = float64(left[c] * (1 - float64(e*t.realised)))
					}
				}
			}
			if m.s.Mechanisms.GoLiveDip && t.logged > 0 {
				clumsy := 1 - t.skill/t.attainable
				f := float64(t.logged*clumsy) * expo(-float64(since)/dip.Weeks)
				fumble = math.Max(fumble, f)
			}
		}
		for c := range left {
			s.effect[c] = 1 - left[c]
		}
		s.burden, s.net, s.fumble = burden, burden-benefit, fumble
	}
}

// useTool moves use, belief and proficiency of one person and tool by a week
// and returns burden and benefit [hours a week]. G is the complementarity share.
//
//	benefit B = wiifm x proficiency x (benefit_share + (1 - benefit_share) G)
//	u tends to the best response to the benefit believed in, less upkeep
//	L = max(u, mandate x compliance)
//	realised = proficiency x f(u) x G
func (w *world) useTool(t *toolUse, k int, g, compliance, leader float64) (burden, benefit float64) {
	m := w.m
	a := &m.s.Assumptions
	tool := &m.tools[k]
	best := a.Use.BestUse
	experienced := float64(float64(tool.wiifm*t.skill) * (a.Use.BenefitShare + float64((1-a.Use.BenefitShare)*g)))
	target := 0.0
	if t.adopting() {
		t.belief += (experienced - t.belief) / a.Adoption.BeliefWeeks
		if m.s.Mechanisms.WIIFM {
			target = bestResponse(t.belief+tool.reward, t.upkeep, best)
		} else {
			target = best
		}
	}
	t.use += (target - t.use) / a.Use.AdjustWeeks
	if t.use < 1e-6 {
		t.use = 0
	}
	mandated := float64(float64(m.s.Decisions.Rollout.Mandate*compliance) * (1 - leader))
	t.logged = math.Max(t.use, t.logged+(mandated-t.logged)/a.Use.AdjustWeeks)
	if mandated == 0 {
		t.logged = t.use
	}
	// Learning by use, fading with disuse.
	practice := math.Min(1, t.use/best)
	t.skill += float64(practice * (t.attainable - t.skill) / a.Use.LearnWeeks)
	if m.s.Mechanisms.Forgetting {
		t.skill -= float64((1 - practice) * t.skill / a.Use.FadeWeeks)
	}
	f := response(t.use, best)
	t.realised = float64(float64(t.skill*f) * g)
	benefit = float64(experienced * f)
	carried := t.logged
	if !m.s.Mechanisms.MandateBurden {
		carried = t.use
	}
	burden = float64(t.upkeep * carried)
	if t.stage == routine && m.s.Mechanisms.WIIFM {
		w.weigh(t, k, burden-benefit-float64(tool.reward*f))
	}
	return burden, benefit
}

// weigh lets a rep reject a tool whose benefit stays under its burden: the
// hazard grows with the net burden [hours a week]; a tool that has come to be
// used for nothing is rejected in substance already.
func (w *world) weigh(t *toolUse, k int, net float64) {
	if net > 0 {
		t.rejection -= float64(w.m.s.Assumptions.Adoption.Rejection*net) / weeksYear
	}
	if t.rejection <= 0 || t.use < dropped {
		t.stage = rejected
		t.clock = 1 // a second chance needs a unit of cumulative hazard
	}
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
