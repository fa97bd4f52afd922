package scenarios

import (
	"fmt"

	"threep/sim"
)

// Roster is what was read from a file of real people: the seats for a scenario,
// how each column was used, and what could not be used.
type Roster struct {
	// Seats holds one seat for each usable row, in the order of seat ids, so
	// that the order of rows in the file does not matter.
	Seats []sim.RosterSeat
	// Columns says for each column of the file, in its order, what it was used for.
	Columns []ColumnUse
	// Rejected lists every row that was left out, with each reason.
	Rejected []RowFault
	// Extra holds, by seat id, the values of the columns that are kept but not
	// used, in the order of ExtraColumns.
	Extra        map[string][]string
	ExtraColumns []string
	// NamesKept tells that aliases are the names of the file, as was asked for.
	NamesKept bool
	// Delimiter and DecimalComma tell how the file was read.
	Delimiter    rune
	DecimalComma bool

	traits []sim.Trait // of the catalogue it was read with
}

// ColumnUse says what a column of the file was used for.
type ColumnUse struct {
	Column string // header as in the file
	Field  string // id of the field; empty where the column is not used
	How    ColumnHow
	// Reading says on what scale numbers were read, with their least and greatest;
	// empty where the field leaves no doubt.
	Reading   ColumnReading
	Low, High float64
}

// ColumnHow is how a column found its use.
type ColumnHow string

// The ways of a column.
const (
	ColumnGiven    ColumnHow = "given"    // the user mapped it
	ColumnGuessed  ColumnHow = "guessed"  // its header is a known name of the field
	ColumnKept     ColumnHow = "kept"     // it maps to nothing: kept, and exported
	ColumnPersonal ColumnHow = "personal" // it holds names or addresses: not exported unless names are kept
)

// RowFault is one reason for which a row was left out.
type RowFault struct {
	Line   int // of the file, from 1
	Reason string
}

// String is the fault as one line.
func (f RowFault) String() string { return fmt.Sprintf("line %d: %s", f.Line, f.Reason) }

// RosterOptions tells how to read a roster. The zero value guesses everything
// and turns names into aliases.
type RosterOptions struct {
	// Map gives the column of a field, by its header, or by its number as "#3";
	// an empty header says that no column gives it, whatever a header suggests.
	Map map[string]string
	// KeepNames keeps the names of people as their aliases.
	KeepNames bool
	// AsOf is the day to which tenure is counted from a hire date, YYYY-MM-DD.
	AsOf string
	// Traits and Roles are the catalogue's; empty means the shipped ones.
	Traits []sim.Trait
	Roles  []sim.Role
}

// RosterOptionsFor returns options that fit s: its traits, roles and start date.
func RosterOptionsFor(s *sim.Scenario) RosterOptions {
	return RosterOptions{AsOf: s.Organisation.StartDate, Traits: s.Catalogue.Traits, Roles: s.Catalogue.Roles}
}

// RosterSizeError says that a roster has too few people for an organisation, or too
// many.
type RosterSizeError struct{ People, Least, Most int }

// Error says how many people it takes.
func (e *RosterSizeError) Error() string {
	if e.People < e.Least {
		return fmt.Sprintf("a roster needs at least %d people; %d could be read", e.Least, e.People)
	}
	return fmt.Sprintf("a roster holds at most %d people; %d were read", e.Most, e.People)
}

// CheckSize returns a *RosterSizeError where the roster has fewer people than an
// organisation can have seats, or more; else nil.
func (r *Roster) CheckSize() error {
	row, ok := table().Lookup("organisation.seats")
	if !ok {
		return nil
	}
	if n := float64(len(r.Seats)); n < row.Min || n > row.Max {
		return &RosterSizeError{People: len(r.Seats), Least: int(row.Min), Most: int(row.Max)}
	}
	return nil
}

// WithRoster returns a copy of s whose seats are those of r, with as many seats
// and the same mix of roles. Where there are too few people or too many the error is a
// *RosterSizeError; else it holds every fault of the result.
func WithRoster(s *sim.Scenario, r *Roster) (*sim.Scenario, error) {
	if err := r.CheckSize(); err != nil {
		return nil, err
	}
	c := s.Clone()
	c.Roster = append([]sim.RosterSeat(nil), r.Seats...)
	c.Organisation.Seats = float64(len(r.Seats))
	first := ""
	if len(s.Organisation.Roles) > 0 {
		first = s.Organisation.Roles[0].Role
	}
	count := map[string]int{}
	for _, seat := range r.Seats {
		if seat.Role == "" {
			seat.Role = first
		}
		count[seat.Role]++
	}
	c.Organisation.Roles = nil
	for i := range c.Catalogue.Roles {
		if id := c.Catalogue.Roles[i].ID; count[id] > 0 {
			c.Organisation.Roles = append(c.Organisation.Roles, sim.RoleShare{Role: id, Share: float64(count[id]) / float64(len(r.Seats))})
		}
	}
	if err := Validate(c); err != nil {
		return nil, fmt.Errorf("putting the roster into the scenario: %w", err)
	}
	return c, nil
}
