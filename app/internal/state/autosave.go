package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"threep/sim"
)

// Names within a program's autosave folder.
const (
	lockName  = "running.lock"
	savedName = "autosave.json"
)

// AutosaveConfig is what autosave needs. Folder is required.
type AutosaveConfig struct {
	// Folder holds the autosaves of all programs of this user, each in a folder of
	// its own. It is made if it is not there.
	Folder string
	// Delay is the time from a change to its autosave, default 1.5 s.
	Delay time.Duration
	// After calls f once, after a delay, unless stop is called; default time.AfterFunc.
	After func(delay time.Duration, f func()) (stop func())
	// Now is the clock, default time.Now.
	Now func() time.Time
	// Write writes a file atomically, default WriteAtomically.
	Write func(path string, data []byte) error
}

// Autosave puts unsaved work aside, within its delay from a change, and takes it away
// when the work is saved. It belongs to one running program.
type Autosave struct {
	cfg    AutosaveConfig
	doc    *Document
	folder string
	lock   *os.File
	cancel func()

	mu      sync.Mutex
	stop    func() // of the timer that runs; nil where none does
	closed  bool
	written *sim.Scenario // what is in the file; nil where there is none
	writing sync.Mutex    // one write at a time
}

// saved is what an autosave file holds.
type saved struct {
	Title    string           `json:"title"`
	Path     string           `json:"path"`
	Print    fingerprint      `json:"print"`
	Time     time.Time        `json:"time"`
	Scenario string           `json:"scenario"` // as a scenario file
	Roster   []sim.RosterSeat `json:"roster,omitempty"`
}

// StartAutosave makes a folder for this program, locked as long as it runs, and
// follows the document from now on.
func StartAutosave(d *Document, cfg AutosaveConfig) (*Autosave, error) {
	if cfg.Delay <= 0 {
		cfg.Delay = 1500 * time.Millisecond
	}
	if cfg.After == nil {
		cfg.After = func(delay time.Duration, f func()) func() {
			timer := time.AfterFunc(delay, f)
			return func() { timer.Stop() }
		}
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Write == nil {
		cfg.Write = WriteAtomically
	}
	if err := os.MkdirAll(cfg.Folder, 0o700); err != nil {
		return nil, fmt.Errorf("start autosave: %w", err)
	}
	folder, lock, err := ownFolder(cfg.Folder)
	if err != nil {
		return nil, fmt.Errorf("start autosave: %w", err)
	}
	a := &Autosave{cfg: cfg, doc: d, folder: folder, lock: lock}
	a.cancel = d.Subscribe(a.hear)
	if d.Status().Dirty {
		a.schedule()
	}
	return a, nil
}

// ownFolder makes and locks a folder. It tries again where another program, looking
// for unsaved work, took the new folder for an abandoned one before it was locked.
func ownFolder(parent string) (folder string, lock *os.File, err error) {
	for range 5 {
		if folder, err = os.MkdirTemp(parent, strconv.Itoa(os.Getpid())+"-*"); err != nil {
			return "", nil, err
		}
		ok := false
		if lock, ok, err = lockFile(filepath.Join(folder, lockName)); ok {
			return folder, lock, nil
		}
	}
	return "", nil, errors.Join(fmt.Errorf("lock %s", folder), err)
}

// hear starts the clock at the first change that is not put aside yet; further
// changes do not start it anew, so that steady work is saved too.
func (a *Autosave) hear(e Event) {
	switch e.(type) {
	case Changed, StatusChanged:
		a.schedule()
	}
}

func (a *Autosave) schedule() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.closed || a.stop != nil {
		return
	}
	a.stop = a.cfg.After(a.cfg.Delay, func() {
		a.mu.Lock()
		a.stop = nil
		closed := a.closed
		a.mu.Unlock()
		if closed {
			return
		}
		if err := a.Flush(); err != nil {
			a.doc.locked(func() { a.doc.feed.put(AutosaveFailed{err}) })
		}
	})
}

// Flush brings the autosave up to date now.
func (a *Autosave) Flush() error {
	a.writing.Lock()
	defer a.writing.Unlock()
	d := a.doc
	d.mu.Lock()
	s, dirty, path, print := d.current, d.dirty(), d.path, d.print
	d.mu.Unlock()
	file := filepath.Join(a.folder, savedName)
	if !dirty {
		a.written = nil
		if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("take the autosave away: %w", err)
		}
		return nil
	}
	if s == a.written {
		return nil
	}
	text, err := d.codec.Encode(s)
	if err != nil {
		return fmt.Errorf("autosave: %w", err)
	}
	data, err := json.MarshalIndent(saved{
		Title: s.Title, Path: path, Print: print, Time: a.cfg.Now().UTC(), Scenario: string(text), Roster: s.Roster,
	}, "", "  ")
	if err != nil {
		return fmt.Errorf("autosave: %w", err)
	}
	if err := a.cfg.Write(file, data); err != nil {
		return fmt.Errorf("autosave: %w", err)
	}
	a.written = s
	return nil
}

// Close ends autosave. With keep the work stays for the next start, as after a crash;
// otherwise the user has decided about it and it is taken away.
func (a *Autosave) Close(keep bool) error {
	a.mu.Lock()
	if a.closed {
		a.mu.Unlock()
		return nil
	}
	a.closed = true
	if a.stop != nil {
		a.stop()
	}
	a.mu.Unlock()
	a.cancel()
	var err error
	if keep {
		err = a.Flush()
	}
	a.writing.Lock()
	defer a.writing.Unlock()
	keep = keep && a.written != nil
	err = errors.Join(err, a.lock.Close())
	if !keep {
		err = errors.Join(err, os.RemoveAll(a.folder))
	}
	return err
}
