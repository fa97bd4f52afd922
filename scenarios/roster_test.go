package scenarios_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// territories is a made-up file in the shape of a well-known one: a row a
// territory, with headers that say little.
func territories() string {
	var b strings.Builder
	b.WriteString("Sales,Time,Poten,AdvExp,Share,Change,Accounts,Work,Rating\n")
	for i := range 25 {
		x := float64(i)
		fmt.Fprintf(&b, "%.2f,%.2f,%.1f,%.1f,%.2f,%.2f,%.2f,%.2f,%.1f\n",
			2000+101.5*x, 10+7.25*x, 30000+1700*math.Mod(7*x, 25), 1500+210*math.Mod(11*x, 25),
			2+.4*x, .1*x-1, 70+9*math.Mod(3*x, 25), 12+.5*math.Mod(13*x, 25), 1.5+.2*math.Mod(17*x, 25))
	}
	return b.String()
}

func territoryMap() map[string]string {
	return map[string]string{
		"sales": "Sales", "tenure_months": "Time", "potential": "Poten", "accounts": "Accounts",
		"presence": "AdvExp", "workload": "Work", "rating": "Rating",
	}
}

func parseRoster(t *testing.T, text string, o scenarios.RosterOptions) *scenarios.Roster {
	t.Helper()
	r, err := scenarios.ParseRoster([]byte(text), "people.csv", o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTerritoriesBecomeSeats(t *testing.T) {
	r := parseRoster(t, territories(), scenarios.RosterOptions{Map: territoryMap()})
	if len(r.Seats) != 25 || len(r.Rejected) != 0 {
		t.Fatalf("%d seats, rejected %v", len(r.Seats), r.Rejected)
	}
	if !slices.Equal(r.ExtraColumns, []string{"Share", "Change"}) {
		t.Errorf("kept %v, want Share and Change", r.ExtraColumns)
	}
	ids := map[string]bool{}
	var rating, squares, sales, potential float64
	for i, s := range r.Seats {
		ids[s.ID] = true
		if want := fmt.Sprintf("Rep %02d", i+1); s.Alias != want {
			t.Errorf("alias %q, want %q", s.Alias, want)
		}
		rating += *s.Rating
		squares += *s.Rating * *s.Rating
		sales += *s.Sales
		potential += math.Log(*s.Potential)
	}
	if len(ids) != 25 {
		t.Errorf("%d different seat ids, want 25", len(ids))
	}
	for name, got := range map[string][2]float64{
		"mean rating": {rating / 25, 0}, "mean square of ratings": {squares / 25, 1},
		"mean sales": {sales / 25, 1}, "mean log potential": {potential / 25, 0},
	} {
		if math.Abs(got[0]-got[1]) > 1e-12 {
			t.Errorf("%s is %g, want %g", name, got[0], got[1])
		}
	}
	shortest := slices.MinFunc(r.Seats, func(a, b sim.RosterSeat) int { return int(math.Copysign(1, *a.Tenure-*b.Tenure)) })
	if want := 10.0 * 52 / 12; math.Abs(*shortest.Tenure-want) > 1e-12 {
		t.Errorf("shortest tenure is %g weeks, want %g", *shortest.Tenure, want)
	}
	s, err := scenarios.WithRoster(scenarios.Default(), r)
	if err != nil {
		t.Fatal(err)
	}
	if s.Organisation.Seats != 25 || len(s.Roster) != 25 || s.Organisation.Roles[0] != (sim.RoleShare{Role: "hunter", Share: 1}) {
		t.Errorf("organisation is %+v", s.Organisation)
	}
}

func TestOrderOfRowsAndColumnsDoesNotMatter(t *testing.T) {
	text := territories()
	want := parseRoster(t, text, scenarios.RosterOptions{Map: territoryMap()})
	lines := strings.Split(strings.TrimSpace(text), "\n")
	slices.Reverse(lines[1:])
	for i, l := range lines {
		cells := strings.Split(l, ",")
		slices.Reverse(cells)
		lines[i] = strings.Join(cells, ",")
	}
	got := parseRoster(t, strings.Join(lines, "\n"), scenarios.RosterOptions{Map: territoryMap()})
	for i := range want.Seats {
		a, b := want.Seats[i], got.Seats[i]
		if a.ID != b.ID || a.Alias != b.Alias || *a.Tenure != *b.Tenure {
			t.Fatalf("seat %d is %+v, want %+v", i, b, a)
		}
	}
}

const team = `Name;Role;Team;Reports to;Tenure (years);Sales;Quota;Courage;Tech savvy;Skill;E-Mail;Favourite colour;Mentor
Ada Ebner;Account manager;North;Max Moser;2,5;1.250.000,50;1.000.000;0,5;-1,25;60%;ada@x.test;blue;Bo Carlsen
Bo Carlsen;hunter;North;Max Moser;0,5;€ 800.000;900.000;n/a;;0,55;bo@x.test;"red; dark";Ada Ebner
Cy Dorn;SDR;South;Mia Nagel;4;650.000,00;700.000;-1;2;;cy@x.test;;
Vacant;hunter;South;Mia Nagel;;;800.000;;;;;;
`

func TestHeadersAreGuessedAndNamesBecomeAliases(t *testing.T) {
	r := parseRoster(t, team, scenarios.RosterOptions{})
	if r.Delimiter != ';' || !r.DecimalComma || len(r.Seats) != 4 || len(r.Rejected) != 0 {
		t.Fatalf("delimiter %q, decimal comma %t, %d seats, rejected %v", r.Delimiter, r.DecimalComma, len(r.Seats), r.Rejected)
	}
	want := map[string]struct {
		field string
		how   scenarios.ColumnHow
	}{
		"Name": {"name", scenarios.ColumnGuessed}, "Role": {"role", scenarios.ColumnGuessed}, "Team": {"team", scenarios.ColumnGuessed},
		"Reports to": {"manager", scenarios.ColumnGuessed}, "Tenure (years)": {"tenure_years", scenarios.ColumnGuessed},
		"Sales": {"sales", scenarios.ColumnGuessed}, "Quota": {"quota", scenarios.ColumnGuessed}, "Courage": {"courage", scenarios.ColumnGuessed},
		"Tech savvy": {"savvy", scenarios.ColumnGuessed}, "Skill": {"skill", scenarios.ColumnGuessed},
		"E-Mail": {"", scenarios.ColumnPersonal}, "Favourite colour": {"", scenarios.ColumnKept}, "Mentor": {"", scenarios.ColumnPersonal},
	}
	for _, u := range r.Columns {
		if w := want[u.Column]; u.Field != w.field || u.How != w.how {
			t.Errorf("%s is %q (%s), want %q (%s)", u.Column, u.Field, u.How, w.field, w.how)
		}
	}
	byTenure := map[float64]sim.RosterSeat{}
	vacant := 0
	for _, s := range r.Seats {
		if s.Tenure != nil {
			byTenure[*s.Tenure] = s
		}
		if s.Vacant {
			vacant++
		}
	}
	ada, bo := byTenure[130], byTenure[26]
	if ada.Role != "farmer" || *ada.Savvy != -1.25 || *ada.Skill != .6 || ada.Traits["courage"] != .5 {
		t.Errorf("the first person reads as %+v", ada)
	}
	if _, known := bo.Traits["courage"]; known || bo.Savvy != nil || *bo.Skill != .55 {
		t.Errorf("what is missing was read as known: %+v", bo)
	}
	if ratio := *ada.Sales / *bo.Sales; math.Abs(ratio-1250000.5/800000) > 1e-12 {
		t.Errorf("sales stand as %g to 1, want 1250000.5 to 800000", ratio)
	}
	if ratio := *ada.Sales / *ada.Quota; math.Abs(ratio-1.2500005) > 1e-12 {
		t.Errorf("attainment is %g, want 1.2500005", ratio)
	}
	if vacant != 1 {
		t.Errorf("%d vacant seats, want 1", vacant)
	}
	if ada.Manager != bo.Manager || ada.Manager == byTenure[208].Manager || !strings.HasPrefix(ada.Manager, "Manager ") {
		t.Errorf("managers are %q and %q", ada.Manager, byTenure[208].Manager)
	}
}

func TestNamesStayInsideUnlessAskedFor(t *testing.T) {
	bad := strings.Replace(team, "Cy Dorn;SDR", "Cy Dorn;Ada Ebner", 1)
	for name, c := range map[string]struct {
		text string
		keep bool
	}{"aliases": {bad, false}, "names": {team, true}} {
		r := parseRoster(t, c.text, scenarios.RosterOptions{KeepNames: c.keep})
		var out bytes.Buffer
		if err := r.Export(&out); err != nil {
			t.Fatal(err)
		}
		s, err := scenarios.WithRoster(scenarios.Base(), r)
		shown := fmt.Sprint(out.String(), r.Rejected, r.Seats, s, err)
		for _, word := range []string{"Ada", "Carlsen", "Moser", "Nagel", "ada@x.test"} {
			if strings.Contains(shown, word) != c.keep {
				t.Errorf("%s: %q shown: %t\n%s", name, word, !c.keep, out.String())
			}
		}
	}
}

func TestColumnsThatLookLikeNamesAreNotExported(t *testing.T) {
	r := parseRoster(t, "sales,wer,contact,city\n5,Ada Ebner,a@x.test,New York\n6,\"Carlsen, Bo\",b@x.test,Paris\n7,Cy von Dorn,c@x.test,Rome\n8,Di Ek,,Rome\n", scenarios.RosterOptions{})
	if !slices.Equal(r.ExtraColumns, []string{"city"}) || r.Columns[1].How != scenarios.ColumnPersonal {
		t.Errorf("kept %v, columns %v", r.ExtraColumns, r.Columns)
	}
}

func TestExportReadsBack(t *testing.T) {
	for name, text := range map[string]string{"team": team, "territories": territories()} {
		o := scenarios.RosterOptions{}
		if name == "territories" {
			o.Map = territoryMap()
		}
		first := parseRoster(t, text, o)
		var out bytes.Buffer
		if err := first.Export(&out); err != nil {
			t.Fatal(err)
		}
		second := parseRoster(t, out.String(), scenarios.RosterOptions{})
		if len(second.Seats) != len(first.Seats) || !slices.Equal(second.ExtraColumns, first.ExtraColumns) {
			t.Fatalf("%s: %d seats and %v, want %d and %v", name, len(second.Seats), second.ExtraColumns, len(first.Seats), first.ExtraColumns)
		}
		for i := range first.Seats {
			if diff := seatDifference(&first.Seats[i], &second.Seats[i]); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			if id := first.Seats[i].ID; !slices.Equal(first.Extra[id], second.Extra[id]) {
				t.Errorf("%s: kept cells are %v, want %v", name, second.Extra[id], first.Extra[id])
			}
		}
	}
}

func seatDifference(a, b *sim.RosterSeat) string {
	if a.ID != b.ID || a.Alias != b.Alias || a.Role != b.Role || a.Team != b.Team || a.Manager != b.Manager || a.Vacant != b.Vacant || len(a.Traits) != len(b.Traits) {
		return fmt.Sprintf("seat %+v reads back as %+v", *a, *b)
	}
	for _, p := range [][2]*float64{
		{a.Tenure, b.Tenure},
		{a.Skill, b.Skill},
		{a.Savvy, b.Savvy},
		{a.Age, b.Age},
		{a.Sales, b.Sales},
		{a.Quota, b.Quota},
		{a.Rating, b.Rating},
		{a.Potential, b.Potential},
		{a.Accounts, b.Accounts},
		{a.Presence, b.Presence},
		{a.Workload, b.Workload},
	} {
		if (p[0] == nil) != (p[1] == nil) || p[0] != nil && math.Abs(*p[0]-*p[1]) > 1e-9*(1+math.Abs(*p[0])) {
			return fmt.Sprintf("seat %s has a figure that reads back otherwise", a.ID)
		}
	}
	return ""
}

func TestEveryRejectedRowIsListedWithItsReasons(t *testing.T) {
	text := strings.Join([]string{
		"seat,role,tenure_months,rating,accounts,courage,skill,age,hire date",
		"1,hunter,12,3,10,0,.5,30,",
		"2,hunted,12,3,10,0,.5,30,",
		"3,manager,twelve,3,10,0,.5,30,",
		"4,hunter,-1,inf,0,6,2,7,",
		"5,hunter,12,3,10",
		"6,hunter,12,3,10,0,.5,30,",
		"6,hunter,12,3,10,0,.5,30,",
		"7,hun\"ter,12,3,10,0,.5,30,",
		"Total,hunter,900,3,10,0,.5,30,",
		",,,,,,,,",
		"8,farmer,9999,4,12,1,.4,40,",
		"9,farmer,24,4,12,1,.4,40,",
	}, "\n")
	r := parseRoster(t, text, scenarios.RosterOptions{Map: map[string]string{"rating": "rating"}})
	if len(r.Seats) != 2 || r.Seats[0].ID != "1" || r.Seats[1].ID != "9" {
		t.Fatalf("seats are %+v", r.Seats)
	}
	want := []struct {
		line   int
		reason string
	}{
		{3, "did you mean hunter?"},
		{4, "managers do not sell"},
		{4, "not a number"},
		{5, "0 to 60 years"},
		{5, "not a number"},
		{5, "above 0"},
		{5, "-5 to 5"},
		{5, "0 to 1"},
		{5, "14 to 90"},
		{6, "has 5 cells where the header has 9"},
		{7, "given by 2 rows"},
		{8, "given by 2 rows"},
		{9, "quotes"},
		{10, "totals"},
		{12, "0 to 60 years"},
	}
	if len(r.Rejected) != len(want) {
		t.Errorf("%d reasons, want %d: %v", len(r.Rejected), len(want), r.Rejected)
	}
	for i, w := range want {
		if i < len(r.Rejected) && (r.Rejected[i].Line != w.line || !strings.Contains(r.Rejected[i].Reason, w.reason)) {
			t.Errorf("reason %d is %q, want line %d: ...%s...", i, r.Rejected[i], w.line, w.reason)
		}
	}
}

func TestFaultsOfARoster(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		m    map[string]string
		want []string
	}{
		"empty":          {"", nil, []string{"the file is empty"}},
		"header only":    {"name,sales\n", nil, []string{"no row below the header"}},
		"nothing fits":   {"a,b\n1,2\n", nil, []string{"no column could be matched"}},
		"no usable row":  {"sales\nmany\nfew\n", map[string]string{"sales": "sales"}, []string{"no row can be used", "line 2: ", "line 3: "}},
		"unknown field":  {"sales\n1\n", map[string]string{"sale": "sales", "quota": "x"}, []string{"did you mean sales?", "quota is mapped to"}},
		"column twice":   {"sales,sales\n1,2\n", map[string]string{"sales": "#3"}, []string{"has 2 columns"}},
		"tenure twice":   {"a,b\n1,2\n", map[string]string{"tenure_weeks": "a", "tenure_years": "b"}, []string{"tenure_weeks, tenure_years"}},
		"Latin-1":        {"name,sales\nJos\xe9,2\n", nil, []string{"line 2: the file is not UTF-8"}},
		"UTF-16":         {"\xff\xfen\x00", nil, []string{"UTF-16"}},
		"header quoting": {"na\"me,sales\nx,2\n", nil, []string{"header cannot be read"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := scenarios.ParseRoster([]byte(c.text), "people.csv", scenarios.RosterOptions{Map: c.m})
			var f *scenarios.FaultError
			if !errors.As(err, &f) {
				t.Fatalf("error is %v, want faults", err)
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("error is %q, want ...%s...", err, w)
				}
			}
		})
	}
}

