package vector

import (
	"golang.org/x/sys/cpu"

	"threep/sim/internal/numeric"
)

// avx2 says whether the kernels can run: the processor has what they need, and
// nobody has switched it off (GODEBUG=cpu.avx2=off or cpu.avx=off).
var avx2 = cpu.X86.HasAVX && cpu.X86.HasAVX2

// expLanes does Exp as far as whole groups of lanes go and returns how far.
func expLanes(numbers []float64) int {
	groups := len(numbers) / Lanes
	if groups == 0 || !avx2 {
		return 0
	}
	expAVX2(&numbers[0], groups, numeric.Exp2Table())
	return groups * Lanes
}

// rootLanes does InverseFourthRoots as far as whole groups of lanes go and
// returns how far.
func rootLanes(numbers []float64) int {
	groups := len(numbers) / Lanes
	if groups == 0 || !avx2 {
		return 0
	}
	rootAVX2(&numbers[0], groups, numeric.RootTable())
	return groups * Lanes
}
