package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/report"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// guidePanel stands beside the graphs and tells the story of a built-in scenario, what
// to notice in it, each with what the present result shows of it, and what to try.
type guidePanel struct {
	object *fyne.Container
	title  *widget.RichText
	close  *widgets.IconButton
	column *fyne.Container
	scroll *container.Scroll

	entries map[string]scenarios.Entry // the library, by names
	name    string                     // of the scenario that is told of; empty: none
	notices []guideNotice
	jumps   fyne.CanvasObject    // to what to notice, and to what to try
	parts   [2]fyne.CanvasObject // where they lead
	covered *caption             // says that the guide stands in place of a graph
	changed *widget.RichText     // says that the story is of the scenario as it came
}

// guideNotice is a thing to notice, with the words for what was found.
type guideNotice struct {
	notice *scenarios.Notice
	word   *caption
	found  *widget.RichText
}

func newGuidePanel(closed func()) *guidePanel {
	p := &guidePanel{
		title:   label("", theme.SizeNameText, fyne.TextStyle{Bold: true}, false),
		column:  container.New(&stacked{gap: -4}),
		changed: label("", theme.SizeNameCaptionText, fyne.TextStyle{}, true),
		entries: map[string]scenarios.Entry{},
	}
	for _, e := range scenarios.Library() {
		p.entries[e.Name] = e
	}
	p.close = widgets.NewIconButton(theme.CancelIcon(), assets.T("guide.panel.close"), nil, closed)
	p.scroll = container.NewVScroll(inset(0, 8, 4, 12, p.column))
	jump := func(key string, to int) fyne.CanvasObject {
		b := widgets.NewIconButton(nil, assets.T(key), nil, func() { p.jump(to) })
		b.SetWord(assets.T(key))
		b.SetChip(true)
		return b
	}
	p.jumps = inset(0, 2, 4, 0, container.New(&leading{gap: 6}, jump("guide.notice", 0), jump("guide.try", 1)))
	p.covered = newCaption(assets.T("guide.panel.covers"), theme.SizeNameCaptionText, fyne.TextStyle{}, widgets.ColorNameMutedText)
	p.covered.Hide()
	head := container.New(&stacked{gap: 0},
		container.NewBorder(nil, nil, nil, container.NewVBox(p.close), p.title), p.jumps, inset(0, 2, 7, 0, p.covered))
	body := container.NewBorder(inset(2, 0, 4, 4, head), nil, nil, nil, p.scroll)
	p.object = container.NewStack(newGround(widgets.ColorNameSurface), body)
	p.object.Hide()
	return p
}

// has reports whether there is something to tell of a scenario.
func (p *guidePanel) has(name string) bool {
	_, ok := p.entries[name]
	return ok
}

func (p *guidePanel) shown() bool { return p.object.Visible() }

// tell tells of a built-in scenario; of another it tells nothing and hides.
func (p *guidePanel) tell(name string) {
	if !p.has(name) {
		p.name, p.notices = "", nil
		p.object.Hide()
		return
	}
	if p.name == name {
		return
	}
	p.name, p.notices = name, nil
	entry := p.entries[name]
	setLabel(p.title, entry.Title)
	p.column.Objects = []fyne.CanvasObject{label(entry.Story, theme.SizeNameText, fyne.TextStyle{}, false), p.changed}
	guide, ok := scenarios.GuideOf(name)
	if !ok {
		p.jumps.Hide()
		p.column.Add(label(assets.T("guide.panel."+string(entry.Shelf)), theme.SizeNameCaptionText, fyne.TextStyle{}, true))
	} else {
		p.jumps.Show()
		p.tellGuide(guide)
	}
	p.scroll.Offset = fyne.Position{}
	p.column.Refresh()
	p.scroll.Refresh()
}

// jump brings a part of the guide to the top.
func (p *guidePanel) jump(to int) {
	if p.parts[to] == nil {
		return
	}
	most := fyne.Max(0, p.scroll.Content.Size().Height-p.scroll.Size().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Min(p.parts[to].Position().Y, most)))
}

// cover says whether the guide stands in place of the right graph.
func (p *guidePanel) cover(on bool) {
	if on == p.covered.Visible() {
		return
	}
	if on {
		p.covered.Show()
	} else {
		p.covered.Hide()
	}
	p.object.Refresh()
}

