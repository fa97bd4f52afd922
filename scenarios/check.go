package scenarios

import (
	"fmt"
	"reflect"
	"sort"
	"strings"
)

// checker compares a decoded file with the types it is meant for, notes every
// fault and drops what is at fault, so that the rest can still be read.
type checker struct {
	lines  lineMap
	faults []Fault
}

func (c *checker) add(path, format string, args ...any) {
	c.faults = append(c.faults, Fault{Line: c.lines.find(path), Path: path, Message: fmt.Sprintf(format, args...)})
}

// faulty reports whether a fault was noted at path, inside it or around it.
func (c *checker) faulty(path string) bool {
	for _, f := range c.faults {
		if within(f.Path, path) || within(path, f.Path) {
			return true
		}
	}
	return false
}

// within reports whether path is outer or inside it.
func within(path, outer string) bool {
	rest, ok := strings.CutPrefix(path, outer)
	return ok && outer != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// table checks the keys of a table against the fields of a struct.
func (c *checker) table(path string, table map[string]any, t reflect.Type) {
	for _, key := range sortedKeys(table) {
		inner := join(path, key)
		field, ok := fieldByTag(t, key)
		if !ok {
			c.add(inner, "is not a known key%s", unknownHint(key, t))
			delete(table, key)
			continue
		}
		if !c.value(inner, table[key], field.Type) {
			delete(table, key)
		}
	}
}

// value reports whether v fits t; a table fits where what is left of it does.
func (c *checker) value(path string, v any, t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct:
		table, ok := v.(map[string]any)
		if !ok {
			c.add(path, "is %s; make it a table: [%s] with its keys below", describeValue(v), path)
			return false
		}
		c.table(path, table, t)
		return true
	case reflect.Slice:
		list, ok := v.([]any)
		if !ok {
			c.add(path, "is %s; make it a list: [ ... ]", describeValue(v))
			return false
		}
		fits := true
		for i := range list {
			fits = c.value(element(path, i), list[i], t.Elem()) && fits
		}
		return fits
	case reflect.Map:
		table, ok := v.(map[string]any)
		if !ok {
			c.add(path, "is %s; make it a table: { name = value, ... }", describeValue(v))
			return false
		}
		for _, key := range sortedKeys(table) {
			if !c.value(join(path, key), table[key], t.Elem()) {
				delete(table, key)
			}
		}
		return true
	}
	if _, err := convert(v, t); err != nil {
		c.add(path, "%s", err)
		return false
	}
	return true
}

func fieldByTag(t reflect.Type, key string) (reflect.StructField, bool) {
	for i := 0; i < t.NumField(); i++ {
		if f := t.Field(i); f.Tag.Get("toml") == key && key != "-" {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

func tagsOf(t reflect.Type) []string {
	var tags []string
	for i := 0; i < t.NumField(); i++ {
		if tag := t.Field(i).Tag.Get("toml"); tag != "" && tag != "-" {
			tags = append(tags, tag)
		}
	}
	return tags
}

// unknownHint says what may have been meant: a key of the same table, or a
// parameter of that name in another table.
func unknownHint(key string, t reflect.Type) string {
	if hint := suggest(key, tagsOf(t)); hint != "" {
		return hint
	}
	rows := table().Rows()
	for i := range rows {
		if _, last, _ := strings.Cut(rows[i].ID, "."); last == key {
			return ", did you mean " + rows[i].Path() + "?"
		}
	}
	return "; this table knows " + strings.Join(tagsOf(t), ", ")
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
