package sim

import (
	"context"
	"math"

	"threep/sim/internal/random"
)

// Imbalance is the largest fault of the books over all weeks of a future, each
// relative to the level of what is counted; 0 where nothing is lost or made.
type Imbalance struct {
	Opportunities float64 // open ones against created, decided, dropped, lost with leavers and decayed
	People        float64 // occupied seats against hires and exits
	Hours         float64 // hours of a week against its length times the reps
	Money         float64 // revenue of the reps against the firm's, of weeks and of the trailing year; costs by kind against all cost
	NotFinite     int     // sums that are not a number or negative where they may not be
	Weeks         int     // weeks looked at, burn-in included
}

// Worst is the largest of the faults; infinite where a sum is not finite.
func (b *Imbalance) Worst() float64 {
	if b.NotFinite > 0 {
		return math.Inf(1)
	}
	return max(b.Opportunities, b.People, b.Hours, b.Money)
}

// Conservation runs one future of s and compares stocks and flows week by week.
func (e *Engine) Conservation(ctx context.Context, s *Scenario, seed uint64, run int) (Imbalance, error) {
	if err := s.Validate(e.table); err != nil {
		return Imbalance{}, err
	}
	sol, err := e.solve(ctx, s, stationarySeats)
	if err != nil {
		return Imbalance{}, err
	}
	m, err := sol.model(ctx, s)
	if err != nil {
		return Imbalance{}, err
	}
	w := newWorld(m)
	w.start(random.Root(seed, run), false)
	a := openBooks(w)
	for week := -burnInWeeks; week < w.m.weeks; week++ {
		if week == 0 {
			w.fixed = false
			w.resetTools()
		}
		w.step(week)
		a.week(w)
	}
	a.close(w)
	return a.found, nil
}

// auditor compares stocks with flows.
type auditor struct {
	found        Imbalance
	open, people float64 // stocks at the end of last week
	year         float64 // revenue of the last year of the horizon
}

func openBooks(w *world) *auditor { return &auditor{open: w.openNow(), people: w.peopleNow()} }

// week compares the books of the week that is over.
func (a *auditor) week(w *world) {
	m, x, b := w.m, &w.sums, &a.found
	b.Weeks++
	open, people := w.openNow(), w.peopleNow()
	worse(&b.Opportunities, open-a.open-(x.created-x.reached-x.dropped-x.leaverLost-x.decayed), a.open)
	// A roster's people who start before today are in no count of hires.
	if w.week >= 0 || len(m.s.Roster) == 0 {
		worse(&b.People, people-(a.people+x.hires-x.voluntary-x.letGo), a.people)
	}
	a.open, a.people = open, people
	hours, revenue := 0.0, 0.0
	for _, h := range x.hours {
		hours += h
	}
	want := float64(x.occupied * m.s.Assumptions.Hours.Week)
	worse(&b.Hours, hours-want, want)
	for i := range w.seats {
		s := &w.seats[i]
		revenue += s.Revenue[s.lane] // that of who stood in among it
	}
	worse(&b.Money, revenue-x.revenue, revenue)
	cost := 0.0
	for _, c := range x.costs {
		cost += c
	}
	worse(&b.Money, cost-x.cost, cost)
	if w.week >= m.weeks-weeksYear {
		a.year += x.revenue
	}
	for _, v := range []float64{
		x.revenue, x.cost, x.pipeline, x.expectedBookings, x.created, x.decided,
		x.skill, x.engagement, x.logged, x.benefit, x.proficiency,
	} {
		if !isFinite(v) || v < -1e-9 {
			b.NotFinite++
		}
	}
}

// close compares the trailing year with the sum of its weeks.
func (a *auditor) close(w *world) { worse(&a.found.Money, w.trailing-a.year, a.year) }

// worse keeps the larger of a fault and what was found before, relative to a level.
func worse(worst *float64, fault, level float64) {
	*worst = max(*worst, math.Abs(fault)/(1+math.Abs(level)))
}

// openNow is the number of open opportunities.
func (w *world) openNow() float64 {
	sum := 0.0
	for i := range w.seats {
		s := &w.seats[i]
		for k := range s.Stock {
			sum += s.Stock[k][s.lane] + s.frozen[k]
		}
	}
	return sum
}

// peopleNow is the number of occupied seats.
func (w *world) peopleNow() float64 {
	n := 0.0
	for i := range w.seats {
		if w.seats[i].occupied() {
			n++
		}
	}
	return n
}
