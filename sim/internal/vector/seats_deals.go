package vector

import (
	"math/bits"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// A half of the distribution of a deal over its mean is cut into octaves of the
// probability in its tail, an octave into cells.
const (
	DealOctaves = 24
	DealCells   = 256
)

// Deals is the quantile function of a deal over its mean at the ends of the cells:
// the lower half of the distribution and the upper.
type Deals [2][DealOctaves][DealCells + 1]float64

// Value returns a deal's value over the mean from random bits, of which the first 32
// decide: the first chooses the half, the rest is the probability in its tail. Beyond
// the table there is none. It has no branch that the processor could not foresee.
func (d *Deals) Value(random uint64) (value float64, within bool) {
	half, tail := random>>63, random<<1
	octave := bits.LeadingZeros64(tail)
	if octave >= DealOctaves {
		return 0, false
	}
	rest := tail << (uint(octave) + 1)
	cell := rest >> 56
	part := float64(float64(rest<<8>>11) * (1.0 / (1 << 53)))
	row := &d[half][octave]
	low := row[cell]
	return low + float64(part*(row[cell+1]-low)), true
}

// Close draws the deals of a week, given their means, and sets what was won and its
// revenue. Where that is not done, or where it takes more than a table, it leaves
// 0 and returns the seats whose deals are to be drawn yet, from the lowest bit on,
// besides the deals that were won. Nobody wins a deal whose number is at most
// exp(-mean). Twins, where there are any, are the same seats in a world that has lived
// the week: where the same people have won as many deals there, the draws are the
// same, and are taken from there. It takes at most MostClosed at a time.
func Close(seats, twins []Seats, week int, deals *Deals) (left uint64, won float64) {
	if len(seats) > MostClosed {
		panic("vector: Close is given more seats than it takes at a time") // which would have no bit
	}
	if done, left, won := dealLanes(seats, twins, week, deals); done {
		return left, won
	}
	for at := range seats {
		f := &seats[at]
		for i := range f.Key {
			f.Won[i], f.Drawn[i], f.Revenue[i] = 0, 0, 0
			f.Luck[i] = random.Key(f.Key[i]).Uniform(random.Wins, week)
			f.None[i] = numeric.Exp(-f.Mean[i])
			if f.Luck[i] > f.None[i] {
				left |= 1 << uint(at*Lanes+i)
			}
		}
	}
	return left, 0
}

// MostClosed is how many Seats Close takes at a time.
const MostClosed = 64 / Lanes
