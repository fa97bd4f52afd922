package state

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"threep/sim"
)

// clock is a timer that a test lets run.
type clock struct {
	mu    sync.Mutex
	due   []func()
	delay time.Duration
}

func (c *clock) after(delay time.Duration, f func()) func() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.delay = delay
	c.due = append(c.due, f)
	i := len(c.due) - 1
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.due[i] = nil
	}
}

func (c *clock) pending() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := 0
	for _, f := range c.due {
		if f != nil {
			n++
		}
	}
	return n
}

func (c *clock) run() {
	c.mu.Lock()
	due := c.due
	c.due = nil
	c.mu.Unlock()
	for _, f := range due {
		if f != nil {
			f()
		}
	}
}

func startAutosave(t *testing.T, d *Document, folder string) (*Autosave, *clock) {
	t.Helper()
	c := new(clock)
	a, err := StartAutosave(d, AutosaveConfig{Folder: folder, After: c.after, Now: func() time.Time { return time.Unix(1000, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close(false) })
	return a, c
}

// crash lets go of the lock, as the system does for a program that ends.
func crash(a *Autosave) {
	a.cancel()
	_ = a.lock.Close()
}

func TestWorkComesBackAfterACrash(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "autosave")
	d := newDocument()
	path := filepath.Join(t.TempDir(), "one.toml")
	if err := d.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	a, c := startAutosave(t, d, folder)
	tenure := 4.5
	d.Change("People", "", func(s *sim.Scenario) { s.Roster = []sim.RosterSeat{{ID: "s1", Alias: "A", Tenure: &tenure}} })
	d.Change("Mandate", "", mandate(.6))
	d.Change("Mandate", "", mandate(.7))
	if c.pending() != 1 || c.delay > 2*time.Second {
		t.Fatalf("%d timers run, of %v", c.pending(), c.delay)
	}
	c.run()
	if got, err := Orphans(folder, jsonCodec); err != nil || len(got) != 0 {
		t.Fatalf("a running program's work is offered: %v, %v", got, err)
	}
	crash(a)

	found, err := Orphans(folder, jsonCodec)
	if err != nil || len(found) != 1 {
		t.Fatalf("found %v, %v", found, err)
	}
	o := found[0]
	if o.Title != "Test" || o.Path != path || !o.Saved.Equal(time.Unix(1000, 0)) || o.Err != nil {
		t.Fatalf("offered %+v", o)
	}
	if again, _ := Orphans(folder, jsonCodec); len(again) != 0 {
		t.Fatal("two programs are offered the same work")
	}
	next := newDocument()
	if err := next.Restore(o); err != nil {
		t.Fatal(err)
	}
	s := next.Scenario()
	if s.Decisions.Rollout.Mandate != .7 || len(s.Roster) != 1 || *s.Roster[0].Tenure != 4.5 {
		t.Fatalf("restored %+v", s)
	}
	if st := next.Status(); !st.Dirty || st.Path != path {
		t.Fatalf("restored as %+v", st)
	}
	if next.ChangedOnDisk() {
		t.Fatal("the file counts as changed, but nobody did")
	}
	write(t, path, "another program")
	if err := next.Save(); problem(err) != ChangedOnDisk {
		t.Fatalf("saving recovered work over another program's gives %v", err)
	}
	if err := o.Release(); err != nil {
		t.Fatal(err)
	}
	found, _ = Orphans(folder, jsonCodec)
	if len(found) != 1 {
		t.Fatal("released work is not offered again")
	}
	if err := found[0].Discard(); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Fatalf("%v is left", left)
	}
}

func TestSavingTakesTheAutosaveAway(t *testing.T) {
	folder := t.TempDir()
	d := newDocument()
	a, c := startAutosave(t, d, folder)
	d.Change("Mandate", "", mandate(.6))
	c.run()
	file := filepath.Join(a.folder, savedName)
	if _, err := os.Stat(file); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveAs(filepath.Join(t.TempDir(), "x.toml")); err != nil {
		t.Fatal(err)
	}
	c.run()
	if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("the autosave of saved work is left: %v", err)
	}
	if err := a.Close(false); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Fatalf("%v is left after a clean end", left)
	}
}

