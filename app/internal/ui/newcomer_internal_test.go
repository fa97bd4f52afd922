package ui

import (
	"context"
	"image/color"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"threep/app/internal/chart"
	"threep/app/internal/evidence"
	"threep/app/internal/report"
	"threep/app/internal/runner"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// TestTooFewPeopleCannotBeUsed imports a list that is too short for an organisation: the
// box says how many it takes, and offers no button that can only fail.
func TestTooFewPeopleCannotBeUsed(t *testing.T) {
	s := newStage(t)
	s.u.openAny(s.peopleFile("Name,Sales\nAda,100\nBert,90\nCleo,80\n"))
	if said := s.said(); !strings.Contains(said, "A roster needs at least 5 people; 3 could be read.") {
		t.Errorf("the box does not say how many people it takes:\n%s", said)
	}
	use := s.u.modals[0].buttons[0].(*widgets.IconButton)
	if !use.Disabled() {
		t.Error("three people can be used")
	}
	before := s.doc.Scenario()
	use.Tapped(nil)
	s.settle()
	if s.doc.Scenario() != before {
		t.Error("three people became the organisation's")
	}
}

// TestImportSaysWhatOfSalesIsUsed holds the box to saying that money is the scenario's.
func TestImportSaysWhatOfSalesIsUsed(t *testing.T) {
	s := newStage(t)
	s.u.openAny(s.peopleFile(people))
	if said := s.said(); !strings.Contains(said, "only the differences between people are used") || !strings.Contains(said, assets.T("ui.people.level")) {
		t.Errorf("the box does not say what of sales is used:\n%s", said)
	}
}

// TestImportSpeaksTheWindowsWords reads files that tell nothing, and none at all.
func TestImportSpeaksTheWindowsWords(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"Mitarbeiter,Umsatz\nA,1\nB,2\nC,3\nD,4\nE,5\n", assets.T("ui.people.reason.unmatched")},
		{"PK\x03\x04\x00\x00\x08\x00", assets.T("ui.people.reason.binary")},
	} {
		s := newStage(t)
		s.u.openAny(s.peopleFile(c.content))
		said := s.said()
		if !strings.Contains(said, c.want) || strings.Contains(said, "sales=") || strings.ContainsRune(said, 0) {
			t.Errorf("%q is answered with\n%s", c.content, said)
		}
	}
}

// TestSavedFileIsMine saves a story and a new scenario: title bar, header and what is
// said name the file, and what came with a title of its own is called as the file.
func TestSavedFileIsMine(t *testing.T) {
	s := newStage(t)
	s.u.openBuiltin("crm-elixir")
	s.settle()
	path := filepath.Join(s.folder, "My pilot.toml")
	s.u.saveTo(path, nil)
	s.settle()
	status := s.doc.Status()
	if status.Title != "My pilot" || s.doc.Scenario().Name != "crm-elixir" || status.Dirty {
		t.Errorf("a story saved as My pilot is %+v, named %s", status, s.doc.Scenario().Name)
	}
	if !strings.Contains(s.window.Title(), "My pilot.toml") || s.u.bar.mark.text != "My pilot.toml" {
		t.Errorf("the window is called %q and the header says %q", s.window.Title(), s.u.bar.mark.text)
	}
	if said := s.u.toasts.Text(); !strings.Contains(said, s.folder) {
		t.Errorf("what is said of the file is %q, without its folder", said)
	}
	s.u.doc.Describe("x", "A title of mine", "")
	s.u.saveTo(filepath.Join(s.folder, "other.toml"), nil)
	if s.doc.Status().Title != "A title of mine" {
		t.Error("a title that the user gave is replaced")
	}
	s.u.newScenario()
	s.settle()
	s.u.saveTo(filepath.Join(s.folder, "North.toml"), nil)
	if now := s.doc.Scenario(); now.Title != "North" || now.Name != "north" {
		t.Errorf("a new scenario saved as North is %q, named %q", now.Title, now.Name)
	}
}

// TestStorySaysThatItIsOfTheOriginal changes a story's scenario.
func TestStorySaysThatItIsOfTheOriginal(t *testing.T) {
	s := newStage(t)
	s.u.openBuiltin("crm-elixir")
	s.settle()
	note := assets.T("ui.bar.story_changed")
	if strings.Contains(s.told(), note) || s.u.storyNote(s.doc.Scenario()) != "" {
		t.Error("a story as it came is said to be changed")
	}
	s.doc.Change("a step", "", func(c *sim.Scenario) { c.Decisions.Rollout.Mandate = 0 })
	s.settle()
	if !strings.Contains(s.told(), note) || !strings.Contains(s.u.bar.scenario.AccessibilityLabel(), note) {
		t.Errorf("a changed scenario still has its story without a word:\n%s", s.told())
	}
	s.u.undo()
	s.settle()
	if strings.Contains(s.told(), note) {
		t.Error("after undo the note stays")
	}
}

// TestStoryOpensItsGraphs holds every guide to graphs that there are, and a story to
// opening with them.
func TestStoryOpensItsGraphs(t *testing.T) {
	for _, g := range scenarios.Guides() {
		for _, id := range g.Graphs {
			if _, ok := chart.Lookup(chart.ID(id)); !ok {
				t.Errorf("%s opens with the graph %q, which there is not", g.Scenario, id)
			}
		}
	}
	s := newStage(t)
	s.u.openBuiltin("3p-ready")
	s.settle()
	if s.u.graphs[0].kind != chart.Effectiveness || s.u.graphs[1].kind != chart.Bookings {
		t.Errorf("the story opens with %s and %s", s.u.graphs[0].kind, s.u.graphs[1].kind)
	}
	s.u.guide.jump(1)
	if at := s.u.guide.scroll.Offset.Y; at <= 0 {
		t.Errorf("what to try is not brought into view: %g", at)
	}
}

