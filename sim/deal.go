package sim

import (
	"math"

	"threep/sim/internal/numeric"
)

const (
	dealBits  = 12
	dealCells = 1 << dealBits
	dealOuter = dealCells / 16 // cells at either end that a finer table serves
)

// dealValues is the lognormal distribution of a deal over its mean: its
// quantile function, tabulated at 4,096 equally likely values, the outer
// sixteenth at either end at 4,096 values of its own, and interpolated (relative
// error below 2e-6); the outermost 1/256 is computed.
type dealValues struct {
	mu, sd float64
	inner  [dealCells + 1]float64
	low    [dealCells + 1]float64 // of the lowest sixteenth
	high   [dealCells + 1]float64 // of the highest sixteenth
}

func newDealValues(cv float64) *dealValues {
	variance := numeric.Log(1 + float64(cv*cv))
	d := &dealValues{mu: -variance / 2, sd: math.Sqrt(variance)}
	for i := 1; i < dealCells; i++ {
		p := float64(i) / dealCells
		d.inner[i] = d.quantile(p)
		d.low[i] = d.quantile(p / 16)
		d.high[i] = d.quantile(1 - (1-p)/16)
	}
	d.low[dealCells] = d.inner[dealOuter]
	d.high[0] = d.inner[dealCells-dealOuter]
	return d
}

func (d *dealValues) quantile(p float64) float64 {
	return numeric.Exp(d.mu + float64(d.sd*numeric.NormalQuantile(p)))
}

// value returns a deal's value over the mean from 64 random bits.
func (d *dealValues) value(bits uint64) float64 {
	cell := bits >> (64 - dealBits)
	if cell-dealOuter < dealCells-2*dealOuter {
		return interpolate(&d.inner, cell, bits<<dealBits)
	}
	fine := bits << 4 >> (64 - dealBits)
	switch {
	case cell < dealOuter && fine >= dealOuter:
		return interpolate(&d.low, fine, bits<<(4+dealBits))
	case cell >= dealOuter && fine < dealCells-dealOuter:
		return interpolate(&d.high, fine, bits<<(4+dealBits))
	}
	return d.quantile(float64(float64(bits>>11)*(1.0/(1<<53))) + 0.5/(1<<53))
}

func interpolate(table *[dealCells + 1]float64, cell, rest uint64) float64 {
	within := float64(float64(rest>>11) * (1.0 / (1 << 53)))
	low := table[cell]
	return low + float64(within*(table[cell+1]-low))
}
