package widgets

import (
	"math"
	"slices"
)

// stops is the value table of a slider: the places at which its handle comes to
// rest. A slider over an index into this table cannot drift, and gives back the very
// numbers it was given.
type stops []float64

// newStops sorts the values and leaves out doubles and what is not finite.
func newStops(values []float64) stops {
	s := make(stops, 0, len(values))
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			s = append(s, v)
		}
	}
	slices.Sort(s)
	return slices.Compact(s)
}

func (s stops) min() float64 { return s[0] }
func (s stops) max() float64 { return s[len(s)-1] }

// contains reports whether a value lies in the range of the table.
func (s stops) contains(v float64) bool { return v >= s.min() && v <= s.max() }

// nearest returns the index of the stop closest to a value.
func (s stops) nearest(v float64) int {
	i, found := slices.BinarySearch(s, v)
	switch {
	case found || i == 0:
		return i
	case i == len(s) || v-s[i-1] <= s[i]-v:
		return i - 1
	}
	return i
}

// share returns where a value stands along the track, from 0 to 1. Stops stand at
// equal distances; a value between two of them stands between.
func (s stops) share(v float64) float32 {
	if len(s) < 2 {
		return 0
	}
	v = math.Max(s.min(), math.Min(v, s.max()))
	i, found := slices.BinarySearch(s, v)
	at := float64(i)
	if !found {
		at = float64(i-1) + (v-s[i-1])/(s[i]-s[i-1])
	}
	return float32(at / float64(len(s)-1))
}

// at returns the stop at a place along the track.
func (s stops) at(share float32) float64 {
	share = clamp(share, 0, 1)
	return s[int(math.Round(float64(share)*float64(len(s)-1)))]
}

// step returns the stop a number of steps away; a value between two stops goes to
// its neighbour first.
func (s stops) step(v float64, steps int) float64 {
	i, found := slices.BinarySearch(s, v)
	if !found && steps > 0 {
		i-- // i is the stop above, which is one step away
	}
	return s[max(0, min(i+steps, len(s)-1))]
}

// page is the number of steps of a large move.
func (s stops) page() int { return max(1, (len(s)-1)/10) }
