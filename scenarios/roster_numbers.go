package scenarios

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// missing reports whether a cell says that a value is not known.
func missing(cell string) bool {
	switch strings.ToLower(cell) {
	case "", "-", "–", "—", ".", "?", "n/a", "na", "n.a.", "nan", "null", "none", "unknown", "#n/a":
		return true
	}
	return false
}

// bareNumber drops what dresses a number: currency signs, blanks and quotes
// between thousands, brackets for minus.
func bareNumber(cell string) (digits string, negative, percent bool) {
	s := strings.TrimSpace(cell)
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") {
		s, negative = strings.TrimSuffix(inner, ")"), true
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u202f', r == '\'', r == '’', r == '$', r == '€', r == '£', r == '¥':
			return -1
		case r == '−':
			return '-'
		}
		return r
	}, s)
	s, percent = strings.CutSuffix(s, "%")
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		s, negative = rest, !negative
	}
	return strings.TrimPrefix(s, "+"), negative, percent
}

// decimalMark tells which sign the cell uses before decimals: 0 where it does
// not say, as in 1.234.
func decimalMark(cell string) rune {
	s, _, _ := bareNumber(cell)
	dots, commas := strings.Count(s, "."), strings.Count(s, ",")
	for _, r := range s {
		if r != '.' && r != ',' && (r < '0' || r > '9') {
			return 0
		}
	}
	switch {
	case dots+commas == 1 && strings.HasPrefix(s, "0") && len(s) > 1 && (s[1] == '.' || s[1] == ','):
		return rune(s[1])
	case dots > 0 && commas > 0:
		if strings.LastIndex(s, ".") > strings.LastIndex(s, ",") {
			return '.'
		}
		return ','
	case dots > 1:
		return ','
	case commas > 1:
		return '.'
	case dots == 1 && len(s)-strings.Index(s, ".") != 4:
		return '.'
	case commas == 1 && len(s)-strings.Index(s, ",") != 4:
		return ','
	}
	return 0
}

// usesDecimalComma decides for a whole file: it does where more cells say comma
// than say dot; where none says, a comma in a file cut by semicolons is one.
func usesDecimalComma(cells []string, delimiter rune) bool {
	balance, commas := 0, false
	for _, c := range cells {
		commas = commas || strings.Contains(c, ",")
		switch decimalMark(c) {
		case ',':
			balance++
		case '.':
			balance--
		}
	}
	return balance > 0 || balance == 0 && commas && delimiter == ';'
}

// parseNumber reads a number with the file's decimal mark; the other mark may
// stand between groups of three digits. Percent signs divide by 100.
func parseNumber(cell string, decimalComma bool) (float64, error) {
	s, negative, percent := bareNumber(cell)
	mark, group := ".", ","
	if decimalComma {
		mark, group = ",", "."
	}
	whole, fraction, _ := strings.Cut(s, mark)
	exponent := ""
	if i := strings.IndexAny(fraction, "eE"); i >= 0 {
		fraction, exponent = fraction[:i], fraction[i:]
	} else if i := strings.IndexAny(whole, "eE"); i >= 0 {
		whole, exponent = whole[:i], whole[i:]
	}
	digits, ok := ungroup(whole, group)
	if !ok || !allDigits(fraction) || digits+fraction == "" {
		return 0, fmt.Errorf("is not a number; write it like 1234%s5, or leave it empty where it is not known", mark)
	}
	x, err := strconv.ParseFloat(digits+"."+fraction+exponent, 64)
	if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
		return 0, fmt.Errorf("is not a finite number; write it like 1234%s5, or leave it empty where it is not known", mark)
	}
	if negative {
		x = -x
	}
	if percent {
		x /= 100
	}
	return x, nil
}

// ungroup joins groups of three digits.
func ungroup(s, group string) (string, bool) {
	parts := strings.Split(s, group)
	for i, p := range parts {
		grouped := i == 0 && len(p) >= 1 && len(p) <= 3 || i > 0 && len(p) == 3
		if !allDigits(p) || len(parts) > 1 && !grouped {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}

func allDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
