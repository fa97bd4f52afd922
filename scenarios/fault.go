package scenarios

import (
	"fmt"
	"sort"
	"strings"
)

// Fault is one thing wrong with a file: where, and what would be right.
type Fault struct {
	Line    int    // from 1; 0 where no line of the file is to blame
	Column  int    // from 1; 0 where only the line is known
	Path    string // key path, or column of a table; empty where the whole file is meant
	Message string
	// Reason sorts faults for which a window has words of its own; empty for the others.
	Reason FaultReason
}

// FaultReason is a fault of a whole file of people, in a word.
type FaultReason string

// The reasons. Their messages are the command line's.
const (
	FaultBinary    FaultReason = "binary"    // no text at all
	FaultUnmatched FaultReason = "unmatched" // no column has a known header
	FaultNoRow     FaultReason = "no_row"    // no row can be used as columns are mapped
)

// String is the fault as one line: place, then remedy.
func (f Fault) String() string {
	var b strings.Builder
	if f.Line > 0 {
		fmt.Fprintf(&b, "line %d", f.Line)
		if f.Column > 0 {
			fmt.Fprintf(&b, ", column %d", f.Column)
		}
		b.WriteString(": ")
	}
	if f.Path != "" {
		b.WriteString(f.Path + " ")
	}
	b.WriteString(f.Message)
	return b.String()
}

// FaultError holds every fault of one file, in the order of its lines.
type FaultError struct {
	File   string // name of the file as it was given; may be empty
	Faults []Fault
}

// Error lists all faults, one a line.
func (e *FaultError) Error() string {
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		lines[i] = f.String()
		if e.File != "" {
			lines[i] = e.File + ": " + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// faultError returns nil where there is no fault, so that callers can return it.
func faultError(file string, faults []Fault) error {
	if len(faults) == 0 {
		return nil
	}
	sort.SliceStable(faults, func(i, j int) bool {
		a, b := faults[i], faults[j]
		switch {
		case (a.Line == 0) != (b.Line == 0):
			return b.Line == 0
		case a.Line != b.Line:
			return a.Line < b.Line
		}
		return a.Path < b.Path
	})
	return &FaultError{File: file, Faults: faults}
}
