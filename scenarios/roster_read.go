package scenarios

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode"

	"threep/sim"
)

// LoadRoster reads a roster from a CSV file; see ParseRoster.
func LoadRoster(path string, o RosterOptions) (*Roster, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading roster: %w", err)
	}
	return ParseRoster(data, path, o)
}

// ParseRoster reads a roster of real people from the bytes of a CSV file with a
// header: cut by comma, semicolon or tab, in UTF-8 with or without a mark, with
// decimal point or comma. name is the file's, for messages.
//
// Columns are mapped to fields as o.Map says, else by their headers. Rows that
// cannot be used are left out and listed with their reasons; where none can be
// used, or the mapping is at fault, the error is a *FaultError with everything.
//
// A seat is known by its seat column; without one by a digest of the name, and
// without a name by a digest of the row's cells, so that neither the order of
// rows nor that of columns changes who is who. What stands in the seat column is
// kept as the id where it can be no name: digits, with at most three letters in a
// row and the signs - _ . / # between. Anything else is replaced by its digest,
// unless names are kept.
//
// Traits and savvy are taken as standard deviations from the labour market's
// mean, but standardised within the roster where the column is clearly on a scale
// of its own, such as 1 to 5; the use of each column says so. Ratings are always
// standardised within the roster; potential, accounts, presence and workload become ratios to
// the roster's geometric mean, sales and quota to its mean sales.
func ParseRoster(data []byte, name string, o RosterOptions) (*Roster, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if f, ok := encodingFault(data); !ok {
		return nil, faultError(name, []Fault{f})
	}
	if len(o.Traits) == 0 {
		o.Traits = Catalogue().Traits
	}
	if len(o.Roles) == 0 {
		o.Roles = Catalogue().Roles
	}
	t, faults := readTable(data)
	if len(faults) > 0 {
		return nil, faultError(name, faults)
	}
	plan, faults := planColumns(t.header, o)
	if len(faults) > 0 {
		return nil, faultError(name, faults)
	}
	r := newRosterReader(&t, &plan, o)
	r.dropBadGuesses()
	for _, row := range t.rows {
		r.row(row)
	}
	r.identify()
	if len(r.drafts) == 0 {
		return nil, faultError(name, r.noUsableRow())
	}
	return r.roster(), nil
}

// draft is a row on its way to a seat.
type draft struct {
	seat    sim.RosterSeat
	line    int
	cells   []string
	name    string // as in the file; empty where it gives none
	manager string // as in the file
}

// rosterReader turns rows into seats.
type rosterReader struct {
	table        *rosterTable
	plan         *columnPlan
	options      RosterOptions
	decimalComma bool
	isTrait      map[string]bool
	scales       map[string]scale // by field, of those that should be standard deviations
	words        map[string]bool  // names of people, whole and in parts, in small letters
	drafts       []draft
	rejected     []RowFault
}

func newRosterReader(t *rosterTable, p *columnPlan, o RosterOptions) *rosterReader {
	r := &rosterReader{table: t, plan: p, options: o, isTrait: map[string]bool{}, scales: map[string]scale{}, words: map[string]bool{}}
	for _, trait := range o.Traits {
		r.isTrait[trait.ID] = true
	}
	var numbers []string
	for _, field := range p.fieldsInOrder() {
		for _, row := range t.rows {
			cell := row.cells[p.column[field]]
			switch {
			case field == fieldName || field == fieldFirstName || field == fieldLastName || field == fieldManager:
				r.noteName(cell)
			case field == fieldSeat && !o.KeepNames:
				r.noteSeat(cell)
			case r.isNumber(field) && !missing(cell):
				numbers = append(numbers, cell)
			}
		}
	}
	r.decimalComma = usesDecimalComma(numbers, t.delimiter)
	r.noteScales()
	r.rejected = append(r.rejected, t.rejected...)
	return r
}

// dropBadGuesses takes back what was guessed from a header where fewer than half
// of the column's cells can be read: its header meant something else.
func (r *rosterReader) dropBadGuesses() {
	for _, field := range r.plan.fieldsInOrder() {
		column := r.plan.column[field]
		if r.plan.uses[column].How != ColumnGuessed {
			continue
		}
		known, read := 0, 0
		for _, row := range r.table.rows {
			if missing(row.cells[column]) {
				continue
			}
			known++
			if r.cell(&draft{}, field, row.cells[column]) == nil {
				read++
			}
		}
		if 2*read < known {
			r.plan.drop(field)
		}
	}
}

// minNamePart is the shortest part of a name that is taken for one elsewhere.
const minNamePart = 3

