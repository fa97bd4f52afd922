package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/report"
	"threep/app/internal/runner"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
	"threep/sim/analysis/signs"
)

// quickOutcomes are real outcomes of checks that need no long run, worked out once.
var quickOutcomes = sync.OnceValues(func() ([]*analysis.Outcome, error) {
	checks, _ := analysis.Select(analysis.All(), []string{"B15", "C2", "C4"})
	return analysis.Run(context.Background(), sim.NewEngine(), scenarios.Builtin, checks, analysis.Options{})
})

func someOutcomes(t *testing.T) []*analysis.Outcome {
	t.Helper()
	found, err := quickOutcomes()
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// textsOf are the texts of an object, as they would be read.
func textsOf(o fyne.CanvasObject) []string {
	var said []string
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			said = append(said, o.Text)
		case *widget.RichText:
			said = append(said, o.String())
		}
	})
	return said
}

// button returns the button in sight with a name.
func (s *stage) button(name string) *widgets.IconButton {
	s.t.Helper()
	var found *widgets.IconButton
	s.objects(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.IconButton); ok && b.AccessibilityLabel() == name {
			found = b
		}
	})
	if found == nil {
		s.t.Fatalf("there is no button %q in sight", name)
	}
	return found
}

// chooseCheck goes to a check with the keys and returns its row.
func (s *stage) chooseCheck(id string) *checkRow {
	s.t.Helper()
	p := s.u.health.page
	s.window.Canvas().Focus(p.list)
	p.list.TypedKey(key(fyne.KeyHome))
	for i, c := range p.h.checks {
		if c.ID == id {
			s.settle()
			return p.list.rows[i]
		}
		p.list.TypedKey(key(fyne.KeyDown))
	}
	s.t.Fatalf("there is no check %s", id)
	return nil
}

// TestHealthListsEveryCheck opens the page from the menu and reads through it with the
// keys.
func TestHealthListsEveryCheck(t *testing.T) {
	s := newStage(t)
	for _, i := range s.u.menu.menu.Items[len(s.u.menu.menu.Items)-1].Items {
		if i.Label == assets.T("healthpage.menu") {
			i.Action()
		}
	}
	s.settle()
	p := s.u.health.page
	if p == nil || len(s.u.modals) != 1 || s.window.Canvas().Focused() != p.list {
		t.Fatal("Help, Model health does not open the page with its list in focus")
	}
	said := s.said()
	for _, kind := range []analysis.Kind{analysis.Claim, analysis.Evidence, analysis.Mathematics, analysis.Matrix} {
		if !strings.Contains(said, assets.T("health.kind."+string(kind))) {
			t.Errorf("the list has no group %q", kind)
		}
	}
	if len(p.list.rows) != len(signs.AllChecks()) {
		t.Errorf("%d rows for %d checks", len(p.list.rows), len(signs.AllChecks()))
	}
	for i, c := range signs.AllChecks() {
		row := p.list.rows[i].spoken()
		for _, want := range []string{c.ID, report.HealthTitle(c), report.HealthSays(c), assets.T("healthpage.verdict.none"), "must be"} {
			if !strings.Contains(row, want) {
				t.Errorf("the row of %s lacks %q: %s", c.ID, want, row)
			}
		}
		if p.list.chosen != i || p.detail.check.ID != c.ID || !strings.Contains(p.list.AccessibilityLabel(), c.ID) {
			t.Errorf("the keys stand at row %d, want %d", p.list.chosen, i)
		}
		p.list.TypedKey(key(fyne.KeyDown))
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.list.rows[p.list.chosen])
	box := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.list)
	if top.Y < box.Y || top.Y > box.Y+p.list.Size().Height {
		t.Error("the chosen row is out of sight")
	}
	p.list.TypedKey(key(fyne.KeyHome))
	p.list.TypedKey(key(fyne.KeyReturn))
	if s.window.Canvas().Focused() != p.detail.runOne {
		t.Error("Return does not lead to the check")
	}
	s.keep("health")
	s.u.typedKey(key(fyne.KeyEscape))
	if len(s.u.modals) > 0 || s.u.health.page != nil {
		t.Error("Escape does not close the page")
	}
}

