package sim

import (
	"math"
	"testing"

	"threep/sim/internal/random"
)

// Coaching costs what is coached: nothing in a team without its manager, less in a
// week that has no room for it, and less than nothing where it is cut.
func TestCoachingCostsWhatIsCoached(t *testing.T) {
	for _, c := range []struct {
		name             string
		coaching, course float64 // hours a week, hours a year
		squeezed         bool
	}{{"more", .4, 0, false}, {"less", -.4, 0, false}, {"as today", 0, 0, false}, {"no room", 1, 120, true}} {
		s := miniature(400)
		s.Decisions.Coaching = CoachingDecision{Hours: c.coaching, Weeks: 520}
		s.Decisions.Training = TrainingDecision{Hours: c.course, Weeks: 520}
		if c.squeezed {
			s.Assumptions.Hours.Week, s.Today.TrainingHours = 20, 0
			s.Decisions.Process = ProcessDecision{RaiseAll: 2.5, Months: 3, Maintenance: 1}
			s.Assumptions.Maturity.RaiseHours = 10
		}
		m := solvedSmall(t, s)
		w := newWorld(m)
		w.start(random.Root(3, 0), true)
		for ti := range w.managers {
			w.managers[ti].present = ti%2 == 0
			w.managers[ti].vacant = 20
		}
		w.week = 0
		cost, hours, led := 0.0, 0.0, 0.0
		for ti := range m.teams {
			w.callRoll(ti)
			w.turnTo(ti)
			w.sums = weekSums{}
			w.spendHours(ti, m.week(0))
			cost += w.sums.costs[costCoaching]
			hours += w.sums.hours[hoursCoaching]
			if w.managers[ti].present {
				led += float64(len(w.present))
			} else if w.sums.costs[costCoaching] != 0 || w.sums.hours[hoursCoaching] != 0 {
				t.Errorf("%s: a team without its manager costs %g for %g hours", c.name, w.sums.costs[costCoaching], w.sums.hours[hoursCoaching])
			}
		}
		want := (hours - led*s.Today.CoachingHours) * s.Assumptions.Money.CoachingHour
		if math.Abs(cost-want) > 1e-9*(1+math.Abs(want)) {
			t.Errorf("%s: %g hours cost %g, want %g", c.name, hours, cost, want)
		}
		if asked := led * m.week(0).coachingHours; (hours < asked-1e-6) != c.squeezed {
			t.Errorf("%s: %g hours of %g are coached", c.name, hours, asked)
		}
	}
}
