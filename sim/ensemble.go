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

// future is one worker's memory for a replication: the worlds, made once.
type future struct {
	published *world // nil where it equals assumed
	assumed   *world
	decided   *world
	watches   [NumWorlds]*watch
	apart     bool // the worlds may run at once
}

// newFuture makes the worlds of k; it returns nil where it was stopped.
func newFuture(k *worldModels, records bool, stopped *atomic.Bool) *future {
	f := &future{}
	for _, x := range []struct {
		at **world
		m  *model
	}{{&f.assumed, k.assumed}, {&f.decided, k.decided}, {&f.published, k.published}} {
		if x.m != nil {
			*x.at = newWorldUnless(x.m, stopped)
		}
	}
	if stopped.Load() {
		return nil
	}
	if records {
		n, weeks := len(k.decided.seats), k.decided.weeks
		f.watches[Assumed] = newWatch(Assumed, nil, n, weeks)
		f.watches[Decided] = newWatch(Decided, f.assumed, n, weeks)
		if f.published != nil {
			f.watches[Baseline] = newWatch(Baseline, nil, n, weeks)
		}
	}
	return f
}

// become lets the worlds live under another set of assumptions; all sets have
// the same seats, traits and tools.
func (f *future) become(k *worldModels) {
	f.assumed.m, f.decided.m = k.assumed, k.decided
	if f.published != nil {
		f.published.m = k.published
	}
}

// run simulates one future of every world; it reports false when stopped.
func (f *future) run(root random.Key, expected bool, out *[NumWorlds]*runSeries) bool {
	w := f.assumed
	w.start(root, expected)
	if !burnIn(w) {
		return false
	}
	w.resetTools()
	f.decided.copyFrom(w)
	if f.published != nil {
		f.published.start(root, expected)
		if !burnIn(f.published) {
			return false
		}
		f.published.resetTools()
	}
	for i, x := range f.worlds() {
		if x != nil && f.watches[i] != nil {
			x.watch = f.watches[i]
			x.watch.begin(x)
		}
	}
	if f.apart {
		f.liveApart(out)
	} else {
		f.liveTogether(out)
	}
	if w.halted() {
		return false
	}
	for i, x := range f.worlds() {
		if x != nil && f.watches[i] != nil {
			x.watch.end(x)
			x.watch = nil
		}
	}
	if w.halted() {
		return false // while records were ended
	}
	for i, x := range f.worlds() {
		if x != nil {
			out[i].finish(x)
		}
	}
	if f.published == nil {
		out[Baseline] = out[Assumed]
	}
	pairUp(out, w.m)
	return true
}

// liveTogether runs the worlds in step, week by week: what happens to the same
// person in two of them can be compared, and draws are shared.
func (f *future) liveTogether(out *[NumWorlds]*runSeries) {
	f.decided.twin = f.assumed
	for week := 0; week < f.decided.m.weeks; week++ {
		for i, x := range f.worlds() {
			if x != nil && !x.live(week, out[i]) {
				return
			}
		}
	}
}

// live runs a week of a world and writes it down; it reports false when stopped.
func (w *world) live(week int, out *runSeries) bool {
	w.step(week)
	if w.halted() {
		return false
	}
	w.record(out, week)
	return true
}

// liveApart runs every world by itself and all at once, to the same bytes: for
// when there are more workers than futures.
func (f *future) liveApart(out *[NumWorlds]*runSeries) {
	f.decided.twin = nil
	var wait sync.WaitGroup
	var fault atomic.Pointer[any]
	for i, x := range f.worlds() {
		if x == nil {
			continue
		}
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer func() {
				if r := recover(); r != nil {
					fault.Store(&r)
				}
			}()
			for week := 0; week < x.m.weeks && x.live(week, out[i]); week++ {
			}
		}()
	}
	wait.Wait()
	if r := fault.Load(); r != nil {
		panic(*r)
	}
}

func (f *future) worlds() [NumWorlds]*world {
	return [NumWorlds]*world{Baseline: f.published, Assumed: f.assumed, Decided: f.decided}
}

// burnIn runs the year before today: pipelines and trailing years fill. It
// reports false when stopped.
func burnIn(w *world) bool {
	for week := -burnInWeeks; week < 0 && !w.halted(); week++ {
		w.step(week)
	}
	if w.fixed {
		w.reachToday()
	}
	return !w.halted()
}

