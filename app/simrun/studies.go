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

// studySettings are the flags of the commands that write studies.
type studySettings struct {
	engine  *sim.Engine
	look    analysis.Lookup
	flags   *flag.FlagSet
	seed    seedFlag
	workers intFlag
	json    bool
	out     textFlag
	force   bool
}

func newStudySettings(engine *sim.Engine, look analysis.Lookup) *studySettings {
	f := &studySettings{engine: engine, look: look, flags: newFlags(), seed: defaultSeed, workers: intFlag{0, 0, maxWorkers}}
	f.flags.Var(&f.seed, "seed", "")
	f.flags.Var(&f.workers, "workers", "")
	f.flags.BoolVar(&f.json, "json", false, "")
	f.flags.Var(&f.out, "out", "")
	f.flags.BoolVar(&f.force, "force", false, "")
	return f
}

// studied is what a command has found, in its forms.
type studied struct {
	text  func(w io.Writer) error
	data  any
	files func(f *report.Folder) error
	note  string // said when it is printed; empty: nothing
}

// run opens the folder, finds, and reports. Stopped is the key of what is said
// where it was stopped.
func (f *studySettings) run(ctx context.Context, s streams, stopped string, find func(ctx context.Context, progress func(done, all int)) (*studied, error)) int {
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
	var sentence sentenceError
	switch {
	case errors.Is(err, context.Canceled):
		s.say(assets.T(stopped))
		return exitStopped
	case errors.As(err, &sentence):
		s.say(string(sentence))
		return exitBadInput
	case err != nil:
		s.say(assets.F("simrun.fault.run", err))
		return exitFailed
	}
	write := found.text
	if f.json {
		write = func(w io.Writer) error { return report.WriteStudy(w, found.data) }
	}
	if err = write(s.out); err == nil {
		err = s.out.Flush()
	}
	if err != nil {
		s.say(assets.F("simrun.fault.output", err))
		return exitFailed
	}
	if found.note != "" {
		s.say(found.note)
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

// program names the program with its version.
func program() string { return about.Name + " " + about.Version }
