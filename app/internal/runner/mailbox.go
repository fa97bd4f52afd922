package runner

import (
	"sync"

	"threep/sim"
)

// mailbox holds the one update that is to be shown next. A newer update takes the
// place of one that nobody has fetched, so that a slow screen queues nothing.
type mailbox struct {
	mu     sync.Mutex
	closed bool
	full   bool
	next   Update
	newest *request    // the newest one that put something in
	done   bool        // its last update is in
	finest *sim.Result // that it brought, or an equal request before it
}

// put stores an update and reports whether a fetch has to be scheduled. Updates of
// older requests than the newest are thrown away, and no update takes the result
// away that an earlier one of an equal request brought, nor puts a coarser one in
// its place.
func (m *mailbox) put(q *request, u Update) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed || (m.newest != nil && q.order < m.newest.order) || (q == m.newest && m.done) {
		return false
	}
	if !q.equal(m.newest) {
		m.finest = nil
	}
	if best := m.finest; best != nil && (u.Result == nil || u.Result.Runs < best.Runs) {
		u.Result = best
	}
	m.newest, m.done, m.finest = q, u.Done, u.Result
	schedule := !m.full
	m.full, m.next = true, u
	return schedule
}

// best is the finest result so far of requests that ask for the same as q.
func (m *mailbox) best(q *request) *sim.Result {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed || !q.equal(m.newest) {
		return nil
	}
	return m.finest
}

func (m *mailbox) get() (Update, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.full || m.closed {
		return Update{}, false
	}
	u := m.next
	m.full, m.next = false, Update{}
	return u, true
}

func (m *mailbox) shut() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed, m.full, m.next, m.newest, m.finest = true, false, Update{}, nil, nil
}

// equal reports whether two requests, but for their quality, have the same result.
func (q *request) equal(other *request) bool {
	return other != nil && q.revision == other.revision && q.scenario == other.scenario && q.settings == other.settings
}
