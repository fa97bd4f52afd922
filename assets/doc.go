// Package assets holds what the program shows but does not compute: the texts, the
// text face shared by interface and charts, the icon and the third-party notices.
// Everything is embedded in the binary, and nothing here depends on a toolkit, so
// that the window and the command line speak the same words.
package assets
