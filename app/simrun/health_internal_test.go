package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// healthLine is what every line of the health report looks like.
var healthLine = regexp.MustCompile(`^[ABC]\d+ +(holds|FAILS|shows) +\S.*: \S`)

func TestHealth(t *testing.T) {
	code, out, say := simrun("health", "--only", "c2,B15,C4")
	if code != exitDone || !strings.Contains(say, "3 of 3 checks hold.") {
		t.Errorf("health gives %d and says %q", code, say)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 4+5+9 {
		t.Errorf("%d lines:\n%s", len(lines), out)
	}
	for _, line := range lines {
		if !healthLine.MatchString(line) || strings.Contains(line, "⟦") || strings.Contains(line, "%!") {
			t.Errorf("a line is %q", line)
		}
	}
	if !strings.HasPrefix(out, "B15  holds  Half-life without use: ") || !strings.Contains(out, "(6\u00a0months to 13\u00a0months)") {
		t.Errorf("the first line is %q", lines[0])
	}
}

func TestHealthAsJSON(t *testing.T) {
	code, out, _ := simrun("health", "--only", "B15,C3", "--json", "--seed", "9")
	var checks []map[string]any
	if err := json.Unmarshal([]byte(out), &checks); err != nil || code != exitDone || len(checks) != 2 {
		t.Fatalf("%d, %v:\n%s", code, err, out)
	}
	for _, c := range checks {
		for _, key := range []string{"id", "kind", "title", "sentence", "how", "holds", "set", "runs", "seed", "false_alarm", "lines", "simulations", "sources"} {
			if v, ok := c[key]; !ok || v == "" || v == nil {
				t.Errorf("%v has %s = %v", c["id"], key, v)
			}
		}
		if c["seed"] != 9.0 || c["set"] != "fast" {
			t.Errorf("%v has seed %v of the %v set", c["id"], c["seed"], c["set"])
		}
		for _, l := range c["lines"].([]any) {
			line := l.(map[string]any)
			if v := line["verdict"]; v != "holds" && v != "shows" || line["rule"] == "reported" && v != "shows" || line["value"] == nil || !strings.Contains(line["sentence"].(string), ": ") {
				t.Errorf("%v has a line %v", c["id"], line)
			}
		}
	}
	if strings.Contains(out, "⟦") {
		t.Error("a text is lacking")
	}
}

// TestHealthFails hands in a world in which skill lasts.
func TestHealthFails(t *testing.T) {
	h := newHealthSettings(engine(), func(name string) (*sim.Scenario, error) {
		s, err := scenarios.Builtin(name)
		if err != nil {
			return nil, err
		}
		s = s.Clone()
		s.Assumptions.Skill.HalfLife = 104
		return s, nil
	})
	if _, faults, err := parse(h.flags, []string{"--only", "B15"}); err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	var out, say bytes.Buffer
	s := streams{bufio.NewWriter(&out), &say}
	code := h.run(context.Background(), s, nil)
	if code != exitFailed || !strings.HasPrefix(out.String(), "B15  FAILS  ") || !strings.Contains(say.String(), "0 of 1 checks hold; these fail: B15.") {
		t.Errorf("health gives %d:\n%s%s", code, out.String(), say.String())
	}
}

func TestHealthBadInput(t *testing.T) {
	for _, c := range []struct {
		args []string
		say  string
	}{
		{[]string{"health", "A1"}, "takes no operand; leave out: A1"},
		{[]string{"health", "--only", "A11,A1"}, "--only A11: there is no such check"},
		{[]string{"health", "--only"}, "--only needs a value: ids of checks"},
		{[]string{"health", "--ful"}, "did you mean --full?"},
		{[]string{"health", "--seed", "x"}, `--seed is "x"; give a whole number from 0`},
	} {
		code, out, say := simrun(c.args...)
		if code != exitBadInput || out != "" || !strings.Contains(say, c.say) {
			t.Errorf("%v gives %d and says %q", c.args, code, say)
		}
	}
}

func TestHealthStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	code, _, say := simrunIn(ctx, "health", "--only", "B15,B17")
	if code != exitStopped || !strings.Contains(say, "Stopped after 1 of 2 checks.") {
		t.Errorf("a stopped health gives %d and says %q", code, say)
	}
}
