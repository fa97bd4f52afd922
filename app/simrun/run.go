package main

import (
	"context"
	"errors"

	"threep/app/internal/about"
	"threep/app/internal/report"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// run simulates a scenario and reports the result.
func (r *runSettings) run(ctx context.Context, s streams, operands []string) int {
	scenario, roster, code := r.prepare(s, operands[0])
	if code != exitDone {
		return code
	}
	folder, code := r.open(s)
	if code != exitDone {
		return code
	}
	j := &job{settings: r, streams: s, scenario: scenario, roster: roster, folder: folder}
	j.changed = r.changed
	code = j.do(ctx)
	if folder != nil {
		folder.Abandon()
	}
	return code
}

// prepare reads the scenario that is kept under a name and changes it; it tells all
// faults that it finds.
func (r *runSettings) prepare(s streams, name string) (scenario *sim.Scenario, roster *scenarios.Roster, code int) {
	faults := r.together()
	kept, err := loadScenario(name)
	if err == nil {
		var more []string
		scenario, more = r.change(kept)
		faults = append(faults, more...)
		r.mentionPeople(s, name)
	}
	for _, f := range faults {
		s.say(f)
	}
	if err != nil {
		tellFault(s, err)
	}
	if err != nil || len(faults) > 0 {
		return nil, nil, exitBadInput
	}
	r.changed = scenarios.Digest(kept) != scenarios.Digest(scenario)
	scenario, roster, code = r.people(s, scenario)
	return scenario, roster, code
}

// open opens the folder of --out, before the run: better to learn at once that it
// cannot be written to.
func (r *runSettings) open(s streams) (*report.Folder, int) {
	if r.out == "" {
		return nil, exitDone
	}
	path := string(r.out)
	folder, err := report.OpenFolder(path, r.force)
	switch {
	case err == nil:
		return folder, exitDone
	case errors.Is(err, report.ErrNotEmpty):
		s.say(assets.F("simrun.fault.not_empty", path))
		return nil, exitBadInput
	case errors.Is(err, report.ErrNotFolder):
		s.say(assets.F("simrun.fault.not_folder", path))
		return nil, exitBadInput
	}
	s.say(assets.F("simrun.fault.unwritable", path, err))
	return nil, exitFailed
}

// job is one run of a scenario.
type job struct {
	streams
	settings *runSettings
	scenario *sim.Scenario
	roster   *scenarios.Roster
	changed  bool // the scenario is not as it is kept; its people are told apart
	folder   *report.Folder
	people   *report.People
	reps     *report.Reps
}

func (j *job) do(ctx context.Context) int {
	o := j.settings.options()
	if err := j.watch(&o); err != nil {
		j.say(assets.F("simrun.fault.write", err))
		return exitFailed
	}
	if j.reps != nil {
		defer j.reps.Discard()
	}
	if o.Uncertain && o.Runs <= sim.MaxDraws {
		j.say(assets.F("simrun.few_uncertain", report.Futures(o.Runs), sim.MaxDraws))
	}
	progress := newProgress(j.err)
	o.Progress = progress.update
	progress.begin()
	result, err := j.settings.engine.Run(ctx, j.scenario, o)
	progress.end()
	stopped := errors.Is(err, context.Canceled)
	switch {
	case stopped && result == nil:
		j.say(assets.T("simrun.stopped.nothing"))
		return exitStopped
	case err != nil && !stopped:
		j.say(assets.F("simrun.fault.run", err))
		return exitFailed
	}
	if code := j.report(result); code != exitDone {
		return code
	}
	if stopped {
		j.say(assets.F("simrun.stopped.partial", report.Futures(result.Runs)))
		return exitStopped
	}
	return exitDone
}

// watch prepares what follows people through the futures.
func (j *job) watch(o *sim.Options) error {
	if j.roster != nil {
		j.people = report.NewPeople(j.roster)
	}
	if j.settings.reps {
		reps, err := report.NewReps(j.folder, j.scenario)
		if err != nil {
			return err
		}
		j.reps = reps
	}
	if j.people == nil && j.reps == nil {
		return nil
	}
	o.Records = func(run int, people []sim.PersonRecord) {
		if j.people != nil {
			j.people.Add(run, people)
		}
		if j.reps != nil {
			j.reps.Add(run, people)
		}
	}
	return nil
}

// report prints the result and writes the files.
func (j *job) report(result *sim.Result) int {
	contents := &report.Contents{
		Result: result, Program: about.Name, Version: about.Version, Changed: j.changed, Roster: j.roster, People: j.people,
	}
	if err := report.WriteText(j.out, contents); err != nil {
		j.say(assets.F("simrun.fault.output", err))
		return exitFailed
	}
	if j.folder == nil {
		return exitDone
	}
	// What was found is on the screen while the files are being written.
	if err := j.out.Flush(); err != nil {
		j.say(assets.F("simrun.fault.output", err))
		return exitFailed
	}
	written, err := report.Write(j.folder, contents, report.WriteOptions{Reps: j.reps, Workbook: j.settings.excel})
	if err != nil {
		j.say(assets.F("simrun.fault.write", err))
		return exitFailed
	}
	j.say(assets.F("simrun.written", len(written.Files), j.folder.Path()))
	if written.RepsCut > 0 {
		j.say(assets.F("simrun.reps_cut", report.WorkbookFile, written.RepsCut, report.RepsFile))
	}
	return exitDone
}
