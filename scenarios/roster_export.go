package scenarios

import (
	"encoding/csv"
	"fmt"
	"io"

	"threep/sim"
)

// Export writes a roster as CSV: what the program made of it, then the columns
// that it did not use. Names are written only where the roster kept them. The
// result can be read again and gives the same seats.
func (r *Roster) Export(w io.Writer) error {
	columns := r.exportColumns()
	out := csv.NewWriter(w)
	var header []string
	for _, c := range columns {
		header = append(header, c.field)
	}
	known := r.knownHeaders(header)
	for _, h := range r.ExtraColumns {
		if known[plainHeader(h)] {
			h += " (as given)" // else reading would take it for the field
		}
		header = append(header, h)
	}
	if err := out.Write(header); err != nil {
		return fmt.Errorf("writing roster: %w", err)
	}
	for i := range r.Seats {
		var cells []string
		for _, c := range columns {
			cells = append(cells, c.cell(&r.Seats[i]))
		}
		cells = append(cells, r.Extra[r.Seats[i].ID]...)
		if err := out.Write(cells); err != nil {
			return fmt.Errorf("writing roster: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing roster: %w", err)
	}
	return nil
}

// knownHeaders are the headers that a reader would take for a field.
func (r *Roster) knownHeaders(written []string) map[string]bool {
	known := map[string]bool{}
	note := func(names ...string) {
		for _, n := range names {
			known[plainHeader(n)] = true
		}
	}
	note(written...)
	note(RosterFields(r.traits)...)
	for _, t := range r.traits {
		note(t.Name)
	}
	for _, names := range headerNames() {
		note(names...)
	}
	return known
}

type exportColumn struct {
	field string
	cell  func(s *sim.RosterSeat) string
}

// exportColumns lists the columns in which any seat has a value.
func (r *Roster) exportColumns() []exportColumn {
	alias := fieldAlias
	if r.NamesKept {
		alias = fieldName
	}
	all := []exportColumn{
		{fieldSeat, func(s *sim.RosterSeat) string { return s.ID }},
		{alias, func(s *sim.RosterSeat) string { return s.Alias }},
		{fieldRole, func(s *sim.RosterSeat) string { return s.Role }},
		{fieldTeam, func(s *sim.RosterSeat) string { return s.Team }},
		{fieldManager, func(s *sim.RosterSeat) string { return s.Manager }},
		{fieldTenureWeeks, func(s *sim.RosterSeat) string { return optional(s.Tenure) }},
		{fieldSkill, func(s *sim.RosterSeat) string { return optional(s.Skill) }},
		{fieldSavvy, func(s *sim.RosterSeat) string { return optional(s.Savvy) }},
		{fieldAge, func(s *sim.RosterSeat) string { return optional(s.Age) }},
		{fieldSales, func(s *sim.RosterSeat) string { return optional(s.Sales) }},
		{fieldQuota, func(s *sim.RosterSeat) string { return optional(s.Quota) }},
		{fieldRating, func(s *sim.RosterSeat) string { return optional(s.Rating) }},
		{fieldPotential, func(s *sim.RosterSeat) string { return optional(s.Potential) }},
		{fieldAccounts, func(s *sim.RosterSeat) string { return optional(s.Accounts) }},
		{fieldPresence, func(s *sim.RosterSeat) string { return optional(s.Presence) }},
		{fieldWorkload, func(s *sim.RosterSeat) string { return optional(s.Workload) }},
		{fieldVacant, func(s *sim.RosterSeat) string {
			if s.Vacant {
				return "yes"
			}
			return ""
		}},
	}
	traits := map[string]bool{}
	for i := range r.Seats {
		for id := range r.Seats[i].Traits {
			traits[id] = true
		}
	}
	for _, id := range sortedKeys(traits) {
		all = append(all, exportColumn{id, func(s *sim.RosterSeat) string {
			if z, ok := s.Traits[id]; ok {
				return number(z)
			}
			return ""
		}})
	}
	used := all[:0]
	for _, c := range all {
		for i := range r.Seats {
			if c.cell(&r.Seats[i]) != "" {
				used = append(used, c)
				break
			}
		}
	}
	return used
}

func optional(x *float64) string {
	if x == nil {
		return ""
	}
	return number(*x)
}
