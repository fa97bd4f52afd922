package sim

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// Kind tells a decision (what a user can do) from an assumption (what a user
// believes about the world).
type Kind string

// The kinds of parameter.
const (
	KindDecision   Kind = "decision"
	KindAssumption Kind = "assumption"
)

// Grade is the evidence grade of a default.
type Grade string

// The evidence grades: meta-analysis or large objective study, single
// peer-reviewed study, vendor or trade survey, opinion, judgement of the
// model's authors; GradeChoice marks a decision, which is the user's to make.
const (
	GradeA      Grade = "A"
	GradeAMinus Grade = "A-" // a meta-analysis of few studies
	GradeB      Grade = "B"
	GradeC      Grade = "C"
	GradeD      Grade = "D"
	GradeJ      Grade = "judgement"
	GradeChoice Grade = "choice"
)

// Unit is the key of a parameter's or outcome's unit in the text table.
type Unit string

// The units in use.
const (
	UnitShare      Unit = "share"       // 0-1, shown as percent
	UnitDays       Unit = "days"        //
	UnitWeeks      Unit = "weeks"       //
	UnitMonths     Unit = "months"      //
	UnitYears      Unit = "years"       //
	UnitAge        Unit = "age"         // years of age
	UnitHoursWeek  Unit = "hours_week"  // hours a rep-week
	UnitHoursYear  Unit = "hours_year"  // hours a rep-year
	UnitHours      Unit = "hours"       // hours a rep
	UnitPerWeek    Unit = "per_week"    // a week
	UnitPerYear    Unit = "per_year"    // a year
	UnitLevel      Unit = "level"       // maturity 1-5
	UnitPoints     Unit = "points"      // 0-1 readiness
	UnitMoney      Unit = "money"       // currency
	UnitCount      Unit = "count"       //
	UnitFactor     Unit = "factor"      // pure number
	UnitSD         Unit = "sd"          // standard deviations
	UnitLog        Unit = "log"         // effect on a logarithm
	UnitR          Unit = "correlation" //
	UnitPercentage Unit = "index"       // baseline = 100
)

// Param is one row of the parameter table: everything that sliders, files,
// checks and the reference need to know of one decision or assumption. Labels
// and help texts are looked up by ID in the text table.
type Param struct {
	ID      string
	Group   string // the part of ID before the dot
	Kind    Kind
	Today   bool // a level as it stands at the start: baseline and scenario share it
	Unit    Unit
	Min     float64
	Max     float64
	Step    float64
	Default float64
	// Low and High bound the central 90% of what the evidence allows; ignorance
	// is drawn from it. Both equal Default where nothing is drawn.
	Low, High float64
	Source    string // key of Sources
	Grade     Grade
	// Direction is the grade of the direction alone, where the size is judged and the
	// work says which way; else empty.
	Direction Grade

	index []int // field path in Scenario
}

// Get returns the parameter's value in s.
func (p *Param) Get(s *Scenario) float64 {
	return reflect.ValueOf(s).Elem().FieldByIndex(p.index).Float()
}

// Set sets the parameter's value in s; s must be the caller's own clone.
func (p *Param) Set(s *Scenario, v float64) {
	reflect.ValueOf(s).Elem().FieldByIndex(p.index).SetFloat(v)
}

// Path is the parameter's key path in a scenario file.
func (p *Param) Path() string {
	switch {
	case p.Group == "organisation" || p.Group == "today":
		return p.ID
	case p.Kind == KindDecision:
		return "decisions." + p.ID
	default:
		return "assumptions." + p.ID
	}
}

// Uncertain reports whether ignorance about the parameter is drawn.
func (p *Param) Uncertain() bool { return p.High > p.Low }

// Check returns an error that names the remedy where v is not allowed.
func (p *Param) Check(v float64) error {
	if !isFinite(v) {
		return fmt.Errorf("%s is not a finite number; give one from %g to %g", p.ID, p.Min, p.Max)
	}
	if v < p.Min || v > p.Max {
		return fmt.Errorf("%s = %g is out of range; give a number from %g to %g (default %g)", p.ID, v, p.Min, p.Max, p.Default)
	}
	if p.integral() && v != float64(int64(v)) {
		return fmt.Errorf("%s = %g must be a whole number from %g to %g (default %g)", p.ID, v, p.Min, p.Max, p.Default)
	}
	return nil
}

