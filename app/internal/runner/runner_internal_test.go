package runner

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"threep/sim"
)

// fake is a simulator that a test steers.
type fake struct {
	run   func(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error)
	calls atomic.Int64
}

func (f *fake) Run(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error) {
	f.calls.Add(1)
	return f.run(ctx, s, o)
}

func result(s *sim.Scenario, runs, all int) *sim.Result {
	return &sim.Result{Scenario: s, Runs: runs, Requested: all, Weeks: 4, Partial: runs < all}
}

// atOnce finishes every run without delay, after two partial results.
func atOnce(_ context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error) {
	for _, n := range []int{o.Runs / 3, o.Runs / 2} {
		if n > 0 {
			o.Partial(result(s, n, o.Runs))
			o.Progress(n, o.Runs)
		}
	}
	return result(s, o.Runs, o.Runs), nil
}

// untilCancelled waits for the end of its context.
func untilCancelled(ctx context.Context, _ *sim.Scenario, _ sim.Options) (*sim.Result, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// screen is the goroutine behind Do: a queue that runs one function at a time.
type screen struct {
	queue chan func()
	over  chan struct{}

	mu      sync.Mutex
	updates []Update
	news    chan struct{}
}

func newScreen(t *testing.T) *screen {
	s := &screen{queue: make(chan func(), 4096), over: make(chan struct{}), news: make(chan struct{}, 4096)}
	go func() {
		defer close(s.over)
		for f := range s.queue {
			f()
		}
	}()
	t.Cleanup(func() { close(s.queue); <-s.over })
	return s
}

func (s *screen) do(f func()) { s.queue <- f }

func (s *screen) show(u Update) {
	s.mu.Lock()
	s.updates = append(s.updates, u)
	s.mu.Unlock()
	s.news <- struct{}{}
}

func (s *screen) all() []Update {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Update(nil), s.updates...)
}

// wait returns the first update that pleases, or fails.
func (s *screen) wait(t *testing.T, what string, ok func(Update) bool) Update {
	t.Helper()
	deadline := time.After(10 * time.Second)
	for {
		for _, u := range s.all() {
			if ok(u) {
				return u
			}
		}
		select {
		case <-s.news:
		case <-deadline:
			t.Fatalf("no update came with %s; got %+v", what, s.all())
		}
	}
}

func done(revision uint64) func(Update) bool {
	return func(u Update) bool { return u.Revision == revision && u.Done }
}

func start(t *testing.T, cfg Config) (*Runner, *screen) {
	s := newScreen(t)
	cfg.Do, cfg.Show = s.do, s.show
	r := New(cfg)
	t.Cleanup(r.Close)
	return r, s
}

func scenario(name string) *sim.Scenario {
	s := &sim.Scenario{Name: name}
	s.Organisation.Industry = name // what a name stands for is another scenario
	s.Organisation.Seats, s.Organisation.HorizonWeeks = 120, 156
	return s
}

func TestFullShowsThePreviewFirstAndAllFuturesLast(t *testing.T) {
	var stages []int
	f := &fake{}
	f.run = func(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error) {
		stages = append(stages, o.Runs)
		return atOnce(ctx, s, o)
	}
	r, s := start(t, Config{Simulator: f, Settings: Settings{Seed: 7, Runs: 900}})
	one := scenario("one")
	r.Submit(1, one, Full)
	u := s.wait(t, "all futures", done(1))
	if u.Result.Runs != 900 || u.Err != nil || u.Scenario != one || u.Cached || u.Finished != 900 || u.All != 900 {
		t.Fatalf("last update is %+v", u)
	}
	if len(stages) != 2 || stages[0] > 24 || stages[1] != 900 {
		t.Fatalf("stages ran %v futures", stages)
	}
	runs := 0
	for _, u := range s.all() {
		if u.Result != nil && u.Result.Runs < runs {
			t.Fatalf("a result of %d futures was shown after one of %d", u.Result.Runs, runs)
		}
		if u.Result != nil {
			runs = u.Result.Runs
		}
	}
}

