package vector_test

import (
	"math"
	"testing"

	"threep/sim/internal/vector"
)

// clocksAt are the numbers around 0 at which a clock that stands has run out or not.
var clocksAt = map[float64]bool{
	0: true, -math.SmallestNonzeroFloat64: true, -1: true, math.SmallestNonzeroFloat64: false, 1: false,
}

// everyLane sets one lane after the other, with and without kernels, to every number
// around 0 and looks whether it has run out as it should.
func everyLane(t *testing.T, runsOut func(lane int, left float64) bool) {
	t.Helper()
	for way, run := range bothWays {
		for left, want := range clocksAt {
			for lane := range vector.Lanes {
				run(func() {
					if got := runsOut(lane, left); got != want {
						t.Errorf("%s: a clock of %g in lane %d has run out: %t, want %t", way, left, lane, got, want)
					}
				})
			}
		}
	}
}

// A clock of leaving at exactly 0 has run out; one that is the least bit above has not.
func TestLeavingIsAtZero(t *testing.T) {
	for name, clock := range map[string]func(f *vector.Seats) *vector.Four{
		"voluntary": func(f *vector.Seats) *vector.Four { return &f.Voluntary },
		"let go":    func(f *vector.Seats) *vector.Four { return &f.LetGo },
		"replaced":  func(f *vector.Seats) *vector.Four { return &f.Replaced },
	} {
		t.Run(name, func(t *testing.T) {
			everyLane(t, func(lane int, left float64) bool {
				seats := make([]vector.Seats, 2)
				for at := range seats {
					f := &seats[at]
					f.Held, f.Voluntary, f.LetGo, f.Replaced = vector.In(vector.All), vector.In(1.0), vector.In(1.0), vector.In(1.0)
				}
				clock(&seats[1])[lane] = left
				return vector.RunDown(seats, &vector.Leaving{Least: 1, Strictness: 1})
			})
		})
	}
}

// A clock of adoption at exactly 0 has run out.
func TestAdoptionIsAtZero(t *testing.T) {
	everyLane(t, func(lane int, left float64) bool {
		clocks := []vector.Clock{{Left: vector.In(1.0)}, {Left: vector.In(1.0)}}
		clocks[1].Left[lane] = left
		return vector.Consider(clocks, make([]vector.ToolUse, 2), 1, 2, make([]vector.Around, 1)) != 0
	})
}

// A tool whose clock of rejection is at exactly 0 is rejected, and so is one used for
// less than what is dropped, but not for just as much.
func TestRejectionIsAtZero(t *testing.T) {
	const dropped = .03
	rejects := func(change func(u *vector.ToolUse)) bool {
		rates := vector.UseRates{Best: vector.In(.6), LeastBenefit: vector.In(1e-9), Dropped: vector.In(dropped)}
		seats, use := make([]vector.Seats, 2), []vector.ToolUse{vector.NoUse, vector.NoUse}
		for at := range seats {
			seats[at].Held = vector.In(vector.All)
			use[at].Active, use[at].Routine, use[at].Use = vector.In(1.0), vector.In(1.0), vector.In(.5)
		}
		change(&use[1])
		return vector.UseTools(seats, &rates, make([]vector.ToolTerms, 1), []int{0}, use, make([]vector.Four, 2), make([]vector.ToolWeek, 2), new(vector.UseSums))
	}
	everyLane(t, func(lane int, left float64) bool {
		return rejects(func(u *vector.ToolUse) { u.Rejection[lane] = left })
	})
	for way, run := range bothWays {
		for use, want := range map[float64]bool{dropped: false, math.Nextafter(dropped, 0): true} {
			for lane := range vector.Lanes {
				run(func() {
					if got := rejects(func(u *vector.ToolUse) { u.Use[lane] = use }); got != want {
						t.Errorf("%s: a use of %g in lane %d is rejected: %t, want %t", way, use, lane, got, want)
					}
				})
			}
		}
	}
}
