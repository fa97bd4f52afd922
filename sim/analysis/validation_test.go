package analysis_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"

	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// modelRosters are rosters that the model has made: firms of which territories,
// tenures, a year's sales and ratings are known.
func modelRosters(t *testing.T, engine *sim.Engine, rosters, people int) []*sim.Scenario {
	t.Helper()
	s := scenarios.Default().Baseline()
	s.Organisation.Seats = float64(people + people/3)
	firms := make([][]sim.Holder, rosters)
	err := engine.YearBefore(context.Background(), s, sim.Options{Runs: rosters, Seed: 77, People: population}, func(run int, holders []sim.Holder) {
		firms[run] = holders
	})
	if err != nil {
		t.Fatal(err)
	}
	list := make([]*sim.Scenario, rosters)
	for k, holders := range firms {
		c := s.Clone()
		for i := range holders {
			if h := holders[i]; h.Present && len(c.Roster) < people {
				// Sales are the seat's, as a firm's books have them.
				c.Roster = append(c.Roster, sim.RosterSeat{
					ID: fmt.Sprintf("seat%03d", i), Alias: fmt.Sprint(i), Tenure: &h.Tenure, Sales: &h.SeatSales, Rating: &h.Rating,
					Potential: &h.Potential, Accounts: &h.Accounts, Presence: &h.Presence, Workload: &h.Workload,
				})
			}
		}
		c.Organisation.Seats = float64(len(c.Roster))
		list[k] = c
	}
	return list
}

// population is the size of the stationary population in the tests below.
const population = 3000

