package chart

import (
	"math"

	"threep/assets"
	"threep/sim"
)

// weeksYear is the window of turnover [weeks].
const weeksYear = 52

// turnover is exits over mean occupied seats, a year, over the last 52 weeks or those
// there are; before the first quarter has passed it would be an accident.
func (b *builder) turnover() {
	b.figure.Panels = []Panel{b.single(outcome{derive: func(get func(sim.Weekly) []float64) []float64 {
		voluntary, letGo, seats := get(sim.WeekVoluntary), get(sim.WeekLetGo), get(sim.WeekHeadcount)
		rate := make([]float64, len(seats))
		exits, held := 0.0, 0.0
		for k := range rate {
			exits += voluntary[k] + letGo[k]
			held += seats[k]
			if j := k - weeksYear; j >= 0 {
				exits -= voluntary[j] + letGo[j]
				held -= seats[j]
			}
			rate[k] = math.NaN()
			if k+1 >= quarterWeeks && held > 0 {
				rate[k] = exits / held * weeksYear
			}
		}
		return rate
	}}, sim.UnitShare)}
}

// sellingTime is selling hours over all hours of the week.
func (b *builder) sellingTime() {
	parts := []sim.Weekly{
		sim.WeekSellingHours, sim.WeekAdminHours, sim.WeekSearchHours, sim.WeekMeetingHours,
		sim.WeekTrainingHours, sim.WeekCoachingHours, sim.WeekUpkeepHours,
	}
	b.figure.Panels = []Panel{b.single(outcome{derive: func(get func(sim.Weekly) []float64) []float64 {
		share := make([]float64, b.facts.Weeks)
		all := make([]float64, b.facts.Weeks)
		for _, part := range parts {
			for k, hours := range get(part) {
				all[k] += hours
			}
		}
		for k, selling := range get(parts[0]) {
			share[k] = selling / all[k] // no hours: not defined
		}
		return share
	}}, sim.UnitShare)}
}

// ends are the three ends of a forecast opportunity, from the bottom up.
var ends = [...]struct {
	weekly  sim.Weekly
	id      string
	hue     Hue
	hatched bool
}{
	{sim.WeekWon, "won", HueRoutine, false},
	{sim.WeekLost, "lost", HueRejected, true},
	{sim.WeekNoDecision, "no_decision", HueAware, false},
}

// forecastEnds stacks what becomes of the opportunities that were decided in the last
// 13 weeks.
func (b *builder) forecastEnds() {
	p := Panel{Y: Axis{Unit: sim.UnitShare, Range: Range{0, 1}}}
	var counts [len(ends)][]float64
	all := make([]float64, b.facts.Weeks)
	for i, e := range ends {
		counts[i] = b.mean(outcome{weekly: e.weekly, quarter: true}, sim.Decided)
		for k, v := range counts[i] {
			all[k] += v
		}
	}
	below := make([]float64, b.facts.Weeks)
	for i, e := range ends {
		above := make([]float64, len(below))
		for k := range above {
			above[k] = below[k] + counts[i][k]/all[k]
		}
		key := "chart.forecast_ends." + e.id
		p.Areas = append(p.Areas, Area{
			ID: "scenario." + e.id, Label: assets.T(key), Short: assets.T(key + "_short"), Hue: e.hue, Hatched: e.hatched, Low: below, High: above,
		})
		below = above
	}
	b.figure.Panels = []Panel{p}
	b.figure.Note = b.meanNote()
}

// rampWeeks is how long the ramp of a new rep is looked at [weeks].
const rampWeeks = 78

// ramp shows what is assumed of new reps: it rests on assumptions alone, not on futures.
func (b *builder) ramp() {
	b.figure.X = TimeAxis{Max: rampWeeks, Quarters: b.o.Quarters, FromHire: true}
	for k := range rampWeeks {
		b.figure.X.Weeks = append(b.figure.X.Weeks, float64(k+1))
	}
	b.figure.Verges, b.figure.Note = nil, assets.T("chart.ramp.note")
	p := Panel{Y: Axis{Unit: sim.UnitShare, Range: Range{0, 1}}}
	key := "chart.ramp.series"
	mine := Series{ID: "assumed.ramp", Label: assets.T(key), Short: assets.T(key), Hue: HueScenario, Width: Thick, Y: rampCurve(b.facts.Ramp)}
	p.Series = append(p.Series, mine)
	published := rampCurve(b.facts.PublishedRamp)
	for k := range published {
		if published[k] != mine.Y[k] {
			base := names{key: "plain"}.series(sim.Baseline, true)
			base.Y, base.Hue, base.Width = published, HueBaseline, Thin
			p.Series = append(p.Series, base)
			break
		}
	}
	b.figure.Panels = []Panel{p}
}

// rampCurve is the mean rate of new reps by weeks since they were hired: each climbs
// evenly to the full rate, in a time of their own.
func rampCurve(roles []RampOf) []float64 {
	const people = 101
	y := make([]float64, rampWeeks)
	for _, r := range roles {
		for i := range people {
			z := math.Sqrt2 * math.Erfinv(2*(float64(i)+.5)/people-1)
			weeks := r.Weeks * math.Exp(r.Spread*z)
			for k := range y {
				y[k] += r.Share / people * math.Min(1, r.Start+(1-r.Start)*float64(k+1)/weeks)
			}
		}
	}
	for k := range y {
		y[k] = math.Min(1, y[k]) // sums of floats
	}
	return y
}
