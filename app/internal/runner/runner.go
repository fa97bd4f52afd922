package runner

import (
	"context"
	"sync"
	"time"

	"threep/sim"
)

// Simulator runs a scenario; *sim.Engine is one.
type Simulator interface {
	Run(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error)
}

// Quality says how fine a result is wanted.
type Quality int

// The qualities: a preview while a lever is being dragged, all futures once it rests.
const (
	Preview Quality = iota
	Full
)

// Settings are what a run depends on besides its scenario and quality.
type Settings struct {
	Seed      uint64
	Runs      int  // futures of a full run, default 1000
	Workers   int  // 0: one for each core
	Uncertain bool // draw assumptions from their ranges besides luck
}

// Update is what became of a request. It is shown through Config.Do.
type Update struct {
	Revision uint64
	Scenario *sim.Scenario
	Quality  Quality
	// Result is the finest result of this revision so far; nil where there is none.
	Result *sim.Result
	// Finished of All futures are done in the stage that runs now.
	Finished, All int
	// Done is true for the last update of a request.
	Done bool
	// Stopped is true where Stop ended the run before its last future.
	Stopped bool
	// Cached is true where nothing had to be computed.
	Cached bool
	// Err says why there will be no (finer) result.
	Err error
}

// Config is what a Runner needs. Simulator, Do and Show are required.
type Config struct {
	Simulator Simulator
	// Do runs a function on the goroutine that owns the screen.
	Do func(func())
	// Show takes the updates; it is called through Do only.
	Show func(Update)
	// Settings of the first run.
	Settings Settings
	// PreviewRuns bounds the futures of a preview, default 24. The number is
	// lowered as far as PreviewTime asks.
	PreviewRuns int
	// PreviewTime is what a preview may take, default 70 ms.
	PreviewTime time.Duration
	// PreviewGrace is how long a preview may go on after it was started when a
	// newer revision waits, default 150 ms.
	PreviewGrace time.Duration
	// CacheBytes bounds the full results that are kept, default 512 MiB; the
	// latest one is kept whatever its size.
	CacheBytes int64
	// Key identifies what a scenario's results depend on; empty means "do not
	// cache". The default is the package's Key.
	Key func(*sim.Scenario) string
	// Now is the clock that previews are sized by, default time.Now.
	Now func() time.Time
}

// Runner schedules simulations. All methods are safe for concurrent use.
type Runner struct {
	cfg  Config
	wake chan struct{} // capacity 1
	gone chan struct{} // closed when the worker has returned

	mu       sync.Mutex
	closed   bool
	settings Settings
	newest   uint64 // revision of the newest request
	order    uint64 // requests so far
	waiting  *request
	running  *request
	results  *cache
	pace     pace
	mail     mailbox
}

// request is one call of Submit.
type request struct {
	order    uint64
	revision uint64
	scenario *sim.Scenario
	quality  Quality
	settings Settings

	cancel  context.CancelFunc
	stage   Quality
	started time.Time
	grace   *time.Timer // ends a preview that a newer revision waits for
	stopped bool
}

// New starts a Runner, which has to be closed.
func New(cfg Config) *Runner {
	if cfg.Settings.Runs <= 0 {
		cfg.Settings.Runs = 1000
	}
	if cfg.PreviewRuns <= 0 {
		cfg.PreviewRuns = 24
	}
	if cfg.PreviewTime <= 0 {
		cfg.PreviewTime = 70 * time.Millisecond
	}
	if cfg.PreviewGrace <= 0 {
		cfg.PreviewGrace = 150 * time.Millisecond
	}
	if cfg.CacheBytes <= 0 {
		cfg.CacheBytes = 512 << 20
	}
	if cfg.Key == nil {
		cfg.Key = Key
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	r := &Runner{
		cfg:      cfg,
		wake:     make(chan struct{}, 1),
		gone:     make(chan struct{}),
		settings: cfg.Settings,
		results:  newCache(cfg.CacheBytes),
		pace:     pace{most: cfg.PreviewRuns, target: cfg.PreviewTime},
	}
	go r.work()
	return r
}

// Submit asks for the results of a scenario, which nobody may change from now on.
// A request for an older revision than the newest is ignored.
func (r *Runner) Submit(revision uint64, s *sim.Scenario, q Quality) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed || revision < r.newest {
		return
	}
	r.newest = revision
	r.order++
	r.waiting = &request{order: r.order, revision: revision, scenario: s, quality: q, settings: r.settings}
	r.hurry()
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// hurry ends what runs, now or when its grace is over. The caller holds the lock.
func (r *Runner) hurry() {
	old := r.running
	if old == nil || old.cancel == nil {
		return
	}
	if old.stage == Full {
		old.cancel()
		return
	}
	rest := r.cfg.PreviewGrace - r.cfg.Now().Sub(old.started)
	switch {
	case rest <= 0:
		old.cancel()
	case old.grace == nil:
		old.grace = time.AfterFunc(rest, old.cancel)
	}
}

// Configure changes seed, futures or the drawing of assumptions for requests to
// come; submit the present revision again to see it.
func (r *Runner) Configure(change func(*Settings)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.settings)
	if r.settings.Runs <= 0 {
		r.settings.Runs = 1
	}
}

// Settings returns what the next request will be run with.
func (r *Runner) Settings() Settings {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.settings
}

// Busy reports whether a request waits or runs.
func (r *Runner) Busy() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.waiting != nil || r.running != nil
}

// Stop ends the present run; the futures it has finished are shown and the update
// says Stopped.
func (r *Runner) Stop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.waiting != nil {
		r.waiting.stopped = true
	}
	if r.running != nil {
		r.running.stopped = true
		if r.running.cancel != nil {
			r.running.cancel()
		}
	}
}

// Close cancels what runs and returns when nothing of the runner is left. No update
// is shown after it. It may be called twice, and from the goroutine behind Do.
func (r *Runner) Close() {
	r.mu.Lock()
	if !r.closed {
		r.closed = true
		r.waiting = nil
		r.mail.shut()
		if r.running != nil && r.running.cancel != nil {
			r.running.cancel()
		}
		close(r.wake)
	}
	r.mu.Unlock()
	<-r.gone
}
