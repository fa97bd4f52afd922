package vector

import (
	"golang.org/x/sys/cpu"

	"threep/sim/internal/numeric"
)

// avx2 says whether the kernels can run: the processor has what they need, and
// nobody has switched it off (GODEBUG=cpu.avx2=off or cpu.avx=off).
var avx2 = cpu.X86.HasAVX && cpu.X86.HasAVX2 && cpu.X86.HasPOPCNT

// expLanes does Exp as far as whole groups of lanes go and returns how far.
func expLanes(numbers []float64) int {
	groups := len(numbers) / Lanes
	if groups == 0 || !avx2 {
		return 0
	}
	expAVX2(&numbers[0], groups, numeric.Exp2Table())
	return groups * Lanes
}

// shareLanes does ShareOut if it can.
func shareLanes(seats []Seats, supply []Supply, shares []Four) bool {
	if avx2 {
		f := &seats[0]
		shareAVX2(&f.Held[0], len(seats), &supply[0].Weight[0], len(supply), &shares[0][0], numeric.RootTable())
	}
	return avx2
}

// considerLanes does Consider if it can.
func considerLanes(clocks []Clock, use []ToolUse, tools, groups int, around []Around) (done bool, out uint64) {
	if avx2 {
		out = considerAVX2(&clocks[0].Left[0], &use[0].Active[0], tools, groups, &around[0].Manager, len(around))
	}
	return avx2, out
}

// useLanes does UseTools if it can.
func useLanes(seats []Seats, r *UseRates, terms []ToolTerms, live []int, use []ToolUse, shares []Four, week []ToolWeek, sums *UseSums) (done, rejects bool) {
	if avx2 {
		f := &seats[0]
		var sum *float64
		if sums != nil {
			sum = &sums.Used
		}
		rejects = useAVX2(&f.Held[0], len(seats), &r.Best[0], &terms[0].WIIFM[0], len(terms), &live[0], len(live),
			&use[0].Active[0], &shares[0][0], &week[0].realised[0], sum)
	}
	return avx2, rejects
}
