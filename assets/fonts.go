package assets

import _ "embed"

// The text face is Inter 4.001 by The Inter Project Authors, unchanged: it has the
// arrows, relations and marks that charts and tables use, which many faces lack.
var (
	//go:embed fonts/Inter-Regular.ttf
	fontRegular []byte
	//go:embed fonts/Inter-Bold.ttf
	fontBold []byte
	//go:embed fonts/Inter-Italic.ttf
	fontItalic []byte
	//go:embed fonts/OFL.txt
	fontLicence string
)

// FontName is the family name of the text face that interface and charts share.
const FontName = "Inter"

// FontRegular returns the upright text face as TrueType. The caller must not change
// the bytes.
func FontRegular() []byte { return fontRegular }

// FontBold returns the bold text face as TrueType. The caller must not change the
// bytes.
func FontBold() []byte { return fontBold }

// FontItalic returns the slanted text face as TrueType. The caller must not change
// the bytes.
func FontItalic() []byte { return fontItalic }

// FontLicence returns the licence of the text face, the SIL Open Font License 1.1.
func FontLicence() string { return fontLicence }
