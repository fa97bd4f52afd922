package vector

import (
	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// Each of these does the function of its name where the processor can, and reports
// whether it has.

func learnLanes(seats []Seats, k *Learning, learning, forgetting float64) bool {
	if !avx2 || len(seats) == 0 {
		return false
	}
	learnAVX2(&seats[0].Held[0], len(seats), &k.Untrained, learning, forgetting)
	return true
}

func engageLanes(seats []Seats, k *Climate, level float64) bool {
	if !avx2 || len(seats) == 0 {
		return false
	}
	engageAVX2(&seats[0].Held[0], len(seats), &k.Drive, level)
	return true
}

func growLanes(seats []Seats, k *Growing, rate float64) bool {
	if !avx2 || len(seats) == 0 {
		return false
	}
	growAVX2(&seats[0].Held[0], len(seats), &k.Age, rate)
	return true
}

func runDownLanes(seats []Seats, k *Leaving) (done, out bool) {
	if !avx2 || len(seats) == 0 {
		return false, false
	}
	return true, runDownAVX2(&seats[0].Held[0], len(seats), &k.Engagement)
}

func countLanes(seats []Seats, sum *Census) bool {
	if !avx2 || len(seats) == 0 {
		return false
	}
	countAVX2(&seats[0].Held[0], len(seats), &sum.Tenure)
	return true
}

func moveLanes(seats []Seats, stages int, k *Moves, sum *Flows) bool {
	if !avx2 || len(seats) == 0 {
		return false
	}
	moveAVX2(&seats[0].Held[0], len(seats), stages, &k.Skill, &sum.Created, numeric.Exp2Table())
	return true
}

func dealLanes(seats, twins []Seats, week int, deals *Deals) (done bool, left uint64, won float64) {
	if !avx2 || len(seats) == 0 {
		return false, 0, 0
	}
	var sums Four
	last := &seats[len(seats)-1]
	var twin *uint64
	if twins != nil {
		twin = &twins[len(seats)-1].Held[0]
	}
	left = dealAVX2(&last.Held[0], len(seats), twin, random.Counter(random.Wins, week), random.Counter(random.DealValue, week), random.Counter(0, 2<<16), numeric.Exp2Table(), &deals[0][0][0], &sums[0])
	return true, left, sums[0] + sums[1] + sums[2] + sums[3]
}

func splitLanes(seats []Seats, k *Workday, selling float64, sum *Spent) bool {
	if !avx2 || len(seats) == 0 {
		return false
	}
	if splitAVX2(&seats[0].Held[0], len(seats), &k.Selling, selling, &sum.Selling) {
		k.value(seats)
	}
	return true
}

// sameLanes reports also whether selling hours are worth what they were.
func sameLanes(seats []Seats, selling float64) bool {
	return avx2 && len(seats) > 0 && !sameAVX2(&seats[0].Held[0], len(seats), selling)
}

func keepLanes(seats []Seats, past []Four, k *Accounts, sum *Books) bool {
	if !avx2 || len(seats) == 0 {
		return false
	}
	sum.Holders += float64(keepAVX2(&seats[0].Held[0], len(seats), &past[0][0], &k.RampStart, &sum.Revenue))
	return true
}

// overQuotaLanes reports also whether all accounts are near enough to what they were.
func overQuotaLanes(seats []Seats, power float64, out []Four) bool {
	return avx2 && len(seats) > 0 && !overQuotaAVX2(&seats[0].Held[0], len(seats), power, &out[0][0], numeric.Exp2Table())
}

func appraiseLanes(seats []Seats, a []Appraisals, k *Standards) bool {
	if !avx2 || len(seats) == 0 {
		return false
	}
	appraiseAVX2(&seats[0].Held[0], len(seats), &a[0].Sum[0], &k.ByAttain, numeric.Exp2Table())
	return true
}
