package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

var update = flag.Bool("update", false, "write the golden files anew")

// engine keeps what is solved for all tests.
var engine = sync.OnceValue(sim.NewEngine)

// simrun runs the program with arguments.
func simrun(args ...string) (code int, stdout, stderr string) {
	return simrunIn(context.Background(), args...)
}

func simrunIn(ctx context.Context, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(ctx, engine(), args, &out, &err)
	return code, out.String(), err.String()
}

// quick makes a run short.
func quick(args ...string) []string {
	return append([]string{"run", "--runs", "3", "--weeks", "52", "--set", "organisation.seats=8"}, args...)
}

func TestGolden(t *testing.T) {
	for name, args := range map[string][]string{
		"help":           {"--help"},
		"help_list":      {"list", "--help"},
		"help_show":      {"show", "-h"},
		"help_guide":     {"guide", "--help"},
		"help_params":    {"help", "params"},
		"help_check":     {"check", "--help"},
		"help_run":       {"run", "default", "--help"},
		"help_health":    {"health", "--help"},
		"help_contested": {"contested", "--help"},
		"help_ranking":   {"ranking", "--help"},
		"help_validate":  {"validate", "--help"},
		"help_sources":   {"sources", "--help"},
		"help_reference": {"reference", "--help"},
		"version":        {"--version"},
		"list":           {"list"},
		"params":         {"params"},
	} {
		code, got, stderr := simrun(args...)
		if code != exitDone || stderr != "" {
			t.Errorf("%v gives %d and says %q", args, code, stderr)
		}
		if strings.Contains(got, "⟦") || strings.Contains(got, "%!") {
			t.Errorf("%v lacks a text:\n%s", args, got)
		}
		file := filepath.Join("testdata", "golden", name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%v differs from %s (go test ./app/simrun -update writes it anew):\n%s", args, file, got)
		}
	}
}

// TestSourcesSayWhatTheyFound asks for a work by what it found, to be read and as JSON.
func TestSourcesSayWhatTheyFound(t *testing.T) {
	code, out, _ := simrun("sources", "middle", "group", "quota")
	for _, want := range []string{"cso2018\n", "CSO Insights (2018)", "54% (2018, C, read)", "Parameters: quota.plan"} {
		if code != exitDone || !strings.Contains(out, want) {
			t.Errorf("sources gives %d and does not say %q:\n%s", code, want, out)
		}
	}
	for _, line := range strings.Split(out, "\n") {
		if len([]rune(line)) > lineWidth {
			t.Errorf("a line has %d characters: %s", len([]rune(line)), line)
		}
	}
	code, out, _ = simrun("sources", "--json", "founding", "claim")
	var works []workJSON
	if err := json.Unmarshal([]byte(out), &works); err != nil || code != exitDone {
		t.Fatalf("sources --json gives %d, %v", code, err)
	}
	if len(works) != 1 || works[0].Key != "stein2008" || len(works[0].Findings) != 1 || *works[0].Findings[0].High != .33 ||
		works[0].Findings[0].Grade != "D" || len(works[0].Parameters) == 0 || len(works[0].Catalogue) == 0 {
		t.Errorf("sources --json says %+v", works)
	}
	// A parameter is found by its id and by its label, with how it was fitted.
	for _, words := range [][]string{{"use.support"}, {"proficiency", "support"}} {
		code, out, _ := simrun(append([]string{"sources"}, words...)...)
		for _, want := range []string{"ahearne2005", "= use.support: ", "It was fitted: From 0.6", "B11"} {
			if code != exitDone || !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
				t.Errorf("sources %v gives %d and does not say %q:\n%s", words, code, want, out)
			}
		}
	}
	if code, out, said := simrun("sources", "zzzz"); code != exitFailed || out != "" || !strings.Contains(said, "zzzz") {
		t.Errorf("sources of nothing gives %d, %q, %q", code, out, said)
	}
}

