package sim

import (
	"context"
	"testing"
)

func solved(people int) *solution {
	return &solution{population: []*stationary{{seats: make([]incumbent, people)}}}
}

// The cache lets go of what was used least recently, never of what is being
// solved nor of what was solved last, and keeps to its size.
func TestCacheKeepsWhatWasUsedLast(t *testing.T) {
	one := solved(100).bytes()
	c := solutionCache{limit: 3*one + one/2}
	keep := func(key string, people int) *solution {
		sol := solved(people)
		c.add(key, sol)
		c.weigh(key, sol)
		return sol
	}
	a := keep("a", 100)
	keep("b", 100)
	keep("c", 100)
	busy := solved(100)
	c.add("busy", busy)
	if c.find("a") != a {
		t.Fatal("a is not kept")
	}
	keep("d", 100)
	for key, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true, "busy": true} {
		if got := c.byKey[key] != nil; got != want {
			t.Errorf("%s is kept: %t, want %t", key, got, want)
		}
	}
	keep("large", 1000)
	if len(c.order) != 2 || c.byKey["large"] == nil || c.find("busy") != busy {
		t.Errorf("%d are kept beside one that is too large", len(c.order))
	}
	c.drop("busy", solved(1)) // of another try
	c.drop("large", c.find("large"))
	if len(c.order) != 1 || c.held != 0 || c.find("busy") != busy {
		t.Errorf("%d are kept, of %d bytes", len(c.order), c.held)
	}
}

// All the sets that ignorance draws stay in the cache, with the user's own: the
// same run again solves nothing. They take less than the cache may.
func TestUncertainRunsDoNotThrash(t *testing.T) {
	e := NewEngine()
	s := miniature(20)
	s.Organisation.HorizonWeeks = 52
	run := func() map[string]*solution {
		if _, err := e.Run(context.Background(), s, Options{Runs: 2 * MaxDraws, Seed: 4, Uncertain: true}); err != nil {
			t.Fatal(err)
		}
		kept := map[string]*solution{}
		for key, x := range e.cache.byKey {
			kept[key] = x.of
		}
		return kept
	}
	if _, err := e.Run(context.Background(), s, Options{Runs: 1, Seed: 4}); err != nil {
		t.Fatal(err)
	}
	first := run()
	if len(first) < MaxDraws+1 {
		t.Fatalf("%d solutions are kept, want those of %d sets and the published one", len(first), MaxDraws)
	}
	s.Decisions.Training.Hours = 40 // a decision asks for nothing new
	for key, sol := range run() {
		if first[key] != sol {
			t.Errorf("a set was solved again")
		}
	}
	if e.cache.held > cacheBytes/2 {
		t.Errorf("%d MB are held", e.cache.held>>20)
	}
}
