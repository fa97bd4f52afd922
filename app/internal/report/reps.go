package report

import (
	"fmt"
	"math"
	"strconv"

	"threep/sim"
)

// Reps writes reps.csv as the futures are finished: one row for every person, future
// and world.
type Reps struct {
	file    *File
	columns []repColumn
	line    []byte
	rows    int
	err     error
}

// repColumn is a column of reps.csv and what it writes of a person.
type repColumn struct {
	column
	put func(line []byte, run int, p *sim.PersonRecord) []byte
}

// NewReps begins reps.csv in a folder.
func NewReps(folder *Folder, s *sim.Scenario) (*Reps, error) {
	file, err := folder.Create(RepsFile)
	if err != nil {
		return nil, err
	}
	r := &Reps{file: file, columns: repColumns(s)}
	_, r.err = file.WriteString(headerLine(plainColumns(r.columns)))
	return r, nil
}

// Add writes the people of a future; it fits Options.Records. A fault of writing is
// kept until Commit.
func (r *Reps) Add(run int, people []sim.PersonRecord) {
	for i := range people {
		if r.err != nil {
			return
		}
		r.line = r.line[:0]
		for k := range r.columns {
			if k > 0 {
				r.line = append(r.line, ',')
			}
			r.line = r.columns[k].put(r.line, run, &people[i])
		}
		r.line = append(r.line, '\n')
		_, r.err = r.file.Write(r.line)
		r.rows++
	}
}

// Rows is the number of rows written.
func (r *Reps) Rows() int { return r.rows }

// Commit gives the file its name.
func (r *Reps) Commit() error {
	if r.err != nil {
		r.file.Discard()
		return fmt.Errorf("write %s: %w", RepsFile, r.err)
	}
	return r.file.Commit()
}

// Discard drops the file.
func (r *Reps) Discard() { r.file.Discard() }

func plainColumns(columns []repColumn) []column {
	out := make([]column, len(columns))
	for i := range columns {
		out[i] = columns[i].column
	}
	return out
}

// The decimals that a row keeps: enough to compute with, few enough for files of a
// million rows.
const (
	fineDigits  = 4
	weekDigits  = 1
	moneyDigits = 0
)

// repColumns are the columns of reps.csv under a scenario.
func repColumns(s *sim.Scenario) []repColumn {
	text := func(name string, of func(p *sim.PersonRecord) string) repColumn {
		return repColumn{column{name: name, text: "reps." + name}, func(line []byte, _ int, p *sim.PersonRecord) []byte {
			return appendCell(line, of(p))
		}}
	}
	whole := func(name string, unit sim.Unit, of func(run int, p *sim.PersonRecord) int) repColumn {
		return repColumn{column{name: name, text: "reps." + name, unit: string(unit)}, func(line []byte, run int, p *sim.PersonRecord) []byte {
			return strconv.AppendInt(line, int64(of(run, p)), 10)
		}}
	}
	number := func(name string, unit sim.Unit, digits int, of func(p *sim.PersonRecord) float64) repColumn {
		c := column{name: name, text: "reps." + name, unit: string(unit), digits: digits}
		return repColumn{c, func(line []byte, _ int, p *sim.PersonRecord) []byte {
			return appendRounded(line, of(p), digits)
		}}
	}
	truth := func(name string, of func(p *sim.PersonRecord) bool) repColumn {
		return repColumn{column{name: name, text: "reps." + name}, func(line []byte, _ int, p *sim.PersonRecord) []byte {
			return strconv.AppendBool(line, of(p))
		}}
	}
	columns := []repColumn{
		whole("run", sim.UnitCount, func(run int, _ *sim.PersonRecord) int { return run + 1 }),
		whole("assumption_set", sim.UnitCount, func(_ int, p *sim.PersonRecord) int { return p.Set + 1 }),
		text("which", func(p *sim.PersonRecord) string { return p.World.String() }),
		text("seat", func(p *sim.PersonRecord) string { return p.Seat }),
		whole("hire_ordinal", sim.UnitCount, func(_ int, p *sim.PersonRecord) int { return p.Ordinal }),
		text("role", func(p *sim.PersonRecord) string { return p.Role }),
		text("team", func(p *sim.PersonRecord) string { return p.Team }),
		text("cohort", func(p *sim.PersonRecord) string { return p.Cohort }),
		number("age", sim.UnitAge, weekDigits, func(p *sim.PersonRecord) float64 { return p.Age }),
	}
	columns = append(columns, traitColumns(s)...)
	columns = append(columns,
		truth("traits_drawn", func(p *sim.PersonRecord) bool { return p.Drawn }),
		number("fit", sim.UnitSD, fineDigits, func(p *sim.PersonRecord) float64 { return p.Fit }),
		truth("qualified", func(p *sim.PersonRecord) bool { return p.Qualified }),
		number("savvy", sim.UnitSD, fineDigits, func(p *sim.PersonRecord) float64 { return p.Savvy }),
		whole("hire_week", sim.UnitWeeks, func(_ int, p *sim.PersonRecord) int { return p.HireWeek + firstWeek }),
		number("tenure_start", sim.UnitWeeks, weekDigits, func(p *sim.PersonRecord) float64 { return p.TenureStart }),
		number("tenure", sim.UnitWeeks, weekDigits, func(p *sim.PersonRecord) float64 { return p.Tenure }),
		number("skill", sim.UnitPoints, fineDigits, func(p *sim.PersonRecord) float64 { return p.Skill }),
		number("engagement", sim.UnitPoints, fineDigits, func(p *sim.PersonRecord) float64 { return p.Engagement }),
		number("potential", sim.UnitFactor, fineDigits, func(p *sim.PersonRecord) float64 { return p.Potential }),
		number("accounts", sim.UnitFactor, fineDigits, func(p *sim.PersonRecord) float64 { return p.Accounts }),
		number("presence", sim.UnitFactor, fineDigits, func(p *sim.PersonRecord) float64 { return p.Presence }),
		number("workload", sim.UnitFactor, fineDigits, func(p *sim.PersonRecord) float64 { return p.Workload }),
		number("rating_start", sim.UnitSD, fineDigits, func(p *sim.PersonRecord) float64 { return p.RatingStart }),
		number("rating", sim.UnitSD, fineDigits, func(p *sim.PersonRecord) float64 { return p.Rating }),
	)
	columns = append(columns, yearColumns(s)...)
	columns = append(columns,
		number("benefit_use", sim.UnitShare, fineDigits, func(p *sim.PersonRecord) float64 { return p.BenefitUse }),
		number("logged_use", sim.UnitShare, fineDigits, func(p *sim.PersonRecord) float64 { return p.LoggedUse }),
	)
	columns = append(columns, toolColumns(s)...)
	return append(columns,
		number("gain", sim.UnitMoney, moneyDigits, func(p *sim.PersonRecord) float64 { return p.Gain }),
		number("paired_weeks", sim.UnitWeeks, weekDigits, func(p *sim.PersonRecord) float64 { return p.PairedWeeks }),
		repColumn{column{name: "exit_week", text: "reps.exit_week", unit: string(sim.UnitWeeks)}, func(line []byte, _ int, p *sim.PersonRecord) []byte {
			if p.ExitWeek < 0 {
				return line
			}
			return strconv.AppendInt(line, int64(p.ExitWeek+firstWeek), 10)
		}},
		text("exit_kind", func(p *sim.PersonRecord) string { return p.ExitKind }),
	)
}