func validate(t *testing.T, engine *sim.Engine, s *sim.Scenario, rosters int) *analysis.Validation {
	t.Helper()
	v, err := analysis.Validate(context.Background(), engine, s, analysis.ValidationOptions{Rosters: rosters, Seed: 5, Population: population})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestRostersOfTheModelAreAmongItsOwn validates rosters that the model has made:
// their places must be spread as evenly as they are among equals. The rosters
// come from firms without a roster, in which people leave and are hired.
func TestRostersOfTheModelAreAmongItsOwn(t *testing.T) {
	long(t)
	const rosters = 60
	engine := sim.NewEngine()
	type tally struct{ percentile, middle, usual, outside float64 }
	found := map[analysis.Statistic]*tally{}
	for _, s := range modelRosters(t, engine, rosters, 25) {
		for _, p := range validate(t, engine, s, analysis.LeastRosters).Everybody {
			if p.Lack != analysis.LackNone {
				t.Fatalf("%s is not placed: %s", p.Statistic, p.Lack)
			}
			x := found[p.Statistic]
			if x == nil {
				x = &tally{}
				found[p.Statistic] = x
			}
			x.percentile += float64(p.Percentile) / rosters
			switch p.Place {
			case analysis.PlaceMiddle:
				x.middle++
				x.usual++
			case analysis.PlaceUsual:
				x.usual++
			case analysis.PlaceOutside:
				x.outside++
			}
		}
	}
	// Four standard errors of what equals would show: of the mean of 60 uniform
	// numbers, of 30 and of 54 in 60; more than 5 where 1 in 100 is expected has a
	// chance of 1 in 20,000.
	for _, s := range analysis.Statistics() {
		x := found[s]
		t.Logf("%-12s mean percentile %.3f, central half %.0f, central 90%% %.0f, beyond 99%% %.0f of %d", s, x.percentile, x.middle, x.usual, x.outside, rosters)
		if math.Abs(x.percentile-.5) > .15 || math.Abs(x.middle-30) > 15.5 || x.usual < 44 || x.outside > 5 {
			t.Errorf("%s is not spread evenly: %+v", s, *x)
		}
	}
}

// TestFalsifiedRostersAreFlagged falsifies what one figure is about.
func TestFalsifiedRostersAreFlagged(t *testing.T) {
	engine := sim.NewEngine()
	s := modelRosters(t, engine, 1, 60)[0]
	sales := make([]float64, len(s.Roster))
	for i := range s.Roster {
		sales[i] = *s.Roster[i].Sales
	}
	for _, c := range []struct {
		what string
		of   analysis.Statistic
		high bool
		seat func(i int, r *sim.RosterSeat)
	}{
		{"sales of other seats", analysis.TerritoryR2, false, func(i int, r *sim.RosterSeat) { r.Sales = &sales[(i+7)%len(sales)] }},
		{"sales cubed", analysis.SalesCV, true, func(i int, r *sim.RosterSeat) { x := math.Pow(sales[i]/1e6, 3); r.Sales = &x }},
		{"sales cubed", analysis.TopFifth, true, func(i int, r *sim.RosterSeat) { x := math.Pow(sales[i]/1e6, 3); r.Sales = &x }},
		{"sales nearly alike", analysis.SalesCV, false, func(i int, r *sim.RosterSeat) { x := math.Pow(sales[i], .2); r.Sales = &x }},
		{"ratings upside down", analysis.RatingSales, false, func(i int, r *sim.RosterSeat) { x := -*r.Rating; r.Rating = &x }},
		{"ratings by sales alone", analysis.RatingSales, true, func(i int, r *sim.RosterSeat) { x := sales[i] / 1e6; r.Rating = &x }},
	} {
		f := s.Clone()
		for i := range f.Roster {
			c.seat(i, &f.Roster[i])
		}
		for _, p := range validate(t, engine, f, 400).Everybody {
			if p.Statistic != c.of {
				continue
			}
			if p.Place != analysis.PlaceOutside || p.Percentile > .5 != c.high {
				t.Errorf("%s: %s is %.3f among %.3f to %.3f, place %s", c.what, c.of, p.Observed, p.Low[2], p.High[2], p.Place)
			}
		}
	}
}

// TestTheYearIsHidden changes what the year brought a roster's people: the
// simulated rosters must not know.
func TestTheYearIsHidden(t *testing.T) {
	engine := sim.NewEngine()
	s := modelRosters(t, engine, 1, 25)[0]
	before := validate(t, engine, s, analysis.LeastRosters)
	other := s.Clone()
	for i := range other.Roster {
		sales, rating, quota := float64(i+1), float64(i%5)-2, float64(40-i)
		other.Roster[i].Sales, other.Roster[i].Rating, other.Roster[i].Quota = &sales, &rating, &quota
	}
	after := validate(t, engine, other, analysis.LeastRosters)
	for k := range before.Everybody {
		a, b := before.Everybody[k], after.Everybody[k]
		if !slices.Equal(a.Simulated, b.Simulated) {
			t.Errorf("%s: the simulated rosters know what is hidden", a.Statistic)
		}
		if a.Observed == b.Observed {
			t.Errorf("%s does not see the roster's own sales", a.Statistic)
		}
	}
	// Tenure is no secret: who joined within the year has sold less.
	for i := range other.Roster {
		tenure := 400.0
		other.Roster[i].Tenure = &tenure
	}
	if settled := validate(t, engine, other, analysis.LeastRosters); slices.Equal(settled.Everybody[1].Simulated, after.Everybody[1].Simulated) || settled.Newcomers != 0 {
		t.Error("the tenures make no difference")
	}
}

// TestValidationSaysWhatItLacks takes facts away.
func TestValidationSaysWhatItLacks(t *testing.T) {
	engine := sim.NewEngine()
	s := modelRosters(t, engine, 1, 25)[0]
	bare := s.Clone()
	for i := range bare.Roster {
		bare.Roster[i].Rating, bare.Roster[i].Presence, bare.Roster[i].Tenure = nil, nil, nil
	}
	v := validate(t, engine, bare, analysis.LeastRosters)
	if v.TenureKnown || v.Newcomers != 0 || v.People != 25 || !slices.Equal(v.Given, []analysis.Fact{analysis.FactTerritory}) {
		t.Errorf("the validation says %+v", v)
	}
	for _, p := range v.Everybody {
		want := analysis.LackNone
		if p.Statistic == analysis.TerritoryR2 || p.Statistic == analysis.RatingSales {
			want = analysis.LackPeople
		}
		if p.Lack != want {
			t.Errorf("%s lacks %q, want %q", p.Statistic, p.Lack, want)
		}
	}
	alike := s.Clone()
	one := 1.0
	for i := range alike.Roster {
		alike.Roster[i].Sales = &one
	}
	for _, p := range validate(t, engine, alike, analysis.LeastRosters).Everybody {
		if undefined := p.Statistic == analysis.TerritoryR2 || p.Statistic == analysis.RatingSales; undefined != (p.Lack == analysis.LackUndefined) {
			t.Errorf("%s of sales that are all alike lacks %q", p.Statistic, p.Lack)
		}
	}
	few := s.Clone()
	for i := range few.Roster[5:] {
		few.Roster[5+i].Sales = nil
	}
	if _, err := analysis.Validate(context.Background(), engine, few, analysis.ValidationOptions{Rosters: 200}); !errors.Is(err, analysis.ErrNoSales) {
		t.Errorf("five people with sales give %v", err)
	}
	if _, err := analysis.Validate(context.Background(), engine, s, analysis.ValidationOptions{Rosters: 199}); err == nil {
		t.Error("too few simulated rosters are taken")
	}
}

// TestTheYearBeforeIsTheSameWithAnyWorkers runs it with one and with four, and
// stops it.
func TestTheYearBeforeIsTheSameWithAnyWorkers(t *testing.T) {
	engine := sim.NewEngine()
	s := modelRosters(t, engine, 1, 25)[0]
	var runs [2][16][]sim.Holder
	for k, workers := range []int{1, 4} {
		err := engine.YearBefore(context.Background(), s, sim.Options{Runs: 16, Seed: 3, People: population, Workers: workers}, func(run int, holders []sim.Holder) {
			runs[k][run] = holders
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for run := range runs[0] {
		if !slices.Equal(runs[0][run], runs[1][run]) {
			t.Errorf("future %d differs", run)
		}
	}
	for _, h := range runs[0][0] {
		seat := &s.Roster[h.Place]
		near := func(got, want float64) bool { return math.Abs(got-want) < 1e-9*want }
		if !h.Present || h.Tenure != math.Round(*seat.Tenure) || !near(h.Potential, *seat.Potential) || !near(h.Accounts, *seat.Accounts) ||
			!near(h.Presence, *seat.Presence) || !near(h.Workload, *seat.Workload) {
			t.Errorf("seat %s is not as given: %+v", seat.ID, h)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	var once sync.Once
	err := engine.YearBefore(ctx, s, sim.Options{Runs: 100000, Seed: 3, People: population}, func(int, []sim.Holder) { once.Do(cancel) })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped year gives %v", err)
	}
	if err := engine.YearBefore(context.Background(), &sim.Scenario{}, sim.Options{Runs: 1}, nil); err == nil {
		t.Error("an empty scenario is simulated")
	}
}
