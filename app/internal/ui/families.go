package ui

import (
	"slices"
	"strings"

	"threep/assets"
	"threep/sim"
)

// family is one of the four families of levers.
type family struct {
	id string
	// main are the levers in sight, and columns how many stand side by side.
	main    []string
	columns int
	// groups are the sections of the drawer, from top to bottom.
	groups []leverGroup
}

// leverGroup is one section of a drawer. A parameter belongs to the first group that
// names it or its prefix.
type leverGroup struct {
	key   string // of the title, in the texts
	match []string
}

// families returns the four families. Every decision of the parameter table belongs
// to one group; a test holds it to that.
func families() []family {
	return []family{
		{
			id: "people", columns: 2,
			main: []string{"people.unqualified_share", "training.hours", "hiring.replace_rate", "coaching.hours"},
			groups: []leverGroup{
				{"group.hiring", []string{"people.unqualified_share", "hiring."}},
				{"group.training", []string{"training."}},
				{"group.coaching", []string{"coaching."}},
				{"group.today", []string{"today.training_hours", "today.coaching_hours", "today.candidates"}},
				{"group.organisation", []string{"organisation."}},
			},
		},
		{
			id: "process", columns: 1,
			main: []string{"process.raise_all", "infrastructure.raise"},
			groups: []leverGroup{
				{"ui.group.raise", []string{"process."}},
				{"group.infrastructure", []string{"infrastructure."}},
				{"group.today", []string{
					"today.opportunity_management", "today.lead_management", "today.coaching_management",
					"today.hiring_process", "today.data_discipline", "today.infrastructure",
				}},
			},
		},
		{
			id: "product", columns: 1,
			main: []string{"product.fit", "product.content"},
			groups: []leverGroup{
				{"group.product", []string{"product."}},
				{"group.today", []string{"today.product_fit", "today.value_clarity", "today.content", "today.complexity"}},
			},
		},
		{
			id: "tools", columns: 1,
			main: []string{"rollout.sponsor_top", "rollout.wiifm_design"},
			groups: []leverGroup{
				{"ui.group.plan", []string{
					"rollout.start", "rollout.announcement", "rollout.pilot_share", "rollout.pilot_weeks",
					"rollout.waves", "rollout.wave_gap",
				}},
				{"ui.group.people", []string{"rollout."}},
			},
		},
	}
}

// familyOf returns the family of an id, and false for none.
func familyOf(id string) (family, bool) {
	for _, f := range families() {
		if f.id == id {
			return f, true
		}
	}
	return family{}, false
}

// title is the name of the family.
func (f family) title() string { return assets.T("ui.family." + f.id + ".title") }

// help says what the family is about.
func (f family) help() string { return assets.T("ui.family." + f.id + ".help") }

// holds reports whether the group names a parameter.
func (g leverGroup) holds(id string) bool {
	for _, m := range g.match {
		if m == id || strings.HasSuffix(m, ".") && strings.HasPrefix(id, m) {
			return true
		}
	}
	return false
}

// params returns the parameters of a family's group, those that are named one by one
// first, the others in the order of the table. Those that stand in an earlier group of
// the family are left out.
func (f family) params(group int, table *sim.Table) []*sim.Param {
	var found []*sim.Param
	rows := table.Rows()
	for i := range rows {
		p := &rows[i]
		if p.Kind != sim.KindDecision && p.ID != "people.unqualified_share" {
			continue
		}
		if f.groupOf(p.ID) == group {
			found = append(found, p)
		}
	}
	// What a group names one by one comes first, in the order of the names.
	named := f.groups[group].match
	slices.SortStableFunc(found, func(a, b *sim.Param) int { return rank(named, a.ID) - rank(named, b.ID) })
	return found
}

// rank is the place of an id in a list, or the end of it.
func rank(ids []string, id string) int {
	if i := slices.Index(ids, id); i >= 0 {
		return i
	}
	return len(ids)
}

// groupOf returns the index of the group that holds a parameter, or -1.
func (f family) groupOf(id string) int {
	for i, g := range f.groups {
		if g.holds(id) {
			return i
		}
	}
	return -1
}

// familyOfParam returns the id of the family that a parameter belongs to.
func familyOfParam(id string) string {
	for _, f := range families() {
		if f.groupOf(id) >= 0 {
			return f.id
		}
	}
	return ""
}

// familyOfReadiness is the family that raises a part of readiness: infrastructure is
// raised beside the process.
func familyOfReadiness(part string) string {
	if part == "infrastructure" {
		return "process"
	}
	return part
}
