package scenarios

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"threep/sim"
)

// tomlValue writes a value in TOML, on one line but for texts of several lines.
func tomlValue(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return quote(v.String())
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return number(v.Float())
	case reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = tomlValue(v.Index(i))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case reflect.Map:
		var parts []string
		for _, k := range sortedMapKeys(v) {
			parts = append(parts, bareOrQuoted(k)+" = "+tomlValue(v.MapIndex(reflect.ValueOf(k))))
		}
		return inlineTable(parts)
	case reflect.Struct:
		var parts []string
		for i := 0; i < v.NumField(); i++ {
			parts = append(parts, v.Type().Field(i).Tag.Get("toml")+" = "+tomlValue(v.Field(i)))
		}
		return inlineTable(parts)
	}
	panic("scenarios: no TOML for " + v.Kind().String())
}

func inlineTable(parts []string) string {
	if len(parts) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

func sortedMapKeys(v reflect.Value) []string {
	keys := make(map[string]bool, v.Len())
	for _, k := range v.MapKeys() {
		keys[k.String()] = true
	}
	return sortedKeys(keys)
}

func bareOrQuoted(key string) string {
	if isBare(key) {
		return key
	}
	return `"` + escape(key, false) + `"`
}

// number writes the shortest text that reads back as v.
func number(v float64) string {
	switch size := math.Abs(v); {
	case v == 0:
		return "0"
	case size >= 1e15:
		return strconv.FormatFloat(v, 'e', -1, 64)
	case size >= 1e-4:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// maxText is the length of a text beyond which it is broken into lines.
const maxText = 88

// quote writes a basic string of TOML; where it is long or has line breaks, one
// of several lines. A line ending in a backslash goes on without a break.
func quote(s string) string {
	if !strings.Contains(s, "\n") && utf8.RuneCountInString(s) <= maxText {
		return `"` + escape(s, false) + `"`
	}
	return "\"\"\"\n" + wrap(escape(s, true)) + `"""`
}

// wrap breaks an escaped text at single blanks, with a backslash.
func wrap(s string) string {
	var b strings.Builder
	column := 0
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		column++
		if s[i] == '\n' {
			column = 0
		}
		rest := s[i+1:]
		next := strings.IndexAny(rest, " \n")
		if next < 0 {
			next = len(rest)
		}
		if s[i] == ' ' && next > 0 && column+next > maxText {
			b.WriteString("\\\n")
			column = 0
		}
	}
	return b.String()
}

func escape(s string, lines bool) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n' && lines:
			b.WriteRune(r)
		case r < ' ' || r >= 0x7f && r < 0xa0:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// sameValue compares two values of a scenario; no list equals an empty list.
func sameValue(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := 0; i < a.Len(); i++ {
			if !sameValue(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map:
		if a.Len() != b.Len() {
			return false
		}
		for _, k := range a.MapKeys() {
			if v := b.MapIndex(k); !v.IsValid() || !sameValue(a.MapIndex(k), v) {
				return false
			}
		}
		return true
	case reflect.Struct:
		for i := 0; i < a.NumField(); i++ {
			if !sameValue(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return sameValue(a.Elem(), b.Elem())
	}
	return a.Interface() == b.Interface()
}

// Equal reports whether two scenarios say the same in every field, roster
// included.
func Equal(a, b *sim.Scenario) bool { return sameValue(reflect.ValueOf(a), reflect.ValueOf(b)) }
