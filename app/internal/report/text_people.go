package report

import (
	"math"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

// maxPeopleShown is how many people of a roster the terminal lists.
const maxPeopleShown = 200

// people is the table of the people of a roster.
func (t *text) people() {
	people := t.People.List()
	t.heading(assets.F("report.people.heading", len(people)))
	paragraph(t.Writer, "", assets.T("report.people.explain"))
	g := &grid{left: 1}
	g.add(
		assets.T("report.people.alias"), assets.T("report.people.tenure"), assets.T("report.people.rating"),
		assets.T("report.people.past"), assets.T("report.people.relative"),
		assets.F("report.people.expected", t.currency()), assets.F("report.people.scenario", t.currency()),
		assets.T("report.people.qualified"),
	)
	g.rule()
	for i := range people {
		if i == maxPeopleShown {
			break
		}
		p := &people[i]
		g.add(
			p.Alias, tenure(p.Tenure), known(p.Rating, rating),
			known(p.PastSales, twoDecimals), known(p.Relative, twoDecimals),
			quartiles(p.Expected), quartiles(p.WithScenario), qualifiedChance(p),
		)
	}
	g.write(t.Writer)
	if left := len(people) - maxPeopleShown; left > 0 {
		t.line(assets.F("report.people.more", left, PeopleFile))
	}
	paragraph(t.Writer, "", assets.T("report.people.no_instrument"))
}

// rating is in standard deviations from the roster's mean.
func rating(v float64) string {
	sign := "+"
	if v < 0 {
		sign = "−"
	}
	return assets.F("report.people.rating_number", sign, math.Abs(v))
}

func twoDecimals(v float64) string { return assets.F("report.people.relative_number", v) }

// known writes a value, or that it is not known.
func known(v float64, write func(float64) string) string {
	if !finite(v) {
		return assets.T("report.people.unknown")
	}
	return write(v)
}

func tenure(weeks float64) string {
	return known(weeks, func(v float64) string {
		if v < 2*weeksYear {
			return assets.F("report.people.months", v/format.WeeksPerMonth)
		}
		return assets.F("report.people.years", v/weeksYear)
	})
}

// quartiles is the range of the middle half of futures.
func quartiles(s sim.Summary) string {
	if !finite(s.P25) {
		return assets.T("report.people.unknown")
	}
	return between(format.Number(s.P25), format.Number(s.P75))
}

// qualifiedChance is a chance, never a verdict.
func qualifiedChance(p *Person) string {
	if p.Draws == 0 {
		return assets.T("report.people.unknown")
	}
	const of = 10
	switch k := int(p.Qualified*of + .5); k {
	case 0:
		return assets.F("report.people.draws", assets.F("verdict.share.under", of))
	case of:
		return assets.F("report.people.draws", assets.F("verdict.share.over", of-1, of))
	default:
		return assets.F("report.people.draws", assets.F("verdict.share.of", k, of))
	}
}
