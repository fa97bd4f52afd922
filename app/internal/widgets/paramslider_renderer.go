package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// trackRenderer draws, from back to front: rail, what of it has no effect, the change
// since the base value, the strip, the tick of the base value, marks of tipping points, the ghost handle,
// the ring of focus and the handle.
type trackRenderer struct {
	track               *sliderTrack
	rail, change, tick  *canvas.Rectangle
	beyond              *canvas.Rectangle // the rail where nothing more happens
	strip               *canvas.Image
	ghost, halo, handle *canvas.Circle
	tipping             []*canvas.ArbitraryPolygon
}

func (r *trackRenderer) Destroy() {}

func (r *trackRenderer) MinSize() fyne.Size {
	text := tonesOf(r.track.slider).text()
	return fyne.NewSize(6*text, float32(math.Ceil(float64(text*haloShare+1))))
}

func (r *trackRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.beyond, r.rail, r.change, r.strip, r.tick}
	for _, mark := range r.tipping {
		objects = append(objects, mark)
	}
	return append(objects, r.ghost, r.halo, r.handle)
}

func (r *trackRenderer) Refresh() {
	r.Layout(r.track.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.track)
}

func (r *trackRenderer) Layout(size fyne.Size) {
	t, s := r.track, r.track.slider
	tone := tonesOf(s)
	text, middle := tone.text(), size.Height/2
	accent, quiet := tone.color(ColorNameAccent), tone.color(ColorNameOutline)
	if s.off {
		accent = quiet
	}

	rail := text * railShare
	left, right := t.end(), size.Width-t.end()
	r.rail.FillColor, r.rail.CornerRadius = tone.color(ColorNameTrack), rail/2
	at, base, limit := t.xOf(s.value), t.xOf(s.spec.Base), t.xOf(s.limit())
	r.rail.Move(fyne.NewPos(left-rail/2, middle-rail/2))
	r.rail.Resize(fyne.NewSize(limit-left+rail, rail))
	r.beyond.FillColor = tone.color(ColorNameOutline)
	r.beyond.Hidden = right-limit < 1
	r.beyond.Move(fyne.NewPos(limit, middle-0.5))
	r.beyond.Resize(fyne.NewSize(right-limit, 1))

	r.change.FillColor, r.change.CornerRadius = accent, rail/2
	r.change.Hidden = !s.Dirty()
	end := fyne.Min(at, fyne.Max(limit, base))
	r.change.Move(fyne.NewPos(fyne.Min(end, base), middle-rail/2))
	r.change.Resize(fyne.NewSize(fyne.Max(end, base)-fyne.Min(end, base), rail))

	tick := text * tickShare
	r.tick.FillColor = tone.color(ColorNameText)
	r.tick.Hidden = !s.stops.contains(s.spec.Base)
	r.tick.Move(fyne.NewPos(base-1, middle-tick))
	r.tick.Resize(fyne.NewSize(2, tick+rail)) // upwards, where it is clear of strip and word

	circle(r.handle, at, middle, text*handleShare)
	r.handle.FillColor, r.handle.StrokeColor, r.handle.StrokeWidth = accent, tone.color(theme.ColorNameBackground), 1.5
	if s.spec.Badge != "" {
		circle(r.handle, at, middle, text*handleShare*0.82) // a ring is drawn around its middle line
		r.handle.FillColor, r.handle.StrokeColor, r.handle.StrokeWidth = tone.color(theme.ColorNameBackground), accent, text*0.18
	}
	circle(r.halo, at, middle, text*haloShare)
	r.halo.StrokeColor, r.halo.StrokeWidth, r.halo.FillColor = color.Transparent, 0, color.Transparent
	switch {
	case t.focused:
		r.halo.StrokeColor, r.halo.StrokeWidth = accent, 2
	case (t.hovered || t.held) && !s.off:
		r.halo.FillColor = faded(accent, 0.25)
	}

	r.ghost.Hidden = math.IsNaN(s.ghost)
	if !r.ghost.Hidden {
		circle(r.ghost, t.xOf(s.ghost), middle, text*handleShare*0.86)
		r.ghost.StrokeColor, r.ghost.StrokeWidth = tone.color(ColorNameGhost), 2
	}
	r.layoutStrip(tone, left, right, middle+rail/2+1, text*stripShare)
}

