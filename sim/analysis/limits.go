package analysis

import (
	"math"

	"threep/sim"
)

// The figures that the limits of adoption are held against.
const (
	bassInnovation = .03
	bassImitation  = .38
)

// bassShare is Bass's closed form, the share of adopters after t years:
//
//	F = (1 - e^-(p+q)t) / (1 + q/p e^-(p+q)t)
func bassShare(t float64) float64 {
	e := math.Exp(-(bassInnovation + bassImitation) * t)
	return (1 - e) / (1 + bassImitation/bassInnovation*e)
}

// measureC1 holds adoption by itself against Bass. Its figures are of the mean over
// runs; that of the largest deviation has the standard error of the week in which it
// is, and the peak one from groups of runs.
func measureC1(t *trial) error {
	alone := func(i, runs int) ([][]float64, error) {
		s, err := t.scenario(i)
		if err != nil {
			return nil, err
		}
		return sim.AdoptionAlone(t.ctx, s, runs, t.seedOf(t.check), bassWeeks)
	}
	share, err := alone(0, t.runs(t.check))
	if err != nil {
		return err
	}
	mean := meanCurve(share, func(int) bool { return true })
	worst, at := 0.0, 0
	for k, v := range mean {
		if d := math.Abs(v - bassShare(float64(k+1)/52)); d > worst {
			worst, at = d, k
		}
	}
	t.put("deviation", estimate{worst, meanOf(inWeek(share, at)).se})
	t.put("five_years", meanOf(inWeek(share, 5*52-1)))
	t.put("peak", estimate{peakOf(mean), peakError(share)})
	// Peers of the team and equal ones are compared on the same luck.
	few := max(4, t.runs(t.check)/10)
	team, err := alone(1, few)
	if err != nil {
		return err
	}
	slower := inWeek(team, 6*52)
	for i, v := range inWeek(share[:few], 6*52) {
		slower[i] -= v
	}
	t.put("team_slower", meanOf(slower))
	return nil
}

// inWeek are the shares of one week, run by run.
func inWeek(share [][]float64, week int) []float64 {
	out := make([]float64, len(share))
	for i := range share {
		out[i] = share[i][week]
	}
	return out
}

// meanCurve is the mean over some of the runs, week by week.
func meanCurve(share [][]float64, use func(run int) bool) []float64 {
	mean, n := make([]float64, len(share[0])), 0.0
	for i, x := range share {
		if !use(i) {
			continue
		}
		n++
		for k, v := range x {
			mean[k] += v
		}
	}
	for k := range mean {
		mean[k] /= n
	}
	return mean
}

// peakOf is when most adopt, in years. The rate is smoothed over 53 weeks: adopters
// from 26 weeks before a week to 26 after it.
func peakOf(share []float64) float64 {
	best, at := 0.0, 0
	for k := 27; k+26 < len(share); k++ {
		if rate := share[k+26] - share[k-27]; rate > best {
			best, at = rate, k+1
		}
	}
	return (float64(at) - .5) / 52
}

// peakGroups is the number of groups of runs, each with a peak of its own.
const peakGroups = 10

// peakError is the standard error of the peak of the mean of all runs, from the peaks
// of groups: where a curve is highest is no smooth function of it, so that leaving
// runs out says little.
func peakError(share [][]float64) float64 {
	groups := min(peakGroups, len(share))
	peaks := make([]float64, groups)
	for g := range peaks {
		peaks[g] = peakOf(meanCurve(share, func(run int) bool { return run%groups == g }))
	}
	return meanOf(peaks).se
}

// hiresAMonth is what C2 hires.
const hiresAMonth = 5

func measureC2(t *trial) error {
	s, err := t.scenario(0)
	if err != nil {
		return err
	}
	h, err := sim.ExpectedHeadcount(s, hiresAMonth, 60000)
	if err != nil {
		return err
	}
	t.put("ramping", exact(h.Ramping))
	t.put("ramped", exact(h.Ramped))
	// The engine fills seats and does not hire by the month: its own steps are held
	// against the closed form of seats that empty and fill.
	want, err := sim.ExpectedOccupation(s)
	if err != nil {
		return err
	}
	found, err := sim.SeatsAlone(t.ctx, s, t.runs(t.check), t.seedOf(t.check), seatsWarm, seatsWeeks)
	if err != nil {
		return err
	}
	for line, of := range map[string]func(*sim.Occupation) float64{
		"seats_vacant":  func(o *sim.Occupation) float64 { return o.Vacant },
		"seats_ramping": func(o *sim.Occupation) float64 { return o.Ramping },
		"seats_ramped":  func(o *sim.Occupation) float64 { return o.Ramped },
	} {
		off := make([]float64, len(found))
		for i := range found {
			off[i] = of(&found[i]) - of(&want)
		}
		t.put(line, meanOf(off))
	}
	return nil
}

