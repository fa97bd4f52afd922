package scenarios

import (
	"fmt"
	"sync"

	"threep/sim"
)

// Entry is one scenario of the built-in library.
type Entry struct {
	Name  string // a-z, 0-9 and -
	Title string
	Story string
}

// libraryNames lists the built-in scenarios, the default organisation first.
func libraryNames() []string {
	return []string{
		"default", "3p-ready", "crm-elixir", "kids-video-game", "haves-and-have-nots",
		"traits-first", "process-first", "wiifm", "pilot-or-big-bang", "new-managers",
		"replace-unqualified",
		"unready", "weak-process",
		"floor-people", "floor-process", "floor-product", "floor-infrastructure",
	}
}

var table = sync.OnceValue(sim.NewTable)

// Base returns what a scenario file starts from: the default organisation with
// every parameter at its default, the shipped catalogue, every mechanism on and
// no tool rolled out. The copy is the caller's.
func Base() *sim.Scenario {
	s := &sim.Scenario{
		Organisation: sim.Organisation{
			Industry:         builtIn().industries[0].ID,
			Currency:         "USD",
			PriceYear:        2010,
			StartDate:        "2010-01-04",
			FiscalStartMonth: 1,
			Roles:            []sim.RoleShare{{Role: "hunter", Share: 1}},
		},
		Mechanisms: sim.AllMechanisms(),
		Catalogue:  Catalogue(),
	}
	table().Apply(s)
	return s
}

// Default returns the built-in default organisation with its rollout, on which
// the program opens.
func Default() *sim.Scenario {
	s, err := Builtin(libraryNames()[0])
	if err != nil {
		panic("scenarios: embedded library: " + err.Error())
	}
	return s
}

// Builtin returns a scenario of the library by its name. The copy is the caller's.
func Builtin(name string) (*sim.Scenario, error) {
	data, err := files.ReadFile("library/" + name + ".toml")
	if err != nil {
		return nil, fmt.Errorf("there is no built-in scenario %q%s", name, suggest(name, libraryNames()))
	}
	return Parse(data, name+".toml")
}

// Library lists the built-in scenarios, the default organisation first.
func Library() []Entry {
	var list []Entry
	for _, name := range libraryNames() {
		if s, err := Builtin(name); err == nil {
			list = append(list, Entry{Name: name, Title: s.Title, Story: s.Story})
		}
	}
	return list
}
