package signs

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"threep/sim"
)

// comparison is an outcome that compares the people of a firm with each other. It
// is written as its kind and what it is about:
//
//	gap X Y [who]     mean X of the half with more Y less that of the other, over the mean
//	distance X Y      the same, not over the mean
//	corr X Y [who]    correlation
//	cv X [who]        standard deviation over mean
//	sd X [who]        standard deviation
//	mean X [who]      mean
//	clustering X      standard deviation of the means of teams over that of people
//	teams X           standard deviation of the means of teams
//	quit X            mean X of those who resign in the second year less that of those who stay
//	dismissed X       the same for those let go
//	quits A B         how many resign with a tenure of A to B weeks
//	dismissals A B    how many are let go with such a tenure
//
// Who is "tenured", in the seat for a year before today and all of the first year
// after it, where X or Y is about sales, else "present", there at the end; or
// "newcomers", hired in the half year before today, or "qualified" or
// "unqualified", present and such.
type comparison struct {
	kind, x, y, who string
	low, high       float64
	traits          map[string]int
}

// parse reads a comparison; nil where the outcome is none.
func parse(outcome string, s *sim.Scenario) (*comparison, error) {
	f := strings.Fields(outcome)
	if len(f) < 2 {
		return nil, nil
	}
	c := &comparison{kind: f[0], x: f[1], traits: map[string]int{}}
	for i := range s.Catalogue.Traits {
		c.traits[s.Catalogue.Traits[i].ID] = i
	}
	rest := f[2:]
	switch c.kind {
	case "gap", "distance", "corr":
		c.y, rest = f[2], f[3:]
	case "quits", "dismissals":
		c.x = ""
		if _, err := fmt.Sscan(f[1]+" "+f[2], &c.low, &c.high); err != nil {
			return nil, fmt.Errorf("%q: %w", outcome, err)
		}
		rest = f[3:]
	case "cv", "sd", "mean", "clustering", "teams", "quit", "dismissed":
	default:
		return nil, fmt.Errorf("%q is no comparison", outcome)
	}
	c.who = "present"
	if ofSales(c.x) || ofSales(c.y) {
		c.who = "tenured"
	}
	if len(rest) > 0 {
		c.who = rest[0]
	}
	return c, nil
}

func ofSales(x string) bool { return x == "sales" || x == "quota" || x == "attainment" }

// value is a quantity of a person.
func (c *comparison) value(p *sim.PersonRecord, x string) float64 {
	switch x {
	case "sales":
		return p.Sales[0]
	case "attainment":
		return p.Sales[0] / p.Quota[0]
	case "quota":
		return p.Quota[0]
	case "gain":
		return p.GainYears[1]
	case "age":
		return p.Age
	case "savvy":
		return p.Savvy
	case "ease":
		return p.Ease
	case "intention":
		return p.Intention
	case "fit":
		return p.Fit
	case "rating":
		return p.Rating
	case "rating_start":
		return p.RatingStart
	case "potential":
		return p.Potential
	case "accounts":
		return p.Accounts
	case "presence":
		return p.Presence
	case "workload":
		return p.Workload
	case "tenure":
		return p.TenureStart
	case "skill":
		return p.Skill
	case "engagement":
		return p.Engagement
	case "logged":
		return p.LoggedUse
	case "qualified":
		if p.Qualified {
			return 1
		}
		return 0
	}
	if at, ok := c.traits[x]; ok {
		return p.Traits[at]
	}
	return math.NaN()
}

// is reports whether a person is one of those compared.
func (c *comparison) is(p *sim.PersonRecord) bool {
	switch c.who {
	case "tenured":
		return p.HireWeek <= -52 && p.WeeksInSeat[0] == 52
	case "newcomers":
		return p.HireWeek > -26 && p.HireWeek <= 0 && p.WeeksInSeat[0] == 52
	case "qualified":
		return p.ExitWeek < 0 && p.Qualified
	case "unqualified":
		return p.ExitWeek < 0 && !p.Qualified
	}
	return p.ExitWeek < 0
}

