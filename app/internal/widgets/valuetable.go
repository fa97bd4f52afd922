package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*ValueTable)(nil)
	_ fyne.Accessible = (*ValueTable)(nil)
)

// TableColumn is the head of one column of a ValueTable.
type TableColumn struct {
	// Title stands above the column, with the unit.
	Title string
	// Number aligns the column to the right.
	Number bool
}

// ValueTable is a chart's values as text. Cells are written beforehand, so that
// scrolling costs nothing.
type ValueTable struct {
	widget.Table

	name    string
	columns []TableColumn
	rows    [][]string
	widths  []float32
	textAt  float32 // text size for which widths were measured
}

// NewValueTable returns a table without rows. The name is for screen readers.
func NewValueTable(name string) *ValueTable {
	t := &ValueTable{name: name}
	t.ShowHeaderRow = true
	t.Length = func() (int, int) { return len(t.rows), len(t.columns) }
	t.CreateCell = func() fyne.CanvasObject { return newTableCell(false) }
	t.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) {
		o.(*widget.Label).Alignment = t.alignment(id.Col)
		o.(*widget.Label).SetText(t.cell(id.Row, id.Col))
	}
	t.CreateHeader = func() fyne.CanvasObject { return newTableCell(true) }
	t.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) {
		o.(*widget.Label).Alignment = t.alignment(id.Col)
		o.(*widget.Label).SetText(t.title(id.Col))
	}
	t.ExtendBaseWidget(t)
	return t
}

func newTableCell(head bool) *widget.Label {
	label := widget.NewLabel("")
	label.SizeName = theme.SizeNameCaptionText
	label.TextStyle.Bold = head
	if head {
		label.Wrapping = fyne.TextWrapWord
	} else {
		label.Truncation = fyne.TextTruncateEllipsis
	}
	return label
}

// Set shows other values. A row that is too short is filled with empty cells.
func (t *ValueTable) Set(columns []TableColumn, rows [][]string) {
	t.columns, t.rows = columns, rows
	t.widths = nil
	t.Refresh()
}

// Refresh measures the columns before it paints.
func (t *ValueTable) Refresh() {
	t.measure()
	t.Table.Refresh()
}

// TSV returns the values separated by tabs, as spreadsheets take them.
func (t *ValueTable) TSV() string {
	var b strings.Builder
	line := func(width int, cell func(int) string) {
		for i := range width {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(cell(i)))
		}
		b.WriteByte('\n')
	}
	line(len(t.columns), t.title)
	for row := range t.rows {
		line(len(t.columns), func(col int) string { return t.cell(row, col) })
	}
	return b.String()
}

// AccessibilityLabel returns the name and all values.
func (t *ValueTable) AccessibilityLabel() string { return t.name + "\n" + t.TSV() }

// AccessibilityRole is text.
func (t *ValueTable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (t *ValueTable) cell(row, col int) string {
	if row < 0 || row >= len(t.rows) || col < 0 || col >= len(t.rows[row]) {
		return ""
	}
	return t.rows[row][col]
}

func (t *ValueTable) title(col int) string {
	if col < 0 || col >= len(t.columns) {
		return ""
	}
	return t.columns[col].Title
}

func (t *ValueTable) alignment(col int) fyne.TextAlign {
	if col >= 0 && col < len(t.columns) && t.columns[col].Number {
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// headWidth is how wide a head may be before it wraps [text sizes].
const headWidth = 8

// measure makes each column as wide as its longest value, within bounds, and the head as
// high as its titles need when they wrap. Of a long table the first rows have to do.
func (t *ValueTable) measure() {
	th := t.Theme()
	size := th.Size(theme.SizeNameCaptionText)
	if t.widths != nil && t.textAt == size {
		return
	}
	t.textAt, t.widths = size, make([]float32, len(t.columns))
	const looked = 200
	lines, bold := 1, fyne.TextStyle{Bold: true}
	for col := range t.columns {
		width := fyne.Min(fyne.MeasureText(t.title(col), size, bold).Width, headWidth*size)
		for word := range strings.FieldsSeq(t.title(col)) {
			width = fyne.Max(width, fyne.MeasureText(word, size, bold).Width)
		}
		for row := range min(len(t.rows), looked) {
			width = fyne.Max(width, fyne.MeasureText(t.cell(row, col), size, fyne.TextStyle{}).Width)
		}
		t.widths[col] = fyne.Min(width, 24*size) + 2*th.Size(theme.SizeNameInnerPadding) + 1
		t.SetColumnWidth(col, t.widths[col])
		room := t.widths[col] - 2*th.Size(theme.SizeNameInnerPadding)
		lines = max(lines, len(wrapToWidth(t.title(col), room, size, bold)))
	}
	line := fyne.MeasureText("M", size, bold).Height
	t.SetRowHeight(-1, float32(lines)*line+2*th.Size(theme.SizeNameInnerPadding))
}
