// Package format writes numbers for people: at most three significant figures, k and
// M for large ones, percent apart from percentage points, money with its currency,
// words where there is no number.
package format

import (
	"math"
	"strconv"
	"strings"

	"threep/assets"
	"threep/sim"
)

// WeeksPerMonth is the length of a month [weeks].
const WeeksPerMonth = 52.0 / 12

// minus is the sign that is as wide as a plus.
const minus = "−"

// Number writes v with at most three significant figures: 0.0123, 12.3, 1,230,
// 12.3k, 1.23M. What is not finite is "not defined".
func Number(v float64) string {
	if !finite(v) {
		return assets.T("format.undefined")
	}
	v = round3(v)
	size := math.Abs(v)
	scale, suffix := magnitude(size)
	return trim(plain(v/scale, decimals3(size/scale))) + suffix
}

// Signed writes v as Number does, with a plus where it is above zero.
func Signed(v float64) string { return sign(v, Number(v)) }

// Percent writes a share: 12.3%.
func Percent(share float64) string {
	if !finite(share) {
		return assets.T("format.undefined")
	}
	return assets.F("format.percent", small(share*100))
}

// Points writes a difference of shares in percentage points, with its sign.
func Points(difference float64) string {
	if !finite(difference) {
		return assets.T("format.undefined")
	}
	return assets.F("format.points", sign(difference, small(difference*100)))
}

// Money writes an amount with its ISO currency code: EUR 1.23M.
func Money(v float64, currency string) string {
	text := Number(v)
	if !finite(v) || currency == "" {
		return text
	}
	if bare, negative := strings.CutPrefix(text, minus); negative {
		return minus + currency + "\u00a0" + bare
	}
	return currency + "\u00a0" + text
}

// indexDecimals is how fine an index is written: effectiveness moves by tenths.
const indexDecimals = 1

// RoundIndex rounds an index as Index writes it, for sums that must come out as shown.
func RoundIndex(v float64) float64 {
	scale := math.Pow10(indexDecimals)
	return math.Round(v*scale) / scale
}

// Index writes an index with one decimal, whatever its size: 99.5, 100.0, 1,234.5.
func Index(v float64) string {
	if !finite(v) {
		return assets.T("format.undefined")
	}
	return plain(RoundIndex(v), indexDecimals)
}

// Value writes a value with its unit.
func Value(v float64, unit sim.Unit, currency string) string {
	if !finite(v) {
		return assets.T("format.undefined")
	}
	switch unit {
	case sim.UnitShare:
		return Percent(v)
	case sim.UnitMoney:
		return Money(v, currency)
	case sim.UnitCount, sim.UnitLog, sim.UnitR:
		return Number(v)
	case sim.UnitPercentage:
		return Index(v)
	case sim.UnitFactor:
		return assets.F("format.factor", Number(v))
	}
	number := Number(v)
	if one := "format.one." + string(unit); number == "1" && assets.Has(one) {
		return assets.T(one)
	}
	return number + "\u00a0" + assets.T("unit."+string(unit)+".short")
}

// Difference writes the difference of two values of a unit, with its sign; shares
// differ by percentage points.
func Difference(v float64, unit sim.Unit, currency string) string {
	if unit == sim.UnitShare {
		return Points(v)
	}
	return sign(v, Value(v, unit, currency))
}

// Month is the month after today that a week belongs to. Weeks are counted as in
// files and graphs: week 1 ends seven days after today. A month is 52/12 weeks, and a
// week belongs to the month in which it ends.
func Month(week float64) int {
	return int(math.Max(1, math.Ceil(week/WeeksPerMonth-1e-9)))
}

// LastWeek is the last week of a month: what a figure shows for that month.
func LastWeek(month int) int { return int(math.Floor(float64(month)*WeeksPerMonth + 1e-9)) }

// Week writes the month that a week after today belongs to, in words: "month 14".
func Week(week float64) string {
	if !finite(week) {
		return assets.T("format.undefined")
	}
	if week <= 0 {
		return assets.T("format.today")
	}
	return assets.F("format.month", Month(week))
}

// PaybackWeek is the week in which a programme has paid back: the first at whose end
// the cash gained is at zero or above for good. The model counts the weeks at whose end
// it was not yet; 0 is a programme that never costs more than it brings.
func PaybackWeek(weeksBefore float64) float64 {
	if weeksBefore <= 0 {
		return 0
	}
	return weeksBefore + 1
}

// Payback writes the month of payback, or that there is none within the horizon.
func Payback(weeksBefore, horizonWeeks float64) string {
	if !finite(weeksBefore) {
		return assets.F("format.not_within", Span(horizonWeeks))
	}
	return Week(PaybackWeek(weeksBefore))
}

