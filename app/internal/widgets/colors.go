package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colour names of this package. A theme that knows them is asked first; for one
// that does not, PaletteColor is the fallback.
const (
	// ColorNameText is text that must be read at once.
	ColorNameText fyne.ThemeColorName = "widgetText"
	// ColorNameMutedText is text beside: units, captions, axis ends.
	ColorNameMutedText fyne.ThemeColorName = "widgetMutedText"
	// ColorNameErrorText is a sentence about something that has to be put right.
	ColorNameErrorText fyne.ThemeColorName = "widgetErrorText"
	// ColorNameAccent marks what can be moved and what is chosen.
	ColorNameAccent fyne.ThemeColorName = "widgetAccent"
	// ColorNameOnAccent is text on ColorNameAccent.
	ColorNameOnAccent fyne.ThemeColorName = "widgetOnAccent"
	// ColorNameBetter stands for values above a reference.
	ColorNameBetter fyne.ThemeColorName = "widgetBetter"
	// ColorNameWorse stands for values at or below a reference.
	ColorNameWorse fyne.ThemeColorName = "widgetWorse"
	// ColorNameGhost stands for the scenario that is compared with.
	ColorNameGhost fyne.ThemeColorName = "widgetGhost"
	// ColorNameTrack is the ground of sliders, gauges and bars.
	ColorNameTrack fyne.ThemeColorName = "widgetTrack"
	// ColorNameOutline is the border of a control.
	ColorNameOutline fyne.ThemeColorName = "widgetOutline"
	// ColorNameSurface is the ground of a card or of a chosen place.
	ColorNameSurface fyne.ThemeColorName = "widgetSurface"
	// ColorNameTip is the ground of tooltips, read-outs and toasts.
	ColorNameTip fyne.ThemeColorName = "widgetTip"
	// ColorNameOnTip is text on ColorNameTip.
	ColorNameOnTip fyne.ThemeColorName = "widgetOnTip"
	// ColorNameTipAction is the word of an action on ColorNameTip.
	ColorNameTipAction fyne.ThemeColorName = "widgetTipAction"
)

// PaletteColor returns the colour of one of this package's names, and false for
// any other name. Better and worse are blue and orange, the pair that colour-blind
// readers and projectors keep apart.
func PaletteColor(name fyne.ThemeColorName, variant fyne.ThemeVariant) (color.Color, bool) {
	c, ok := paletteOf(variant == theme.VariantDark, name)
	return c, ok
}

func paletteOf(dark bool, name fyne.ThemeColorName) (color.NRGBA, bool) {
	pair := func(light, darker uint32) (color.NRGBA, bool) {
		if dark {
			return rgb(darker), true
		}
		return rgb(light), true
	}
	switch name {
	case ColorNameText:
		return pair(0x1d2430, 0xeceff4)
	case ColorNameMutedText:
		return pair(0x586373, 0xa9b2bf)
	case ColorNameErrorText:
		return pair(0xb42318, 0xff9a8f)
	case ColorNameAccent:
		return pair(0x1f5fbf, 0x82b4ff)
	case ColorNameOnAccent:
		return pair(0xffffff, 0x0b1626)
	case ColorNameBetter:
		return pair(0x0067a5, 0x63b6f0)
	case ColorNameWorse:
		return pair(0xb54a00, 0xf5a55c)
	case ColorNameGhost:
		return pair(0x7b3fa0, 0xcba6ea)
	case ColorNameTrack:
		return pair(0xd3d9e1, 0x3c444f)
	case ColorNameOutline:
		return pair(0x848f9e, 0x7a8593)
	case ColorNameSurface:
		return pair(0xf4f6f9, 0x22262c)
	case ColorNameTip:
		return pair(0x262d38, 0xe4e8ee)
	case ColorNameOnTip:
		return pair(0xf4f6f9, 0x1a212b)
	case ColorNameTipAction:
		return pair(0x9cc5ff, 0x0b4fae)
	}
	return color.NRGBA{}, false
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// themed is what every widget has through widget.BaseWidget.
type themed interface{ Theme() fyne.Theme }

// tones looks colours and sizes up for one widget at one moment.
type tones struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

// tonesOf asks the widget's theme. Whether it is light or dark is read off its
// background, since a theme may force a variant that the settings do not show.
func tonesOf(w themed) tones {
	return tonesFor(w.Theme(), fyne.CurrentApp().Settings().ThemeVariant())
}

func tonesFor(th fyne.Theme, variant fyne.ThemeVariant) tones {
	if ground := th.Color(theme.ColorNameBackground, variant); visible(ground) {
		variant = theme.VariantLight
		if luminance(ground) < 0.2 {
			variant = theme.VariantDark
		}
	}
	return tones{theme: th, variant: variant}
}

func (t tones) color(name fyne.ThemeColorName) color.Color {
	if c := t.theme.Color(name, t.variant); visible(c) {
		return c
	}
	if c, ok := PaletteColor(name, t.variant); ok {
		return c
	}
	return color.Transparent
}

func (t tones) size(name fyne.ThemeSizeName) float32 { return t.theme.Size(name) }

// text is the standard size of text, caption the size of words beside it.
func (t tones) text() float32    { return t.size(theme.SizeNameText) }
func (t tones) caption() float32 { return t.size(theme.SizeNameCaptionText) }

// pad is the gap between parts of one widget.
func (t tones) pad() float32 { return t.size(theme.SizeNamePadding) }

func visible(c color.Color) bool {
	if c == nil {
		return false
	}
	_, _, _, a := c.RGBA()
	return a > 0
}

// faded returns the colour at a share of its opacity.
func faded(c color.Color, share float64) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(math.Round(float64(n.A) * share))
	return n
}

// luminance is the relative luminance of WCAG 2.1, from 0 for black to 1 for white.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

// Contrast is the contrast ratio of WCAG 2.1, from 1 to 21. Text needs 4.5, shapes 3.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}
