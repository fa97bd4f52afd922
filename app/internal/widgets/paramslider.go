package widgets

import (
	"math"
	"strings"

	"threep/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget      = (*ParamSlider)(nil)
	_ fyne.Accessible  = (*ParamSlider)(nil)
	_ fyne.Disableable = (*ParamSlider)(nil)
)

// SliderSpec says what a ParamSlider stands for.
type SliderSpec struct {
	// Label names the parameter.
	Label string
	// Badge is a word in the small print that tells a kind of parameter from the others.
	// With one the handle is a ring.
	Badge string
	// Help is the tooltip: what the parameter is and what it is measured in.
	Help string
	// Unit stands behind the number; it may be empty.
	Unit string
	// Values is the table of places at which the handle rests, from low to high.
	Values []float64
	// Base is the value that the tick marks and the reset key leads back to.
	Base float64
	// Format writes a value without its unit; nil writes up to six figures.
	Format func(value float64) string
	// Factor is what a value is multiplied with to be written, 100 for a share that is
	// written in percent; 0 means 1. Typed numbers are divided by it.
	Factor float64
	// Parse reads what Format writes, in place of ParseNumber and Factor. Its error is
	// shown.
	Parse func(text string) (float64, error)
	// Word names the position of a value ("random", "formal"); it may be nil.
	Word func(value float64) string
	// Limit is the value beyond which nothing more happens; the rail is thin from
	// there on. It may be nil.
	Limit func() float64
	// Elsewhere reports that what the parameter sets is changed by others, so that it is
	// marked as changed wherever it stands. It may be nil.
	Elsewhere func() bool
	// Snap takes a typed value to the nearest place of the table.
	Snap bool
	// Words replaces sentences of the text table.
	Words SliderWords
	// Tips shows tooltips; nil shows none.
	Tips *TooltipLayer
}

// Strip is a profile along the track: how good an outcome is at places across the
// range, at equal distances along the track.
type Strip struct {
	// Levels run from -1, much worse than at the base value, to 1, much better. A NaN
	// leaves a gap.
	Levels []float64
	// Tipping are values at which the outcome tips over; each gets a mark.
	Tipping []float64
}

// ParamSlider sets one parameter: by handle, by keys or by a typed number.
//
// Its value is always one of the table, or exactly what was typed or set. Setting it
// from the program fires nothing. A drag fires OnChanging at each move and OnChanged
// once at its end; so does a key that is held; typing and resetting fire OnChanged
// alone.
type ParamSlider struct {
	widget.BaseWidget

	// OnChanging is called while the value moves.
	OnChanging func(value float64)
	// OnChanged is called once for each finished change: one step of undo.
	OnChanged func(value float64)
	// OnDetails is called for a click on the label and for Return on the handle; nil
	// makes the label plain text.
	OnDetails func()
	// OnFocused is called when handle or number gets the focus, to bring the slider
	// into view.
	OnFocused func()

	spec    SliderSpec
	stops   stops
	value   float64
	ghost   float64 // NaN for none
	pending bool    // OnChanging was called, OnChanged not yet
	strip   Strip
	problem string
	off     bool
	unitMin float32

	label *sliderLabel
	entry *sliderEntry
	track *sliderTrack
	reset *sliderReset
}

// NewParamSlider returns a slider that stands at its base value. Values are sorted,
// and doubles left out; a table with fewer than two values makes a slider that is
// off.
func NewParamSlider(spec SliderSpec) *ParamSlider {
	spec.Words = spec.Words.complete()
	if spec.Factor == 0 {
		spec.Factor = 1
	}
	if spec.Format == nil {
		factor := spec.Factor
		spec.Format = func(value float64) string { return formatNumber(value * factor) }
	}
	s := &ParamSlider{spec: spec, stops: newStops(spec.Values), value: spec.Base, ghost: math.NaN()}
	if len(s.stops) == 0 {
		s.stops = stops{spec.Base}
	}
	s.off = len(s.stops) < 2
	s.label = newSliderLabel(s)
	s.entry = newSliderEntry(s)
	s.track = newSliderTrack(s)
	s.reset = newSliderReset(s)
	s.ExtendBaseWidget(s)
	return s
}

// Value returns the present value.
func (s *ParamSlider) Value() float64 { return s.value }

// Base returns the value that the tick marks.
func (s *ParamSlider) Base() float64 { return s.spec.Base }

// Dirty reports whether the value differs from the base value.
func (s *ParamSlider) Dirty() bool { return s.value != s.spec.Base }

// SetValue shows another value and fires nothing. While the user holds the handle it
// does nothing: the user's own value follows on release.
func (s *ParamSlider) SetValue(value float64) {
	if s.track.held || math.IsNaN(value) || math.IsInf(value, 0) {
		return
	}
	if value == s.value && s.problem == "" {
		return
	}
	s.value, s.pending = value, false
	s.clearProblem()
	s.Refresh()
}

// marked reports that the label shows a change, of the value or from elsewhere.
func (s *ParamSlider) marked() bool {
	return s.Dirty() || s.spec.Elsewhere != nil && s.spec.Elsewhere()
}

// SetBase moves the tick.
func (s *ParamSlider) SetBase(base float64) {
	if base == s.spec.Base {
		return
	}
	s.spec.Base = base
	s.Refresh()
}

// SetGhost shows the value of the scenario that is compared with.
func (s *ParamSlider) SetGhost(value float64) {
	s.ghost = value
	s.Refresh()
}

