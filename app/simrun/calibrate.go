package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	toml "github.com/pelletier/go-toml/v2"

	"threep/assets"
	"threep/sim/analysis"
)

// calibrateSettings are the flags of simrun calibrate.
type calibrateSettings struct {
	look    analysis.Lookup
	flags   *flag.FlagSet
	workers intFlag
}

func newCalibrateSettings(look analysis.Lookup) *calibrateSettings {
	c := &calibrateSettings{look: look, flags: newFlags(), workers: intFlag{0, 0, maxWorkers}}
	c.flags.Var(&c.workers, "workers", "")
	return c
}

// run fits the free constants and writes them with their residuals.
func (c *calibrateSettings) run(ctx context.Context, s streams, _ []string) int {
	progress := newProgress(s.err)
	all, done := 0, 0
	for _, stage := range analysis.Stages() {
		all += stage.Evals + stage.Polish
	}
	progress.begin()
	stages, err := analysis.Calibrate(ctx, c.look, c.workers.value, func(string, int, float64) {
		done++
		progress.update(min(done, all), all)
	})
	progress.end()
	switch {
	case errors.Is(err, context.Canceled):
		s.say(assets.T("simrun.stopped.calibrate"))
		return exitStopped
	case err != nil:
		s.say(assets.F("simrun.fault.run", err))
		return exitFailed
	}
	text, err := toml.Marshal(analysis.Calibration{Stages: stages})
	if err != nil {
		s.say(assets.F("simrun.fault.run", err))
		return exitFailed
	}
	fmt.Fprint(s.out, assets.T("simrun.calibrate.comment"))
	s.out.Write(text)
	return exitDone
}
