package analysis

import (
	"context"
	"errors"
	"math"
	"slices"
	"sort"

	"threep/sim"
)

// Validation holds a roster of real people against rosters that the model makes
// of the same seats. What the year brought the people is hidden from the engine:
// their sales; their ratings, which managers give in view of sales; and their
// quotas, which firms set in view of what a seat has sold. Territories, tenures
// and whatever else is known of the people are given. So every simulated roster
// has the same seats and people as far as they are known, and a year's sales and
// ratings of its own; four figures of the real one are placed among theirs.
//
// A roster's sales are what the seat sold, whoever held it: of a person who joined
// within the year, what the predecessor closed before leaving is counted too. All
// people are judged; for those who held their seat all year the figures are told
// besides, and for all what each cause of the simulated spread makes of them.
type Validation struct {
	Rosters int    `json:"rosters"` // simulated
	Seed    uint64 `json:"seed"`
	People  int    `json:"people"` // who hold a seat and whose sales are known
	// Newcomers are those of them who joined within the year.
	Newcomers int `json:"newcomers"`
	// TenureKnown is false where the roster gives no tenure at all: then nobody is
	// known for a newcomer, and in the simulated rosters some are.
	TenureKnown bool `json:"tenure_known"`
	// Given are the facts that the engine was given, of at least one seat.
	Given []Fact `json:"given"`
	// Everybody are the placements for all, which are judged, WholeYear those for
	// the people who were there all year.
	Everybody []Placement `json:"everybody"`
	WholeYear []Placement `json:"whole_year"`
	// Without are the placements for all with one cause of the simulated spread
	// taken away.
	Without []Without `json:"without"`
}

// Fact is something that a roster may tell of a seat or its holder.
type Fact string

// The facts of a roster that the engine may be given.
const (
	FactTerritory Fact = "territory"
	FactTenure    Fact = "tenure"
	FactTraits    Fact = "traits"
	FactSkill     Fact = "skill"
	FactSavvy     Fact = "savvy"
	FactAge       Fact = "age"
)

// Statistic is a figure of a roster's sales.
type Statistic string

// The statistics: the unadjusted R2 of the least-squares regression of sales on
// the four variables of the territory; the coefficient of variation of sales; the
// share of the best fifth; the correlation of rating and sales.
const (
	TerritoryR2 Statistic = "territory_r2"
	SalesCV     Statistic = "sales_cv"
	TopFifth    Statistic = "top_fifth"
	RatingSales Statistic = "rating_sales"
)

// Statistics lists the statistics in their order.
func Statistics() []Statistic { return []Statistic{TerritoryR2, SalesCV, TopFifth, RatingSales} }

// Unit is the unit of a statistic.
func (s Statistic) Unit() sim.Unit {
	if s == TopFifth {
		return sim.UnitShare
	}
	return sim.UnitR // from 0 to 1 or -1 to 1, written as it is
}

// Lack says why a statistic is not placed.
type Lack string

// The lacks: too few people of whom all is known that the statistic needs, and a
// statistic that is not defined for them, such as that of sales that are all alike.
const (
	LackNone      Lack = ""
	LackPeople    Lack = "people"
	LackUndefined Lack = "undefined"
)

// Inside reports whether the model makes such rosters, as far as it was asked.
func (p *Placement) Inside() bool { return p.Lack == LackNone && p.Place != PlaceOutside }

// LeastPeople is how many people a statistic needs.
const LeastPeople = 8

// Centrals are the shares of simulated rosters that the central intervals hold.
func Centrals() []float64 { return []float64{.50, .90, .99} }

// Place says in which central interval an observed figure lies.
type Place string

// The places, from the middle outwards.
const (
	PlaceMiddle  Place = "middle"  // in the central 50%
	PlaceUsual   Place = "usual"   // in the central 90%
	PlaceRare    Place = "rare"    // in the central 99%
	PlaceOutside Place = "outside" // beyond: the model does not make such rosters
)

