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

// addUpCosts adds the programme's cost of the week to what people cost.
func (w *world) addUpCosts(plan *weekPlan) {
	x := &w.sums
	for k := range x.costs {
		x.costs[k] += plan.costs[k]
		x.cost += x.costs[k]
	}
}
