package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/vector"
)

// skillModel moves trained skill S in [0, 1] by the week:
//
//	dS = learning x max(0, ceiling - S) - forgetting x (S - skill.untrained)
//	ceiling = skill.untrained + gate x (top - skill.untrained)
//	learning = practice + m x (skill.training_gain x hours + skill.coaching_gain x coached hours)
//	forgetting = ln 2 / skill.half_life x max(0, 1 - coached hours / skill.reinforcement)
//
// Coached hours are coaching hours times the coach's skill (1 on average), m
// the effect of coaching-management maturity. Practice is solved so that at
// today's training and coaching a qualified rep, whose top is 1, stands still at
// skill.today; where today's effort alone would lift skill beyond it, practice is
// 0 and the top is solved instead: such a firm is nearer to what it can reach.
// The trait gate lowers the ceiling: with a hard floor the unqualified stay at
// the untrained level, with a soft one they get part of the way.
type skillModel struct {
	untrained     float64
	top           float64 // ceiling of the qualified
	between       vector.Learning
	decay         float64 // ln 2 / half-life, a week
	trainingGain  float64 // an hour
	coachingGain  float64 // a coached hour
	practice      float64 // a week
	reinforcement float64 // coached hours that stop forgetting
	learning      float64 // weekly rate of today's effort
	forgets       float64 // weekly rate of forgetting under today's coaching
}

// leastLearning is the pace of learning, over the rate of forgetting without
// coaching, of a firm whose coaching stops forgetting: else nobody would learn
// at all [judgement].
const leastLearning = .1

func compileSkill(s *Scenario) skillModel {
	a := &s.Assumptions
	k := skillModel{
		untrained: a.Skill.Untrained, top: 1,
		decay:         math.Ln2 / a.Skill.HalfLife,
		trainingGain:  a.Skill.TrainingGain,
		coachingGain:  a.Skill.CoachingGain,
		reinforcement: a.Skill.Reinforcement,
	}
	coached := float64(s.Today.CoachingHours * managerPresence(s))
	k.forgets = k.forgetting(coached)
	gained := a.Skill.Today - k.untrained
	need := float64(numeric.Larger(k.forgets, float64(leastLearning*k.decay))*gained) / (1 - a.Skill.Today)
	effort := float64(k.trainingGain*s.Today.TrainingHours/weeksYear) + float64(k.coachingGain*coached)
	k.learning = numeric.Larger(need, effort)
	k.practice = k.learning - effort
	k.top = numeric.Smaller(1, a.Skill.Today+float64(k.forgets*gained)/k.learning)
	k.between = vector.Learning{Untrained: k.untrained, Reach: k.top - k.untrained}
	if !s.Mechanisms.Forgetting {
		// Today's effort is what holds skill against forgetting; without it the
		// same effort lifts everyone who can learn to the ceiling.
		k.decay, k.forgets = 0, 0
	}
	return k
}

// managerPresence is the share of weeks in which a team has its manager today.
func managerPresence(s *Scenario) float64 {
	if !s.Mechanisms.Managers || !s.Mechanisms.LeavingHiring {
		return 1
	}
	a := &s.Assumptions.Managers
	return 1 / (1 + float64(a.Turnover*a.FillWeeks/weeksYear))
}

// forgetting is the weekly rate at which trained skill is lost, given coached
// hours.
func (k *skillModel) forgetting(coached float64) float64 {
	reinforced := coached / k.reinforcement
	if reinforced >= 1 {
		return 0
	}
	return float64(k.decay * (1 - reinforced))
}

// learningRate is the weekly rate of learning of the qualified.
func (k *skillModel) learningRate(maturity, trainingHours, coached float64) float64 {
	effort := float64(k.trainingGain*trainingHours) + float64(k.coachingGain*coached)
	return k.practice + float64(effort*maturity)
}

// ceiling is the skill that training and coaching work up to at a gate.
func (k *skillModel) ceiling(gate float64) float64 {
	return k.untrained + float64(gate*(k.top-k.untrained))
}

// step returns next week's skill, given the rates of learning and forgetting of
// a person. Who stands above the ceiling, as a roster's people may, is not
// taught down to it.
func (k *skillModel) step(skill, gate, learning, forgetting float64) float64 {
	return k.between.Step(skill, gate, learning, forgetting)
}

// settle returns skill after some weeks of today's effort, in closed form.
func (k *skillModel) settle(skill, gate, weeks float64) float64 {
	rate := k.learning + k.forgets
	if rate <= 0 {
		return skill
	}
	level := (float64(k.learning*k.ceiling(gate)) + float64(k.forgets*k.untrained)) / rate
	return level + float64((skill-level)*numeric.Exp(-float64(rate*weeks)))
}
