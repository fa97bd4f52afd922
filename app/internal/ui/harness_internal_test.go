package ui

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"threep/app/internal/runner"
	"threep/app/internal/state"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// queue is the scheduler of the tests: what is handed over waits until the test runs
// it, on the test's own goroutine.
type queue struct{ jobs chan func() }

func newQueue() *queue { return &queue{jobs: make(chan func(), 4096)} }

func (q *queue) do(f func()) { q.jobs <- f }

func (q *queue) drain() {
	for {
		select {
		case f := <-q.jobs:
			f()
		default:
			return
		}
	}
}

// submission is one wish for results.
type submission struct {
	revision uint64
	scenario *sim.Scenario
	quality  runner.Quality
}

// fakeRunner notes what is asked for; the test answers.
type fakeRunner struct {
	show    func(runner.Update)
	asked   []submission
	stopped int
	closed  bool
}

func (r *fakeRunner) Submit(revision uint64, s *sim.Scenario, q runner.Quality) {
	r.asked = append(r.asked, submission{revision, s, q})
}
func (r *fakeRunner) Stop()  { r.stopped++ }
func (r *fakeRunner) Close() { r.closed = true }

func (r *fakeRunner) last() submission { return r.asked[len(r.asked)-1] }

// fakeChecker notes which checks are asked for; the test answers.
type fakeChecker struct {
	show    func(runner.CheckUpdate)
	asked   []*analysis.Check
	full    bool
	busy    bool
	stopped int
	closed  bool
}

func (c *fakeChecker) Start(checks []*analysis.Check, full bool) bool {
	if c.busy {
		return false
	}
	c.asked, c.full, c.busy = checks, full, true
	return true
}
func (c *fakeChecker) Stop()  { c.stopped++ }
func (c *fakeChecker) Close() { c.closed = true }

// keeper is an autosave that notes what becomes of it.
type keeper struct {
	flushed int
	closed  bool
	kept    bool
}

func (k *keeper) Flush() error          { k.flushed++; return nil }
func (k *keeper) Close(keep bool) error { k.closed, k.kept = true, keep; return nil }

func testCodec() state.Codec {
	return state.Codec{Parse: scenarios.Parse, Encode: func(s *sim.Scenario) ([]byte, error) {
		return scenarios.Encode(s, func(id string) string { return assets.T("param." + id + ".label") })
	}}
}

// stage is a window with all that stands around it.
type stage struct {
	t      testing.TB
	u      *UI
	doc    *state.Document
	runner *fakeRunner
	keeper *keeper
	checks *fakeChecker
	window fyne.Window
	queue  *queue
	folder string
}

// size is the smallest window that everything has to fit into.
var size = fyne.NewSize(1280, 770)

func newStage(t testing.TB, change ...func(*Config)) *stage {
	t.Helper()
	s := &stage{t: t, queue: newQueue(), runner: &fakeRunner{}, keeper: &keeper{}, checks: &fakeChecker{}, folder: t.TempDir()}
	a := test.NewTempApp(t)
	s.window = test.NewTempWindow(t, nil)
	s.doc = state.New(sim.NewTable(), testCodec(), scenarios.Default())
	cfg := Config{
		App: a, Window: s.window, Document: s.doc, Table: sim.NewTable(),
		Check:  func(*sim.Scenario) error { return nil },
		Recent: state.NewRecentFiles(filepath.Join(s.folder, "recent.json"), 5),
		NewRunner: func(show func(runner.Update)) Runner {
			s.runner.show = show
			return s.runner
		},
		NewChecker: func(show func(runner.CheckUpdate)) Checker {
			s.checks.show = show
			return s.checks
		},
		Do: s.queue.do, Keeper: s.keeper, LogFolder: s.folder,
	}
	for _, c := range change {
		c(&cfg)
	}
	u, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	s.u = u
	s.window.SetPadded(false)
	s.window.SetContent(u.Content())
	s.window.Resize(size)
	u.Start()
	s.settle()
	t.Cleanup(func() {
		u.Stop()
		s.queue.drain()
	})
	return s
}

// settle runs until nothing is left to do or to draw.
func (s *stage) settle() {
	s.queue.drain()
	for s.u.group.Busy() {
		(<-s.queue.jobs)()
		s.queue.drain()
	}
}

// answer shows a result for the newest wish.
func (s *stage) answer(r *sim.Result) {
	last := s.runner.last()
	s.runner.show(runner.Update{
		Revision: last.revision, Scenario: last.scenario, Quality: last.quality,
		Result: r, Finished: r.Runs, All: r.Runs, Done: true,
	})
	s.settle()
}

// lever returns the control of a parameter that was built first: the one in sight.
func (s *stage) lever(id string) *lever {
	s.t.Helper()
	for _, v := range s.u.levers.all {
		if v.param.ID == id {
			return v
		}
	}
	s.t.Fatalf("there is no lever for %s", id)
	return nil
}

func (s *stage) value(id string) float64 {
	s.t.Helper()
	p, ok := s.u.table.Lookup(id)
	if !ok {
		s.t.Fatalf("there is no parameter %s", id)
	}
	return p.Get(s.doc.Scenario())
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// smallRun is a real result of a small organisation, worked out once for all tests.
var smallRun = sync.OnceValues(func() (*sim.Result, error) {
	s := scenarios.Default()
	s.Organisation.Seats = 16
	s.Organisation.HorizonWeeks = 104
	return sim.NewEngine().Run(context.Background(), s, sim.Options{Runs: 24, Seed: 1})
})

func result(t *testing.T) *sim.Result {
	t.Helper()
	r, err := smallRun()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// objects calls visit for everything on the canvas and over it.
func (s *stage) objects(visit func(fyne.CanvasObject)) {
	walk(s.u.Content(), visit)
	for _, o := range s.window.Canvas().Overlays().List() {
		walk(o, visit)
	}
}

func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

// keep writes a picture of the window where THREEP_SHOTS says, to be looked at.
func (s *stage) keep(name string) {
	s.t.Helper()
	folder := os.Getenv("THREEP_SHOTS")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.window.Canvas().Capture()); err != nil {
		s.t.Fatal(err)
	}
}
