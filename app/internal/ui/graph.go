package ui

import (
	"context"
	"math"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/about"
	"threep/app/internal/chart"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// graph is one of the two large graphs: a title that leads to the gallery, the
// picture, on demand its values as a table, and what can be done with it.
type graph struct {
	actions  graphActions
	renderer *chart.Renderer
	object   fyne.CanvasObject
	title    *widgets.IconButton
	view     *widgets.ChartView
	table    *widgets.ValueTable
	listed   *widgets.Document // the published figures, below the table
	right    *fyne.Container   // table and list
	aside    *fyne.Container
	showing  *widgets.IconButton // switches the table

	kind   chart.ID
	look   look
	result *sim.Result
	drawn  uint64 // counts pictures, as revisions of the view
	figure atomic.Pointer[chart.Figure]
	tabled *chart.Figure
}

// graphActions is what the window does for a graph.
type graphActions struct {
	pick   func()                                                             // opens the gallery
	stamp  func(s *chart.Stamp)                                               // says what the scenario is called now
	copy   func(text string)                                                  // puts text on the clipboard
	export func(kind chart.ID, extension string, data func() ([]byte, error)) // asks for a file and writes it
	table  func()                                                             // switches the table of the graph
	ground func(finding string)                                               // opens the register of evidence at a finding
	menu   func(at fyne.Position, menu *fyne.Menu)
}

// look is how graphs are drawn, besides what they show.
type look struct {
	spread   chart.Spread
	palette  string
	quarters bool
	tables   bool
	plain    bool // without the published figures of others
}

func newGraph(group *widgets.ChartGroup, renderer *chart.Renderer, tips *widgets.TooltipLayer, a graphActions) *graph {
	g := &graph{actions: a, renderer: renderer, view: widgets.NewChartView(group)}
	g.view.Empty = assets.T("ui.graph.running")
	g.view.Failed = func(error) string { return assets.T("ui.graph.failed") }
	g.view.AltText = g.text
	g.view.SetMinSize(fyne.NewSize(200, 170))
	g.view.OnShown = g.tabulate
	g.view.OnMenu = func(at fyne.Position) { a.menu(at, g.menu()) }
	g.title = widgets.NewIconButton(theme.MenuDropDownIcon(), "", tips, func() { a.pick() })
	g.showing = widgets.NewIconButton(theme.ListIcon(), assets.T("ui.graph.table"), tips, func() { a.table() })
	copied := widgets.NewIconButton(theme.ContentCopyIcon(), assets.T("ui.graph.copy"), tips, g.copyData)
	var export *widgets.IconButton
	export = widgets.NewIconButton(theme.DownloadIcon(), assets.T("ui.graph.export"), tips, func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(export)
		a.menu(at.AddXY(0, export.Size().Height), fyne.NewMenu("", g.exportItems()...))
	})
	g.title.SetHeading(true)
	buttons := container.New(&leading{gap: 2}, g.showing, copied, export)
	head := container.NewBorder(nil, nil, g.title, buttons)
	g.table = widgets.NewValueTable("")
	g.listed = widgets.NewDocument(assets.T("chart.published.title"))
	g.listed.SetSmall(true)
	g.right = container.New(tableAndList{}, g.table, g.listed)
	g.aside = container.New(shares{gap: 8, shares: []float32{0.56, 0.44}}, g.view, g.right)
	g.right.Hide()
	g.object = container.NewBorder(head, nil, nil, nil, g.aside)
	return g
}

// setKind shows another kind of figure.
func (g *graph) setKind(id chart.ID) {
	if g.kind == id {
		return
	}
	kind, ok := chart.Lookup(id)
	if !ok {
		kind, _ = chart.Lookup(chart.Effectiveness)
	}
	g.kind = kind.ID
	g.figure.Store(nil)
	g.title.SetWord(kind.Title())
	g.title.SetName(assets.F("ui.graph.pick", kind.Title(), kind.Help()))
	g.view.Name = kind.Title()
	g.redraw(false)
}

// setLook draws the same figure in another way.
func (g *graph) setLook(l look) {
	if g.look == l {
		return
	}
	g.look = l
	g.showing.SetChecked(l.tables)
	if l.tables {
		g.right.Show()
	} else {
		g.right.Hide()
	}
	g.aside.Refresh()
	g.redraw(false)
}

// show draws a result. With hold the axes stay where they are.
func (g *graph) show(r *sim.Result, hold bool) {
	g.result = r
	g.redraw(hold)
}

func (g *graph) redraw(hold bool) {
	if g.result == nil || g.kind == "" {
		return
	}
	var axes *chart.Axes
	if last := g.figure.Load(); hold && last != nil && last.Kind == g.kind {
		axes = last.Axes()
	}
	g.drawn++
	g.view.Update(g.drawn, g.drawer(g.build(axes)))
}

// build returns what builds the figure, once, on the goroutine that draws.
func (g *graph) build(axes *chart.Axes) func() (chart.Figure, error) {
	kind, result, options := g.kind, g.result, g.options(axes)
	return sync.OnceValues(func() (chart.Figure, error) {
		options.Digest = scenarios.Digest(result.Scenario)
		return chart.Build(kind, result, options)
	})
}

