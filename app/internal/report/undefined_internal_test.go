package report

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"threep/sim"
)

// idle is an organisation that hardly ever wins a deal: in most quarters there is
// nothing to compare with.
func idle() *sim.Scenario {
	s := small()
	s.Organisation.Seats = 5
	s.Assumptions.Market.Opportunities, s.Assumptions.Market.WinShare = .1, .05
	return s
}

// What is not defined is no number, and left empty wherever it is written.
func TestWhatIsNotDefinedIsLeftEmpty(t *testing.T) {
	r := simulate(t, idle(), sim.Options{Runs: 1})
	margin := r.WeeklyMean(sim.WeekGrossMargin, sim.Assumed)
	effectiveness := r.WeeklySample(sim.WeekEffectiveness, sim.Decided, 0)
	booked := r.WeeklySample(sim.WeekRevenue, sim.Decided, 0)
	forecast := r.WeeklySample(sim.WeekForecastError, sim.Decided, 0)
	none, some := 0, 0
	for k := range effectiveness {
		window := 0.0
		for j := max(0, k-12); j <= k; j++ {
			window += margin[j]
		}
		if math.IsNaN(effectiveness[k]) != (window == 0) {
			t.Errorf("week %d has an effectiveness of %g over a margin of %g", k+1, effectiveness[k], window)
		}
		if window == 0 {
			none++
		}
		if (k+1)%13 == 0 {
			quarter := 0.0
			for _, x := range booked[k-12 : k+1] {
				quarter += x
			}
			if math.IsNaN(forecast[k]) != (quarter == 0) {
				t.Errorf("the quarter to week %d booked %g and has a forecast error of %g", k+1, quarter, forecast[k])
			}
			if quarter == 0 {
				some++
			}
		}
	}
	if none == 0 || some == 0 {
		t.Fatal("nothing is undefined in an organisation that hardly ever wins")
	}
	c := &Contents{Result: r, Program: "Simulator", Version: "9.9.9"}
	var weekly bytes.Buffer
	if err := writeWeekly(&weekly, c.weeklyOutcomes()); err != nil {
		t.Fatal(err)
	}
	empty := 0
	for _, row := range readCSV(t, weekly.Bytes())[1:] {
		if row[0] == "effectiveness" && row[2] == "scenario" && row[3] == "" {
			empty++
		}
	}
	if empty != none {
		t.Errorf("%d weeks of effectiveness are left empty, want %d", empty, none)
	}
	summary := c.Summarise()
	var text bytes.Buffer
	if err := writeSummary(&text, &summary); err != nil {
		t.Fatal(err)
	}
	folder, err := OpenFolder(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeFigures(folder, c); err != nil {
		t.Fatal(err)
	}
	for name, file := range filesOf(t, folder) {
		if strings.HasSuffix(name, ".svg") && (bytes.Contains(file, []byte("NaN")) || bytes.Contains(file, []byte("Inf"))) {
			t.Errorf("%s draws what is not a number", name)
		}
	}
	if strings.Contains(textOf(t, c)+weekly.String()+text.String(), "NaN") {
		t.Error("a table holds what is not a number")
	}
}

// Weeks are counted from 1 in every file: who joins in the first week joins in week
// 1, who joined in the week before today in week 0.
func TestWeeksAreCountedFromOneInEveryFile(t *testing.T) {
	folder, err := OpenFolder(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	s := small()
	reps, err := NewReps(folder, s)
	if err != nil {
		t.Fatal(err)
	}
	type week struct{ hire, exit int }
	var engine []week
	r := simulate(t, s, sim.Options{Records: func(run int, people []sim.PersonRecord) {
		for i := range people {
			engine = append(engine, week{people[i].HireWeek, people[i].ExitWeek})
		}
		reps.Add(run, people)
	}})
	if err := reps.Commit(); err != nil {
		t.Fatal(err)
	}
	rows := readCSV(t, filesOf(t, folder)[RepsFile])
	column := func(name string) int { return index(t, rows[0], name) }
	hires, exits := map[string]float64{}, map[string]float64{}
	last := 0.0
	for i, row := range rows[1:] {
		hire := number(t, row[column("hire_week")])
		if int(hire) != engine[i].hire+1 {
			t.Fatalf("the engine's week %d is written as %g", engine[i].hire, hire)
		}
		if start := number(t, row[column("tenure_start")]); (hire > 0) != (start == 0) || hire <= 0 && hire != 1-start {
			t.Fatalf("hired in week %g with a tenure of %g weeks today", hire, start)
		}
		key := row[column("run")] + row[column("which")]
		if hire > 0 {
			hires[key]++
		}
		if cell := row[column("exit_week")]; cell != "" {
			exit := number(t, cell)
			if exit < 1 || exit < hire || int(exit) != engine[i].exit+1 {
				t.Fatalf("left in week %g, hired in week %g", exit, hire)
			}
			last = max(last, exit)
			exits[key]++
		}
	}
	if last > float64(r.Weeks) || last < float64(r.Weeks)-20 {
		t.Errorf("the last of many exits is in week %g of %d", last, r.Weeks)
	}
	// The weeks of weekly.csv add up to the same people.
	for run := range r.Runs {
		joined, left := 0.0, 0.0
		for k := range r.Weeks {
			joined += r.WeeklySample(sim.WeekHires, sim.Decided, run)[k]
			left += r.WeeklySample(sim.WeekVoluntary, sim.Decided, run)[k] + r.WeeklySample(sim.WeekLetGo, sim.Decided, run)[k]
		}
		key := string(rune('1'+run)) + sim.Decided.String()
		if hires[key] != joined || exits[key] != left {
			t.Errorf("future %d: %g hires and %g exits by person, %g and %g by week", run+1, hires[key], exits[key], joined, left)
		}
	}
	// A payback of so many weeks before is in the week after them.
	if got := statisticsOf(sim.TotalPayback, []float64{0, 57, 57}).P50; got != 58 {
		t.Errorf("cash that is short in 57 weeks is back in week %g, want 58", got)
	}
	if got := headlineSummary(sim.Headline{PaybackWeek: 57}).PaybackWeek; got != 58 {
		t.Errorf("the headline says week %g, want 58", got)
	}
}

// Columns of a tool say what a person makes of it, and nothing where the person
// never came to consider it or the world has no tools.
func TestRepsSayWhatPeopleMakeOfEachTool(t *testing.T) {
	folder, err := OpenFolder(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	s := small()
	s.Decisions.Tools = []string{"crm", "mobile"}
	s.Decisions.ToolDelay = map[string]float64{"mobile": 60}
	reps, err := NewReps(folder, s)
	if err != nil {
		t.Fatal(err)
	}
	simulate(t, s, sim.Options{Records: reps.Add})
	if err := reps.Commit(); err != nil {
		t.Fatal(err)
	}
	rows := readCSV(t, filesOf(t, folder)[RepsFile])
	column := func(name string) int { return index(t, rows[0], name) }
	both, first, today := 0, 0, 0
	for _, row := range rows[1:] {
		crm, mobile := row[column("intention_crm")], row[column("intention_mobile")]
		if (crm == "") != (row[column("ease_crm")] == "") || (mobile == "") != (row[column("ease_mobile")] == "") {
			t.Fatalf("intention and ease do not go together: %v", row)
		}
		if row[column("which")] != "scenario" {
			if crm+mobile != "" {
				t.Fatalf("a world without tools has an intention of %q and %q", crm, mobile)
			}
			continue
		}
		exit, stays := 0.0, row[column("exit_week")] == ""
		if !stays {
			exit = number(t, row[column("exit_week")])
		}
		switch {
		case mobile != "" && !stays && exit < 60:
			t.Fatalf("who left in week %g has considered a tool of week 68", exit)
		case crm != "" && mobile != "":
			both++
		case crm != "":
			first++
		}
		if start := row[column("rating_start")]; start != "" {
			today++
			if number(t, row[column("hire_week")]) > 0 {
				t.Fatalf("who joined in week %s is rated %s today", row[column("hire_week")], start)
			}
		}
	}
	if both == 0 || first == 0 || today == 0 {
		t.Errorf("%d people considered both tools, %d the first alone; %d are rated today", both, first, today)
	}
}
