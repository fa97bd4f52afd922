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
	Money         float64 // revenue of the reps against the firm's, of weeks and of the trailing year
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
	models, err := e.models(ctx, s, false)
	if err != nil {
		return Imbalance{}, err
	}
	return newWorld(models.decided).balance(random.Root(seed, run)), nil
}

// balance runs a future from the start of burn-in and keeps the books' faults.
func (w *world) balance(root random.Key) Imbalance {
	m := w.m
	w.start(root, false)
	var b Imbalance
	open, people, year := w.openNow(), w.peopleNow(), 0.0
	for week := -burnInWeeks; week < m.weeks; week++ {
		if week == 0 {
			w.fixed = false
			w.resetTools()
		}
		w.step(week)
		x := &w.sums
		b.Weeks++
		now := w.openNow()
		change := x.created - x.decided - x.dropped - x.leaverLost - x.decayed
		worse(&b.Opportunities, now-open-change, open)
		open = now
		now = w.peopleNow()
		// A roster's people who start before today are in no count of hires.
		if week >= 0 || len(m.s.Roster) == 0 {
			worse(&b.People, now-(people+x.hires-x.voluntary-x.letGo), people)
		}
		people = now
		hours, revenue := 0.0, 0.0
		for _, h := range x.hours {
			hours += h
		}
		want := float64(x.occupied * m.s.Assumptions.Hours.Week)
		worse(&b.Hours, hours-want, want)
		for i := range w.seats {
			if w.seats[i].workedIn == week {
				revenue += w.seats[i].revenue
			}
		}
		worse(&b.Money, revenue-x.revenue, revenue)
		if week >= m.weeks-weeksYear {
			year += x.revenue
		}
		for _, v := range []float64{x.revenue, x.cost, x.pipeline, x.expectedBookings, x.created, x.decided, x.skill, x.engagement, x.logged, x.benefit, x.proficiency} {
			if !isFinite(v) || v < -1e-9 {
				b.NotFinite++
			}
		}
	}
	worse(&b.Money, w.trailing-year, year)
	return b
}

// worse keeps the larger of a fault and what was found before, relative to a level.
func worse(worst *float64, fault, level float64) {
	*worst = max(*worst, math.Abs(fault)/(1+math.Abs(level)))
}

// openNow is the number of open opportunities.
func (w *world) openNow() float64 {
	sum := 0.0
	for i := range w.seats {
		for _, x := range w.seats[i].stock {
			sum += x
		}
	}
	return sum
}

// peopleNow is the number of occupied seats.
func (w *world) peopleNow() float64 {
	n := 0.0
	for i := range w.seats {
		if w.seats[i].occupied {
			n++
		}
	}
	return n
}
