//go:build !amd64

package vector

func learnLanes([]Seats, *Learning) bool                     { return false }
func engageLanes([]Seats, *Climate) bool                     { return false }
func growLanes([]Seats, *Growing) bool                       { return false }
func runDownLanes([]Seats, *Leaving) (done, out bool)        { return false, false }
func countLanes([]Seats, *Census) bool                       { return false }
func moveLanes([]Seats, int, *Moves, *Flows) bool            { return false }
func dealLanes([]Seats, int, *Deals) (bool, uint64, float64) { return false, 0, 0 }
func splitLanes([]Seats, *Workday, *Spent) bool              { return false }
func sameLanes([]Seats, float64) bool                        { return false }
func keepLanes([]Seats, []Four, *Accounts, *Books) bool      { return false }
