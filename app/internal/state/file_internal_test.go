package state

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"threep/sim"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func problem(err error) Problem {
	var f *FileError
	if errors.As(err, &f) {
		return f.Problem
	}
	return ""
}

// TestWhatLiesBesideAFile adds people to a document that was opened, and reverts to
// them: the file itself holds none.
func TestWhatLiesBesideAFile(t *testing.T) {
	d := newDocument()
	path := filepath.Join(t.TempDir(), "one.toml")
	d.Change("Seats", "", func(s *sim.Scenario) { s.Organisation.Seats = 6 })
	if err := d.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if err := d.Open(path); err != nil {
		t.Fatal(err)
	}
	people := make([]sim.RosterSeat, 6)
	d.Complete(func(s *sim.Scenario) { s.Roster = people })
	if s := d.Status(); s.Dirty || s.CanUndo() || s.Path != path || len(d.Scenario().Roster) != 6 {
		t.Fatalf("with its people: %+v, %d people", s, len(d.Scenario().Roster))
	}
	d.Change("Mandate", "", mandate(.7))
	if err := d.Revert(); err != nil || len(d.Scenario().Roster) != 6 || d.Status().Dirty {
		t.Fatalf("reverting leaves %d people, %v", len(d.Scenario().Roster), err)
	}
	// Another program has changed the number of seats: those people no longer fit.
	d.Change("Seats", "", func(s *sim.Scenario) { s.Organisation.Seats, s.Roster = 8, nil })
	data, err := d.codec.Encode(d.Scenario())
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, string(data))
	if err := d.Revert(); err != nil || len(d.Scenario().Roster) != 0 {
		t.Fatalf("of a file for eight seats %d people are left, %v", len(d.Scenario().Roster), err)
	}
}

func TestSaveOpenRevert(t *testing.T) {
	d := newDocument()
	if err := d.Save(); problem(err) != Untitled {
		t.Fatalf("saving without a name gives %v", err)
	}
	path := filepath.Join(t.TempDir(), "one.toml")
	d.Change("Mandate", "", mandate(.6))
	if err := d.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if s := d.Status(); s.Dirty || s.Path != path || !s.CanUndo() {
		t.Fatalf("after saving: %+v", s)
	}
	d.Undo()
	if !d.Status().Dirty {
		t.Fatal("undo past a save leaves the document saved")
	}
	d.Redo()
	if d.Status().Dirty {
		t.Fatal("redo to the saved value leaves the document unsaved")
	}
	d.Change("Mandate", "", mandate(.7))
	if err := d.Revert(); err != nil {
		t.Fatal(err)
	}
	if s := d.Status(); s.Dirty || d.Scenario().Decisions.Rollout.Mandate != .6 {
		t.Fatalf("after reverting: %+v", s)
	}
	d.Undo()
	if d.Scenario().Decisions.Rollout.Mandate != .7 {
		t.Fatal("reverting cannot be taken back")
	}
	if err := d.Save(); err != nil {
		t.Fatal(err)
	}
	other := newDocument()
	if err := other.Open(path); err != nil {
		t.Fatal(err)
	}
	if s := other.Status(); s.Dirty || s.CanUndo() || other.Scenario().Decisions.Rollout.Mandate != .7 {
		t.Fatalf("after opening: %+v", s)
	}
}

func TestRevertWithoutAFile(t *testing.T) {
	d := newDocument()
	d.Change("Mandate", "", mandate(.7))
	if err := d.Revert(); err != nil {
		t.Fatal(err)
	}
	if s := d.Status(); s.Dirty || d.Scenario().Decisions.Rollout.Mandate != .3 {
		t.Fatalf("after reverting: %+v", s)
	}
}

func TestAFailedLoadLeavesTheOpenDocument(t *testing.T) {
	dir := t.TempDir()
	d := newDocument()
	good := filepath.Join(dir, "good.toml")
	if err := d.SaveAs(good); err != nil {
		t.Fatal(err)
	}
	d.Change("Mandate", "", mandate(.8))
	d.Begin("drag")
	d.Update(mandate(.9))
	s, r := d.Current()
	status := d.Status()
	told := 0
	d.Subscribe(func(Event) { told++ })

	broken := filepath.Join(dir, "broken.toml")
	write(t, broken, "{ not a scenario")
	for path, want := range map[string]Problem{
		broken:                                Faulty,
		filepath.Join(dir, "none.toml"):       Missing,
		filepath.Join(dir, "no", "none.toml"): Missing,
		dir:                                   IsFolder,
		filepath.Join(dir, "good.toml", "x.toml"): "",
	} {
		err := d.Open(path)
		if err == nil || (want != "" && problem(err) != want) {
			t.Errorf("opening %s gives %v, want %s", path, err, want)
		}
		var f *FileError
		if !errors.As(err, &f) || strings.Contains(f.Sentence(), "⟦") || strings.Contains(f.Sentence(), "%!") || f.Error() == "" {
			t.Errorf("%v is no sentence", err)
		}
	}
	now, rev := d.Current()
	if now != s || rev != r || d.Status() != status || told != 0 {
		t.Fatalf("the open document changed: %+v, %d events", d.Status(), told)
	}
	d.Commit()
	d.Undo()
	if d.Scenario().Decisions.Rollout.Mandate != .8 {
		t.Fatal("the history changed")
	}
}

