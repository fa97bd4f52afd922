package scenarios_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"threep/scenarios"
)

// A column that is clearly no list of standard deviations is standardised within
// the roster; one that may be some is read as such, with a warning.
func TestScalesOfTraitsAndSavvy(t *testing.T) {
	for name, c := range map[string]struct {
		cells string
		want  scenarios.ColumnReading
		first float64 // as read
	}{
		"standard deviations": {"-1.2 0.3 0.9 -.4 1.8 0 .2 -2", scenarios.ReadDeviations, -1.2},
		"0 to 1":              {".2 .5 .9 .4 .8 .6 .7 .3", scenarios.ReadStandardised, -1.527525},
		"1 to 5":              {"1 3 4 2 5 3 3 4", scenarios.ReadStandardised, -1.822592},
		"1 to 10":             {"1 3 9 2 10 6 3 6", scenarios.ReadStandardised, -1.297771},
		"0 to 100, few":       {"40 60 80", scenarios.ReadStandardised, -1.224745},
		"percent":             {"20% 50% 90% 40% 80% 60% 70% 30%", scenarios.ReadStandardised, -1.527525},
		"few from 0 to 1":     {".2 .5 .9", scenarios.ReadDoubtful, .2},
		"few marks":           {"1 3 4 2", scenarios.ReadDoubtful, 1},
		"switches":            {"0 1 0 0 1 0 0 1", scenarios.ReadDoubtful, 0},
		"above the mean":      {".3 1.2 .8 2.4 1.6 .1 1.1 .9", scenarios.ReadDeviations, .3},
		"one slip":            {"0 0 6 0 1 0 0 1 0", scenarios.ReadDeviations, 0},
	} {
		for _, field := range []string{"savvy", "courage"} {
			t.Run(name+" "+field, func(t *testing.T) {
				text := "seat," + field + "\n"
				for i, cell := range strings.Fields(c.cells) {
					text += fmt.Sprintf("%d,%s\n", i+1, cell)
				}
				r := parseRoster(t, text, scenarios.RosterOptions{})
				use := r.Columns[1]
				if use.Field != field || use.Reading != c.want {
					t.Fatalf("%s is read as %q, want %q", use.Field, use.Reading, c.want)
				}
				got, ok := r.Seats[0].Traits[field]
				if x := r.Seats[0].Savvy; x != nil {
					got, ok = *x, true
				}
				if !ok || math.Abs(got-c.first) > 1e-6 {
					t.Errorf("%s is read as %g, want %g", strings.Fields(c.cells)[0], got, c.first)
				}
				again := parseRoster(t, exported(t, r), scenarios.RosterOptions{})
				for i := range r.Seats {
					if diff := seatDifference(&r.Seats[i], &again.Seats[i]); diff != "" {
						t.Error(diff)
					}
				}
			})
		}
	}
}

// Ratings are on the file's scale whatever it is; other fields leave no doubt.
func TestReadingOfRatings(t *testing.T) {
	r := parseRoster(t, "seat,rating,sales\n1,3.5,5\n2,4,6\n3,2,7\n", scenarios.RosterOptions{})
	if u := r.Columns[1]; u.Reading != scenarios.ReadStandardised || u.Low != 2 || u.High != 4 {
		t.Errorf("ratings are read as %+v", u)
	}
	if u := r.Columns[2]; u.Reading != "" {
		t.Errorf("sales are read as %+v", u)
	}
}
