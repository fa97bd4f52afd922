package widgets

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"threep/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// queue is the scheduler of the tests: what is handed over waits until the test
// runs it, on the test's own goroutine.
type queue struct{ jobs chan func() }

func newQueue() *queue { return &queue{jobs: make(chan func(), 1024)} }

func (q *queue) do(f func()) { q.jobs <- f }

// drain runs what waits, and what that hands over in turn.
func (q *queue) drain() {
	for {
		select {
		case f := <-q.jobs:
			f()
		default:
			return
		}
	}
}

// settle runs until a group has nothing left to draw.
func (q *queue) settle(g *ChartGroup) {
	q.drain()
	for g.Busy() {
		(<-q.jobs)()
		q.drain()
	}
}

// fixedTheme is the program's text face on Fyne's colours in one variant.
type fixedTheme struct {
	variant fyne.ThemeVariant
	factor  float32
}

func (t fixedTheme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return theme.DefaultTheme().Color(n, t.variant)
}
func (t fixedTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }
func (t fixedTheme) Size(n fyne.ThemeSizeName) float32 {
	size := theme.DefaultTheme().Size(n)
	if t.factor != 0 {
		size *= t.factor
	}
	return size
}

func (t fixedTheme) Font(s fyne.TextStyle) fyne.Resource {
	if s.Bold {
		return fyne.NewStaticResource("Inter-Bold.ttf", assets.FontBold())
	}
	return fyne.NewStaticResource("Inter-Regular.ttf", assets.FontRegular())
}

var (
	light = fixedTheme{variant: theme.VariantLight}
	dark  = fixedTheme{variant: theme.VariantDark}
	large = fixedTheme{variant: theme.VariantLight, factor: 1.4}
)

