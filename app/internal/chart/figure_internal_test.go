package chart

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

func TestEveryFigureIsWhole(t *testing.T) {
	for _, kind := range Gallery() {
		f := figure(t, kind.ID, Options{Program: "Test 1.2"})
		texts := []string{f.Title, f.Subtitle, f.Note, f.Stamp.Text(), kind.Help()}
		if f.Empty != "" || len(f.Panels) == 0 {
			t.Fatalf("%s is empty: %q", kind.ID, f.Empty)
		}
		for _, p := range f.Panels {
			if !(p.Y.Max > p.Y.Min) {
				t.Errorf("%s has the range %v", kind.ID, p.Y.Range)
			}
			look := map[string]string{}
			for _, s := range p.Series {
				if len(s.Y) != len(f.X.Weeks) {
					t.Errorf("%s: %s has %d weeks", kind.ID, s.ID, len(s.Y))
				}
				if s.Sample {
					continue
				}
				texts = append(texts, s.Label, s.Short)
				style := fmt.Sprint(s.Hue)
				if other, twice := look[style]; twice && s.Width != Thin {
					t.Errorf("%s: %s and %s have one colour", kind.ID, s.ID, other)
				}
				look[style] = s.ID
				for _, o := range p.Series {
					if o.ID != s.ID && o.Hue != s.Hue && o.Dash == s.Dash && o.Width == s.Width {
						t.Errorf("%s: %s and %s differ by colour alone", kind.ID, s.ID, o.ID)
					}
				}
			}
			for _, a := range p.Areas {
				texts = append(texts, a.Label)
			}
			for _, b := range p.Bands {
				texts = append(texts, b.Label)
				for k := range b.Low {
					if b.Low[k] > b.High[k] {
						t.Errorf("%s: a band is upside down in week %d", kind.ID, k+1)
						break
					}
				}
			}
		}
		for _, text := range texts {
			if text == "" || strings.Contains(text, "⟦") || strings.Contains(text, "%!") {
				t.Errorf("%s says %q", kind.ID, text)
			}
		}
	}
}

func TestStamp(t *testing.T) {
	digest := strings.Repeat("0123456789abcdef", 4)
	f := figure(t, Effectiveness, Options{Program: "Test 1.2", Changed: true, Digest: digest})
	if got, want := f.Stamp.Text(), "Mobile access and playbooks (changed) · 100 futures · seed 1 · Test 1.2 · model 1 · digest 0123456789ab"; got != want {
		t.Errorf("the stamp is\n%s, want\n%s", got, want)
	}
	f.Stamp.Changed, f.Stamp.Digest = false, ""
	if got, want := f.Stamp.Text(), "Mobile access and playbooks · 100 futures · seed 1 · Test 1.2 · model 1"; got != want {
		t.Errorf("the stamp is\n%s, want\n%s", got, want)
	}
	drawn, err := renderer(t).SVG(f, Request{Width: 800, Height: 500, Palette: Light()}.ForExport())
	if err != nil || !strings.Contains(string(drawn), f.Stamp.Text()) {
		t.Errorf("a picture without its stamp was drawn: %v", err)
	}
}

func TestBaselineIsOnTopAndThin(t *testing.T) {
	for _, id := range []ID{Effectiveness, RepsAtQuota, Money} {
		p := figure(t, id, Options{}).Panels[0]
		last := p.Series[len(p.Series)-1]
		if last.Hue != HueBaseline || last.Width != Thin || p.Series[0].Width != Thick {
			t.Errorf("%s ends with %+v", id, last.ID)
		}
	}
}

