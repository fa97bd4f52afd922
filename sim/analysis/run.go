package analysis

import (
	"context"
	"fmt"
	"strings"
	"time"

	"threep/sim"
)

// Options are how checks are run.
type Options struct {
	// Full takes the full set: more futures, and all lines.
	Full bool
	// Seed, if set, takes the place of the seeds of the checks.
	Seed *uint64
	// Workers is the number of processors to use; 0 is all.
	Workers int
	// Progress, if set, is called with the futures that are simulated.
	Progress func(done, all int)
	// Done, if set, is called with every outcome as soon as it is there.
	Done func(*Outcome)
}

// Run runs checks one after the other and returns what came of them. When ctx is
// cancelled it returns the outcomes so far with ctx's error.
func Run(ctx context.Context, engine *sim.Engine, look Lookup, checks []*Check, o Options) ([]*Outcome, error) {
	l := newLab(ctx, engine, look, o)
	for _, c := range checks {
		l.claim(c)
	}
	var outcomes []*Outcome
	for _, c := range checks {
		outcome, err := l.run(c)
		if err != nil {
			if ctx.Err() != nil {
				return outcomes, ctx.Err()
			}
			return outcomes, fmt.Errorf("checking %s: %w", c.ID, err)
		}
		outcomes = append(outcomes, outcome)
		if o.Done != nil {
			o.Done(outcome)
		}
	}
	return outcomes, nil
}

// trial is a run of one check.
type trial struct {
	*lab
	check *Check
	found map[string]estimate
	notes []string
}

// Look is what a check of many cases is given, and what it hands back: the number of
// every line, and a note for each case that is wrong.
type Look struct {
	Engine *sim.Engine
	World  Lookup
	Full   bool
	Seed   uint64
	Lines  map[string]float64
	Notes  []string
}

// Looking returns a check that another package measures, by looking at many cases.
func Looking(c Check, measure func(ctx context.Context, l *Look) error) *Check {
	c.measure = func(t *trial) error {
		l := &Look{Engine: t.engine, World: t.look, Full: t.full, Seed: t.seedOf(t.check), Lines: map[string]float64{}}
		if err := measure(t.ctx, l); err != nil {
			return err
		}
		for line, v := range l.Lines {
			t.put(line, exact(v))
		}
		t.notes = l.Notes
		return nil
	}
	return &c
}

// None is a line of such a check: how many cases are wrong, which must be none.
func None(id string) Line {
	l := none(id, 0)
	l.Unit = sim.UnitCount
	return l
}

// Cases is a line of such a check that tells how many were looked at.
func Cases(id string) Line { return reported(id, sim.UnitCount) }

// sim returns the simulation of a setup; each may be asked for once.
func (t *trial) sim(i int) (*observed, error) { return t.observe(t.check, &t.check.Setups[i]) }

// scenario builds what a setup says, for what is not simulated as a whole.
func (t *trial) scenario(i int) (*sim.Scenario, error) { return t.check.Setups[i].Scenario(t.look) }

// put files what was found for a line.
func (t *trial) put(line string, e estimate) { t.found[line] = e }

func (l *lab) run(c *Check) (*Outcome, error) {
	begun := time.Now()
	t := &trial{lab: l, check: c, found: map[string]estimate{}}
	if err := c.measure(t); err != nil {
		return nil, err
	}
	o := &Outcome{Check: c, Full: l.full, Runs: l.runs(c), Seed: l.seedOf(c), Holds: true}
	for i := range c.Lines {
		line := &c.Lines[i]
		if line.FullOnly && !l.full {
			continue
		}
		e, ok := t.found[line.ID]
		if !ok {
			return nil, fmt.Errorf("nothing was found for %s", line.ID)
		}
		m := line.judge(e)
		o.Holds = o.Holds && m.Holds
		o.FalseAlarm += m.FalseAlarm
		o.Measured = append(o.Measured, m)
	}
	o.Notes = t.notes
	o.Seconds = time.Since(begun).Seconds()
	return o, nil
}

// All returns every check in the order of their ids: claims, evidence, mathematics.
func All() []*Check {
	var all []*Check
	for _, list := range [][]*Check{claims(), evidence(), evidenceOfProcess(), evidenceOfDepartures(), mathematics()} {
		all = append(all, list...)
	}
	return all
}

// Select returns the checks of some ids, in their own order, and the ids that no
// check has. A letter stands for all checks whose ids begin with it.
func Select(all []*Check, ids []string) (chosen []*Check, unknown []string) {
	wanted := map[*Check]bool{}
	for _, id := range ids {
		id = strings.ToUpper(strings.TrimSpace(id))
		found := false
		for _, c := range all {
			if c.ID == id || len(id) == 1 && strings.HasPrefix(c.ID, id) {
				wanted[c], found = true, true
			}
		}
		if !found {
			unknown = append(unknown, id)
		}
	}
	for _, c := range all {
		if wanted[c] {
			chosen = append(chosen, c)
		}
	}
	return chosen, unknown
}
