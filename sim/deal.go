package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/vector"
)

// dealValues is the lognormal distribution of a deal over its mean: its
// quantile function, tabulated. Either half of the distribution is cut into
// octaves of the probability in its tail, and each octave into 256 cells, between
// which it is interpolated (relative error below 1e-5, and the mean exact to
// 1e-6); beyond 2^-25 it is computed.
type dealValues struct {
	mu, sd float64
	table  vector.Deals
}

func newDealValues(cv float64) *dealValues {
	variance := numeric.Log(1 + float64(cv*cv))
	d := &dealValues{mu: -variance / 2, sd: math.Sqrt(variance)}
	for octave := 0; octave < vector.DealOctaves; octave++ {
		// The octave covers tail probabilities from 2^-(octave+2) to twice that.
		low := numeric.Exp(-float64(float64(octave+2) * math.Ln2))
		for i := 0; i <= vector.DealCells; i++ {
			p := low + float64(low*float64(i))/vector.DealCells
			z := numeric.NormalQuantile(p)
			d.table[0][octave][i] = numeric.Exp(d.mu + float64(d.sd*z))
			d.table[1][octave][i] = numeric.Exp(d.mu - float64(d.sd*z))
		}
	}
	return d
}

// value returns a deal's value over the mean from random bits, of which the first 32
// decide.
func (d *dealValues) value(random uint64) float64 {
	if v, within := d.table.Value(random); within {
		return v
	}
	return d.extreme(random>>63, random<<1)
}

// extreme is value beyond the table.
func (d *dealValues) extreme(half, tail uint64) float64 {
	z := numeric.NormalQuantile(float64(float64(tail>>11)*(1.0/(1<<54))) + 1.0/(1<<56))
	if half == 1 {
		z = -z
	}
	return numeric.Exp(d.mu + float64(d.sd*z))
}
