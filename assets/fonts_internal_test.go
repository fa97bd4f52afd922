package assets

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// marks are the characters beyond letters and digits that views and charts rely on.
const marks = "€£$%‰–—·•…×÷±−≈≠≤≥∞√σΔµ°½¼¾²³←↑→↓↗↘▲▼▶◀●○■□◆✓★“”‘’«»\u00a0\u2009\u202f"

func TestFontsHaveEveryCharacterShown(t *testing.T) {
	for name, data := range map[string][]byte{
		"regular": FontRegular(), "bold": FontBold(), "italic": FontItalic(),
	} {
		face, err := sfnt.Parse(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var buffer sfnt.Buffer
		if family, err := face.Name(&buffer, sfnt.NameIDFamily); err != nil || family != FontName {
			t.Errorf("%s: family is %q (%v), want %q", name, family, err, FontName)
		}
		for _, r := range shown() {
			if glyph, err := face.GlyphIndex(&buffer, r); err != nil || glyph == 0 {
				t.Errorf("%s: no glyph for %q (%U)", name, r, r)
			}
		}
	}
}

// shown collects the printable ASCII, the marks, the letters of Western and Central
// Europe, and every character of every text.
func shown() []rune {
	var text strings.Builder
	for r := rune(0x20); r < 0x17f; r++ {
		if unicode.IsPrint(r) && r != 'ŉ' { // deprecated in Unicode, and in no modern face
			text.WriteRune(r)
		}
	}
	text.WriteString(marks)
	for _, key := range Keys() {
		text.WriteString(T(key))
	}
	runes := []rune(strings.Join(strings.FieldsFunc(text.String(), unicode.IsControl), ""))
	slices.Sort(runes)
	return slices.Compact(runes)
}

func TestFontLicenceIsTheOpenFontLicence(t *testing.T) {
	for _, want := range []string{"The Inter Project Authors", "SIL OPEN FONT LICENSE Version 1.1"} {
		if !strings.Contains(FontLicence(), want) {
			t.Errorf("the licence does not say %q", want)
		}
	}
}
