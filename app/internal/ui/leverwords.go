package ui

import (
	"math"
	"strconv"
	"strings"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

// scale is a set of words for positions of a lever: the word of a position is the
// last whose number is not above the value.
type scale struct {
	from  []float64
	words []string
}

// readScale reads a scale from the texts; it is empty where there is none.
func readScale(name string) scale {
	key := "word." + name
	var s scale
	for i, field := range strings.Fields(assets.T(key + ".from")) {
		from, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return scale{}
		}
		s.from = append(s.from, from)
		s.words = append(s.words, assets.T(key+"."+strconv.Itoa(i+1)))
	}
	return s
}

func (s scale) word(v float64) string {
	for i := len(s.from) - 1; i >= 0; i-- {
		if v >= s.from[i]-1e-9 {
			return s.words[i]
		}
	}
	return ""
}

// scaleOf names the scale of words of a parameter; the others are told by numbers.
var scaleOf = map[string]string{
	"people.unqualified_share":    "share",
	"hiring.validity":             "selection",
	"hiring.replace_rate":         "replace",
	"hiring.savvy_weight":         "share",
	"hiring.manager_savvy_weight": "share",
	"hiring.faster_fill":          "share",
	"training.hours":              "training",
	"coaching.hours":              "coaching",
	"process.maintenance":         "support",
	"rollout.pilot_share":         "share",
	"rollout.waves":               "waves",
	"rollout.support":             "support",
	"rollout.sponsor_top":         "sponsor",
	"rollout.sponsor_managers":    "sponsor",
	"rollout.mandate":             "mandate",
	"rollout.wiifm_design":        "design",
}

// reach is a decision that raises a level of today: its word is that of the level
// that is reached.
type reach struct {
	scale string
	today []string
	most  float64
}

var reaches = map[string]reach{
	"process.raise_all": {"maturity", []string{
		"today.opportunity_management", "today.lead_management", "today.coaching_management",
		"today.hiring_process", "today.data_discipline",
	}, 5},
	"process.opportunity_management": {"maturity", []string{"today.opportunity_management"}, 5},
	"process.lead_management":        {"maturity", []string{"today.lead_management"}, 5},
	"process.coaching_management":    {"maturity", []string{"today.coaching_management"}, 5},
	"process.hiring_process":         {"maturity", []string{"today.hiring_process"}, 5},
	"process.data_discipline":        {"maturity", []string{"today.data_discipline"}, 5},
	"infrastructure.raise":           {"readiness", []string{"today.infrastructure"}, 1},
	"product.fit":                    {"readiness", []string{"today.product_fit"}, 1},
	"product.clarity":                {"readiness", []string{"today.value_clarity"}, 1},
	"product.content":                {"readiness", []string{"today.content"}, 1},
}

// wordFor returns what says the position of a parameter in a word; scenario returns
// the present one, whose levels of today a raise starts from.
func wordFor(p *sim.Param, table *sim.Table, scenario func() *sim.Scenario) func(float64) string {
	if r, ok := reaches[p.ID]; ok {
		words := readScale(r.scale)
		return func(v float64) string {
			s, sum := scenario(), 0.0
			for _, id := range r.today {
				if row, ok := table.Lookup(id); ok {
					sum += math.Min(r.most, row.Get(s)+v)
				}
			}
			word := words.word(sum / float64(len(r.today)))
			if v == 0 {
				return assets.F("ui.lever.as_today", word)
			}
			return assets.F("ui.lever.reaches", word)
		}
	}
	name := scaleOf[p.ID]
	if p.Today && p.Unit == sim.UnitLevel {
		name = "maturity"
	}
	if p.Today && p.Unit == sim.UnitPoints && p.ID != "today.complexity" {
		name = "readiness"
	}
	if name != "" && p.Kind == sim.KindAssumption {
		words := readScale(name)
		return func(v float64) string { return assets.F("ui.lever.assumed", words.word(v)) }
	}
	if name != "" {
		return readScale(name).word
	}
	if p.Unit == sim.UnitWeeks && strings.HasSuffix(p.ID, ".start") {
		return format.Week
	}
	return nil
}

