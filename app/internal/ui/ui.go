package ui

import (
	"log/slog"
	"math"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/chart"
	"threep/app/internal/evidence"
	"threep/app/internal/runner"
	"threep/app/internal/state"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// Config is what a UI needs. All but Orphans, Keeper and Log are required.
type Config struct {
	App      fyne.App
	Window   fyne.Window
	Document Document
	Table    *sim.Table
	// Check tells whether a scenario can be written, before a file is touched.
	Check  func(s *sim.Scenario) error
	Recent RecentFiles
	// NewRunner starts the runner of simulations, with where to show what comes of them.
	NewRunner func(show func(runner.Update)) Runner
	// NewChecker makes what runs the checks of model health, with where to show it.
	NewChecker func(show func(runner.CheckUpdate)) Checker
	// Do runs a function on the goroutine that owns the screen.
	Do func(func())
	// Orphans are the unsaved works of programs that no longer run.
	Orphans []*state.Orphan
	// Keeper is the autosave; nil: none.
	Keeper Keeper
	// LogFolder holds the log files.
	LogFolder string
	// CrashLog is the file that holds what ended the program unexpectedly; empty: none.
	CrashLog string
	Log      *slog.Logger
}

// UI is the window. It lives on the goroutine that owns the screen.
type UI struct {
	app    fyne.App
	window fyne.Window
	doc    Document
	table  *sim.Table
	check  func(*sim.Scenario) error
	recent RecentFiles
	runner Runner
	keeper Keeper
	log    *slog.Logger
	logs   string
	crash  string
	do     func(func())

	group    *widgets.ChartGroup
	tips     *widgets.TooltipLayer
	toasts   *widgets.ToastHost
	renderer *chart.Renderer
	bar      *toolBar
	menu     *mainMenu
	summary  *summary
	graphs   [2]*graph
	levers   *levers
	panel    *leverPanel
	root     fyne.CanvasObject
	modals   []*modal
	files    *dialog.FileDialog // the one that is open, if any
	orphans  []*state.Orphan
	health   *health
	guide    *guidePanel
	cancel   func()

	result   *sim.Result // the finest so far of the revision on show
	complete bool        // result is of all futures
	moving   bool        // a lever is being dragged
	fresh    bool        // another document was opened: its axes are its own
	asked    *sim.Scenario
	askedIn  runner.Quality // how fine asked was asked for
	askedAs  uint64         // the revision that asked is of
	begun    time.Time      // of the present run
	quitting bool
	// guideNext is set where what is opened next shows its guide.
	guideNext bool
	// newPeople is set until the first result of people that were just imported.
	newPeople bool
	beside    []byte // people as they were read from, or written, beside the file
	view      state.View
}

// New builds the window's content and starts the first run.
func New(cfg Config) (*UI, error) {
	renderer, err := chart.NewRenderer(assets.FontRegular(), assets.FontBold())
	if err != nil {
		return nil, err
	}
	u := &UI{
		app: cfg.App, window: cfg.Window, doc: cfg.Document, table: cfg.Table, check: cfg.Check,
		recent: cfg.Recent, keeper: cfg.Keeper, log: cfg.Log, logs: cfg.LogFolder, crash: cfg.CrashLog, do: cfg.Do,
		orphans: cfg.Orphans, renderer: renderer, fresh: true, view: cfg.Document.View(),
	}
	if u.log == nil {
		u.log = slog.New(slog.DiscardHandler)
	}
	u.applyTheme()
	u.group = widgets.NewChartGroup(u.do)
	u.tips = widgets.NewTooltipLayer(u.do)
	u.toasts = widgets.NewToastHost(u.do)
	u.levers = &levers{table: u.table, doc: u.doc, tips: u.tips}
	u.build()
	u.runner = cfg.NewRunner(u.show)
	u.health = newHealth()
	u.health.checker = cfg.NewChecker(u.showHealth)
	u.cancel = u.doc.Subscribe(func(e state.Event) { u.do(func() { u.hear(e) }) })
	u.showView()
	u.showStatus()
	u.follow(state.Opened)
	return u, nil
}

// Content is the window's content.
func (u *UI) Content() fyne.CanvasObject { return u.root }

// build puts the parts of the window together.
func (u *UI) build() {
	u.summary = newSummary(u.tips, u.chooseFamily)
	for i := range u.graphs {
		u.graphs[i] = newGraph(u.group, u.renderer, u.tips, u.graphActions(i))
	}
	u.panel = newLeverPanel(u.table, u.levers, u.tips, u.chooseFamily, u.showGround, u.window.Canvas().Focus)
	u.bar = u.newToolBar()
	u.guide = newGuidePanel(u.toggleGuide)
	pair := container.New(graphsAndGuide{gap: 28, covers: u.guide.cover}, u.graphs[0].object, u.graphs[1].object, u.guide.object)
	content := container.New(page{grow: 3}, u.bar.object, newRule(), u.summary.object, inset(0, 8, 20, 20, pair), u.panel.object)
	scroll := container.NewScroll(content)
	u.levers.reveal = func(o fyne.CanvasObject) { reveal(scroll, o) }
	u.root = u.toasts.Over(u.tips.Over(container.NewStack(newGround(theme.ColorNameBackground), scroll)))
	u.menu = u.newMainMenu()
}

// Start does what has to wait until the window is there: menu, keys, files that are
// dropped, closing, and the offer of unsaved work.
func (u *UI) Start() {
	u.window.SetMainMenu(u.menu.menu)
	u.window.Canvas().SetOnTypedKey(u.typedKey)
	u.window.Canvas().AddShortcut(ctrlShift(fyne.KeyZ), func(fyne.Shortcut) { u.redo() })
	u.window.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		if len(uris) > 0 && len(u.modals) == 0 {
			u.openAny(uris[0].Path())
		}
	})
	u.window.SetCloseIntercept(u.quit)
	u.app.Settings().AddListener(func(fyne.Settings) { u.do(func() { u.bar.showView(u.isDark()) }) })
	u.offerOrphans()
}

