package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// territories writes a made-up roster of n people: sales follow the territory, with
// a wave in place of chance.
func territories(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("Seat,Months,Potential,Accounts,Ads,Workload,Sales,Mark\n")
	for i := range n {
		x := func(k int) float64 { return math.Exp(.4 * math.Sin(float64(i*(k+2)+k))) }
		sales := 1000 * math.Pow(x(0), .3) * math.Pow(x(1), .5) * math.Pow(x(2), .2) * math.Exp(.15*math.Sin(float64(7*i)))
		fmt.Fprintf(&b, "T-%03d,%d,%.3f,%.3f,%.3f,%.3f,%.1f,%d\n", i, 8+5*i, 50*x(0), 100*x(1), 9*x(2), 20*x(3), sales, 1+i%5)
	}
	file := filepath.Join(t.TempDir(), "territories.csv")
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// validateArgs validates the made-up roster quickly.
func validateArgs(file string, more ...string) []string {
	return append([]string{
		"validate", "--roster", file, "--map", "presence=Ads", "--map", "rating=Mark", "--map", "tenure_months=Months", "--rosters", "200",
	}, more...)
}

func TestValidate(t *testing.T) {
	file := territories(t, 20)
	dir := filepath.Join(t.TempDir(), "out")
	code, out, say := simrun(validateArgs(file, "--out", dir)...)
	if code != exitDone || !strings.Contains(say, "figures lie inside the central 99%") || !strings.Contains(say, "4 files written") {
		t.Fatalf("validate gives %d and says %q", code, say)
	}
	for _, want := range []string{
		"territories.csv: 20 people whose sales are known; 1 joined within the year", "200 simulated rosters", "given territories, tenure;",
		"whole year: 19 people", "All: 20 people", "without ramp and vacancy", "R² of sales", "Coefficient of variation", "best fifth", "rating and sales", "CENTRAL 99%",
	} {
		if !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
			t.Errorf("the table lacks %q:\n%s", want, out)
		}
	}
	if strings.Contains(out, "⟦") || strings.Contains(out, "%!") || strings.Contains(out, filepath.Dir(file)) {
		t.Errorf("the table is\n%s", out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "validation.txt"))
	if err != nil || string(text) != out {
		t.Errorf("the written table is another: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "validation.json"))
	if err != nil {
		t.Fatal(err)
	}
	code, asJSON, _ := simrun(validateArgs(file, "--json")...)
	if code != exitDone || asJSON != string(data) {
		t.Errorf("--json gives %d and other data", code)
	}
	var v struct {
		Roster    string `json:"roster"`
		Everybody []struct {
			Observed   *float64 `json:"observed"`
			Percentile *float64 `json:"percentile"`
			Low        []float64
		} `json:"everybody"`
	}
	if err := json.Unmarshal(data, &v); err != nil || v.Roster != "territories.csv" || len(v.Everybody) != 4 {
		t.Fatalf("%v: %s", err, data)
	}
	for i, p := range v.Everybody {
		if p.Observed == nil || p.Percentile == nil || *p.Percentile < 0 || *p.Percentile > 1 {
			t.Errorf("figure %d is not placed", i)
		}
	}
	png, err := os.ReadFile(filepath.Join(dir, "validation.png"))
	if err != nil || !strings.HasPrefix(string(png), "\x89PNG") {
		t.Errorf("there is no picture: %v", err)
	}
	svg, err := os.ReadFile(filepath.Join(dir, "validation.svg"))
	if err != nil || !strings.Contains(string(svg), "<desc>") || !strings.Contains(string(svg), "observed") {
		t.Errorf("the drawing says nothing: %v", err)
	}
	if code, _, say = simrun(validateArgs(file, "--out", dir)...); code != exitBadInput || !strings.Contains(say, "is not empty") {
		t.Errorf("a full folder gives %d: %s", code, say)
	}
	if code, _, _ = simrun(validateArgs(file, "--out", dir, "--force")...); code != exitDone {
		t.Errorf("--force gives %d", code)
	}
}

func TestValidateIsTheSameAgain(t *testing.T) {
	file := territories(t, 12)
	_, one, _ := simrun(validateArgs(file, "--workers", "1")...)
	_, three, _ := simrun(validateArgs(file, "--workers", "3")...)
	_, other, _ := simrun(validateArgs(file, "--seed", "2")...)
	if one == "" || one != three || one == other {
		t.Error("the seed alone must decide")
	}
}

func TestValidateWithoutAllFacts(t *testing.T) {
	file := territories(t, 12)
	code, out, _ := simrun("validate", "unready", "--roster", file, "--map", "presence=", "--map", "rating=", "--map", "tenure_months=", "--rosters", "200")
	if code != exitDone || strings.Count(out, "not placed: known of 0 people, 8 are needed") != 2 || !strings.Contains(out, "Tenure is not known") || strings.Contains(out, "told and not judged") {
		t.Errorf("without rating, presence and tenure it gives %d:\n%s", code, out)
	}
}

func TestValidateBadInput(t *testing.T) {
	file, few := territories(t, 12), territories(t, 5)
	for _, c := range []struct {
		args []string
		say  string
	}{
		{[]string{"validate"}, "Say which roster to validate"},
		{[]string{"validate", "a", "b", "--roster", file}, "leave out: b"},
		{[]string{"validate", "nonsuch-at-all", "--roster", file}, "no built-in scenario"},
		{[]string{"validate", "--roster", "no.csv"}, "There is no file no.csv."},
		{[]string{"validate", "--roster", few, "--map", "presence=Ads"}, "fewer than 8 people whose sales are known"},
		{[]string{"validate", "--roster", file, "--force"}, "--force is of use only with --out"},
		{[]string{"validate", "--roster", file, "--rosters", "50"}, `--rosters is "50"; give a whole number from 200`},
		{[]string{"validate", "--roster", file, "--map", "sales=Sale"}, "did you mean Sales?"},
	} {
		code, out, say := simrun(c.args...)
		if code != exitBadInput || out != "" || !strings.Contains(say, c.say) {
			t.Errorf("%v gives %d and says %q", c.args, code, say)
		}
	}
}

func TestValidateStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	code, out, say := simrunIn(ctx, validateArgs(territories(t, 12))...)
	if code != exitStopped || out != "" || !strings.Contains(say, "nothing is placed") {
		t.Errorf("a stopped validation gives %d and says %q", code, say)
	}
}
