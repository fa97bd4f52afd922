package scenarios

import (
	"fmt"
	"os"
	"path/filepath"

	"threep/sim"
)

// Save writes s to path as Encode does, all or nothing: a reader never sees half
// a file, and a failure leaves the old file as it was.
func Save(path string, s *sim.Scenario, describe func(id string) string) error {
	data, err := Encode(s, describe)
	if err != nil {
		return err
	}
	if err := WriteFile(path, data); err != nil {
		return fmt.Errorf("saving scenario: %w", err)
	}
	return nil
}

// WriteFile writes data to path all or nothing: into a new file in the same
// folder, forced to disk, then renamed over the old one.
func WriteFile(path string, data []byte) (err error) {
	if target, e := filepath.EvalSymlinks(path); e == nil {
		path = target // keep a link, replace what it points to
	}
	mode := os.FileMode(0o644)
	if info, e := os.Stat(path); e == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".threep-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close() // a second close does no harm
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Chmod(mode); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// syncFolder forces the new name to disk where the system can; where it cannot
// (Windows), the rename itself is journalled.
func syncFolder(folder string) {
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
