package numeric

import "math"

const (
	poissonPart    = 12.0
	expPoissonPart = 6.1442123533282097586823081788055e-06 // exp(-12)
)

// reciprocal holds 1/k, so that the search below multiplies.
var reciprocal = makeReciprocals()

func makeReciprocals() [128]float64 {
	var r [128]float64
	for k := 1; k < len(r); k++ {
		r[k] = 1 / float64(k)
	}
	return r
}

// Poisson returns the quantile of the Poisson distribution with mean mu >= 0.
// A mean above 12 is drawn as a sum of parts; next yields a fresh uniform in
// (0, 1) for each part, so that the same stream couples different means.
func Poisson(mu, u float64, next func(part int) float64) int {
	k := 0
	for part := 1; mu > poissonPart; part++ {
		k += partQuantile(next(part))
		mu -= poissonPart
	}
	return k + PoissonSmall(mu, Exp(-mu), u)
}

// partGuide cuts the uniform into cells: in each, the smallest quantile of the
// distribution with mean 12, from which the search goes on.
const partGuide = 256

// partTable is the distribution function of a Poisson number with mean 12, and
// the guide into it.
var partTable = makePartTable()

type poissonTable struct {
	below [64]float64 // P(K <= k)
	guide [partGuide]uint8
}

func makePartTable() *poissonTable {
	t := &poissonTable{}
	p, sum := expPoissonPart, 0.0
	for k := range t.below {
		sum += p
		t.below[k] = sum
		p = float64(p * poissonPart / float64(k+1))
	}
	for cell := range t.guide {
		k := 0
		for k < len(t.below)-1 && t.below[k] < float64(cell)/partGuide {
			k++
		}
		t.guide[cell] = uint8(k)
	}
	return t
}

// partQuantile is the quantile of the Poisson distribution with mean 12.
func partQuantile(u float64) int {
	k := int(partTable.guide[int(float64(u*partGuide))&(partGuide-1)])
	for k < len(partTable.below)-1 && u > partTable.below[k] {
		k++
	}
	return k
}

// PoissonSmall is Poisson for a mean of at most 12, given exp(-mu). The first
// eight terms are summed without a branch, which the processor could not guess.
func PoissonSmall(mu, p0, u float64) int {
	p1 := float64(p0 * mu)
	square := float64(mu * mu)
	p2 := float64(float64(p0*square) * (1.0 / 2))
	p3 := float64(float64(p1*square) * (1.0 / 6))
	fourth := float64(square * square)
	p4 := float64(float64(p0*fourth) * (1.0 / 24))
	p5 := float64(float64(p1*fourth) * (1.0 / 120))
	c1 := p0 + p1
	c2 := c1 + p2
	c3 := c1 + (p2 + p3)
	c4 := c3 + p4
	c5 := c3 + (p4 + p5)
	if u > c5 {
		return poissonTail(mu, p5, u-c5)
	}
	return above(u, p0) + above(u, c1) + above(u, c2) + above(u, c3) + above(u, c4)
}

// above is 1 where u > c, else 0, without a branch: the sign bit of c - u.
func above(u, c float64) int { return int(math.Float64bits(c-u) >> 63) }

// poissonTail searches on from the sixth term.
func poissonTail(mu, p, u float64) int {
	k := 6
	for p = float64(p * mu * reciprocal[6]); u > p && k < len(reciprocal)-1; {
		u -= p
		k++
		p = float64(p * mu * reciprocal[k])
	}
	return k
}

// MaxPoissonSmall is the largest mean PoissonSmall takes.
const MaxPoissonSmall = poissonPart