// noteName remembers a person's name and its longer parts, so that they are not
// repeated where only aliases may stand.
func (r *rosterReader) noteName(cell string) {
	if missing(cell) || isVacancy(cell) || isTotal(cell) {
		return
	}
	cell = strings.ToLower(cell)
	r.words[cell] = true
	for _, part := range strings.FieldsFunc(cell, func(c rune) bool { return c == ' ' || c == ',' || c == '.' }) {
		if len([]rune(part)) >= minNamePart && !isTitle(part) {
			r.words[part] = true
		}
	}
}

// isTitle holds for words beside names that name nobody.
func isTitle(word string) bool {
	switch word {
	case "rep", "manager", "sales", "team", "seat", "lead", "leader", "district", "region", "regional", "mrs", "the", "and", "von", "van", "der", "del", "for":
		return true
	}
	return false
}

// holdsName reports whether text contains a name of the roster as a word.
func (r *rosterReader) holdsName(text string) bool {
	text = strings.ToLower(text)
	if r.words[text] {
		return true
	}
	for _, part := range strings.FieldsFunc(text, func(c rune) bool {
		return strings.ContainsRune(" ,.;:/-_()@'", c)
	}) {
		if len([]rune(part)) >= minNamePart && r.words[part] {
			return true
		}
	}
	return false
}

func (r *rosterReader) isNumber(field string) bool {
	switch field {
	case fieldSeat, fieldName, fieldFirstName, fieldLastName, fieldAlias, fieldRole, fieldTeam, fieldManager, fieldHireDate, fieldVacant:
		return false
	}
	return true
}

// shown quotes a cell for a reason, unless a name may be in it.
func (r *rosterReader) shown(cell string) string {
	if r.holdsName(cell) {
		return "a cell with a name"
	}
	return describeValue(cell)
}

// noUsableRow lists why no row could be used.
func (r *rosterReader) noUsableRow() []Fault {
	faults := []Fault{{Reason: FaultNoRow, Message: "no row can be used; mend the rows named below, or the mapping of columns: " + r.mapping()}}
	if len(r.rejected) == 0 {
		faults[0] = Fault{Message: "there is no row below the header; give one line a person"}
	}
	for _, f := range r.rejected {
		faults = append(faults, Fault{Line: f.Line, Message: f.Reason})
	}
	return faults
}

// mapping is the use of columns in one line.
func (r *rosterReader) mapping() string {
	var parts []string
	for _, u := range r.plan.uses {
		if u.Field != "" {
			parts = append(parts, u.Field+"="+u.Column)
		}
	}
	return strings.Join(parts, ", ")
}

// roster standardises the drafts and puts the result together.
func (r *rosterReader) roster() *Roster {
	r.standardise()
	r.sayScales()
	out := &Roster{
		Columns: r.plan.uses, Rejected: r.rejected, Extra: map[string][]string{},
		NamesKept: r.options.KeepNames, traits: r.options.Traits, Delimiter: r.table.delimiter, DecimalComma: r.decimalComma,
	}
	sort.SliceStable(out.Rejected, func(i, j int) bool { return out.Rejected[i].Line < out.Rejected[j].Line })
	r.name()
	var extra []int
	for i := range out.Columns {
		u := &out.Columns[i]
		if u.How == ColumnKept && r.columnHoldsNames(i) {
			u.How = ColumnPersonal
		}
		if u.How == ColumnKept || u.How == ColumnPersonal && r.options.KeepNames {
			extra = append(extra, i)
			out.ExtraColumns = append(out.ExtraColumns, u.Column)
		}
	}
	for _, d := range r.drafts {
		out.Seats = append(out.Seats, d.seat)
		values := make([]string, len(extra))
		for i, column := range extra {
			values[i] = d.cells[column]
		}
		out.Extra[d.seat.ID] = values
	}
	return out
}

// columnHoldsNames reports whether a column repeats names of the roster, or
// itself looks like names or addresses of people.
func (r *rosterReader) columnHoldsNames(column int) bool {
	filled, alike := 0, 0
	different := map[string]bool{}
	for _, row := range r.table.rows {
		cell := row.cells[column]
		if missing(cell) {
			continue
		}
		if r.holdsName(cell) {
			return true
		}
		filled++
		different[cell] = true
		if looksPersonal(cell) {
			alike++
		}
	}
	return filled > 0 && 2*alike > filled && 4*len(different) > 3*filled
}

// looksPersonal holds for mail addresses and for two to four words that each begin
// with a capital, as "Ada Ebner" or "Ebner, Ada".
func looksPersonal(cell string) bool {
	if strings.Contains(cell, "@") {
		return true
	}
	words := strings.FieldsFunc(cell, func(c rune) bool { return c == ' ' || c == ',' })
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		for i, c := range w {
			if i == 0 && !unicode.IsUpper(c) || !unicode.IsLetter(c) && !strings.ContainsRune(".'-", c) {
				return false
			}
		}
	}
	return true
}
