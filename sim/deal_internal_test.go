package sim

import (
	"math"
	"sort"
	"testing"

	"threep/sim/internal/random"
)

// The tabulated distribution of deals is the lognormal one.
func TestDealValuesAreLognormal(t *testing.T) {
	for _, cv := range []float64{.3, .8, 2} {
		d := newDealValues(cv)
		n := 2000000
		if testing.Short() {
			n = 200000
		}
		key := random.Root(5, 0)
		x := make([]float64, n)
		sum, squares := 0.0, 0.0
		for i := range x {
			x[i] = d.value(key.Bits(random.DealValue, i))
			sum += x[i]
			squares += x[i] * x[i]
		}
		mean := sum / float64(n)
		if se := cv / math.Sqrt(float64(n)); math.Abs(mean-1) > 4*se {
			t.Errorf("cv %g: mean %.5f", cv, mean)
		}
		sort.Float64s(x)
		for _, p := range []float64{.001, .05, .25, .5, .75, .95, .999} {
			z := math.Sqrt2 * math.Erfinv(2*p-1)
			want := math.Exp(d.mu + d.sd*z)
			density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) / (want * d.sd)
			se := math.Sqrt(p*(1-p)/float64(n)) / density
			if got := x[int(p*float64(n))]; math.Abs(got-want) > 4.5*se+1e-5*want {
				t.Errorf("cv %g: quantile %g is %.5f, want %.5f +- %.5f", cv, p, got, want, se)
			}
		}
	}
	d := newDealValues(.8)
	for _, extreme := range []uint64{0, 1 << 63, 1, 1<<63 | 1, math.MaxUint64, 1<<63 - 1} {
		if v := d.value(extreme); !isFinite(v) || v <= 0 {
			t.Errorf("value(%x) = %g", extreme, v)
		}
	}
	// Neighbouring cells and octaves join.
	last := 0.0
	for u := uint64(1) << 45; u < 1<<63-1<<45; u += 1 << 48 {
		if v := d.value(u); v < last*(1-1e-9) && u > 1<<46 {
			t.Fatalf("the quantile falls at %x", u)
		} else {
			last = v
		}
	}
}
