package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBuiltInScenariosCanBeChecked takes names as run and show do.
func TestBuiltInScenariosCanBeChecked(t *testing.T) {
	if code, out, say := simrun("check", "default", "crm-elixir"); code != exitDone || !strings.Contains(out, "default: ok") || !strings.Contains(out, "crm-elixir: ok") {
		t.Errorf("gives %d: %s%s", code, out, say)
	}
	if code, _, say := simrun("check", "defualt"); code != exitBadInput || !strings.Contains(say, "did you mean default?") {
		t.Errorf("gives %d: %s", code, say)
	}
}

// TestParamsAreFiltered lists the rows with every word, as sources does.
func TestParamsAreFiltered(t *testing.T) {
	code, out, say := simrun("params", "deal", "value")
	if code != exitDone || !strings.Contains(out, "market.deal_value") || strings.Contains(out, "training.hours") {
		t.Errorf("gives %d: %s%s", code, out, say)
	}
	if code, _, say := simrun("params", "zebra"); code != exitBadInput || !strings.Contains(say, `"zebra"`) {
		t.Errorf("nothing found gives %d: %s", code, say)
	}
	if _, out, _ := simrun("params", "organisation.seats"); !strings.Contains(out, " today ") {
		t.Errorf("the number of seats is no level of today:\n%s", out)
	}
}

// TestUnknownMechanismsAreAnswered suggests what is near, and else lists what there is.
func TestUnknownMechanismsAreAnswered(t *testing.T) {
	for set, want := range map[string]string{
		"mechanisms.foo=on":      "they are mechanisms.peers",
		"mechanisms.forgeting=1": "did you mean mechanisms.forgetting?",
	} {
		if code, _, say := simrun("run", "default", "--set", set); code != exitBadInput || !strings.Contains(say, want) {
			t.Errorf("%s gives %d: %s", set, code, say)
		}
	}
}

// TestReferenceNamesTheFileThatWasAskedFor writes into a folder that is not there.
func TestReferenceNamesTheFileThatWasAskedFor(t *testing.T) {
	file := filepath.Join(t.TempDir(), "none", "ref.md")
	code, _, say := simrun("reference", "--out", file)
	if code == exitDone || !strings.Contains(say, file+": no such file or directory") || strings.Contains(say, ".tmp") {
		t.Errorf("gives %d: %s", code, say)
	}
}

// TestPeopleBesideAScenarioAreMentioned runs a file as the window saves it, with its
// people and without.
func TestPeopleBesideAScenarioAreMentioned(t *testing.T) {
	folder := t.TempDir()
	mine, beside := filepath.Join(folder, "mine.toml"), filepath.Join(folder, "mine.people.csv")
	if err := os.WriteFile(mine, []byte("schema = 1\ntitle = \"Mine\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	rows := "name,sales,accounts\n"
	for _, row := range []string{"A,100,10", "B,120,14", "C,90,9", "D,60,8", "E,140,15", "F,80,9", "G,95,11", "H,70,7"} {
		rows += row + "\n"
	}
	if err := os.WriteFile(beside, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, say := simrun("run", mine, "--runs", "1", "--weeks", "52", "--set", "organisation.seats=8"); !strings.Contains(say, "--roster "+beside) {
		t.Errorf("the people are not mentioned: %s", say)
	}
	code, out, say := simrun("run", mine, "--runs", "12", "--roster", beside)
	if code != exitDone || strings.Contains(say, "in the same folder") {
		t.Fatalf("gives %d: %s", code, say)
	}
	text := joined(out)
	for _, want := range []string{"Mine 12 futures", "The 8 people of the roster hold the seats today", "The baseline's revenue goes from"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q:\n%s", want, out)
		}
	}
	for _, never := range []string{"The people are drawn", "(changed)"} {
		if strings.Contains(text, never) {
			t.Errorf("the report of real people says %q", never)
		}
	}
	if !strings.Contains(joined(say), "only the differences between people are used") || !strings.Contains(say, "market.deal_value") {
		t.Errorf("what of sales is used is not said: %s", say)
	}
}
