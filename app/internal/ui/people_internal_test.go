package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// people is a file with a row that cannot be read, a column that means something else
// than its header says, and names.
const people = `Name,Manager,Tenure Months,Sales,Turnover,Shoe Size
Ada Quillfeather,Ines Bramblewick,40,1200,12000,38
Bertram Oxlade,Ines Bramblewick,12,700,7500,44
Cosima Vantongeren,Ines Bramblewick,90,2000,21000,39
Dorian Wexcombe,Ines Bramblewick,many,500,5200,43
Elke Marchbanks,Ines Bramblewick,8,900,9100,40
Fenno Aldersey,Ines Bramblewick,31,1100,10400,41
`

func (s *stage) peopleFile(content string) string {
	s.t.Helper()
	path := filepath.Join(s.folder, "people.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// picks are the choices of the columns, from top to bottom.
func (s *stage) picks() []*widget.Select {
	var found []*widget.Select
	s.objects(func(o fyne.CanvasObject) {
		if pick, ok := o.(*widget.Select); ok {
			found = append(found, pick)
		}
	})
	return found
}

func (s *stage) pickedAs() []string {
	var ids []string
	for _, pick := range s.picks() {
		ids = append(ids, pick.Selected)
	}
	return ids
}

func fieldName(id string) string { return assets.T("ui.people.field." + id) }

func TestPeopleAreImported(t *testing.T) {
	s := newStage(t)
	before := s.doc.Scenario()
	s.u.openAny(s.peopleFile(people))
	if len(s.u.modals) != 1 {
		t.Fatal("a file of people is not asked about")
	}
	none := assets.T("ui.people.not_used")
	if got, want := s.pickedAs(), []string{fieldName("name"), fieldName("manager"), fieldName("tenure_months"), fieldName("sales"), none, none}; !slices.Equal(got, want) {
		t.Fatalf("the columns are used as %q, want %q", got, want)
	}
	said := s.said()
	for _, want := range []string{"5 people can be read; rows left out: 1", "line 5", assets.T("ui.people.way.guessed"), assets.T("ui.people.way.kept"), assets.T("ui.people.note")} {
		if !strings.Contains(said, want) {
			t.Errorf("the box does not say %q:\n%s", want, said)
		}
	}
	s.keep("import")

	// Sales stand under another header: the column that had them is used no longer.
	s.picks()[4].SetSelected(fieldName("sales"))
	s.settle()
	if got, want := s.pickedAs(), []string{fieldName("name"), fieldName("manager"), fieldName("tenure_months"), none, fieldName("sales"), none}; !slices.Equal(got, want) {
		t.Errorf("after a choice the columns are used as %q, want %q", got, want)
	}
	// Without a tenure the row that had none in words can be read as well.
	s.picks()[2].SetSelected(none)
	s.settle()
	if said := s.said(); !strings.Contains(said, "6 people can be read.") || strings.Contains(said, "line 5") {
		t.Errorf("with the column left out the box says\n%s", said)
	}
	s.picks()[2].SetSelected(fieldName("tenure_months"))
	s.settle()
	asked := len(s.runner.asked)
	press(t, s.u.modals[0], 0)
	s.settle()
	now := s.doc.Scenario()
	if len(now.Roster) != 5 || now.Organisation.Seats != 5 || len(s.runner.asked) != asked+1 {
		t.Fatalf("%d people on %g seats, %d runs asked for", len(now.Roster), now.Organisation.Seats, len(s.runner.asked)-asked)
	}
	for _, seat := range now.Roster {
		if strings.ContainsAny(seat.Alias, "QOVWMA") || strings.Contains(seat.Manager, "Ines") || seat.Sales == nil || *seat.Sales > 3 {
			t.Errorf("a seat is %+v: it has a name, or no sales relative to the mean", seat)
		}
	}
	if !strings.Contains(s.said(), "5 people") || s.u.menu.drawn.Disabled || !s.seatsOff() {
		t.Error("the window does not say that there are people, or lets them and the seats differ")
	}
	s.u.undo()
	s.settle()
	if !slices.EqualFunc(s.doc.Scenario().Roster, before.Roster, func(a, b sim.RosterSeat) bool { return a.ID == b.ID }) || s.doc.Scenario().Organisation.Seats != before.Organisation.Seats || s.seatsOff() {
		t.Error("one undo does not bring the drawn people back")
	}
	s.u.redo()
	s.u.drawPeople()
	s.settle()
	if len(s.doc.Scenario().Roster) != 0 || !s.u.menu.drawn.Disabled {
		t.Error("the people cannot be given up again")
	}
}

// seatsOff reports whether the lever for seats is off.
func (s *stage) seatsOff() bool {
	s.u.chooseFamily("people")
	s.settle()
	defer s.u.chooseFamily("")
	return s.u.panel.drawers["people"].levers[seatsID].slider.Disabled()
}

func TestNamesAreKeptWhereAskedFor(t *testing.T) {
	s := newStage(t)
	s.u.importPeople(s.peopleFile(people))
	s.objects(func(o fyne.CanvasObject) {
		if check, ok := o.(*widget.Check); ok {
			check.SetChecked(true)
		}
	})
	press(t, s.u.modals[0], 0)
	s.settle()
	if roster := s.doc.Scenario().Roster; len(roster) != 5 || !slices.ContainsFunc(roster, func(r sim.RosterSeat) bool { return r.Alias == "Ada Quillfeather" }) {
		t.Errorf("the people are %+v", roster)
	}
}

func TestPeopleThatCannotBeRead(t *testing.T) {
	s := newStage(t)
	before := s.doc.Scenario()
	s.u.importPeople(s.peopleFile(""))
	if len(s.u.modals) != 1 || !strings.Contains(s.said(), "empty") {
		t.Fatalf("an empty file is not told of:\n%s", s.said())
	}
	s.u.typedKey(key(fyne.KeyEscape))
	// No header is known: the columns are listed, and nobody can be used until one is.
	s.u.importPeople(s.peopleFile("a,b\n10,20\n30,40\n50,60\n70,80\n90,15\n"))
	if picks := s.picks(); len(picks) != 2 {
		t.Fatalf("%d columns are listed", len(picks))
	}
	press(t, s.u.modals[0], 0)
	s.settle()
	if len(s.u.modals) != 1 || s.doc.Scenario() != before {
		t.Fatal("people were used that cannot be read")
	}
	s.picks()[1].SetSelected(fieldName("sales"))
	s.settle()
	press(t, s.u.modals[0], 0)
	s.settle()
	if len(s.doc.Scenario().Roster) != 5 {
		t.Errorf("%d people after the columns were named", len(s.doc.Scenario().Roster))
	}
}

// TestPeopleAreSavedBesideTheScenario saves, opens and reverts a scenario with people,
// and looks for names in what was written.
func TestPeopleAreSavedBesideTheScenario(t *testing.T) {
	s := newStage(t)
	s.u.importPeople(s.peopleFile(people))
	press(t, s.u.modals[0], 0)
	s.settle()
	path := filepath.Join(s.folder, "mine.toml")
	s.u.saveTo(path, nil)
	s.settle()
	saved := scenarios.Digest(s.doc.Scenario())
	data, err := os.ReadFile(filepath.Join(s.folder, "mine.people.csv"))
	if err != nil {
		t.Fatal(err)
	}
	toml, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Quillfeather", "Oxlade", "Bramblewick"} {
		if bytes.Contains(data, []byte(name)) || bytes.Contains(toml, []byte(name)) {
			t.Errorf("what was saved holds the name %s", name)
		}
	}
	if s.doc.Status().Dirty {
		t.Error("after saving there is unsaved work")
	}
	// The command line makes the same of both files.
	plain, err := scenarios.Parse(toml, path)
	if err != nil {
		t.Fatal(err)
	}
	roster, err := scenarios.ParseRoster(data, "mine.people.csv", scenarios.RosterOptionsFor(plain))
	if err != nil {
		t.Fatal(err)
	}
	if with, err := scenarios.WithRoster(plain, roster); err != nil || scenarios.Digest(with) != saved {
		t.Errorf("read by the command line, the people are others: %v", err)
	}

	s.u.newScenario()
	s.u.openFile(path)
	s.settle()
	if len(s.u.modals) != 1 || len(s.doc.Scenario().Roster) != 0 {
		t.Fatal("people beside a scenario are not asked about")
	}
	press(t, s.u.modals[0], 0)
	s.settle()
	if got := scenarios.Digest(s.doc.Scenario()); got != saved {
		t.Error("the scenario that was opened is not the one that was saved")
	}
	if status := s.doc.Status(); status.Dirty || status.CanUndo() {
		t.Errorf("what was opened is unsaved or can be undone: %+v", status)
	}

	s.doc.Change("a step", "", func(c *sim.Scenario) { c.Decisions.Training.Hours = 5 })
	if err := s.doc.Revert(); err != nil || scenarios.Digest(s.doc.Scenario()) != saved {
		t.Errorf("reverted, the scenario is another: %v", err)
	}
	s.u.save(nil)
	s.settle()
	if len(s.u.modals) != 0 {
		t.Error("the program asks whether it may write over what it wrote")
	}
	// Somebody else's file of that name is asked about.
	if err := os.WriteFile(filepath.Join(s.folder, "mine.people.csv"), []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.doc.Change("a step", "", func(c *sim.Scenario) { c.Decisions.Training.Hours = 5 })
	s.u.save(nil)
	s.settle()
	if now, err := os.ReadFile(filepath.Join(s.folder, "mine.people.csv")); len(s.u.modals) != 1 || err != nil || string(now) != "precious" {
		t.Error("a file that the program did not write was written over without a question")
	}
}
