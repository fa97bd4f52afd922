package scenarios

import "embed"

//go:embed data/*.toml library/*.toml
var files embed.FS
