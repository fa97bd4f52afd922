package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/report"
	"threep/app/internal/runner"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim/analysis"
	"threep/sim/analysis/signs"
)

// health is what is known of the model's health since the program was started. It
// outlives its page: checks go on while levers are moved.
type health struct {
	checker  Checker
	checks   []*analysis.Check
	outcomes map[string]*analysis.Outcome // the last of each check, by its id
	update   runner.CheckUpdate           // the last one
	page     *healthPage                  // nil: closed
}

func newHealth() *health {
	return &health{checks: signs.AllChecks(), outcomes: map[string]*analysis.Outcome{}}
}

// start runs some of the checks.
func (h *health) start(checks []*analysis.Check, full bool) {
	if !h.checker.Start(checks, full) {
		return
	}
	h.update = runner.CheckUpdate{Current: checks[0], All: len(checks)}
	if h.page != nil {
		h.page.showRun(h.checks)
	}
}

// showHealth takes what has become of a run of checks.
func (u *UI) showHealth(update runner.CheckUpdate) {
	h := u.health
	var touched []*analysis.Check
	if before := h.update.Current; before != update.Current && before != nil {
		touched = append(touched, before)
	}
	for _, o := range update.New {
		h.outcomes[o.Check.ID] = o
		touched = append(touched, o.Check)
	}
	if update.Current != nil {
		touched = append(touched, update.Current)
	}
	h.update = update
	if update.Done {
		touched = h.checks
		if update.Err != nil {
			log := u.log
			log.Error("checks of model health", "error", update.Err)
		}
	}
	if h.page != nil {
		h.page.showRun(touched)
		return
	}
	u.bar.showChecks(h.update)
	if update.Done {
		u.toasts.Show(widgets.Toast{Text: h.summary(), Action: assets.T("healthpage.open"), OnAction: u.whenFree(u.openHealth)})
	}
}

// summary says in a sentence how the checks stand.
func (h *health) summary() string {
	holding, run := 0, 0
	var failing []string
	for _, c := range h.checks {
		o := h.outcomes[c.ID]
		if o == nil {
			continue
		}
		run++
		if o.Holds {
			holding++
		} else {
			failing = append(failing, c.ID)
		}
	}
	left, names := len(h.checks)-run, strings.Join(failing, ", ")
	switch {
	case run == 0:
		return assets.T("healthpage.status.none")
	case left > 0 && names == "":
		return assets.F("healthpage.status.some", holding, run, left)
	case left > 0:
		return assets.F("healthpage.status.some_failing", holding, run, left, names)
	case names == "":
		return assets.F("healthpage.status.all", run)
	}
	return assets.F("healthpage.status.failing", holding, run, names)
}

// status says what goes on, or how the last run ended and how the checks stand.
func (h *health) status() string {
	u := h.update
	if h.busy() {
		text := assets.F("healthpage.status.running", u.Finished, u.All)
		if u.Current != nil {
			text = assets.F("healthpage.status.running_now", u.Finished, u.All, u.Current.ID)
		}
		if u.Left > 0 {
			text += assets.F("healthpage.status.left", timeLeft(u.Left))
		}
		return text
	}
	text := h.summary()
	switch {
	case u.Err != nil:
		text = assets.F("healthpage.status.error", firstLine(u.Err.Error())) + text
	case u.Stopped:
		text = assets.F("healthpage.status.stopped", u.Finished, u.All) + text
	}
	return text
}

// busy reports whether a run goes on, as the screen knows it.
func (h *health) busy() bool { return h.update.All > 0 && !h.update.Done }

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// timeLeft is a time in words.
func timeLeft(d time.Duration) string {
	if d < 90*time.Second {
		return assets.F("healthpage.status.seconds", d.Seconds())
	}
	return assets.F("healthpage.status.minutes", d.Minutes())
}

// verdict is the word for a check, with a sign, and its colour.
func (h *health) verdict(c *analysis.Check) (string, fyne.ThemeColorName) {
	o := h.outcomes[c.ID]
	switch {
	case h.busy() && h.update.Current != nil && h.update.Current.ID == c.ID:
		return assets.T("healthpage.verdict.running"), widgets.ColorNameAccent
	case o == nil:
		return assets.T("healthpage.verdict.none"), widgets.ColorNameMutedText
	case o.Holds:
		return assets.T("healthpage.verdict.holds"), widgets.ColorNameBetter
	}
	return assets.T("healthpage.verdict.fails"), widgets.ColorNameErrorText
}

// figure is the line of a check that says most: the first that fails, else the first
// that is judged; before a run, what must be.
func (h *health) figure(c *analysis.Check) string {
	if o := h.outcomes[c.ID]; o != nil {
		var most *analysis.Measured
		for i := range o.Measured {
			m := &o.Measured[i]
			if m.Rule != analysis.Reported && (most == nil || most.Holds && !m.Holds) {
				most = m
			}
		}
		if most != nil {
			return report.HealthSentence(c, most)
		}
	}
	for i := range c.Lines {
		if c.Lines[i].Rule != analysis.Reported {
			return mustBe(c, &c.Lines[i])
		}
	}
	return ""
}