// toolColumns are what a person makes of each tool rolled out.
func toolColumns(s *sim.Scenario) []repColumn {
	var columns []repColumn
	for _, kind := range []struct {
		name string
		unit sim.Unit
		of   func(p *sim.PersonRecord) []float64
	}{
		{"intention", sim.UnitLog, func(p *sim.PersonRecord) []float64 { return p.ToolIntention }},
		{"ease", sim.UnitSD, func(p *sim.PersonRecord) []float64 { return p.ToolEase }},
	} {
		for k, id := range s.Decisions.Tools {
			c := column{name: kind.name + "_" + id, text: "reps." + kind.name, unit: string(kind.unit), argument: toolName(s, id), digits: fineDigits}
			columns = append(columns, repColumn{c, func(line []byte, _ int, p *sim.PersonRecord) []byte {
				tools := kind.of(p)
				if k >= len(tools) {
					return line // a world without tools
				}
				return appendRounded(line, tools[k], fineDigits)
			}})
		}
	}
	return columns
}

func toolName(s *sim.Scenario, id string) string {
	for i := range s.Catalogue.Tools {
		if s.Catalogue.Tools[i].ID == id {
			return s.Catalogue.Tools[i].Name
		}
	}
	return id
}

func traitColumns(s *sim.Scenario) []repColumn {
	var columns []repColumn
	for i, t := range s.Catalogue.Traits {
		c := column{name: "trait_" + t.ID, text: "reps.trait", unit: string(sim.UnitSD), argument: t.Name, digits: fineDigits}
		columns = append(columns, repColumn{c, func(line []byte, _ int, p *sim.PersonRecord) []byte {
			if i >= len(p.Traits) {
				return line
			}
			return appendRounded(line, p.Traits[i], fineDigits)
		}})
	}
	return columns
}

// yearColumns are what is counted by year after today.
func yearColumns(s *sim.Scenario) []repColumn {
	years := (int(s.Organisation.HorizonWeeks) + weeksYear - 1) / weeksYear
	var columns []repColumn
	for _, kind := range []struct {
		name   string
		unit   sim.Unit
		digits int
		of     func(p *sim.PersonRecord, year int) float64
	}{
		{"sales", sim.UnitMoney, moneyDigits, func(p *sim.PersonRecord, y int) float64 { return p.Sales[y] }},
		{"quota", sim.UnitMoney, moneyDigits, func(p *sim.PersonRecord, y int) float64 { return p.Quota[y] }},
		{"attainment", sim.UnitShare, fineDigits, func(p *sim.PersonRecord, y int) float64 {
			if p.Quota[y] == 0 {
				return math.NaN()
			}
			return p.Sales[y] / p.Quota[y]
		}},
		{"weeks_in_seat", sim.UnitWeeks, moneyDigits, func(p *sim.PersonRecord, y int) float64 { return p.WeeksInSeat[y] }},
	} {
		for year := range years {
			c := column{
				name: fmt.Sprintf("%s_year_%d", kind.name, year+1), text: "reps." + kind.name,
				unit: string(kind.unit), argument: year + 1, digits: kind.digits,
			}
			columns = append(columns, repColumn{c, func(line []byte, _ int, p *sim.PersonRecord) []byte {
				if year >= len(p.Sales) {
					return line
				}
				return appendRounded(line, kind.of(p, year), kind.digits)
			}})
		}
	}
	return columns
}

const weeksYear = 52

// firstWeek is the number that files give to the week after today, which the engine
// counts as 0: in files the weeks from today on begin with 1, and those before today
// end with 0.
const firstWeek = 1
