package sim

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

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
	Rating  float64 // at today, standardised by the stationary incumbents
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
		if s.occupied {
			h.Present, h.Tenure, h.Sales, h.Rating = true, s.tenure, max(0, s.yearSales), s.rating
			h.Potential, h.Accounts = s.territory.potential, m.territory.grownAccounts(&s.territory)
			h.Presence, h.Workload = s.territory.presence, s.territory.workload
		}
		out[i] = h
	}
	return out
}
