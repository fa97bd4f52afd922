package ui

import (
	"math"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/format"
	"threep/app/internal/runner"
	"threep/app/internal/state"
	"threep/app/internal/widgets"
	"threep/assets"
)

// toolBar is the line under the menu: scenario, undo, redo, reset, what is being
// computed, and light or dark.
type toolBar struct {
	object   fyne.CanvasObject
	scenario *widgets.IconButton
	guide    *widgets.IconButton // brings the guide to the scenario back
	mark     *caption
	people   *caption // how many real people there are
	undo     *widgets.IconButton
	redo     *widgets.IconButton
	reset    *widgets.IconButton
	theme    *widgets.IconButton
	progress *caption
	stop     *widgets.IconButton
	resume   *widgets.IconButton // goes on after a stop
	checks   *widgets.IconButton // says that checks run, and leads to them
}

func (u *UI) newToolBar() *toolBar {
	b := &toolBar{
		mark:     newCaption("", theme.SizeNameText, fyne.TextStyle{}, widgets.ColorNameMutedText),
		people:   newCaption("", theme.SizeNameText, fyne.TextStyle{}, widgets.ColorNameMutedText),
		progress: newCaption("", theme.SizeNameCaptionText, fyne.TextStyle{}, widgets.ColorNameMutedText),
	}
	b.scenario = widgets.NewIconButton(theme.MenuDropDownIcon(), assets.T("ui.bar.scenario"), u.tips, u.showLibrary)
	b.scenario.SetHeading(true)
	b.guide = widgets.NewIconButton(theme.InfoIcon(), assets.T("guide.panel.button"), u.tips, u.toggleGuide)
	b.undo = widgets.NewIconButton(theme.ContentUndoIcon(), assets.T("ui.bar.undo"), u.tips, u.undo)
	b.redo = widgets.NewIconButton(theme.ContentRedoIcon(), assets.T("ui.bar.redo"), u.tips, u.redo)
	b.reset = widgets.NewIconButton(theme.ViewRefreshIcon(), assets.T("ui.bar.reset_help"), u.tips, func() {
		u.popUpMenuBelow(b.reset, fyne.NewMenu("", u.resetItems()...))
	})
	b.reset.SetWord(assets.T("ui.bar.reset"))
	b.theme = widgets.NewIconButton(theme.ColorPaletteIcon(), assets.T("ui.bar.theme"), u.tips, u.toggleTheme)
	b.stop = widgets.NewIconButton(theme.CancelIcon(), assets.T("ui.bar.stop"), u.tips, func() { u.runner.Stop() })
	b.stop.Hide()
	b.resume = widgets.NewIconButton(theme.MediaPlayIcon(), assets.T("ui.bar.resume"), u.tips, u.resume)
	b.resume.Hide()
	b.checks = widgets.NewIconButton(nil, assets.T("ui.bar.checks_help"), u.tips, u.whenFree(u.openHealth))
	b.checks.Hide()
	left := container.New(&leading{gap: 4}, b.scenario, b.guide, b.mark, b.people, inset(0, 0, 10, 10, newUpright()), b.undo, b.redo, b.reset)
	right := container.New(&leading{gap: 6}, b.checks, b.progress, b.stop, b.resume, b.theme)
	b.object = inset(5, 5, 14, 14, container.NewBorder(nil, nil, left, right))
	return b
}

func (b *toolBar) showStatus(s state.Status) {
	b.scenario.SetWord(shortened(titleOf(s), longestTitle))
	mark := ""
	switch file := shortened(filepath.Base(s.Path), longestFile); {
	case s.Path != "" && s.Dirty:
		mark = assets.F("ui.bar.file_unsaved", file)
	case s.Path != "":
		mark = file
	case s.Dirty:
		mark = assets.T("ui.bar.unsaved")
	}
	b.mark.SetText(mark)
	enable(b.undo, s.CanUndo())
	enable(b.redo, s.CanRedo())
	b.undo.SetName(stepName("ui.menu.undo", "ui.menu.undo_step", s.UndoLabel))
	b.redo.SetName(stepName("ui.menu.redo", "ui.menu.redo_step", s.RedoLabel))
	b.object.Refresh()
}

func (b *toolBar) showView(dark bool) {
	key := "ui.bar.to_dark"
	if dark {
		key = "ui.bar.to_light"
	}
	b.theme.SetName(assets.T(key))
}

// showStory puts the scenario's story into the tooltip of its title, with a note where
// it is of another state of the scenario.
func (b *toolBar) showStory(title, story, note string) {
	if story == "" {
		b.scenario.SetName(assets.T("ui.bar.scenario"))
		return
	}
	b.scenario.SetName(assets.F("ui.bar.scenario_story", title, strings.Join(strings.Fields(story+" "+note), " ")))
}