// of compares the people of one future's scenario.
func (c *comparison) of(records []sim.PersonRecord) float64 {
	var list []*sim.PersonRecord
	for i := range records {
		if records[i].World == sim.Decided {
			list = append(list, &records[i])
		}
	}
	switch c.kind {
	case "quits":
		return c.exits(list, "voluntary")
	case "dismissals":
		return c.exits(list, "involuntary")
	case "quit":
		return c.leavers(list, "voluntary")
	case "dismissed":
		return c.leavers(list, "involuntary")
	}
	list = slices.DeleteFunc(list, func(p *sim.PersonRecord) bool {
		return !c.is(p) || math.IsNaN(c.value(p, c.x)) || c.y != "" && math.IsNaN(c.value(p, c.y))
	})
	switch c.kind {
	case "gap", "distance":
		return c.gap(list)
	case "corr":
		return c.correlation(list)
	case "teams":
		return c.teams(list)
	case "clustering":
		_, sd := c.moments(list)
		return c.teams(list) / sd
	}
	mean, sd := c.moments(list)
	switch c.kind {
	case "cv":
		return sd / mean
	case "sd":
		return sd
	}
	return mean
}

func (c *comparison) exits(list []*sim.PersonRecord, kind string) float64 {
	n := 0.0
	for _, p := range list {
		if p.ExitKind == kind && p.Tenure >= c.low && p.Tenure < c.high {
			n++
		}
	}
	return n
}

// leavers looks at who was in the seat all of the first year and left in the second.
func (c *comparison) leavers(list []*sim.PersonRecord, kind string) float64 {
	var left, stayed []float64
	for _, p := range list {
		v := c.value(p, c.x)
		switch {
		case p.HireWeek > -52 || p.WeeksInSeat[0] < 52 || math.IsNaN(v):
		case p.ExitWeek < 0 || p.ExitWeek >= 104:
			stayed = append(stayed, v)
		case p.ExitKind == kind:
			left = append(left, v)
		}
	}
	return sim.Summarise(left).Mean - sim.Summarise(stayed).Mean
}

func (c *comparison) gap(list []*sim.PersonRecord) float64 {
	sort.SliceStable(list, func(i, j int) bool { return c.value(list[i], c.y) < c.value(list[j], c.y) })
	half := len(list) / 2
	if c.y == "qualified" {
		half = sort.Search(len(list), func(i int) bool { return list[i].Qualified })
	}
	lower, upper := c.mean(list[:half]), c.mean(list[half:])
	if c.kind == "distance" {
		return upper - lower
	}
	return (upper - lower) / c.mean(list)
}

func (c *comparison) mean(list []*sim.PersonRecord) float64 {
	mean, _ := c.moments(list)
	return mean
}

func (c *comparison) moments(list []*sim.PersonRecord) (mean, sd float64) {
	x := make([]float64, len(list))
	for i, p := range list {
		x[i] = c.value(p, c.x)
	}
	s := sim.Summarise(x)
	return s.Mean, s.SD
}

func (c *comparison) correlation(list []*sim.PersonRecord) float64 {
	var n, sx, sy, sxx, syy, sxy float64
	for _, p := range list {
		x, y := c.value(p, c.x), c.value(p, c.y)
		n++
		sx, sy = sx+x, sy+y
		sxx, syy, sxy = sxx+x*x, syy+y*y, sxy+x*y
	}
	return (n*sxy - sx*sy) / math.Sqrt((n*sxx-sx*sx)*(n*syy-sy*sy))
}

func (c *comparison) teams(list []*sim.PersonRecord) float64 {
	byTeam := map[string][]*sim.PersonRecord{}
	var names []string
	for _, p := range list {
		if byTeam[p.Team] == nil {
			names = append(names, p.Team)
		}
		byTeam[p.Team] = append(byTeam[p.Team], p)
	}
	sort.Strings(names)
	var means []float64
	for _, name := range names {
		means = append(means, c.mean(byTeam[name]))
	}
	return sim.Summarise(means).SD
}
