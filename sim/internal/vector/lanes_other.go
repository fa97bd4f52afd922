//go:build !amd64

package vector

func expLanes([]float64) int { return 0 }

func shareLanes([]Seats, []Supply, []Four) bool { return false }

func considerLanes([]Clock, []ToolUse, int, int, []Around) (done bool, out uint64) {
	return false, 0
}

func useLanes([]Seats, *UseRates, []ToolTerms, []int, []ToolUse, []Four, []ToolWeek, *UseSums) (done, rejects bool) {
	return false, false
}
