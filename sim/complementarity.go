package sim

import "threep/sim/internal/numeric"

// supply is what the organisation brings to a tool in a week: for each tool the
// part of the CES sum that does not depend on the rep.
type supply struct {
	rest   float64 // sum over process, product and content, infrastructure of w s^rho
	dead   bool    // one of them is at its floor
	linear float64 // the same with rho = 1
}

// complement computes supply for a tool; each input is scaled to [0, 1] with
// its floor at exactly 0.
//
//	G = (w_people s_people^rho + w_process s_process^rho + w_content s_content^rho + w_infra s_infra^rho)^(1/rho)
func (m *model) complement(k *toolModel, process, content, infrastructure float64) supply {
	var out supply
	rho := m.s.Assumptions.Complementarity.Rho
	for i, s := range [3]float64{process, content, infrastructure} {
		w := k.weight[i+1]
		out.linear += float64(w * s)
		if s <= 0 {
			out.dead = true
			continue
		}
		out.rest += float64(w * aggregatePower(s, rho))
	}
	return out
}

// aggregatePower is s^rho for s > 0; rho = 0 stands for the logarithm of the
// Cobb-Douglas limit.
func aggregatePower(s, rho float64) float64 {
	if rho == 0 {
		return numeric.Log(s)
	}
	return numeric.Pow(s, rho)
}

// share is G for a rep who brings people (in [0, 1]) to the tool, given
// aggregatePower(people, rho).
func (c *supply) share(k *toolModel, people, power, rho float64, complementary bool) float64 {
	if !complementary {
		return c.linear + float64(k.weight[0]*people)
	}
	if people <= 0 || c.dead && rho <= 0 {
		return 0
	}
	sum := float64(k.weight[0]*power) + c.rest
	switch {
	case rho == 0:
		return numeric.Exp(sum)
	case rho == 1:
		return sum
	}
	return numeric.Exp(numeric.Log(sum) / rho)
}
