package main

import (
	"context"
	"strings"

	"threep/app/internal/report"
	"threep/assets"
	"threep/scenarios"
)

// showGuide prints what a workshop may notice in a built-in scenario, and try.
func showGuide(_ context.Context, s streams, operands []string) int {
	name := operands[0]
	guide, ok := scenarios.GuideOf(name)
	scenario, err := scenarios.Builtin(name)
	switch {
	case err != nil:
		s.say(assets.F("simrun.fault.guide_unknown", name, guided()))
		return exitBadInput
	case !ok:
		s.say(assets.F("simrun.fault.guide", name, guided()))
		return exitBadInput
	}
	var b strings.Builder
	b.WriteString(scenario.Title + "\n\n" + report.Wrap(scenario.Story, "", 0))
	b.WriteString("\n" + assets.T("guide.notice") + "\n\n")
	for i := range guide.Notice {
		n := &guide.Notice[i]
		b.WriteString("- " + report.Wrap(n.Say, "  ", len("  ")))
		must := assets.F("guide.must", report.NoticeLabel(n), report.NoticeBand(n, scenario.Organisation.Currency))
		b.WriteString("  " + report.Wrap(must, "  ", len("  ")))
	}
	b.WriteString("\n" + assets.T("guide.try") + "\n\n")
	for _, try := range guide.Try {
		b.WriteString("- " + report.Wrap(try, "  ", len("  ")))
	}
	// Blanks that hold a number and its unit together are for pages, not terminals.
	s.out.WriteString(strings.ReplaceAll(b.String(), "\u00a0", " "))
	return exitDone
}

// guided lists the names of the scenarios that have a guide.
func guided() string {
	var names []string
	for _, g := range scenarios.Guides() {
		names = append(names, g.Scenario)
	}
	return strings.Join(names, ", ")
}
