package chart

import (
	"math"

	"threep/app/internal/format"
)

// extent is the stretch of all finite values that were added.
type extent struct {
	any       bool
	low, high float64
}

func (e *extent) add(values ...float64) {
	for _, v := range values {
		if !finite(v) {
			continue
		}
		if !e.any {
			e.any, e.low, e.high = true, v, v
		}
		e.low, e.high = math.Min(e.low, v), math.Max(e.high, v)
	}
}

// niceStep is the smallest of 1, 2, 2.5 and 5 times a power of ten that is not below
// step.
func niceStep(step float64) float64 {
	if !(step > 0) || math.IsInf(step, 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(step)))
	if power == 0 {
		return step
	}
	for _, f := range []float64{1, 2, 2.5, 5, 10} {
		if f*power >= step*(1-1e-9) {
			return f * power
		}
	}
	return 10 * power
}

// niceRange widens an extent to round numbers, and to at least a span.
func niceRange(e extent, span float64) Range {
	if !e.any {
		return Range{0, 1}
	}
	low, high := e.low, e.high
	if least := math.Max(span, 1e-9*math.Max(math.Abs(low), math.Abs(high))); high-low < least {
		middle := low + (high-low)/2
		low, high = middle-least/2, middle+least/2
	}
	if high <= low {
		high = low + 1
	}
	step := niceStep((high - low) / 6)
	r := Range{math.Floor(low/step+1e-9) * step, math.Ceil(high/step-1e-9) * step}
	if !(r.Max > r.Min) {
		return Range{low, low + 1}
	}
	return r
}

// ticks are the round values within a range, at most so many.
func (r Range) ticks(most int) []float64 {
	if most < 2 {
		most = 2
	}
	span := r.Max - r.Min
	if !(span > 0) || math.IsInf(span, 0) {
		return nil
	}
	step := niceStep(span / float64(most))
	first := math.Ceil(r.Min/step - 1e-6)
	var out []float64
	for i := 0.0; i <= float64(most)+1; i++ {
		v := (first + i) * step
		if v > r.Max+1e-6*span {
			break
		}
		out = append(out, v)
	}
	return out
}

// timeTicks are the weeks of round months or quarters, and how many of them lie
// between two ticks.
func (x TimeAxis) ticks(most int) (weeks []float64, numbers []int) {
	unit, steps := x.unit(), []int{1, 2, 3, 6, 12, 24, 60, 120}
	if x.Quarters {
		steps = []int{1, 2, 4, 8, 20, 40}
	}
	count := int(x.Max/unit + 1e-6)
	step := steps[len(steps)-1]
	for _, s := range steps {
		if count/s < most {
			step = s
			break
		}
	}
	for n := 0; n <= count && len(weeks) < 1000; n += step {
		weeks, numbers = append(weeks, float64(n)*unit), append(numbers, n)
	}
	return weeks, numbers
}

// lastWeek is the last week of the n-th month or quarter.
func (x TimeAxis) lastWeek(n int) int {
	if x.Quarters {
		return n * quarterWeeks
	}
	return format.LastWeek(n)
}

// unit is the length of what the axis counts [weeks].
func (x TimeAxis) unit() float64 {
	if x.Quarters {
		return quarterWeeks
	}
	return format.WeeksPerMonth
}
