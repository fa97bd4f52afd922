package report

import (
	"bufio"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"threep/scenarios"
	"threep/sim"
)

func textOf(t *testing.T, c *Contents) string {
	t.Helper()
	var b strings.Builder
	if err := WriteText(&b, c); err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"⟦", "%!", "NaN", "Inf", "CI", "confidence"} {
		if strings.Contains(b.String(), never) {
			t.Errorf("the text holds %q:\n%s", never, b.String())
		}
	}
	return b.String()
}

func TestTextTellsTheResult(t *testing.T) {
	text := textOf(t, contentsOf(t))
	for _, want := range []string{
		"The default organisation\n6 futures of 2 years, 16 seats, seed 1\n",
		"Projected effectiveness: ", "20 futures beat", "8 of 10 futures lie between ",
		"Before cost ", "Baseline", "Scenario", "Difference", "    8 of 10 between", "Revenue, USD", "Turnover, a year",
		"All factors together", "Net present value", "below what the job asks", "The spread is luck:",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
	for _, never := range []string{"Default baseline", "assumptions", "Stopped early", "ignorance", "roster"} {
		if strings.Contains(text, never) {
			t.Errorf("the text of a plain run says %q", never)
		}
	}
	for _, line := range strings.Split(text, "\n") {
		if n := utf8.RuneCountInString(line); n > 100 {
			t.Errorf("line of %d characters: %s", n, line)
		}
	}
}

func TestTextTellsWhatIsUnusual(t *testing.T) {
	s := small()
	s.Assumptions.Market.DealValue *= 1.5
	for _, c := range []struct {
		name string
		o    sim.Options
		want []string
	}{
		{"assumptions", sim.Options{Runs: 3}, []string{"Default baseline", "Value of a deal USD 18k in place of USD 12k", "default assumptions, no decisions"}},
		{"ignorance", sim.Options{Runs: 2, Uncertain: true}, []string{"luck and ignorance together", "drawn around this scenario's assumptions, no decisions", "With 2 futures the spread"}},
		{"one future", sim.Options{Runs: 1}, []string{"1 future of 2 years", "With 1 future the spread"}},
	} {
		text := textOf(t, &Contents{Result: simulate(t, s, c.o), Program: "Simulator", Version: "9.9.9"})
		text = strings.Join(strings.Fields(text), " ")
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the text lacks %q:\n%s", c.name, want, text)
			}
		}
		if c.o.Runs == 1 && strings.Contains(text, "8 of 10 between") {
			t.Error("one future has a spread")
		}
	}
}

func TestTextWithoutDecisions(t *testing.T) {
	s := small()
	s.Decisions = scenarios.Base().Decisions
	text := textOf(t, &Contents{Result: simulate(t, s, sim.Options{Runs: 2})})
	for _, want := range []string{"Nothing is decided yet", "Projected effectiveness: 100.0 "} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Logged use") || strings.Contains(text, "today;") || strings.Contains(text, "Net present value") || strings.Contains(text, "Tools:") {
		t.Error("the text speaks of what there is not")
	}
}

// TestCostAddsUpAsShown reads the three figures back: before less cost is after.
func TestCostAddsUpAsShown(t *testing.T) {
	for _, c := range []struct{ before, after float64 }{
		{100.14, 99.46}, {100.04, 99.95}, {99.96, 100.04}, {1234.56, 1230.04}, {108, 97.25}, {100, 100},
	} {
		line := costLine(&sim.Headline{Before: c.before, After: c.after, CostRatio: c.before - c.after})
		var n []float64
		for _, word := range strings.Fields(strings.ReplaceAll(line, ",", "")) {
			if v, err := strconv.ParseFloat(word, 64); err == nil {
				n = append(n, v)
				if !strings.Contains(word, ".") {
					t.Errorf("%s: %s has no decimal", line, word)
				}
			}
		}
		if len(n) != 3 {
			t.Fatalf("%s: %d numbers", line, len(n))
		}
		if strings.Contains(line, "plus") {
			n[1] = -n[1]
		}
		if math.Abs(n[0]-n[1]-n[2]) > 1e-9 {
			t.Errorf("%s: the parts do not add up", line)
		}
	}
}

// TestUndefinedFuturesAreLeftOut holds summaries to the futures that have a value, but
// for a payback that does not come, and the text to saying how many were left out.
func TestUndefinedFuturesAreLeftOut(t *testing.T) {
	nan := math.NaN()
	s := sim.TotalAtQuota.Summarise([]float64{nan, .4, nan, .6})
	if s.Mean != .5 || s.P95 > .6 || s.P50 != .5 || s.Undefined != 2 || s.N != 4 {
		t.Errorf("two of four futures give %+v", s)
	}
	if s := sim.TotalPayback.Summarise([]float64{nan, 10, nan, 20}); !math.IsNaN(s.P95) || s.P05 > 20 {
		t.Errorf("two paybacks of four give %+v", s)
	}
	if s := sim.TotalWinRate.Summarise([]float64{nan, nan}); !math.IsNaN(s.Mean) || !math.IsNaN(s.P50) || s.Undefined != 2 {
		t.Errorf("of nothing it gives %+v", s)
	}
	if line := string(appendNumber(nil, sim.TotalWinRate.Summarise([]float64{nan}).Mean)); line != "" {
		t.Errorf("a cell of nothing holds %q", line)
	}
	x := &text{Contents: contentsOf(t)}
	var b strings.Builder
	x.Writer = bufio.NewWriter(&b)
	x.leaveOut("reps_at_quota", s)
	x.leaveOut("reps_at_quota", sim.TotalAtQuota.Summarise([]float64{nan, nan, nan, 1}))
	x.leaveOut("win_rate", sim.TotalWinRate.Summarise([]float64{1, 1}))
	x.leaveOut("skill", sim.TotalSkill.Summarise([]float64{nan}))
	x.notes()
	x.Flush()
	if got := b.String(); !strings.Contains(got, "Reps at quota: not defined in 3 of 6 futures, which are left out.") || strings.Contains(got, "Win rate") || strings.Contains(got, "Skill:") {
		t.Errorf("the notes are\n%s", got)
	}
}

