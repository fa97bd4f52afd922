package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/vector"
)

const (
	referenceLevel     = 2.5 // maturity at which the market's figures hold
	referenceReadiness = .6  // product readiness at which the market's figures hold
	dimensions         = 5
)

// The process dimensions.
const (
	opportunityManagement = iota
	leadManagement
	coachingManagement
	hiringProcess
	dataDiscipline
)

// weekPlan is what decisions and assumptions make of a week for the whole
// organisation, luck apart.
type weekPlan struct {
	maturity       [dimensions]float64 // level 1-5 that people work at, before data feedback
	infrastructure float64
	fit            float64
	clarity        float64
	content        float64

	creation   float64 // factor on opportunities
	loss       float64 // weight of losses against wins
	noDecision float64 // weight of no decisions against wins
	win        float64 // weight of wins
	winShare   float64 // of decided, without tools

	learning      float64 // factor on the gain of training and coaching
	strictness    float64 // factor on involuntary leaving
	fillWeeks     float64
	replace       float64 // hazard a week of the unqualified
	trainingHours float64 // a rep-week
	coachingHours float64 // a rep-week
	raiseHours    float64 // a rep-week, spent on raising maturity

	repSelection     selection
	managerSelection selection
	hireCost         float64 // of a hire, as it is done in this week
	managerHireCost  float64

	moves   vector.Moves   // what moves opportunities
	leaving vector.Leaving // what runs down the clocks of leaving

	costs [costKinds]float64 // of the programme, whole organisation, hires and lessons apart
}

func (m *model) compilePlan() {
	m.plan = make([]weekPlan, burnInWeeks+m.weeks)
	s := m.s
	d := &s.Decisions
	a := &s.Assumptions
	base := [dimensions]float64{s.Today.OpportunityManagement, s.Today.LeadManagement, s.Today.CoachingManagement, s.Today.HiringProcess, s.Today.DataDiscipline}
	target := [dimensions]float64{d.Process.OpportunityManagement, d.Process.LeadManagement, d.Process.CoachingManagement, d.Process.HiringProcess, d.Process.DataDiscipline}
	for i := range target {
		target[i] = min(target[i]+d.Process.RaiseAll, 5-base[i])
	}
	// People learn to work in the new way with a lag: what acts is the level that
	// they work at, which follows the level built.
	var raised, lived [dimensions]float64
	follow := 1 / a.Maturity.LagWeeks
	weeks := max(1, float64(d.Process.Months*weeksMonth))
	seats := float64(len(m.seats))
	for i := range m.plan {
		w := float64(i - burnInWeeks)
		p := &m.plan[i]
		built := 0.0
		for k := range raised {
			build := 0.0
			if w >= d.Process.Start && w < d.Process.Start+weeks {
				build = min(1, d.Process.Start+weeks-w) * target[k] / weeks
			}
			if s.Mechanisms.ProcessErosion {
				raised[k] -= float64(raised[k]*(1-d.Process.Maintenance)) * a.Maturity.ErosionYear / weeksYear
			}
			raised[k] += build
			built += build
			lived[k] += float64((raised[k] - lived[k]) * follow)
			p.maturity[k] = base[k] + lived[k]
			p.costs[costProgrammes] += float64(float64(raised[k]*d.Process.Maintenance) * float64(a.Money.ProcessLevel*a.Money.ProcessUpkeep) * seats / weeksYear)
		}
		p.costs[costProgrammes] += float64(float64(built*a.Money.ProcessLevel) * seats)
		p.raiseHours = float64(float64(built*weeksYear) * a.Maturity.RaiseHours)
		m.planOffer(p, w, seats)
		m.planPeople(p, w, seats)
		p.derive(s)
	}
	m.planRollout()
}

// leadTime is the share of an improvement that is in place: it grows evenly
// over the lead time.
func leadTime(w, start, months float64) float64 {
	return clamp((w+1-start)/max(1, float64(months*weeksMonth)), 0, 1)
}

