package state

import (
	"sync"

	"threep/sim"
)

// Event is one of Changed, StatusChanged, ViewChanged, AutosaveFailed.
type Event interface{ event() }

// Cause says what made the present scenario the present one.
type Cause int

// The causes of a change. Settled ends a gesture: the scenario is the one of the last
// Moved, or of before the gesture if that was cancelled.
const (
	Edited Cause = iota
	Moved
	Settled
	Undone
	Redone
	Opened
)

// Changed tells that there is a new revision, or that a gesture has ended.
type Changed struct {
	Revision uint64
	Scenario *sim.Scenario
	Cause    Cause
}

// Moving reports whether the change is one of many to come, for which a preview is
// enough.
func (c Changed) Moving() bool { return c.Cause == Moved }

// StatusChanged tells that title, file, unsaved mark or the next undo are others.
type StatusChanged struct{ Status }

// ViewChanged tells that the settings of the view are others.
type ViewChanged struct{ View }

// AutosaveFailed tells that unsaved work could not be put aside.
type AutosaveFailed struct{ Err error }

func (Changed) event()        {}
func (StatusChanged) event()  {}
func (ViewChanged) event()    {}
func (AutosaveFailed) event() {}

// feed tells events to its subscribers, one at a time and in their order.
type feed struct {
	mu      sync.Mutex
	queue   []Event
	telling bool
	next    int
	subs    []subscriber
}

type subscriber struct {
	id   int
	tell func(Event)
}

func (f *feed) subscribe(tell func(Event)) (cancel func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.next++
	id := f.next
	f.subs = append(f.subs, subscriber{id, tell})
	return func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		kept := make([]subscriber, 0, len(f.subs))
		for _, s := range f.subs {
			if s.id != id {
				kept = append(kept, s)
			}
		}
		f.subs = kept
	}
}

// put queues events. It is called under the document's lock, which is what orders
// them; tell is called after it.
func (f *feed) put(events ...Event) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.queue = append(f.queue, events...)
}

// tell works off the queue, unless somebody is at it already.
func (f *feed) tell() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.telling {
		return
	}
	f.telling = true
	defer func() { f.telling = false }()
	for len(f.queue) > 0 {
		e, subs := f.queue[0], f.subs
		f.queue = f.queue[1:]
		for _, s := range subs {
			func() {
				f.mu.Unlock()
				defer f.mu.Lock()
				s.tell(e)
			}()
		}
	}
}
