package sim

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"threep/sim/internal/random"
)

// anyScenario draws a small scenario with levers, assumptions and switches
// anywhere in their ranges.
func anyScenario(t *rapid.T, table *Table) *Scenario {
	s := miniature(rapid.IntRange(5, 40).Draw(t, "seats"))
	for i := range table.rows {
		p := &table.rows[i]
		if p.Group == "organisation" || !rapid.Bool().Draw(t, "move "+p.ID) {
			continue
		}
		v := rapid.Float64Range(p.Min, p.Max).Draw(t, p.ID)
		if p.integral() {
			v = math.Floor(v)
		}
		p.Set(s, v)
	}
	s.Organisation.HorizonWeeks = 52
	tool := &s.Catalogue.Tools[0]
	tool.Upkeep = rapid.Float64Range(0, 300).Draw(t, "upkeep")
	tool.WIIFMHours = rapid.Float64Range(0, 5).Draw(t, "wiifm")
	tool.Data = 1
	tool.Effects = Effects{SellingTime: .1, Creation: .1, Win: .1, NoDecision: .1, Cycle: .1, DealValue: .1, Ramp: .1, Retention: .1}
	if rapid.Bool().Draw(t, "tool") {
		s.Decisions.Tools = []string{"tool"}
	}
	m := &s.Mechanisms
	for _, on := range []*bool{&m.Peers, &m.Managers, &m.WIIFM, &m.MandateBurden, &m.GoLiveDip, &m.Forgetting, &m.TraitFloor, &m.Complementarity, &m.LeavingHiring, &m.ProcessErosion, &m.DataFeedback} {
		*on = rapid.IntRange(0, 3).Draw(t, "switch") > 0
	}
	s.Organisation.AllUnqualified = rapid.IntRange(0, 9).Draw(t, "floor") == 0
	return s
}

// C8: opportunities, people, hours and money are conserved every week, whatever
// the levers; nothing is ever not finite.
func TestC8Conservation(t *testing.T) {
	engine := NewEngine()
	rapid.Check(t, func(t *rapid.T) {
		s := anyScenario(t, engine.table)
		if s.Validate(engine.table) != nil {
			t.Skip("two parameters contradict each other")
		}
		m := solvedSmall(t, s)
		w := newWorld(m)
		w.start(random.Root(3, 0), false)
		open, people, year := pipelineOf(w), peopleOf(w), 0.0
		for week := -burnInWeeks; week < m.weeks; week++ {
			if week == 0 {
				w.resetTools()
			}
			w.step(week)
			x := &w.sums
			after := pipelineOf(w)
			change := x.created - x.reached - x.dropped - x.leaverLost - x.decayed
			if math.Abs(after-open-change) > 1e-9*(1+open) {
				t.Fatalf("week %d: open opportunities went from %g to %g, flows say %g", week, open, after, change)
			}
			open = after
			if now := peopleOf(w); math.Abs(now-(people+x.hires-x.voluntary-x.letGo)) > 0 {
				t.Fatalf("week %d: %g people, from %g with %g hires and %g exits", week, now, people, x.hires, x.voluntary+x.letGo)
			} else {
				people = now
			}
			sum := 0.0
			for _, h := range x.hours {
				sum += h
			}
			if want := x.occupied * s.Assumptions.Hours.Week; math.Abs(sum-want) > 1e-9*(1+want) {
				t.Fatalf("week %d: hours add up to %g, want %g", week, sum, want)
			}
			revenue := 0.0
			for i := range w.seats {
				if w.seats[i].workedIn == week {
					revenue += w.seats[i].revenue
				}
			}
			if math.Abs(revenue-x.revenue) > 1e-9*(1+revenue) || !isFinite(x.cost) || x.cost < 0 {
				t.Fatalf("week %d: revenue %g of reps, %g in the books, cost %g", week, revenue, x.revenue, x.cost)
			}
			if week >= m.weeks-weeksYear {
				year += x.revenue
			}
			for _, v := range []float64{x.pipeline, x.expectedBookings, x.skill, x.engagement, x.logged, x.benefit} {
				if !isFinite(v) || v < -1e-9 { // each must be a number and not negative
					t.Fatalf("week %d: a sum is %g; tools %+v", week, v, w.use)
				}
			}
		}
		if math.Abs(w.trailing-year) > 1e-6*(1+year) {
			t.Fatalf("trailing year %g, summed %g", w.trailing, year)
		}
	})
}

func pipelineOf(w *world) float64 {
	sum := 0.0
	for i := range w.seats {
		for _, x := range w.seats[i].stock {
			sum += x
		}
	}
	return sum
}

func peopleOf(w *world) float64 {
	n := 0.0
	for i := range w.seats {
		if w.seats[i].occupied {
			n++
		}
	}
	return n
}

// computeSmall solves with few people: for tests that need no precision.
func (sol *solution) computeSmall(s *Scenario) error {
	m, err := compile(s.Baseline())
	if err != nil {
		return err
	}
	for i := range m.roles {
		p, err := m.solveStationary(context.Background(), i, 100)
		if err != nil {
			return err
		}
		m.population = append(m.population, p)
	}
	sol.roles, sol.population, sol.quotaScale = m.roles, m.population, 10
	return nil
}

// The weekly loop allocates nothing.
func TestWeekAllocatesNothing(t *testing.T) {
	s := miniature(40)
	s.Catalogue.Tools[0].Upkeep, s.Catalogue.Tools[0].WIIFMHours = 30, 2
	s.Decisions.Tools = []string{"tool"}
	m := solvedSmall(t, s)
	w := newWorld(m)
	w.start(random.Root(3, 0), false)
	out := newRunSeries(m.weeks)
	week := 0
	if n := testing.AllocsPerRun(100, func() {
		w.step(week)
		w.record(out, week)
		week++
	}); n != 0 {
		t.Errorf("a week allocates %g times", n)
	}
}

// solvedSmall compiles s and solves it with few people.
func solvedSmall(t interface{ Fatal(...any) }, s *Scenario) *model {
	sol := &solution{}
	if err := sol.computeSmall(s); err != nil {
		t.Fatal(err)
	}
	m, err := compile(s)
	if err != nil {
		t.Fatal(err)
	}
	sol.use(m)
	return m
}
