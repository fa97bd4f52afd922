package analysis

import (
	"math"
	"math/rand"
	"testing"

	"threep/sim"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %.6g, want %.6g", what, got, want)
	}
}

// Anscombe's first data set, whose correlation and R2 are published.
var (
	anscombeX = []float64{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5}
	anscombeY = []float64{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68}
)

func TestCorrelationAndRegression(t *testing.T) {
	near(t, "Anscombe's correlation", pearson(anscombeX, anscombeY), .81642, 1e-5)
	near(t, "Anscombe's R2", rSquared(anscombeY, anscombeX), .66654, 1e-5)
	if !math.IsNaN(pearson([]float64{1, 1}, []float64{1, 2})) {
		t.Error("a constant correlates")
	}
	// Four columns against the normal equations; a combination of them adds nothing.
	r := rand.New(rand.NewSource(1))
	const n = 25
	x := make([][]float64, 4)
	for k := range x {
		x[k] = make([]float64, n)
	}
	y, sum := make([]float64, n), make([]float64, n)
	for i := range y {
		for k := range x {
			x[k][i] = 100 + r.NormFloat64()
			y[i] += float64(k) * x[k][i]
			sum[i] += x[k][i]
		}
		y[i] += 2 * r.NormFloat64()
	}
	want := normalEquations(y, x)
	near(t, "R2", rSquared(y, x...), want, 1e-9)
	near(t, "R2 with a combination", rSquared(y, append(x, sum)...), want, 1e-9)
}

// normalEquations is R2 by elimination, for comparison.
func normalEquations(y []float64, x [][]float64) float64 {
	k := len(x)
	mean := func(v []float64) float64 { return meanOf(v).value }
	a := make([][]float64, k)
	my, total, explained := mean(y), 0.0, 0.0
	right := make([]float64, k)
	for i := range a {
		a[i] = make([]float64, k+1)
		for j := range x {
			for m := range y {
				a[i][j] += (x[i][m] - mean(x[i])) * (x[j][m] - mean(x[j]))
			}
		}
		for m := range y {
			a[i][k] += (x[i][m] - mean(x[i])) * (y[m] - my)
		}
		right[i] = a[i][k]
	}
	for i := range a {
		for j := range a {
			if j == i {
				continue
			}
			f := a[j][i] / a[i][i]
			for m := range a[j] {
				a[j][m] -= f * a[i][m]
			}
		}
	}
	for i := range a {
		explained += a[i][k] / a[i][i] * right[i]
	}
	for _, v := range y {
		total += (v - my) * (v - my)
	}
	return explained / total
}

func TestPooledAndBiserial(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	var p pooled
	var x []float64
	var yes []bool
	const want = .5
	for firm := 0; firm < 4000; firm++ {
		a, b := make([]float64, 50), make([]float64, 50)
		level := 3 * r.NormFloat64() // firms differ, which must not count
		for i := range a {
			z := r.NormFloat64()
			w := want*z + math.Sqrt(1-want*want)*r.NormFloat64()
			a[i], b[i] = z+level, w-level
			x, yes = append(x, z), append(yes, w > 1.28)
		}
		p.add(a, b)
	}
	e := p.estimate()
	near(t, "the pooled correlation", e.value, want, .006)
	near(t, "its standard error", e.se, (1-want*want)/math.Sqrt(4000*47), 1e-4)
	near(t, "the biserial correlation", biserial(x, yes), want, .01)
	if !math.IsNaN(biserial([]float64{1, 2}, []bool{true, true})) {
		t.Error("a dichotomy of one kind correlates")
	}
}

