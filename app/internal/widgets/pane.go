package widgets

import (
	"context"
	"errors"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// pane is what a ChartView and a miniature share: it knows how many pixels it
// covers, asks its group for a picture of that size and shows it. The group's
// scheduler brings everything to the UI goroutine, where all of its state lives.
type pane struct {
	widget.BaseWidget

	// OnShown is called when a picture is on show.
	OnShown func()
	// OnError is told why a picture could not be drawn.
	OnError func(err error)

	self     fyne.Widget
	group    *ChartGroup
	draw     DrawFunc
	revision uint64 // of draw
	waiting  bool   // for the next round
	checking bool   // a look at the size is under way
	asked    Request

	image   *canvas.Image
	picture Picture
	shown   uint64 // revision of picture
	problem error
}

func (p *pane) init(self fyne.Widget, group *ChartGroup) {
	p.self, p.group = self, group
	p.image = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	p.ExtendBaseWidget(self)
	group.add(p)
}

// Update shows what draw draws, as soon as it is drawn. An update with a revision
// older than the present one is ignored; one with the same revision replaces it, as
// results get finer.
func (p *pane) Update(revision uint64, draw DrawFunc) {
	if revision < p.revision {
		return
	}
	p.revision, p.draw = revision, draw
	p.ask()
}

// Redraw asks for a new picture of the same data, after a change of colours or text.
func (p *pane) Redraw() { p.ask() }

// Revision returns the revision of the picture on show, and false before the first.
func (p *pane) Revision() (revision uint64, shown bool) {
	return p.shown, p.picture.Image != nil
}

// Request returns what picture fits the view now.
func (p *pane) Request() Request { return p.measure() }

// Close ends the view's drawing; a picture that is being drawn is not shown.
func (p *pane) Close() {
	p.group.remove(p)
	p.draw, p.waiting = nil, false
}

// Move places the view, and looks whether it covers other pixels there.
func (p *pane) Move(pos fyne.Position) {
	p.BaseWidget.Move(pos)
	p.check()
}

func (p *pane) ask() {
	if p.draw == nil {
		return
	}
	p.waiting = true
	p.group.schedule()
}

// check asks for a new picture when another size, scale, text size or ground is
// needed. It is called at every layout and every frame: a parent that moves, a
// window that goes to another screen and the first frame of all tell nobody else.
// The look is put off to the end of what is happening, and taken once.
func (p *pane) check() {
	if p.checking || p.draw == nil {
		return
	}
	p.checking = true
	p.group.do(func() {
		p.checking = false
		if p.draw != nil && p.measure() != p.asked {
			p.ask()
		}
	})
}

func (p *pane) takeJob() *drawJob {
	if !p.waiting || p.draw == nil || !p.self.Visible() {
		return nil
	}
	request := p.measure()
	if request.W <= 0 || request.H <= 0 {
		return nil
	}
	p.waiting, p.asked = false, request
	return &drawJob{view: p, draw: p.draw, revision: p.revision, request: request}
}

func (p *pane) accept(job *drawJob) {
	if job.revision < p.shown || errors.Is(job.err, context.Canceled) {
		return
	}
	p.shown, p.problem = job.revision, job.err
	if job.err == nil {
		p.picture = job.picture
		p.image.Image = job.picture.Image
		p.image.Refresh()
		if p.OnShown != nil {
			p.OnShown()
		}
	} else if p.OnError != nil {
		p.OnError(job.err)
	}
	p.self.Refresh()
}

// measure counts the pixels between the view's absolute corners. Fyne snaps edges,
// not sizes, to pixels: the rounded size is one off in places, and blurs.
func (p *pane) measure() Request {
	tone := tonesOf(p)
	size := p.Size()
	request := Request{Scale: 1, TextSize: tone.text(), Variant: tone.variant}
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(p.self)
	if c == nil {
		// Painted in software, which counts begun pixels.
		request.W, request.H = int(math.Ceil(float64(size.Width))), int(math.Ceil(float64(size.Height)))
		return request
	}
	const ruler = 4096 // units, long enough to see a scale of 1.0625
	left, _ := c.PixelCoordinateForPosition(fyne.NewPos(0, 0))
	right, _ := c.PixelCoordinateForPosition(fyne.NewPos(ruler, 0))
	request.Scale = math.Round(float64(right-left)/ruler*1000) / 1000
	pos := driver.AbsolutePositionForObject(p.self)
	x0, y0 := c.PixelCoordinateForPosition(pos)
	x1, y1 := c.PixelCoordinateForPosition(pos.Add(size))
	request.W, request.H = x1-x0, y1-y0
	return request
}
