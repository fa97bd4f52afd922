package vector

import "threep/sim/internal/numeric"

// Learning is between what skill moves.
type Learning struct {
	Untrained float64
	Reach     float64 // from untrained skill to the top of the qualified
}

// Learn moves the trained skill of those who work, given the shares of the way to
// the ceiling and back that it goes in a week:
//
//	ceiling = skill.untrained + gate x (top - skill.untrained)
//	S' = S + learning x max(0, ceiling - S) - forgetting x (1 - retention) x (S - skill.untrained), within 0 and 1
func Learn(seats []Seats, k *Learning, learning, forgetting float64) {
	if learnLanes(seats, k, learning, forgetting) {
		return
	}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] != 0 {
				f.Skill[i] = k.Step(f.Skill[i], f.Gate[i], learning, float64(forgetting*(1-f.Retention[i])))
			}
		}
	}
}

// Step is a person's skill a week later, given the gate. Who stands above the ceiling
// is not taught down to it.
func (k *Learning) Step(skill, gate, learning, forgetting float64) float64 {
	ceiling := k.Untrained + float64(gate*k.Reach)
	skill += float64(learning*numeric.Larger(0, ceiling-skill)) - float64(forgetting*(skill-k.Untrained))
	return numeric.Smaller(1, numeric.Larger(0, skill))
}

// Climate is what engagement moves by.
type Climate struct {
	Drive  float64 // by a standard deviation of drive
	Burden float64 // by an hour of net burden
	Least  float64 // engagement
	Rate   float64 // share of the way to the target
}

// Engage moves the engagement of those who work towards its target, given the level
// that base and coaching give in the team:
//
//	target = level + engagement.drive x drive - engagement.burden x max(0, net burden), within the least and 1
func Engage(seats []Seats, k *Climate, level float64) {
	if engageLanes(seats, k, level) {
		return
	}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] != 0 {
				target := numeric.Smaller(1, numeric.Larger(k.Least, level+float64(k.Drive*f.Drive[i])-numeric.Larger(0, float64(k.Burden*f.Net[i]))))
				f.Engagement[i] += float64((target - f.Engagement[i]) * k.Rate)
			}
		}
	}
}

// Growing is what a week of one holder adds.
type Growing struct {
	Age   float64 // years
	Limit float64 // of the growth of accounts
	Rate  float64 // share of the way to it
}

// Grow moves tenure, age and ramp of those who work by a week, and their accounts,
// unless these stand.
func Grow(seats []Seats, k *Growing, accounts bool) {
	rate := 0.0
	if accounts {
		rate = k.Rate
	}
	if growLanes(seats, k, rate) {
		return
	}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] == 0 {
				continue
			}
			f.Tenure[i]++
			f.Age[i] += k.Age
			if f.Ramped[i] < 1 {
				f.Ramped[i] += 1 / float64(f.RampWeeks[i]*(1-f.Ramp[i]))
			}
			f.Growth[i] += float64((k.Limit - f.Growth[i]) * rate)
		}
	}
}

// Leaving is what runs down the clocks of leaving this week.
type Leaving struct {
	Engagement float64 // effect of engagement on the voluntary hazard
	Base       float64 // engagement at which it has none
	Least      float64 // factor on the voluntary hazard
	Strictness float64 // factor on the involuntary hazard
	Replace    float64 // hazard of the unqualified
}

// RunDown takes a week off the clocks of those who work:
//
//	voluntary hazard x max(least, 1 + engagement.leaving x (engagement.base - E))
//	involuntary hazard x strictness
//	hazard of being replaced, of the unqualified
//
// It reports whether any of them has run out.
func RunDown(seats []Seats, k *Leaving) (out bool) {
	if done, out := runDownLanes(seats, k); done {
		return out
	}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] == 0 {
				continue
			}
			f.Voluntary[i] -= float64(f.VolRate[i] * numeric.Larger(k.Least, 1+float64(k.Engagement*(k.Base-f.Engagement[i]))))
			f.LetGo[i] -= float64(f.LetRate[i] * k.Strictness)
			if f.Qualified[i] == 0 {
				f.Replaced[i] -= k.Replace
			}
			if !(f.Voluntary[i] > 0) || !(f.LetGo[i] > 0) || !(f.Replaced[i] > 0) {
				out = true
			}
		}
	}
	return out
}

// Census are sums over those who work in a team, in the order of seats.
type Census struct {
	Tenure, Skill, Savvy, Engagement, Rating, YearSales, Qualified, People float64
}

// Count takes the census of a team.
func Count(seats []Seats, sum *Census) {
	if countLanes(seats, sum) {
		return
	}
	*sum = Census{}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] == 0 {
				continue
			}
			sum.People++
			sum.Qualified += f.Qualified[i]
			sum.Tenure += f.Tenure[i]
			sum.Skill += f.Skill[i]
			sum.Savvy += f.Savvy[i]
			sum.Engagement += f.Engagement[i]
			sum.Rating += f.Rating[i]
			sum.YearSales += f.YearSales[i]
		}
	}
}
