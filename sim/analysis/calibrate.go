package analysis

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"

	"threep/sim"
)

// Free is a constant that calibration may move, within the range that its
// evidence allows.
type Free struct {
	ID string
	// Prior is where the evidence, or judgement, puts it before anything is
	// fitted; calibration starts there and departs from it only for a reason.
	Prior float64
}

// Basis says what the aim of a calibration rests on.
type Basis string

// The bases: a figure that a work gives, which lies within the scale of the aim; three
// quarters of a correlation that a work gives with corrections for range and for
// unreliable criteria, which what is measured here is without; and a judgement of size
// where works give a direction alone.
const (
	Published   Basis = "published"
	Uncorrected Basis = "uncorrected"
	Judged      Basis = "judgement"
)

// Target is a figure that the model is fitted to: a line of a check.
type Target struct {
	Check, Line string
	// Aim is the figure aimed at and Scale the distance from it that counts as
	// one: the middle and half the width of a band around a published figure, or
	// what is judged within a one-sided one.
	Aim, Scale float64
	Basis      Basis
	// Finding is the finding of the register that gives the figure or the direction.
	Finding string
}

// Stage is a part of the calibration: its constants act on its targets and not
// on those of earlier stages.
type Stage struct {
	ID      string
	Free    []Free
	Targets []Target
	Runs    int     // futures of each simulation
	Evals   int     // evaluations of the objective by the simplex, at most
	Polish  int     // and by the search on the steps of the table that follows, at most
	Simplex float64 // size of the first simplex, in half ranges
}

// priorWeight is what a constant's departure from its prior by half of its range
// adds to the objective, against a target missed by its scale.
const priorWeight = .05

// calibrationSeed is the seed of all chance of the calibration.
const calibrationSeed = 20080401

// Stages are the calibration: only lines of evidence (B) are aimed at. No limit (C)
// can be. Not all aims are published: of the stage of tools none is. What is not
// listed here stays where its source or judgement puts it; HandSets lists what was
// put there in view of a check.
func Stages() []Stage {
	return []Stage{
		{
			ID: "people",
			Free: []Free{
				{"people.drive", .095},
				{"people.courage", .045},
				{"people.optimism", .065},
				{"rating.attainment", .38},
				{"rating.intelligence", .45},
				{"leaving.voluntary", .18},
				{"leaving.attainment", .40},
				{"leaving.involuntary", .10},
				{"leaving.rating_effect", 1.1},
			},
			Targets: []Target{
				{"B2", "r", .30, .125, Uncorrected, "intelligence_ratings"},
				{"B3", "r", .31, .125, Uncorrected, "achievement_sales"},
				{"B4", "r", .20, .10, Uncorrected, "potency_sales"},
				{"B5", "gap", .30, .15, Published, "optimistic_half"},
				{"B6", "cv", .45, .15, Published, "roster_cv"},
				{"B6", "top_fifth", .365, .085, Published, "roster_top_fifth"},
				{"B8", "at_quota", .55, .07, Published, "quota_2018"},
				{"B10", "turnover", .275, .03, Published, "turnover_2010"},
				// The means of meta-analyses are known better than their bands are wide.
				{"B10", "voluntary", -.17, .08, Published, "performance_leaving_voluntary"},
				{"B10", "involuntary", -.52, .08, Published, "performance_leaving_involuntary"},
			},
			Runs: 90, Evals: 110, Polish: 120, Simplex: .4,
		},
		{
			ID: "tools",
			Free: []Free{
				{"adoption.promise", 2},
				{"adoption.rejection", 5},
				{"adoption.belief_weeks", 8},
				{"use.learn_weeks", 10},
				{"use.training", .3},
				{"use.support", .6},
				{"use.saves", .5},
				{"dip.depth", .10},
				{"dip.weeks", 12},
			},
			Targets: []Target{
				{"B11", "without", -.01, .01, Judged, "support_is_a_condition"},
				// What training and support bring must stand clear of nothing.
				{"B11", "with", .01, .005, Judged, "support_is_a_condition"},
				// No source gives the level of use. With p and q of a rollout a tool
				// that burdens its users is in few hands half a year after go-live;
				// widely rejected is at least half of them.
				{"B13", "peak", .10, .08, Judged, "rejected_after_months"},
				{"B13", "fall", -.04, .015, Judged, "rejected_after_months"},
				{"B13", "exits", 1.05, .05, Judged, "rejected_after_months"},
				{"B16", "dip", -.03, .02, Judged, "go_live_dip"},
				{"B16", "recovery", 4, 1, Judged, "go_live_dip"},
			},
			Runs: 60, Evals: 110, Polish: 120, Simplex: .7,
		},
	}
}

