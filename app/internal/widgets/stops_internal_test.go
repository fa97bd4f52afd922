package widgets

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// tables draws value tables as parameters have them: anchored anywhere, with steps
// that floating-point numbers cannot hold.
func tables() *rapid.Generator[stops] {
	return rapid.Custom(func(t *rapid.T) stops {
		from := rapid.Float64Range(-1e4, 1e4).Draw(t, "from")
		step := rapid.Float64Range(1e-3, 1e3).Draw(t, "step")
		n := rapid.IntRange(1, 300).Draw(t, "n")
		values := make([]float64, n+1)
		for i := range values {
			values[i] = from + float64(i)*step
		}
		return newStops(values)
	})
}

func TestStopsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tables().Draw(t, "table")
		i := rapid.IntRange(0, len(s)-1).Draw(t, "i")
		if got := s.at(s.share(s[i])); got != s[i] {
			t.Fatalf("stop %d of %d: %v comes back as %v", i, len(s), s[i], got)
		}
		if got := s.nearest(s[i]); got != i {
			t.Fatalf("stop %d is nearest to %d", i, got)
		}
	})
}

func TestStopsDoNotDrift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tables().Draw(t, "table")
		start := rapid.IntRange(0, len(s)-1).Draw(t, "start")
		v := s[start]
		up := rapid.IntRange(0, 500).Draw(t, "up")
		for range up {
			v = s.step(v, 1)
		}
		climbed := min(up, len(s)-1-start)
		for range climbed {
			v = s.step(v, -1)
		}
		if v != s[start] {
			t.Fatalf("%d steps up and %d down lead from %v to %v", up, climbed, s[start], v)
		}
	})
}

func TestStopsBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tables().Draw(t, "table")
		v := rapid.Float64Range(s.min(), s.max()).Draw(t, "v")
		if share := s.share(v); share < 0 || share > 1 {
			t.Fatalf("%v stands at %v", v, share)
		}
		if up := s.step(v, 1); up <= v && v < s.max() {
			t.Fatalf("a step up leads from %v to %v", v, up)
		}
		if down := s.step(v, -1); down >= v && v > s.min() {
			t.Fatalf("a step down leads from %v to %v", v, down)
		}
		near := s[s.nearest(v)]
		for _, other := range s {
			if math.Abs(other-v) < math.Abs(near-v) {
				t.Fatalf("%v is nearer to %v than %v", other, v, near)
			}
		}
	})
}
