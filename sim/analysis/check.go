package analysis

import (
	"math"
	"strings"

	"threep/sim"
)

// Kind says what a check rests on.
type Kind string

// The kinds of check: a claim of the founding text, a published figure, a limit
// that mathematics gives.
const (
	Claim       Kind = "claim"
	Evidence    Kind = "evidence"
	Mathematics Kind = "mathematics"
	// Matrix checks look at every parameter, or at every pair of main levers.
	Matrix Kind = "matrix"
)

// Check is one thing that the model must show.
type Check struct {
	ID      string
	Kind    Kind
	Setups  []Setup  // the simulations it asks for, in the order of its estimator
	Window  Window   // the weeks it looks at
	Lines   []Line   // what it measures, and the bands
	Runs    Runs     // futures of each simulation
	Seed    uint64   // of all chance, unless another is asked for
	Sources []string // keys of works
	// FalseAlarm are the rates, of the fast and of the full set, at which another seed
	// may fail the check by luck alone. What a run estimates its own at stands beside
	// its result; a test holds the stated to the estimated.
	FalseAlarm Rates

	measure func(t *trial) error
}

// Window is a span of weeks after today, the first and the last; zero where the
// lines say what they look at.
type Window struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Runs are the numbers of futures of the fast and the full set.
type Runs struct {
	Fast int `json:"fast"`
	Full int `json:"full"`
}

// Rates are rates of the fast and the full set.
type Rates struct {
	Fast float64 `json:"fast"`
	Full float64 `json:"full"`
}

// In is the rate of a set.
func (r Rates) In(full bool) float64 {
	if full {
		return r.Full
	}
	return r.Fast
}

// rare is the rate that runs are chosen for, in both sets.
var rare = Rates{.001, .001}

// Rule says what of an estimate is held against the band.
type Rule string

// The rules: the estimate itself; a one-sided confidence bound of it; a figure
// without luck; a share of futures; a figure that is reported and not judged.
const (
	Estimate Rule = "estimate"
	Upper95  Rule = "upper95"  // "no gain", "at most"
	Lower99  Rule = "lower99"  // "at least, with 99%"
	Lower999 Rule = "lower999" // "raises"
	Upper999 Rule = "upper999" // "lowers"
	Exact    Rule = "exact"
	Share    Rule = "share"
	Reported Rule = "reported"
)

// z is the standard errors between the estimate and what is judged, with its sign.
func (r Rule) z() float64 {
	switch r {
	case Upper95:
		return 1.6448536269514722
	case Lower99:
		return -2.3263478740408408
	case Lower999:
		return -3.090232306167813
	case Upper999:
		return 3.090232306167813
	}
	return 0
}

// Line is one figure of a check with the band that it must lie in.
type Line struct {
	ID   string
	Unit sim.Unit
	Rule Rule
	// Low and High bound the band; minus and plus infinity where there is none.
	Low, High float64
	// Open bands do not include their bounds.
	Open bool
	// FullOnly lines are measured in the full set alone.
	FullOnly bool
	// At is the unqualified share that the line is about; 0 where the check is
	// about one world alone.
	At float64
}

// Key is the line's name in the text table, which is the same at every share.
func (l *Line) Key() string {
	if l.At == 0 {
		return l.ID
	}
	return strings.TrimSuffix(l.ID, at(l.At))
}

// inside reports whether v lies in the band.
func (l *Line) inside(v float64) bool {
	if math.IsNaN(v) {
		return false
	}
	if l.Open {
		return v > l.Low && v < l.High
	}
	return v >= l.Low && v <= l.High
}

// Measured is a line with what was found.
type Measured struct {
	Line
	Value float64
	SE    float64 // standard error of Value; 0 where there is no luck
	// Judged is what was held against the band: Value, or its confidence bound.
	Judged float64
	// Margin is how far Judged lies inside the band, negative where it lies
	// outside, in the line's unit; infinite where there is no band.
	Margin float64
	Holds  bool
	// FalseAlarm estimates how often another seed would fail the line, were the
	// truth what was found here; 0 where it fails.
	FalseAlarm float64
}

// judge holds an estimate against the band of a line.
func (l *Line) judge(e estimate) Measured {
	m := Measured{Line: *l, Value: e.value, SE: e.se}
	m.Judged = e.value
	if z := l.Rule.z(); z != 0 {
		m.Judged += z * e.se
	}
	m.Margin = math.Min(m.Judged-l.Low, l.High-m.Judged)
	if math.IsNaN(m.Judged) {
		m.Margin = math.Inf(-1)
	}
	m.Holds = l.Rule == Reported || l.inside(m.Judged)
	if m.Holds && l.Rule != Reported && e.se > 0 {
		m.FalseAlarm = normalCDF((l.Low-m.Judged)/e.se) + normalCDF((m.Judged-l.High)/e.se)
	}
	return m
}

// Outcome is a check with what a run of it found.
type Outcome struct {
	Check    *Check
	Full     bool
	Runs     int
	Seed     uint64
	Measured []Measured
	// Holds is true where every line that is judged holds.
	Holds bool
	// Notes say what is wrong, case by case, where a check looks at many.
	Notes []string
	// FalseAlarm is the estimated rate at which another seed would fail the
	// check, at most.
	FalseAlarm float64
	Seconds    float64
}

// between, atLeast, atMost and the others build lines.
func between(id string, unit sim.Unit, low, high float64) Line {
	return Line{ID: id, Unit: unit, Rule: Estimate, Low: low, High: high}
}

func atLeast(id string, unit sim.Unit, rule Rule, low float64) Line {
	return Line{ID: id, Unit: unit, Rule: rule, Low: low, High: math.Inf(1)}
}

func atMost(id string, unit sim.Unit, rule Rule, high float64) Line {
	return Line{ID: id, Unit: unit, Rule: rule, Low: math.Inf(-1), High: high}
}

func above(id string, unit sim.Unit, rule Rule, low float64) Line {
	l := atLeast(id, unit, rule, low)
	l.Open = true
	return l
}

func below(id string, unit sim.Unit, rule Rule, high float64) Line {
	l := atMost(id, unit, rule, high)
	l.Open = true
	return l
}

// nineOfTen is a share of futures that must be at least nine tenths.
func nineOfTen(id string) Line { return atLeast(id, sim.UnitShare, Share, .9) }

// exactly is a figure without luck that must be want, to an error.
func exactly(id string, unit sim.Unit, want, err float64) Line {
	return Line{ID: id, Unit: unit, Rule: Exact, Low: want - err, High: want + err}
}

// none is the largest of some faults, which must not pass an error.
func none(id string, err float64) Line {
	return Line{ID: id, Unit: sim.UnitFactor, Rule: Exact, Low: math.Inf(-1), High: err}
}

func reported(id string, unit sim.Unit) Line {
	return Line{ID: id, Unit: unit, Rule: Reported, Low: math.Inf(-1), High: math.Inf(1)}
}

func (l Line) fullOnly() Line {
	l.FullOnly = true
	return l
}
