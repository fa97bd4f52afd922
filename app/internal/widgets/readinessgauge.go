package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*ReadinessGauge)(nil)
	_ fyne.Accessible = (*ReadinessGauge)(nil)
)

// Readiness is one bar of a ReadinessGauge.
type Readiness struct {
	// Label names what is ready or not.
	Label string
	// Share is how ready it is, from 0 to 1.
	Share float64
	// Text is the share as it is written.
	Text string
	// Good is the share from which on it is good; a mark stands there. 0 is none.
	Good float64
	// Help says, in a tooltip, what the share is and what moves it; empty: what the
	// gauge says of all.
	Help string
}

// good reports that there is nothing to warn of.
func (r Readiness) good() bool { return r.Good > 0 && r.Share >= r.Good }

// ReadinessGauge shows a few shares as bars and names the smallest: a gauge of parts
// that multiply is read by its weakest. The weakest is told by a pointer, by bold
// print and by a word. Shares that are written alike are equally weak; where all
// are, none is named. Only a weakest that is short of good is drawn as a warning.
//
// Each bar may lead somewhere: it is chosen by a click, or with the arrows and Return.
type ReadinessGauge struct {
	widget.BaseWidget

	// OnChosen is called with the index of the bar that the user chose.
	OnChosen func(index int)

	bars    []Readiness
	weakest string
	spoken  string
	focused bool
	at      int // the bar that Return chooses
	over    int // the bar under the pointer, -1 for none
	tip     tip
}

// NewReadinessGauge returns a gauge without bars. The word stands beside the weakest
// one.
func NewReadinessGauge(weakest string) *ReadinessGauge {
	g := &ReadinessGauge{weakest: weakest, over: -1}
	g.ExtendBaseWidget(g)
	return g
}

// Set shows other bars; spoken says the same in words.
func (g *ReadinessGauge) Set(bars []Readiness, spoken string) {
	g.bars = append([]Readiness(nil), bars...)
	g.spoken = spoken
	g.Refresh()
}

// Weakest returns the labels of the smallest shares.
func (g *ReadinessGauge) Weakest() []string {
	lowest, text := math.Inf(1), ""
	for _, bar := range g.bars {
		if bar.Share < lowest {
			lowest, text = bar.Share, bar.Text
		}
	}
	var labels []string
	for _, bar := range g.bars {
		if bar.Share == lowest || bar.Text == text {
			labels = append(labels, bar.Label)
		}
	}
	if len(labels) == len(g.bars) && len(labels) > 1 {
		return nil
	}
	return labels
}

func (g *ReadinessGauge) isWeakest(label string) bool {
	for _, weakest := range g.Weakest() {
		if weakest == label {
			return true
		}
	}
	return false
}

// AccessibilityLabel returns the bars in words.
func (g *ReadinessGauge) AccessibilityLabel() string { return g.spoken }

// AccessibilityRole is text.
func (g *ReadinessGauge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (g *ReadinessGauge) CreateRenderer() fyne.WidgetRenderer {
	r := &gaugeRenderer{gauge: g, mark: canvas.NewRectangle(nil)}
	r.Layout(g.Size())
	return r
}

// gaugeRow is what one bar is drawn with.
type gaugeRow struct {
	label, text, word *canvas.Text
	track, bar, aim   *canvas.Rectangle
	pointer           *canvas.ArbitraryPolygon
}

func newGaugeRow() *gaugeRow {
	return &gaugeRow{
		label: canvas.NewText("", nil), text: canvas.NewText("", nil), word: canvas.NewText("", nil),
		track: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), aim: canvas.NewRectangle(nil),
		pointer: canvas.NewArbitraryPolygon(nil, nil),
	}
}

type gaugeRenderer struct {
	gauge *ReadinessGauge
	mark  *canvas.Rectangle // under the bar that would be chosen
	rows  []*gaugeRow
}

func (r *gaugeRenderer) Destroy() {}

func (r *gaugeRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.mark}
	for _, row := range r.rows {
		objects = append(objects, row.track, row.bar, row.aim, row.pointer, row.label, row.text, row.word)
	}
	return objects
}

func (r *gaugeRenderer) Refresh() {
	r.Layout(r.gauge.Size())
	repaint(r.gauge, r.Objects())
}

// columns are the widths of the labels, of the numbers and of the word, with bold
// print throughout so that nothing moves when another bar is the weakest.
func (r *gaugeRenderer) columns(tone tones) (label, text, word float32) {
	bold := fyne.TextStyle{Bold: true}
	for _, bar := range r.gauge.bars {
		label = fyne.Max(label, fyne.MeasureText(bar.Label, tone.text(), bold).Width)
		text = fyne.Max(text, fyne.MeasureText(bar.Text, tone.text(), bold).Width)
	}
	return label, text, fyne.MeasureText(r.gauge.weakest, tone.caption(), bold).Width
}

