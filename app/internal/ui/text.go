package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/widgets"
)

// label is a text of the theme's that wraps and that the theme's changes reach.
func label(text string, size fyne.ThemeSizeName, style fyne.TextStyle, muted bool) *widget.RichText {
	ink := theme.ColorNameForeground
	if muted {
		ink = widgets.ColorNameMutedText
	}
	rich := widget.NewRichText(&widget.TextSegment{
		Text:  text,
		Style: widget.RichTextStyle{ColorName: ink, SizeName: size, TextStyle: style},
	})
	rich.Wrapping = fyne.TextWrapWord
	return rich
}

// setLabel changes the text of a label.
func setLabel(rich *widget.RichText, text string) {
	segment, ok := rich.Segments[0].(*widget.TextSegment)
	if ok && segment.Text != text {
		segment.Text = text
		rich.Refresh()
	}
}

// reveal scrolls as far as is needed to see an object that got the focus.
func reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	bottom := top + o.Size().Height
	offset := scroll.Offset
	switch room := scroll.Size().Height; {
	case top < offset.Y:
		offset.Y = fyne.Max(0, top-4)
	case bottom > offset.Y+room:
		offset.Y = bottom - room + 4
	default:
		return
	}
	scroll.ScrollToOffset(offset)
}

// caption is one line of text without the space that labels have around them.
type caption struct {
	widget.BaseWidget

	text  string
	size  fyne.ThemeSizeName
	style fyne.TextStyle
	ink   fyne.ThemeColorName
}

func newCaption(text string, size fyne.ThemeSizeName, style fyne.TextStyle, ink fyne.ThemeColorName) *caption {
	c := &caption{text: text, size: size, style: style, ink: ink}
	c.ExtendBaseWidget(c)
	return c
}

// SetText changes the words.
func (c *caption) SetText(text string) {
	if c.text != text {
		c.text = text
		c.Refresh()
	}
}

// AccessibilityLabel returns the words.
func (c *caption) AccessibilityLabel() string { return c.text }

// AccessibilityRole is text.
func (c *caption) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (c *caption) CreateRenderer() fyne.WidgetRenderer {
	r := &captionRenderer{caption: c, line: canvas.NewText(c.text, color.Black)}
	r.Refresh()
	return r
}

type captionRenderer struct {
	caption *caption
	line    *canvas.Text
}

func (r *captionRenderer) Destroy() {}

func (r *captionRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *captionRenderer) MinSize() fyne.Size { return r.line.MinSize() }

func (r *captionRenderer) Layout(size fyne.Size) {
	min := r.line.MinSize()
	r.line.Resize(fyne.NewSize(size.Width, min.Height))
	r.line.Move(fyne.NewPos(0, (size.Height-min.Height)/2))
}

func (r *captionRenderer) Refresh() {
	c := r.caption
	th := c.Theme()
	r.line.Text, r.line.TextStyle = c.text, c.style
	r.line.TextSize = th.Size(c.size)
	r.line.Color = th.Color(c.ink, fyne.CurrentApp().Settings().ThemeVariant())
	r.line.Refresh()
	r.Layout(c.Size())
	canvas.Refresh(c)
}

// ground is a rectangle in a colour of the theme, behind content.
type ground struct {
	widget.BaseWidget

	ink fyne.ThemeColorName
	// line is a thin line at the top edge in place of a ground.
	line bool
}

func newGround(ink fyne.ThemeColorName) *ground {
	g := &ground{ink: ink}
	g.ExtendBaseWidget(g)
	return g
}

// newRule is a thin line across.
func newRule() *ground {
	g := &ground{ink: theme.ColorNameSeparator, line: true}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by Fyne.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{ground: g, rect: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type groundRenderer struct {
	ground *ground
	rect   *canvas.Rectangle
}

func (r *groundRenderer) Destroy() {}

func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }

func (r *groundRenderer) MinSize() fyne.Size {
	if r.ground.line {
		return fyne.NewSize(1, 1)
	}
	return fyne.Size{}
}

func (r *groundRenderer) Layout(size fyne.Size) {
	if r.ground.line {
		size.Height = 1
	}
	r.rect.Resize(size)
}

func (r *groundRenderer) Refresh() {
	g := r.ground
	r.rect.FillColor = g.Theme().Color(g.ink, fyne.CurrentApp().Settings().ThemeVariant())
	r.rect.Refresh()
}