// ClearGhost takes the ghost handle away.
func (s *ParamSlider) ClearGhost() { s.SetGhost(math.NaN()) }

// SetStrip shows a profile along the track; a Strip without levels takes it away.
func (s *ParamSlider) SetStrip(strip Strip) {
	s.strip = strip
	s.track.stripImage = nil
	s.Refresh()
}

// Reset goes back to the base value, as the user does with Delete.
func (s *ParamSlider) Reset() {
	s.settle()
	if s.off || !s.Dirty() && s.problem == "" {
		return
	}
	changed := s.Dirty()
	s.value = s.spec.Base
	s.clearProblem()
	s.Refresh()
	if changed {
		s.fireChanged()
	}
}

// Commit takes over a number that was typed and not confirmed, as has to be done
// before saving. It returns false where the text cannot be taken; the sentence that
// says why is then on show.
func (s *ParamSlider) Commit() bool {
	s.settle()
	return s.entry.commit()
}

// Problem returns the sentence about what was typed, or nothing.
func (s *ParamSlider) Problem() string { return s.problem }

// Label returns the parameter's name.
func (s *ParamSlider) Label() string { return s.spec.Label }

// Handle returns the part that takes the keys, to give it the focus.
func (s *ParamSlider) Handle() fyne.Focusable { return s.track }

// Entry returns the part that takes typed numbers, to give it the focus.
func (s *ParamSlider) Entry() fyne.Focusable { return s.entry }

// Enable lets the user change the value.
func (s *ParamSlider) Enable() { s.setOff(len(s.stops) < 2) }

// Disable shows the value without letting the user change it.
func (s *ParamSlider) Disable() { s.setOff(true) }

// Disabled reports whether the user cannot change the value.
func (s *ParamSlider) Disabled() bool { return s.off }

func (s *ParamSlider) setOff(off bool) {
	if s.off == off {
		return
	}
	s.off = off
	if off {
		s.settle()
		s.entry.Disable()
	} else {
		s.entry.Enable()
	}
	s.Refresh()
}

// Spoken returns the value with its unit and its word.
func (s *ParamSlider) Spoken() string {
	spoken := s.written(s.value)
	if word := s.word(); word != "" {
		spoken += ", " + word
	}
	return spoken
}

// AccessibilityLabel returns label, badge, value, unit and word, the base value if it
// differs, and what was wrong with the last entry.
func (s *ParamSlider) AccessibilityLabel() string {
	name := s.spec.Label
	if s.spec.Badge != "" {
		name = assets.F("widgets.slider.badged", name, s.spec.Badge)
	}
	said := assets.F("widgets.slider.spoken", name, s.Spoken())
	if s.Dirty() {
		said = assets.F("widgets.slider.spoken_changed", name, s.Spoken(), s.written(s.spec.Base))
	}
	if !math.IsNaN(s.ghost) {
		said = assets.F("widgets.slider.spoken_compared", said, s.written(s.ghost))
	}
	if s.problem != "" {
		said += ". " + s.problem
	}
	return said
}

// AccessibilityRole is text: Fyne has no role of its own for a slider.
func (s *ParamSlider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AlignUnits gives the sliders of one column the same room for their units, so that
// the numbers stand in a line.
func AlignUnits(sliders ...*ParamSlider) {
	var widest float32
	for _, s := range sliders {
		s.unitMin = 0
		widest = fyne.Max(widest, s.unitWidth(tonesOf(s)))
	}
	for _, s := range sliders {
		s.unitMin = widest
		s.Refresh()
	}
}

func (s *ParamSlider) focusGained() {
	if s.OnFocused != nil {
		s.OnFocused()
	}
}

func (s *ParamSlider) written(value float64) string {
	return strings.TrimSpace(s.spec.Format(value) + " " + s.spec.Unit)
}

func (s *ParamSlider) word() string {
	if s.spec.Word == nil {
		return ""
	}
	return s.spec.Word(s.value)
}

// limit is the place beyond which nothing more happens, within the table.
func (s *ParamSlider) limit() float64 {
	if s.spec.Limit == nil {
		return s.stops.max()
	}
	return math.Max(s.stops.min(), math.Min(s.spec.Limit(), s.stops.max()))
}

func (s *ParamSlider) unitWidth(tone tones) float32 {
	if s.spec.Unit == "" {
		return s.unitMin
	}
	return fyne.Max(s.unitMin, fyne.MeasureText(s.spec.Unit, tone.caption(), fyne.TextStyle{}).Width)
}

// move is a change by the user that goes on.
func (s *ParamSlider) move(value float64) {
	if s.off || value == s.value && s.problem == "" {
		return
	}
	s.value, s.pending = value, true
	s.clearProblem()
	s.Refresh()
	if s.OnChanging != nil {
		s.OnChanging(value)
	}
}

// settle ends a change that went on.
func (s *ParamSlider) settle() {
	if s.pending {
		s.fireChanged()
	}
}

func (s *ParamSlider) fireChanged() {
	s.pending = false
	if s.OnChanged != nil {
		s.OnChanged(s.value)
	}
}

// CreateRenderer is called by Fyne.
func (s *ParamSlider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{
		slider: s, unit: canvas.NewText("", nil), caption: canvas.NewText("", nil),
		badge: canvas.NewText("", nil), frame: canvas.NewRectangle(nil),
	}
	r.update()
	return r
}
