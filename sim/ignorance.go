package sim

import (
	"context"
	"math"
	"sync"

	"threep/sim/internal/random"
)

// maxDraws is the number of sets of assumptions drawn when ignorance is asked
// for; the futures of a run are shared over them in turn, so that luck (within
// a set) and ignorance (between sets) stay apart.
const maxDraws = 40

// worldModels are the compiled worlds of one set of assumptions.
type worldModels struct {
	published *model // nil where every assumption is the default
	assumed   *model
	decided   *model
}

// drawSet gives each future its compiled worlds.
type drawSet struct {
	engine    *Engine
	scenario  *Scenario
	o         Options
	published bool
	first     *worldModels

	mu     sync.Mutex
	models []*worldModels
	n      int
}

func (e *Engine) prepare(ctx context.Context, s *Scenario, o Options) (*drawSet, error) {
	d := &drawSet{engine: e, scenario: s, o: o, n: 1}
	if o.Uncertain {
		d.n = min(o.Runs, maxDraws)
	}
	d.models = make([]*worldModels, d.n)
	d.published = e.differs(s) || o.Uncertain
	first, err := d.of(ctx, 0)
	if err != nil {
		return nil, err
	}
	d.first = first
	return d, nil
}

// differs reports whether s departs from the default assumptions or switches a
// mechanism off.
func (e *Engine) differs(s *Scenario) bool {
	for i := range e.table.rows {
		p := &e.table.rows[i]
		if p.Kind == KindAssumption && p.Get(s) != p.Default {
			return true
		}
	}
	return s.Mechanisms != AllMechanisms()
}

// of returns the compiled worlds of a future.
func (d *drawSet) of(ctx context.Context, run int) (*worldModels, error) {
	k := run % d.n
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.models[k] != nil {
		return d.models[k], nil
	}
	s := d.scenario
	if d.o.Uncertain {
		s = d.engine.draw(s, d.o.Seed, k)
	}
	if d.o.SetUse != nil {
		s = s.withUseSet()
	}
	models, err := d.engine.models(ctx, s, d.published)
	if err != nil {
		return nil, err
	}
	if d.o.SetUse != nil {
		models.decided.setUse(*d.o.SetUse)
	}
	d.models[k] = models
	return models, nil
}

// draw replaces every uncertain assumption by a draw around the user's value:
// half-normal to either side, with 5% of draws beyond each end of the range
// that the evidence allows.
func (e *Engine) draw(s *Scenario, seed uint64, k int) *Scenario {
	c := s.Clone()
	root := random.Root(seed^ignoranceSalt, k)
	for i := range e.table.rows {
		p := &e.table.rows[i]
		if !p.Uncertain() {
			continue
		}
		z := root.Normal(random.Ignorance, int(random.Name(p.ID)&0xffffff)) / z95
		width := p.High - p.Default
		if z < 0 {
			width = p.Default - p.Low
		}
		v := clamp(p.Get(s)+float64(z*width), p.Min, p.Max)
		if p.integral() {
			v = math.Floor(v + .5)
		}
		p.Set(c, v)
	}
	return c
}

const (
	ignoranceSalt = 0x16e0a
	z95           = 1.6448536269514722
)

// models compiles the worlds of s.
func (e *Engine) models(ctx context.Context, s *Scenario, published bool) (*worldModels, error) {
	solved := func(s *Scenario, sol *solution) (*model, error) {
		m, err := compile(s)
		if err != nil {
			return nil, err
		}
		return m, sol.use(m)
	}
	sol, err := e.solve(ctx, s)
	if err != nil {
		return nil, err
	}
	out := &worldModels{}
	if out.decided, err = solved(s, sol); err != nil {
		return nil, err
	}
	if out.assumed, err = solved(s.Baseline(), sol); err != nil {
		return nil, err
	}
	if published {
		p := s.Published(e.table)
		base, err := e.solve(ctx, p)
		if err != nil {
			return nil, err
		}
		if out.published, err = solved(p, base); err != nil {
			return nil, err
		}
	}
	return out, nil
}
