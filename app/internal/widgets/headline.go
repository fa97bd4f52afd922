package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*Headline)(nil)
	_ fyne.Accessible = (*Headline)(nil)

	_ desktop.Hoverable = (*Headline)(nil)
)

// HeadlineFigures is what a Headline shows.
type HeadlineFigures struct {
	// Number is the figure as it is written, and Unit what stands behind it.
	Number, Unit string
	// UnitShort stands in place of Unit where that has no room.
	UnitShort string
	// Words is the one line that says what it means.
	Words string
	// Before and After are the figure before and after cost, Reference what both are
	// held against; Low and High are the ends of the bar. With Low not below High
	// there is no bar.
	Before, After, Reference, Low, High float64
	// LowLabel and HighLabel are the ends of the bar as they are written, beside it.
	LowLabel, HighLabel string
	// BeforeLabel and AfterLabel name the two figures; each stands under its own.
	BeforeLabel, AfterLabel string
	// Spoken says all of it, for screen readers.
	Spoken string
}

// Headline is the largest thing on the screen: a number with its unit, one line of
// words, and one bar for the figure before and after cost, with its scale. The part that
// is left after cost is solid; what cost takes, or saved cost gives back, is an outline
// between the two figures.
type Headline struct {
	widget.BaseWidget
	hoverTip

	figures HeadlineFigures
	pending bool
}

// NewHeadline returns a headline that shows nothing yet.
func NewHeadline() *Headline {
	h := &Headline{}
	h.ExtendBaseWidget(h)
	return h
}

// Set shows other figures.
func (h *Headline) Set(figures HeadlineFigures) {
	h.figures, h.pending = figures, false
	h.Refresh()
}

// SetTip says, in a tooltip, what the figures are.
func (h *Headline) SetTip(tips *TooltipLayer, text string) { h.setTip(tips, h, text) }

// SetPending greys the figures while newer ones are worked out.
func (h *Headline) SetPending(pending bool) {
	if h.pending != pending {
		h.pending = pending
		h.Refresh()
	}
}

// AccessibilityLabel returns the figures in words.
func (h *Headline) AccessibilityLabel() string { return h.figures.Spoken }

// AccessibilityRole is text.
func (h *Headline) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (h *Headline) CreateRenderer() fyne.WidgetRenderer {
	r := &headlineRenderer{
		view: h, number: canvas.NewText("", nil), unit: canvas.NewText("", nil),
		before: canvas.NewText("", nil), after: canvas.NewText("", nil), words: newTextBlock(),
		low: canvas.NewText("", nil), high: canvas.NewText("", nil),
		track: canvas.NewRectangle(nil), cost: canvas.NewRectangle(nil),
		net: canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil),
	}
	r.Layout(h.Size())
	return r
}

type headlineRenderer struct {
	view                        *Headline
	number, unit, before, after *canvas.Text
	low, high                   *canvas.Text // the ends of the bar
	words                       *textBlock
	track, cost, net, mark      *canvas.Rectangle
}

func (r *headlineRenderer) Destroy() {}

func (r *headlineRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.number, r.unit}
	objects = append(objects, r.words.objects()...)
	return append(objects, r.track, r.net, r.cost, r.mark, r.low, r.high, r.after, r.before)
}

func (r *headlineRenderer) Refresh() {
	r.Layout(r.view.Size())
	repaint(r.view, r.Objects())
}

// numberSize is the size of the big figure.
func numberSize(tone tones) float32 { return tone.size(theme.SizeNameHeadingText) * 1.75 }

// wordsSize is the size of the line of words under it.
func wordsSize(tone tones) float32 { return tone.text() }

func (r *headlineRenderer) hasBar() bool {
	f := r.view.figures
	return f.Low < f.High
}

