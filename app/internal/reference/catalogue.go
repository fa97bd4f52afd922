package reference

import (
	"slices"
	"strings"

	"threep/app/internal/evidence"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

func (t *tables) traits() string {
	c := &t.scenario.Catalogue
	direct := map[string]string{"drive": "people.drive", "courage": "people.courage", "optimism": "people.optimism", "competitiveness": "people.competitiveness"}
	var rows [][]string
	for _, trait := range c.Traits {
		acts := assets.T("reference.by_fit")
		if id, ok := direct[trait.ID]; ok {
			acts = assets.F("reference.by_fit_and", code(id))
		}
		rows = append(rows, []string{code(trait.ID), trait.Name, acts, shortWork(trait.Source)})
	}
	return table([]string{"trait", "name", "acts", "work"}, rows)
}

// correlations is the upper triangle of the traits' correlations, as a matrix.
func (t *tables) correlations() string {
	c := &t.scenario.Catalogue
	r := map[[2]string]float64{}
	for _, k := range c.Correlations {
		r[[2]string{k.A, k.B}], r[[2]string{k.B, k.A}] = k.R, k.R
	}
	var b strings.Builder
	head, rule := "| |", "|---|"
	for i := range c.Traits {
		if i > 0 {
			head += " " + c.Traits[i].Name + " |"
			rule += "---|"
		}
	}
	b.WriteString(head + "\n" + rule)
	for i := range c.Traits[:len(c.Traits)-1] {
		b.WriteString("\n| " + c.Traits[i].Name + " |")
		for k := 1; k < len(c.Traits); k++ {
			cell := ""
			if k > i {
				cell = "0"
				if v := r[[2]string{c.Traits[i].ID, c.Traits[k].ID}]; v != 0 {
					cell = evidence.Exact(v)
				}
			}
			b.WriteString(" " + cell + " |")
		}
	}
	return b.String()
}

func (t *tables) roles() string {
	c := &t.scenario.Catalogue
	var rows [][]string
	for i := range c.Roles {
		r := &c.Roles[i]
		rows = append(rows, []string{
			r.Name, evidence.Profile(r, c.Traits), evidence.Exact(r.Opportunities), evidence.Exact(r.DealValue), evidence.Exact(r.Cycle),
			evidence.Exact(r.Ramp), evidence.Exact(r.Pay), evidence.Exact(r.Turnover), shortWork(r.Source),
		})
	}
	return table([]string{"role", "weights", "opportunities", "deal_value", "cycle", "ramp", "pay", "turnover", "work"}, rows)
}

func (t *tables) cohorts() string {
	var rows [][]string
	for _, h := range t.scenario.Catalogue.Cohorts {
		rows = append(rows, []string{
			h.Name, evidence.Figure(h.Share, sim.UnitShare, ""), assets.F("evidence.range", evidence.Exact(h.MinAge), evidence.Exact(h.MaxAge)), shortWork(h.Source),
		})
	}
	return table([]string{"cohort", "share", "ages", "work"}, rows)
}

// tools has a row for every property and effect that is not 0, and a column for every
// tool, so that tools can be compared.
func (t *tables) tools() string {
	list := t.scenario.Catalogue.Tools
	if len(list) == 0 {
		return ""
	}
	var b strings.Builder
	head, rule := "| |", "|---|"
	all := make([][]evidence.Property, len(list))
	for i := range list {
		head += " " + list[i].Name + " |"
		rule += "---|"
		all[i] = evidence.Properties(&list[i])
	}
	b.WriteString(head + "\n" + rule)
	for k, p := range all[0] {
		unit := assets.T("evidence.tool_unit.effect")
		if !p.Effect {
			unit = assets.T("evidence.tool_unit." + p.ID)
		}
		b.WriteString("\n| " + assets.F("reference.property", assets.T("evidence.tool."+p.ID), unit) + " |")
		for i := range list {
			cell := all[i][k].Figure
			if p.Effect && all[i][k].Value == 0 {
				cell = ""
			}
			b.WriteString(" " + cell + " |")
		}
	}
	return b.String()
}

// toolSources lists what the figures of tools rest on that are no mere judgement, or
// of which something is to be said.
func (t *tables) toolSources() string {
	var rows [][]string
	for i := range t.scenario.Catalogue.Tools {
		tool := &t.scenario.Catalogue.Tools[i]
		for _, p := range evidence.Properties(tool) {
			source, note := tool.Sources[p.ID], tool.Notes[p.ID]
			if source == "judgement" && note == "" {
				continue
			}
			rows = append(rows, []string{tool.Name, assets.T("evidence.tool." + p.ID), p.Figure, shortWork(source), note})
		}
	}
	return table([]string{"tool", "property", "value", "work", "remark"}, rows)
}

func (t *tables) maturity() string {
	var b strings.Builder
	for i, d := range scenarios.MaturityLevels() {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString("**" + d.Name + ".** " + d.Effect + "\n")
		for _, l := range d.Levels {
			b.WriteString("\n- " + assets.F("reference.level", l.Level, l.Name, l.Description))
		}
	}
	return b.String()
}

func (t *tables) industries() string {
	var rows [][]string
	for _, p := range scenarios.Industries() {
		ids := make([]string, 0, len(p.Values))
		for id := range p.Values {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		var values []string
		for _, id := range ids {
			row, ok := t.params.Lookup(id)
			if !ok {
				continue // a test of the presets holds every id to being in the table
			}
			values = append(values, code(id)+" "+evidence.Figure(p.Values[id], row.Unit, t.scenario.Organisation.Currency))
		}
		rows = append(rows, []string{p.Name, p.Story, strings.Join(values, ", ")})
	}
	return table([]string{"industry", "story", "values"}, rows)
}
