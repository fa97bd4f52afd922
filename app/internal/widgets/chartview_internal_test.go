package widgets

import (
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

// plain draws a picture in one colour.
func plain(c color.Color) DrawFunc {
	return func(_ context.Context, r Request) (Picture, error) {
		img := image.NewRGBA(image.Rect(0, 0, r.W, r.H))
		draw.Draw(img, img.Rect, image.NewUniform(c), image.Point{}, draw.Src)
		return Picture{Image: img}, nil
	}
}

// chartStage is a window with charts and the queue that runs them.
type chartStage struct {
	queue  *queue
	group  *ChartGroup
	window fyne.Window
}

func newChartStage(t *testing.T) *chartStage {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(light)
	q := newQueue()
	s := &chartStage{queue: q, group: NewChartGroup(q.do)}
	t.Cleanup(s.group.Close)
	return s
}

func (s *chartStage) show(t *testing.T, content fyne.CanvasObject, size fyne.Size) {
	t.Helper()
	s.window = test.NewTempWindow(t, content)
	s.window.SetPadded(false)
	s.window.Resize(size)
}

func (s *chartStage) setScale(scale float32) {
	s.window.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
}

// one shows a single chart of 200 by 100 units.
func (s *chartStage) one(t *testing.T) *ChartView {
	t.Helper()
	v := NewChartView(s.group)
	v.SetMinSize(fyne.NewSize(10, 10))
	s.show(t, v, fyne.NewSize(200, 100))
	return v
}

func TestChartShowsExactPixels(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	v.Update(1, plain(color.NRGBA{10, 20, 30, 255}))
	s.queue.settle(s.group)
	if got := v.image.Image.Bounds(); got != image.Rect(0, 0, 200, 100) {
		t.Errorf("picture is %v", got)
	}
	got := s.window.Canvas().Capture()
	for _, at := range []image.Point{{0, 0}, {199, 0}, {0, 99}, {199, 99}, {100, 50}} {
		if c := color.NRGBAModel.Convert(got.At(at.X, at.Y)); c != (color.NRGBA{10, 20, 30, 255}) {
			t.Errorf("pixel at %v is %v", at, c)
		}
	}
}

func TestChartMeasuresCorners(t *testing.T) {
	s := newChartStage(t)
	var views []*ChartView
	row := container.NewGridWithColumns(3)
	for range 3 {
		v := NewChartView(s.group)
		v.SetMinSize(fyne.NewSize(10, 10))
		views = append(views, v)
		row.Add(v)
	}
	s.show(t, row, fyne.NewSize(1000, 301))
	for _, scale := range []float32{1, 1.3, 1.5, 2} {
		s.setScale(scale)
		for i, v := range views {
			left := int(v.Position().X * scale)
			right := int((v.Position().X + v.Size().Width) * scale)
			request := v.Request()
			if request.W != right-left || abs(request.Scale-float64(scale)) > 1e-3 {
				t.Errorf("at scale %v chart %d asks for %+v, want width %d", scale, i, request, right-left)
			}
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

func TestChartAsksAgainOnlyForAnotherPicture(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	var asked []Request
	seen := make(chan Request, 100)
	v.Update(1, func(_ context.Context, r Request) (Picture, error) {
		seen <- r
		return Picture{Image: image.NewRGBA(image.Rect(0, 0, r.W, r.H))}, nil
	})
	settle := func() int {
		s.queue.settle(s.group)
		n := 0
		for len(seen) > 0 {
			asked = append(asked, <-seen)
			n++
		}
		return n
	}
	for _, step := range []struct {
		name string
		act  func()
		want int
	}{
		{"first", func() {}, 1},
		{"nothing", func() { v.Refresh(); v.MinSize() }, 0},
		{"resize", func() { s.window.Resize(fyne.NewSize(300, 120)) }, 1},
		{"scale", func() { s.setScale(2); v.MinSize() }, 1},
		{"move by whole pixels", func() { v.Move(fyne.NewPos(3, 4)) }, 0},
		{"dark", func() { fyne.CurrentApp().Settings().SetTheme(dark); v.Refresh() }, 1},
		{"large print", func() { fyne.CurrentApp().Settings().SetTheme(fixedTheme{dark.variant, 1.5}); v.Refresh() }, 1},
		{"asked for", func() { v.Redraw() }, 1},
		{"no room", func() { v.Resize(fyne.NewSize(0, 0)) }, 0},
	} {
		step.act()
		if got := settle(); got != step.want {
			t.Errorf("%s: drawn %d times, want %d", step.name, got, step.want)
		}
	}
	last := asked[len(asked)-1]
	if last.W != 600 || last.H != 240 || last.Scale != 2 || last.Variant != dark.variant || last.TextSize != 21 {
		t.Errorf("last request is %+v", last)
	}
}

func TestChartKeepsOnlyTheNewestWish(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	drawn, release := make(chan uint64, 10), make(chan struct{})
	wish := func(revision uint64) {
		v.Update(revision, func(_ context.Context, r Request) (Picture, error) {
			drawn <- revision
			<-release
			return Picture{Image: image.NewRGBA(image.Rect(0, 0, r.W, r.H))}, nil
		})
		s.queue.drain()
	}
	wish(1)
	if first := <-drawn; first != 1 {
		t.Fatalf("drawn first: %d", first)
	}
	for revision := range uint64(5) {
		wish(revision + 2)
	}
	release <- struct{}{}
	(<-s.queue.jobs)()
	if revision, shown := v.Revision(); revision != 1 || !shown {
		t.Errorf("shown %d (%v), want the first as soon as it is there", revision, shown)
	}
	s.queue.drain()
	release <- struct{}{}
	s.queue.settle(s.group)
	if next := <-drawn; next != 6 || len(drawn) != 0 {
		t.Errorf("drawn next: %d, and %d more; want 6 alone", next, len(drawn))
	}
	if revision, _ := v.Revision(); revision != 6 {
		t.Errorf("shown %d, want 6", revision)
	}
}

func TestChartNeverGoesBack(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	v.Update(1, plain(color.Gray{1}))
	rapid.Check(t, func(t *rapid.T) {
		newest, shown := v.revision, v.shown
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "update") {
				revision := uint64(rapid.IntRange(0, 5).Draw(t, "ahead")) + max(newest, 2) - 2
				v.Update(revision, plain(color.Gray{uint8(revision)}))
				newest = max(newest, revision)
			} else {
				s.queue.drain()
			}
			if v.shown < shown {
				t.Fatalf("went back from %d to %d", shown, v.shown)
			}
			shown = v.shown
		}
		s.queue.settle(s.group)
		if v.shown != newest {
			t.Fatalf("shows %d in the end, want %d", v.shown, newest)
		}
		if got := v.picture.Image.At(0, 0).(color.RGBA).R; got != uint8(newest) {
			t.Fatalf("shows the picture of %d as %d", got, newest)
		}
	})
}

func TestChartsOfAGroupChangeTogether(t *testing.T) {
	s := newChartStage(t)
	left, right := NewChartView(s.group), NewChartView(s.group)
	s.show(t, container.NewGridWithColumns(2, left, right), fyne.NewSize(400, 150))
	for revision := range uint64(20) {
		left.Update(revision+1, plain(color.White))
		right.Update(revision+1, func(ctx context.Context, r Request) (Picture, error) {
			time.Sleep(time.Millisecond)
			return plain(color.Black)(ctx, r)
		})
		for s.group.Busy() {
			(<-s.queue.jobs)()
			if left.shown != right.shown {
				t.Fatalf("shows revision %d beside %d", left.shown, right.shown)
			}
		}
	}
	if left.shown != 20 {
		t.Errorf("shows revision %d in the end", left.shown)
	}
}

func TestChartThatIsHiddenIsNotDrawn(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	v.Hide()
	v.Update(1, plain(color.White))
	s.queue.settle(s.group)
	if _, shown := v.Revision(); shown {
		t.Error("was drawn though hidden")
	}
	v.Show()
	s.queue.settle(s.group)
	if _, shown := v.Revision(); !shown {
		t.Error("was not drawn when shown")
	}
}

func TestChartSaysWhatIsWrong(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	v.Empty = "Not yet"
	v.Failed = func(err error) string { return "Failed: " + strings.SplitN(err.Error(), "\n", 2)[0] }
	var told []error
	v.OnError = func(err error) { told = append(told, err) }
	v.Refresh()
	message := func() string { return test.WidgetRenderer(v).(*chartRenderer).message.text() }
	if message() != "Not yet" {
		t.Errorf("says %q before the first picture", message())
	}
	v.Update(1, plain(color.White))
	s.queue.settle(s.group)
	if message() != "" {
		t.Errorf("says %q over a picture", message())
	}
	bad := errors.New("no data")
	v.Update(2, func(context.Context, Request) (Picture, error) { return Picture{}, bad })
	s.queue.settle(s.group)
	if message() != "Failed: no data" || len(told) != 1 || !errors.Is(told[0], bad) {
		t.Errorf("says %q, told %v", message(), told)
	}
	v.Update(3, func(context.Context, Request) (Picture, error) { panic("log scale") })
	s.queue.settle(s.group)
	if len(told) != 2 || !strings.Contains(told[1].Error(), "log scale") {
		t.Errorf("a panic told %v", told)
	}
	v.Update(4, func(context.Context, Request) (Picture, error) { return Picture{}, nil })
	s.queue.settle(s.group)
	if len(told) != 3 {
		t.Errorf("a missing image told %v", told)
	}
	v.Update(5, plain(color.White))
	s.queue.settle(s.group)
	if message() != "" || v.image.Translucency != 0 {
		t.Errorf("still says %q", message())
	}
}

func TestChartCopiesAPartOfAnImage(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	v.Update(1, func(_ context.Context, r Request) (Picture, error) {
		big := image.NewRGBA(image.Rect(0, 0, r.W+10, r.H+10))
		big.Set(5, 5, color.White)
		return Picture{Image: big.SubImage(image.Rect(5, 5, r.W+5, r.H+5)).(*image.RGBA)}, nil
	})
	s.queue.settle(s.group)
	img := v.picture.Image
	if img.Rect.Min != (image.Point{}) || img.Stride != 4*img.Rect.Dx() || img.At(0, 0) != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("holds %v with stride %d", img.Rect, img.Stride)
	}
}

func TestChartLeavesNothingBehind(t *testing.T) {
	s := newChartStage(t)
	before := runtime.NumGoroutine()
	for range 20 {
		q := newQueue()
		group := NewChartGroup(q.do)
		v := NewChartView(group)
		s.show(t, v, fyne.NewSize(200, 100))
		v.Update(1, func(ctx context.Context, _ Request) (Picture, error) {
			<-ctx.Done()
			return Picture{}, ctx.Err()
		})
		q.drain()
		group.Close()
		v.Update(2, plain(color.White))
		q.settle(group)
		if _, shown := v.Revision(); shown {
			t.Error("shows a picture after the end")
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

func TestChartClosedAloneShowsNothingMore(t *testing.T) {
	s := newChartStage(t)
	v := s.one(t)
	v.Update(1, plain(color.White))
	s.queue.drain()
	v.Close()
	s.queue.settle(s.group)
	if _, shown := v.Revision(); shown || slices.Contains(s.group.members, &v.pane) {
		t.Error("shows a picture after Close")
	}
}