func TestFormsOfNumbersAndFiles(t *testing.T) {
	for name, c := range map[string]struct {
		text         string
		first, other float64 // sales of seats 1 and 2
	}{
		"plain":             {"seat,sales\n1,1234.5\n2,100\n", 1234.5, 100},
		"mark and CRLF":     {"\xef\xbb\xbfseat,sales\r\n1,1234.5\r\n2,100\r\n", 1234.5, 100},
		"tab":               {"seat\tsales\n1\t1,234.5\n2\t100\n", 1234.5, 100},
		"semicolon, comma":  {"seat;sales\n1;1.234,5\n2;100\n", 1234.5, 100},
		"only groups":       {"seat,sales\n1,\"1,234,567\"\n2,100\n", 1234567, 100},
		"dot groups":        {"seat;sales\n1;1.234.567\n2;100\n", 1234567, 100},
		"semicolon decides": {"seat;sales\n1;1,125\n2;2\n", 1.125, 2},
		"blanks":            {"seat;sales\n1;1 234 567,8\n2;100\n", 1234567.8, 100},
		"apostrophes":       {"seat;sales\n1;1'234.5\n2;100\n", 1234.5, 100},
		"currency":          {"seat;sales\n1;$ 1234.50\n2;£100\n", 1234.5, 100},
		"exponent":          {"seat,sales\n1,1.5e3\n2,1E2\n", 1500, 100},
		"separator line":    {"sep=;\nseat;sales\n1;5,5\n2;1\n", 5.5, 1},
		"comma in header":   {"seat;\"sales\"\n1;5,25\n2;1\n", 5.25, 1},
		"quotes":            {"\"seat\",\"sales\"\n\"1\",\"7\"\n2,1\n", 7, 1},
	} {
		t.Run(name, func(t *testing.T) {
			r := parseRoster(t, c.text, scenarios.RosterOptions{})
			if len(r.Seats) != 2 {
				t.Fatalf("seats %+v, rejected %v", r.Seats, r.Rejected)
			}
			if got, want := *r.Seats[0].Sales / *r.Seats[1].Sales, c.first/c.other; math.Abs(got-want) > 1e-9*want {
				t.Errorf("sales stand as %g to 1, want %g", got, want)
			}
		})
	}
}

