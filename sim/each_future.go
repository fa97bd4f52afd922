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

// eachFuture simulates the year before today of an organisation without any decision
// and calls do once for every future as today begins, from several goroutines at
// once; the world is do's until it returns. When ctx is cancelled it returns ctx's
// error; do has then been called for some futures alone.
func (e *Engine) eachFuture(ctx context.Context, s *Scenario, o Options, do func(run int, w *world)) error {
	if o.Runs < 1 {
		return errors.New("number of runs must be at least 1")
	}
	if err := s.Validate(e.table); err != nil {
		return err
	}
	o.SetUse = nil
	f := &futures{o: o, do: do, draws: &drawSet{engine: e, scenario: s.Baseline(), o: o, n: 1}}
	if o.Uncertain {
		f.draws.n = min(o.Runs, MaxDraws)
	}
	f.draws.models = make([]*worldModels, f.draws.n)
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
					f.fail(fmt.Errorf("simulating the year before today: %v\n%s", fault, debug.Stack()), stopped)
				}
			}()
			if err := f.work(ctx, stopped); err != nil {
				f.fail(err, stopped)
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	return f.err
}

// futures shares the futures of eachFuture out over the workers.
type futures struct {
	o     Options
	do    func(run int, w *world)
	draws *drawSet
	next  atomic.Int64

	mu   sync.Mutex
	done int
	err  error
}

func (f *futures) fail(err error, stopped *atomic.Bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err == nil {
		f.err = err
	}
	stopped.Store(true)
}

func (f *futures) work(ctx context.Context, stopped *atomic.Bool) error {
	var w *world
	for !stopped.Load() {
		run := int(f.next.Add(1)) - 1
		if run >= f.o.Runs {
			return nil
		}
		models, err := f.draws.of(ctx, run)
		if err != nil {
			return err
		}
		if w == nil {
			w = newWorldUnless(models.assumed, stopped)
		}
		w.m = models.assumed
		w.start(random.Root(f.o.Seed, run), f.o.Expected)
		if !burnIn(w) {
			return nil
		}
		f.do(run, w)
		if w.halted() {
			return nil
		}
		f.mu.Lock()
		f.done++
		if f.o.Progress != nil {
			f.o.Progress(f.done, f.o.Runs)
		}
		f.mu.Unlock()
	}
	return nil
}
