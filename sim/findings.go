package sim

import "sync"

// Mark says how a finding came into the register.
type Mark string

// The marks of findings: read in the work or in a report of it; recalled and not
// checked against the work; worked out from other findings or from a data set; and
// looked for without success.
const (
	MarkSeen     Mark = "seen"
	MarkRecalled Mark = "recalled"
	MarkComputed Mark = "computed"
	MarkNotFound Mark = "not_found"
)

// Finding is what a work says, in one figure or as a sign alone. Its statement is
// looked up by ID in the text table.
type Finding struct {
	ID string
	// Low and High are the figure in its unit; they differ where the work gives a
	// range. Unit is empty where there is no figure.
	Low, High float64
	Unit      Unit
	Source    string // key of Sources or of the catalogue's register
	Year      int    // that the figure is of, or in which it was published; 0: not known
	Grade     Grade
	Mark      Mark
	// Supports lists what rests on the finding: parameters by their ids, which have a
	// dot, and outcomes by theirs, for which it is a yardstick.
	Supports []string
}

// HasFigure reports whether the finding gives a number besides the sign.
func (f *Finding) HasFigure() bool { return f.Unit != "" }

// IsRange reports whether the figure is a range.
func (f *Finding) IsRange() bool { return f.High > f.Low }

// findings is the register, put together once.
var findings = sync.OnceValue(func() []Finding {
	var all []Finding
	for _, part := range [][]Finding{
		traitFindings(), unqualifiedFindings(), spreadFindings(), quotaFindings(), dealFindings(), turnoverFindings(), weekFindings(),
		adoptionFindings(), processFindings(), skillFindings(), ageFindings(), costFindings(), offerFindings(),
	} {
		all = append(all, part...)
	}
	return all
})

// Findings returns the register of findings, subject by subject. The copy is the
// caller's; the lists in it are not.
func Findings() []Finding { return append([]Finding(nil), findings()...) }

// LookupFinding finds a finding by its ID.
func LookupFinding(id string) (Finding, bool) {
	for _, f := range findings() {
		if f.ID == id {
			return f, true
		}
	}
	return Finding{}, false
}

// said is a finding with one figure.
func said(id string, unit Unit, figure float64, source string, year int, grade Grade, mark Mark, supports ...string) Finding {
	return Finding{ID: id, Low: figure, High: figure, Unit: unit, Source: source, Year: year, Grade: grade, Mark: mark, Supports: supports}
}

// between is a finding that gives a range.
func between(id string, unit Unit, low, high float64, source string, year int, grade Grade, mark Mark, supports ...string) Finding {
	return Finding{ID: id, Low: low, High: high, Unit: unit, Source: source, Year: year, Grade: grade, Mark: mark, Supports: supports}
}

// sign is a finding of which only the direction can be used.
func sign(id, source string, year int, grade Grade, mark Mark, supports ...string) Finding {
	return Finding{ID: id, Source: source, Year: year, Grade: grade, Mark: mark, Supports: supports}
}
