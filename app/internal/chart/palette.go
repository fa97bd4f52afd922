package chart

import (
	"image/color"
	"math"
)

// Hue is a colour by its role; a palette says what it looks like.
type Hue int

// The roles of colours.
const (
	HueScenario Hue = iota
	HueBaseline
	HueAssumed
	HueSecond // a second measure
	HueThird  // a third, or one that is set against the scenario's
	HueLoss
	HueSavvy1
	HueSavvy2
	HueSavvy3
	HueSavvy4
	HueRoutine
	HueTrial
	HueAware
	HueUnaware
	HueRejected
	numHues
)

// Palette is a set of colours made for one ground.
type Palette struct {
	Name                          string
	Ground, Ink, Muted, Grid, Rim color.NRGBA
	// BandAlpha is the opacity of one band; bands lie on each other.
	BandAlpha uint8
	// Weight is a factor on the width of lines, Text one on the size of text.
	Weight, Text float64

	lines [numHues]color.NRGBA // lines and areas
	words [numHues]color.NRGBA // text in the colour of its line, with more contrast
}

// Line is the colour of lines and areas.
func (p *Palette) Line(h Hue) color.NRGBA { return p.lines[h] }

// Word is the colour of text that belongs to a line.
func (p *Palette) Word(h Hue) color.NRGBA { return p.words[h] }

// on is the colour of words that stand on an area: ink or ground, whichever is read
// better.
func (p *Palette) on(h Hue) color.NRGBA {
	if area := p.lines[h]; contrast(area, p.Ink) < contrast(area, p.Ground) {
		return p.Ground
	}
	return p.Ink
}

// contrast is the ratio of luminances that the Web Content Accessibility Guidelines
// 2.1 define, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= .04045 {
			return s / 12.92
		}
		return math.Pow((s+.055)/1.055, 2.4)
	}
	return .2126*linear(c.R) + .7152*linear(c.G) + .0722*linear(c.B)
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

