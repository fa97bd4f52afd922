package chart

import (
	"errors"
	"fmt"
	"strings"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

// Spread is how a figure shows that futures differ.
type Spread string

// The ways to show the spread: bands that hold half, 8 of 10 and 19 of 20 futures,
// twenty single futures as thin lines, or not at all.
const (
	Bands Spread = "bands"
	Lines Spread = "lines"
	None  Spread = "none"
)

// SampleLines is the number of single futures that Lines shows.
const SampleLines = 20

// Options are what a figure depends on besides the result.
type Options struct {
	Spread   Spread // empty: Bands
	Quarters bool   // the time axis counts quarters
	Hold     *Axes  // ranges of an earlier figure, to be kept
	// Program is the program's name and version, Changed and Digest what Stamp says.
	Program string
	Changed bool
	Digest  string
	// Plain leaves the published figures of others out.
	Plain bool
}

// Build makes a figure of a kind from a result.
func Build(id ID, r *sim.Result, o Options) (Figure, error) {
	if r == nil {
		return Figure{}, errors.New("build a figure: there is no result")
	}
	facts := FactsOf(r)
	if id == Money && r.Runs > 0 {
		facts.Payback = r.Headline().PaybackWeek
	}
	return BuildFrom(id, facts, r, o)
}

// BuildFrom makes a figure from any source.
func BuildFrom(id ID, facts Facts, source Source, o Options) (Figure, error) {
	kind, ok := Lookup(id)
	if !ok {
		return Figure{}, fmt.Errorf("build a figure: there is no kind %q", id)
	}
	if o.Spread == "" {
		o.Spread = Bands
	}
	b := &builder{facts: facts, source: source, o: o}
	f := &b.figure
	f.Kind, f.Title, f.Subtitle = id, kind.Title(), kind.subtitle(facts.Currency)
	f.Stamp = b.stamp()
	if facts.Runs <= 0 || facts.Weeks <= 0 {
		f.Empty = assets.T("chart.empty.running")
		return *f, nil
	}
	f.X = TimeAxis{Max: float64(facts.Weeks), Quarters: o.Quarters, Weeks: make([]float64, facts.Weeks)}
	for k := range f.X.Weeks {
		f.X.Weeks[k] = float64(k + 1) // a value is of the week that ends there
	}
	if facts.GoLive <= f.X.Max && facts.GoLive >= 0 {
		f.Verges = append(f.Verges, Verge{facts.GoLive, assets.T("chart.go_live")})
	}
	f.Note = b.note()
	kind.build(b)
	if f.Empty != "" {
		f.Panels, f.Note, f.Verges = nil, "", nil
		return *f, nil
	}
	for i := range f.Panels {
		if f.Panels[i].blank() {
			f.Empty = assets.T("chart.empty.undefined")
		}
	}
	if f.Empty != "" {
		f.Panels = nil
		return *f, nil
	}
	for i := range f.Panels {
		f.Panels[i].sayUndefined()
	}
	if !o.Plain {
		b.publish()
	}
	f.hold(o.Hold)
	return *f, nil
}

// sayUndefined names the lines that are defined in no week, such as that of a quarter
// of the reps to which nobody belongs: a line that is not there says nothing.
func (p *Panel) sayUndefined() {
	var names []string
	for i := range p.Series {
		if s := &p.Series[i]; !s.Sample && lastFinite(s.Y) < 0 {
			names = append(names, s.Short)
		}
	}
	if len(names) > 0 && p.Remark == "" {
		p.Remark = assets.F("chart.undefined", strings.Join(names, ", "))
	}
}

// builder is a figure in the making.
type builder struct {
	facts  Facts
	source Source
	o      Options
	figure Figure
}

// blank reports that a panel has no value at all.
func (p Panel) blank() bool {
	e := extent{}
	for _, s := range p.Series {
		e.add(s.Y...)
	}
	for _, a := range p.Areas {
		e.add(a.High...)
	}
	return !e.any
}

func (b *builder) stamp() Stamp {
	return Stamp{
		Scenario: b.facts.Title, Changed: b.o.Changed, Runs: b.facts.Runs, Seed: b.facts.Seed,
		Program: b.o.Program, Model: b.facts.ModelVersion, Digest: b.o.Digest,
	}
}

func counted(runs int) string {
	if runs == 1 {
		return assets.T("chart.one_future")
	}
	return assets.F("chart.futures", format.Number(float64(runs)))
}

// note says what line and spread stand for, and whether the futures differ by luck
// alone or by ignorance too.
func (b *builder) note() string {
	runs := counted(b.facts.Runs)
	if b.facts.Runs == 1 {
		return assets.F("chart.note.one", runs)
	}
	text := assets.F("chart.note.line", runs)
	switch b.o.Spread {
	case Bands:
		text += " " + assets.T("chart.note.bands")
	case Lines:
		text += " " + assets.F("chart.note.lines", min(SampleLines, b.facts.Runs))
	default:
		return text
	}
	if b.facts.Uncertain {
		return text + assets.T("chart.note.ignorance")
	}
	return text + assets.T("chart.note.luck")
}

// bandShares are the shares of futures that bands hold, the widest first.
var bandShares = [...]float64{.95, .80, .50}

// spread adds bands or sample lines of the scenario.
func (b *builder) spread(p *Panel, o outcome, hue Hue) {
	if b.facts.Runs < 2 {
		return
	}
	switch b.o.Spread {
	case Bands:
		var probs []float64
		for _, share := range bandShares {
			probs = append(probs, .5-share/2, .5+share/2)
		}
		q := b.quantiles(o, sim.Decided, probs...)
		for i, share := range bandShares {
			key := fmt.Sprintf("chart.band.%.0f", share*100)
			p.Bands = append(p.Bands, Band{Share: share, Label: assets.T(key), Hue: hue, Low: q[2*i], High: q[2*i+1]})
		}
	case Lines:
		for run := range min(SampleLines, b.facts.Runs) {
			p.Series = append(p.Series, Series{
				ID: fmt.Sprintf("future_%d", run+1), Y: b.sample(o, sim.Decided, run), Hue: hue, Width: Hair, Sample: true,
			})
		}
	}
}

// names are the words for one measure in the three worlds: long for tables, short for
// the ends of lines. They are text keys with the world's name added.
type names struct{ id, key string }

// With two baselines the published one is called so.
func (n names) series(w sim.World, two bool) Series {
	id := w.String()
	if n.id != "" {
		id += "." + n.id
	}
	key := "chart.series." + n.key + "." + w.String()
	if two && w == sim.Baseline {
		key = "chart.series." + n.key + ".published"
	}
	return Series{ID: id, Label: assets.T(key), Short: assets.T(key + "_short")}
}

// worlds adds the lines of the scenario and of its baselines, the published one on
// top. The baseline under the user's assumptions has a pattern that no other line has.
func (b *builder) worlds(p *Panel, o outcome, n names, hue Hue, dash Dash) {
	two := b.facts.AssumptionsDiffer
	current := n.series(sim.Decided, two)
	current.Y, current.Hue, current.Dash, current.Width = b.mean(o, sim.Decided), hue, dash, Thick
	p.Series = append(p.Series, current)
	if two {
		assumed := n.series(sim.Assumed, two)
		assumed.Y, assumed.Hue, assumed.Dash, assumed.Width = b.mean(o, sim.Assumed), HueAssumed, DashDotted, Thin
		p.Series = append(p.Series, assumed)
		if note := " " + assets.T("chart.note.two_baselines"); !strings.HasSuffix(b.figure.Note, note) {
			b.figure.Note += note
		}
	}
	baseline := n.series(sim.Baseline, two)
	baseline.Y, baseline.Hue, baseline.Width = b.mean(o, sim.Baseline), HueBaseline, Thin
	p.Series = append(p.Series, baseline)
}

// extent is the stretch of what a panel draws.
func (p *Panel) extent() extent {
	e := extent{}
	for _, band := range p.Bands {
		e.add(band.Low...)
		e.add(band.High...)
	}
	for _, s := range p.Series {
		e.add(s.Y...)
	}
	for _, a := range p.Areas {
		e.add(a.Low...)
		e.add(a.High...)
	}
	return e
}