func (m *model) planOffer(p *weekPlan, w, seats float64) {
	s := m.s
	d := &s.Decisions
	money := &s.Assumptions.Money
	rise := func(today, by, start, months, price float64) float64 {
		by = min(by, 1-today)
		now, before := leadTime(w, start, months), leadTime(w-1, start, months)
		if w < 0 {
			now, before = 0, 0
		}
		p.costs[costProgrammes] += float64(float64(by*10*(now-before)) * float64(price*seats))
		return today + float64(by*now)
	}
	p.fit = rise(s.Today.ProductFit, d.Product.Fit, d.Product.Start, d.Product.Months, money.ProductPoint)
	p.clarity = rise(s.Today.ValueClarity, d.Product.Clarity, d.Product.Start, d.Product.Months, money.ProductPoint)
	p.content = rise(s.Today.Content, d.Product.Content, d.Product.Start, d.Product.Months, money.ProductPoint)
	p.infrastructure = rise(s.Today.Infrastructure, d.Infrastructure.Raise, d.Infrastructure.Start, d.Infrastructure.Months, money.InfraPoint)
}

func (m *model) planPeople(p *weekPlan, w, seats float64) {
	s := m.s
	d := &s.Decisions
	a := &s.Assumptions
	during := func(start, weeks float64) bool { return w >= 0 && w >= start && w < start+weeks }
	p.trainingHours = s.Today.TrainingHours / weeksYear
	if during(d.Training.Start, d.Training.Weeks) {
		p.trainingHours += d.Training.Hours / weeksYear
		p.costs[costTraining] += float64(d.Training.Hours / weeksYear * a.Money.TrainingHour * seats)
	}
	p.coachingHours = s.Today.CoachingHours
	if during(d.Coaching.Start, d.Coaching.Weeks) {
		p.coachingHours = max(0, p.coachingHours+d.Coaching.Hours)
	}
	p.fillWeeks = a.Labour.FillWeeks
	// Better hiring processes select with more validity, the last levels most:
	// none at level 1.
	level := (p.maturity[hiringProcess] - 1) / 4
	validity := float64(float64(a.Labour.BestValidity*level) * level)
	p.repSelection = selection{candidates: int(s.Today.Candidates), validity: validity}
	p.managerSelection = selection{candidates: int(a.Managers.Candidates), validity: a.Managers.Validity}
	p.hireCost, p.managerHireCost = a.Money.HireCost, a.Money.HireCost
	if w >= 0 && w >= d.Hiring.Start {
		p.fillWeeks = float64(p.fillWeeks * (1 - d.Hiring.FasterFill))
		p.repSelection.candidates += int(d.Hiring.Candidates)
		p.repSelection.validity = min(mostValidity, validity+d.Hiring.Validity)
		p.repSelection.savvy = d.Hiring.SavvyWeight
		p.managerSelection.candidates += int(d.Hiring.ManagerCandidates)
		p.managerSelection.validity = min(mostValidity, a.Managers.Validity+d.Hiring.ManagerValidity)
		p.managerSelection.savvy = d.Hiring.ManagerSavvyWeight
		p.replace = d.Hiring.ReplaceRate / weeksYear
		money := &a.Money
		faster := 1 + float64(money.FastFill*d.Hiring.FasterFill)/.5
		assess := func(validity, savvy float64) float64 {
			return float64(money.Assessment * (float64(10*validity) + savvy))
		}
		p.hireCost = float64(money.HireCost*faster) + float64(d.Hiring.Candidates*money.CandidateCost) + float64(float64(p.repSelection.candidates)*assess(d.Hiring.Validity, d.Hiring.SavvyWeight))
		p.managerHireCost += float64(d.Hiring.ManagerCandidates*money.CandidateCost) + float64(float64(p.managerSelection.candidates)*assess(d.Hiring.ManagerValidity, d.Hiring.ManagerSavvyWeight))
	}
}

// mostValidity is the best that any selection can tell [correlation; judgement].
const mostValidity = .9

