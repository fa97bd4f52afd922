package main

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"threep/app/internal/runner"
	"threep/app/internal/state"
	"threep/app/internal/ui"
	"threep/scenarios"
	"threep/sim"
)

// screenshotTime is how long a picture may take.
const screenshotTime = 2 * time.Minute

// screenshot paints the window's content into a PNG file. It needs no display, and
// touches nothing that the user has.
func screenshot(o options, p places, log *slog.Logger) error {
	doc := state.New(sim.NewTable(), codec(), scenarios.Default())
	if o.file != "" {
		if err := doc.Open(o.file); err != nil {
			return err
		}
	}
	palette := "light"
	if o.dark {
		palette = "dark"
	}
	doc.SetView(func(v *state.View) { v.Palette = palette })

	queue := make(chan func(), 4096)
	do := func(f func()) { queue <- f }
	a := newApp()
	canvas := software.NewCanvas()
	window := &canvasWindow{canvas: canvas}
	engine := sim.NewEngine()
	u, err := ui.New(ui.Config{
		App: a, Window: window, Document: doc, Table: engine.Table(),
		Check:  func(*sim.Scenario) error { return errors.New("a picture is not saved") },
		Recent: noFiles{},
		NewRunner: func(show func(runner.Update)) ui.Runner {
			return runner.New(runner.Config{Simulator: engine, Do: do, Show: show, Settings: runner.Settings{Seed: 1}})
		},
		NewChecker: func(show func(runner.CheckUpdate)) ui.Checker {
			return newChecker(engine, do, show)
		},
		Do: do, LogFolder: p.logs, Log: log,
	})
	if err != nil {
		return fmt.Errorf("paint the window: %w", err)
	}
	canvas.SetPadded(false)
	canvas.SetContent(u.Content())
	canvas.Resize(fyne.NewSize(o.width, o.height))
	late := time.After(screenshotTime)
	settle := func() error {
		for !u.Settled() || len(queue) > 0 {
			select {
			case f := <-queue:
				f()
			case <-late:
				return errors.New("the picture was not finished in time")
			}
		}
		return nil
	}
	if err := settle(); err != nil {
		return err
	}
	u.Content().Refresh() // a window would have made room for what the words need
	if err := settle(); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, software.RenderCanvas(canvas, a.Settings().Theme())); err != nil {
		return fmt.Errorf("paint the window: %w", err)
	}
	if err := state.WriteAtomically(o.screenshot, out.Bytes()); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// canvasWindow is a window that is only painted.
type canvasWindow struct {
	fyne.Window
	canvas fyne.Canvas
}

// Canvas is what is painted on.
func (w *canvasWindow) Canvas() fyne.Canvas { return w.canvas }

// SetTitle does nothing: there is no title bar.
func (w *canvasWindow) SetTitle(string) {}

// noFiles is an empty list of recent files.
type noFiles struct{}

func (noFiles) List() []string      { return nil }
func (noFiles) Add(string) error    { return nil }
func (noFiles) Remove(string) error { return nil }
func (noFiles) Clear() error        { return nil }
