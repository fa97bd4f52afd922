package report

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func TestOpenFolder(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "full", "mine.txt"), "mine")
	writeFile(t, filepath.Join(dir, "file"), "no folder")
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		force bool
		want  error
	}{
		{"new/with/parents", false, nil},
		{"empty", false, nil},
		{"full", false, ErrNotEmpty},
		{"full", true, nil},
		{"file", false, ErrNotFolder},
		{"file", true, ErrNotFolder},
	} {
		f, err := OpenFolder(filepath.Join(dir, c.name), c.force)
		if !errors.Is(err, c.want) || (c.want == nil) != (f != nil) {
			t.Errorf("open %s, force %v: %v, want %v", c.name, c.force, err, c.want)
		}
		if c.want != nil {
			continue
		}
		if left, _ := filepath.Glob(filepath.Join(f.Path(), ".threep-*")); len(left) > 0 {
			t.Errorf("open %s leaves %v", c.name, left)
		}
	}
}

func TestAbandonedFolderGoesOnlyWhenNewAndEmpty(t *testing.T) {
	dir := t.TempDir()
	fresh, err := OpenFolder(filepath.Join(dir, "fresh"), false)
	if err != nil {
		t.Fatal(err)
	}
	fresh.Abandon()
	if exists(fresh.Path()) {
		t.Error("a new folder without files is left behind")
	}
	old, err := OpenFolder(dir, true)
	if err != nil {
		t.Fatal(err)
	}
	old.Abandon()
	if !exists(dir) {
		t.Error("a folder that was there before is gone")
	}
	used, err := OpenFolder(filepath.Join(dir, "used"), false)
	if err != nil {
		t.Fatal(err)
	}
	if err := used.writeBytes(SummaryFile, []byte("{}")); err != nil {
		t.Fatal(err)
	}
	used.Abandon()
	if !exists(filepath.Join(used.Path(), SummaryFile)) {
		t.Error("a folder with a file is gone")
	}
}

func TestFilesAppearWholeOrNotAtAll(t *testing.T) {
	f, err := OpenFolder(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.writeBytes(WeeklyFile, []byte("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err = f.write(WeeklyFile, func(w io.Writer) error {
		if _, err := w.Write([]byte("half a")); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("a fault of filling is %v", err)
	}
	data, err := os.ReadFile(filepath.Join(f.Path(), WeeklyFile))
	if err != nil || string(data) != "old" {
		t.Errorf("the file holds %q, %v; want the old one", data, err)
	}
	if entries, _ := os.ReadDir(f.Path()); len(entries) != 1 {
		t.Errorf("%d entries are left, want 1", len(entries))
	}
}

func TestFinishRemovesAnEarlierReportOnly(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{RepsFile, WorkbookFile, "figures/money.svg", "notes.txt", "figures/mine.svg"} {
		writeFile(t, filepath.Join(dir, name), "old")
	}
	f, err := OpenFolder(dir, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.writeBytes("figures/money.svg", []byte("new")); err != nil {
		t.Fatal(err)
	}
	if err := f.Finish(); err != nil {
		t.Fatal(err)
	}
	var left []string
	for name, data := range filesOf(t, f) {
		left = append(left, name+" "+string(data))
	}
	slices.Sort(left)
	want := []string{"figures/mine.svg old", "figures/money.svg new", "notes.txt old"}
	if !slices.Equal(left, want) {
		t.Errorf("left are %v, want %v", left, want)
	}
}
