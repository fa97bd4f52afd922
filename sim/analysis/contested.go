package analysis

import (
	"context"
	"fmt"
	"math"

	"threep/sim"
)

// Contested shows three claims of the founding text as curves over the three
// assumptions that they lean on and that are contested: the share of the
// unqualified, how hard the trait floor is, and how far people, process, product
// and infrastructure can stand in for each other. Each is moved alone; the others
// stay as the world has them.
type Contested struct {
	Made Made            `json:"made"`
	Full bool            `json:"full"`
	Runs ClaimRuns       `json:"runs"`
	Axes []ContestedAxis `json:"axes"`
}

// Made says how studies were made, so that they can be made again.
type Made struct {
	Command string `json:"command"`
	Seed    uint64 `json:"seed"`
	Model   string `json:"model"` // version
	// Digest is that of what the model does, at the defaults of the time: see
	// ModelDigest.
	Digest string `json:"digest"`
}

// ContestedAxis is an assumption with the curves over it.
type ContestedAxis struct {
	Parameter string    `json:"parameter"`
	Values    []float64 `json:"values"`
	// Usual is the value of the world that is ready in all three P.
	Usual  float64          `json:"usual"`
	Curves []ContestedCurve `json:"curves"`
}

// ContestedCurve is a figure of a claim over the values of an axis. The claim
// holds where the figure is at least, or at most, the bound.
type ContestedCurve struct {
	Claim  string   `json:"claim"`
	Figure Figure   `json:"figure"`
	World  string   `json:"world"`
	Bound  Number   `json:"bound"` // not a number where the figure is told alone
	AtMost bool     `json:"at_most"`
	Value  []Number `json:"value"` // by the values of the axis
	SE     []Number `json:"se"`    // standard errors
	// BreakEvens are where the claim stops to hold, or holds again, along the axis.
	BreakEvens []BreakEven `json:"break_evens"`
}

// BreakEven is a place of an axis at which a claim stops to hold, or begins to.
type BreakEven struct {
	At Number `json:"at"`
	SE Number `json:"se"` // of the simulation
	// From and To are the neighbouring values that were simulated.
	From float64 `json:"from"`
	To   float64 `json:"to"`
	// Holds tells on which side of it the claim holds: below or above.
	Holds Side `json:"holds"`
}

// Side is a side of a place of an axis.
type Side string

// The sides.
const (
	Below Side = "below"
	Above Side = "above"
)

// contestedAxes are the assumptions with the values that are simulated.
func contestedAxes(full bool) []ContestedAxis {
	steps := func(from, step float64, n int) []float64 {
		var list []float64
		for k := range n {
			list = append(list, math.Round((from+step*float64(k))*1e6)/1e6)
		}
		return list
	}
	share, hardness := []float64{0, .1, .25, .4, .55, .7}, steps(0, .25, 5)
	rho := []float64{1, .5, 0, -1, -4, -20}
	if full {
		share, hardness = steps(0, .05, 15), steps(0, .1, 11)
		rho = []float64{1, .9, .8, .7, .6, .5, .4, .3, .2, .1, 0, -.25, -.5, -1, -1.5, -2, -3, -4, -6, -8, -12, -20}
	}
	return []ContestedAxis{
		{Parameter: "people.unqualified_share", Values: share},
		{Parameter: "people.trait_floor_hardness", Values: hardness},
		{Parameter: "complementarity.rho", Values: rho},
	}
}

// contestedRuns are the futures of the two sets.
func contestedRuns(full bool) ClaimRuns {
	if full {
		return ClaimRuns{A4: 120, A8: 300, A9: 100}
	}
	return ClaimRuns{A4: 40, A8: 60, A9: 20}
}

// contestedCurves are the curves of an axis, empty.
func contestedCurves() []ContestedCurve {
	told := Number(math.NaN())
	list := []ContestedCurve{
		{Claim: "A4", Figure: FigureDifference, World: "3p-ready", AtMost: true},
		{Claim: "A4", Figure: FigureQualified, World: "3p-ready", Bound: told},
		{Claim: "A4", Figure: FigureUnqualified, World: "3p-ready", Bound: told},
		{Claim: "A8", Figure: FigurePays, World: "3p-ready", Bound: .9},
		{Claim: "A8", Figure: FigureNPV, World: "3p-ready"},
	}
	for _, world := range floors() {
		list = append(list,
			ContestedCurve{Claim: "A9", Figure: FigureGain, World: world, Bound: .01, AtMost: true},
			ContestedCurve{Claim: "A9", Figure: FigureLoses, World: world, Bound: .9})
	}
	return list
}

// ContestedOptions are how the curves are drawn.
type ContestedOptions struct {
	Full    bool // all values, and more futures
	Seed    uint64
	Workers int
	// Command goes on record.
	Command  string
	Progress func(done, all int)
	// Axes and Runs, if set, are taken in place of the usual ones.
	Axes []ContestedAxis
	Runs *ClaimRuns
}

