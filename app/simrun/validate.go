package main

import (
	"context"
	"errors"
	"flag"
	"path/filepath"

	"threep/app/internal/report"
	"threep/app/internal/studies"
	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// defaultRosters is how many rosters are simulated.
const defaultRosters = 2000

// validateSettings are the flags of simrun validate.
type validateSettings struct {
	engine  *sim.Engine
	flags   *flag.FlagSet
	roster  textFlag
	mapping pairsFlag
	rosters intFlag
	seed    seedFlag
	workers intFlag
	json    bool
	out     textFlag
	force   bool
}

func newValidateSettings(engine *sim.Engine) *validateSettings {
	v := &validateSettings{
		engine: engine, flags: newFlags(), seed: defaultSeed,
		rosters: intFlag{defaultRosters, analysis.LeastRosters, maxRuns}, workers: intFlag{0, 0, maxWorkers},
	}
	v.flags.Var(&v.roster, "roster", "")
	v.flags.Var(&v.mapping, "map", "")
	v.flags.Var(&v.rosters, "rosters", "")
	v.flags.Var(&v.seed, "seed", "")
	v.flags.Var(&v.workers, "workers", "")
	v.flags.BoolVar(&v.json, "json", false, "")
	v.flags.Var(&v.out, "out", "")
	v.flags.BoolVar(&v.force, "force", false, "")
	return v
}

// run places a roster among simulated ones.
func (v *validateSettings) run(ctx context.Context, s streams, operands []string) int {
	if v.roster == "" {
		s.say(assets.T("simrun.fault.no_roster"))
		return exitBadInput
	}
	// Roster and folder are read and opened as simrun run does.
	as := &runSettings{flags: v.flags, roster: v.roster, mapping: v.mapping, out: v.out, force: v.force}
	for _, fault := range as.together() {
		s.say(fault)
		return exitBadInput
	}
	name := "default"
	if len(operands) > 0 {
		name = operands[0]
	}
	scenario, err := loadScenario(name)
	if err != nil {
		tellFault(s, err)
		return exitBadInput
	}
	scenario, _, code := as.people(s, scenario)
	if code != exitDone {
		return code
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
	found, err := analysis.Validate(ctx, v.engine, scenario, analysis.ValidationOptions{
		Rosters: v.rosters.value, Seed: uint64(v.seed), Workers: v.workers.value, Progress: progress.update,
	})
	progress.end()
	switch {
	case errors.Is(err, context.Canceled):
		s.say(assets.T("simrun.stopped.validate"))
		return exitStopped
	case errors.Is(err, analysis.ErrNoSales):
		s.say(assets.F("simrun.fault.no_sales", string(v.roster), analysis.LeastPeople))
		return exitBadInput
	case err != nil:
		s.say(assets.F("simrun.fault.run", err))
		return exitFailed
	}
	return v.report(s, studies.NewValidation(found, filepath.Base(string(v.roster))), folder)
}

// report prints what was found and writes it into the folder of --out.
func (v *validateSettings) report(s streams, found *studies.Validation, folder *report.Folder) int {
	write := func() error { return report.WriteValidationText(s.out, found) }
	if v.json {
		write = func() error { return report.WriteStudy(s.out, found) }
	}
	if err := write(); err != nil {
		s.say(assets.F("simrun.fault.output", err))
		return exitFailed
	}
	// What was found is on the screen before it is written.
	if err := s.out.Flush(); err != nil {
		s.say(assets.F("simrun.fault.output", err))
		return exitFailed
	}
	s.say(report.ValidationSummary(found))
	if folder == nil {
		return exitDone
	}
	if err := report.WriteValidation(folder, found, program()); err != nil {
		s.say(assets.F("simrun.fault.write", err))
		return exitFailed
	}
	s.say(assets.F("simrun.written", len(folder.Written()), folder.Path()))
	return exitDone
}
