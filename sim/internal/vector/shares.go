package vector

import "threep/sim/internal/numeric"

// Supply is what the organisation brings to one tool in a week, in every lane:
// the weight of people in the CES sum, the part of it that does not depend on
// people, and 0 where an input that is not people's is at its floor.
type Supply struct {
	Weight, Rest, Alive Four
}

// HugePower holds the powers of inputs at or next to their floor.
const HugePower = 1e200

// ShareOut leaves G of those who work with every tool in shares, tool by tool for
// every four seats, for rho = -4. A rep brings the gate times skill, at most 1.
//
//	G = (weight x (gate x skill)^-4 + rest)^(-1/4), and 0 where an input is at its floor
func ShareOut(seats []Seats, supply []Supply, shares []Four) {
	if len(seats) == 0 || len(supply) == 0 {
		return
	}
	_ = shares[len(seats)*len(supply)-1] // the kernel does not look
	if shareLanes(seats, supply, shares) {
		return
	}
	for at := range seats {
		f := &seats[at]
		for i := range Lanes {
			x := f.People(i)
			square := float64(x * x)
			power := numeric.Smaller(1/float64(square*square), HugePower)
			able := 0.0
			if x > 0 {
				able = 1
			}
			for k := range supply {
				s := &supply[k]
				root := numeric.InverseFourthRoot(float64(s.Weight[i]*power) + s.Rest[i])
				shares[at*len(supply)+k][i] = float64(root * float64(able*s.Alive[i]))
			}
		}
	}
}

// People is what a seat brings to a tool as the input of people: the gate times
// skill of the holder, 0 without one.
func (f *Seats) People(lane int) float64 {
	if f.Held[lane] == 0 {
		return 0
	}
	return float64(f.Gate[lane] * f.Skill[lane])
}
