package sim

import (
	"math"
	"testing"
)

// What the product brings to a tool needs content, fit and clarity alike: it is
// their common level where they are level, 0 where one is, and next to 0 next to it.
func TestTheProductNeedsAllItsParts(t *testing.T) {
	for _, level := range []float64{0, .01, .3, .6, .85, 1} {
		if got := productReadiness(level, level, level); math.Abs(got-level) > 1e-12 {
			t.Errorf("all at %g bring %g", level, got)
		}
	}
	for i := range 3 {
		part := [3]float64{.85, .85, .85}
		at := func(x float64) float64 {
			part[i] = x
			return productReadiness(part[0], part[1], part[2])
		}
		if at(0) != 0 || at(.01) > .05 || at(1) < .87 {
			t.Errorf("part %d at 0, .01 and 1 makes %g, %g and %g", i, at(0), at(.01), at(1))
		}
		for x := 0.0; x < 1; x += .05 {
			if at(x+.05) <= at(x) {
				t.Errorf("part %d: %g at %g, %g at %g", i, at(x), x, at(x+.05), x+.05)
			}
		}
	}
}

// The engine and the gauge of readiness see the same product.
func TestReadinessIsWhatToolsMeet(t *testing.T) {
	s := miniature(20)
	s.Today.Content, s.Today.ProductFit, s.Today.ValueClarity = .3, .7, .5
	s.Decisions.Product.Content, s.Decisions.Product.Fit, s.Decisions.Product.Months = .4, .1, 6
	s.Decisions.Tools = []string{"tool"}
	m := solvedSmall(t, s)
	plan := m.week(m.weeks - 1)
	if got, want := s.Readiness().Product, productReadiness(plan.content, plan.fit, plan.clarity); math.Abs(got-want) > 1e-12 {
		t.Errorf("readiness shows a product at %g, tools meet %g", got, want)
	}
	for part := range 3 {
		bare := s.Clone()
		bare.Decisions.Product = ProductDecision{Months: 6}
		*[]*float64{&bare.Today.Content, &bare.Today.ProductFit, &bare.Today.ValueClarity}[part] = 0
		m := solvedSmall(t, bare)
		w := newWorld(m)
		w.prepareSupply(m.week(0))
		if w.supply[0].alive != 0 || bare.Readiness().Product != 0 {
			t.Errorf("a product without one of its parts is alive: %+v, readiness %g", w.supply[0], bare.Readiness().Product)
		}
	}
}