func faded(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// The colours start from the set of Okabe and Ito, "Color Universal Design" (2008):
// blue, vermillion, bluish green, orange and reddish purple, made lighter or darker
// until they stand out against their ground.

// Light is the palette for a white ground.
func Light() Palette {
	return Palette{
		Name: "light", Ground: rgb(0xffffff), Ink: rgb(0x1a1f26), Muted: rgb(0x566270),
		Grid: rgb(0xe4e8ec), Rim: rgb(0x8a95a1), BandAlpha: 34, Weight: 1, Text: 1,
		lines: [numHues]color.NRGBA{
			HueScenario: rgb(0x1a7fd0), HueBaseline: rgb(0x14181d), HueAssumed: rgb(0x5b6672),
			HueSecond: rgb(0x00936b), HueThird: rgb(0xd2600f), HueLoss: rgb(0xc8501e),
			HueSavvy1: rgb(0xc24e12), HueSavvy2: rgb(0xb5578f), HueSavvy3: rgb(0x1f8f86), HueSavvy4: rgb(0x0b5cad),
			HueRoutine: rgb(0x0d5ca8), HueTrial: rgb(0x5fa8dd), HueAware: rgb(0xb9d5ec), HueUnaware: rgb(0xe4e8ec), HueRejected: rgb(0xe08a5c),
		},
		words: [numHues]color.NRGBA{
			HueScenario: rgb(0x0b62ab), HueBaseline: rgb(0x14181d), HueAssumed: rgb(0x4f5a66),
			HueSecond: rgb(0x00714f), HueThird: rgb(0xa84708), HueLoss: rgb(0xa63d10),
			HueSavvy1: rgb(0xa63d08), HueSavvy2: rgb(0x963f74), HueSavvy3: rgb(0x106e67), HueSavvy4: rgb(0x0b529c),
			HueRoutine: rgb(0x0b529c), HueTrial: rgb(0x1f6ba3), HueAware: rgb(0x4a6a85), HueUnaware: rgb(0x5c6873), HueRejected: rgb(0xa63d10),
		},
	}
}

// Dark is the palette for a dark ground; the baseline is near white.
func Dark() Palette {
	return Palette{
		Name: "dark", Ground: rgb(0x171b21), Ink: rgb(0xe8ecf1), Muted: rgb(0xa7b1bc),
		Grid: rgb(0x2b323a), Rim: rgb(0x6b7681), BandAlpha: 44, Weight: 1, Text: 1,
		lines: [numHues]color.NRGBA{
			HueScenario: rgb(0x2f8fe0), HueBaseline: rgb(0xf5f7fa), HueAssumed: rgb(0xa9b4c0),
			HueSecond: rgb(0x1fae84), HueThird: rgb(0xf08a3c), HueLoss: rgb(0xef7d4d),
			HueSavvy1: rgb(0xef7d4d), HueSavvy2: rgb(0xdd8fbf), HueSavvy3: rgb(0x3fb8ae), HueSavvy4: rgb(0x6bb4f5),
			HueRoutine: rgb(0x52a5ec), HueTrial: rgb(0x2a6ea8), HueAware: rgb(0x24486a), HueUnaware: rgb(0x2a3139), HueRejected: rgb(0xa34c24),
		},
		words: [numHues]color.NRGBA{
			HueScenario: rgb(0x6bb6f7), HueBaseline: rgb(0xf5f7fa), HueAssumed: rgb(0xb7c1cb),
			HueSecond: rgb(0x45c9a1), HueThird: rgb(0xf5a566), HueLoss: rgb(0xf59a72),
			HueSavvy1: rgb(0xf59a72), HueSavvy2: rgb(0xe6a8cf), HueSavvy3: rgb(0x5fcbc2), HueSavvy4: rgb(0x86c3f9),
			HueRoutine: rgb(0x7cc0f7), HueTrial: rgb(0x66a8e0), HueAware: rgb(0x86a9c9), HueUnaware: rgb(0xa3adb8), HueRejected: rgb(0xf0946a),
		},
	}
}

// Projector is the palette for a beamer in a bright room: white ground, darker and
// heavier lines, larger text.
func Projector() Palette {
	p := Light()
	p.Name, p.Ink, p.Muted, p.Grid, p.Rim = "projector", rgb(0x000000), rgb(0x333b44), rgb(0xcdd3d9), rgb(0x5a646e)
	p.BandAlpha, p.Weight, p.Text = 48, 1.35, 1.15
	p.lines = [numHues]color.NRGBA{
		HueScenario: rgb(0x0067bd), HueBaseline: rgb(0x000000), HueAssumed: rgb(0x3f4954),
		HueSecond: rgb(0x007a55), HueThird: rgb(0xbb4a00), HueLoss: rgb(0xb03a08),
		HueSavvy1: rgb(0xb03a08), HueSavvy2: rgb(0x9a3b75), HueSavvy3: rgb(0x00756d), HueSavvy4: rgb(0x003f8a),
		HueRoutine: rgb(0x003f8a), HueTrial: rgb(0x3d8fcd), HueAware: rgb(0xa9cdea), HueUnaware: rgb(0xd6dde3), HueRejected: rgb(0xd4703a),
	}
	p.words = [numHues]color.NRGBA{
		HueScenario: rgb(0x00509a), HueBaseline: rgb(0x000000), HueAssumed: rgb(0x333b44),
		HueSecond: rgb(0x005f41), HueThird: rgb(0x8f3800), HueLoss: rgb(0x8f2d04),
		HueSavvy1: rgb(0x8f2d04), HueSavvy2: rgb(0x7d2b5d), HueSavvy3: rgb(0x005b54), HueSavvy4: rgb(0x003f8a),
		HueRoutine: rgb(0x003f8a), HueTrial: rgb(0x145a8f), HueAware: rgb(0x34536d), HueUnaware: rgb(0x3f4954), HueRejected: rgb(0x8f2d04),
	}
	return p
}

// PaletteNamed returns the palette of a name: light, dark or projector.
func PaletteNamed(name string) (Palette, bool) {
	for _, p := range []Palette{Light(), Dark(), Projector()} {
		if p.Name == name {
			return p, true
		}
	}
	return Light(), false
}
