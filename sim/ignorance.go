package sim

import (
	"context"
	"math"
	"sync"

	"threep/sim/internal/random"
)

// MaxDraws is the number of sets of assumptions drawn when ignorance is asked
// for; the futures of a run are shared over them in turn, so that luck (within
// a set) and ignorance (between sets) stay apart. A run of no more futures than
// that has one for each set: then it shows luck and ignorance only together.
const MaxDraws = 40

// drawPeople is the size of the stationary population of one role under a drawn
// set of assumptions. A quarter of the usual: what the smaller number adds to the
// unqualified share (.6 points, one standard deviation, and nearly the same in
// all sets, which share their luck) is little beside what ignorance moves.
const drawPeople = stationarySeats / 4

// worldModels are the compiled worlds of one set of assumptions.
type worldModels struct {
	published *model // nil where every assumption is the default
	assumed   *model
	decided   *model
}

// drawSet gives each future its compiled worlds.
type drawSet struct {
	engine   *Engine
	scenario *Scenario
	o        Options
	// published is the baseline under the published assumptions, the same for all
	// sets; nil where it equals the assumed one.
	published *model
	own       *solution // of the user's own assumptions

	mu     sync.Mutex
	models []*worldModels
	n      int
}

func (e *Engine) prepare(ctx context.Context, s *Scenario, o Options) (*drawSet, error) {
	d := &drawSet{engine: e, scenario: s, o: o, n: 1}
	if o.Uncertain {
		d.n = min(o.Runs, MaxDraws)
	}
	d.models = make([]*worldModels, d.n)
	if (e.differs(s) || o.Uncertain) && !o.OwnBaseline {
		p := s.Published(e.table)
		base, err := e.solve(ctx, p, stationarySeats)
		if err != nil {
			return nil, err
		}
		if d.published, err = base.model(ctx, p); err != nil {
			return nil, err
		}
	}
	own, people := s, stationarySeats
	if o.People > 0 {
		people = o.People
	}
	if o.SetUse != nil {
		own = s.withUseSet()
	}
	var err error
	d.own, err = e.solve(ctx, own, people)
	return d, err
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
	s, people := d.scenario, stationarySeats
	if d.o.Uncertain {
		s, people = d.engine.draw(s, d.o.Seed, k), drawPeople
	}
	if d.o.People > 0 {
		people = d.o.People
	}
	if d.o.SetUse != nil {
		s = s.withUseSet()
	}
	sol, err := d.engine.solve(ctx, s, people)
	if err != nil {
		return nil, err
	}
	models := &worldModels{published: d.published}
	if models.decided, err = sol.model(ctx, s); err != nil {
		return nil, err
	}
	if d.o.SetUse != nil {
		models.decided.setUse(*d.o.SetUse)
	}
	if models.assumed, err = sol.model(ctx, s.Baseline()); err != nil {
		return nil, err
	}
	d.models[k] = models
	return models, nil
}

// model compiles s and puts the solution into it.
func (sol *solution) model(ctx context.Context, s *Scenario) (*model, error) {
	stopped, release := stopFlag(ctx)
	defer release()
	m, err := compileUnless(s, stopped)
	if err != nil {
		return nil, whyStopped(ctx, err)
	}
	sol.use(m)
	return m, nil
}

// draw replaces every uncertain assumption by a draw around the user's value:
// half-normal to either side, with 5% of draws beyond each end of the range
// that the evidence allows. Assumptions are drawn each for itself; where some
// contradict each other (shares that add up to more than there is), the whole set
// is drawn anew, so that what is left has the law of the draws that can be.
func (e *Engine) draw(s *Scenario, seed uint64, k int) *Scenario {
	root := random.Root(seed^ignoranceSalt, k)
	for attempt := 0; attempt < maxRedraws; attempt++ {
		if c := e.drawOnce(s, root, attempt); c.agrees() {
			return c
		}
	}
	// The user's own values lie so near a limit that nearly no draw is possible.
	// They agree, and so does, the limits being sums, what lies between them and a
	// draw near enough to them.
	c := e.drawOnce(s, root, 0)
	for half := 0; half < maxRedraws; half++ {
		for i := range e.table.rows {
			p := &e.table.rows[i]
			if own := p.Get(s); p.Uncertain() && !p.integral() {
				p.Set(c, own+(p.Get(c)-own)/2)
			}
		}
		if c.agrees() {
			return c
		}
	}
	return s.Clone()
}

// maxRedraws is how often a set is drawn anew before it is moved towards the
// user's values, and then how often by half.
const maxRedraws = 64

// agrees reports whether no assumption contradicts another.
func (s *Scenario) agrees() bool {
	v := &validator{s: s}
	v.shares()
	return len(v.faults) == 0
}

func (e *Engine) drawOnce(s *Scenario, root random.Key, attempt int) *Scenario {
	c := s.Clone()
	for i := range e.table.rows {
		p := &e.table.rows[i]
		if !p.Uncertain() {
			continue
		}
		z := root.Normal(random.Ignorance, int(random.Name(p.ID)&0xffffff)+attempt<<24) / z95
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
