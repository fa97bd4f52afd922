package scenarios

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// rosterTable is the file as cells.
type rosterTable struct {
	delimiter rune
	header    []string
	rows      []rosterRow
	rejected  []RowFault
}

type rosterRow struct {
	line  int
	cells []string
}

// delimiters are those a file may use, the commonest first.
func delimiters() []rune { return []rune{',', ';', '\t'} }

// readTable reads header and rows; a row that is not well formed is rejected and
// reading goes on.
func readTable(data []byte) (rosterTable, []Fault) {
	data, line, delimiter := cutSeparatorLine(data)
	if delimiter == 0 {
		delimiter = detectDelimiter(data)
	}
	t := rosterTable{delimiter: delimiter}
	reader := newCSV(data, delimiter)
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			if t.header == nil {
				return t, []Fault{{Line: parse.Line + line, Message: "the header cannot be read: " + parse.Err.Error()}}
			}
			t.rejected = append(t.rejected, RowFault{parse.StartLine + line, "quotes do not match: put the whole cell in double quotes and double those inside"})
			continue
		}
		if err != nil {
			return t, []Fault{{Message: err.Error()}}
		}
		at, _ := reader.FieldPos(0)
		for i := range cells {
			cells[i] = strings.TrimSpace(strings.ReplaceAll(cells[i], "\u00a0", " "))
		}
		switch {
		case blank(cells):
		case t.header == nil:
			t.header = headerOf(cells)
		case len(cells) != len(t.header):
			t.rejected = append(t.rejected, RowFault{at + line, fmt.Sprintf("has %d cells where the header has %d; put cells that contain the separator in quotes", len(cells), len(t.header))})
		default:
			t.rows = append(t.rows, rosterRow{at + line, cells})
		}
	}
	if t.header == nil {
		return t, []Fault{{Message: "the file is empty; give a header line and one line a person"}}
	}
	return t, nil
}

func newCSV(data []byte, delimiter rune) *csv.Reader {
	reader := csv.NewReader(bytes.NewReader(data))
	reader.Comma = delimiter
	reader.FieldsPerRecord = -1
	return reader
}

// cutSeparatorLine reads the line "sep=;" that some spreadsheets write first,
// and returns the number of lines cut.
func cutSeparatorLine(data []byte) (rest []byte, lines int, delimiter rune) {
	first, rest, found := bytes.Cut(data, []byte("\n"))
	value, ok := strings.CutPrefix(strings.ToLower(strings.Trim(string(first), "\" \r")), "sep=")
	if !ok || !found {
		return data, 0, 0
	}
	for _, d := range delimiters() {
		if value == string(d) {
			return rest, 1, d
		}
	}
	return rest, 1, 0
}

// sampleRows bounds how many rows are read to tell the delimiter.
const sampleRows = 50

// detectDelimiter takes the delimiter that cuts most rows into as many cells as
// the header, and among equals the one with most cells.
func detectDelimiter(data []byte) rune {
	best, bestShare, bestCells := ',', -1.0, 0
	for _, d := range delimiters() {
		reader := newCSV(data, d)
		header, err := reader.Read()
		if err != nil || len(header) < 2 {
			continue
		}
		rows, fit := 0, 0
		for rows < sampleRows {
			cells, err := reader.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			rows++
			if err == nil && len(cells) == len(header) {
				fit++
			}
		}
		share := 0.0
		if rows > 0 {
			share = float64(fit) / float64(rows)
		}
		if share > bestShare || share == bestShare && len(header) > bestCells {
			best, bestShare, bestCells = d, share, len(header)
		}
	}
	return best
}

// headerOf names columns without a header by their number and tells apart those
// with the same.
func headerOf(cells []string) []string {
	header := make([]string, len(cells))
	seen := map[string]int{}
	for i, c := range cells {
		c = strings.Join(strings.Fields(c), " ")
		if c == "" {
			c = fmt.Sprintf("column %d", i+1)
		}
		seen[c]++
		if n := seen[c]; n > 1 {
			c = fmt.Sprintf("%s (%d)", c, n)
		}
		header[i] = c
	}
	return header
}

func blank(cells []string) bool {
	for _, c := range cells {
		if c != "" {
			return false
		}
	}
	return true
}
