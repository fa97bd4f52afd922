package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim/analysis"
)

// start runs a command with its settings and returns what it wrote.
func start(flags []string, settings *studySettings, do func(ctx context.Context, s streams, operands []string) int) (code int, stdout, stderr string) {
	if _, faults, err := parse(settings.flags, flags); err != nil || len(faults) > 0 {
		return exitBadInput, "", strings.Join(faults, "\n")
	}
	var out, say bytes.Buffer
	code = do(context.Background(), streams{bufio.NewWriter(&out), &say}, nil)
	return code, out.String(), say.String()
}

// few are futures for a test.
func few() *analysis.ClaimRuns { return &analysis.ClaimRuns{A4: 2, A8: 2, A9: 2} }

// contested shows two small axes.
func contested(flags ...string) (code int, stdout, stderr string) {
	c := newContestedSettings(engine(), scenarios.Builtin)
	c.runs = few()
	c.axes = []analysis.ContestedAxis{
		{Parameter: "people.trait_floor_hardness", Values: []float64{0, 1}},
		{Parameter: "complementarity.rho", Values: []float64{1, -4}},
	}
	return start(flags, c.studySettings, c.run)
}

func ranking(flags ...string) (code int, stdout, stderr string) {
	r := newRankingSettings(engine(), scenarios.Builtin)
	r.runs, r.only = few(), []string{"people.trait_floor_hardness", "money.gross_margin"}
	return start(append([]string{"--trajectories", "2"}, flags...), r.studySettings, r.run)
}

// wrote holds a folder to the four forms of studies, its table to what was
// printed and its data to what --json prints.
func wrote(t *testing.T, dir, name, text, asJSON string) {
	t.Helper()
	read := func(form string) string {
		data, err := os.ReadFile(filepath.Join(dir, name+form))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if read(".txt") != text || read(".json") != asJSON {
		t.Errorf("%s.txt or .json is another than what is printed", name)
	}
	if !strings.HasPrefix(read(".png"), "\x89PNG") || !strings.Contains(read(".svg"), "<desc>") {
		t.Errorf("%s has no figures", name)
	}
	for _, all := range []string{text, asJSON, read(".svg")} {
		if strings.Contains(all, "⟦") || strings.Contains(all, "%!") {
			t.Errorf("a text is lacking in\n%s", all)
		}
	}
}

func TestContested(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	code, text, say := contested("--out", dir)
	if code != exitDone || !strings.Contains(say, "4 files written") {
		t.Fatalf("contested gives %d and says %q", code, say)
	}
	for _, want := range []string{
		"Hardness of the trait floor (people.trait_floor_hardness); 100% where", "ELASTICITY", "∞", "0.2", "A9 GAIN, PROCESS",
		"A4: tools bring the unqualified at most a tenth", "holds at all values", "(elasticity ", "between −4 and 1", "A9: tools lose in 9 of 10 futures where infrastructure",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the table lacks %q:\n%s", want, text)
		}
	}
	code, asJSON, _ := contested("--json")
	var c analysis.Contested
	if err := json.Unmarshal([]byte(asJSON), &c); err != nil || code != exitDone || len(c.Axes) != 2 || c.Made.Command != "simrun contested --seed 1" {
		t.Fatalf("%d, %v: %+v", code, err, c.Made)
	}
	wrote(t, dir, "contested", text, asJSON)
	// At the soft floor and where all can stand in for all, tools help the unqualified.
	for i := range c.Axes {
		curve := &c.Axes[i].Curves[0]
		soft, _ := curve.Holds(0)
		hard, _ := curve.Holds(1)
		if soft || !hard || len(curve.BreakEvens) != 1 {
			t.Errorf("%s: A4 holds %v at one end and %v at the other, break-evens %+v", c.Axes[i].Parameter, soft, hard, curve.BreakEvens)
		}
	}
	if code, _, say := contested("--out", dir); code != exitBadInput || !strings.Contains(say, "is not empty") {
		t.Errorf("a full folder gives %d: %s", code, say)
	}
}

func TestRanking(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	code, text, say := ranking("--out", dir)
	if code != exitDone || !strings.Contains(say, "4 files written") {
		t.Fatalf("ranking gives %d and says %q", code, say)
	}
	for _, want := range []string{
		"of 2 assumptions", "2 trajectories, 6 points, seed 1", "A8: what the tools are worth", "A9: gain of margin where process is at its floor",
		"At most 1% is claimed: that holds at ", "1  Hardness of the trait floor  people.trait_floor_hardness  60% to 100%", "Gross margin",
	} {
		if !strings.Contains(strings.ReplaceAll(text, "\n", " "), want) {
			t.Errorf("the table lacks %q:\n%s", want, text)
		}
	}
	code, asJSON, _ := ranking("--json")
	var r analysis.Ranking
	if err := json.Unmarshal([]byte(asJSON), &r); err != nil || code != exitDone || len(r.Outputs) != 6 || r.Made.Command != "simrun ranking --trajectories 2 --seed 1" {
		t.Fatalf("%d, %v: %+v", code, err, r.Made)
	}
	wrote(t, dir, "ranking", text, asJSON)
	if _, one, _ := ranking("--top", "1"); strings.Contains(one, "Gross margin") && strings.Contains(one, "Hardness of the trait floor") && len(one) >= len(text) {
		t.Errorf("--top 1 lists\n%s", one)
	}
}

func TestStudiesBadInput(t *testing.T) {
	for _, c := range []struct {
		args []string
		say  string
	}{
		{[]string{"contested", "A4"}, "takes no operand; leave out: A4"},
		{[]string{"contested", "--ful"}, "did you mean --full?"},
		{[]string{"contested", "--force"}, "--force is of use only with --out"},
		{[]string{"ranking", "--trajectories", "1"}, `--trajectories is "1"; give a whole number from 2 to 1000`},
		{[]string{"ranking", "--top", "0"}, `--top is "0"; give a whole number from 1`},
		{[]string{"ranking", "all"}, "takes no operand"},
	} {
		code, out, say := simrun(c.args...)
		if code != exitBadInput || out != "" || !strings.Contains(say, c.say) {
			t.Errorf("%v gives %d and says %q", c.args, code, say)
		}
	}
}

func TestStudiesStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for command, want := range map[string]string{"contested": "there is nothing to report", "ranking": "nothing is ranked"} {
		code, out, say := simrunIn(ctx, command)
		if code != exitStopped || out != "" || !strings.Contains(say, want) {
			t.Errorf("a stopped %s gives %d and says %q", command, code, say)
		}
	}
}