func TestCloseKeepsWorkIfAsked(t *testing.T) {
	folder := t.TempDir()
	d := newDocument()
	a, c := startAutosave(t, d, folder)
	d.Change("Mandate", "", mandate(.6))
	if err := a.Close(true); err != nil {
		t.Fatal(err)
	}
	if c.pending() != 0 {
		t.Fatal("a timer runs after Close")
	}
	found, err := Orphans(folder, jsonCodec)
	if err != nil || len(found) != 1 {
		t.Fatalf("found %v, %v", found, err)
	}
	_ = found[0].Discard()
}

func TestTwoProgramsDoNotShareAnAutosave(t *testing.T) {
	folder := t.TempDir()
	one, first := startAutosave(t, newDocument(), folder)
	two, second := startAutosave(t, newDocument(), folder)
	one.doc.Change("Mandate", "", mandate(.6))
	two.doc.Change("Mandate", "", mandate(.7))
	first.run()
	second.run()
	if one.folder == two.folder {
		t.Fatal("both write into one folder")
	}
	crash(one)
	found, err := Orphans(folder, jsonCodec)
	if err != nil || len(found) != 1 || found[0].scenario.Decisions.Rollout.Mandate != .6 {
		t.Fatalf("found %v, %v", found, err)
	}
	_ = found[0].Release()
}

func TestAnUnreadableAutosaveIsOfferedWithItsFault(t *testing.T) {
	folder := t.TempDir()
	d := newDocument()
	a, c := startAutosave(t, d, folder)
	d.Change("Mandate", "", mandate(.6))
	c.run()
	write(t, filepath.Join(a.folder, savedName), "{")
	crash(a)
	found, err := Orphans(folder, jsonCodec)
	if err != nil || len(found) != 1 || found[0].Err == nil {
		t.Fatalf("found %v, %v", found, err)
	}
	if err := d.Restore(found[0]); problem(err) != Faulty {
		t.Fatalf("restoring gives %v", err)
	}
	if d.Scenario().Decisions.Rollout.Mandate != .6 {
		t.Fatal("the open document changed")
	}
	_ = found[0].Release()
}

func TestAFailingAutosaveIsTold(t *testing.T) {
	d := newDocument()
	full := errors.New("no space left")
	c := new(clock)
	a, err := StartAutosave(d, AutosaveConfig{Folder: t.TempDir(), After: c.after, Write: func(string, []byte) error { return full }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = a.Close(false) }()
	var told error
	d.Subscribe(func(e Event) {
		if f, ok := e.(AutosaveFailed); ok {
			told = f.Err
		}
	})
	d.Change("Mandate", "", mandate(.6))
	c.run()
	if !errors.Is(told, full) {
		t.Fatalf("told %v", told)
	}
}

// TestLockEndsWithItsProgram kills a real program that holds the lock.
func TestLockEndsWithItsProgram(t *testing.T) {
	if folder := os.Getenv("THREEP_TEST_AUTOSAVE"); folder != "" {
		d := newDocument()
		a, err := StartAutosave(d, AutosaveConfig{Folder: folder})
		if err != nil {
			t.Fatal(err)
		}
		d.Change("Mandate", "", mandate(.6))
		if err := a.Flush(); err != nil {
			t.Fatal(err)
		}
		_, _ = os.Stdout.WriteString("ready\n")
		select {}
	}
	folder := t.TempDir()
	program := exec.Command(os.Args[0], "-test.run=^TestLockEndsWithItsProgram$")
	program.Env = append(os.Environ(), "THREEP_TEST_AUTOSAVE="+folder)
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	ready := make([]byte, 6)
	if _, err := out.Read(ready); err != nil {
		t.Fatal(err)
	}
	if found, err := Orphans(folder, jsonCodec); err != nil || len(found) != 0 {
		t.Fatalf("a running program's work is offered: %v, %v", found, err)
	}
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = program.Wait()
	found, err := Orphans(folder, jsonCodec)
	if err != nil || len(found) != 1 || found[0].Err != nil {
		t.Fatalf("found %v, %v", found, err)
	}
	if err := found[0].Discard(); err != nil {
		t.Fatal(err)
	}
}
