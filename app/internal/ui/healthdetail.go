package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/format"
	"threep/app/internal/report"
	"threep/app/internal/runner"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim/analysis"
)

// healthDetail is everything of one check: what was found, how it is measured, its
// worlds, and what it rests on.
type healthDetail struct {
	page   *healthPage
	object fyne.CanvasObject
	column *fyne.Container
	scroll *container.Scroll
	runOne *widgets.IconButton
	inFull *widgets.IconButton
	check  *analysis.Check
}

func newHealthDetail(p *healthPage) *healthDetail {
	d := &healthDetail{page: p, column: container.New(&stacked{gap: 2})}
	d.runOne = widgets.NewIconButton(theme.MediaPlayIcon(), "", nil, func() { d.run(false) })
	d.runOne.SetWord(assets.T("healthpage.run_one"))
	d.runOne.SetChip(true)
	d.inFull = widgets.NewIconButton(theme.MediaFastForwardIcon(), "", nil, func() { d.run(true) })
	d.inFull.SetWord(assets.T("healthpage.full_one"))
	d.inFull.SetChip(true)
	d.scroll = container.NewVScroll(inset(0, 12, 0, 12, d.column))
	buttons := inset(2, 6, 7, 0, container.New(&leading{gap: 8}, d.runOne, d.inFull))
	d.object = container.NewBorder(buttons, nil, nil, nil, d.scroll)
	return d
}

// first is where the keys go on from the list.
func (d *healthDetail) first() fyne.Focusable {
	if d.runOne.Disabled() {
		return d.page.stop
	}
	return d.runOne
}

func (d *healthDetail) run(full bool) {
	if d.check != nil {
		d.page.h.start([]*analysis.Check{d.check}, full)
	}
}

func (d *healthDetail) enable(on bool) {
	enable(d.runOne, on)
	enable(d.inFull, on)
}

// show says everything of a check. What is shown again stays where it was scrolled to.
func (d *healthDetail) show(c *analysis.Check) {
	again := d.check != nil && d.check.ID == c.ID
	d.check = c
	d.runOne.SetName(assets.F("healthpage.run_one_help", c.ID))
	d.inFull.SetName(assets.F("healthpage.full_one_help", c.ID))
	d.column.Objects = d.describe(c)
	if !again {
		d.scroll.Offset = fyne.Position{}
	}
	d.column.Refresh()
	d.scroll.Refresh()
}

func (d *healthDetail) describe(c *analysis.Check) []fyne.CanvasObject {
	verdict, ink := d.page.h.verdict(c)
	title := label(assets.F("healthpage.row.title", c.ID, report.HealthTitle(c)), theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true}, false)
	word := newCaption(verdict, theme.SizeNameText, fyne.TextStyle{Bold: true}, ink)
	objects := []fyne.CanvasObject{
		title, inset(-6, 0, 7, 0, word),
		label(report.HealthSays(c), theme.SizeNameText, fyne.TextStyle{}, false),
	}
	objects = append(objects, d.measured(c)...)
	objects = append(objects, part("healthpage.part.how"), label(report.HealthHow(c), theme.SizeNameText, fyne.TextStyle{}, false), d.facts(c))
	objects = append(objects, d.worlds(c)...)
	return append(objects, d.sources(c)...)
}

// part is the title of a part.
func part(key string) fyne.CanvasObject { return partOf(assets.T(key)) }

func partOf(words string) fyne.CanvasObject {
	return inset(6, -8, 0, 0, label(words, theme.SizeNameText, fyne.TextStyle{Bold: true}, false))
}

// measured lists every line with what was found, or what must be.
func (d *healthDetail) measured(c *analysis.Check) []fyne.CanvasObject {
	o := d.page.h.outcomes[c.ID]
	lines := container.New(&stacked{gap: -10})
	if o == nil {
		for i := range c.Lines {
			lines.Add(label(mustBe(c, &c.Lines[i]), theme.SizeNameText, fyne.TextStyle{}, false))
		}
		return []fyne.CanvasObject{part("healthpage.part.must"), lines}
	}
	for i := range o.Measured {
		m := &o.Measured[i]
		word, ink := verdictOf(m)
		text := report.HealthSentence(c, m)
		if report.HealthBand(&m.Line) != "" {
			text = assets.F("healthpage.fact.margin", text, report.HealthMargin(m))
		}
		sign := inset(7, 7, 7, 0, newCaption(word, theme.SizeNameText, fyne.TextStyle{Bold: true}, ink))
		lines.Add(container.New(shares{gap: 0, shares: []float32{.14, .86}}, container.NewVBox(sign), label(text, theme.SizeNameText, fyne.TextStyle{}, false)))
	}
	return []fyne.CanvasObject{partOf(foundBy(o)), lines}
}

// foundBy is the title over what was found: by which set, and how many futures.
func foundBy(o *analysis.Outcome) string {
	set := assets.T("healthpage.set.fast")
	if o.Full {
		set = assets.T("healthpage.set.full")
	}
	seconds := assets.F("healthpage.set_time.seconds", o.Seconds)
	if !manyFutures(o.Check) {
		return assets.F("healthpage.part.measured_alone", set, seconds)
	}
	return assets.F("healthpage.part.measured_set", set, format.Number(float64(o.Runs)), o.Seed, seconds)
}

// verdictOf is the word for a line, with a sign, and its colour.
func verdictOf(m *analysis.Measured) (string, fyne.ThemeColorName) {
	switch {
	case m.Rule == analysis.Reported:
		return assets.T("healthpage.verdict.shows"), widgets.ColorNameMutedText
	case m.Holds:
		return assets.T("healthpage.verdict.holds"), widgets.ColorNameBetter
	}
	return assets.T("healthpage.verdict.fails"), widgets.ColorNameErrorText
}

