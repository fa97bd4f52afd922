package scenarios

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"threep/sim"
)

// The fields of a roster that are not traits.
const (
	fieldSeat         = "seat"
	fieldName         = "name"
	fieldFirstName    = "first_name"
	fieldLastName     = "last_name"
	fieldAlias        = "alias"
	fieldRole         = "role"
	fieldTeam         = "team"
	fieldManager      = "manager"
	fieldTenureWeeks  = "tenure_weeks"
	fieldTenureMonths = "tenure_months"
	fieldTenureYears  = "tenure_years"
	fieldHireDate     = "hire_date"
	fieldSkill        = "skill"
	fieldSavvy        = "savvy"
	fieldAge          = "age"
	fieldSales        = "sales"
	fieldQuota        = "quota"
	fieldRating       = "rating"
	fieldPotential    = "potential"
	fieldAccounts     = "accounts"
	fieldPresence     = "presence"
	fieldWorkload     = "workload"
	fieldVacant       = "vacant"
)

// RosterFields lists the fields that a column can be mapped to, traits last.
func RosterFields(traits []sim.Trait) []string {
	fields := []string{
		fieldSeat, fieldName, fieldFirstName, fieldLastName, fieldAlias, fieldRole, fieldTeam, fieldManager,
		fieldTenureWeeks, fieldTenureMonths, fieldTenureYears, fieldHireDate,
		fieldSkill, fieldSavvy, fieldAge, fieldSales, fieldQuota, fieldRating,
		fieldPotential, fieldAccounts, fieldPresence, fieldWorkload, fieldVacant,
	}
	for _, t := range traits {
		fields = append(fields, t.ID)
	}
	return fields
}

// headerNames gives, by field, headers under which it is known, compared without
// case, blanks and punctuation.
func headerNames() map[string][]string {
	return map[string][]string{
		fieldSeat:         {"seat", "seat id", "position id", "territory", "territory id", "rep id", "employee id", "employee number", "staff id", "personnel number", "id"},
		fieldName:         {"name", "full name", "rep", "rep name", "sales rep", "sales representative", "representative", "salesperson", "sales person", "seller", "employee", "employee name", "account executive"},
		fieldFirstName:    {"first name", "forename", "given name"},
		fieldLastName:     {"last name", "surname", "family name"},
		fieldAlias:        {"alias", "pseudonym", "code name"},
		fieldRole:         {"role", "job", "job title", "sales role"},
		fieldTeam:         {"team", "team name", "sales team", "group", "district", "region"},
		fieldManager:      {"manager", "manager name", "sales manager", "team lead", "team leader", "supervisor", "reports to", "boss"},
		fieldTenureWeeks:  {"tenure weeks", "tenure in weeks", "weeks of tenure", "weeks with company"},
		fieldTenureMonths: {"tenure", "tenure months", "tenure in months", "months of tenure", "months with company", "seniority months"},
		fieldTenureYears:  {"tenure years", "tenure in years", "years of tenure", "years with company", "years of service", "seniority years"},
		fieldHireDate:     {"hire date", "hired", "date hired", "date of hire", "start date", "joined", "joining date"},
		fieldSkill:        {"skill", "skills", "skill level"},
		fieldSavvy:        {"savvy", "tech savvy", "technology savvy", "digital savvy"},
		fieldAge:          {"age", "age years", "age in years"},
		fieldSales:        {"sales", "revenue", "bookings", "annual sales", "annual revenue", "sales last year", "last year sales", "revenue last year", "closed won", "past sales"},
		fieldQuota:        {"quota", "target", "sales target", "annual quota", "annual target", "plan", "quota last year"},
		fieldRating:       {"rating", "manager rating", "performance rating", "appraisal", "appraisal rating", "performance score", "performance review"},
		fieldPotential:    {"potential", "market potential", "territory potential", "sales potential"},
		fieldAccounts:     {"accounts", "number of accounts", "no of accounts", "account count", "customers", "number of customers"},
		fieldPresence:     {"presence", "market share", "advertising", "advertising expenditure", "ad spend"},
		fieldWorkload:     {"workload", "work load", "workload index"},
		fieldVacant:       {"vacant", "vacancy", "open seat", "is vacant"},
	}
}

// personalHeaders are headers of columns that identify people and are not used.
func personalHeaders() []string {
	return []string{
		"email", "e mail", "mail", "email address", "phone", "telephone", "mobile", "mobile phone", "phone number",
		"address", "home address", "street", "birthday", "date of birth", "birth date", "social security number",
		"ssn", "login", "user name", "username", "middle name", "nickname", "initials", "photo", "linkedin",
	}
}

