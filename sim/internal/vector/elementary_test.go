package vector_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"threep/sim/internal/numeric"
	"threep/sim/internal/vector"
)

// edges are numbers at which a kernel could part from its twin.
var edges = []float64{
	0, math.Copysign(0, -1), 1, -1, .5, 5e-324, -5e-324, 1e-300, 1e300, -1e300,
	0x1p-1022, 0x1p-1021, 1 - 0x1p-53, 1 + 0x1p-52, 700, -700, 700.0000001, -700.0000001, 710, -745, -746,
	math.Ln2, math.Ln2 / 128, -math.Ln2 / 128, math.Inf(1), math.Inf(-1), math.NaN(),
}

func anyNumber() *rapid.Generator[float64] {
	return rapid.OneOf(rapid.Float64Range(-5, 5), rapid.Float64Range(-800, 800), rapid.Float64(), rapid.SampledFrom(edges))
}

// same compares a slice's numbers one by one with what a function makes of them.
func same(t *rapid.T, of *rapid.Generator[float64], all func([]float64), one func(float64) float64) {
	numbers := rapid.SliceOfN(of, 0, 40).Draw(t, "numbers")
	got := append([]float64(nil), numbers...)
	all(got)
	for i, x := range numbers {
		if want := one(x); math.Float64bits(got[i]) != math.Float64bits(want) {
			t.Fatalf("number %d of %d: of %g (%x) comes %x, want %x", i, len(numbers), x, math.Float64bits(x), math.Float64bits(got[i]), math.Float64bits(want))
		}
	}
}

// needKernels leaves a test out where there is nothing to compare the twins with.
func needKernels(t *testing.T) {
	t.Helper()
	if !vector.Kernels() {
		t.Skip("NOT CHECKED: the kernels need an amd64 processor with AVX2 that is not switched off; here there are only their twins")
	}
}

func TestExpOfManyIsExpOfEach(t *testing.T) {
	needKernels(t)
	rapid.Check(t, func(t *rapid.T) { same(t, anyNumber(), vector.Exp, numeric.Exp) })
}

func TestWhole(t *testing.T) {
	for n, want := range map[int]int{0: 0, 1: 4, 4: 4, 5: 8, 8: 8, 9: 12} {
		if got := vector.Whole(n); got != want {
			t.Errorf("whole groups for %d: %d lanes, want %d", n, got, want)
		}
	}
}

// BenchmarkKernels gives the cost of each function for a team of eight; as one by
// one it is what the processor does without the kernels.
func BenchmarkKernels(b *testing.B) {
	for _, k := range []struct {
		name string
		all  func([]float64)
		one  func(float64) float64
	}{{"exp", vector.Exp, numeric.Exp}} {
		// Many teams, so that no number is read while it is being written.
		numbers := make([]float64, 8*64)
		team := func(i int) []float64 { return numbers[i%64*8:][:8] }
		for i := range numbers {
			numbers[i] = .01 * float64(i+1)
		}
		b.Run(k.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				k.all(team(i))
			}
		})
		b.Run(k.name+" one by one", func(b *testing.B) {
			for i := 0; i < b.N; i++ {
				team := team(i)
				for at, x := range team {
					team[at] = k.one(x)
				}
			}
		})
	}
}
