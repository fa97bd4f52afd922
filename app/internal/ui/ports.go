package ui

import (
	"threep/app/internal/runner"
	"threep/app/internal/state"
	"threep/sim"
	"threep/sim/analysis"
)

// Document is the open document as the window uses it; *state.Document is one.
type Document interface {
	editor
	Current() (*sim.Scenario, uint64)
	Status() state.Status
	View() state.View
	SetView(change func(*state.View))
	Subscribe(tell func(state.Event)) (cancel func())
	Undo() bool
	Redo() bool
	ResetDecisions() bool
	ResetAssumptions() bool
	ResetBoth() bool
	Describe(name, title, story string) bool
	Open(path string) error
	OpenCopy(s *sim.Scenario)
	Restore(o *state.Orphan) error
	Save() error
	SaveAs(path string) error
	Revert() error
	Complete(change func(*sim.Scenario))
}

// editor is what levers need of the document.
type editor interface {
	Scenario() *sim.Scenario
	Change(label, key string, change func(*sim.Scenario)) bool
	Begin(label string)
	Update(change func(*sim.Scenario)) bool
	Commit()
}

// Runner schedules simulations; *runner.Runner is one.
type Runner interface {
	Submit(revision uint64, s *sim.Scenario, q runner.Quality)
	Stop()
	Close()
}

// Checker runs the checks of model health; *runner.Checker is one.
type Checker interface {
	Start(checks []*analysis.Check, full bool) bool
	Stop()
	Close()
}

// RecentFiles is the list of files that were open lately; *state.RecentFiles is one.
type RecentFiles interface {
	List() []string
	Add(path string) error
	Remove(path string) error
	Clear() error
}

// Keeper puts unsaved work aside; *state.Autosave is one.
type Keeper interface {
	Flush() error
	Close(keep bool) error
}

var (
	_ Document    = (*state.Document)(nil)
	_ Runner      = (*runner.Runner)(nil)
	_ Checker     = (*runner.Checker)(nil)
	_ RecentFiles = (*state.RecentFiles)(nil)
	_ Keeper      = (*state.Autosave)(nil)
)
