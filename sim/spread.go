package sim

import "math"

// Spread tells luck and ignorance apart: the variance of an outcome between the
// futures of one set of assumptions, in the mean over the sets, and that between the
// sets, luck taken out.
type Spread struct {
	Within, Between float64 // variances; not a number where they cannot be told apart
}

// Share is the part of the whole variance that lies between sets of assumptions;
// not a number where the two cannot be told apart or nothing varies.
func (s Spread) Share() float64 { return defined(s.Between, s.Within+s.Between) }

// SetOf is the number of the set of assumptions of a future, from 0: futures are
// shared over the sets in turn.
func (r *Result) SetOf(run int) int { return run % r.Sets }

// Spread analyses the variance of a total of the scenario over the sets of
// assumptions, each future that is defined counting once:
//
//	within = sum over futures of (x - mean of its set)^2 / (futures - sets)
//	between = max(0, (sum over sets of n (mean of the set - mean)^2 / (sets - 1) - within) / n0)
//	n0 = (futures - sum over sets of n^2 / futures) / (sets - 1)
//
// Where no assumption is drawn all is luck. It takes more futures than sets.
func (r *Result) Spread(t Total) Spread {
	values := r.Values(t, Decided)
	if !r.Uncertain {
		s := Summarise(values)
		if s.N-s.Undefined < 2 {
			return Spread{math.NaN(), math.NaN()}
		}
		return Spread{Within: float64(s.SD * s.SD)}
	}
	count, sum := make([]float64, r.Sets), make([]float64, r.Sets)
	futures, all := 0.0, 0.0
	for run, v := range values {
		if isFinite(v) {
			count[r.SetOf(run)]++
			sum[r.SetOf(run)] += v
			futures++
			all += v
		}
	}
	sets, squares, between := 0.0, 0.0, 0.0
	for k, n := range count {
		if n > 0 {
			sets++
			squares += float64(n * n)
			d := sum[k]/n - all/futures
			between += float64(n * float64(d*d))
		}
	}
	if sets < 2 || futures <= sets {
		return Spread{math.NaN(), math.NaN()}
	}
	within := 0.0
	for run, v := range values {
		if isFinite(v) {
			k := r.SetOf(run)
			d := v - sum[k]/count[k]
			within += float64(d * d)
		}
	}
	within /= futures - sets
	n0 := (futures - squares/futures) / (sets - 1)
	return Spread{Within: within, Between: max(0, (between/(sets-1)-within)/n0)}
}
