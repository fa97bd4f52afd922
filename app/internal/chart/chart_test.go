package chart

import (
	"bytes"
	"flag"
	"fmt"
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

	"threep/assets"
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

func TestEveryFigureIsWhole(t *testing.T) {
	for _, kind := range Gallery() {
		f := figure(t, kind.ID, Options{Program: "Test 1.2"})
		texts := []string{f.Title, f.Subtitle, f.Note, f.Stamp, kind.Help()}
		if f.Empty != "" || len(f.Panels) == 0 {
			t.Fatalf("%s is empty: %q", kind.ID, f.Empty)
		}
		for _, p := range f.Panels {
			if !(p.Y.Max > p.Y.Min) {
				t.Errorf("%s has the range %v", kind.ID, p.Y.Range)
			}
			look := map[string]string{}
			for _, s := range p.Series {
				if len(s.Y) != 156 {
					t.Errorf("%s: %s has %d weeks", kind.ID, s.ID, len(s.Y))
				}
				if s.Sample {
					continue
				}
				texts = append(texts, s.Label, s.Short)
				style := fmt.Sprint(s.Hue)
				if other, twice := look[style]; twice && s.Width != Thin {
					t.Errorf("%s: %s and %s have one colour", kind.ID, s.ID, other)
				}
				look[style] = s.ID
				for _, o := range p.Series {
					if o.ID != s.ID && o.Hue != s.Hue && o.Dash == s.Dash && o.Width == s.Width {
						t.Errorf("%s: %s and %s differ by colour alone", kind.ID, s.ID, o.ID)
					}
				}
			}
			for _, a := range p.Areas {
				texts = append(texts, a.Label)
			}
			for _, b := range p.Bands {
				texts = append(texts, b.Label)
				for k := range b.Low {
					if b.Low[k] > b.High[k] {
						t.Errorf("%s: a band is upside down in week %d", kind.ID, k+1)
						break
					}
				}
			}
		}
		for _, text := range texts {
			if text == "" || strings.Contains(text, "⟦") || strings.Contains(text, "%!") {
				t.Errorf("%s says %q", kind.ID, text)
			}
		}
		if !strings.Contains(f.Stamp, "Mobile access and playbooks") || !strings.Contains(f.Stamp, "seed 1") || !strings.Contains(f.Stamp, "Test 1.2") {
			t.Errorf("%s is stamped %q", kind.ID, f.Stamp)
		}
	}
}

func TestBaselineIsOnTopAndThin(t *testing.T) {
	for _, id := range []ID{Effectiveness, RepsAtQuota, Money} {
		p := figure(t, id, Options{}).Panels[0]
		last := p.Series[len(p.Series)-1]
		if last.Hue != HueBaseline || last.Width != Thin || p.Series[0].Width != Thick {
			t.Errorf("%s ends with %+v", id, last.ID)
		}
	}
}

func TestAssumedBaselineIsDrawnWhereItDiffers(t *testing.T) {
	f := facts(156, 20)
	f.AssumptionsDiffer = false
	same, err := BuildFrom(Effectiveness, f, newFake(156, 20), Options{})
	if err != nil {
		t.Fatal(err)
	}
	other := figure(t, Effectiveness, Options{})
	if n, m := len(same.Panels[0].Series), len(other.Panels[0].Series); n != 2 || m != 3 {
		t.Fatalf("%d lines without and %d with assumptions of one's own", n, m)
	}
}

func TestSpreads(t *testing.T) {
	count := func(o Options) (bands, samples int) {
		p := figure(t, Effectiveness, o).Panels[0]
		for _, s := range p.Series {
			if s.Sample {
				samples++
			}
		}
		return len(p.Bands), samples
	}
	for _, c := range []struct {
		spread         Spread
		bands, samples int
	}{{"", 3, 0}, {Bands, 3, 0}, {Lines, 0, 20}, {None, 0, 0}} {
		if b, s := count(Options{Spread: c.spread}); b != c.bands || s != c.samples {
			t.Errorf("spread %q has %d bands and %d lines", c.spread, b, s)
		}
	}
}

func TestNoToolsIsSaidInWords(t *testing.T) {
	f := facts(156, 20)
	f.Tools, f.GoLive = 0, math.NaN()
	for _, id := range []ID{AdoptionStages, LoggedBenefit, AdoptionSavvy} {
		fig, err := BuildFrom(id, f, newFake(156, 20), Options{})
		if err != nil || fig.Empty != assets.T("chart.empty.no_tools") || len(fig.Panels) != 0 {
			t.Errorf("%s without tools: %q, %v", id, fig.Empty, err)
		}
	}
	fig, err := BuildFrom(Effectiveness, f, newFake(156, 20), Options{})
	if err != nil || len(fig.Verges) != 0 {
		t.Errorf("a go-live is marked without tools: %v, %v", fig.Verges, err)
	}
}

func TestBuildRefusesWhatIsNotThere(t *testing.T) {
	if _, err := BuildFrom("pie", facts(10, 1), newFake(10, 1), Options{}); err == nil {
		t.Error("a figure of an unknown kind was built")
	}
	if _, err := Build(Money, nil, Options{}); err == nil {
		t.Error("a figure of no result was built")
	}
	fig, err := BuildFrom(Money, facts(0, 0), newFake(0, 0), Options{})
	if err != nil || fig.Empty == "" {
		t.Errorf("a figure of no futures: %+v, %v", fig, err)
	}
}

func TestFactsOfAResult(t *testing.T) {
	s := &sim.Scenario{Title: "T"}
	s.Organisation.Currency = "USD"
	s.Decisions.Tools = []string{"a", "b"}
	s.Decisions.Rollout.Start = 10
	s.Decisions.ToolDelay = map[string]float64{"a": 4, "b": 2}
	f := FactsOf(&sim.Result{Scenario: s, Weeks: 52, Runs: 3, Seed: 9})
	if f.GoLive != 12 || f.Tools != 2 || f.Currency != "USD" || f.Weeks != 52 || f.Runs != 3 || f.Seed != 9 {
		t.Fatalf("facts are %+v", f)
	}
	s.Decisions.Tools = nil
	if f := FactsOf(&sim.Result{Scenario: s}); finite(f.GoLive) {
		t.Fatalf("go-live is %g without tools", f.GoLive)
	}
}

func TestQuarterSumsTheLast13Weeks(t *testing.T) {
	o := outcome{sim.WeekRevenue, true}
	y := make([]float64, 30)
	for k := range y {
		y[k] = float64(k + 1)
	}
	got := o.shown(y)
	if got[0] != 13 || got[12] != 91 || got[29] != 13*24 {
		t.Fatalf("got %g, %g, %g", got[0], got[12], got[29])
	}
}

func TestTurningPoints(t *testing.T) {
	for _, c := range []struct {
		cash            []float64
		trough, payback int
	}{
		{[]float64{-1, -3, -2, 0, 4}, 1, 3},
		{[]float64{-1, 1, -2, 1}, 2, 3},
		{[]float64{-1, -2, -3}, 2, -1},
		{[]float64{0, 1, 2}, -1, 0},
		{[]float64{math.NaN(), -1, math.NaN(), 2}, 1, 3},
		{nil, -1, -1},
	} {
		if a, b := turningPoints(c.cash); a != c.trough || b != c.payback {
			t.Errorf("%v turns at %d and %d, want %d and %d", c.cash, a, b, c.trough, c.payback)
		}
	}
}

func TestNoPaybackIsSaidInWords(t *testing.T) {
	src := newFake(156, 5)
	src.values = func(_ sim.Weekly, _ sim.World, _, week int) float64 { return -float64(week) }
	fig, err := BuildFrom(Money, facts(156, 5), src, Options{})
	if err != nil || !strings.Contains(fig.Panels[0].Remark, "3") || !strings.Contains(fig.Panels[0].Remark, "year") {
		t.Fatalf("remark is %q, %v", fig.Panels[0].Remark, err)
	}
}

func TestAxesAreHeld(t *testing.T) {
	f := figure(t, Effectiveness, Options{})
	wide := f.Axes()
	wide.Y[0] = Range{0, 500}
	if held := figure(t, Effectiveness, Options{Hold: wide}); held.Panels[0].Y.Range != wide.Y[0] {
		t.Errorf("held range is %v", held.Panels[0].Y.Range)
	}
	narrow := f.Axes()
	narrow.Y[0] = Range{99, 101}
	if held := figure(t, Effectiveness, Options{Hold: narrow}); !(held.Panels[0].Y.Max >= 117) {
		t.Errorf("a line leaves the held range %v", held.Panels[0].Y.Range)
	}
	if other := figure(t, Money, Options{Hold: wide}); other.Panels[0].Y.Range == wide.Y[0] {
		t.Error("the range of another kind was held")
	}
}

func TestNiceRanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Float64Range(-1e9, 1e9).Draw(t, "a")
		b := a + math.Abs(rapid.Float64Range(0, 1e6).Draw(t, "width"))
		e := extent{}
		e.add(a, b)
		r := niceRange(e, rapid.SampledFrom([]float64{0, 20}).Draw(t, "span"))
		slack := 1e-6 * (1 + math.Abs(a) + math.Abs(b))
		if !(r.Min <= a+slack && r.Max >= b-slack && r.Max > r.Min) {
			t.Fatalf("%v does not hold %g to %g", r, a, b)
		}
		n := rapid.IntRange(2, 12).Draw(t, "most")
		ticks := r.ticks(n)
		if len(ticks) > n+1 {
			t.Fatalf("%v has %d ticks, asked for %d", r, len(ticks), n)
		}
		for i, v := range ticks {
			if v < r.Min-slack || v > r.Max+slack || (i > 0 && v <= ticks[i-1]) {
				t.Fatalf("%v has the ticks %v", r, ticks)
			}
		}
	})
}