func (r *gaugeRenderer) rowHeight(tone tones) float32 {
	return fyne.MeasureText("M", tone.text(), fyne.TextStyle{}).Height + tone.pad()/2
}

func (r *gaugeRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.gauge)
	label, text, word := r.columns(tone)
	label = fyne.Min(label, 9*tone.text())
	pointer := tone.text() * 0.8
	return fyne.NewSize(pointer+label+text+word+3.5*tone.text()+8*tone.pad(), r.rowHeight(tone)*float32(len(r.gauge.bars)))
}

func (r *gaugeRenderer) Layout(size fyne.Size) {
	tone := tonesOf(r.gauge)
	bars := r.gauge.bars
	for len(r.rows) < len(bars) {
		r.rows = append(r.rows, newGaugeRow())
	}
	r.rows = r.rows[:len(bars)]
	if len(bars) == 0 {
		return
	}
	label, text, word := r.columns(tone)
	pointer, gap := tone.text()*0.8, 2*tone.pad()
	label = fyne.Min(label, fyne.Max(0, size.Width-pointer-text-word-4*gap-3*tone.text()))
	height := r.gauge.rowSpace(tone, size)
	r.placeMark(tone, size, height)
	for i, bar := range bars {
		place := gaugePlace{
			y: float32(i) * height, height: height, pointer: pointer,
			label: label, left: pointer + label + gap,
			right: size.Width - text - word - 2*gap, text: text, gap: gap,
		}
		r.rows[i].update(tone, bar, r.gauge.isWeakest(bar.Label), r.gauge.weakest, place)
	}
}

// gaugePlace is where the parts of one row go.
type gaugePlace struct{ y, height, pointer, label, left, right, text, gap float32 }

func (row *gaugeRow) update(tone tones, bar Readiness, weakest bool, word string, at gaugePlace) {
	style, ink, fill := fyne.TextStyle{}, tone.color(ColorNameText), tone.color(ColorNameAccent)
	warning := tone.color(ColorNameWorse)
	if weakest {
		style.Bold = true
		if bar.good() {
			warning = tone.color(ColorNameMutedText)
		} else {
			fill = warning
		}
	}
	middle := func(t *canvas.Text, x float32) {
		min := t.MinSize()
		t.Move(fyne.NewPos(x, at.y+(at.height-min.Height)/2))
		t.Resize(min)
	}
	setLine(row.label, cutToWidth(bar.Label, at.label, tone.text(), style), tone.text(), style, ink)
	middle(row.label, at.pointer)
	setLine(row.text, bar.Text, tone.text(), style, ink)
	middle(row.text, at.right+at.gap+at.text-row.text.MinSize().Width)
	row.word.Hidden, row.pointer.Hidden = !weakest, !weakest
	setLine(row.word, word, tone.caption(), fyne.TextStyle{Bold: true}, warning)
	middle(row.word, at.right+at.text+2*at.gap)

	thick := tone.text() * 0.6
	share := float32(math.Max(0, math.Min(bar.Share, 1)))
	row.track.FillColor, row.track.CornerRadius = tone.color(ColorNameTrack), thick/2
	row.track.Move(fyne.NewPos(at.left, at.y+(at.height-thick)/2))
	row.track.Resize(fyne.NewSize(fyne.Max(0, at.right-at.left), thick))
	row.bar.FillColor, row.bar.CornerRadius = fill, thick/2
	row.bar.Move(row.track.Position())
	row.bar.Resize(fyne.NewSize(fyne.Max(thick, row.track.Size().Width*share), thick))
	row.bar.Hidden = share == 0

	row.aim.Hidden = bar.Good <= 0
	row.aim.FillColor = tone.color(ColorNameText)
	row.aim.Move(fyne.NewPos(at.left+row.track.Size().Width*float32(bar.Good)-0.75, row.track.Position().Y-2))
	row.aim.Resize(fyne.NewSize(1.5, thick+4))

	side := at.pointer * 0.7
	row.pointer.Points = []fyne.Position{{X: 0, Y: 0}, {X: side * 0.8, Y: side / 2}, {X: 0, Y: side}}
	row.pointer.FillColor = warning
	row.pointer.Move(fyne.NewPos(0, at.y+(at.height-side)/2))
	row.pointer.Resize(fyne.NewSize(side, side))
}
