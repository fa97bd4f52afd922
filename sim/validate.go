package sim

import (
	"errors"
	"fmt"
	"math"
	"sort"
)

// Fault is one thing wrong with a scenario: where, and what would be right.
type Fault struct {
	Path    string // key path in a scenario file
	Message string
}

// Error joins place and remedy.
func (f *Fault) Error() string { return f.Path + ": " + f.Message }

// Validate returns every fault of s at once, joined, or nil.
func (s *Scenario) Validate(t *Table) error {
	v := &validator{s: s}
	for i := range t.rows {
		if err := t.rows[i].Check(t.rows[i].Get(s)); err != nil {
			v.add(t.rows[i].Path(), "%s", err)
		}
	}
	v.catalogue()
	v.organisation()
	v.decisions()
	v.shares()
	v.roster()
	return errors.Join(v.faults...)
}

type validator struct {
	s      *Scenario
	faults []error
}

func (v *validator) add(path, format string, args ...any) {
	v.faults = append(v.faults, &Fault{Path: path, Message: fmt.Sprintf(format, args...)})
}

func (v *validator) finite(path string, x, low, high float64) {
	if !within(x, low, high) {
		v.add(path, "is %g; give a number from %g to %g", x, low, high)
	}
}

// within reports whether x is a number from low to high.
func within(x, low, high float64) bool { return isFinite(x) && x >= low && x <= high }

// MaxTraits is the largest number of traits a catalogue may list.
const MaxTraits = 24

// MaxTools is the largest number of tools a catalogue may list.
const MaxTools = 200

func (v *validator) catalogue() {
	c := &v.s.Catalogue
	traits := map[string]bool{}
	for i, t := range c.Traits {
		path := fmt.Sprintf("catalogue.traits[%d]", i)
		if t.ID == "" {
			v.add(path, "has no id; give one, such as \"courage\"")
		}
		if traits[t.ID] {
			v.add(path, "trait %q is listed twice; keep one", t.ID)
		}
		traits[t.ID] = true
	}
	if len(c.Traits) == 0 || len(c.Traits) > MaxTraits {
		v.add("catalogue.traits", "lists %d traits; give 1 to %d", len(c.Traits), MaxTraits)
	}
	for i, r := range c.Correlations {
		path := fmt.Sprintf("catalogue.correlations[%d]", i)
		for _, id := range []string{r.A, r.B} {
			if !traits[id] {
				v.add(path, "names trait %q, which is not in the list of traits", id)
			}
		}
		if r.A == r.B {
			v.add(path, "correlates %q with itself; name two different traits", r.A)
		}
		v.finite(path+".r", r.R, -.99, .99)
	}
	if len(v.faults) == 0 {
		if _, err := choleskyOf(correlationMatrix(c)); err != nil {
			v.add("catalogue.correlations", "%s; make some correlations weaker", err)
		}
	}
	roles := map[string]bool{}
	manager := false
	for i, r := range c.Roles {
		path := fmt.Sprintf("catalogue.roles[%d]", i)
		if roles[r.ID] || r.ID == "" {
			v.add(path, "role id %q is empty or listed twice; give each role one id", r.ID)
		}
		roles[r.ID] = true
		manager = manager || r.Manager
		ids := make([]string, 0, len(r.Weights))
		for id := range r.Weights {
			ids = append(ids, id)
		}
		sort.Strings(ids)
		sum := 0.0
		for _, id := range ids {
			if !traits[id] {
				v.add(path+".weights."+id, "is not a trait of the catalogue; use one of its ids")
			}
			v.finite(path+".weights."+id, r.Weights[id], -5, 5)
			sum += math.Abs(r.Weights[id])
		}
		if !(sum > 0) {
			v.add(path+".weights", "are all zero; weigh at least one trait")
		}
		for _, f := range []struct {
			name string
			x    float64
		}{{"opportunities", r.Opportunities}, {"deal_value", r.DealValue}, {"cycle", r.Cycle}, {"ramp", r.Ramp}, {"pay", r.Pay}, {"turnover", r.Turnover}} {
			v.finite(path+"."+f.name, f.x, .01, 100)
		}
	}
	if !manager {
		v.add("catalogue.roles", "has no role with manager = true; mark the first-line manager's")
	}
	share := 0.0
	for i, h := range c.Cohorts {
		path := fmt.Sprintf("catalogue.cohorts[%d]", i)
		v.finite(path+".share", h.Share, 0, 1)
		v.finite(path+".min_age", h.MinAge, 14, 90)
		v.finite(path+".max_age", h.MaxAge, h.MinAge, 90)
		share += h.Share
	}
	if math.Abs(share-1) > 1e-6 {
		v.add("catalogue.cohorts", "have shares that add up to %g; make them add up to 1", share)
	}
	if len(c.Tools) > MaxTools {
		v.add("catalogue.tools", "lists %d tools; give at most %d", len(c.Tools), MaxTools)
	}
	tools := map[string]bool{}
	for i := range c.Tools {
		t := &c.Tools[i]
		path := fmt.Sprintf("catalogue.tools[%d]", i)
		if tools[t.ID] || t.ID == "" {
			v.add(path, "tool id %q is empty or listed twice; give each tool one id", t.ID)
		}
		tools[t.ID] = true
		v.tool(path, t)
	}
}

