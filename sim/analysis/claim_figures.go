package analysis

import (
	"math"

	"threep/sim"
)

// Figure is what a curve shows.
type Figure string

// The figures: what the tools bring the unqualified less a tenth of what they
// bring the qualified, and either, as a share of an average rep's sales; the share
// of futures in which the tools pay; the mean net present value of the tools over
// the baseline's gross margin of the third year; the paired difference of gross
// margin over the baseline's; the share of futures in which the tools lose.
const (
	FigureDifference  Figure = "unqualified_less_tenth"
	FigureQualified   Figure = "qualified"
	FigureUnqualified Figure = "unqualified"
	FigurePays        Figure = "pays"
	FigureNPV         Figure = "value"
	FigureGain        Figure = "gain"
	FigureLoses       Figure = "loses"
)

// ClaimRuns are the futures of each simulation, by claim.
type ClaimRuns struct {
	A4 int `json:"a4"`
	A8 int `json:"a8"`
	A9 int `json:"a9"`
}

// claimFigure is a figure of a claim in a world.
type claimFigure struct {
	claim  string
	figure Figure
	world  string
}

// claimChecks are the simulations that three claims ask for under some values of
// parameters, with the setups and windows of the claims' own checks.
func claimChecks(set []Value, runs ClaimRuns, seed uint64, expected bool) []*Check {
	check := func(id string, window Window, n int, setups ...Setup) *Check {
		for i := range setups {
			setups[i].Set, setups[i].Expected = set, expected
		}
		return &Check{ID: id, Window: window, Runs: Runs{n, n}, Seed: seed, Setups: setups}
	}
	list := []*Check{
		check("A4", secondYear, runs.A4, Setup{World: "3p-ready", Off: []string{leavingHiring}, People: true, Weeks: 104}),
		check("A8", horizon, runs.A8, Setup{World: "3p-ready"}),
	}
	var worlds []Setup
	for _, world := range floors() {
		worlds = append(worlds, Setup{World: world})
	}
	return append(list, check("A9", thirdYear, runs.A9, worlds...))
}

// measureClaims simulates what claimChecks ask for, which must be claimed, and
// takes the figures by the estimators of the claims' own checks.
func (l *lab) measureClaims(checks []*Check) (map[claimFigure]estimate, error) {
	found := map[claimFigure]estimate{}
	for _, c := range checks {
		t := &trial{lab: l, check: c, found: map[string]estimate{}}
		if c.ID == "A4" {
			if err := measureA4(t, 0, ""); err != nil {
				return nil, err
			}
			for line, e := range t.found {
				found[claimFigure{c.ID, Figure(line), c.Setups[0].World}] = e
			}
			continue
		}
		for i := range c.Setups {
			o, err := t.sim(i)
			if err != nil {
				return nil, err
			}
			world := c.Setups[i].World
			if c.ID == "A8" {
				found[claimFigure{c.ID, FigurePays, world}] = uncertainShare(o.pays(), o.result.Runs)
				found[claimFigure{c.ID, FigureNPV, world}] = o.value()
				continue
			}
			found[claimFigure{c.ID, FigureGain, world}] = o.gain(c.Window)
			found[claimFigure{c.ID, FigureLoses, world}] = uncertainShare(o.loses(), o.result.Runs)
		}
	}
	return found, nil
}

// uncertainShare gives a share of n futures a standard error that is not nothing
// where all or none count: that of Agresti and Coull, with four futures more, two
// of which count.
func uncertainShare(e estimate, n int) estimate {
	p := (e.value*float64(n) + 2) / float64(n+4)
	e.se = math.Sqrt(p * (1 - p) / float64(n+4))
	return e
}

// value is the mean net present value of the decisions over the baseline's gross
// margin of the third year.
func (o *observed) value() estimate {
	return ratioOf(o.result.Values(sim.TotalNPV, sim.Decided), o.sum(sim.WeekGrossMargin, sim.Assumed, thirdYear))
}
