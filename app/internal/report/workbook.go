package report

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"threep/assets"
	"threep/sim"
)

// maxSheetReps is how many rows of reps.csv a workbook takes; more make a file that
// spreadsheets open slowly or not at all.
const maxSheetReps = 50000

// workbook is a workbook in the making.
type workbook struct {
	file   *excelize.File
	styles map[string]int
	err    error
}

// writeWorkbook writes the tables as sheets and says how many rows of reps.csv it
// left out.
func writeWorkbook(f *Folder, c *Contents, t *tables, reps *Reps) (cut int, err error) {
	b := &workbook{file: excelize.NewFile(), styles: map[string]int{}}
	defer b.file.Close()
	b.properties(c)
	b.summary(&t.summary, c.currency())
	b.weekly(t.weekly)
	if t.people != nil {
		b.people(t.people)
	}
	if reps != nil {
		cut = b.reps(f, c, reps)
	}
	b.dictionary(t.dictionary)
	if b.err != nil {
		return 0, fmt.Errorf("write %s: %w", WorkbookFile, b.err)
	}
	data, err := b.bytes()
	if err != nil {
		return 0, fmt.Errorf("write %s: %w", WorkbookFile, err)
	}
	return cut, f.writeBytes(WorkbookFile, data)
}

// workbookDate stands for the time of writing, which must not show: the same run
// gives the same bytes.
const workbookDate = "2000-01-01T00:00:00Z"

func (b *workbook) properties(c *Contents) {
	b.keep(b.file.SetDocProps(&excelize.DocProperties{
		Creator: c.Program + " " + c.Version, LastModifiedBy: c.Program + " " + c.Version,
		Created: workbookDate, Modified: workbookDate,
		Title: c.scenario().Title, Language: "en", Revision: "1",
	}))
}

func (b *workbook) keep(err error) { b.err = errors.Join(b.err, err) }

// style returns a number format, made once.
func (b *workbook) style(numbers string, bold bool) int {
	key := fmt.Sprint(numbers, bold)
	if id, ok := b.styles[key]; ok {
		return id
	}
	s := &excelize.Style{}
	if numbers != "" {
		s.CustomNumFmt = &numbers
	}
	if bold {
		s.Font = &excelize.Font{Bold: true}
	}
	id, err := b.file.NewStyle(s)
	b.keep(err)
	b.styles[key] = id
	return id
}

// unitStyle is how a spreadsheet shows numbers of a unit.
func (b *workbook) unitStyle(u sim.Unit) int {
	switch u {
	case sim.UnitShare:
		return b.style("0.0%", false)
	case sim.UnitMoney:
		return b.style("#,##0", false)
	}
	return b.style("#,##0.00", false)
}

// sheet is a sheet written row by row.
type sheet struct {
	book   *workbook
	stream *excelize.StreamWriter
	row    int
}

// sheet begins a sheet with columns as wide as given [characters].
func (b *workbook) sheet(name string, widths ...float64) *sheet {
	if len(b.file.GetSheetList()) == 1 && b.file.GetSheetName(0) == "Sheet1" {
		b.keep(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.keep(err)
	}
	stream, err := b.file.NewStreamWriter(name)
	b.keep(err)
	s := &sheet{book: b, stream: stream}
	if err != nil {
		return s
	}
	for i, w := range widths {
		b.keep(stream.SetColWidth(i+1, i+1, w))
	}
	return s
}

func (s *sheet) add(cells ...any) {
	if s.stream == nil {
		return
	}
	s.row++
	at, err := excelize.CoordinatesToCellName(1, s.row)
	s.book.keep(err)
	s.book.keep(s.stream.SetRow(at, cells))
}

// head adds the header and holds it in sight.
func (s *sheet) head(names ...string) {
	if s.stream == nil {
		return
	}
	row := s.row + 1
	s.book.keep(s.stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: row, TopLeftCell: "A" + strconv.Itoa(row+1), ActivePane: "bottomLeft",
	}))
	bold := s.book.style("", true)
	cells := make([]any, len(names))
	for i, n := range names {
		cells[i] = excelize.Cell{StyleID: bold, Value: n}
	}
	s.add(cells...)
}

func (s *sheet) end() {
	if s.stream != nil {
		s.book.keep(s.stream.Flush())
	}
}

// numberCell is a number, or an empty cell where it is not defined.
func numberCell(v float64, style int) any {
	if v-v != 0 {
		return nil
	}
	return excelize.Cell{StyleID: style, Value: v}
}

func (b *workbook) summary(s *Summary, currency string) {
	out := b.sheet(assets.T("report.sheet.summary"), 34, 28, 14, 14, 14, 14, 14, 14, 14, 14, 12)
	out.head("outcome", "unit", "which", "mean", "sd", "p05", "p25", "p50", "p75", "p95", "undefined")
	infos := sim.TotalInfo()
	for i := range s.Outcomes {
		o := &s.Outcomes[i]
		style := b.unitStyle(infos[i].Unit)
		for _, w := range []struct {
			which string
			x     Statistics
		}{{"baseline", o.Baseline}, {"assumed", o.Assumed}, {"scenario", o.Scenario}, {"difference", o.Difference}} {
			cells := []any{o.Label, o.Unit, w.which}
			for _, v := range []Number{w.x.Mean, w.x.SD, w.x.P05, w.x.P25, w.x.P50, w.x.P75, w.x.P95} {
				cells = append(cells, numberCell(float64(v), style))
			}
			out.add(append(cells, w.x.Undefined)...)
		}
	}
	out.add()
	for _, fact := range summaryFacts(s, currency) {
		out.add(fact[0], fact[1])
	}
	out.end()
}