func (v *validator) tool(path string, t *Tool) {
	for _, f := range []struct {
		name      string
		x         float64
		low, high float64
	}{
		{"seat_price", t.SeatPrice, 0, 10000},
		{"implementation", t.Implementation, 0, 100000},
		{"ease", t.Ease, -3, 3},
		{"wiifm_hours", t.WIIFMHours, 0, 20},
		{"wiifm_pay", t.WIIFMPay, 0, .5},
		{"upkeep", t.Upkeep, 0, 1200},
		{"savvy", t.Savvy, -3, 3},
		{"data", t.Data, 0, 1},
		{"need_people", t.NeedPeople, .01, 100},
		{"need_process", t.NeedProcess, .01, 100},
		{"need_content", t.NeedContent, .01, 100},
		{"need_infrastructure", t.NeedInfra, .01, 100},
		{"effects.selling_time", t.Effects.SellingTime, 0, .9},
		{"effects.creation", t.Effects.Creation, 0, .9},
		{"effects.win", t.Effects.Win, 0, .9},
		{"effects.no_decision", t.Effects.NoDecision, 0, .9},
		{"effects.cycle", t.Effects.Cycle, 0, .9},
		{"effects.deal_value", t.Effects.DealValue, 0, .9},
		{"effects.ramp", t.Effects.Ramp, 0, .9},
		{"effects.retention", t.Effects.Retention, 0, .9},
	} {
		v.finite(path+"."+f.name, f.x, f.low, f.high)
	}
}

func (v *validator) organisation() {
	o := &v.s.Organisation
	share := 0.0
	for i, r := range o.Roles {
		path := fmt.Sprintf("organisation.roles[%d]", i)
		role, ok := v.s.Catalogue.role(r.Role)
		switch {
		case !ok:
			v.add(path+".role", "is %q, which the catalogue does not list; use one of %s", r.Role, v.s.Catalogue.roleIDs())
		case role.Manager:
			v.add(path+".role", "is %q, the managers' role; seats hold selling roles", r.Role)
		}
		v.finite(path+".share", r.Share, 0, 1)
		share += r.Share
	}
	if len(o.Roles) == 0 || math.Abs(share-1) > 1e-6 {
		v.add("organisation.roles", "have shares that add up to %g; make them add up to 1", share)
	}
	if o.FiscalStartMonth < 1 || o.FiscalStartMonth > 12 {
		v.add("organisation.fiscal_start_month", "is %d; give 1 to 12", o.FiscalStartMonth)
	}
	if len(o.Currency) != 3 {
		v.add("organisation.currency", "is %q; give an ISO code such as \"USD\"", o.Currency)
	}
}

