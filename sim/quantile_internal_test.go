package sim

import (
	"sort"
	"testing"

	"pgregory.net/rapid"
)

func TestSelectQuantileIsQuantile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-5, 5), 1, 200).Draw(t, "x")
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		sorted := append([]float64(nil), x...)
		sort.Float64s(sorted)
		if got, want := selectQuantile(x, p), Quantile(sorted, p); got != want {
			t.Fatalf("quantile %g is %g, want %g", p, got, want)
		}
	})
}
