package vector

import "threep/sim/internal/numeric"

// Exp replaces every number by e to it, as numeric.Exp has it.
func Exp(numbers []float64) {
	for i := expLanes(numbers); i < len(numbers); i++ {
		numbers[i] = numeric.Exp(numbers[i])
	}
}
