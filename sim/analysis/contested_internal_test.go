package analysis

import (
	"math"
	"testing"
)

// TestBreakEvens finds where made-up claims stop to hold.
func TestBreakEvens(t *testing.T) {
	numbers := func(x ...float64) []Number {
		out := make([]Number, len(x))
		for i, v := range x {
			out[i] = Number(v)
		}
		return out
	}
	gap := math.NaN()
	for _, c := range []struct {
		what   string
		values []float64
		curve  ContestedCurve
		want   []BreakEven
	}{
		{
			"a figure that must be at least .9 and falls",
			[]float64{0, .1, .2},
			ContestedCurve{Bound: .9, Value: numbers(1, .95, .75), SE: numbers(.01, .01, .03)},
			[]BreakEven{{At: .125, SE: Number(.015 * .1 / .2), Holds: Below, From: .1, To: .2}},
		},
		{
			"a figure that must be at most 0 and falls",
			[]float64{0, .5, 1},
			ContestedCurve{AtMost: true, Value: numbers(3, 1, -1), SE: numbers(.2, .2, .2)},
			[]BreakEven{{At: .75, SE: .05, Holds: Above, From: .5, To: 1}},
		},
		{
			"the same along an axis that falls",
			[]float64{1, .5, 0},
			ContestedCurve{AtMost: true, Value: numbers(3, 1, -1), SE: numbers(.2, .2, .2)},
			[]BreakEven{{At: .25, SE: .05, Holds: Below, From: 0, To: .5}},
		},
		{
			"one that holds in the middle, with a gap",
			[]float64{0, 1, 2, 3, 4},
			ContestedCurve{Value: numbers(-1, gap, 1, 1, -1), SE: numbers(0, gap, 0, 0, 0)},
			[]BreakEven{{At: 1, Holds: Above, From: 0, To: 2}, {At: 3.5, Holds: Below, From: 3, To: 4}},
		},
		{"one that holds everywhere", []float64{0, 1}, ContestedCurve{Value: numbers(0, 2), SE: numbers(1, 1)}, nil},
		{"one that is told alone", []float64{0, 1}, ContestedCurve{Bound: Number(gap), Value: numbers(-1, 2), SE: numbers(1, 1)}, nil},
	} {
		a := ContestedAxis{Values: c.values}
		got := a.breakEvens(&c.curve)
		if len(got) != len(c.want) {
			t.Errorf("%s: %+v", c.what, got)
			continue
		}
		for i, b := range got {
			w := c.want[i]
			if math.Abs(float64(b.At-w.At)) > 1e-12 || math.Abs(float64(b.SE-w.SE)) > 1e-12 || b.Holds != w.Holds || b.From != w.From || b.To != w.To {
				t.Errorf("%s: %+v, want %+v", c.what, b, w)
			}
		}
	}
}

func TestElasticity(t *testing.T) {
	for rho, want := range map[float64]float64{1: math.Inf(1), 0: 1, -1: .5, -4: .2} {
		if got := Elasticity(rho); got != want {
			t.Errorf("the elasticity at %g is %g, want %g", rho, got, want)
		}
	}
}

func TestSharesAreNeverCertain(t *testing.T) {
	if e := uncertainShare(exact(1), 96); e.value != 1 || math.Abs(e.se-math.Sqrt(.98*.02/100)) > 1e-12 {
		t.Errorf("all of 96 futures have the error %g", e.se)
	}
}