// seatsWarm and seatsWeeks are how long seats empty and fill before they are looked
// at, and how long they are looked at then [weeks].
const seatsWarm, seatsWeeks = 2080, 5200

// rateOf is the rate a year at which so many leave within a year:
//
//	r = -ln(1 - P)
func rateOf(probability float64) float64 { return -math.Log1p(-probability) }

func measureC3(t *trial) error {
	s, err := t.scenario(0)
	if err != nil {
		return err
	}
	expected, err := sim.ExpectedCohort(s, 156)
	if err != nil {
		return err
	}
	for year, line := range []string{"one_year", "two_years", "three_years"} {
		t.put(line, exact(expected[52*(year+1)-1]))
	}
	left, err := sim.CohortAlone(t.ctx, s, t.seedOf(t.check), 156)
	if err != nil {
		return err
	}
	worst := 0.0
	for week, v := range left {
		worst = math.Max(worst, math.Abs(v-expected[week]))
	}
	t.put("cohort", exact(worst))
	return nil
}

// The pipeline of C4: monthly rates of advancing and losing by stage, arrivals
// a month, and what they come to.
var (
	pipelineAdvance = []float64{.30, .25, .30, .35}
	pipelineLose    = []float64{.20, .15, .10, .15}
	pipelineWins    = []float64{.196875, .328125, .525, .70}
	pipelineStocks  = []float64{80, 60, 37.5, 22.5}
)

const pipelineArrivals = 40

func pipelineLines() []Line {
	var list []Line
	for k := range pipelineWins {
		id := string(rune('1' + k))
		list = append(list,
			exactly("wins_"+id, sim.UnitShare, pipelineWins[k], 1e-9),
			exactly("stock_"+id, sim.UnitCount, pipelineStocks[k], 1e-9))
	}
	return append(list, none("little", 1e-9))
}

// pipelineAlone and conservation are the engine's; tests put broken ones in place.
var (
	pipelineAlone = sim.PipelineAlone
	conservation  = (*sim.Engine).Conservation
)

// measureC4 runs the engine's stages to their steady state, and follows one
// opportunity from each stage.
func measureC4(t *trial) error {
	stages := len(pipelineAdvance)
	steady, err := pipelineAlone(pipelineAdvance, pipelineLose, make([]float64, stages), pipelineArrivals, 1000)
	if err != nil {
		return err
	}
	flow, worst := float64(pipelineArrivals), 0.0
	for k := 0; k < stages; k++ {
		id := string(rune('1' + k))
		start := make([]float64, stages)
		start[k] = 1
		one, err := pipelineAlone(pipelineAdvance, pipelineLose, start, 0, 1000)
		if err != nil {
			return err
		}
		t.put("wins_"+id, exact(one.Won))
		t.put("stock_"+id, exact(steady.Stock[k]))
		// Little's law: the stock is the flow into the stage times the time in it,
		// which is what one opportunity spends there.
		worst = math.Max(worst, math.Abs(steady.Stock[k]-flow*one.Residence[k]))
		flow *= pipelineAdvance[k] * one.Residence[k]
	}
	t.put("little", exact(worst))
	return nil
}

// measureC9 takes the least-squares slope of every future, a year.
func measureC9(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	for _, d := range drifting() {
		slopes, levels := make([]float64, o.result.Runs), make([]float64, o.result.Runs)
		for i := range slopes {
			y := o.result.WeeklySample(d.outcome, sim.Decided, i) // nothing is decided: the baseline, to the last bit
			slopes[i] = 52 * slope(y)
			levels[i] = meanOf(y).value
		}
		if d.standardised {
			t.put(d.line, meanOf(slopes))
		} else {
			t.put(d.line, ratioOf(slopes, levels))
		}
	}
	return nil
}
