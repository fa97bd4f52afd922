package main

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"threep/app/internal/report"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// paramJSON is a row of the parameter table.
type paramJSON struct {
	ID      string  `json:"id"`
	Path    string  `json:"path"`
	Label   string  `json:"label"`
	Help    string  `json:"help"`
	Unit    string  `json:"unit"`
	UnitIs  string  `json:"unit_name"`
	Min     float64 `json:"min"`
	Max     float64 `json:"max"`
	Step    float64 `json:"step"`
	Default float64 `json:"default"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Group   string  `json:"group"`
	Kind    string  `json:"kind"`
	Today   bool    `json:"today"`
	Source  string  `json:"source"`
	Cite    string  `json:"cite"`
	Note    string  `json:"note"`
	Grade   string  `json:"grade"`
	// Direction is the grade of the direction where the size is judged; else empty.
	Direction string `json:"grade_of_direction"`
	// Findings lists the findings of the register that the default rests on, by id.
	Findings []string `json:"findings"`
}

func paramRows() []paramJSON {
	var rows []paramJSON
	findings := map[string][]string{}
	for _, f := range sim.Findings() {
		for _, id := range f.Supports {
			findings[id] = append(findings[id], f.ID)
		}
	}
	for _, p := range sim.NewTable().Rows() {
		source, _ := scenarios.LookupSource(p.Source)
		rows = append(rows, paramJSON{
			ID: p.ID, Path: p.Path(), Label: label(p.ID), Help: assets.T("param." + p.ID + ".help"),
			Unit: string(p.Unit), UnitIs: report.UnitName(p.Unit, ""), Min: p.Min, Max: p.Max, Step: p.Step, Default: p.Default, Low: p.Low, High: p.High,
			Group: p.Group, Kind: kindOf(&p), Today: p.Today,
			Source: p.Source, Cite: source.Cite, Note: source.Note, Grade: string(p.Grade), Direction: string(p.Direction),
			Findings: append([]string{}, findings[p.ID]...),
		})
	}
	return rows
}

// kindOf is decision, assumption or today: how things stand at the start is none of the
// two.
func kindOf(p *sim.Param) string {
	if p.Today {
		return "today"
	}
	return string(p.Kind)
}

// withWords keeps the rows in which every word stands, in upper or lower case.
func withWords(rows []paramJSON, words []string) []paramJSON {
	return slices.DeleteFunc(rows, func(r paramJSON) bool {
		text := strings.ToLower(strings.Join([]string{r.ID, r.Kind, r.Label, r.Help, r.Source, r.Cite, r.UnitIs}, " "))
		for _, w := range words {
			if !strings.Contains(text, strings.ToLower(w)) {
				return true
			}
		}
		return false
	})
}

// listParams writes the parameter table, or the rows in which every word stands, to be
// read or as JSON.
func listParams(s streams, words []string, asJSON bool) int {
	rows := withWords(paramRows(), words)
	if len(rows) == 0 {
		s.say(assets.F("simrun.params.none", strings.Join(words, " ")))
		return exitBadInput
	}
	if asJSON {
		encoder := json.NewEncoder(s.out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(rows); err != nil {
			s.say(err.Error())
			return exitFailed
		}
		return exitDone
	}
	table := [][]string{{}}
	for _, column := range []string{"id", "kind", "unit", "min", "max", "default", "source", "grade", "direction", "label"} {
		table[0] = append(table[0], assets.T("simrun.params.column."+column))
	}
	for _, r := range rows {
		table = append(table, []string{
			r.ID, r.Kind, r.Unit, plain(r.Min), plain(r.Max), plain(r.Default), r.Source, r.Grade, r.Direction, r.Label,
		})
	}
	s.out.WriteString(report.Align(table, ""))
	return exitDone
}

// plain is a number as a file or a flag takes it.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
