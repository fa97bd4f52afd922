package sim_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"flag"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"threep/scenarios"
	"threep/sim"
)

var update = flag.Bool("update", false, "rewrite the golden digests")

func builtin(t testing.TB, name string) *sim.Scenario {
	t.Helper()
	s, err := scenarios.Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func run(t testing.TB, e *sim.Engine, s *sim.Scenario, o sim.Options) *sim.Result {
	t.Helper()
	r, err := e.Run(context.Background(), s, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// digestOf hashes every weekly outcome and total of every future, bit by bit.
func digestOf(r *sim.Result) string {
	h := sha256.New()
	put := func(values []float64) {
		for _, v := range values {
			if math.IsNaN(v) {
				v = math.MaxFloat64 // one NaN has many bit patterns
			}
			var b [8]byte
			binary.LittleEndian.PutUint64(b[:], math.Float64bits(v))
			h.Write(b[:])
		}
	}
	for w := sim.World(0); w < sim.NumWorlds; w++ {
		for o := sim.Weekly(0); o < sim.NumWeekly; o++ {
			for i := 0; i < r.Runs; i++ {
				put(r.WeeklySample(o, w, i))
			}
		}
		for o := sim.Total(0); o < sim.NumTotals; o++ {
			put(r.Values(o, w))
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// TestGoldenDigests holds four built-in scenarios to their bytes: on any machine
// and processor setting. Run with -update after a change of the model.
func TestGoldenDigests(t *testing.T) {
	path := filepath.Join("testdata", "golden.txt")
	e := sim.NewEngine()
	var lines []string
	for _, x := range []struct {
		name      string
		team      float64
		stages    float64
		rho, best float64
	}{
		// Teams that do and do not fill fours; all ways to aggregate.
		{"default", 8, 4, -4, .8}, {"3p-ready", 7, 6, -4, .8}, {"floor-people", 5, 2, -1, .8}, {"crm-elixir", 3, 4, .5, .5},
	} {
		name := x.name
		s := builtin(t, name)
		s.Organisation.Seats, s.Organisation.HorizonWeeks, s.Organisation.TeamSize = 40, 104, x.team
		s.Assumptions.Pipeline.Stages, s.Assumptions.Complementarity.Rho, s.Assumptions.Use.BestUse = x.stages, x.rho, x.best
		r := run(t, e, s, sim.Options{Runs: 3, Seed: 7})
		lines = append(lines, name+" "+digestOf(r))
	}
	got := strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("digests differ:\n%swant\n%s", got, want)
	}
}

// A rollout that has not begun is the baseline too.
func TestBeforeTheRolloutNothingDiffers(t *testing.T) {
	s := scenarios.Default()
	s.Decisions.Rollout.Start, s.Decisions.Rollout.Announcement = 60, 4
	s.Decisions.Rollout.Incentive = 0
	r := run(t, sim.NewEngine(), s, sim.Options{Runs: 3, Seed: 3})
	for _, o := range []sim.Weekly{sim.WeekRevenue, sim.WeekCost, sim.WeekHeadcount, sim.WeekSkill} {
		for i := 0; i < r.Runs; i++ {
			a, b := r.WeeklySample(o, sim.Assumed, i), r.WeeklySample(o, sim.Decided, i)
			if !reflect.DeepEqual(a[:56], b[:56]) {
				t.Errorf("%s differs before the announcement", sim.WeeklyInfo()[o].ID)
			}
		}
	}
}

// A market without margin has no effectiveness, and says so.
func TestHeadlineNotDefinedWithoutMargin(t *testing.T) {
	s := scenarios.Default()
	s.Organisation.Seats = 8
	s.Assumptions.Market.Opportunities = .1
	s.Assumptions.Market.WinShare = .05
	s.Assumptions.Pipeline.ReachForecast = .05
	r := run(t, sim.NewEngine(), s, sim.Options{Runs: 1, Seed: 2})
	for _, f := range r.Headline().Factors {
		if math.IsInf(f.Ratio, 0) {
			t.Errorf("factor %s is infinite", f.ID)
		}
	}
}

// Cancelling stops between weeks, and keeps what is finished.
func TestCancelKeepsWhatIsFinished(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := scenarios.Default()
	e := sim.NewEngine()
	var cancelled time.Time
	r, err := e.Run(ctx, s, sim.Options{Runs: 100000, Seed: 1, Progress: func(done, _ int) {
		// Futures finish out of order, so that the count can jump.
		if done >= 10 && ctx.Err() == nil {
			cancelled = time.Now()
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || r == nil {
		t.Fatalf("cancelling gave error %v, a result: %t", err, r != nil)
	}
	if !r.Partial || r.Runs < 10 {
		t.Fatalf("cancelling gave %d futures, partial: %t", r.Runs, r.Partial)
	}
	t.Logf("stopped %v after cancelling", time.Since(cancelled))
	whole := run(t, e, s, sim.Options{Runs: r.Runs, Seed: 1})
	if digestOf(r) != digestOf(whole) {
		t.Error("the futures kept are not the first ones")
	}
}

func TestPartialResultsGetFiner(t *testing.T) {
	last := 0
	s := scenarios.Default()
	s.Organisation.Seats = 16
	r := run(t, sim.NewEngine(), s, sim.Options{Runs: 100, Seed: 1, Partial: func(r *sim.Result) {
		if r.Runs <= last || !r.Partial {
			t.Errorf("partial result of %d futures after %d", r.Runs, last)
		}
		last = r.Runs
		if h := r.Headline(); len(h.Dots) != sim.HeadlineDots || math.IsNaN(h.After) {
			t.Error("a partial result has no headline")
		}
	}})
	if last == 0 || r.Runs != 100 || r.Partial {
		t.Errorf("last partial %d, result %d", last, r.Runs)
	}
}

func TestBadOptionsAndScenarios(t *testing.T) {
	e := sim.NewEngine()
	if _, err := e.Run(context.Background(), scenarios.Default(), sim.Options{}); err == nil {
		t.Error("no runs gave no error")
	}
	s := scenarios.Default()
	s.Assumptions.Ramp.Weeks = math.NaN()
	s.Decisions.Tools = append(s.Decisions.Tools, "telepathy")
	_, err := e.Run(context.Background(), s, sim.Options{Runs: 1})
	if err == nil || !bytes.Contains([]byte(err.Error()), []byte("ramp.weeks")) || !bytes.Contains([]byte(err.Error()), []byte("telepathy")) {
		t.Errorf("faults are not all named: %v", err)
	}
}

// The records of people agree with the books: where accounts bring nothing of
// themselves all is in somebody's year, else all but what is sold in vacant seats.
func TestRecordsAgreeWithTheBooks(t *testing.T) {
	for _, x := range []struct{ carryover, most float64 }{{0, 0}, {.5, .06}} {
		recordsAgree(t, x.carryover, x.most)
	}
}

// recordsAgree compares what people sold with the books; most is the largest share
// that may be in nobody's year.
func recordsAgree(t *testing.T, carryover, most float64) {
	t.Helper()
	s := scenarios.Default()
	s.Organisation.Seats = 24
	s.Assumptions.Territory.Carryover = carryover
	people := map[int]map[sim.World]float64{}
	order := 0
	r := run(t, sim.NewEngine(), s, sim.Options{Runs: 6, Seed: 4, Records: func(run int, records []sim.PersonRecord) {
		if run != order {
			t.Errorf("records of future %d came when %d was due", run, order)
		}
		order++
		people[run] = map[sim.World]float64{}
		for _, p := range records {
			for _, v := range p.Sales {
				people[run][p.World] += v
			}
		}
	}})
	for i := 0; i < r.Runs; i++ {
		for _, w := range []sim.World{sim.Assumed, sim.Decided} {
			sum := 0.0
			for _, v := range r.WeeklySample(sim.WeekRevenue, w, i) {
				sum += v
			}
			got := people[i][w]
			if lacking := 1 - got/sum; lacking < -1e-9 || lacking > most+1e-9 || most > 0 && lacking == 0 {
				t.Errorf("future %d, %s: people sold %g, the books say %g", i, w, got, sum)
			}
		}
	}
}

// A mix of roles larger than the number of teams is solved for every role.
func TestMoreRolesThanTeams(t *testing.T) {
	s := scenarios.Default()
	s.Organisation.Seats = 8
	s.Organisation.Roles = []sim.RoleShare{{Role: "hunter", Share: .5}, {Role: "farmer", Share: .1}, {Role: "inside", Share: .4}}
	e := sim.NewEngine()
	small := run(t, e, s, sim.Options{Runs: 1, Seed: 1})
	s = s.Clone()
	s.Organisation.Seats = 240
	large := run(t, e, s, sim.Options{Runs: 1, Seed: 1})
	if len(small.MarketUnqualified) != 3 || len(large.MarketUnqualified) != 3 {
		t.Errorf("roles solved: %v and %v", small.MarketUnqualified, large.MarketUnqualified)
	}
}

// The labour market and the scale of quotas are told under the user's own
// assumptions, also where others are drawn around them.
func TestTheMarketToldIsTheUsersOwn(t *testing.T) {
	e, s := sim.NewEngine(), scenarios.Default()
	s.Organisation.Seats, s.Organisation.HorizonWeeks = 16, 52
	s.Assumptions.People.UnqualifiedShare = .3
	own := run(t, e, s, sim.Options{Runs: 2, Seed: 1})
	drawn := run(t, e, s, sim.Options{Runs: 2, Seed: 1, Uncertain: true})
	if !reflect.DeepEqual(own.MarketUnqualified, drawn.MarketUnqualified) || own.QuotaScale != drawn.QuotaScale {
		t.Errorf("under drawn assumptions the market is %v and the scale %g, under the user's own %v and %g", drawn.MarketUnqualified, drawn.QuotaScale, own.MarketUnqualified, own.QuotaScale)
	}
	if own.Sets != 1 || drawn.Sets != 2 {
		t.Errorf("%d and %d sets of assumptions, want 1 and 2", own.Sets, drawn.Sets)
	}
}

// Where coaching stops all forgetting, the qualified learn all the same.
func TestCoachingThatStopsForgettingDoesNotStopLearning(t *testing.T) {
	s := scenarios.Default().Baseline()
	s.Today.CoachingHours = 1
	s.Assumptions.Skill.Reinforcement = .7
	r := run(t, sim.NewEngine(), s, sim.Options{Runs: 4, Seed: 1})
	if skill := r.WeeklyMean(sim.WeekSkill, sim.Assumed)[100]; skill < .4 {
		t.Errorf("mean skill %.3f", skill)
	}
}

// With more workers than futures the worlds of a future run at once, to the same
// bytes.
func TestWorldsApartAreTheSame(t *testing.T) {
	published := scenarios.Default()
	published.Assumptions.People.UnqualifiedShare = .35
	for _, s := range []*sim.Scenario{scenarios.Default(), published} {
		s.Organisation.Seats = 40
		e := sim.NewEngine()
		together := run(t, e, s, sim.Options{Runs: 2, Seed: 3, Workers: 1})
		apart := run(t, e, s, sim.Options{Runs: 2, Seed: 3, Workers: 5})
		if digestOf(together) != digestOf(apart) {
			t.Error("worlds that run apart differ from worlds that run in step")
		}
	}
}
