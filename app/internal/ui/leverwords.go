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
	"hiring.manager_validity":     "selection",
	"hiring.manager_savvy_weight": "share",
	"hiring.faster_fill":          "share",
	"process.maintenance":         "support",
	"rollout.pilot_share":         "share",
	"rollout.waves":               "waves",
	"rollout.support":             "support",
	"rollout.sponsor_top":         "sponsor",
	"rollout.sponsor_managers":    "sponsor",
	"rollout.mandate":             "mandate",
	"rollout.wiifm_design":        "design",
}

// reach is a decision that raises levels of today, up to a most: its words tell from
// where it starts and what it reaches.
type reach struct {
	scale string
	parts []reachPart
	most  float64
}

// reachPart is one level of today, with the other decision that raises it; empty: none.
type reachPart struct{ today, other string }

// raisedBy returns the reach of a decision, and false for one that raises no level.
func raisedBy(id string) (reach, bool) {
	dimensions := [...]string{"opportunity_management", "lead_management", "coaching_management", "hiring_process", "data_discipline"}
	if id == raiseAll {
		r := reach{scale: "maturity", most: 5}
		for _, d := range dimensions {
			r.parts = append(r.parts, reachPart{"today." + d, "process." + d})
		}
		return r, true
	}
	for _, d := range dimensions {
		if id == "process."+d {
			return reach{"maturity", []reachPart{{"today." + d, raiseAll}}, 5}, true
		}
	}
	today, ok := map[string]string{
		"infrastructure.raise": "today.infrastructure", "product.fit": "today.product_fit",
		"product.clarity": "today.value_clarity", "product.content": "today.content",
	}[id]
	return reach{"readiness", []reachPart{{today: today}}, 1}, ok
}

// raiseAll raises every dimension of the process together.
const raiseAll = "process.raise_all"

// at is the level that is reached on average with a value: as the model does, no level
// goes beyond the most, whichever decisions raise it.
func (r reach) at(v float64, table *sim.Table, s *sim.Scenario) float64 {
	sum := 0.0
	for _, p := range r.parts {
		sum += math.Min(r.most, levelOf(p.today, table, s)+levelOf(p.other, table, s)+v)
	}
	return sum / float64(len(r.parts))
}

// today is the level that the decision starts from, on average.
func (r reach) today(table *sim.Table, s *sim.Scenario) float64 {
	sum := 0.0
	for _, p := range r.parts {
		sum += levelOf(p.today, table, s)
	}
	return sum / float64(len(r.parts))
}

// room is the value beyond which no level rises any more.
func (r reach) room(table *sim.Table, s *sim.Scenario) float64 {
	room := 0.0
	for _, p := range r.parts {
		room = math.Max(room, r.most-levelOf(p.today, table, s)-levelOf(p.other, table, s))
	}
	return roundTo(room, 9)
}

// levelOf is the value of a parameter; of none it is nothing.
func levelOf(id string, table *sim.Table, s *sim.Scenario) float64 {
	row, ok := table.Lookup(id)
	if !ok {
		return 0
	}
	return row.Get(s)
}

// words tells where a value leads: "as today: 2.5, formal", "2.5 to 4: dynamic" or,
// where more of it does nothing more, "at most 5, from 2.5".
func (r reach) words(v float64, table *sim.Table, s *sim.Scenario) string {
	today, reached := r.today(table, s), r.at(v, table, s)
	word := readScale(r.scale).word(reached)
	switch room := r.room(table, s); {
	case room <= 0 && today >= r.most:
		return assets.F("ui.lever.full", r.level(today))
	case v > room+1e-9:
		return assets.F("ui.lever.most", r.level(r.most), r.level(today))
	case math.Abs(reached-today) < 1e-9:
		return assets.F("ui.lever.as_today", r.level(today), word)
	}
	return assets.F("ui.lever.reaches", r.level(today), r.level(reached), word)
}

// level writes a level: of maturity as a number, of readiness in percent.
func (r reach) level(v float64) string {
	if r.most == 1 {
		return format.Percent(roundTo(v, 3))
	}
	return format.Number(roundTo(v, 1))
}

// startsFrom are decisions that add to an amount of today.
var startsFrom = map[string]string{
	"training.hours":            "today.training_hours",
	"coaching.hours":            "today.coaching_hours",
	"hiring.candidates":         "today.candidates",
	"hiring.manager_candidates": "managers.candidates",
}

