package scenarios

import (
	"fmt"
	"reflect"
	"strings"

	"threep/sim"
)

// catalogue writes what differs from the shipped catalogue: for each list either
// the entries changed and added, or, where an entry is missing or moved, the
// whole list.
func (e *encoder) catalogue(c, base *sim.Catalogue) {
	p := &catalogueWriter{e: e}
	writeList(p, "traits", c.Traits, base.Traits, traitKey, sim.Trait{})
	writeList(p, "correlations", c.Correlations, base.Correlations, correlationKey, sim.Correlation{})
	writeList(p, "roles", c.Roles, base.Roles, roleKey, newRole())
	writeList(p, "cohorts", c.Cohorts, base.Cohorts, cohortKey, sim.Cohort{})
	writeList(p, "tools", c.Tools, base.Tools, toolKey, newTool())
	if len(p.replaced) > 0 {
		fmt.Fprintf(&e.buf, "\n[catalogue]\n# These lists are given whole; the shipped entries do not apply.\nreplace = %s\n",
			tomlValue(reflect.ValueOf(p.replaced)))
	}
	e.buf.WriteString(p.body.String())
}

type catalogueWriter struct {
	e        *encoder
	body     strings.Builder
	replaced []string
}

func writeList[T any](p *catalogueWriter, list string, now, base []T, keyOf func(*T) string, fresh T) {
	whole := !extends(now, base, keyOf)
	if whole {
		p.replaced = append(p.replaced, list)
	}
	for i := range now {
		from := &fresh
		if !whole && i < len(base) {
			from = &base[i]
			if sameValue(reflect.ValueOf(now[i]), reflect.ValueOf(*from)) {
				continue
			}
		}
		p.entry("catalogue."+list, reflect.ValueOf(now[i]), reflect.ValueOf(*from))
	}
}

// extends reports whether now begins with the entries of base, in their order.
func extends[T any](now, base []T, keyOf func(*T) string) bool {
	if len(now) < len(base) {
		return false
	}
	for i := range base {
		if keyOf(&now[i]) != keyOf(&base[i]) {
			return false
		}
	}
	return true
}

// entry writes the fields of one entry that differ, its keys always.
func (p *catalogueWriter) entry(path string, v, base reflect.Value) {
	fmt.Fprintf(&p.body, "\n[[%s]]\n", path)
	var inner strings.Builder
	for i := 0; i < v.NumField(); i++ {
		key, field := v.Type().Field(i).Tag.Get("toml"), v.Field(i)
		identity := key == "id" || key == "a" || key == "b"
		switch {
		case sameValue(field, base.Field(i)) && !identity:
		case field.Kind() == reflect.Struct:
			fmt.Fprintf(&inner, "\n[%s.%s]\n", path, key)
			for j := 0; j < field.NumField(); j++ {
				if !sameValue(field.Field(j), base.Field(i).Field(j)) {
					fmt.Fprintf(&inner, "%s = %s\n", field.Type().Field(j).Tag.Get("toml"), tomlValue(field.Field(j)))
				}
			}
		case field.Kind() == reflect.Map:
			fmt.Fprintf(&inner, "\n[%s.%s]\n", path, key)
			for _, k := range sortedMapKeys(field) {
				fmt.Fprintf(&inner, "%s = %s\n", bareOrQuoted(k), tomlValue(field.MapIndex(reflect.ValueOf(k))))
			}
		default:
			fmt.Fprintf(&p.body, "%s = %s\n", key, tomlValue(field))
		}
	}
	p.body.WriteString(inner.String())
}