func TestAFileChangedByAnotherProgramIsNoticed(t *testing.T) {
	d := newDocument()
	path := filepath.Join(t.TempDir(), "one.toml")
	if err := d.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	d.Change("Mandate", "", mandate(.6))
	data, _ := os.ReadFile(path)
	touched := time.Now().Add(time.Hour)
	if err := os.Chtimes(path, touched, touched); err != nil {
		t.Fatal(err)
	}
	if d.ChangedOnDisk() {
		t.Fatal("a file that was only touched counts as changed")
	}
	write(t, path, strings.Replace(string(data), "Test", "Tost", 1)) // same size
	if err := os.Chtimes(path, touched.Add(time.Second), touched.Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	if err := d.Save(); problem(err) != ChangedOnDisk {
		t.Fatalf("saving gives %v", err)
	}
	if left, _ := os.ReadFile(path); !strings.Contains(string(left), "Tost") {
		t.Fatal("the other program's work was overwritten")
	}
	if err := d.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if d.ChangedOnDisk() || d.Status().Dirty {
		t.Fatal("not saved after overwriting")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := d.Save(); err != nil {
		t.Fatalf("a file that is gone is written anew, not: %v", err)
	}
}

func TestWritingFails(t *testing.T) {
	dir := t.TempDir()
	d := newDocument()
	d.Change("Mandate", "", mandate(.6))
	if err := d.SaveAs(filepath.Join(dir, "none", "x.toml")); problem(err) != NoFolder {
		t.Errorf("into no folder: %v", err)
	}
	if err := d.SaveAs(dir); problem(err) != IsFolder {
		t.Errorf("onto a folder: %v", err)
	}
	locked := filepath.Join(dir, "locked.toml")
	write(t, locked, "mine")
	if err := os.Chmod(locked, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveAs(locked); problem(err) != ReadOnly {
		t.Errorf("onto a read-only file: %v", err)
	}
	if data, _ := os.ReadFile(locked); string(data) != "mine" {
		t.Error("a read-only file was overwritten")
	}
	if !d.Status().Dirty || d.Status().Path != "" {
		t.Errorf("after failing: %+v", d.Status())
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".*"))
	if len(left) > 0 {
		t.Errorf("temporary files are left: %v", left)
	}
}

func TestWriteAtomicallyKeepsLinkAndPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("links and permission bits are of Unix; the content is what counts here")
	}
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	write(t, file, "old")
	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	target := link
	if err := os.Symlink(file, link); err != nil {
		target = file
	}
	if err := WriteAtomically(target, []byte("new")); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(file)
	info, _ := os.Stat(file)
	if string(data) != "new" || (runtime.GOOS != "windows" && info.Mode().Perm() != 0o640) {
		t.Fatalf("the file holds %q with %v", data, info.Mode())
	}
	if target == link {
		if l, _ := os.Lstat(link); l.Mode()&os.ModeSymlink == 0 {
			t.Fatal("the link was replaced by a file")
		}
	}
}

func TestRecentFiles(t *testing.T) {
	file := filepath.Join(t.TempDir(), "data", "recent.json")
	r, other := NewRecentFiles(file, 3), NewRecentFiles(file, 3)
	if len(r.List()) != 0 {
		t.Fatal("a list that is not there is not empty")
	}
	for _, p := range []string{"/a", "/b", "/c", "/a", "/d"} {
		if err := r.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := other.Add("/e"); err != nil {
		t.Fatal(err)
	}
	want := []string{absolute("/e"), absolute("/d"), absolute("/a")}
	if got := r.List(); !reflect.DeepEqual(got, want) {
		t.Fatalf("list is %v, want %v", got, want)
	}
	if err := r.Remove("/d"); err != nil || len(r.List()) != 2 {
		t.Fatalf("after removing one: %v, %v", r.List(), err)
	}
	write(t, file, "spoilt")
	if len(r.List()) != 0 {
		t.Fatal("a spoilt list is not empty")
	}
	if err := r.Add("/a"); err != nil || len(r.List()) != 1 {
		t.Fatalf("a spoilt list is not started anew: %v", err)
	}
	if err := r.Clear(); err != nil || len(r.List()) != 0 {
		t.Fatalf("after clearing: %v", r.List())
	}
}

func TestViewIsKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "data", "view.json")
	if v, err := LoadView(file); err != nil || !reflect.DeepEqual(v, DefaultView()) {
		t.Fatalf("first start: %+v, %v", v, err)
	}
	v := DefaultView()
	v.Graphs[1], v.TextSize = "money", 1.5
	if err := SaveView(file, v); err != nil {
		t.Fatal(err)
	}
	if got, err := LoadView(file); err != nil || !reflect.DeepEqual(got, v) {
		t.Fatalf("kept %+v, %v", got, err)
	}
	write(t, file, `{"text_size": 900}`)
	if got, err := LoadView(file); err != nil || got.TextSize != 1 {
		t.Fatalf("an unusable text size gives %+v, %v", got, err)
	}
	write(t, file, `{`)
	if got, err := LoadView(file); err == nil || !reflect.DeepEqual(got, DefaultView()) {
		t.Fatalf("a spoilt file gives %+v, %v", got, err)
	}
}

func TestOpenCopyStartsAnew(t *testing.T) {
	d := newDocument()
	d.Change("Mandate", "", mandate(.6))
	library := newScenario()
	library.Title = "From the library"
	d.OpenCopy(library)
	library.Title = "spoilt"
	if s := d.Status(); s.Dirty || s.CanUndo() || s.Path != "" || s.Title != "From the library" {
		t.Fatalf("status is %+v", s)
	}
}
