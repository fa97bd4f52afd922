package chart

import (
	"math"
	"strings"

	"threep/app/internal/format"
	"threep/assets"
)

// sizes are the sizes of text and the like [points].
type sizes struct {
	title, subtitle, tick, label, note, stamp float64
	line                                      float64 // height of a line of text over its size
	weight                                    float64 // factor on the width of lines
}

func (q Request) sizes() sizes {
	t := q.Text * q.Palette.Text
	return sizes{title: 15 * t, subtitle: 12 * t, tick: 11 * t, label: 11.5 * t, note: 10 * t, stamp: 9 * t, line: 1.32, weight: q.Palette.Weight}
}

// layout says where everything of a picture stands.
type layout struct {
	page     rect
	size     sizes
	title    []string
	subtitle []string
	note     []string
	stamp    []string
	top      float64 // where the words above the data begin
	panels   []panelLayout
	// timeTicks stand below the last panel.
	timeTicks  []float64
	timeLabels []string
	legend     []legendRow
	legendTop  float64
	verges     bool // there is room above the data for their words
	foot       float64
	bare       bool // no words at all
}

type panelLayout struct {
	data   rect
	ticks  []float64
	labels []string
	title  float64 // baseline of the panel's title
	ends   []endLabel
	inside []insideLabel
}

// insideLabel is a label within a layer.
type insideLabel struct {
	name string
	at   point
	hue  Hue
}

// endLabel is a label at the end of a line or area.
type endLabel struct {
	name, value string
	hue         Hue
	anchor, y   float64 // where the line ends, where the label stands
}

type legendRow struct{ entries []legendEntry }

type legendEntry struct {
	x      float64
	label  string
	series *Series
	area   *Area
}

const (
	margin     = 8.0  // around everything
	gap        = 6.0  // between parts
	sampleSize = 22.0 // length of a line's sample in the legend
)

// layOut places the parts of a figure on a page.
func layOut(f Figure, width, height float64, q Request, m fonts) layout {
	l := layout{page: rect{0, 0, width, height}, size: q.sizes()}
	s := l.size
	l.bare = q.Miniature || width < 10*s.tick || height < 7*s.tick
	if l.bare {
		l.placeBare(f)
		return l
	}
	inner := width - 2*margin
	y := margin
	l.top = y
	if q.Title {
		l.title = wrap(m, f.Title, s.title, true, inner, 2)
		y += float64(len(l.title)) * s.title * s.line
	}
	if height > 11*s.tick {
		l.subtitle = wrap(m, f.Subtitle, s.subtitle, false, inner, 2)
		y += float64(len(l.subtitle)) * s.subtitle * s.line
	}
	y += gap

	foot := height - margin
	if q.Stamp {
		l.stamp = wrap(m, f.Stamp.Text(), s.stamp, false, inner, 2)
		foot -= float64(len(l.stamp)) * s.stamp * s.line
	}
	if height > 17*s.tick && (q.Stamp || q.Note) {
		l.note = wrap(m, f.Note, s.note, false, inner, 2)
		foot -= float64(len(l.note)) * s.note * s.line
	}
	l.foot = foot
	if len(l.note)+len(l.stamp) > 0 {
		foot -= gap
	}
	if f.Empty != "" {
		l.panels = []panelLayout{{data: rect{margin, y, width - margin, foot}}}
		return l
	}
	bottom := foot - s.tick*s.line - gap/2 // time labels

	right, direct := l.endWidth(f, m)
	if !direct {
		right = 0
	}
	l.legend = l.legendRows(f, m, inner, direct)
	l.legendTop = y
	if len(l.legend) > 0 {
		y += float64(len(l.legend))*s.label*s.line + gap/2
	}
	if l.verges = len(f.Verges) > 0 && height > 13*s.tick && !f.titled(); l.verges {
		y += s.note * s.line
	} else if !f.titled() {
		y += s.tick * .4 // half of the topmost tick's label
	}
	l.placePanels(f, m, y, bottom, right)
	if direct {
		l.placeEnds(f)
		l.placeInside(f, m)
	}
	return l
}

