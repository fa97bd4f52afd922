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

// manyTools is an organisation that brings in so many tools at once, of whose inputs
// G is worked out one by one.
func manyTools(seats, tools int) *sim.Scenario {
	s := scenarios.Default()
	s.Organisation.Seats = float64(seats)
	s.Assumptions.Complementarity.Rho = -1
	s.Decisions.Rollout.Start = 0
	s.Decisions.Tools = nil
	known := s.Catalogue.Tools
	for i := range tools {
		tool := known[i%len(known)]
		tool.ID = "tool-" + strconv.Itoa(i)
		s.Catalogue.Tools, s.Decisions.Tools = append(s.Catalogue.Tools, tool), append(s.Decisions.Tools, tool.ID)
	}
	return s
}

// Whatever a run is doing when it is cancelled (solving, making worlds, seating
// people, the year before today, the weeks after it, those with tools, too), it stops at once, in
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
	for name, c := range map[string]struct {
		s *sim.Scenario
		// Cancelled later and later until, each time by a part of the time before.
		until time.Duration
		part  time.Duration
	}{
		"organisation of " + strconv.Itoa(seats): {large, 900 * time.Millisecond, 2},
		"roster of " + strconv.Itoa(rows):        {rosterOfMany(rows), 900 * time.Millisecond, 2},
		// Today comes later here, and what comes with tools is short.
		"50 tools for " + strconv.Itoa(rows): {manyTools(rows, 50), 1800 * time.Millisecond, 4},
	} {
		s := c.s
		for _, records := range []bool{false, true} {
			e := sim.NewEngine()
			longest, sum, stops := time.Duration(0), time.Duration(0), 0
			again := 0
			for after := time.Millisecond; after < c.until; {
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
				if took > bound && again < 2 {
					// Another process may have had the machine: what never looks at the
					// stop is late again.
					again++
					continue
				}
				if took > bound {
					t.Errorf("%s, records %t: cancelled after %v, it took %v to stop", name, records, after, took)
				}
				longest, sum, stops = max(longest, took), sum+took, stops+1
				again, after = 0, after+after/c.part+10*time.Millisecond
			}
			t.Logf("%s, records %t: stopped within %v on the average, %v at worst", name, records, sum/time.Duration(stops), longest)
		}
	}
}