func (r *headlineRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.view)
	bold := fyne.TextStyle{Bold: true}
	size := fyne.MeasureText("000", numberSize(tone), bold)
	size.Width = fyne.Max(size.Width*1.6, 14*tone.text())
	// The words need as many lines as they take at the present width.
	lines := 1
	if width := r.view.Size().Width; width > 0 {
		lines = max(1, len(wrapToWidth(r.view.figures.Words, width, wordsSize(tone), fyne.TextStyle{})))
	}
	size.Height += float32(lines) * fyne.MeasureText("M", wordsSize(tone), fyne.TextStyle{}).Height
	if r.hasBar() {
		size.Height += tone.text() + 2*tone.pad() + fyne.MeasureText("M", tone.caption(), fyne.TextStyle{}).Height
	}
	return size
}

func (r *headlineRenderer) Layout(size fyne.Size) {
	f := r.view.figures
	tone := tonesOf(r.view)
	ink, muted := tone.color(ColorNameText), tone.color(ColorNameMutedText)
	if r.view.pending {
		ink = muted
	}
	bold := fyne.TextStyle{Bold: true}
	setLine(r.number, f.Number, numberSize(tone), bold, ink)
	number := r.number.MinSize()
	r.number.Move(fyne.NewPos(0, 0))
	r.number.Resize(number)

	room := size.Width - number.Width - 2*tone.pad()
	unitSize := tone.size(theme.SizeNameSubHeadingText)
	words := f.Unit
	if f.UnitShort != "" && fyne.MeasureText(words, unitSize, fyne.TextStyle{}).Width > room {
		words = f.UnitShort
	}
	setLine(r.unit, cutToWidth(words, room, unitSize, fyne.TextStyle{}), unitSize, fyne.TextStyle{}, muted)
	unit := r.unit.MinSize()
	r.unit.Move(fyne.NewPos(number.Width+2*tone.pad(), number.Height*0.8-unit.Height*0.8))
	r.unit.Resize(unit)

	y := number.Height
	bar := float32(0)
	caption := fyne.MeasureText("M", tone.caption(), fyne.TextStyle{}).Height
	if r.hasBar() {
		bar = tone.text() + 2*tone.pad() + caption
	}
	line := fyne.MeasureText("M", wordsSize(tone), fyne.TextStyle{}).Height
	lines := wrapToWidth(f.Words, size.Width, wordsSize(tone), fyne.TextStyle{})
	const slack = 0.05 // of a line: what was measured before may be a hair less now
	if most := max(1, int((size.Height-y-bar)/line+slack)); len(lines) > most {
		lines = lines[:most]
		lines[most-1] = cutToWidth(lines[most-1]+" "+ellipsis, size.Width, wordsSize(tone), fyne.TextStyle{})
	}
	r.words.set(lines, wordsSize(tone), ink, false)
	r.words.show(true)
	said := r.words.size()
	r.words.place(fyne.NewPos(0, y), said, fyne.TextAlignLeading)
	r.placeBar(tone, fyne.NewPos(0, y+said.Height+2*tone.pad()), fyne.NewSize(size.Width, tone.text()))
}

func (r *headlineRenderer) placeBar(tone tones, pos fyne.Position, size fyne.Size) {
	f := r.view.figures
	for _, o := range []*canvas.Rectangle{r.track, r.cost, r.net, r.mark} {
		o.Hidden = !r.hasBar()
	}
	for _, o := range []*canvas.Text{r.after, r.before, r.low, r.high} {
		o.Hidden = !r.hasBar()
	}
	if !r.hasBar() {
		return
	}
	left, right := r.placeScale(tone, pos, size)
	x := func(v float64) float32 {
		share := math.Max(0, math.Min((v-f.Low)/(f.High-f.Low), 1))
		return left + float32(share)*(right-left)
	}
	ink := tone.color(ColorNameText)
	switch {
	case f.After > f.Reference:
		ink = tone.color(ColorNameBetter)
	case f.After < f.Reference:
		ink = tone.color(ColorNameWorse)
	}
	height := size.Height * 0.6
	span := func(o *canvas.Rectangle, from, to float64) {
		a, b := x(math.Min(from, to)), x(math.Max(from, to))
		o.Move(fyne.NewPos(a, pos.Y+(size.Height-height)/2))
		o.Resize(fyne.NewSize(b-a, height))
		o.Hidden = b-a < 0.5
	}
	span(r.track, f.Low, f.High)
	r.track.FillColor, r.track.CornerRadius = tone.color(ColorNameTrack), 2
	span(r.cost, f.After, f.Before)
	r.cost.FillColor = tone.color(theme.ColorNameBackground)
	r.cost.StrokeColor, r.cost.StrokeWidth = ink, 1.5
	if !r.cost.Hidden { // the outline is drawn around the edge; keep it inside the bar
		r.cost.Move(r.cost.Position().AddXY(0, 0.75))
		r.cost.Resize(r.cost.Size().SubtractWidthHeight(0, 1.5))
	}
	span(r.net, f.Reference, f.After)
	r.net.FillColor = ink
	r.mark.FillColor = tone.color(ColorNameText)
	r.mark.Move(fyne.NewPos(x(f.Reference)-1, pos.Y))
	r.mark.Resize(fyne.NewSize(2, size.Height))
	r.placeBarLabels(tone, fyne.NewPos(0, pos.Y+size.Height), size.Width, x, ink)
}

