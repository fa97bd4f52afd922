package numeric

// Larger and Smaller bound numbers in the weekly loop, nearly always without effect. A
// branch that the processor foresees costs less there than the built-in min and max,
// which also order signed zeros and numbers that are not numbers; where either may be
// the larger, as for users and others, the built-in ones cost less.

// Larger is a where it is larger, else b.
func Larger(a, b float64) float64 {
	if a > b {
		return a
	}
	return b
}

// Smaller is a where it is smaller, else b.
func Smaller(a, b float64) float64 {
	if a < b {
		return a
	}
	return b
}
