package analysis

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"threep/sim"
)

// Ranking says which assumptions decide three claims: the elementary effects of
// all assumptions about which there is ignorance, over the ranges that the
// evidence allows. All points share their luck, and deals are at their
// expectation.
type Ranking struct {
	Made         Made            `json:"made"`
	Trajectories int             `json:"trajectories"`
	Levels       int             `json:"levels"`
	Runs         ClaimRuns       `json:"runs"`   // futures of each simulation
	Points       int             `json:"points"` // at which the claims were simulated
	Ranges       []RankingRange  `json:"ranges"`
	Outputs      []RankingOutput `json:"outputs"`
}

// RankingRange is the range of an assumption: as wide as the evidence allows,
// around the value that the world has.
type RankingRange struct {
	Parameter string  `json:"parameter"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
}

// RankingOutput is a figure of a claim with what each assumption does to it.
type RankingOutput struct {
	Claim  string `json:"claim"`
	Figure Figure `json:"figure"`
	World  string `json:"world"`
	Bound  Number `json:"bound"`
	AtMost bool   `json:"at_most"`
	// Held is the share of points at which the claim holds; Low and High are the
	// least and greatest values found.
	Held    Number          `json:"held"`
	Low     Number          `json:"low"`
	High    Number          `json:"high"`
	Effects []RankingEffect `json:"effects"` // the strongest first
}

// RankingEffect is what an assumption does to an output, from one end of its range
// to the other.
type RankingEffect struct {
	Parameter string `json:"parameter"`
	MuStar    Number `json:"mu_star"` // mean of the absolute elementary effects
	SE        Number `json:"se"`      // of mu*
	Mu        Number `json:"mu"`      // mean of the effects, with their signs
	Sigma     Number `json:"sigma"`   // their standard deviation
}

// RankingOptions are how assumptions are ranked.
type RankingOptions struct {
	Trajectories int // at least 2
	Seed         uint64
	Workers      int
	Command      string
	Progress     func(done, all int) // futures
	// Only, if set, are the parameters that are moved.
	Only []string
	// Runs, if set, are taken in place of the usual ones.
	Runs *ClaimRuns
}

// rankingPeople is the size of the stationary population of a point. A fifth of
// the usual: all points share its luck.
const rankingPeople = 4000

// rankingOutputs are the figures that are ranked, empty.
func rankingOutputs() []RankingOutput {
	list := []RankingOutput{
		{Claim: "A8", Figure: FigureNPV, World: "3p-ready"},
		{Claim: "A4", Figure: FigureDifference, World: "3p-ready", AtMost: true},
	}
	for _, world := range floors() {
		list = append(list, RankingOutput{Claim: "A9", Figure: FigureGain, World: world, Bound: .01, AtMost: true})
	}
	return list
}

// Rank simulates the trajectories and ranks the assumptions.
func Rank(ctx context.Context, engine *sim.Engine, look Lookup, o RankingOptions) (*Ranking, error) {
	if o.Trajectories < 2 {
		return nil, fmt.Errorf("%d trajectories are too few: give at least 2", o.Trajectories)
	}
	r := &Ranking{Trajectories: o.Trajectories, Levels: morrisLevels, Runs: ClaimRuns{A4: 4, A8: 4, A9: 2}, Outputs: rankingOutputs()}
	if o.Runs != nil {
		r.Runs = *o.Runs
	}
	digest, err := ModelDigest(ctx, engine, look)
	if err != nil {
		return nil, err
	}
	r.Made = Made{Command: o.Command, Seed: o.Seed, Model: sim.ModelVersion, Digest: digest}
	if r.Ranges, err = rankingRanges(engine, look, o.Only); err != nil {
		return nil, err
	}
	r.Points = o.Trajectories * (len(r.Ranges) + 1)
	w := &walk{ctx: ctx, engine: engine, look: look, o: o, r: r}
	values, err := w.run()
	if err != nil {
		return nil, err
	}
	r.rank(values)
	return r, nil
}

// rankingRanges are the ranges around the values of the world that is ready in
// all three P, from which the floors differ in the levels of today alone.
func rankingRanges(engine *sim.Engine, look Lookup, only []string) ([]RankingRange, error) {
	s, err := look("3p-ready")
	if err != nil {
		return nil, err
	}
	var list []RankingRange
	rows := engine.Table().Rows()
	for i := range rows {
		p := &rows[i]
		if !p.Uncertain() || len(only) > 0 && !slices.Contains(only, p.ID) {
			continue
		}
		own := p.Get(s)
		list = append(list, RankingRange{
			Parameter: p.ID,
			Low:       max(p.Min, own-(p.Default-p.Low)), High: min(p.Max, own+(p.High-p.Default)),
		})
	}
	return list, nil
}

// walk simulates the trajectories, shared over the workers.
type walk struct {
	ctx    context.Context
	engine *sim.Engine
	look   Lookup
	o      RankingOptions
	r      *Ranking
	next   atomic.Int64

	mu   sync.Mutex
	done int
	err  error
}

// run returns the values of the outputs by trajectory, output and point.
func (w *walk) run() ([][][]float64, error) {
	workers := w.o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	values := make([][][]float64, w.o.Trajectories)
	var wait sync.WaitGroup
	for range min(workers, w.o.Trajectories) {
		wait.Go(func() {
			for {
				k := int(w.next.Add(1)) - 1
				if k >= w.o.Trajectories || w.stopped() {
					return
				}
				found, err := w.follow(k)
				if err != nil {
					w.fail(err)
					return
				}
				values[k] = found
			}
		})
	}
	wait.Wait()
	if err := w.ctx.Err(); err != nil {
		return nil, err
	}
	return values, w.err
}

func (w *walk) stopped() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.err != nil || w.ctx.Err() != nil
}

func (w *walk) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		w.err = err
	}
}

// follow simulates the points of a trajectory.
func (w *walk) follow(k int) ([][]float64, error) {
	t := newTrajectory(w.o.Seed, k, len(w.r.Ranges))
	out := make([][]float64, len(w.r.Outputs))
	for _, point := range t.points {
		found, err := w.simulate(point)
		if err != nil {
			return nil, err
		}
		for i := range w.r.Outputs {
			x := &w.r.Outputs[i]
			out[i] = append(out[i], found[claimFigure{x.Claim, x.Figure, x.World}].value)
		}
	}
	return out, nil
}

// simulate measures the claims at a point of the grid.
func (w *walk) simulate(point []float64) (map[claimFigure]estimate, error) {
	set := make([]Value, len(point))
	for i, x := range point {
		at := &w.r.Ranges[i]
		set[i] = Value{at.Parameter, at.Low + x*(at.High-at.Low)}
	}
	checks := claimChecks(set, w.r.Runs, w.o.Seed, true)
	l := newLab(w.ctx, w.engine, w.look, Options{Workers: 1})
	l.ownBaseline, l.population = true, rankingPeople
	for _, c := range checks {
		l.claim(c)
	}
	found, err := l.measureClaims(checks)
	if err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.done += l.all
	if w.o.Progress != nil {
		w.o.Progress(w.done, l.all*w.r.Points)
	}
	return found, nil
}

// rank turns values into elementary effects, the strongest first.
func (r *Ranking) rank(values [][][]float64) {
	for i := range r.Outputs {
		out := &r.Outputs[i]
		effects := make([][]float64, len(r.Ranges))
		low, high, held := math.Inf(1), math.Inf(-1), 0.0
		for k := range values {
			t := newTrajectory(r.Made.Seed, k, len(r.Ranges))
			for f, e := range t.effects(values[k][i]) {
				effects[f] = append(effects[f], e)
			}
			for _, v := range values[k][i] {
				low, high = math.Min(low, v), math.Max(high, v)
				if v == float64(out.Bound) || v < float64(out.Bound) == out.AtMost {
					held++
				}
			}
		}
		out.Low, out.High, out.Held = Number(low), Number(high), Number(held/float64(r.Points))
		for f := range effects {
			e := summariseEffects(effects[f])
			out.Effects = append(out.Effects, RankingEffect{
				Parameter: r.Ranges[f].Parameter, MuStar: Number(e.star), SE: Number(e.se), Mu: Number(e.mu), Sigma: Number(e.sigma),
			})
		}
		slices.SortStableFunc(out.Effects, func(a, b RankingEffect) int { return cmp.Compare(b.MuStar, a.MuStar) })
	}
}
