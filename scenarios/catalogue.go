package scenarios

import (
	"fmt"
	"reflect"

	"threep/sim"
)

// catalogueLists are the lists of a catalogue, by their keys.
func catalogueLists() []string { return tagsOf(reflect.TypeFor[sim.Catalogue]()) }

// catalogue takes the catalogue out of the file's table and adds its entries to
// those of s, or changes them: an entry is known by its id, a correlation by its
// two traits. A list that the key "replace" names starts empty. The result maps
// the paths of merged entries to their paths in the file.
func (c *checker) catalogue(tree map[string]any, s *sim.Scenario) map[string]string {
	display := map[string]string{}
	raw, ok := tree["catalogue"]
	if !ok {
		c.displayBuiltIn(s, display)
		return display
	}
	delete(tree, "catalogue")
	given, ok := raw.(map[string]any)
	if !ok {
		c.add("catalogue", "is %s; make it a table: [catalogue]", describeValue(raw))
		return display
	}
	c.replace(given, s)
	c.table("catalogue", given, reflect.TypeFor[sim.Catalogue]())
	merge(c, given, "traits", &s.Catalogue.Traits, display, traitKey, func() sim.Trait { return sim.Trait{} })
	merge(c, given, "correlations", &s.Catalogue.Correlations, display, correlationKey, func() sim.Correlation { return sim.Correlation{} })
	merge(c, given, "roles", &s.Catalogue.Roles, display, roleKey, newRole)
	merge(c, given, "cohorts", &s.Catalogue.Cohorts, display, cohortKey, func() sim.Cohort { return sim.Cohort{} })
	merge(c, given, "tools", &s.Catalogue.Tools, display, toolKey, newTool)
	c.displayBuiltIn(s, display)
	return display
}

// The keys by which entries are told apart; empty where an entry has none.
func traitKey(t *sim.Trait) string   { return t.ID }
func roleKey(r *sim.Role) string     { return r.ID }
func cohortKey(h *sim.Cohort) string { return h.ID }
func toolKey(t *sim.Tool) string     { return t.ID }

func correlationKey(r *sim.Correlation) string {
	a, b := r.A, r.B
	if a > b {
		a, b = b, a
	}
	if a == "" {
		return ""
	}
	return a + "~" + b
}

// newRole is a role before its entry is read: as the field role.
func newRole() sim.Role {
	return sim.Role{Opportunities: 1, DealValue: 1, Cycle: 1, Ramp: 1, Pay: 1, Turnover: 1}
}

// newTool is a tool before its entry is read: it needs all four alike.
func newTool() sim.Tool {
	return sim.Tool{NeedPeople: .25, NeedProcess: .25, NeedContent: .25, NeedInfra: .25}
}

// replace empties the lists that the file wants to give whole.
func (c *checker) replace(given map[string]any, s *sim.Scenario) {
	raw, ok := given["replace"]
	if !ok {
		return
	}
	delete(given, "replace")
	if !c.value("catalogue.replace", raw, reflect.TypeFor[[]string]()) {
		return
	}
	for i, v := range raw.([]any) {
		switch v {
		case "traits":
			s.Catalogue.Traits = nil
		case "correlations":
			s.Catalogue.Correlations = nil
		case "roles":
			s.Catalogue.Roles = nil
		case "cohorts":
			s.Catalogue.Cohorts = nil
		case "tools":
			s.Catalogue.Tools = nil
		default:
			name := v.(string)
			c.add(element("catalogue.replace", i), "is %q, which is not a list of the catalogue%s", name, suggest(name, catalogueLists()))
		}
	}
}

// merge reads the entries of one list of the catalogue onto those it has.
func merge[T any](c *checker, given map[string]any, list string, into *[]T, display map[string]string, keyOf func(*T) string, fresh func() T) {
	entries, _ := given[list].([]any)
	at := map[string]int{}
	for i := range *into {
		at[keyOf(&(*into)[i])] = i
	}
	seen := map[string]bool{}
	for i, raw := range entries {
		path := element("catalogue."+list, i)
		entry, ok := raw.(map[string]any)
		if !ok {
			continue // noted by the check of the table
		}
		item := fresh()
		if err := assign(entry, &item); err != nil {
			c.add(path, "%s", err)
			continue
		}
		key := keyOf(&item)
		if key == "" {
			c.add(path, "does not say which entry it is; give it an id, or for a correlation the traits a and b")
			continue
		}
		if seen[key] {
			c.add(path, "is given twice; join the two entries for %q", key)
			continue
		}
		seen[key] = true
		n, known := at[key]
		if known {
			item = (*into)[n]
			if err := assign(entry, &item); err != nil {
				c.add(path, "%s", err)
				continue
			}
			(*into)[n] = item
		} else {
			n = len(*into)
			*into = append(*into, item)
		}
		display[element("catalogue."+list, n)] = path
	}
}

// displayBuiltIn names the entries that the file does not list by their ids, for
// faults that only show when file and built-in entries come together.
func (c *checker) displayBuiltIn(s *sim.Scenario, display map[string]string) {
	name := func(list string, i int, key string) {
		path := element("catalogue."+list, i)
		if _, ok := display[path]; !ok {
			display[path] = fmt.Sprintf("catalogue.%s(%s)", list, key)
		}
	}
	for i := range s.Catalogue.Traits {
		name("traits", i, s.Catalogue.Traits[i].ID)
	}
	for i := range s.Catalogue.Correlations {
		name("correlations", i, correlationKey(&s.Catalogue.Correlations[i]))
	}
	for i := range s.Catalogue.Roles {
		name("roles", i, s.Catalogue.Roles[i].ID)
	}
	for i := range s.Catalogue.Cohorts {
		name("cohorts", i, s.Catalogue.Cohorts[i].ID)
	}
	for i := range s.Catalogue.Tools {
		name("tools", i, s.Catalogue.Tools[i].ID)
	}
}