// Run simulates s. When ctx is cancelled it returns at once, whatever it was
// doing and however large the organisation, with the first so-many futures
// (Result.Partial) and ctx's error; the result is nil where the first was not finished.
// What workers have finished beyond a future that is not finished is dropped, usually at
// most a future for each other worker: which futures happen to be
// done in a moment depends on the machine, the first so-many do not, so that a partial
// result is that of a run of so many futures, and can be had again.
func (e *Engine) Run(ctx context.Context, s *Scenario, o Options) (*Result, error) {
	if o.Runs < 1 {
		return nil, errors.New("number of runs must be at least 1")
	}
	if err := s.Validate(e.table); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	draws, err := e.prepare(ctx, s, o)
	if err != nil {
		return nil, err
	}
	r := &Result{
		Scenario: s, Seed: o.Seed, Requested: o.Runs, Weeks: int(s.Organisation.HorizonWeeks),
		Uncertain: o.Uncertain, Sets: draws.n, AssumptionsDiffer: draws.published != nil,
		MarketUnqualified: draws.own.marketUnqualified(s), QuotaScale: draws.own.quotaScale,
	}
	for w := range r.series {
		r.series[w] = make([]*runSeries, o.Runs)
	}
	ens := &ensemble{engine: e, draws: draws, o: o, r: r, done: make([]bool, o.Runs), records: map[int][]PersonRecord{}}
	ens.run(ctx)
	if ens.err != nil {
		return nil, ens.err
	}
	if ens.prefix == 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return nil, errors.New("no future was finished")
	}
	return ens.snapshot(ens.prefix), ctx.Err()
}

// ensemble shares the futures of a run over the workers. Futures are handed out
// in run order; results are taken from the finished prefix, so that a partial
// result is always the first so-many futures.
type ensemble struct {
	engine *Engine
	draws  *drawSet
	o      Options
	r      *Result

	workers int // asked for
	mu      sync.Mutex
	done    []bool
	prefix  int // futures 0..prefix-1 are finished
	records map[int][]PersonRecord
	emitted int // futures whose records were handed out
	shown   int // futures in the last partial result
	err     error
}

func (n *ensemble) run(ctx context.Context) {
	n.workers = n.o.Workers
	if n.workers <= 0 {
		n.workers = runtime.GOMAXPROCS(0)
	}
	workers := min(n.workers, n.o.Runs)
	var stopped atomic.Bool
	stop := context.AfterFunc(ctx, func() { stopped.Store(true) })
	defer stop()
	var next atomic.Int64
	var wait sync.WaitGroup
	for i := 0; i < workers; i++ {
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer func() {
				// A fault in one worker ends the run with an error, not the program.
				if fault := recover(); fault != nil {
					n.fail(fmt.Errorf("simulating: %v\n%s", fault, debug.Stack()), &stopped, ctx)
				}
			}()
			n.work(ctx, &next, &stopped)
		}()
	}
	wait.Wait()
}

func (n *ensemble) work(ctx context.Context, next *atomic.Int64, stopped *atomic.Bool) {
	var f *future
	for !stopped.Load() {
		run := int(next.Add(1)) - 1
		if run >= n.o.Runs {
			return
		}
		models, err := n.draws.of(ctx, run)
		if err != nil {
			n.fail(err, stopped, ctx)
			return
		}
		if f == nil {
			if f = newFuture(models, n.o.Records != nil, stopped); f == nil {
				return
			}
			f.apart = n.o.Records == nil && n.workers > n.o.Runs
		}
		f.become(models)
		var out [NumWorlds]*runSeries
		for w := range out {
			if World(w) != Baseline || models.published != nil {
				out[w] = newRunSeries(n.r.Weeks)
			}
		}
		if !f.run(random.Root(n.o.Seed, run), n.o.Expected, &out) {
			return
		}
		n.finish(run, &out, f)
	}
}

func (n *ensemble) fail(err error, stopped *atomic.Bool, ctx context.Context) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.err == nil && ctx.Err() == nil {
		n.err = err
	}
	stopped.Store(true)
}

// finish files a future and, under the lock, hands out what is new: records in
// run order, progress, and partial results at every doubling.
func (n *ensemble) finish(run int, out *[NumWorlds]*runSeries, f *future) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for w := range out {
		n.r.series[w][run] = out[w]
	}
	if n.o.Records != nil {
		var all []PersonRecord
		for w := range f.watches {
			if f.watches[w] != nil {
				all = append(all, f.watches[w].records...)
			}
		}
		for i := range all {
			all[i].Set = run % n.draws.n
		}
		n.records[run] = all
	}
	n.done[run] = true
	for n.prefix < len(n.done) && n.done[n.prefix] {
		n.prefix++
	}
	for ; n.o.Records != nil && n.emitted < n.prefix; n.emitted++ {
		n.o.Records(n.emitted, n.records[n.emitted])
		delete(n.records, n.emitted)
	}
	if n.o.Progress != nil {
		n.o.Progress(n.prefix, n.o.Runs)
	}
	if n.o.Partial != nil && n.prefix < n.o.Runs && n.prefix >= max(firstPartial, 2*n.shown) {
		n.shown = n.prefix
		n.o.Partial(n.snapshot(n.prefix))
	}
}

// firstPartial is the number of futures in the first partial result.
const firstPartial = 8

// snapshot is a result of the first runs futures.
func (n *ensemble) snapshot(runs int) *Result {
	r := *n.r
	r.Runs, r.Partial = runs, runs < n.o.Runs
	for w := range r.series {
		r.series[w] = n.r.series[w][:runs:runs]
	}
	r.derived = &derived{}
	return &r
}
