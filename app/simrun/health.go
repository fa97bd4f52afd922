package main

import (
	"context"
	"errors"
	"flag"
	"strings"

	"threep/app/internal/report"
	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
	"threep/sim/analysis/signs"
)

// healthSettings are the flags of simrun health.
type healthSettings struct {
	engine  *sim.Engine
	look    analysis.Lookup
	flags   *flag.FlagSet
	full    bool
	json    bool
	only    textFlag
	seed    seedFlag
	workers intFlag
}

func newHealthSettings(engine *sim.Engine, look analysis.Lookup) *healthSettings {
	h := &healthSettings{engine: engine, look: look, flags: newFlags(), workers: intFlag{0, 0, maxWorkers}}
	h.flags.BoolVar(&h.full, "full", false, "")
	h.flags.BoolVar(&h.json, "json", false, "")
	h.flags.Var(&h.only, "only", "")
	h.flags.Var(&h.seed, "seed", "")
	h.flags.Var(&h.workers, "workers", "")
	return h
}

// run runs the checks of model health and prints what each found.
func (h *healthSettings) run(ctx context.Context, s streams, _ []string) int {
	checks := signs.AllChecks()
	if h.only != "" {
		var unknown []string
		checks, unknown = analysis.Select(checks, strings.Split(string(h.only), ","))
		for _, id := range unknown {
			s.say(assets.F("simrun.fault.health_check", id))
		}
		if len(unknown) > 0 {
			return exitBadInput
		}
	}
	progress := newProgress(s.err)
	o := analysis.Options{Full: h.full, Workers: h.workers.value, Progress: progress.update}
	h.flags.Visit(func(f *flag.Flag) {
		if f.Name == "seed" {
			seed := uint64(h.seed)
			o.Seed = &seed
		}
	})
	if !h.json {
		o.Done = func(outcome *analysis.Outcome) {
			progress.end()
			printHealth(s, outcome)
			// What is found can be read while the rest is simulated.
			s.out.Flush()
		}
	}
	progress.begin()
	outcomes, err := analysis.Run(ctx, h.engine, h.look, checks, o)
	progress.end()
	if h.json {
		if err := report.WriteHealth(s.out, outcomes); err != nil {
			s.say(err.Error())
			return exitFailed
		}
	}
	switch {
	case errors.Is(err, context.Canceled):
		s.say(assets.F("simrun.stopped.health", len(outcomes), len(checks)))
		return exitStopped
	case err != nil:
		s.say(assets.F("simrun.fault.run", err))
		return exitFailed
	}
	return summariseHealth(s, outcomes)
}

// idWidth and verdictWidth are the widths of the first columns [characters].
const (
	idWidth      = 5
	verdictWidth = 7
)

// printHealth prints a line for each figure of a check.
func printHealth(s streams, o *analysis.Outcome) {
	for i := range o.Measured {
		m := &o.Measured[i]
		s.out.WriteString(pad(o.Check.ID, idWidth) + pad(report.HealthVerdict(m), verdictWidth) + report.HealthSentence(o.Check, m) + "\n")
	}
	for _, note := range o.Notes {
		s.out.WriteString(pad(o.Check.ID, idWidth) + pad(assets.T("health.fails"), verdictWidth) + note + "\n")
	}
}

// summariseHealth says how many checks hold, and which do not.
func summariseHealth(s streams, outcomes []*analysis.Outcome) int {
	var failing []string
	for _, o := range outcomes {
		if !o.Holds {
			failing = append(failing, o.Check.ID)
		}
	}
	if len(failing) == 0 {
		s.say(assets.F("health.summary", len(outcomes), len(outcomes)))
		return exitDone
	}
	s.say(assets.F("health.failing", len(outcomes)-len(failing), len(outcomes), strings.Join(failing, ", ")))
	return exitFailed
}
