package sim

import (
	"context"
	"errors"
	"sync"
)

// Engine runs scenarios and keeps what is solved once for each set of
// assumptions. It is safe for concurrent use.
type Engine struct {
	table *Table

	mu    sync.Mutex
	cache solutionCache
}

// NewEngine returns an engine with an empty cache.
func NewEngine() *Engine {
	return &Engine{table: NewTable(), cache: solutionCache{limit: cacheBytes}}
}

// Table returns the parameter table.
func (e *Engine) Table() *Table { return e.table }

// solve finds or computes the solution for s with a stationary population of
// some size.
func (e *Engine) solve(ctx context.Context, s *Scenario, people int) (*solution, error) {
	stopped, release := stopFlag(ctx)
	defer release()
	key, ok := solvedFor(s, people, stopped)
	if !ok {
		return nil, ctx.Err()
	}
	for {
		e.mu.Lock()
		sol := e.cache.find(key)
		mine := sol == nil
		if mine {
			sol = &solution{ready: make(chan struct{})}
			e.cache.add(key, sol)
		}
		e.mu.Unlock()
		if mine {
			e.fill(ctx, key, sol, s, people)
			return sol, sol.err
		}
		select {
		case <-sol.ready:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if sol.err == nil {
			return sol, nil
		}
		// Whoever computed it was cancelled or failed; try again ourselves.
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// fill computes a solution and lets go of whoever waits for it, whatever happens.
func (e *Engine) fill(ctx context.Context, key string, sol *solution, s *Scenario, people int) {
	sol.err = errors.New("solving the people of these assumptions failed")
	defer func() {
		e.mu.Lock()
		if sol.err != nil {
			e.cache.drop(key, sol)
		} else {
			e.cache.weigh(key, sol)
		}
		e.mu.Unlock()
		close(sol.ready)
	}()
	sol.err = sol.compute(ctx, s, people)
}
