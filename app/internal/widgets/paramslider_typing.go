package widgets

import (
	"errors"
	"math"
	"strings"
)

// typed takes over a number that was written. It returns false if it cannot be.
func (s *ParamSlider) typed(text string) bool {
	value, problem := s.parse(text)
	if problem != "" {
		s.problem = problem
		s.keepClear(true)
		s.Refresh()
		return false
	}
	changed := value != s.value
	s.value = value
	s.clearProblem()
	s.Refresh()
	if changed {
		s.fireChanged()
	}
	return true
}

// parse reads what was written, or says what is wrong with it.
func (s *ParamSlider) parse(text string) (value float64, problem string) {
	bare := strings.TrimSpace(text)
	if s.spec.Unit != "" {
		bare = strings.TrimSpace(strings.TrimSuffix(bare, s.spec.Unit))
	}
	value, other, ambiguous, err := s.read(bare)
	low, high := s.spec.Format(s.stops.min()), s.written(s.stops.max())
	switch {
	case errors.Is(err, ErrNotNumber):
		return 0, s.spec.Words.NotNumber(strings.TrimSpace(text))
	case err != nil:
		return 0, err.Error()
	case ambiguous && s.stops.contains(value) && s.stops.contains(other):
		return 0, s.spec.Words.Ambiguous(s.spec.Format(value), s.spec.Format(other))
	case ambiguous && s.stops.contains(other):
		value = other
	}
	value = s.tidy(value)
	if !s.stops.contains(value) && value != s.spec.Base { // refuses NaN as well
		return 0, s.spec.Words.OutOfRange(low, high)
	}
	return value, ""
}

func (s *ParamSlider) read(text string) (value, other float64, ambiguous bool, err error) {
	if s.spec.Parse == nil {
		value, other, ambiguous, err = ParseNumber(text)
		return value / s.spec.Factor, other / s.spec.Factor, ambiguous, err
	}
	value, err = s.spec.Parse(text)
	return value, 0, false, err
}

// tidy takes a typed value to the stop or the base value that was meant: a table
// made by additions holds 0.30000000000000004 where people type 0.3.
func (s *ParamSlider) tidy(value float64) float64 {
	stop := s.stops[s.stops.nearest(value)]
	slack := 1e-9 * (s.stops.max() - s.stops.min())
	switch {
	case math.Abs(value-s.spec.Base) <= slack:
		return s.spec.Base
	case s.spec.Snap, math.Abs(value-stop) <= slack:
		return stop
	}
	return value
}

// keepClear has tooltips leave the slider in sight while it says what is wrong.
func (s *ParamSlider) keepClear(on bool) {
	if s.spec.Tips == nil {
		return
	}
	s.spec.Tips.keepClear(s, on)
	if on {
		s.spec.Tips.Hide()
	}
}

func (s *ParamSlider) clearProblem() {
	s.problem = ""
	s.keepClear(false)
	s.entry.shown = "" // whatever stands in the entry gives way to the value
}
