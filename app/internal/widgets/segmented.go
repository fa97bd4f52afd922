package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/assets"
)

var (
	_ fyne.Widget       = (*Segmented)(nil)
	_ fyne.Focusable    = (*Segmented)(nil)
	_ fyne.Tappable     = (*Segmented)(nil)
	_ fyne.Disableable  = (*Segmented)(nil)
	_ fyne.Accessible   = (*Segmented)(nil)
	_ desktop.Hoverable = (*Segmented)(nil)
)

// Segmented is a choice between a few words that stand side by side. The chosen one
// is told by its ground, by bold print and by a line under it.
type Segmented struct {
	widget.BaseWidget

	// OnChosen is called with the index that the user chose.
	OnChosen func(index int)

	name    string
	options []string
	chosen  int
	over    int // index under the pointer, -1 for none
	focused bool
	off     bool
}

// NewSegmented returns a choice of which the first option is taken. The name is for
// screen readers.
func NewSegmented(name string, options ...string) *Segmented {
	s := &Segmented{name: name, options: options, over: -1}
	s.ExtendBaseWidget(s)
	return s
}

// Chosen returns the index of the option that is taken.
func (s *Segmented) Chosen() int { return s.chosen }

// SetChosen takes another option and fires nothing; an index out of range is ignored.
func (s *Segmented) SetChosen(index int) {
	if index < 0 || index >= len(s.options) || index == s.chosen {
		return
	}
	s.chosen = index
	s.Refresh()
}

func (s *Segmented) choose(index int) {
	if s.off || index < 0 || index >= len(s.options) || index == s.chosen {
		return
	}
	s.SetChosen(index)
	if s.OnChosen != nil {
		s.OnChosen(index)
	}
}

// Enable lets the user choose.
func (s *Segmented) Enable() {
	s.off = false
	s.Refresh()
}

// Disable shows the choice without letting the user change it.
func (s *Segmented) Disable() {
	s.off = true
	s.Refresh()
}

// Disabled reports whether the user cannot choose.
func (s *Segmented) Disabled() bool { return s.off }

// Tapped chooses what is under the pointer.
func (s *Segmented) Tapped(e *fyne.PointEvent) { s.choose(s.indexAt(e.Position.X)) }

// MouseIn marks what is under the pointer.
func (s *Segmented) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved marks what is under the pointer.
func (s *Segmented) MouseMoved(e *desktop.MouseEvent) {
	if over := s.indexAt(e.Position.X); over != s.over {
		s.over = over
		s.Refresh()
	}
}

// MouseOut takes the mark away.
func (s *Segmented) MouseOut() {
	s.over = -1
	s.Refresh()
}

// FocusGained marks the choice.
func (s *Segmented) FocusGained() {
	s.focused = true
	s.Refresh()
}

// FocusLost takes the mark away.
func (s *Segmented) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedRune is not used.
func (s *Segmented) TypedRune(rune) {}

// TypedKey chooses the next option with the arrows, and the outer ones with Home and
// End.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.chosen - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.chosen + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.options) - 1)
	default:
		PassOn(s, e)
	}
}

// AccessibilityLabel returns the name and what is chosen.
func (s *Segmented) AccessibilityLabel() string {
	if len(s.options) == 0 {
		return s.name
	}
	return assets.F("widgets.segmented.spoken", s.name, s.options[s.chosen], s.chosen+1, len(s.options))
}

// AccessibilityRole is button.
func (s *Segmented) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// widths are the words in bold, whether chosen or not, so that choosing moves none.
func (s *Segmented) widths(tone tones) []float32 {
	widths := make([]float32, len(s.options))
	for i, option := range s.options {
		widths[i] = fyne.MeasureText(option, tone.text(), fyne.TextStyle{Bold: true}).Width + 4*tone.pad()
	}
	return widths
}

