package widgets

import (
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*QuantileDots)(nil)
	_ fyne.Accessible = (*QuantileDots)(nil)

	_ desktop.Hoverable = (*QuantileDots)(nil)
)

// Dots is what a QuantileDots shows.
type Dots struct {
	// Values are equally likely outcomes, as a rule twenty.
	Values []float64
	// Reference is the value that the outcomes are held against.
	Reference float64
	// Low and High are the ends of the axis. Values beyond them stand at the end.
	Low, High float64
	// LowLabel, HighLabel and ReferenceLabel are written under the axis.
	LowLabel, HighLabel, ReferenceLabel string
	// Spoken says the same in words, for screen readers.
	Spoken string
}

// QuantileDots shows a distribution as a few dots of equal weight on an axis, after
// Kay, Kola, Hullman and Munson, "When (ish) is my bus?" (2016): chances are counted,
// not judged. Dots above the reference are filled, the others are rings, and none
// crosses the reference line. Where every outcome is the reference itself, nothing is
// better or worse: the dots are grey and gather around the line.
type QuantileDots struct {
	widget.BaseWidget
	hoverTip

	dots Dots
	min  fyne.Size
}

// NewQuantileDots returns dots that show nothing yet.
func NewQuantileDots() *QuantileDots {
	d := &QuantileDots{min: fyne.NewSize(180, 64)}
	d.ExtendBaseWidget(d)
	return d
}

// Set shows other outcomes.
func (d *QuantileDots) Set(dots Dots) {
	values := make([]float64, 0, len(dots.Values))
	for _, v := range dots.Values {
		if !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	dots.Values = values
	d.dots = dots
	d.Refresh()
}

// SetTip says, in a tooltip, what the dots are.
func (d *QuantileDots) SetTip(tips *TooltipLayer, text string) { d.setTip(tips, d, text) }

// SetMinSize sets the size below which the dots do not shrink.
func (d *QuantileDots) SetMinSize(size fyne.Size) {
	d.min = size
	d.Refresh()
}

// Above returns how many outcomes lie above the reference, and how many there are.
func (d *QuantileDots) Above() (above, all int) {
	for _, v := range d.dots.Values {
		if v > d.dots.Reference {
			above++
		}
	}
	return above, len(d.dots.Values)
}

// level reports that every outcome is the reference itself.
func (d Dots) level() bool {
	for _, v := range d.Values {
		if v != d.Reference {
			return false
		}
	}
	return len(d.Values) > 0
}

// AccessibilityLabel returns the outcomes in words.
func (d *QuantileDots) AccessibilityLabel() string { return d.dots.Spoken }

// AccessibilityRole is text.
func (d *QuantileDots) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (d *QuantileDots) CreateRenderer() fyne.WidgetRenderer {
	r := &dotsRenderer{
		view: d,
		axis: canvas.NewRectangle(nil),
		line: canvas.NewRectangle(nil),
		low:  canvas.NewText("", nil),
		high: canvas.NewText("", nil),
		mark: canvas.NewText("", nil),
	}
	r.Layout(d.Size())
	return r
}

// placedDot is the middle of a dot.
type placedDot struct {
	x, y  float32
	above bool
}

// placeDots stacks the values into columns as wide as a dot and finds the largest
// dot for which the highest column fits, no larger than largest. Columns never cross
// the reference, and never overlap as long as the width allows it.
func placeDots(values []float64, reference float64, x func(float64) float32, width, height, largest float32) ([]placedDot, float32) {
	split := slices.IndexFunc(values, func(v float64) bool { return v > reference })
	if split < 0 {
		split = len(values)
	}
	const smallest = 3
	for diameter := largest; ; diameter -= 0.5 {
		below := columns(values[:split], x, diameter)
		above := columns(values[split:], x, diameter)
		slices.Reverse(below)
		line := x(reference)
		spread(below, line-diameter/2-1.5, -1, diameter, diameter/2)
		spread(above, line+diameter/2+1.5, 1, diameter, width-diameter/2)
		tallest := 0
		for _, c := range slices.Concat(below, above) {
			tallest = max(tallest, c.count)
		}
		if diameter > smallest && float32(tallest)*diameter > height {
			continue
		}
		return append(stack(below, false, diameter, height), stack(above, true, diameter, height)...), diameter
	}
}

// placeLevel stacks so many dots into columns on both sides of the reference.
func placeLevel(count int, line, height, largest float32) ([]placedDot, float32) {
	const levelRows = 5
	columns := (count + levelRows - 1) / levelRows
	columns += columns % 2 // as many on the left as on the right
	rows := (count + columns - 1) / columns
	diameter := fyne.Min(largest, height/float32(rows))
	dots := make([]placedDot, 0, count)
	for i := range count {
		side := float32(i%columns) - float32(columns-1)/2
		gap := float32(1.5)
		if side < 0 {
			gap = -gap
		}
		dots = append(dots, placedDot{x: line + side*diameter + gap, y: height - diameter*(float32(i/columns)+0.5)})
	}
	return dots, diameter
}

// column is a stack of dots around one place.
type column struct {
	x     float32
	count int
}

// columns gathers values that lie within one dot of each other, from the left, and
// puts each group at its middle.
func columns(values []float64, x func(float64) float32, diameter float32) []column {
	var cs []column
	for i := 0; i < len(values); {
		first, j := x(values[i]), i+1
		for j < len(values) && x(values[j])-first < diameter {
			j++
		}
		cs = append(cs, column{x: (first + x(values[j-1])) / 2, count: j - i})
		i = j
	}
	return cs
}

// spread moves columns away from the reference, in order, until they neither cross
// it nor each other; the end of the axis holds them in.
func spread(cs []column, nearest float32, direction, diameter, end float32) {
	for i := range cs {
		if (cs[i].x-nearest)*direction < 0 {
			cs[i].x = nearest
		}
		nearest = cs[i].x + direction*diameter
	}
	for i := len(cs) - 1; i >= 0; i-- {
		if (cs[i].x-end)*direction > 0 {
			cs[i].x = end
		}
		end = cs[i].x - direction*diameter
	}
}

func stack(cs []column, above bool, diameter, height float32) []placedDot {
	var dots []placedDot
	for _, c := range cs {
		for k := range c.count {
			dots = append(dots, placedDot{x: c.x, y: height - diameter*(float32(k)+0.5), above: above})
		}
	}
	return dots
}

type dotsRenderer struct {
	view            *QuantileDots
	axis, line      *canvas.Rectangle
	low, high, mark *canvas.Text
	dots            []*canvas.Circle
	used            int
}

func (r *dotsRenderer) Destroy()           {}
func (r *dotsRenderer) MinSize() fyne.Size { return r.view.min }

func (r *dotsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.axis, r.line}
	for _, dot := range r.dots[:r.used] {
		objects = append(objects, dot)
	}
	return append(objects, r.low, r.high, r.mark)
}

