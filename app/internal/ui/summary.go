package ui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/format"
	"threep/app/internal/report"
	"threep/app/internal/verdict"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// summary is the upper part of the window: the headline, its spread and how ready the
// organisation is.
type summary struct {
	object   fyne.CanvasObject
	headline *widgets.Headline
	dots     *widgets.QuantileDots
	gauge    *widgets.ReadinessGauge

	// The axes hold still while a lever is dragged; they only grow.
	bar, axis span
}

func newSummary(tips *widgets.TooltipLayer, openFamily func(string)) *summary {
	s := &summary{
		headline: widgets.NewHeadline(),
		dots:     widgets.NewQuantileDots(),
		gauge:    widgets.NewReadinessGauge(assets.T("ui.gauge.weakest")),
	}
	s.headline.Set(widgets.HeadlineFigures{
		Number: assets.T("ui.headline.none"), Words: assets.T("ui.headline.running"), Spoken: assets.T("ui.headline.running"),
	})
	s.headline.SetTip(tips, assets.F("ui.headline.help", assets.T("glossary.projected_effectiveness.text")))
	s.dots.SetTip(tips, assets.F("ui.dots.help", assets.T("glossary.quantile_dots.text")))
	s.gauge.SetTip(tips, assets.T("ui.gauge.help"))
	s.gauge.OnChosen = func(i int) { openFamily(familyOfReadiness(readinessParts[i])) }
	title := func(key string) fyne.CanvasObject {
		return newCaption(assets.T(key), theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}, widgets.ColorNameMutedText)
	}
	block := func(key string, content fyne.CanvasObject) fyne.CanvasObject {
		return container.NewBorder(inset(0, 4, 0, 0, title(key)), nil, nil, nil, content)
	}
	row := container.New(shares{gap: 36, shares: []float32{0.42, 0.25, 0.33}},
		block("ui.headline.title", s.headline), block("ui.dots.title", s.dots), block("ui.gauge.title", s.gauge))
	s.object = inset(10, 12, 20, 20, row)
	return s
}

// readinessParts are the bars of the gauge, in their order.
var readinessParts = [...]string{"people", "process", "product", "infrastructure"}

// goodFrom is the share from which on a part of readiness is good, in the order of
// readinessParts: good on the scale of words, but for the people, whom even full
// qualification leaves at the skill of today, 60% by default. Five of six qualified is
// good there.
var goodFrom = [...]float64{.5, .65, .65, .65}

// showReadiness follows the scenario at once; it needs no run.
func (s *summary) showReadiness(scenario *sim.Scenario) {
	r := scenario.Readiness()
	qualified, skill := format.Percent(round2(1-scenario.Assumptions.People.UnqualifiedShare)), format.Percent(round2(scenario.Assumptions.Skill.Today))
	if scenario.Organisation.AllUnqualified {
		qualified = format.Percent(0)
	}
	values := [...]float64{r.People, r.Process, r.Product, r.Infrastructure}
	bars := make([]widgets.Readiness, len(values))
	for i, v := range values {
		bars[i] = widgets.Readiness{Label: assets.T("ui.readiness." + readinessParts[i]), Share: v, Text: format.Percent(round2(v)), Good: goodFrom[i]}
		lever := "ui.gauge." + readinessParts[i]
		if readinessParts[i] == "people" {
			bars[i].Help = assets.F(lever, bars[i].Text, qualified, skill, format.Percent(goodFrom[i]))
		} else {
			bars[i].Help = assets.F(lever, bars[i].Text, format.Percent(goodFrom[i]))
		}
	}
	s.gauge.Set(bars, assets.F("ui.gauge.spoken", bars[0].Text, bars[1].Text, bars[2].Text, bars[3].Text, assets.T("ui.readiness."+r.Weakest)))
}

func round2(v float64) float64 { return math.Round(v*100) / 100 }

// show writes the figures of a result. Hold keeps the axes where they are as far as
// the figures fit.
func (s *summary) show(r *sim.Result, hold bool) {
	h := r.Headline()
	if !hold {
		s.bar, s.axis = span{}, span{}
	}
	words := headlineWords(r, &h)
	if !verdict.Defined(&h) {
		s.headline.Set(widgets.HeadlineFigures{Number: assets.T("ui.headline.none"), Words: words, Spoken: words})
		s.dots.Set(widgets.Dots{Spoken: words})
		return
	}
	// What is written is what is drawn: a rounding is neither better nor worse.
	before, after := format.RoundIndex(h.Before), format.RoundIndex(h.After)
	s.bar = s.bar.around(5, 95, 105, before, after)
	unit := assets.T("ui.headline.unit")
	afterKey := "ui.headline.after"
	if after > before {
		afterKey = "ui.headline.after_saving"
		words += " " + report.CostSaved(r)
	}
	s.headline.Set(widgets.HeadlineFigures{
		Number: format.Index(after), Unit: unit, UnitShort: assets.T("ui.dots.reference"), Words: words,
		Before: before, After: after, Reference: verdict.Baseline, Low: s.bar.low, High: s.bar.high,
		LowLabel: format.Number(s.bar.low), HighLabel: format.Number(s.bar.high),
		BeforeLabel: assets.F("ui.headline.before", format.Index(before)),
		AfterLabel:  assets.F(afterKey, format.Index(after)),
		Spoken:      assets.F("ui.headline.spoken", format.Index(after), unit, format.Index(before), words),
	})
	if r.Runs < sim.HeadlineDots { // a dot is a future: as many as there are
		h.Dots = r.Values(sim.TotalEffectiveness, sim.Decided)
	}
	s.axis = s.axis.around(5, 95, 105, h.Dots...)
	spoken := assets.F("ui.dots.spoken", verdict.Beat(&h), len(h.Dots))
	if verdict.Unmoved(&h) {
		spoken = assets.T("ui.dots.still")
	}
	s.dots.Set(widgets.Dots{
		Values: h.Dots, Reference: verdict.Baseline, Low: s.axis.low, High: s.axis.high,
		LowLabel: format.Number(s.axis.low), HighLabel: format.Number(s.axis.high),
		ReferenceLabel: assets.T("ui.dots.reference"), Spoken: spoken,
	})
}

// headlineWords is the one line that says what the figure means: "18 of 20 futures
// beat the baseline; payback in month 14". Where nothing moves yet, it says what to do.
func headlineWords(r *sim.Result, h *sim.Headline) string {
	switch {
	case verdict.Defined(h) && verdict.Unmoved(h) && verdict.Decided(r.Scenario):
		return assets.T("ui.headline.no_effect")
	case verdict.Defined(h) && verdict.Unmoved(h):
		return assets.T("ui.headline.nothing")
	case verdict.Defined(h) && r.Runs < sim.HeadlineDots:
		return assets.F("ui.headline.quick", r.Runs) // too few to say so much of twenty
	}
	return verdict.Words(h, r)
}

// span is the stretch of an axis; the zero value is none yet.
type span struct{ low, high float64 }

// around returns the span, grown in whole steps until it holds the least span and all
// values.
func (s span) around(step, low, high float64, values ...float64) span {
	if s.low < s.high {
		low, high = s.low, s.high
	}
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		low = math.Min(low, math.Floor((v-step/20)/step)*step)
		high = math.Max(high, math.Ceil((v+step/20)/step)*step)
	}
	return span{low, high}
}
