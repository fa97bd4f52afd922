package main

import (
	"context"
	"io"

	"threep/app/internal/report"
	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// contestedSettings are the flags of simrun contested.
type contestedSettings struct {
	*studySettings
	full bool
	axes []analysis.ContestedAxis // in place of the usual ones
	runs *analysis.ClaimRuns      // likewise
}

func newContestedSettings(engine *sim.Engine, look analysis.Lookup) *contestedSettings {
	c := &contestedSettings{studySettings: newStudySettings(engine, look)}
	c.flags.BoolVar(&c.full, "full", false, "")
	return c
}

// run shows the claims over the assumptions that are contested.
func (c *contestedSettings) run(ctx context.Context, s streams, _ []string) int {
	return c.studySettings.run(ctx, s, "simrun.stopped.contested", func(ctx context.Context, progress func(done, all int)) (*studied, error) {
		found, err := analysis.Contest(ctx, c.engine, c.look, analysis.ContestedOptions{
			Full: c.full, Seed: uint64(c.seed), Workers: c.workers.value, Progress: progress, Command: c.command(), Axes: c.axes, Runs: c.runs,
		})
		if err != nil {
			return nil, err
		}
		return &studied{
			text:  func(w io.Writer) error { return report.WriteContestedText(w, found) },
			data:  found,
			files: func(f *report.Folder) error { return report.WriteContested(f, found, program()) },
		}, nil
	})
}

// command is what makes the studies again.
func (c *contestedSettings) command() string {
	if c.full {
		return assets.F("simrun.made.contested_full", uint64(c.seed))
	}
	return assets.F("simrun.made.contested", uint64(c.seed))
}