// Fitted is a constant with what calibration made of it.
type Fitted struct {
	ID     string  `toml:"id"`
	Low    float64 `toml:"low"`
	High   float64 `toml:"high"`
	Prior  float64 `toml:"prior"`
	Result float64 `toml:"result"` // rounded to the parameter's step: the shipped default
}

// Residual is how far a target is missed.
type Residual struct {
	Check    string  `toml:"check"`
	Line     string  `toml:"line"`
	Aim      float64 `toml:"aim"`
	Scale    float64 `toml:"scale"`
	Value    float64 `toml:"value"`
	Residual float64 `toml:"residual"` // (value - aim) / scale
	// Basis says what the aim rests on, Finding which finding of the register.
	Basis   Basis  `toml:"basis"`
	Finding string `toml:"finding"`
}

// Calibrated is what became of a stage.
type Calibrated struct {
	Stage       string     `toml:"stage"`
	Seed        uint64     `toml:"seed"`
	Runs        int        `toml:"runs"`
	Evaluations int        `toml:"evaluations"`
	Objective   float64    `toml:"objective"`
	Constants   []Fitted   `toml:"constants"`
	Residuals   []Residual `toml:"residuals"`
}

// Calibration is the file that holds the result.
type Calibration struct {
	Stages []Calibrated `toml:"stages"`
}

// Calibrate fits the free constants to their aims, stage by stage, by the downhill simplex of Nelder and Mead
// and a search on the steps of the table from where it ends, on
//
//	sum over targets of ((value - aim) / scale)^2 + .05 x sum over constants of ((constant - prior) / half range)^2
//
// with the same luck at every evaluation, so that the same program gives the
// same constants. told, if set, is called after each evaluation.
func Calibrate(ctx context.Context, look Lookup, workers int, told func(stage string, evaluation int, objective float64)) ([]Calibrated, error) {
	c := &calibration{ctx: ctx, look: look, workers: workers, table: sim.NewTable(), values: map[string]float64{}}
	// Everything that is fitted starts at its prior, whatever is shipped.
	for _, stage := range Stages() {
		for _, f := range stage.Free {
			c.values[f.ID] = f.Prior
		}
	}
	var out []Calibrated
	for _, stage := range Stages() {
		done, err := c.fit(&stage, told)
		if err != nil {
			return out, err
		}
		out = append(out, *done)
	}
	return out, nil
}

// Residuals measures the targets of a stage at the defaults of the table.
func Residuals(ctx context.Context, look Lookup, workers int, stage *Stage) ([]Residual, error) {
	c := &calibration{ctx: ctx, look: look, workers: workers, table: sim.NewTable(), values: map[string]float64{}}
	return c.residuals(stage)
}

// calibration is one in progress.
type calibration struct {
	ctx     context.Context
	look    Lookup
	workers int
	table   *sim.Table
	values  map[string]float64 // of constants that are not at the table's defaults
}

// world is look with the constants as they stand.
func (c *calibration) world(name string) (*sim.Scenario, error) {
	s, err := c.look(name)
	if err != nil {
		return nil, err
	}
	s = s.Clone()
	for id, v := range c.values {
		p, ok := c.table.Lookup(id)
		if !ok {
			return nil, fmt.Errorf("calibration moves %s, which is no parameter", id)
		}
		p.Set(s, v)
	}
	return s, nil
}

// residuals runs the checks that a stage's targets belong to.
func (c *calibration) residuals(stage *Stage) ([]Residual, error) {
	var checks []*Check
	for _, check := range All() {
		for _, t := range stage.Targets {
			if t.Check == check.ID {
				check.Runs.Fast = stage.Runs
				checks = append(checks, check)
				break
			}
		}
	}
	seed := uint64(calibrationSeed)
	outcomes, err := Run(c.ctx, sim.NewEngine(), c.world, checks, Options{Seed: &seed, Workers: c.workers})
	if err != nil {
		return nil, err
	}
	found := map[[2]string]float64{}
	for _, o := range outcomes {
		for i := range o.Measured {
			found[[2]string{o.Check.ID, o.Measured[i].ID}] = o.Measured[i].Value
		}
	}
	out := make([]Residual, 0, len(stage.Targets))
	for _, t := range stage.Targets {
		v, ok := found[[2]string{t.Check, t.Line}]
		if !ok {
			return nil, fmt.Errorf("calibration aims at %s %s, which no check measures", t.Check, t.Line)
		}
		out = append(out, Residual{Check: t.Check, Line: t.Line, Aim: t.Aim, Scale: t.Scale, Value: v, Residual: (v - t.Aim) / t.Scale, Basis: t.Basis, Finding: t.Finding})
	}
	return out, nil
}

