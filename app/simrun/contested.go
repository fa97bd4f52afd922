package main

import (
	"context"
	"errors"
	"flag"
	"io"

	"threep/app/internal/about"
	"threep/app/internal/report"
	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// findingSettings are the flags of the commands that write findings.
type findingSettings struct {
	engine  *sim.Engine
	look    analysis.Lookup
	flags   *flag.FlagSet
	seed    seedFlag
	workers intFlag
	json    bool
	out     textFlag
	force   bool
}

func newFindingSettings(engine *sim.Engine, look analysis.Lookup) *findingSettings {
	f := &findingSettings{engine: engine, look: look, flags: newFlags(), seed: defaultSeed, workers: intFlag{0, 0, maxWorkers}}
	f.flags.Var(&f.seed, "seed", "")
	f.flags.Var(&f.workers, "workers", "")
	f.flags.BoolVar(&f.json, "json", false, "")
	f.flags.Var(&f.out, "out", "")
	f.flags.BoolVar(&f.force, "force", false, "")
	return f
}

// finding is what a command has found, in its forms.
type finding struct {
	text  func(w io.Writer) error
	data  any
	files func(f *report.Folder) error
}

// run opens the folder, finds, and reports. Stopped is the key of what is said
// where it was stopped.
func (f *findingSettings) run(ctx context.Context, s streams, stopped string, find func(ctx context.Context, progress func(done, all int)) (*finding, error)) int {
	as := &runSettings{flags: f.flags, out: f.out, force: f.force}
	for _, fault := range as.together() {
		s.say(fault)
		return exitBadInput
	}
	folder, code := as.open(s)
	if code != exitDone {
		return code
	}
	if folder != nil {
		defer folder.Abandon()
	}
	progress := newProgress(s.err)
	progress.begin()
	found, err := find(ctx, progress.update)
	progress.end()
	switch {
	case errors.Is(err, context.Canceled):
		s.say(assets.T(stopped))
		return exitStopped
	case err != nil:
		s.say(assets.F("simrun.fault.run", err))
		return exitFailed
	}
	write := found.text
	if f.json {
		write = func(w io.Writer) error { return report.WriteFinding(w, found.data) }
	}
	if err = write(s.out); err == nil {
		err = s.out.Flush()
	}
	if err != nil {
		s.say(assets.F("simrun.fault.output", err))
		return exitFailed
	}
	if folder == nil {
		return exitDone
	}
	if err := found.files(folder); err != nil {
		s.say(assets.F("simrun.fault.write", err))
		return exitFailed
	}
	s.say(assets.F("simrun.written", len(folder.Written()), folder.Path()))
	return exitDone
}

// contestedSettings are the flags of simrun contested.
type contestedSettings struct {
	*findingSettings
	full bool
	axes []analysis.ContestedAxis // in place of the usual ones
	runs *analysis.ClaimRuns      // likewise
}

func newContestedSettings(engine *sim.Engine, look analysis.Lookup) *contestedSettings {
	c := &contestedSettings{findingSettings: newFindingSettings(engine, look)}
	c.flags.BoolVar(&c.full, "full", false, "")
	return c
}

// run shows the claims over the assumptions that are contested.
func (c *contestedSettings) run(ctx context.Context, s streams, _ []string) int {
	return c.findingSettings.run(ctx, s, "simrun.stopped.contested", func(ctx context.Context, progress func(done, all int)) (*finding, error) {
		found, err := analysis.Contest(ctx, c.engine, c.look, analysis.ContestedOptions{
			Full: c.full, Seed: uint64(c.seed), Workers: c.workers.value, Progress: progress, Command: c.command(), Axes: c.axes, Runs: c.runs,
		})
		if err != nil {
			return nil, err
		}
		return &finding{
			text:  func(w io.Writer) error { return report.WriteContestedText(w, found) },
			data:  found,
			files: func(f *report.Folder) error { return report.WriteContested(f, found, program()) },
		}, nil
	})
}

// command is what makes the findings again.
func (c *contestedSettings) command() string {
	if c.full {
		return assets.F("simrun.made.contested_full", uint64(c.seed))
	}
	return assets.F("simrun.made.contested", uint64(c.seed))
}

// program names the program with its version.
func program() string { return about.Name + " " + about.Version }