// placeBare leaves all words out.
func (l *layout) placeBare(f Figure) {
	pad := math.Min(3, math.Min(l.page.width(), l.page.height())/8)
	top := pad
	each := (l.page.height() - 2*pad) / math.Max(1, float64(len(f.Panels)))
	for range f.Panels {
		l.panels = append(l.panels, panelLayout{data: rect{pad, top, l.page.right - pad, top + each - pad*float64(len(f.Panels)-1)}})
		top += each
	}
}

// placePanels shares the height out and makes room for the widest tick label.
func (l *layout) placePanels(f Figure, m fonts, top, bottom, right float64) {
	s := l.size
	n := float64(len(f.Panels))
	head := 0.0
	if f.titled() {
		head = s.label*s.line + gap
	}
	between := gap + s.tick*.6
	each := math.Max(1, (bottom-top-n*head-(n-1)*between)/n)
	left := 0.0
	y := top
	for _, p := range f.Panels {
		pl := panelLayout{title: y + s.label}
		y += head
		pl.data = rect{0, y, 0, y + each}
		y += each + between
		most := int(each / (2.6 * s.tick))
		pl.ticks = p.Y.ticks(max(2, min(7, most)))
		pl.labels = format.Ticks(pl.ticks, p.Y.Unit, "") // the subtitle names the currency
		for _, text := range pl.labels {
			left = math.Max(left, m.width(text, s.tick, false))
		}
		l.panels = append(l.panels, pl)
	}
	left += margin + gap
	end := l.page.right - margin
	if right > 0 {
		end -= right + gap + 4
	} else {
		end -= s.tick
	}
	end = math.Max(end, left+10)
	for i := range l.panels {
		l.panels[i].data.left, l.panels[i].data.right = left, end
	}
	l.placeTime(f, m, left, end)
}

// placeTime chooses as many ticks as have room for their labels.
func (l *layout) placeTime(f Figure, m fonts, left, right float64) {
	most := int((right - left) / (5.6 * l.size.tick))
	weeks, numbers := f.X.ticks(max(4, min(9, most+1)))
	l.timeTicks = weeks
	for i, n := range numbers {
		l.timeLabels = append(l.timeLabels, f.X.label(n, i == len(numbers)-1))
	}
}

// label is the label of a tick; the first says what it counts from, the last what it
// counts.
func (x TimeAxis) label(n int, last bool) string {
	one, many := "chart.axis.month", "chart.axis.months"
	if x.Quarters {
		one, many = "chart.axis.quarter", "chart.axis.quarters"
	}
	switch {
	case n == 0 && x.FromHire:
		return assets.T("chart.axis.hired")
	case n == 0:
		return assets.T("chart.axis.today")
	case last && n == 1:
		return assets.T(one)
	case last:
		return assets.F(many, n)
	}
	return format.Number(float64(n))
}

// wrap breaks a text into lines of a width; what is beyond the last line is cut off
// with an ellipsis.
func wrap(m fonts, text string, size float64, bold bool, width float64, most int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line == "" || m.width(longer, size, bold) <= width {
			line = longer
			continue
		}
		lines, line = append(lines, line), word
	}
	if line != "" {
		lines = append(lines, line)
	}
	cut := len(lines) > most
	if cut {
		lines = lines[:most]
	}
	for i := range lines {
		more := cut && i == most-1
		if more || m.width(lines[i], size, bold) > width {
			lines[i] = shorten(m, lines[i], size, bold, width)
		}
	}
	return lines
}

// shorten cuts a text off so that it fits a width with an ellipsis.
func shorten(m fonts, text string, size float64, bold bool, width float64) string {
	letters := []rune(text)
	for n := len(letters); n > 0; n-- {
		cut := strings.TrimRight(string(letters[:n]), " ,;.") + "…"
		if m.width(cut, size, bold) <= width {
			return cut
		}
	}
	return ""
}
