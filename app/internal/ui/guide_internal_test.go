package ui

import (
	"context"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"threep/app/internal/report"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// guideRun is a real result of a workshop scenario, worked out once for all tests.
var guideRun = sync.OnceValues(func() (*sim.Result, error) {
	s, err := scenarios.Builtin("crm-elixir")
	if err != nil {
		return nil, err
	}
	return sim.NewEngine().Run(context.Background(), s, sim.Options{Runs: 12, Seed: 7})
})

// told are the words of the guide.
func (s *stage) told() string { return strings.Join(textsOf(s.u.guide.object), "\n") }

// TestGuideTellsAStory opens a scenario of the library: its guide stands beside the
// graphs, blocks nothing, and says of every notice what the result shows.
func TestGuideTellsAStory(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	if s.u.guide.shown() {
		t.Error("a guide is shown at the start")
	}
	s.u.openBuiltin("crm-elixir")
	s.settle()
	if !s.u.guide.shown() || len(s.u.modals) > 0 {
		t.Fatal("opening a story does not show its guide beside the graphs")
	}
	guide, _ := scenarios.GuideOf("crm-elixir")
	wants := []string{s.doc.Scenario().Story, assets.T("guide.notice"), assets.T("guide.try")}
	for _, n := range guide.Notice {
		wants = append(wants, n.Say, report.NoticeLabel(&n))
	}
	wants = append(wants, guide.Try...)
	for _, want := range wants {
		if !strings.Contains(s.told(), want) {
			t.Errorf("the guide lacks %q:\n%s", want, s.told())
		}
	}
	if got := strings.Count(s.told(), assets.T("guide.waiting")); got != len(guide.Notice) {
		t.Errorf("before there is a result %d of %d notices wait", got, len(guide.Notice))
	}
	r, err := guideRun()
	if err != nil {
		t.Fatal(err)
	}
	s.answer(r)
	seen := 0
	for i := range guide.Notice {
		sentence, holds, err := report.NoticeFound(&guide.Notice[i], r)
		if err != nil || !strings.Contains(s.told(), sentence) {
			t.Errorf("the guide lacks what was found, %q (%v):\n%s", sentence, err, s.told())
		}
		if holds {
			seen++
		}
	}
	if got := strings.Count(s.told(), assets.T("guide.seen")); got != seen || seen == 0 {
		t.Errorf("%d notices are ticked, %d hold", got, seen)
	}
	s.keep("guide")
	for _, g := range s.u.graphs {
		if g.view.Size().Width < 380 || g.view.Size().Height < 240 {
			t.Errorf("beside the guide a graph is %v", g.view.Size())
		}
	}
	s.lever("training.hours").slider.Handle().TypedKey(key(fyne.KeyRight))
	s.settle()
	if s.value("training.hours") == 0 || !strings.Contains(s.told(), assets.T("guide.waiting")) {
		t.Error("beside the guide a lever moves nothing, or an old result is told as the new one's")
	}
}

// TestGuideSaysWhatIsNotSeen answers with a result in which nothing of it is so, and
// one that is too short.
func TestGuideSaysWhatIsNotSeen(t *testing.T) {
	s := newStage(t)
	s.u.openBuiltin("crm-elixir")
	s.settle()
	bare, err := scenarios.Builtin("crm-elixir")
	if err != nil {
		t.Fatal(err)
	}
	bare.Decisions.Tools = nil
	bare.Organisation.Seats = 16
	r, err := sim.NewEngine().Run(context.Background(), bare, sim.Options{Runs: 4, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	s.answer(r)
	if got := s.told(); !strings.Contains(got, assets.T("guide.not_seen")) {
		t.Errorf("without its tool the guide says\n%s", got)
	}
	bare.Organisation.HorizonWeeks = 52
	if r, err = sim.NewEngine().Run(context.Background(), bare, sim.Options{Runs: 4, Seed: 7}); err != nil {
		t.Fatal(err)
	}
	s.answer(r)
	if got := s.told(); !strings.Contains(got, assets.T("guide.unmeasured")) {
		t.Errorf("where weeks 40 to 60 lie beyond the end the guide says\n%s", got)
	}
}

// TestGuideGoesAndComesBack by Escape, by the button beside the title and by the menu.
func TestGuideGoesAndComesBack(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	s.u.openBuiltin("wiifm")
	s.settle()
	s.u.typedKey(key(fyne.KeyEscape))
	if s.u.guide.shown() {
		t.Error("Escape does not put the guide away")
	}
	s.button(assets.T("guide.panel.button")).TypedKey(key(fyne.KeySpace))
	if !s.u.guide.shown() || s.window.Canvas().Focused() != s.u.guide.close {
		t.Error("the button beside the title does not bring the guide back")
	}
	s.settle()
	s.u.guide.close.TypedKey(key(fyne.KeyPageDown))
	if s.u.guide.scroll.Offset.Y <= 0 {
		t.Error("Page Down does not move the guide")
	}
	s.button(assets.T("guide.panel.close")).Tapped(nil)
	if s.u.guide.shown() || s.window.Canvas().Focused() != s.u.bar.guide {
		t.Error("the guide cannot be closed, or the focus is lost")
	}
	s.u.menu.guide.Action()
	if !s.u.guide.shown() {
		t.Error("the menu does not bring the guide back")
	}
	s.u.newScenario()
	s.settle()
	if s.u.guide.shown() || !s.u.menu.guide.Disabled || s.u.bar.guide.Visible() {
		t.Error("a new scenario has a guide")
	}
	s.u.menu.guide.Action()
	if s.u.guide.shown() {
		t.Error("the shortcut shows a guide where there is none")
	}
}

// TestEveryBuiltInScenarioIsToldOf opens each from the library.
func TestEveryBuiltInScenarioIsToldOf(t *testing.T) {
	s := newStage(t)
	for _, e := range scenarios.Library() {
		s.u.openBuiltin(e.Name)
		s.settle()
		told := s.told()
		if !s.u.guide.shown() || !strings.Contains(told, e.Story) || strings.Contains(told, "⟦") {
			t.Errorf("%s is told as\n%s", e.Name, told)
		}
		if _, ok := scenarios.GuideOf(e.Name); !ok && !strings.Contains(told, assets.T("guide.panel."+string(e.Shelf))) {
			t.Errorf("%s does not say that it has no guide", e.Name)
		}
	}
}

func TestLibraryHasShelves(t *testing.T) {
	s := newStage(t)
	s.u.showLibrary()
	said := s.said()
	at := -1
	for _, shelf := range scenarios.Shelves() {
		heading := strings.Index(said, assets.T("guide.shelf."+string(shelf)))
		if heading <= at {
			t.Fatalf("the shelf %q is not in its place:\n%s", shelf, said)
		}
		at = heading
		for _, e := range scenarios.Library() {
			if e.Shelf == shelf && !strings.Contains(said[heading:], e.Title) {
				t.Errorf("%q does not stand under its heading", e.Title)
			}
		}
	}
}

// TestGuideFitsEveryWindow shows it where there is room for all, and where there is not:
// then it stands in place of the right graph, which comes back afterwards.
func TestGuideFitsEveryWindow(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	before := s.u.root.MinSize()
	s.u.guide.tell("crm-elixir")
	for _, c := range []struct {
		width  float32
		factor float64
		both   bool
	}{{1280, 1, true}, {1920, 1.5, true}, {1280, 1.5, false}, {960, 1, false}} {
		s.window.Resize(fyne.NewSize(c.width, 770))
		s.u.setTextSize(c.factor)
		s.u.setGuide(true)
		s.settle()
		right := s.u.graphs[1].object
		if right.Visible() != c.both {
			t.Errorf("at %g with text at %g the right graph is in sight: %v", c.width, c.factor, right.Visible())
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.u.guide.object)
		if at.X < 0 || at.X+s.u.guide.object.Size().Width > fyne.Max(c.width, s.u.summary.object.MinSize().Width) {
			t.Errorf("at %g with text at %g the guide ends at %g", c.width, c.factor, at.X+s.u.guide.object.Size().Width)
		}
		s.u.setGuide(false)
		s.settle()
		if !right.Visible() || right.Size() != s.u.graphs[0].object.Size() {
			t.Errorf("at %g without the guide the right graph is %v", c.width, right.Size())
		}
	}
	s.u.setTextSize(1)
	s.u.setGuide(true)
	s.settle()
	if after := s.u.root.MinSize(); after != before {
		t.Errorf("with the guide the window needs %v in place of %v", after, before)
	}
}
