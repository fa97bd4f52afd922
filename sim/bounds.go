package sim

import "math"

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
