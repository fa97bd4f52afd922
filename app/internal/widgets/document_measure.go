package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// docStyle is how a stretch of a document is written.
type docStyle struct {
	size  float32
	style fyne.TextStyle
	ink   fyne.ThemeColorName
}

// docMeasure knows the sizes of a document's text. Words come again and again, so that
// each is measured once.
type docMeasure struct {
	tone   tones
	widths map[docWord]float32
}

type docWord struct {
	text  string
	style docStyle
}

func newDocMeasure(tone tones) docMeasure { return docMeasure{tone, map[docWord]float32{}} }

func (m docMeasure) text() float32  { return m.tone.text() }
func (m docMeasure) small() float32 { return m.tone.caption() }
func (m docMeasure) gap() float32   { return m.tone.text() * 0.8 }

// reading is the widest that lines of running text are, so that the eye finds the next.
func (m docMeasure) reading() float32 { return m.tone.text() * 54 }

func (m docMeasure) width(text string, s docStyle) float32 {
	word := docWord{text, s}
	w, known := m.widths[word]
	if !known {
		w = fyne.MeasureText(text, s.size, s.style).Width
		m.widths[word] = w
	}
	return w
}

func (m docMeasure) lineHeight(s docStyle) float32 {
	return fyne.MeasureText("Mg", s.size, s.style).Height
}

// styleOf is the style of a span at a size.
func styleOf(s DocSpan, size float32) docStyle {
	style := docStyle{size: size, ink: ColorNameText, style: fyne.TextStyle{Bold: s.Bold, Italic: s.Italic && !s.Bold}}
	if s.Code {
		style.style = fyne.TextStyle{Monospace: true}
		style.size *= 0.92
	}
	return style
}

// headingStyle is the style of a heading.
func (m docMeasure) headingStyle(level int) docStyle {
	size := m.text()
	switch level {
	case 1:
		size = m.tone.size(theme.SizeNameHeadingText) * 0.8
	case 2:
		size = m.tone.size(theme.SizeNameSubHeadingText)
	}
	return docStyle{size: size, style: fyne.TextStyle{Bold: true}, ink: ColorNameText}
}
