package chart

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"threep/sim"
)

var update = flag.Bool("update", false, "write the pictures in testdata anew")

// looks are the pictures that are kept for comparison.
var looks = []struct {
	name    string
	request Request
	options Options
}{
	{"light", Request{Width: 560, Height: 300, Palette: Light()}, Options{}},
	{"dark", Request{Width: 450, Height: 225, Scale: 1, Palette: Dark(), Title: true, Note: true}, Options{Spread: Lines, Quarters: true}},
}

func TestPicturesLookAsTheyDid(t *testing.T) {
	r := renderer(t)
	for _, kind := range Gallery() {
		for _, look := range looks {
			name := filepath.Join("testdata", string(kind.ID)+"_"+look.name+".png")
			pic, err := r.Draw(figure(t, kind.ID, look.options), look.request)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				var b bytes.Buffer
				if err := png.Encode(&b, pic.Image); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want, err := png.Decode(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if share := unlike(pic.Image, want); share > .005 {
				t.Errorf("%s: %.1f%% of the pixels are others; look, and run with -update if that is meant", name, share*100)
			}
		}
	}
}

// unlike is the share of pixels that differ by more than an eye would see.
func unlike(a *image.RGBA, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	others := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			r, g, bl, _ := b.At(x, y).RGBA()
			c := a.RGBAAt(x, y)
			far := func(p uint8, q uint32) bool { return math.Abs(float64(p)-float64(q>>8)) > 12 }
			if far(c.R, r) || far(c.G, g) || far(c.B, bl) {
				others++
			}
		}
	}
	return float64(others) / float64(a.Rect.Dx()*a.Rect.Dy())
}

func TestLabelsAreSpreadOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		labels := make([]endLabel, n)
		for i := range labels {
			labels[i].anchor = rapid.Float64Range(0, 300).Draw(t, "anchor")
		}
		spreadOut(labels, 14, 0, 300)
		for i, a := range labels {
			if a.y < -1e-6 || a.y > 300+1e-6 {
				t.Fatalf("label at %g", a.y)
			}
			for _, b := range labels[i+1:] {
				if math.Abs(a.y-b.y) < 14-1e-6 {
					t.Fatalf("labels at %g and %g", a.y, b.y)
				}
				if (a.anchor-b.anchor)*(a.y-b.y) < -1e-6 {
					t.Fatalf("labels of %g and %g changed places", a.anchor, b.anchor)
				}
			}
		}
	})
}

