package report

import (
	"bufio"
	"io"
	"math"
	"slices"
	"strings"

	"threep/app/internal/format"
	"threep/app/internal/verdict"
	"threep/assets"
	"threep/sim"
)

// WriteText writes the result as text that people read in a terminal.
func WriteText(w io.Writer, c *Contents) error {
	var whole strings.Builder
	t := &text{Writer: bufio.NewWriter(&whole), Contents: c, headline: c.Result.Headline()}
	t.title()
	t.verdict()
	t.factors()
	t.outcomes()
	t.programme()
	if c.People != nil {
		t.people()
	}
	t.notes()
	if err := t.Flush(); err != nil {
		return err
	}
	// Blanks that hold a number and its unit together are for pages, not terminals.
	_, err := io.WriteString(w, strings.ReplaceAll(whole.String(), "\u00a0", " "))
	return err
}

// text is a text in the making.
type text struct {
	*bufio.Writer
	*Contents
	headline  sim.Headline
	undefined []undefined // what some futures leave undefined
}

// undefined is an outcome that is not defined in some futures.
type undefined struct {
	id      string
	futures int
}

func (t *text) line(words string) { t.WriteString(words + "\n") }

// heading begins a part.
func (t *text) heading(words string) { t.line("\n" + words) }

func (t *text) title() {
	s, r := t.scenario(), t.Result
	name := s.Title
	if name == "" {
		name = s.Name
	}
	if t.Changed && name != "" {
		name = assets.F("chart.stamp.changed", name)
	}
	t.line(name)
	o := &s.Organisation
	seats := format.Number(o.Seats)
	t.line(assets.F("report.text.run", Futures(r.Runs), format.Span(float64(r.Weeks)), seats, r.Seed))
	if r.Partial {
		t.line(assets.F("report.text.partial", format.Number(float64(r.Runs)), format.Number(float64(r.Requested))))
	}
	if tools := t.tools(); tools != "" {
		paragraph(t.Writer, "", assets.F("report.text.tools", tools))
	}
}

func (t *text) tools() string {
	s := t.scenario()
	var names []string
	for _, id := range s.Decisions.Tools {
		names = append(names, toolName(s, id))
	}
	return strings.Join(names, ", ")
}

// Futures counts futures in words.
func Futures(n int) string {
	if n == 1 {
		return assets.T("report.future.one")
	}
	return assets.F("report.future.many", format.Number(float64(n)))
}

// verdict is the headline: projected effectiveness with one line of words, as dots,
// before cost and after.
func (t *text) verdict() {
	h := &t.headline
	t.heading(assets.F("report.text.effectiveness", format.Index(h.After)))
	t.line("  " + verdict.Words(h, t.Result))
	if t.Result.Runs > 1 && !verdict.Unmoved(h) {
		t.line("  " + dotLine(h))
	}
	if after := sim.Summarise(t.Result.Values(sim.TotalEffectiveness, sim.Decided)); t.Result.Runs > 1 && finite(after.P10) {
		t.line("  " + assets.F("report.text.effectiveness_spread", format.Index(after.P10), format.Index(after.P90)))
	}
	t.line("  " + costLine(h))
	if format.RoundIndex(h.After) > format.RoundIndex(h.Before) {
		t.WriteString("  ")
		paragraph(t.Writer, "  ", CostSaved(t.Result))
	}
}

// costLine says what cost takes from effectiveness. The parts add up as they are
// written: the cost is the difference of the rounded figures.
func costLine(h *sim.Headline) string {
	cost := format.RoundIndex(h.Before) - format.RoundIndex(h.After)
	key := "report.text.before_cost"
	if cost < 0 {
		key = "report.text.before_saving"
	}
	return assets.F(key, format.Index(h.Before), format.Index(math.Abs(cost)), format.Index(h.After))
}

// dotLine draws the quantile dots: full ones beat the baseline.
func dotLine(h *sim.Headline) string {
	var b strings.Builder
	for _, d := range h.Dots {
		if d > verdict.Baseline {
			b.WriteRune('●')
		} else {
			b.WriteRune('○')
		}
	}
	return assets.F("report.text.dots", b.String())
}

