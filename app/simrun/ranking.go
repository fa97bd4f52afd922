package main

import (
	"context"
	"io"

	"threep/app/internal/report"
	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// The defaults of a ranking, and the most that can be asked for.
const (
	defaultTrajectories = 20
	defaultTop          = 12
	mostTrajectories    = 1000
)

// rankingSettings are the flags of simrun ranking.
type rankingSettings struct {
	*studySettings
	trajectories intFlag
	top          intFlag
	only         []string            // parameters; nil is all
	runs         *analysis.ClaimRuns // in place of the usual ones
}

func newRankingSettings(engine *sim.Engine, look analysis.Lookup) *rankingSettings {
	r := &rankingSettings{
		studySettings: newStudySettings(engine, look),
		trajectories:  intFlag{defaultTrajectories, 2, mostTrajectories}, top: intFlag{defaultTop, 1, mostTrajectories},
	}
	r.flags.Var(&r.trajectories, "trajectories", "")
	r.flags.Var(&r.top, "top", "")
	return r
}

// run ranks the assumptions.
func (r *rankingSettings) run(ctx context.Context, s streams, _ []string) int {
	return r.studySettings.run(ctx, s, "simrun.stopped.ranking", func(ctx context.Context, progress func(done, all int)) (*studied, error) {
		found, err := analysis.Rank(ctx, r.engine, r.look, analysis.RankingOptions{
			Trajectories: r.trajectories.value, Seed: uint64(r.seed), Workers: r.workers.value, Progress: progress,
			Command: assets.F("simrun.made.ranking", r.trajectories.value, uint64(r.seed)),
			Only:    r.only, Runs: r.runs,
		})
		if err != nil {
			return nil, err
		}
		return &studied{
			text:  func(w io.Writer) error { return report.WriteRankingText(w, found, r.top.value) },
			data:  found,
			files: func(f *report.Folder) error { return report.WriteRanking(f, found, r.top.value, program()) },
		}, nil
	})
}
