package widgets

import (
	"image"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget            = (*ChartView)(nil)
	_ fyne.Focusable         = (*ChartView)(nil)
	_ fyne.Tappable          = (*ChartView)(nil)
	_ fyne.SecondaryTappable = (*ChartView)(nil)
	_ fyne.Accessible        = (*ChartView)(nil)
	_ desktop.Hoverable      = (*ChartView)(nil)
	_ desktop.Cursorable     = (*ChartView)(nil)
)

// ChartView shows a chart that is drawn elsewhere, off the UI goroutine, in exactly
// the pixels it covers. Values are read off with the pointer or, when the view has
// the focus, with the arrow keys; neither needs a new picture.
type ChartView struct {
	pane

	// Name is the chart's title, for screen readers.
	Name string
	// Empty is the sentence shown while there is no picture.
	Empty string
	// Failed makes the sentence shown when a picture could not be drawn.
	Failed func(err error) string
	// AltText returns the chart's values as a table of text.
	AltText func() string
	// OnTapped is called for a click and for Return.
	OnTapped func()
	// OnMenu is called for the other button and for the menu key, with the place in
	// the window where a menu belongs.
	OnMenu func(at fyne.Position)

	min     fyne.Size
	focused bool
	hovered bool
	// reading tells whether values are read off, at which share of the width and
	// height, so that the place stays when the picture changes its size.
	reading bool
	atX     float32
	atY     float32
	readout string
	lineX   float32 // share of the width where the data stand
}

// NewChartView returns a view that draws in a group.
func NewChartView(group *ChartGroup) *ChartView {
	v := &ChartView{min: fyne.NewSize(160, 100)}
	v.init(v, group)
	return v
}

// SetMinSize sets the size below which the view does not shrink.
func (v *ChartView) SetMinSize(size fyne.Size) {
	v.min = size
	v.Refresh()
}

// TextAlternative returns the chart's values as text, for a table beside it, the
// clipboard or a screen reader.
func (v *ChartView) TextAlternative() string {
	if v.AltText == nil {
		return ""
	}
	return v.AltText()
}

// Readout returns the values that are being read off, and false if none are.
func (v *ChartView) Readout() (text string, shown bool) {
	return v.readout, v.reading && v.readout != ""
}

// AccessibilityLabel returns the chart's name and the values being read off.
func (v *ChartView) AccessibilityLabel() string {
	if text, shown := v.Readout(); shown {
		return v.Name + ": " + strings.ReplaceAll(text, "\n", ", ")
	}
	return v.Name
}

// AccessibilityRole is text: a chart is read.
func (v *ChartView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Cursor is a cross over a chart whose values can be read off.
func (v *ChartView) Cursor() desktop.Cursor {
	if v.picture.Inspect != nil {
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// MouseIn starts reading off values.
func (v *ChartView) MouseIn(e *desktop.MouseEvent) {
	v.hovered = true
	v.readAt(e.Position)
}

// MouseMoved moves the read-out.
func (v *ChartView) MouseMoved(e *desktop.MouseEvent) { v.readAt(e.Position) }

// MouseOut ends reading off values.
func (v *ChartView) MouseOut() {
	v.hovered = false
	v.stopReading()
}

// Tapped gives the view the focus.
func (v *ChartView) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	if v.OnTapped != nil {
		v.OnTapped()
	}
}

// TappedSecondary asks for the menu.
func (v *ChartView) TappedSecondary(e *fyne.PointEvent) {
	if v.OnMenu != nil {
		v.OnMenu(e.AbsolutePosition)
	}
}

// FocusGained shows the latest values, as the pointer would.
func (v *ChartView) FocusGained() {
	v.focused = true
	if !v.hovered {
		v.readLast()
	}
	v.Refresh()
}

// FocusLost ends reading off values.
func (v *ChartView) FocusLost() {
	v.focused = false
	if !v.hovered {
		v.stopReading()
	}
	v.Refresh()
}

// TypedRune is not used.
func (v *ChartView) TypedRune(rune) {}

// TypedKey moves the read-out: a step with the arrows, ten with Page Up and Page
// Down, to the ends with Home and End. Escape puts it away.
func (v *ChartView) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		v.step(-1, 1)
	case fyne.KeyRight:
		v.step(1, 1)
	case fyne.KeyPageUp:
		v.step(-1, 10)
	case fyne.KeyPageDown:
		v.step(1, 10)
	case fyne.KeyHome:
		v.readFirst()
	case fyne.KeyEnd:
		v.readLast()
	case fyne.KeyEscape:
		if !v.reading {
			PassOn(v, e)
		}
		v.stopReading()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if v.OnTapped != nil {
			v.OnTapped()
		}
	case desktop.KeyMenu:
		if v.OnMenu != nil {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v)
			v.OnMenu(at.AddXY(v.Size().Width/2, v.Size().Height/2))
		}
	default:
		PassOn(v, e)
	}
}