// Placement is a statistic of the real roster among those of simulated ones.
type Placement struct {
	Statistic Statistic `json:"statistic"`
	Lack      Lack      `json:"lack,omitempty"`
	People    int       `json:"people"` // on whom it rests
	Observed  Number    `json:"observed"`
	Median    Number    `json:"median"`
	// Low and High bound the central intervals of Centrals.
	Low  []Number `json:"central_low"`
	High []Number `json:"central_high"`
	// Percentile is the share of simulated rosters with a lower figure, those with
	// the same by half.
	Percentile Number `json:"percentile"`
	Place      Place  `json:"place,omitempty"`
	// Undefined is how many simulated rosters have no such figure.
	Undefined int `json:"undefined"`
	// Simulated are the figures of the simulated rosters in order.
	Simulated []float64 `json:"-"`
}

// Cause is something that spreads the simulated sales besides the territories.
type Cause string

// The causes: the luck of deals; what people bring, skill and engagement among it;
// the ramp of newcomers; the vacancy before them, with what it loses of the
// pipeline; and both of these.
const (
	CauseLuck     Cause = "luck"
	CausePeople   Cause = "people"
	CauseRamp     Cause = "ramp"
	CauseVacancy  Cause = "vacancy"
	CauseNewcomer Cause = "newcomer"
)

// Causes lists the causes in their order.
func Causes() []Cause {
	return []Cause{CauseLuck, CausePeople, CauseRamp, CauseVacancy, CauseNewcomer}
}

// Without are the placements among rosters that are simulated without a cause.
type Without struct {
	Cause     Cause       `json:"cause"`
	Everybody []Placement `json:"everybody"`
}

// remove takes a cause out of the assumptions; it returns whether deals are to be
// taken at their expectation.
func (c Cause) remove(a *sim.Assumptions) (expected bool) {
	switch c {
	case CauseLuck:
		return true
	case CausePeople:
		p := &a.People
		p.Drive, p.Courage, p.Optimism, p.Competitiveness, p.Gate = 0, 0, 0, 0, 0
		a.Skill.Effect, a.Engagement.Effort = 0, 0
	case CauseRamp:
		a.Ramp.Start = 1
	case CauseVacancy:
		a.Labour.FillWeeks, a.Pipeline.PassOn, a.Pipeline.VacantDecay = 1, 1, 0
	case CauseNewcomer:
		CauseRamp.remove(a)
		CauseVacancy.remove(a)
	}
	return false
}

// ValidationOptions are how a roster is validated.
type ValidationOptions struct {
	Rosters int // simulated, at least LeastRosters
	Seed    uint64
	Workers int
	// Population is the size of the stationary population; 0 is the usual.
	Population int
	// Causes are those of which it is told what they make of the figures.
	Causes   []Cause
	Progress func(done, all int)
}

// LeastRosters is how many simulated rosters tell the central 99% apart.
const LeastRosters = 200

// ErrNoSales says that a roster has no sales to compare.
var ErrNoSales = errors.New("the roster has too few people whose sales are known")

