package random_test

import (
	"math"
	"testing"

	"threep/sim/internal/random"
)

// Uniform, normal and exponential draws have their mean and variance, over
// counters, over persons and over processes alike.
func TestDrawsHaveTheirMoments(t *testing.T) {
	const n = 200000
	draws := map[string]func(i int) (u, z, e float64){
		"counters": func(i int) (u, z, e float64) {
			k := random.Root(1, 2)
			return k.Uniform(random.Wins, i), k.Normal(random.Wins, i), k.Exponential(random.Wins, i)
		},
		"persons": func(i int) (u, z, e float64) {
			k := random.Root(1, 2).Person(random.Name("seat"), i)
			return k.Uniform(random.Wins, 0), k.Normal(random.Wins, 0), k.Exponential(random.Wins, 0)
		},
		"futures": func(i int) (u, z, e float64) {
			k := random.Root(1, i).Person(random.Name("seat"), 0)
			return k.Uniform(random.Wins, 0), k.Normal(random.Wins, 0), k.Exponential(random.Wins, 0)
		},
	}
	for name, draw := range draws {
		var su, suu, sz, szz, se float64
		for i := 0; i < n; i++ {
			u, z, e := draw(i)
			if u <= 0 || u >= 1 {
				t.Fatalf("%s: uniform %g", name, u)
			}
			su, suu, sz, szz, se = su+u, suu+u*u, sz+z, szz+z*z, se+e
		}
		for _, c := range []struct {
			what           string
			got, want, tol float64
		}{
			{"mean of the uniform", su / n, .5, .003},
			{"its square", suu / n, 1.0 / 3, .003},
			{"mean of the normal", sz / n, 0, .01},
			{"its square", szz / n, 1, .015},
			{"mean of the exponential", se / n, 1, .01},
		} {
			if math.Abs(c.got-c.want) > c.tol {
				t.Errorf("%s: %s is %.4f, want %.4f", name, c.what, c.got, c.want)
			}
		}
	}
}

// Streams of different processes, persons, seeds and futures do not correlate.
func TestStreamsAreApart(t *testing.T) {
	const n = 100000
	seat := random.Name("S000001")
	a := random.Root(1, 0).Person(seat, 0)
	for name, other := range map[string]func(i int) float64{
		"process":   func(i int) float64 { return a.Normal(random.DealValue, i) },
		"ordinal":   func(i int) float64 { return random.Root(1, 0).Person(seat, 1).Normal(random.Wins, i) },
		"seat":      func(i int) float64 { return random.Root(1, 0).Person(random.Name("S000002"), 0).Normal(random.Wins, i) },
		"future":    func(i int) float64 { return random.Root(1, 1).Person(seat, 0).Normal(random.Wins, i) },
		"seed":      func(i int) float64 { return random.Root(2, 0).Person(seat, 0).Normal(random.Wins, i) },
		"neighbour": func(i int) float64 { return a.Normal(random.Wins, i+1) },
	} {
		sum := 0.0
		for i := 0; i < n; i++ {
			sum += a.Normal(random.Wins, i) * other(i)
		}
		if r := sum / n; math.Abs(r) > .015 {
			t.Errorf("another %s correlates by %.4f", name, r)
		}
	}
}
