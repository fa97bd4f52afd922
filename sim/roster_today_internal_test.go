package sim

import (
	"math"
	"sync/atomic"
	"testing"
)

// A roster's territories are those of today when today comes, whatever the
// tenure, and grow only from then on.
func TestTerritoriesStandToday(t *testing.T) {
	s := rosterOf(
		RosterSeat{Accounts: number(1.5), Potential: number(.8), Tenure: number(300)}, RosterSeat{Accounts: number(.7), Tenure: number(20)},
		RosterSeat{Accounts: number(1)}, RosterSeat{Presence: number(2), Tenure: number(100)}, RosterSeat{Vacant: true, Accounts: number(1.2)},
	)
	s.Mechanisms.LeavingHiring = false // nobody's luck of leaving is in it
	w := rosterWorld(t, s)
	liveToToday(w, 3, false)
	for i := range w.seats {
		r := &s.Roster[w.m.seats[i].index]
		x := w.seats[i].land()
		if r.Accounts == nil {
			continue
		}
		if got := w.m.territory.grownAccounts(x); math.Abs(got-*r.Accounts) > 1e-9 {
			t.Errorf("seat %d has %g accounts today, want %g", i, got, *r.Accounts)
		}
		drawn := *x
		drawn.accounts, drawn.growth = *r.Accounts, 1
		want := w.m.territory.combine(drawn.potential, drawn.accounts, drawn.presence, drawn.workload)
		if got := w.m.territory.logIndex(x); math.Abs(got-want.z*w.m.territory.logSD) > 1e-9 {
			t.Errorf("seat %d has log index %g today, want %g", i, got, want.z*w.m.territory.logSD)
		}
	}
	grown := w.seats[0].land().growth
	recent := w.seats[1].land().growth
	for week := range 26 {
		w.step(week)
	}
	if now := w.seats[1].land().growth; now <= recent {
		t.Errorf("accounts of a recent hire stay at %g", now)
	}
	if now := w.seats[0].land().growth; now-grown > .5*(w.seats[1].land().growth-recent) {
		t.Errorf("after six years accounts grow as for a recent hire: from %g to %g", grown, now)
	}
}

// Last year's sales are what trailing year, attainment and standing against
// quota say today.
func TestLastYearsSalesStandToday(t *testing.T) {
	sales := []float64{130, 70, 90, 40, 60}
	tenures := []float64{300, 300, 78, 30, 10}
	var rows []RosterSeat
	for i := range sales {
		rows = append(rows, RosterSeat{Tenure: number(tenures[i]), Sales: number(sales[i]), Quota: number(100)})
	}
	rows = append(rows, RosterSeat{Tenure: number(300), Quota: number(50)}, RosterSeat{Tenure: number(300)})
	w := rosterWorld(t, rosterOf(rows...))
	liveToToday(w, 5, false)
	w.week = 0
	w.startYear(0)
	for i, x := range sales {
		s := &w.seats[i]
		if got := s.YearSales[s.lane] / s.Quota[s.lane]; math.Abs(got-x/100) > 1e-9 {
			t.Errorf("seat %d stands at %.3f of quota, the roster says %.3f", i, got, x/100)
		}
		if want := []int{4, 4, 4, 0, 0}[i]; s.counted != want {
			t.Errorf("seat %d has %d quarters that count, want %d", i, s.counted, want)
		}
		year := 0.0
		for week := max(0, weeksYear-int(tenures[i])); week < weeksYear; week++ {
			year += *w.closed(week, i)
		}
		if math.Abs(year-s.YearSales[s.lane]) > 1e-9*year {
			t.Errorf("the weeks of seat %d add up to %g, its year to %g", i, year, s.YearSales[s.lane])
		}
	}
	if a, b := w.seats[0].attain, w.seats[1].attain; a < b+1 {
		t.Errorf("attainment is %.2f at 130%% and %.2f at 70%% of quota", a, b)
	}
	if a, b := w.seats[0].volRate, w.seats[1].volRate; a > .7*b {
		t.Errorf("hazards of leaving are %g at 130%% and %g at 70%% of quota", a, b)
	}
	if got := w.seats[5].Quota[w.seats[5].lane] / w.seats[0].Quota[w.seats[0].lane]; math.Abs(got-.5) > 1e-12 {
		t.Errorf("quotas stand as %g to 1, the roster says .5", got)
	}
	reps, seats := 0.0, 0.0
	for i := range w.seats {
		reps += w.seats[i].YearSales[w.seats[i].lane]
		seats += w.soldInYear(i)
	}
	// Before the newcomers came colleagues served what the accounts brought.
	if math.Abs(w.trailing-seats) > 1e-9*seats || seats <= reps {
		t.Errorf("the firm has sold %g, its seats %g, its reps %g", w.trailing, seats, reps)
	}
	w.step(0)
	ofQuota := func(i int) float64 {
		s := &w.seats[i]
		return s.YearSales[s.lane] / s.Quota[s.lane]
	}
	if w.sums.quotaHolders != 5 || ofQuota(0) < 1 || ofQuota(1) >= 1 || ofQuota(2) >= 1 {
		t.Errorf("after a week the reps stand at %g, %g and %g of their quota", ofQuota(0), ofQuota(1), ofQuota(2))
	}
}

