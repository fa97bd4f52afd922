package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"threep/app/internal/chart"
)

func TestRunPrintsTheResult(t *testing.T) {
	code, before, say := simrun(quick("default")...)
	if code != exitDone || say != "" {
		t.Fatalf("gives %d: %s", code, say)
	}
	for _, want := range []string{"3 futures of 1 year, 8 seats, seed 1", "Projected effectiveness", "Baseline", "Difference", "8 of 10 between"} {
		if !strings.Contains(before, want) {
			t.Errorf("lacks %q:\n%s", want, before)
		}
	}
	// Flags may stand before or after the scenario, with one dash or two, with = or a
	// blank, by id or by path, and the number of workers makes no difference.
	code, after, say := simrun("run", "-runs=3", "default", "--weeks=52", "--workers", "1", "--set=organisation.seats=8")
	if code != exitDone || after != before {
		t.Errorf("the same run said otherwise gives %d: %s\n%s", code, say, after)
	}
}

// TestChangedIsSaid looks for the word where values were set, and not where they were
// set to what they are.
func TestChangedIsSaid(t *testing.T) {
	title := "The default organisation"
	for set, want := range map[string]string{"rollout.mandate=0.8": title + " (changed)\n", "rollout.mandate=0.3": title + "\n"} {
		_, text, say := simrun("run", "default", "--runs", "2", "--weeks", "156", "--set", set, "--set", "organisation.seats=120")
		if !strings.HasPrefix(text, want) {
			t.Errorf("--set %s begins with %q: %s", set, strings.SplitAfter(text, "\n")[0], say)
		}
	}
}

func TestSetTakesIdsPathsSwitchesAndTools(t *testing.T) {
	base, err := loadScenario("default")
	if err != nil {
		t.Fatal(err)
	}
	r := newRunSettings(engine())
	_, faults, err := parse(r.flags, []string{
		"--set", "rollout.mandate=0.8", "--set", "decisions.rollout.support=1", "--set", "assumptions.market.deal_value=9000",
		"--set", "mechanisms.peers=off", "--set", "decisions.tools=wiki, crm", "--weeks", "104",
	})
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	s, faults := r.change(base)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	ro := s.Decisions.Rollout
	if ro.Mandate != .8 || ro.Support != 1 || s.Assumptions.Market.DealValue != 9000 || s.Mechanisms.Peers || s.Organisation.HorizonWeeks != 104 {
		t.Errorf("rollout %+v, deal value %g, peers %v, weeks %g", ro, s.Assumptions.Market.DealValue, s.Mechanisms.Peers, s.Organisation.HorizonWeeks)
	}
	if !slices.Equal(s.Decisions.Tools, []string{"wiki", "crm"}) {
		t.Errorf("tools are %v", s.Decisions.Tools)
	}
	if base.Decisions.Rollout.Mandate == .8 {
		t.Error("the scenario that was read is changed")
	}
	none := newRunSettings(engine())
	if _, faults, _ := parse(none.flags, []string{"--set", "decisions.tools="}); len(faults) > 0 {
		t.Fatal(faults)
	}
	if s, faults := none.change(base); len(faults) > 0 || len(s.Decisions.Tools) != 0 {
		t.Errorf("no tools gives %v %v", s, faults)
	}
}

