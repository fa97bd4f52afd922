package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"threep/app/internal/runner"
	"threep/sim"
)

// BenchmarkFirstPicture is the time from the move of a lever to the first picture of
// what it does: state, preview, drawing of both graphs. It is to stay below 100 ms.
func BenchmarkFirstPicture(b *testing.B) {
	s := newStage(b, func(c *Config) {
		engine := sim.NewEngine()
		do := c.Do
		c.NewRunner = func(show func(runner.Update)) Runner {
			return runner.New(runner.Config{Simulator: engine, Do: do, Show: show, Settings: runner.Settings{Seed: 1}})
		}
	})
	wait := func(done func() bool) {
		for late := time.After(time.Minute); !done(); {
			select {
			case f := <-s.queue.jobs:
				f()
			case <-late:
				b.Fatal("there is no picture")
			}
		}
	}
	wait(s.u.Settled)
	handle := s.lever("process.raise_all").slider.Handle()
	handle.TypedKey(key(fyne.KeyRight))
	wait(s.u.Settled)
	names := [...]fyne.KeyName{fyne.KeyRight, fyne.KeyLeft}
	b.ResetTimer()
	for i := range b.N {
		shown := s.u.graphs[0].drawn
		handle.TypedKey(key(names[i%2]))
		wait(func() bool {
			revision, _ := s.u.graphs[0].view.Revision()
			return revision > shown
		})
	}
}
