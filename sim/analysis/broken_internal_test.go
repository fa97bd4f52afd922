package analysis

import (
	"context"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// verdicts runs a check and returns which of its lines hold.
func verdicts(t *testing.T, id string) map[string]bool {
	t.Helper()
	chosen, _ := Select(All(), []string{id})
	chosen[0].Runs = Runs{1, 1}
	outcomes, err := Run(context.Background(), sim.NewEngine(), scenarios.Builtin, chosen, Options{})
	if err != nil {
		t.Fatal(err)
	}
	holds := map[string]bool{}
	for _, m := range outcomes[0].Measured {
		holds[m.ID] = m.Holds
	}
	return holds
}

// Stages that are broken are found out by C4: one that loses nothing, one that keeps
// back part of what it should pass on.
func TestBrokenStagesFailC4(t *testing.T) {
	whole := pipelineAlone
	defer func() { pipelineAlone = whole }()
	for name, broken := range map[string]func(advance, lose []float64) ([]float64, []float64){
		"the second stage loses nothing": func(advance, lose []float64) ([]float64, []float64) {
			lose = append([]float64(nil), lose...)
			lose[1] = 0
			return advance, lose
		},
		"the third stage passes on less": func(advance, lose []float64) ([]float64, []float64) {
			advance = append([]float64(nil), advance...)
			advance[2] *= .99
			return advance, lose
		},
	} {
		pipelineAlone = func(advance, lose, start []float64, arrivals float64, steps int) (sim.PipelineRun, error) {
			advance, lose = broken(advance, lose)
			return whole(advance, lose, start, arrivals, steps)
		}
		holds := verdicts(t, "C4")
		for _, line := range []string{"wins_1", "stock_4"} {
			if held, there := holds[line]; !there || held {
				t.Errorf("%s, and %s holds (%v): %v", name, line, there, holds)
			}
		}
	}
}

// An opportunity that leaks, an hour and a person that come from nowhere fail C8: that
// the engine's books find them is shown where they are kept.
func TestLeaksFailC8(t *testing.T) {
	whole := conservation
	defer func() { conservation = whole }()
	for line, leak := range map[string]func(b *sim.Imbalance){
		"opportunities": func(b *sim.Imbalance) { b.Opportunities += 1e-6 },
		"people":        func(b *sim.Imbalance) { b.People += 1e-6 },
		"hours":         func(b *sim.Imbalance) { b.Hours += 1e-6 },
		"money":         func(b *sim.Imbalance) { b.Money += 1e-6 },
		"not_finite":    func(b *sim.Imbalance) { b.NotFinite++ },
	} {
		conservation = func(e *sim.Engine, ctx context.Context, s *sim.Scenario, seed uint64, run int) (sim.Imbalance, error) {
			b, err := whole(e, ctx, s, seed, run)
			leak(&b)
			return b, err
		}
		for id, holds := range verdicts(t, "C8") {
			if holds != (id != line) {
				t.Errorf("with a leak in %s the line %s holds: %v", line, id, holds)
			}
		}
	}
}