func TestOutIsTheSameForAnyWorkers(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "two")
	for folder, workers := range map[string]string{one: "1", two: "2"} {
		code, _, say := simrun(quick("default", "--out", folder, "--reps", "--excel", "--workers", workers)...)
		if code != exitDone || !strings.Contains(say, "files written to "+folder) {
			t.Fatalf("gives %d: %s", code, say)
		}
	}
	names, err := filepath.Glob(filepath.Join(one, "*"))
	if err != nil {
		t.Fatal(err)
	}
	figures, err := filepath.Glob(filepath.Join(one, "figures", "*"))
	if err != nil || len(figures) != 2*len(chart.Gallery()) {
		t.Errorf("%d figures, %v; want each of the gallery in two forms", len(figures), err)
	}
	compared := 0
	for _, name := range append(names, figures...) {
		if filepath.Base(name) == "figures" {
			continue
		}
		compared++
		relative, err := filepath.Rel(one, name)
		if err != nil {
			t.Fatal(err)
		}
		a, errA := os.ReadFile(name)
		b, errB := os.ReadFile(filepath.Join(two, relative))
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs: %v %v", relative, errA, errB)
		}
	}
	if want := 6 + len(figures); compared != want {
		t.Errorf("compared %d files, want %d", compared, want)
	}
	if code, ok, say := simrun("check", filepath.Join(one, "scenario.toml")); code != exitDone {
		t.Errorf("the resolved scenario gives %d: %s%s", code, ok, say)
	}
	// A second report needs --force, and leaves nothing of the first.
	if code, _, _ := simrun(quick("default", "--out", one)...); code != exitBadInput {
		t.Errorf("a folder in use gives %d", code)
	}
	if code, _, say := simrun(quick("default", "--out", one, "--force")...); code != exitDone {
		t.Errorf("--force gives %d: %s", code, say)
	}
	for _, name := range []string{"reps.csv", "report.xlsx"} {
		if _, err := os.Stat(filepath.Join(one, name)); err == nil {
			t.Errorf("%s of the first report is still there", name)
		}
	}
}

func TestRosterIsReadShownAndReported(t *testing.T) {
	code, out, say := simrun("run", "default", "--runs", "4", "--weeks", "52",
		"--roster", filepath.Join("testdata", "people.csv"), "--map", "sales=Sales")
	if code != exitDone {
		t.Fatalf("gives %d: %s", code, say)
	}
	for _, want := range []string{
		"6 people read", "Sales is sales (given)", "Tenure Months is tenure_months (guessed", "Shoe Size is not used, and kept in the export",
	} {
		if !strings.Contains(say, want) {
			t.Errorf("lacks %q:\n%s", want, say)
		}
	}
	for _, want := range []string{"The people of the roster (6)", "Rep 01", "of 10 draws", "no instrument to judge people"} {
		if !strings.Contains(out, want) {
			t.Errorf("lacks %q:\n%s", want, out)
		}
	}
	for _, name := range []string{"Quillfeather", "Ada", "Bramblewick"} {
		if strings.Contains(out+say, name) {
			t.Errorf("the name %s is told", name)
		}
	}
	code, out, say = simrun("run", "default", "--runs", "2", "--weeks", "52", "--keep-names",
		"--roster", filepath.Join("testdata", "people.csv"))
	if code != exitDone || !strings.Contains(out, "Ada Quillfeather") || !strings.Contains(say, "Names are kept") {
		t.Errorf("--keep-names gives %d:\n%s\n%s", code, out, say)
	}
}

