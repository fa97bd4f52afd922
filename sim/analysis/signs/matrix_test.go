package signs_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
	"threep/sim/analysis/signs"
)

func weeksOf(from, to int) analysis.Window { return analysis.Window{From: from, To: to} }

func valuesOf(id string, v float64) []analysis.Value { return []analysis.Value{{ID: id, Value: v}} }

// TestEveryParameterAtItsEnds runs every parameter at its minimum, its default and
// its maximum: results are finite and sane, and the books balance. Two parameters
// that contradict each other are refused in words.
func TestEveryParameterAtItsEnds(t *testing.T) {
	table := sim.NewTable()
	refused := 0 // two parameters whose shares exceed the whole together
	for i, p := range table.Rows() {
		if leftOut(t, i) {
			continue
		}
		for _, v := range []float64{p.Min, p.Default, p.Max} {
			s := small(t)
			if p.ID == "organisation.seats" && v > mostSeats {
				v = mostSeats // larger ones differ in time alone
			}
			p.Set(s, v)
			name := fmt.Sprintf("%s = %g", p.ID, v)
			if err := s.Validate(table); err != nil {
				if v == p.Default || !strings.Contains(err.Error(), "add up to") {
					t.Errorf("%s is refused: %v", name, err)
				}
				refused++
				continue
			}
			held(t, name, s, 1)
		}
	}
	if refused > 8 {
		t.Errorf("%d ends are refused", refused)
	}
}

// mostSeats is the largest organisation that the ends are looked at in.
const mostSeats = 1000

// small is a firm with every kind of decision: two teams, a year.
func small(t *testing.T) *sim.Scenario {
	t.Helper()
	s, err := scenarios.Builtin("default")
	if err != nil {
		t.Fatal(err)
	}
	s = s.Clone()
	s.Organisation.Seats, s.Organisation.HorizonWeeks = 16, 52
	d := &s.Decisions
	d.Training.Hours, d.Coaching.Hours = 20, .2
	d.Process.RaiseAll, d.Process.Months = .5, 6
	d.Product = sim.ProductDecision{Fit: .1, Clarity: .1, Content: .1, Months: 6}
	d.Infrastructure = sim.InfrastructureDecision{Raise: .1, Months: 6}
	d.Hiring = sim.HiringDecision{Validity: .2, Candidates: 2, SavvyWeight: .2, ManagerValidity: .2, ManagerCandidates: 2, ManagerSavvyWeight: .2, ReplaceRate: .5, FasterFill: .2}
	d.Rollout.Incentive, d.Rollout.Waves = .01, 2
	return s
}

// held runs a scenario, and holds its results to being sane and its books to
// balancing.
func held(t *testing.T, name string, s *sim.Scenario, runs int) *sim.Result {
	t.Helper()
	r, err := engine.Run(context.Background(), s, sim.Options{Runs: runs, Seed: 1})
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return nil
	}
	for i := range runs {
		for _, w := range []sim.World{sim.Assumed, sim.Decided} {
			for _, fault := range faults(r, s, w, i) {
				t.Errorf("%s, %s, future %d: %s", name, w, i, fault)
			}
		}
	}
	b, err := engine.Conservation(context.Background(), s, 1, 0)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	} else if b.Worst() > 1e-9 {
		t.Errorf("%s: the books are out of balance: %+v", name, b)
	}
	return r
}

// bounds are what a unit allows.
func bounds(o string, unit sim.Unit) (low, high float64) {
	switch {
	case o == "cash" || o == "npv" || o == "cash_trough" || o == "return":
		return math.Inf(-1), math.Inf(1)
	case o == "dip":
		return -1, 0
	case o == "effectiveness" || o == "effectiveness_before_cost":
		return math.Inf(-1), math.Inf(1) // see plausible
	case o == "plan_attainment" || o == "forecast_error":
		return 0, math.Inf(1)
	}
	switch unit {
	case sim.UnitShare, sim.UnitPoints:
		return 0, 1 + 1e-9
	case sim.UnitLevel:
		return 1, 5 + 1e-9
	case sim.UnitSD:
		return -6, 6
	case sim.UnitHoursWeek:
		return 0, 70 + 1e-9
	}
	return 0, math.Inf(1)
}

// mayLack are outcomes that a small firm may have no one, or nothing, to show of.
var mayLack = map[string]bool{
	"benefit_use_savvy_1": true, "benefit_use_savvy_2": true, "benefit_use_savvy_3": true, "benefit_use_savvy_4": true,
	"effectiveness": true, "forecast_error": true, "reps_at_quota": true, "win_rate": true, "loss_rate": true, "no_decision_rate": true, "return": true, "payback": true,
}

