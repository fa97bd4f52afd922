package widgets

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestParseNumberReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e9, 1e9).Draw(t, "v")
		text := strconv.FormatFloat(v, 'f', -1, 64)
		got, _, _, err := ParseNumber(text)
		if err != nil || got != v {
			t.Fatalf("%q reads as %v, %v", text, got, err)
		}
	})
}

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"1": 1, "-1": -1, "−1": -1, "+1.5": 1.5, "1,5": 1.5, "0,350": 0.35, ".5": 0.5, "5.": 5,
		"1.234.567,5": 1234567.5, "1,234,567.5": 1234567.5, "1,234,567": 1234567,
		"1 234": 1234, "1’234.5": 1234.5, "3k": 3000, "1.5 M": 1.5e6, "1e3": 1000, "12,34": 12.34,
	} {
		got, _, ambiguous, err := ParseNumber(text)
		if got != want || ambiguous || err != nil {
			t.Errorf("%q reads as %v (%v, %v), want %v", text, got, ambiguous, err, want)
		}
	}
	if one, other, ambiguous, err := ParseNumber("1,500k"); one != 1500 || other != 1.5e6 || !ambiguous || err != nil {
		t.Errorf("1,500k reads as %v or %v (%v, %v)", one, other, ambiguous, err)
	}
	for _, text := range []string{"", "a", "1..2", "1,2,3", "--1", "Inf", "nan", "1_000", "0b1", "1e999", "9e307k", "k", "1.2.3"} {
		if got, _, _, err := ParseNumber(text); err == nil {
			t.Errorf("%q reads as %v, want an error", text, got)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"1,500", "1.5", "−3k", "1,234,567.8", "", "٣"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		value, other, ambiguous, err := ParseNumber(text)
		if err == nil && (math.IsNaN(value) || math.IsInf(value, 0) || math.IsNaN(other) || math.IsInf(other, 0)) {
			t.Errorf("%q reads as %v and %v", text, value, other)
		}
		if ambiguous && value == other && value != 0 {
			t.Errorf("%q is ambiguous between %v and %v", text, value, other)
		}
	})
}
