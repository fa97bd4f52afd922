package main

import (
	"context"
	"errors"
	"io"
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
	*studySettings
	roster  textFlag
	mapping pairsFlag
	rosters intFlag
}

func newValidateSettings(engine *sim.Engine) *validateSettings {
	v := &validateSettings{
		studySettings: newStudySettings(engine, nil), rosters: intFlag{defaultRosters, analysis.LeastRosters, maxRuns},
	}
	v.flags.Var(&v.roster, "roster", "")
	v.flags.Var(&v.mapping, "map", "")
	v.flags.Var(&v.rosters, "rosters", "")
	return v
}

// run places a roster among simulated ones.
func (v *validateSettings) run(ctx context.Context, s streams, operands []string) int {
	if v.roster == "" {
		s.say(assets.T("simrun.fault.no_roster"))
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
	// The roster is read as simrun run does.
	as := &runSettings{flags: v.flags, roster: v.roster, mapping: v.mapping}
	scenario, _, code := as.people(s, scenario)
	if code != exitDone {
		return code
	}
	return v.studySettings.run(ctx, s, "simrun.stopped.validate", func(ctx context.Context, progress func(done, all int)) (*studied, error) {
		found, err := analysis.Validate(ctx, v.engine, scenario, analysis.ValidationOptions{
			Rosters: v.rosters.value, Seed: uint64(v.seed), Workers: v.workers.value, Causes: analysis.Causes(), Progress: progress,
		})
		if errors.Is(err, analysis.ErrNoSales) {
			return nil, sentenceError(assets.F("simrun.fault.no_sales", string(v.roster), analysis.LeastPeople))
		}
		if err != nil {
			return nil, err
		}
		of := studies.NewValidation(found, filepath.Base(string(v.roster)))
		return &studied{
			text:  func(w io.Writer) error { return report.WriteValidationText(w, of) },
			data:  of,
			files: func(f *report.Folder) error { return report.WriteValidation(f, of, program()) },
			note:  report.ValidationSummary(of),
		}, nil
	})
}
