package scenarios

import (
	"fmt"
	"strings"
	"time"

	"threep/sim"
)

// The ranges of what a roster may say.
const (
	weeksPerMonth  = 52.0 / 12
	weeksPerYear   = 52.0
	daysPerWeek    = 7.0
	maxTenureWeeks = 60 * weeksPerYear
	minAge, maxAge = 14, 90
	maxStandard    = 5.0 // standard deviations
)

// row reads one row; with any fault it is rejected, with all its reasons.
func (r *rosterReader) row(row rosterRow) {
	d := draft{line: row.line, cells: row.cells, seat: sim.RosterSeat{}}
	before := len(r.rejected)
	for _, field := range r.plan.fieldsInOrder() {
		cell := row.cells[r.plan.column[field]]
		if missing(cell) {
			continue
		}
		if err := r.cell(&d, field, cell); err != nil {
			r.rejected = append(r.rejected, RowFault{row.line, fmt.Sprintf("%s %s", field, err)})
		}
	}
	if isVacancy(d.name) {
		d.name, d.seat.Vacant = "", true
	}
	if isTotal(d.name) || isTotal(d.seat.ID) {
		r.rejected = append(r.rejected[:before], RowFault{row.line, "looks like a line of totals; give one line a person"})
	}
	if len(r.rejected) == before {
		r.drafts = append(r.drafts, d)
	}
}

func isVacancy(s string) bool {
	switch strings.ToLower(s) {
	case "vacant", "vacancy", "open", "open seat", "tbd", "tbh", "to be hired":
		return true
	}
	return false
}

func isTotal(s string) bool {
	switch strings.ToLower(s) {
	case "total", "totals", "sum", "average", "mean", "grand total", "median":
		return true
	}
	return false
}

// cell puts one cell into the draft.
func (r *rosterReader) cell(d *draft, field, cell string) error {
	switch field {
	case fieldSeat:
		d.seat.ID = cell
	case fieldName:
		d.name = strings.TrimSpace(d.name + " " + cell)
	case fieldFirstName:
		d.name = strings.TrimSpace(cell + " " + d.name)
	case fieldLastName:
		d.name = strings.TrimSpace(d.name + " " + cell)
	case fieldAlias:
		d.seat.Alias = cell
	case fieldTeam:
		d.seat.Team = cell
	case fieldManager:
		d.manager = cell
	case fieldRole:
		return r.role(d, cell)
	case fieldHireDate:
		return r.hireDate(d, cell)
	case fieldVacant:
		return r.vacant(d, cell)
	default:
		x, err := parseNumber(cell, r.decimalComma)
		if err != nil {
			return fmt.Errorf("is %s, which %s", r.shown(cell), err)
		}
		return r.number(d, field, x)
	}
	return nil
}

// number puts a number into the draft, as the file has it; what is relative to
// the roster is standardised later.
func (r *rosterReader) number(d *draft, field string, x float64) error {
	s := &d.seat
	switch field {
	case fieldTenureWeeks:
		return within60Years(&s.Tenure, x, 1)
	case fieldTenureMonths:
		return within60Years(&s.Tenure, x, weeksPerMonth)
	case fieldTenureYears:
		return within60Years(&s.Tenure, x, weeksPerYear)
	case fieldSkill:
		return bounded(&s.Skill, x, 0, 1, "give a share from 0 to 1, or with a percent sign")
	case fieldSavvy:
		return r.deviation(&s.Savvy, field, x)
	case fieldAge:
		return bounded(&s.Age, x, minAge, maxAge, "give years, 14 to 90")
	case fieldSales:
		return bounded(&s.Sales, x, 0, maxSize, "give sales of the last year, 0 or more")
	case fieldQuota:
		return positive(&s.Quota, x)
	case fieldRating:
		return bounded(&s.Rating, x, -1e9, 1e9, "give a rating on the file's own scale")
	case fieldPotential:
		return positive(&s.Potential, x)
	case fieldAccounts:
		return positive(&s.Accounts, x)
	case fieldPresence:
		return positive(&s.Presence, x)
	case fieldWorkload:
		return positive(&s.Workload, x)
	}
	var z *float64
	if err := r.deviation(&z, field, x); err != nil {
		return err
	}
	if s.Traits == nil {
		s.Traits = map[string]float64{}
	}
	s.Traits[field] = *z
	return nil
}

