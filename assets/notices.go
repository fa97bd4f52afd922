package assets

import _ "embed"

//go:embed notices.txt
var notices string

// Notices returns the licences of the works that the program is built with, each with
// the names and versions of the works under it.
func Notices() string { return notices }
