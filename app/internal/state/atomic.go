package state

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"threep/scenarios"
)

// WriteAtomically writes a file so that a crash leaves either the old content or the
// new one. A link stays a link, an existing file keeps its permissions, and one that
// is read-only is left alone.
func WriteAtomically(path string, data []byte) error {
	target := path
	if linked, err := filepath.EvalSymlinks(path); err == nil {
		target = linked
	}
	switch info, err := os.Stat(target); {
	case err == nil && info.IsDir():
		return fmt.Errorf("write %s: it is a folder", path)
	case err == nil && info.Mode().Perm()&0o222 == 0:
		return fmt.Errorf("write %s: it is read-only: %w", path, fs.ErrPermission)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := scenarios.WriteFile(target, data); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}
