package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// press is what everything here that is pressed has in common: pointer, focus, and
// the keys Space and Return, after which the focus stays. Fyne's own button lets it
// go at every press, and does not know Return.
type press struct {
	focused, hovered, off bool

	owner   fyne.CanvasObject // the widget
	onPress func()
	changed func() // repaints the widget
	onFocus func() // for what has to follow the focus, such as a page that scrolls
	tip     tip
}

// Disabled keeps what is switched off out of the order of focus.
func (p *press) Disabled() bool { return p.off }

// Enable lets it be pressed.
func (p *press) Enable() { p.setOff(false) }

// Disable keeps it from being pressed.
func (p *press) Disable() { p.setOff(true) }

func (p *press) setOff(off bool) {
	if p.off != off {
		p.off = off
		p.changed()
	}
}

// Tapped presses it.
func (p *press) Tapped(*fyne.PointEvent) { p.fire() }

func (p *press) fire() {
	p.tip.leave()
	if !p.off && p.onPress != nil {
		p.onPress()
	}
}

// Cursor is a hand.
func (p *press) Cursor() desktop.Cursor {
	if p.off {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn marks it.
func (p *press) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.tip.enter()
	p.changed()
}

// MouseMoved is not used.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark away.
func (p *press) MouseOut() {
	p.hovered = false
	p.tip.leave()
	p.changed()
}

// FocusGained marks it.
func (p *press) FocusGained() {
	p.focused = true
	p.tip.enter()
	p.changed()
	if p.onFocus != nil {
		p.onFocus()
	}
}

// FocusLost takes the mark away.
func (p *press) FocusLost() {
	p.focused = false
	p.tip.leave()
	p.changed()
}

// TypedRune is not used.
func (p *press) TypedRune(rune) {}

// TypedKey presses it with Space and Return. The window gets the other keys.
func (p *press) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.fire()
	default:
		PassOn(p.owner, e)
	}
}

// pressGround is the ground and the ring of focus of what is pressed.
type pressGround struct{ fill, ring *canvas.Rectangle }

func newPressGround() pressGround {
	return pressGround{fill: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
}

func (g pressGround) update(p *press, tone tones, size fyne.Size, hover, ring color.Color) {
	radius := tone.size(theme.SizeNameInputRadius)
	g.fill.FillColor = color.Transparent
	if p.hovered && !p.off {
		g.fill.FillColor = hover
	}
	g.fill.CornerRadius = radius
	g.fill.Move(fyne.NewPos(0, 0))
	g.fill.Resize(size)
	placeRing(g.ring, p.focused, ring, radius, fyne.NewPos(0, 0), size)
}

// placeRing draws the ring of focus inside a place.
func placeRing(ring *canvas.Rectangle, shown bool, ink color.Color, radius float32, pos fyne.Position, size fyne.Size) {
	ring.FillColor, ring.StrokeColor, ring.StrokeWidth = color.Transparent, ink, 2
	ring.CornerRadius = radius
	ring.Move(pos.AddXY(1, 1))
	ring.Resize(size.SubtractWidthHeight(2, 2))
	ring.Hidden = !shown
}

// repaint refreshes the parts of a renderer and then the widget.
func repaint(w fyne.CanvasObject, parts []fyne.CanvasObject) {
	for _, part := range parts {
		part.Refresh()
	}
	canvas.Refresh(w)
}