func TestGuessesThatCannotBeReadAreTakenBack(t *testing.T) {
	r := parseRoster(t, "seat,sales,rating\n1,5,Exceeds\n2,6,Meets\n", scenarios.RosterOptions{})
	if len(r.Seats) != 2 || r.Seats[0].Rating != nil || r.Columns[2].How != scenarios.ColumnKept {
		t.Errorf("seats %+v, columns %v", r.Seats, r.Columns)
	}
	r = parseRoster(t, "seat,sales,quota\n1,5,9\n2,6,9\n", scenarios.RosterOptions{Map: map[string]string{"quota": ""}})
	if r.Seats[0].Quota != nil || r.Columns[2].How != scenarios.ColumnKept {
		t.Errorf("a field mapped to nothing was guessed: %v", r.Columns)
	}
}

func TestHireDatesCountToTheDayCalledToday(t *testing.T) {
	o := scenarios.RosterOptionsFor(scenarios.Base())
	r := parseRoster(t, "seat,hire date\n1,2009-12-28\n2,4.1.2009\n3,04/01/2009\n4,2010-02-01\n", o)
	if len(r.Seats) != 2 || *r.Seats[0].Tenure != 1 || math.Abs(*r.Seats[1].Tenure-365.0/7) > 1e-12 {
		t.Errorf("seats %+v", r.Seats)
	}
	if len(r.Rejected) != 2 || !strings.Contains(r.Rejected[0].Reason, "one way only") || !strings.Contains(r.Rejected[1].Reason, "lies after") {
		t.Errorf("rejected %v", r.Rejected)
	}
}

func TestRowsAlikeAreDifferentPeople(t *testing.T) {
	r := parseRoster(t, "sales,accounts\n5,3\n5,3\n5,3\n6,3\n", scenarios.RosterOptions{})
	ids := map[string]bool{}
	for _, s := range r.Seats {
		ids[s.ID] = true
	}
	if len(r.Seats) != 4 || len(ids) != 4 {
		t.Errorf("seats %+v, want four with ids of their own", r.Seats)
	}
}

func TestPeopleKeepTheirSeatIDWhenOthersJoin(t *testing.T) {
	small := parseRoster(t, "name,sales\nAda,5\nBo,6\n", scenarios.RosterOptions{})
	large := parseRoster(t, "name,sales\nCy,9\nBo,7\nAda,5\n", scenarios.RosterOptions{})
	for _, s := range small.Seats {
		if !slices.ContainsFunc(large.Seats, func(l sim.RosterSeat) bool { return l.ID == s.ID }) {
			t.Errorf("seat %s is lost when someone joins", s.ID)
		}
	}
}
