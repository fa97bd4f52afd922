package analysis

import (
	"math"

	"threep/sim/internal/random"
)

// The elementary effects of Morris (1991): each trajectory starts at a random
// point of a grid of levels and moves one factor after the other, in random order,
// by half of the levels and one. With an even number of levels p, and factors
// from 0 to 1:
//
//	step = p / (2 (p - 1));  effect = (f(x + step) - f(x)) / step
//
// The mean of the absolute effects, mu*, says how much a factor matters over its
// range (Campolongo, Cariboni and Saltelli 2007); their standard deviation,
// sigma, how far that depends on the other factors or on where it stands.
const morrisLevels = 4

// morrisStep is the step of a factor.
const morrisStep = morrisLevels / (2. * (morrisLevels - 1))

// trajectory is a walk through the grid: each point differs from the last in one
// factor.
type trajectory struct {
	points [][]float64
	moved  []int  // the factor that led to the next point
	up     []bool // it was raised
}

// newTrajectory draws the k-th trajectory of a seed.
func newTrajectory(seed uint64, k, factors int) trajectory {
	key := random.Root(seed^morrisSalt, k)
	draw := 0
	uniform := func() float64 {
		draw++
		return key.Uniform(random.Ignorance, draw)
	}
	x, up := make([]float64, factors), make([]bool, factors)
	for i := range x {
		// The lower half of the levels can go up by the step, the upper half down.
		level := int(uniform() * morrisLevels)
		x[i] = float64(level) / (morrisLevels - 1)
		up[i] = level < morrisLevels/2
	}
	order := make([]int, factors)
	for i := range order {
		k := int(uniform() * float64(i+1))
		order[i], order[k] = order[k], i
	}
	t := trajectory{points: [][]float64{x}, moved: order}
	for _, i := range order {
		next := append([]float64(nil), t.points[len(t.points)-1]...)
		if up[i] {
			next[i] += morrisStep
		} else {
			next[i] -= morrisStep
		}
		t.points, t.up = append(t.points, next), append(t.up, up[i])
	}
	return t
}

// morrisSalt keeps the grid's draws apart from those of the futures.
const morrisSalt = 0x6d6f7272

// effects are the elementary effects of a trajectory, by factor, for the value of
// one output at each of its points.
func (t *trajectory) effects(values []float64) []float64 {
	out := make([]float64, len(t.moved))
	for k, i := range t.moved {
		d := values[k+1] - values[k]
		if !t.up[k] {
			d = -d
		}
		out[i] = d / morrisStep
	}
	return out
}

// elementary are the elementary effects of one factor over all trajectories.
type elementary struct{ mu, star, sigma, se float64 }

// summariseEffects takes mu, mu*, sigma, and the standard error of mu*.
func summariseEffects(effects []float64) elementary {
	n := float64(len(effects))
	var e elementary
	for _, v := range effects {
		e.mu += v / n
		e.star += math.Abs(v) / n
	}
	squares, absolute := 0.0, 0.0
	for _, v := range effects {
		squares += (v - e.mu) * (v - e.mu)
		absolute += (math.Abs(v) - e.star) * (math.Abs(v) - e.star)
	}
	e.sigma = math.Sqrt(squares / (n - 1))
	e.se = math.Sqrt(absolute / (n - 1) / n)
	return e
}
