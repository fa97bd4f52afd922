package sim

import (
	"context"
	"testing"

	"threep/sim/internal/random"
)

// BenchmarkProcesses gives the cost of every process of a week in nanoseconds a
// rep-week, in the default size: 120 seats, three tools, in the middle of a
// rollout. The whole week stands last.
func BenchmarkProcesses(b *testing.B) {
	w := midRollout(b)
	plan := w.m.week(w.week)
	teams := func(f func(ti int, team *teamModel)) func() {
		return func() {
			for ti := range w.m.teams {
				w.callRoll(ti)
				w.turnTo(ti)
				f(ti, &w.m.teams[ti])
			}
		}
	}
	appraise := teams(func(ti int, _ *teamModel) { w.appraiseQuarter(ti) })
	for _, p := range []struct {
		name string
		run  func()
	}{
		{"managers", teams(func(ti int, _ *teamModel) { w.managersLeaveAndArrive(ti, plan) })},
		{"managers' adoption", w.managersAdopt},
		{"managers' use of tools", w.managersUseTools},
		{"adoption", teams(func(ti int, _ *teamModel) { w.adopt(ti) })},
		{"complementarity", w.shareOut},
		{"use of tools", teams(func(ti int, _ *teamModel) { w.useTools(ti) })},
		{"arrivals", teams(func(ti int, _ *teamModel) { w.bookArrivals(ti, plan) })},
		{"lessons", teams(func(ti int, _ *teamModel) { w.teachTools(ti, plan) })},
		{"hours", teams(func(ti int, _ *teamModel) { w.spendHours(ti, plan) })},
		{"skill", teams(func(ti int, _ *teamModel) { w.learnAndForget(ti, plan) })},
		{"engagement", teams(func(ti int, _ *teamModel) { w.engage(ti, plan) })},
		{"pipeline and deals", teams(func(_ int, t *teamModel) { w.moveAndClose(t, plan) })},
		{"books", teams(func(ti int, _ *teamModel) { w.keepBooks(ti) })},
		{"growth", teams(func(int, *teamModel) { w.grow() })},
		{"results", teams(func(ti int, _ *teamModel) { w.observe(ti) })},
		// Together, so that the world keeps its people.
		{"leaving and hiring", teams(func(ti int, _ *teamModel) { w.leave(plan); w.hireIntoVacancies(ti, plan) })},
		// In the last week of a quarter: one week in thirteen costs so much.
		{"quarterly appraisal", func() {
			now := w.week
			w.week = weeksQuarter - 1
			appraise()
			w.week = now
		}},
	} {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				p.run()
			}
			perRepWeek(b, len(w.seats))
		})
	}
	b.Run("a whole week", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			w.step(40 + i%100)
		}
		perRepWeek(b, len(w.seats))
	})
}

func perRepWeek(b *testing.B, seats int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(seats), "ns/rep-week")
}

// midRollout is a world of 120 seats in the 40th week after today.
func midRollout(b *testing.B) *world {
	b.Helper()
	s := miniature(120)
	s.Organisation.TeamSize = 8
	tool := s.Catalogue.Tools[0]
	tool.Upkeep, tool.WIIFMHours, tool.Data = 30, 1.5, 1
	tool.Effects = Effects{SellingTime: .03, Creation: .03, Win: .03, NoDecision: .03}
	s.Catalogue.Tools = nil
	for _, id := range []string{"a", "b", "c"} {
		tool.ID = id
		s.Catalogue.Tools = append(s.Catalogue.Tools, tool)
		s.Decisions.Tools = append(s.Decisions.Tools, id)
	}
	m := solvedSmall(b, s)
	w := newWorld(m)
	w.start(random.Root(1, 0), false)
	for week := -burnInWeeks; week < 40; week++ {
		if week == 0 {
			w.resetTools()
		}
		w.step(week)
	}
	return w
}

// BenchmarkStationaryPeople is the cost of solving a new set of assumptions.
func BenchmarkStationaryPeople(b *testing.B) {
	s := miniature(120)
	for i := 0; i < b.N; i++ {
		if err := new(solution).compute(context.Background(), s, stationarySeats); err != nil {
			b.Fatal(err)
		}
	}
}
