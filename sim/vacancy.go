package sim

import (
	"math"

	"threep/sim/internal/random"
)

// shortest and longest bound the time to fill over its mean, and with it the time
// that a manager is missed.
const shortest, longest = .5, 1.5

// fillWeeks is the time to fill a vacancy: whole weeks, uniform between shortest and
// longest over the mean.
func (m *model) fillWeeks(leaver random.Key, mean float64) float64 {
	return wholeFill(mean, shortest+float64((longest-shortest)*leaver.Uniform(random.FillTime, 0)))
}

func wholeFill(mean, over float64) float64 { return max(1, math.Floor(float64(mean*over)+.5)) }

// vacancyFound draws a vacancy that is found as it stands on a day: the whole weeks
// that have gone by and those to the next hire. A day falls into a long vacancy
// more often than into a short one, in proportion to its length, and anywhere in it:
//
//	length over the mean = sqrt(shortest^2 + u1 x (longest^2 - shortest^2))
//	gone by = floor(u2 x length in whole weeks)
func vacancyFound(mean, u1, u2 float64) (gone, left float64) {
	over := math.Sqrt(shortest*shortest + float64(u1*(longest*longest-shortest*shortest)))
	whole := wholeFill(mean, over)
	gone = math.Floor(float64(whole * u2))
	return gone, whole - gone
}
