package vector

import "threep/sim/internal/numeric"

// Exp replaces every number by e to it, as numeric.Exp has it.
func Exp(numbers []float64) {
	for i := expLanes(numbers); i < len(numbers); i++ {
		numbers[i] = numeric.Exp(numbers[i])
	}
}

// InverseFourthRoots replaces every positive, normal number by its power of
// -1/4, as numeric.InverseFourthRoot has it.
func InverseFourthRoots(numbers []float64) {
	for i := rootLanes(numbers); i < len(numbers); i++ {
		numbers[i] = numeric.InverseFourthRoot(numbers[i])
	}
}
