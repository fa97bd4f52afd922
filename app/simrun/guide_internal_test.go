package main

import (
	"strings"
	"testing"

	"threep/app/internal/report"
	"threep/assets"
	"threep/scenarios"
)

// joined undoes the breaking of lines.
func joined(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestGuideSaysAllOfIt(t *testing.T) {
	for _, g := range scenarios.Guides() {
		code, out, say := simrun("guide", g.Scenario)
		if code != exitDone || say != "" {
			t.Errorf("guide %s gives %d and says %q", g.Scenario, code, say)
		}
		s, err := scenarios.Builtin(g.Scenario)
		if err != nil {
			t.Fatal(err)
		}
		wants := append([]string{s.Title, s.Story, assets.T("guide.notice"), assets.T("guide.try")}, g.Try...)
		for _, n := range g.Notice {
			wants = append(wants, n.Say)
		}
		for _, want := range wants {
			if !strings.Contains(joined(out), joined(want)) {
				t.Errorf("guide %s lacks %q:\n%s", g.Scenario, want, out)
			}
		}
		if strings.ContainsAny(out, "⟦\u00a0") || strings.Contains(out, "%!") {
			t.Errorf("guide %s lacks a text or has blanks that do not break:\n%s", g.Scenario, out)
		}
		for _, line := range strings.Split(out, "\n") {
			if len([]rune(line)) > report.TextWidth {
				t.Errorf("guide %s has a line of %d: %s", g.Scenario, len([]rune(line)), line)
			}
		}
	}
}

func TestGuideSaysWhatMustBeFound(t *testing.T) {
	_, out, _ := simrun("guide", "crm-elixir")
	for _, want := range []string{
		"Logged use, weeks 30 to 40: at least 70%", "Voluntary turnover, against the baseline: at least +3 pp a year",
		"Net present value, share of futures above 0: at most 10%",
	} {
		if !strings.Contains(joined(out), want) {
			t.Errorf("the guide lacks %q:\n%s", want, out)
		}
	}
	if _, out, _ := simrun("guide", "haves-and-have-nots"); !strings.Contains(joined(out), "÷ Benefit use, least savvy, weeks 60 to 104: at least 1.15×") {
		t.Errorf("the ratio is not told as one:\n%s", out)
	}
}