func TestPreviewStopsAfterItsFewFutures(t *testing.T) {
	f := &fake{run: atOnce}
	r, s := start(t, Config{Simulator: f, PreviewRuns: 10})
	r.Submit(3, scenario("one"), Preview)
	u := s.wait(t, "the preview", done(3))
	if u.Result.Runs > 10 || u.Finished != u.Result.Runs || u.All != u.Result.Runs || f.calls.Load() != 1 {
		t.Fatalf("got %+v after %d runs", u, f.calls.Load())
	}
}

func TestReleasingALeverDoesNotRepeatThePreview(t *testing.T) {
	f := &fake{run: atOnce}
	r, s := start(t, Config{Simulator: f, PreviewRuns: 10})
	one := scenario("one")
	r.Submit(3, one, Preview)
	s.wait(t, "the preview", done(3))
	r.Submit(3, one, Full)
	s.wait(t, "all futures", func(u Update) bool { return u.Done && u.Result.Runs == 1000 })
	if n := f.calls.Load(); n != 2 {
		t.Fatalf("the simulator ran %d times; want preview and full run", n)
	}
}

func TestCachedResultNeedsNoRun(t *testing.T) {
	f := &fake{run: atOnce}
	r, s := start(t, Config{Simulator: f})
	one, two := scenario("one"), scenario("two")
	r.Submit(1, one, Full)
	s.wait(t, "revision 1", done(1))
	r.Submit(2, two, Full)
	s.wait(t, "revision 2", done(2))
	before := f.calls.Load()
	r.Submit(3, one.Clone(), Preview) // undo makes a newer revision of equal content
	u := s.wait(t, "revision 3", done(3))
	if !u.Cached || u.Result.Runs != 1000 || f.calls.Load() != before {
		t.Fatalf("got %+v after %d more runs", u, f.calls.Load()-before)
	}
	r.Configure(func(s *Settings) { s.Seed = 99 })
	r.Submit(4, one, Full)
	if u := s.wait(t, "revision 4", done(4)); u.Cached {
		t.Fatal("another seed was answered from the cache")
	}
}

func TestCacheKeepsToItsBytes(t *testing.T) {
	one := result(nil, 10, 10)
	c := newCache(2 * weight(one))
	c.put("a", one)
	c.put("b", one)
	if c.get("a") == nil {
		t.Fatal("a was dropped too early")
	}
	c.put("c", one)
	if c.get("b") != nil || c.get("a") == nil || c.get("c") == nil {
		t.Fatal("not the one used longest ago was dropped")
	}
	c.put("huge", result(nil, 1000, 1000))
	if c.get("huge") == nil || len(c.entries) != 1 || c.held != weight(result(nil, 1000, 1000)) {
		t.Fatalf("cache holds %d entries of %d bytes", len(c.entries), c.held)
	}
}

func TestNewerRevisionCancelsAFullRun(t *testing.T) {
	f := &fake{}
	entered := make(chan struct{}, 8)
	f.run = func(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error) {
		if s.Name == "slow" && o.Runs == 1000 {
			entered <- struct{}{}
			return untilCancelled(ctx, s, o)
		}
		return atOnce(ctx, s, o)
	}
	r, s := start(t, Config{Simulator: f})
	r.Submit(1, scenario("slow"), Full)
	<-entered
	r.Submit(2, scenario("quick"), Full)
	s.wait(t, "revision 2", done(2))
	seen := uint64(0)
	for _, u := range s.all() {
		if u.Revision < seen {
			t.Fatalf("revision %d was shown after %d", u.Revision, seen)
		}
		if u.Err != nil {
			t.Fatalf("being overtaken is no error: %v", u.Err)
		}
		seen = u.Revision
	}
}

