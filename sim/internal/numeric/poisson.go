package numeric

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
		k += poissonSearch(poissonPart, expPoissonPart, next(part))
		mu -= poissonPart
	}
	return k + poissonSearch(mu, Exp(-mu), u)
}

// PoissonSmall is Poisson for a mean of at most 12, given exp(-mu).
func PoissonSmall(mu, expNegative, u float64) int { return poissonSearch(mu, expNegative, u) }

// MaxPoissonSmall is the largest mean PoissonSmall takes.
const MaxPoissonSmall = poissonPart

func poissonSearch(mu, p, u float64) int {
	k := 0
	for u > p && k < len(reciprocal)-1 {
		u -= p
		k++
		p = float64(p * mu * reciprocal[k])
	}
	return k
}
