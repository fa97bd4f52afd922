package report

import (
	"bufio"
	"strings"
	"unicode/utf8"
)

// grid is a table in a typewriter face: the first columns to the left, the others to
// the right.
type grid struct {
	left int // columns that stand to the left
	rows [][]string
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// rule adds a line across the table.
func (g *grid) rule() { g.rows = append(g.rows, nil) }

const gutter = 2

// write sets the table; cells of a row that has a single one may be wider than their
// column.
func (g *grid) write(w *bufio.Writer) {
	var widths []int
	for _, row := range g.rows {
		if len(row) == 1 {
			continue
		}
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	total := -gutter
	for _, n := range widths {
		total += n + gutter
	}
	for _, row := range g.rows {
		if row == nil {
			w.WriteString(strings.Repeat("─", max(0, total)) + "\n")
			continue
		}
		var line strings.Builder
		for i, cell := range row {
			if i > 0 {
				line.WriteString(strings.Repeat(" ", gutter))
			}
			pad := ""
			if i < len(widths) {
				pad = strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(cell)))
			}
			if i < g.left {
				line.WriteString(cell + pad)
			} else {
				line.WriteString(pad + cell)
			}
		}
		w.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// TextWidth is the width to which sentences are broken [characters].
const TextWidth = 88

// paragraph writes sentences broken into lines; later lines are indented.
func paragraph(w *bufio.Writer, indent, text string) { w.WriteString(Wrap(text, indent, 0)) }

// Wrap breaks a text into lines, of which those after the first begin with an indent;
// the caller has begun the first with so many characters.
func Wrap(text, indent string, begun int) string {
	var b strings.Builder
	column := begun
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > TextWidth:
			b.WriteString("\n" + indent)
			column = len(indent)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	b.WriteByte('\n')
	return b.String()
}

// Align sets a table with its columns below each other, its lines after an indent.
func Align(rows [][]string, indent string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := indent
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-len([]rune(cell))+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}
