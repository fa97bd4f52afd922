package sim

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"sync"
	"sync/atomic"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// Engine runs scenarios and keeps what is solved once for each set of
// assumptions. It is safe for concurrent use.
type Engine struct {
	table *Table

	mu    sync.Mutex
	cache map[string]*solution
	order []string // oldest first
}

// NewEngine returns an engine with an empty cache.
func NewEngine() *Engine { return &Engine{table: NewTable(), cache: map[string]*solution{}} }

// Table returns the parameter table.
func (e *Engine) Table() *Table { return e.table }

// cacheSize is how many solved sets of assumptions are kept: each holds some
// megabytes of people.
const cacheSize = 24

// solution is what is solved once for a set of assumptions: role thresholds,
// stationary people, quota scale.
type solution struct {
	ready       chan struct{}
	err         error
	roles       []roleModel
	population  []*stationary
	quotaScale  float64
	meanQuality float64
}

// solvedFor returns what the solution depends on: not the decisions, nor the
// assumptions about tools and money, nor the horizon, nor names.
func solvedFor(s *Scenario) string {
	b := s.Baseline()
	b.Name, b.Title, b.Story = "", "", ""
	b.Organisation.HorizonWeeks = 0
	a := &b.Assumptions
	a.Adoption, a.Use, a.Complementarity, a.Data, a.Dip = Adoption{}, Use{}, Complementarity{}, DataFeedback{}, Dip{}
	a.Money = Money{}
	b.Catalogue.Tools = nil
	if len(b.Roster) == 0 {
		b.Organisation.Seats = 0
	}
	return fingerprint(b)
}

// fingerprint is the SHA-256 of a scenario's every field.
func fingerprint(s *Scenario) string {
	// JSON writes maps in the order of their keys and floats exactly.
	text, err := json.Marshal(s)
	if err != nil {
		panic("sim: scenario cannot be written: " + err.Error()) // a non-finite number got past Validate
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// solve finds or computes the solution for s.
func (e *Engine) solve(ctx context.Context, s *Scenario) (*solution, error) {
	key := solvedFor(s)
	for {
		e.mu.Lock()
		sol, ok := e.cache[key]
		if !ok {
			sol = &solution{ready: make(chan struct{})}
			e.remember(key, sol)
		}
		e.mu.Unlock()
		if !ok {
			e.fill(ctx, key, sol, s)
			return sol, sol.err
		}
		select {
		case <-sol.ready:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if sol.err == nil {
			return sol, nil
		}
		// Whoever computed it was cancelled or failed; try again ourselves.
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// fill computes a solution and lets go of whoever waits for it, whatever happens.
func (e *Engine) fill(ctx context.Context, key string, sol *solution, s *Scenario) {
	sol.err = errors.New("solving the people of these assumptions failed")
	defer func() {
		if sol.err != nil {
			e.forget(key, sol)
		}
		close(sol.ready)
	}()
	sol.err = sol.compute(ctx, s)
}

func (e *Engine) remember(key string, sol *solution) {
	e.cache[key] = sol
	e.order = append(e.order, key)
	if len(e.order) > cacheSize {
		delete(e.cache, e.order[0])
		e.order = e.order[1:]
	}
}

func (e *Engine) forget(key string, sol *solution) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.cache[key] != sol {
		return
	}
	delete(e.cache, key)
	for i, k := range e.order {
		if k == key {
			e.order = append(e.order[:i:i], e.order[i+1:]...)
			break
		}
	}
}

func (sol *solution) compute(ctx context.Context, s *Scenario) error {
	m, err := compile(s.Baseline())
	if err != nil {
		return err
	}
	seats := max(leastStationarySeats, stationarySeats/len(m.roles))
	for i := range m.roles {
		p, err := m.solveStationary(ctx, i, seats)
		if err != nil {
			return err
		}
		m.population = append(m.population, p)
	}
	sol.roles, sol.population = m.roles, m.population
	sol.meanQuality = m.populationQuality()
	sol.quotaScale, err = solveQuota(ctx, s, sol)
	return err
}

// populationQuality is the mean log quality of the stationary incumbents.
func (m *model) populationQuality() float64 {
	sum, n := 0.0, 0.0
	for _, p := range m.population {
		for i := range p.seats {
			if s := &p.seats[i]; s.vacant <= 0 {
				sum += m.logQuality(&s.person) + m.dynamicQuality(s.skill, m.engagementAtRest(s.person.drive))
				n++
			}
		}
	}
	return sum / max(n, 1)
}

// use puts the solution into a compiled model.
func (sol *solution) use(m *model) error {
	for i := range m.roles {
		from := &sol.roles[i]
		r := &m.roles[i]
		r.threshold, r.attainMean, r.attainSD = from.threshold, from.attainMean, from.attainSD
		r.ratingMean, r.ratingSD = from.ratingMean, from.ratingSD
	}
	m.population, m.quotaScale, m.meanQuality = sol.population, sol.quotaScale, sol.meanQuality
	return m.compileRoster()
}

const (
	calibrationSeats = 1200
	calibrationRuns  = 2
	calibrationSeed  = 0x90a7a
)

// solveQuota finds the quota scale k at which the baseline attains the plan in
// the first year: revenue is linear in nothing that k moves, so that one run at
// k = 1 gives it. Deals are at their expectation.
func solveQuota(ctx context.Context, s *Scenario, sol *solution) (float64, error) {
	b := s.Baseline()
	b.Organisation.HorizonWeeks = weeksYear
	runs := calibrationRuns
	if len(b.Roster) == 0 {
		b.Organisation.Seats = calibrationSeats
	} else {
		runs = max(runs, calibrationRuns*calibrationSeats/len(b.Roster))
	}
	m, err := compile(b)
	if err != nil {
		return 0, err
	}
	sol.quotaScale = 1
	if err := sol.use(m); err != nil {
		return 0, err
	}
	revenue, quota := make([]float64, runs), make([]float64, runs)
	var stopped atomic.Bool
	stop := context.AfterFunc(ctx, func() { stopped.Store(true) })
	defer stop()
	parallel(runs, func(i int) {
		w := newWorld(m)
		w.start(random.Root(calibrationSeed, i), true)
		if !burnIn(w, &stopped) {
			return
		}
		for week := 0; week < weeksYear && !stopped.Load(); week++ {
			w.step(week)
			revenue[i] += w.sums.revenue
			quota[i] += w.sums.quota / weeksYear
		}
	})
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	r, q := 0.0, 0.0
	for i := range revenue {
		r += revenue[i]
		q += quota[i]
	}
	return r / float64(q*s.Assumptions.Quota.Plan), nil
}

// marketUnqualified is the share of the labour market below each role's
// threshold.
func (m *model) marketUnqualified() map[string]float64 {
	out := map[string]float64{}
	for i := range m.roles {
		share := numeric.NormalCDF(m.roles[i].threshold)
		if m.s.Organisation.AllUnqualified {
			share = 1
		}
		out[m.roles[i].role.ID] = share
	}
	return out
}
