package sim

import (
	"context"
	"errors"
)

// Engine runs scenarios and keeps what is solved once for each set of
// assumptions. It is safe for concurrent use.
type Engine struct {
	table *Table
}

// NewEngine returns an engine with an empty cache.
func NewEngine() *Engine { return &Engine{table: NewTable()} }

// Run simulates s. When ctx is cancelled it returns within a week of a
// replication, with the futures finished so far (Result.Partial) and ctx's
// error; the result is nil where none was finished.
func (e *Engine) Run(ctx context.Context, s *Scenario, o Options) (*Result, error) {
	return nil, errors.New("engine under construction")
}
