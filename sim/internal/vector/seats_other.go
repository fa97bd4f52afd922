//go:build !amd64

package vector

func learnLanes([]Seats, *Learning, float64, float64) bool            { return false }
func engageLanes([]Seats, *Climate, float64) bool                     { return false }
func growLanes([]Seats, *Growing, float64) bool                       { return false }
func runDownLanes([]Seats, *Leaving) (done, out bool)                 { return false, false }
func countLanes([]Seats, *Census) bool                                { return false }
func moveLanes([]Seats, int, *Moves, *Flows) bool                     { return false }
func dealLanes(_, _ []Seats, _ int, _ *Deals) (bool, uint64, float64) { return false, 0, 0 }
func splitLanes([]Seats, *Workday, float64, *Spent) bool              { return false }
func sameLanes([]Seats, float64) bool                                 { return false }
func keepLanes([]Seats, []Four, *Accounts, *Books) bool               { return false }
func overQuotaLanes([]Seats, float64, []Four) bool                    { return false }
func appraiseLanes([]Seats, []Appraisals, *Standards) bool            { return false }
