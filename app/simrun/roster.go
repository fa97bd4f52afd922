package main

import (
	"errors"
	"os"
	"slices"

	"threep/app/internal/format"
	"threep/app/internal/report"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// people puts the roster into the scenario and tells how it was read.
func (r *runSettings) people(s streams, scenario *sim.Scenario) (*sim.Scenario, *scenarios.Roster, int) {
	if r.roster == "" {
		return scenario, nil, exitDone
	}
	options := scenarios.RosterOptionsFor(scenario)
	options.KeepNames = r.keepNames
	options.Map = map[string]string{}
	twice := false
	for _, p := range r.mapping {
		if _, ok := options.Map[p.key]; ok {
			s.say(assets.F("simrun.fault.map_twice", p.key))
			twice = true
		}
		options.Map[p.key] = p.value
	}
	if twice {
		return nil, nil, exitBadInput
	}
	file := string(r.roster)
	roster, err := scenarios.LoadRoster(file, options)
	if err != nil {
		tellFault(s, fileError(file, err))
		return nil, nil, exitBadInput
	}
	report.Distinguish(roster)
	tellRoster(s, file, roster)
	with, err := scenarios.WithRoster(scenario, roster)
	var size *scenarios.RosterSizeError
	if errors.As(err, &size) {
		s.say(assets.F("simrun.fault.roster_size", file, report.RosterSize(size)))
		return nil, nil, exitBadInput
	}
	if err != nil {
		s.say(assets.F("simrun.fault.roster", file))
		tellFault(s, err)
		return nil, nil, exitBadInput
	}
	if level := report.SalesLevel(scenario, roster); level != "" {
		s.say(assets.F("simrun.roster.level", level))
	}
	return with, roster, exitDone
}

// mentionPeople says that a scenario file has a file of people beside it, as the window
// saves one, where no roster is given.
func (r *runSettings) mentionPeople(s streams, scenario string) {
	if _, err := scenarios.Builtin(scenario); err == nil || r.roster != "" {
		return
	}
	beside := report.PeopleBeside(scenario)
	if _, err := os.Stat(beside); err == nil {
		s.say(assets.F("simrun.roster.beside", beside))
	}
}

// tellRoster says how many people were read, what each column was used for, and which
// rows were left out, with the reason.
func tellRoster(s streams, file string, roster *scenarios.Roster) {
	s.say(assets.F("simrun.roster.read", file, len(roster.Seats)))
	ways := map[scenarios.ColumnHow]string{
		scenarios.ColumnGiven: "given", scenarios.ColumnGuessed: "guessed",
		scenarios.ColumnKept: "kept", scenarios.ColumnPersonal: "personal",
	}
	for _, use := range roster.Columns {
		if use.Field == "" {
			s.detail(assets.F("simrun.roster."+ways[use.How], use.Column))
			continue
		}
		s.detail(assets.F("simrun.roster."+ways[use.How], use.Column, use.Field))
		if on := reading(use); on != "" {
			s.detail(on)
		}
	}
	if roster.NamesKept {
		s.say(assets.T("simrun.roster.names_kept"))
	}
	rows := map[int]bool{}
	for _, f := range roster.Rejected {
		rows[f.Line] = true
	}
	if len(rows) > 0 {
		s.say(assets.F("simrun.roster.rejected", len(rows)))
	}
	for _, f := range roster.Rejected {
		s.detail(f.String())
	}
}

// reading says on what scale the numbers of a column were read, where a file may
// mean another; it is empty where there is no doubt.
func reading(use scenarios.ColumnUse) string {
	low, high := format.Number(use.Low), format.Number(use.High)
	switch use.Reading {
	case scenarios.ReadDeviations:
		return assets.F("simrun.roster.deviations", use.Column, low, high)
	case scenarios.ReadDoubtful:
		return assets.F("simrun.roster.doubtful", use.Column, low, high)
	case scenarios.ReadStandardised:
		return assets.F("simrun.roster.standardised", use.Column, low, high)
	}
	return ""
}

// rosterFlags are of use only with a roster.
func rosterFlags() []string { return []string{"map", "keep-names"} }

// outFlags are of use only with a folder to write to.
func outFlags() []string { return []string{"force", "reps", "excel"} }

// together finds flags that were given without the one they belong to.
func (r *runSettings) together() []string {
	var faults []string
	for _, needs := range []struct {
		flag string
		of   []string
	}{{"roster", rosterFlags()}, {"out", outFlags()}} {
		for _, name := range slices.Clone(needs.of) {
			if r.given(name) && !r.given(needs.flag) {
				faults = append(faults, assets.F("simrun.fault.needs", name, needs.flag, assets.T("simrun.value."+needs.flag)))
			}
		}
	}
	return faults
}
