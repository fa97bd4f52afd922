package vector_test

import (
	"testing"

	"threep/sim/internal/vector"
)

// BenchmarkPeople gives the cost of each kernel, and of its twin, in nanoseconds
// a person: fifteen teams of eight with three tools in routine use.
func BenchmarkPeople(b *testing.B) {
	const teams, groups, tools = 15, 2, 3
	seats, use := make([]vector.Seats, teams*groups), make([]vector.ToolUse, teams*groups*tools)
	clocks, week := make([]vector.Clock, teams*groups*tools), make([]vector.ToolWeek, groups*tools)
	shares, sums := make([]vector.Four, groups*tools), vector.UseSums{}
	supply, terms := make([]vector.Supply, tools), make([]vector.ToolTerms, tools)
	for at := range seats {
		seats[at].Held, seats[at].Compliance = vector.In(vector.All), vector.In(.8)
		seats[at].Gate, seats[at].Skill = vector.In(.9), vector.In(.6)
	}
	for at := range use {
		use[at] = vector.ToolUse{
			Active: vector.In(1.0), Routine: vector.In(1.0), Use: vector.In(.4), Skill: vector.In(.6), Attainable: vector.In(.8),
			Belief: vector.In(2.0), Upkeep: vector.In(.5), Rejection: vector.In(1e6),
		}
		clocks[at] = vector.Clock{Left: vector.In(1e6), Pace: vector.In(1.0), Own: vector.In(.01), Others: vector.In(.02)}
	}
	for k := range terms {
		supply[k] = vector.Supply{Weight: vector.In(.4), Rest: vector.In(3.0), Alive: vector.In(1.0)}
		terms[k].WIIFM, terms[k].Help = vector.In(2.0), .05
		terms[k].Effects[0] = vector.In(.05)
	}
	rates := vector.UseRates{
		Best: vector.In(.6), InverseBest: vector.In(1 / .6), Practice: vector.In(2.0), Saves: vector.In(.3), BenefitShare: vector.In(.5),
		OtherShare: vector.In(.5), Believe: vector.In(.1), Adjust: vector.In(.2), Learn: vector.In(.1), Fade: vector.In(.01),
		Reject: vector.In(.01), Unused: vector.In(1e-4), Dropped: vector.In(.03), LeastBenefit: vector.In(1e-9), Mandate: vector.In(.5),
		BurdenOfMandate: vector.In(1.0),
	}
	around := make([]vector.Around, tools)
	for k := range around {
		around[k] = vector.Around{OfTeam: .1, Team: 4, OfFirm: .01, Firm: 60}
	}
	for _, k := range []struct {
		name string
		team func(t int)
	}{
		{"shares", func(t int) { vector.ShareOut(seats[t*groups:][:groups], supply, shares) }},
		{"consider", func(t int) { vector.Consider(clocks[t*groups*tools:], use[t*groups*tools:], tools, groups, around) }},
		{"use", func(t int) {
			vector.UseTools(seats[t*groups:][:groups], &rates, terms, []int{0, 1, 2}, use[t*groups*tools:], shares, week, &sums)
		}},
	} {
		run := func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				k.team(i % teams)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(groups*vector.Lanes), "ns/person")
		}
		b.Run(k.name, run)
		b.Run(k.name+" alone", func(b *testing.B) { vector.Alone(func() { run(b) }) })
	}
}
