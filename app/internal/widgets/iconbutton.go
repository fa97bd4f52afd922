package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget      = (*IconButton)(nil)
	_ fyne.Focusable   = (*IconButton)(nil)
	_ fyne.Tappable    = (*IconButton)(nil)
	_ fyne.Disableable = (*IconButton)(nil)
	_ fyne.Accessible  = (*IconButton)(nil)
)

// IconButton is a small button with an icon, a word or both. Its name is the tooltip
// and what a screen reader says.
type IconButton struct {
	widget.BaseWidget
	press

	icon    fyne.Resource
	word    string
	name    string
	strong  bool
	checked bool
	heading bool
	chip    bool
}

// NewIconButton returns a button; tips may be nil.
func NewIconButton(icon fyne.Resource, name string, tips *TooltipLayer, pressed func()) *IconButton {
	b := &IconButton{icon: icon, name: name}
	b.press = press{owner: b, onPress: pressed, changed: b.Refresh}
	b.tip = tip{layer: tips, owner: b, text: func() string { return b.name }}
	b.ExtendBaseWidget(b)
	return b
}

// SetName changes the tooltip, as when the name says what would be undone.
func (b *IconButton) SetName(name string) { b.name = name }

// SetOnFocus has a function called whenever the button gets the focus.
func (b *IconButton) SetOnFocus(follow func()) { b.onFocus = follow }

// SetWord shows a word beside the icon.
func (b *IconButton) SetWord(word string) {
	b.word = word
	b.Refresh()
}

// SetIcon shows another icon; nil shows none.
func (b *IconButton) SetIcon(icon fyne.Resource) {
	b.icon = icon
	b.Refresh()
}

// SetStrong paints the button as the one that is meant.
func (b *IconButton) SetStrong(strong bool) {
	b.strong = strong
	b.Refresh()
}

// SetChecked shows that what the button switches is on.
func (b *IconButton) SetChecked(checked bool) {
	b.checked = checked
	b.Refresh()
}

// SetHeading writes the word as a heading, with the icon behind it: a title that
// leads somewhere.
func (b *IconButton) SetHeading(heading bool) {
	b.heading = heading
	b.Refresh()
}

// SetChip draws a thin outline around the button, for one of many that are switched
// on and off.
func (b *IconButton) SetChip(chip bool) {
	b.chip = chip
	b.Refresh()
}

// AccessibilityLabel returns the name.
func (b *IconButton) AccessibilityLabel() string { return b.name }

// AccessibilityRole is button.
func (b *IconButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	r := &iconButtonRenderer{
		button: b, ground: newPressGround(), under: canvas.NewRectangle(color.Transparent),
		icon: &canvas.Image{}, text: canvas.NewText("", nil),
	}
	r.Layout(b.Size())
	return r
}

type iconButtonRenderer struct {
	button *IconButton
	under  *canvas.Rectangle // what a strong or checked button stands on
	ground pressGround
	icon   *canvas.Image
	text   *canvas.Text
}

func (r *iconButtonRenderer) Destroy() {}

func (r *iconButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.under, r.ground.fill, r.icon, r.text, r.ground.ring}
}

func (r *iconButtonRenderer) Refresh() {
	r.Layout(r.button.Size())
	repaint(r.button, r.Objects())
}

func (r *iconButtonRenderer) wordSize(tone tones) fyne.Size {
	if r.button.word == "" {
		return fyne.Size{}
	}
	size, style := r.wordLook(tone)
	return fyne.MeasureText(r.button.word, size, style)
}

func (r *iconButtonRenderer) wordLook(tone tones) (size float32, style fyne.TextStyle) {
	b := r.button
	if b.heading {
		return tone.text() * 1.1, fyne.TextStyle{Bold: true}
	}
	return tone.text(), fyne.TextStyle{Bold: b.strong}
}

func (r *iconButtonRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.button)
	word := r.wordSize(tone)
	pad := tone.pad()
	size := fyne.NewSize(word.Width+2*pad, tone.text()*1.3+3*pad)
	if r.button.icon != nil {
		size.Width += tone.text() * 1.3
	}
	if word.Width > 0 {
		size.Width += 2 * pad
		if r.button.icon != nil {
			size.Width += pad
		}
	}
	size.Width = fyne.Max(size.Width, size.Height)
	return size
}

func (r *iconButtonRenderer) Layout(size fyne.Size) {
	b := r.button
	tone := tonesOf(b)
	ink := tone.color(ColorNameText)
	r.under.FillColor, r.under.StrokeColor, r.under.StrokeWidth = color.Transparent, color.Transparent, 0
	hover := faded(tone.color(ColorNameTrack), 0.6)
	ring := tone.color(ColorNameAccent)
	switch {
	case b.strong:
		r.under.FillColor, ink = tone.color(ColorNameAccent), tone.color(ColorNameOnAccent)
		hover, ring = faded(ink, 0.15), tone.color(ColorNameText)
	case b.checked:
		r.under.FillColor = tone.color(ColorNameSurface)
		r.under.StrokeColor, r.under.StrokeWidth = tone.color(ColorNameAccent), 1
	case b.chip:
		r.under.StrokeColor, r.under.StrokeWidth = faded(tone.color(ColorNameOutline), 0.5), 1
	}
	if b.off {
		ink = tone.color(ColorNameMutedText)
		r.under.FillColor = color.Transparent
	}
	r.under.CornerRadius = tone.size(theme.SizeNameInputRadius)
	r.under.Resize(size)
	r.ground.update(&b.press, tone, size, hover, ring)
	r.placeFace(tone, ink, size)
}

// placeFace centres icon and word.
func (r *iconButtonRenderer) placeFace(tone tones, ink color.Color, size fyne.Size) {
	b := r.button
	word, side, pad := r.wordSize(tone), tone.text()*1.3, tone.pad()
	if b.icon == nil {
		side = 0
	}
	gap := float32(0)
	if side > 0 && word.Width > 0 {
		gap = pad
	}
	x := (size.Width - side - gap - word.Width) / 2
	iconX, wordX := x, x+side+gap
	if b.heading {
		iconX, wordX = x+word.Width+gap, x
	}
	r.icon.Hidden = b.icon == nil
	if b.icon != nil {
		r.icon.Resource = iconIn(b.icon, b.off, b.strong)
		r.icon.Translucency = 0
		if b.off {
			r.icon.Translucency = 0.55
		}
		r.icon.Move(fyne.NewPos(iconX, (size.Height-side)/2))
		r.icon.Resize(fyne.NewSquareSize(side))
	}
	if b.off {
		ink = faded(ink, 0.7)
	}
	textSize, style := r.wordLook(tone)
	setLine(r.text, b.word, textSize, style, ink)
	r.text.Move(fyne.NewPos(wordX, (size.Height-word.Height)/2))
	r.text.Resize(word)
}

// iconIn colours an icon of the theme to go with the text beside it. On the accent
// that is the colour of the window's ground, which every theme has.
func iconIn(icon fyne.Resource, off, strong bool) fyne.Resource {
	themedIcon, ok := icon.(fyne.ThemedResource)
	switch {
	case !ok:
		return icon
	case strong && !off:
		return theme.NewColoredResource(themedIcon, theme.ColorNameBackground)
	}
	return icon
}
