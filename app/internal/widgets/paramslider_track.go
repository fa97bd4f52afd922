package widgets

import (
	"image"
	"image/color"
	"math"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Draggable     = (*sliderTrack)(nil)
	_ fyne.Tappable      = (*sliderTrack)(nil)
	_ fyne.Focusable     = (*sliderTrack)(nil)
	_ fyne.Disableable   = (*sliderTrack)(nil)
	_ desktop.Mouseable  = (*sliderTrack)(nil)
	_ desktop.Keyable    = (*sliderTrack)(nil)
	_ desktop.Hoverable  = (*sliderTrack)(nil)
	_ desktop.Cursorable = (*sliderTrack)(nil)
)

// sliderTrack is the handle of a ParamSlider on its track. It has no wheel: a lever
// must not move because the page is scrolled.
type sliderTrack struct {
	widget.BaseWidget

	slider  *ParamSlider
	tip     tip
	focused bool
	hovered bool

	held    bool    // between press and release
	pressed bool    // a press was seen, so that the tap after it is done already
	grab    float32 // where the handle was taken, from its middle
	heldKey fyne.KeyName

	stripImage *image.RGBA // of the strip at stripTone
	stripTone  fyne.ThemeVariant
}

func newSliderTrack(s *ParamSlider) *sliderTrack {
	t := &sliderTrack{slider: s}
	t.tip = tip{layer: s.spec.Tips, owner: s, text: func() string { return tipText(s.spec.Label, s.spec.Help) }}
	t.ExtendBaseWidget(t)
	return t
}

// Sizes of the parts of a track, in shares of the text size, so that they grow with
// large print.
const (
	handleShare = 1.0  // diameter of the handle
	haloShare   = 1.4  // diameter of the focus ring
	railShare   = 0.28 // height of the rail
	tickShare   = 0.74 // how far the tick at the base value stands up from the middle
	stripShare  = 0.42 // height of the strip under the rail
)

func (t *sliderTrack) end() float32 { return tonesOf(t.slider).text()*haloShare/2 + 1 }

func (t *sliderTrack) xOf(value float64) float32 {
	return t.end() + t.slider.stops.share(value)*(t.Size().Width-2*t.end())
}

func (t *sliderTrack) valueAt(x float32) float64 {
	length := t.Size().Width - 2*t.end()
	if length <= 0 {
		return t.slider.value
	}
	return t.slider.stops.at((x - t.end()) / length)
}

// Disabled keeps a slider that is off out of the order of focus.
func (t *sliderTrack) Disabled() bool { return t.slider.off }

// Disable does what ParamSlider.Disable does.
func (t *sliderTrack) Disable() { t.slider.Disable() }

// Enable does what ParamSlider.Enable does.
func (t *sliderTrack) Enable() { t.slider.Enable() }

// MouseDown takes the handle where it is, or brings it to the pointer.
func (t *sliderTrack) MouseDown(e *desktop.MouseEvent) {
	if t.slider.off || e.Button != desktop.MouseButtonPrimary {
		return
	}
	t.tip.leave()
	t.held, t.pressed, t.grab = true, true, 0 // first, so that the focus brings no tooltip
	t.requestFocus()
	handle := t.xOf(t.slider.value)
	if fyne.Max(e.Position.X-handle, handle-e.Position.X) <= tonesOf(t.slider).text()*handleShare/2+2 {
		t.grab = e.Position.X - handle
		t.Refresh()
		return
	}
	t.slider.move(t.valueAt(e.Position.X))
}

// MouseUp lets go.
func (t *sliderTrack) MouseUp(*desktop.MouseEvent) { t.letGo() }

// Dragged moves the handle.
func (t *sliderTrack) Dragged(e *fyne.DragEvent) {
	if t.slider.off {
		return
	}
	t.held = true
	t.slider.move(t.valueAt(e.Position.X - t.grab))
}

// DragEnd lets go; no tap comes after a drag.
func (t *sliderTrack) DragEnd() {
	t.pressed = false
	t.letGo()
}

// Tapped brings the handle to a place; after a press there is nothing left to do.
func (t *sliderTrack) Tapped(e *fyne.PointEvent) {
	if t.pressed {
		t.pressed = false
		return
	}
	if t.slider.off {
		return
	}
	t.requestFocus()
	t.slider.move(t.valueAt(e.Position.X))
	t.slider.settle()
}

func (t *sliderTrack) letGo() {
	t.held, t.grab = false, 0
	t.slider.settle()
	t.Refresh()
}

func (t *sliderTrack) requestFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil && c.Focused() != t {
		c.Focus(t)
	}
}