// derive computes what follows from levels:
//
//	process = exp(maturity.creation x (lead management - referenceLevel))
//	win = market.win_share
//	loss = (1 - market.win_share - market.no_decision_share) x exp(-maturity.win x (opportunity management - referenceLevel) - offer.fit x (fit - referenceReadiness))
//	none = market.no_decision_share x exp(-maturity.no_decision x (opportunity management - referenceLevel) - offer.clarity x (clarity - referenceReadiness))
func (p *weekPlan) derive(s *Scenario) {
	a := &s.Assumptions
	k := &a.Maturity
	p.creation = numeric.Exp(float64(k.Creation * (p.maturity[leadManagement] - referenceLevel)))
	opportunity := p.maturity[opportunityManagement] - referenceLevel
	p.win = a.Market.WinShare
	p.loss = float64((1 - a.Market.WinShare - a.Market.NoDecisionShare) * numeric.Exp(-float64(k.Win*opportunity)-float64(a.Offer.Fit*(p.fit-referenceReadiness))))
	p.noDecision = float64(a.Market.NoDecisionShare * numeric.Exp(-float64(k.NoDecision*opportunity)-float64(a.Offer.Clarity*(p.clarity-referenceReadiness))))
	p.winShare = p.win / (p.win + p.loss + p.noDecision)
	coaching := p.maturity[coachingManagement] - referenceLevel
	p.learning = numeric.Exp(float64(k.Skill * coaching))
	p.strictness = numeric.Exp(float64(k.Strictness * coaching))
	p.moves = vector.Moves{
		Skill: a.Skill.Effect, SkillToday: a.Skill.Today, Effort: a.Engagement.Effort, Engagement: a.Engagement.Base,
		Creation: p.creation, RampStart: a.FirstDayRate(), Dip: a.Dip.Depth,
		Win: p.win, Loss: p.loss, NoDecision: p.noDecision, Carryover: a.Territory.Carryover,
	}
	p.leaving = vector.Leaving{
		Engagement: a.Engagement.Leaving, Base: a.Engagement.Base, Least: leastLeaving,
		Strictness: p.strictness, Replace: p.replace,
	}
}

// planRollout sets when each team goes live with each tool, and what the
// rollout costs by the week.
func (m *model) planRollout() {
	s := m.s
	r := &s.Decisions.Rollout
	money := &s.Assumptions.Money
	teams := len(m.teams)
	pilot := int(math.Round(float64(r.PilotShare * float64(teams))))
	rest := teams - pilot
	for t := range m.teams {
		team := &m.teams[t]
		start := int(r.Start)
		if t >= pilot {
			team.wave = 1
			if pilot > 0 {
				start += int(r.PilotWeeks)
			}
			if waves := int(r.Waves); waves > 1 && rest > 0 {
				k := (t - pilot) * waves / rest
				team.wave += k
				start += k * int(r.WaveGap)
			}
		}
		team.goLive, team.classes = make([]int, len(m.tools)), make([]int, len(m.tools))
		team.liveFirst, team.firstClass = math.MaxInt32, math.MaxInt32
		people := float64(team.last-team.first) + 1 // the manager has a licence too
		for k := range m.tools {
			live := start + int(s.Decisions.ToolDelay[m.tools[k].tool.ID])
			team.goLive[k] = live
			team.liveFirst = min(team.liveFirst, live)
			// What does not fit between today and go-live is caught up after it.
			team.classes[k] = max(0, live-m.course.weeks)
			team.firstClass = min(team.firstClass, team.classes[k])
			tool := m.tools[k].tool
			for i := max(0, live+burnInWeeks); i < len(m.plan); i++ {
				p := &m.plan[i]
				p.costs[costTools] += float64(people * float64(tool.SeatPrice*12/weeksYear))
				p.costs[costTools] += float64(float64(people*r.Support) * money.SupportSeat / weeksYear)
				if i == live+burnInWeeks {
					p.costs[costTools] += float64(people * tool.Implementation)
					p.costs[costProgrammes] += float64(float64(people*r.WIIFMDesign) * money.DesignSeat)
				}
			}
		}
		if i := team.liveFirst + burnInWeeks; len(m.tools) > 0 && i < len(m.plan) {
			people--
			m.plan[i].costs[costProgrammes] += float64(float64(people*(r.SponsorTop+r.SponsorManagers)/2) * money.SponsorSeat)
		}
	}
}
