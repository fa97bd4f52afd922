package analysis_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"testing"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// onRecord reads studies that were committed.
func onRecord[T any](t *testing.T, name string) *T {
	t.Helper()
	data, err := assets.Study(name)
	if err != nil {
		t.Fatal(err)
	}
	found := new(T)
	if err := json.Unmarshal(data, found); err != nil {
		t.Fatal(err)
	}
	return found
}

// TestContestedStudyHold simulates some values of each axis anew, on another
// seed and with few futures, and holds every figure on record to them within four
// standard errors of both, and half a percentage point that other futures of small
// numbers make.
func TestContestedStudyHold(t *testing.T) {
	long(t)
	record := onRecord[analysis.Contested](t, assets.StudyContested)
	again, err := analysis.Contest(context.Background(), sim.NewEngine(), scenarios.Builtin, analysis.ContestedOptions{
		Seed: 9, Runs: &analysis.ClaimRuns{A4: 24, A8: 24, A9: 12},
		Axes: []analysis.ContestedAxis{
			{Parameter: "people.unqualified_share", Values: []float64{.5}},
			{Parameter: "people.trait_floor_hardness", Values: []float64{.6}},
			{Parameter: "complementarity.rho", Values: []float64{.5, -1}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if again.Made.Digest != record.Made.Digest {
		t.Logf("the studies were made with another state of the model: simrun contested --full --out assets/studies --force makes them anew")
	}
	compared := 0
	for i := range again.Axes {
		a, r := &again.Axes[i], &record.Axes[i]
		for j, at := range a.Values {
			k := indexOf(r.Values, at)
			if k < 0 {
				t.Fatalf("%s has no value %g on record", r.Parameter, at)
			}
			for c := range a.Curves {
				got, want := float64(a.Curves[c].Value[j]), float64(r.Curves[c].Value[k])
				limit := 4*math.Hypot(float64(a.Curves[c].SE[j]), float64(r.Curves[c].SE[k])) + .005
				if compared++; math.Abs(got-want) > limit || a.Curves[c].Figure != r.Curves[c].Figure || a.Curves[c].World != r.Curves[c].World {
					t.Errorf("%s = %g: %s %s of %s is %.4f on record and %.4f now, more than %.4f apart: simrun contested --full --out assets/studies --force makes the studies anew",
						r.Parameter, at, r.Curves[c].Claim, r.Curves[c].Figure, r.Curves[c].World, want, got, limit)
				}
			}
		}
	}
	if compared != 4*13 {
		t.Errorf("%d figures were compared", compared)
	}
}

func indexOf(list []float64, x float64) int {
	for i, v := range list {
		if v == x {
			return i
		}
	}
	return -1
}

// TestRankingStudyHold moves two assumptions alone: their effects must lie
// within what the ranking on record says of them, three of its standard
// deviations and half a percentage point to either side.
func TestRankingStudyHold(t *testing.T) {
	long(t)
	record := onRecord[analysis.Ranking](t, assets.StudyRanking)
	again, err := analysis.Rank(context.Background(), sim.NewEngine(), scenarios.Builtin, analysis.RankingOptions{
		Trajectories: 2, Seed: 9, Only: []string{"people.trait_floor_hardness", "complementarity.rho"},
	})
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for i := range again.Outputs {
		for _, got := range again.Outputs[i].Effects {
			for _, want := range record.Outputs[i].Effects {
				if want.Parameter != got.Parameter {
					continue
				}
				compared++
				if limit := 3*float64(want.Sigma) + .005; math.Abs(float64(got.Mu-want.Mu)) > limit {
					t.Errorf("%s moves %s (%s) by %.4f on record and %.4f now, more than %.4f apart: simrun ranking --out assets/studies --force makes the studies anew",
						got.Parameter, record.Outputs[i].Claim, record.Outputs[i].World, want.Mu, got.Mu, limit)
				}
			}
		}
	}
	if compared != 12 {
		t.Errorf("%d effects were compared", compared)
	}
}

func TestContestStopsAndFails(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	o := analysis.ContestedOptions{Seed: 1, Runs: &analysis.ClaimRuns{A4: 2, A8: 2, A9: 2}, Progress: func(int, int) { cancel() }}
	if _, err := analysis.Contest(ctx, sim.NewEngine(), scenarios.Builtin, o); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped run gives %v", err)
	}
	o.Progress, o.Axes = nil, []analysis.ContestedAxis{{Parameter: "no.such", Values: []float64{1}}}
	if _, err := analysis.Contest(context.Background(), sim.NewEngine(), scenarios.Builtin, o); err == nil {
		t.Error("a parameter that is not there is moved")
	}
}

// TestModelDigestTellsModelsApart changes a default.
func TestModelDigestTellsModelsApart(t *testing.T) {
	engine := sim.NewEngine()
	digest := func(change func(s *sim.Scenario)) string {
		d, err := analysis.ModelDigest(context.Background(), engine, func(name string) (*sim.Scenario, error) {
			s, err := scenarios.Builtin(name)
			if err == nil {
				change(s)
			}
			return s, err
		})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	same := digest(func(*sim.Scenario) {})
	if again := digest(func(s *sim.Scenario) { s.Title = "another" }); again != same || len(same) != 64 {
		t.Errorf("the digest is %s, then %s", same, again)
	}
	if other := digest(func(s *sim.Scenario) { s.Assumptions.People.Drive += .005 }); other == same {
		t.Error("another default gives the same digest")
	}
}