// Without quotas only the ratios of sales are known: the people have together
// sold what they sold in the simulated year.
func TestSalesWithoutQuotasKeepTheirRatios(t *testing.T) {
	var rows []RosterSeat
	for i := range 10 {
		rows = append(rows, RosterSeat{
			Tenure: number(200), Sales: number(float64(50 + 10*i)),
			Potential: number(1), Accounts: number(1), Presence: number(1), Workload: number(1),
		})
	}
	s := rosterOf(rows...)
	w := rosterWorld(t, s)
	liveToToday(w, 2, true)
	blind := s.Clone()
	for i := range blind.Roster {
		blind.Roster[i].Sales = nil
	}
	unknown := rosterWorld(t, blind)
	liveToToday(unknown, 2, true)
	if a, b := w.trailing, unknown.trailing; math.Abs(a/b-1) > .1 {
		t.Errorf("people have together sold %g, as much as %g without their ratios", a, b)
	}
	together, known := w.trailing, 0.0
	for i := range w.seats {
		known += *s.Roster[w.m.seats[i].index].Sales
	}
	for i := range w.seats {
		want := together * *s.Roster[w.m.seats[i].index].Sales / known
		if got := w.seats[i].YearSales[w.seats[i].lane]; math.Abs(got-want) > 1e-9*want {
			t.Errorf("seat %d has sold %g, want %g", i, got, want)
		}
	}
}

// Quotas and sales of several roles are held against what each role sells.
func TestRolesAreComparedInTheirOwnUnits(t *testing.T) {
	var rows []RosterSeat
	for i := range 24 {
		unit := 1.0
		role := "hunter"
		if i%2 == 1 {
			unit, role = .25, "inside"
		}
		rows = append(rows, RosterSeat{Role: role, Team: role, Tenure: number(300), Sales: number(100 * unit), Quota: number(110 * unit)})
	}
	s := rosterOf(rows...)
	inside := s.Catalogue.Roles[0]
	inside.ID, inside.DealValue, inside.Opportunities = "inside", .25, 1
	s.Catalogue.Roles = append(s.Catalogue.Roles, inside)
	s.Organisation.Roles = []RoleShare{{Role: "hunter", Share: .5}, {Role: "inside", Share: .5}}
	w := rosterWorld(t, s)
	for i := range w.m.roster.seats {
		k := &w.m.roster.seats[i]
		if math.Abs(k.logSales) > 1e-9 || math.Abs(k.quotaIndex-1) > 1e-9 {
			t.Errorf("a %s has log sales %g and a quota of %g", w.m.roles[w.m.seats[i].role].role.ID, k.logSales, k.quotaIndex)
		}
	}
	liveToToday(w, 1, false)
	w.startYear(0)
	var quota [2]float64
	for i := range w.seats {
		quota[w.m.seats[i].index%2] += w.seats[i].Quota[w.seats[i].lane]
	}
	if got := quota[1] / quota[0]; math.Abs(got-.25) > 1e-9 {
		t.Errorf("quotas stand as %g to 1, the roster says .25", got)
	}
	fit := meanFit(t, s)
	var mean [2]float64
	for i := range fit {
		mean[w.m.seats[i].index%2] += fit[i] / 12
	}
	if math.Abs(mean[0]-mean[1]) > .1 {
		t.Errorf("average sales make fit %.2f in one role and %.2f in the other", mean[0], mean[1])
	}
}

// A half-known roster stands at today in finite numbers with every parameter at
// its ends.
func TestHalfKnownRosterAtTheEndsOfEveryParameter(t *testing.T) {
	table := NewTable()
	for k := range table.rows {
		p := &table.rows[k]
		for _, v := range []float64{p.Min, p.Max} {
			var rows []RosterSeat
			for i := range 12 {
				x := float64(i)
				row := RosterSeat{Sales: number(20 * float64(i%5)), Vacant: i == 7}
				if i%2 == 0 {
					row.Tenure = number(3 * x * x)
				}
				if i%3 == 0 {
					row.Quota, row.Age = number(150), number(20+5*x)
				}
				if i%4 == 0 {
					row.Accounts, row.Rating = number(.1+x), number(x/3-2)
				}
				if i%5 == 0 {
					row.Traits = map[string]float64{"drive": 1 - x/5}
				}
				rows = append(rows, row)
			}
			s := rosterOf(rows...)
			p.Set(s, v)
			s.Organisation.HorizonWeeks = weeksYear
			if s.Validate(table) != nil {
				continue
			}
			sol := &solution{}
			if err := sol.computeSmall(s); err != nil {
				t.Fatal(err)
			}
			m, err := compile(s)
			if err != nil {
				t.Fatal(err)
			}
			sol.use(m)
			if sol.roster, err = m.knowRoster(new(atomic.Bool)); err != nil {
				t.Fatal(err)
			}
			w := newWorld(m)
			liveToToday(w, 1, false)
			w.step(0)
			for i := range w.seats {
				x := &w.seats[i]
				for _, v := range []float64{x.BaseRate[x.lane], x.YearSales[x.lane], x.attain, x.rating, x.volRate, x.letRate, x.Skill[x.lane], x.person.savvy, x.territory.index, x.Growth[x.lane], x.Stock[0][x.lane], x.Quota[x.lane], w.trailing} {
					if !isFinite(v) {
						t.Fatalf("%s = %g: seat %d is %+v", p.ID, v, i, *x)
					}
				}
			}
		}
	}
}