// TestReferenceIsWritten has the same bytes on the standard output and in a file.
func TestReferenceIsWritten(t *testing.T) {
	code, out, said := simrun("reference")
	if code != exitDone || said != "" {
		t.Fatalf("reference gives %d and says %q", code, said)
	}
	for _, want := range []string{"# 7 Submodels", "`people.drive`", "E = 100 × [GM_s - (C_s - C_b)] / GM_b"} {
		if !strings.Contains(out, want) {
			t.Errorf("the reference does not say %q", want)
		}
	}
	file := filepath.Join(t.TempDir(), "reference.md")
	code, none, said := simrun("reference", "--out", file)
	if code != exitDone || none != "" || !strings.Contains(said, file) {
		t.Errorf("reference --out gives %d, %q, %q", code, none, said)
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != out {
		t.Errorf("the file is another: %v", err)
	}
	if code, _, said := simrun("reference", "--out", filepath.Join(file, "no", "way.md")); code != exitFailed || said == "" {
		t.Errorf("a place that is no folder gives %d, %q", code, said)
	}
	if code, _, said := simrun("reference", "--out"); code != exitBadInput || !strings.Contains(said, "a file, such as") {
		t.Errorf("--out without a file gives %d, %q", code, said)
	}
}

func TestHelpNamesEveryFlag(t *testing.T) {
	for _, c := range commands(engine()) {
		help := c.help()
		c.flags.VisitAll(func(f *flag.Flag) {
			if !strings.Contains(help, "--"+f.Name) {
				t.Errorf("the help of %s does not name --%s", c.name, f.Name)
			}
		})
		for _, line := range strings.Split(help, "\n") {
			if len(line) > 90 {
				t.Errorf("the help of %s has a line of %d: %s", c.name, len(line), line)
			}
		}
	}
}

func TestHelpAndVersionOnEveryLevel(t *testing.T) {
	for _, c := range commands(engine()) {
		for _, args := range [][]string{{c.name, "--help"}, {c.name, "-h"}, {"help", c.name}} {
			if code, out, _ := simrun(args...); code != exitDone || !strings.Contains(out, "Usage: simrun "+c.name) {
				t.Errorf("%v gives %d:\n%s", args, code, out)
			}
		}
		if code, out, _ := simrun(c.name, "--version"); code != exitDone || !strings.Contains(out, "model version") {
			t.Errorf("%s --version gives %d: %s", c.name, code, out)
		}
	}
	if code, out, _ := simrun("help"); code != exitDone || !strings.Contains(out, "Exit codes") {
		t.Errorf("help gives %d: %s", code, out)
	}
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	full := filepath.Join(dir, "full")
	if err := os.Mkdir(full, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(full, "mine.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	faulty := filepath.Join("testdata", "faulty.toml")
	people := filepath.Join("testdata", "people.csv")
	for _, c := range []struct {
		args []string
		say  []string
	}{
		{nil, []string{"Usage:"}},
		{[]string{"rn"}, []string{`no command "rn"; did you mean run?`}},
		{[]string{"simulate"}, []string{`no command "simulate"; the commands are list, show, guide, params, sources, reference, check, run, health, validate, contested, ranking, calibrate`}},
		{[]string{"--runs", "3", "run"}, []string{"--runs stands before any command"}},
		{[]string{"help", "rn"}, []string{"did you mean run?"}},
		{[]string{"list", "all"}, []string{"takes no operand; leave out: all"}},
		{[]string{"show"}, []string{"Say which scenario to show"}},
		{[]string{"show", "default", "unready"}, []string{"leave out: unready"}},
		{[]string{"show", "defalt"}, []string{"did you mean default?"}},
		{[]string{"show", "zzzzzzzzzz"}, []string{"simrun list names the scenarios"}},
		{[]string{"show", "no/such.toml"}, []string{"There is no file no/such.toml."}},
		{[]string{"show", faulty}, []string{"has 4 faults:", "line 2: nam is not a known key, did you mean name?"}},
		{[]string{"guide"}, []string{"Say whose guide to show"}},
		{[]string{"guide", "default"}, []string{"default is no story for a workshop", "crm-elixir, 3p-ready"}},
		{[]string{"guide", "crm"}, []string{`no built-in scenario "crm"`, "crm-elixir, 3p-ready"}},
		{[]string{"params", "--jsn"}, []string{"no flag --jsn; did you mean --json?"}},
		{[]string{"params", "--json=maybe"}, []string{`--json is a switch: give it alone, without "maybe".`}},
		{[]string{"check"}, []string{"Say which scenarios to check"}},
		{[]string{"check", faulty, "no.toml", dir}, []string{
			"line 2:", "line 5: organisation.seats", "line 8: decisions.rollout.mandate", "line 9: decisions.rollout.start",
			"There is no file no.toml.", "cannot be read: is a directory",
		}},
		{[]string{"run"}, []string{"Say which scenario to run"}},
		{[]string{"run", "default", "more"}, []string{"leave out: more"}},
		{[]string{"run", "defalt", "--force"}, []string{"did you mean default?", "--force is of use only with --out"}},
		{[]string{"run", faulty}, []string{"has 4 faults:"}},
		{[]string{"run", "default", "--rnus", "5", "--seed", "-3", "--runs", "0", "--workers"}, []string{
			"no flag --rnus; did you mean --runs?", `--seed is "-3"; give a whole number from 0`,
			`--runs is "0"; give a whole number from 1 to 100000`, "--workers needs a value",
		}},
		{[]string{"run", "default", "--out", "--force"}, []string{"--out needs a value: a folder"}},
		{[]string{"run", "default", "--out", ""}, []string{`--out is ""; give a folder`}},
		{[]string{"run", "default", "--set", "rollout.mandate"}, []string{`--set is "rollout.mandate"; give an id and a value`}},
		{
			[]string{
				"run", "default", "--set", "organistion.seats=5", "--set", "seats=3", "--set", "rollout.mandate=7", "--set", "decisions.rollout.start=abc",
				"--set", "hiring.candidates=1.5", "--set", "mechanisms.peer=off", "--set", "mechanisms.peers=perhaps", "--set", "decisions.tools=crm,foo",
				"--set", "nothing.like.it=1", "--set", "rollout.support=.5", "--set", "decisions.rollout.support=.6", "--set", "market.deal_value=nan", "--weeks", "10",
			},
			[]string{
				"--set organistion.seats: there is no such parameter; did you mean organisation.seats?",
				"--set seats: there is no such parameter; did you mean organisation.seats?",
				"--set rollout.mandate=7: give a number from 0 to 1",
				"--set decisions.rollout.start=abc: give a number from 0 to 156",
				"--set hiring.candidates=1.5: give a whole number from 0 to 10",
				"did you mean mechanisms.peers?", "--set mechanisms.peers=perhaps: give on or off.",
				`there is no tool "foo"; the tools are mobile`, "--set nothing.like.it: there is no such parameter; simrun params lists them.",
				"--set decisions.rollout.support is given twice", "--set market.deal_value=nan: give a number",
				"--weeks is 10; give a whole number from 52 to 520.",
			},
		},
		{[]string{"run", "default", "--set", "market.win_share=.7", "--set", "market.no_decision_share=.5"}, []string{"assumptions.market win_share and no_decision_share"}},
		{[]string{"run", "default", "--map", "sales=x", "--keep-names", "--reps", "--excel"}, []string{
			"--map is of use only with --roster", "--keep-names is of use only with --roster", "--reps is of use only with --out", "--excel is of use only with --out",
		}},
		{[]string{"run", "default", "--out", full}, []string{"is not empty; give another, or --force"}},
		{[]string{"run", "default", "--out", filepath.Join(full, "mine.txt")}, []string{"is a file; give a folder to --out"}},
		{[]string{"run", "default", "--roster", "no.csv"}, []string{"There is no file no.csv."}},
		{[]string{"run", "default", "--roster", people, "--map", "sales=Sale", "--map", "quta=Sales"}, []string{
			"has 2 faults:", `sales is mapped to "Sale", which is not a column of the file, did you mean Sales?`, "quta is not a field of a roster, did you mean quota?",
		}},
		{[]string{"run", "default", "--roster", people, "--map", "sales=Sales", "--map", "sales=Rating"}, []string{"--map sales is given twice"}},
	} {
		code, out, say := simrun(c.args...)
		if code != exitBadInput {
			t.Errorf("%v gives %d, want %d", c.args, code, exitBadInput)
		}
		if strings.Contains(out, "Projected") || strings.Contains(say, "⟦") || strings.Contains(say, "%!") {
			t.Errorf("%v says\n%s\n%s", c.args, out, say)
		}
		for _, want := range c.say {
			if !strings.Contains(say, want) {
				t.Errorf("%v lacks %q in:\n%s", c.args, want, say)
			}
		}
	}
	if data, err := os.ReadFile(filepath.Join(full, "mine.txt")); err != nil || string(data) != "mine" {
		t.Error("a refused folder was written to")
	}
}

func TestFailure(t *testing.T) {
	if os.Getuid() == 0 {
		// A folder that even an administrator cannot write to.
		if code, _, say := simrun(quick("default", "--out", "/proc/nowhere")...); code != exitFailed || !strings.Contains(say, "Nothing can be written to /proc/nowhere") {
			if _, err := os.Stat("/proc"); err == nil {
				t.Errorf("an unwritable folder gives %d: %s", code, say)
			}
		}
		return
	}
	locked := t.TempDir()
	if err := os.Chmod(locked, 0o555); err != nil {
		t.Fatal(err)
	}
	if code, _, say := simrun(quick("default", "--out", filepath.Join(locked, "out"))...); code != exitFailed || !strings.Contains(say, "Nothing can be written") {
		t.Errorf("an unwritable folder gives %d: %s", code, say)
	}
}

// brokenPipe takes nothing.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, fs.ErrClosed }

func TestOutputThatCannotBeWritten(t *testing.T) {
	var say bytes.Buffer
	if code := run(context.Background(), engine(), []string{"params"}, brokenPipe{}, &say); code != exitFailed || !strings.Contains(say.String(), "could not be written") {
		t.Errorf("a broken output gives %d: %s", code, say.String())
	}
}

func TestListHasNamesThatShowTakesAndCheckAccepts(t *testing.T) {
	_, out, _ := simrun("list")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if !strings.HasPrefix(lines[0], "default ") {
		t.Errorf("the first scenario is %q", lines[0])
	}
	dir := t.TempDir()
	args := []string{"check"}
	for _, line := range lines {
		name := strings.Fields(line)[0]
		if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("the name %q has other letters than a-z, 0-9 and -", name)
		}
		code, text, _ := simrun("show", name)
		if code != exitDone {
			t.Errorf("show %s gives %d", name, code)
		}
		file := filepath.Join(dir, name+".toml")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		builtin, err := scenarios.Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		if shown, err := scenarios.Load(file); err != nil || !scenarios.Equal(shown, builtin) {
			t.Errorf("what show %s writes does not load back: %v", name, err)
		}
		args = append(args, file)
	}
	code, ok, say := simrun(args...)
	if code != exitDone || say != "" || strings.Count(ok, ": ok\n") != len(lines) {
		t.Errorf("check gives %d:\n%s%s", code, ok, say)
	}
}

func TestParamsAsJSON(t *testing.T) {
	code, out, _ := simrun("params", "--json")
	var rows []map[string]any
	if err := json.Unmarshal([]byte(out), &rows); err != nil || code != exitDone {
		t.Fatalf("%d, %v", code, err)
	}
	if want := len(sim.NewTable().Rows()); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	for _, row := range rows {
		for _, key := range []string{"id", "label", "help", "unit", "unit_name", "min", "max", "default", "kind", "source", "cite", "grade", "low", "high"} {
			if v, ok := row[key]; !ok || v == "" || strings.Contains(strings.ToValidUTF8(toText(v), ""), "⟦") {
				t.Errorf("%v has %s = %v", row["id"], key, v)
			}
		}
		if k := row["kind"]; k != "decision" && k != "assumption" && k != "today" {
			t.Errorf("%v is of kind %v", row["id"], k)
		}
	}
}

func toText(v any) string { s, _ := v.(string); return s }