// Span writes a time: years where it is whole years, else months, else weeks.
func Span(weeks float64) string {
	months := weeks / WeeksPerMonth
	switch {
	case weeks >= 52 && whole(weeks/52):
		return Value(math.Round(weeks/52), sim.UnitYears, "")
	case months >= 1 && whole(months):
		return Value(math.Round(months), sim.UnitMonths, "")
	}
	return Value(weeks, sim.UnitWeeks, "")
}

// Ticks writes the values of an axis alike: one scale, one number of decimals.
func Ticks(values []float64, unit sim.Unit, currency string) []string {
	largest, step := 0.0, math.Inf(1)
	for i, v := range values {
		largest = math.Max(largest, math.Abs(v))
		if i > 0 {
			step = math.Min(step, math.Abs(v-values[i-1]))
		}
	}
	factor := 1.0
	if unit == sim.UnitShare {
		factor = 100
	}
	scale, suffix := magnitude(largest * factor)
	if len(values) < 2 || !finite(step) || step <= 0 {
		step = largest
	}
	digits := decimalsOfStep(step * factor / scale)
	out := make([]string, len(values))
	for i, v := range values {
		text := plain(v*factor/scale, digits) + suffix
		if v == 0 {
			text = "0"
		}
		if unit == sim.UnitShare {
			text = assets.F("format.percent", text)
		}
		out[i] = text
	}
	if unit == sim.UnitMoney && currency != "" && len(out) > 0 {
		last := len(out) - 1
		out[last] = currency + "\u00a0" + out[last] // the topmost tells for all
	}
	return out
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func whole(v float64) bool { return math.Abs(v-math.Round(v)) < 1e-9 }

// round3 rounds to three significant figures.
func round3(v float64) float64 {
	if v == 0 {
		return 0
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 2, 64), 64)
	if err != nil {
		return v
	}
	return r
}

// magnitude is the scale of a number of a size that is rounded already, and the sign
// of that scale. Numbers below 10,000 are written out.
func magnitude(size float64) (scale float64, suffix string) {
	switch {
	case size < 1e4:
		return 1, ""
	case size < 1e6:
		return 1e3, assets.T("format.thousand")
	case size < 1e9:
		return 1e6, assets.T("format.million")
	case size < 1e12:
		return 1e9, assets.T("format.billion")
	case size < 1e15:
		return 1e12, assets.T("format.trillion")
	}
	power := math.Floor(math.Log10(size))
	return math.Pow(10, power), "e" + strconv.Itoa(int(power))
}

// decimals3 is the number of decimals that makes three significant figures.
func decimals3(size float64) int {
	if size == 0 {
		return 0
	}
	return min(12, max(0, 2-int(math.Floor(math.Log10(size)+1e-12))))
}

// decimalsOfStep is the number of decimals that tells multiples of a step apart.
func decimalsOfStep(step float64) int {
	if !(step > 0) {
		return 0
	}
	for digits := 0; digits < 9; digits++ {
		scaled := step * math.Pow(10, float64(digits))
		if math.Abs(scaled-math.Round(scaled)) < 1e-6*scaled {
			return digits
		}
	}
	return decimals3(step)
}

// small writes a number of percent: three significant figures, but not more than
// one decimal from 1 on, and two below.
func small(v float64) string {
	v = round3(v)
	size := math.Abs(v)
	switch {
	case size >= 1e4:
		return Number(v)
	case size >= 1:
		return trim(plain(v, min(1, decimals3(size))))
	}
	return trim(plain(v, 2))
}

// plain writes a number with thousands separators and a proper minus.
func plain(v float64, decimals int) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	integer, fraction, _ := strings.Cut(text, ".")
	for i := len(integer) - 3; i > 0; i -= 3 {
		integer = integer[:i] + assets.T("format.separator") + integer[i:]
	}
	if fraction != "" {
		integer += assets.T("format.decimal") + fraction
	}
	if v < 0 && strings.Trim(text, "0.") != "" {
		return minus + integer
	}
	return integer
}

// trim leaves zeros at the end of a fraction away.
func trim(text string) string {
	if !strings.Contains(text, assets.T("format.decimal")) {
		return text
	}
	return strings.TrimSuffix(strings.TrimRight(text, "0"), assets.T("format.decimal"))
}

func sign(v float64, text string) string {
	if finite(v) && v > 0 && strings.Trim(text, "0.,%") != "" {
		return "+" + text
	}
	return text
}
