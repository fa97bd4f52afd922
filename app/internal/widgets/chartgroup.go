package widgets

import (
	"context"
	"fmt"
	"image"
	"image/draw"
	"runtime/debug"
	"slices"
	"sync"

	"fyne.io/fyne/v2"
)

// Request says what picture a view needs.
type Request struct {
	// W and H are the pixels that will be painted.
	W, H int
	// Scale is the number of pixels per unit of the interface.
	Scale float64
	// TextSize is the theme's standard text size [units], larger in large print.
	TextSize float32
	// Variant tells a light ground from a dark one.
	Variant fyne.ThemeVariant
}

// Picture is a finished drawing with what is needed to read values off it.
type Picture struct {
	// Image holds exactly the pixels that were asked for.
	Image *image.RGBA
	// Plot is the area inside the axes [pixels]; empty means the whole image.
	Plot image.Rectangle
	// Inspect reads off the values at a place [pixels]: where the nearest data stand,
	// what to say about them, and false where there is nothing. It may be nil. It is
	// called on the UI goroutine and has to be quick.
	Inspect func(px, py float32) (x float32, text string, ok bool)
}

// DrawFunc draws a picture. It runs on a goroutine of its own, so that it must hold
// all it needs and share nothing that changes. It may give up when the context ends.
type DrawFunc func(ctx context.Context, request Request) (Picture, error)

// ChartGroup draws the pictures of several views and shows them together. While one
// round is being drawn only the newest wish of each view is kept, so that a lever
// moved quickly costs no more than what can be shown, and no view ever falls behind
// another.
type ChartGroup struct {
	do        func(func())
	ctx       context.Context
	cancel    context.CancelFunc
	members   []*pane
	scheduled bool
	drawing   bool
}

// NewChartGroup returns an empty group. Finished pictures come back through do.
func NewChartGroup(do func(func())) *ChartGroup {
	ctx, cancel := context.WithCancel(context.Background())
	return &ChartGroup{do: do, ctx: ctx, cancel: cancel}
}

// Close ends all drawing for good. Pictures that are still being drawn are thrown
// away. A program closes its groups before it ends: after its loop, Fyne runs what is
// handed over on the goroutine that hands it over.
func (g *ChartGroup) Close() { g.cancel() }

// Busy reports whether a picture is being drawn or waits to be.
func (g *ChartGroup) Busy() bool { return g.scheduled || g.drawing }

func (g *ChartGroup) add(p *pane) { g.members = append(g.members, p) }

func (g *ChartGroup) remove(p *pane) {
	g.members = slices.DeleteFunc(g.members, func(m *pane) bool { return m == p })
}

// schedule starts a round after what is happening now, so that all the views that
// change together are drawn together.
func (g *ChartGroup) schedule() {
	if g.scheduled || g.ctx.Err() != nil {
		return
	}
	g.scheduled = true
	g.do(g.start)
}

// drawJob is one view's wish within a round, and what came of it.
type drawJob struct {
	view     *pane
	draw     DrawFunc
	revision uint64
	request  Request
	picture  Picture
	err      error
}

func (g *ChartGroup) start() {
	g.scheduled = false
	if g.drawing || g.ctx.Err() != nil {
		return
	}
	var round []*drawJob
	for _, view := range g.members {
		if job := view.takeJob(); job != nil {
			round = append(round, job)
		}
	}
	if len(round) == 0 {
		return
	}
	g.drawing = true
	go g.work(round)
}

// work is the only part that runs off the UI goroutine.
func (g *ChartGroup) work(round []*drawJob) {
	var all sync.WaitGroup
	for _, job := range round {
		all.Go(func() { job.picture, job.err = drawSafely(g.ctx, job.draw, job.request) })
	}
	all.Wait()
	g.do(func() { g.finish(round) })
}

func (g *ChartGroup) finish(round []*drawJob) {
	g.drawing = false
	if g.ctx.Err() != nil {
		return
	}
	for _, job := range round {
		if slices.Contains(g.members, job.view) {
			job.view.accept(job)
		}
	}
	g.start()
}

// drawSafely turns a panic of a drawing routine into an error: a figure that cannot
// be drawn must not cost the user the open document.
func drawSafely(ctx context.Context, draw DrawFunc, request Request) (picture Picture, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("draw a figure of %d by %d pixels: %v\n%s", request.W, request.H, fault, debug.Stack())
		}
	}()
	picture, err = draw(ctx, request)
	if err == nil && picture.Image == nil {
		err = fmt.Errorf("draw a figure of %d by %d pixels: no image came back", request.W, request.H)
	}
	picture.Image = whole(picture.Image)
	return picture, err
}

// whole copies a part of an image into one of its own: the painter ignores the
// stride of a part.
func whole(img *image.RGBA) *image.RGBA {
	if img == nil || img.Rect.Min == (image.Point{}) && img.Stride == 4*img.Rect.Dx() {
		return img
	}
	copied := image.NewRGBA(image.Rect(0, 0, img.Rect.Dx(), img.Rect.Dy()))
	draw.Draw(copied, copied.Rect, img, img.Rect.Min, draw.Src)
	return copied
}
