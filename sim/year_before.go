package sim

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// Holder is who holds a seat today, with the year before today as one future has
// it. A roster's people are those who are known, so that what the year brought
// them can be held against what it did.
type Holder struct {
	// Place is the seat's in the scenario's roster; without one, in the order of
	// the seats.
	Place   int
	Present bool    // false where the seat is vacant today: the rest is 0 then
	Tenure  float64 // weeks, at today
	Sales   float64 // closed by the holder in the 52 weeks before today, currency
	// SeatSales is what was closed in the seat in those weeks, whoever held it.
	SeatSales float64
	Rating    float64 // at today, standardised by the stationary incumbents
	// The territory as it stands today; 1 is average.
	Potential, Accounts, Presence, Workload float64
}

// YearBefore simulates the year before today of an organisation without any
// decision, and calls each once for every future, from several goroutines at once;
// the slice is the callee's. With a roster, nobody leaves in that year, and who
// joined in it begins when known. When ctx is cancelled it returns ctx's error;
// each has then been called for some futures alone.
func (e *Engine) YearBefore(ctx context.Context, s *Scenario, o Options, each func(run int, holders []Holder)) error {
	if o.Runs < 1 {
		return errors.New("number of runs must be at least 1")
	}
	if err := s.Validate(e.table); err != nil {
		return err
	}
	o.SetUse = nil
	y := &yearBefore{o: o, each: each, draws: &drawSet{engine: e, scenario: s.Baseline(), o: o, n: 1}}
	if o.Uncertain {
		y.draws.n = min(o.Runs, MaxDraws)
	}
	y.draws.models = make([]*worldModels, y.draws.n)
	stopped, release := stopFlag(ctx)
	defer release()
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var wait sync.WaitGroup
	for range min(workers, o.Runs) {
		wait.Go(func() {
			defer func() {
				if fault := recover(); fault != nil {
					y.fail(fmt.Errorf("simulating the year before today: %v\n%s", fault, debug.Stack()), stopped)
				}
			}()
			if err := y.work(ctx, stopped); err != nil {
				y.fail(err, stopped)
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	return y.err
}

// yearBefore shares the futures out over the workers.
type yearBefore struct {
	o     Options
	each  func(run int, holders []Holder)
	draws *drawSet
	next  atomic.Int64

	mu   sync.Mutex
	done int
	err  error
}

func (y *yearBefore) fail(err error, stopped *atomic.Bool) {
	y.mu.Lock()
	defer y.mu.Unlock()
	if y.err == nil {
		y.err = err
	}
	stopped.Store(true)
}

func (y *yearBefore) work(ctx context.Context, stopped *atomic.Bool) error {
	var w *world
	for !stopped.Load() {
		run := int(y.next.Add(1)) - 1
		if run >= y.o.Runs {
			return nil
		}
		models, err := y.draws.of(ctx, run)
		if err != nil {
			return err
		}
		if w == nil {
			w = newWorldUnless(models.assumed, stopped)
		}
		w.m = models.assumed
		w.start(random.Root(y.o.Seed, run), y.o.Expected)
		if !burnIn(w) {
			return nil
		}
		y.each(run, w.holders())
		y.mu.Lock()
		y.done++
		if y.o.Progress != nil {
			y.o.Progress(y.done, y.o.Runs)
		}
		y.mu.Unlock()
	}
	return nil
}

// holders reads off who holds each seat as a week begins.
func (w *world) holders() []Holder {
	m := w.m
	out := make([]Holder, len(w.seats))
	for i := range w.seats {
		s := &w.seats[i]
		h := Holder{Place: i}
		if at := m.seats[i].index; at >= 0 {
			h.Place = at
		}
		if k := s.lane; s.occupied() {
			h.Present, h.Tenure, h.Sales, h.Rating = true, s.Tenure[k], max(0, s.YearSales[k]), s.rating
			h.SeatSales = w.seatYear(i)
			h.Potential, h.Accounts = s.territory.potential, m.territory.grownAccounts(s.land())
			h.Presence, h.Workload = s.territory.presence, s.territory.workload
		}
		out[i] = h
	}
	return out
}

// seatYear is what was closed in seat i in the year before today, whoever held it.
func (w *world) seatYear(i int) float64 {
	sum := 0.0
	for week := range weeksYear {
		sum += *w.closed(week, i)
	}
	return sum + w.predecessorSales(i)
}

// predecessorSales draws what the predecessor of a roster's newcomer closed in the
// year before today, before leaving. A roster does not tell of them: a member of
// the stationary population, likelier the likelier to leave, closed what comes
// with the seat's territory, the person and the tenure, until a vacancy of a
// length as they are drawn:
//
//	deals a week = exposure at the tenure x T x exp(log quality + dynamic quality)
func (w *world) predecessorSales(i int) float64 {
	m := w.m
	s := &w.seats[i]
	if m.seats[i].index < 0 || !s.occupied() || s.Tenure[s.lane] >= burnInWeeks {
		return 0
	}
	key := w.root.Person(m.seats[i].key, predecessorOrdinal)
	weeks := int(burnInWeeks - s.Tenure[s.lane] - m.fillWeeks(key, m.s.Assumptions.Labour.FillWeeks))
	if weeks <= 0 {
		return 0
	}
	role := &m.roles[m.seats[i].role]
	exposure := &m.roster.exposures[m.seats[i].role]
	from := leaver(m.population[m.seats[i].role].seats, key)
	quality := m.logQuality(&from.person) + m.dynamicQuality(from.skill, m.engagementAtRest(from.person.drive))
	full := float64(float64(exposure.deals/weeksYear*float64(s.territory.index*s.Growth[s.lane])) * numeric.Exp(quality))
	sold := 0.0
	for week := range weeks {
		mean := float64(full * exposure.week(max(0, int(from.tenure)-weeks+week)))
		if w.expected {
			sold += mean
			continue
		}
		won := numeric.Poisson(mean, key.Uniform(random.Wins, week), func(part int) float64 { return key.Uniform(random.Wins, week+part<<20) })
		sold += w.drawDeals(key, week, won)
	}
	return float64(sold * role.dealValue)
}

// leaver picks whoever left of a population: members are kept in proportion to
// their hazards of leaving.
func leaver(members []incumbent, key random.Key) *incumbent {
	u := float64(key.Uniform(random.Resampling, leaverDraws))
	chosen, total := &members[0], 0.0
	for n := range leaverDraws {
		member := &members[key.Bits(random.Resampling, n)%uint64(len(members))]
		hazard := member.volRate + member.letRate
		if member.vacant > 0 || hazard <= 0 {
			continue
		}
		total += hazard
		if p := hazard / total; u < p {
			chosen = member
			u /= p
		} else {
			u = (u - p) / (1 - p)
		}
	}
	return chosen
}

// leaverDraws is how many members a leaver is picked from.
const leaverDraws = 32

// predecessorOrdinal keys whoever held a newcomer's seat before.
const predecessorOrdinal = -2