// factors say what the gross margin of a budgeted seat is the product of.
func (t *text) factors() {
	t.heading(assets.T("report.text.factors"))
	g := &grid{left: 1}
	against := assets.T("report.text.baseline")
	if t.Result.AssumptionsDiffer {
		against = assets.T("report.text.assumed")
	}
	g.add("", against, assets.T("report.text.scenario"), assets.T("report.text.ratio"))
	g.rule()
	product := 1.0
	for _, f := range t.headline.Factors {
		g.add(assets.T("report.factor."+f.ID), t.factor(f.ID, f.Baseline), t.factor(f.ID, f.Scenario), ratio(f.Ratio))
		product *= f.Ratio
	}
	g.rule()
	g.add(assets.T("report.text.product"), "", "", ratio(product))
	g.write(t.Writer)
}

func ratio(v float64) string {
	if !finite(v) {
		return format.Number(v)
	}
	return assets.F("report.text.times", v)
}

func (t *text) factor(id string, v float64) string {
	switch id {
	case "value_per_won":
		return format.Money(v, t.currency())
	case "selling_hours", "created_per_hour":
		return format.Number(v)
	}
	return format.Percent(v)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// notes say what the spread stands for and what has to be known of the assumptions.
func (t *text) notes() {
	t.heading(assets.T("report.text.notes"))
	note := func(words string) {
		t.WriteString("• ")
		paragraph(t.Writer, "  ", words)
	}
	r := t.Result
	if r.Uncertain {
		note(assets.T("report.note.ignorance"))
		if words := t.apart(); words != "" {
			note(words)
		}
	} else {
		note(assets.T("report.note.luck"))
	}
	for _, u := range t.undefined {
		note(assets.F("report.note.undefined", assets.T("outcome."+u.id+".label"), format.Number(float64(u.futures)), Futures(r.Runs)))
	}
	if !verdict.Unmoved(&t.headline) {
		for _, id := range []string{"return", "dip"} {
			note(assets.F("report.note.means", assets.T("outcome."+id+".label"), assets.T("outcome."+id+".help")))
		}
	}
	if r.Runs < fewFutures {
		note(assets.F("report.note.few", Futures(r.Runs)))
	}
	note(assets.F("report.note.market", t.market()))
	if o, m := &t.scenario().Organisation, &t.scenario().Mechanisms; m.LeavingHiring && !o.AllUnqualified {
		note(assets.T("report.note.leavers"))
	}
	switch {
	case r.Uncertain:
		note(assets.T("report.note.assumptions_drawn"))
	case r.AssumptionsDiffer:
		note(assets.F("report.note.assumptions", t.assumed()))
	}
	if len(t.scenario().Roster) == 0 {
		note(assets.T("report.note.drawn"))
	} else {
		note(assets.F("report.note.real", len(t.scenario().Roster)))
	}
	if drift := verdict.Drift(r); drift != "" {
		note(drift)
	}
	note(assets.F("report.note.version", t.Program, t.Version, sim.ModelVersion))
}

// apart says how much of the spread is luck and how much is ignorance; nothing where
// an outcome does not vary or is not defined.
func (t *text) apart() string {
	r := t.Result
	index, value := r.Spread(sim.TotalEffectiveness), r.Spread(sim.TotalNPV)
	switch {
	case r.Runs <= r.Sets:
		return assets.F("report.note.together", r.Sets)
	case !finite(index.Share()) || !finite(value.Share()):
		return ""
	}
	luck := func(s sim.Spread) string { return format.Percent(1 - s.Share()) }
	ignorance := func(s sim.Spread) string { return format.Percent(s.Share()) }
	return assets.F("report.note.apart", r.Sets, luck(index), ignorance(index), luck(value), ignorance(value))
}

// fewFutures is the number below which the spread is poorly known.
const fewFutures = 100

// market is the unqualified share of the labour market, by role.
func (t *text) market() string {
	shares := t.Result.MarketUnqualified
	ids := make([]string, 0, len(shares))
	for id := range shares {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	parts := make([]string, len(ids))
	for i, id := range ids {
		name := id
		for k := range t.scenario().Catalogue.Roles {
			if role := &t.scenario().Catalogue.Roles[k]; role.ID == id && role.Name != "" {
				name = role.Name
			}
		}
		parts[i] = assets.F("report.note.market_role", format.Percent(shares[id]), name)
	}
	return strings.Join(parts, ", ")
}
