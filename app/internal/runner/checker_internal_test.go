package runner

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// checkScreen is the goroutine behind Do for updates of checks.
type checkScreen struct {
	*screen
	mu      sync.Mutex
	updates []CheckUpdate
	come    chan struct{}
}

func startChecker(t *testing.T, cfg CheckerConfig) (*Checker, *checkScreen) {
	s := &checkScreen{screen: newScreen(t), come: make(chan struct{}, 4096)}
	cfg.Do = s.do
	cfg.Show = func(u CheckUpdate) {
		s.mu.Lock()
		s.updates = append(s.updates, u)
		s.mu.Unlock()
		s.come <- struct{}{}
	}
	c := NewChecker(cfg)
	t.Cleanup(c.Close)
	return c, s
}

// until waits for an update that pleases and returns all that came.
func (s *checkScreen) until(t *testing.T, what string, ok func(CheckUpdate) bool) []CheckUpdate {
	t.Helper()
	deadline := time.After(30 * time.Second)
	for {
		s.mu.Lock()
		updates := append([]CheckUpdate(nil), s.updates...)
		s.mu.Unlock()
		for i, u := range updates {
			if ok(u) {
				return updates[:i+1]
			}
		}
		select {
		case <-s.come:
		case <-deadline:
			t.Fatalf("no update came with %s; got %+v", what, updates)
		}
	}
}

func over(u CheckUpdate) bool { return u.Done }

// outcomes are all that the updates brought.
func outcomes(updates []CheckUpdate) []*analysis.Outcome {
	var all []*analysis.Outcome
	for _, u := range updates {
		all = append(all, u.New...)
	}
	return all
}

func TestCheckerRunsRealChecks(t *testing.T) {
	checks, unknown := analysis.Select(analysis.All(), []string{"B15", "C2", "C3", "C4"})
	if len(unknown) > 0 {
		t.Fatal(unknown)
	}
	c, s := startChecker(t, CheckerConfig{Run: RunChecks(sim.NewEngine(), scenarios.Builtin), Workers: 1})
	if !c.Start(checks, false) || c.Start(checks, false) {
		t.Fatal("not exactly one run was started")
	}
	updates := s.until(t, "the end", over)
	last := updates[len(updates)-1]
	if last.Finished != 4 || last.All != 4 || last.Err != nil || last.Stopped || last.Current != nil || last.Share != 1 {
		t.Errorf("the last update is %+v", last)
	}
	found := outcomes(updates)
	if len(found) != 4 {
		t.Fatalf("%d outcomes came", len(found))
	}
	for i, o := range found {
		if o.Check != checks[i] || o.Full || len(o.Measured) == 0 || !o.Holds {
			t.Errorf("outcome %d is %+v", i, o)
		}
	}
	if c.Busy() || !c.Start(checks[:1], false) {
		t.Error("after a run there can be no other")
	}
}

// stepping finishes a check for each value on a channel, at a pace that a clock gives.
func stepping(steps <-chan struct{}) func(context.Context, []*analysis.Check, analysis.Options) ([]*analysis.Outcome, error) {
	return func(ctx context.Context, checks []*analysis.Check, o analysis.Options) ([]*analysis.Outcome, error) {
		var all []*analysis.Outcome
		for i, c := range checks {
			select {
			case <-ctx.Done():
				return all, ctx.Err()
			case <-steps:
			}
			outcome := &analysis.Outcome{Check: c, Full: o.Full, Holds: true}
			all = append(all, outcome)
			o.Progress(i+1, len(checks))
			o.Done(outcome)
		}
		return all, nil
	}
}

func TestCheckerTellsTheTimeLeftAndKeepsWhatIsDone(t *testing.T) {
	var mu sync.Mutex
	now := time.Unix(0, 0)
	clock := func() time.Time { mu.Lock(); defer mu.Unlock(); return now }
	steps := make(chan struct{})
	c, s := startChecker(t, CheckerConfig{Run: stepping(steps), Now: clock})
	checks := analysis.All()[:4]
	c.Start(checks, true)
	mu.Lock()
	now = now.Add(10 * time.Second)
	mu.Unlock()
	steps <- struct{}{}
	updates := s.until(t, "one check", func(u CheckUpdate) bool { return u.Finished == 1 })
	u := updates[len(updates)-1]
	if u.Left != 30*time.Second || u.Share != .25 || u.Current != checks[1] || u.All != 4 || u.Done {
		t.Errorf("after a quarter in 10 s the update is %+v", u)
	}
	c.Stop()
	updates = s.until(t, "the end", over)
	u = updates[len(updates)-1]
	if !u.Stopped || u.Finished != 1 || u.Err != nil {
		t.Errorf("a stopped run ends with %+v", u)
	}
	if found := outcomes(updates); len(found) != 1 || found[0].Check != checks[0] || !found[0].Full {
		t.Errorf("of a stopped run these outcomes are kept: %v", found)
	}
}

func TestCheckerTellsOfFaults(t *testing.T) {
	for name, run := range map[string]func() ([]*analysis.Outcome, error){
		"broken": func() ([]*analysis.Outcome, error) { return nil, errors.New("broken") },
		"burst":  func() ([]*analysis.Outcome, error) { panic("burst") },
	} {
		c, s := startChecker(t, CheckerConfig{Run: func(context.Context, []*analysis.Check, analysis.Options) ([]*analysis.Outcome, error) {
			return run()
		}})
		c.Start(analysis.All()[:1], false)
		updates := s.until(t, "the end", over)
		if u := updates[len(updates)-1]; u.Err == nil || !strings.Contains(u.Err.Error(), name) || u.Stopped {
			t.Errorf("%s: the last update is %+v", name, u)
		}
	}
}

// TestClosedCheckerShowsNothing closes it while a check runs.
func TestClosedCheckerShowsNothing(t *testing.T) {
	steps := make(chan struct{})
	c, s := startChecker(t, CheckerConfig{Run: stepping(steps)})
	c.Start(analysis.All(), false)
	s.until(t, "the beginning", func(u CheckUpdate) bool { return u.Current != nil })
	c.Close()
	if c.Busy() || c.Start(analysis.All(), false) {
		t.Error("a closed checker goes on")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, u := range s.updates {
		if u.Done {
			t.Errorf("after the end came %+v", u)
		}
	}
}
