package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// leverPanel is the lower part of the window: the main levers of all four families, or
// the drawer of one family with everything in it.
type leverPanel struct {
	table  *sim.Table
	levers *levers
	tips   *widgets.TooltipLayer
	// choose asks for the drawer of a family, or with "" for the main levers.
	choose func(family string)
	// ground opens the register of evidence at a parameter.
	ground func(p *sim.Param)

	object  *fyne.Container
	tools   *toolStrip
	main    fyne.CanvasObject
	more    map[string]*widgets.IconButton // opens a family's drawer
	drawers map[string]*drawer
	open    string
	focus   func(fyne.Focusable)
}

func newLeverPanel(table *sim.Table, l *levers, tips *widgets.TooltipLayer, choose func(string), ground func(*sim.Param), focus func(fyne.Focusable)) *leverPanel {
	p := &leverPanel{
		table: table, levers: l, tips: tips, choose: choose, ground: ground, focus: focus,
		more: map[string]*widgets.IconButton{}, drawers: map[string]*drawer{},
	}
	p.tools = newToolStrip(l.doc, tips)
	p.main = p.buildMain()
	p.object = container.NewStack(newGround(widgets.ColorNameSurface), p.main)
	l.details = func(param *sim.Param) {
		p.choose(familyOfParam(param.ID))
		p.drawers[p.open].explain(param)
	}
	return p
}

// buildMain lays out the tools and, family by family, the main levers.
func (p *leverPanel) buildMain() fyne.CanvasObject {
	var blocks []fyne.CanvasObject
	spans := []int{}
	for _, f := range families() {
		blocks = append(blocks, p.buildFamily(f))
		spans = append(spans, f.columns)
	}
	grid := container.New(&columns{
		most: 5, gapX: 26, gapY: 12, spans: spans,
		width: func() float32 { return 15.5 * textNow() },
	}, blocks...)
	name := newCaption(assets.T("ui.tools.title"), theme.SizeNameText, fyne.TextStyle{Bold: true}, theme.ColorNameForeground)
	strip := container.NewBorder(nil, nil, inset(0, 0, 0, 12, name), nil, p.tools.box)
	return container.NewVBox(newRule(), inset(10, 12, 20, 20, container.New(&stacked{gap: 10}, strip, grid)))
}

func (p *leverPanel) buildFamily(f family) fyne.CanvasObject {
	open := widgets.NewIconButton(theme.MenuExpandIcon(), assets.F("ui.levers.more_help", f.title()), p.tips, func() { p.choose(f.id) })
	p.more[f.id] = open
	title := newCaption(f.title(), theme.SizeNameText, fyne.TextStyle{Bold: true}, theme.ColorNameForeground)
	head := container.NewBorder(nil, nil, title, open)
	var controls []fyne.CanvasObject
	for _, id := range f.main {
		param, ok := p.table.Lookup(id)
		if !ok {
			continue // a family test holds every id to being in the table
		}
		v := p.levers.build(param, labelOf(param))
		controls = append(controls, v.slider)
	}
	grid := container.New(&columns{
		most: f.columns, gapX: 26, gapY: 6,
		width: func() float32 { return 14 * textNow() },
	}, controls...)
	return container.New(&stacked{gap: 4}, head, newRule(), grid)
}

// show brings chips and summaries in line with a scenario.
func (p *leverPanel) show(s *sim.Scenario) {
	p.tools.show(s)
	for _, f := range families() {
		var all []*sim.Param
		for i := range f.groups {
			all = append(all, f.params(i, p.table)...)
		}
		word := assets.F("ui.levers.all", len(all))
		if n := changed(all, s); n > 0 {
			word = assets.F("ui.levers.all_changed", len(all), n)
		}
		p.more[f.id].SetWord(word)
	}
	for _, d := range p.drawers {
		d.show(s)
	}
}

// openFamily shows the drawer of a family, or with "" the main levers.
func (p *leverPanel) openFamily(id string) {
	f, ok := familyOf(id)
	if !ok {
		id = ""
	}
	if p.open == id {
		return
	}
	before := p.open
	p.open = id
	content := p.main
	if ok {
		if p.drawers[id] == nil {
			p.drawers[id] = newDrawer(f, p)
		}
		content = p.drawers[id].object
	}
	p.object.Objects[1] = content
	p.object.Refresh()
	p.placeFocus(before)
}

// placeFocus has the keys go on where the levers changed: in the drawer that opened,
// or at what led to the one that closed.
func (p *leverPanel) placeFocus(before string) {
	if p.focus == nil {
		return
	}
	if d := p.drawers[p.open]; d != nil {
		p.focus(d.pick)
	} else if more := p.more[before]; more != nil {
		p.focus(more)
		p.tips.Hide()
	}
}

// stacked lays objects out from top to bottom, each as high as it needs.
type stacked struct{ gap float32 }

func (l *stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	shown := 0
	for _, o := range objects {
		if o.Visible() {
			min := o.MinSize()
			size = fyne.NewSize(fyne.Max(size.Width, min.Width), size.Height+min.Height)
			shown++
		}
	}
	size.Height += l.gap * float32(max(0, shown-1))
	return size
}

func (l *stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		// What wraps knows its height once it knows its width.
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height + l.gap
	}
}