// Stop ends everything that runs beside the window. Unsaved work is kept unless the
// user has decided about it.
func (u *UI) Stop() {
	log := u.log
	u.cancel()
	u.runner.Close()
	u.health.checker.Close()
	u.group.Close()
	for _, o := range u.orphans {
		if err := o.Release(); err != nil {
			log.Error("release unsaved work", "error", err)
		}
	}
	if u.keeper != nil {
		if err := u.keeper.Close(!u.quitting); err != nil {
			log.Error("end autosave", "error", err)
		}
	}
}

// hear follows the document.
func (u *UI) hear(e state.Event) {
	switch e := e.(type) {
	case state.Changed:
		u.follow(e.Cause)
	case state.StatusChanged:
		u.showStatus()
	case state.ViewChanged:
		u.showView()
	case state.AutosaveFailed:
		u.log.Error("autosave", "error", e.Err)
		u.toasts.Show(widgets.Toast{Text: assets.T("ui.autosave.failed"), Stay: true})
	}
}

// showStatus brings title, menus and tool bar in line with the document.
func (u *UI) showStatus() {
	status := u.doc.Status()
	key, file := "ui.window.title", ""
	if status.Path != "" {
		key, file = "ui.window.title_file", filepath.Base(status.Path)
	}
	if status.Dirty {
		key += "_unsaved"
	}
	words := []any{titleOf(status), assets.T("program.name")}
	if file != "" {
		words = append(words, file)
	}
	u.window.SetTitle(assets.F(key, words...))
	u.bar.showStatus(status)
	u.bar.showPeople(len(u.doc.Scenario().Roster))
	u.bar.showStory(titleOf(status), u.doc.Scenario().Story, u.storyNote(u.doc.Scenario()))
	u.menu.showStatus(status)
}

// showView brings theme, graphs and levers in line with the settings of the view.
func (u *UI) showView() {
	before := u.view
	u.view = u.doc.View()
	if before.Palette != u.view.Palette || before.TextSize != u.view.TextSize {
		u.applyTheme()
	}
	l := look{spread: chart.Spread(u.view.Spread), palette: u.view.Palette, quarters: u.view.Quarters, plain: u.view.HidePublished}
	for i, g := range u.graphs {
		g.setKind(chart.ID(u.view.Graphs[i]))
		l.tables = u.view.Tables[i]
		g.setLook(l)
	}
	u.panel.openFamily(u.view.Family)
	u.menu.showView(u.view)
	u.bar.showView(u.isDark())
	u.root.Refresh()
}

