package report

import (
	"strings"

	"threep/app/internal/format"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// NoticeLabel names the outcome that shows a notice, as its bound is meant.
func NoticeLabel(n *scenarios.Notice) string {
	label := outcomeLabel(n.Outcome)
	if n.Over != "" {
		label = assets.F("guide.over", label, outcomeLabel(n.Over))
	}
	switch n.Of {
	case "share", "difference", "baseline":
		label = assets.F("guide."+n.Of, label)
	}
	if n.To > 0 {
		label = assets.F("guide.weeks", label, n.From, n.To)
	}
	return label
}

func outcomeLabel(id string) string { return assets.T("outcome." + id + ".label") }

// NoticeFigure writes a value of a notice.
func NoticeFigure(n *scenarios.Notice, v float64, currency string) string {
	unit := noticeUnit(n)
	if unit == sim.UnitPerYear && n.Over == "" && strings.HasPrefix(n.Outcome, "turnover") {
		if n.Of == "difference" {
			return assets.F("guide.a_year", format.Points(v))
		}
		return assets.F("guide.a_year", format.Percent(v))
	}
	if n.Of == "difference" && n.Over == "" {
		return format.Difference(v, unit, currency)
	}
	return format.Value(v, unit, currency)
}

// NoticeBand writes what a notice says that must be found.
func NoticeBand(n *scenarios.Notice, currency string) string {
	number := func(v float64) string { return NoticeFigure(n, v, currency) }
	switch {
	case n.AtLeast != nil && n.AtMost != nil:
		return assets.F("guide.between", number(*n.AtLeast), number(*n.AtMost))
	case n.AtLeast != nil:
		return assets.F("guide.at_least", number(*n.AtLeast))
	case n.AtMost != nil:
		return assets.F("guide.at_most", number(*n.AtMost))
	}
	return ""
}

// NoticeFound says what a result shows of a notice, and whether that is what the
// notice says. An error says why it cannot be measured.
func NoticeFound(n *scenarios.Notice, r *sim.Result) (sentence string, holds bool, err error) {
	v, err := n.Measure(r)
	if err != nil {
		return "", false, err
	}
	currency := r.Scenario.Organisation.Currency
	return assets.F("guide.measured", NoticeLabel(n), NoticeFigure(n, v, currency), NoticeBand(n, currency)), n.Holds(v), nil
}

// noticeUnit is the unit of what a notice measures.
func noticeUnit(n *scenarios.Notice) sim.Unit {
	switch {
	case n.Over != "":
		return sim.UnitFactor
	case n.Of == "share":
		return sim.UnitShare
	}
	infos := sim.TotalInfo()
	if n.To > 0 {
		infos = sim.WeeklyInfo()
	}
	for _, info := range infos {
		if info.ID == n.Outcome {
			return info.Unit
		}
	}
	return ""
}
