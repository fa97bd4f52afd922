// Package verdict says in one sentence what a result means: how many of twenty
// equally likely futures beat the baseline, and when the programme pays back. The window and
// the command line say it in the same words.
package verdict

import (
	"math"
	"reflect"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

// Baseline is what effectiveness is held against.
const Baseline = 100

// Defined reports whether effectiveness is: a baseline without a margin has nothing to
// be compared with.
func Defined(h *sim.Headline) bool { return !math.IsNaN(h.After) && !math.IsInf(h.After, 0) }

// Unmoved reports that the scenario is the baseline in every future. It asks the
// futures one by one: the total is a quotient, which may miss 100 by a rounding.
func Unmoved(h *sim.Headline) bool {
	for _, d := range h.Dots {
		if d != Baseline {
			return false
		}
	}
	return len(h.Dots) > 0 && h.CostRatio == 0
}

// Beat counts the dots above the baseline.
func Beat(h *sim.Headline) int {
	n := 0
	for _, d := range h.Dots {
		if d > Baseline {
			n++
		}
	}
	return n
}

// Decided reports whether a scenario holds any decision: a tool, or a lever that is
// not where it stands without the user.
func Decided(s *sim.Scenario) bool {
	if len(s.Decisions.Tools) > 0 {
		return true
	}
	d := s.Decisions
	none := sim.NoDecisions()
	d.Tools, d.ToolDelay, none.Tools, none.ToolDelay = nil, nil, nil, nil
	return !reflect.DeepEqual(d, none)
}

// Words is the sentence: "18 of 20 futures beat the baseline; payback in month 14."
func Words(h *sim.Headline, r *sim.Result) string {
	switch {
	case !Defined(h):
		return assets.T("verdict.undefined")
	case Unmoved(h) && r.Scenario != nil && Decided(r.Scenario):
		return assets.T("verdict.no_effect")
	case Unmoved(h):
		return assets.T("verdict.nothing")
	}
	return assets.F("verdict.whole", futures(h, r.Runs), payback(h, float64(r.Weeks)))
}

// futures says how many futures beat the baseline.
func futures(h *sim.Headline, runs int) string {
	n, all := Beat(h), len(h.Dots)
	switch {
	case runs == 1 && n > 0:
		return assets.T("verdict.one_above")
	case runs == 1:
		return assets.T("verdict.one_below")
	case n == 0:
		return assets.F("verdict.beat_none", all)
	case n == 1:
		return assets.F("verdict.beat_one", all)
	case n == all:
		return assets.F("verdict.beat_all", all)
	}
	return assets.F("verdict.beat", n, all)
}

// payback says when the middle future has paid back, or how many do at all.
func payback(h *sim.Headline, weeks float64) string {
	span := format.Span(weeks)
	switch {
	case h.PaybackWeek <= 0:
		return assets.T("verdict.at_once")
	case !math.IsNaN(h.PaybackWeek):
		return assets.F("verdict.payback", format.Payback(h.PaybackWeek, weeks))
	case h.PaybackShare > 0:
		return assets.F("verdict.payback_rare", OutOf(h.PaybackShare, sim.HeadlineDots), span)
	}
	return assets.F("verdict.no_payback", span)
}

// OutOf says a share as so many of n, but never none or all where it is neither.
func OutOf(share float64, n int) string {
	k := int(math.Floor(share*float64(n) + .5))
	switch {
	case k == 0 && share > 0:
		return assets.F("verdict.share.under", n)
	case k == n && share < 1:
		return assets.F("verdict.share.over", n-1, n)
	}
	return assets.F("verdict.share.of", k, n)
}