// TestTwoBaselinesAreToldApart looks for both, by name, pattern and value, where the
// assumptions are the user's own, and for one baseline where they are not.
func TestTwoBaselinesAreToldApart(t *testing.T) {
	for _, id := range []ID{Effectiveness, RevenueMargin, RepsAtQuota, PipelineWinRate} {
		f := facts(156, 20)
		f.AssumptionsDiffer = false
		same, err := BuildFrom(id, f, newFake(156, 20), Options{Spread: None})
		if err != nil {
			t.Fatal(err)
		}
		other := figure(t, id, Options{Spread: None})
		for i, p := range other.Panels {
			of := map[string]Series{}
			for _, s := range p.Series {
				world, _, _ := strings.Cut(s.ID, ".")
				of[world] = s
			}
			yours, published := of["assumed"], of["baseline"]
			if yours.Label == published.Label || yours.Short == published.Short || !strings.Contains(strings.ToLower(yours.Short), "baseline") || !strings.Contains(strings.ToLower(published.Short), "default") {
				t.Errorf("%s: the baselines are called %q and %q", id, yours.Label, published.Label)
			}
			for _, s := range p.Series {
				if s.Dash == yours.Dash && !strings.HasPrefix(s.ID, "assumed") {
					t.Errorf("%s: %s has the pattern of the user's baseline", id, s.ID)
				}
			}
			if reflect.DeepEqual(yours.Y, published.Y) {
				t.Errorf("%s: both baselines are one line", id)
			}
			for _, s := range same.Panels[i].Series {
				if strings.HasPrefix(s.ID, "assumed") || strings.Contains(s.Label, "ublished") {
					t.Errorf("%s: %q is drawn where all assumptions are the published ones", id, s.Label)
				}
			}
		}
		if note := assets.T("chart.note.two_baselines"); !strings.Contains(other.Note, note) || strings.Count(other.Note, note) != 1 || strings.Contains(same.Note, note) {
			t.Errorf("%s: the notes are %q and %q", id, other.Note, same.Note)
		}
	}
	if p := figure(t, Money, Options{}).Panels[0]; p.Series[len(p.Series)-1].Label != assets.T("chart.series.plain.assumed") {
		t.Errorf("cash is held against %q", p.Series[len(p.Series)-1].Label)
	}
}

