package report

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"
	"sync"

	"threep/app/internal/format"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// People gathers what the futures of a run say of the people of a roster.
type People struct {
	roster *scenarios.Roster
	at     map[string]int // person by alias
	mu     sync.Mutex
	facts  []personFacts
}

type personFacts struct {
	draws, qualified int
	stayed           int
	today, scenario  []float64 // sales of the first year, of futures in which the person stays through it
}

// NewPeople prepares for the people of a roster.
func NewPeople(roster *scenarios.Roster) *People {
	p := &People{roster: roster, at: map[string]int{}, facts: make([]personFacts, len(roster.Seats))}
	for i := range roster.Seats {
		p.at[roster.Seats[i].Alias] = i
	}
	return p
}

// Add takes in the people of a future; it fits Options.Records.
func (p *People) Add(_ int, people []sim.PersonRecord) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range people {
		r := &people[i]
		k, ok := p.at[r.Seat]
		if !ok || r.Ordinal != 0 {
			continue
		}
		f := &p.facts[k]
		stays := len(r.WeeksInSeat) > 0 && r.WeeksInSeat[0] >= weeksYear
		switch r.World {
		case sim.Assumed:
			f.draws++
			if r.Qualified {
				f.qualified++
			}
			if stays {
				f.stayed++
				f.today = append(f.today, r.Sales[0])
			}
		case sim.Decided:
			if stays {
				f.scenario = append(f.scenario, r.Sales[0])
			}
		}
	}
}

// Distinguish gives people of the same alias, such as two of the same name, a number
// behind it, so that results can tell them apart.
func Distinguish(roster *scenarios.Roster) {
	taken := map[string]bool{}
	for i := range roster.Seats {
		taken[roster.Seats[i].Alias] = true
	}
	seen := map[string]bool{}
	for i := range roster.Seats {
		alias := &roster.Seats[i].Alias
		if seen[*alias] {
			base := *alias
			for n := 2; taken[*alias]; n++ {
				*alias = fmt.Sprintf("%s (%d)", base, n)
			}
			taken[*alias] = true
		}
		seen[*alias] = true
	}
}

// Person is what a run says of one person of a roster.
type Person struct {
	Alias, Role, Team string
	Vacant            bool
	Tenure            float64 // weeks at today; NaN where the roster does not say
	Rating            float64 // standard deviations from the roster's mean; NaN likewise
	PastSales         float64 // roster's mean = 1; NaN likewise
	// Expected describes first-year sales as things stand today, if the person stays;
	// Relative is its mean with the mean of all the people = 1. WithScenario describes
	// them under the decisions.
	Expected     sim.Summary
	Relative     float64
	WithScenario sim.Summary
	Stays        float64 // share of futures in which the person stays through the year
	Qualified    float64 // share of draws
	Draws        int
}

// List describes the people, in the order of the roster.
func (p *People) List() []Person {
	p.mu.Lock()
	defer p.mu.Unlock()
	list := make([]Person, len(p.facts))
	sum, n := 0.0, 0.0
	for i := range p.facts {
		list[i] = p.person(i)
		if m := list[i].Expected.Mean; !math.IsNaN(m) {
			sum += m
			n++
		}
	}
	for i := range list {
		list[i].Relative = list[i].Expected.Mean / (sum / n)
	}
	return list
}

func (p *People) person(i int) Person {
	seat, f := &p.roster.Seats[i], &p.facts[i]
	value := func(x *float64) float64 {
		if x == nil {
			return math.NaN()
		}
		return *x
	}
	share := func(k int) float64 {
		if f.draws == 0 {
			return math.NaN()
		}
		return float64(k) / float64(f.draws)
	}
	return Person{
		Alias: seat.Alias, Role: seat.Role, Team: seat.Team, Vacant: seat.Vacant,
		Tenure: value(seat.Tenure), Rating: value(seat.Rating), PastSales: value(seat.Sales),
		Expected: sim.Summarise(f.today), WithScenario: sim.Summarise(f.scenario),
		Stays: share(f.stayed), Qualified: share(f.qualified), Draws: f.draws,
	}
}