// Contest simulates the curves.
func Contest(ctx context.Context, engine *sim.Engine, look Lookup, o ContestedOptions) (*Contested, error) {
	c := &Contested{Full: o.Full, Runs: contestedRuns(o.Full), Axes: o.Axes}
	if c.Axes == nil {
		c.Axes = contestedAxes(o.Full)
	}
	if o.Runs != nil {
		c.Runs = *o.Runs
	}
	digest, err := ModelDigest(ctx, engine, look)
	if err != nil {
		return nil, err
	}
	c.Made = Made{Command: o.Command, Seed: o.Seed, Model: sim.ModelVersion, Digest: digest}
	l := newLab(ctx, engine, look, Options{Workers: o.Workers, Progress: o.Progress})
	l.ownBaseline = true
	checks := map[string][]*Check{}
	for i := range c.Axes {
		for _, v := range c.Axes[i].Values {
			list := claimChecks([]Value{{c.Axes[i].Parameter, v}}, c.Runs, o.Seed, false)
			for _, check := range list {
				l.claim(check)
			}
			checks[fmt.Sprint(i, v)] = list
		}
	}
	for i := range c.Axes {
		a := &c.Axes[i]
		if a.Usual, err = usual(look, a.Parameter); err != nil {
			return nil, err
		}
		a.Curves = contestedCurves()
		for _, v := range a.Values {
			if err := a.measure(l, checks[fmt.Sprint(i, v)]); err != nil {
				if ctx.Err() != nil {
					return nil, ctx.Err()
				}
				return nil, fmt.Errorf("%s at %g: %w", a.Parameter, v, err)
			}
		}
		for k := range a.Curves {
			a.Curves[k].BreakEvens = a.breakEvens(&a.Curves[k])
		}
	}
	return c, nil
}

// usual is the value of a parameter in the world that is ready in all three P.
func usual(look Lookup, parameter string) (float64, error) {
	s, err := look("3p-ready")
	if err != nil {
		return 0, err
	}
	p, ok := sim.NewTable().Lookup(parameter)
	if !ok {
		return 0, fmt.Errorf("there is no parameter %s", parameter)
	}
	return p.Get(s), nil
}

// measure simulates one value and adds what it shows to the curves.
func (a *ContestedAxis) measure(l *lab, checks []*Check) error {
	found, err := l.measureClaims(checks)
	if err != nil {
		return err
	}
	for k := range a.Curves {
		curve := &a.Curves[k]
		e := found[claimFigure{curve.Claim, curve.Figure, curve.World}]
		curve.Value, curve.SE = append(curve.Value, Number(e.value)), append(curve.SE, Number(e.se))
	}
	return nil
}

// margins is by how much the claim of a curve holds at each value; negative where
// it does not.
func (c *ContestedCurve) margins() []float64 {
	out := make([]float64, len(c.Value))
	for i, v := range c.Value {
		out[i] = float64(v - c.Bound)
		if c.AtMost {
			out[i] = -out[i]
		}
	}
	return out
}

// Claims reports whether the curve judges its claim, or is told alone.
func (c *ContestedCurve) Claims() bool { return !math.IsNaN(float64(c.Bound)) }

// Holds reports whether the claim holds at a value of the axis, by the estimate;
// defined is false where there is none.
func (c *ContestedCurve) Holds(i int) (holds, defined bool) {
	m := c.margins()[i]
	return m >= 0, !math.IsNaN(m)
}

// breakEvens finds where the claim stops to hold or begins to, along the axis.
// Between two values the figure is taken as linear; all values share their luck,
// so that the error is that of the figure over its slope:
//
//	at = x1 + (x2 - x1) w, w = m1 / (m1 - m2);  se = ((1 - w) se1 + w se2) |x2 - x1| / |m1 - m2|
func (a *ContestedAxis) breakEvens(c *ContestedCurve) []BreakEven {
	list := []BreakEven{}
	m := c.margins()
	last := -1
	for i := range m {
		if math.IsNaN(m[i]) {
			continue
		}
		if last >= 0 && (m[last] >= 0) != (m[i] >= 0) {
			w := m[last] / (m[last] - m[i])
			x1, x2 := a.Values[last], a.Values[i]
			se := (1-w)*float64(c.SE[last]) + w*float64(c.SE[i])
			side := Below
			if (m[last] >= 0) != (x1 < x2) {
				side = Above
			}
			list = append(list, BreakEven{
				At: Number(x1 + (x2-x1)*w), SE: Number(se * math.Abs(x2-x1) / math.Abs(m[last]-m[i])), Holds: side,
				From: math.Min(x1, x2), To: math.Max(x1, x2),
			})
		}
		last = i
	}
	return list
}

// Elasticity is the elasticity of substitution that an exponent of the CES
// aggregate stands for: 1/(1 - rho), infinite at 1.
func Elasticity(rho float64) float64 { return 1 / (1 - rho) }