func (p *Param) integral() bool { return p.Unit == UnitCount }

func isFinite(v float64) bool { return v-v == 0 }

// Table is the parameter table.
type Table struct {
	rows []Param
	byID map[string]int
}

// NewTable builds the parameter table; it panics where a row has no field,
// which only a programmer can cause and a test would show.
func NewTable() *Table {
	t := &Table{byID: map[string]int{}}
	t.rows = append(t.rows, todayRows()...)
	t.rows = append(t.rows, decisionRows()...)
	t.rows = append(t.rows, worldRows()...)
	t.rows = append(t.rows, peopleRows()...)
	t.rows = append(t.rows, toolRows()...)
	t.rows = append(t.rows, moneyRows()...)
	root := reflect.TypeOf(Scenario{})
	for i := range t.rows {
		r := &t.rows[i]
		r.Group, _, _ = strings.Cut(r.ID, ".")
		index, ok := fieldPath(root, strings.Split(r.Path(), "."))
		if !ok {
			panic("sim: parameter without a field: " + r.ID)
		}
		if _, twice := t.byID[r.ID]; twice {
			panic("sim: parameter listed twice: " + r.ID)
		}
		r.index = index
		t.byID[r.ID] = i
	}
	t.splitGrades()
	return t
}

func fieldPath(t reflect.Type, path []string) ([]int, bool) {
	var index []int
	for _, name := range path {
		if t.Kind() != reflect.Struct {
			return nil, false
		}
		found := false
		for i := 0; i < t.NumField(); i++ {
			if f := t.Field(i); f.Tag.Get("toml") == name {
				index, t, found = append(index, i), f.Type, true
				break
			}
		}
		if !found {
			return nil, false
		}
	}
	return index, t.Kind() == reflect.Float64
}

// Rows returns the rows in their order; the caller must not change them.
func (t *Table) Rows() []Param { return t.rows }

// Lookup finds a row by ID.
func (t *Table) Lookup(id string) (*Param, bool) {
	i, ok := t.byID[id]
	if !ok {
		return nil, false
	}
	return &t.rows[i], true
}

// Apply sets every parameter of s to its default.
func (t *Table) Apply(s *Scenario) {
	for i := range t.rows {
		t.rows[i].Set(s, t.rows[i].Default)
	}
}

// Baseline returns s without its decisions, under its own assumptions.
func (s *Scenario) Baseline() *Scenario {
	b := s.Clone()
	b.Decisions = NoDecisions()
	return b
}

// NoDecisions returns the decisions that change nothing: every lever at its
// default and no tool.
func NoDecisions() Decisions { return defaultDecisions() }

// defaultDecisions is worked out once, since every run asks for it.
var defaultDecisions = sync.OnceValue(func() Decisions {
	var s Scenario
	NewTable().Apply(&s)
	return s.Decisions
})

// Published returns s without its decisions and under the default assumptions,
// with every mechanism on.
func (s *Scenario) Published(t *Table) *Scenario {
	b := s.Baseline()
	for i := range t.rows {
		if t.rows[i].Kind == KindAssumption {
			t.rows[i].Set(b, t.rows[i].Default)
		}
	}
	b.Mechanisms = AllMechanisms()
	return b
}

// today, decide, assume and given build rows; given is an assumption about
// which no ignorance is drawn (a definition, a price, a choice of scale).
func today(id string, unit Unit, minimum, maximum, step, def float64, source string, grade Grade) Param {
	return Param{ID: id, Kind: KindDecision, Today: true, Unit: unit, Min: minimum, Max: maximum, Step: step, Default: def, Low: def, High: def, Source: source, Grade: grade}
}

func decide(id string, unit Unit, minimum, maximum, step, def float64) Param {
	return Param{ID: id, Kind: KindDecision, Unit: unit, Min: minimum, Max: maximum, Step: step, Default: def, Low: def, High: def, Source: "choice", Grade: GradeChoice}
}

func assume(id string, unit Unit, minimum, maximum, step, def, low, high float64, source string, grade Grade) Param {
	return Param{ID: id, Kind: KindAssumption, Unit: unit, Min: minimum, Max: maximum, Step: step, Default: def, Low: low, High: high, Source: source, Grade: grade}
}

func given(id string, unit Unit, minimum, maximum, step, def float64, source string, grade Grade) Param {
	return assume(id, unit, minimum, maximum, step, def, def, def, source, grade)
}