// faults are what is not sane in one future of a world.
func faults(r *sim.Result, s *sim.Scenario, w sim.World, run int) []string {
	var list []string
	judge := func(where string, info sim.OutcomeInfo, x float64) {
		low, high := bounds(info.ID, info.Unit)
		if info.ID == "cost_coaching" { // no more can be saved than is spent today
			low = -s.Today.CoachingHours * s.Assumptions.Money.CoachingHour * s.Organisation.Seats
		}
		switch {
		case math.IsNaN(x) && mayLack[info.ID]:
		case math.IsNaN(x) || math.IsInf(x, 0):
			list = append(list, fmt.Sprintf("%s%s is %g", info.ID, where, x))
		case x < low-1e-9 || x > high:
			list = append(list, fmt.Sprintf("%s%s is %g, not within %g and %g", info.ID, where, x, low, high))
		}
	}
	week := func(o sim.Weekly) []float64 { return r.WeeklySample(o, w, run) }
	heads := week(sim.WeekHeadcount)
	for o, info := range sim.WeeklyInfo() {
		for k, x := range week(sim.Weekly(o)) {
			if heads[k] == 0 && math.IsNaN(x) {
				continue // nobody is there to have a mean
			}
			if judge(fmt.Sprintf(" in week %d", k), info, x); len(list) > 3 {
				return list
			}
		}
	}
	for o, info := range sim.TotalInfo() {
		judge("", info, r.Values(sim.Total(o), w)[run])
	}
	for k, n := range heads {
		if n > s.Organisation.Seats {
			list = append(list, fmt.Sprintf("%g people in %g seats in week %d", n, s.Organisation.Seats, k))
		}
		if n == 0 {
			continue
		}
		hours, stages := 0.0, 0.0
		for o := sim.WeekSellingHours; o <= sim.WeekUpkeepHours; o++ {
			hours += week(o)[k]
		}
		for o := sim.WeekUnaware; o <= sim.WeekRejected; o++ {
			stages += week(o)[k]
		}
		if math.Abs(hours/s.Assumptions.Hours.Week-1) > 1e-9 || math.Abs(stages-1) > 1e-9 {
			list = append(list, fmt.Sprintf("%g hours of %g, stages that sum to %g in week %d", hours, s.Assumptions.Hours.Week, stages, k))
		}
	}
	if before := r.Values(sim.TotalBeforeCost, w)[run]; before < 0 || before > mostEffective {
		list = append(list, fmt.Sprintf("effectiveness before cost is %g", before))
	}
	return list
}

// mostEffective is beyond what any lever at its end may make of a firm, the
// baseline being 100.
const mostEffective = 400

// lever is one of the levers in sight of the window, with the outcome that shows
// what its help claims.
type lever struct{ param, outcome string }

// mainLevers are the levers that the window shows first.
func mainLevers() []lever {
	return []lever{
		{"people.unqualified_share", "qualified"},
		{"training.hours", "mean skill qualified"},
		{"hiring.replace_rate", "qualified"},
		{"coaching.hours", "mean skill qualified"},
		{"process.raise_all", "won"},
		{"infrastructure.raise", "expected_bookings"},
		{"product.fit", "loss_rate"},
		{"product.content", "expected_bookings"},
		{"rollout.sponsor_top", "stage_trial+stage_routine"},
		{"rollout.wiifm_design", "benefit_use"},
	}
}

// pairRuns are the futures of a pair of levers.
const pairRuns = 20

// TestEveryPairOfMainLevers sets every two main levers to all four corners: results
// are finite and sane, the books balance, and each lever keeps the sign that its
// help claims at either end of the other.
func TestEveryPairOfMainLevers(t *testing.T) {
	table := sim.NewTable()
	list := mainLevers()
	pairs := 0
	for i := range list {
		for k := range list {
			if i == k {
				continue
			}
			pairs++
			if leftOut(t, pairs-1) {
				continue
			}
			a, b := list[i], list[k]
			pa, _ := table.Lookup(a.param)
			pb, _ := table.Lookup(b.param)
			for _, vb := range []float64{pb.Min, pb.Max} {
				name := fmt.Sprintf("%s with %s = %g", a.param, b.param, vb)
				if i < k {
					for _, va := range []float64{pa.Min, pa.Max} {
						s := paired(t)
						pa.Set(s, va)
						pb.Set(s, vb)
						held(t, fmt.Sprintf("%s = %g, %s = %g", a.param, va, b.param, vb), s, pairRuns)
					}
				}
				keepsSign(t, name, a, analysis.Value{ID: b.param, Value: vb})
			}
		}
	}
}

// paired is the firm in which pairs of levers are looked at.
func paired(t *testing.T) *sim.Scenario {
	t.Helper()
	s := small(t)
	s.Decisions = sim.NoDecisions()
	s.Organisation.Seats = 24
	for i := range s.Catalogue.Tools {
		s.Decisions.Tools = append(s.Decisions.Tools, s.Catalogue.Tools[i].ID)
	}
	return s
}

// keepsSign looks at the sign of a lever, another one being set. Where that one
// has everybody qualified, or trying, there is nothing left to raise.
func keepsSign(t *testing.T, name string, l lever, other analysis.Value) {
	t.Helper()
	all := signs.All()
	for i := range all {
		s := all[i]
		if s.Param != l.param || s.Outcome != l.outcome || s.Way == 0 || s.Added || s.Worth != nil {
			continue
		}
		s.Bare, s.World, s.Runs, s.Seats = false, "default", pairRuns, 24
		s.Tools = []string{analysis.AllTools}
		s.Set = append([]analysis.Value{other}, s.Set...)
		f, err := s.Measure(context.Background(), engine, scenarios.Builtin, 1)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if full := min(f.At, f.To) > .99 && max(f.At, f.To) <= 1; !full && !s.Holds(f) {
			t.Errorf("%s: %q, but %s goes from %.6g to %.6g, by %.3g with standard error %.2g", name, s.Says, s.Outcome, f.At, f.To, f.Change, f.SE)
		}
		return
	}
	t.Errorf("no sign of %s on %s is known", l.param, l.outcome)
}