// isChange reports whether a decision's number is what is added to how things are, and
// not how they will be: it is written with its sign.
func isChange(p *sim.Param) bool {
	if _, ok := raisedBy(p.ID); ok {
		return true
	}
	_, ok := startsFrom[p.ID]
	return ok || p.ID == "hiring.validity" || p.ID == "hiring.manager_validity"
}

// limitFor is the value beyond which a decision does nothing more; nil: none.
func limitFor(p *sim.Param, table *sim.Table, scenario func() *sim.Scenario) func() float64 {
	r, ok := raisedBy(p.ID)
	if !ok {
		return nil
	}
	return func() float64 { return r.room(table, scenario()) }
}

// partByPart reports that what a lever raises together is raised, in part or in whole,
// by levers of its parts: it is not as it was, wherever the lever itself stands.
func partByPart(p *sim.Param, table *sim.Table, s *sim.Scenario) bool {
	if p.ID != raiseAll {
		return false
	}
	r, _ := raisedBy(raiseAll)
	for _, part := range r.parts {
		if levelOf(part.other, table, s) != 0 {
			return true
		}
	}
	return false
}

// followsToday reports whether a lever's words change with other levers than itself.
func followsToday(p *sim.Param) bool {
	_, raises := raisedBy(p.ID)
	_, adds := startsFrom[p.ID]
	return raises || adds
}

// wordFor returns what says the position of a parameter in a word; scenario returns
// the present one, whose levels of today a raise starts from.
func wordFor(p *sim.Param, table *sim.Table, scenario func() *sim.Scenario) func(float64) string {
	if r, ok := raisedBy(p.ID); ok {
		return func(v float64) string {
			words := r.words(v, table, scenario())
			if v == 0 && partByPart(p, table, scenario()) {
				words = assets.F("ui.lever.part_by_part", words)
			}
			return words
		}
	}
	if id, ok := startsFrom[p.ID]; ok {
		if row, ok := table.Lookup(id); ok {
			return func(v float64) string {
				today := row.Get(scenario())
				amount := func(v float64) string { return format.Value(math.Max(0, v), p.Unit, "") }
				if v == 0 {
					return assets.F("ui.lever.amount_today", amount(today))
				}
				return assets.F("ui.lever.amount", amount(today), amount(today+v))
			}
		}
	}
	if p.ID == seatsID {
		return func(float64) string {
			if n := len(scenario().Roster); n > 0 {
				return assets.T("ui.lever.by_roster")
			}
			return ""
		}
	}
	name := scaleOf[p.ID]
	if p.Today && p.Unit == sim.UnitLevel {
		name = "maturity"
	}
	if p.Today && p.Unit == sim.UnitPoints && p.ID != "today.complexity" {
		name = "readiness"
	}
	if name != "" {
		return readScale(name).word
	}
	if p.Unit == sim.UnitWeeks && strings.HasSuffix(p.ID, ".start") {
		return format.Week
	}
	return nil
}

// badgeOf is the word that tells an assumption, or how things stand today, from the
// decisions around it.
func badgeOf(p *sim.Param) string {
	switch {
	case p.Kind == sim.KindAssumption:
		return assets.T("word.kind_short.assumption")
	case p.Today:
		return assets.T("word.kind_short.today")
	}
	return ""
}

// unitOf is what stands behind a parameter's number, and factor what the number is
// multiplied with: shares and points of readiness are written in percent.
func unitOf(p *sim.Param, currency string) (unit string, factor float64) {
	switch p.ID {
	case "hiring.validity":
		return assets.T("ui.lever.unit_validity"), 1
	case "hiring.replace_rate":
		return assets.T("ui.lever.unit_replace_rate"), 100
	}
	switch p.Unit {
	case sim.UnitPoints:
		if isChange(p) {
			return assets.T("ui.lever.points"), 100
		}
		return assets.T("unit.share.short"), 100
	case sim.UnitShare:
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
// steps, or more where a value was typed that needs them. A change has its sign.
func numberFormat(p *sim.Param, factor float64) func(float64) string {
	decimals := decimalsOf(p.Step * factor)
	change := isChange(p)
	return func(v float64) string {
		v = roundTo(v*factor, 9)
		text := strconv.FormatFloat(v, 'f', decimals, 64)
		if math.Abs(v-roundTo(v, decimals)) >= 1e-9 {
			text = strconv.FormatFloat(v, 'g', 6, 64)
		}
		if change && v >= 0 {
			return assets.F("ui.lever.plus", text)
		}
		return text
	}
}
