package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"threep/assets"
)

// options are what the command line says.
type options struct {
	file          string
	version       bool
	screenshot    string
	width, height float32
	dark          bool
}

func parseFlags(args []string, stderr io.Writer) (options, error) {
	var o options
	var size string
	set := flag.NewFlagSet("app", flag.ContinueOnError)
	set.SetOutput(stderr)
	set.BoolVar(&o.version, "version", false, assets.T("ui.flags.version"))
	set.StringVar(&o.screenshot, "screenshot", "", assets.T("ui.flags.screenshot"))
	set.StringVar(&size, "size", "1280x800", assets.T("ui.flags.size"))
	set.BoolVar(&o.dark, "dark", false, assets.T("ui.flags.dark"))
	set.Usage = func() {
		fmt.Fprint(set.Output(), assets.F("ui.flags.usage", set.Name()))
		fmt.Fprintln(set.Output(), assets.T("program.purpose"))
		set.PrintDefaults()
	}
	if err := set.Parse(args); err != nil {
		return o, err
	}
	if _, err := fmt.Sscanf(size, "%gx%g", &o.width, &o.height); err != nil || o.width < 1 || o.height < 1 || o.width > 10000 || o.height > 10000 {
		err := errors.New(assets.F("ui.flags.bad_size", size))
		fmt.Fprintln(stderr, err)
		return o, err
	}
	switch set.NArg() {
	case 0:
	case 1:
		o.file = set.Arg(0)
	default:
		err := errors.New(assets.T("ui.flags.one_file"))
		fmt.Fprintln(stderr, err)
		return o, err
	}
	return o, nil
}
