package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/widgets"
	"threep/assets"
)

// The palettes that a view can ask for; the system's is light or dark.
const (
	paletteSystem    = "system"
	paletteLight     = "light"
	paletteDark      = "dark"
	paletteProjector = "projector"
)

// textSize is the standard size of text at a factor of 1 [units].
const textSize = 13

// windowTheme is the look of the window: one text face, one accent, white space.
type windowTheme struct {
	palette string
	factor  float32 // on the size of text
	regular fyne.Resource
	bold    fyne.Resource
	italic  fyne.Resource
}

// newTheme returns the theme of a palette with text at a factor.
func newTheme(palette string, factor float64) fyne.Theme {
	if !(factor >= 0.5 && factor <= 3) {
		factor = 1
	}
	return &windowTheme{
		palette: palette, factor: float32(factor),
		regular: fyne.NewStaticResource("Inter-Regular.ttf", assets.FontRegular()),
		bold:    fyne.NewStaticResource("Inter-Bold.ttf", assets.FontBold()),
		italic:  fyne.NewStaticResource("Inter-Italic.ttf", assets.FontItalic()),
	}
}

// variant is light or dark as the palette says, else as the system does.
func (t *windowTheme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.palette {
	case paletteLight, paletteProjector:
		return theme.VariantLight
	case paletteDark:
		return theme.VariantDark
	}
	return system
}

// Font returns the text face that interface and charts share.
func (t *windowTheme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return t.bold
	case style.Italic:
		return t.italic
	}
	return t.regular
}

// Icon returns Fyne's own icons.
func (t *windowTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns a size; what text needs grows with it.
func (t *windowTheme) Size(name fyne.ThemeSizeName) float32 {
	grown := func(size float32) float32 { return size * t.factor }
	switch name {
	case theme.SizeNameText:
		return grown(textSize)
	case theme.SizeNameCaptionText:
		return grown(11)
	case theme.SizeNameSubHeadingText:
		return grown(16)
	case theme.SizeNameHeadingText:
		return grown(27)
	case theme.SizeNameInlineIcon:
		return grown(18)
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius, theme.SizeNameMenuRadius:
		return 6
	case theme.SizeNameDialogRadius, theme.SizeNamePopupRadius, theme.SizeNameCardRadius:
		return 10
	case theme.SizeNameScrollBar:
		return 9
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return theme.DefaultTheme().Size(name)
}

// Color returns a colour of the light or the dark ground.
func (t *windowTheme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	variant := t.variant(system)
	if c, ok := ownColor(name, variant == theme.VariantDark); ok {
		return c
	}
	if c, ok := widgets.PaletteColor(name, variant); ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// ownColor is one accent on quiet greys. The grounds are those of the charts, so that
// pictures have no edge.
func ownColor(name fyne.ThemeColorName, dark bool) (color.Color, bool) {
	pair := func(light, darker uint32) (color.Color, bool) {
		if dark {
			light = darker
		}
		return color.NRGBA{R: uint8(light >> 24), G: uint8(light >> 16), B: uint8(light >> 8), A: uint8(light)}, true
	}
	switch name {
	case theme.ColorNameBackground:
		return pair(0xffffffff, 0x171b21ff)
	case theme.ColorNameForeground:
		return pair(0x1d2430ff, 0xe8ecf1ff)
	case theme.ColorNamePlaceHolder:
		return pair(0x5f6b79ff, 0xa3adb9ff)
	case theme.ColorNameDisabled:
		return pair(0x97a1adff, 0x66717eff)
	case theme.ColorNamePrimary, theme.ColorNameHyperlink, widgets.ColorNameAccent, widgets.ColorNameBetter:
		return pair(0x0b66b0ff, 0x63b6f0ff)
	case theme.ColorNameForegroundOnPrimary, widgets.ColorNameOnAccent:
		return pair(0xffffffff, 0x0b1626ff)
	case theme.ColorNameFocus:
		return pair(0x0b66b055, 0x63b6f055)
	case theme.ColorNameSelection:
		return pair(0xcfe3f5ff, 0x2b4b68ff)
	case theme.ColorNameHover:
		return pair(0x1d243010, 0xe8ecf114)
	case theme.ColorNamePressed:
		return pair(0x1d243020, 0xe8ecf128)
	case theme.ColorNameSeparator:
		return pair(0xe3e8edff, 0x2b323bff)
	case theme.ColorNameInputBackground:
		return pair(0xffffffff, 0x12161bff)
	case theme.ColorNameInputBorder:
		return pair(0xc3ccd6ff, 0x46505bff)
	case theme.ColorNameButton:
		return pair(0xedf1f5ff, 0x272e37ff)
	case theme.ColorNameDisabledButton:
		return pair(0xf3f5f8ff, 0x1e242bff)
	case theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return pair(0xffffffff, 0x20262eff)
	case theme.ColorNameHeaderBackground, widgets.ColorNameSurface:
		return pair(0xf5f7faff, 0x1d232aff)
	case theme.ColorNameShadow:
		return pair(0x1d243038, 0x00000090)
	case theme.ColorNameScrollBar:
		return pair(0x5f6b7980, 0xa3adb980)
	}
	return nil, false
}