// TestPublishedEffectiveness works an example out by hand: a margin of 50 and a cost of
// 30 a week as published, 40 and 25 as assumed.
func TestPublishedEffectiveness(t *testing.T) {
	src := newFake(20, 2)
	src.values = func(o sim.Weekly, w sim.World, _, _ int) float64 {
		switch {
		case o == sim.WeekGrossMargin && w == sim.Baseline:
			return 50
		case o == sim.WeekGrossMargin:
			return 40
		case o == sim.WeekCost && w == sim.Baseline:
			return 30
		case o == sim.WeekCost:
			return 25
		}
		return 100
	}
	fig, err := BuildFrom(Effectiveness, facts(20, 2), src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	series := fig.Panels[0].Series
	for k, got := range series[len(series)-1].Y {
		if want := 100 * (50. - (30 - 25)) / 40; math.Abs(got-want) > 1e-9 {
			t.Fatalf("week %d: the published baseline is at %g, want %g", k+1, got, want)
		}
	}
}

func TestSpreads(t *testing.T) {
	count := func(o Options) (bands, samples int) {
		p := figure(t, Effectiveness, o).Panels[0]
		for _, s := range p.Series {
			if s.Sample {
				samples++
			}
		}
		return len(p.Bands), samples
	}
	for _, c := range []struct {
		spread         Spread
		bands, samples int
	}{{"", 3, 0}, {Bands, 3, 0}, {Lines, 0, 20}, {None, 0, 0}} {
		if b, s := count(Options{Spread: c.spread}); b != c.bands || s != c.samples {
			t.Errorf("spread %q has %d bands and %d lines", c.spread, b, s)
		}
	}
}

func TestNoToolsIsSaidInWords(t *testing.T) {
	f := facts(156, 20)
	f.Tools, f.GoLive = 0, math.NaN()
	for _, id := range []ID{AdoptionStages, LoggedBenefit, AdoptionSavvy} {
		fig, err := BuildFrom(id, f, newFake(156, 20), Options{})
		if err != nil || fig.Empty != assets.T("chart.empty.no_tools") || len(fig.Panels) != 0 {
			t.Errorf("%s without tools: %q, %v", id, fig.Empty, err)
		}
	}
	fig, err := BuildFrom(Effectiveness, f, newFake(156, 20), Options{})
	if err != nil || len(fig.Verges) != 0 {
		t.Errorf("a go-live is marked without tools: %v, %v", fig.Verges, err)
	}
}

func TestBuildRefusesWhatIsNotThere(t *testing.T) {
	if _, err := BuildFrom("pie", facts(10, 1), newFake(10, 1), Options{}); err == nil {
		t.Error("a figure of an unknown kind was built")
	}
	if _, err := Build(Money, nil, Options{}); err == nil {
		t.Error("a figure of no result was built")
	}
	fig, err := BuildFrom(Money, facts(0, 0), newFake(0, 0), Options{})
	if err != nil || fig.Empty == "" {
		t.Errorf("a figure of no futures: %+v, %v", fig, err)
	}
}

func TestFactsOfAResult(t *testing.T) {
	s := &sim.Scenario{Title: "T"}
	s.Organisation.Currency = "USD"
	s.Decisions.Tools = []string{"a", "b"}
	s.Decisions.Rollout.Start = 10
	s.Decisions.ToolDelay = map[string]float64{"a": 4, "b": 2}
	f := FactsOf(&sim.Result{Scenario: s, Weeks: 52, Runs: 3, Seed: 9})
	if f.GoLive != 12 || f.Tools != 2 || f.Currency != "USD" || f.Weeks != 52 || f.Runs != 3 || f.Seed != 9 {
		t.Fatalf("facts are %+v", f)
	}
	s.Decisions.Tools = nil
	if f := FactsOf(&sim.Result{Scenario: s}); finite(f.GoLive) {
		t.Fatalf("go-live is %g without tools", f.GoLive)
	}
}

func TestQuarterSumsTheLast13Weeks(t *testing.T) {
	o := outcome{weekly: sim.WeekRevenue, quarter: true}
	y := make([]float64, 30)
	for k := range y {
		y[k] = float64(k + 1)
	}
	got := o.shown(y)
	if got[0] != 13 || got[12] != 91 || got[29] != 13*24 {
		t.Fatalf("got %g, %g, %g", got[0], got[12], got[29])
	}
}

func TestLowestCash(t *testing.T) {
	for _, c := range []struct {
		cash []float64
		want int
	}{
		{[]float64{-1, -3, -2, 0, 4}, 1},
		{[]float64{0, 1, 2}, -1},
		{[]float64{math.NaN(), -1, math.NaN(), 2}, 1},
		{nil, -1},
	} {
		if got := lowest(c.cash); got != c.want {
			t.Errorf("%v is lowest at %d, want %d", c.cash, got, c.want)
		}
	}
}

// TestPaybackIsOneMonthEverywhere pays back in every week in turn: mark, read-out and
// table have to name the month that the headline names.
func TestPaybackIsOneMonthEverywhere(t *testing.T) {
	const weeks = 60
	for first := 2; first < weeks; first++ { // the first week at whose end cash is not below zero
		src := newFake(weeks, 3)
		src.values = func(_ sim.Weekly, _ sim.World, _, week int) float64 {
			if week+1 < first {
				return -1000
			}
			return 1000
		}
		f := facts(weeks, 3)
		f.Payback = float64(first - 1)
		fig, err := BuildFrom(Money, f, src, Options{})
		if err != nil {
			t.Fatal(err)
		}
		headline := format.Payback(f.Payback, weeks)
		points := fig.Panels[0].Points
		mark := points[len(points)-1]
		if mark.Week != float64(first) || !strings.HasSuffix(mark.Label, headline) {
			t.Fatalf("paid back in week %d, %s: the mark says %q in week %g", first, headline, mark.Label, mark.Week)
		}
		if said := fig.readout(0, first-1)[0]; !strings.HasPrefix(strings.ToLower(said), headline+",") {
			t.Errorf("week %d is read off as %q, and the headline says %s", first, said, headline)
		}
		for _, row := range NewTable(fig).Rows {
			if strings.HasPrefix(row[1], "−") {
				continue
			}
			if got := assets.F("format.month", atoi(t, row[0])); got != headline {
				t.Errorf("paid back in week %d: the table says so in %s, the headline in %s", first, got, headline)
			}
			break
		}
	}
}

func atoi(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestUndefinedIsLeftOutAndSaid has the least savvy quarter empty in every other
// future, the next one in all of them, and the third one in the last week: futures
// without a value are left out, and where there is none, words say so.
func TestUndefinedIsLeftOutAndSaid(t *testing.T) {
	const weeks = 26
	src := newFake(weeks, 4)
	src.values = func(o sim.Weekly, _ sim.World, run, week int) float64 {
		switch {
		case o == sim.WeekUseSavvy1 && run%2 == 0, o == sim.WeekUseSavvy2, o == sim.WeekUseSavvy3 && week == weeks-1:
			return math.NaN()
		}
		return .4
	}
	f, err := BuildFrom(AdoptionSavvy, facts(weeks, 4), src, Options{})
	if err != nil || f.Empty != "" {
		t.Fatalf("%q, %v", f.Empty, err)
	}
	p := f.Panels[0]
	if p.Remark != "Not defined: Less savvy" {
		t.Errorf("the remark is %q", p.Remark)
	}
	values := map[string]string{}
	for _, e := range p.ends() {
		values[e.name] = e.value
	}
	if values["Least savvy"] != "40%" || values["More savvy"] != "not defined" || values["Most savvy"] != "40%" || len(values) != 3 {
		t.Errorf("the lines end at %v", values)
	}
	said := strings.Join(f.readout(0, weeks-1), "\n")
	for _, want := range []string{"Least savvy: 40%", "Less savvy: not defined", "More savvy: not defined", "Most savvy: 40%"} {
		if !strings.Contains(said, want) {
			t.Errorf("the read-out lacks %q:\n%s", want, said)
		}
	}
	table := NewTable(f)
	if last := table.Rows[len(table.Rows)-1]; !reflect.DeepEqual(last[1:], []string{"40%", "not defined", "not defined", "40%"}) {
		t.Errorf("the last row of the table is %q", last)
	}
	if lines := strings.Split(strings.TrimRight(TSV(f), "\n"), "\n"); lines[weeks] != "26\t0.4\t\t\t0.4" {
		t.Errorf("the last line for a spreadsheet is %q", lines[weeks])
	}
	if _, err := renderer(t).Draw(f, Request{Width: 600, Height: 300, Palette: Light(), Note: true}); err != nil {
		t.Error(err)
	}
	for _, kind := range Gallery() { // nothing at all is defined
		src = newFake(weeks, 4)
		src.values = func(sim.Weekly, sim.World, int, int) float64 { return math.NaN() }
		if f, err := BuildFrom(kind.ID, facts(weeks, 4), src, Options{}); err != nil || f.Empty == "" && kind.ID != Money && kind.ID != Ramp {
			t.Errorf("%s of nothing says %q, %v", kind.ID, f.Empty, err)
		}
	}
}

func TestNoPaybackIsSaidInWords(t *testing.T) {
	src := newFake(156, 5)
	src.values = func(_ sim.Weekly, _ sim.World, _, week int) float64 { return -float64(week) }
	f := facts(156, 5)
	f.Payback = math.NaN()
	fig, err := BuildFrom(Money, f, src, Options{})
	if err != nil || !strings.Contains(fig.Panels[0].Remark, "3") || !strings.Contains(fig.Panels[0].Remark, "year") {
		t.Fatalf("remark is %q, %v", fig.Panels[0].Remark, err)
	}
	src = newFake(156, 5)
	src.values = func(sim.Weekly, sim.World, int, int) float64 { return 0 }
	if fig, err = BuildFrom(Money, f, src, Options{}); err != nil || fig.Panels[0].Remark != "" || len(fig.Panels[0].Points) > 0 {
		t.Errorf("where nothing is decided the figure says %q, %v", fig.Panels[0].Remark, err)
	}
}

func TestAxesAreHeld(t *testing.T) {
	f := figure(t, Effectiveness, Options{})
	wide := f.Axes()
	wide.Y[0] = Range{0, 500}
	if held := figure(t, Effectiveness, Options{Hold: wide}); held.Panels[0].Y.Range != wide.Y[0] {
		t.Errorf("held range is %v", held.Panels[0].Y.Range)
	}
	narrow := f.Axes()
	narrow.Y[0] = Range{99, 101}
	if held := figure(t, Effectiveness, Options{Hold: narrow}); !(held.Panels[0].Y.Max >= 117) {
		t.Errorf("a line leaves the held range %v", held.Panels[0].Y.Range)
	}
	if other := figure(t, Money, Options{Hold: wide}); other.Panels[0].Y.Range == wide.Y[0] {
		t.Error("the range of another kind was held")
	}
}

func TestNiceRanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Float64Range(-1e9, 1e9).Draw(t, "a")
		b := a + math.Abs(rapid.Float64Range(0, 1e6).Draw(t, "width"))
		e := extent{}
		e.add(a, b)
		r := niceRange(e, rapid.SampledFrom([]float64{0, 20}).Draw(t, "span"))
		slack := 1e-6 * (1 + math.Abs(a) + math.Abs(b))
		if !(r.Min <= a+slack && r.Max >= b-slack && r.Max > r.Min) {
			t.Fatalf("%v does not hold %g to %g", r, a, b)
		}
		n := rapid.IntRange(2, 12).Draw(t, "most")
		ticks := r.ticks(n)
		if len(ticks) > n+1 {
			t.Fatalf("%v has %d ticks, asked for %d", r, len(ticks), n)
		}
		for i, v := range ticks {
			if v < r.Min-slack || v > r.Max+slack || (i > 0 && v <= ticks[i-1]) {
				t.Fatalf("%v has the ticks %v", r, ticks)
			}
		}
	})
}