// layoutStrip puts the bars under the rail and a mark below each tipping point.
func (r *trackRenderer) layoutStrip(tone tones, left, right, top, height float32) {
	t, s := r.track, r.track.slider
	r.strip.Hidden = len(s.strip.Levels) == 0
	if !r.strip.Hidden {
		if t.stripImage == nil || t.stripTone != tone.variant {
			t.stripImage = drawStrip(s.strip.Levels, tone.color(ColorNameBetter), tone.color(ColorNameWorse))
			t.stripTone = tone.variant
		}
		r.strip.Image = t.stripImage
		r.strip.Move(fyne.NewPos(left, top))
		r.strip.Resize(fyne.NewSize(right-left, height))
	}
	for len(r.tipping) < len(s.strip.Tipping) {
		r.tipping = append(r.tipping, canvas.NewArbitraryPolygon(nil, nil))
	}
	r.tipping = r.tipping[:len(s.strip.Tipping)]
	for i, mark := range r.tipping {
		half := height * 0.75
		mark.Points = []fyne.Position{{X: half, Y: 0}, {X: 2 * half, Y: height}, {X: 0, Y: height}}
		mark.FillColor = tone.color(ColorNameText)
		mark.Move(fyne.NewPos(t.xOf(s.strip.Tipping[i])-half, top+height*0.6))
		mark.Resize(fyne.NewSize(2*half, height))
	}
}

func circle(c *canvas.Circle, x, y, diameter float32) {
	c.Resize(fyne.NewSquareSize(diameter))
	c.Move(fyne.NewPos(x-diameter/2, y-diameter/2))
}

// sliderRenderer lays a ParamSlider out: label and number on the first line, the
// track on the second with the key to reset at its end, and a line of small print
// that overlaps the track a little: the badge at the left, the word under the handle.
type sliderRenderer struct {
	slider               *ParamSlider
	unit, caption, badge *canvas.Text
	frame                *canvas.Rectangle // behind the badge
}

func (r *sliderRenderer) Destroy() {}

func (r *sliderRenderer) Objects() []fyne.CanvasObject {
	s := r.slider
	return []fyne.CanvasObject{s.label, r.unit, r.frame, r.badge, s.track, s.entry.override, s.reset, r.caption}
}

// overlap is how far the small print reaches up beside the handle.
const overlap = 3

func (r *sliderRenderer) rows() (first, second, third float32) {
	tone := tonesOf(r.slider)
	first = fyne.Max(r.slider.label.MinSize().Height, r.slider.entry.override.MinSize().Height)
	second = r.slider.track.MinSize().Height
	third = fyne.MeasureText("M", tone.caption(), fyne.TextStyle{}).Height - 2
	return first, second, third
}

func (r *sliderRenderer) MinSize() fyne.Size {
	first, second, third := r.rows()
	tone := tonesOf(r.slider)
	width := 5*tone.text() + r.entryWidth(tone) + r.slider.unitWidth(tone) + 3*tone.pad()
	return fyne.NewSize(width, first+second+third-overlap)
}

// entryWidth has room for the longest number of the table.
func (r *sliderRenderer) entryWidth(tone tones) float32 {
	s := r.slider
	var widest float32
	stride := max(1, len(s.stops)/50)
	measure := func(v float64) {
		widest = fyne.Max(widest, fyne.MeasureText(s.spec.Format(v), tone.text(), fyne.TextStyle{}).Width)
	}
	for i := 0; i < len(s.stops); i += stride {
		measure(s.stops[i])
	}
	measure(s.stops.max())
	return fyne.Max(3*tone.text(), widest+tone.text())
}

