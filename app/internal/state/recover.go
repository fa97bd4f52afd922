package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"sync"
	"time"

	"threep/sim"
)

// Orphan is the unsaved work of a program that no longer runs. While it is held, no
// other program offers it.
type Orphan struct {
	Title string
	Path  string    // the file it belongs to; empty: none
	Saved time.Time // when it was put aside
	// Err says why the work cannot be read; it can still be discarded, or looked for
	// by hand in File.
	Err error
	// File is the autosave file.
	File string

	scenario *sim.Scenario
	print    fingerprint
	folder   string
	mu       sync.Mutex
	lock     *os.File
}

// Orphans finds the unsaved work of programs that no longer run, the latest first,
// and clears away what such programs left empty. Every orphan has to be discarded or
// released.
func Orphans(folder string, codec Codec) ([]*Orphan, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for unsaved work: %w", err)
	}
	var found []*Orphan
	var faults []error
	for _, entry := range entries {
		if !entry.IsDir() {
			continue
		}
		o, err := orphan(filepath.Join(folder, entry.Name()), codec)
		if err != nil {
			faults = append(faults, fmt.Errorf("look for unsaved work in %s: %w", entry.Name(), err))
		}
		if o != nil {
			found = append(found, o)
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].Saved.After(found[j].Saved) })
	return found, errors.Join(faults...)
}

func orphan(folder string, codec Codec) (*Orphan, error) {
	lock, ok, err := lockFile(filepath.Join(folder, lockName))
	if err != nil || !ok {
		return nil, err
	}
	o := &Orphan{folder: folder, File: filepath.Join(folder, savedName), lock: lock}
	data, err := os.ReadFile(o.File)
	if errors.Is(err, os.ErrNotExist) {
		return nil, o.Discard() // that program had nothing unsaved
	}
	if err == nil {
		err = o.parse(data, codec)
	}
	o.Err = err
	return o, nil
}

func (o *Orphan) parse(data []byte, codec Codec) error {
	var s saved
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("read unsaved work: %w", err)
	}
	o.Title, o.Path, o.Saved, o.print = s.Title, s.Path, s.Time, s.Print
	scenario, err := codec.Parse([]byte(s.Scenario), o.File)
	if err != nil {
		return fmt.Errorf("read unsaved work: %w", err)
	}
	scenario.Roster = s.Roster
	o.scenario = scenario
	return nil
}

// Release lets go of the work; the next start offers it again.
func (o *Orphan) Release() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.lock == nil {
		return nil
	}
	lock := o.lock
	o.lock = nil
	return lock.Close()
}

// Discard takes the work away for good.
func (o *Orphan) Discard() error {
	return errors.Join(o.Release(), os.RemoveAll(o.folder))
}

// Restore opens the work of an orphan, unsaved as it was, in place of what is open.
// The orphan stays until it is discarded, which is safe once an autosave of this
// program is up to date.
func (d *Document) Restore(o *Orphan) error {
	if o.Err != nil {
		return &FileError{Problem: Faulty, Path: o.File, Err: o.Err}
	}
	s := o.scenario.Clone()
	d.locked(func() { d.replace(s, o.Path, o.print, false) })
	return nil
}
