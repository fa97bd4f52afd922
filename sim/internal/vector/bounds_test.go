package vector_test

import (
	"testing"

	"threep/sim/internal/vector"
)

// What a kernel would read or write out of place, or has no bit for, is refused
// before it runs, and by its twin as well.
func TestWhatDoesNotFitIsRefused(t *testing.T) {
	var flows vector.Flows
	var deals vector.Deals
	move := func(stages int) func() {
		return func() { vector.Move(make([]vector.Seats, 1), stages, &vector.Moves{Win: 1}, &flows) }
	}
	consider := func(tools, considered int) func() {
		return func() {
			vector.Consider(make([]vector.Clock, 4*tools), make([]vector.ToolUse, 4*tools), tools, 1, make([]vector.Around, considered))
		}
	}
	closing := func(fours int) func() {
		return func() { vector.Close(make([]vector.Seats, fours), nil, 0, &deals) }
	}
	// A team of four seats with two tools, of which some are live; the last seat is
	// vacant and in a quarter of savvy.
	use := func(quarter uint64, live ...int) func() {
		return func() {
			seats := make([]vector.Seats, 1)
			seats[0].Held = [vector.Lanes]uint64{vector.All, vector.All, vector.All, vector.Nothing}
			seats[0].Quarter[3] = quarter
			vector.UseTools(seats, new(vector.UseRates), make([]vector.ToolTerms, 2), live, make([]vector.ToolUse, 2), make([]vector.Four, 2), make([]vector.ToolWeek, 2), new(vector.UseSums))
		}
	}
	for name, c := range map[string]struct {
		do      func()
		refused bool
	}{
		"no stage":                     {move(0), true},
		"the most stages":              {move(vector.MaxStages), false},
		"a stage too many":             {move(vector.MaxStages + 1), true},
		"the most tools considered":    {consider(vector.MostConsidered, vector.MostConsidered), false},
		"a tool too many considered":   {consider(vector.MostConsidered+1, vector.MostConsidered+1), true},
		"tools that nobody has":        {consider(2, 3), true},
		"the most seats closed":        {closing(vector.MostClosed), false},
		"seats too many closed":        {closing(vector.MostClosed + 1), true},
		"the last quarter of savvy":    {use(3, 0, 1), false},
		"a fifth quarter of savvy":     {use(4, 0, 1), true},
		"live tools in another order":  {use(0, 1, 0), false},
		"a live tool that is not one":  {use(0, 2, 0), true},
		"a live tool before the first": {use(0, -1, 0), true},
	} {
		for way, run := range bothWays {
			refused := false
			func() {
				defer func() { refused = recover() != nil }()
				run(c.do)
			}()
			if refused != c.refused {
				t.Errorf("%s, %s: refused %t, want %t", name, way, refused, c.refused)
			}
		}
	}
}

// bothWays run something as this machine does it and as it is done without kernels.
var bothWays = map[string]func(func()){
	"as it is":        func(do func()) { do() },
	"without kernels": vector.Alone,
}
