package analysis

import (
	"fmt"
	"reflect"

	"threep/sim"
)

// Lookup finds a built-in scenario by its name.
type Lookup func(name string) (*sim.Scenario, error)

// Setup is one simulation of a check: a world and what is changed in it.
type Setup struct {
	// World names a built-in scenario.
	World string `json:"world"`
	// Bare takes the scenario's decisions away: the world as it stands.
	Bare bool `json:"without_decisions,omitzero"`
	// Tools are rolled out instead of the scenario's own; AllTools is the bundle.
	Tools []string `json:"tools,omitzero"`
	// Set gives parameters other values.
	Set []Value `json:"set,omitzero"`
	// Off lists mechanisms that are switched off, by their keys in a file.
	Off []string `json:"mechanisms_off,omitzero"`
	// Profile gives the reps' role the profile of another role.
	Profile string `json:"profile_of,omitzero"`
	// Use, if set, is the use that everybody makes of every tool.
	Use *float64 `json:"use_set,omitzero"`
	// Weeks is the horizon, where it is not the world's own.
	Weeks int `json:"weeks,omitzero"`
	// Expected takes the luck of deals at its expectation.
	Expected bool `json:"expected_deals,omitzero"`
	// Uncertain draws the assumptions from their ranges besides luck.
	Uncertain bool `json:"uncertain,omitzero"`
	// People keeps a record of every person.
	People bool `json:"people,omitzero"`
	// FullOnly simulations are run in the full set alone.
	FullOnly bool `json:"full_set_only,omitzero"`
	// Alone setups are not simulated: a process is run by itself on them.
	Alone bool `json:"process_alone,omitzero"`
}

// Value is another value of a parameter.
type Value struct {
	ID    string  `json:"id"`
	Value float64 `json:"value"`
}

// AllTools stands in a list of tools for all of the catalogue.
const AllTools = "all"

// Scenario builds what is simulated.
func (s *Setup) Scenario(look Lookup) (*sim.Scenario, error) {
	world, err := look(s.World)
	if err != nil {
		return nil, err
	}
	c := world.Clone()
	if s.Bare {
		c = world.Baseline()
	}
	if s.Tools != nil {
		c.Decisions.Tools, c.Decisions.ToolDelay = nil, nil
	}
	for _, id := range s.Tools {
		if id != AllTools {
			c.Decisions.Tools = append(c.Decisions.Tools, id)
			continue
		}
		for i := range c.Catalogue.Tools {
			c.Decisions.Tools = append(c.Decisions.Tools, c.Catalogue.Tools[i].ID)
		}
	}
	table := sim.NewTable()
	for _, v := range s.Set {
		p, ok := table.Lookup(v.ID)
		if !ok {
			return nil, fmt.Errorf("there is no parameter %s", v.ID)
		}
		p.Set(c, v.Value)
	}
	for _, id := range s.Off {
		if !switchOff(&c.Mechanisms, id) {
			return nil, fmt.Errorf("there is no mechanism %s", id)
		}
	}
	if s.Profile != "" {
		if err := giveProfile(c, s.Profile); err != nil {
			return nil, err
		}
	}
	if s.Weeks > 0 {
		c.Organisation.HorizonWeeks = float64(s.Weeks)
	}
	return c, nil
}

// giveProfile gives the organisation's first role the weights of another.
func giveProfile(s *sim.Scenario, from string) error {
	role := s.Organisation.Roles[0].Role
	roles := s.Catalogue.Roles
	for i := range roles {
		if roles[i].ID != from {
			continue
		}
		for j := range roles {
			if roles[j].ID == role {
				roles[j].Weights = map[string]float64{}
				for trait, w := range roles[i].Weights {
					roles[j].Weights[trait] = w
				}
				return nil
			}
		}
	}
	return fmt.Errorf("the catalogue has no role %s", from)
}

// The mechanisms' keys in a file.
const (
	peers           = "peers"
	managers        = "managers"
	wiifm           = "wiifm"
	leavingHiring   = "leaving_hiring"
	complementarity = "complementarity"
)

// switchOff switches a mechanism off by its key; false where there is none.
func switchOff(m *sim.Mechanisms, key string) bool {
	v := reflect.ValueOf(m).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("toml") == key {
			v.Field(i).SetBool(false)
			return true
		}
	}
	return false
}