// TestAnythingCanBeDrawn draws what no model should bring forth.
func TestAnythingCanBeDrawn(t *testing.T) {
	r := renderer(t)
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, 1, -1, 1e-300, 1e15, -1e15, 1e100, 1e199, 1e300, math.MaxFloat64}
	rapid.Check(t, func(t *rapid.T) {
		weeks := rapid.SampledFrom([]int{1, 2, 13, 156}).Draw(t, "weeks")
		src := newFake(weeks, rapid.SampledFrom([]int{1, 2, 5}).Draw(t, "runs"))
		seed := rapid.IntRange(0, 1000).Draw(t, "seed")
		one := rapid.Bool().Draw(t, "one value")
		src.values = func(o sim.Weekly, w sim.World, run, week int) float64 {
			if one {
				return odd[seed%len(odd)]
			}
			return odd[(seed+int(o)*3+int(w)*5+run*7+week*(1+seed%4))%len(odd)]
		}
		ks := Gallery()
		id := ks[rapid.IntRange(0, len(ks)-1).Draw(t, "kind")].ID
		fc := facts(weeks, src.runs)
		fc.GoLive = rapid.SampledFrom([]float64{-1, 0, 8, 156, 1e9, math.NaN()}).Draw(t, "go-live")
		f, err := BuildFrom(id, fc, src, Options{Spread: rapid.SampledFrom([]Spread{Bands, Lines, None}).Draw(t, "spread")})
		if err != nil {
			t.Fatal(err)
		}
		q := Request{
			Width: rapid.SampledFrom([]int{1, 2, 40, 160, 400}).Draw(t, "w"), Height: rapid.SampledFrom([]int{1, 3, 50, 120, 250}).Draw(t, "h"),
			Scale: rapid.SampledFrom([]float64{0, .5, 1, 2.25}).Draw(t, "scale"), Palette: Dark(),
			Title: rapid.Bool().Draw(t, "title"), Note: true, Stamp: true, Miniature: rapid.Bool().Draw(t, "miniature"),
		}
		pic, err := r.Draw(f, q)
		if err != nil {
			t.Fatal(err)
		}
		if pic.Image.Rect != image.Rect(0, 0, q.Width, q.Height) || !pic.Plot.In(pic.Image.Rect) {
			t.Fatalf("picture of %v with plot %v", pic.Image.Rect, pic.Plot)
		}
		for _, x := range []float32{-10, 0, float32(q.Width) / 2, float32(q.Width)} {
			pic.Inspect(x, float32(q.Height)/2)
		}
		NewTable(f)
		TSV(f)
		if rapid.IntRange(0, 9).Draw(t, "vector") == 0 {
			if _, err := r.SVG(f, q); err != nil {
				t.Fatal(err)
			}
			if _, err := r.PDF(f, q); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestNoSizeIsAnError(t *testing.T) {
	r := renderer(t)
	f := figure(t, Money, Options{})
	for _, q := range []Request{{Width: 0, Height: 10, Palette: Light()}, {Width: 10, Height: -1, Palette: Light()}, {Width: 1 << 20, Height: 10, Palette: Light()}, {Width: 10, Height: 10}} {
		if _, err := r.Draw(f, q); err == nil {
			t.Errorf("%d by %d was drawn", q.Width, q.Height)
		}
		if _, err := r.SVG(f, q); err == nil {
			t.Errorf("%d by %d was drawn as SVG", q.Width, q.Height)
		}
	}
	if _, err := NewRenderer([]byte("no font"), nil); err == nil {
		t.Error("a renderer without a font was made")
	}
}

func TestInspectReadsWeeks(t *testing.T) {
	r := renderer(t)
	f := figure(t, Effectiveness, Options{})
	pic, err := r.Draw(f, Request{Width: 1120, Height: 600, Scale: 2, Palette: Light()})
	if err != nil {
		t.Fatal(err)
	}
	// The 61st week, found from the plot's edges.
	px := float32(pic.Plot.Min.X) + float32(pic.Plot.Dx())*61/156
	x, text, ok := pic.Inspect(px, float32(pic.Plot.Min.Y+50))
	if !ok || math.Abs(float64(x-px)) > 2 {
		t.Fatalf("read at %g for %g, %t", x, px, ok)
	}
	for _, part := range []string{"Month 15, week 61", "Scenario: ", "Baseline, default assumptions: 104.2", "Baseline, this scenario's assumptions: 100.0", "16 of 20 futures: "} {
		if !strings.Contains(text, part) {
			t.Errorf("the read-out %q lacks %q", text, part)
		}
	}
	again, _, _ := pic.Inspect(x, 100)
	if again != x {
		t.Errorf("reading at a week's own place reads at %g, not %g", again, x)
	}
	if _, _, ok := pic.Inspect(2, 100); ok {
		t.Error("something was read off left of the axis")
	}
	two := figure(t, PipelineWinRate, Options{})
	pic, err = r.Draw(two, Request{Width: 560, Height: 300, Palette: Light()})
	if err != nil {
		t.Fatal(err)
	}
	_, upper, _ := pic.Inspect(300, float32(pic.Plot.Min.Y+3))
	_, lower, _ := pic.Inspect(300, float32(pic.Plot.Max.Y-3))
	if strings.Contains(upper, "%") || !strings.Contains(lower, "%") {
		t.Errorf("the panels read %q and %q", upper, lower)
	}
}

func TestFilesAreOfTheirKind(t *testing.T) {
	r := renderer(t)
	q := Request{Width: 640, Height: 360, Palette: Light()}.ForExport()
	f := figure(t, Money, Options{Program: "Test 1 & 2"})
	svg, err := r.SVG(f, q)
	if err != nil || !bytes.Contains(svg, []byte("<title>Cash gained")) || !bytes.Contains(svg, []byte("1 &amp; 2")) || bytes.Contains(svg, []byte("<text")) {
		t.Errorf("SVG of %d bytes: %v", len(svg), err)
	}
	pdf, err := r.PDF(f, q)
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("PDF of %d bytes: %v", len(pdf), err)
	}
	data, err := r.PNG(f, q)
	if err != nil {
		t.Fatal(err)
	}
	if img, err := png.Decode(bytes.NewReader(data)); err != nil || img.Bounds() != image.Rect(0, 0, 640, 360) {
		t.Errorf("PNG: %v", err)
	}
}

func TestPalettesStandOut(t *testing.T) {
	for _, p := range []Palette{Light(), Dark(), Projector()} {
		for h := Hue(0); h < numHues; h++ {
			if c := contrast(p.Word(h), p.Ground); c < 4.5 {
				t.Errorf("%s: words of colour %d have contrast %.1f", p.Name, h, c)
			}
			if h < HueRoutine {
				if c := contrast(p.Line(h), p.Ground); c < 3 {
					t.Errorf("%s: lines of colour %d have contrast %.1f", p.Name, h, c)
				}
			}
			if h >= HueRoutine {
				if c := math.Max(contrast(p.Line(h), p.Ink), contrast(p.Line(h), p.Ground)); c < 4.5 {
					t.Errorf("%s: words on area %d have contrast %.1f", p.Name, h, c)
				}
			}
		}
		for _, c := range []float64{contrast(p.Ink, p.Ground), contrast(p.Muted, p.Ground)} {
			if c < 4.5 {
				t.Errorf("%s: text has contrast %.1f", p.Name, c)
			}
		}
		// In grey, layers that lie on each other keep apart; rejection is hatched.
		stack := []Hue{HueRoutine, HueTrial, HueAware, HueUnaware}
		for i := range stack[1:] {
			if c := contrast(p.Line(stack[i]), p.Line(stack[i+1])); c < 1.15 {
				t.Errorf("%s: layers %d and %d have contrast %.2f in grey", p.Name, i, i+1, c)
			}
		}
		if got, ok := PaletteNamed(p.Name); !ok || !reflect.DeepEqual(got, p) {
			t.Errorf("palette %s is not found by its name", p.Name)
		}
	}
}

func TestThinKeepsExtremes(t *testing.T) {
	weeks, values := make([]float64, 5000), make([]float64, 5000)
	for k := range weeks {
		weeks[k] = float64(k)
		values[k] = math.Sin(float64(k) / 7)
	}
	values[1234] = 9
	tr := transform{data: rect{0, 0, 300, 100}, axis: Range{-10, 10}, weeks: 5000, scale: 1}
	runs := tr.runs(weeks, values)
	if len(runs) != 1 || len(runs[0]) > 602 {
		t.Fatalf("%d runs, the first of %d points", len(runs), len(runs[0]))
	}
	top := 100.0
	for _, q := range runs[0] {
		top = math.Min(top, q.y)
	}
	if math.Abs(top-tr.y(9)) > 1e-9 {
		t.Fatalf("the peak is at %g, not %g", top, tr.y(9))
	}
}

func TestLinesAreCutAtTheDataArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "n")
		weeks, values := make([]float64, n), make([]float64, n)
		for k := range weeks {
			weeks[k], values[k] = float64(k), rapid.Float64Range(-30, 30).Draw(t, "v")
		}
		tr := transform{data: rect{10, 5, 310, 105}, axis: Range{-10, 10}, weeks: float64(n), scale: 1}
		for _, run := range tr.runs(weeks, values) {
			for _, q := range run {
				if q.y < 5-1e-6 || q.y > 105+1e-6 {
					t.Fatalf("a line is drawn at %g", q.y)
				}
			}
		}
	})
}