func TestSpreadAndOverlap(t *testing.T) {
	s := spreadOf([]float64{1, 2, 10, 3, 4})
	near(t, "the coefficient of variation", s.cv, math.Sqrt(50./4)/4, 1e-12)
	near(t, "the share of the best fifth", s.top, .5, 1e-12)
	near(t, "the skewness", s.skew, 36/math.Pow(10, 1.5), 1e-12)
	near(t, "the share of the best fifth of seven", spreadOf([]float64{7, 6, 5, 4, 3, 2, 1}).top, (7+.4*6)/28, 1e-12)
	r := rand.New(rand.NewSource(3))
	a, b := make([]float64, 50000), make([]float64, 50000)
	for i := range a {
		a[i], b[i] = r.NormFloat64(), 1+r.NormFloat64()
	}
	near(t, "the overlap of normals one apart", overlap(a, b), 2*normalCDF(-.5), .01)
	near(t, "the overlap with itself", overlap(a, a), 1, 1e-9)
}

func TestEstimates(t *testing.T) {
	x := []float64{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4}
	mean := meanOf(x)
	near(t, "the mean", mean.value, 4.85, 1e-12)
	// With a group for each value the jackknife of a mean is its standard error.
	j := jackknife(len(x), func(use func(int) bool) float64 {
		sum, n := 0.0, 0.0
		for i, v := range x {
			if use(i) {
				sum, n = sum+v, n+1
			}
		}
		return sum / n
	})
	near(t, "the jackknifed mean", j.value, mean.value, 1e-12)
	near(t, "its standard error", j.se, mean.se, 1e-12)
	two := make([]float64, len(x))
	for i := range two {
		two[i] = 2
	}
	ratio := ratioOf(x, two)
	near(t, "a ratio to a constant", ratio.value, mean.value/2, 1e-12)
	near(t, "its standard error", ratio.se, mean.se/2, 1e-12)
	c := contrast(x, two, 3, x, two)
	near(t, "a contrast with itself", c.value, -2*ratio.value, 1e-12)
	near(t, "its standard error", c.se, 2*ratio.se, 1e-12)
	share := shareOf(x, func(v float64) bool { return v > 4 })
	near(t, "a share", share.value, .5, 1e-12)
	near(t, "a slope", slope([]float64{1, 3, 5, 7}), 2, 1e-12)
}

func TestJudging(t *testing.T) {
	band := between("x", sim.UnitR, -1, 1)
	for _, c := range []struct {
		line  Line
		e     estimate
		holds bool
	}{
		{band, estimate{.9, .5}, true},
		{band, estimate{1, 0}, true},
		{band, estimate{1.01, 5}, false},
		{band, estimate{math.NaN(), 0}, false},
		{above("x", sim.UnitR, Estimate, 0), estimate{0, 0}, false},
		{below("x", sim.UnitR, Estimate, 0), estimate{-1e-9, 0}, true},
		{above("x", sim.UnitR, Lower999, 0), estimate{3, 1}, false},
		{above("x", sim.UnitR, Lower999, 0), estimate{3.2, 1}, true},
		{below("x", sim.UnitR, Upper999, 0), estimate{-3.2, 1}, true},
		{atMost("x", sim.UnitR, Upper95, .01), estimate{-.1, .067}, false},
		{atMost("x", sim.UnitR, Upper95, .01), estimate{-.1, .066}, true},
		{atLeast("x", sim.UnitR, Lower99, 0), estimate{2.3, 1}, false},
		{nineOfTen("x"), estimate{.9, .01}, true},
		{nineOfTen("x"), estimate{.899, .01}, false},
		{exactly("x", sim.UnitR, .5, 1e-9), estimate{value: .5 + 2e-9}, false},
		{none("x", 0), estimate{value: 0}, true},
		{none("x", 0), estimate{value: 1}, false},
		{reported("x", sim.UnitR), estimate{value: 1e9}, true},
	} {
		if m := c.line.judge(c.e); m.Holds != c.holds || m.Holds && m.Margin < 0 || !m.Holds && m.Margin > 0 {
			t.Errorf("%+v of %+v: holds %v, margin %g", c.e, c.line, m.Holds, m.Margin)
		}
	}
	near(t, "the false alarms at the edge", band.judge(estimate{1, .1}).FalseAlarm, .5, 1e-9)
	near(t, "the false alarms two errors inside", band.judge(estimate{.8, .1}).FalseAlarm, normalCDF(-2), 1e-9)
}
