package analysis

import (
	"context"
	"encoding/json"
	"fmt"

	"threep/sim"
)

// lab runs the simulations that checks ask for. One that several checks ask for
// is run once and kept until the last of them has had it.
type lab struct {
	ctx     context.Context
	engine  *sim.Engine
	look    Lookup
	full    bool
	seed    *uint64
	workers int

	claims   map[string]int // checks that still want a simulation
	kept     map[string]*observed
	progress func(done, all int)
	// ownBaseline leaves the published baseline out of all simulations; population,
	// where it is not 0, is the size of the stationary population.
	ownBaseline bool
	population  int

	done int // futures of the simulations that are over
	all  int
}

// observed is what a simulation showed.
type observed struct {
	scenario *sim.Scenario
	result   *sim.Result
	people   [][]person // by future
}

// person is what checks ask of a person's record.
type person struct {
	traits                                  []float64
	qualified                               bool
	savvy, age                              float64
	cohort                                  string
	hireWeek, exitWeek                      int
	exitKind                                string
	ratingStart                             float64
	potential, accounts, presence, workload float64
	sales, quota, weeks, gain               []float64 // by year
	intention, ease                         float64
}

// year is one of a person's years after today, counted from 0: whether it was
// spent in the seat as a whole, with a tenure of a year at its start.
func (p *person) tenuredAt(year int) bool {
	return p.hireWeek <= 52*(year-1) && p.wholeYear(year)
}

// wholeYear reports whether the person held the seat in every week of a year.
func (p *person) wholeYear(year int) bool { return p.weeks[year] == 52 }

func newLab(ctx context.Context, engine *sim.Engine, look Lookup, o Options) *lab {
	return &lab{
		ctx: ctx, engine: engine, look: look, full: o.Full, seed: o.Seed, workers: o.Workers, progress: o.Progress,
		claims: map[string]int{}, kept: map[string]*observed{},
	}
}

// runs is the number of futures of a check.
func (l *lab) runs(c *Check) int {
	if l.full {
		return c.Runs.Full
	}
	return c.Runs.Fast
}

func (l *lab) seedOf(c *Check) uint64 {
	if l.seed != nil {
		return *l.seed
	}
	return c.Seed
}

// key names a simulation of a check by all that it depends on.
func (l *lab) key(c *Check, s *Setup) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic("analysis: a setup cannot be written: " + err.Error()) // a number that is not finite in the table
	}
	return fmt.Sprint(l.runs(c), l.seedOf(c), string(text))
}

// claim announces the simulations of a check.
func (l *lab) claim(c *Check) {
	for i := range c.Setups {
		s := &c.Setups[i]
		if s.FullOnly && !l.full || s.Alone {
			continue
		}
		key := l.key(c, s)
		if l.claims[key] == 0 {
			l.all += l.runs(c)
		}
		l.claims[key]++
	}
}

// observe returns a claimed simulation of a check, once.
func (l *lab) observe(c *Check, s *Setup) (*observed, error) {
	key := l.key(c, s)
	o := l.kept[key]
	if o == nil {
		var err error
		if o, err = l.simulate(c, s); err != nil {
			return nil, err
		}
		l.kept[key] = o
	}
	l.claims[key]--
	if l.claims[key] <= 0 {
		delete(l.kept, key)
	}
	return o, nil
}

func (l *lab) simulate(c *Check, s *Setup) (*observed, error) {
	scenario, err := s.Scenario(l.look)
	if err != nil {
		return nil, err
	}
	runs := l.runs(c)
	o := &observed{scenario: scenario}
	options := sim.Options{
		Runs: runs, Seed: l.seedOf(c), Workers: l.workers,
		Expected: s.Expected, Uncertain: s.Uncertain, SetUse: s.Use, OwnBaseline: l.ownBaseline, People: l.population,
		Progress: func(done, _ int) {
			if l.progress != nil {
				l.progress(l.done+done, l.all)
			}
		},
	}
	if s.People {
		options.Records = func(_ int, records []sim.PersonRecord) { o.keep(records) }
	}
	o.result, err = l.engine.Run(l.ctx, scenario, options)
	if err != nil {
		return nil, err
	}
	l.done += runs
	return o, nil
}

// keep takes the scenario's people of one future.
func (o *observed) keep(records []sim.PersonRecord) {
	var list []person
	for i := range records {
		r := &records[i]
		if r.World != sim.Decided {
			continue
		}
		list = append(list, person{
			traits: r.Traits, qualified: r.Qualified, savvy: r.Savvy, age: r.Age, cohort: r.Cohort,
			hireWeek: r.HireWeek, exitWeek: r.ExitWeek, exitKind: r.ExitKind, ratingStart: r.RatingStart,
			potential: r.Potential, accounts: r.Accounts, presence: r.Presence, workload: r.Workload,
			sales: r.Sales, quota: r.Quota, weeks: r.WeeksInSeat, gain: r.GainYears,
			intention: r.Intention, ease: r.Ease,
		})
	}
	o.people = append(o.people, list)
}

// sum is the sum of a weekly outcome over a window, future by future.
func (o *observed) sum(w sim.Weekly, world sim.World, window Window) []float64 {
	out := make([]float64, o.result.Runs)
	for i := range out {
		for _, v := range o.result.WeeklySample(w, world, i)[window.From-1 : window.To] {
			out[i] += v
		}
	}
	return out
}

// at is a weekly outcome in one week after today, counted from 1, future by future.
func (o *observed) at(w sim.Weekly, world sim.World, week int) []float64 {
	return o.sum(w, world, Window{week, week})
}

// paired is the difference of a weekly outcome between scenario and baseline
// over a window, future by future, and what it is set against.
func (o *observed) paired(w sim.Weekly, window Window) (difference, baseline []float64) {
	difference, baseline = o.sum(w, sim.Decided, window), o.sum(w, sim.Assumed, window)
	for i := range difference {
		difference[i] -= baseline[i]
	}
	return difference, baseline
}

// trait is the place of a trait in a person's list.
func (o *observed) trait(id string) int {
	for i := range o.scenario.Catalogue.Traits {
		if o.scenario.Catalogue.Traits[i].ID == id {
			return i
		}
	}
	return 0
}
