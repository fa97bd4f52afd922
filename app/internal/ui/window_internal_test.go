package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/chart"
	"threep/app/internal/runner"
	"threep/app/internal/state"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

func TestWindowOpensRunning(t *testing.T) {
	s := newStage(t)
	if len(s.runner.asked) != 1 || s.runner.last().quality != runner.Full {
		t.Fatalf("asked for %v at the start, want one full run", s.runner.asked)
	}
	if s.u.Settled() {
		t.Error("the window says that it is settled before the first result")
	}
	s.answer(result(t))
	if !s.u.Settled() {
		t.Error("the window says that it is not settled after the last result")
	}
	for i, g := range s.u.graphs {
		if _, shown := g.view.Revision(); !shown {
			t.Errorf("graph %d shows no picture", i)
		}
	}
	if above, all := s.u.summary.dots.Above(); all != sim.HeadlineDots || above < 0 {
		t.Errorf("%d dots are shown, want %d", all, sim.HeadlineDots)
	}
	if title := s.window.Title(); !strings.HasPrefix(title, s.doc.Status().Title) {
		t.Errorf("the window is called %q, want the scenario's title first", title)
	}
	s.keep("window")
}

func TestLeverReachesTheDocumentAndUndoMovesTheLever(t *testing.T) {
	s := newStage(t)
	v := s.lever("process.raise_all")
	handle := v.slider.Handle()
	held, ok := handle.(desktop.Keyable)
	if !ok {
		t.Fatal("the handle does not know when a key is let go")
	}
	asked := len(s.runner.asked)
	held.KeyDown(key(fyne.KeyPageUp))
	handle.TypedKey(key(fyne.KeyPageUp))
	handle.TypedKey(key(fyne.KeyPageUp))
	s.settle()
	moved := v.slider.Value()
	if moved <= 0 || s.value("process.raise_all") != moved {
		t.Fatalf("the lever stands at %v and the document at %v", moved, s.value("process.raise_all"))
	}
	for _, wish := range s.runner.asked[asked:] {
		if wish.quality != runner.Preview {
			t.Errorf("revision %d was asked for in full while the lever moved", wish.revision)
		}
	}
	held.KeyUp(key(fyne.KeyPageUp))
	s.settle()
	if last := s.runner.last(); last.quality != runner.Full || last.scenario != s.doc.Scenario() {
		t.Error("the lever was let go and no full run was asked for")
	}
	if status := s.doc.Status(); !status.Dirty || status.UndoLabel != labelOf(v.param) {
		t.Errorf("after a move the document says %+v, want unsaved with one step named after the lever", status)
	}
	if !strings.Contains(s.window.Title(), "•") {
		t.Errorf("the title %q has no mark of unsaved work", s.window.Title())
	}
	s.u.undo()
	s.settle()
	if v.slider.Value() != 0 || s.value("process.raise_all") != 0 || s.doc.Status().CanUndo() {
		t.Errorf("after undo the lever stands at %v and the document at %v", v.slider.Value(), s.value("process.raise_all"))
	}
	s.u.redo()
	s.settle()
	if v.slider.Value() != moved {
		t.Errorf("after redo the lever stands at %v, want %v", v.slider.Value(), moved)
	}
}

func TestControlsOfOneParameterMoveTogether(t *testing.T) {
	s := newStage(t)
	s.u.chooseFamily("process")
	s.settle()
	drawer := s.u.panel.drawers["process"].levers["process.raise_all"]
	inSight := s.lever("process.raise_all")
	if drawer == inSight {
		t.Fatal("the drawer has no lever of its own")
	}
	drawer.slider.Handle().TypedKey(key(fyne.KeyEnd))
	if inSight.slider.Value() != drawer.slider.Value() {
		t.Errorf("while one moves the other stands at %v, want %v", inSight.slider.Value(), drawer.slider.Value())
	}
}

func TestAxesHoldWhileALeverMoves(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	before := s.u.graphs[0].figure.Load().Axes()
	s.lever("process.raise_all").slider.Handle().TypedKey(key(fyne.KeyRight))
	s.settle()
	s.answer(result(t))
	if after := s.u.graphs[0].figure.Load().Axes(); !slices.Equal(before.Y, after.Y) {
		t.Errorf("the axes went from %v to %v while the lever moved", before.Y, after.Y)
	}
}

func TestBrokenFileKeepsTheDocument(t *testing.T) {
	s := newStage(t)
	before := s.doc.Scenario()
	path := filepath.Join(s.folder, "broken.toml")
	content := "schema = 1\n[decisions.training]\nhours = 900\nhouers = 3\n"
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	s.u.openFile(path)
	s.settle()
	if s.doc.Scenario() != before || s.doc.Status().Dirty {
		t.Error("a broken file changed the open document")
	}
	said := s.said()
	for _, want := range []string{"line 3", "line 4", "broken.toml", "hours"} {
		if !strings.Contains(said, want) {
			t.Errorf("what is said does not name %q:\n%s", want, said)
		}
	}
	s.u.typedKey(key(fyne.KeyEscape))
	if len(s.u.modals) != 0 {
		t.Error("Escape does not close the sentence")
	}
}