func (u *UI) applyTheme() {
	u.app.Settings().SetTheme(newTheme(u.view.Palette, u.view.TextSize))
}

// isDark reports which ground is in force.
func (u *UI) isDark() bool {
	th, ok := u.app.Settings().Theme().(*windowTheme)
	return ok && th.variant(u.app.Settings().ThemeVariant()) == theme.VariantDark
}

// toggleTheme goes from light to dark and back.
func (u *UI) toggleTheme() {
	palette := paletteDark
	if u.isDark() {
		palette = paletteLight
	}
	u.setPalette(palette)
}

func (u *UI) setPalette(palette string) {
	u.doc.SetView(func(v *state.View) { v.Palette = palette })
}

// textSizes are the factors on the size of text that can be chosen.
var textSizes = [...]float64{1, 1.15, 1.3, 1.5}

func (u *UI) setTextSize(factor float64) {
	u.doc.SetView(func(v *state.View) { v.TextSize = factor })
}

// stepTextSize goes to the next larger or smaller size.
func (u *UI) stepTextSize(by int) {
	nearest := 0
	for i, f := range textSizes {
		if math.Abs(f-u.view.TextSize) < math.Abs(textSizes[nearest]-u.view.TextSize) {
			nearest = i
		}
	}
	u.setTextSize(textSizes[max(0, min(nearest+by, len(textSizes)-1))])
}

// chooseFamily opens the drawer of a family, or with "" goes back to the main levers.
func (u *UI) chooseFamily(id string) {
	if u.levers.commit() != nil {
		return // a number that cannot be taken is on show, with why
	}
	u.doc.SetView(func(v *state.View) { v.Family = id })
	u.view.Family = id
	u.panel.openFamily(id)
	u.root.Refresh()
}

func (u *UI) chooseGraph(index int, id chart.ID) {
	u.doc.SetView(func(v *state.View) { v.Graphs[index] = string(id) })
}

// toggleTables shows the values of both graphs as tables, or of none.
func (u *UI) toggleTables() {
	u.doc.SetView(func(v *state.View) {
		on := !(v.Tables[0] || v.Tables[1])
		v.Tables = [2]bool{on, on}
	})
}

// toggleTable shows the values of one graph as a table.
func (u *UI) toggleTable(index int) {
	u.doc.SetView(func(v *state.View) { v.Tables[index] = !v.Tables[index] })
}

func (u *UI) togglePublished() {
	u.doc.SetView(func(v *state.View) { v.HidePublished = !v.HidePublished })
}

func (u *UI) graphActions(index int) graphActions {
	return graphActions{
		pick:   func() { u.showGallery(u.graphs[index], index) },
		stamp:  u.stamp,
		copy:   u.copyText,
		export: u.exportPicture,
		table:  func() { u.toggleTable(index) },
		ground: func(finding string) { u.showEvidence(evidence.Finding, finding) },
		menu:   u.popUpMenu,
	}
}

// stamp says on an exported picture what the scenario is called, and whether it is
// still the one that is kept under that name.
func (u *UI) stamp(s *chart.Stamp) {
	status := u.doc.Status()
	s.Scenario, s.Changed = titleOf(status), status.Dirty
}

// typedKey gets the keys that nothing in focus wants.
func (u *UI) typedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && u.files != nil {
		u.files.Hide() // it lies over everything else
		return
	}
	if n := len(u.modals); n > 0 {
		u.modals[n-1].typedKey(e)
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		if u.toasts.Text() != "" {
			u.toasts.Dismiss()
			return
		}
		if u.view.Family != "" {
			u.chooseFamily("")
			return
		}
		if u.guide.shown() {
			u.toggleGuide()
		}
	case fyne.KeyF11:
		u.toggleFullScreen()
	case fyne.KeyF1:
		u.showShortcuts()
	default:
		u.guide.typedKey(e)
	}
}

func (u *UI) toggleFullScreen() { u.window.SetFullScreen(!u.window.FullScreen()) }

// word looks a text up.
func (u *UI) word(key string) string { return assets.T(key) }
