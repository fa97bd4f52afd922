package ui

import (
	"strings"

	"threep/assets"
	"threep/sim"
)

// labelOf names a parameter.
func labelOf(p *sim.Param) string { return assets.T("param." + p.ID + ".label") }

// drawerLabelOf names a parameter in a drawer, whose sections say part of it.
func drawerLabelOf(p *sim.Param) string {
	if key := "ui.drawer." + p.ID; assets.Has(key) {
		return assets.T(key)
	}
	return labelOf(p)
}

// helpOf says what a parameter is.
func helpOf(p *sim.Param) string { return assets.T("param." + p.ID + ".help") }

// tipOf is the help with the ground that the default rests on, for the tooltip.
func tipOf(p *sim.Param) string { return helpOf(p) + "\n" + groundOf(p) }

// groundOf says what a parameter's default rests on: kind, grade and work.
func groundOf(p *sim.Param) string {
	if p.Grade == sim.GradeChoice {
		return assets.T("word.grade.choice")
	}
	text := assets.T("word.grade." + string(p.Grade))
	if p.Direction != "" {
		text += " " + assets.F("ui.lever.direction", assets.T("word.grade."+string(p.Direction)))
	}
	if source, ok := sim.LookupSource(p.Source); ok && source.Cite != "" && (p.Grade != sim.GradeJ || p.Direction != "") {
		text += " " + assets.F("ui.lever.source", source.Cite)
	}
	return text
}

// rangeOf says between what a parameter lies and where it stands by default.
func rangeOf(p *sim.Param, currency string) string {
	unit, factor := unitOf(p, currency)
	write := numberFormat(p, factor)
	return strings.TrimSpace(assets.F("ui.lever.range", write(p.Min), write(p.Max), write(p.Default), unit))
}