// edges are the borders between the options; what room is left over is shared out.
func (s *Segmented) edges() []float32 {
	widths := s.widths(tonesOf(s))
	var sum float32
	for _, w := range widths {
		sum += w
	}
	edges := make([]float32, 1, len(widths)+1)
	for _, w := range widths {
		w += (s.Size().Width - sum) / float32(len(widths))
		edges = append(edges, edges[len(edges)-1]+w)
	}
	return edges
}

func (s *Segmented) indexAt(x float32) int {
	edges := s.edges()
	for i := range s.options {
		if x >= edges[i] && x < edges[i+1] {
			return i
		}
	}
	return -1
}

// CreateRenderer is called by Fyne.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentedRenderer{
		choice: s, ground: canvas.NewRectangle(nil), taken: canvas.NewRectangle(nil),
		over: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
	}
	for range s.options {
		r.words = append(r.words, canvas.NewText("", nil))
	}
	r.Layout(s.Size())
	return r
}

type segmentedRenderer struct {
	choice                          *Segmented
	ground, taken, over, line, ring *canvas.Rectangle
	words                           []*canvas.Text
}

func (r *segmentedRenderer) Destroy() {}

func (r *segmentedRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground, r.over, r.taken, r.line}
	for _, word := range r.words {
		objects = append(objects, word)
	}
	return append(objects, r.ring)
}

func (r *segmentedRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.choice)
	size := fyne.NewSize(0, fyne.MeasureText("M", tone.text(), fyne.TextStyle{}).Height+2.5*tone.pad())
	for _, w := range r.choice.widths(tone) {
		size.Width += w
	}
	return size
}

func (r *segmentedRenderer) Refresh() {
	r.Layout(r.choice.Size())
	repaint(r.choice, r.Objects())
}

func (r *segmentedRenderer) Layout(size fyne.Size) {
	s := r.choice
	tone := tonesOf(s)
	radius := tone.size(theme.SizeNameInputRadius)
	accent := tone.color(ColorNameAccent)
	if s.off {
		accent = tone.color(ColorNameOutline)
	}
	r.ground.FillColor = tone.color(ColorNameSurface)
	r.ground.StrokeColor, r.ground.StrokeWidth, r.ground.CornerRadius = faded(tone.color(ColorNameOutline), 0.6), 1, radius
	r.ground.Resize(size)
	placeRing(r.ring, s.focused, accent, radius, fyne.NewPos(-2, -2), size.AddWidthHeight(4, 4))

	edges := s.edges()
	cell := func(o *canvas.Rectangle, i int, inset float32) {
		o.Hidden = i < 0 || i >= len(s.options)
		if !o.Hidden {
			o.CornerRadius = fyne.Max(0, radius-inset)
			o.Move(fyne.NewPos(edges[i]+inset, inset))
			o.Resize(fyne.NewSize(edges[i+1]-edges[i]-2*inset, size.Height-2*inset))
		}
	}
	r.over.FillColor = faded(tone.color(ColorNameTrack), 0.6)
	cell(r.over, s.over, 1)
	r.taken.FillColor = tone.color(theme.ColorNameBackground)
	r.taken.StrokeColor, r.taken.StrokeWidth = color.Transparent, 0
	cell(r.taken, s.chosen, 2)
	r.line.Hidden = len(s.options) == 0
	for i, word := range r.words {
		style, ink := fyne.TextStyle{}, tone.color(ColorNameMutedText)
		if i == s.chosen {
			style.Bold, ink = true, tone.color(ColorNameText)
		}
		room := edges[i+1] - edges[i]
		setLine(word, cutToWidth(s.options[i], room-tone.pad(), tone.text(), style), tone.text(), style, ink)
		min := word.MinSize()
		word.Move(fyne.NewPos(edges[i]+(room-min.Width)/2, (size.Height-min.Height)/2))
		word.Resize(min)
		if i == s.chosen {
			r.line.FillColor, r.line.CornerRadius = accent, 1
			r.line.Move(fyne.NewPos(edges[i]+(room-min.Width)/2, size.Height-4))
			r.line.Resize(fyne.NewSize(min.Width, 2))
		}
	}
}
