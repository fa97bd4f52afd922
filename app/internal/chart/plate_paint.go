package chart

import (
	"bytes"
	"fmt"
	"html"
	"image"
	"image/png"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// DrawPlate draws a plate in exactly the pixels asked for.
func (r *Renderer) DrawPlate(p *Plate, q Request) (*image.RGBA, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	pen := r.onPixels(&q)
	l := layOutPlate(p, float64(q.Width)/pen.scale, pen.height, q, r.fonts)
	paintPlate(pen, p, &l, q)
	return pen.raster, nil
}

// PlatePNG draws a plate as a PNG file.
func (r *Renderer) PlatePNG(p *Plate, q Request) ([]byte, error) {
	img, err := r.DrawPlate(p, q)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("encode a figure: %w", err)
	}
	return out.Bytes(), nil
}

// PlateSVG draws a plate as an SVG file, text as shapes; title and description hold
// it as text.
func (r *Renderer) PlateSVG(p *Plate, q Request) ([]byte, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	w, h := float64(q.Width), float64(q.Height)
	canvas := vgsvg.New(vg.Points(w), vg.Points(h))
	pen := &pen{canvas: draw.NewCanvas(canvas, vg.Points(w), vg.Points(h)), height: h, fonts: r.fonts}
	l := layOutPlate(p, w, h, q, r.fonts)
	pen.box(q.Palette.Ground, l.page)
	paintPlate(pen, p, &l, q)
	var out bytes.Buffer
	if _, err := canvas.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("write a figure: %w", err)
	}
	return insertWords(out.Bytes(), p.Title, p.words()), nil
}

// words is all that a plate says, for those who cannot see it.
func (p *Plate) words() string {
	parts := []string{p.Subtitle}
	for i := range p.Cells {
		c := &p.Cells[i]
		line := strings.TrimSpace(c.Title + ". " + c.Caption)
		for _, m := range c.Marks {
			if m.Label != "" {
				line += " " + m.Label + "."
			}
		}
		parts = append(parts, line)
	}
	return strings.Join(append(parts, p.Note, p.Stamp), "\n")
}

// insertWords puts title and description into an SVG file.
func insertWords(data []byte, title, words string) []byte {
	text := "<title>" + html.EscapeString(title) + "</title>\n<desc>" + html.EscapeString(words) + "</desc>\n"
	start := bytes.Index(data, []byte("<svg"))
	if start < 0 {
		return data
	}
	end := bytes.IndexByte(data[start:], '>')
	if end < 0 {
		return data
	}
	cut := start + end + 1
	out := append([]byte(nil), data[:cut]...)
	out = append(out, "\n"+text...)
	return append(out, data[cut:]...)
}

// platePainter draws one plate.
type platePainter struct {
	*pen
	palette Palette
	size    sizes
}

func paintPlate(p *pen, plate *Plate, l *plateLayout, q Request) {
	a := &platePainter{p, q.Palette, l.size}
	y := margin
	for _, part := range []struct {
		lines []string
		size  float64
		bold  bool
	}{{l.title, a.size.title, true}, {l.subtitle, a.size.subtitle, false}} {
		for _, text := range part.lines {
			c := a.palette.Muted
			if part.bold {
				c = a.palette.Ink
			}
			a.text(c, margin, y+part.size, part.size, part.bold, text)
			y += part.size * a.size.line
		}
	}
	for i := range l.cells {
		a.cell(&plate.Cells[i], &l.cells[i])
	}
	y = l.foot
	for _, text := range l.note {
		a.text(a.palette.Muted, margin, y+a.size.note, a.size.note, false, text)
		y += a.size.note * a.size.line
	}
	for _, text := range l.stamp {
		a.text(a.palette.Muted, margin, y+a.size.stamp, a.size.stamp, false, text)
		y += a.size.stamp * a.size.line
	}
}

func (a *platePainter) cell(c *Cell, l *cellLayout) {
	s := a.size
	t := transform{data: rect{0, l.data.top, 0, l.data.bottom}, axis: c.Y.Range, scale: a.scale}
	x := func(v float64) float64 {
		at := l.data.left + (v-c.X.Min)/(c.X.Max-c.X.Min)*l.data.width()
		return math.Max(l.data.left-1e4, math.Min(l.data.right+1e4, at))
	}
	if c.Title != "" {
		a.text(a.palette.Ink, l.left, l.title, s.label, true, c.Title)
	}
	for i, line := range l.words {
		a.text(a.palette.Muted, l.left, l.caption+float64(i)*s.note*s.line, s.note, false, line)
	}
	a.axes(c, l, t, x)
	for i := range c.Fills {
		a.region(&c.Fills[i], t, x)
	}
	for i := range c.Levels {
		y := t.clamp(t.y(c.Levels[i].At))
		a.rule(stroke{color: a.palette.Rim, width: 1, dashes: []float64{3, 2.5}}, point{l.data.left, y}, point{l.data.right, y})
		a.text(a.palette.Muted, l.data.left+3, y-3, s.note, false, c.Levels[i].Label)
	}
	for i := range c.Curves {
		a.curve(&c.Curves[i], t, x)
	}
	a.legend(c, l)
	for i := range c.Dots {
		a.dot(&c.Dots[i], t, x)
	}
	a.marks(c, l, x)
}