func TestRosterSaysWhichRowsAreLeftOut(t *testing.T) {
	file := filepath.Join(t.TempDir(), "people.csv")
	rows := "name,sales,rating\nOne Person,100,3\nTwo Person,lots,4\nThree Person,90,2\nFour Person,80,3\nFive Person,120,4\nSix Person,110\nSeven Person,95,1\n"
	if err := os.WriteFile(file, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	code, _, say := simrun("run", "default", "--runs", "1", "--weeks", "52", "--roster", file)
	if code != exitDone {
		t.Fatalf("gives %d: %s", code, say)
	}
	for _, want := range []string{"5 people read", "2 rows are left out:", "line 3: sales is the text \"lots\"", "line 7: has 2 cells"} {
		if !strings.Contains(say, want) {
			t.Errorf("lacks %q:\n%s", want, say)
		}
	}
	few := "name,sales\nOne Person,100\nTwo Person,90\n"
	if err := os.WriteFile(file, []byte(few), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, say := simrun("run", "default", "--roster", file); code != exitBadInput || !strings.Contains(say, "needs at least 5 people; 2 could be read") {
		t.Errorf("a roster of two gives %d: %s", code, say)
	}
}

func TestStoppedWithNothingDone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := filepath.Join(t.TempDir(), "out")
	code, out, say := simrunIn(ctx, quick("default", "--out", dir, "--reps")...)
	if code != exitStopped || out != "" || !strings.Contains(say, "Stopped before the first future") {
		t.Errorf("gives %d:\n%s\n%s", code, out, say)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("an empty folder is left behind")
	}
}

func TestStoppedOnTheWay(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	dir := filepath.Join(t.TempDir(), "out")
	go func() { // stop once futures have been recorded
		for ctx.Err() == nil {
			files, _ := filepath.Glob(filepath.Join(dir, ".threep-*"))
			for _, f := range files {
				if info, err := os.Stat(f); err == nil && info.Size() > 0 {
					cancel()
				}
			}
			time.Sleep(time.Millisecond)
		}
	}()
	code, out, say := simrunIn(ctx, "run", "default", "--runs", "50000", "--weeks", "52", "--set", "organisation.seats=8", "--out", dir, "--reps")
	if code != exitStopped || !strings.Contains(out, "Stopped early") || !strings.Contains(say, "marked partial") {
		t.Fatalf("gives %d:\n%s\n%s", code, out, say)
	}
	data, err := os.ReadFile(filepath.Join(dir, "summary.json"))
	if err != nil {
		t.Fatal(err)
	}
	var summary struct {
		Partial       bool `json:"partial"`
		Runs          int  `json:"runs"`
		RunsRequested int  `json:"runs_requested"`
	}
	if err := json.Unmarshal(data, &summary); err != nil || !summary.Partial || summary.Runs < 1 || summary.RunsRequested != 50000 {
		t.Errorf("%+v, %v", summary, err)
	}
	reps, err := os.Open(filepath.Join(dir, "reps.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer reps.Close()
	rows, err := csv.NewReader(reps).ReadAll()
	if err != nil || rows[len(rows)-1][0] != strconv.Itoa(summary.Runs) {
		t.Errorf("the last row is of run %s, %v; want %d", rows[len(rows)-1][0], err, summary.Runs)
	}
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	at := time.Unix(0, 0)
	p := &progress{out: &out, now: func() time.Time { return at }}
	p.begin()
	at = at.Add(2 * time.Second)
	p.update(250, 1000)
	p.update(251, 1000) // too soon to be shown
	at = at.Add(198 * time.Second)
	p.update(500, 1000)
	p.update(1000, 1000)
	p.end()
	shown := strings.Split(out.String(), "\r")
	want := []string{
		"", "Preparing the organisation", "███████░░░░░░░░░░░░░░░░░░░░░░░ 250 of 1,000 futures, about 6 s left",
		"███████████████░░░░░░░░░░░░░░░ 500 of 1,000 futures, about 3 min left", "██████████████████████████████ 1,000 of 1,000 futures", "", "",
	}
	if len(shown) != len(want) {
		t.Fatalf("shown are %q", shown)
	}
	for i := range want {
		if !strings.HasPrefix(strings.TrimRight(shown[i], " ")+" ", want[i]) {
			t.Errorf("shown is %q, want %q", shown[i], want[i])
		}
	}
	if n := len([]rune(shown[4])); n != len([]rune(shown[3])) {
		t.Errorf("a shorter line covers %d of %d characters", n, len([]rune(shown[3])))
	}
}

func TestProgressIsForTerminalsOnly(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if isTerminal(&bytes.Buffer{}) || isTerminal(file) || isTerminal(null) {
		t.Error("a buffer, a file or the null device is taken for a terminal")
	}
	p := newProgress(file)
	p.begin()
	p.update(1, 2)
	p.end()
	if info, err := file.Stat(); err != nil || info.Size() != 0 {
		t.Error("the bar is written to a file")
	}
}
