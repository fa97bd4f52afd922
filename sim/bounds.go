package sim

import "math"

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

// nonNegative is x where it is positive, else 0, without a branch, for where either
// is as likely.
func nonNegative(x float64) float64 {
	bits := math.Float64bits(x)
	return math.Float64frombits(bits &^ uint64(int64(bits)>>63))
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