// axes draws the grid, the ticks and what the axes count.
func (a *platePainter) axes(c *Cell, l *cellLayout, t transform, x func(float64) float64) {
	s := a.size
	for _, tick := range l.yTicks {
		y := t.y(tick.At)
		a.rule(stroke{color: a.palette.Grid, width: 1}, point{l.data.left, y}, point{l.data.right, y})
		w := a.fonts.width(tick.Label, s.tick, false)
		a.text(a.palette.Muted, l.data.left-gap-w, y+s.tick*.36, s.tick, false, tick.Label)
	}
	if c.Y.Label != "" {
		a.text(a.palette.Muted, l.left, l.yLabel, s.note, false, c.Y.Label)
	}
	a.rule(stroke{color: a.palette.Rim, width: 1}, point{l.data.left, l.data.bottom}, point{l.data.right, l.data.bottom})
	end := math.Inf(-1)
	for _, tick := range l.xTicks {
		at := x(tick.At)
		a.rule(stroke{color: a.palette.Rim, width: 1}, point{at, l.data.bottom}, point{at, l.data.bottom + 4})
		w := a.fonts.width(tick.Label, s.tick, false)
		left := math.Max(l.left, math.Min(l.data.right-w, at-w/2))
		if left < end {
			continue
		}
		end = left + w + gap/2
		a.text(a.palette.Muted, left, l.data.bottom+4+s.tick*1.1, s.tick, false, tick.Label)
	}
	if c.X.Label != "" {
		y := l.data.bottom + 4 + s.tick*1.1 + s.note*s.line
		if c.X.Bare {
			y = l.data.bottom + s.note*1.2
		}
		a.text(a.palette.Muted, l.data.left, y, s.note, false, c.X.Label)
	}
}

func (a *platePainter) region(f *Fill, t transform, x func(float64) float64) {
	var s shape
	end := func() {
		if len(s.x) > 1 {
			a.fill(faded(a.palette.Line(f.Hue), f.Alpha), s.polygon()...)
		}
		s = shape{}
	}
	for k := range f.X {
		if !finite(f.Low[k]) || !finite(f.High[k]) {
			end()
			continue
		}
		s.x = append(s.x, x(f.X[k]))
		s.low, s.high = append(s.low, t.clamp(t.y(f.Low[k]))), append(s.high, t.clamp(t.y(f.High[k])))
	}
	end()
}

func (a *platePainter) stroke(c *Curve) stroke {
	w := [...]float64{Hair: .7, Thin: 1.25, Medium: 2, Thick: 2.8}[c.Width] * a.size.weight
	return stroke{color: a.palette.Line(c.Hue), width: w, dashes: c.Dash.of(w)}
}

func (a *platePainter) curve(c *Curve, t transform, x func(float64) float64) {
	var run []point
	st := a.stroke(c)
	end := func() {
		for _, part := range t.within(run) {
			a.line(st, part...)
		}
		run = nil
	}
	for k := range c.X {
		if !finite(c.X[k]) || !finite(c.Y[k]) {
			end()
			continue
		}
		run = append(run, point{x(c.X[k]), t.y(c.Y[k])})
	}
	end()
}

// legend lists the labelled curves above the data.
func (a *platePainter) legend(c *Cell, l *cellLayout) {
	x := l.left
	for i := range c.Curves {
		curve := &c.Curves[i]
		if curve.Label == "" {
			continue
		}
		y := l.legend - a.size.note*.36
		a.line(a.stroke(curve), point{x, y}, point{x + sampleSize, y})
		x += sampleSize + 4
		a.text(a.palette.Word(curve.Hue), x, l.legend, a.size.note, false, curve.Label)
		x += a.fonts.width(curve.Label, a.size.note, false) + 10
	}
}

func (a *platePainter) dot(d *Dot, t transform, x func(float64) float64) {
	at := point{x(d.X), t.y(d.Y)}
	if d.High > d.Low {
		a.line(stroke{color: a.palette.Line(d.Hue), width: 1.4 * a.size.weight}, point{x(d.Low), at.y}, point{x(d.High), at.y})
	}
	a.disc(a.palette.Line(d.Hue), at, 3.4*a.size.weight)
	if d.Hollow {
		a.disc(a.palette.Ground, at, 1.9*a.size.weight)
	}
}

// marks draws vertical lines, their words above the data.
func (a *platePainter) marks(c *Cell, l *cellLayout, x func(float64) float64) {
	end := math.Inf(-1)
	for i := range c.Marks {
		m := &c.Marks[i]
		at := x(m.At)
		if at < l.data.left-1 || at > l.data.right+1 {
			continue
		}
		st := a.stroke(&Curve{Hue: m.Hue, Dash: m.Dash, Width: Medium})
		a.line(st, point{at, l.data.top}, point{at, l.data.bottom})
		w := a.fonts.width(m.Label, a.size.note, true)
		left := math.Max(l.data.left, math.Min(l.data.right-w, at-w/2))
		if left < end {
			continue // its words would cover the last one's
		}
		end = left + w + gap
		a.text(a.palette.Word(m.Hue), left, l.data.top-a.size.note*.4, a.size.note, true, m.Label)
	}
}
