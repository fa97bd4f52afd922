package sim

import (
	"math"

	"threep/sim/internal/numeric"
)

// skillModel moves trained skill S in [0, 1] by the week:
//
//	dS = learning x gate x (1 - S) - forgetting x (S - untrained)
//	learning = practice + scale x m x (training_gain x hours + coaching_gain x coached hours)
//	forgetting = ln 2 / half_life x (1 - coached hours / reinforcement), at least 0
//
// Coached hours are coaching hours times the coach's skill (1 on average), m
// the effect of coaching-management maturity. Practice, or else scale, is
// solved so that at today's training and coaching a qualified rep stands still
// at skill.today. Training and coaching reach only what the trait gate lets
// through: with a hard floor the unqualified stay at the untrained level.
type skillModel struct {
	untrained, today float64
	decay            float64 // ln 2 / half-life, a week
	trainingGain     float64 // an hour, scaled
	coachingGain     float64 // a coached hour, scaled
	practice         float64 // a week
	reinforcement    float64 // coached hours that stop forgetting
	learning         float64 // weekly rate of today's effort, qualified
	forgets          float64 // weekly rate of forgetting under today's coaching
}

func compileSkill(s *Scenario) skillModel {
	a := &s.Assumptions
	k := skillModel{
		untrained: a.Skill.Untrained, today: a.Skill.Today,
		decay:         math.Ln2 / a.Skill.HalfLife,
		trainingGain:  a.Skill.TrainingGain,
		coachingGain:  a.Skill.CoachingGain,
		reinforcement: a.Skill.Reinforcement,
	}
	coached := float64(s.Today.CoachingHours * managerPresence(s))
	forgetting := k.forgetting(coached)
	// Where coaching stops all forgetting today, a tenth of it still sets the pace
	// of learning: else nobody would learn at all.
	need := float64(larger(forgetting, float64(.1*k.decay))*(k.today-k.untrained)) / (1 - k.today)
	effort := float64(k.trainingGain*s.Today.TrainingHours/weeksYear) + float64(k.coachingGain*coached)
	if effort <= need {
		k.practice = need - effort
	} else {
		scale := need / effort
		k.trainingGain = float64(k.trainingGain * scale)
		k.coachingGain = float64(k.coachingGain * scale)
	}
	if !s.Mechanisms.Forgetting {
		// Today's effort is what holds skill against forgetting; without it the
		// same effort lifts everyone who can learn to the ceiling.
		k.decay, forgetting = 0, 0
	}
	k.learning, k.forgets = need, forgetting
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

// step returns next week's skill, given the rates of learning and forgetting of
// a person.
func (k *skillModel) step(skill, learning, forgetting float64) float64 {
	skill += float64(learning*(1-skill)) - float64(forgetting*(skill-k.untrained))
	return smaller(1, larger(0, skill))
}

// settle returns skill after some weeks of today's effort, in closed form.
func (k *skillModel) settle(skill, gate, weeks float64) float64 {
	// Towards the equilibrium of today's effort at this gate.
	forgetting := k.forgets
	learning := float64(k.learning * gate)
	rate := learning + forgetting
	if rate <= 0 {
		return skill
	}
	level := (learning + float64(forgetting*k.untrained)) / rate
	return level + float64((skill-level)*numeric.Exp(-float64(rate*weeks)))
}
