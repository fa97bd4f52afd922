// Command app is the desktop program: go run ./app.
//
// It holds flags, files of the user's system, logging and the wiring of the parts;
// what is on the screen is in app/internal/ui. It is the only importer of
// fyne.io/fyne/v2/app, which brings OpenGL with it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	stdlog "log"
	"log/slog"
	"os"

	"threep/app/internal/about"
	"threep/assets"
	"threep/sim"
)

// Exit codes, the same as simrun's.
const (
	exitDone     = 0
	exitFailed   = 1
	exitBadInput = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program without the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	o, err := parseFlags(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitDone
	case err != nil:
		return exitBadInput
	case o.version:
		fmt.Fprintln(stdout, assets.F("ui.flags.version_line", about.Name, about.Version, sim.ModelVersion))
		return exitDone
	}
	places, err := userPlaces()
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitFailed
	}
	log, closeLog := openLog(places.logs)
	defer closeLog()
	slog.SetDefault(log)
	stdlog.SetFlags(0)
	stdlog.SetOutput(&toolkitLog{said: map[string]bool{}, log: log})
	if o.screenshot != "" {
		err = screenshot(o, places, log)
	} else {
		err = openWindow(o, places, log)
	}
	if err != nil {
		log.Error("the program ended with an error", "error", err)
		fmt.Fprintln(stderr, err)
		return exitFailed
	}
	return exitDone
}
