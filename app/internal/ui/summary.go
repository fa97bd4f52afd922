package ui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/format"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// baseline is what effectiveness is held against.
const baseline = 100

// summary is the upper part of the window: the headline, its spread and how ready the
// organisation is.
type summary struct {
	object   fyne.CanvasObject
	headline *widgets.Headline
	dots     *widgets.QuantileDots
	still    *widget.RichText // in place of dots that would all stand on the line
	gauge    *widgets.ReadinessGauge

	// The axes hold still while a lever is dragged; they only grow.
	bar, axis span
}

func newSummary(tips *widgets.TooltipLayer, openFamily func(string)) *summary {
	s := &summary{
		headline: widgets.NewHeadline(),
		dots:     widgets.NewQuantileDots(),
		still:    label(assets.T("ui.dots.still"), theme.SizeNameText, fyne.TextStyle{}, true),
		gauge:    widgets.NewReadinessGauge(assets.T("ui.gauge.weakest")),
	}
	s.still.Hide()
	s.headline.Set(widgets.HeadlineFigures{
		Number: assets.T("ui.headline.none"), Words: assets.T("ui.headline.running"), Spoken: assets.T("ui.headline.running"),
	})
	s.gauge.SetTip(tips, assets.T("ui.gauge.help"))
	s.gauge.OnChosen = func(i int) { openFamily(familyOfReadiness(readinessParts[i])) }
	title := func(key string) fyne.CanvasObject {
		return newCaption(assets.T(key), theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}, widgets.ColorNameMutedText)
	}
	block := func(key string, content fyne.CanvasObject) fyne.CanvasObject {
		return container.NewBorder(inset(0, 4, 0, 0, title(key)), nil, nil, nil, content)
	}
	row := container.New(shares{gap: 36, shares: []float32{0.4, 0.26, 0.34}},
		block("ui.headline.title", s.headline), block("ui.dots.title", container.NewStack(s.dots, s.still)), block("ui.gauge.title", s.gauge))
	s.object = inset(10, 12, 20, 20, row)
	return s
}

// readinessParts are the bars of the gauge, in their order.
var readinessParts = [...]string{"people", "process", "product", "infrastructure"}

// showReadiness follows the scenario at once; it needs no run.
func (s *summary) showReadiness(r sim.Readiness) {
	values := [...]float64{r.People, r.Process, r.Product, r.Infrastructure}
	bars := make([]widgets.Readiness, len(values))
	for i, v := range values {
		bars[i] = widgets.Readiness{Label: assets.T("ui.readiness." + readinessParts[i]), Share: v, Text: format.Percent(math.Round(v*100) / 100)}
	}
	s.gauge.Set(bars, assets.F("ui.gauge.spoken", bars[0].Text, bars[1].Text, bars[2].Text, bars[3].Text, assets.T("ui.readiness."+r.Weakest)))
}

// show writes the figures of a result. Hold keeps the axes where they are as far as
// the figures fit.
func (s *summary) show(r *sim.Result, hold bool) {
	h := r.Headline()
	if !hold {
		s.bar, s.axis = span{}, span{}
	}
	words := headlineWords(r, h)
	if nothingDecided(h) {
		s.dots.Hide()
		s.still.Show()
	} else {
		s.still.Hide()
		s.dots.Show()
	}
	if math.IsNaN(h.After) || math.IsInf(h.After, 0) {
		s.headline.Set(widgets.HeadlineFigures{Number: assets.T("ui.headline.none"), Words: words, Spoken: words})
		s.dots.Set(widgets.Dots{Spoken: words})
		return
	}
	s.bar = s.bar.around(5, 95, 105, h.Before, h.After)
	number := effectivenessText(h.After)
	s.headline.Set(widgets.HeadlineFigures{
		Number: number, Unit: assets.T("ui.headline.unit"), Words: words,
		Before: h.Before, After: h.After, Reference: baseline, Low: s.bar.low, High: s.bar.high,
		BeforeLabel: assets.F("ui.headline.before", effectivenessText(h.Before)),
		AfterLabel:  assets.F("ui.headline.after", number),
		Spoken:      assets.F("ui.headline.spoken", number, effectivenessText(h.Before), words),
	})
	s.axis = s.axis.around(5, 95, 105, h.Dots...)
	s.dots.Set(widgets.Dots{
		Values: h.Dots, Reference: baseline, Low: s.axis.low, High: s.axis.high,
		LowLabel: format.Number(s.axis.low), HighLabel: format.Number(s.axis.high),
		ReferenceLabel: assets.T("ui.dots.reference"),
		Spoken:         assets.F("ui.dots.spoken", beat(h), len(h.Dots)),
	})
}

// effectivenessText writes an effectiveness with one decimal below 200, so that it
// moves when a lever does.
func effectivenessText(v float64) string {
	rounded := math.Round(v*10) / 10
	if rounded == math.Trunc(rounded) && math.Abs(v) >= 1000 {
		return format.Number(rounded)
	}
	return assets.F("ui.headline.number", rounded)
}

// beat counts the dots above the baseline.
func beat(h sim.Headline) int {
	n := 0
	for _, v := range h.Dots {
		if v > baseline {
			n++
		}
	}
	return n
}

// headlineWords is the one line that says what the figure means: "18 of 20 futures
// beat today; payback in month 14".
func headlineWords(r *sim.Result, h sim.Headline) string {
	if math.IsNaN(h.After) || math.IsInf(h.After, 0) {
		return assets.T("ui.headline.undefined")
	}
	if nothingDecided(h) {
		return assets.T("ui.headline.nothing")
	}
	if r.Runs < len(h.Dots) {
		return assets.F("ui.headline.quick", r.Runs) // too few to say so much of twenty
	}
	horizon := format.Span(float64(r.Weeks))
	n, all := beat(h), len(h.Dots)
	first := assets.F("ui.headline.beat", n, all)
	switch n {
	case 1:
		first = assets.F("ui.headline.beat_one", all)
	case 0:
		first = assets.F("ui.headline.beat_none", all)
	case all:
		first = assets.F("ui.headline.beat_all", all)
	}
	if math.IsNaN(h.PaybackWeek) {
		return assets.F("ui.headline.no_payback", first, horizon)
	}
	if h.PaybackWeek <= 1 {
		return assets.F("ui.headline.payback_at_once", first)
	}
	return assets.F("ui.headline.payback", first, format.Week(h.PaybackWeek))
}

// nothingDecided tells a scenario that is the baseline to the last bit.
func nothingDecided(h sim.Headline) bool {
	for _, v := range h.Dots {
		if v != baseline {
			return false
		}
	}
	return h.After == baseline && len(h.Dots) > 0
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