// placeScale writes the ends of the bar beside it and returns what is left for the bar.
func (r *headlineRenderer) placeScale(tone tones, pos fyne.Position, size fyne.Size) (left, right float32) {
	f := r.view.figures
	muted := tone.color(ColorNameMutedText)
	setLine(r.low, f.LowLabel, tone.caption(), fyne.TextStyle{}, muted)
	setLine(r.high, f.HighLabel, tone.caption(), fyne.TextStyle{}, muted)
	low, high := r.low.MinSize(), r.high.MinSize()
	room := func(label string, width float32) float32 {
		if label == "" {
			return 0
		}
		return width + tone.pad()
	}
	r.low.Move(fyne.NewPos(0, pos.Y+(size.Height-low.Height)/2))
	r.low.Resize(low)
	r.high.Move(fyne.NewPos(size.Width-high.Width, pos.Y+(size.Height-high.Height)/2))
	r.high.Resize(high)
	return room(f.LowLabel, low.Width), size.Width - room(f.HighLabel, high.Width)
}

// placeBarLabels writes each figure under its own end of the bar. The lower one ends
// at its mark and the higher one begins at its own, so that they stay apart however
// near to each other the figures are; where an edge leaves no room, both move.
func (r *headlineRenderer) placeBarLabels(tone tones, pos fyne.Position, width float32, at func(float64) float32, ink color.Color) {
	f := r.view.figures
	bold := fyne.TextStyle{Bold: true}
	gap := 2 * tone.pad()
	setLine(r.after, cutToWidth(f.AfterLabel, (width-gap)/2, tone.caption(), bold), tone.caption(), bold, ink)
	setLine(r.before, cutToWidth(f.BeforeLabel, (width-gap)/2, tone.caption(), fyne.TextStyle{}), tone.caption(), fyne.TextStyle{}, tone.color(ColorNameMutedText))
	low, high := r.after, r.before
	lowAt, highAt := at(f.After), at(f.Before)
	if f.Before < f.After { // the programme saves cost
		low, high, lowAt, highAt = high, low, highAt, lowAt
	}
	lowWidth, highWidth := low.MinSize().Width, high.MinSize().Width
	// Centred under their marks as long as that leaves a gap between them.
	x, y := lowAt-lowWidth/2, highAt-highWidth/2
	if x+lowWidth+gap > y {
		x, y = lowAt-lowWidth, highAt
		if y-lowAt < gap {
			middle := (lowAt + highAt) / 2
			x, y = middle-gap/2-lowWidth, middle+gap/2
		}
	}
	x = clamp(x, 0, width-lowWidth-gap-highWidth)
	y = clamp(y, x+lowWidth+gap, width-highWidth)
	x = fyne.Min(x, y-gap-lowWidth)
	low.Move(pos.AddXY(x, 0))
	high.Move(pos.AddXY(y, 0))
	low.Resize(low.MinSize())
	high.Resize(high.MinSize())
}
