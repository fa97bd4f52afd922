package verdict

import (
	"math"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

const (
	quarterWeeks = 13
	yearWeeks    = 52
	// noticedDrift is how far a baseline moves before it wants an explanation.
	noticedDrift = .04
)

// Drift explains why a baseline of real people moves although nothing is
// decided: the file says who holds the seats today and nothing of who has just left, so
// that vacancies, newcomers and their ramp begin after today. It is empty where the
// people are drawn, from an organisation that is at rest, or where little moves.
func Drift(r *sim.Result) string {
	s := r.Scenario
	if s == nil || len(s.Roster) == 0 || !s.Mechanisms.LeavingHiring || r.Weeks < yearWeeks {
		return ""
	}
	revenue := r.WeeklyMean(sim.WeekRevenue, sim.Assumed)
	first, last := meanOf(revenue[:quarterWeeks])*quarterWeeks, meanOf(revenue[r.Weeks-yearWeeks:])*quarterWeeks
	if moved := last/first - 1; math.IsNaN(moved) || math.IsInf(moved, 0) || moved > -noticedDrift {
		return ""
	}
	filled := 0
	for i := range s.Roster {
		if !s.Roster[i].Vacant {
			filled++
		}
	}
	seats := float64(len(s.Roster))
	later := meanOf(r.WeeklyMean(sim.WeekHeadcount, sim.Assumed)[r.Weeks-yearWeeks:]) / seats
	money := func(v float64) string { return format.Money(v, s.Organisation.Currency) }
	return assets.F("verdict.drift", money(first), money(last), format.Percent(float64(filled)/seats), format.Percent(later))
}

func meanOf(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