func TestPeopleOfARoster(t *testing.T) {
	_, c := fullReport(t, false, 0)
	text := textOf(t, c)
	if !strings.Contains(text, "no instrument to judge people") || !strings.Contains(text, "of 10 draws") {
		t.Errorf("the text lacks the people:\n%s", text)
	}
	list := c.People.List()
	if len(list) != len(c.Roster.Seats) {
		t.Fatalf("%d people, want %d", len(list), len(c.Roster.Seats))
	}
	for i, p := range list {
		if p.Draws != c.Result.Runs || p.Alias != c.Roster.Seats[i].Alias || !(p.Qualified >= 0 && p.Qualified <= 1) {
			t.Errorf("person %d is %+v", i, p)
		}
	}
}

func TestPeopleAreCountedWhereTheyStay(t *testing.T) {
	known := 52.0
	p := NewPeople(&scenarios.Roster{Seats: []sim.RosterSeat{{ID: "1", Alias: "A", Tenure: &known}, {ID: "2", Alias: "B"}}})
	record := func(w sim.World, seat string, ordinal int, qualified bool, weeks, sales float64) sim.PersonRecord {
		return sim.PersonRecord{World: w, Seat: seat, Ordinal: ordinal, Qualified: qualified, WeeksInSeat: []float64{weeks}, Sales: []float64{sales}}
	}
	p.Add(0, []sim.PersonRecord{
		record(sim.Assumed, "A", 0, true, 52, 300), record(sim.Decided, "A", 0, true, 52, 360),
		record(sim.Assumed, "B", 0, false, 20, 50), record(sim.Assumed, "B", 1, true, 30, 70),
	})
	p.Add(1, []sim.PersonRecord{
		record(sim.Assumed, "A", 0, false, 52, 500), record(sim.Assumed, "B", 0, false, 52, 200),
	})
	list := p.List()
	a, b := list[0], list[1]
	if a.Expected.Mean != 400 || a.Expected.N != 2 || a.WithScenario.Mean != 360 || a.Stays != 1 || a.Qualified != .5 || a.Tenure != 52 {
		t.Errorf("the first person is %+v", a)
	}
	if b.Expected.Mean != 200 || b.Stays != .5 || b.Qualified != 0 || !math.IsNaN(b.Tenure) || !math.IsNaN(b.WithScenario.Mean) {
		t.Errorf("the second person is %+v", b)
	}
	if math.Abs(a.Relative-400.0/300) > 1e-12 {
		t.Errorf("relative sales are %g, want 1.33", a.Relative)
	}
	if got := qualifiedChance(&b); got != "under 1 of 10 draws" {
		t.Errorf("a chance of nothing is %q", got)
	}
	if got := qualifiedChance(&Person{Draws: 10, Qualified: .7}); got != "7 of 10 draws" {
		t.Errorf("a chance of .7 is %q", got)
	}
	if got := qualifiedChance(&Person{Draws: 10, Qualified: 1}); got != "over 9 of 10 draws" {
		t.Errorf("a chance of 1 is %q", got)
	}
}

func TestDistinguish(t *testing.T) {
	r := &scenarios.Roster{Seats: []sim.RosterSeat{{Alias: "A"}, {Alias: "A"}, {Alias: "A (2)"}, {Alias: "B"}, {Alias: "A"}}}
	Distinguish(r)
	var got []string
	for _, s := range r.Seats {
		got = append(got, s.Alias)
	}
	if want := "A|A (3)|A (2)|B|A (4)"; strings.Join(got, "|") != want {
		t.Errorf("aliases are %v, want %s", got, want)
	}
}

func TestGrid(t *testing.T) {
	g := &grid{left: 1}
	g.add("", "Base", "New")
	g.rule()
	g.add("a heading longer than any column")
	g.add("Länge", "−1", "12")
	var b strings.Builder
	w := bufio.NewWriter(&b)
	g.write(w)
	w.Flush()
	want := "       Base  New\n────────────────\na heading longer than any column\nLänge    −1   12\n"
	if b.String() != want {
		t.Errorf("the table is\n%s, want\n%s", b.String(), want)
	}
}

func TestParagraph(t *testing.T) {
	var b strings.Builder
	w := bufio.NewWriter(&b)
	paragraph(w, "  ", strings.Repeat("word ", 40))
	w.Flush()
	lines := strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[1], "  word") {
		t.Errorf("lines are %q", lines)
	}
	for _, l := range lines {
		if len(l) > TextWidth {
			t.Errorf("line of %d: %s", len(l), l)
		}
	}
}

// TestReturnIsOfACostThatIsAdded leaves a return undefined where there is hardly any
// cost that it could be one on.
func TestReturnIsOfACostThatIsAdded(t *testing.T) {
	for _, c := range []struct {
		s    sim.Summary
		want bool
	}{
		{sim.Summary{N: 100, P50: .5}, true},
		{sim.Summary{N: 100, Undefined: 5, P50: -1}, true},
		{sim.Summary{N: 100, Undefined: 60, P50: -3}, false},
		{sim.Summary{N: 100, P50: -214}, false},
		{sim.Summary{}, false},
	} {
		if got := ReturnMeans(c.s); got != c.want {
			t.Errorf("%+v: %v", c.s, got)
		}
	}
}
