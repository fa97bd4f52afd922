package sim

import (
	"math"
	"testing"

	"threep/sim/internal/random"
)

// lessonScenario has two tools, one of them half a year later, and nothing that
// tells people apart.
func lessonScenario() *Scenario {
	s := miniature(40)
	s.Catalogue.Tools = append(s.Catalogue.Tools, Tool{ID: "late", NeedPeople: 1, NeedProcess: 1, NeedContent: 1, NeedInfra: 1})
	s.Decisions.Tools = []string{"tool", "late"}
	s.Decisions.ToolDelay = map[string]float64{"late": 26}
	r := &s.Decisions.Rollout
	r.Start, r.Announcement, r.TrainingBefore, r.TrainingAfter = 10, 4, 12, 6
	s.Organisation.HorizonWeeks = 104
	return s
}

// compiled is s, not solved.
func compiled(t *testing.T, s *Scenario) *model {
	t.Helper()
	m, err := compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Of the hours each tool gets its part, each around its own go-live: those before
// by then, those after within a quarter of it.
func TestCourse(t *testing.T) {
	m := compiled(t, lessonScenario())
	for k, live := range m.teams[0].goLive {
		held := 0.0
		for week := 0; week < m.weeks; week++ {
			held += m.course.hours(m.teams[0].classes[k], live, week)
			want := 0.0
			switch {
			case week < live-4:
			case week < live:
				want = 6 * float64(week-live+5) / 4
			case week < live+weeksQuarter:
				want = 6 + 3*float64(week-live+1)/weeksQuarter
			default:
				want = 9
			}
			if math.Abs(held-want) > 1e-9 {
				t.Fatalf("tool %d, live in week %d: %g hours by week %d, want %g", k, live, held, week, want)
			}
		}
	}
}

// Who comes later has the whole course from the day of coming on.
func TestCourseOfNewcomers(t *testing.T) {
	m := compiled(t, lessonScenario())
	live := m.teams[0].goLive[0]
	held := 0.0
	for week := live + 20; week < m.weeks; week++ {
		hours := m.course.hours(live+20, live, week)
		held += hours
		if (hours > 0) != (week <= m.course.last(live+20, live)) {
			t.Fatalf("%g hours in week %d, the course ends in week %d", hours, week, m.course.last(live+20, live))
		}
	}
	if math.Abs(held-9) > 1e-9 {
		t.Errorf("a newcomer has %g hours of training", held)
	}
}

// What is trained, what it costs and what it brings agree: with nobody leaving,
// every person has all hours of every tool, they are in the books, and proficiency
// within reach stands where they put it.
func TestLessonsAgree(t *testing.T) {
	s := lessonScenario()
	s.Mechanisms.LeavingHiring = false
	m := solvedSmall(t, s)
	w := newWorld(m)
	w.start(random.Root(3, 0), true)
	for week := -burnInWeeks; week < 0; week++ {
		w.step(week)
	}
	w.resetTools()
	hours, cost := 0.0, 0.0
	usual := s.Today.TrainingHours / weeksYear
	reps, people := 0.0, 0.0
	for week := 0; week < 60; week++ {
		w.step(week)
		hours += w.sums.hours[hoursTraining] - float64(usual*w.sums.occupied)
		cost += w.sums.costs[costTraining]
	}
	for i := range w.seats {
		if !w.seats[i].occupied() {
			continue
		}
		reps++
		for k := range m.tools {
			mind := w.user(i, k)
			if math.Abs(mind.trained-9) > 1e-9 {
				t.Fatalf("seat %d has %g hours with tool %d", i, mind.trained, k)
			}
			want := m.attainable(&m.tools[k], w.seats[i].person.savvy, 9)
			if got := w.user(i, k).Attainable[w.seats[i].lane]; math.Abs(got-want) > 1e-12 {
				t.Fatalf("seat %d can reach %g with tool %d, want %g", i, got, k, want)
			}
		}
	}
	people = reps
	for ti := range w.managers {
		if w.managers[ti].present {
			people++
		}
	}
	if math.Abs(hours-18*reps) > 1e-6 || math.Abs(cost-18*people*s.Assumptions.Money.TrainingHour) > 1e-6*cost {
		t.Errorf("%g hours and %g of cost for %g reps and %g people", hours, cost, reps, people)
	}
}

// Hires after go-live are trained, and their hours are in the books.
func TestNewcomersAreTaught(t *testing.T) {
	s := lessonScenario()
	s.Assumptions.Leaving.Voluntary = 1
	m := solvedSmall(t, s)
	w := newWorld(m)
	w.start(random.Root(3, 0), true)
	for week := -burnInWeeks; week < 0; week++ {
		w.step(week)
	}
	w.resetTools()
	for week := 0; week < 60; week++ {
		w.step(week)
	}
	before, hours := 0.0, 0.0
	for week := 60; week < 104; week++ {
		w.step(week)
		hours += w.sums.hours[hoursTraining] - s.Today.TrainingHours/weeksYear*w.sums.occupied
		before += w.sums.costs[costTraining]
	}
	if hours <= 0 || before < hours*s.Assumptions.Money.TrainingHour-1e-6 {
		t.Fatalf("%g hours of newcomers' training for %g", hours, before)
	}
	for i := range w.seats {
		if s := &w.seats[i]; s.occupied() && s.lessons.last < w.week {
			for k := range m.tools {
				mind := w.user(i, k)
				if math.Abs(mind.trained-9) > 1e-9 {
					t.Fatalf("seat %d, there since week %d, has %g hours with tool %d", i, s.lessons.since, mind.trained, k)
				}
			}
		}
	}
}

// Pay for use is felt as what is paid: with everybody logging all tools in full the
// rewards of all tools together are the hours that the pay is worth, whatever their
// number, and the pay is a share of each one's own.
func TestPayForUseIsPaidOnce(t *testing.T) {
	s := lessonScenario()
	s.Decisions.Rollout.Incentive = .05
	for _, tools := range [][]string{{"tool"}, {"tool", "late"}} {
		s.Decisions.Tools = tools
		m := compiled(t, s)
		sum := 0.0
		for k := range m.tools {
			sum += m.tools[k].reward
		}
		if want := 5 * s.Assumptions.Use.PayHours; math.Abs(sum-want) > 1e-12 {
			t.Errorf("%d tools: a reward of %g hours, pay is worth %g", len(tools), sum, want)
		}
	}
	paid := func(roleFactor, incentive float64) float64 {
		s := lessonScenario()
		s.Catalogue.Roles[0].Pay = roleFactor
		s.Mechanisms.LeavingHiring, s.Mechanisms.Managers = false, false
		s.Decisions.Rollout.Incentive, s.Decisions.Rollout.Mandate = incentive, 1
		s.Assumptions.Adoption.Compliance, s.Assumptions.Adoption.ComplianceSD = 1, 0
		w := newWorld(solvedSmall(t, s))
		w.start(random.Root(3, 0), true)
		w.resetTools()
		w.step(60)
		return w.sums.costs[costProgrammes] / w.sums.occupied
	}
	for _, factor := range []float64{1, 2} {
		got, want := paid(factor, .05)-paid(factor, 0), .05*factor*defaultOf(t, "money.base_pay")/weeksYear
		if math.Abs(got-want) > 1e-9*want {
			t.Errorf("pay for full use costs %g a rep-week at %g times the base pay, want %g", got, factor, want)
		}
	}
}

// defaultOf is the default of a parameter.
func defaultOf(t *testing.T, id string) float64 {
	t.Helper()
	p, ok := NewTable().Lookup(id)
	if !ok {
		t.Fatalf("no parameter %s", id)
	}
	return p.Default
}

// However many tools are rolled out and however they are designed, they hold no
// more for the rep, and promise no more, than a week has room for.
func TestToolsFitIntoTheWeek(t *testing.T) {
	s := miniature(8)
	s.Catalogue.Tools = nil
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		s.Catalogue.Tools = append(s.Catalogue.Tools, Tool{ID: id, WIIFMHours: 3, NeedPeople: 1, NeedProcess: 1, NeedContent: 1, NeedInfra: 1})
		s.Decisions.Tools = append(s.Decisions.Tools, id)
		m := compiled(t, s)
		d := &m.hours.day
		wiifm, believed := 0.0, 0.0
		for k := range m.tools {
			wiifm += m.tools[k].wiifm
			believed += m.tools[k].wiifm + m.tools[k].promise
		}
		if idle := d.Admin + d.Search; wiifm > mostSaved*idle+1e-9 || believed > idle+1e-9 {
			t.Errorf("%d tools: %g hours in it and %g believed of %g", len(m.tools), wiifm, believed, idle)
		}
	}
}
