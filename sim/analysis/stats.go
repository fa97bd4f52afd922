package analysis

import (
	"math"
	"sort"

	"threep/sim/internal/numeric"
)

func normalCDF(z float64) float64      { return numeric.NormalCDF(z) }
func normalQuantile(p float64) float64 { return numeric.NormalQuantile(p) }

// monthsOf is a time in weeks as months of 52/12 weeks.
func monthsOf(weeks float64) float64 { return weeks * 12 / 52 }

// estimate is a figure with its standard error.
type estimate struct{ value, se float64 }

// exact is a figure without luck.
func exact(v float64) estimate { return estimate{value: v} }

// meanOf is the mean of independent values, one for each future.
func meanOf(x []float64) estimate {
	n := float64(len(x))
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	mean := sum / n
	squares := 0.0
	for _, v := range x {
		squares += (v - mean) * (v - mean)
	}
	return estimate{mean, math.Sqrt(squares / (n - 1) / n)}
}

// ratioOf is the sum of a over the sum of b, one of each for a future; the
// standard error is that of the linearised ratio.
func ratioOf(a, b []float64) estimate {
	n := float64(len(a))
	var sa, sb float64
	for i := range a {
		sa += a[i]
		sb += b[i]
	}
	r := sa / sb
	squares := 0.0
	for i := range a {
		d := a[i] - r*b[i]
		squares += d * d
	}
	return estimate{r, math.Sqrt(squares/(n*(n-1))) / math.Abs(sb/n)}
}

// contrast is sum(a)/sum(b) - weight x sum(c)/sum(d), of paired futures.
func contrast(a, b []float64, weight float64, c, d []float64) estimate {
	n := float64(len(a))
	var sa, sb, sc, sd float64
	for i := range a {
		sa, sb, sc, sd = sa+a[i], sb+b[i], sc+c[i], sd+d[i]
	}
	r, q := sa/sb, sc/sd
	squares := 0.0
	for i := range a {
		e := (a[i]-r*b[i])/(sb/n) - weight*(c[i]-q*d[i])/(sd/n)
		squares += e * e
	}
	return estimate{r - weight*q, math.Sqrt(squares / (n * (n - 1)))}
}

// shareOf is the share of values for which keep holds.
func shareOf(x []float64, keep func(float64) bool) estimate {
	n, k := float64(len(x)), 0.0
	for _, v := range x {
		if keep(v) {
			k++
		}
	}
	p := k / n
	return estimate{p, math.Sqrt(p * (1 - p) / n)}
}

// groups is the number of groups that the jackknife leaves out in turn.
const groups = 20

// jackknife applies a statistic to all futures but one group of them in turn;
// futures go to groups in their order, so that no group is like another by luck
// of order alone.
func jackknife(futures int, statistic func(use func(future int) bool) float64) estimate {
	whole := statistic(func(int) bool { return true })
	g := min(groups, futures)
	if g < 2 {
		return estimate{whole, math.NaN()}
	}
	values := make([]float64, g)
	sum := 0.0
	for k := range values {
		values[k] = statistic(func(future int) bool { return future%g != k })
		sum += values[k]
	}
	mean := sum / float64(g)
	squares := 0.0
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	return estimate{whole, math.Sqrt(squares * float64(g-1) / float64(g))}
}

// pearson is the correlation of two samples; NaN where one of them is constant.
func pearson(x, y []float64) float64 {
	n := float64(len(x))
	var mx, my float64
	for i := range x {
		mx += x[i] / n
		my += y[i] / n
	}
	var sxx, syy, sxy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		sxx += dx * dx
		syy += dy * dy
		sxy += dx * dy
	}
	if sxx == 0 || syy == 0 {
		return math.NaN()
	}
	return sxy / math.Sqrt(sxx*syy)
}

// pooled gathers correlations of several firms by Fisher's z.
type pooled struct{ z, weight []float64 }

// add takes the correlation of a firm's people: its z, weighted by n - 3.
func (p *pooled) add(x, y []float64) {
	if len(x) < 5 {
		return
	}
	r := pearson(x, y)
	if math.IsNaN(r) {
		return
	}
	p.z = append(p.z, math.Atanh(math.Max(-.999999, math.Min(.999999, r))))
	p.weight = append(p.weight, float64(len(x)-3))
}