// mustBe says what a line must show.
func mustBe(c *analysis.Check, l *analysis.Line) string {
	name := report.HealthLabel(c, l)
	if band := report.HealthBand(l); band != "" {
		return assets.F("healthpage.row.must", name, band)
	}
	return assets.F("healthpage.row.plain", name)
}

// healthPage lists the checks and shows everything of the chosen one.
type healthPage struct {
	u      *UI
	h      *health
	box    *modal
	list   *checkList
	runAll *widgets.IconButton
	full   *widgets.IconButton
	stop   *widgets.IconButton
	status *widget.RichText
	meter  *meter
	body   *fyne.Container
	detail *healthDetail
}

// openHealth opens the page.
func (u *UI) openHealth() {
	if u.levers.commit() != nil {
		return
	}
	p := &healthPage{u: u, h: u.health}
	p.build()
	room := u.window.Canvas().Size()
	size := fyne.NewSize(fyne.Min(room.Width, 104*textNow()), room.Height-150)
	p.box = u.newModal(assets.T("healthpage.title"), p.layOut(size), size)
	p.box.around = fyne.NewSize(60, 150)
	p.box.first = p.list
	p.box.scroll = p.detail.scroll
	p.box.cancel(assets.T("ui.close"))
	p.box.onClose = p.closed
	p.h.page = p
	p.showRun(p.h.checks)
	p.box.show()
	p.list.choose(0)
}

func (p *healthPage) build() {
	p.list = newCheckList()
	kind := analysis.Kind("")
	for _, c := range p.h.checks {
		if c.Kind != kind {
			kind = c.Kind
			p.list.heading(assets.T("health.kind." + string(kind)))
		}
		p.list.add(assets.F("healthpage.row.title", c.ID, report.HealthTitle(c)), report.HealthSays(c))
	}
	p.runAll = widgets.NewIconButton(theme.MediaPlayIcon(), assets.T("healthpage.run_all_help"), nil, func() { p.h.start(p.h.checks, false) })
	p.runAll.SetWord(assets.T("healthpage.run_all"))
	p.runAll.SetStrong(true)
	p.full = widgets.NewIconButton(theme.MediaFastForwardIcon(), assets.T("healthpage.full_help"), nil, func() { p.h.start(p.h.checks, true) })
	p.full.SetWord(assets.T("healthpage.full"))
	p.full.SetChip(true)
	p.stop = widgets.NewIconButton(theme.MediaStopIcon(), assets.T("healthpage.stop_help"), nil, func() { p.h.checker.Stop() })
	p.stop.SetWord(assets.T("healthpage.stop"))
	p.stop.SetChip(true)
	p.status = label("", theme.SizeNameText, fyne.TextStyle{}, false)
	p.meter = newMeter()
	p.detail = newHealthDetail(p)
	p.list.onChosen = func(i int) { p.detail.show(p.h.checks[i]) }
	p.list.onReturn = func() { p.u.window.Canvas().Focus(p.detail.first()) }
}

func (p *healthPage) layOut(size fyne.Size) fyne.CanvasObject {
	buttons := container.New(&leading{gap: 8}, p.runAll, p.full, p.stop)
	line := container.NewBorder(nil, nil, buttons, nil, inset(0, 0, 16, 4, p.meter.object))
	p.list.column.Resize(fyne.NewSize(size.Width*.44, 10))
	p.status.Resize(fyne.NewSize(size.Width, 10))
	right := container.NewStack(newGround(widgets.ColorNameSurface), inset(6, 6, 10, 4, p.detail.object))
	both := container.New(shares{gap: 16, shares: []float32{.46, .54}}, p.list, right)
	head := container.New(&stacked{gap: 0}, inset(2, 0, 6, 0, line), p.status)
	p.body = container.NewBorder(inset(0, 4, 0, 0, head), nil, nil, nil, both)
	return p.body
}

// showRun brings the rows of some checks, the buttons and the status in line.
func (p *healthPage) showRun(touched []*analysis.Check) {
	for _, c := range touched {
		for i, row := range p.list.rows {
			if p.h.checks[i].ID == c.ID {
				word, ink := p.h.verdict(c)
				row.set(word, ink, p.h.figure(c))
			}
		}
		if shown := p.detail.check; shown != nil && shown.ID == c.ID {
			p.detail.show(c)
		}
	}
	if len(touched) > 0 {
		p.list.settle()
	}
	busy := p.h.busy()
	enable(p.runAll, !busy)
	enable(p.full, !busy)
	enable(p.stop, busy)
	p.detail.enable(!busy)
	height := p.status.MinSize().Height
	setLabel(p.status, p.h.status())
	if p.status.MinSize().Height != height {
		p.body.Refresh()
	}
	p.meter.set(busy, p.h.update)
}

func (p *healthPage) closed() {
	p.h.page = nil
	p.u.bar.showChecks(p.h.update)
	if p.h.busy() {
		p.u.toasts.Show(widgets.Toast{Text: assets.T("healthpage.goes_on")})
	}
}

// openWorld opens the world of a simulation of a check as an untitled copy.
func (p *healthPage) openWorld(c *analysis.Check, s *analysis.Setup) {
	scenario, err := report.HealthScenario(c, s)
	if err != nil {
		p.u.fail(err)
		return
	}
	p.box.close()
	p.u.guard(func() { p.u.doc.OpenCopy(scenario) })
}