// showChange says that the story is no longer of what is open, or with "" nothing.
func (p *guidePanel) showChange(note string) {
	if note == "" {
		p.changed.Hide()
	} else {
		p.changed.Show()
	}
	setLabel(p.changed, note)
	p.column.Refresh()
}

func (p *guidePanel) tellGuide(g scenarios.Guide) {
	p.parts = [2]fyne.CanvasObject{inset(0, 4, 0, 0, part("guide.notice")), inset(0, 4, 0, 0, part("guide.try"))}
	p.column.Add(p.parts[0])
	for i := range g.Notice {
		n := guideNotice{
			notice: &g.Notice[i],
			word:   newCaption(assets.T("guide.waiting"), theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}, widgets.ColorNameMutedText),
			found:  label("", theme.SizeNameCaptionText, fyne.TextStyle{}, true),
		}
		p.notices = append(p.notices, n)
		say := label(n.notice.Say, theme.SizeNameText, fyne.TextStyle{}, false)
		p.column.Add(container.New(&stacked{gap: -6}, say, inset(0, 0, 7, 0, n.word), inset(-1, 0, 0, 0, n.found)))
	}
	p.column.Add(p.parts[1])
	for _, try := range g.Try {
		p.column.Add(label(assets.F("guide.panel.point", try), theme.SizeNameText, fyne.TextStyle{}, false))
	}
}

// measure says what a result shows of every notice; nil says that it is being
// simulated.
func (p *guidePanel) measure(r *sim.Result) {
	for _, n := range p.notices {
		word, ink, found := "waiting", widgets.ColorNameMutedText, ""
		if r != nil {
			sentence, holds, err := report.NoticeFound(n.notice, r)
			switch {
			case err != nil:
				word = "unmeasured"
			case holds:
				word, ink, found = "seen", widgets.ColorNameBetter, sentence
			default:
				word, found = "not_seen", sentence
			}
		}
		if found == "" { // the room stays, so that nothing jumps while a lever moves
			found = report.NoticeLabel(n.notice)
		}
		n.word.ink = ink
		n.word.text = assets.T("guide." + word)
		n.word.Refresh()
		setLabel(n.found, found)
	}
	if p.shown() && len(p.notices) > 0 {
		p.column.Refresh()
		p.scroll.Refresh()
	}
}

// typedKey scrolls with the keys that nothing else wants.
func (p *guidePanel) typedKey(e *fyne.KeyEvent) {
	line, page := 3*textNow(), p.scroll.Size().Height*.9
	by, ok := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page, fyne.KeyHome: -1e6, fyne.KeyEnd: 1e6,
	}[e.Name]
	if !ok || !p.shown() {
		return
	}
	most := fyne.Max(0, p.scroll.Content.Size().Height-p.scroll.Size().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, fyne.Min(p.scroll.Offset.Y+by, most))))
}

// followGuide keeps the guide with the open scenario. One that is opened from the
// library shows its guide; any other opens without.
func (u *UI) followGuide(name string, opened bool) {
	u.guide.tell(name)
	if opened {
		u.setGuide(u.guideNext)
		u.guideNext = false
	}
	u.bar.showGuide(u.guide.has(name), u.guide.shown())
	u.menu.guide.Disabled = !u.guide.has(name)
}

// setGuide shows or hides the guide, if there is one.
func (u *UI) setGuide(on bool) {
	on = on && u.guide.name != ""
	if on == u.guide.shown() {
		return
	}
	if on {
		u.guide.object.Show()
	} else {
		u.guide.object.Hide()
	}
	if !u.complete {
		u.guide.measure(nil)
	} else {
		u.guide.measure(u.result)
	}
	u.bar.showGuide(u.guide.name != "", on)
	u.root.Refresh()
}

// toggleGuide brings the guide back, or puts it away, and has the keys go on there.
func (u *UI) toggleGuide() {
	if u.guide.name == "" {
		return
	}
	on := !u.guide.shown()
	u.setGuide(on)
	if on {
		u.window.Canvas().Focus(u.guide.close)
	} else {
		u.window.Canvas().Focus(u.bar.guide)
		u.tips.Hide()
	}
}
