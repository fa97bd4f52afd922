package main

import (
	"context"
	"strings"

	"threep/app/internal/report"
	"threep/assets"
	"threep/scenarios"
)

// guideWidth is the length of a line of a guide [characters].
const guideWidth = 88

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
	b.WriteString(scenario.Title + "\n\n" + wrapText(scenario.Story, "", guideWidth))
	b.WriteString("\n" + assets.T("guide.notice") + "\n\n")
	for i := range guide.Notice {
		n := &guide.Notice[i]
		b.WriteString("- " + wrapText(n.Say, "  ", guideWidth))
		must := assets.F("guide.must", report.NoticeLabel(n), report.NoticeBand(n, scenario.Organisation.Currency))
		b.WriteString("  " + wrapText(must, "  ", guideWidth))
	}
	b.WriteString("\n" + assets.T("guide.try") + "\n\n")
	for _, try := range guide.Try {
		b.WriteString("- " + wrapText(try, "  ", guideWidth))
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

// wrapText breaks a text into lines, of which those after the first begin with an
// indent, as the caller has begun the first.
func wrapText(text, indent string, width int) string {
	var b strings.Builder
	used := len(indent)
	for i, word := range strings.Fields(text) {
		long := len([]rune(word))
		switch {
		case i == 0:
		case used+1+long > width:
			b.WriteString("\n" + indent)
			used = len(indent)
		default:
			b.WriteString(" ")
			used++
		}
		b.WriteString(word)
		used += long
	}
	return b.String() + "\n"
}
