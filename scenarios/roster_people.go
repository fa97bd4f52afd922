package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// identify gives every draft its seat id, rejects ids given twice, and sorts the
// drafts by id.
func (r *rosterReader) identify() {
	_, hasSeat := r.plan.column[fieldSeat]
	r.rejectTwice()
	names := map[string]int{}
	for _, d := range r.drafts {
		names[d.name]++
	}
	order := r.columnsByHeader()
	for i := range r.drafts {
		d := &r.drafts[i]
		switch {
		case hasSeat && d.seat.ID != "" && !r.options.KeepNames && (!plainID(d.seat.ID) || r.holdsName(d.seat.ID)):
			d.seat.ID = digestID("seat", d.seat.ID)
		case hasSeat && d.seat.ID != "":
		case d.name != "" && names[d.name] == 1:
			d.seat.ID = digestID("name", d.name)
		default:
			d.seat.ID = digestID(append([]string{"row"}, pick(d.cells, order)...)...)
		}
	}
	sort.SliceStable(r.drafts, func(i, j int) bool { return naturalLess(r.drafts[i].seat.ID, r.drafts[j].seat.ID) })
	r.tellApart()
	sort.SliceStable(r.drafts, func(i, j int) bool { return naturalLess(r.drafts[i].seat.ID, r.drafts[j].seat.ID) })
}

// maxIDLetters is the longest run of letters in an id that can be no name.
const maxIDLetters = 3

// plainID reports whether an id can be no name: it has a digit, no more than three
// letters in a row, and between them only signs that ids have. A digest of this
// program is one too.
func plainID(id string) bool {
	if isDigest(id) {
		return true
	}
	letters, digits := 0, 0
	for _, c := range id {
		switch {
		case c >= '0' && c <= '9':
			digits++
			letters = 0
		case unicode.IsLetter(c):
			if letters++; letters > maxIDLetters {
				return false
			}
		case strings.ContainsRune("-_./#", c):
			letters = 0
		default:
			return false
		}
	}
	return digits > 0
}

// isDigest reports whether an id is of the form that digestID and tellApart give.
func isDigest(id string) bool {
	digest, number, numbered := strings.Cut(id, "-")
	if numbered && (number == "" || !allDigits(number)) {
		return false
	}
	rest, ok := strings.CutPrefix(digest, "p")
	_, err := hex.DecodeString(rest)
	return ok && err == nil && len(rest) == 2*idBytes && rest == strings.ToLower(rest)
}

// noteSeat remembers what stands in the seat column as a name where it may be one:
// words without a digit.
func (r *rosterReader) noteSeat(cell string) {
	if !plainID(cell) && !strings.ContainsAny(cell, "0123456789") {
		r.noteName(cell)
	}
}

// tellApart numbers rows that are alike in every cell; which of them gets which
// number makes no difference.
func (r *rosterReader) tellApart() {
	taken, count := map[string]bool{}, map[string]int{}
	for _, d := range r.drafts {
		taken[d.seat.ID] = true
	}
	for i := range r.drafts {
		base := r.drafts[i].seat.ID
		count[base]++
		if count[base] == 1 {
			continue
		}
		id := fmt.Sprintf("%s-%d", base, count[base])
		for taken[id] {
			count[base]++
			id = fmt.Sprintf("%s-%d", base, count[base])
		}
		taken[id] = true
		r.drafts[i].seat.ID = id
	}
}

// rejectTwice rejects rows whose seat id another row gives as well.
func (r *rosterReader) rejectTwice() {
	lines := map[string][]int{}
	for _, d := range r.drafts {
		if d.seat.ID != "" {
			lines[d.seat.ID] = append(lines[d.seat.ID], d.line)
		}
	}
	kept := r.drafts[:0]
	for _, d := range r.drafts {
		if all := lines[d.seat.ID]; len(all) > 1 {
			r.rejected = append(r.rejected, RowFault{d.line, fmt.Sprintf("seat is given by %d rows, first in line %d; give every seat its own id", len(all), all[0])})
			continue
		}
		kept = append(kept, d)
	}
	r.drafts = kept
}

// columnsByHeader orders columns by their headers, so that their order in the
// file does not matter.
func (r *rosterReader) columnsByHeader() []int {
	order := make([]int, len(r.table.header))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return r.table.header[order[i]] < r.table.header[order[j]] })
	return order
}

func pick(cells []string, order []int) []string {
	picked := make([]string, len(order))
	for i, column := range order {
		picked[i] = cells[column]
	}
	return picked
}

// idBytes is the length of a digest that serves as seat id: among 100,000 seats
// two are alike by chance once in 50,000 rosters, and then told apart anyway.
const idBytes = 6

func digestID(parts ...string) string {
	hash := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(hash, "%q\n", p)
	}
	return "p" + hex.EncodeToString(hash.Sum(nil)[:idBytes])
}

// naturalLess orders ids: whole numbers by size and first, then the rest by letters.
func naturalLess(a, b string) bool {
	x, errA := strconv.ParseUint(a, 10, 63)
	y, errB := strconv.ParseUint(b, 10, 63)
	switch {
	case errA == nil && errB == nil && x != y:
		return x < y
	case (errA == nil) != (errB == nil):
		return errA == nil
	}
	return a < b
}

// name gives people, managers and teams what results may show: aliases in the
// order of seat ids, unless names are kept.
func (r *rosterReader) name() {
	width := max(2, len(strconv.Itoa(len(r.drafts))))
	managers, teams := map[string]string{}, map[string]string{}
	for i := range r.drafts {
		d := &r.drafts[i]
		s := &d.seat
		switch {
		case r.options.KeepNames && d.name != "":
			s.Alias = d.name
		case s.Alias == "" || r.holdsName(s.Alias):
			s.Alias = fmt.Sprintf("Rep %0*d", width, i+1)
		}
		s.Manager = d.manager
		if !r.options.KeepNames {
			s.Manager = stand(managers, "Manager", d.manager)
			if r.holdsName(s.Team) {
				s.Team = stand(teams, "Team", s.Team)
			}
		}
		if s.Team == "" && d.manager != "" {
			s.Team = stand(teams, "Team", d.manager)
		}
	}
}

// stand returns the alias that stands for a name, numbered in order of appearance.
func stand(aliases map[string]string, kind, name string) string {
	if name == "" {
		return ""
	}
	key := strings.ToLower(name)
	if _, ok := aliases[key]; !ok {
		aliases[key] = fmt.Sprintf("%s %02d", kind, len(aliases)+1)
	}
	return aliases[key]
}
