package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/vector"
)

// supply is what the organisation brings to a tool in a week: for each tool the
// part of the CES sum that does not depend on the rep.
type supply struct {
	rest   float64 // sum over process, product and content, infrastructure of w s^rho
	alive  float64 // 0 where one of them is at its floor, else 1
	linear float64 // the same with rho = 1
}

// complement computes supply for a tool; each input is scaled to [0, 1] with
// its floor at exactly 0.
//
//	G = (w_people s_people^rho + w_process s_process^rho + w_content s_content^rho + w_infra s_infra^rho)^(1/rho)
func (m *model) complement(k *toolModel, process, content, infrastructure float64) supply {
	out := supply{alive: 1}
	rho := m.rates.rho
	for i, s := range [3]float64{process, content, infrastructure} {
		w := k.weight[i+1]
		out.linear += float64(w * s)
		if s <= 0 {
			out.alive = 0
			continue
		}
		out.rest += float64(w * min(aggregatePower(s, rho), vector.HugePower))
	}
	return out
}

// aggregatePower is s^rho for s > 0; rho = 0 stands for the logarithm of the
// Cobb-Douglas limit. Where rho is -2, -4 or -8 squares and square roots, which
// are exact to the last bit, serve.
func aggregatePower(s, rho float64) float64 {
	square := float64(s * s)
	switch rho {
	case 0:
		if s <= 0 {
			return math.Inf(-1)
		}
		return numeric.Log(s)
	case -2:
		return 1 / square
	case -4:
		return 1 / float64(square*square)
	case -8:
		fourth := float64(square * square)
		return 1 / float64(fourth*fourth)
	}
	if s <= 0 && rho < 0 {
		return math.Inf(1)
	}
	return numeric.Pow(s, rho)
}

// aggregateRoot is sum^(1/rho), the inverse of aggregatePower.
func aggregateRoot(sum, rho float64) float64 {
	switch rho {
	case 0:
		if math.IsInf(sum, -1) {
			return 0
		}
		return numeric.Exp(sum)
	case 1:
		return sum
	case -2:
		return 1 / math.Sqrt(sum)
	case -8:
		return 1 / math.Sqrt(math.Sqrt(math.Sqrt(sum)))
	}
	if math.IsInf(sum, 1) {
		return 0
	}
	return numeric.Exp(numeric.Log(sum) / rho)
}

// shareOut leaves G of every rep and every tool in w.shares, tool by tool for every
// four seats, in the teams in which a tool is live. A rep brings the gate times
// skill. At people = 0 and rho < 0 the power is infinite and G exactly 0.
func (w *world) shareOut() {
	m, tools := w.m, len(w.m.tools)
	// Some teams next to each other are done at once.
	const some = 64
	for ti := 0; ti < len(m.teams) && !w.halted(); {
		first := ti
		for ti < min(len(m.teams), first+some) && w.week >= m.teams[ti].liveFirst {
			ti++
		}
		if ti == first {
			ti++
			continue
		}
		from, to := m.teams[first].firstFour, m.teams[ti-1].lastFour
		if shares := w.shares[from*tools : to*tools]; m.rates.linked && m.rates.rho == -4 {
			vector.ShareOut(w.fours[from:to], w.supplies, shares)
		} else {
			w.shareOutOneByOne(w.fours[from:to], shares)
		}
	}
}

// shareOutOneByOne is shareOut for any rho and without a link of inputs.
func (w *world) shareOutOneByOne(fours []vector.Seats, shares []vector.Four) {
	m := w.m
	for at := range fours {
		f, shares := &fours[at], shares[at*len(m.tools):]
		for i := range vector.Lanes {
			x := f.People(i)
			// Where people are at their floor the power is infinite; it is held where
			// sums stay finite.
			power := numeric.Smaller(aggregatePower(x, m.rates.rho), vector.HugePower)
			for k := range m.tools {
				shares[k][i] = 0
				if f.Held[i] != 0 {
					shares[k][i] = m.share(k, &w.supply[k], x, power)
				}
			}
		}
	}
}

// share is G of tool k for a rep's input and its power.
func (m *model) share(k int, s *supply, people, power float64) float64 {
	weight, rho := m.tools[k].weight[0], m.rates.rho
	if !m.rates.linked {
		return s.linear + float64(weight*people)
	}
	g := numeric.Smaller(1, aggregateRoot(float64(weight*power)+s.rest, rho))
	if rho > 0 {
		return g
	}
	able := 0.0
	if people > 0 {
		able = s.alive
	}
	return float64(g * able)
}
