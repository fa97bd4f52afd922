package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"fyne.io/fyne/v2"

	"threep/app/internal/report"
	"threep/app/internal/state"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// peopleExtensions are those of files of people.
func peopleExtensions() []string { return []string{".csv", ".tsv", ".txt"} }

// isPeople tells a file of people from a scenario by its name.
func isPeople(path string) bool {
	return slices.Contains(peopleExtensions(), strings.ToLower(filepath.Ext(path)))
}

// choosePeople asks for a file of people.
func (u *UI) choosePeople() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			u.fail(err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		u.note(file.Close())
		u.importPeople(path)
	}, u.window)
	d.SetFilter(storage.NewExtensionFileFilter(peopleExtensions()))
	u.showFileDialog(d)
}

// openAny opens what was dropped on the window: people, or a scenario.
func (u *UI) openAny(path string) {
	if isPeople(path) {
		u.importPeople(path)
		return
	}
	u.guard(func() { u.openFile(path) })
}

// usePeople makes the people of a roster the organisation's, as one step of undo.
func (u *UI) usePeople(roster *scenarios.Roster) {
	with, err := withPeople(u.doc.Scenario(), roster)
	if err != nil {
		u.fail(err)
		return
	}
	u.newPeople = true
	u.doc.Change(assets.T("ui.people.step"), "", func(s *sim.Scenario) { *s = *with })
}

// withPeople returns a scenario with the people of a roster, told apart.
func withPeople(s *sim.Scenario, roster *scenarios.Roster) (*sim.Scenario, error) {
	report.Distinguish(roster)
	return scenarios.WithRoster(s, roster)
}

// drawPeople goes back to people who are drawn, as many as there are seats.
func (u *UI) drawPeople() {
	if len(u.doc.Scenario().Roster) == 0 {
		return
	}
	u.doc.Change(assets.T("ui.people.step_drawn"), "", func(s *sim.Scenario) { s.Roster = nil })
}

// A scenario file holds no people. They stand beside it, in a file that carries its
// name: what was opened there, and what is written there, is known by its content, so
// that no other file is ever written over without a question.

// encodePeople writes the people of a scenario as a roster that reads back the same.
func encodePeople(s *sim.Scenario) ([]byte, error) {
	var b bytes.Buffer
	// What results may show of a person is what the file may show: an alias, or the
	// name where the user has kept it.
	roster := scenarios.Roster{Seats: s.Roster, NamesKept: true}
	err := roster.Export(&b)
	return b.Bytes(), err
}

// savePeople writes the people beside the scenario file that was just saved, and then
// goes on.
func (u *UI) savePeople(path string, next func()) {
	said := widgets.Toast{Text: assets.F("ui.saved", filepath.Base(path), filepath.Dir(path))}
	done := func() {
		u.toasts.Show(said)
		if next != nil {
			next()
		}
	}
	s := u.doc.Scenario()
	if len(s.Roster) == 0 {
		done()
		return
	}
	file := report.PeopleBeside(path)
	data, err := encodePeople(s)
	if err != nil {
		u.fail(err)
		return
	}
	write := func() {
		if err := state.WriteAtomically(file, data); err != nil {
			u.fail(err)
			return
		}
		u.beside = data
		said.Text = assets.F("ui.people.saved", filepath.Base(path), filepath.Base(file), filepath.Dir(path))
		done()
	}
	old, err := os.ReadFile(file)
	if err == nil && !bytes.Equal(old, u.beside) && !bytes.Equal(old, data) {
		u.ask(assets.T("ui.replace.title"), assets.F("ui.people.replace", filepath.Base(file))).
			add(assets.T("ui.replace.yes"), true, write).
			cancel(assets.T("ui.people.replace_no")).show()
		return
	}
	write()
}

// offerBeside asks whether the people beside a scenario that was opened are its.
func (u *UI) offerBeside(path string) {
	file := report.PeopleBeside(path)
	data, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return
	}
	options := scenarios.RosterOptionsFor(u.doc.Scenario())
	options.KeepNames = true // it shows no more than was allowed when it was written
	var roster *scenarios.Roster
	if err == nil {
		roster, err = scenarios.ParseRoster(data, file, options)
	}
	if err != nil {
		log := u.log
		log.Warn("people beside the scenario", "file", file, "error", err)
		u.toasts.Show(widgets.Toast{Text: assets.F("ui.people.beside_broken", filepath.Base(file)), Stay: true})
		return
	}
	u.ask(assets.T("ui.people.beside_title"), assets.F("ui.people.beside", filepath.Base(file), len(roster.Seats))).
		add(assets.T("ui.people.beside_yes"), true, func() {
			with, err := withPeople(u.doc.Scenario(), roster)
			if err != nil {
				u.fail(err)
				return
			}
			u.beside, u.newPeople = data, true
			u.doc.Complete(func(s *sim.Scenario) { *s = *with })
		}).
		cancel(assets.T("ui.people.beside_no")).show()
}
