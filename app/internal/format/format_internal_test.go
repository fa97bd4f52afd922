package format

import (
	"math"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"threep/sim"
)

func same(t *testing.T, got, want string) {
	t.Helper()
	if strings.ReplaceAll(got, "\u00a0", " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", -1: "−1", .5: "0.5", .01234: "0.0123", 12.345: "12.3", 112: "112", 99.96: "100",
		999.6: "1,000", 1234: "1,230", -1234: "−1,230", 9996: "10k", 12345: "12.3k", 999_999: "1M",
		1_234_567: "1.23M", 45_600_000: "45.6M", 1e9: "1bn", 2.5e12: "2.5tn", 3.21e17: "3.21e17",
		math.NaN(): "not defined", math.Inf(1): "not defined", 1e-300: "0",
	} {
		same(t, Number(v), want)
	}
}

func TestOtherKinds(t *testing.T) {
	same(t, Signed(3.21), "+3.21")
	same(t, Signed(0), "0")
	same(t, Signed(-2), "−2")
	same(t, Percent(.1234), "12.3%")
	same(t, Percent(1), "100%")
	same(t, Percent(.00123), "0.12%")
	same(t, Percent(math.NaN()), "not defined")
	same(t, Points(.0321), "+3.2 pp")
	same(t, Points(-.1), "−10 pp")
	same(t, Money(1_234_567, "EUR"), "EUR 1.23M")
	same(t, Money(-1_234_567, "EUR"), "−EUR 1.23M")
	same(t, Money(12, ""), "12")
	same(t, Value(.5, sim.UnitShare, ""), "50%")
	same(t, Value(14, sim.UnitWeeks, ""), "14 weeks")
	same(t, Value(1, sim.UnitWeeks, ""), "1 week")
	same(t, Value(108.44, sim.UnitPercentage, ""), "108.4")
	same(t, Value(100, sim.UnitPercentage, ""), "100.0")
	same(t, Index(1234.56), "1,234.6")
	same(t, Index(-12.34), "−12.3")
	same(t, Index(math.NaN()), "not defined")
	same(t, Difference(.44, sim.UnitPercentage, ""), "+0.4")
	same(t, Value(1.5, sim.UnitFactor, ""), "1.5×")
	same(t, Value(math.Inf(-1), sim.UnitMoney, "EUR"), "not defined")
	same(t, Difference(.05, sim.UnitShare, ""), "+5 pp")
	same(t, Difference(2e6, sim.UnitMoney, "EUR"), "+EUR 2M")
	same(t, Difference(-2e6, sim.UnitMoney, "EUR"), "−EUR 2M")
}

func TestTime(t *testing.T) {
	same(t, Week(0), "today")
	same(t, Week(1), "month 1")
	same(t, Week(52), "month 12")
	same(t, Week(53), "month 13")
	same(t, Payback(59, 156), "month 14")
	same(t, Payback(60, 156), "month 15") // in week 61, which ends in month 15
	same(t, Payback(0, 156), "today")
	same(t, Payback(math.NaN(), 156), "not within 3 years")
	same(t, Payback(math.NaN(), 52), "not within 1 year")
	same(t, Span(78), "18 months")
	same(t, Span(10), "10 weeks")
}

func TestTicksAreAlike(t *testing.T) {
	for _, c := range []struct {
		values []float64
		unit   sim.Unit
		want   []string
	}{
		{[]float64{0, .25, .5, .75, 1}, sim.UnitShare, []string{"0%", "25%", "50%", "75%", "100%"}},
		{[]float64{.1, .125, .15}, sim.UnitShare, []string{"10.0%", "12.5%", "15.0%"}},
		{[]float64{-1e6, 0, 1e6}, sim.UnitMoney, []string{"−1M", "0", "EUR 1M"}},
		{[]float64{0, 500_000, 1e6}, sim.UnitMoney, []string{"0", "0.5M", "EUR 1.0M"}},
		{[]float64{0, 2500, 5000}, sim.UnitCount, []string{"0", "2,500", "5,000"}},
		{[]float64{0, 20_000, 40_000}, sim.UnitCount, []string{"0", "20k", "40k"}},
		{[]float64{95, 100, 105}, sim.UnitPercentage, []string{"95", "100", "105"}},
		{nil, sim.UnitMoney, []string{}},
	} {
		got := Ticks(c.values, c.unit, "EUR")
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], "\u00a0", " ")
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("ticks of %v are %q, want %q", c.values, got, c.want)
		}
	}
}

// TestThreeFigures holds every number to three significant figures that are near it.
func TestThreeFigures(t *testing.T) {
	shape := regexp.MustCompile(`^−?[0-9,]+(\.[0-9]+)?(k|M|bn|tn|e[0-9]+)?$`)
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e14, 1e14).Draw(t, "v")
		if rapid.Bool().Draw(t, "small") {
			v /= 1e12
		}
		text := Number(v)
		if !shape.MatchString(text) {
			t.Fatalf("%g is written %q", v, text)
		}
		digits := strings.TrimLeft(regexp.MustCompile(`[^0-9]`).ReplaceAllString(text, ""), "0")
		if n := len(strings.TrimRight(digits, "0")); n > 3 {
			t.Fatalf("%g is written %q, with %d figures", v, text, n)
		}
	})
}
