package numeric_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

func TestExpAgreesWithTheLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-690, 690).Draw(t, "x")
		if got, want := numeric.Exp(x), math.Exp(x); math.Abs(got/want-1) > 1e-15 {
			t.Fatalf("exp(%g) = %g, want %g", x, got, want)
		}
	})
	for _, x := range []float64{0, 1e-300, -1e-17, 1} {
		if got, want := numeric.Exp(x), math.Exp(x); math.Abs(got/want-1) > 4e-16 {
			t.Errorf("exp(%g) = %g, want %g", x, got, want)
		}
	}
	if numeric.Exp(0) != 1 {
		t.Error("exp(0) is not exactly 1")
	}
}

func TestLogAgreesWithTheLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := math.Exp(rapid.Float64Range(-690, 690).Draw(t, "x"))
		if got, want := numeric.Log(x), math.Log(x); math.Abs(got-want) > 4e-16*(1+math.Abs(want)) {
			t.Fatalf("log(%g) = %g, want %g", x, got, want)
		}
	})
	if numeric.Log(1) != 0 || numeric.Log(0) != -745 {
		t.Error("log(1) or log(0) is off")
	}
	// The library's assembly is off for subnormal numbers on some processors.
	if got, want := numeric.Log(5e-324), -744.4400719213812; math.Abs(got-want) > 1e-12 {
		t.Errorf("log of the smallest number is %g, want %g", got, want)
	}
}

func TestLogNearAgreesWithLog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(.2, 5).Draw(t, "x")
		if got, want := numeric.LogNear(x), math.Log(x); math.Abs(got-want) > 4e-16*(1+math.Abs(want)) {
			t.Fatalf("log(%g) = %g, want %g", x, got, want)
		}
	})
}

func TestNormalQuantileInvertsTheDistribution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		z := rapid.Float64Range(-7.5, 5).Draw(t, "z")
		p := 0.5 * math.Erfc(-z/math.Sqrt2)
		if got := numeric.NormalQuantile(p); math.Abs(got-z) > 1e-9*(1+math.Abs(z)) {
			t.Fatalf("quantile(%g) = %g, want %g", p, got, z)
		}
	})
}

func TestPoissonHasItsDistribution(t *testing.T) {
	for _, mu := range []float64{0, .3, 1.35, 5, 12, 30} {
		const n = 200000
		sum, squares := 0.0, 0.0
		for i := 0; i < n; i++ {
			u := (float64(i) + .5) / n
			k := float64(numeric.Poisson(mu, u, func(part int) float64 { return math.Mod(u*7919*float64(part), 1) }))
			sum += k
			squares += k * k
		}
		mean := sum / n
		if math.Abs(mean-mu) > .01*(1+mu) {
			t.Errorf("mean of Poisson(%g) is %g", mu, mean)
		}
		if v := squares/n - mean*mean; mu <= 12 && math.Abs(v-mu) > .02*(1+mu) {
			t.Errorf("variance of Poisson(%g) is %g", mu, v)
		}
	}
}

func TestPowAndLogistic(t *testing.T) {
	if numeric.Pow(0, 2) != 0 || numeric.Pow(0, 0) != 1 {
		t.Error("powers of zero are off")
	}
	if got := numeric.Pow(2, .5); math.Abs(got-math.Sqrt2) > 1e-15 {
		t.Errorf("2^.5 = %g", got)
	}
	if numeric.Logistic(0) != .5 {
		t.Error("logistic(0) is not one half")
	}
}

func BenchmarkExp(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += numeric.Exp(float64(i&1023) / 512)
	}
	sink = x
}

func BenchmarkLog(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += numeric.Log(float64(i&1023) + .5)
	}
	sink = x
}

func BenchmarkNormalQuantile(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += numeric.NormalQuantile((float64(i&1023) + .5) / 1024)
	}
	sink = x
}

var sink float64

func TestInverseFourthRoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := math.Ldexp(rapid.Float64Range(1, 2).Draw(t, "mantissa"), rapid.IntRange(-1000, 1000).Draw(t, "exponent"))
		got := numeric.InverseFourthRoot(x)
		if want := 1 / math.Sqrt(math.Sqrt(x)); math.Abs(got/want-1) > 1e-15 {
			t.Fatalf("x = %g: %.17g, want %.17g", x, got, want)
		}
	})
}

func TestPoissonOfManyPartsHasItsDistribution(t *testing.T) {
	const n, mu = 200000, 31.0
	sum, squares := 0.0, 0.0
	key := random.Root(4, 0)
	for i := 0; i < n; i++ {
		draw := func(part int) float64 { return key.Uniform(random.Lost, i*8+part) }
		k := float64(numeric.Poisson(mu, draw(0), draw))
		sum += k
		squares += k * k
	}
	mean := sum / n
	if se := math.Sqrt(mu / n); math.Abs(mean-mu) > 4*se {
		t.Errorf("mean %.4f", mean)
	}
	if v := squares/n - mean*mean; math.Abs(v/mu-1) > 4*math.Sqrt(2.0/n) {
		t.Errorf("variance %.4f", v)
	}
}