// TestEveryCheckSaysHowItIsMeasured chooses each and looks for all that must stand
// there.
func TestEveryCheckSaysHowItIsMeasured(t *testing.T) {
	s := newStage(t)
	s.u.openHealth()
	p := s.u.health.page
	for i, c := range signs.AllChecks() {
		p.list.choose(i)
		wants := []string{report.HealthTitle(c), report.HealthSays(c), report.HealthHow(c), assets.T("health.kind." + string(c.Kind))}
		for j := range c.Lines {
			wants = append(wants, report.HealthLabel(c, &c.Lines[j]), report.HealthBand(&c.Lines[j]))
		}
		for j := range c.Setups {
			wants = append(wants, report.HealthWorld(&c.Setups[j]))
			wants = append(wants, report.HealthDecisions(&c.Setups[j])...)
		}
		for _, key := range c.Sources {
			source, _ := scenarios.LookupSource(key)
			wants = append(wants, source.Cite)
		}
		said := strings.Join(textsOf(p.detail.object), "\n")
		for _, want := range wants {
			if !strings.Contains(said, want) {
				t.Errorf("%s does not say %q", c.ID, want)
			}
		}
		if strings.Contains(said, "⟦") || strings.Contains(said, "%!") {
			t.Errorf("%s lacks a text:\n%s", c.ID, said)
		}
	}
}

// TestHealthRunsAndShowsWhatIsFound runs all, takes outcomes one by one, and stops.
func TestHealthRunsAndShowsWhatIsFound(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	s.u.openHealth()
	p := s.u.health.page
	s.button(assets.T("healthpage.run_all_help")).TypedKey(key(fyne.KeySpace))
	if len(s.checks.asked) != len(signs.AllChecks()) || s.checks.full {
		t.Fatalf("%d checks are run, full %v", len(s.checks.asked), s.checks.full)
	}
	if !p.runAll.Disabled() || !p.full.Disabled() || !p.detail.runOne.Disabled() || p.stop.Disabled() {
		t.Error("while checks run others can be begun, or these not be stopped")
	}
	found := someOutcomes(t)
	s.checks.show(runner.CheckUpdate{New: found[:1], Current: found[1].Check, Finished: 1, All: 38, Share: .25, Left: 30 * time.Second})
	s.settle()
	if said := s.said(); !strings.Contains(said, "1 of 38 checks done, now C2; about 30 s left") || p.meter.share != .25 || !p.meter.object.Visible() {
		t.Errorf("the progress is %g and says\n%s", p.meter.share, said)
	}
	row := s.chooseCheck("B15")
	if !strings.Contains(row.spoken(), assets.T("healthpage.verdict.holds")) || !strings.Contains(row.spoken(), report.HealthSentence(found[0].Check, &found[0].Measured[0])) {
		t.Errorf("the row of B15 says %s", row.spoken())
	}
	for i := range found[0].Measured {
		m := &found[0].Measured[i]
		if m.Rule == analysis.Reported {
			continue // it is told, and has no margin
		}
		want := assets.F("healthpage.fact.margin", report.HealthSentence(found[0].Check, m), report.HealthMargin(m))
		if said := strings.Join(textsOf(p.detail.object), "\n"); !strings.Contains(said, want) {
			t.Errorf("the details of B15 lack %q:\n%s", want, said)
		}
	}
	if running := s.chooseCheck("C2"); !strings.Contains(running.spoken(), assets.T("healthpage.verdict.running")) {
		t.Errorf("the check that runs says %s", running.spoken())
	}
	s.keep("health_running")
	s.button(assets.T("healthpage.stop_help")).Tapped(nil)
	if s.checks.stopped != 1 {
		t.Error("Stop stops nothing")
	}
	s.checks.busy = false
	s.checks.show(runner.CheckUpdate{Finished: 1, All: 38, Done: true, Stopped: true})
	s.settle()
	said := s.said()
	if want := fmt.Sprintf("Stopped after 1 of 38 checks; what is done is kept. 1 of 1 checks run so far hold; %d are not run yet.", len(signs.AllChecks())-1); !strings.Contains(said, want) {
		t.Errorf("after the stop the page says\n%s", said)
	}
	if p.runAll.Disabled() || !p.stop.Disabled() || p.meter.object.Visible() {
		t.Error("after the stop nothing can be run")
	}
}

