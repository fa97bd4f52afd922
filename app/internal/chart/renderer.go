package chart

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	stddraw "image/draw"
	"image/png"
	"math"

	"git.sr.ht/~sbinet/gg"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgpdf"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Renderer turns figures into pictures. It is safe for concurrent use.
type Renderer struct{ fonts fonts }

// NewRenderer returns a renderer that writes with the given TrueType fonts.
func NewRenderer(regular, bold []byte) (*Renderer, error) {
	f, err := readFonts(regular, bold)
	if err != nil {
		return nil, err
	}
	return &Renderer{fonts: f}, nil
}

// Request says what picture is wanted.
type Request struct {
	// Width and Height are in pixels for Draw and PNG, in points for SVG and PDF.
	Width, Height int
	// Scale is the number of pixels to a point, default 1; on the screen, that of the
	// canvas.
	Scale float64
	// Text is a factor on the size of text, default 1.
	Text    float64
	Palette Palette
	// Title, Note and Stamp say which words stand around the data besides quantity
	// and unit.
	Title, Note, Stamp bool
	// Miniature leaves all words out, for the gallery.
	Miniature bool
}

// ForExport returns the request with title, note and stamp.
func (q Request) ForExport() Request {
	q.Title, q.Note, q.Stamp = true, true, true
	return q
}

// most is the largest width or height [pixels]; larger ones are a mistake.
const most = 20000

func (q *Request) check() error {
	if q.Width < 1 || q.Height < 1 {
		return fmt.Errorf("draw a figure of %d by %d: width and height must be at least 1", q.Width, q.Height)
	}
	if q.Width > most || q.Height > most {
		return fmt.Errorf("draw a figure of %d by %d: width and height must be at most %d", q.Width, q.Height, most)
	}
	if !(q.Scale > 0) || math.IsInf(q.Scale, 0) {
		q.Scale = 1
	}
	if !(q.Text > 0) || math.IsInf(q.Text, 0) {
		q.Text = 1
	}
	if q.Palette.Name == "" {
		return errors.New("draw a figure: no palette was given; take Light()")
	}
	return nil
}

// Picture is a drawn figure with what is needed to read values off it.
type Picture struct {
	Image *image.RGBA
	// Plot is the area inside the axes [pixels]; empty where there is nothing to read.
	Plot image.Rectangle

	figure Figure
	layout layout
	scale  float64
}

// Draw draws a figure for the screen, in exactly the pixels asked for.
func (r *Renderer) Draw(f Figure, q Request) (Picture, error) {
	if err := q.check(); err != nil {
		return Picture{}, err
	}
	p := r.onPixels(&q)
	img, scale := p.raster, p.scale
	l := layOut(f, float64(q.Width)/scale, p.height, q, r.fonts)
	paint(p, f, l, q)
	pic := Picture{Image: img, figure: f, layout: l, scale: scale}
	if f.Empty == "" && len(l.panels) > 0 {
		first, last := l.panels[0].data, l.panels[len(l.panels)-1].data
		pic.Plot = image.Rect(int(first.left*scale), int(first.top*scale), int(math.Ceil(last.right*scale)), int(math.Ceil(last.bottom*scale))).Intersect(img.Rect)
	}
	return pic, nil
}

// onPixels is a pen on a new picture with its ground.
func (r *Renderer) onPixels(q *Request) *pen {
	img := image.NewRGBA(image.Rect(0, 0, q.Width, q.Height))
	// The canvas knows whole dots an inch only; what a point is follows from them.
	dpi := max(1, int(math.Round(72*q.Scale)))
	scale := float64(dpi) / 72
	ctx := gg.NewContextForRGBA(img)
	ctx.SetLineCapButt()
	ctx.InvertY()
	canvas := vgimg.NewWith(vgimg.UseDPI(dpi), vgimg.UseImageWithContext(img, ctx))
	stddraw.Draw(img, img.Bounds(), image.NewUniform(q.Palette.Ground), image.Point{}, stddraw.Src)
	return &pen{canvas: draw.New(canvas), height: float64(q.Height) / scale, fonts: r.fonts, scale: scale, raster: img}
}

// PNG draws a figure as a PNG file.
func (r *Renderer) PNG(f Figure, q Request) ([]byte, error) {
	pic, err := r.Draw(f, q)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, pic.Image); err != nil {
		return nil, fmt.Errorf("encode a figure: %w", err)
	}
	return out.Bytes(), nil
}

// SVG draws a figure as an SVG file. Text is drawn as shapes, so that it looks the
// same without the font; title and description hold it as text.
func (r *Renderer) SVG(f Figure, q Request) ([]byte, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	canvas := vgsvg.New(vg.Points(float64(q.Width)), vg.Points(float64(q.Height)))
	data, err := r.vector(canvas, false, f, q)
	if err != nil {
		return nil, err
	}
	return describeSVG(data, f), nil
}

// PDF draws a figure as a PDF file of one page. Text is drawn as shapes.
func (r *Renderer) PDF(f Figure, q Request) ([]byte, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	return r.vector(vgpdf.New(vg.Points(float64(q.Width)), vg.Points(float64(q.Height))), true, f, q)
}

func (r *Renderer) vector(canvas vg.CanvasWriterTo, straight bool, f Figure, q Request) ([]byte, error) {
	p := &pen{canvas: draw.NewCanvas(canvas, vg.Points(float64(q.Width)), vg.Points(float64(q.Height))), height: float64(q.Height), fonts: r.fonts, straight: straight}
	l := layOut(f, float64(q.Width), float64(q.Height), q, r.fonts)
	p.box(q.Palette.Ground, l.page)
	paint(p, f, l, q)
	var out bytes.Buffer
	if _, err := canvas.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("write a figure: %w", err)
	}
	return out.Bytes(), nil
}