// unitOf is what stands behind a parameter's number, and factor what the number is
// multiplied with: shares and points of readiness are written in percent.
func unitOf(p *sim.Param, currency string) (unit string, factor float64) {
	switch p.Unit {
	case sim.UnitShare, sim.UnitPoints:
		return assets.T("unit.share.short"), 100
	case sim.UnitMoney:
		return currency, 1
	case sim.UnitCount, sim.UnitFactor, sim.UnitLog, sim.UnitR:
		return "", 1
	}
	return assets.T("unit." + string(p.Unit) + ".short"), 1
}

// mostStops is the longest table of places on a slider. A longer range gets places at
// equal ratios.
const mostStops = 401

// placesOf returns the places at which a parameter's handle rests, free of the drift
// that adding steps up would bring.
func placesOf(p *sim.Param) []float64 {
	n := int(math.Round((p.Max - p.Min) / p.Step))
	if n+1 > mostStops && p.Min > 0 {
		return ratioPlaces(p)
	}
	decimals := decimalsOf(p.Step)
	places := make([]float64, 0, n+2)
	for i := 0; i <= n; i++ {
		places = append(places, roundTo(p.Min+float64(i)*p.Step, decimals))
	}
	return append(places, p.Default)
}

// ratioPlaces goes through 1, 2 and 5 times the powers of ten, with ten places
// between two of them.
func ratioPlaces(p *sim.Param) []float64 {
	places := []float64{p.Min, p.Default, p.Max}
	for power := 1.0; power <= p.Max; power *= 10 {
		for _, digit := range []float64{1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8} {
			if v := digit * power; v > p.Min && v < p.Max && v == math.Round(v) {
				places = append(places, v)
			}
		}
	}
	return places
}

func decimalsOf(step float64) int {
	for d := 0; d < 9; d++ {
		scaled := step * math.Pow10(d)
		if math.Abs(scaled-math.Round(scaled)) < 1e-9 {
			return d
		}
	}
	return 9
}

func roundTo(v float64, decimals int) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64)
	if err != nil || rounded == 0 {
		return 0 // no negative zero
	}
	return rounded
}

// numberFormat writes a parameter's value without its unit: with the decimals of its
// steps, or more where a value was typed that needs them.
func numberFormat(p *sim.Param, factor float64) func(float64) string {
	decimals := decimalsOf(p.Step * factor)
	return func(v float64) string {
		v = roundTo(v*factor, 9)
		if text := strconv.FormatFloat(v, 'f', decimals, 64); math.Abs(v-roundTo(v, decimals)) < 1e-9 {
			return text
		}
		return strconv.FormatFloat(v, 'g', 6, 64)
	}
}

// labelOf names a parameter.
func labelOf(p *sim.Param) string { return assets.T("param." + p.ID + ".label") }

// shortLabelOf names a parameter where there is little room.
func shortLabelOf(p *sim.Param) string {
	if key := "ui.short." + p.ID; assets.Has(key) {
		return assets.T(key)
	}
	return labelOf(p)
}

// helpOf says what a parameter is.
func helpOf(p *sim.Param) string { return assets.T("param." + p.ID + ".help") }

// tipOf is the help with the ground that the default rests on, for the tooltip.
func tipOf(p *sim.Param) string { return helpOf(p) + "\n" + groundOf(p) }

// groundOf says what a parameter's default rests on: kind, grade and work.
func groundOf(p *sim.Param) string {
	if p.Grade == sim.GradeChoice {
		return assets.T("word.grade.choice")
	}
	text := assets.T("word.grade." + string(p.Grade))
	if source, ok := sim.LookupSource(p.Source); ok && source.Cite != "" && p.Grade != sim.GradeJ {
		text += " " + assets.F("ui.lever.source", source.Cite)
	}
	return text
}

// kindOf says whether a parameter is a decision, an assumption or a level of today.
func kindOf(p *sim.Param) string {
	switch {
	case p.Kind == sim.KindAssumption:
		return assets.T("word.kind.assumption")
	case p.Today:
		return assets.T("word.kind.today")
	}
	return assets.T("word.kind.decision")
}

// rangeOf says between what a parameter lies and where it stands by default.
func rangeOf(p *sim.Param, currency string) string {
	unit, factor := unitOf(p, currency)
	write := numberFormat(p, factor)
	return strings.TrimSpace(assets.F("ui.lever.range", write(p.Min), write(p.Max), write(p.Default), unit))
}
