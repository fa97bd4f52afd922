package analysis

import (
	"context"
	"errors"
	"math"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// effectsOf are the elementary effects of a function over many trajectories, by
// factor.
func effectsOf(f func(x []float64) float64, factors, trajectories int) []elementary {
	all := make([][]float64, factors)
	for k := range trajectories {
		t := newTrajectory(7, k, factors)
		values := make([]float64, len(t.points))
		for i, x := range t.points {
			values[i] = f(x)
		}
		for i, e := range t.effects(values) {
			all[i] = append(all[i], e)
		}
	}
	out := make([]elementary, factors)
	for i := range all {
		out[i] = summariseEffects(all[i])
	}
	return out
}

// TestMorrisOfIshigami holds the method to the function of Ishigami and Homma
// (1990), sin x1 + 7 sin^2 x2 + .1 x3^4 sin x1 from -pi to pi, and a factor that
// does nothing. On four levels the moments of its effects have closed forms: x1
// moves by a half root of three, times a factor that x3 sets; x2 by 21/4 up or
// down; x3 by the difference of its fourth powers, times sin x1.
func TestMorrisOfIshigami(t *testing.T) {
	f := func(u []float64) float64 {
		x := func(i int) float64 { return math.Pi * (2*u[i] - 1) }
		s := math.Sin(x(1))
		return math.Sin(x(0)) + 7*s*s + .1*math.Pow(x(2), 4)*math.Sin(x(0))
	}
	const trajectories = 4000
	got := effectsOf(f, 4, trajectories)
	outer, inner := math.Pow(math.Pi, 4), math.Pow(math.Pi/3, 4)
	root := math.Sqrt(3) / 2
	x1 := 1.5 * root * (1 + .1*(outer+inner)/2)
	x3 := 1.5 * root * .1 * (outer - inner)
	for i, want := range []struct{ star, mu, sigma float64 }{
		{x1, x1, 1.5 * root * .1 * (outer - inner) / 2},
		{1.5 * 21 / 4, 0, 1.5 * 21 / 4},
		{x3 / 2, 0, x3 / math.Sqrt2},
		{0, 0, 0},
	} {
		g := got[i]
		if math.Abs(g.star-want.star) > 4*g.se+1e-9 || math.Abs(g.mu-want.mu) > 4*want.sigma/math.Sqrt(trajectories)+1e-9 || math.Abs(g.sigma-want.sigma) > .05*want.sigma+1e-9 {
			t.Errorf("x%d has mu* %.3f, mu %.3f, sigma %.3f, want %+v", i+1, g.star, g.mu, g.sigma, want)
		}
		// The absolute effects have the mean square of the effects.
		const n = trajectories
		if se := math.Sqrt(math.Max(0, g.sigma*g.sigma*(n-1)/n+g.mu*g.mu-g.star*g.star) / (n - 1)); math.Abs(g.se-se) > 1e-6 {
			t.Errorf("x%d has the standard error %g, want %g", i+1, g.se, se)
		}
	}
}

// TestMorrisOfALine gives the slopes, whatever the trajectory.
func TestMorrisOfALine(t *testing.T) {
	slopes := []float64{3, -2, 0, .5}
	got := effectsOf(func(x []float64) float64 {
		sum := 0.0
		for i, v := range x {
			sum += slopes[i] * v
		}
		return sum
	}, len(slopes), 5)
	for i, want := range slopes {
		if g := got[i]; math.Abs(g.mu-want) > 1e-12 || math.Abs(g.star-math.Abs(want)) > 1e-12 || g.sigma > 1e-12 {
			t.Errorf("factor %d has %+v, want %g", i, g, want)
		}
	}
}

// TestTrajectoriesWalkTheGrid holds each to one factor a step, all factors once,
// on the levels of the grid.
func TestTrajectoriesWalkTheGrid(t *testing.T) {
	const factors = 9
	first := map[string]bool{}
	for k := range 50 {
		walk := newTrajectory(3, k, factors)
		if len(walk.points) != factors+1 {
			t.Fatalf("%d points", len(walk.points))
		}
		moved := map[int]bool{}
		for i, x := range walk.points {
			for _, v := range x {
				if level := v * (morrisLevels - 1); v < 0 || v > 1+1e-12 || math.Abs(level-math.Round(level)) > 1e-9 {
					t.Fatalf("%g is no level", v)
				}
			}
			if i == 0 {
				continue
			}
			for f := range x {
				if d := math.Abs(x[f] - walk.points[i-1][f]); (d > 1e-12) != (f == walk.moved[i-1]) || d > 1e-12 && math.Abs(d-morrisStep) > 1e-12 {
					t.Fatalf("step %d moves factor %d by %g", i, f, d)
				}
			}
			moved[walk.moved[i-1]] = true
		}
		if len(moved) != factors {
			t.Fatalf("%d factors are moved", len(moved))
		}
		first[string(rune('a'+walk.moved[0]))] = true
	}
	if len(first) < 6 {
		t.Errorf("only %d factors ever come first", len(first))
	}
}

// TestRankingFindsWhatDecides ranks three assumptions of which it is known what
// they do: hardness of the floor decides A4, margin is no matter of gain, and the
// error of forecasts is no matter at all.
func TestRankingFindsWhatDecides(t *testing.T) {
	if testing.Short() {
		t.Skip("many futures: run without -short")
	}
	only := []string{"people.trait_floor_hardness", "money.gross_margin", "maturity.forecast_error"}
	rank := func(workers int) *Ranking {
		r, err := Rank(context.Background(), sim.NewEngine(), scenarios.Builtin, RankingOptions{
			Trajectories: 2, Seed: 3, Only: only, Workers: workers, Runs: &ClaimRuns{A4: 2, A8: 2, A9: 2},
		})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := rank(2)
	if len(r.Ranges) != 3 || r.Points != 8 || len(r.Outputs) != 6 {
		t.Fatalf("%d ranges, %d points, %d outputs", len(r.Ranges), r.Points, len(r.Outputs))
	}
	of := func(output int, parameter string) RankingEffect {
		for _, e := range r.Outputs[output].Effects {
			if e.Parameter == parameter {
				return e
			}
		}
		t.Fatalf("%s is not ranked", parameter)
		return RankingEffect{}
	}
	if e := of(1, only[0]); r.Outputs[1].Effects[0].Parameter != only[0] || e.Mu > -.02 {
		t.Errorf("hardness does %+v to A4", e)
	}
	if e := of(0, only[1]); e.Mu < .005 {
		t.Errorf("the margin does %+v to the value of tools", e)
	}
	for output := range r.Outputs {
		if e := of(output, only[2]); e.MuStar != 0 {
			t.Errorf("the error of forecasts does %+v to %s", e, r.Outputs[output].Claim)
		}
		if e := of(output, only[1]); output > 0 && e.MuStar > 1e-9 {
			t.Errorf("the margin does %+v to a gain", e)
		}
		if x := r.Outputs[output]; x.Held < 0 || x.Held > 1 || x.Low > x.High {
			t.Errorf("%s holds at %g of the points, from %g to %g", x.Claim, x.Held, x.Low, x.High)
		}
	}
	again := rank(1)
	for output := range r.Outputs {
		for i := range r.Outputs[output].Effects {
			if again.Outputs[output].Effects[i] != r.Outputs[output].Effects[i] {
				t.Errorf("another number of workers gives %+v", again.Outputs[output].Effects[i])
			}
		}
	}
}

func TestRankingStopsAndFails(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	engine := sim.NewEngine()
	_, err := Rank(ctx, engine, scenarios.Builtin, RankingOptions{Trajectories: 2, Seed: 3, Only: []string{"skill.effect"}, Progress: func(int, int) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped ranking gives %v", err)
	}
	if _, err := Rank(context.Background(), engine, scenarios.Builtin, RankingOptions{Trajectories: 1}); err == nil {
		t.Error("one trajectory is taken")
	}
}
