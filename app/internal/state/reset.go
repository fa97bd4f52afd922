package state

import (
	"threep/assets"
	"threep/sim"
)

// Describe changes what a scenario is called and the story it tells, as one step of
// undo. No result depends on them.
func (d *Document) Describe(name, title, story string) bool {
	return d.Change(assets.T("state.step.describe"), "", func(s *sim.Scenario) { s.Name, s.Title, s.Story = name, title, story })
}

// ResetDecisions sets every decision to its default, which is to do nothing, and
// takes all tools away. What describes today is not a decision to be made and stays.
func (d *Document) ResetDecisions() bool {
	return d.Change(assets.T("state.step.reset_decisions"), "", d.clearDecisions)
}

// ResetAssumptions sets every assumption to its default and every mechanism on.
func (d *Document) ResetAssumptions() bool {
	return d.Change(assets.T("state.step.reset_assumptions"), "", d.clearAssumptions)
}

// ResetBoth does both in one step of undo.
func (d *Document) ResetBoth() bool {
	return d.Change(assets.T("state.step.reset_both"), "", func(s *sim.Scenario) {
		d.clearDecisions(s)
		d.clearAssumptions(s)
	})
}

// Replay returns the scenarios on both sides of the last step, for showing the last
// change again; ok is false where there is none.
func (d *Document) Replay() (before, after *sim.Scenario, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := len(d.past)
	if n == 0 {
		return nil, nil, false
	}
	return d.past[n-1].before, d.past[n-1].after, true
}

func (d *Document) clearDecisions(s *sim.Scenario) {
	s.Decisions = sim.Decisions{}
	rows := d.table.Rows()
	for i := range rows {
		if rows[i].Kind == sim.KindDecision && !rows[i].Today {
			rows[i].Set(s, rows[i].Default)
		}
	}
}

func (d *Document) clearAssumptions(s *sim.Scenario) {
	rows := d.table.Rows()
	for i := range rows {
		if rows[i].Kind == sim.KindAssumption {
			rows[i].Set(s, rows[i].Default)
		}
	}
	s.Mechanisms = sim.AllMechanisms()
}
