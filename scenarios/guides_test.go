package scenarios

import (
	"context"
	"math"
	"reflect"
	"slices"
	"sync"
	"testing"

	"threep/sim"
)

// Everything that a guide tells people to notice is there when the file is run.
func TestWhatGuidesSayIsThere(t *testing.T) {
	if testing.Short() {
		t.Skip("many futures: run without -short")
	}
	e := sim.NewEngine()
	for _, g := range Guides() {
		t.Run(g.Scenario, func(t *testing.T) {
			if err := g.check(); err != nil {
				t.Fatal(err)
			}
			s, err := Builtin(g.Scenario)
			if err != nil {
				t.Fatal(err)
			}
			r, err := e.Run(context.Background(), s, sim.Options{Runs: 60, Seed: 7})
			if err != nil {
				t.Fatal(err)
			}
			for i := range g.Notice {
				n := &g.Notice[i]
				v, err := n.Measure(r)
				if err != nil {
					t.Errorf("%q: %v", n.Say, err)
					continue
				}
				t.Logf("%.4g: %s", v, n.Say)
				if !n.Holds(v) {
					t.Errorf("%q is not so: %s of %s is %.4g", n.Say, n.Outcome, n.Of, v)
				}
			}
		})
	}
}

// A guide's line can fail.
func TestNoticeCanFail(t *testing.T) {
	s, err := Builtin("crm-elixir")
	if err != nil {
		t.Fatal(err)
	}
	s.Decisions.Tools = nil
	r, err := sim.NewEngine().Run(context.Background(), s, sim.Options{Runs: 4, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	g, _ := GuideOf("crm-elixir")
	v, err := g.Notice[0].Measure(r)
	if err != nil || g.Notice[0].Holds(v) {
		t.Errorf("without its tool the scenario still shows %g: %v", v, err)
	}
}

// No two scenarios of the library differ in one number alone; the worlds of the
// checks are what the checks define.
func TestScenariosDifferInMoreThanOneNumber(t *testing.T) {
	rows := sim.NewTable().Rows()
	var names []string
	for _, g := range Guides() {
		names = append(names, g.Scenario)
	}
	if len(names) < 10 {
		t.Errorf("the library has %d scenarios with a guide, want at least 10", len(names))
	}
	for i, a := range names {
		for _, b := range names[:i] {
			x, errX := Builtin(a)
			y, errY := Builtin(b)
			if errX != nil || errY != nil {
				t.Fatal(errX, errY)
			}
			differ := 0
			for k := range rows {
				if rows[k].Get(x) != rows[k].Get(y) {
					differ++
				}
			}
			if !reflect.DeepEqual(x.Decisions.Tools, y.Decisions.Tools) {
				differ++
			}
			if differ < 2 {
				t.Errorf("%s and %s differ in %d numbers", a, b, differ)
			}
		}
	}
}

// The story of the haves and have-nots says two things that no weekly outcome shows:
// that the savvy among the qualified gain at least twice as much, of which the gain of
// people who are in their seats in both worlds tells, and that age has a small part.
func TestHavesAndHaveNots(t *testing.T) {
	if testing.Short() {
		t.Skip("many futures: run without -short")
	}
	s, err := Builtin("haves-and-have-nots")
	if err != nil {
		t.Fatal(err)
	}
	s.Mechanisms.LeavingHiring = false
	var mu sync.Mutex
	var savvy, age, gain, sold []float64
	_, err = sim.NewEngine().Run(context.Background(), s, sim.Options{Runs: 40, Seed: 7, Records: func(_ int, list []sim.PersonRecord) {
		mu.Lock()
		defer mu.Unlock()
		for i := range list {
			if p := &list[i]; p.World == sim.Decided && p.Qualified {
				savvy, age = append(savvy, p.Savvy), append(age, p.Age)
				gain, sold = append(gain, p.GainYears[1]), append(sold, p.Sales[1])
			}
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	r := correlation(age, savvy)
	t.Logf("age and savvy correlate by %.3f", r)
	if r > -.1 || r < -.4 {
		t.Errorf("age and savvy correlate by %.3f: no small part", r)
	}
	sorted := slices.Clone(savvy)
	slices.Sort(sorted)
	low, high := sorted[len(sorted)/4], sorted[len(sorted)*3/4]
	share := func(in func(v float64) bool) float64 {
		g, o := 0.0, 0.0
		for i, v := range savvy {
			if in(v) {
				g += gain[i]
				o += sold[i] - gain[i]
			}
		}
		return g / o
	}
	most, least := share(func(v float64) bool { return v >= high }), share(func(v float64) bool { return v < low })
	t.Logf("the most savvy quarter gains %.3f, the least %.3f", most, least)
	if most <= 0 || most < 2*least {
		t.Errorf("the most savvy quarter gains %.3f of sales, the least %.3f", most, least)
	}
}

func correlation(x, y []float64) float64 {
	var mx, my, sxx, syy, sxy float64
	for i := range x {
		mx += x[i] / float64(len(x))
		my += y[i] / float64(len(x))
	}
	for i := range x {
		sxx += (x[i] - mx) * (x[i] - mx)
		syy += (y[i] - my) * (y[i] - my)
		sxy += (x[i] - mx) * (y[i] - my)
	}
	return sxy / math.Sqrt(sxx*syy)
}
