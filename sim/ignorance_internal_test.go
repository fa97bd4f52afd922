package sim

import (
	"reflect"
	"testing"
)

// Every drawn set of assumptions is a valid scenario, however near the user's
// values lie to what contradicts itself.
func TestDrawsAreValid(t *testing.T) {
	e := NewEngine()
	for name, move := range map[string]func(*Scenario){
		"default": func(*Scenario) {},
		"shares of decisions": func(s *Scenario) {
			s.Assumptions.Market.WinShare, s.Assumptions.Market.NoDecisionShare = .55, .43
		},
		"shares of decisions, to the limit": func(s *Scenario) {
			s.Assumptions.Market.WinShare, s.Assumptions.Market.NoDecisionShare = .5, .48
		},
		"hours": func(s *Scenario) {
			s.Assumptions.Hours.Selling, s.Assumptions.Hours.Search, s.Assumptions.Hours.Meetings = .53, .2, .2
			s.Today.CoachingHours, s.Today.TrainingHours = 1, 60
		},
		"relevant others": func(s *Scenario) {
			s.Assumptions.Adoption.TeamWeight, s.Assumptions.Adoption.ManagerWeight, s.Assumptions.Adoption.FirmWeight = .5, .3, .2
		},
		"skill": func(s *Scenario) { s.Assumptions.Skill.Untrained, s.Assumptions.Skill.Today = .3, .31 },
	} {
		s := miniature(20)
		move(s)
		if err := s.Validate(e.table); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		moved := 0
		for seed := range uint64(12) {
			for k := range MaxDraws {
				c := e.draw(s, seed, k)
				if err := c.Validate(e.table); err != nil {
					t.Fatalf("%s, set %d of seed %d: %v", name, k, seed, err)
				}
				if !reflect.DeepEqual(c.Assumptions, s.Assumptions) {
					moved++
				}
				if again := e.draw(s, seed, k); !reflect.DeepEqual(again.Assumptions, c.Assumptions) {
					t.Fatalf("%s: set %d of seed %d is drawn otherwise the second time", name, k, seed)
				}
			}
		}
		if moved < 12*MaxDraws {
			t.Errorf("%s: only %d of %d sets differ from the user's values", name, moved, 12*MaxDraws)
		}
	}
}

// Where hardly any draw is possible, sets come from between the user's values
// and a draw.
func TestDrawsAtACorner(t *testing.T) {
	e := NewEngine()
	s := miniature(20)
	a := &s.Assumptions.Adoption
	a.TeamWeight, a.ManagerWeight, a.FirmWeight = .4, .3, .3
	s.Assumptions.Market.WinShare, s.Assumptions.Market.NoDecisionShare = .6, .38
	s.Assumptions.Hours.Selling, s.Assumptions.Hours.Search, s.Assumptions.Hours.Meetings = .59, .2, .16
	if err := s.Validate(e.table); err != nil {
		t.Fatal(err)
	}
	for k := range 200 {
		if c := e.draw(s, 9, k); c.Validate(e.table) != nil || c.Assumptions.Market.WinShare == s.Assumptions.Market.WinShare && c.Assumptions.Ramp == s.Assumptions.Ramp {
			t.Fatalf("set %d is %v, %+v", k, c.Validate(e.table), c.Assumptions.Market)
		}
	}
}
