package widgets

import (
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

// show puts the words below the object, or above where there is no room.
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
	pos := fyne.NewPos(at.X, at.Y+owner.Size().Height+gap)
	if pos.Y+block.Height > size.Height {
		pos.Y = at.Y - block.Height - gap
	}
	pos.X = clamp(pos.X, gap, size.Width-block.Width-gap)
	pos.Y = clamp(pos.Y, gap, size.Height-block.Height-gap)
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
