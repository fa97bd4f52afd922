package chart

import (
	"math"
	"strconv"
	"strings"

	"threep/app/internal/format"
	"threep/assets"
)

// Table is a figure as text.
type Table struct {
	Title  string
	Header []string
	Rows   [][]string
	// Published lists the published figures of others, a line each.
	Published []string
}

// column is what a table and an export have one column for.
type column struct {
	label  string
	values []float64
	panel  int
}

// columns are the lines, the layers and the bands of a figure.
func (f Figure) columns() []column {
	var out []column
	for i, p := range f.Panels {
		name := func(label string) string {
			if p.Title != "" {
				return p.Title + ": " + label
			}
			return label
		}
		for k := len(p.Areas) - 1; k >= 0; k-- {
			a := p.Areas[k]
			if a.Faint {
				continue
			}
			share := make([]float64, len(a.High))
			for j := range share {
				share[j] = a.High[j] - at(a.Low, j)
			}
			out = append(out, column{name(a.Label), share, i})
		}
		for _, s := range p.Series {
			if !s.Sample {
				out = append(out, column{name(s.Label), s.Y, i})
			}
		}
		for _, b := range p.Bands {
			if b.Hue != p.leading() {
				continue
			}
			out = append(out, column{name(assets.F("chart.table.low", b.Label)), b.Low, i},
				column{name(assets.F("chart.table.high", b.Label)), b.High, i})
		}
	}
	return out
}

// NewTable returns a figure as a table for reading: a row for every month or quarter
// with the values of its last week, as people write them. An empty figure has no rows.
func NewTable(f Figure) Table {
	t := Table{Title: f.Title, Header: []string{assets.T("chart.table.month")}}
	if f.X.Quarters {
		t.Header[0] = assets.T("chart.table.quarter")
	}
	for _, p := range f.Published {
		t.Published = append(t.Published, p.Line())
	}
	columns := f.columns()
	for _, c := range columns {
		t.Header = append(t.Header, c.label)
	}
	if len(f.X.Weeks) == 0 || len(columns) == 0 {
		return t
	}
	for n := 1; f.X.lastWeek(n) <= int(f.X.Max); n++ {
		k := nearest(f.X.Weeks, float64(f.X.lastWeek(n)))
		row := []string{strconv.Itoa(n)}
		for _, c := range columns {
			y := f.Panels[c.panel].Y
			row = append(row, format.Value(at(c.values, k), y.Unit, y.Currency))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Text returns the table as lines of text, with the figure's title above.
func (t Table) Text() string {
	var b strings.Builder
	b.WriteString(t.Title + "\n" + strings.Join(t.Header, "\t") + "\n")
	for _, row := range t.Rows {
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	if len(t.Published) > 0 {
		b.WriteString(assets.T("chart.published.title") + "\n" + strings.Join(t.Published, "\n") + "\n")
	}
	return b.String()
}

// TSV returns all weeks of a figure as tab-separated numbers in their base units
// (shares, not percent), for a spreadsheet. What is not defined is left empty. Below
// stand the published figures of others, if any belong to the figure.
func TSV(f Figure) string {
	var b strings.Builder
	columns := f.columns()
	b.WriteString(assets.T("chart.table.week"))
	for _, c := range columns {
		b.WriteString("\t" + strings.ReplaceAll(c.label, "\t", " "))
	}
	b.WriteString("\n")
	for k, week := range f.X.Weeks {
		b.WriteString(strconv.Itoa(int(math.Round(week))))
		for _, c := range columns {
			b.WriteString("\t")
			if v := at(c.values, k); finite(v) {
				b.WriteString(strconv.FormatFloat(v, 'g', 8, 64))
			}
		}
		b.WriteString("\n")
	}
	if len(f.Published) > 0 {
		b.WriteString("\n" + assets.T("chart.published.head_figure"))
		for _, head := range []string{"low", "high", "unit", "year", "work", "grade"} {
			b.WriteString("\t" + assets.T("chart.published.head_"+head))
		}
		b.WriteString("\n")
		for _, p := range f.Published {
			b.WriteString(p.row() + "\n")
		}
	}
	return b.String()
}

// describeSVG puts title and description into an SVG file, for screen readers.
func describeSVG(data []byte, f Figure) []byte {
	return insertWords(data, f.Title, strings.Join(append([]string{f.Subtitle, f.Empty, f.Note, f.Stamp.Text()}, NewTable(f).Published...), "\n"))
}
