package scenarios_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"threep/scenarios"
)

func exported(t *testing.T, r *scenarios.Roster) string {
	t.Helper()
	var out bytes.Buffer
	if err := r.Export(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Who maps a column of names to the seat does not ask for names.
func TestNamesInTheSeatColumnBecomeDigests(t *testing.T) {
	const text = "Who,Team,Buddy,Sales\nAda Ebner,Ebner's team,Cy Dorn,5\nbo.carlsen,North,Ada Ebner,6\nDorn,North,,7\nGus2Vahl,North,,8\nmia@x.test,North,,9\n"
	names := []string{"Ada", "Ebner", "carlsen", "Dorn", "Vahl", "mia"}
	for _, keep := range []bool{false, true} {
		r := parseRoster(t, text, scenarios.RosterOptions{Map: map[string]string{"seat": "Who"}, KeepNames: keep})
		if len(r.Seats) != 5 {
			t.Fatalf("seats %+v, rejected %v", r.Seats, r.Rejected)
		}
		file := exported(t, r)
		s, err := scenarios.WithRoster(scenarios.Base(), r)
		shown := fmt.Sprint(file, r.Seats, r.Extra, r.Rejected, s, err)
		for _, name := range names {
			if strings.Contains(shown, name) != keep {
				t.Errorf("names kept %t: %q shown: %t\n%s", keep, name, !keep, file)
			}
		}
		again := parseRoster(t, file, scenarios.RosterOptions{KeepNames: keep})
		for i := range r.Seats {
			if again.Seats[i].ID != r.Seats[i].ID {
				t.Errorf("seat %s reads back as %s", r.Seats[i].ID, again.Seats[i].ID)
			}
		}
	}
}

func TestSeatIDsThatCanBeNoNameAreKept(t *testing.T) {
	kept := []string{"17", "T-104", "NYC/4", "ae7", "#12", "S000001", "4.2_b", "p12345"}
	replaced := []string{"Bo", "Ada 2", "Carlsen1", "T", "North", "x@7", "Ödön9"}
	text := "seat,sales\n"
	for _, id := range append(slices.Clone(kept), replaced...) {
		text += id + ",5\n"
	}
	r := parseRoster(t, text, scenarios.RosterOptions{})
	ids := map[string]bool{}
	for _, s := range r.Seats {
		ids[s.ID] = true
	}
	for _, id := range kept {
		if !ids[id] {
			t.Errorf("%q is not kept", id)
		}
	}
	for _, id := range replaced {
		if ids[id] {
			t.Errorf("%q is kept", id)
		}
	}
	if len(ids) != len(kept)+len(replaced) {
		t.Errorf("%d ids, want %d", len(ids), len(kept)+len(replaced))
	}
}