// objective is what the fit makes small.
func objective(residuals []Residual, away []float64) float64 {
	sum := 0.0
	for i := range residuals {
		// A figure that is not defined misses by far.
		if r := residuals[i].Residual; math.IsNaN(r) {
			sum += 100
		} else {
			sum += float64(r * r)
		}
	}
	for _, a := range away {
		sum += float64(float64(priorWeight*a) * a)
	}
	return sum
}

// fit moves the constants of a stage to where its objective is least and rounds
// them to the steps of the table.
func (c *calibration) fit(stage *Stage, told func(string, int, float64)) (*Calibrated, error) {
	n := len(stage.Free)
	rows := make([]*sim.Param, n)
	for i, f := range stage.Free {
		p, ok := c.table.Lookup(f.ID)
		if !ok || !p.Uncertain() {
			return nil, fmt.Errorf("calibration cannot move %s: it has no range", f.ID)
		}
		rows[i] = p
	}
	// A constant is away from its prior by x half ranges, held within its range.
	set := func(x []float64) {
		for i, f := range stage.Free {
			half := (rows[i].High - rows[i].Low) / 2
			c.values[f.ID] = min(rows[i].High, max(rows[i].Low, f.Prior+float64(x[i]*half)))
		}
	}
	evaluations := 0
	var failed error
	at := func(x []float64) float64 {
		if failed != nil {
			return math.Inf(1)
		}
		set(x)
		r, err := c.residuals(stage)
		if err != nil {
			failed = err
			return math.Inf(1)
		}
		evaluations++
		v := objective(r, x)
		if told != nil {
			told(stage.ID, evaluations, v)
		}
		return v
	}
	result, err := optimize.Minimize(optimize.Problem{Func: at}, make([]float64, n),
		&optimize.Settings{FuncEvaluations: stage.Evals, Converger: optimize.NeverTerminate{}},
		&optimize.NelderMead{SimplexSize: stage.Simplex})
	if failed != nil {
		return nil, failed
	}
	if err != nil {
		return nil, fmt.Errorf("fitting the stage %s: %w", stage.ID, err)
	}
	x := c.polish(stage, rows, result.X, at)
	if failed != nil {
		return nil, failed
	}
	set(x)
	done := &Calibrated{Stage: stage.ID, Seed: calibrationSeed, Runs: stage.Runs, Evaluations: evaluations}
	for i, f := range stage.Free {
		p := rows[i]
		v := math.Round(c.values[f.ID]*1e9) / 1e9
		c.values[f.ID] = v
		done.Constants = append(done.Constants, Fitted{ID: f.ID, Low: p.Low, High: p.High, Prior: f.Prior, Result: v})
	}
	if done.Residuals, err = c.residuals(stage); err != nil {
		return nil, err
	}
	done.Objective = objective(done.Residuals, nil)
	return done, nil
}

// polish rounds x to the steps of the table and moves one constant after another up
// and down by four steps, by two and by one, as long as the objective falls: a simplex
// in so many dimensions ends where it has shrunk to, which need not be where the
// objective is least.
func (c *calibration) polish(stage *Stage, rows []*sim.Param, x []float64, at func([]float64) float64) []float64 {
	half := func(i int) float64 { return (rows[i].High - rows[i].Low) / 2 }
	best := make([]float64, len(x))
	for i, p := range rows {
		v := stage.Free[i].Prior + float64(x[i]*half(i))
		v = math.Round(min(p.High, max(p.Low, v))/p.Step) * p.Step
		best[i] = (v - stage.Free[i].Prior) / half(i)
	}
	left := stage.Polish
	least := at(best)
	for _, steps := range []float64{4, 2, 1} {
		for moved := true; moved && left > 0; {
			moved = false
			for i, p := range rows {
				for _, way := range []float64{steps, -steps} {
					tried := slices.Clone(best)
					tried[i] += float64(way*p.Step) / half(i)
					v := stage.Free[i].Prior + float64(tried[i]*half(i))
					if left <= 0 || v > p.High+p.Step/2 || v < p.Low-p.Step/2 {
						continue
					}
					left--
					if found := at(tried); found < least {
						best, least, moved = tried, found, true
						break
					}
				}
			}
		}
	}
	return best
}
