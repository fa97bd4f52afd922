package signs

import (
	"context"
	"fmt"
	"strings"

	"threep/sim"
	"threep/sim/analysis"
)

// everySoMany is the part of a matrix that the fast set looks at.
const everySoMany = 40

// Checks returns the checks of all parameters and pairs of main levers.
func Checks() []*analysis.Check {
	world := []analysis.Setup{{World: "default", Alone: true}}
	one := analysis.Runs{Fast: 1, Full: 1}
	return []*analysis.Check{
		analysis.Looking(analysis.Check{
			ID: "M1", Kind: analysis.Matrix, Setups: world, Runs: one, Seed: 1, Sources: []string{"design"},
			Lines: []analysis.Line{analysis.None("faults"), analysis.Cases("cases")},
		}, lookAtEnds),
		analysis.Looking(analysis.Check{
			ID: "M2", Kind: analysis.Matrix, Setups: world, Runs: one, Seed: 1, Sources: []string{"design"},
			Lines: []analysis.Line{analysis.None("wrong"), analysis.Cases("cases")},
		}, lookAtHelp),
		analysis.Looking(analysis.Check{
			ID: "M3", Kind: analysis.Matrix, Setups: world, Runs: analysis.Runs{Fast: pairRuns, Full: pairRuns}, Seed: 1, Sources: []string{"design"},
			Lines: []analysis.Line{analysis.None("faults"), analysis.None("wrong"), analysis.Cases("cases")},
		}, lookAtPairs),
	}
}

// AllChecks returns every check of the model with those of the matrix.
func AllChecks() []*analysis.Check { return append(analysis.All(), Checks()...) }

// matrix is one look at many cases.
type matrix struct {
	ctx context.Context
	*analysis.Look
	err error
}

// wrong counts a case that is wrong under a line, and notes it.
func (m *matrix) wrong(line, format string, a ...any) {
	m.Lines[line]++
	m.Notes = append(m.Notes, fmt.Sprintf(format, a...))
}

// leftOut reports whether the fast set leaves case i out, or all is over.
func (m *matrix) leftOut(i int) bool {
	return m.err != nil || m.ctx.Err() != nil || !m.Full && i%everySoMany != 0
}

// end is what the look has come to.
func (m *matrix) end() error {
	if m.err == nil {
		m.err = m.ctx.Err()
	}
	return m.err
}

// lookAtEnds runs every parameter at its minimum, its default and its maximum:
// results are finite and sane, and the books balance. Two parameters that contradict
// each other are refused in words.
func lookAtEnds(ctx context.Context, l *analysis.Look) error {
	m := &matrix{ctx: ctx, Look: l}
	m.Lines["faults"], m.Lines["cases"] = 0, 0
	table := l.Engine.Table()
	refused := 0 // two parameters whose shares exceed the whole together
	for i, p := range table.Rows() {
		if m.leftOut(i) {
			continue
		}
		for _, v := range []float64{p.Min, p.Default, p.Max} {
			s := m.small()
			if s == nil {
				break
			}
			if p.ID == "organisation.seats" && v > mostSeats {
				v = mostSeats // larger ones differ in time alone
			}
			p.Set(s, v)
			name := fmt.Sprintf("%s = %g", p.ID, v)
			m.Lines["cases"]++
			if err := s.Validate(table); err != nil {
				if v == p.Default || !strings.Contains(err.Error(), "add up to") {
					m.wrong("faults", "%s is refused: %v", name, err)
				}
				refused++
				continue
			}
			m.held(name, s, 1)
		}
	}
	if refused > mostRefused {
		m.wrong("faults", "%d ends are refused", refused)
	}
	return m.end()
}

// mostRefused is how many ends may contradict what else is set.
const mostRefused = 8

// lookAtHelp holds every sign that a help text claims to the model.
func lookAtHelp(ctx context.Context, l *analysis.Look) error {
	m := &matrix{ctx: ctx, Look: l}
	m.Lines["wrong"], m.Lines["cases"] = 0, 0
	all := All()
	for i := range all {
		if m.leftOut(i) {
			continue
		}
		s := &all[i]
		m.Lines["cases"]++
		f, err := s.Measure(ctx, l.Engine, l.World, l.Seed)
		if err != nil {
			m.err = fmt.Errorf("%s: %w", s.Param, err)
			break
		}
		if !s.Holds(f) {
			m.wrong("wrong", "%s: %q, but %s goes from %.6g over %.6g to %.6g, by %.3g with standard error %.2g", s.Param, s.Says, s.Outcome, f.At, f.Middle, f.To, f.Change, f.SE)
		}
	}
	return m.end()
}