func TestTimeTicks(t *testing.T) {
	months := TimeAxis{Max: 156}
	if _, n := months.ticks(9); !reflect.DeepEqual(n, []int{0, 6, 12, 18, 24, 30, 36}) {
		t.Errorf("months are %v", n)
	}
	quarters := TimeAxis{Max: 156, Quarters: true}
	if w, n := quarters.ticks(9); !reflect.DeepEqual(n, []int{0, 2, 4, 6, 8, 10, 12}) || w[6] != 156 {
		t.Errorf("quarters are %v at %v", n, w)
	}
}

func TestTableAndTSV(t *testing.T) {
	f := figure(t, AdoptionStages, Options{})
	table := NewTable(f)
	if len(table.Header) != 6 || table.Header[1] != assets.T("chart.stage.rejected") || len(table.Rows) != 36 {
		t.Fatalf("header %q with %d rows", table.Header, len(table.Rows))
	}
	if last := table.Rows[35]; last[0] != "36" || last[1] != "22%" || !strings.HasPrefix(table.Text(), f.Title) {
		t.Fatalf("last row is %q", last)
	}
	lines := strings.Split(strings.TrimSpace(TSV(figure(t, Effectiveness, Options{Plain: true}))), "\n")
	if len(lines) != 157 || len(strings.Split(lines[0], "\t")) != 10 || !strings.HasPrefix(lines[156], "156\t") {
		t.Fatalf("%d lines; the first is %q, the last %q", len(lines), lines[0], lines[len(lines)-1])
	}
	if q := NewTable(figure(t, Money, Options{Quarters: true})); len(q.Rows) != 12 || q.Header[0] != assets.T("chart.table.quarter") {
		t.Fatalf("%d quarters under %q", len(q.Rows), q.Header[0])
	}
	if e := NewTable(Figure{Title: "nothing"}); len(e.Rows) != 0 || len(e.Header) != 1 {
		t.Fatalf("an empty figure has the table %+v", e)
	}
}
