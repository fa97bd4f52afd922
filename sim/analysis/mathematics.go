package analysis

import (
	"math"

	"threep/sim"
)

// mathematics are the limits that the model must give exactly, or to an error
// that is stated.
func mathematics() []*Check {
	return []*Check{
		{
			ID: "C1", Kind: Mathematics, Window: Window{1, bassWeeks},
			Setups: []Setup{
				bassSetup(10000, 0, 1),
				bassSetup(10000, .9, .1),
			},
			Lines: []Line{
				{ID: "deviation", Unit: sim.UnitFactor, Rule: Estimate, Low: math.Inf(-1), High: .005},
				between("five_years", sim.UnitShare, .3312-.005, .3312+.005),
				between("peak", sim.UnitYears, 6.19-.30, 6.19+.30),
				below("team_slower", sim.UnitShare, Upper999, 0),
			},
			Runs: Runs{200, 400}, Seed: 11, FalseAlarm: rare, Sources: []string{"bassfirm"},
			measure: measureC1,
		},
		{
			ID: "C2", Kind: Mathematics,
			Setups: []Setup{{World: "default", Bare: true, Alone: true, Set: []Value{
				{"leaving.voluntary", .15},
				{"leaving.first_year", 1.6},
				{"leaving.second_year", 1},
				{"leaving.later", 1},
				{"leaving.involuntary", 0},
				{"ramp.weeks", 26},
				{"organisation.seats", 240},
			}}},
			Lines: []Line{
				exactly("ramping", sim.UnitCount, 5/(1./6+.02), 1e-9),
				exactly("ramped", sim.UnitCount, 5/(1./6+.02)/6/.0125, 1e-9),
				between("seats_vacant", sim.UnitShare, -.001, .001),
				between("seats_ramping", sim.UnitShare, -.002, .002),
				between("seats_ramped", sim.UnitShare, -.003, .003),
			},
			Runs: Runs{20, 60}, Seed: 1, FalseAlarm: rare, Sources: []string{"design"},
			measure: measureC2,
		},
		{
			ID: "C3", Kind: Mathematics,
			Setups: []Setup{{World: "default", Bare: true, Alone: true, Set: []Value{
				{"leaving.voluntary", rateOf(.15)},
				{"leaving.first_year", 1},
				{"leaving.second_year", 1},
				{"leaving.later", 1},
				{"leaving.involuntary", 0},
				{"organisation.seats", 100000},
			}}},
			Lines: []Line{
				exactly("one_year", sim.UnitShare, .85, 1e-9),
				exactly("two_years", sim.UnitShare, .7225, 1e-9),
				exactly("three_years", sim.UnitShare, .614125, 1e-9),
				none("cohort", .007),
			},
			Runs: Runs{1, 1}, Seed: 1, FalseAlarm: Rates{1e-4, 1e-4}, Sources: []string{"design"},
			measure: measureC3,
		},
		{
			ID: "C4", Kind: Mathematics, Lines: pipelineLines(),
			Runs: Runs{1, 1}, Seed: 1, Sources: []string{"design"},
			measure: measureC4,
		},
		{
			ID: "C5", Kind: Mathematics, Window: horizon,
			Setups: []Setup{
				{World: "default", Bare: true},
				{World: "3p-ready", Bare: true},
				{World: "unready", Bare: true},
				{World: "floor-people", Bare: true},
			},
			Lines: []Line{none("differing", 0), none("headline", 0)},
			Runs:  Runs{5, 20}, Seed: 3, Sources: []string{"design"},
			measure: measureC5,
		},
		{
			ID: "C6", Kind: Mathematics, Window: horizon,
			Setups: []Setup{{World: "3p-ready", Alone: true, Set: []Value{
				{"organisation.seats", 40},
				{"training.hours", 20},
				{"coaching.hours", .2},
				{"process.raise_all", .5},
				{"product.fit", .1},
				{"infrastructure.raise", .1},
				{"hiring.candidates", 2},
				{"hiring.replace_rate", .5},
				{"rollout.incentive", .01},
			}}},
			Lines: []Line{
				none("workers", 0), none("batches", 0), none("rows", 0),
				none("money", 1e-9), none("other", 1e-9),
			},
			Runs: Runs{6, 12}, Seed: 5, Sources: []string{"design"},
			measure: measureC6,
		},
		{
			ID: "C7", Kind: Mathematics, Window: thirdYear,
			Setups: []Setup{{World: "default"}, {World: "3p-ready"}, {World: "floor-people"}},
			Lines:  []Line{none("factors", 1e-9), none("mean", 1e-9)},
			Runs:   Runs{20, 100}, Seed: 2, Sources: []string{"design"},
			measure: measureC7,
		},
		{
			ID: "C8", Kind: Mathematics, Window: horizon, Setups: everyWorld(),
			Lines: []Line{
				none("opportunities", 1e-9), none("people", 1e-9), none("hours", 1e-9), none("money", 1e-9),
				none("not_finite", 0),
			},
			Runs: Runs{2, 10}, Seed: 3, Sources: []string{"design"},
			measure: measureC8,
		},
		{
			ID: "C9", Kind: Mathematics, Window: horizon, Setups: people(),
			Lines: driftLines(),
			Runs:  untouched, Seed: 1, FalseAlarm: Rates{.01, .01}, Sources: []string{"design"},
			measure: measureC9,
		},
	}
}

