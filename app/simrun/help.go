package main

import (
	"strings"

	"threep/app/internal/about"
	"threep/assets"
)

// mainHelp is the help of the program itself.
func mainHelp(all []*command) string {
	var b strings.Builder
	b.WriteString(assets.F("simrun.help.head", about.Name, assets.T("program.purpose")))
	for _, c := range all {
		b.WriteString("  " + pad("simrun "+c.usage(), usageWidth) + assets.T("simrun."+c.name+".short") + "\n")
	}
	b.WriteString(assets.T("simrun.help.foot"))
	return b.String()
}

// usageWidth is the width of the first column of the help [characters].
const usageWidth = 28

// usage is a command with its operands.
func (c *command) usage() string {
	if key := "simrun." + c.name + ".operands"; assets.Has(key) {
		return c.name + " " + assets.T(key)
	}
	return c.name
}

// help is the help of one command.
func (c *command) help() string { return assets.T("simrun." + c.name + ".help") }

// pad fills text up to a width, or ends the line where it is too long.
func pad(text string, width int) string {
	if len(text) >= width {
		return text + "\n  " + strings.Repeat(" ", width)
	}
	return text + strings.Repeat(" ", width-len(text))
}