// TestResultOfAnotherScenarioTicksNothing has a run that gave way come late.
func TestResultOfAnotherScenarioTicksNothing(t *testing.T) {
	s := newStage(t)
	before := s.runner.last()
	s.u.openBuiltin("crm-elixir")
	s.settle()
	s.runner.show(runner.Update{Revision: before.revision, Scenario: before.scenario, Result: result(t), Finished: 24, All: 24, Done: true})
	s.settle()
	if strings.Contains(s.told(), assets.T("guide.seen")) || s.u.Settled() {
		t.Error("the guide ticks what another scenario shows")
	}
}

// TestStoppedRunGoesOn stops a run and goes on.
func TestStoppedRunGoesOn(t *testing.T) {
	s := newStage(t)
	last := s.runner.last()
	r := result(t)
	s.runner.show(runner.Update{Revision: last.revision, Result: r, Finished: r.Runs, All: 1000, Done: true, Stopped: true})
	s.settle()
	if !s.u.bar.resume.Visible() {
		t.Fatal("after a stop there is no way to go on")
	}
	asked := len(s.runner.asked)
	s.u.bar.resume.Tapped(nil)
	if len(s.runner.asked) != asked+1 || s.runner.last().revision != last.revision || s.runner.last().quality != runner.Full {
		t.Error("going on asks for no full run")
	}
	s.answer(r)
	if s.u.bar.resume.Visible() {
		t.Error("after the last future there is still something to go on with")
	}
}

// TestCountsAgreeWhileComputing shows fewer futures than are finished.
func TestCountsAgreeWhileComputing(t *testing.T) {
	s := newStage(t)
	last, r := s.runner.last(), result(t)
	s.runner.show(runner.Update{Revision: last.revision, Result: r, Finished: r.Runs + 300, All: 1000})
	s.settle()
	if got := s.u.bar.progress.text; !strings.HasPrefix(got, "24 of 1,000") {
		t.Errorf("the graphs stand on 24 futures and the header says %q", got)
	}
}

// TestReadinessWarnsOfWhatIsShort looks at a story in which all is right, and at the
// default.
func TestReadinessWarnsOfWhatIsShort(t *testing.T) {
	for _, name := range []string{"3p-ready", "default"} {
		s := newStage(t)
		s.u.openBuiltin(name)
		s.settle()
		warned := false
		worse := s.u.summary.gauge.Theme().Color(widgets.ColorNameWorse, s.u.app.Settings().ThemeVariant())
		for _, o := range test.WidgetRenderer(s.u.summary.gauge).Objects() {
			if c, ok := fillOf(o); ok && o.Visible() && c == worse {
				warned = true
			}
		}
		if warned != (name == "default") {
			t.Errorf("%s: warned %v", name, warned)
		}
	}
}

// TestRaisedPartByPartIsMarked raises one dimension of the process.
func TestRaisedPartByPartIsMarked(t *testing.T) {
	s := newStage(t)
	v := s.lever(raiseAll)
	before := v.slider.Spoken()
	s.doc.Change("a step", "", func(c *sim.Scenario) { c.Decisions.Process.LeadManagement = 1 })
	s.settle()
	if after := v.slider.Spoken(); after == before || !strings.Contains(after, "part by part") {
		t.Errorf("with one part raised the lever says %q", after)
	}
}

// TestWorksHaveNoGrade goes to the works of the register with a grade chosen.
func TestWorksHaveNoGrade(t *testing.T) {
	s := newStage(t)
	p := &evidencePage{u: s.u, register: evidence.New(s.doc.Scenario())}
	p.build()
	s.window.SetContent(p.layOut())
	s.window.Resize(size)
	p.grades.SetChosen(1)
	for i, k := range evidence.Kinds() {
		if k == evidence.Work {
			p.kinds.SetChosen(i)
		}
	}
	p.find()
	if !p.grades.Disabled() || len(p.found) == 0 || len(p.found) != len(p.register.Entries(evidence.Work)) {
		t.Errorf("grades off %v, %d works found", p.grades.Disabled(), len(p.found))
	}
}

// TestSavedCostIsExplained runs the story in which less is sold, and less commission
// is paid for it.
func TestSavedCostIsExplained(t *testing.T) {
	s := newStage(t)
	scenario, err := scenarios.Builtin("crm-elixir")
	if err != nil {
		t.Fatal(err)
	}
	scenario.Assumptions.Money.Commission = .2
	r, err := sim.NewEngine().Run(context.Background(), scenario, sim.Options{Runs: 12, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	if h := r.Headline(); h.After <= h.Before {
		t.Fatalf("the story saves no cost: %g before, %g after", h.Before, h.After)
	}
	s.answer(r)
	said := s.u.summary.headline.AccessibilityLabel()
	if !strings.Contains(said, report.CostSaved(r)) {
		t.Errorf("the headline does not say why cost is saved: %q", said)
	}
}

// fillOf is the fill of a shape.
func fillOf(o fyne.CanvasObject) (color.Color, bool) {
	switch o := o.(type) {
	case *canvas.Rectangle:
		return o.FillColor, true
	case *canvas.ArbitraryPolygon:
		return o.FillColor, true
	}
	return nil, false
}
