package state

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"threep/assets"
	"threep/sim"
)

// fingerprint tells whether a file is still the one that was read or written.
type fingerprint struct {
	Known    bool      `json:"known"`
	Size     int64     `json:"size"`
	Modified time.Time `json:"modified"`
	Hash     []byte    `json:"hash"`
}

func printOf(path string, data []byte) fingerprint {
	p := fingerprint{Known: true, Size: int64(len(data))}
	if info, err := os.Stat(path); err == nil {
		p.Modified = info.ModTime()
	}
	sum := sha256.Sum256(data)
	p.Hash = sum[:]
	return p
}

// changed compares time and size first, and the content only where they differ: a
// file that was merely touched is the same.
func (p fingerprint) changed(path string) bool {
	if !p.Known {
		return false
	}
	info, err := os.Stat(path)
	if err != nil {
		return false // gone: there is nothing to overwrite
	}
	if info.Size() == p.Size && info.ModTime().Equal(p.Modified) {
		return false
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return true
	}
	sum := sha256.Sum256(data)
	return string(sum[:]) != string(p.Hash)
}

// Open opens a scenario file in place of what is open. When it cannot, what is open
// stays as it is, and the error is a *FileError.
func (d *Document) Open(path string) error {
	s, print, err := d.read(path)
	if err != nil {
		return err
	}
	d.locked(func() { d.replace(s, absolute(path), print, true) })
	return nil
}

func (d *Document) read(path string) (*sim.Scenario, fingerprint, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fingerprint{}, fileError(path, false, err)
	}
	s, err := d.codec.Parse(data, path)
	if err == nil && s == nil {
		err = errors.New("the file holds no scenario")
	}
	if err != nil {
		return nil, fingerprint{}, &FileError{Problem: Faulty, Path: path, Err: err}
	}
	return s, printOf(path, data), nil
}

// Revert takes all changes since the last save or opening back, as one step of undo.
// A document in a file is read again, so that what another program wrote is seen.
func (d *Document) Revert() error {
	d.mu.Lock()
	path, opened := d.path, d.opened
	d.mu.Unlock()
	s, print := opened, fingerprint{}
	if path != "" {
		var err error
		if s, print, err = d.read(path); err != nil {
			return err
		}
		// The people stand beside the file, not in it.
		if n := len(opened.Roster); n > 0 && s.Organisation.Seats == float64(n) {
			s.Roster = opened.Roster
		}
	}
	d.locked(func() {
		d.commit()
		if d.path != path {
			return // another document was opened meanwhile
		}
		d.edit(assets.T("state.step.revert"), "", func(c *sim.Scenario) { *c = *s.Clone() })
		d.base, d.print = d.current, print
		d.tellStatus()
	})
	return nil
}

// Complete adds to a document that was just opened what lies beside its file, such as
// its people: there is nothing to undo or to save.
func (d *Document) Complete(change func(*sim.Scenario)) {
	d.locked(func() {
		d.commit()
		s := d.current.Clone()
		change(s)
		clean := !d.dirty()
		d.past, d.future = nil, nil
		if d.opened = s; clean {
			d.base = s
		}
		d.become(s, Opened)
	})
}

// ChangedOnDisk reports whether another program has changed the document's file
// since it was read or written.
func (d *Document) ChangedOnDisk() bool {
	d.mu.Lock()
	path, print := d.path, d.print
	d.mu.Unlock()
	return path != "" && print.changed(path)
}

// Save writes the document into its file. It returns a *FileError of ChangedOnDisk,
// and writes nothing, where another program has changed the file, and one of Untitled
// where there is no file yet.
func (d *Document) Save() error {
	path := d.Status().Path
	if path == "" {
		return &FileError{Problem: Untitled}
	}
	if d.ChangedOnDisk() {
		return &FileError{Problem: ChangedOnDisk, Path: path}
	}
	return d.SaveAs(path)
}

// SaveAs writes the document into a file, which becomes the document's, whatever that
// file holds now.
func (d *Document) SaveAs(path string) error {
	d.locked(d.commit)
	s := d.Scenario()
	data, err := d.codec.Encode(s)
	if err != nil {
		return &FileError{Problem: Faulty, Path: path, Err: err}
	}
	path = absolute(path)
	if err := WriteAtomically(path, data); err != nil {
		return fileError(path, true, err)
	}
	print := printOf(path, data)
	d.locked(func() {
		d.path, d.print, d.base, d.opened = path, print, s, s
		d.tellStatus()
	})
	return nil
}

func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// Problem is what kept a file from being read or written.
type Problem string

// The problems, each with a sentence in the text table.
const (
	Missing       Problem = "missing"         // there is no such file
	NoFolder      Problem = "no_folder"       // to write into
	Forbidden     Problem = "forbidden"       // not allowed to read
	ReadOnly      Problem = "read_only"       // not allowed to write
	IsFolder      Problem = "is_folder"       //
	Unreachable   Problem = "unreachable"     // the network or the drive does not answer
	NoSpace       Problem = "no_space"        //
	Faulty        Problem = "faulty"          // what is in it is no scenario
	ChangedOnDisk Problem = "changed_on_disk" // by another program
	Untitled      Problem = "untitled"        // there is no file yet
	Other         Problem = "other"           //
)

// FileError says which file could not be read or written, and why.
type FileError struct {
	Problem Problem
	Path    string
	Err     error // the cause, which may join many faults; nil where Problem says all
}

// Error is for logs.
func (e *FileError) Error() string {
	text := "file " + e.Path + ": " + string(e.Problem)
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }

// Sentence is for the user: what happened, and what can be done about it. The faults
// of a file's content are in Err.
func (e *FileError) Sentence() string {
	cause := ""
	if e.Err != nil {
		cause = e.Err.Error()
	}
	return assets.F("state.file."+string(e.Problem), filepath.Base(e.Path), filepath.Dir(e.Path), cause)
}

// fileError sorts an error of the system into the problems.
func fileError(path string, writing bool, err error) *FileError {
	e := &FileError{Problem: Other, Path: path, Err: err}
	info, statErr := os.Stat(path)
	switch {
	case statErr == nil && info.IsDir():
		e.Problem = IsFolder
	case errors.Is(err, fs.ErrNotExist) && writing:
		e.Problem = NoFolder
	case errors.Is(err, fs.ErrNotExist):
		e.Problem = Missing
	case isReadOnly(err), errors.Is(err, fs.ErrPermission) && writing:
		e.Problem = ReadOnly
	case errors.Is(err, fs.ErrPermission):
		e.Problem = Forbidden
	case isNoSpace(err):
		e.Problem = NoSpace
	case isUnreachable(err):
		e.Problem = Unreachable
	}
	return e
}