// plainHeader compares headers without case, blanks and punctuation.
func plainHeader(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// columnPlan says which column gives which field.
type columnPlan struct {
	uses   []ColumnUse
	column map[string]int  // by field
	closed map[string]bool // fields that must have no column
}

// planColumns maps fields to columns: first as given, then by the headers.
func planColumns(header []string, o RosterOptions) (columnPlan, []Fault) {
	p := columnPlan{uses: make([]ColumnUse, len(header)), column: map[string]int{}, closed: map[string]bool{}}
	for i, h := range header {
		p.uses[i] = ColumnUse{Column: h, How: ColumnKept}
	}
	fields := RosterFields(o.Traits)
	var faults []Fault
	for _, field := range sortedKeys(o.Map) {
		if !contains(fields, field) {
			hint := suggest(field, fields)
			if hint == "" {
				hint = "; the fields are " + strings.Join(fields, ", ")
			}
			faults = append(faults, Fault{Path: field, Message: "is not a field of a roster" + hint})
			continue
		}
		if o.Map[field] == "" {
			p.closed[field] = true
			continue
		}
		column, fault := findColumn(header, o.Map[field])
		if fault != "" {
			faults = append(faults, Fault{Path: field, Message: fault})
			continue
		}
		p.column[field] = column
		p.uses[column].Field, p.uses[column].How = field, ColumnGiven
	}
	if tenure := p.tenures(); len(tenure) > 1 {
		faults = append(faults, Fault{Path: strings.Join(tenure, ", "), Message: "are all mapped; keep the one that says the tenure best"})
	}
	p.guess(header, fields, o.Traits)
	p.markPersonal(header)
	if len(faults) == 0 && len(p.column) == 0 {
		faults = append(faults, Fault{Line: 1, Reason: FaultUnmatched, Message: fmt.Sprintf("no column could be matched to a field; the columns are %s; say which is which, for example sales=%s; the fields are %s",
			strings.Join(header, ", "), header[0], strings.Join(fields, ", "))})
	}
	return p, faults
}

// tenures lists the fields that give tenure and have a column.
func (p *columnPlan) tenures() []string {
	var have []string
	for _, f := range []string{fieldTenureWeeks, fieldTenureMonths, fieldTenureYears, fieldHireDate} {
		if _, ok := p.column[f]; ok {
			have = append(have, f)
		}
	}
	return have
}

// findColumn finds a column by its header, or by its number as "#3".
func findColumn(header []string, name string) (int, string) {
	if digits, ok := strings.CutPrefix(name, "#"); ok {
		if n, err := strconv.Atoi(digits); err == nil {
			if n < 1 || n > len(header) {
				return 0, fmt.Sprintf("is mapped to column %d; the file has %d columns", n, len(header))
			}
			return n - 1, ""
		}
	}
	for _, same := range []func(h string) bool{
		func(h string) bool { return h == strings.TrimSpace(name) },
		func(h string) bool { return plainHeader(name) != "" && plainHeader(h) == plainHeader(name) },
	} {
		var found []int
		for i, h := range header {
			if same(h) {
				found = append(found, i)
			}
		}
		if len(found) == 1 {
			return found[0], ""
		}
		if len(found) > 1 {
			return 0, fmt.Sprintf("is mapped to %q, which heads %d columns; give one by its number, for example #%d", name, len(found), found[0]+1)
		}
	}
	hint := suggest(name, header)
	if hint == "" {
		hint = "; the columns are " + strings.Join(header, ", ")
	}
	return 0, fmt.Sprintf("is mapped to %q, which is not a column of the file%s", name, hint)
}

// guess gives fields without a column the first free column with a known header.
func (p *columnPlan) guess(header, fields []string, traits []sim.Trait) {
	names := headerNames()
	for _, t := range traits {
		names[t.ID] = append(names[t.ID], t.ID, t.Name)
	}
	byHeader := map[string]string{}
	for _, field := range fields {
		for _, n := range append(names[field], field) {
			if plain := plainHeader(n); plain != "" && byHeader[plain] == "" {
				byHeader[plain] = field
			}
		}
	}
	for i, h := range header {
		field := byHeader[plainHeader(h)]
		if field == "" || p.uses[i].Field != "" || p.closed[field] {
			continue
		}
		if _, taken := p.column[field]; taken {
			continue
		}
		if isTenure(field) && len(p.tenures()) > 0 {
			continue
		}
		p.column[field] = i
		p.uses[i].Field, p.uses[i].How = field, ColumnGuessed
	}
}

func isTenure(field string) bool {
	return field == fieldTenureWeeks || field == fieldTenureMonths || field == fieldTenureYears || field == fieldHireDate
}

func (p *columnPlan) markPersonal(header []string) {
	personal := map[string]bool{}
	for _, h := range personalHeaders() {
		personal[plainHeader(h)] = true
	}
	for _, field := range []string{fieldName, fieldFirstName, fieldLastName, fieldManager} {
		for _, h := range headerNames()[field] {
			personal[plainHeader(h)] = true
		}
	}
	for i, h := range header {
		if p.uses[i].Field == "" && personal[plainHeader(h)] {
			p.uses[i].How = ColumnPersonal
		}
	}
}

// drop takes a guess back; the column is kept, unused.
func (p *columnPlan) drop(field string) {
	column := p.column[field]
	delete(p.column, field)
	p.uses[column].Field, p.uses[column].How = "", ColumnKept
}

// fieldsInOrder lists the fields that have a column, in the order of the file.
func (p *columnPlan) fieldsInOrder() []string {
	fields := make([]string, 0, len(p.column))
	for f := range p.column {
		fields = append(fields, f)
	}
	sort.Slice(fields, func(i, j int) bool {
		a, b := p.column[fields[i]], p.column[fields[j]]
		return a < b || a == b && fields[i] < fields[j]
	})
	return fields
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
