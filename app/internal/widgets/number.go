package widgets

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// ErrNotNumber is returned for a text that is no finite number.
var ErrNotNumber = errors.New("not a number")

var (
	plainNumber   = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)
	groupedDigits = regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+$`)
)

// ParseNumber reads a number as people type it: "," or "." as decimal sign, spaces
// and apostrophes between thousands, a k or M behind. Where both signs occur the
// last one is the decimal sign.
//
// A comma with three digits behind, as in "1,500", has two readings. The second one
// is then returned as other, with ambiguous true, and the caller takes the one that
// is in range.
func ParseNumber(text string) (value, other float64, ambiguous bool, err error) {
	s, factor := tidyNumber(text)
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma >= 0 && point >= 0 && comma > point:
		s = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	case comma >= 0 && point >= 0:
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0 && strings.Count(s, ",") > 1:
		if !groupedDigits.MatchString(s) {
			return 0, 0, false, ErrNotNumber
		}
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0:
		ambiguous = groupedDigits.MatchString(s) && !strings.HasPrefix(strings.TrimLeft(s, "+-"), "0")
		if ambiguous {
			if other, err = finite(strings.Replace(s, ",", "", 1)); err != nil {
				return 0, 0, false, err
			}
		}
		s = strings.Replace(s, ",", ".", 1)
	}
	if value, err = finite(s); err != nil {
		return 0, 0, false, err
	}
	value, other = value*factor, other*factor
	if math.IsInf(value, 0) || math.IsInf(other, 0) {
		return 0, 0, false, ErrNotNumber
	}
	return value, other, ambiguous, nil
}

// tidyNumber takes out what groups digits and what multiplies them.
func tidyNumber(text string) (string, float64) {
	s := strings.NewReplacer(" ", "", "\u00a0", "", "\u2009", "", "\u202f", "",
		"'", "", "’", "", "−", "-").Replace(strings.TrimSpace(text))
	switch {
	case strings.HasSuffix(s, "k"), strings.HasSuffix(s, "K"):
		return s[:len(s)-1], 1e3
	case strings.HasSuffix(s, "M"):
		return s[:len(s)-1], 1e6
	}
	return s, 1
}

// finite is strict where strconv is generous: no hexadecimals, no underscores, no
// words for infinity.
func finite(s string) (float64, error) {
	if !plainNumber.MatchString(s) {
		return 0, ErrNotNumber
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, ErrNotNumber
	}
	return v, nil
}

// formatNumber is how a slider writes values when it is not told otherwise.
func formatNumber(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'g', 6, 64), "-", "−", 1)
}
