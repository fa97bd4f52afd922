package report

import (
	"bytes"
	"encoding/json"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"threep/sim"
)

func number(t *testing.T, cell string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSummaryAddsUp(t *testing.T) {
	c := contentsOf(t)
	s := c.Summarise()
	var text bytes.Buffer
	if err := writeSummary(&text, &s); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Runs     int    `json:"runs"`
		Seed     uint64 `json:"seed"`
		Partial  bool   `json:"partial"`
		Digest   string `json:"digest"`
		Headline struct {
			After   float64 `json:"after_cost"`
			Cost    float64 `json:"cost"`
			Factors []struct {
				Ratio float64 `json:"ratio"`
			} `json:"factors"`
		} `json:"headline"`
		Outcomes map[string]struct {
			Unit                                    string
			Baseline, Assumed, Scenario, Difference struct {
				Mean, SD, P05, P25, P50, P75, P95 *float64
				Undefined                         int
			}
		} `json:"outcomes"`
	}
	if err := json.Unmarshal(text.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	if read.Runs != 6 || read.Seed != 1 || read.Partial || len(read.Digest) != 64 {
		t.Errorf("runs %d, seed %d, partial %v, digest %q", read.Runs, read.Seed, read.Partial, read.Digest)
	}
	product := 100.0
	for _, f := range read.Headline.Factors {
		product *= f.Ratio
	}
	if gap := product - read.Headline.Cost - read.Headline.After; math.Abs(gap) > 1e-9 {
		t.Errorf("product of the factors less cost misses the headline by %g", gap)
	}
	if len(read.Outcomes) != int(sim.NumTotals) {
		t.Errorf("%d outcomes, want %d", len(read.Outcomes), sim.NumTotals)
	}
	revenue := read.Outcomes["revenue"]
	if gap := *revenue.Scenario.Mean - *revenue.Assumed.Mean - *revenue.Difference.Mean; math.Abs(gap) > 1e-6 || revenue.Unit != "USD" {
		t.Errorf("revenue differs by %g from its difference; its unit is %q", gap, revenue.Unit)
	}
	if e := read.Outcomes["effectiveness"]; math.Abs(*e.Scenario.Mean-read.Headline.After) > 1e-9 {
		t.Errorf("mean effectiveness %g, headline %g", *e.Scenario.Mean, read.Headline.After)
	}
	payback := read.Outcomes["payback"]
	if payback.Baseline.Mean != nil || payback.Baseline.Undefined != 6 {
		t.Errorf("payback of the baseline is %v with %d undefined; want null with 6", payback.Baseline.Mean, payback.Baseline.Undefined)
	}
}

func TestWeeklyAgreesWithTheResult(t *testing.T) {
	c := contentsOf(t)
	var text bytes.Buffer
	if err := writeWeekly(&text, c.weeklyOutcomes()); err != nil {
		t.Fatal(err)
	}
	rows := readCSV(t, text.Bytes())
	if want := 1 + int(sim.NumWeekly)*3*c.Result.Weeks; len(rows) != want {
		t.Fatalf("%d rows, want %d", len(rows), want)
	}
	if got := strings.Join(rows[0], ","); got != "outcome,week,which,mean,p05,p25,p50,p75,p95,unit" {
		t.Errorf("header is %s", got)
	}
	quantiles := c.Result.WeeklyQuantiles(sim.WeekWinRate, sim.Decided, .05, .25, .5, .75, .95)
	mean := c.Result.WeeklyMean(sim.WeekWinRate, sim.Decided)
	seen := 0
	for _, row := range rows[1:] {
		if row[0] != "win_rate" || row[2] != "scenario" {
			continue
		}
		seen++
		k := int(number(t, row[1])) - 1
		want := []float64{mean[k], quantiles[0][k], quantiles[1][k], quantiles[2][k], quantiles[3][k], quantiles[4][k]}
		for i, w := range want {
			if got := number(t, row[3+i]); got != w {
				t.Fatalf("week %d, number %d is %g, want %g", k+1, i, got, w)
			}
		}
	}
	if seen != c.Result.Weeks {
		t.Errorf("%d weeks of the win rate, want %d", seen, c.Result.Weeks)
	}
}

// index finds a column of a file.
func index(t *testing.T, header []string, name string) int {
	t.Helper()
	i := slices.Index(header, name)
	if i < 0 {
		t.Fatalf("there is no column %s in %v", name, header)
	}
	return i
}

func TestRepsHasARowForEveryPersonRunAndWorld(t *testing.T) {
	folder, c := fullReport(t, false, 0)
	rows := readCSV(t, filesOf(t, folder)[RepsFile])
	header := rows[0]
	column := func(name string) int { return index(t, header, name) }
	seats := map[string]int{}
	for _, row := range rows[1:] {
		if row[column("hire_ordinal")] == "0" {
			seats[row[column("run")]+" "+row[column("which")]]++
		}
		if which, gain := row[column("which")], row[column("gain")]; which != "scenario" && gain != "" {
			t.Fatalf("the %s has a gain of %s", which, gain)
		}
		if quota := number(t, row[column("quota_year_1")]); quota > 1e4 {
			got, want := number(t, row[column("attainment_year_1")]), number(t, row[column("sales_year_1")])/quota
			if math.Abs(got-want) > 1e-3 {
				t.Fatalf("attainment %g, sales over quota %g", got, want)
			}
		}
		if exit, kind := row[column("exit_week")], row[column("exit_kind")]; (exit == "") != (kind == "") {
			t.Fatalf("exit week %q with kind %q", exit, kind)
		}
	}
	if len(seats) != 2*c.Result.Runs {
		t.Errorf("%d runs and worlds, want %d", len(seats), 2*c.Result.Runs)
	}
	for key, n := range seats {
		if n != len(c.Roster.Seats) {
			t.Errorf("run %s has %d first holders, want %d", key, n, len(c.Roster.Seats))
		}
	}
	column("trait_courage")
	column("weeks_in_seat_year_2")
}

func TestWorkbookHoldsTheTables(t *testing.T) {
	folder, c := fullReport(t, false, 0)
	book, err := excelize.OpenFile(filepath.Join(folder.Path(), WorkbookFile))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got, want := book.GetSheetList(), []string{"Summary", "Weekly", "People", "Reps", "Dictionary"}; !slices.Equal(got, want) {
		t.Fatalf("sheets are %v, want %v", got, want)
	}
	files := filesOf(t, folder)
	for sheet, file := range map[string]string{"Weekly": WeeklyFile, "People": PeopleFile, "Reps": RepsFile, "Dictionary": DictionaryFile} {
		want := readCSV(t, files[file])
		got, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != len(want) {
			t.Errorf("sheet %s has %d rows, %s %d", sheet, len(got), file, len(want))
			continue
		}
		for _, k := range []int{0, 1, len(want) / 2, len(want) - 1} {
			for i := range want[k] {
				cell := ""
				if i < len(got[k]) {
					cell = got[k][i]
				}
				if !sameCell(cell, want[k][i]) {
					t.Errorf("sheet %s, row %d, column %d is %q, %s has %q", sheet, k+1, i+1, cell, file, want[k][i])
				}
			}
		}
	}
	mean, err := book.GetCellValue("Summary", "D2", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if want := float64(c.Summarise().Outcomes[0].Baseline.Mean); number(t, mean) != want {
		t.Errorf("first mean is %s, want %g", mean, want)
	}
	props, err := book.GetDocProps()
	if err != nil || props.Created != workbookDate {
		t.Errorf("the workbook was made at %q, %v", props.Created, err)
	}
}

// sameCell compares cells as numbers where they are.
func sameCell(a, b string) bool {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	if errA == nil && errB == nil {
		return math.Abs(x-y) <= 1e-12*math.Abs(y)
	}
	return strings.EqualFold(a, b)
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		v      float64
		digits int
		want   string
	}{
		{1.25, 4, "1.25"},
		{100, 0, "100"},
		{1e6, 4, "1000000"},
		{-0.00001, 4, "0"},
		{0.5, 0, "0"},
		{-2.5004, 2, "-2.5"},
		{math.NaN(), 2, ""},
		{math.Inf(1), 2, ""},
	} {
		if got := string(appendRounded(nil, c.v, c.digits)); got != c.want {
			t.Errorf("%g with %d digits is %q, want %q", c.v, c.digits, got, c.want)
		}
	}
	for text, want := range map[string]string{
		"plain": "plain", "a,b": `"a,b"`, `say "x"`: `"say ""x"""`, " lead": `" lead"`, "=1+1": "'=1+1", "@x": "'@x", "": "",
	} {
		if got := string(appendCell(nil, text)); got != want {
			t.Errorf("%q is written %s, want %s", text, got, want)
		}
	}
	if got := string(appendNumber(nil, math.Copysign(0, -1))); got != "0" {
		t.Errorf("minus zero is written %s", got)
	}
}

func BenchmarkWeekly(b *testing.B) {
	r, err := smallResult()
	if err != nil {
		b.Fatal(err)
	}
	c := &Contents{Result: r}
	b.ReportAllocs()
	for b.Loop() {
		c.weeklyOutcomes()
	}
}
