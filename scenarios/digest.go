package scenarios

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"reflect"
	"sort"
	"strconv"

	"threep/sim"
)

// digestVersion names the canonical form below; it changes with the form.
const digestVersion = "threep-digest 1"

// Digest returns the SHA-256 of the canonical scenario in hexadecimal. Two
// scenarios have the same digest where they must give the same results: it
// covers organisation, levels of today, decisions, assumptions, mechanism
// switches, the whole catalogue with everything that enters an equation, and
// the roster. It leaves out what is only shown: name, title and story, the name
// of the industry (its figures are in), names, descriptions, sources and notes
// of the catalogue, aliases, and what teams are called (who is on a team with
// whom is in). The order of rows in a roster does not matter.
func Digest(s *sim.Scenario) string {
	hash := sha256.New()
	w := bufio.NewWriter(hash)
	fmt.Fprintln(w, digestVersion)
	c := s.Clone()
	c.Name, c.Title, c.Story, c.Organisation.Industry = "", "", "", ""
	withoutWords(&c.Catalogue)
	canonicalRoster(c)
	canonical(w, "", reflect.ValueOf(c).Elem())
	w.Flush()
	return hex.EncodeToString(hash.Sum(nil))
}

// withoutWords clears what the catalogue holds for readers only.
func withoutWords(c *sim.Catalogue) {
	for i := range c.Traits {
		c.Traits[i].Name, c.Traits[i].Source = "", ""
	}
	for i := range c.Roles {
		c.Roles[i].Name, c.Roles[i].Source = "", ""
	}
	for i := range c.Cohorts {
		c.Cohorts[i].Name, c.Cohorts[i].Source = "", ""
	}
	for i := range c.Tools {
		t := &c.Tools[i]
		t.Name, t.Description, t.Sources, t.Notes = "", "", nil, nil
	}
}

// canonicalRoster sorts seats by id and calls every team, and every manager, by
// the first of their seats.
func canonicalRoster(s *sim.Scenario) {
	sort.SliceStable(s.Roster, func(i, j int) bool { return s.Roster[i].ID < s.Roster[j].ID })
	teams, managers := map[string]string{}, map[string]string{}
	first := func(names map[string]string, name, id string) string {
		if name == "" {
			return ""
		}
		if _, ok := names[name]; !ok {
			names[name] = id
		}
		return names[name]
	}
	for i := range s.Roster {
		r := &s.Roster[i]
		r.Alias = ""
		r.Team = first(teams, r.Team, r.ID)
		r.Manager = first(managers, r.Manager, r.ID)
	}
}

// canonical writes one line for every value: its path and its exact text.
func canonical(w io.Writer, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			canonical(w, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		fmt.Fprintf(w, "%s %d\n", path, v.Len())
		for i := 0; i < v.Len(); i++ {
			canonical(w, element(path, i), v.Index(i))
		}
	case reflect.Map:
		fmt.Fprintf(w, "%s %d\n", path, v.Len())
		for _, k := range sortedMapKeys(v) {
			canonical(w, path+"."+strconv.Quote(k), v.MapIndex(reflect.ValueOf(k)))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			canonical(w, path, v.Elem())
		}
	case reflect.Float64:
		x := v.Float()
		if x == 0 {
			x = 0 // minus zero too
		}
		fmt.Fprintf(w, "%s %s\n", path, strconv.FormatFloat(x, 'g', -1, 64))
	case reflect.String:
		fmt.Fprintf(w, "%s %s\n", path, strconv.Quote(v.String()))
	case reflect.Bool:
		fmt.Fprintf(w, "%s %t\n", path, v.Bool())
	case reflect.Int:
		fmt.Fprintf(w, "%s %d\n", path, v.Int())
	default:
		panic("scenarios: no canonical form for " + v.Kind().String())
	}
}
