package chart

import (
	"math"
	"slices"
	"strings"

	"threep/assets"
	"threep/sim"
)

// Figure is what a picture shows, as plain data.
type Figure struct {
	Kind     ID
	Title    string // what it shows
	Subtitle string // quantity and unit
	Note     string // what line and bands stand for
	Stamp    Stamp  // for exports
	// Empty is the sentence that stands in place of data; Panels is empty then.
	Empty  string
	X      TimeAxis
	Panels []Panel
	Verges []Verge
	// Published are the figures of others that belong to what is shown, those that are
	// marked in a panel and the others.
	Published []Published
}

// Stamp says of a picture where it comes from.
type Stamp struct {
	Scenario string
	// Changed is set where the scenario is no longer the one that is kept under its
	// name.
	Changed bool
	Runs    int // finished futures
	Seed    uint64
	Program string // with its version
	Model   string // version
	// Digest is that of the canonical scenario; a picture carries the beginning of it.
	Digest string
}

// stampDigits is how much of a digest tells scenarios apart to the eye.
const stampDigits = 12

// Text is the stamp as one line.
func (s Stamp) Text() string {
	name := s.Scenario
	if name != "" && s.Changed {
		name = assets.F("chart.stamp.changed", name)
	}
	parts := []string{name, counted(s.Runs), assets.F("chart.stamp.seed", s.Seed), s.Program}
	if s.Model != "" {
		parts = append(parts, assets.F("chart.stamp.model", s.Model))
	}
	if len(s.Digest) >= stampDigits {
		parts = append(parts, assets.F("chart.stamp.digest", s.Digest[:stampDigits]))
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
}

// TimeAxis counts weeks since today.
type TimeAxis struct {
	Weeks    []float64 // where the values of every series stand
	Max      float64   // right end [weeks]; the left end is today
	Quarters bool      // ticks are quarters in place of months
	// FromHire counts from the day a rep is hired in place of today.
	FromHire bool
}

// Verge is a moment marked by a vertical line.
type Verge struct {
	Week  float64
	Label string
}

// Panel is one data area. The panels of a figure stand one above the other and share
// the time axis.
type Panel struct {
	Title  string // where a figure has several
	Y      Axis
	Areas  []Area
	Bands  []Band
	Series []Series // drawn in order: the last is on top
	Points []Point
	Marks  []Mark
	Remark string // a sentence inside the data area
}

// Axis is a vertical axis.
type Axis struct {
	Range
	Unit     sim.Unit
	Currency string
}

// Range is a stretch of values.
type Range struct{ Min, Max float64 }

// Series is a line.
type Series struct {
	ID    string // stable; a column's name in exports
	Label string // in tables and read-outs
	Short string // at the end of the line; empty: not labelled
	Y     []float64
	Hue   Hue
	Dash  Dash
	Width Width
	// Sample marks one of the sample lines, which tables and read-outs leave out.
	Sample bool
}

// Band is the region that holds a share of the futures.
type Band struct {
	Share     float64
	Label     string
	Hue       Hue
	Low, High []float64
}

// Area is a filled region: a layer of a stack, or the room between two lines.
type Area struct {
	ID, Label, Short string
	Hue              Hue
	Hatched          bool
	// Faint is for regions that only underline what lines show; read-outs leave them
	// out.
	Faint     bool
	Low, High []float64
}

// Point is a marked place with its words.
type Point struct {
	Week, Y float64
	Label   string
	Hue     Hue
	Below   bool // the words stand below
}

// Dash is a line's pattern.
type Dash int

// The patterns of lines.
const (
	Solid Dash = iota
	Dashed
	Dotted
	DashDotted
)

// Width is a line's weight.
type Width int

// The weights of lines: Thick for the scenario, Thin for a baseline that is drawn on
// top of it, Medium for lines among equals, Hair for samples.
const (
	Hair Width = iota
	Thin
	Medium
	Thick
)

// Axes are the ranges of a figure, to be held while a lever is being dragged.
type Axes struct {
	Kind ID
	Y    []Range
}

// Axes returns the ranges in use.
func (f Figure) Axes() *Axes {
	a := &Axes{Kind: f.Kind}
	for _, p := range f.Panels {
		a.Y = append(a.Y, p.Y.Range)
	}
	return a
}

// hold puts earlier ranges in place of those that were found, as far as they fit the
// figure. A range grows where a line would leave it: to hide what happens would be
// worse than to move.
func (f *Figure) hold(a *Axes) {
	if a == nil || a.Kind != f.Kind || len(a.Y) != len(f.Panels) {
		return
	}
	for i := range f.Panels {
		p := &f.Panels[i]
		held := a.Y[i]
		if !(held.Max > held.Min) {
			continue
		}
		lines := extent{}
		for _, s := range p.Series {
			if !s.Sample {
				lines.add(s.Y...)
			}
		}
		if lines.any && (lines.low < held.Min || lines.high > held.Max) {
			held = Range{math.Min(held.Min, p.Y.Min), math.Max(held.Max, p.Y.Max)}
		}
		p.Y.Range = held
	}
}