// Validate places a roster, which is part of the scenario, among simulated ones.
func Validate(ctx context.Context, engine *sim.Engine, s *sim.Scenario, o ValidationOptions) (*Validation, error) {
	if o.Rosters < LeastRosters {
		return nil, errors.New("too few simulated rosters")
	}
	v := &Validation{Rosters: o.Rosters, Seed: o.Seed, Given: given(s.Roster)}
	var whole, all []int
	for i := range s.Roster {
		r := &s.Roster[i]
		v.TenureKnown = v.TenureKnown || r.Tenure != nil
		if r.Vacant || r.Sales == nil {
			continue
		}
		all = append(all, i)
		if r.Tenure != nil && *r.Tenure < wholeYearWeeks {
			v.Newcomers++
			continue
		}
		whole = append(whole, i)
	}
	v.People = len(all)
	if len(all) < LeastPeople {
		return nil, ErrNoSales
	}
	sales, rating := make([]float64, len(s.Roster)), make([]float64, len(s.Roster))
	for i := range s.Roster {
		sales[i], rating[i] = known(s.Roster[i].Sales), known(s.Roster[i].Rating)
	}
	parts := 1 + len(o.Causes)
	simulate := func(part int, hidden *sim.Scenario, expected bool, to ...*placing) error {
		return engine.YearBefore(ctx, hidden, sim.Options{
			Runs: o.Rosters, Seed: o.Seed, Workers: o.Workers, People: o.Population, Expected: expected,
			Progress: func(done, all int) {
				if o.Progress != nil {
					o.Progress(part*all+done, parts*all)
				}
			},
		}, func(run int, holders []sim.Holder) {
			sales, rating := make([]float64, len(holders)), make([]float64, len(holders))
			for i := range holders {
				sales[holders[i].Place], rating[holders[i].Place] = holders[i].SeatSales, holders[i].Rating
			}
			for _, p := range to {
				p.simulated(run, sales, rating)
			}
		})
	}
	hidden := hideTheYear(s)
	judged, told := newPlacing(s.Roster, all, o.Rosters), newPlacing(s.Roster, whole, o.Rosters)
	if err := simulate(0, hidden, false, judged, told); err != nil {
		return nil, err
	}
	v.Everybody, v.WholeYear = judged.place(sales, rating), told.place(sales, rating)
	for k, cause := range o.Causes {
		other := hidden.Clone()
		expected := cause.remove(&other.Assumptions)
		without := newPlacing(s.Roster, all, o.Rosters)
		if err := simulate(1+k, other, expected, without); err != nil {
			return nil, err
		}
		v.Without = append(v.Without, Without{cause, without.place(sales, rating)})
	}
	return v, nil
}

// wholeYearWeeks is the tenure from which the holder has been there all year.
const wholeYearWeeks = 52

// known is a number that a roster gives; it is not asked for where it does not.
func known(x *float64) float64 {
	if x == nil {
		return math.NaN()
	}
	return *x
}

// hideTheYear returns the scenario without what the year brought its people.
func hideTheYear(s *sim.Scenario) *sim.Scenario {
	c := s.Baseline()
	for i := range c.Roster {
		c.Roster[i].Sales, c.Roster[i].Rating, c.Roster[i].Quota = nil, nil, nil
	}
	return c
}

// given lists what a roster tells that is not hidden.
func given(roster []sim.RosterSeat) []Fact {
	var list []Fact
	for _, f := range []struct {
		fact Fact
		has  func(r *sim.RosterSeat) bool
	}{
		{FactTerritory, func(r *sim.RosterSeat) bool {
			return r.Potential != nil || r.Accounts != nil || r.Presence != nil || r.Workload != nil
		}},
		{FactTenure, func(r *sim.RosterSeat) bool { return r.Tenure != nil }},
		{FactTraits, func(r *sim.RosterSeat) bool { return len(r.Traits) > 0 }},
		{FactSkill, func(r *sim.RosterSeat) bool { return r.Skill != nil }},
		{FactSavvy, func(r *sim.RosterSeat) bool { return r.Savvy != nil }},
		{FactAge, func(r *sim.RosterSeat) bool { return r.Age != nil }},
	} {
		for i := range roster {
			if f.has(&roster[i]) {
				list = append(list, f.fact)
				break
			}
		}
	}
	return list
}

// placing gathers the statistics of some people of a roster over the simulated
// rosters. Each statistic rests on those of whom all is known that it needs.
type placing struct {
	who       map[Statistic][]int
	territory [4][]float64 // of all seats
	found     map[Statistic][]float64
}