// drawWave draws a curve and a baseline with values to read off every ten pixels.
func drawWave(_ context.Context, r Request) (Picture, error) {
	img := image.NewRGBA(image.Rect(0, 0, r.W, r.H))
	ground, ink := color.NRGBA{0xff, 0xff, 0xff, 0xff}, color.NRGBA{0, 0x67, 0xa5, 0xff}
	if r.Variant == theme.VariantDark {
		ground, ink = color.NRGBA{0x17, 0x17, 0x18, 0xff}, color.NRGBA{0x63, 0xb6, 0xf0, 0xff}
	}
	draw.Draw(img, img.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	inset := int(20 * r.Scale)
	plot := image.Rect(inset, inset/2, r.W-inset/2, r.H-inset)
	curve := func(x int) float64 {
		return float64(plot.Max.Y) - float64(plot.Dy())*(0.3+0.4*(1-math.Exp(-float64(x-plot.Min.X)/float64(plot.Dx())*3)))
	}
	for x := plot.Min.X; x < plot.Max.X; x++ {
		for k := range int(2 * r.Scale) {
			img.Set(x, int(curve(x))+k, ink)
		}
		img.Set(x, plot.Max.Y, color.Gray{0x80})
	}
	step := 10 * r.Scale
	return Picture{Image: img, Plot: plot, Inspect: func(px, _ float32) (float32, string, bool) {
		week := math.Round((float64(px) - float64(plot.Min.X)) / step)
		x := float64(plot.Min.X) + week*step
		if float64(px) < float64(plot.Min.X)-step/2 || x < float64(plot.Min.X) || x > float64(plot.Max.X) {
			return 0, "", false
		}
		return float32(x), fmt.Sprintf("Week %.0f\nWith rollout %.1f\nBaseline 100", week, 100+week/4), true
	}}, nil
}

func steps(from, to float64, n int) []float64 {
	values := make([]float64, n+1)
	for i := range values {
		values[i] = from + (to-from)*float64(i)/float64(n)
	}
	return values
}

// keep writes a picture where THREEP_SHOTS says, to be looked at.
func keep(t *testing.T, name string, img image.Image) {
	t.Helper()
	if folder := os.Getenv("THREEP_SHOTS"); folder != "" {
		f, err := os.Create(filepath.Join(folder, name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, img); err != nil {
			t.Fatal(err)
		}
	}
}

// shoot paints an object at a scale.
func shoot(t *testing.T, name string, obj fyne.CanvasObject, size fyne.Size, th fyne.Theme, scale float32) image.Image {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(th)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(scale)
	c.SetContent(obj)
	c.Resize(size)
	img := software.RenderCanvas(c, th)
	keep(t, name, img)
	return img
}

func demoSliders() []*ParamSlider {
	word := func(names ...string) func(float64) string {
		return func(v float64) string { return names[min(len(names)-1, int(v*float64(len(names))))] }
	}
	a := NewParamSlider(SliderSpec{Label: "Formal sales process", Unit: "%", Factor: 100, Values: steps(0, 1, 20), Base: 0.3, Word: word("ad hoc", "informal", "formal", "dynamic")})
	b := NewParamSlider(SliderSpec{Label: "Training each year", Unit: "days", Values: steps(0, 30, 30), Base: 8})
	b.SetValue(19)
	b.SetGhost(12)
	c := NewParamSlider(SliderSpec{Label: "Managers who lead and promote the use of the tools by example", Unit: "k$", Values: steps(0, 2500, 50), Base: 500, Word: func(float64) string { return "modest" }})
	c.SetValue(2500)
	levels := make([]float64, 21)
	for i := range levels {
		levels[i] = math.Tanh(float64(i-9) / 5)
	}
	c.SetStrip(Strip{Levels: levels, Tipping: []float64{1100}})
	d := NewParamSlider(SliderSpec{Label: "Span of control", Unit: "reps", Values: steps(3, 15, 12), Base: 8})
	d.typed("22")
	e := NewParamSlider(SliderSpec{Label: "Off", Unit: "weeks", Values: steps(3, 15, 12), Base: 8, Word: func(float64) string { return "fixed" }})
	e.Disable()
	f := NewParamSlider(SliderSpec{Label: "Support staff", Values: steps(0, 10, 10), Base: 2, Word: func(float64) string { return "none at all to speak of" }})
	f.SetValue(0)
	all := []*ParamSlider{a, b, c, d, e, f}
	AlignUnits(all...)
	return all
}

// placedText is a line of text with the place it takes in the window.
type placedText struct {
	text     string
	pos, end fyne.Position
}

// texts returns every line that can be seen, with its place.
func texts(obj fyne.CanvasObject, origin fyne.Position) []placedText {
	if !obj.Visible() {
		return nil
	}
	pos := origin.Add(obj.Position())
	var found []placedText
	switch o := obj.(type) {
	case *canvas.Text:
		if o.Text == "" {
			return nil
		}
		size := o.MinSize()
		switch o.Alignment {
		case fyne.TextAlignCenter:
			pos.X += (o.Size().Width - size.Width) / 2
		case fyne.TextAlignTrailing:
			pos.X += o.Size().Width - size.Width
		}
		return []placedText{{o.Text, pos, pos.Add(size)}}
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, texts(child, pos)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			found = append(found, texts(child, pos)...)
		}
	}
	return found
}

// checkTexts fails for text that leaves the window and for lines written over each
// other. Two pixels are the white above and below the letters.
func checkTexts(t *testing.T, name string, page fyne.CanvasObject, size fyne.Size) {
	t.Helper()
	const white = 2
	all := texts(page, fyne.NewPos(0, 0))
	if len(all) < 10 {
		t.Errorf("%s: only %d lines of text", name, len(all))
	}
	for i, a := range all {
		if a.pos.X < 0 || a.pos.Y < 0 || a.end.X > size.Width+0.5 || a.end.Y > size.Height+0.5 {
			t.Errorf("%s: %q from %v to %v leaves the window", name, a.text, a.pos, a.end)
		}
		for _, b := range all[:i] {
			if a.pos.X+white < b.end.X && b.pos.X+white < a.end.X && a.pos.Y+white < b.end.Y && b.pos.Y+white < a.end.Y {
				t.Errorf("%s: %q at %v is written over %q at %v", name, a.text, a.pos, b.text, b.pos)
			}
		}
	}
}

func TestSlidersHaveRoom(t *testing.T) {
	test.NewTempApp(t)
	size := fyne.NewSize(620, 280)
	for name, th := range map[string]fyne.Theme{"light": light, "dark": dark, "large": large} {
		for _, scale := range []float32{1, 2} {
			if testing.Short() && scale > 1 {
				continue // the same places, with four times as many pixels
			}
			grid := container.NewGridWithColumns(2)
			fyne.CurrentApp().Settings().SetTheme(th)
			for _, s := range demoSliders() {
				grid.Add(container.NewPadded(container.NewPadded(s)))
			}
			dots := NewQuantileDots()
			dots.Set(demoDots())
			grid.Add(container.NewPadded(dots))
			room := fyne.NewSize(size.Width, fyne.Max(size.Height, grid.MinSize().Height))
			shoot(t, fmt.Sprintf("sliders-%s-%g", name, scale), grid, room, th, scale)
			checkTexts(t, name, grid, room)
		}
	}
}

func demoDots() Dots {
	return Dots{
		Values:    []float64{88, 93, 96, 98, 99.5, 101, 102, 103, 104, 104.5, 105, 106, 107, 107.5, 109, 110, 112, 114, 117, 123},
		Reference: 100, Low: 80, High: 130, LowLabel: "80", HighLabel: "130", ReferenceLabel: "today = 100", Spoken: "15 of 20",
	}
}

// demoPage is a page with one of everything. Focus shows the ring of several parts,
// of which a window has only one.
func demoPage(group *ChartGroup, tips *TooltipLayer) (page fyne.CanvasObject, chart *ChartView, focus func()) {
	head := NewHeadline()
	head.Set(HeadlineFigures{
		Number: "109", Unit: "baseline = 100", Words: "18 of 20 futures beat the baseline; payback in month 14.",
		Before: 114, After: 109, Reference: 100, Low: 90, High: 120,
		BeforeLabel: "114 before cost", AfterLabel: "109 after cost", Spoken: "109 baseline = 100",
	})
	loss := NewHeadline()
	loss.Set(HeadlineFigures{
		Number: "96.5", Unit: "baseline = 100", Words: "3 of 20 futures beat the baseline; not paid back within 3 years, and this line is longer than there is room for in the block.",
		Before: 102, After: 96.5, Reference: 100, Low: 90, High: 120,
		BeforeLabel: "102 before cost", AfterLabel: "96.5 after cost",
	})
	dots := NewQuantileDots()
	dots.Set(demoDots())
	gauge := NewReadinessGauge("weakest")
	gauge.Set([]Readiness{{Label: "People", Share: 0.62, Text: "62 %"}, {Label: "Process", Share: 0.31, Text: "31 %"}, {Label: "Product", Share: 0.84, Text: "84 %"}, {Label: "Infrastructure", Share: 1, Text: "100 %"}}, "")

	undo := NewIconButton(theme.ContentUndoIcon(), "Undo: training", tips, nil)
	redo := NewIconButton(theme.ContentRedoIcon(), "Redo", tips, nil)
	redo.Disable()
	present := NewIconButton(theme.ViewFullScreenIcon(), "Present", tips, nil)
	present.SetWord("Present")
	present.SetStrong(true)
	compare := NewIconButton(nil, "Compare", tips, nil)
	compare.SetWord("Compare")
	compare.SetChecked(true)
	pick := NewSegmented("Bands", "50 %", "80 %", "95 %", "Lines")
	pick.SetChosen(1)
	off := NewSegmented("Off", "Mean", "Median")
	off.Disable()
	bar := container.NewHBox(undo, redo, compare, present, pick, off)

	chart = NewChartView(group)
	chart.Name = "Effectiveness over time"
	chart.Empty = "Working out the first futures …"
	chart.Update(1, drawWave)
	waiting := NewChartView(group)
	waiting.Name = "Money"
	waiting.Empty = "Working out the first futures …"
	failed := NewChartView(group)
	failed.Name = "Pipeline"
	failed.Failed = func(error) string { return "This graph could not be drawn; the log says why." }
	failed.Update(1, func(context.Context, Request) (Picture, error) { return Picture{}, fmt.Errorf("no data") })

	legend := container.NewHBox(
		NewLineSample("With rollout", LineStyle{Color: rgb(0x0067a5), Width: 3, Band: true}),
		NewLineSample("Baseline", LineStyle{Width: 1}),
		NewLineSample("Your assumptions", LineStyle{Color: rgb(0xb54a00), Width: 2, Dashes: []float32{6, 4}}),
		NewLineSample("Compared", LineStyle{Color: rgb(0x7b3fa0), Width: 2, Dashes: []float32{2, 3}}),
	)
	choices := NewChoiceGrid(group, fyne.NewSize(150, 120), tips,
		Choice{ID: "a", Title: "Effectiveness", Note: "baseline = 100"}, Choice{ID: "b", Title: "Logged against benefit use"},
		Choice{ID: "c", Title: "Pipeline and win rate of all the teams in the organisation"})
	for i, id := range []string{"a", "b", "c"} {
		choices.SetPicture(id, uint64(i), drawWave)
	}
	choices.SetChosen("b")
	table := NewValueTable("Values")
	table.Set([]TableColumn{{Title: "Week"}, {Title: "Baseline", Number: true}, {Title: "With rollout", Number: true}},
		[][]string{{"1", "100.0", "98.2"}, {"52", "100.0", "104.9"}, {"156", "100.0", "109.3"}})

	levers := container.NewGridWithColumns(3)
	for _, s := range demoSliders() {
		levers.Add(s)
	}
	section := NewSection("People", container.NewPadded(levers))
	section.SetSummary("4 changed")
	folded := NewSection("Process and the way the work is done", container.NewPadded())
	folded.SetOpen(false)

	top := container.NewGridWithColumns(4, head, dots, gauge, loss)
	graphs := container.NewGridWithColumns(3, chart, waiting, failed)
	bottom := container.NewGridWithColumns(2, choices, table)
	page = container.NewPadded(container.NewBorder(container.NewVBox(bar, top), container.NewVBox(legend, section, folded), nil, nil,
		container.NewGridWithRows(2, graphs, bottom)))
	return page, chart, func() {
		for _, part := range []fyne.Focusable{undo, pick, choices.cards[0], folded.header, chart} {
			part.FocusGained()
		}
	}
}

func TestPageHasRoom(t *testing.T) {
	test.NewTempApp(t)
	for name, th := range map[string]fyne.Theme{"light": light, "dark": dark, "large": large} {
		for _, scale := range []float32{1, 2} {
			if testing.Short() && scale > 1 {
				continue // the same places, with four times as many pixels
			}
			fyne.CurrentApp().Settings().SetTheme(th)
			q := newQueue()
			group := NewChartGroup(q.do)
			tips := NewTooltipLayer(q.do)
			toasts := NewToastHost(q.do)
			page, chart, focus := demoPage(group, tips)
			window := test.NewTempWindow(t, toasts.Over(tips.Over(page)))
			window.SetPadded(false)
			window.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
			window.Resize(fyne.NewSize(1280, 900))
			q.settle(group)
			checkTexts(t, name, page, fyne.NewSize(1280, 900))

			toasts.Show(Toast{Text: "Saved the scenario “3P ready”.", Action: "Undo"})
			focus()
			chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
			tips.show(page.(*fyne.Container).Objects[0].(*fyne.Container).Objects[0], "Help\nA longer sentence that says what this is and what it is measured in, wrapped at a width that can be read.")
			keep(t, fmt.Sprintf("page-%s-%g", name, scale), window.Canvas().Capture())
			group.Close()
		}
	}
}