// bassWeeks is how long adoption by itself is followed.
const bassWeeks = 480

// bassSetup is a firm in which nothing but innovation and imitation moves
// adoption: one tool, everybody aware at once, nobody leaves, no manager, and
// the weights of team and firm among the relevant others.
func bassSetup(seats, team, firm float64) Setup {
	return Setup{
		World: "default", Tools: []string{"mobile"}, Alone: true, Off: []string{wiifm, managers, leavingHiring},
		Set: []Value{
			{"organisation.seats", seats},
			{"organisation.team_size", 20},
			{"organisation.horizon_weeks", 520},
			{"adoption.innovation", .03},
			{"adoption.imitation", .38},
			{"adoption.ease", 0},
			{"adoption.attitude_sd", 0},
			{"adoption.team_weight", team},
			{"adoption.manager_weight", 0},
			{"adoption.firm_weight", firm},
			{"rollout.start", 0},
			{"rollout.announcement", 0},
			{"rollout.training_before", 0},
			{"rollout.training_after", 0},
		},
	}
}

// everyWorld are the worlds whose books are looked at.
func everyWorld() []Setup {
	var list []Setup
	for _, world := range append([]string{"default", "3p-ready", "unready", "weak-process", "crm-elixir"}, floors()...) {
		list = append(list, Setup{World: world, Alone: true})
	}
	return list
}

// drifting are the outcomes that must stand still. Those that are standardised
// drift in standard deviations: a hundredth of one stands for 1% of a level.
func drifting() []struct {
	line         string
	outcome      sim.Weekly
	limit        float64
	standardised bool
} {
	return []struct {
		line         string
		outcome      sim.Weekly
		limit        float64
		standardised bool
	}{
		{"qualified", sim.WeekQualified, .005, true},
		{"headcount", sim.WeekHeadcount, .01, false},
		{"tenure", sim.WeekTenure, .01, false},
		{"skill", sim.WeekSkill, .01, false},
		{"savvy", sim.WeekSavvy, .01, true},
		{"maturity", sim.WeekMaturity, .01, false},
		{"rating", sim.WeekRating, .01, true},
		{"pipeline", sim.WeekPipeline, .01, false},
		{"revenue", sim.WeekRevenue, .01, false},
	}
}

func driftLines() []Line {
	var list []Line
	for _, d := range drifting() {
		unit := sim.UnitShare
		if d.standardised && d.outcome != sim.WeekQualified {
			unit = sim.UnitSD
		}
		list = append(list, between(d.line, unit, -d.limit, d.limit))
	}
	return list
}
