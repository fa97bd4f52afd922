package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"threep/app/internal/about"
	"threep/app/internal/runner"
	"threep/app/internal/state"
	"threep/app/internal/ui"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// mostRecent is the length of the list of files that were open lately.
const mostRecent = 10

// codec reads and writes scenario files, with the labels of the parameters.
func codec() state.Codec {
	return state.Codec{Parse: scenarios.Parse, Encode: func(s *sim.Scenario) ([]byte, error) {
		return scenarios.Encode(s, func(id string) string { return assets.T("param." + id + ".label") })
	}}
}

// newApp makes the application under its identity, whatever folder it is started in.
func newApp() fyne.App {
	app.SetMetadata(fyne.AppMetadata{
		ID: about.ID, Name: about.Name, Version: about.Version, Build: about.Build,
		Icon:       fyne.NewStaticResource("icon.png", assets.Icon()),
		Migrations: map[string]bool{"fyneDo": true},
	})
	return app.NewWithID(about.ID)
}

// newChecker leaves a processor to the levers, which go on while checks run.
func newChecker(engine *sim.Engine, do func(func()), show func(runner.CheckUpdate)) *runner.Checker {
	return runner.NewChecker(runner.CheckerConfig{
		Run: runner.RunChecks(engine, scenarios.Builtin), Do: do, Show: show, Workers: max(1, runtime.NumCPU()-1),
	})
}

// environmentTheme is the theme that FYNE_THEME asks for, light or dark: it goes before
// what was chosen in the window when it was open last.
func environmentTheme() string {
	switch theme := os.Getenv("FYNE_THEME"); theme {
	case "light", "dark":
		return theme
	}
	return ""
}

// hasDisplay reports whether there is a screen to open a window on. Without one the
// toolkit ends in a stack of calls.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// openWindow shows the window and returns when it is closed.
func openWindow(o options, p places, log *slog.Logger) (err error) {
	if !hasDisplay() {
		return errors.New(assets.T("ui.start.no_display"))
	}
	// Where the display or OpenGL does not answer, the toolkit panics before it starts:
	// that is a sentence too. What comes later is a fault, and goes to the crash log.
	started := false
	defer func() {
		if started {
			return
		}
		if fault := recover(); fault != nil {
			log.Error("open the window", "error", fault, "stack", string(debug.Stack()))
			err = errors.New(assets.F("ui.start.no_window", fault))
		}
	}()
	a := newApp()
	doc := state.New(sim.NewTable(), codec(), scenarios.Default())
	if view, err := state.LoadView(p.view); err == nil {
		doc.SetView(func(v *state.View) { *v = view })
	} else {
		log.Warn("settings of the view", "error", err)
	}
	if theme := environmentTheme(); theme != "" {
		doc.SetView(func(v *state.View) { v.Palette = theme })
	}
	orphans, err := state.Orphans(p.autosaves, codec())
	if err != nil {
		log.Warn("look for unsaved work", "error", err)
	}
	var keeper ui.Keeper
	if autosave, err := state.StartAutosave(doc, state.AutosaveConfig{Folder: p.autosaves}); err == nil {
		keeper = autosave
	} else {
		log.Error("no autosave", "error", err)
	}
	views := keepView(doc, p.view, log)
	defer views()

	w := a.NewWindow(about.Name)
	w.SetMaster()
	w.SetPadded(false)
	engine := sim.NewEngine()
	u, err := ui.New(ui.Config{
		App: a, Window: w, Document: doc, Table: engine.Table(),
		Check:  func(s *sim.Scenario) error { _, err := codec().Encode(s); return err },
		Recent: state.NewRecentFiles(p.recent, mostRecent),
		NewRunner: func(show func(runner.Update)) ui.Runner {
			return runner.New(runner.Config{Simulator: engine, Do: fyne.Do, Show: show, Settings: runner.Settings{Seed: 1}})
		},
		NewChecker: func(show func(runner.CheckUpdate)) ui.Checker {
			return newChecker(engine, fyne.Do, show)
		},
		Do: fyne.Do, Orphans: orphans, Keeper: keeper, LogFolder: p.logs, CrashLog: filepath.Join(p.logs, crashName), Log: log,
	})
	if err != nil {
		return fmt.Errorf("open the window: %w", err)
	}
	w.SetContent(u.Content())
	w.Resize(fyne.NewSize(o.width, o.height))
	a.Lifecycle().SetOnStarted(func() {
		started = true
		u.Start()
		if o.file != "" {
			u.OpenFile(o.file)
		}
	})
	a.Lifecycle().SetOnStopped(u.Stop)
	w.CenterOnScreen()
	w.ShowAndRun()
	return nil
}
