package state

import (
	"reflect"

	"threep/sim"
)

// step is one change that undo takes back.
type step struct {
	before, after *sim.Scenario
	label         string
	key           string // steps with the same key, one after the other, become one
}

// gesture is a change that is still being made.
type gesture struct {
	before *sim.Scenario
	label  string
	moved  bool
}

// Change makes one edit: change works on a clone. Edits with the same key, other than
// "", that follow each other become one step of undo, until EndMerge or another edit.
// It reports whether anything is different.
func (d *Document) Change(label, key string, change func(*sim.Scenario)) bool {
	changed := false
	d.locked(func() {
		d.commit()
		changed = d.edit(label, key, change)
	})
	return changed
}

func (d *Document) edit(label, key string, change func(*sim.Scenario)) bool {
	before := d.current
	after := before.Clone()
	change(after)
	if equal(after, before) {
		return false
	}
	share(after, before)
	d.record(step{before: before, after: after, label: label, key: key})
	d.become(after, Edited)
	return true
}

// record puts a step on the history. What was taken back before is gone.
func (d *Document) record(s step) {
	if n := len(d.past); n > 0 && s.key != "" && d.past[n-1].key == s.key && len(d.future) == 0 {
		d.past[n-1].after, d.past[n-1].label = s.after, s.label
		if equal(d.past[n-1].before, s.after) {
			d.past = d.past[:n-1] // there and back is no step
		}
		return
	}
	d.past, d.future = append(d.past, s), nil
}

// EndMerge makes the next edit a step of its own, whatever its key: a control has
// lost the focus.
func (d *Document) EndMerge() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := len(d.past); n > 0 {
		d.past[n-1].key = ""
	}
}

// Begin starts a gesture; one that is still open is committed.
func (d *Document) Begin(label string) {
	d.locked(func() {
		d.commit()
		d.gesture = &gesture{before: d.current, label: label}
	})
}

// Update moves within a gesture: change works on a clone of the present scenario. It
// reports whether anything is different. Outside of a gesture it does nothing.
func (d *Document) Update(change func(*sim.Scenario)) bool {
	changed := false
	d.locked(func() {
		if d.gesture == nil {
			return
		}
		after := d.current.Clone()
		change(after)
		if equal(after, d.current) {
			return
		}
		share(after, d.current)
		d.gesture.moved, changed = true, true
		d.become(after, Moved)
	})
	return changed
}

// Commit ends a gesture as one step of undo, or none if it ended where it began.
func (d *Document) Commit() { d.locked(d.commit) }

func (d *Document) commit() {
	g := d.gesture
	if g == nil {
		return
	}
	d.gesture = nil
	if !equal(g.before, d.current) {
		d.record(step{before: g.before, after: d.current, label: g.label})
	}
	if g.moved {
		d.feed.put(Changed{Revision: d.revision, Scenario: d.current, Cause: Settled})
	}
	d.tellStatus()
}

// Cancel ends a gesture and returns to what was before it.
func (d *Document) Cancel() {
	d.locked(func() {
		g := d.gesture
		if g == nil {
			return
		}
		d.gesture = nil
		if g.moved {
			d.become(g.before, Settled)
		}
	})
}

// Undo takes the last step back; an open gesture is committed first. It reports false
// where there is none.
func (d *Document) Undo() bool {
	done := false
	d.locked(func() {
		d.commit()
		n := len(d.past)
		if n == 0 {
			return
		}
		s := d.past[n-1]
		s.key = ""
		d.past, d.future = d.past[:n-1], append(d.future, s)
		d.become(s.before, Undone)
		done = true
	})
	return done
}

// Redo repeats the step that was taken back last. It reports false where there is
// none.
func (d *Document) Redo() bool {
	done := false
	d.locked(func() {
		d.commit()
		n := len(d.future)
		if n == 0 {
			return
		}
		s := d.future[n-1]
		d.past, d.future = append(d.past, s), d.future[:n-1]
		d.become(s.after, Redone)
		done = true
	})
	return done
}

// share lets a new value use the parts of the old one that are equal, so that undo
// without limit costs little memory.
func share(after, before *sim.Scenario) {
	if reflect.DeepEqual(after.Catalogue, before.Catalogue) {
		after.Catalogue = before.Catalogue
	}
	if reflect.DeepEqual(after.Roster, before.Roster) {
		after.Roster = before.Roster
	}
}
