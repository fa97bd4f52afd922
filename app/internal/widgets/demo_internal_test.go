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

// shoot paints an object at a scale, and keeps the picture where THREEP_SHOTS says.
func shoot(t *testing.T, name string, obj fyne.CanvasObject, size fyne.Size, th fyne.Theme, scale float32) image.Image {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(th)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(scale)
	c.SetContent(obj)
	c.Resize(size)
	img := software.RenderCanvas(c, th)
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
	f.track.focused = true
	all := []*ParamSlider{a, b, c, d, e, f}
	AlignUnits(all...)
	f.track.hovered = true
	return all
}

func TestDemoSliders(t *testing.T) {
	test.NewTempApp(t)
	for name, th := range map[string]fyne.Theme{"light": light, "dark": dark} {
		for _, scale := range []float32{1, 2} {
			grid := container.NewGridWithColumns(2)
			fyne.CurrentApp().Settings().SetTheme(th)
			for _, s := range demoSliders() {
				grid.Add(container.NewPadded(container.NewPadded(s)))
			}
			dots := NewQuantileDots()
			dots.Set(Dots{Values: []float64{88, 93, 96, 98, 99.5, 101, 102, 103, 104, 104.5, 105, 106, 107, 107.5, 109, 110, 112, 114, 117, 123}, Reference: 100, Low: 80, High: 130, LowLabel: "80", HighLabel: "130", ReferenceLabel: "today = 100", Spoken: "15 of 20"})
			grid.Add(container.NewPadded(dots))
			shoot(t, fmt.Sprintf("sliders-%s-%g", name, scale), grid, fyne.NewSize(620, 280), th, scale)
		}
	}
}
