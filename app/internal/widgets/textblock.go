package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const ellipsis = "…"

// cutToWidth shortens a text with an ellipsis so that it fits.
func cutToWidth(text string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	letters := []rune(text)
	low, high := 0, len(letters)
	for low < high {
		middle := (low + high + 1) / 2
		cut := strings.TrimRight(string(letters[:middle]), " ") + ellipsis
		if fyne.MeasureText(cut, size, style).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return ""
	}
	return strings.TrimRight(string(letters[:low]), " ") + ellipsis
}

// wrapToWidth breaks a text between words; a word longer than the line is cut. Line
// breaks in the text are kept.
func wrapToWidth(text string, width, size float32, style fyne.TextStyle) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			longer := word
			if line != "" {
				longer = line + " " + word
			}
			if fyne.MeasureText(longer, size, style).Width <= width {
				line = longer
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			line = cutToWidth(word, width, size, style)
		}
		lines = append(lines, line)
	}
	return lines
}

// textBlock is a box of a few lines that no pointer can hit, so that it can lie over
// other widgets. Its canvas objects are kept and used again.
type textBlock struct {
	box    *canvas.Rectangle
	lines  []*canvas.Text
	used   int
	pad    float32
	hidden bool
}

func newTextBlock() *textBlock {
	return &textBlock{box: canvas.NewRectangle(color.Transparent)}
}

// set puts the lines into the block. The first is set in bold where there is more
// than one and lead is true.
func (b *textBlock) set(lines []string, size float32, ink color.Color, lead bool) {
	for len(b.lines) < len(lines) {
		b.lines = append(b.lines, canvas.NewText("", ink))
	}
	b.used = len(lines)
	for i, line := range b.lines {
		line.Text = ""
		if i < len(lines) {
			line.Text = lines[i]
		}
		line.Color, line.TextSize = ink, size
		line.TextStyle = fyne.TextStyle{Bold: lead && i == 0 && len(lines) > 1}
		line.Refresh()
	}
}

// ground paints the box behind the lines.
func (b *textBlock) ground(fill, stroke color.Color, strokeWidth, radius, pad float32) {
	b.box.FillColor, b.box.StrokeColor, b.box.StrokeWidth = fill, stroke, strokeWidth
	b.box.CornerRadius, b.pad = radius, pad
	b.box.Refresh()
}

func (b *textBlock) size() fyne.Size {
	var size fyne.Size
	for _, line := range b.lines[:b.used] {
		min := line.MinSize()
		size.Width = fyne.Max(size.Width, min.Width)
		size.Height += min.Height
	}
	return size.AddWidthHeight(3*b.pad, 2*b.pad)
}

func (b *textBlock) place(pos fyne.Position, size fyne.Size, align fyne.TextAlign) {
	b.box.Move(pos)
	b.box.Resize(size)
	y := pos.Y + b.pad
	for _, line := range b.lines[:b.used] {
		height := line.MinSize().Height
		line.Alignment = align
		line.Move(fyne.NewPos(pos.X+1.5*b.pad, y))
		line.Resize(fyne.NewSize(size.Width-3*b.pad, height))
		y += height
	}
}

func (b *textBlock) show(shown bool) {
	b.hidden = !shown
	b.box.Hidden = !shown
	for i, line := range b.lines {
		line.Hidden = !shown || i >= b.used
	}
}

func (b *textBlock) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{b.box}
	for _, line := range b.lines {
		objects = append(objects, line)
	}
	return objects
}

// text is what the block says, for tests and accessible names.
func (b *textBlock) text() string {
	if b.hidden {
		return ""
	}
	var said []string
	for _, line := range b.lines[:b.used] {
		said = append(said, line.Text)
	}
	return strings.Join(said, "\n")
}

// setLine changes one text object and repaints it only if something changed.
func setLine(t *canvas.Text, text string, size float32, style fyne.TextStyle, ink color.Color) {
	if t.Text == text && t.TextSize == size && t.TextStyle == style && t.Color == ink {
		return
	}
	t.Text, t.TextSize, t.TextStyle, t.Color = text, size, style, ink
	t.Refresh()
}
