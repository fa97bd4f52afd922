package scenarios

import (
	"context"
	"reflect"
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