// TestHealthTellsFailures shows a check that fails, by word and sign, and a run that
// broke.
func TestHealthTellsFailures(t *testing.T) {
	s := newStage(t)
	s.u.openHealth()
	failed := *someOutcomes(t)[0]
	failed.Measured = append([]analysis.Measured(nil), failed.Measured...)
	failed.Measured[1].Holds, failed.Holds, failed.Full = false, false, true
	s.chooseCheck("B15")
	s.button(assets.F("healthpage.full_one_help", "B15")).Tapped(nil)
	if len(s.checks.asked) != 1 || s.checks.asked[0].ID != "B15" || !s.checks.full {
		t.Fatalf("run it in full runs %v", s.checks.asked)
	}
	s.checks.busy = false
	s.checks.show(runner.CheckUpdate{New: []*analysis.Outcome{&failed}, Finished: 1, All: 2, Done: true, Err: errors.New("no memory\nstack")})
	s.settle()
	said := s.said()
	for _, want := range []string{
		assets.T("healthpage.verdict.fails"), "The checks ended early: no memory. What is done is kept.", "these fail: B15", "full set",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("a failure is told without %q:\n%s", want, said)
		}
	}
	if row := s.chooseCheck("B15"); !strings.Contains(row.spoken(), report.HealthSentence(failed.Check, &failed.Measured[1])) {
		t.Errorf("the row does not show the line that fails: %s", row.spoken())
	}
	s.keep("health_failed")
}

// TestHealthGoesOnWhileThePageIsClosed moves a lever meanwhile.
func TestHealthGoesOnWhileThePageIsClosed(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	s.u.openHealth()
	s.button(assets.T("healthpage.full_help")).Tapped(nil)
	if !s.checks.full {
		t.Error("the full set is not the full set")
	}
	s.u.typedKey(key(fyne.KeyEscape))
	s.settle()
	if s.checks.stopped > 0 || s.u.toasts.Text() != assets.T("healthpage.goes_on") {
		t.Errorf("closing the page stops %d runs and says %q", s.checks.stopped, s.u.toasts.Text())
	}
	before := len(s.runner.asked)
	s.lever("training.hours").slider.Handle().TypedKey(key(fyne.KeyRight))
	s.settle()
	if len(s.runner.asked) == before {
		t.Error("a lever moves nothing while checks run")
	}
	s.checks.busy = false
	s.checks.show(runner.CheckUpdate{New: someOutcomes(t), Finished: 3, All: 3, Done: true})
	s.settle()
	if !strings.Contains(s.u.toasts.Text(), "3 of 3 checks run so far hold") {
		t.Errorf("the end is told as %q", s.u.toasts.Text())
	}
	s.u.openHealth()
	if row := s.chooseCheck("C4"); !strings.Contains(row.spoken(), assets.T("healthpage.verdict.holds")) {
		t.Errorf("what was found while the page was closed is lost: %s", row.spoken())
	}
}

// TestCheckOpensItsWorld opens it as an untitled copy, and asks about unsaved work.
func TestCheckOpensItsWorld(t *testing.T) {
	s := newStage(t)
	s.u.openHealth()
	s.chooseCheck("A4")
	c := s.u.health.page.detail.check
	name := assets.F("healthpage.world.open_help", report.HealthWorld(&c.Setups[0])+": "+strings.Join(report.HealthDecisions(&c.Setups[0]), "; "))
	s.button(name).TypedKey(key(fyne.KeyReturn))
	s.settle()
	want, err := c.Setups[0].Scenario(scenarios.Builtin)
	if err != nil {
		t.Fatal(err)
	}
	got, status := s.doc.Scenario(), s.doc.Status()
	if !sameRun(got, want) || got.Mechanisms.LeavingHiring {
		t.Error("the world is not the check's")
	}
	if status.Path != "" || status.Dirty || !strings.HasPrefix(status.Title, "A4 ") || len(s.u.modals) > 0 || s.runner.last().scenario != got {
		t.Errorf("it opens as %+v", status)
	}
	s.doc.Change("a step", "", func(c *sim.Scenario) { c.Decisions.Training.Hours = 5 })
	s.settle()
	s.u.openHealth()
	s.chooseCheck("B16")
	s.window.Canvas().Focus(s.u.health.page.detail.first())
	c = s.u.health.page.detail.check
	s.button(assets.F("healthpage.world.open_help", report.HealthWorld(&c.Setups[0])+": "+strings.Join(report.HealthDecisions(&c.Setups[0]), "; "))).Tapped(nil)
	s.settle()
	if len(s.u.modals) != 1 || s.doc.Scenario().Decisions.Training.Hours != 5 {
		t.Error("unsaved work is not asked about")
	}
}

// TestStopEndsTheChecks closes the window.
func TestStopEndsTheChecks(t *testing.T) {
	s := newStage(t)
	s.u.Stop()
	if !s.checks.closed {
		t.Error("checks go on after the window is closed")
	}
}
