package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"threep/app/internal/about"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// The exit codes.
const (
	exitDone     = 0
	exitFailed   = 1
	exitBadInput = 2
	exitStopped  = 130
)

// streams are where a command writes.
type streams struct {
	out *bufio.Writer // data
	err io.Writer     // progress and messages
}

// say writes a sentence to the standard error.
func (s streams) say(sentence string) { fmt.Fprintf(s.err, "simrun: %s\n", sentence) }

// detail writes a line that belongs to the sentence before it.
func (s streams) detail(line string) { fmt.Fprintf(s.err, "  %s\n", line) }

// command is one of the things that simrun does.
type command struct {
	name string
	// least and most are how many operands it takes; most -1 is any number.
	least, most int
	flags       *flag.FlagSet
	do          func(ctx context.Context, s streams, operands []string) int
}

// commands builds the commands with fresh flags, in the order of the help.
func commands(engine *sim.Engine) []*command {
	runs := newRunSettings(engine)
	health := newHealthSettings(engine, scenarios.Builtin)
	calibrate := newCalibrateSettings(scenarios.Builtin)
	asJSON := newFlags()
	validate := newValidateSettings(engine)
	contested := newContestedSettings(engine, scenarios.Builtin)
	ranking := newRankingSettings(engine, scenarios.Builtin)
	json := asJSON.Bool("json", false, "")
	sources := newFlags()
	sourcesJSON := sources.Bool("json", false, "")
	book := newFlags()
	var bookFile textFlag
	book.Var(&bookFile, "out", "simrun.reference.out_value")
	return []*command{
		{"list", 0, 0, newFlags(), listScenarios},
		{"show", 1, 1, newFlags(), showScenario},
		{"guide", 1, 1, newFlags(), showGuide},
		{"params", 0, -1, asJSON, func(_ context.Context, s streams, words []string) int { return listParams(s, words, *json) }},
		{"sources", 0, -1, sources, func(_ context.Context, s streams, words []string) int { return listSources(s, words, *sourcesJSON) }},
		{"reference", 0, 0, book, func(_ context.Context, s streams, _ []string) int { return writeReference(s, string(bookFile)) }},
		{"check", 1, -1, newFlags(), checkFiles},
		{"run", 1, 1, runs.flags, runs.run},
		{"health", 0, 0, health.flags, health.run},
		{"validate", 0, 1, validate.flags, validate.run},
		{"contested", 0, 0, contested.flags, contested.run},
		{"ranking", 0, 0, ranking.flags, ranking.run},
		{"calibrate", 0, 0, calibrate.flags, calibrate.run},
	}
}

// run does what the arguments say and returns the exit code.
func run(ctx context.Context, engine *sim.Engine, args []string, stdout, stderr io.Writer) int {
	s := streams{bufio.NewWriter(stdout), stderr}
	code := dispatch(ctx, commands(engine), args, s)
	if err := s.out.Flush(); err != nil {
		s.say(assets.F("simrun.fault.output", err))
		return exitFailed
	}
	return code
}

func dispatch(ctx context.Context, all []*command, args []string, s streams) int {
	if len(args) == 0 {
		fmt.Fprint(s.err, mainHelp(all))
		return exitBadInput
	}
	switch args[0] {
	case "--help", "-h", "-help":
		s.out.WriteString(mainHelp(all))
		return exitDone
	case "help":
		return helpOn(all, args[1:], s)
	case "--version", "-version", "version":
		s.out.WriteString(version())
		return exitDone
	}
	c, fault := find(all, args[0])
	if c == nil {
		s.say(fault)
		s.say(assets.T("simrun.fault.see"))
		return exitBadInput
	}
	return c.start(ctx, args[1:], s)
}

func helpOn(all []*command, args []string, s streams) int {
	if len(args) == 0 {
		s.out.WriteString(mainHelp(all))
		return exitDone
	}
	c, fault := find(all, args[0])
	if c == nil {
		s.say(fault)
		return exitBadInput
	}
	s.out.WriteString(c.help())
	return exitDone
}

// find finds a command, or says what is wrong with its name.
func find(all []*command, name string) (*command, string) {
	var names []string
	for _, c := range all {
		if c.name == name {
			return c, ""
		}
		names = append(names, c.name)
	}
	if strings.HasPrefix(name, "-") {
		return nil, assets.F("simrun.fault.command_first", name)
	}
	if near := scenarios.Nearest(name, names); near != "" {
		return nil, assets.F("simrun.fault.command_near", name, near)
	}
	return nil, assets.F("simrun.fault.command", name, strings.Join(names, ", "))
}

// start reads the arguments of a command and does it.
func (c *command) start(ctx context.Context, args []string, s streams) int {
	operands, faults, err := parse(c.flags, args)
	switch {
	case errors.Is(err, errHelp):
		s.out.WriteString(c.help())
		return exitDone
	case errors.Is(err, errVersion):
		s.out.WriteString(version())
		return exitDone
	}
	if len(faults) == 0 {
		faults = c.count(operands)
	}
	if len(faults) > 0 {
		for _, f := range faults {
			s.say(f)
		}
		s.say(assets.F("simrun.fault.see_command", c.name))
		return exitBadInput
	}
	return c.do(ctx, s, operands)
}

// count says what is wrong with the number of operands.
func (c *command) count(operands []string) []string {
	switch {
	case len(operands) < c.least:
		return []string{assets.T("simrun." + c.name + ".missing")}
	case c.most == 0 && len(operands) > 0:
		return []string{assets.F("simrun.fault.none", c.name, strings.Join(operands, " "))}
	case c.most > 0 && len(operands) > c.most:
		return []string{assets.F("simrun.fault.one", c.name, strings.Join(operands[c.most:], " "))}
	}
	return nil
}

func version() string {
	return assets.F("simrun.version", about.Name, about.Version, sim.ModelVersion) + "\n"
}
