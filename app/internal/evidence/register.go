package evidence

import (
	"strings"

	"threep/scenarios"
	"threep/sim"
)

// Kind tells the entries of the register apart.
type Kind string

// The kinds of entries.
const (
	Parameter Kind = "parameter" // a decision or an assumption of the model
	Finding   Kind = "finding"   // what a work says, in one figure
	Catalogue Kind = "catalogue" // a property of a tool, a trait, a role, a cohort, a preset
	Work      Kind = "work"
)

// Kinds lists the kinds in the order of the register.
func Kinds() []Kind { return []Kind{Parameter, Finding, Catalogue, Work} }

// Fact is one thing that is said of an entry.
type Fact struct{ Label, Value string }

// Group is a list of other entries under a title.
type Group struct {
	Title string
	Links []Link
}

// Link leads to another entry.
type Link struct {
	Kind  Kind
	ID    string
	Title string
}

// Entry is one row of the register.
type Entry struct {
	Kind Kind
	// ID is unique within its kind.
	ID    string
	Title string
	Text  string // what it is, or what the work says
	// Figure is the number with its unit, as a list shows it; empty for works.
	Figure string
	Grade  sim.Grade // empty where the ground is not graded
	Source string    // key of the work
	// Short is the ground in a few words: work and year.
	Short  string
	Facts  []Fact
	Groups []Group

	haystack string
}

// Judged reports whether the entry rests on the judgement of the model's authors.
func (e *Entry) Judged() bool { return e.Grade == sim.GradeJ }

// Register is all that is known of what the model rests on.
type Register struct {
	entries []Entry
	at      map[Kind]map[string]int
}

// New makes the register for a scenario's currency and catalogue.
func New(s *sim.Scenario) *Register {
	m := &maker{
		currency: s.Organisation.Currency, catalogue: &s.Catalogue, table: sim.NewTable(), findings: sim.Findings(),
		works: append(sim.Sources(), scenarios.Sources()...),
	}
	m.parameters()
	m.listFindings()
	m.listCatalogue()
	m.listWorks()
	r := &Register{entries: m.entries, at: map[Kind]map[string]int{}}
	for i := range r.entries {
		e := &r.entries[i]
		e.haystack = e.words()
		if r.at[e.Kind] == nil {
			r.at[e.Kind] = map[string]int{}
		}
		r.at[e.Kind][e.ID] = i
	}
	return r
}

// Entries returns the entries of a kind, in their order; without a kind, all of them.
func (r *Register) Entries(kind Kind) []*Entry { return r.Search("", kind, "") }

// Lookup finds an entry.
func (r *Register) Lookup(kind Kind, id string) (*Entry, bool) {
	i, ok := r.at[kind][id]
	if !ok {
		return nil, false
	}
	return &r.entries[i], true
}

// Search returns the entries that have every word of a query somewhere in what is said
// of them, in upper or lower case; an empty query, kind or grade asks for nothing.
func (r *Register) Search(query string, kind Kind, grade sim.Grade) []*Entry {
	words := strings.Fields(strings.ToLower(query))
	var found []*Entry
	for i := range r.entries {
		e := &r.entries[i]
		if kind != "" && e.Kind != kind || grade != "" && e.Grade != grade {
			continue
		}
		if e.has(words) {
			found = append(found, e)
		}
	}
	return found
}

func (e *Entry) has(words []string) bool {
	for _, w := range words {
		if !strings.Contains(e.haystack, w) {
			return false
		}
	}
	return true
}

// words are everything that is said of an entry, for the search.
func (e *Entry) words() string {
	said := []string{e.ID, e.Title, e.Text, e.Figure, e.Source, e.Short, string(e.Grade)}
	for _, f := range e.Facts {
		said = append(said, f.Value)
	}
	return strings.ToLower(strings.Join(said, "\n"))
}

// maker puts the register together.
type maker struct {
	currency  string
	catalogue *sim.Catalogue
	table     *sim.Table
	findings  []sim.Finding
	works     []sim.Source
	entries   []Entry
}

func (m *maker) work(key string) sim.Source {
	for _, w := range m.works {
		if w.Key == key {
			return w
		}
	}
	return sim.Source{Key: key}
}