// estimate is the pooled correlation:
//
//	r = tanh(sum (n - 3) z / sum (n - 3))
func (p *pooled) estimate() estimate {
	weighted := make([]float64, len(p.z))
	for i := range p.z {
		weighted[i] = p.z[i] * p.weight[i]
	}
	z := ratioOf(weighted, p.weight)
	r := math.Tanh(z.value)
	return estimate{r, z.se * (1 - r*r)}
}

// biserial is the biserial correlation of x with a dichotomy that is thought of
// as a cut through a normal variable:
//
//	r = (mean of x where yes - mean where no) / sd(x) x p q / phi(quantile of p)
func biserial(x []float64, yes []bool) float64 {
	n := float64(len(x))
	var sum, squares, sumYes, yeses float64
	for i, v := range x {
		sum += v
		squares += v * v
		if yes[i] {
			sumYes += v
			yeses++
		}
	}
	p := yeses / n
	if p <= 0 || p >= 1 {
		return math.NaN()
	}
	mean := sum / n
	sd := math.Sqrt(squares/n - mean*mean)
	other := (sum - sumYes) / (n - yeses)
	cut := normalQuantile(p)
	density := math.Exp(-cut*cut/2) / math.Sqrt(2*math.Pi)
	return (sumYes/yeses - other) / sd * p * (1 - p) / density
}

// rSquared is the unadjusted R2 of the least-squares regression of y on the
// columns of x with a constant: the columns are made orthogonal one by one, and
// each takes its share of the variation of y.
func rSquared(y []float64, columns ...[]float64) float64 {
	centre := func(x []float64) []float64 {
		mean := meanOf(x).value
		c := make([]float64, len(x))
		for i, v := range x {
			c[i] = v - mean
		}
		return c
	}
	dot := func(a, b []float64) float64 {
		sum := 0.0
		for i := range a {
			sum += a[i] * b[i]
		}
		return sum
	}
	target := centre(y)
	total := dot(target, target)
	explained := 0.0
	var basis [][]float64
	for _, column := range columns {
		c := centre(column)
		before := dot(c, c)
		// Twice, so that rounding leaves no part of the earlier columns.
		for pass := 0; pass < 2; pass++ {
			for _, b := range basis {
				k := dot(c, b)
				for i := range c {
					c[i] -= k * b[i]
				}
			}
		}
		length := dot(c, c)
		if length <= 1e-12*before || length == 0 {
			continue // a combination of the earlier columns
		}
		for i := range c {
			c[i] /= math.Sqrt(length)
		}
		basis = append(basis, c)
		explained += dot(c, target) * dot(c, target)
	}
	return explained / total
}

// overlap is the area that two distributions have in common, from samples in
// bins of half a standard deviation.
func overlap(a, b []float64) float64 {
	const width = .5
	count := func(x []float64) map[int]float64 {
		bins := map[int]float64{}
		for _, v := range x {
			bins[int(math.Floor(v/width))] += 1 / float64(len(x))
		}
		return bins
	}
	one, two := count(a), count(b)
	keys := make([]int, 0, len(one))
	for k := range one {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	sum := 0.0
	for _, k := range keys {
		sum += math.Min(one[k], two[k])
	}
	return sum
}

// spread is what a firm's annual sales look like.
type spread struct{ cv, top, skew float64 }

// spreadOf gives the coefficient of variation, the share of sales that the best
// fifth brings, and the skewness.
func spreadOf(x []float64) spread {
	n := float64(len(x))
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	mean := sum / n
	var m2, m3 float64
	for _, v := range x {
		d := v - mean
		m2 += d * d
		m3 += d * d * d
	}
	sd := math.Sqrt(m2 / (n - 1))
	sorted := append([]float64(nil), x...)
	sort.Sort(sort.Reverse(sort.Float64Slice(sorted)))
	// The best fifth, the last of it in part where a fifth is no whole number.
	left, top := n/5, 0.0
	for _, v := range sorted {
		part := math.Min(1, left)
		top += part * v
		left -= part
		if left <= 0 {
			break
		}
	}
	return spread{sd / mean, top / sum, m3 / n / math.Pow(m2/n, 1.5)}
}

// slope is the least-squares slope of y on its index, for one step.
func slope(y []float64) float64 {
	n := float64(len(y))
	var sx, sy, sxx, sxy float64
	for k, v := range y {
		x := float64(k)
		sx += x
		sy += v
		sxx += x * x
		sxy += x * v
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
