package scenarios

import (
	"fmt"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"threep/sim"
)

// Industry is a preset: what differs from the default organisation in an
// industry, by the id of the parameter, each with the key of its source.
type Industry struct {
	ID      string             `toml:"id"`
	Name    string             `toml:"name"`
	Story   string             `toml:"story"`
	Values  map[string]float64 `toml:"values"`
	Sources map[string]string  `toml:"sources"`
}

// MaturityDimension is one dimension of process maturity with its five levels.
type MaturityDimension struct {
	// ID is the last part of the parameter's id: "today." + ID is its level.
	ID     string          `toml:"id"`
	Name   string          `toml:"name"`
	Effect string          `toml:"effect"` // what it acts on
	Levels []MaturityLevel `toml:"levels"`
}

// MaturityLevel says what can be observed in an organisation at that level.
type MaturityLevel struct {
	Level       int    `toml:"level"` // 1-5
	Name        string `toml:"name"`
	Survey      string `toml:"survey"` // random, informal, formal or dynamic
	Description string `toml:"description"`
}

// builtInData is the embedded data; it never changes once read.
type builtInData struct {
	catalogue  sim.Catalogue
	industries []Industry
	maturity   []MaturityDimension
	sources    []sim.Source
	guides     []Guide
}

var builtIn = sync.OnceValue(readBuiltIn)

// readBuiltIn reads the embedded data. They are part of the program: a fault in
// them is a programmer's, and a test would show it.
func readBuiltIn() builtInData {
	var d builtInData
	mustRead("data/people.toml", &d.catalogue)
	var tools struct {
		Tools []sim.Tool `toml:"tools"`
	}
	mustRead("data/tools.toml", &tools)
	d.catalogue.Tools = tools.Tools
	var industries struct {
		Industries []Industry `toml:"industries"`
	}
	mustRead("data/industries.toml", &industries)
	d.industries = industries.Industries
	var maturity struct {
		Dimensions []MaturityDimension `toml:"dimensions"`
	}
	mustRead("data/maturity.toml", &maturity)
	d.maturity = maturity.Dimensions
	var sources struct {
		Sources []struct {
			Key  string `toml:"key"`
			Cite string `toml:"cite"`
			Note string `toml:"note"`
		} `toml:"sources"`
	}
	mustRead("data/sources.toml", &sources)
	for _, s := range sources.Sources {
		d.sources = append(d.sources, sim.Source{Key: s.Key, Cite: s.Cite, Note: s.Note})
	}
	var guides struct {
		Guide []Guide `toml:"guide"`
	}
	mustRead("data/guides.toml", &guides)
	d.guides = guides.Guide
	return d
}

func mustRead(name string, into any) {
	f, err := files.Open(name)
	if err != nil {
		panic("scenarios: embedded data: " + err.Error())
	}
	defer f.Close()
	if err := toml.NewDecoder(f).DisallowUnknownFields().Decode(into); err != nil {
		panic(fmt.Sprintf("scenarios: embedded data: %s: %v", name, err))
	}
}

// Catalogue returns the traits, correlations, roles, cohorts and tools that
// ship with the program. The copy is the caller's.
func Catalogue() sim.Catalogue {
	s := sim.Scenario{Catalogue: builtIn().catalogue}
	return s.Clone().Catalogue
}

// Traits returns the traits that ship with the program.
func Traits() []sim.Trait { return Catalogue().Traits }

// Industries returns the industry presets; the first is the default.
func Industries() []Industry {
	from := builtIn().industries
	list := make([]Industry, len(from))
	for i, p := range from {
		p.Values, p.Sources = copyMap(p.Values), copyMap(p.Sources)
		list[i] = p
	}
	return list
}

// LookupIndustry finds an industry preset by its id.
func LookupIndustry(id string) (Industry, bool) {
	for _, p := range Industries() {
		if p.ID == id {
			return p, true
		}
	}
	return Industry{}, false
}

// Apply sets the figures of the industry in s, which must be the caller's own
// clone, and names it in s. Figures that the preset does not give stay.
func (p Industry) Apply(s *sim.Scenario) {
	t := sim.NewTable()
	for id, v := range p.Values {
		if row, ok := t.Lookup(id); ok {
			row.Set(s, v)
		}
	}
	s.Organisation.Industry = p.ID
}

// MaturityLevels returns the dimensions of process maturity with what can be
// observed at each level.
func MaturityLevels() []MaturityDimension {
	from := builtIn().maturity
	list := make([]MaturityDimension, len(from))
	for i, d := range from {
		d.Levels = append([]MaturityLevel(nil), d.Levels...)
		list[i] = d
	}
	return list
}

// Sources returns the works that the data of this package rest on besides those
// of sim.Sources.
func Sources() []sim.Source { return append([]sim.Source(nil), builtIn().sources...) }

// LookupSource finds a work by its key, in sim's register or in this package's.
func LookupSource(key string) (sim.Source, bool) {
	if s, ok := sim.LookupSource(key); ok {
		return s, true
	}
	for _, s := range builtIn().sources {
		if s.Key == key {
			return s, true
		}
	}
	return sim.Source{}, false
}

func copyMap[V any](m map[string]V) map[string]V {
	if m == nil {
		return nil
	}
	c := make(map[string]V, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}