// mostSeats is the largest organisation that the ends are looked at in.
const mostSeats = 1000

// small is a firm with every kind of decision: two teams, a year.
func (m *matrix) small() *sim.Scenario {
	s, err := m.World("default")
	if err != nil {
		m.err = err
		return nil
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
func (m *matrix) held(name string, s *sim.Scenario, runs int) {
	r, err := m.Engine.Run(m.ctx, s, sim.Options{Runs: runs, Seed: m.Seed})
	if err != nil {
		m.err = fmt.Errorf("%s: %w", name, err)
		return
	}
	for i := range runs {
		for _, w := range []sim.World{sim.Assumed, sim.Decided} {
			for _, fault := range faults(r, s, w, i) {
				m.wrong("faults", "%s, %s, future %d: %s", name, w, i, fault)
			}
		}
	}
	b, err := m.Engine.Conservation(m.ctx, s, m.Seed, 0)
	if err != nil {
		m.err = fmt.Errorf("%s: %w", name, err)
	} else if b.Worst() > 1e-9 {
		m.wrong("faults", "%s: the books are out of balance: %+v", name, b)
	}
}

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

// lookAtPairs sets every two main levers to all four corners: results are finite and
// sane, the books balance, and each lever keeps the sign that its help claims at
// either end of the other.
func lookAtPairs(ctx context.Context, l *analysis.Look) error {
	m := &matrix{ctx: ctx, Look: l}
	m.Lines["faults"], m.Lines["wrong"], m.Lines["cases"] = 0, 0, 0
	table := l.Engine.Table()
	list := mainLevers()
	pairs := 0
	for i := range list {
		for k := range list {
			if i == k {
				continue
			}
			pairs++
			if m.leftOut(pairs - 1) {
				continue
			}
			a, b := list[i], list[k]
			pa, _ := table.Lookup(a.param)
			pb, _ := table.Lookup(b.param)
			for _, vb := range []float64{pb.Min, pb.Max} {
				name := fmt.Sprintf("%s with %s = %g", a.param, b.param, vb)
				if i < k {
					for _, va := range []float64{pa.Min, pa.Max} {
						s := m.paired()
						if s == nil {
							break
						}
						pa.Set(s, va)
						pb.Set(s, vb)
						m.Lines["cases"]++
						m.held(fmt.Sprintf("%s = %g, %s = %g", a.param, va, b.param, vb), s, pairRuns)
					}
				}
				m.keepsSign(name, a, analysis.Value{ID: b.param, Value: vb})
			}
		}
	}
	return m.end()
}

// paired is the firm in which pairs of levers are looked at.
func (m *matrix) paired() *sim.Scenario {
	s := m.small()
	if s == nil {
		return nil
	}
	s.Decisions = sim.NoDecisions()
	s.Organisation.Seats = 24
	for i := range s.Catalogue.Tools {
		s.Decisions.Tools = append(s.Decisions.Tools, s.Catalogue.Tools[i].ID)
	}
	return s
}

// keepsSign looks at the sign of a lever, another one being set. Where that one
// has everybody qualified, or trying, there is nothing left to raise.
func (m *matrix) keepsSign(name string, l lever, other analysis.Value) {
	all := All()
	for i := range all {
		s := all[i]
		if s.Param != l.param || s.Outcome != l.outcome || s.Way == 0 || s.Added || s.Worth != nil {
			continue
		}
		s.Bare, s.World, s.Runs, s.Seats = false, "default", pairRuns, 24
		s.Tools = []string{analysis.AllTools}
		s.Set = append([]analysis.Value{other}, s.Set...)
		m.Lines["cases"]++
		f, err := s.Measure(m.ctx, m.Engine, m.World, m.Seed)
		if err != nil {
			m.err = fmt.Errorf("%s: %w", name, err)
			return
		}
		if full := min(f.At, f.To) > .99 && max(f.At, f.To) <= 1; !full && !s.Holds(f) {
			m.wrong("wrong", "%s: %q, but %s goes from %.6g to %.6g, by %.3g with standard error %.2g", name, s.Says, s.Outcome, f.At, f.To, f.Change, f.SE)
		}
		return
	}
	m.err = fmt.Errorf("no sign of %s on %s is known", l.param, l.outcome)
}
