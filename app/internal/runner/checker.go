package runner

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"threep/sim"
	"threep/sim/analysis"
)

// CheckerConfig is what a Checker needs. Run, Do and Show are required.
type CheckerConfig struct {
	// Run runs checks one after the other; RunChecks makes one of an engine.
	Run func(ctx context.Context, checks []*analysis.Check, o analysis.Options) ([]*analysis.Outcome, error)
	// Do runs a function on the goroutine that owns the screen.
	Do func(func())
	// Show takes the updates; it is called through Do only.
	Show func(CheckUpdate)
	// Workers is the number of processors to use; 0 is all.
	Workers int
	// Now is the clock, default time.Now.
	Now func() time.Time
}

// CheckUpdate is what has become of a run of checks.
type CheckUpdate struct {
	// New are the outcomes since the last update.
	New []*analysis.Outcome
	// Current is the check that runs now; nil at the end.
	Current *analysis.Check
	// Finished of All checks are over.
	Finished, All int
	// Share is how much of all simulations is done, from 0 to 1.
	Share float64
	// Left is the time that the rest may take; 0 where that cannot be told yet.
	Left time.Duration
	// Done is true for the last update of a run.
	Done bool
	// Stopped is true where Stop ended the run before its last check.
	Stopped bool
	// Err says why the run ended early, if nobody stopped it.
	Err error
}

// RunChecks returns what runs checks on an engine, in worlds that are looked up.
func RunChecks(engine *sim.Engine, look analysis.Lookup) func(context.Context, []*analysis.Check, analysis.Options) ([]*analysis.Outcome, error) {
	return func(ctx context.Context, checks []*analysis.Check, o analysis.Options) ([]*analysis.Outcome, error) {
		return analysis.Run(ctx, engine, look, checks, o)
	}
}

// Checker runs checks of model health beside the window, one run at a time. All
// methods are safe for concurrent use.
type Checker struct {
	cfg CheckerConfig

	mu      sync.Mutex
	closed  bool
	run     *checkRun // that goes on; nil: none
	waiting bool      // an update is on its way to the screen
	next    CheckUpdate
	over    sync.WaitGroup
}

// checkRun is one call of Start.
type checkRun struct {
	checks  []*analysis.Check
	cancel  context.CancelFunc
	began   time.Time
	stopped bool
}

// tellAfter is how long a run goes on before the time left is told.
const tellAfter = 2 * time.Second

// NewChecker returns a Checker, which has to be closed.
func NewChecker(cfg CheckerConfig) *Checker {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return &Checker{cfg: cfg}
}

// Start runs checks in the fast or the full set. It reports false, and does nothing,
// while another run goes on.
func (c *Checker) Start(checks []*analysis.Check, full bool) (started bool) {
	if len(checks) == 0 {
		return false
	}
	c.change(func() {
		if c.closed || c.run != nil {
			return
		}
		started = true
		ctx, cancel := context.WithCancel(context.Background())
		c.run = &checkRun{checks: checks, cancel: cancel, began: c.cfg.Now()}
		// Outcomes of the run before that the screen has not taken yet stay.
		c.next = CheckUpdate{New: c.next.New, Current: checks[0], All: len(checks)}
		c.over.Add(1)
		go c.work(ctx, c.run, full)
	})
	return started
}

// Stop ends the run that goes on; the checks that are over stay.
func (c *Checker) Stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.run != nil {
		c.run.stopped = true
		c.run.cancel()
	}
}

// Busy reports whether a run goes on.
func (c *Checker) Busy() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.run != nil
}

// Close ends what runs and returns when nothing of it is left. No update is shown
// after it.
func (c *Checker) Close() {
	c.mu.Lock()
	c.closed = true
	if c.run != nil {
		c.run.cancel()
	}
	c.mu.Unlock()
	c.over.Wait()
}

// work is the goroutine of one run.
func (c *Checker) work(ctx context.Context, r *checkRun, full bool) {
	defer c.over.Done()
	defer r.cancel()
	err := c.guarded(ctx, r, full)
	c.change(func() {
		c.run = nil
		c.next.Current, c.next.Left, c.next.Done = nil, 0, true
		c.next.Stopped = r.stopped && c.next.Finished < c.next.All
		if err != nil && !errors.Is(err, context.Canceled) {
			c.next.Err = err
		}
		if c.next.Finished == c.next.All {
			c.next.Share = 1
		}
	})
}

// guarded turns a panic of a check into an error, so that it does not take the window
// with it.
func (c *Checker) guarded(ctx context.Context, r *checkRun, full bool) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a check panicked: %v\n%s", fault, debug.Stack())
		}
	}()
	_, err = c.cfg.Run(ctx, r.checks, analysis.Options{
		Full: full, Workers: c.cfg.Workers,
		Progress: func(done, all int) { c.progress(r, done, all) },
		Done:     func(o *analysis.Outcome) { c.outcome(r, o) },
	})
	return err
}

func (c *Checker) progress(r *checkRun, done, all int) {
	c.change(func() {
		since := c.cfg.Now().Sub(r.began)
		c.next.Left = 0
		if all > 0 && done > 0 {
			c.next.Share = float64(done) / float64(all)
			if since >= tellAfter {
				c.next.Left = time.Duration(float64(since) * float64(all-done) / float64(done))
			}
		}
	})
}

func (c *Checker) outcome(r *checkRun, o *analysis.Outcome) {
	c.change(func() {
		c.next.New = append(c.next.New, o)
		c.next.Finished++
		c.next.Current = nil
		if c.next.Finished < len(r.checks) {
			c.next.Current = r.checks[c.next.Finished]
		}
	})
}

// change changes what is shown next and has it shown, unless that is on its way
// already: what comes until the screen takes it goes along, so that no outcome is lost
// and a slow screen queues nothing. Do is called outside the lock, for it may show at
// once.
func (c *Checker) change(next func()) {
	c.mu.Lock()
	next()
	tell := !c.waiting && !c.closed
	c.waiting = c.waiting || tell
	c.mu.Unlock()
	if tell {
		c.cfg.Do(c.fetch)
	}
}

func (c *Checker) fetch() {
	c.mu.Lock()
	c.waiting = false
	u, closed := c.next, c.closed
	c.next.New = nil
	c.mu.Unlock()
	if !closed {
		c.cfg.Show(u)
	}
}
