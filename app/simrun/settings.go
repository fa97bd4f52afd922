package main

import (
	"flag"

	"threep/sim"
)

// The defaults of a run.
const (
	defaultRuns = 1000
	defaultSeed = 1
)

// runSettings are the flags of simrun run.
type runSettings struct {
	engine    *sim.Engine
	flags     *flag.FlagSet
	runs      intFlag
	seed      seedFlag
	weeks     intFlag // 0: as the scenario says
	workers   intFlag
	set       pairsFlag
	roster    textFlag
	mapping   pairsFlag
	keepNames bool
	uncertain bool
	out       textFlag
	force     bool
	reps      bool
	excel     bool
	changed   bool // the scenario is not as it is kept
}

func newRunSettings(engine *sim.Engine) *runSettings {
	r := &runSettings{
		engine: engine,
		flags:  newFlags(), runs: intFlag{defaultRuns, 1, maxRuns}, seed: defaultSeed,
		weeks: intFlag{0, 0, maxWeeks}, workers: intFlag{0, 0, maxWorkers},
	}
	r.flags.Var(&r.runs, "runs", "")
	r.flags.Var(&r.seed, "seed", "")
	r.flags.Var(&r.weeks, "weeks", "")
	r.flags.Var(&r.workers, "workers", "")
	r.flags.Var(&r.set, "set", "")
	r.flags.Var(&r.roster, "roster", "")
	r.flags.Var(&r.mapping, "map", "")
	r.flags.BoolVar(&r.keepNames, "keep-names", false, "")
	r.flags.BoolVar(&r.uncertain, "uncertain", false, "")
	r.flags.Var(&r.out, "out", "")
	r.flags.BoolVar(&r.force, "force", false, "")
	r.flags.BoolVar(&r.reps, "reps", false, "")
	r.flags.BoolVar(&r.excel, "excel", false, "")
	return r
}

// given reports whether a flag was given.
func (r *runSettings) given(name string) bool {
	found := false
	r.flags.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

func (r *runSettings) options() sim.Options {
	return sim.Options{Runs: r.runs.value, Seed: uint64(r.seed), Workers: r.workers.value, Uncertain: r.uncertain}
}
