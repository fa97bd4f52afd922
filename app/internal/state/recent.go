package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// RecentFiles is the list of files that were open lately, the latest first, kept in a
// small file of its own.
type RecentFiles struct {
	mu   sync.Mutex
	file string
	most int
}

// NewRecentFiles keeps a list of at most so-many files in a file.
func NewRecentFiles(file string, most int) *RecentFiles { return &RecentFiles{file: file, most: most} }

// List returns the files, the latest first. A list that cannot be read is empty.
func (r *RecentFiles) List() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.read()
}

func (r *RecentFiles) read() []string {
	var list []string
	data, err := os.ReadFile(r.file)
	if err != nil || json.Unmarshal(data, &list) != nil {
		return nil
	}
	return list[:min(len(list), max(0, r.most))]
}

// Add puts a file on top.
func (r *RecentFiles) Add(path string) error {
	path = absolute(path)
	return r.change(func(list []string) []string {
		return slices.Insert(without(list, path), 0, path)
	})
}

// Remove takes a file off the list, because it is no longer there.
func (r *RecentFiles) Remove(path string) error {
	path = absolute(path)
	return r.change(func(list []string) []string { return without(list, path) })
}

// Clear empties the list.
func (r *RecentFiles) Clear() error {
	return r.change(func([]string) []string { return nil })
}

// change reads the list again before, because another program may have added to it.
func (r *RecentFiles) change(f func([]string) []string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	list := f(r.read())
	list = list[:min(len(list), max(0, r.most))]
	if list == nil {
		list = []string{}
	}
	data, err := json.MarshalIndent(list, "", "  ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(r.file), 0o700)
	}
	if err == nil {
		err = WriteAtomically(r.file, data)
	}
	if err != nil {
		return fmt.Errorf("keep the list of recent files: %w", err)
	}
	return nil
}

func without(list []string, path string) []string {
	return slices.DeleteFunc(list, func(p string) bool { return p == path })
}

// LoadView reads the settings of the view from a file. What the file does not say is
// as on a first start; a file that is not there is no fault.
func LoadView(file string) (View, error) {
	v := DefaultView()
	data, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return v, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &v)
	}
	if err != nil {
		return DefaultView(), fmt.Errorf("read the view's settings: %w", err)
	}
	if !(v.TextSize >= .5 && v.TextSize <= 4) {
		v.TextSize = 1
	}
	return v, nil
}

// SaveView writes the settings of the view into a file.
func SaveView(file string, v View) error {
	data, err := json.MarshalIndent(v, "", "  ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(file), 0o700)
	}
	if err == nil {
		err = WriteAtomically(file, data)
	}
	if err != nil {
		return fmt.Errorf("keep the view's settings: %w", err)
	}
	return nil
}
