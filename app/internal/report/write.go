package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"threep/scenarios"
)

// WriteOptions tell what besides the files that every report has.
type WriteOptions struct {
	// Reps is the finished record of every person; nil where none was asked for.
	Reps *Reps
	// Workbook asks for the same tables as sheets of a spreadsheet.
	Workbook bool
}

// Written says what became of a report.
type Written struct {
	Files []string
	// RepsCut is the number of rows of reps.csv that the workbook leaves out.
	RepsCut int
}

// Write writes the report into its folder.
func Write(f *Folder, c *Contents, o WriteOptions) (Written, error) {
	var out Written
	tables := &tables{
		summary: c.Summarise(), weekly: c.weeklyOutcomes(), dictionary: c.dictionary(o.Reps != nil),
	}
	if c.People != nil {
		tables.people = c.People.List()
	}
	if o.Reps != nil {
		if err := o.Reps.Commit(); err != nil {
			return out, err
		}
	}
	steps := []func() error{
		func() error {
			return f.write(SummaryFile, func(w io.Writer) error { return writeSummary(w, &tables.summary) })
		},
		func() error {
			return f.write(WeeklyFile, func(w io.Writer) error { return writeWeekly(w, tables.weekly) })
		},
		func() error {
			return f.write(DictionaryFile, func(w io.Writer) error { return writeDictionary(w, tables.dictionary) })
		},
		func() error { return writeScenario(f, c) },
		func() error { return writeRoster(f, c, tables.people) },
		func() error { return writeFigures(f, c) },
		func() (err error) {
			if o.Workbook {
				out.RepsCut, err = writeWorkbook(f, c, tables, o.Reps)
			}
			return err
		},
		f.Finish,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return out, err
		}
	}
	out.Files = f.Written()
	return out, nil
}

// tables are what is computed once and written in several forms.
type tables struct {
	summary    Summary
	weekly     []weeklyOutcome
	dictionary []entry
	people     []Person
}

func writeScenario(f *Folder, c *Contents) error {
	plain := c.scenario().Clone()
	plain.Roster = nil
	data, err := scenarios.Encode(plain, describe)
	if err != nil {
		return fmt.Errorf("write %s: %w", ScenarioFile, err)
	}
	return f.writeBytes(ScenarioFile, data)
}

func writeRoster(f *Folder, c *Contents, people []Person) error {
	if c.Roster != nil {
		if err := f.write(RosterFile, c.Roster.Export); err != nil {
			return err
		}
	}
	if c.People == nil {
		return nil
	}
	return f.write(PeopleFile, func(w io.Writer) error { return writePeople(w, people) })
}

func splitHeader(line string) []string {
	cells, err := csv.NewReader(strings.NewReader(line)).Read()
	if err != nil {
		return nil
	}
	return cells
}
