package evidence

import (
	"slices"
	"strconv"
	"strings"

	"threep/assets"
	"threep/sim"
)

// parameters lists the rows of the parameter table.
func (m *maker) parameters() {
	rows := m.table.Rows()
	for i := range rows {
		m.entries = append(m.entries, m.parameter(&rows[i]))
	}
}

func (m *maker) parameter(p *sim.Param) Entry {
	w := m.work(p.Source)
	figure := func(v float64) string { return Figure(v, p.Unit, m.currency) }
	e := Entry{
		Kind: Parameter, ID: p.ID, Title: parameterTitle(p.ID), Text: assets.T("param." + p.ID + ".help"),
		Figure: figure(p.Default), Grade: p.Grade, Source: p.Source, Short: Authors(w),
	}
	allowed := assets.T("evidence.not_varied")
	if p.Uncertain() {
		allowed = span(p.Low, p.High, p.Unit, m.currency)
	}
	e.fact("kind", KindSentence(p))
	e.fact("default", figure(p.Default))
	e.fact("range", span(p.Min, p.Max, p.Unit, m.currency))
	if p.Kind == sim.KindAssumption {
		e.fact("allowed", allowed)
	}
	e.fact("unit", unitName(p.Unit))
	e.fact("grade", ParameterGrade(p))
	e.fact("ground", gradeSentence(p.Grade))
	if p.Direction != "" {
		e.fact("direction", gradeSentence(p.Direction))
	}
	e.fact("source", w.Cite)
	e.fact("note", w.Note)
	m.origin(&e, p.ID, p.Unit)
	e.fact("id", p.ID)
	var under []Link
	for k := range m.findings {
		if f := &m.findings[k]; slices.Contains(f.Supports, p.ID) {
			under = append(under, findingLink(f))
		}
	}
	e.group("findings", under)
	e.group("works", []Link{workLink(w)})
	return e
}

// fact adds something that is said, unless there is nothing to say.
func (e *Entry) fact(label, value string) {
	if value != "" {
		e.Facts = append(e.Facts, Fact{assets.T("evidence.fact." + label), value})
	}
}

// group adds a list of other entries, unless it is empty.
func (e *Entry) group(title string, links []Link) {
	if len(links) > 0 {
		e.Groups = append(e.Groups, Group{assets.T("evidence.group." + title), links})
	}
}

func parameterTitle(id string) string { return assets.T("param." + id + ".label") }

// KindSentence says whether a parameter is a decision, an assumption or a level of today.
func KindSentence(p *sim.Param) string {
	switch {
	case p.Kind == sim.KindAssumption:
		return assets.T("word.kind.assumption")
	case p.Today:
		return assets.T("word.kind.today")
	}
	return assets.T("word.kind.decision")
}

func findingLink(f *sim.Finding) Link {
	return Link{Finding, f.ID, FigureOf(f) + " – " + assets.T("finding."+f.ID+".text")}
}

func workLink(w sim.Source) Link { return Link{Work, w.Key, w.Cite} }

// listFindings lists the register of findings.
func (m *maker) listFindings() {
	for i := range m.findings {
		f := &m.findings[i]
		w := m.work(f.Source)
		e := Entry{
			Kind: Finding, ID: f.ID, Title: assets.T("finding." + f.ID + ".text"),
			Figure: FigureOf(f), Grade: f.Grade, Source: f.Source, Short: short(w, f.Year),
		}
		e.fact("figure", FigureOf(f))
		if f.HasFigure() {
			e.fact("unit", findingUnit(f.Unit))
		}
		e.fact("year", year(f.Year))
		e.fact("grade", GradeShort(f.Grade))
		e.fact("ground", gradeSentence(f.Grade))
		e.fact("mark", assets.T("evidence.mark."+string(f.Mark)))
		var under []Link
		var outcomes []string
		for _, id := range f.Supports {
			if strings.Contains(id, ".") {
				under = append(under, Link{Parameter, id, parameterTitle(id)})
			} else {
				outcomes = append(outcomes, assets.T("outcome."+id+".label"))
			}
		}
		e.fact("yardstick", strings.Join(outcomes, ", "))
		e.fact("source", w.Cite)
		e.fact("note", w.Note)
		e.fact("id", f.ID)
		e.group("supports", under)
		e.group("works", []Link{workLink(w)})
		m.entries = append(m.entries, e)
	}
}

// findingUnit names the unit of a work's figure; money is in dollars there.
func findingUnit(u sim.Unit) string {
	if u == sim.UnitMoney {
		return dollars
	}
	return unitName(u)
}

// short is a work and a year in a few words.
func short(w sim.Source, y int) string {
	if y == 0 {
		return Authors(w)
	}
	return Authors(w) + " " + strconv.Itoa(y)
}

// listWorks lists the works, with what rests on each.
func (m *maker) listWorks() {
	slices.SortFunc(m.works, func(a, b sim.Source) int {
		return strings.Compare(strings.ToLower(a.Cite), strings.ToLower(b.Cite))
	})
	above := m.entries // all but the works themselves
	for _, w := range m.works {
		e := Entry{Kind: Work, ID: w.Key, Title: w.Cite, Text: w.Note, Source: w.Key, Short: Authors(w)}
		e.fact("id", w.Key)
		links := map[Kind][]Link{}
		for i := range above {
			if o := &above[i]; o.Source == w.Key {
				title := o.Title
				if o.Kind == Finding {
					title = o.Figure + " – " + o.Title
				}
				links[o.Kind] = append(links[o.Kind], Link{o.Kind, o.ID, title})
			}
		}
		e.group("work_findings", links[Finding])
		e.group("parameters", links[Parameter])
		e.group("catalogue", links[Catalogue])
		m.entries = append(m.entries, e)
	}
}
