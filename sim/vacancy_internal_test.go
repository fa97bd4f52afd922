package sim

import (
	"math"
	"testing"

	"threep/sim/internal/random"
)

// A vacancy found on a day is long in proportion to its length, and the day falls
// anywhere in it.
func TestAVacancyFoundIsInProgress(t *testing.T) {
	const mean, steps = 13.0, 400
	var gone, left, n float64
	for i := range steps {
		for k := range steps {
			g, l := vacancyFound(mean, (float64(i)+.5)/steps, (float64(k)+.5)/steps)
			if g < 0 || l < 1 || g != math.Floor(g) || l != math.Floor(l) {
				t.Fatalf("%g weeks gone by, %g to go", g, l)
			}
			gone, left, n = gone+g, left+l, n+1
		}
	}
	// The mean of the square of the length over twice its mean, and half a week for
	// the week that is under way.
	want := mean * (1 + 1.0/12) / 2
	if math.Abs(gone/n+.5-want) > .05 || math.Abs(left/n-.5-want) > .05 {
		t.Errorf("%.2f weeks have gone by and %.2f are to go, want %.2f and %.2f", gone/n, left/n, want-.5, want+.5)
	}
}

// A manager is missed for the weeks that it takes to fill the position, nobody is
// paid meanwhile, and a manager is there for the share of weeks that today's
// coaching is solved for.
func TestManagersAreMissedForAsLongAsItTakes(t *testing.T) {
	s := miniature(2000)
	s.Assumptions.Managers.Turnover = .8
	s.Organisation.HorizonWeeks = 520
	m := solvedSmall(t, s)
	w := newWorld(m)
	w.start(random.Root(3, 0), true)
	missed := make([]int, len(m.teams)) // weeks so far; -1 where the beginning was not seen
	for i := range missed {
		missed[i] = -1
	}
	var spells, weeks, present, all float64
	for week := -burnInWeeks; week < m.weeks; week++ {
		w.week, w.sums = week, weekSums{}
		paid := 0.0
		for ti := range m.teams {
			before := w.managers[ti].present
			w.managersLeaveAndArrive(ti, m.week(week))
			w.bookArrivals(ti, m.week(week))
			g := &w.managers[ti]
			all++
			switch {
			case g.present:
				present++
				paid += s.Assumptions.Money.ManagerPay / weeksYear
				if missed[ti] > 0 {
					spells, weeks = spells+1, weeks+float64(missed[ti])
				}
				missed[ti] = 0
			case before || missed[ti] > 0:
				missed[ti]++
			}
		}
		if got := w.sums.costs[costPay]; math.Abs(got-paid) > 1e-6*paid {
			t.Fatalf("week %d pays %g, the managers who are there earn %g", week, got, paid)
		}
	}
	if got, want := weeks/spells, s.Assumptions.Managers.FillWeeks; math.Abs(got-want) > .2 {
		t.Errorf("over %g absences a manager is missed for %.2f weeks, want %g", spells, got, want)
	}
	if got, want := present/all, managerPresence(s); math.Abs(got-want) > .003 {
		t.Errorf("a manager is there in %.4f of the weeks, want %.4f", got, want)
	}
}

// A seat of a roster that is vacant today was held until the vacancy began, and is
// filled when its whole length has gone by.
func TestASeatVacantTodayWasHeldBefore(t *testing.T) {
	var rows []RosterSeat
	const vacant = 60
	for i := range 2 * vacant {
		rows = append(rows, RosterSeat{Vacant: i < vacant, Accounts: number(1.3), Tenure: number(300)})
	}
	s := rosterOf(rows...)
	for i := range s.Roster {
		s.Roster[i].ID = seatID(i) // in the order of the rows
	}
	w := rosterWorld(t, s)
	w.start(random.Root(11, 0), true)
	gone := make([]float64, vacant)
	held, open := 0.0, 0.0
	for i := range gone {
		gone[i] = burnInWeeks - w.seats[i].leaves
		if w.seats[i].occupied() != (gone[i] < burnInWeeks) {
			t.Fatalf("seat %d, vacant for %g weeks, is held a year before today: %v", i, gone[i], w.seats[i].occupied())
		}
	}
	for week := -burnInWeeks; week < 0; week++ {
		w.step(week)
		for i := range gone {
			s := &w.seats[i]
			if s.occupied() != (float64(-week-1) > gone[i]) {
				t.Fatalf("at the end of week %d seat %d, vacant for %g weeks today, is held: %v", week, i, gone[i], s.occupied())
			}
		}
	}
	for i := range gone {
		s := &w.seats[i]
		year, stock := 0.0, 0.0
		for week := range weeksYear {
			year += *w.closed(week, i)
		}
		for _, x := range s.Stock {
			stock += x[s.lane]
		}
		held += year
		open += stock
		if year <= 0 || stock <= 0 {
			t.Errorf("seat %d sold %g before its vacancy of %g weeks and has %g open", i, year, gone[i], stock)
		}
		if got := w.m.territory.grownAccounts(s.land()); math.Abs(got-1.3) > 1e-9 {
			t.Errorf("seat %d has %g accounts today, the roster says 1.3", i, got)
		}
	}
	w.reachToday()
	rest := 0.0
	for i := vacant; i < len(w.seats); i++ {
		rest += w.seats[i].YearSales[w.seats[i].lane] / vacant
	}
	mean := 0.0
	for _, g := range gone {
		mean += g / vacant
	}
	// What the seats sold: a full rep's year, less what the accounts did not bring while
	// they were vacant.
	lost := 1 - s.Assumptions.Territory.Carryover
	if got, want := held/vacant/rest, 1-float64(lost*mean)/weeksYear; math.Abs(got-want) > .08*want {
		t.Errorf("seats vacant for %.1f weeks sold %.2f of a full rep's year, want about %.2f", mean, got, want)
	}
	if math.Abs(w.trailing-held-vacant*rest) > 1e-6*held {
		t.Errorf("the firm's year holds %g, seats sold %g", w.trailing, held+vacant*rest)
	}
	refilled, sum := 0, 0.0
	for week := range 52 {
		before := make([]bool, vacant)
		for i := range before {
			before[i] = w.seats[i].ordinal == 0
		}
		w.step(week)
		for i := range before {
			if before[i] && w.seats[i].ordinal == 1 {
				refilled++
				sum += float64(week) + gone[i]
			}
		}
	}
	// Length-biased: the mean of the square over the mean.
	if got, want := sum/vacant, 13*(1+1.0/12); refilled != vacant || math.Abs(got-want) > 1.5 {
		t.Errorf("%d of %d vacancies ended after %.1f weeks, want all after about %.1f", refilled, vacant, got, want)
	}
}