func (r *dotsRenderer) Refresh() {
	r.Layout(r.view.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.view)
}

func (r *dotsRenderer) Layout(size fyne.Size) {
	tone := tonesOf(r.view)
	dots := r.view.dots
	caption := fyne.MeasureText("M", tone.caption(), fyne.TextStyle{}).Height
	ground := size.Height - caption // where the dots stand
	span := dots.High - dots.Low
	drawable := len(dots.Values) > 0 && span > 0 && ground > 8 && size.Width > 16
	r.used = 0
	for _, o := range []fyne.CanvasObject{r.axis, r.line, r.low, r.high, r.mark} {
		if drawable {
			o.Show()
		} else {
			o.Hide()
		}
	}
	if !drawable {
		return
	}
	x := func(v float64) float32 {
		share := math.Max(0, math.Min((v-dots.Low)/span, 1))
		return float32(share) * size.Width
	}
	r.axis.FillColor = tone.color(ColorNameOutline)
	r.axis.Move(fyne.NewPos(0, ground-1))
	r.axis.Resize(fyne.NewSize(size.Width, 1))
	line := clamp(x(dots.Reference), 1, size.Width-1)
	r.line.FillColor = tone.color(ColorNameText)
	r.line.Move(fyne.NewPos(float32(math.Round(float64(line)))-1, 0))
	r.line.Resize(fyne.NewSize(2, ground))
	r.placeDots(tone, x, size.Width, ground-2)
	r.placeLabels(tone, line, ground, fyne.NewSize(size.Width, caption))
}

func (r *dotsRenderer) placeDots(tone tones, x func(float64) float32, width, height float32) {
	dots := r.view.dots
	largest := fyne.Min(1.3*tone.text(), height)
	level := dots.level()
	placed, diameter := placeDots(dots.Values, dots.Reference, x, width, height, largest)
	if level {
		placed, diameter = placeLevel(len(dots.Values), x(dots.Reference), height, largest)
	}
	for len(r.dots) < len(placed) {
		r.dots = append(r.dots, canvas.NewCircle(nil))
	}
	r.used = len(placed)
	better, worse := tone.color(ColorNameBetter), tone.color(ColorNameWorse)
	for i, p := range placed {
		dot := r.dots[i]
		// A ring is drawn around its middle line, a disc up to its edge.
		switch {
		case level:
			dot.FillColor, dot.StrokeColor, dot.StrokeWidth = tone.color(ColorNameOutline), nil, 0
		case p.above:
			dot.FillColor, dot.StrokeColor, dot.StrokeWidth = better, nil, 0
		default:
			dot.FillColor, dot.StrokeColor, dot.StrokeWidth = color.Transparent, worse, fyne.Max(1.5, diameter/7)
		}
		circle(dot, p.x, p.y, diameter-1)
	}
}

// placeLabels writes under the axis. The reference has the first claim to room; an
// end's label that it would touch is left out.
func (r *dotsRenderer) placeLabels(tone tones, line, top float32, size fyne.Size) {
	dots := r.view.dots
	muted := tone.color(ColorNameMutedText)
	setLine(r.low, dots.LowLabel, tone.caption(), fyne.TextStyle{}, muted)
	setLine(r.high, dots.HighLabel, tone.caption(), fyne.TextStyle{}, muted)
	setLine(r.mark, dots.ReferenceLabel, tone.caption(), fyne.TextStyle{Bold: true}, tone.color(ColorNameText))
	mark := r.mark.MinSize().Width
	at := clamp(line-mark/2, 0, size.Width-mark)
	r.mark.Move(fyne.NewPos(at, top))
	r.mark.Resize(fyne.NewSize(mark, size.Height))
	gap := 2 * tone.size(theme.SizeNamePadding)
	r.low.Move(fyne.NewPos(0, top))
	r.low.Resize(fyne.NewSize(r.low.MinSize().Width, size.Height))
	r.low.Hidden = mark > 0 && r.low.MinSize().Width+gap > at
	high := r.high.MinSize().Width
	r.high.Move(fyne.NewPos(size.Width-high, top))
	r.high.Resize(fyne.NewSize(high, size.Height))
	r.high.Hidden = mark > 0 && at+mark+gap > size.Width-high
}
