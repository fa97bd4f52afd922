package ui

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"threep/app/internal/about"
	"threep/app/internal/chart"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

func TestGraphsAreExported(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	var extension string
	var data []byte
	g := s.u.graphs[0]
	g.actions.export = func(kind chart.ID, ext string, draw func() ([]byte, error)) {
		content, err := draw()
		if err != nil || kind != chart.Effectiveness {
			t.Fatalf("export of %s: %v", kind, err)
		}
		extension, data = ext, content
	}
	items := g.exportItems()
	items[0].Action()
	img, err := png.Decode(bytes.NewReader(data))
	if extension != ".png" || err != nil || img.Bounds().Dx() < 1200 {
		t.Errorf("the picture %s is %v: %v", extension, img, err)
	}
	items[1].Action()
	if extension != ".svg" {
		t.Errorf("the second picture is %s", extension)
	}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the picture is no XML: %v", err)
		}
	}
	digest := scenarios.Digest(result(t).Scenario)[:12]
	for _, stamped := range []string{s.doc.Status().Title, about.Version, sim.ModelVersion, digest, "seed 1", "24 futures"} {
		if !strings.Contains(string(data), stamped) {
			t.Errorf("the picture is not stamped with %q", stamped)
		}
	}
	changed := assets.F("chart.stamp.changed", s.doc.Status().Title)
	if strings.Contains(string(data), changed) {
		t.Error("the picture of what was opened says that it was changed")
	}
	s.doc.Change("a step", "", func(c *sim.Scenario) { c.Decisions.Training.Hours = 5 })
	s.settle()
	items[1].Action()
	if !strings.Contains(string(data), changed) {
		t.Error("the picture of a changed scenario does not say so")
	}
}

// TestDescribing edits name, title and story: one step of undo, and no new run.
func TestDescribing(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	asked := len(s.runner.asked)
	s.u.describe()
	fields := map[string]*field{}
	s.objects(func(o fyne.CanvasObject) {
		if f, ok := o.(*field); ok {
			fields[f.Text] = f
		}
	})
	before := s.doc.Scenario()
	fields[before.Title].SetText("  Our rollout ")
	fields[before.Name].SetText("our-rollout")
	fields[before.Story].SetText("We buy three tools.")
	s.keep("describe")
	press(t, s.u.modals[0], 0)
	s.settle()
	now := s.doc.Scenario()
	if now.Title != "Our rollout" || now.Name != "our-rollout" || now.Story != "We buy three tools." {
		t.Errorf("the scenario is called %q, %q, and tells %q", now.Title, now.Name, now.Story)
	}
	if len(s.runner.asked) != asked {
		t.Error("another name had all futures run again")
	}
	if !strings.Contains(s.window.Title(), "Our rollout") || !strings.Contains(s.u.bar.scenario.AccessibilityLabel(), "We buy three tools.") {
		t.Errorf("the window is called %q, and its tool bar says %q", s.window.Title(), s.u.bar.scenario.AccessibilityLabel())
	}
	s.u.undo()
	s.settle()
	if s.doc.Scenario().Title != before.Title || s.doc.Status().CanUndo() || len(s.runner.asked) != asked {
		t.Error("one undo does not bring name, title and story back, or runs the futures again")
	}
	s.lever("training.hours").slider.Handle().TypedKey(key(fyne.KeyPageUp))
	s.settle()
	if len(s.runner.asked) == asked {
		t.Error("after a change of name a lever no longer runs anything")
	}
}

func TestSaveAndOpenAgain(t *testing.T) {
	s := newStage(t)
	path := filepath.Join(s.folder, "mine.toml")
	s.lever("training.hours").slider.Handle().TypedKey(key(fyne.KeyPageUp))
	s.settle()
	hours := s.value("training.hours")
	went := false
	s.u.saveTo(path, func() { went = true })
	s.settle()
	if status := s.doc.Status(); status.Dirty || status.Path != path || !went {
		t.Fatalf("after saving: %+v, went on %v", status, went)
	}
	if list := s.u.recent.List(); len(list) != 1 || list[0] != path {
		t.Errorf("the recent files are %v", list)
	}
	if first := s.u.menu.recent.ChildMenu.Items[0]; first.Label != "mine.toml" {
		t.Errorf("the menu of recent files begins with %q", first.Label)
	}
	s.u.newScenario()
	s.settle()
	if s.value("training.hours") != 0 || s.doc.Status().Path != "" {
		t.Error("a new scenario is not new")
	}
	s.u.menu.recent.ChildMenu.Items[0].Action()
	s.settle()
	if got := s.value("training.hours"); got != hours || s.lever("training.hours").slider.Value() != hours {
		t.Errorf("opened again it has %g hours, want %g", got, hours)
	}
}

func TestSaveNoticesAnotherProgram(t *testing.T) {
	s := newStage(t)
	path := filepath.Join(s.folder, "mine.toml")
	s.u.saveTo(path, nil)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other := append(data, "\n# another program was here\n"...)
	if err := os.WriteFile(path, other, 0o600); err != nil {
		t.Fatal(err)
	}
	s.lever("training.hours").slider.Handle().TypedKey(key(fyne.KeyPageUp))
	s.settle()
	s.u.save(nil)
	if len(s.u.modals) != 1 {
		t.Fatal("a file that another program has changed is written over without a question")
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, other) {
		t.Errorf("the file was written before the answer: %v", err)
	}
	press(t, s.u.modals[0], 1)
	s.settle()
	if s.doc.Status().Dirty {
		t.Error("the answer to overwrite does not save")
	}
}

func TestNumbersThatAreTypedCountBeforeSaving(t *testing.T) {
	s := newStage(t)
	v := s.lever("training.hours")
	s.window.Canvas().Focus(v.slider.Entry())
	v.slider.Entry().TypedRune('7')
	path := filepath.Join(s.folder, "mine.toml")
	s.u.saveTo(path, nil)
	s.u.save(nil)
	s.settle()
	if got := s.value("training.hours"); got != 7 || s.doc.Status().Dirty {
		t.Errorf("saved %g hours, unsaved %v", got, s.doc.Status().Dirty)
	}
}
