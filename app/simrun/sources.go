package main

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"threep/app/internal/evidence"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// workJSON is a work with what it says and what rests on it.
type workJSON struct {
	Key        string        `json:"key"`
	Cite       string        `json:"cite"`
	Note       string        `json:"note"`
	Findings   []findingJSON `json:"findings"`
	Parameters []string      `json:"parameters"`
	Catalogue  []string      `json:"catalogue"`
	// Named are the parameters that rest on the work and that the query names.
	Named []parameterJSON `json:"named"`
}

// parameterJSON is a parameter that a query names, with all that is said of it.
type parameterJSON struct {
	ID    string          `json:"id"`
	Label string          `json:"label"`
	Work  string          `json:"work"`
	Facts []parameterFact `json:"facts"`
}

type parameterFact struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// parameterRows lists the parameters of which every word of a query stands in the id
// or the label.
func parameterRows(register *evidence.Register, query string) []parameterJSON {
	words := strings.Fields(strings.ToLower(query))
	var rows []parameterJSON
	if len(words) == 0 {
		return nil
	}
	for _, e := range register.Entries(evidence.Parameter) {
		name := strings.ToLower(e.ID + " " + e.Title)
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) }) {
			continue
		}
		row := parameterJSON{ID: e.ID, Label: e.Title, Work: e.Source}
		for _, f := range e.Facts {
			row.Facts = append(row.Facts, parameterFact{f.Label, f.Value})
		}
		rows = append(rows, row)
	}
	return rows
}

// findingJSON is a finding; low and high are null where it has no figure.
type findingJSON struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Figure   string   `json:"figure"`
	Low      *float64 `json:"low"`
	High     *float64 `json:"high"`
	Unit     string   `json:"unit"`
	Year     int      `json:"year"`
	Grade    string   `json:"grade"`
	Mark     string   `json:"mark"`
	Supports []string `json:"supports"`
}

func findingRow(f *sim.Finding) findingJSON {
	row := findingJSON{
		ID: f.ID, Text: assets.T("finding." + f.ID + ".text"), Figure: evidence.FigureOf(f), Unit: string(f.Unit),
		Year: f.Year, Grade: string(f.Grade), Mark: string(f.Mark), Supports: append([]string{}, f.Supports...),
	}
	if f.HasFigure() {
		row.Low, row.High = &f.Low, &f.High
	}
	return row
}

// workRows lists the works in which, or in whose findings, every word of a query stands.
func workRows(query string) []workJSON {
	register := evidence.New(scenarios.Default())
	found := map[string]bool{}
	for _, kind := range []evidence.Kind{evidence.Work, evidence.Finding} {
		for _, e := range register.Search(query, kind, "") {
			found[e.Source] = true
		}
	}
	named := map[string][]parameterJSON{}
	for _, p := range parameterRows(register, query) {
		found[p.Work] = true
		named[p.Work] = append(named[p.Work], p)
	}
	var rows []workJSON
	for _, w := range register.Entries(evidence.Work) {
		if !found[w.ID] {
			continue
		}
		row := workJSON{Key: w.ID, Cite: w.Title, Note: w.Text, Findings: []findingJSON{}, Parameters: []string{}, Catalogue: []string{}, Named: []parameterJSON{}}
		row.Named = append(row.Named, named[w.ID]...)
		for _, g := range w.Groups {
			for _, l := range g.Links {
				switch l.Kind {
				case evidence.Parameter:
					row.Parameters = append(row.Parameters, l.ID)
				case evidence.Catalogue:
					row.Catalogue = append(row.Catalogue, l.ID)
				case evidence.Finding:
					if f, ok := sim.LookupFinding(l.ID); ok {
						row.Findings = append(row.Findings, findingRow(&f))
					}
				}
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// listSources writes the register of works, to be read or as JSON.
func listSources(s streams, words []string, asJSON bool) int {
	rows := workRows(strings.Join(words, " "))
	if asJSON {
		if rows == nil {
			rows = []workJSON{}
		}
		encoder := json.NewEncoder(s.out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(rows); err != nil {
			s.say(err.Error())
			return exitFailed
		}
		return exitDone
	}
	if len(rows) == 0 {
		s.say(assets.F("simrun.sources.none", strings.Join(words, " ")))
		return exitFailed
	}
	for i, w := range rows {
		if i > 0 {
			s.out.WriteString("\n")
		}
		s.out.WriteString(w.Key + "\n")
		s.write("  ", w.Cite)
		s.write("  ", w.Note)
		for _, f := range w.Findings {
			ground := assets.T("evidence.grade_short."+f.Grade) + ", " + assets.T("evidence.mark_short."+f.Mark)
			if f.Year != 0 {
				ground = strconv.Itoa(f.Year) + ", " + ground
			}
			s.write("  - ", assets.F("simrun.sources.finding", f.Figure, ground, f.Text))
		}
		for _, p := range w.Named {
			s.write("  = ", p.ID+": "+p.Label)
			for _, f := range p.Facts {
				s.write("    ", f.Label+": "+f.Text)
			}
		}
		if len(w.Parameters) > 0 {
			s.write("  ", assets.F("simrun.sources.parameters", strings.Join(w.Parameters, ", ")))
		}
		if len(w.Catalogue) > 0 {
			s.write("  ", assets.F("simrun.sources.catalogue", strings.Join(w.Catalogue, ", ")))
		}
	}
	return exitDone
}

// lineWidth is where lines of running text end [characters].
const lineWidth = 100

// write writes a text in lines of a width: the first begins with a mark, the others
// stand below its words.
func (s streams) write(mark, text string) {
	line := mark
	indent := strings.Repeat(" ", len(mark))
	begun := false
	for _, word := range strings.Fields(text) {
		if begun && len([]rune(line))+1+len([]rune(word)) > lineWidth {
			s.out.WriteString(line + "\n")
			line, begun = indent, false
		}
		if begun {
			line += " "
		}
		line += word
		begun = true
	}
	s.out.WriteString(line + "\n")
}
