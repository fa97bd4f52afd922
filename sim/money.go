package sim

// The kinds of cost: their sum is all cost of selling and of the programme.
const (
	costPay = iota
	costHiring
	costRamp
	costTraining
	costCoaching
	costTools
	costProgrammes
	costKinds
)

// chargeCoaching charges what the reps of team ti are coached beyond today's hours,
// and saves what they are coached less. While there is no manager nobody is coached,
// today as well, so that there is nothing to charge or to save.
func (w *world) chargeCoaching(ti int, people, hours float64) {
	m := w.m
	if m.s.Mechanisms.Managers && !w.managers[ti].present {
		return
	}
	more := hours - m.s.Today.CoachingHours
	w.sums.costs[costCoaching] += float64(float64(people*more) * m.s.Assumptions.Money.CoachingHour)
}

// addUpCosts adds the programme's cost of the week to what people cost.
func (w *world) addUpCosts(plan *weekPlan) {
	x := &w.sums
	for k := range x.costs {
		x.costs[k] += plan.costs[k]
		x.cost += x.costs[k]
	}
}
