package runner

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"threep/sim"
)

// work is the one goroutine of the runner.
func (r *Runner) work() {
	defer close(r.gone)
	for range r.wake {
		for r.take() {
			r.serve(r.running)
			r.mu.Lock()
			r.running = nil
			r.mu.Unlock()
		}
	}
}

func (r *Runner) take() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed || r.waiting == nil {
		return false
	}
	r.running, r.waiting = r.waiting, nil
	return true
}

// serve runs the stages of a request.
func (r *Runner) serve(q *request) {
	key := r.key(q)
	if result := r.cached(key); result != nil {
		r.post(q, Update{Result: result, Finished: result.Runs, All: result.Runs, Done: true, Cached: true})
		return
	}
	preview := r.mail.best(q)
	if first := r.previewRuns(q); first > 0 && (preview == nil || preview.Runs < first) {
		begun := r.cfg.Now()
		result, err := r.stage(q, Preview, first)
		took := r.cfg.Now().Sub(begun)
		if result != nil {
			r.paced(q, result.Runs, took)
		}
		if r.ended(q, result, err, q.quality == Preview) {
			return
		}
		preview = result
		r.post(q, Update{Result: preview, Finished: preview.Runs, All: q.settings.Runs})
	}
	if q.quality == Preview {
		r.post(q, Update{Result: preview, Finished: preview.Runs, All: preview.Requested, Done: true})
		return
	}
	result, err := r.stage(q, Full, q.settings.Runs)
	if result == nil {
		result = preview
	}
	if err == nil && result != nil && !result.Partial {
		r.keep(key, result)
	}
	r.ended(q, result, err, true)
}

// previewRuns is the number of futures of a preview; 0 means that the full run is as
// small as that.
func (r *Runner) previewRuns(q *request) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := r.pace.runs(q.scenario)
	if q.quality == Full && n >= q.settings.Runs {
		return 0
	}
	return min(n, q.settings.Runs)
}

func (r *Runner) paced(q *request, runs int, took time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pace.learn(q.scenario, runs, took)
}

// ended shows the last update of a request and reports true, unless a stage went
// well and is not the last.
func (r *Runner) ended(q *request, result *sim.Result, err error, last bool) bool {
	r.mu.Lock()
	stopped, superseded := q.stopped, r.waiting != nil
	r.mu.Unlock()
	cancelled := errors.Is(err, context.Canceled)
	if err == nil && result == nil {
		err = errors.New("the simulation came back without a result")
	}
	update := Update{Result: result, Done: true, All: q.settings.Runs}
	if q.stage == Preview && q.quality == Preview && result != nil {
		update.All = result.Requested
	}
	if result != nil {
		update.Finished = result.Runs
	}
	switch {
	case err == nil && !last:
		return false
	case cancelled && stopped:
		update.Stopped = true
	case cancelled && superseded && result == nil:
		return true
	case cancelled: // superseded, but some futures are worth showing
	default:
		update.Err = err
	}
	r.post(q, update)
	return true
}

// stage runs one simulation. A panic in it becomes an error.
func (r *Runner) stage(q *request, stage Quality, runs int) (result *sim.Result, err error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer r.leave(q, cancel)
	r.mu.Lock()
	q.cancel, q.stage, q.started = cancel, stage, r.cfg.Now()
	if r.closed || q.stopped || (r.waiting != nil && stage == Full) {
		cancel()
	}
	r.mu.Unlock()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	defer func() {
		if fault := recover(); fault != nil {
			result, err = nil, fmt.Errorf("simulate revision %d: %v\n%s", q.revision, fault, debug.Stack())
		}
	}()
	finest := (*sim.Result)(nil)
	steps := -1
	o := sim.Options{
		Runs: runs, Seed: q.settings.Seed, Workers: q.settings.Workers, Uncertain: q.settings.Uncertain,
		Partial: func(part *sim.Result) {
			if part == nil || part.Runs >= runs || ctx.Err() != nil {
				return
			}
			r.mu.Lock()
			finest = part
			r.mu.Unlock()
			r.post(q, Update{Result: part, Finished: part.Runs, All: runs})
		},
		Progress: func(done, all int) {
			r.mu.Lock()
			step := 0
			if all > 0 {
				step = done * 50 / all
			}
			news := step > steps
			steps = max(step, steps)
			part := finest
			r.mu.Unlock()
			if news && ctx.Err() == nil {
				r.post(q, Update{Result: part, Finished: done, All: all})
			}
		},
	}
	return r.cfg.Simulator.Run(ctx, q.scenario, o)
}

// leave tidies up behind a stage.
func (r *Runner) leave(q *request, cancel context.CancelFunc) {
	cancel()
	r.mu.Lock()
	defer r.mu.Unlock()
	q.cancel = nil
	if q.grace != nil {
		q.grace.Stop()
		q.grace = nil
	}
}

// post hands an update to the goroutine behind Do.
func (r *Runner) post(q *request, u Update) {
	u.Revision, u.Scenario, u.Quality = q.revision, q.scenario, q.quality
	if r.mail.put(q, u) {
		r.cfg.Do(func() {
			if u, ok := r.mail.get(); ok {
				r.cfg.Show(u)
			}
		})
	}
}
