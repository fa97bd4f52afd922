package sim

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// solution is what is solved once for a set of assumptions: role thresholds,
// stationary people, quota scale, and what a roster tells under them.
type solution struct {
	ready      chan struct{}
	err        error
	roles      []roleModel
	population []*stationary
	quotaScale float64
	roster     *rosterModel
}

// solvedFor returns what the solution depends on: not the decisions, nor the
// assumptions about tools and money, nor the horizon, nor names. It reports false
// where it was stopped.
func solvedFor(s *Scenario, people int, stopped *atomic.Bool) (string, bool) {
	b := s.Baseline()
	b.Name, b.Title, b.Story = "", "", ""
	b.Organisation.HorizonWeeks = 0
	a := &b.Assumptions
	a.Adoption, a.Use, a.Complementarity, a.Data, a.Dip = Adoption{}, Use{}, Complementarity{}, DataFeedback{}, Dip{}
	a.Money = Money{}
	b.Catalogue.Tools = nil
	roster := b.Roster
	b.Roster = nil
	if len(roster) == 0 {
		b.Organisation.Seats = 0
	}
	hash := sha256.New()
	// JSON writes maps in the order of their keys and floats exactly.
	write := func(x any) {
		text, err := json.Marshal(x)
		if err != nil {
			panic("sim: scenario cannot be written: " + err.Error()) // a non-finite number got past Validate
		}
		hash.Write(text)
	}
	write(b)
	for i := range roster {
		if i%pause == 0 && stopped.Load() {
			return "", false
		}
		seat := roster[i]
		seat.Alias, seat.Manager = "", ""
		write(&seat)
	}
	return fmt.Sprintf("%s %d", hex.EncodeToString(hash.Sum(nil)), people), true
}

// stopFlag returns a flag that ctx raises when it is cancelled; release lets go
// of ctx.
func stopFlag(ctx context.Context) (stopped *atomic.Bool, release func() bool) {
	stopped = new(atomic.Bool)
	stopped.Store(ctx.Err() != nil)
	return stopped, context.AfterFunc(ctx, func() { stopped.Store(true) })
}

// compute solves s; people is the size of the stationary population of one role.
func (sol *solution) compute(ctx context.Context, s *Scenario, people int) error {
	stopped, release := stopFlag(ctx)
	defer release()
	m, err := compileUnless(s.Baseline(), stopped)
	if err != nil {
		return whyStopped(ctx, err)
	}
	seats := max(people*leastStationarySeats/stationarySeats, people/len(m.roles))
	for i := range m.roles {
		p, err := m.solveStationary(ctx, i, seats)
		if err != nil {
			return err
		}
		m.population = append(m.population, p)
	}
	sol.roles, sol.population = m.roles, m.population
	if len(s.Roster) > 0 {
		if sol.roster, err = m.knowRoster(stopped); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := sol.solveQuota(s, stopped); err != nil {
		return whyStopped(ctx, err)
	}
	return ctx.Err()
}

// whyStopped returns ctx's error in place of one that only says that it was heeded.
func whyStopped(ctx context.Context, err error) error {
	if errors.Is(err, errStopped) {
		return ctx.Err()
	}
	return err
}

// use puts the solution into a compiled model.
func (sol *solution) use(m *model) {
	for i := range m.roles {
		from := &sol.roles[i]
		r := &m.roles[i]
		r.threshold, r.attainMean, r.attainSD = from.threshold, from.attainMean, from.attainSD
		r.ratingMean, r.ratingSD = from.ratingMean, from.ratingSD
	}
	m.population, m.quotaScale, m.roster = sol.population, sol.quotaScale, sol.roster
}

const (
	calibrationSeats = 1200
	calibrationRuns  = 2
	calibrationSeed  = 0x90a7a
)

// solveQuota finds the quota scale k at which the baseline attains the plan in
// the first year: revenue is linear in nothing that k moves, so that one run at
// k = 1 gives it. Only where a roster has quotas does k say where its people stand
// today, and by that who leaves: then a second run at the k of the first mends it.
// Deals are at their expectation.
func (sol *solution) solveQuota(s *Scenario, stopped *atomic.Bool) error {
	b := s.Baseline()
	b.Organisation.HorizonWeeks = weeksYear
	runs := calibrationRuns
	if len(b.Roster) == 0 {
		b.Organisation.Seats = calibrationSeats
	} else {
		runs = max(runs, calibrationRuns*calibrationSeats/len(b.Roster))
	}
	m, err := compileUnless(b, stopped)
	if err != nil {
		return err
	}
	sol.quotaScale = 1
	sol.use(m)
	sol.quotaScale = m.offPlan(runs, stopped)
	if sol.roster != nil && sol.roster.unitQuota > 0 {
		sol.roster.money = sol.quotaScale / sol.roster.unitQuota
		m.quotaScale = sol.quotaScale
		sol.quotaScale = float64(sol.quotaScale * m.offPlan(runs, stopped))
		sol.roster.money = sol.quotaScale / sol.roster.unitQuota
	}
	return nil
}

// offPlan is by how much the firm's sales over its quotas miss the plan in the
// first year, over some runs, as a factor.
func (m *model) offPlan(runs int, stopped *atomic.Bool) float64 {
	revenue, quota := make([]float64, runs), make([]float64, runs)
	parallel(runs, func(i int) {
		w := newWorldUnless(m, stopped)
		if w.halted() {
			return
		}
		w.start(random.Root(calibrationSeed, i), true)
		if !burnIn(w) {
			return
		}
		for week := 0; week < weeksYear && !w.halted(); week++ {
			w.step(week)
			revenue[i] += w.sums.revenue
			quota[i] += w.sums.quota / weeksYear
		}
	})
	r, q := 0.0, 0.0
	for i := range revenue {
		r += revenue[i]
		q += quota[i]
	}
	return r / float64(q*m.s.Assumptions.Quota.Plan)
}

// marketUnqualified is the share of the labour market below each role's
// threshold, by role.
func (sol *solution) marketUnqualified(s *Scenario) map[string]float64 {
	out := map[string]float64{}
	for i := range sol.roles {
		share := numeric.NormalCDF(sol.roles[i].threshold)
		if s.Organisation.AllUnqualified {
			share = 1
		}
		out[sol.roles[i].role.ID] = share
	}
	return out
}
