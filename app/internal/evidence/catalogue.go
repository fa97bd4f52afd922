package evidence

import (
	"reflect"
	"slices"
	"strings"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// listCatalogue lists what ships as data: traits, roles, cohorts, tools and presets.
func (m *maker) listCatalogue() {
	m.people()
	for i := range m.catalogue.Tools {
		m.tool(&m.catalogue.Tools[i])
	}
	for _, p := range scenarios.Industries() {
		m.industry(p)
	}
}

// add files an entry of the catalogue. Its ground is a judgement or a work, which the
// note says how far it carries.
func (m *maker) add(e Entry, source, remark string) {
	w := m.work(source)
	e.Kind, e.Source, e.Short = Catalogue, source, Authors(w)
	if source == "judgement" || source == "design" {
		e.Grade = sim.GradeJ
	}
	e.fact("ground", gradeSentence(e.Grade))
	e.fact("source", w.Cite)
	e.fact("note", w.Note)
	e.fact("remark", remark)
	e.fact("id", e.ID)
	e.group("works", []Link{workLink(w)})
	m.entries = append(m.entries, e)
}

func (m *maker) people() {
	c := m.catalogue
	for _, t := range c.Traits {
		weighed := 0
		for _, r := range c.Roles {
			if r.Weights[t.ID] != 0 {
				weighed++
			}
		}
		m.add(Entry{ID: "trait." + t.ID, Title: t.Name, Text: assets.F("evidence.catalogue.trait", weighed)}, t.Source, "")
	}
	for i := range c.Roles {
		r := &c.Roles[i]
		m.add(Entry{ID: "role." + r.ID, Title: r.Name, Text: assets.F("evidence.catalogue.role", Profile(r, c.Traits))}, r.Source, "")
	}
	for _, h := range c.Cohorts {
		e := Entry{
			ID: "cohort." + h.ID, Title: h.Name, Text: assets.F("evidence.catalogue.cohort", number(h.MinAge), number(h.MaxAge)),
			Figure: Figure(h.Share, sim.UnitShare, ""),
		}
		e.fact("value", e.Figure)
		m.add(e, h.Source, "")
	}
}

// Profile writes the weights of a role in the order of the traits.
func Profile(r *sim.Role, traits []sim.Trait) string {
	var parts []string
	for _, t := range traits {
		if w := r.Weights[t.ID]; w != 0 {
			parts = append(parts, strings.ToLower(t.Name)+" "+Exact(w))
		}
	}
	return strings.Join(parts, ", ")
}

// Property is one property of a tool, or its best effect through one channel.
type Property struct {
	ID     string // as in the catalogue's file
	Effect bool
	Value  float64
	Figure string
}

// Properties lists the properties and effects of a tool, in the order of its file.
func Properties(t *sim.Tool) []Property {
	var all []Property
	read := func(v reflect.Value, effect bool) {
		for i := range v.NumField() {
			if v.Field(i).Kind() != reflect.Float64 {
				continue
			}
			p := Property{ID: v.Type().Field(i).Tag.Get("toml"), Effect: effect, Value: v.Field(i).Float()}
			p.Figure = Exact(p.Value)
			if effect || p.ID == "wiifm_pay" || p.ID == "data" {
				p.Figure = Figure(p.Value, sim.UnitShare, "")
			}
			all = append(all, p)
		}
	}
	read(reflect.ValueOf(*t), false)
	read(reflect.ValueOf(t.Effects), true)
	return all
}

func (m *maker) tool(t *sim.Tool) {
	for _, p := range Properties(t) {
		unit := assets.T("evidence.tool_unit.effect")
		text := assets.T("evidence.catalogue.tool")
		if !p.Effect {
			unit = assets.T("evidence.tool_unit." + p.ID)
		} else if p.Value == 0 {
			text = assets.T("evidence.catalogue.effect_none")
		}
		e := Entry{
			ID: "tool." + t.ID + "." + p.ID, Title: assets.F("evidence.part", t.Name, assets.T("evidence.tool."+p.ID)),
			Text: t.Description + " " + text, Figure: p.Figure,
		}
		e.fact("value", p.Figure)
		e.fact("unit", unit)
		of := sim.UnitFactor
		if p.Effect {
			of = sim.UnitShare
		} else if p.ID == "wiifm_hours" {
			of = sim.UnitHoursWeek
		}
		m.origin(&e, e.ID, of)
		m.add(e, t.Sources[p.ID], t.Notes[p.ID])
	}
}

func (m *maker) industry(p scenarios.Industry) {
	ids := make([]string, 0, len(p.Values))
	for id := range p.Values {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		row, ok := m.table.Lookup(id)
		if !ok {
			continue // a test of the presets holds every id to being in the table
		}
		e := Entry{
			ID: "industry." + p.ID + "." + id, Title: assets.F("evidence.part", p.Name, parameterTitle(id)),
			Text:   assets.F("evidence.catalogue.industry", strings.TrimSuffix(p.Story, "."), Figure(row.Default, row.Unit, m.currency)),
			Figure: Figure(p.Values[id], row.Unit, m.currency),
		}
		e.fact("value", e.Figure)
		e.fact("unit", unitName(row.Unit))
		m.add(e, p.Sources[id], "")
	}
}
