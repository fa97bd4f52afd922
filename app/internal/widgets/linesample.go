package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*LineSample)(nil)
	_ fyne.Accessible = (*LineSample)(nil)
)

// LineStyle is how a series is drawn.
type LineStyle struct {
	// Color is the colour of the line.
	Color color.Color
	// Width is the thickness of the line [units].
	Width float32
	// Dashes are lengths [units], drawn and left out in turn; none is a solid line.
	Dashes []float32
	// Band paints the range around the line as well.
	Band bool
}

// LineSample is an entry of a legend: a piece of the line and its name, so that a
// series is known by its dashes where its colour is not.
type LineSample struct {
	widget.BaseWidget

	label string
	style LineStyle
}

// NewLineSample returns an entry of a legend.
func NewLineSample(label string, style LineStyle) *LineSample {
	s := &LineSample{label: label, style: style}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows another name and style, as when the ground changes.
func (s *LineSample) Set(label string, style LineStyle) {
	s.label, s.style = label, style
	s.Refresh()
}

// AccessibilityLabel returns the name.
func (s *LineSample) AccessibilityLabel() string { return s.label }

// AccessibilityRole is text.
func (s *LineSample) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (s *LineSample) CreateRenderer() fyne.WidgetRenderer {
	r := &lineSampleRenderer{sample: s, band: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	r.Layout(s.Size())
	return r
}

type lineSampleRenderer struct {
	sample *LineSample
	band   *canvas.Rectangle
	pieces []*canvas.Rectangle
	text   *canvas.Text
}

func (r *lineSampleRenderer) Destroy() {}

func (r *lineSampleRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.band}
	for _, piece := range r.pieces {
		objects = append(objects, piece)
	}
	return append(objects, r.text)
}

func (r *lineSampleRenderer) Refresh() {
	r.Layout(r.sample.Size())
	repaint(r.sample, r.Objects())
}

func sampleWidth(tone tones) float32 { return 2.2 * tone.text() }

func (r *lineSampleRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.sample)
	text := fyne.MeasureText(r.sample.label, tone.caption(), fyne.TextStyle{})
	return fyne.NewSize(sampleWidth(tone)+1.5*tone.pad()+text.Width, text.Height)
}

func (r *lineSampleRenderer) Layout(size fyne.Size) {
	tone := tonesOf(r.sample)
	style := r.sample.style
	if style.Color == nil {
		style.Color = tone.color(ColorNameText)
	}
	width := sampleWidth(tone)
	r.band.Hidden = !style.Band
	r.band.FillColor = faded(style.Color, 0.25)
	r.band.Move(fyne.NewPos(0, size.Height*0.15))
	r.band.Resize(fyne.NewSize(width, size.Height*0.7))

	spans := dashSpans(style.Dashes, width)
	for len(r.pieces) < len(spans) {
		r.pieces = append(r.pieces, canvas.NewRectangle(nil))
	}
	r.pieces = r.pieces[:len(spans)]
	thick := fyne.Max(1, style.Width)
	for i, span := range spans {
		r.pieces[i].FillColor = style.Color
		r.pieces[i].Move(fyne.NewPos(span[0], (size.Height-thick)/2))
		r.pieces[i].Resize(fyne.NewSize(span[1]-span[0], thick))
	}
	x := width + 1.5*tone.pad()
	label := cutToWidth(r.sample.label, fyne.Max(0, size.Width-x)+0.5, tone.caption(), fyne.TextStyle{})
	setLine(r.text, label, tone.caption(), fyne.TextStyle{}, tone.color(ColorNameText))
	min := r.text.MinSize()
	r.text.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
	r.text.Resize(min)
}

// dashSpans cuts a line into what is drawn of it. An odd list of lengths is gone
// through twice, and lengths that are not above zero make a solid line.
func dashSpans(dashes []float32, width float32) [][2]float32 {
	var sum float32
	for _, d := range dashes {
		if d <= 0 {
			return [][2]float32{{0, width}}
		}
		sum += d
	}
	if sum == 0 {
		return [][2]float32{{0, width}}
	}
	var spans [][2]float32
	x := float32(0)
	for i := 0; x < width; i++ {
		end := fyne.Min(width, x+dashes[i%len(dashes)])
		if i%2 == 0 {
			spans = append(spans, [2]float32{x, end})
		}
		x = end
	}
	return spans
}