func (g *graph) options(axes *chart.Axes) chart.Options {
	return chart.Options{
		Spread: g.look.spread, Quarters: g.look.quarters, Hold: axes, Program: about.Name + " " + about.Version,
		Plain: g.look.plain,
	}
}

func (g *graph) drawer(build func() (chart.Figure, error)) widgets.DrawFunc {
	look, renderer := g.look, g.renderer
	return func(_ context.Context, r widgets.Request) (widgets.Picture, error) {
		figure, err := build()
		if err != nil {
			return widgets.Picture{}, err
		}
		picture, err := renderer.Draw(figure, requestFor(r, look.palette, false))
		if err != nil {
			return widgets.Picture{}, err
		}
		g.figure.Store(&figure)
		return widgets.Picture{Image: picture.Image, Plot: picture.Plot, Inspect: picture.Inspect}, nil
	}
}

// requestFor turns what a view needs into what the renderer is asked for.
func requestFor(r widgets.Request, palette string, miniature bool) chart.Request {
	p := chart.Light()
	switch {
	case palette == paletteProjector:
		p = chart.Projector()
	case r.Variant == theme.VariantDark:
		p = chart.Dark()
	}
	return chart.Request{
		Width: r.W, Height: r.H, Scale: r.Scale, Text: float64(r.TextSize) / textSize,
		Palette: p, Note: !miniature, Miniature: miniature,
	}
}

// tabulate brings the table in line with the picture on show.
func (g *graph) tabulate() {
	figure := g.figure.Load()
	if figure == nil || figure == g.tabled || !g.look.tables {
		return
	}
	g.tabled = figure
	t := chart.NewTable(*figure)
	columns := make([]widgets.TableColumn, len(t.Header))
	for i, h := range t.Header {
		columns[i] = widgets.TableColumn{Title: h, Number: true}
	}
	g.table.Set(columns, t.Rows)
	g.listed.Set(publishedBlocks(t.Published))
	if len(t.Published) > 0 {
		g.listed.Show()
	} else {
		g.listed.Hide()
	}
	g.right.Refresh()
}

// publishedBlocks lists published figures to be read.
func publishedBlocks(lines []string) []widgets.DocBlock {
	blocks := []widgets.DocBlock{{Kind: widgets.DocHeading, Level: 3, Text: []widgets.DocSpan{{Text: assets.T("chart.published.title")}}}}
	for _, line := range lines {
		blocks = append(blocks, widgets.DocBlock{Kind: widgets.DocItem, Text: []widgets.DocSpan{{Text: line}}})
	}
	return blocks
}

// tableAndList gives a table most of the height and a list the rest.
type tableAndList struct{}

func (tableAndList) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(fyne.Max(objects[0].MinSize().Width, objects[1].MinSize().Width), objects[0].MinSize().Height)
}

func (tableAndList) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	table := size.Height
	if objects[1].Visible() {
		table = float32(math.Round(float64(size.Height * 0.72)))
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, table))
	objects[1].Move(fyne.NewPos(0, table+4))
	objects[1].Resize(fyne.NewSize(size.Width, fyne.Max(0, size.Height-table-4)))
}

// text is the figure as a table of text.
func (g *graph) text() string {
	if figure := g.figure.Load(); figure != nil {
		return chart.NewTable(*figure).Text()
	}
	return ""
}

func (g *graph) copyData() {
	if figure := g.figure.Load(); figure != nil {
		g.actions.copy(chart.TSV(*figure))
	}
}

// Sizes of exported pictures [points].
const (
	exportWidth  = 900
	exportHeight = 520
)

func (g *graph) export(extension string) {
	drawn := g.figure.Load()
	if drawn == nil {
		return
	}
	figure := *drawn
	g.actions.stamp(&figure.Stamp)
	renderer, palette := g.renderer, chart.Light()
	if g.look.palette == paletteProjector {
		palette = chart.Projector()
	}
	g.actions.export(g.kind, extension, func() ([]byte, error) {
		request := chart.Request{Width: exportWidth, Height: exportHeight, Scale: 1, Palette: palette}.ForExport()
		if extension == ".svg" {
			return renderer.SVG(figure, request)
		}
		request.Width, request.Height, request.Scale = 2*exportWidth, 2*exportHeight, 2
		return renderer.PNG(figure, request)
	})
}

func (g *graph) exportItems() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(assets.T("ui.graph.png"), func() { g.export(".png") }),
		fyne.NewMenuItem(assets.T("ui.graph.svg"), func() { g.export(".svg") }),
	}
}

func (g *graph) menu() *fyne.Menu {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(assets.T("ui.graph.pick_menu"), func() { g.actions.pick() }),
		fyne.NewMenuItem(assets.T("ui.graph.table"), func() { g.actions.table() }),
		fyne.NewMenuItem(assets.T("ui.graph.copy"), g.copyData),
	}
	if figure := g.figure.Load(); figure != nil && len(figure.Published) > 0 {
		first := figure.Published[0].Finding
		items = append(items, fyne.NewMenuItem(assets.T("ui.graph.published"), func() { g.actions.ground(first) }))
	}
	return fyne.NewMenu("", append(items, g.exportItems()...)...)
}
