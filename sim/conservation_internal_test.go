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
		if b := audited(m, func(*world) {}); b.Worst() > 1e-9 || b.Weeks != burnInWeeks+m.weeks {
			t.Fatalf("the books are out of balance: %+v", b)
		}
	})
}

// audited runs a future and its books; tamper may falsify a week before the
// books of it are looked at.
func audited(m *model, tamper func(w *world)) Imbalance {
	w := newWorld(m)
	w.start(random.Root(3, 0), false)
	a := openBooks(w)
	for week := -burnInWeeks; week < m.weeks; week++ {
		if week == 0 {
			w.resetTools()
		}
		w.step(week)
		tamper(w)
		a.week(w)
	}
	a.close(w)
	return a.found
}

// Books that are falsified in one week are found out.
func TestC8FindsWhatIsLostOrMade(t *testing.T) {
	s := miniature(20)
	s.Organisation.HorizonWeeks = 52
	m := solvedSmall(t, s)
	for name, falsify := range map[string]struct {
		tamper func(w *world)
		fault  func(b *Imbalance) float64
	}{
		"an opportunity more": {func(w *world) { w.seats[3].Stock[1][w.seats[3].lane]++ }, func(b *Imbalance) float64 { return b.Opportunities }},
		"a hire more":         {func(w *world) { w.sums.hires++ }, func(b *Imbalance) float64 { return b.People }},
		"an hour less":        {func(w *world) { w.sums.hours[hoursAdmin]-- }, func(b *Imbalance) float64 { return b.Hours }},
		"a coin more":         {func(w *world) { w.sums.revenue++ }, func(b *Imbalance) float64 { return b.Money }},
		"a trailing year":     {func(w *world) { w.trailing += 100 }, func(b *Imbalance) float64 { return b.Money }},
		"no number":           {func(w *world) { w.sums.cost = math.NaN() }, func(b *Imbalance) float64 { return float64(b.NotFinite) }},
	} {
		b := audited(m, func(w *world) {
			if w.week == 30 {
				falsify.tamper(w)
			}
		})
		if falsify.fault(&b) < 1e-7 || b.Worst() < 1e-7 {
			t.Errorf("%s is not found: %+v", name, b)
		}
	}
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

// The weekly loop allocates nothing: with three tools that go live in two waves, next
// to a twin without them, and whatever the link of a tool's inputs.
func TestWeekAllocatesNothing(t *testing.T) {
	for name, change := range map[string]func(s *Scenario){
		"as it is":         func(*Scenario) {},
		"another link":     func(s *Scenario) { s.Assumptions.Complementarity.Rho = -1 },
		"no link":          func(s *Scenario) { s.Mechanisms.Complementarity = false },
		"managers aside":   func(s *Scenario) { s.Mechanisms.Managers = false },
		"pay for use":      func(s *Scenario) { s.Decisions.Rollout.Incentive = .05 },
		"expected results": nil,
	} {
		t.Run(name, func(t *testing.T) {
			s := miniature(90) // teams that do not fill their fours
			tool := s.Catalogue.Tools[0]
			tool.Upkeep, tool.WIIFMHours, tool.Effects.Win = 30, 2, .1
			s.Catalogue.Tools, s.Decisions.Tools = nil, nil
			for _, id := range []string{"a", "b", "c"} {
				tool.ID = id
				s.Catalogue.Tools, s.Decisions.Tools = append(s.Catalogue.Tools, tool), append(s.Decisions.Tools, id)
			}
			s.Decisions.Rollout.Waves, s.Decisions.Rollout.WaveGap = 2, 20
			if change != nil {
				change(s)
			}
			w, twin := newWorld(solvedSmall(t, s)), newWorld(solvedSmall(t, s.Baseline()))
			w.twin = twin
			if first, last := w.m.teams[0].liveFirst, w.m.teams[len(w.m.teams)-1].liveFirst; first == last {
				t.Fatalf("all teams go live in week %d", first)
			}
			out, twins := newRunSeries(w.m.weeks), newRunSeries(twin.m.weeks)
			used, taken := 0.0, 0
			// Two years at once: a mean of weeks would be rounded to whole numbers.
			if n := testing.AllocsPerRun(1, func() {
				w.start(random.Root(3, 0), change == nil)
				twin.start(random.Root(3, 0), change == nil)
				for week := range 2 * weeksYear {
					twin.step(week)
					twin.record(twins, week)
					w.step(week)
					w.record(out, week)
					used += w.leads.use[0].Use[0] + w.reps.use[0].Use[0]
					for i := range w.seats {
						if x, y := &w.seats[i], &twin.seats[i]; x.Won[x.lane] > 0 && x.Drawn[x.lane] == y.Drawn[y.lane] {
							taken++
						}
					}
				}
			}); n != 0 {
				t.Errorf("two years allocate %g times", n)
			}
			if used == 0 {
				t.Error("nobody uses a tool")
			}
			if taken == 0 && !w.expected {
				t.Error("no deal is that of the twin")
			}
		})
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
