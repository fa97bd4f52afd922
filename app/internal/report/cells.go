package report

import (
	"math"
	"strconv"
	"strings"
)

// column is a column of a file: its name, what it means and its unit.
type column struct {
	name string
	text string // key of its meaning, below "report.column."
	// unit is a unit of the parameter table, ofOutcome, or empty for words.
	unit string
	// argument fills a verb of the meaning.
	argument any
	digits   int // decimals that are kept
}

// ofOutcome is the unit of a column whose unit is the outcome's.
const ofOutcome = "outcome"

func headerLine(columns []column) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return strings.Join(names, ",") + "\n"
}

// appendNumber appends the shortest text that reads back as v; what is not defined
// is an empty cell.
func appendNumber(line []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return line
	}
	return strconv.AppendFloat(line, v+0, 'g', -1, 64)
}

// appendRounded appends v with at most so many decimals.
func appendRounded(line []byte, v float64, digits int) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return line
	}
	start := len(line)
	line = strconv.AppendFloat(line, v, 'f', digits, 64)
	if digits > 0 {
		for line[len(line)-1] == '0' {
			line = line[:len(line)-1]
		}
		if line[len(line)-1] == '.' {
			line = line[:len(line)-1]
		}
	}
	if string(line[start:]) == "-0" {
		line = append(line[:start], '0')
	}
	return line
}

// appendCell appends text as a cell of a CSV file. A text that a spreadsheet would
// take for a formula is kept from being one.
func appendCell(line []byte, text string) []byte {
	if text != "" && strings.ContainsRune("=+@\t\r", rune(text[0])) {
		text = "'" + text
	}
	if !strings.ContainsAny(text, ",\"\r\n") && text == strings.TrimSpace(text) {
		return append(line, text...)
	}
	line = append(line, '"')
	line = append(line, strings.ReplaceAll(text, `"`, `""`)...)
	return append(line, '"')
}
