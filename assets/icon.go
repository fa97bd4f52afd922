package assets

import _ "embed"

//go:embed icon.png
var icon []byte

// Icon returns the icon of the program as a PNG of 512 by 512 pixels: three bars on
// one base line, for people, process and product. The caller must not change the
// bytes.
func Icon() []byte { return icon }
