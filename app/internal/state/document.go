package state

import (
	"reflect"
	"sync"

	"threep/sim"
)

// Codec reads and writes scenario files.
type Codec struct {
	// Parse reads a file's content and returns all its faults at once; name is the
	// file's, for messages.
	Parse func(data []byte, name string) (*sim.Scenario, error)
	// Encode writes what Parse reads.
	Encode func(s *sim.Scenario) ([]byte, error)
}

// Document is the open document.
type Document struct {
	table *sim.Table
	codec Codec
	feed  feed

	mu       sync.Mutex
	current  *sim.Scenario
	revision uint64
	// base is what was opened or saved last: the document is unsaved where it
	// differs. It is nil for recovered work, which is in no file.
	base    *sim.Scenario
	opened  *sim.Scenario // what Revert returns to where there is no file
	path    string        // empty: not in a file yet
	print   fingerprint   // of the file as it was read or written last
	past    []step        // undo takes the last one
	future  []step        // redo takes the last one
	gesture *gesture
	view    View
	told    Status
}

// Status is what title bar and menus show.
type Status struct {
	Title string // the scenario's, or its name where it has none
	Path  string // empty: not in a file yet
	Dirty bool   // there are changes that are in no file
	// UndoLabel and RedoLabel name what undo and redo would take back or repeat;
	// empty where there is nothing.
	UndoLabel, RedoLabel string
}

// CanUndo reports whether there is a change to take back.
func (s Status) CanUndo() bool { return s.UndoLabel != "" }

// CanRedo reports whether there is a change to repeat.
func (s Status) CanRedo() bool { return s.RedoLabel != "" }

// New returns a document that holds s, untitled and without changes.
func New(table *sim.Table, codec Codec, s *sim.Scenario) *Document {
	d := &Document{table: table, codec: codec, view: DefaultView()}
	d.replace(s.Clone(), "", fingerprint{}, true)
	d.feed.queue = nil // nobody listens yet
	return d
}

// Subscribe has events told until cancel is called. They come on the goroutine that
// made the change, or on that of a change shortly before it.
func (d *Document) Subscribe(tell func(Event)) (cancel func()) { return d.feed.subscribe(tell) }

// Scenario returns the present scenario, which must not be changed.
func (d *Document) Scenario() *sim.Scenario {
	s, _ := d.Current()
	return s
}

// Current returns the present scenario, which must not be changed, and its revision.
func (d *Document) Current() (*sim.Scenario, uint64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.current, d.revision
}

// Status returns title, file, unsaved mark and what undo and redo would do.
func (d *Document) Status() Status {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.status()
}

func (d *Document) status() Status {
	s := Status{Title: d.current.Title, Path: d.path, Dirty: d.dirty()}
	if s.Title == "" {
		s.Title = d.current.Name
	}
	if g := d.gesture; g != nil && g.moved {
		s.UndoLabel = g.label
		return s
	}
	if n := len(d.past); n > 0 {
		s.UndoLabel = d.past[n-1].label
	}
	if n := len(d.future); n > 0 {
		s.RedoLabel = d.future[n-1].label
	}
	return s
}

// dirty compares by content, so that a lever moved there and back is no change.
func (d *Document) dirty() bool {
	return d.base == nil || !equal(d.current, d.base)
}

func equal(a, b *sim.Scenario) bool { return a == b || reflect.DeepEqual(a, b) }

// become makes s the present scenario and queues the event. The caller holds the
// lock.
func (d *Document) become(s *sim.Scenario, cause Cause) {
	d.current = s
	d.revision++
	d.feed.put(Changed{Revision: d.revision, Scenario: s, Cause: cause})
	d.tellStatus()
}

// tellStatus queues an event if the status is another. The caller holds the lock.
func (d *Document) tellStatus() {
	if s := d.status(); s != d.told {
		d.told = s
		d.feed.put(StatusChanged{s})
	}
}

// locked runs f under the lock and has the events told after it.
func (d *Document) locked(f func()) {
	func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		f()
	}()
	d.feed.tell()
}

// replace opens s in place of what is open, with a history of its own. The caller
// holds the lock, or is the only one who knows d.
func (d *Document) replace(s *sim.Scenario, path string, print fingerprint, clean bool) {
	d.past, d.future, d.gesture = nil, nil, nil
	d.path, d.print, d.opened, d.base = path, print, s, s
	if !clean {
		d.base = nil
	}
	d.become(s, Opened)
}

// OpenCopy opens s as an untitled document without changes: a new one, or one of the
// library.
func (d *Document) OpenCopy(s *sim.Scenario) {
	s = s.Clone()
	d.locked(func() { d.replace(s, "", fingerprint{}, true) })
}
