package report

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"threep/app/internal/chart"
	"threep/scenarios"
	"threep/sim"
)

func TestReportHoldsEveryFileAndIsTheSameForAnyWorkers(t *testing.T) {
	folder, _ := fullReport(t, false, 1)
	one := filesOf(t, folder)
	if got, want := slices.Sorted(maps.Keys(one)), slices.Sorted(slices.Values(knownFiles())); !slices.Equal(got, want) {
		t.Errorf("files are\n%v, want\n%v", got, want)
	}
	again, _ := fullReport(t, false, 2)
	two := filesOf(t, again)
	for name, data := range one {
		if !bytes.Equal(data, two[name]) {
			t.Errorf("%s differs between 1 and 2 workers", name)
		}
	}
}

// unpacked is a file as text, with the parts of a workbook one after the other.
func unpacked(t *testing.T, name string, data []byte) string {
	t.Helper()
	if !strings.HasSuffix(name, ".xlsx") {
		return string(data)
	}
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return all.String()
}

func TestNamesOfPeopleAreInNoFileUnlessKept(t *testing.T) {
	parts := []string{"Quillfeather", "Cosima", "Tillinghast", "Bramblewick"}
	folder, c := fullReport(t, false, 0)
	for name, data := range filesOf(t, folder) {
		text := unpacked(t, name, data)
		for _, part := range parts {
			if strings.Contains(text, part) {
				t.Errorf("%s holds the name %s", name, part)
			}
		}
	}
	var text strings.Builder
	if err := WriteText(&text, c); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text.String(), "Quillfeather") || !strings.Contains(text.String(), "Rep 01") {
		t.Error("the text does not show aliases")
	}
	kept, _ := fullReport(t, true, 0)
	files := filesOf(t, kept)
	for _, name := range []string{RepsFile, PeopleFile, RosterFile, WorkbookFile} {
		if !strings.Contains(unpacked(t, name, files[name]), "Quillfeather") {
			t.Errorf("%s lacks the names that were to be kept", name)
		}
	}
}

func TestScenarioAndRosterLoadBack(t *testing.T) {
	folder, c := fullReport(t, false, 0)
	s, err := scenarios.Load(filepath.Join(folder.Path(), ScenarioFile))
	if err != nil {
		t.Fatal(err)
	}
	roster, err := scenarios.LoadRoster(filepath.Join(folder.Path(), RosterFile), scenarios.RosterOptionsFor(s))
	if err != nil {
		t.Fatal(err)
	}
	with, err := scenarios.WithRoster(s, roster)
	if err != nil {
		t.Fatal(err)
	}
	for i, got := range with.Roster {
		want := c.scenario().Roster[i]
		near := func(a, b *float64) bool { return (a == nil) == (b == nil) && (a == nil || math.Abs(*a-*b) < 1e-12) }
		if got.ID != want.ID || got.Alias != want.Alias || got.Team != want.Team || got.Manager != want.Manager ||
			!near(got.Tenure, want.Tenure) || !near(got.Sales, want.Sales) || !near(got.Rating, want.Rating) || !near(got.Potential, want.Potential) {
			t.Errorf("seat %d comes back as %+v, was %+v", i, got, want)
		}
	}
	with.Roster = c.scenario().Roster
	if got, want := scenarios.Digest(with), c.Summarise().Digest; got != want {
		t.Errorf("the files give digest %s, the run had %s", got, want)
	}
	if !slices.Contains(roster.ExtraColumns, "Shoe Size") {
		t.Errorf("the column that was not used is lost; kept are %v", roster.ExtraColumns)
	}
}

// readCSV reads a file of a report.
func readCSV(t *testing.T, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestDictionaryExplainsEveryColumn(t *testing.T) {
	folder, _ := fullReport(t, false, 0)
	files := filesOf(t, folder)
	explained := map[string]bool{}
	for _, row := range readCSV(t, files[DictionaryFile])[1:] {
		if strings.Contains(strings.Join(row, ""), "⟦") || row[2] == "" {
			t.Errorf("%s, %s has no words: %v", row[0], row[1], row)
		}
		if key := row[0] + " " + row[1]; explained[key] {
			t.Errorf("%s is explained twice", key)
		} else {
			explained[key] = true
		}
	}
	for _, name := range []string{WeeklyFile, RepsFile, PeopleFile, RosterFile} {
		for _, column := range readCSV(t, files[name])[0] {
			if !explained[name+" "+column] {
				t.Errorf("column %s of %s is not explained", column, name)
			}
		}
	}
	for _, info := range sim.TotalInfo() {
		if !explained[SummaryFile+" outcomes."+info.ID] {
			t.Errorf("outcome %s is not explained", info.ID)
		}
	}
	for _, info := range sim.WeeklyInfo() {
		if !explained[WeeklyFile+" outcome = "+info.ID] {
			t.Errorf("weekly outcome %s is not explained", info.ID)
		}
	}
}

func TestFiguresAreWellFormed(t *testing.T) {
	folder, err := OpenFolder(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeFigures(folder, contentsOf(t)); err != nil {
		t.Fatal(err)
	}
	files := filesOf(t, folder)
	for _, kind := range chart.Gallery() {
		img, err := png.Decode(bytes.NewReader(files[figureName(kind.ID, "png")]))
		if err != nil {
			t.Errorf("%s: %v", kind.ID, err)
			continue
		}
		if b := img.Bounds(); b.Dx() != figureWidth*figureScale || b.Dy() != figureHeight*figureScale {
			t.Errorf("%s is %v", kind.ID, b)
		}
		decoder := xml.NewDecoder(bytes.NewReader(files[figureName(kind.ID, "svg")]))
		elements := 0
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Errorf("%s: %v", kind.ID, err)
				break
			}
			if _, ok := token.(xml.StartElement); ok {
				elements++
			}
		}
		if elements < 10 {
			t.Errorf("%s.svg has %d elements", kind.ID, elements)
		}
	}
}
