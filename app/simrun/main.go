// Command simrun simulates a sales organisation without a display: it lists and shows
// scenarios, checks files, and runs a scenario, on a roster of real people if wanted,
// into a table and into files.
//
// It exits with 0 when done, 1 when it failed, 2 for bad input and 130 when stopped.
// Data go to the standard output, progress and messages to the standard error.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"threep/sim"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal ends the program at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, sim.NewEngine(), os.Args[1:], os.Stdout, os.Stderr))
}
