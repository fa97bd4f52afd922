package report

import (
	"encoding/json"
	"io"
	"math"
	"strconv"

	"threep/app/internal/format"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// HealthLabel names what a line of a check measures.
func HealthLabel(c *analysis.Check, l *analysis.Line) string {
	key := "health." + c.ID + ".line." + l.Key()
	if l.At > 0 {
		return assets.F(key, format.Percent(l.At))
	}
	return assets.T(key)
}

// HealthFigure writes what was found, with its confidence bound where that is
// what counts.
func HealthFigure(m *analysis.Measured) string {
	value := healthNumber(&m.Line, m.Value)
	key := "health.bound_" + string(m.Rule)
	if !assets.Has(key) {
		return value
	}
	return assets.F(key, value, healthNumber(&m.Line, m.Judged))
}

// HealthBand writes the band of a line; nothing where there is none.
func HealthBand(l *analysis.Line) string {
	low, high := !math.IsInf(l.Low, -1), !math.IsInf(l.High, 1)
	middle, half := (l.Low+l.High)/2, (l.High-l.Low)/2
	number := func(v float64) string { return healthNumber(l, v) }
	switch {
	case low && high && l.Rule == analysis.Exact && half > 0 && half < .5*math.Abs(middle):
		return assets.F("health.exact", number(middle), healthNumber(l, round(half)))
	case low && high:
		return assets.F("health.between", number(l.Low), number(l.High))
	case low && l.Open:
		return assets.F("health.above", number(l.Low))
	case low:
		return assets.F("health.at_least", number(l.Low))
	case high && l.Open:
		return assets.F("health.below", number(l.High))
	case high:
		return assets.F("health.at_most", number(l.High))
	}
	return ""
}

// round leaves what the difference of two bounds has of rounding.
func round(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 3, 64), 64)
	return r
}

// healthNumber writes a figure in a line's unit; exact ones with all their digits
// that matter.
func healthNumber(l *analysis.Line, v float64) string {
	if l.Rule == analysis.Exact && l.Unit != sim.UnitShare && finite(v) {
		return strconv.FormatFloat(v, 'g', 9, 64)
	}
	if l.Rule == analysis.Exact && finite(v) {
		return assets.F("format.percent", strconv.FormatFloat(100*v, 'g', 9, 64))
	}
	return format.Value(v, l.Unit, "")
}

// HealthSentence says what a line measures, what was found and what must be.
func HealthSentence(c *analysis.Check, m *analysis.Measured) string {
	label, figure := HealthLabel(c, &m.Line), HealthFigure(m)
	if band := HealthBand(&m.Line); band != "" {
		return assets.F("health.banded", label, figure, band)
	}
	return assets.F("health.line", label, figure)
}

// HealthVerdict is one word for a line that was measured.
func HealthVerdict(m *analysis.Measured) string {
	switch {
	case m.Rule == analysis.Reported:
		return assets.T("health.shows")
	case m.Holds:
		return assets.T("health.holds")
	}
	return assets.T("health.fails")
}

// healthJSON is a check with what was found.
type healthJSON struct {
	ID         string           `json:"id"`
	Kind       string           `json:"kind"`
	Title      string           `json:"title"`
	Sentence   string           `json:"sentence"`
	How        string           `json:"how"`
	Holds      bool             `json:"holds"`
	Set        string           `json:"set"` // fast or full
	Runs       int              `json:"runs"`
	Seed       uint64           `json:"seed"`
	Window     *analysis.Window `json:"window"`      // weeks after today
	FalseAlarm float64          `json:"false_alarm"` // of this set
	Stated     analysis.Rates   `json:"false_alarm_of_sets"`
	Estimated  Number           `json:"false_alarm_estimated"`
	Lines      []healthLineJSON `json:"lines"`
	Notes      []string         `json:"notes,omitempty"`
	Setups     []analysis.Setup `json:"simulations"`
	Sources    []sourceJSON     `json:"sources"`
}

type healthLineJSON struct {
	ID         string  `json:"id"`
	Label      string  `json:"label"`
	Verdict    string  `json:"verdict"` // holds, fails or shows
	Value      Number  `json:"value"`
	SE         Number  `json:"standard_error"`
	Judged     Number  `json:"judged"`
	Low        Number  `json:"low"`  // null where there is no bound
	High       Number  `json:"high"` // likewise
	Open       bool    `json:"open"` // the bounds are not in the band
	Margin     Number  `json:"margin"`
	Rule       string  `json:"rule"`
	Unit       string  `json:"unit"`
	FalseAlarm Number  `json:"false_alarm_estimated"`
	Share      float64 `json:"unqualified_share,omitempty"`
	Sentence   string  `json:"sentence"`
}

type sourceJSON struct {
	Key  string `json:"key"`
	Cite string `json:"cite"`
}

// WriteHealth writes outcomes as JSON, with all that the checks state.
func WriteHealth(w io.Writer, outcomes []*analysis.Outcome) error {
	list := make([]healthJSON, 0, len(outcomes))
	for _, o := range outcomes {
		list = append(list, healthOf(o))
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

func healthOf(o *analysis.Outcome) healthJSON {
	c := o.Check
	h := healthJSON{
		ID: c.ID, Kind: string(c.Kind), Title: assets.T("health." + c.ID + ".title"),
		Sentence: assets.T("health." + c.ID + ".says"), How: assets.T("health." + c.ID + ".how"),
		Holds: o.Holds, Set: "fast", Runs: o.Runs, Seed: o.Seed,
		FalseAlarm: c.FalseAlarm.In(o.Full), Stated: c.FalseAlarm, Estimated: Number(o.FalseAlarm), Lines: []healthLineJSON{}, Notes: o.Notes,
		Setups: append([]analysis.Setup{}, c.Setups...),
	}
	if o.Full {
		h.Set = "full"
	}
	if c.Window.To > 0 {
		h.Window = &c.Window
	}
	for i := range o.Measured {
		m := &o.Measured[i]
		verdict := "fails"
		switch {
		case m.Rule == analysis.Reported:
			verdict = "shows"
		case m.Holds:
			verdict = "holds"
		}
		h.Lines = append(h.Lines, healthLineJSON{
			ID: m.ID, Label: HealthLabel(c, &m.Line), Verdict: verdict,
			Value: Number(m.Value), SE: Number(m.SE), Judged: Number(m.Judged), Low: Number(m.Low), High: Number(m.High),
			Open: m.Open, Margin: Number(m.Margin), Rule: string(m.Rule), Unit: string(m.Unit),
			FalseAlarm: Number(m.FalseAlarm), Share: m.At, Sentence: HealthSentence(c, m),
		})
	}
	for _, key := range c.Sources {
		source, _ := scenarios.LookupSource(key)
		h.Sources = append(h.Sources, sourceJSON{key, source.Cite})
	}
	return h
}