func (r *sliderRenderer) Layout(size fyne.Size) {
	s := r.slider
	tone := tonesOf(s)
	first, second, third := r.rows()
	entry, unit := r.entryWidth(tone), s.unitWidth(tone)
	gap := tone.pad()

	x := size.Width
	if unit > 0 {
		x -= unit
		r.unit.Move(fyne.NewPos(x, 0))
		r.unit.Resize(fyne.NewSize(unit, first))
		x -= gap
	}
	x -= entry
	s.entry.override.Move(fyne.NewPos(x, 0))
	s.entry.override.Resize(fyne.NewSize(entry, first))
	label := s.label.MinSize().Height
	s.label.Move(fyne.NewPos(0, (first-label)/2))
	s.label.Resize(fyne.NewSize(fyne.Max(0, x-2*gap), label))

	key := second
	s.track.Move(fyne.NewPos(-1, first))
	s.track.Resize(fyne.NewSize(size.Width-key-gap+1, second))
	s.reset.Move(fyne.NewPos(size.Width-key, first))
	s.reset.Resize(fyne.NewSquareSize(key))
	r.placeCaption(tone, size, first+second-overlap, third)
}

// placeCaption writes the word under the handle, or over the whole width what is
// wrong.
func (r *sliderRenderer) placeCaption(tone tones, size fyne.Size, y, height float32) {
	s := r.slider
	left := r.placeBadge(tone, y, height)
	if s.problem != "" {
		setLine(r.caption, cutToWidth(s.problem, size.Width, tone.caption(), fyne.TextStyle{Bold: true}),
			tone.caption(), fyne.TextStyle{Bold: true}, tone.color(ColorNameErrorText))
		r.caption.Move(fyne.NewPos(0, y))
		r.caption.Resize(fyne.NewSize(size.Width, height))
		return
	}
	word := cutToWidth(s.word(), size.Width-left, tone.caption(), fyne.TextStyle{})
	setLine(r.caption, word, tone.caption(), fyne.TextStyle{}, tone.color(ColorNameMutedText))
	width := r.caption.MinSize().Width
	x := s.track.Position().X + s.track.xOf(s.value) - width/2
	r.caption.Move(fyne.NewPos(fyne.Max(left, clamp(x, 0, size.Width-width)), y))
	r.caption.Resize(fyne.NewSize(width, height))
}

// placeBadge writes the badge at the left end of the small print, and returns where
// the rest may begin. A sentence about what is wrong has the line to itself.
func (r *sliderRenderer) placeBadge(tone tones, y, height float32) (end float32) {
	s := r.slider
	shown := s.spec.Badge != "" && s.problem == ""
	r.badge.Hidden, r.frame.Hidden = !shown, !shown
	if !shown {
		return 0
	}
	size := tone.caption() * 0.92
	setLine(r.badge, s.spec.Badge, size, fyne.TextStyle{}, tone.color(ColorNameText))
	word := r.badge.MinSize()
	width := word.Width + tone.text()*0.9
	// As high as the print, in the middle of the line and a hair below it.
	top := y + (height-word.Height)/2 + 1
	r.frame.FillColor, r.frame.CornerRadius = tone.color(ColorNameTrack), tone.size(theme.SizeNameInputRadius)*0.8
	r.frame.Move(fyne.NewPos(0, top))
	r.frame.Resize(fyne.NewSize(width, word.Height))
	r.badge.Move(fyne.NewPos((width-word.Width)/2, top))
	r.badge.Resize(word)
	return width + tone.pad()
}

func (r *sliderRenderer) Refresh() {
	r.update()
	canvas.Refresh(r.slider)
}

func (r *sliderRenderer) update() {
	s := r.slider
	tone := tonesOf(s)
	setLine(r.unit, s.spec.Unit, tone.caption(), fyne.TextStyle{}, tone.color(ColorNameMutedText))
	s.entry.sync()
	s.reset.Hidden = !s.Dirty() || s.off
	r.Layout(s.Size())
	s.label.Refresh()
	s.track.Refresh()
	s.reset.Refresh()
}
