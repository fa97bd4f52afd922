package main

import (
	"log/slog"
	"sync"

	"threep/app/internal/state"
)

// keepView writes the settings of the view at every change, in the background: the
// newest wins. The function that it returns writes what is left.
func keepView(doc *state.Document, file string, log *slog.Logger) (end func()) {
	var mu sync.Mutex
	save := func() {
		mu.Lock()
		defer mu.Unlock()
		if err := state.SaveView(file, doc.View()); err != nil {
			log.Warn("keep the settings of the view", "error", err)
		}
	}
	wake := make(chan struct{}, 1)
	var done sync.WaitGroup
	done.Go(func() {
		for range wake {
			save()
		}
	})
	cancel := doc.Subscribe(func(e state.Event) {
		if _, ok := e.(state.ViewChanged); !ok {
			return
		}
		select {
		case wake <- struct{}{}:
		default: // a write that has not begun yet takes this change along
		}
	})
	return func() {
		cancel()
		close(wake)
		done.Wait()
	}
}
