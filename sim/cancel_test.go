package sim_test

import (
	"context"
	"errors"
	"strconv"
	"testing"
	"time"

	"threep/scenarios"
	"threep/sim"
)

// rosterOfMany is a roster whose people are known in part.
func rosterOfMany(rows int) *sim.Scenario {
	s := scenarios.Default()
	s.Organisation.Seats = float64(rows)
	for i := range rows {
		tenure, sales, quota := float64(i*37%500), 1+float64(i*31%100)/100, 1+float64(i*17%50)/100
		id := strconv.Itoa(i)
		s.Roster = append(s.Roster, sim.RosterSeat{
			ID: id, Alias: id, Tenure: &tenure, Sales: &sales, Quota: &quota, Accounts: &sales, Traits: map[string]float64{"drive": float64(i%5 - 2)},
		})
	}
	return s
}

// Whatever a run is doing when it is cancelled (solving, making worlds, seating
// people, the year before today, the weeks after it), it stops at once, in
// organisations of any size. The bound leaves room for a machine that has other
// things to do; the aim is 50 ms.
func TestCancelStopsAtOnceWhateverTheSize(t *testing.T) {
	const bound = 250 * time.Millisecond
	seats, rows := 100000, 20000
	if testing.Short() {
		seats, rows = 10000, 2000
	}
	large := scenarios.Default()
	large.Organisation.Seats = float64(seats)
	for name, s := range map[string]*sim.Scenario{"organisation of " + strconv.Itoa(seats): large, "roster of " + strconv.Itoa(rows): rosterOfMany(rows)} {
		for _, records := range []bool{false, true} {
			e := sim.NewEngine()
			longest, sum, stops := time.Duration(0), time.Duration(0), 0
			for after := time.Millisecond; after < 900*time.Millisecond; after += after/2 + 10*time.Millisecond {
				ctx, cancel := context.WithCancel(context.Background())
				o := sim.Options{Runs: 1000, Seed: 1}
				if records {
					o.Records = func(int, []sim.PersonRecord) {}
				}
				done := make(chan error, 1)
				go func() {
					_, err := e.Run(ctx, s, o)
					done <- err
				}()
				time.Sleep(after)
				from := time.Now()
				cancel()
				err := <-done
				took := time.Since(from)
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("%s: cancelling gave %v", name, err)
				}
				if took > bound {
					t.Errorf("%s, records %t: cancelled after %v, it took %v to stop", name, records, after, took)
				}
				longest, sum, stops = max(longest, took), sum+took, stops+1
			}
			t.Logf("%s, records %t: stopped within %v on the average, %v at worst", name, records, sum/time.Duration(stops), longest)
		}
	}
}
