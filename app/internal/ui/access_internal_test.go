package ui

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"threep/app/internal/state"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// everyView opens one after the other everything that the window can show.
func everyView(s *stage, look func(name string)) {
	look("main levers")
	for _, f := range families() {
		s.u.chooseFamily(f.id)
		s.settle()
		look("drawer of " + f.id)
	}
	s.u.chooseFamily("")
	s.u.guide.tell("crm-elixir")
	s.u.setGuide(true)
	s.settle()
	look("guide")
	s.u.setGuide(false)
	s.u.toggleTables()
	s.settle()
	look("tables")
	s.u.toggleTables()
	for name, open := range map[string]func(){
		"gallery":   func() { s.u.showGallery(s.u.graphs[0], 0) },
		"library":   s.u.showLibrary,
		"shortcuts": s.u.showShortcuts,
		"glossary":  s.u.showGlossary,
		"about":     s.u.showAbout,
		"reference": s.u.showReference,
		"evidence":  func() { s.u.showEvidence("", "") },
		"health":    s.u.openHealth,
	} {
		open()
		s.settle()
		look(name)
		s.u.typedKey(key(fyne.KeyEscape))
		s.settle()
	}
}

func TestEveryControlHasAName(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	everyView(s, func(view string) {
		controls := 0
		s.objects(func(o fyne.CanvasObject) {
			if _, ok := o.(fyne.Focusable); !ok {
				return
			}
			controls++
			named, ok := o.(fyne.Accessible)
			if !ok {
				if strings.HasPrefix(fmt.Sprintf("%T", o), "*widget.List") {
					return // text that is only read
				}
				t.Errorf("%s: a control of type %s has no name for screen readers", view, fmt.Sprintf("%T", o))
				return
			}
			if said := named.AccessibilityLabel(); strings.TrimSpace(said) == "" || strings.Contains(said, "⟦") {
				t.Errorf("%s: a control of type %s is called %q", view, fmt.Sprintf("%T", o), said)
			}
		})
		if controls < 1 {
			t.Errorf("%s: there is nothing to control", view)
		}
	})
}

func TestEveryTextIsThere(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	everyView(s, func(view string) {
		s.objects(func(o fyne.CanvasObject) {
			if text, ok := o.(*canvas.Text); ok && strings.ContainsAny(text.Text, "⟦⟧") {
				t.Errorf("%s shows %q", view, text.Text)
			}
		})
	})
}

func TestEverythingFitsTheSmallestWindow(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	for _, factor := range []float64{1, 1.15, 1.3} {
		s.u.setTextSize(factor)
		s.settle()
		min := s.u.bar.object.MinSize().Width
		for _, part := range []fyne.CanvasObject{s.u.summary.object, s.u.graphs[0].object, s.u.panel.object} {
			min = fyne.Max(min, part.MinSize().Width)
		}
		if min > size.Width {
			t.Errorf("with text at %g the window needs %g units, and %g is to do", factor, min, size.Width)
		}
	}
	s.u.setTextSize(1)
	s.settle()
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.u.panel.object).Y + s.u.panel.object.Size().Height
	if bottom > size.Height+0.5 {
		t.Errorf("the levers end at %g of %g", bottom, size.Height)
	}
	for _, g := range s.u.graphs {
		if g.view.Size().Height < 240 || g.view.Size().Width < 500 {
			t.Errorf("a graph is %v", g.view.Size())
		}
	}
}

func TestTheLongestWordsFitOneLine(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	one := s.u.summary.headline.MinSize().Height
	for _, h := range []sim.Headline{
		{After: 80, Dots: dotsAt(0), PaybackWeek: math.NaN()},
		{After: 80, Dots: dotsAt(11), PaybackWeek: math.NaN(), PaybackShare: .01},
		{After: 80, Dots: dotsAt(20)},
		{After: math.NaN()},
	} {
		longest := headlineWords(&sim.Result{Weeks: 156, Runs: 1000, Scenario: scenarios.Default()}, &h)
		s.u.summary.headline.Set(widgets.HeadlineFigures{
			Number: "80.0", Unit: "-", Words: longest, Before: 90, After: 80, Reference: 100, Low: 70, High: 110,
		})
		if now := s.u.summary.headline.MinSize().Height; now != one {
			t.Errorf("%q makes the headline %g high in place of %g: the graphs would jump", longest, now, one)
		}
	}
}

