package widgets

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func TestDotsKeepToTheirSide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(50, 150), 1, 20).Draw(t, "values")
		slices.Sort(values)
		reference := rapid.Float64Range(70, 130).Draw(t, "reference")
		x := func(v float64) float32 { return float32((v - 50) / 100 * 400) }
		dots, diameter := placeDots(values, reference, x, 400, 60, 18)
		if len(dots) != len(values) {
			t.Fatalf("%d dots for %d values", len(dots), len(values))
		}
		above := 0
		for i, dot := range dots {
			if dot.above {
				above++
			}
			if line := x(reference); dot.above && dot.x-diameter/2 < line || !dot.above && dot.x+diameter/2 > line {
				t.Fatalf("dot %+v of diameter %v crosses the reference at %v", dot, diameter, line)
			}
			if dot.y+diameter/2 > 60.01 || dot.y-diameter/2 < -0.01 {
				t.Fatalf("dot %+v of diameter %v leaves the ground", dot, diameter)
			}
			for _, other := range dots[:i] {
				if math.Hypot(float64(dot.x-other.x), float64(dot.y-other.y)) < float64(diameter)-0.01 {
					t.Fatalf("dots %+v and %+v of diameter %v overlap", dot, other, diameter)
				}
			}
		}
		want := 0
		for _, v := range values {
			if v > reference {
				want++
			}
		}
		if above != want {
			t.Fatalf("%d dots above, want %d", above, want)
		}
	})
}

func TestDotsTellSidesByShape(t *testing.T) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(light)
	d := NewQuantileDots()
	d.Set(Dots{Values: []float64{120, 90, 100, math.NaN(), 110}, Reference: 100, Low: 80, High: 130, LowLabel: "80", HighLabel: "130", ReferenceLabel: "today = 100", Spoken: "2 of 4"})
	d.Resize(fyne.NewSize(300, 60))
	r := test.WidgetRenderer(d).(*dotsRenderer)
	filled, rings := 0, 0
	for _, dot := range r.dots[:r.used] {
		switch {
		case visible(dot.FillColor) && dot.StrokeWidth == 0:
			filled++
		case !visible(dot.FillColor) && dot.StrokeWidth > 0:
			rings++
		}
	}
	if above, all := d.Above(); above != 2 || all != 4 || filled != 2 || rings != 2 {
		t.Errorf("%d of %d above, %d filled, %d rings; want 2 of 4 and two of each", above, all, filled, rings)
	}
	if d.AccessibilityLabel() != "2 of 4" {
		t.Errorf("spoken %q", d.AccessibilityLabel())
	}
	if r.low.Hidden || r.high.Hidden || r.mark.Text != "today = 100" {
		t.Error("labels are missing")
	}
	d.Set(Dots{Values: []float64{120}, Reference: 82, Low: 80, High: 130, LowLabel: "80", HighLabel: "130", ReferenceLabel: "today = 82"})
	if !r.low.Hidden || r.mark.Position().X < 0 {
		t.Errorf("the reference's label at %v and the end's are written over each other", r.mark.Position())
	}
	if r.used != 1 || len(r.dots) != 4 {
		t.Errorf("%d of %d dots in use, want one of the four made before", r.used, len(r.dots))
	}
	d.Set(Dots{Values: slices.Repeat([]float64{100}, 20), Reference: 100, Low: 80, High: 130})
	left, right := 0, 0
	line := r.line.Position().X + 1
	for _, dot := range r.dots[:r.used] {
		if dot.FillColor != tonesOf(d).color(ColorNameOutline) || dot.StrokeWidth != 0 {
			t.Errorf("a dot on the reference is drawn as %v", dot.FillColor)
		}
		if dot.Position().X > line {
			right++
		} else if dot.Position().X+dot.Size().Width < line {
			left++
		}
	}
	if left != 10 || right != 10 {
		t.Errorf("%d dots left of the line and %d right of it, want ten on each side", left, right)
	}
	d.Set(Dots{})
	if r.used != 0 || !r.axis.Hidden {
		t.Error("shows an axis of nothing")
	}
	d.Set(Dots{Values: []float64{1, 1000}, Reference: 100, Low: 80, High: 130})
	for _, dot := range r.dots[:r.used] {
		if x := dot.Position().X; x < 0 || x+dot.Size().Width > 300 {
			t.Errorf("a value beyond the axis stands at %v", x)
		}
	}
}
