package chart

import (
	"math"
	"strconv"
	"strings"

	"threep/app/internal/evidence"
	"threep/app/internal/format"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// Published is a figure of others that belongs to what a figure shows.
type Published struct {
	Finding string // its id in the register
	Figure  string // with its unit
	Text    string // what it is of
	Work    string // in a few words, with the year
	Grade   string
}

// Line is the figure in one line, for tables and for reading aloud.
func (p Published) Line() string {
	if f, _ := sim.LookupFinding(p.Finding); !f.HasFigure() {
		return assets.F("chart.published.line_bare", p.Text, p.Work, p.Grade)
	}
	return assets.F("chart.published.line", p.Figure, p.Text, p.Work, p.Grade)
}

// row is the figure as a line of a spreadsheet.
func (p Published) row() string {
	f, _ := sim.LookupFinding(p.Finding)
	cells := []string{p.Text, "", "", "", "", p.Work, p.Grade}
	if f.HasFigure() {
		number := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
		cells[1], cells[2], cells[3] = number(f.Low), number(f.High), string(f.Unit)
	}
	if f.Year != 0 {
		cells[4] = strconv.Itoa(f.Year)
	}
	return strings.Join(cells, "\t")
}

// Mark is a published figure on the axis of a panel: a thin dotted line with a label. An
// upright one stands at a time; where Low and High differ it is a bracket.
type Mark struct {
	Finding   string
	Label     string
	Low, High float64 // on the panel's axis, or weeks
	Upright   bool
}

// yardstick places a finding in a kind of figure. At most marksAtMost are drawn, the
// first that have a place; the others are listed.
type yardstick struct {
	finding string
	panel   int
	// place returns where it stands; ok is false where it has no place on the axes.
	place func(b *builder, f *sim.Finding) (low, high float64, upright, ok bool)
	// label is the key of the label, of work and year in short, figure and grade; empty:
	// the plain one.
	label string
}

// marksAtMost is how many published figures a figure marks without clutter.
const marksAtMost = 2

// The places of yardsticks.
var (
	// level is the figure itself on the vertical axis.
	level = func(_ *builder, f *sim.Finding) (float64, float64, bool, bool) { return f.Low, f.High, false, true }
	// fromTop counts from 100% down, for the topmost layer of a stack.
	fromTop = func(_ *builder, f *sim.Finding) (float64, float64, bool, bool) {
		return 1 - f.High, 1 - f.Low, false, true
	}
	// afterGoLive is so long after the first go-live.
	afterGoLive = func(b *builder, f *sim.Finding) (float64, float64, bool, bool) {
		low, high := weeks(f.Low, f.Unit), weeks(f.High, f.Unit)
		return b.facts.GoLive + low, b.facts.GoLive + high, true, finite(b.facts.GoLive)
	}
	// sinceHire is so long after a rep was hired.
	sinceHire = func(_ *builder, f *sim.Finding) (float64, float64, bool, bool) {
		return weeks(f.Low, f.Unit), weeks(f.High, f.Unit), true, true
	}
	// ninety is the level of adoption that the finding says how many firms reach.
	ninety = func(*builder, *sim.Finding) (float64, float64, bool, bool) { return .9, .9, false, true }
	// aside has no place on the axes.
	aside = func(*builder, *sim.Finding) (float64, float64, bool, bool) { return 0, 0, false, false }
)

// weeks turns a time into weeks.
func weeks(v float64, unit sim.Unit) float64 {
	switch unit {
	case sim.UnitDays:
		return v / 7
	case sim.UnitMonths:
		return v * format.WeeksPerMonth
	case sim.UnitYears:
		return v * weeksYear
	}
	return v
}

// yardsticks lists the published figures of every kind, those to be marked first.
func yardsticks() map[ID][]yardstick {
	list := func(ids ...string) []yardstick {
		var out []yardstick
		for _, id := range ids {
			out = append(out, yardstick{finding: id, place: aside})
		}
		return out
	}
	adoption := []yardstick{
		{finding: "rejected_after_months", place: afterGoLive, label: "named"},
		{finding: "crm_adoption_firms", place: ninety, label: "named"},
	}
	return map[ID][]yardstick{
		Effectiveness: list("crm_failure_2001", "crm_failure_2002", "crm_failure_2005", "crm_failure_2007", "crm_failure_2009", "sfa_failure"),
		Bookings:      list("go_live_dip"),
		RevenueMargin: list("dynamic_process_growth", "coaching_growth", "use_variance", "crm_return_2011", "crm_return_later"),
		RepsAtQuota: append([]yardstick{{finding: "quota_2018", place: level}, {finding: "quota_2010_omg", place: level}},
			list("plan_2018", "quota_2015", "quota_2013", "quota_2010", "quota_2009", "quota_2007", "quota_random_process", "quota_little_selling", "quota_much_selling")...),
		AdoptionStages: append(adoption, list("crm_adoption_average", "crm_adoption_vendors", "web_tools_satisfied", "web_tools_dissatisfied")...),
		LoggedBenefit:  append(adoption, list("crm_adoption_average", "support_is_a_condition", "use_is_curved")...),
		AdoptionSavvy:  list("age_ease", "age_usefulness", "age_intention", "leaders_and_self_efficacy", "young_adopters"),
		PipelineWinRate: append([]yardstick{{finding: "won_2015", panel: 1, place: level}, {finding: "win_formal_coaching", panel: 1, place: level}},
			list("won_2017", "win_discretionary_coaching", "pipeline_stalls", "no_decision_calls", "cycle_software", "cycle_inside")...),
		ForecastEnds: append([]yardstick{{finding: "won_2015", place: level, label: "won"}, {finding: "no_decision_2015", place: fromTop, label: "no_decision"}},
			list("lost_2015", "won_2017", "lost_2018", "no_decision_2018", "no_decision_understood", "pipeline_stalls", "no_decision_calls")...),
		SellingTime: append([]yardstick{{finding: "selling_2011", place: level}, {finding: "selling_2006", place: level}},
			list("selling_salesforce", "administration", "search_some_hours", "search_many_hours", "quota_little_selling", "quota_much_selling")...),
		Turnover: append([]yardstick{{finding: "turnover_2010", place: level}, {finding: "turnover_sdr_2015", place: level}},
			list("turnover_sdr_2017", "leavers_first_year", "leavers_second_year", "insurance_first_year", "replace_a_rep")...),
		Ramp: append([]yardstick{{finding: "ramp_field", place: sinceHire}, {finding: "ramp_sdr", place: sinceHire}},
			list("ramp_competent", "ramp_top_performer", "ramp_first_quarter", "ramp_sixth_quarter")...),
		Money: append([]yardstick{{finding: "tool_payback", place: afterGoLive}},
			list("crm_return_2011", "crm_return_later", "crm_failure_2009", "replace_a_rep")...),
	}
}

// publish lists the published figures that belong to the figure, and marks those that
// have a place on its axes.
func (b *builder) publish() {
	f := &b.figure
	marked := 0
	for _, y := range yardsticks()[f.Kind] {
		finding, ok := sim.LookupFinding(y.finding)
		if !ok {
			continue // a test holds every yardstick to being in the register
		}
		p := publishedOf(&finding)
		if y.panel < len(f.Panels) && marked < marksAtMost {
			if mark, ok := b.mark(y, &finding); ok {
				f.Panels[y.panel].Marks = append(f.Panels[y.panel].Marks, mark)
				marked++
			}
		}
		f.Published = append(f.Published, p)
	}
}

func publishedOf(f *sim.Finding) Published {
	work, _ := scenarios.LookupSource(f.Source)
	p := Published{
		Finding: f.ID, Figure: evidence.FigureOf(f), Text: assets.T("finding." + f.ID + ".text"),
		Work: evidence.Authors(work), Grade: evidence.GradeShort(f.Grade),
	}
	if f.Year != 0 {
		p.Work += " " + strconv.Itoa(f.Year)
	}
	return p
}

// mark places a finding on the axes, and widens the vertical one for it, but not so far
// that what is simulated would look flat.
func (b *builder) mark(y yardstick, f *sim.Finding) (Mark, bool) {
	low, high, upright, ok := y.place(b, f)
	if !ok || f.Mark != sim.MarkSeen && f.Mark != sim.MarkComputed {
		return Mark{}, false
	}
	m := Mark{Finding: f.ID, Low: low, High: high, Upright: upright}
	short, grade := assets.T("finding."+f.ID+".short"), evidence.GradeShort(f.Grade)
	label := y.label
	if label == "" {
		label = "mark"
	}
	m.Label = assets.F("chart.published."+label, short, evidence.FigureOf(f), grade)
	if upright {
		return m, low > 0 && high <= b.figure.X.Max
	}
	return m, b.figure.Panels[y.panel].widenFor(low, high)
}

// widenFor has the range take in a mark, unless that would more than double it.
func (p *Panel) widenFor(low, high float64) bool {
	r := p.Y.Range
	if low >= r.Min && high <= r.Max {
		return true
	}
	e := extent{}
	e.add(r.Min, r.Max, low, high)
	wide := niceRange(e, 0)
	if p.Y.Unit == sim.UnitShare {
		wide.Min, wide.Max = math.Max(wide.Min, math.Min(0, r.Min)), math.Min(wide.Max, math.Max(1, r.Max))
	}
	if wide.Max-wide.Min > 2*(r.Max-r.Min) {
		return false
	}
	p.Y.Range = wide
	return true
}