func TestFilesThatAreNotThereGetASentence(t *testing.T) {
	s := newStage(t)
	path := filepath.Join(s.folder, "gone.toml")
	if err := s.u.recent.Add(path); err != nil {
		t.Fatal(err)
	}
	s.u.openFile(path)
	if said := s.said(); !strings.Contains(said, "gone.toml") {
		t.Errorf("what is said does not name the file:\n%s", said)
	}
	if slices.Contains(s.u.recent.List(), path) {
		t.Error("a file that is gone stays on the list")
	}
}

// said returns all text on the canvas and over it.
func (s *stage) said() string {
	var said []string
	s.objects(func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			said = append(said, o.Text)
		case *widget.RichText:
			said = append(said, o.String())
		}
	})
	return strings.Join(said, "\n")
}

func TestPickerChangesTheGraph(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	for _, kind := range chart.Gallery() {
		s.u.showGallery(s.u.graphs[1], 1)
		s.settle()
		if said := s.said(); !strings.Contains(said, strings.Fields(kind.Title())[0]) {
			t.Errorf("the gallery does not offer %q", kind.Title())
		}
		s.u.typedKey(key(fyne.KeyEscape))
		s.u.chooseGraph(1, kind.ID)
		s.settle()
		if s.u.graphs[1].kind != kind.ID || s.u.graphs[1].view.Name != kind.Title() {
			t.Errorf("chose %s and see %s", kind.ID, s.u.graphs[1].kind)
		}
		if figure := s.u.graphs[1].figure.Load(); figure == nil || figure.Kind != kind.ID {
			t.Errorf("chose %s and no such figure was drawn", kind.ID)
		}
		if text := s.u.graphs[1].text(); strings.Count(text, "\n") < 3 {
			t.Errorf("%s has no table of text: %q", kind.ID, text)
		}
	}
	if s.u.graphs[0].kind != chart.Effectiveness {
		t.Error("the other graph changed too")
	}
	if s.doc.Status().Dirty {
		t.Error("looking at another graph counts as a change of the document")
	}
}

func TestGalleryKeysChoose(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	s.u.showGallery(s.u.graphs[0], 0)
	s.settle()
	focused := s.window.Canvas().Focused()
	if focused == nil {
		t.Fatal("nothing in the gallery has the focus")
	}
	focused.TypedKey(key(fyne.KeyRight))
	s.window.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	s.settle()
	if s.u.graphs[0].kind != chart.Gallery()[1].ID || len(s.u.modals) != 0 {
		t.Errorf("the keys chose %s with %d boxes open", s.u.graphs[0].kind, len(s.u.modals))
	}
}

func TestTablesStandBesideTheGraphs(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	s.u.toggleTables()
	s.settle()
	for i, g := range s.u.graphs {
		if !g.table.Visible() || strings.Count(g.table.TSV(), "\n") < 12 {
			t.Errorf("beside graph %d stands %q", i, g.table.TSV())
		}
	}
	s.keep("tables")
	s.u.graphs[0].copyData()
	values, published, _ := strings.Cut(s.u.app.Clipboard().Content(), "\n\n")
	if strings.Count(values, "\n") != result(t).Weeks || !strings.Contains(values, "\t") {
		t.Errorf("the clipboard has %d lines, want one for each week", strings.Count(values, "\n"))
	}
	if !strings.HasPrefix(published, assets.T("chart.published.head_figure")) {
		t.Errorf("below the values stands %q", published)
	}
}

// TestPublishedFiguresAreShownAndPutAway looks for them in the list beside the graph,
// puts them away by the setting of the view, and follows one into the register.
func TestPublishedFiguresAreShownAndPutAway(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	s.u.chooseGraph(0, chart.RepsAtQuota)
	s.u.toggleTables()
	s.settle()
	g := s.u.graphs[0]
	if said := g.listed.AccessibilityLabel(); !g.listed.Visible() || !strings.Contains(said, "54%") || !strings.Contains(said, "grade C") {
		t.Errorf("the list beside the graph says %q", said)
	}
	if said := g.text(); !strings.Contains(said, assets.T("finding.quota_2010_omg.text")) {
		t.Errorf("to a screen reader the graph says %q", said)
	}
	s.keep("published")
	s.u.togglePublished()
	s.settle()
	if g.listed.Visible() || len(g.figure.Load().Published) > 0 || s.u.menu.published.Checked {
		t.Error("the published figures are there although they were put away")
	}
	s.u.togglePublished()
	s.settle()
	items := g.menu().Items
	var leads *fyne.MenuItem
	for _, i := range items {
		if i.Label == assets.T("ui.graph.published") {
			leads = i
		}
	}
	if leads == nil {
		t.Fatal("nothing leads from the graph to the register")
	}
	leads.Action()
	s.settle()
	if said := s.said(); !strings.Contains(said, "quota_2018") || !strings.Contains(said, assets.T("evidence.mark.seen")) {
		t.Error("the graph's menu does not lead to its first published figure")
	}
}