func TestTimeTicks(t *testing.T) {
	months := TimeAxis{Max: 156}
	if _, n := months.ticks(9); !reflect.DeepEqual(n, []int{0, 6, 12, 18, 24, 30, 36}) {
		t.Errorf("months are %v", n)
	}
	quarters := TimeAxis{Max: 156, Quarters: true}
	if w, n := quarters.ticks(9); !reflect.DeepEqual(n, []int{0, 2, 4, 6, 8, 10, 12}) || w[6] != 156 {
		t.Errorf("quarters are %v at %v", n, w)
	}
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
	for _, part := range []string{"Month 15, week 61", "Scenario: ", "Baseline: 100", "Baseline under your assumptions: 96", "16 of 20 futures: "} {
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

func TestTableAndTSV(t *testing.T) {
	f := figure(t, AdoptionStages, Options{})
	table := NewTable(f)
	if len(table.Header) != 6 || table.Header[1] != assets.T("chart.stage.rejected") || len(table.Rows) != 36 {
		t.Fatalf("header %q with %d rows", table.Header, len(table.Rows))
	}
	if last := table.Rows[35]; last[0] != "36" || last[1] != "22%" || !strings.HasPrefix(table.Text(), f.Title) {
		t.Fatalf("last row is %q", last)
	}
	lines := strings.Split(strings.TrimSpace(TSV(figure(t, Effectiveness, Options{}))), "\n")
	if len(lines) != 157 || len(strings.Split(lines[0], "\t")) != 10 || !strings.HasPrefix(lines[156], "156\t") {
		t.Fatalf("%d lines; the first is %q, the last %q", len(lines), lines[0], lines[len(lines)-1])
	}
	if q := NewTable(figure(t, Money, Options{Quarters: true})); len(q.Rows) != 12 || q.Header[0] != assets.T("chart.table.quarter") {
		t.Fatalf("%d quarters under %q", len(q.Rows), q.Header[0])
	}
	if e := NewTable(Figure{Title: "nothing"}); len(e.Rows) != 0 || len(e.Header) != 1 {
		t.Fatalf("an empty figure has the table %+v", e)
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