// summaryFacts are what a reader of the sheet has to know of the run.
func summaryFacts(s *Summary, currency string) [][2]string {
	facts := [][2]string{
		{"program", s.Program + " " + s.ProgramVersion},
		{"model_version", s.ModelVersion},
		{"scenario", s.Scenario},
		{"title", s.Title},
		{"digest", s.Digest},
		{"seed", strconv.FormatUint(s.Seed, 10)},
		{"runs", strconv.Itoa(s.Runs)},
		{"runs_requested", strconv.Itoa(s.RunsRequested)},
		{"partial", strconv.FormatBool(s.Partial)},
		{"weeks", strconv.Itoa(s.Weeks)},
		{"uncertain", strconv.FormatBool(s.Uncertain)},
		{"assumption_sets", strconv.Itoa(s.AssumptionSets)},
		{"assumptions_differ", strconv.FormatBool(s.AssumptionsDiffer)},
		{"currency", currency},
		{"price_year", strconv.Itoa(s.PriceYear)},
		{"seats", strconv.Itoa(s.Seats)},
	}
	roles := make([]string, 0, len(s.MarketUnqualified))
	for role := range s.MarketUnqualified {
		roles = append(roles, role)
	}
	slices.Sort(roles)
	for _, role := range roles {
		facts = append(facts, [2]string{"market_unqualified " + role, strconv.FormatFloat(float64(s.MarketUnqualified[role]), 'f', fineDigits, 64)})
	}
	return facts
}

func (b *workbook) weekly(outcomes []weeklyOutcome) {
	out := b.sheet(assets.T("report.sheet.weekly"), 24, 8, 12, 14, 14, 14, 14, 14, 14, 34)
	out.head(columnNames(weeklyColumns())...)
	infos := sim.WeeklyInfo()
	for i := range outcomes {
		o := &outcomes[i]
		style := b.unitStyle(infos[i].Unit)
		b.keep(o.rows(func(week int, which string, numbers [6]float64) error {
			cells := []any{o.id, week, which}
			for _, v := range numbers {
				cells = append(cells, numberCell(v, style))
			}
			out.add(append(cells, o.unit)...)
			return nil
		}))
	}
	out.end()
}

func columnNames(columns []column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

func (b *workbook) dictionary(entries []entry) {
	out := b.sheet(assets.T("report.sheet.dictionary"), 16, 34, 90, 34)
	out.head(dictionaryHeader()...)
	for _, e := range entries {
		out.add(e.file, e.column, e.meaning, e.unit)
	}
	out.end()
}

func (b *workbook) people(people []Person) {
	out := b.sheet(assets.T("report.sheet.people"), 20, 12, 16)
	var plain []column
	for _, c := range personColumns() {
		plain = append(plain, c.column)
	}
	out.head(columnNames(plain)...)
	var line []byte
	for i := range people {
		var cells []any
		for _, c := range personColumns() {
			line = c.put(line[:0], &people[i])
			cells = append(cells, cellOf(string(line), c.column))
		}
		out.add(cells...)
	}
	out.end()
}

// cellOf turns the text of a cell into what a spreadsheet counts with.
func cellOf(text string, c column) any {
	if c.unit == "" {
		return strings.TrimPrefix(strings.TrimSuffix(text, `"`), `"`)
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil
	}
	return v
}

// reps copies the rows of reps.csv, as many as a sheet takes.
func (b *workbook) reps(f *Folder, c *Contents, reps *Reps) (cut int) {
	columns := plainColumns(repColumns(c.scenario()))
	out := b.sheet(assets.T("report.sheet.reps"))
	out.head(columnNames(columns)...)
	source, err := os.Open(f.file(RepsFile))
	if err != nil {
		b.keep(err)
		return 0
	}
	defer source.Close()
	reader := csv.NewReader(source)
	reader.ReuseRecord = true
	if _, err := reader.Read(); err != nil {
		b.keep(err)
		return 0
	}
	cells := make([]any, len(columns))
	for n := 0; n < maxSheetReps; n++ {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			b.keep(err)
			break
		}
		for i, text := range row {
			cells[i] = cellOf(text, columns[i])
		}
		out.add(cells...)
	}
	cut = max(0, reps.Rows()-maxSheetReps)
	if cut > 0 {
		out.add(assets.F("report.sheet.cut", maxSheetReps, reps.Rows(), RepsFile))
	}
	out.end()
	return cut
}

// bytes returns the workbook with its parts in the order of their names: the library
// writes sheets in the order of a map.
func (b *workbook) bytes() ([]byte, error) {
	raw, err := b.file.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	in, err := zip.NewReader(bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var sorted bytes.Buffer
	out := zip.NewWriter(&sorted)
	for _, part := range in.File {
		if err := out.Copy(part); err != nil {
			return nil, err
		}
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	return sorted.Bytes(), nil
}
