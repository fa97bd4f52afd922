package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/evidence"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// drawer holds everything of one family: all its levers in sections, and beside them
// what one of them is and what it rests on.
type drawer struct {
	family   family
	panel    *leverPanel
	object   fyne.CanvasObject
	scroll   *container.Scroll
	sections []*widgets.Section
	params   [][]*sim.Param
	levers   map[string]*lever
	details  *details
	tools    *toolStrip
	pick     *widgets.Segmented
}

// drawerLines is the height of a drawer [text sizes].
const drawerLines = 20

func newDrawer(f family, p *leverPanel) *drawer {
	d := &drawer{family: f, panel: p, levers: map[string]*lever{}, details: newDetails(p.tips, p.ground)}
	list := container.New(&stacked{gap: 8})
	if f.id == "tools" {
		d.tools = newToolStrip(p.levers.doc, p.tips)
		list.Add(inset(2, 4, 4, 4, d.tools.box))
	}
	for i, g := range f.groups {
		params := f.params(i, p.table)
		var controls []fyne.CanvasObject
		for _, param := range params {
			v := p.levers.build(param, drawerLabelOf(param))
			d.levers[param.ID] = v
			v.slider.OnFocused = func() {
				reveal(d.scroll, v.slider)
				p.levers.bringIntoView(v.slider)
			}
			controls = append(controls, v.slider)
		}
		grid := container.New(&columns{
			most: 3, gapX: 28, gapY: 6,
			width: func() float32 { return 20 * textNow() },
		}, controls...)
		section := widgets.NewSection(assets.T(g.key), inset(4, 4, 8, 8, grid))
		section.OnFocused = func() { reveal(d.scroll, section.HeaderObject()) }
		d.sections = append(d.sections, section)
		d.params = append(d.params, params)
		list.Add(section)
	}
	d.scroll = container.NewVScroll(inset(0, 8, 0, 12, list))
	d.details.describe(f)
	side := container.NewVScroll(inset(2, 8, 6, 10, d.details.object))
	body := container.New(shares{gap: 20, shares: []float32{0.72, 0.28}}, d.scroll, side)
	d.object = container.NewBorder(
		container.NewVBox(newRule(), inset(8, 6, 20, 20, d.buildHead())), nil, nil, nil,
		container.New(fixedHeight{func() float32 { return drawerLines * textNow() }}, inset(0, 0, 20, 12, body)),
	)
	d.show(p.levers.doc.Scenario())
	return d
}

// buildHead has the way to the other families and the way back.
func (d *drawer) buildHead() fyne.CanvasObject {
	all := families()
	names := make([]string, len(all))
	chosen := 0
	for i, f := range all {
		names[i] = f.title()
		if f.id == d.family.id {
			chosen = i
		}
	}
	pick := widgets.NewSegmented(assets.T("ui.levers.family"), names...)
	pick.SetChosen(chosen)
	pick.OnChosen = func(i int) {
		pick.SetChosen(chosen) // this drawer stays what it is; another one opens
		d.panel.choose(all[i].id)
	}
	d.pick = pick
	back := widgets.NewIconButton(theme.MenuDropDownIcon(), assets.T("ui.levers.back_help"), d.panel.tips, func() { d.panel.choose("") })
	back.SetWord(assets.T("ui.levers.back"))
	return container.NewBorder(nil, nil, pick, back)
}

// show brings summaries and the details in line with a scenario.
func (d *drawer) show(s *sim.Scenario) {
	if d.tools != nil {
		d.tools.show(s)
	}
	for i, section := range d.sections {
		summary := ""
		if n := changed(d.params[i], s); n > 0 {
			summary = assets.F("ui.levers.changed", n)
		}
		section.SetSummary(summary)
	}
}

// explain shows what a lever is and what it rests on, and brings it into view.
func (d *drawer) explain(p *sim.Param) {
	d.details.explain(p, d.panel.levers.doc.Scenario().Organisation.Currency)
	v, ok := d.levers[p.ID]
	if !ok {
		return
	}
	for i, section := range d.sections {
		if d.family.groupOf(p.ID) == i {
			section.SetOpen(true)
		}
	}
	d.scroll.Content.Refresh()
	if d.panel.focus != nil {
		d.panel.focus(v.slider.Handle())
		d.panel.tips.Hide() // the details say the same
	}
}

// details says what a lever is, in words: help, range, kind, grade and source.
type details struct {
	object *fyne.Container
	title  *widget.RichText
	body   *widget.RichText
	facts  *widget.RichText
	open   *widgets.IconButton // leads to the entry in the register of evidence
	param  *sim.Param          // that is explained; nil: none
}

func newDetails(tips *widgets.TooltipLayer, open func(*sim.Param)) *details {
	d := &details{
		title: label("", theme.SizeNameText, fyne.TextStyle{Bold: true}, false),
		body:  label("", theme.SizeNameText, fyne.TextStyle{}, false),
		facts: label("", theme.SizeNameCaptionText, fyne.TextStyle{}, true),
	}
	d.open = widgets.NewIconButton(theme.SearchIcon(), assets.T("ui.evidence.open_help"), tips, func() { open(d.param) })
	d.open.SetWord(assets.T("ui.evidence.open"))
	d.open.SetChip(true)
	d.open.Hide()
	d.object = container.New(&stacked{gap: 0}, d.title, inset(-2, 2, 7, 0, container.New(&leading{}, d.open)), d.body, d.facts)
	return d
}

// describe says what a family is about.
func (d *details) describe(f family) {
	d.param = nil
	d.open.Hide()
	d.set(f.title(), f.help(), assets.T("ui.levers.ask"))
}

// explain says what a parameter is.
func (d *details) explain(p *sim.Param, currency string) {
	d.param = p
	d.open.Show()
	d.set(labelOf(p), helpOf(p), rangeOf(p, currency)+"\n\n"+evidence.KindSentence(p)+"\n\n"+groundOf(p))
}

func (d *details) set(title, body, facts string) {
	setLabel(d.title, title)
	setLabel(d.body, body)
	setLabel(d.facts, facts)
	d.object.Refresh()
}

// fixedHeight gives content a height of its own.
type fixedHeight struct{ height func() float32 }

func (l fixedHeight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width float32
	for _, o := range objects {
		width = fyne.Max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, l.height())
}

func (l fixedHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}
