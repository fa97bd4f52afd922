package scenarios

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"

	"github.com/mitchellh/mapstructure"
	"github.com/pelletier/go-toml/v2"
)

// assign sets the fields of dst from a decoded TOML table and leaves alone what
// the table does not name. Lists and maps are replaced whole. It is the only
// place where values of a file enter the model's types.
func assign(table map[string]any, dst any) error {
	decoder, err := mapstructure.NewDecoder(&mapstructure.DecoderConfig{
		Result:      dst,
		TagName:     "toml",
		ErrorUnused: true,
		ZeroFields:  true,
		MatchName:   func(key, field string) bool { return key == field },
		DecodeHook: func(from, to reflect.Value) (any, error) {
			return convert(from.Interface(), to.Type())
		},
	})
	if err != nil {
		return fmt.Errorf("setting values: %w", err)
	}
	if err := decoder.Decode(table); err != nil {
		return fmt.Errorf("setting values: %w", err)
	}
	return nil
}

// maxExactInt is the largest integer up to which every integer is a float64.
const maxExactInt = 1 << 53

// convert turns one TOML value into the kind of a field without loss: integers
// may stand for numbers; a number with a fraction is not an integer; infinite
// numbers and nan are refused. Tables and lists pass unchanged.
func convert(v any, to reflect.Type) (any, error) {
	switch to.Kind() {
	case reflect.Float64:
		return toFloat(v)
	case reflect.Int:
		return toInt(v)
	case reflect.String:
		switch x := v.(type) {
		case string:
			return x, nil
		case toml.LocalDate:
			return x.String(), nil
		}
		return nil, fmt.Errorf("is %s; give text in quotes", describeValue(v))
	case reflect.Bool:
		if x, ok := v.(bool); ok {
			return x, nil
		}
		return nil, fmt.Errorf("is %s; give true or false", describeValue(v))
	}
	return v, nil
}

func toFloat(v any) (any, error) {
	switch x := v.(type) {
	case int64:
		if x > maxExactInt || x < -maxExactInt {
			return nil, fmt.Errorf("is %d, too large to be kept exactly; give a smaller number", x)
		}
		return float64(x), nil
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, fmt.Errorf("is %s; give a finite number", describeValue(v))
		}
		return x, nil
	}
	return nil, fmt.Errorf("is %s; give a number, without quotes", describeValue(v))
}

func toInt(v any) (any, error) {
	switch x := v.(type) {
	case int64:
		return x, nil
	case float64:
		if x == math.Trunc(x) && math.Abs(x) <= maxExactInt {
			return int64(x), nil
		}
		return nil, fmt.Errorf("is %s; give a whole number", describeValue(v))
	}
	return nil, fmt.Errorf("is %s; give a whole number, without quotes", describeValue(v))
}

// describeValue names a TOML value in the words of a fault.
func describeValue(v any) string {
	switch x := v.(type) {
	case string:
		if r := []rune(x); len(r) > 40 {
			x = string(r[:40]) + "..."
		}
		return "the text " + strconv.Quote(x)
	case bool:
		return strconv.FormatBool(x)
	case int64:
		return strconv.FormatInt(x, 10)
	case float64:
		return strconv.FormatFloat(x, 'g', -1, 64)
	case []any:
		return "a list"
	case map[string]any:
		return "a table"
	case toml.LocalDate, toml.LocalDateTime, toml.LocalTime, time.Time:
		return "a date or time"
	}
	return "a value of another kind"
}
