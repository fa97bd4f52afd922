package report

import (
	"strings"

	"threep/assets"
	"threep/sim"
)

const yearWeeks = 52

func meanOf(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// CostSaved says why the scenario costs less than its baseline in the last year: by the
// part of the cost that falls most.
func CostSaved(r *sim.Result) string {
	most, least := "cost_pay", 0.0
	for i, info := range sim.WeeklyInfo() {
		if !strings.HasPrefix(info.ID, "cost_") {
			continue
		}
		from := max(0, r.Weeks-yearWeeks)
		added := meanOf(r.WeeklyMean(sim.Weekly(i), sim.Decided)[from:]) - meanOf(r.WeeklyMean(sim.Weekly(i), sim.Assumed)[from:])
		if added < least {
			most, least = info.ID, added
		}
	}
	if most == "cost_pay" {
		return assets.T("report.text.saved_pay")
	}
	return assets.F("report.text.saved_other", assets.T("outcome."+most+".label"))
}