// plotArea is the area inside the axes as shares of the picture.
func (v *ChartView) plotArea() (left, top, right, bottom float32) {
	img := v.picture.Image
	if img == nil {
		return 0, 0, 1, 1
	}
	area := v.picture.Plot.Intersect(img.Rect)
	if area.Empty() {
		area = image.Rect(0, 0, img.Rect.Dx(), img.Rect.Dy())
	}
	w, h := float32(img.Rect.Dx()), float32(img.Rect.Dy())
	return float32(area.Min.X) / w, float32(area.Min.Y) / h, float32(area.Max.X) / w, float32(area.Max.Y) / h
}

func (v *ChartView) readAt(pos fyne.Position) {
	size := v.Size()
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	v.reading, v.atX, v.atY = true, pos.X/size.Width, pos.Y/size.Height
	v.read()
}

// read looks up the values at the present place.
func (v *ChartView) read() {
	v.readout = ""
	if x, text, ok := v.inspect(v.atX); ok {
		v.readout, v.lineX = text, x
	}
	v.Refresh()
}

// inspect works in shares of the width; the picture works in its own pixels.
func (v *ChartView) inspect(share float32) (x float32, text string, ok bool) {
	if v.picture.Inspect == nil || v.picture.Image == nil {
		return 0, "", false
	}
	bounds := v.picture.Image.Rect
	x, text, ok = v.picture.Inspect(share*float32(bounds.Dx()), v.atY*float32(bounds.Dy()))
	return x / float32(bounds.Dx()), text, ok && text != ""
}

func (v *ChartView) stopReading() {
	v.reading, v.readout = false, ""
	v.Refresh()
}

func (v *ChartView) readFirst() {
	left, _, _, _ := v.plotArea()
	v.startByKey(left, 1)
}

func (v *ChartView) readLast() {
	_, _, right, _ := v.plotArea()
	v.startByKey(right, -1)
}

// startByKey reads the first values from an edge inwards.
func (v *ChartView) startByKey(edge float32, direction float32) {
	_, top, _, bottom := v.plotArea()
	v.atY = top + (bottom-top)/4
	if x, ok := v.nextData(edge-direction*v.pixel(), direction, edge-2*direction); ok {
		v.reading, v.atX = true, x
		v.read()
	}
}

// step moves on by a number of data points and stays at the last one.
func (v *ChartView) step(direction float32, times int) {
	if !v.reading || v.readout == "" {
		v.readLast()
		return
	}
	at := v.lineX
	for range times {
		next, ok := v.nextData(at, direction, at)
		if !ok {
			break
		}
		at = next
	}
	v.atX = at
	v.read()
}

// nextData goes pixel by pixel until the data stand somewhere else than at present.
func (v *ChartView) nextData(from, direction, present float32) (x float32, ok bool) {
	left, _, right, _ := v.plotArea()
	pixel := v.pixel()
	for at := from + direction*pixel; at >= left-pixel && at <= right+pixel; at += direction * pixel {
		x, _, ok := v.inspect(at)
		if ok && math.Abs(float64(x-present)) > float64(pixel)/4 && (x-present)*direction > 0 {
			return x, true
		}
	}
	return 0, false
}

// pixel is one pixel of the picture as a share of its width.
func (v *ChartView) pixel() float32 {
	if v.picture.Image == nil || v.picture.Image.Rect.Dx() == 0 {
		return 1
	}
	return 1 / float32(v.picture.Image.Rect.Dx())
}

// message is what is said in place of a picture.
func (v *ChartView) message() string {
	switch {
	case v.problem != nil && v.Failed != nil:
		return v.Failed(v.problem)
	case v.problem == nil && v.picture.Image == nil:
		return v.Empty
	}
	return ""
}