func TestToolChipsRollToolsOut(t *testing.T) {
	s := newStage(t)
	chips := s.u.panel.tools.chips
	if len(chips) != len(s.doc.Scenario().Catalogue.Tools) || len(chips) != 10 {
		t.Fatalf("%d chips for %d tools", len(chips), len(s.doc.Scenario().Catalogue.Tools))
	}
	for i, chip := range chips {
		had := slices.Contains(s.doc.Scenario().Decisions.Tools, s.u.panel.tools.tools[i])
		chip.Tapped(nil)
		s.settle()
		if has := slices.Contains(s.doc.Scenario().Decisions.Tools, s.u.panel.tools.tools[i]); has == had {
			t.Errorf("chip %d changed nothing", i)
		}
		s.u.undo()
		s.settle()
	}
	if s.doc.Status().Dirty {
		t.Error("after undo of everything the document is not what it was")
	}
	chips[1].Tapped(nil)
	s.settle()
	if id := s.u.panel.tools.tools[1]; !slices.Contains(s.doc.Scenario().Decisions.Tools, id) {
		t.Errorf("%s was switched on and is not rolled out", id)
	}
	if label := s.doc.Status().UndoLabel; !strings.Contains(label, "Collaboration") {
		t.Errorf("the step is called %q", label)
	}
}

func TestResetGoesBack(t *testing.T) {
	s := newStage(t)
	for _, change := range []struct {
		id  string
		to  float64
		key int // of the item that resets it
	}{{"process.raise_all", 2, 0}, {"people.unqualified_share", .5, 1}} {
		p, _ := s.u.table.Lookup(change.id)
		s.doc.Change("a step", "", func(c *sim.Scenario) { p.Set(c, change.to) })
		s.settle()
		if got := s.lever(change.id).slider.Value(); got != change.to {
			t.Errorf("the lever of %s stands at %v, want %v", change.id, got, change.to)
		}
		s.u.resetItems()[change.key].Action()
		s.settle()
		if got := s.lever(change.id).slider.Value(); got != p.Default {
			t.Errorf("after the reset the lever of %s stands at %v, want %v", change.id, got, p.Default)
		}
	}
}

func TestLibraryOpensAsUntitledCopy(t *testing.T) {
	s := newStage(t)
	s.u.showLibrary()
	said := s.said()
	for _, entry := range scenarios.Library() {
		if !strings.Contains(said, entry.Title) {
			t.Errorf("the library does not offer %q", entry.Title)
		}
	}
	s.keep("library")
	s.u.typedKey(key(fyne.KeyEscape))
	s.u.openBuiltin("3p-ready")
	s.settle()
	if status := s.doc.Status(); status.Path != "" || status.Dirty || status.Title != "Ready in all three P" {
		t.Errorf("opened as %+v", status)
	}
	if got := s.lever("rollout.wiifm_design").slider.Value(); got != s.value("rollout.wiifm_design") {
		t.Errorf("the lever stands at %v and the document at %v", got, s.value("rollout.wiifm_design"))
	}
}

func TestViewIsNoPartOfUndo(t *testing.T) {
	s := newStage(t)
	s.u.setPalette(paletteDark)
	s.u.setTextSize(1.5)
	s.u.chooseFamily("tools")
	s.settle()
	if status := s.doc.Status(); status.Dirty || status.CanUndo() {
		t.Errorf("settings of the view changed the document: %+v", status)
	}
	if !s.u.isDark() || textNow() != textSize*1.5 {
		t.Errorf("dark %v, text %v", s.u.isDark(), textNow())
	}
	s.u.toggleTheme()
	s.settle()
	if s.u.isDark() || s.doc.View().Palette != paletteLight {
		t.Error("the toggle does not lead back to light")
	}
	s.u.typedKey(key(fyne.KeyEscape))
	s.settle()
	if s.doc.View().Family != "" {
		t.Error("Escape does not lead back to the main levers")
	}
}

func TestStopKeepsUndecidedWork(t *testing.T) {
	s := newStage(t)
	s.u.Stop()
	if !s.runner.closed || !s.keeper.closed || !s.keeper.kept {
		t.Errorf("runner closed %v, autosave closed %v, kept %v", s.runner.closed, s.keeper.closed, s.keeper.kept)
	}
}

func TestFailedAutosaveIsTold(t *testing.T) {
	s := newStage(t)
	s.u.hear(state.AutosaveFailed{Err: os.ErrPermission})
	if !strings.Contains(s.u.toasts.Text(), "put aside") {
		t.Errorf("said %q", s.u.toasts.Text())
	}
}
