package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// listScenarios lists the built-in scenarios: the name, then what it is.
func listScenarios(_ context.Context, s streams, _ []string) int {
	entries := scenarios.Library()
	width := 0
	for _, e := range entries {
		width = max(width, len(e.Name))
	}
	for _, e := range entries {
		s.out.WriteString(pad(e.Name, width+2) + e.Title + "\n")
	}
	return exitDone
}

// showScenario writes a scenario as TOML.
func showScenario(_ context.Context, s streams, operands []string) int {
	scenario, err := loadScenario(operands[0])
	if err != nil {
		tellFault(s, err)
		return exitBadInput
	}
	data, err := scenarios.Encode(scenario, label)
	if err != nil {
		s.say(err.Error())
		return exitFailed
	}
	s.out.Write(data)
	return exitDone
}

func label(id string) string { return assets.T("param." + id + ".label") }

// checkFiles checks scenario files and tells every fault of each.
func checkFiles(_ context.Context, s streams, files []string) int {
	code := exitDone
	for _, file := range files {
		if _, err := loadScenario(file); err != nil {
			tellFault(s, err)
			code = exitBadInput
			continue
		}
		s.out.WriteString(assets.F("simrun.check.ok", file) + "\n")
	}
	return code
}

// loadScenario finds a built-in scenario by its name, or reads a file.
func loadScenario(name string) (*sim.Scenario, error) {
	builtin, err := scenarios.Builtin(name)
	if err == nil {
		return builtin, nil
	}
	_, e := os.Stat(name)
	if e != nil && errors.Is(e, fs.ErrNotExist) {
		return nil, unknownScenario(name)
	}
	s, err := scenarios.Load(name)
	if err != nil {
		return nil, fileError(name, err)
	}
	return s, nil
}

// unknownScenario says what may have been meant.
func unknownScenario(name string) error {
	if filepath.Base(name) != name || strings.HasSuffix(name, ".toml") {
		return sentenceError(assets.F("simrun.fault.no_file", name))
	}
	var names []string
	for _, e := range scenarios.Library() {
		names = append(names, e.Name)
	}
	if near := scenarios.Nearest(name, names); near != "" {
		return sentenceError(assets.F("simrun.fault.scenario_near", name, near))
	}
	return sentenceError(assets.F("simrun.fault.scenario", name))
}

// fileError says why a file cannot be used. The faults inside it stay as they are.
func fileError(file string, err error) error {
	var faults *scenarios.FaultError
	var where *fs.PathError
	switch {
	case errors.As(err, &faults):
		return faults
	case errors.Is(err, fs.ErrNotExist):
		return sentenceError(assets.F("simrun.fault.no_file", file))
	case errors.Is(err, fs.ErrPermission):
		return sentenceError(assets.F("simrun.fault.no_permission", file))
	case errors.As(err, &where):
		return sentenceError(assets.F("simrun.fault.unreadable", file, where.Err))
	}
	return sentenceError(assets.F("simrun.fault.unreadable", file, err))
}

// tellFault tells what is wrong, every fault of a file on a line of its own.
func tellFault(s streams, err error) {
	var faults *scenarios.FaultError
	if !errors.As(err, &faults) {
		s.say(err.Error())
		return
	}
	if len(faults.Faults) == 1 && faults.File != "" {
		s.say(assets.F("simrun.fault.file_one", faults.File, faults.Faults[0].String()))
		return
	}
	if faults.File != "" {
		s.say(assets.F("simrun.fault.file_many", faults.File, len(faults.Faults)))
	}
	for _, f := range faults.Faults {
		s.detail(f.String())
	}
}