func TestPreviewMayFinishWithinItsGrace(t *testing.T) {
	f := &fake{}
	entered, release, second := make(chan struct{}), make(chan struct{}), make(chan struct{})
	f.run = func(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error) {
		if s.Name == "first" {
			close(entered)
			<-release
		} else {
			<-second // an update that nobody fetched would take the first one's place
		}
		return atOnce(ctx, s, o)
	}
	r, s := start(t, Config{Simulator: f, PreviewGrace: time.Hour})
	r.Submit(1, scenario("first"), Preview)
	<-entered
	r.Submit(2, scenario("second"), Preview)
	close(release)
	s.wait(t, "revision 1", func(u Update) bool { return u.Revision == 1 && u.Done && u.Result.Runs > 0 })
	close(second)
	s.wait(t, "revision 2", done(2))
}

func TestPreviewEndsWithItsGrace(t *testing.T) {
	f := &fake{}
	entered := make(chan struct{})
	f.run = func(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error) {
		if s.Name == "first" {
			close(entered)
			<-ctx.Done()
			return result(s, 2, o.Runs), ctx.Err()
		}
		return atOnce(ctx, s, o)
	}
	r, s := start(t, Config{Simulator: f, PreviewGrace: time.Millisecond})
	r.Submit(1, scenario("first"), Preview)
	<-entered
	r.Submit(2, scenario("second"), Preview)
	if u := s.wait(t, "revision 2", done(2)); u.Err != nil {
		t.Fatal(u.Err)
	}
}

func TestOlderRevisionIsIgnored(t *testing.T) {
	f := &fake{run: atOnce}
	r, s := start(t, Config{Simulator: f})
	r.Submit(5, scenario("new"), Preview)
	r.Submit(4, scenario("old"), Preview)
	s.wait(t, "revision 5", done(5))
	r.Submit(6, scenario("newer"), Preview)
	s.wait(t, "revision 6", done(6))
	for _, u := range s.all() {
		if u.Revision == 4 {
			t.Fatal("revision 4 was shown after revision 5 had been asked for")
		}
	}
}

func TestStopKeepsWhatIsDone(t *testing.T) {
	f := &fake{}
	entered := make(chan struct{})
	f.run = func(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error) {
		if o.Runs < 1000 {
			return atOnce(ctx, s, o)
		}
		close(entered)
		<-ctx.Done()
		return result(s, 400, o.Runs), ctx.Err()
	}
	r, s := start(t, Config{Simulator: f})
	r.Submit(1, scenario("one"), Full)
	<-entered
	r.Stop()
	u := s.wait(t, "a stopped run", done(1))
	if !u.Stopped || u.Err != nil || u.Result == nil || u.Result.Runs != 400 {
		t.Fatalf("got %+v", u)
	}
	if cached := r.cached(r.key(&request{scenario: scenario("one"), settings: r.Settings()})); cached != nil {
		t.Fatal("a result with too few futures was cached")
	}
}

func TestPanicAndErrorsReachTheScreen(t *testing.T) {
	f := &fake{run: func(context.Context, *sim.Scenario, sim.Options) (*sim.Result, error) { panic("division by people") }}
	r, s := start(t, Config{Simulator: f})
	r.Submit(1, scenario("one"), Full)
	u := s.wait(t, "the fault", done(1))
	if u.Err == nil || !strings.Contains(u.Err.Error(), "division by people") || u.Result != nil {
		t.Fatalf("got %+v", u)
	}
	refused := errors.New("seats must be at least 5")
	f.run = func(context.Context, *sim.Scenario, sim.Options) (*sim.Result, error) { return nil, refused }
	r.Submit(2, scenario("two"), Full)
	if u := s.wait(t, "the refusal", done(2)); !errors.Is(u.Err, refused) {
		t.Fatalf("got %+v", u)
	}
	f.run = func(context.Context, *sim.Scenario, sim.Options) (*sim.Result, error) { return nil, nil }
	r.Submit(3, scenario("three"), Full)
	if u := s.wait(t, "the absence of a result", done(3)); u.Err == nil {
		t.Fatalf("got %+v", u)
	}
}

