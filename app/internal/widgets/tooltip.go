package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

const (
	tipDelay      = 750 * time.Millisecond  // until the first tooltip
	tipDelayAgain = 300 * time.Millisecond  // until the next one
	tipMemory     = 1500 * time.Millisecond // how long a tooltip makes the next one quicker
	tipWidth      = 24                      // widest line, in text sizes
)

// TooltipLayer shows one tooltip at a time above a window's content. The same words
// come for the pointer and for the keyboard's focus.
type TooltipLayer struct {
	do     func(func())
	after  func(d time.Duration, f func()) (stop func() bool)
	now    func() time.Time
	layer  *fyne.Container
	block  *textBlock
	stop   func() bool
	turn   int // counts requests, so that a late timer is known to be late
	hidden time.Time
	shown  bool
	// clear are things that must stay in sight, such as a sentence about what is wrong.
	clear []fyne.CanvasObject
}

// NewTooltipLayer returns a layer that shows nothing yet. Its timers come back
// through do.
func NewTooltipLayer(do func(func())) *TooltipLayer {
	return &TooltipLayer{
		do:    do,
		after: func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop },
		now:   time.Now,
		layer: container.NewWithoutLayout(),
		block: newTextBlock(),
	}
}

// Over lays the tooltips over a window's content.
func (l *TooltipLayer) Over(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(content, l.layer)
}

// Text returns the words on show, or nothing.
func (l *TooltipLayer) Text() string {
	if !l.shown {
		return ""
	}
	return l.block.text()
}

// Hide takes the tooltip away, and one that is about to come.
func (l *TooltipLayer) Hide() {
	l.turn++
	if l.stop != nil {
		l.stop()
		l.stop = nil
	}
	if !l.shown {
		return
	}
	l.shown, l.hidden = false, l.now()
	l.layer.Objects = nil
	l.layer.Refresh()
}

// request shows words beside an object after a while.
func (l *TooltipLayer) request(owner fyne.CanvasObject, text string) {
	l.Hide()
	if text == "" {
		return
	}
	delay := tipDelay
	if l.now().Sub(l.hidden) < tipMemory {
		delay = tipDelayAgain
	}
	turn := l.turn
	l.stop = l.after(delay, func() {
		l.do(func() {
			if turn == l.turn {
				l.show(owner, text)
			}
		})
	})
}

// keepClear has tooltips leave an object in sight, or with false no longer.
func (l *TooltipLayer) keepClear(o fyne.CanvasObject, on bool) {
	at := slices.Index(l.clear, o)
	switch {
	case on && at < 0:
		l.clear = append(l.clear, o)
	case !on && at >= 0:
		l.clear = slices.Delete(l.clear, at, at+1)
	}
}

// covers reports whether words at a place would hide what has to stay in sight.
func (l *TooltipLayer) covers(pos fyne.Position, size fyne.Size, origin fyne.Position) bool {
	driver := fyne.CurrentApp().Driver()
	for _, o := range l.clear {
		if driver.CanvasForObject(o) == nil || !o.Visible() {
			continue
		}
		at := driver.AbsolutePositionForObject(o).Subtract(origin)
		if pos.X < at.X+o.Size().Width && at.X < pos.X+size.Width && pos.Y < at.Y+o.Size().Height && at.Y < pos.Y+size.Height {
			return true
		}
	}
	return false
}

// place finds room for words beside an object: below it, above it, or at its sides,
// within the layer and clear of what has to stay in sight.
func (l *TooltipLayer) place(at fyne.Position, owner, block fyne.Size, origin fyne.Position, gap float32) fyne.Position {
	size := l.layer.Size()
	below := fyne.NewPos(at.X, at.Y+owner.Height+gap)
	above := fyne.NewPos(at.X, at.Y-block.Height-gap)
	for _, pos := range []fyne.Position{
		below, above,
		fyne.NewPos(at.X+owner.Width+gap, at.Y), fyne.NewPos(at.X-block.Width-gap, at.Y),
	} {
		sideways := pos.Y == at.Y
		if !sideways {
			pos.X = clamp(pos.X, gap, size.Width-block.Width-gap)
		} else {
			pos.Y = clamp(pos.Y, gap, size.Height-block.Height-gap)
		}
		inside := pos.X >= 0 && pos.Y >= 0 && pos.X+block.Width <= size.Width && pos.Y+block.Height <= size.Height
		if inside && !l.covers(pos, block, origin) {
			return pos
		}
	}
	if below.Y+block.Height > size.Height {
		below = above
	}
	return fyne.NewPos(clamp(below.X, gap, size.Width-block.Width-gap), clamp(below.Y, gap, size.Height-block.Height-gap))
}

// show puts the words beside the object.
func (l *TooltipLayer) show(owner fyne.CanvasObject, text string) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(owner)
	if c == nil || !owner.Visible() {
		return
	}
	tone := tonesFor(theme.CurrentForWidget(owner), fyne.CurrentApp().Settings().ThemeVariant())
	size, gap := l.layer.Size(), tone.pad()
	width := fyne.Min(tipWidth*tone.text(), size.Width-8*gap)
	l.block.ground(tone.color(ColorNameTip), nil, 0, tone.size(theme.SizeNameInputRadius), 1.5*gap)
	l.block.set(wrapToWidth(text, width, tone.caption(), fyne.TextStyle{}), tone.caption(), tone.color(ColorNameOnTip), true)
	block := l.block.size()

	origin := driver.AbsolutePositionForObject(l.layer)
	at := driver.AbsolutePositionForObject(owner).Subtract(origin)
	pos := l.place(at, owner.Size(), block, origin, gap)
	l.block.place(pos, block, fyne.TextAlignLeading)
	l.block.show(true)
	l.shown = true
	l.layer.Objects = l.block.objects()
	l.layer.Refresh()
}

// tip is one widget's tooltip. A tip without a layer does nothing.
type tip struct {
	layer *TooltipLayer
	owner fyne.CanvasObject
	text  func() string
}

func (t tip) enter() {
	if t.layer != nil {
		t.layer.request(t.owner, t.text())
	}
}

func (t tip) leave() {
	if t.layer != nil {
		t.layer.Hide()
	}
}
