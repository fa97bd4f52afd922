package sim

// The weekly loop bounds many numbers, nearly always without effect. A branch
// that the processor foresees costs less there than the built-in min and max,
// which also order signed zeros and numbers that are not numbers; where either
// may be the larger, as for users and others, the built-in ones cost less.

func larger(a, b float64) float64 {
	if a > b {
		return a
	}
	return b
}

func smaller(a, b float64) float64 {
	if a < b {
		return a
	}
	return b
}

func clamp(x, low, high float64) float64 {
	if x < low {
		return low
	}
	if x > high {
		return high
	}
	return x
}