// deviation takes standard deviations, or marks on the scale of the file's own
// that the column has turned out to have.
func (r *rosterReader) deviation(into **float64, field string, x float64) error {
	if s := r.scales[field]; s.reading == ReadStandardised {
		return bounded(into, x, s.low, s.high, "give a mark on the column's scale")
	}
	return bounded(into, x, -maxStandard, maxStandard, "give standard deviations from the labour market's mean, -5 to 5")
}

func bounded(into **float64, x, low, high float64, remedy string) error {
	if x < low || x > high {
		return fmt.Errorf("is %s; %s", number(x), remedy)
	}
	*into = &x
	return nil
}

func within60Years(into **float64, x, weeks float64) error {
	if x < 0 || x*weeks > maxTenureWeeks {
		return fmt.Errorf("is %s; give a tenure from 0 to 60 years", number(x))
	}
	x *= weeks
	*into = &x
	return nil
}

// The bounds of quantities of which only ratios are used.
const (
	minSize = 1e-9
	maxSize = 1e15
)

func positive(into **float64, x float64) error {
	if x < minSize || x > maxSize {
		return fmt.Errorf("is %s; give a number above 0, or leave it empty where it is not known", number(x))
	}
	*into = &x
	return nil
}

// role finds the role by id, name or a common title.
func (r *rosterReader) role(d *draft, cell string) error {
	plain := plainHeader(cell)
	var ids []string
	for i := range r.options.Roles {
		role := &r.options.Roles[i]
		known := plain == plainHeader(role.ID) || plain == plainHeader(role.Name) || roleTitles()[plain] == role.ID
		if role.Manager {
			if known {
				return fmt.Errorf("is a manager's; managers do not sell: leave the row out and name the person in the manager column")
			}
			continue
		}
		ids = append(ids, role.ID)
		if known {
			d.seat.Role = role.ID
			return nil
		}
	}
	return fmt.Errorf("is %s, which is not a role%s; use one of %s", r.shown(cell), suggest(cell, ids), strings.Join(ids, ", "))
}

// roleTitles gives the shipped role of common job titles.
func roleTitles() map[string]string {
	return map[string]string{
		"newbusiness": "hunter", "field": "hunter", "fieldsales": "hunter", "fieldrep": "hunter", "ae": "hunter", "accountexecutive": "hunter",
		"am": "farmer", "accountmanager": "farmer", "keyaccountmanager": "farmer", "kam": "farmer",
		"sdr": "inside", "bdr": "inside", "insidesales": "inside", "insiderep": "inside", "salesdevelopment": "inside",
		"salesdevelopmentrep": "inside", "salesdevelopmentrepresentative": "inside", "telesales": "inside",
		"solutionseller": "solution", "solutionsales": "solution", "solutionsrep": "solution",
		"channelmanager": "channel", "partnermanager": "channel", "channelsales": "channel",
		"salesmanager": "manager", "teamlead": "manager", "teamleader": "manager", "firstlinemanager": "manager",
	}
}

// hireDate turns a date into tenure on the day of reference.
func (r *rosterReader) hireDate(d *draft, cell string) error {
	asOf, err := time.Parse(time.DateOnly, r.options.AsOf)
	if err != nil {
		return fmt.Errorf("needs a day to count to; give the scenario a start_date such as \"2010-01-04\"")
	}
	for _, form := range []string{time.DateOnly, "2006/01/02", "2.1.2006", "2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006"} {
		day, err := time.Parse(form, cell)
		if err != nil {
			continue
		}
		weeks := asOf.Sub(day).Hours() / 24 / daysPerWeek
		if weeks < 0 {
			return fmt.Errorf("lies after %s, the day called today; give an earlier day or leave the row out", r.options.AsOf)
		}
		return within60Years(&d.seat.Tenure, weeks, 1)
	}
	return fmt.Errorf("is %s, which is not a date that can be read one way only; write it as 2008-03-31", r.shown(cell))
}

func (r *rosterReader) vacant(d *draft, cell string) error {
	switch strings.ToLower(cell) {
	case "yes", "y", "true", "1", "x", "vacant", "open":
		d.seat.Vacant = true
	case "no", "n", "false", "0", "filled", "occupied":
	default:
		return fmt.Errorf("is %s; write yes or no", r.shown(cell))
	}
	return nil
}
