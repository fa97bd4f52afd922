package evidence

import (
	"strconv"
	"strings"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

// Figure writes a number with as much of its unit as belongs behind it: percent, money,
// times; what a scale is called stands beside it.
func Figure(v float64, unit sim.Unit, currency string) string {
	switch unit {
	case sim.UnitShare:
		return assets.F("format.percent", Exact(roundShare(v)))
	case sim.UnitPoints, sim.UnitFactor, sim.UnitLog, sim.UnitR, sim.UnitCount, sim.UnitLevel:
		return Exact(v)
	case sim.UnitMoney:
		if currency == "" {
			return Exact(v)
		}
		return currency + "\u00a0" + Exact(v)
	case sim.UnitSD:
		return Exact(v) + "\u00a0" + assets.T("unit.sd.short")
	}
	if one := "format.one." + string(unit); v == 1 && assets.Has(one) {
		return assets.T(one)
	}
	return Exact(v) + "\u00a0" + assets.T("unit."+string(unit)+".short")
}

// Exact writes a number with all its digits, with a proper minus.
func Exact(v float64) string {
	text := strconv.FormatFloat(v, 'f', -1, 64)
	whole, fraction, dotted := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + assets.T("format.separator") + whole[i:]
	}
	if dotted {
		whole += assets.T("format.decimal") + fraction
	}
	if v < 0 {
		return "−" + whole
	}
	return whole
}

// roundShare turns a share into percent without the noise of floats.
func roundShare(v float64) float64 {
	percent, err := strconv.ParseFloat(strconv.FormatFloat(v*100, 'f', 6, 64), 64)
	if err != nil {
		return v * 100
	}
	return percent
}

// span writes a range, or one figure where both ends are the same. The unit stands
// behind the range, but for percent.
func span(low, high float64, unit sim.Unit, currency string) string {
	first, last := Figure(low, unit, currency), Figure(high, unit, currency)
	if low == high {
		return first
	}
	switch unit {
	case sim.UnitShare:
	case sim.UnitMoney:
		last = Exact(high)
	default:
		first = Exact(low)
	}
	return assets.F("evidence.range", first, last)
}

// FigureOf writes a finding's figure; money of findings is in US dollars.
func FigureOf(f *sim.Finding) string {
	if !f.HasFigure() {
		return assets.T("evidence.no_figure")
	}
	return span(f.Low, f.High, f.Unit, dollars)
}

// dollars is the currency of the works' figures.
const dollars = "USD"

// unitName is what the numbers of a unit count.
func unitName(u sim.Unit) string { return assets.T("unit." + string(u) + ".name") }

// GradeShort is a grade as a list shows it.
func GradeShort(g sim.Grade) string {
	if g == "" {
		return assets.T("evidence.no_grade")
	}
	return assets.T("evidence.grade_short." + string(g))
}

// ParameterGrade is the grade of a parameter's default in short; where the size is
// judged and a work gives the direction, it says both.
func ParameterGrade(p *sim.Param) string {
	if p.Direction != "" {
		return assets.F("evidence.grade_short.directed", GradeShort(p.Direction))
	}
	return GradeShort(p.Grade)
}

// gradeSentence says what a grade means.
func gradeSentence(g sim.Grade) string {
	if g == "" {
		return assets.T("evidence.no_grade")
	}
	return assets.T("word.grade." + string(g))
}

// Authors is who wrote a work, in a few words, as a short citation has them.
func Authors(w sim.Source) string {
	who, _, _ := strings.Cut(w.Cite, " (")
	before, after, joint := strings.Cut(who, " & ")
	if !joint {
		who, _, _ = strings.Cut(who, ", ")
		return who
	}
	if first, _, more := strings.Cut(before, ", "); more {
		return assets.F("evidence.et_al", first)
	}
	second, _, _ := strings.Cut(after, ", ")
	return before + " & " + second
}

// year is the year of a finding, in words where it is not known.
func year(y int) string {
	if y == 0 {
		return assets.T("evidence.unknown_year")
	}
	return strconv.Itoa(y)
}

// number writes a plain number with at most three figures.
func number(v float64) string { return format.Number(v) }