// facts are window, estimator, runs, seed and the rate of false alarm.
func (d *healthDetail) facts(c *analysis.Check) fyne.CanvasObject {
	facts := container.New(&stacked{gap: -10})
	add := func(key, value string) {
		name := label(assets.T("healthpage.fact."+key), theme.SizeNameText, fyne.TextStyle{}, true)
		facts.Add(container.New(shares{gap: 4, shares: []float32{.26, .74}}, name, label(value, theme.SizeNameText, fyne.TextStyle{}, false)))
	}
	add("kind", assets.T("health.kind."+string(c.Kind)))
	window := assets.T("healthpage.fact.window_lines")
	if c.Window.To > 0 {
		window = assets.F("healthpage.fact.window_weeks", c.Window.From, c.Window.To)
	}
	add("window", window)
	add("rule", rules(c))
	runs := assets.T("healthpage.fact.runs_one")
	if manyFutures(c) {
		runs = assets.F("healthpage.fact.runs_both", format.Number(float64(c.Runs.Fast)), format.Number(float64(c.Runs.Full)))
	}
	add("runs", runs)
	add("seed", format.Number(float64(c.Seed)))
	alarm := assets.T("healthpage.fact.alarm_none")
	if c.FalseAlarm.Full > 0 {
		alarm = assets.F("healthpage.fact.alarm_rate", format.Number(1000*c.FalseAlarm.Fast), format.Number(1000*c.FalseAlarm.Full))
	}
	add("alarm", alarm)
	if o := d.page.h.outcomes[c.ID]; o != nil && o.Holds && c.FalseAlarm.Full > 0 {
		add("alarm_run", assets.F("healthpage.fact.alarm_found", format.Percent(o.FalseAlarm)))
	}
	return inset(-6, 0, 0, 0, facts)
}

// manyFutures reports whether a check looks at more than one future.
func manyFutures(c *analysis.Check) bool { return c.Runs.Full > 1 }

// rules names what of the estimates is held against the bands, each once.
func rules(c *analysis.Check) string {
	var words []string
	seen := map[analysis.Rule]bool{}
	for i := range c.Lines {
		r := c.Lines[i].Rule
		if r != analysis.Reported && !seen[r] {
			seen[r] = true
			words = append(words, assets.T("healthpage.rule."+string(r)))
		}
	}
	return strings.Join(words, "; ")
}

// worlds lists the simulations, each with a button that opens it.
func (d *healthDetail) worlds(c *analysis.Check) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{part("healthpage.part.worlds")}
	if len(c.Setups) == 0 {
		return append(objects, label(assets.T("healthpage.world.none"), theme.SizeNameText, fyne.TextStyle{}, true))
	}
	for i := range c.Setups {
		s := &c.Setups[i]
		name, words := report.HealthWorld(s), strings.Join(report.HealthDecisions(s), "; ")
		open := widgets.NewIconButton(theme.FolderOpenIcon(), assets.F("healthpage.world.open_help", name+": "+words), nil, func() { d.page.openWorld(c, s) })
		open.SetWord(assets.T("healthpage.world.open"))
		open.SetChip(true)
		text := container.New(&stacked{gap: -10}, label(name, theme.SizeNameText, fyne.TextStyle{}, false), label(words, theme.SizeNameCaptionText, fyne.TextStyle{}, true))
		row := container.NewBorder(nil, nil, nil, container.NewVBox(inset(4, 0, 6, 2, open)), text)
		open.SetOnFocus(func() { reveal(d.scroll, row) })
		objects = append(objects, row)
	}
	return objects
}

// sources cites the works that a check rests on.
func (d *healthDetail) sources(c *analysis.Check) []fyne.CanvasObject {
	list := container.New(&stacked{gap: -6})
	for _, key := range c.Sources {
		source, ok := scenarios.LookupSource(key)
		if !ok {
			continue
		}
		list.Add(container.New(&stacked{gap: -10},
			label(source.Cite, theme.SizeNameText, fyne.TextStyle{}, false),
			label(source.Note, theme.SizeNameCaptionText, fyne.TextStyle{}, true)))
	}
	return []fyne.CanvasObject{part("healthpage.part.sources"), list}
}

// meter is a thin bar that fills as work gets done.
type meter struct {
	object *fyne.Container
	share  float32
}

func newMeter() *meter {
	m := &meter{}
	m.object = container.New(m, newGround(widgets.ColorNameTrack), newGround(widgets.ColorNameAccent))
	m.object.Hide()
	return m
}

// set shows how much of a run is done, or nothing while none goes on.
func (m *meter) set(busy bool, u runner.CheckUpdate) {
	m.share = float32(u.Share)
	if u.Share == 0 {
		m.share = float32(u.Finished) / float32(max(1, u.All))
	}
	if busy {
		m.object.Show()
	} else {
		m.object.Hide()
	}
	m.object.Refresh()
}

// meterHeight is how thick the bar is.
const meterHeight = 4

// MinSize is that of a line.
func (m *meter) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, meterHeight) }

// Layout fills the ground, in the middle of the height, as far as the share goes.
func (m *meter) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, share := range []float32{1, m.share} {
		objects[i].Move(fyne.NewPos(0, (size.Height-meterHeight)/2))
		objects[i].Resize(fyne.NewSize(size.Width*share, meterHeight))
	}
}
