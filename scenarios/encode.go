package scenarios

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"threep/sim"
)

// Encode writes s as a scenario file: what differs from the default organisation
// (or from its industry's preset) as keys, all other parameters as comments that
// show what can be changed. Every parameter carries its label, unit, range,
// default and source; describe gives the label of a parameter by its id and may
// be nil. The roster is not part of the file. Reading the result gives s back.
func Encode(s *sim.Scenario, describe func(id string) string) ([]byte, error) {
	plain := s.Clone()
	plain.Roster = nil
	if err := Validate(plain); err != nil {
		return nil, fmt.Errorf("writing scenario: %w", err)
	}
	base := Base()
	if preset, ok := LookupIndustry(s.Organisation.Industry); ok {
		preset.Apply(base)
	}
	if describe == nil {
		describe = func(string) string { return "" }
	}
	e := &encoder{describe: describe, rows: map[string]*sim.Param{}}
	rows := table().Rows()
	for i := range rows {
		e.rows[rows[i].Path()] = &rows[i]
	}
	e.head(s)
	value, from := reflect.ValueOf(s).Elem(), reflect.ValueOf(base).Elem()
	for i := 0; i < value.NumField(); i++ {
		tag := value.Type().Field(i).Tag.Get("toml")
		if value.Field(i).Kind() == reflect.Struct && tag != "catalogue" {
			e.table(tag, value.Field(i), from.Field(i))
		}
	}
	e.catalogue(&s.Catalogue, &base.Catalogue)
	return e.buf.Bytes(), nil
}

type encoder struct {
	buf      bytes.Buffer
	describe func(id string) string
	rows     map[string]*sim.Param
}

func (e *encoder) head(s *sim.Scenario) {
	e.buf.WriteString("# A scenario of the 3P simulator. Keys behind # stand at their default: remove the\n" +
		"# sign to change them. In brackets: unit, range, default, source.\n\n")
	fmt.Fprintf(&e.buf, "schema = %d\nname = %s\n", SchemaVersion, quote(s.Name))
	if s.Title != "" {
		fmt.Fprintf(&e.buf, "title = %s\n", quote(s.Title))
	}
	if s.Story != "" {
		fmt.Fprintf(&e.buf, "story = %s\n", quote(s.Story))
	}
}

// line is one key of a table, active or behind a comment sign.
type line struct {
	text, comment string
}

// table writes the keys of a struct, then its inner tables.
func (e *encoder) table(path string, v, base reflect.Value) {
	var lines []line
	var inner []int
	for i := 0; i < v.NumField(); i++ {
		if v.Field(i).Kind() == reflect.Struct {
			inner = append(inner, i)
			continue
		}
		key := v.Type().Field(i).Tag.Get("toml")
		text := key + " = " + tomlValue(v.Field(i))
		switch {
		case sameValue(v.Field(i), base.Field(i)) && !alwaysWritten(path+"."+key):
			text = "# " + text
		case v.Field(i).Kind() == reflect.Slice && len(text) > maxText:
			text = key + " = " + longList(v.Field(i))
		}
		lines = append(lines, line{text, e.comment(path+"."+key, base.Field(i))})
	}
	if len(lines) > 0 {
		fmt.Fprintf(&e.buf, "\n[%s]\n", path)
		e.lines(lines)
	}
	for _, i := range inner {
		e.table(path+"."+v.Type().Field(i).Tag.Get("toml"), v.Field(i), base.Field(i))
	}
}

// longList writes a list with several elements a line.
func longList(v reflect.Value) string {
	var b strings.Builder
	b.WriteString("[")
	column := maxText
	for i := 0; i < v.Len(); i++ {
		text := tomlValue(v.Index(i)) + ","
		if column+1+len(text) > maxText {
			b.WriteString("\n ")
			column = 1
		}
		b.WriteString(" " + text)
		column += 1 + len(text)
	}
	return b.String() + "\n]"
}

// alwaysWritten holds for what a reader wants to see even at its default.
func alwaysWritten(path string) bool {
	switch path {
	case "organisation.industry", "organisation.currency", "organisation.price_year", "organisation.start_date", "decisions.tools":
		return true
	}
	return false
}

// maxAlign bounds the column in which comments begin.
const maxAlign = 40

func (e *encoder) lines(lines []line) {
	width := 0
	for _, l := range lines {
		if n := utf8.RuneCountInString(l.text); l.comment != "" && n > width && n <= maxAlign {
			width = n
		}
	}
	for _, l := range lines {
		if utf8.RuneCountInString(l.text) > maxText {
			fmt.Fprintf(&e.buf, "# %s\n%s\n", l.comment, l.text)
			continue
		}
		e.buf.WriteString(l.text)
		if l.comment != "" {
			fmt.Fprintf(&e.buf, "%s  # %s", strings.Repeat(" ", max(0, width-utf8.RuneCountInString(l.text))), l.comment)
		}
		e.buf.WriteByte('\n')
	}
}

// comment says what a key is, from the parameter table.
func (e *encoder) comment(path string, base reflect.Value) string {
	row, ok := e.rows[path]
	if !ok {
		return otherComments()[path]
	}
	unit := strings.ReplaceAll(string(row.Unit), "_", " ")
	about := fmt.Sprintf("[%s, %s to %s, default %s, %s]", unit, number(row.Min), number(row.Max), number(base.Float()), row.Source)
	label := strings.Join(strings.Fields(e.describe(row.ID)), " ")
	if label == "" {
		return about
	}
	return cleanComment(label) + " " + about
}

// cleanComment drops what a comment of TOML may not hold.
func cleanComment(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}

// otherComments explains the keys that are not parameters.
func otherComments() map[string]string {
	return map[string]string{
		"organisation.industry":           "preset that the keys below build on: " + strings.Join(industryIDs(), ", "),
		"organisation.currency":           "ISO code",
		"organisation.price_year":         "year of the prices",
		"organisation.start_date":         "the day called today",
		"organisation.fiscal_start_month": "1 to 12",
		"organisation.all_unqualified":    "true: nobody reaches the role's threshold, neither incumbents nor hires",
		"organisation.roles":              "mix of roles, by team; shares add up to 1",
		"decisions.tools":                 "tools rolled out, by their ids in the catalogue",
		"decisions.tool_delay":            "weeks after the rollout's start that a tool goes live: { crm = 13 }",
		"mechanisms.peers":                "users nearby make others try",
		"mechanisms.managers":             "managers' use, coaching and ratings act",
		"mechanisms.wiifm":                "reps weigh what is in it for them, and reject",
		"mechanisms.mandate_burden":       "use that is only ordered is a burden",
		"mechanisms.go_live_dip":          "going live costs hours and fumbling",
		"mechanisms.forgetting":           "skill and proficiency fade",
		"mechanisms.trait_floor":          "training and coaching stop at the ceiling of the unqualified",
		"mechanisms.complementarity":      "tools need people, process, product and infrastructure together",
		"mechanisms.leaving_hiring":       "people leave and are replaced",
		"mechanisms.process_erosion":      "raised maturity erodes without upkeep",
		"mechanisms.data_feedback":        "logged use raises data discipline",
	}
}