func TestPreviewKeepsToItsTime(t *testing.T) {
	p := pace{most: 24, target: 70 * time.Millisecond}
	small, large := scenario("small"), scenario("large")
	large.Organisation.Seats = 100_000
	p.learn(small, 10, 3*time.Second) // had to be solved first
	for range 3 {
		p.learn(small, 10, 20*time.Millisecond)
	}
	if n := p.runs(small); n != 24 {
		t.Fatalf("a preview of 120 seats has %d futures; 24 take 48 ms", n)
	}
	if n := p.runs(large); n != 1 {
		t.Fatalf("a preview of 100,000 seats has %d futures", n)
	}
	for range remembered {
		p.learn(small, 10, 70*time.Millisecond)
	}
	if n := p.runs(small); n != 10 {
		t.Fatalf("%d futures fit into 70 ms at 7 ms each", n)
	}
	if len(p.costs) != remembered {
		t.Fatalf("%d measurements are kept", len(p.costs))
	}
}

func TestCloseLeavesNothing(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 20 {
		s := newScreen(t)
		f := &fake{run: untilCancelled}
		r := New(Config{Simulator: f, Do: s.do, Show: s.show})
		r.Submit(1, scenario("one"), Full)
		r.Submit(2, scenario("two"), Full)
		r.Close()
		r.Close()
		r.Submit(3, scenario("three"), Full)
		if r.Busy() {
			t.Fatal("busy after Close")
		}
		shown := len(s.all())
		close(s.queue)
		<-s.over
		if len(s.all()) != shown {
			t.Fatal("something was shown after Close")
		}
		s.queue = make(chan func()) // for the clean-up, which closes it
	}
	for i := 0; runtime.NumGoroutine() > before; i++ {
		if i > 200 {
			t.Fatalf("%d goroutines before, %d after", before, runtime.NumGoroutine())
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// TestManyRevisions submits as a hurried user does and holds the updates to their
// order.
func TestManyRevisions(t *testing.T) {
	f := &fake{}
	f.run = func(ctx context.Context, s *sim.Scenario, o sim.Options) (*sim.Result, error) {
		for i := 1; i < 5; i++ {
			select {
			case <-ctx.Done():
				return result(s, i, o.Runs), ctx.Err()
			case <-time.After(time.Millisecond):
			}
			o.Partial(result(s, i, o.Runs))
			o.Progress(i, o.Runs)
		}
		return result(s, o.Runs, o.Runs), nil
	}
	r, s := start(t, Config{Simulator: f, PreviewGrace: 2 * time.Millisecond, Key: func(*sim.Scenario) string { return "" }})
	rng := rand.New(rand.NewPCG(1, 2))
	const last = 150
	for rev := uint64(1); rev <= last; rev++ {
		r.Submit(rev, scenario("x"), Quality(rng.IntN(2)))
		if rng.IntN(3) == 0 {
			time.Sleep(time.Duration(rng.IntN(6)) * time.Millisecond)
		}
	}
	r.Submit(last, scenario("x"), Full)
	s.wait(t, "the last revision", func(u Update) bool { return u.Revision == last && u.Done && u.Result.Runs == 1000 })
	seen := uint64(0)
	for _, u := range s.all() {
		if u.Revision < seen {
			t.Fatalf("revision %d after %d", u.Revision, seen)
		}
		seen = u.Revision
		if u.Err != nil {
			t.Fatal(u.Err)
		}
	}
}

func TestKeyTellsScenariosApart(t *testing.T) {
	one := scenario("one")
	changed := one.Clone()
	changed.Decisions.Coaching.Hours = .1
	manned := one.Clone()
	manned.Roster = []sim.RosterSeat{{ID: "a"}}
	renamed := one.Clone()
	renamed.Title = "Another name"
	if Key(renamed) != Key(one) {
		t.Fatal("a new name asks for a new run")
	}
	if Key(one) == "" || Key(one) != Key(one.Clone()) || Key(one) == Key(changed) || Key(one) == Key(manned) {
		t.Fatal("keys do not follow content")
	}
}