// Cursor is a hand over what can be moved.
func (t *sliderTrack) Cursor() desktop.Cursor {
	if t.slider.off {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn marks the handle.
func (t *sliderTrack) MouseIn(*desktop.MouseEvent) {
	t.hovered = true
	t.tip.enter()
	t.Refresh()
}

// MouseMoved is not used.
func (t *sliderTrack) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark away.
func (t *sliderTrack) MouseOut() {
	t.hovered = false
	t.tip.leave()
	t.Refresh()
}

// FocusGained marks the handle.
func (t *sliderTrack) FocusGained() {
	t.focused = true
	t.slider.focusGained()
	if !t.held {
		t.tip.enter()
	}
	t.Refresh()
}

// FocusLost ends what the keys were doing.
func (t *sliderTrack) FocusLost() {
	t.focused, t.heldKey = false, ""
	t.tip.leave()
	if !t.held {
		t.slider.settle()
	}
	t.Refresh()
}

// KeyDown notes which key is held, so that its repetitions are one change.
func (t *sliderTrack) KeyDown(e *fyne.KeyEvent) {
	t.slider.settle()
	t.heldKey = e.Name
}

// KeyUp ends the change that a held key made.
func (t *sliderTrack) KeyUp(e *fyne.KeyEvent) {
	if e.Name == t.heldKey {
		t.heldKey = ""
		t.slider.settle()
	}
}

// TypedRune starts a typed entry with a digit or a sign.
func (t *sliderTrack) TypedRune(r rune) {
	if t.slider.off || !unicode.IsDigit(r) && r != '-' && r != '.' && r != ',' {
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(t)
	if c == nil {
		return
	}
	c.Focus(t.slider.entry) // selects the number, so that the digit replaces it
	t.slider.entry.TypedRune(r)
}

// TypedKey moves by one place with the arrows, by a tenth of the range with Page Up
// and Page Down, to the ends with Home and End; Delete and Backspace lead back to
// the base value, and Return to the details.
func (t *sliderTrack) TypedKey(e *fyne.KeyEvent) {
	s := t.slider
	if s.off {
		return
	}
	t.tip.leave()
	var target float64
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		target = s.stops.step(s.value, -1)
	case fyne.KeyRight, fyne.KeyUp:
		target = s.stops.step(s.value, 1)
	case fyne.KeyPageDown:
		target = s.stops.step(s.value, -s.stops.page())
	case fyne.KeyPageUp:
		target = s.stops.step(s.value, s.stops.page())
	case fyne.KeyHome:
		target = s.stops.min()
	case fyne.KeyEnd:
		target = s.stops.max()
	case fyne.KeyBackspace, fyne.KeyDelete:
		s.Reset()
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.OnDetails != nil {
			s.OnDetails()
		}
		return
	default:
		PassOn(t, e)
		return
	}
	s.move(target)
	if t.heldKey != e.Name { // nobody will say when the key is let go
		s.settle()
	}
}

// AccessibilityLabel is the slider's.
func (t *sliderTrack) AccessibilityLabel() string { return t.slider.AccessibilityLabel() }

// AccessibilityRole is text.
func (t *sliderTrack) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (t *sliderTrack) CreateRenderer() fyne.WidgetRenderer {
	r := &trackRenderer{
		track:  t,
		rail:   canvas.NewRectangle(nil),
		beyond: canvas.NewRectangle(nil),
		change: canvas.NewRectangle(nil),
		strip:  &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest},
		tick:   canvas.NewRectangle(nil),
		ghost:  canvas.NewCircle(color.Transparent),
		halo:   canvas.NewCircle(color.Transparent),
		handle: canvas.NewCircle(nil),
	}
	r.Layout(t.Size())
	return r
}

// drawStrip turns levels into bars: the better, the taller and bluer; the worse, the
// lower and more orange. The bars end on one line, so that height alone tells.
func drawStrip(levels []float64, better, worse color.Color) *image.RGBA {
	const height, column = 24, 8
	img := image.NewRGBA(image.Rect(0, 0, max(1, len(levels)*column), height))
	for i, level := range levels {
		if math.IsNaN(level) {
			continue
		}
		level = math.Max(-1, math.Min(level, 1))
		ink := better
		if level < 0 {
			ink = worse
		}
		ink = faded(ink, 0.35+0.65*math.Abs(level))
		top := int(math.Round((1 - (0.2 + 0.8*(level+1)/2)) * height))
		for y := top; y < height; y++ {
			for x := i * column; x < (i+1)*column-1; x++ {
				img.Set(x, y, ink)
			}
		}
	}
	return img
}