// personColumn is a column of people.csv and what it writes of a person.
type personColumn struct {
	column
	put func(line []byte, p *Person) []byte
}

func personColumns() []personColumn {
	text := func(name string, of func(p *Person) string) personColumn {
		return personColumn{column{name: name, text: "people." + name}, func(line []byte, p *Person) []byte {
			return appendCell(line, of(p))
		}}
	}
	number := func(name string, unit sim.Unit, digits int, of func(p *Person) float64) personColumn {
		c := column{name: name, text: "people." + name, unit: string(unit), digits: digits}
		return personColumn{c, func(line []byte, p *Person) []byte { return appendRounded(line, of(p), digits) }}
	}
	return []personColumn{
		text("alias", func(p *Person) string { return p.Alias }),
		text("role", func(p *Person) string { return p.Role }),
		text("team", func(p *Person) string { return p.Team }),
		number("tenure", sim.UnitWeeks, weekDigits, func(p *Person) float64 { return p.Tenure }),
		number("rating", sim.UnitSD, fineDigits, func(p *Person) float64 { return p.Rating }),
		number("past_sales", sim.UnitFactor, fineDigits, func(p *Person) float64 { return p.PastSales }),
		number("expected_sales_relative", sim.UnitFactor, fineDigits, func(p *Person) float64 { return p.Relative }),
		number("expected_sales_mean", sim.UnitMoney, moneyDigits, func(p *Person) float64 { return p.Expected.Mean }),
		number("expected_sales_p25", sim.UnitMoney, moneyDigits, func(p *Person) float64 { return p.Expected.P25 }),
		number("expected_sales_p50", sim.UnitMoney, moneyDigits, func(p *Person) float64 { return p.Expected.P50 }),
		number("expected_sales_p75", sim.UnitMoney, moneyDigits, func(p *Person) float64 { return p.Expected.P75 }),
		number("scenario_sales_mean", sim.UnitMoney, moneyDigits, func(p *Person) float64 { return p.WithScenario.Mean }),
		number("scenario_sales_p25", sim.UnitMoney, moneyDigits, func(p *Person) float64 { return p.WithScenario.P25 }),
		number("scenario_sales_p75", sim.UnitMoney, moneyDigits, func(p *Person) float64 { return p.WithScenario.P75 }),
		number("stays", sim.UnitShare, fineDigits, func(p *Person) float64 { return p.Stays }),
		number("qualified_chance", sim.UnitShare, fineDigits, func(p *Person) float64 { return p.Qualified }),
		number("draws", sim.UnitCount, moneyDigits, func(p *Person) float64 { return float64(p.Draws) }),
	}
}

func writePeople(w io.Writer, people []Person) error {
	b := bufio.NewWriter(w)
	columns := personColumns()
	plain := make([]column, len(columns))
	for i := range columns {
		plain[i] = columns[i].column
	}
	b.WriteString(headerLine(plain))
	var line []byte
	for i := range people {
		line = line[:0]
		for k := range columns {
			if k > 0 {
				line = append(line, ',')
			}
			line = columns[k].put(line, &people[i])
		}
		b.Write(append(line, '\n'))
	}
	return b.Flush()
}

// peopleExtension replaces that of the scenario file.
const peopleExtension = ".people.csv"

// PeopleBeside is the file of people beside a scenario file.
func PeopleBeside(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + peopleExtension
}

// SalesLevel says what of imported sales and quotas is used, and what sets the money.
// It is empty where the roster tells neither.
func SalesLevel(s *sim.Scenario, roster *scenarios.Roster) string {
	for i := range roster.Seats {
		if seat := &roster.Seats[i]; seat.Sales != nil || seat.Quota != nil {
			return assets.F("report.people.level", format.Money(s.Assumptions.Market.DealValue, s.Organisation.Currency))
		}
	}
	return ""
}

// RosterSize says in words that a roster has too few people, or too many.
func RosterSize(e *scenarios.RosterSizeError) string {
	if e.People < e.Least {
		return assets.F("report.people.too_few", e.Least, e.People)
	}
	return assets.F("report.people.too_many", e.Most, e.People)
}
