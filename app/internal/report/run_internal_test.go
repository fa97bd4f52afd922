package report

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// small is an organisation that is quick to simulate.
func small() *sim.Scenario {
	s := scenarios.Default()
	s.Organisation.Seats = 16
	s.Organisation.HorizonWeeks = 104
	return s
}

// engine keeps what is solved for all tests.
var engine = sync.OnceValue(sim.NewEngine)

func simulate(t *testing.T, s *sim.Scenario, o sim.Options) *sim.Result {
	t.Helper()
	if o.Runs == 0 {
		o.Runs = 6
	}
	o.Seed = 1
	r, err := engine().Run(context.Background(), s, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// smallResult is simulated once for all tests that only read it.
var smallResult = sync.OnceValues(func() (*sim.Result, error) {
	return engine().Run(context.Background(), small(), sim.Options{Runs: 6, Seed: 1})
})

func contentsOf(t *testing.T) *Contents {
	t.Helper()
	r, err := smallResult()
	if err != nil {
		t.Fatal(err)
	}
	return &Contents{Result: r, Program: "Simulator", Version: "9.9.9"}
}

func rosterOf(t *testing.T, s *sim.Scenario, keepNames bool) (*scenarios.Roster, *sim.Scenario) {
	t.Helper()
	o := scenarios.RosterOptionsFor(s)
	o.KeepNames = keepNames
	roster, err := scenarios.LoadRoster(filepath.Join("testdata", "people.csv"), o)
	if err != nil {
		t.Fatal(err)
	}
	with, err := scenarios.WithRoster(s, roster)
	if err != nil {
		t.Fatal(err)
	}
	return roster, with
}

// fullReport writes everything there is into a new folder.
func fullReport(t *testing.T, keepNames bool, workers int) (*Folder, *Contents) {
	t.Helper()
	roster, s := rosterOf(t, small(), keepNames)
	folder, err := OpenFolder(filepath.Join(t.TempDir(), "out"), false)
	if err != nil {
		t.Fatal(err)
	}
	people := NewPeople(roster)
	reps, err := NewReps(folder, s)
	if err != nil {
		t.Fatal(err)
	}
	r := simulate(t, s, sim.Options{Workers: workers, Records: func(run int, all []sim.PersonRecord) {
		people.Add(run, all)
		reps.Add(run, all)
	}})
	c := &Contents{Result: r, Program: "Simulator", Version: "9.9.9", Roster: roster, People: people}
	if _, err := Write(folder, c, WriteOptions{Reps: reps, Workbook: true}); err != nil {
		t.Fatal(err)
	}
	return folder, c
}

// filesOf reads every file of a folder.
func filesOf(t *testing.T, folder *Folder) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(folder.Path(), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder.Path(), path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
