package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// ErrNotEmpty is returned for a folder that holds something already.
var ErrNotEmpty = errors.New("the folder is not empty")

// ErrNotFolder is returned where a file stands in the folder's place.
var ErrNotFolder = errors.New("there is a file of that name")

// Folder receives the files of a report. Each appears whole or not at all.
type Folder struct {
	path    string
	made    bool
	written []string
}

// OpenFolder makes the folder at path, or takes it where it is empty. With force
// it may hold files: those of an earlier report are replaced, others are left alone.
func OpenFolder(path string, force bool) (*Folder, error) {
	f := &Folder{path: path}
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.made = true
		if err := os.MkdirAll(path, 0o755); err != nil {
			return nil, fmt.Errorf("make the folder: %w", err)
		}
	case err != nil:
		if info, e := os.Stat(path); e == nil && !info.IsDir() {
			return nil, ErrNotFolder
		}
		return nil, fmt.Errorf("look into the folder: %w", err)
	case len(entries) > 0 && !force:
		return nil, ErrNotEmpty
	}
	// A run can take long; better to learn now that nothing can be written.
	probe, err := f.Create("probe")
	if err != nil {
		f.Abandon()
		return nil, err
	}
	probe.Discard()
	return f, nil
}

// Path is where the folder is.
func (f *Folder) Path() string { return f.path }

// Written lists the files written so far, with slashes, in the order of their names.
func (f *Folder) Written() []string {
	list := slices.Clone(f.written)
	slices.Sort(list)
	return list
}

// Abandon removes the folder where it was made for a report and is still empty.
func (f *Folder) Abandon() {
	if f.made && len(f.written) == 0 {
		_ = os.Remove(f.path) // it stays where something else was put into it
	}
}

// Finish removes what an earlier report left that this one did not write anew, so
// that the files of a folder always belong to one run.
func (f *Folder) Finish() error {
	var faults []error
	for _, name := range knownFiles() {
		if slices.Contains(f.written, name) {
			continue
		}
		if err := os.Remove(f.file(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			faults = append(faults, fmt.Errorf("remove a file of an earlier report: %w", err))
		}
	}
	return errors.Join(faults...)
}

func (f *Folder) file(name string) string { return filepath.Join(f.path, filepath.FromSlash(name)) }

// File is a file on its way into a folder: it gets its name when it is whole.
type File struct {
	*bufio.Writer
	folder *Folder
	name   string
	temp   *os.File
}

// Create begins a file; name may have folders, with slashes.
func (f *Folder) Create(name string) (*File, error) {
	final := f.file(name)
	if path.Dir(name) != "." {
		if err := os.MkdirAll(filepath.Dir(final), 0o755); err != nil {
			return nil, fmt.Errorf("make a folder for %s: %w", name, err)
		}
	}
	temp, err := os.CreateTemp(filepath.Dir(final), ".threep-*.tmp")
	if err != nil {
		return nil, fmt.Errorf("begin %s: %w", name, err)
	}
	return &File{Writer: bufio.NewWriterSize(temp, 1<<16), folder: f, name: name, temp: temp}, nil
}

// Commit gives the finished file its name.
func (w *File) Commit() error {
	err := w.Flush()
	if err == nil {
		err = w.temp.Chmod(0o644)
	}
	if err == nil {
		err = w.temp.Sync()
	}
	if e := w.temp.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(w.temp.Name(), w.folder.file(w.name))
	}
	if err != nil {
		os.Remove(w.temp.Name())
		return fmt.Errorf("write %s: %w", w.name, err)
	}
	w.folder.written = append(w.folder.written, w.name)
	return nil
}

// Discard drops the file; after Commit it does nothing.
func (w *File) Discard() {
	if w.temp.Close() == nil {
		os.Remove(w.temp.Name())
	}
}

// write makes a file with what fill puts into it.
func (f *Folder) write(name string, fill func(io.Writer) error) error {
	w, err := f.Create(name)
	if err != nil {
		return err
	}
	if err := fill(w); err != nil {
		w.Discard()
		return fmt.Errorf("write %s: %w", name, err)
	}
	return w.Commit()
}

// writeBytes makes a file of data.
func (f *Folder) writeBytes(name string, data []byte) error {
	return f.write(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