// TestNothingDecidedIsSaid runs the bare organisation: the window says what to do, and
// nothing on it looks like a loss.
func TestNothingDecidedIsSaid(t *testing.T) {
	s := newStage(t)
	s.doc.OpenCopy(scenarios.Base())
	s.settle()
	bare := scenarios.Base()
	bare.Organisation.Seats, bare.Organisation.HorizonWeeks = 16, 104
	r, err := sim.NewEngine().Run(context.Background(), bare, sim.Options{Runs: 24, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	s.answer(r)
	if got := s.u.summary.headline.AccessibilityLabel(); !strings.Contains(got, assets.T("ui.headline.nothing")) || !strings.Contains(got, "100.0") {
		t.Errorf("the headline says %q", got)
	}
	if got := s.u.summary.dots.AccessibilityLabel(); got != assets.T("ui.dots.still") {
		t.Errorf("the dots say %q", got)
	}
	if _, all := s.u.summary.dots.Above(); all != sim.HeadlineDots || !s.u.summary.dots.Visible() {
		t.Errorf("%d dots are shown, want %d on the line", all, sim.HeadlineDots)
	}
}

// TestNamesOfLeversAreWhole finds every name, and every word under a handle, uncut.
func TestNamesOfLeversAreWhole(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	for _, view := range []string{"", "people", "process", "product", "tools"} {
		s.u.chooseFamily(view)
		s.settle()
		s.objects(func(o fyne.CanvasObject) {
			if text, ok := o.(*canvas.Text); ok && strings.HasSuffix(text.Text, "…") {
				t.Errorf("with %q open a text is cut: %q", view, text.Text)
			}
		})
	}
}

func TestTextsDoNotOverlap(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	for _, factor := range []float64{1, 1.5} {
		s.u.setTextSize(factor)
		s.settle()
		for _, family := range []string{"", "people", "process", "product", "tools"} {
			s.u.chooseFamily(family)
			s.settle()
			s.overlaps(factor, family)
		}
	}
}

// overlaps compares the words of the headline and of the levers in sight with each
// other.
func (s *stage) overlaps(factor float64, family string) {
	s.t.Helper()
	type place struct {
		text     string
		pos, end fyne.Position
	}
	var places []place
	visit := func(o fyne.CanvasObject) {
		text, ok := o.(*canvas.Text)
		if !ok || text.Text == "" {
			return
		}
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		min := fyne.MeasureText(text.Text, text.TextSize, text.TextStyle)
		places = append(places, place{text.Text, pos, pos.Add(min)})
	}
	walk(s.u.summary.object, visit)
	walk(s.u.panel.object, visit)
	for i, a := range places {
		for _, b := range places[i+1:] {
			across := fyne.Min(a.end.X, b.end.X) - fyne.Max(a.pos.X, b.pos.X)
			down := fyne.Min(a.end.Y, b.end.Y) - fyne.Max(a.pos.Y, b.pos.Y)
			if across > 2 && down > 5 {
				s.t.Errorf("at %g, levers %q: %q and %q lie on each other (%g by %g)", factor, family, a.text, b.text, across, down)
			}
		}
	}
}

func TestMenusLeadSomewhere(t *testing.T) {
	s := newStage(t)
	seen := map[string]string{}
	var visit func(path string, m *fyne.Menu)
	visit = func(path string, m *fyne.Menu) {
		for _, i := range m.Items {
			if i.IsSeparator {
				continue
			}
			name := path + "/" + i.Label
			if strings.ContainsAny(i.Label, "⟦⟧") || i.Label == "" {
				t.Errorf("an item is called %q", name)
			}
			if i.Action == nil && i.ChildMenu == nil && !i.Disabled {
				t.Errorf("%s leads nowhere", name)
			}
			if i.Shortcut != nil {
				if other, taken := seen[i.Shortcut.ShortcutName()]; taken {
					t.Errorf("%s and %s have the same shortcut", name, other)
				}
				seen[i.Shortcut.ShortcutName()] = name
			}
			if i.ChildMenu != nil {
				visit(name, i.ChildMenu)
			}
		}
	}
	for _, m := range s.u.menu.menu.Items {
		visit(m.Label, m)
	}
	first := s.u.menu.menu.Items[0].Items
	if last := first[len(first)-1]; !last.IsQuit {
		t.Error("the first menu does not end with our own Quit, and gets one that asks nothing")
	}
	for _, want := range []string{"Undo", "Redo"} {
		if seen[want] == "" {
			t.Errorf("no item has the shortcut %s", want)
		}
	}
}

func TestUndoIsLeftToAFieldThatIsTypedIn(t *testing.T) {
	s := newStage(t)
	v := s.lever("training.hours")
	v.slider.Handle().TypedKey(key(fyne.KeyRight))
	s.settle()
	c := s.window.Canvas()
	entry := v.slider.Entry()
	c.Focus(entry)
	entry.TypedRune('7')
	s.u.undo()
	s.settle()
	if s.value("training.hours") != 1 {
		t.Errorf("undo while typing changed the document to %g", s.value("training.hours"))
	}
	entry.TypedKey(key(fyne.KeyEscape))
	s.u.undo()
	s.settle()
	if s.value("training.hours") != 0 {
		t.Errorf("undo with nothing typed left the document at %g", s.value("training.hours"))
	}
}

func TestShortcutsWithoutWorkToDoDoNothing(t *testing.T) {
	s := newStage(t)
	before := s.doc.Scenario()
	for _, m := range s.u.menu.menu.Items {
		for _, i := range m.Items {
			if i.Disabled && i.Action != nil {
				i.Action()
				s.settle()
			}
		}
	}
	if s.doc.Scenario() != before || len(s.u.modals) > 0 {
		t.Error("a disabled item did something when it was fired, as its shortcut does")
	}
}

func TestReadinessLeadsToItsLevers(t *testing.T) {
	s := newStage(t)
	want := []string{"people", "process", "product", "process"}
	for i, family := range want {
		s.u.summary.gauge.OnChosen(i)
		s.settle()
		if s.u.panel.open != family {
			t.Errorf("bar %d opens %q, want %q", i, s.u.panel.open, family)
		}
	}
}

func TestLeverIsExplained(t *testing.T) {
	s := newStage(t)
	p, _ := s.u.table.Lookup("people.unqualified_share")
	s.lever(p.ID).slider.OnDetails()
	s.settle()
	said := s.said()
	for _, want := range []string{helpOf(p), "Stein", assets.T("word.grade.D")} {
		if !strings.Contains(said, want) {
			t.Errorf("the details of %s do not say %q", p.ID, want)
		}
	}
	if s.window.Canvas().Focused() != s.u.panel.drawers["people"].levers[p.ID].slider.Handle() {
		t.Error("the lever that is explained has not the focus")
	}
	s.keep("drawer")
}

func TestUnsavedWorkIsAskedAbout(t *testing.T) {
	s := newStage(t)
	s.doc.Change("a step", "", func(c *sim.Scenario) { c.Decisions.Training.Hours = 5 })
	s.settle()
	s.u.openBuiltin("unready")
	if len(s.u.modals) != 1 {
		t.Fatal("unsaved work is not asked about")
	}
	if s.doc.Status().Title == "Not ready" {
		t.Error("another scenario was opened before the answer")
	}
	s.keep("unsaved")
	s.u.typedKey(key(fyne.KeyEscape))
	if s.doc.Scenario().Decisions.Training.Hours != 5 {
		t.Error("the way back from the question loses the work")
	}
	s.u.openBuiltin("unready")
	press(t, s.u.modals[0], 1)
	s.settle()
	if s.doc.Status().Title != "Not ready" {
		t.Error("the work was given up and nothing was opened")
	}
}

// press gives an answer by the place of its button.
func press(t *testing.T, m *modal, button int) {
	t.Helper()
	b, ok := m.buttons[button].(fyne.Tappable)
	if !ok {
		t.Fatalf("button %d of %q cannot be pressed", button, m.title)
	}
	b.Tapped(nil)
}

func TestUnsavedWorkOfACrashIsOffered(t *testing.T) {
	folder := t.TempDir()
	doc := state.New(sim.NewTable(), testCodec(), scenarios.Default())
	autosave, err := state.StartAutosave(doc, state.AutosaveConfig{Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	doc.Change("a step", "", func(c *sim.Scenario) { c.Decisions.Training.Hours = 33 })
	if err := autosave.Close(true); err != nil {
		t.Fatal(err)
	}
	orphans, err := state.Orphans(folder, testCodec())
	if err != nil || len(orphans) != 1 {
		t.Fatalf("%d unsaved works, %v", len(orphans), err)
	}
	crash := filepath.Join(folder, "crash.log")
	for _, told := range []string{"", "panic: the sky has fallen"} {
		if err := os.WriteFile(crash, []byte(told), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := toldSince(crash, orphans[0].Saved); got != (told != "") {
			t.Errorf("a crash log that holds %q tells something: %v", told, got)
		}
	}
	s := newStage(t, func(c *Config) { c.Orphans, c.CrashLog = orphans, crash })
	if len(s.u.modals) != 1 || !strings.Contains(s.said(), crash) || !strings.Contains(s.said(), "Undo starts anew") {
		t.Fatalf("unsaved work is not offered with what the crash log tells:\n%s", s.said())
	}
	s.keep("recovery")
	press(t, s.u.modals[0], 0)
	s.settle()
	if s.value("training.hours") != 33 || !s.doc.Status().Dirty || s.keeper.flushed == 0 {
		t.Errorf("restored %g hours, unsaved %v, put aside %d times", s.value("training.hours"), s.doc.Status().Dirty, s.keeper.flushed)
	}
	if left, err := state.Orphans(folder, testCodec()); err != nil || len(left) != 0 {
		t.Errorf("%d unsaved works are left, %v", len(left), err)
	}
}

func TestFocusComesIntoView(t *testing.T) {
	s := newStage(t)
	s.window.Resize(fyne.NewSize(960, 480))
	s.settle()
	inView := func(what string, o fyne.CanvasObject) {
		t.Helper()
		s.settle()
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		if top < 0 || top+o.Size().Height > 480 {
			t.Errorf("%s has the focus and stands from %g to %g of 480", what, top, top+o.Size().Height)
		}
	}
	for _, v := range s.u.levers.all {
		s.window.Canvas().Focus(v.slider.Handle())
		inView(v.param.ID, v.slider)
	}
	s.u.chooseFamily("process")
	s.settle()
	for id, v := range s.u.panel.drawers["process"].levers {
		s.window.Canvas().Focus(v.slider.Handle())
		inView(id, v.slider)
	}
}

func TestLongBoxesScrollByKeys(t *testing.T) {
	s := newStage(t)
	s.u.showGlossary()
	scroll, ok := s.u.modals[0].body.(*container.Scroll)
	if !ok {
		t.Fatal("the glossary does not scroll")
	}
	s.window.Canvas().Focused().TypedKey(key(fyne.KeyPageDown))
	if scroll.Offset.Y <= 0 {
		t.Error("Page Down does not move the glossary")
	}
	s.window.Canvas().Focused().TypedKey(key(fyne.KeyHome))
	if scroll.Offset.Y != 0 {
		t.Error("Home does not lead to its beginning")
	}
}