func newPlacing(roster []sim.RosterSeat, people []int, rosters int) *placing {
	p := &placing{who: map[Statistic][]int{}, found: map[Statistic][]float64{}}
	for k := range p.territory {
		p.territory[k] = make([]float64, len(roster))
	}
	for _, i := range people {
		r := &roster[i]
		p.who[SalesCV] = append(p.who[SalesCV], i)
		p.who[TopFifth] = append(p.who[TopFifth], i)
		if r.Potential != nil && r.Accounts != nil && r.Presence != nil && r.Workload != nil {
			p.who[TerritoryR2] = append(p.who[TerritoryR2], i)
			for k, x := range [4]*float64{r.Potential, r.Accounts, r.Presence, r.Workload} {
				p.territory[k][i] = *x
			}
		}
		if r.Rating != nil {
			p.who[RatingSales] = append(p.who[RatingSales], i)
		}
	}
	for _, s := range Statistics() {
		if len(p.who[s]) >= LeastPeople {
			p.found[s] = make([]float64, rosters)
		}
	}
	return p
}

// simulated notes the statistics of a simulated roster. Several may come at once.
func (p *placing) simulated(run int, sales, rating []float64) {
	for s, list := range p.found {
		list[run] = p.of(s, sales, rating)
	}
}

// of is a statistic of a roster's sales and ratings; NaN where it is not defined.
func (p *placing) of(s Statistic, sales, rating []float64) float64 {
	pick := func(from []float64) []float64 {
		out := make([]float64, len(p.who[s]))
		for k, i := range p.who[s] {
			out[k] = from[i]
		}
		return out
	}
	y := pick(sales)
	if varies := s == TerritoryR2 || s == RatingSales; varies && slices.Min(y) == slices.Max(y) {
		return math.NaN() // rounding aside there is nothing to explain
	}
	switch s {
	case TerritoryR2:
		return rSquared(y, pick(p.territory[0]), pick(p.territory[1]), pick(p.territory[2]), pick(p.territory[3]))
	case SalesCV:
		return spreadOf(y).cv
	case TopFifth:
		return spreadOf(y).top
	default:
		return pearson(pick(rating), y)
	}
}

// place sets the real roster's statistics among those that were simulated.
func (p *placing) place(sales, rating []float64) []Placement {
	var list []Placement
	for _, s := range Statistics() {
		undefined := Number(math.NaN())
		e := Placement{Statistic: s, People: len(p.who[s]), Observed: undefined, Median: undefined, Percentile: undefined}
		values, ok := p.found[s]
		if !ok {
			e.Lack = LackPeople
			list = append(list, e)
			continue
		}
		observed := p.of(s, sales, rating)
		e.Observed = Number(observed)
		for _, v := range values {
			if !math.IsNaN(v) && !math.IsInf(v, 0) {
				e.Simulated = append(e.Simulated, v)
			}
		}
		sort.Float64s(e.Simulated)
		e.Undefined = len(values) - len(e.Simulated)
		if math.IsNaN(observed) || math.IsInf(observed, 0) || len(e.Simulated) < LeastRosters {
			e.Lack = LackUndefined
			list = append(list, e)
			continue
		}
		e.locate()
		list = append(list, e)
	}
	return list
}

// locate finds where the observed figure lies among the simulated ones.
func (p *Placement) locate() {
	n, observed := float64(len(p.Simulated)), float64(p.Observed)
	below := sort.SearchFloat64s(p.Simulated, observed)
	same := sort.Search(len(p.Simulated), func(i int) bool { return p.Simulated[i] > observed }) - below
	p.Percentile = Number((float64(below) + float64(same)/2) / n)
	p.Median = Number(sim.Quantile(p.Simulated, .5))
	p.Place = PlaceOutside
	places := []Place{PlaceMiddle, PlaceUsual, PlaceRare}
	for k, share := range Centrals() {
		low, high := sim.Quantile(p.Simulated, (1-share)/2), sim.Quantile(p.Simulated, (1+share)/2)
		p.Low, p.High = append(p.Low, Number(low)), append(p.High, Number(high))
		if p.Place == PlaceOutside && observed >= low && observed <= high {
			p.Place = places[k]
		}
	}
}
