package chart

import (
	"fmt"
	"image"
	"image/color"
	"math"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// fonts are the two faces of the text font.
type fonts struct{ regular, bold *opentype.Font }

func readFonts(regular, bold []byte) (fonts, error) {
	r, err := opentype.Parse(regular)
	if err != nil {
		return fonts{}, fmt.Errorf("read the charts' regular font: %w", err)
	}
	b, err := opentype.Parse(bold)
	if err != nil {
		return fonts{}, fmt.Errorf("read the charts' bold font: %w", err)
	}
	return fonts{r, b}, nil
}

func (f fonts) face(size float64, bold bool) font.Face {
	face := font.Face{Font: font.Font{Typeface: "Chart", Weight: stdfont.WeightNormal, Size: vg.Points(size)}, Face: f.regular}
	if bold {
		face.Font.Weight, face.Face = stdfont.WeightBold, f.bold
	}
	return face
}

// width is the length of a text [points].
func (f fonts) width(text string, size float64, bold bool) float64 {
	face := f.face(size, bold)
	return face.Width(text).Points()
}

// point is a place on the page, in points from the top left corner.
type point struct{ x, y float64 }

// rect is a part of the page, in points from the top left corner.
type rect struct{ left, top, right, bottom float64 }

func (r rect) width() float64  { return r.right - r.left }
func (r rect) height() float64 { return r.bottom - r.top }

// pen draws on a canvas of gonum/plot. It counts from the top left corner, as a page
// is read.
type pen struct {
	canvas draw.Canvas
	height float64
	fonts  fonts
	// pixels to a point; 0 on a canvas without pixels.
	scale float64
	// raster is the picture behind a canvas with pixels. Text is written into it past
	// the canvas, which would blur it. Without one, text is drawn as shapes, for files
	// whose reader may lack the font.
	raster *image.RGBA
	faces  map[faceKey]stdfont.Face
	// straight is true for a canvas that takes colour and opacity apart.
	straight bool
}

// straightColor hands its colour out without the opacity multiplied in. vgpdf reads
// colours so, and would draw translucent ones too dark otherwise.
type straightColor color.NRGBA

// RGBA returns colour and opacity apart.
func (c straightColor) RGBA() (r, g, b, a uint32) {
	return uint32(c.R) * 0x101, uint32(c.G) * 0x101, uint32(c.B) * 0x101, uint32(c.A) * 0x101
}

func (p *pen) ink(c color.NRGBA) color.Color {
	if p.straight {
		return straightColor(c)
	}
	return c
}

type faceKey struct {
	size float64
	bold bool
}

func (p *pen) at(x, y float64) vg.Point {
	return vg.Point{X: vg.Points(x), Y: vg.Points(p.height - y)}
}

// snap moves a thin line onto whole pixels, so that it is not blurred.
func (p *pen) snap(v, width float64) float64 {
	if p.scale <= 0 {
		return v
	}
	if w := math.Max(1, math.Round(width*p.scale)); int(w)%2 == 1 {
		return (math.Floor(v*p.scale) + .5) / p.scale
	}
	return math.Round(v*p.scale) / p.scale
}

// hair is a width of whole pixels, at least one; without pixels a little less than
// asked for.
func (p *pen) hair(width float64) float64 {
	if p.scale <= 0 {
		return width * .9
	}
	return math.Max(1, math.Round(width*p.scale)) / p.scale
}

type stroke struct {
	color  color.NRGBA
	width  float64
	dashes []float64
}

func (s stroke) style(c color.Color) draw.LineStyle {
	l := draw.LineStyle{Color: c, Width: vg.Points(s.width)}
	for _, d := range s.dashes {
		l.Dashes = append(l.Dashes, vg.Points(d))
	}
	return l
}

func (p *pen) line(s stroke, pts ...point) {
	if len(pts) < 2 || s.width <= 0 {
		return
	}
	p.canvas.SetLineStyle(s.style(p.ink(s.color)))
	p.canvas.Stroke(p.path(pts))
}

func (p *pen) path(pts []point) vg.Path {
	path := make(vg.Path, 0, len(pts)+1)
	path.Move(p.at(pts[0].x, pts[0].y))
	for _, q := range pts[1:] {
		path.Line(p.at(q.x, q.y))
	}
	return path
}

// rule is a straight thin line on whole pixels.
func (p *pen) rule(s stroke, a, b point) {
	s.width = p.hair(s.width)
	if a.y == b.y {
		a.y = p.snap(a.y, s.width)
		b.y = a.y
	}
	if a.x == b.x {
		a.x = p.snap(a.x, s.width)
		b.x = a.x
	}
	p.line(s, a, b)
}

func (p *pen) fill(c color.NRGBA, pts ...point) {
	if len(pts) < 3 {
		return
	}
	p.canvas.SetColor(p.ink(c))
	path := p.path(pts)
	path.Close()
	p.canvas.Fill(path)
}

func (p *pen) box(c color.NRGBA, r rect) {
	p.fill(c, point{r.left, r.top}, point{r.right, r.top}, point{r.right, r.bottom}, point{r.left, r.bottom})
}

func (p *pen) disc(c color.NRGBA, centre point, radius float64) {
	const corners = 24
	pts := make([]point, corners)
	for i := range pts {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		pts[i] = point{centre.x + radius*cos, centre.y + radius*sin}
	}
	p.fill(c, pts...)
}

// text draws text from a place on its baseline on.
func (p *pen) text(c color.NRGBA, x, y, size float64, bold bool, text string) {
	if text == "" || size <= 0 {
		return
	}
	face := p.fonts.face(size, bold)
	if p.raster != nil {
		p.write(c, x, y, faceKey{size, bold}, face, text)
		return
	}
	p.canvas.SetColor(p.ink(c))
	if path := p.outline(face.Face, x, y, size, text); len(path) > 0 {
		p.canvas.Fill(path)
	}
}

// write puts text into the picture, its baseline on a whole pixel.
func (p *pen) write(c color.NRGBA, x, y float64, key faceKey, face font.Face, text string) {
	drawn, ok := p.faces[key]
	if !ok {
		drawn = face.FontFace(72 * p.scale)
		if p.faces == nil {
			p.faces = map[faceKey]stdfont.Face{}
		}
		p.faces[key] = drawn
	}
	d := stdfont.Drawer{Dst: p.raster, Src: image.NewUniform(c), Face: drawn}
	d.Dot = fixed.Point26_6{X: fixed.Int26_6(math.Round(x * p.scale * 64)), Y: fixed.I(int(math.Round(y * p.scale)))}
	d.DrawString(text)
}

// outline is the shape of a text.
func (p *pen) outline(face *opentype.Font, x, y, size float64, text string) vg.Path {
	var buffer sfnt.Buffer
	var path vg.Path
	unit := size / float64(face.UnitsPerEm())
	em := fixed.Int26_6(face.UnitsPerEm())
	var before sfnt.GlyphIndex
	for i, r := range text {
		glyph, err := face.GlyphIndex(&buffer, r)
		if err != nil {
			continue
		}
		if i > 0 {
			if kern, err := face.Kern(&buffer, before, glyph, em, stdfont.HintingNone); err == nil {
				x += float64(kern) * unit
			}
		}
		segments, err := face.LoadGlyph(&buffer, glyph, em, nil)
		if err != nil {
			continue
		}
		place := func(q fixed.Point26_6) vg.Point { return p.at(x+float64(q.X)*unit, y+float64(q.Y)*unit) }
		for k, s := range segments {
			switch s.Op {
			case sfnt.SegmentOpMoveTo:
				if k > 0 {
					path.Close()
				}
				path.Move(place(s.Args[0]))
			case sfnt.SegmentOpLineTo:
				path.Line(place(s.Args[0]))
			case sfnt.SegmentOpQuadTo:
				path.QuadTo(place(s.Args[0]), place(s.Args[1]))
			case sfnt.SegmentOpCubeTo:
				path.CubeTo(place(s.Args[0]), place(s.Args[1]), place(s.Args[2]))
			}
		}
		if len(segments) > 0 {
			path.Close()
		}
		if advance, err := face.GlyphAdvance(&buffer, glyph, em, stdfont.HintingNone); err == nil {
			x += float64(advance) * unit
		}
		before = glyph
	}
	return path
}
