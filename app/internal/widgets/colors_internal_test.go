package widgets

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ground is the colour that something stands on; a half-transparent one lies on the
// window.
func over(top, bottom color.Color) color.Color {
	t := color.NRGBAModel.Convert(top).(color.NRGBA)
	b := color.NRGBAModel.Convert(bottom).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8((int(x)*int(t.A) + int(y)*(255-int(t.A))) / 255) }
	return color.NRGBA{mix(t.R, b.R), mix(t.G, b.G), mix(t.B, b.B), 255}
}

func TestPaletteContrast(t *testing.T) {
	test.NewTempApp(t)
	for name, variant := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		tone := tonesFor(fixedTheme{variant: variant}, variant)
		window := tone.color(theme.ColorNameBackground)
		surface, tip := tone.color(ColorNameSurface), tone.color(ColorNameTip)
		hovered := over(faded(tone.color(ColorNameTrack), 0.6), window)
		for _, c := range []struct {
			top    fyne.ThemeColorName
			bottom color.Color
			least  float64
		}{
			{ColorNameText, window, 7},
			{ColorNameText, surface, 7},
			{ColorNameText, hovered, 4.5},
			{ColorNameMutedText, window, 4.5},
			{ColorNameMutedText, surface, 4.5},
			{ColorNameErrorText, window, 4.5},
			{ColorNameBetter, window, 4.5},
			{ColorNameWorse, window, 4.5},
			{ColorNameOnAccent, tone.color(ColorNameAccent), 4.5},
			{ColorNameOnTip, tip, 7},
			{ColorNameTipAction, tip, 4.5},
			{ColorNameAccent, window, 3},
			{ColorNameGhost, window, 3},
			{ColorNameOutline, window, 3},
			{ColorNameAccent, tone.color(ColorNameTrack), 3},
			{ColorNameWorse, tone.color(ColorNameTrack), 3},
			{ColorNameBetter, tone.color(ColorNameTrack), 3},
		} {
			if got := Contrast(tone.color(c.top), c.bottom); got < c.least {
				t.Errorf("%s: %s on %v has a contrast of %.2f, want %v", name, c.top, c.bottom, got, c.least)
			}
		}
	}
}

func TestContrastOfBlackAndWhite(t *testing.T) {
	if got := fmt.Sprintf("%.1f", Contrast(color.White, color.Black)); got != "21.0" {
		t.Errorf("black on white has %s", got)
	}
	if got := Contrast(color.Gray{0x77}, color.White); got < 4.47 || got > 4.49 {
		t.Errorf("#777777 on white has %v, want 4.48", got)
	}
}

// named is a theme with a colour of its own for one of this package's names.
type named struct {
	fixedTheme
	ink color.Color
}

func (n named) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == ColorNameAccent {
		return n.ink
	}
	return n.fixedTheme.Color(name, v)
}

func TestThemeIsAskedBeforeThePalette(t *testing.T) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(named{light, color.NRGBA{1, 2, 3, 255}})
	label := widget.NewLabel("")
	if got := tonesOf(label).color(ColorNameAccent); got != (color.NRGBA{1, 2, 3, 255}) {
		t.Errorf("accent is %v, want the theme's", got)
	}
	fyne.CurrentApp().Settings().SetTheme(dark)
	if got, want := tonesOf(label).color(ColorNameAccent), rgb(0x82b4ff); got != want {
		t.Errorf("accent is %v, want the palette's %v for dark", got, want)
	}
	if _, ok := PaletteColor(theme.ColorNameBackground, theme.VariantDark); ok {
		t.Error("the palette answers for a name that is not its own")
	}
}

func TestCutToWidth(t *testing.T) {
	test.NewTempApp(t)
	style := fyne.TextStyle{}
	text := "Managers who lead and promote the use"
	full := fyne.MeasureText(text, 14, style).Width
	if got := cutToWidth(text, full, 14, style); got != text {
		t.Errorf("cut to %q though there is room", got)
	}
	for _, width := range []float32{full * 0.75, full / 2, 40, 12, 2, 0} {
		got := cutToWidth(text, width, 14, style)
		if fyne.MeasureText(got, 14, style).Width > width {
			t.Errorf("%q is wider than %v", got, width)
		}
	}
}

func TestWrapToWidth(t *testing.T) {
	test.NewTempApp(t)
	style := fyne.TextStyle{}
	lines := wrapToWidth("one two three\nfour Donaudampfschifffahrtsgesellschaft five", 60, 14, style)
	if lines[0] != "one two" || lines[1] != "three" || lines[2] != "four" || lines[len(lines)-1] != "five" {
		t.Errorf("wrapped to %q", lines)
	}
	for _, line := range lines {
		if fyne.MeasureText(line, 14, style).Width > 60 {
			t.Errorf("%q is too wide", line)
		}
	}
}
