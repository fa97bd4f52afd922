package assets

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/vector"
)

var update = flag.Bool("update", false, "draw icon.svg and icon.png anew")

// iconSize is the width and height of the icon [pixels].
const iconSize = 512

// A panel is a rectangle with round corners whose colour runs from top to bottom.
type panel struct {
	x, y, width, height, radius float32
	top, bottom                 color.RGBA
}

// iconPanels is the drawing, from back to front: the ground, three bars that grow
// from people over process to product, and the base line they stand on.
var iconPanels = []panel{
	{0, 0, 512, 512, 112, rgb(0x1d3a6b), rgb(0x0c1b33)},
	{108, 268, 80, 116, 20, rgb(0xffa98a), rgb(0xf26b4e)},
	{216, 198, 80, 186, 20, rgb(0xffdf8f), rgb(0xf2b134)},
	{324, 112, 80, 272, 20, rgb(0x8ff0d8), rgb(0x2bb39a)},
	{92, 400, 328, 14, 7, rgb(0xf4f7fb), rgb(0xf4f7fb)},
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xff}
}

func TestIconIsAsDrawn(t *testing.T) {
	drawn := paintIcon()
	if *update {
		var file bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&file, drawn); err != nil {
			t.Fatal(err)
		}
		write(t, "icon.png", file.Bytes())
		write(t, "icon.svg", []byte(iconSVG()))
		icon = file.Bytes()
	}

	committed, err := png.Decode(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if committed.Bounds() != drawn.Bounds() {
		t.Fatalf("icon.png is %v, want %v", committed.Bounds(), drawn.Bounds())
	}
	if n := differences(committed, drawn); n > 0 {
		t.Errorf("icon.png differs from the drawing in %d pixels; run the test with -update", n)
	}
	svg, err := os.ReadFile("icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	if string(svg) != iconSVG() {
		t.Error("icon.svg differs from the drawing; run the test with -update")
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// differences counts the pixels with a channel that is off by more than rounding.
func differences(a, b image.Image) int {
	const tolerance = 2
	count := 0
	for y := range iconSize {
		for x := range iconSize {
			p := color.RGBAModel.Convert(a.At(x, y)).(color.RGBA)
			q := color.RGBAModel.Convert(b.At(x, y)).(color.RGBA)
			for _, pair := range [][2]uint8{{p.R, q.R}, {p.G, q.G}, {p.B, q.B}, {p.A, q.A}} {
				if max(pair[0], pair[1])-min(pair[0], pair[1]) > tolerance {
					count++
					break
				}
			}
		}
	}
	return count
}

func paintIcon() *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, iconSize, iconSize))
	for _, p := range iconPanels {
		outline := vector.NewRasterizer(iconSize, iconSize)
		p.trace(outline)
		outline.Draw(picture, picture.Bounds(), p, image.Point{})
	}
	return picture
}

// trace draws the outline with a cubic curve for each quarter of a circle.
func (p panel) trace(outline *vector.Rasterizer) {
	const bend = 0.5522847 // of the radius: the curve nearest to a quarter circle
	left, top, right, bottom := p.x, p.y, p.x+p.width, p.y+p.height
	r, k := p.radius, p.radius*(1-bend)
	outline.MoveTo(left+r, top)
	outline.LineTo(right-r, top)
	outline.CubeTo(right-k, top, right, top+k, right, top+r)
	outline.LineTo(right, bottom-r)
	outline.CubeTo(right, bottom-k, right-k, bottom, right-r, bottom)
	outline.LineTo(left+r, bottom)
	outline.CubeTo(left+k, bottom, left, bottom-k, left, bottom-r)
	outline.LineTo(left, top+r)
	outline.CubeTo(left, top+k, left+k, top, left+r, top)
	outline.ClosePath()
}

// A panel is the picture of its own colours, without end.
func (p panel) ColorModel() color.Model { return color.RGBAModel }
func (p panel) Bounds() image.Rectangle { return image.Rect(0, 0, iconSize, iconSize) }

func (p panel) At(_, y int) color.Color {
	share := min(max((float32(y)+0.5-p.y)/p.height, 0), 1)
	mix := func(a, b uint8) uint8 {
		return uint8(float32(a) + (float32(b)-float32(a))*share + 0.5)
	}
	return color.RGBA{mix(p.top.R, p.bottom.R), mix(p.top.G, p.bottom.G), mix(p.top.B, p.bottom.B), 0xff}
}

func iconSVG() string {
	hex := func(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
	var gradients, shapes strings.Builder
	for i, p := range iconPanels {
		fmt.Fprintf(&gradients,
			"    <linearGradient id=\"g%d\" x2=\"0\" y2=\"1\"><stop stop-color=\"%s\"/><stop offset=\"1\" stop-color=\"%s\"/></linearGradient>\n",
			i, hex(p.top), hex(p.bottom))
		fmt.Fprintf(&shapes, "  <rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" rx=\"%g\" fill=\"url(#g%d)\"/>\n",
			p.x, p.y, p.width, p.height, p.radius, i)
	}
	return fmt.Sprintf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">\n  <defs>\n%s  </defs>\n%s</svg>\n",
		iconSize, iconSize, &gradients, &shapes)
}