// showGuide offers the guide where there is one, and says whether it is on show.
func (b *toolBar) showGuide(has, shown bool) {
	if has {
		b.guide.Show()
	} else {
		b.guide.Hide()
	}
	b.guide.SetChecked(shown)
	b.object.Refresh()
}

// showPeople says how many people were imported, if any.
func (b *toolBar) showPeople(n int) {
	text := ""
	switch {
	case n > 0 && b.mark.text != "":
		text = assets.F("ui.bar.and_people", n)
	case n > 0:
		text = assets.F("ui.bar.people", n)
	}
	b.people.SetText(text)
	b.object.Refresh()
}

// titleOf is what a scenario is called, even where it has no name.
func titleOf(s state.Status) string {
	if s.Title == "" {
		return assets.T("ui.bar.untitled")
	}
	return s.Title
}

// longestTitle is how much of a scenario's title the tool bar has room for [runes];
// the title of the window has all of it.
const longestTitle = 44

// longestFile is how much of a file's name the tool bar has room for [runes].
const longestFile = 28

// shortened cuts a text off with an ellipsis.
func shortened(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}

// longRun is the time after which a run is shown with the time left and can be
// stopped.
const longRun = 1500 * time.Millisecond

// showProgress says how many futures the pictures stand on, which may be fewer than
// are finished, and how long it takes to the end.
func (b *toolBar) showProgress(u runner.Update, shown int, since time.Duration) {
	running := !u.Done && u.Err == nil
	text := ""
	switch {
	case u.Err != nil:
	case u.Done && u.Stopped:
		text = assets.F("ui.run.stopped", format.Number(float64(u.Finished)), format.Number(float64(u.All)))
	case u.Done && u.Finished == 1:
		text = assets.T("ui.run.one")
	case u.Done:
		text = assets.F("ui.run.done", format.Number(float64(u.Finished)))
	case since > longRun && u.Finished > 0 && u.All > u.Finished:
		left := since.Seconds() * float64(u.All-u.Finished) / float64(u.Finished)
		text = assets.F("ui.run.left", format.Number(float64(shown)), format.Number(float64(u.All)), format.Number(math.Ceil(left)))
	default:
		text = assets.F("ui.run.running", format.Number(float64(shown)), format.Number(float64(u.All)))
	}
	b.progress.SetText(text)
	if u.Done && u.Stopped {
		b.resume.Show()
	} else {
		b.resume.Hide()
	}
	if running && since > longRun {
		b.stop.Show()
	} else {
		b.stop.Hide()
	}
	b.object.Refresh()
}

// showChecks says how far checks of model health are that run in the background.
func (b *toolBar) showChecks(update runner.CheckUpdate) {
	if update.All > 0 && !update.Done {
		b.checks.SetWord(assets.F("ui.bar.checks", update.Finished, update.All))
		b.checks.Show()
	} else {
		b.checks.Hide()
	}
	b.object.Refresh()
}

// stepName says what undo would take back, where there is something.
func stepName(plain, named, step string) string {
	if step == "" {
		return assets.T(plain)
	}
	return assets.F(named, step)
}

func enable(b *widgets.IconButton, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// popUpMenu shows a menu at a place in the window.
func (u *UI) popUpMenu(at fyne.Position, menu *fyne.Menu) {
	widget.ShowPopUpMenuAtPosition(menu, u.window.Canvas(), at)
}

func (u *UI) popUpMenuBelow(o fyne.CanvasObject, menu *fyne.Menu) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	u.popUpMenu(at.AddXY(0, o.Size().Height+2), menu)
}

// resetItems are the three ways to start afresh.
func (u *UI) resetItems() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(assets.T("ui.reset.decisions"), func() { u.doc.ResetDecisions() }),
		fyne.NewMenuItem(assets.T("ui.reset.assumptions"), func() { u.doc.ResetAssumptions() }),
		fyne.NewMenuItem(assets.T("ui.reset.both"), func() { u.doc.ResetBoth() }),
	}
}

// newUpright is a thin line between groups of buttons.
func newUpright() fyne.CanvasObject {
	g := newGround(theme.ColorNameSeparator)
	return container.New(atLeastSize{fyne.NewSize(1, 16)}, g)
}

// atLeastSize gives content a least size.
type atLeastSize struct{ size fyne.Size }

func (l atLeastSize) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }

func (l atLeastSize) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(l.size.Width, fyne.Min(size.Height, l.size.Height)))
		o.Move(fyne.NewPos(0, (size.Height-o.Size().Height)/2))
	}
}

// leading lays objects out from the left, each as wide as it needs, in the middle of
// the height.
type leading struct{ gap float32 }

func (l *leading) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		if size.Width > 0 {
			size.Width += l.gap
		}
		size = fyne.NewSize(size.Width+min.Width, fyne.Max(size.Height, min.Height))
	}
	return size
}

func (l *leading) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		o.Resize(min)
		o.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
		x += min.Width + l.gap
	}
}