func (v *validator) decisions() {
	d := &v.s.Decisions
	seen := map[string]bool{}
	for i, id := range d.Tools {
		path := fmt.Sprintf("decisions.tools[%d]", i)
		if _, ok := v.s.Catalogue.tool(id); !ok {
			v.add(path, "is %q, which the catalogue does not list; use one of %s", id, v.s.Catalogue.toolIDs())
		}
		if seen[id] {
			v.add(path, "tool %q is listed twice; keep one", id)
		}
		seen[id] = true
	}
	ids := make([]string, 0, len(d.ToolDelay))
	for id := range d.ToolDelay {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		if !seen[id] {
			v.add("decisions.tool_delay."+id, "is not among decisions.tools; add it there or drop the delay")
		}
		v.finite("decisions.tool_delay."+id, d.ToolDelay[id], 0, 520)
	}
}

// shares checks the sums that several parameters must respect together.
func (v *validator) shares() {
	a := &v.s.Assumptions
	if sum := a.Market.WinShare + a.Market.NoDecisionShare; sum > .98 {
		v.add("assumptions.market", "win_share and no_decision_share add up to %g; leave at least .02 for losses", sum)
	}
	fixed := a.Hours.Selling + a.Hours.Search + a.Hours.Meetings + (v.s.Today.CoachingHours+v.s.Today.TrainingHours/52)/a.Hours.Week
	if fixed > .98 {
		v.add("assumptions.hours", "selling, search, meetings, today's training and coaching take %.0f%% of the week; leave at least 2%% for administration", float64(100*fixed))
	}
	if w := a.Adoption.TeamWeight + a.Adoption.ManagerWeight + a.Adoption.FirmWeight; w > 1+1e-9 {
		v.add("assumptions.adoption", "team_weight, manager_weight and firm_weight add up to %g; make them add up to at most 1", w)
	}
	if a.Skill.Today <= a.Skill.Untrained {
		v.add("assumptions.skill.today", "is %g, not above untrained %g; raise it or lower untrained", a.Skill.Today, a.Skill.Untrained)
	}
}

func (v *validator) roster() {
	ids := make(map[string]bool, len(v.s.Roster))
	for i := range v.s.Roster {
		r := &v.s.Roster[i]
		path := func() string { return fmt.Sprintf("roster[%d]", i) }
		if r.ID == "" || ids[r.ID] {
			v.add(path(), "seat id %q is empty or given twice; give every seat its own", r.ID)
		}
		ids[r.ID] = true
		v.rosterNumbers(path, r)
		if r.Role != "" {
			if role, ok := v.s.Catalogue.role(r.Role); !ok || role.Manager {
				v.add(path(), "role %q is not a selling role of the catalogue; use one of %s", r.Role, v.s.Catalogue.roleIDs())
			}
		}
	}
}

// rosterNumbers checks the numbers of a seat; the path is made only where there
// is a fault, since rosters can be long.
func (v *validator) rosterNumbers(path func() string, r *RosterSeat) {
	for _, f := range [...]struct {
		name      string
		x         *float64
		low, high float64
	}{
		{"tenure", r.Tenure, 0, 80 * weeksYear},
		{"skill", r.Skill, 0, 1},
		{"savvy", r.Savvy, -8, 8},
		{"age", r.Age, 14, 100},
		{"sales", r.Sales, 0, 1e15},
		{"quota", r.Quota, 0, 1e15},
		{"rating", r.Rating, -8, 8},
		{"potential", r.Potential, 0, 1e9},
		{"accounts", r.Accounts, 0, 1e9},
		{"presence", r.Presence, 0, 1e9},
		{"workload", r.Workload, 0, 1e9},
	} {
		if f.x != nil && !within(*f.x, f.low, f.high) {
			v.finite(path()+"."+f.name, *f.x, f.low, f.high)
		}
	}
	ids := make([]string, 0, len(r.Traits))
	for id := range r.Traits {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		if _, ok := v.s.Catalogue.trait(id); !ok {
			v.add(path()+".traits."+id, "is not a trait of the catalogue; use one of its ids")
		}
		if x := r.Traits[id]; !within(x, -8, 8) {
			v.finite(path()+".traits."+id, x, -8, 8)
		}
	}
}
