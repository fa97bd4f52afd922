package assets

import (
	"embed"
	"io/fs"
	"strings"
	"sync"
)

//go:embed reference/*.md
var referenceFiles embed.FS

// reference joins the chapters of the model reference once, in the order of their
// file names.
var reference = sync.OnceValue(func() string {
	names, err := fs.Glob(referenceFiles, "reference/*.md")
	if err != nil {
		panic("assets: " + err.Error()) // the pattern is wrong, which a test would show
	}
	var chapters []string
	for _, name := range names {
		text, err := fs.ReadFile(referenceFiles, name)
		if err != nil {
			panic("assets: " + err.Error())
		}
		chapters = append(chapters, strings.TrimSpace(string(text)))
	}
	return strings.Join(chapters, "\n\n") + "\n"
})

// Reference returns the hand-written part of the model reference as Markdown, with
// placeholders in double braces for what is generated.
func Reference() string { return reference() }
