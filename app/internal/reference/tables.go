package reference

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"threep/app/internal/evidence"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// tables makes the generated parts of the reference.
type tables struct {
	scenario *sim.Scenario
	params   *sim.Table
	listed   map[string]bool // groups of parameters that a table has shown
}

func newTables(s *sim.Scenario) *tables {
	return &tables{scenario: s, params: sim.NewTable(), listed: map[string]bool{}}
}

// table writes rows as Markdown, with the heads looked up by their keys.
func table(heads []string, rows [][]string) string {
	var b strings.Builder
	line := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + strings.ReplaceAll(strings.ReplaceAll(c, "|", "/"), "\n", " ") + " ")
		}
		b.WriteString("|\n")
	}
	words := make([]string, len(heads))
	rule := make([]string, len(heads))
	for i, h := range heads {
		words[i], rule[i] = assets.T("reference.head."+h), "---"
	}
	line(words)
	line(rule)
	for _, r := range rows {
		line(r)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func code(text string) string { return "`" + text + "`" }

// works looks a work up and says it in a few words.
func shortWork(key string) string {
	w, ok := scenarios.LookupSource(key)
	if !ok {
		return key
	}
	return evidence.Authors(w)
}

func unitWord(u sim.Unit) string { return assets.T("reference.unit." + string(u)) }

// parameters is the table of the parameters whose ids begin with one of the prefixes.
func (t *tables) parameters(prefixes []string) (string, error) {
	var rows [][]string
	for _, prefix := range prefixes {
		found := false
		for _, p := range t.params.Rows() {
			if !strings.HasPrefix(p.ID, prefix) {
				continue
			}
			found = true
			rows = append(rows, t.parameter(&p))
		}
		if !found {
			return "", fmt.Errorf("no parameter begins with %q", prefix)
		}
		if t.listed[prefix] {
			return "", fmt.Errorf("the parameters of %q are listed already", prefix)
		}
		t.listed[prefix] = true
	}
	return table([]string{"parameter", "meaning", "unit", "default", "range", "allowed", "ground"}, rows), nil
}

func (t *tables) parameter(p *sim.Param) []string {
	figure := func(v float64) string { return evidence.Exact(v) }
	if p.Unit == sim.UnitShare {
		figure = func(v float64) string { return evidence.Figure(v, p.Unit, "") }
	}
	span := func(low, high float64) string { return assets.F("evidence.range", figure(low), figure(high)) }
	allowed := ""
	if p.Uncertain() {
		allowed = span(p.Low, p.High)
	}
	ground := evidence.ParameterGrade(p)
	if p.Grade != sim.GradeChoice && p.Source != "judgement" {
		ground = assets.F("reference.ground", ground, shortWork(p.Source))
	}
	return []string{code(p.ID), assets.T("param." + p.ID + ".label"), unitWord(p.Unit), figure(p.Default), span(p.Min, p.Max), allowed, ground}
}

// defaultOf is a parameter's default with its unit.
func (t *tables) defaultOf(id string) (string, error) {
	p, ok := t.params.Lookup(id)
	if !ok {
		return "", fmt.Errorf("there is no parameter %q", id)
	}
	return evidence.Figure(p.Default, p.Unit, t.scenario.Organisation.Currency), nil
}

// rangeOf is from where to where a parameter can be set.
func (t *tables) rangeOf(id string) (string, error) {
	p, ok := t.params.Lookup(id)
	if !ok {
		return "", fmt.Errorf("there is no parameter %q", id)
	}
	figure := func(v float64) string { return evidence.Figure(v, p.Unit, t.scenario.Organisation.Currency) }
	return assets.F("evidence.range", figure(p.Min), figure(p.Max)), nil
}

// finding is a finding's figure with its unit.
func (t *tables) finding(id string) (string, error) {
	f, ok := sim.LookupFinding(id)
	switch {
	case !ok:
		return "", fmt.Errorf("there is no finding %q", id)
	case !f.HasFigure():
		w, _ := scenarios.LookupSource(f.Source)
		return evidence.Authors(w), nil
	}
	return evidence.FigureOf(&f), nil
}

// constant is a constant's value with its unit.
func (t *tables) constant(id string) (string, error) {
	for _, c := range sim.Constants() {
		if c.ID == id {
			return evidence.Figure(c.Value, c.Unit, ""), nil
		}
	}
	return "", fmt.Errorf("there is no constant %q", id)
}

func (t *tables) constants() string {
	var rows [][]string
	for _, c := range sim.Constants() {
		rows = append(rows, []string{code(c.ID), assets.T("reference.constant." + c.ID), unitWord(c.Unit), evidence.Figure(c.Value, c.Unit, "")})
	}
	return table([]string{"constant", "meaning", "unit", "value"}, rows)
}

// schedule is the order of execution, with what is done team by team marked.
func (t *tables) schedule() string {
	var rows [][]string
	for i, step := range sim.Schedule() {
		whom := assets.T("reference.firm")
		if step.Team {
			whom = assets.T("reference.team")
		}
		rows = append(rows, []string{strconv.Itoa(i + 1), whom, assets.T("schedule." + step.Name), code(step.Name)})
	}
	return table([]string{"number", "whom", "step", "function"}, rows)
}

func (t *tables) mechanisms() string {
	var rows [][]string
	fields := reflect.TypeFor[sim.Mechanisms]()
	for i := range fields.NumField() {
		id := fields.Field(i).Tag.Get("toml")
		rows = append(rows, []string{code(id), assets.T("mechanism." + id + ".label"), assets.T("mechanism." + id + ".help")})
	}
	return table([]string{"mechanism", "name", "meaning"}, rows)
}

// outcomes is the table of what every week, or every future once, yields.
func (t *tables) outcomes(which string) (string, error) {
	infos := map[string][]sim.OutcomeInfo{"weekly": sim.WeeklyInfo(), "once": sim.TotalInfo()}[which]
	if infos == nil {
		return "", fmt.Errorf("outcomes are weekly or once, not %q", which)
	}
	var rows [][]string
	for _, o := range infos {
		rows = append(rows, []string{code(o.ID), assets.T("outcome." + o.ID + ".label"), unitWord(o.Unit), assets.T("outcome." + o.ID + ".help")})
	}
	return table([]string{"outcome", "name", "unit", "meaning"}, rows), nil
}

// findings is the register, as it stands.
func (t *tables) findings() string {
	var rows [][]string
	for _, f := range sim.Findings() {
		var under []string
		for _, id := range f.Supports {
			under = append(under, code(id))
		}
		year := ""
		if f.Year != 0 {
			year = strconv.Itoa(f.Year)
		}
		rows = append(rows, []string{
			assets.T("finding." + f.ID + ".text"), evidence.FigureOf(&f), year, shortWork(f.Source), evidence.GradeShort(f.Grade),
			assets.T("evidence.mark_short." + string(f.Mark)), strings.Join(under, ", "),
		})
	}
	return table([]string{"finding", "figure", "year", "work", "grade", "mark", "supports"}, rows)
}

// works lists the works with how far they go.
func (t *tables) works() string {
	var b strings.Builder
	for _, w := range evidence.New(t.scenario).Entries(evidence.Work) {
		b.WriteString("- " + w.Title + ". " + w.Text + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