func TestDrawingAtOnce(t *testing.T) {
	r := renderer(t)
	f := figure(t, RevenueMargin, Options{})
	first, err := r.Draw(f, Request{Width: 300, Height: 200, Palette: Light()})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			pic, err := r.Draw(f, Request{Width: 300, Height: 200, Palette: Light()})
			if err != nil || !bytes.Equal(pic.Image.Pix, first.Image.Pix) {
				t.Errorf("another picture came out: %v", err)
			}
		})
	}
	all.Wait()
}

func BenchmarkDraw(b *testing.B) {
	r := renderer(b)
	for _, c := range []struct {
		name string
		id   ID
		o    Options
		q    Request
	}{
		{"fan_800x450", Effectiveness, Options{}, Request{Width: 800, Height: 450, Palette: Light(), Note: true}},
		{"lines_800x450", Effectiveness, Options{Spread: Lines}, Request{Width: 800, Height: 450, Palette: Light(), Note: true}},
		{"two_fans_800x450", RevenueMargin, Options{}, Request{Width: 800, Height: 450, Palette: Light(), Note: true}},
		{"stages_800x450", AdoptionStages, Options{}, Request{Width: 800, Height: 450, Palette: Light(), Note: true}},
		{"fan_1600x900", Effectiveness, Options{}, Request{Width: 1600, Height: 900, Scale: 2, Palette: Light(), Note: true}},
		{"miniature", Effectiveness, Options{}, Request{Width: 150, Height: 90, Palette: Light(), Miniature: true}},
	} {
		f := figure(b, c.id, c.o)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Draw(f, c.q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
