package scenarios_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"threep/scenarios"
)

// TestAnyTableOfNumbersReadsBack writes random rosters in random dress.
func TestAnyTableOfNumbersReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "people")
		delimiter := rapid.SampledFrom([]string{",", ";", "\t"}).Draw(t, "delimiter")
		comma := delimiter == ";" && rapid.Bool().Draw(t, "decimal comma")
		var b strings.Builder
		b.WriteString(strings.Join([]string{"Seat ID", "Potential", "Sales", "Note"}, delimiter) + "\n")
		potential := make([]float64, n)
		for i := range n {
			potential[i] = float64(rapid.IntRange(1, 1e9).Draw(t, "potential")) / 100
			cell := fmt.Sprintf("%.2f", potential[i])
			if comma {
				cell = strings.Replace(cell, ".", ",", 1)
			}
			fmt.Fprintf(&b, "%d%s%s%s%d%s\"n%s\"\n", i, delimiter, cell, delimiter, i+1, delimiter, delimiter)
		}
		r, err := scenarios.ParseRoster([]byte(b.String()), "", scenarios.RosterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Seats) != n {
			t.Fatalf("%d seats, want %d: %v", len(r.Seats), n, r.Rejected)
		}
		for i := 1; i < n; i++ {
			got, want := *r.Seats[i].Potential / *r.Seats[0].Potential, potential[i]/potential[0]
			if math.Abs(got-want) > 1e-9*want {
				t.Fatalf("potential %d stands as %g to 1, want %g", i, got, want)
			}
		}
	})
}

func FuzzRoster(f *testing.F) {
	for _, text := range []string{
		team, territories(), "", "a", "sep=;\n", "name,sales\n\"x", "seat;sales\n1;1.234,5\n1;2\n", "\xef\xbb\xbfname\tage\nx\t30\n",
		"name,sales\nVacant,\nTotal,5\n", "sales\n(1,000)\n-5%\n1e999\n", "first name,last name,manager,team\nA,B,C,C team\n",
		"hire date,seat\n2001-01-01,x\n", "sales,sales,,\n1,2,3,4\n",
	} {
		f.Add([]byte(text), "sales", "#1", false)
	}
	f.Add([]byte(territories()), "rating", "Rating", true)
	f.Fuzz(func(t *testing.T, data []byte, field, column string, keep bool) {
		o := scenarios.RosterOptions{Map: map[string]string{field: column}, KeepNames: keep, AsOf: "2010-01-04"}
		r, err := scenarios.ParseRoster(data, "fuzz.csv", o)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error says nothing")
			}
			return
		}
		if len(r.Seats) == 0 {
			t.Fatal("no seat and no error")
		}
		ids := map[string]bool{}
		for i := range r.Seats {
			s := &r.Seats[i]
			if s.ID == "" || s.Alias == "" || ids[s.ID] {
				t.Fatalf("seat %+v has no id or alias of its own", *s)
			}
			ids[s.ID] = true
			for _, p := range []*float64{s.Tenure, s.Skill, s.Savvy, s.Age, s.Sales, s.Quota, s.Rating, s.Potential, s.Accounts, s.Presence, s.Workload} {
				if p != nil && (math.IsNaN(*p) || math.IsInf(*p, 0)) {
					t.Fatalf("seat %s holds a figure that is not finite", s.ID)
				}
			}
		}
		var out bytes.Buffer
		if err := r.Export(&out); err != nil {
			t.Fatal(err)
		}
		if _, err := scenarios.ParseRoster(out.Bytes(), "", scenarios.RosterOptions{KeepNames: keep}); err != nil {
			t.Fatalf("what was exported cannot be read: %v\n%s", err, out.String())
		}
	})
}
