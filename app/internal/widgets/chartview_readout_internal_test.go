package widgets

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// readable returns a chart of drawWave, whose data stand at every tenth pixel from
// 20 to 190.
func readable(t *testing.T) (*chartStage, *ChartView, *chartRenderer) {
	s := newChartStage(t)
	v := s.one(t)
	v.Name = "Effectiveness"
	v.Update(1, drawWave)
	s.queue.settle(s.group)
	return s, v, test.WidgetRenderer(v).(*chartRenderer)
}

func TestChartReadsOffUnderThePointer(t *testing.T) {
	s, v, r := readable(t)
	test.MoveMouse(s.window.Canvas(), fyne.NewPos(83, 40))
	if text, shown := v.Readout(); !shown || text != "Week 6\nWith rollout 101.5\nBaseline 100" {
		t.Errorf("reads %q", text)
	}
	if r.line.Hidden || r.line.Position1.X != 80 || r.line.Position1.Y != 10 || r.line.Position2.Y != 80 {
		t.Errorf("line from %v to %v", r.line.Position1, r.line.Position2)
	}
	if got := v.AccessibilityLabel(); got != "Effectiveness: Week 6, With rollout 101.5, Baseline 100" {
		t.Errorf("spoken %q", got)
	}
	for _, x := range []float32{25, 83, 120, 188} {
		test.MoveMouse(s.window.Canvas(), fyne.NewPos(x, 95))
		box := r.readout.box
		if box.Position().X < 0 || box.Position().X+box.Size().Width > 200 || box.Position().Y < 0 || box.Position().Y+box.Size().Height > 100 {
			t.Errorf("at %v the read-out is cut off: %v %v", x, box.Position(), box.Size())
		}
		if line := r.line.Position1.X; box.Position().X < line && line < box.Position().X+box.Size().Width {
			t.Errorf("at %v the read-out covers its line", x)
		}
	}
	test.MoveMouse(s.window.Canvas(), fyne.NewPos(2, 40))
	if _, shown := v.Readout(); shown || !r.line.Hidden {
		t.Error("reads off values beside the plot")
	}
	test.MoveMouse(s.window.Canvas(), fyne.NewPos(83, 40))
	v.MouseOut()
	if _, shown := v.Readout(); shown {
		t.Error("still reads off values without a pointer")
	}
}

func TestChartReadOutFollowsANewPicture(t *testing.T) {
	s, v, r := readable(t)
	test.MoveMouse(s.window.Canvas(), fyne.NewPos(100, 40))
	s.setScale(2)
	v.Refresh()
	s.queue.settle(s.group)
	if v.picture.Image.Rect.Dx() != 400 || r.line.Position1.X != 100 {
		t.Errorf("on a picture of %v the line stands at %v", v.picture.Image.Rect, r.line.Position1.X)
	}
	v.Update(2, func(_ context.Context, q Request) (Picture, error) {
		img := image.NewRGBA(image.Rect(0, 0, q.W, q.H))
		return Picture{Image: img, Inspect: func(x, _ float32) (float32, string, bool) { return x, "new", true }}, nil
	})
	s.queue.settle(s.group)
	if text, _ := v.Readout(); text != "new" {
		t.Errorf("reads %q off the new picture", text)
	}
}

func TestChartReadsOffByKeys(t *testing.T) {
	s, v, r := readable(t)
	s.window.Canvas().Focus(v)
	week := func() string {
		text, _ := v.Readout()
		return strings.SplitN(text, "\n", 2)[0]
	}
	if week() != "Week 17" || r.ring.Hidden {
		t.Errorf("the focus shows %q", week())
	}
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyLeft, "Week 16"},
		{fyne.KeyLeft, "Week 15"},
		{fyne.KeyRight, "Week 16"},
		{fyne.KeyPageUp, "Week 6"},
		{fyne.KeyPageUp, "Week 0"},
		{fyne.KeyLeft, "Week 0"},
		{fyne.KeyPageDown, "Week 10"},
		{fyne.KeyEnd, "Week 17"},
		{fyne.KeyRight, "Week 17"},
		{fyne.KeyHome, "Week 0"},
		{fyne.KeyEscape, ""},
		{fyne.KeyRight, "Week 17"},
	} {
		v.TypedKey(&fyne.KeyEvent{Name: step.key})
		if week() != step.want {
			t.Errorf("%s leads to %q, want %q", step.key, week(), step.want)
		}
	}
	s.window.Canvas().Unfocus()
	if week() != "" || !r.ring.Hidden {
		t.Errorf("without focus it shows %q", week())
	}
}

func TestChartPressesAndMenus(t *testing.T) {
	s, v, _ := readable(t)
	var pressed int
	var menu []fyne.Position
	v.OnTapped = func() { pressed++ }
	v.OnMenu = func(at fyne.Position) { menu = append(menu, at) }
	test.TapCanvas(s.window.Canvas(), fyne.NewPos(50, 50))
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	v.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	test.TapSecondaryAt(v, fyne.NewPos(30, 20))
	if pressed != 2 || fmt.Sprint(menu) != "[{100 50} {30 20}]" || s.window.Canvas().Focused() != fyne.Focusable(v) {
		t.Errorf("pressed %d times, menus at %v", pressed, menu)
	}
	v.AltText = func() string { return "week\tvalue\n" }
	if v.TextAlternative() != "week\tvalue\n" {
		t.Error("no table of text")
	}
}

func TestChartWithoutReadOutsIgnoresKeys(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	v.FocusGained()
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	v.Update(1, plain(color.White))
	s.queue.settle(s.group)
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if _, shown := v.Readout(); shown {
		t.Error("reads values off a picture that has none")
	}
}

func BenchmarkChartUpdate(b *testing.B) {
	test.NewTempApp(b)
	q := newQueue()
	group := NewChartGroup(q.do)
	v := NewChartView(group)
	w := test.NewTempWindow(b, v)
	w.Resize(fyne.NewSize(600, 300))
	img := image.NewRGBA(image.Rect(0, 0, 600, 300))
	b.ReportAllocs()
	for i := range b.N {
		v.Update(uint64(i), func(context.Context, Request) (Picture, error) { return Picture{Image: img}, nil })
		q.settle(group)
	}
}
