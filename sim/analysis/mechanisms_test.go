package analysis_test

import (
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
	"threep/sim/analysis/signs"
)

// engine is shared: what is solved for one broken world serves the others.
var engine = sim.NewEngine()

var survey = flag.Bool("survey", false, "break every mechanism and name all checks that then fail, not only those of the table")

// A mechanism of the model, and how it is broken: switched off, reversed, or moved
// to where it can do nothing. What the row names must then fail.
type mechanism struct {
	name string
	how  string
	// off, set and world break it, in every simulation; where it is luck itself,
	// even takes deals at their expectation.
	off   string
	even  bool
	set   []analysis.Value
	world func(s *sim.Scenario)
	// fails are the lines of checks that must fail, as "A1.most", separated by
	// spaces.
	fails string
	// effect is what the mechanism does, where no check fails or a check says too
	// little: it must be there, and be gone or reversed in the broken model.
	effect *signs.Sign
}

// worlds finds built-in scenarios in which the mechanism is broken.
func (m *mechanism) worlds(name string) (*sim.Scenario, error) {
	s, err := scenarios.Builtin(name)
	if err != nil || m == nil || m.world == nil {
		return s, err
	}
	s = s.Clone()
	m.world(s)
	return s, nil
}

// breakCheck breaks the mechanism in every simulation of a check.
func (m *mechanism) breakCheck(c *analysis.Check) {
	if m == nil {
		return
	}
	for _, v := range m.set {
		set(v.ID, v.Value)(c)
	}
	if m.off != "" {
		off(m.off)(c)
	}
}

// breakSign breaks it in the simulations of a sign.
func (m *mechanism) breakSign(s *signs.Sign) {
	for _, v := range m.set {
		s.Set = slices.DeleteFunc(slices.Clone(s.Set), func(x analysis.Value) bool { return x.ID == v.ID })
	}
	s.Set = append(s.Set, m.set...)
	s.Lucky = s.Lucky && !m.even
	if m.off != "" {
		s.Off = append(slices.Clone(s.Off), m.off)
	}
}

// runsOf are the futures of a check in this table: as few as show it. Checks of
// the firm as it stands share one simulation.
func runsOf(id string) int {
	switch id {
	case "C3", "C4", "B15":
		return 1
	case "C2", "C5", "C6", "C8":
		return 2
	case "B12":
		return 3
	case "B14":
		return 6
	case "C1":
		return 8
	case "A7", "A8", "A9", "B11", "B13", "B16", "B17", "B20":
		return 12
	case "A3", "B19", "C9":
		return 100
	}
	return 20
}

// judge runs checks in a broken model and returns which lines hold. What is not
// defined there does not fail for the mechanism's sake: it counts as holding.
func judge(t *testing.T, ids []string, m *mechanism) map[string]bool {
	t.Helper()
	chosen, unknown := analysis.Select(analysis.All(), ids)
	if len(unknown) > 0 {
		t.Fatalf("there are no checks %v", unknown)
	}
	for _, c := range chosen {
		c.Runs = analysis.Runs{Fast: runsOf(c.ID), Full: runsOf(c.ID)}
		m.breakCheck(c)
	}
	outcomes, err := analysis.Run(context.Background(), engine, m.worlds, chosen, analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	holds := map[string]bool{}
	for _, o := range outcomes {
		for i := range o.Measured {
			if l := &o.Measured[i]; l.Rule != analysis.Reported {
				holds[o.Check.ID+"."+l.ID] = l.Holds || math.IsNaN(l.Value)
				t.Logf("%s.%s is %.5g with standard error %.2g, judged %.5g, holds: %v", o.Check.ID, l.ID, l.Value, l.SE, l.Judged, l.Holds)
			}
		}
	}
	return holds
}

func checkOf(line string) string {
	id, _, _ := strings.Cut(line, ".")
	return id
}

// checksOf are the checks of some lines, each once.
func checksOf(lines []string) []string {
	var ids []string
	for _, line := range lines {
		if id := checkOf(line); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// TestEveryMechanismIsMissed breaks every mechanism in turn: the checks that rest
// on it hold where it is whole, on record and in as many futures as here, and fail
// where it is broken; what it does is there, and then gone.
func TestEveryMechanismIsMissed(t *testing.T) {
	recorded := verdictsOnRecord(t)
	rows := mechanisms()
	if testing.Short() {
		t.Log("short: one mechanism in twenty")
		few := rows[:0:0]
		for i := 0; i < len(rows); i += 20 {
			few = append(few, rows[i])
		}
		rows = few
	}
	var all []string
	for i := range rows {
		all = append(all, strings.Fields(rows[i].fails)...)
	}
	whole := map[string]bool{}
	t.Run("whole", func(t *testing.T) {
		whole = judge(t, checksOf(all), nil)
	})
	for i := range rows {
		m := &rows[i]
		t.Run(m.name+", "+m.how, func(t *testing.T) {
			lines := strings.Fields(m.fails)
			if len(lines) == 0 && m.effect == nil {
				t.Fatal("nothing would miss it")
			}
			for line, holds := range judge(t, checksOf(lines), m) {
				if !slices.Contains(lines, line) {
					continue
				}
				if !recorded[line] || !whole[line] {
					t.Errorf("%s does not hold where nothing is broken (on record %v, here %v), so that its failing says nothing", line, recorded[line], whole[line])
				}
				if holds {
					t.Errorf("%s: %s holds all the same", m.how, line)
				}
			}
			for _, line := range lines {
				if _, known := whole[line]; !known {
					t.Errorf("there is no line %s", line)
				}
			}
			if m.effect != nil {
				missed(t, m)
			}
		})
	}
}

// isGone is the part of an effect that may be left where its mechanism is broken.
const isGone = .15

// missed holds the effect of a mechanism to being there and, once it is broken,
// gone or reversed.
func missed(t *testing.T, m *mechanism) {
	t.Helper()
	whole, err := m.effect.Measure(context.Background(), engine, scenarios.Builtin, 1)
	if err != nil {
		t.Fatal(err)
	}
	broken := *m.effect
	m.breakSign(&broken)
	without, err := broken.Measure(context.Background(), engine, m.worlds, 1)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("raising %s changes %s by %.4g (standard error %.2g), broken by %.4g (%.2g)", m.effect.Param, m.effect.Outcome, whole.Change, whole.SE, without.Change, without.SE)
	if !m.effect.Holds(whole) {
		t.Errorf("raising %s changes %s by %.4g, standard error %.2g", m.effect.Param, m.effect.Outcome, whole.Change, whole.SE)
	}
	if left := without.Change / whole.Change; left > isGone {
		t.Errorf("%s: raising %s still changes %s by %.4g after %.4g", m.how, m.effect.Param, m.effect.Outcome, without.Change, whole.Change)
	}
}

// TestSurveyOfMechanisms names, when asked, all lines that fail where a mechanism
// is broken: from its log the rows are chosen.
func TestSurveyOfMechanisms(t *testing.T) {
	if !*survey {
		t.Skip("asked for by -survey")
	}
	ids := strings.Fields("A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13 B14 B15 B16 B17 B19 B20 C1 C2 C3 C9")
	whole := judge(t, ids, nil)
	list := mechanisms()
	for i := range list {
		t.Run(list[i].name, func(t *testing.T) {
			var failing []string
			for line, holds := range judge(t, ids, &list[i]) {
				if !holds && whole[line] {
					failing = append(failing, line)
				}
			}
			slices.Sort(failing)
			t.Logf("%s, %s, fails %s", list[i].name, list[i].how, strings.Join(failing, " "))
		})
	}
}

// verdictsOnRecord reads which lines hold in the fast set where nothing is broken.
func verdictsOnRecord(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "verdicts.txt"))
	if err != nil {
		t.Fatal(err)
	}
	holds := map[string]bool{}
	for _, row := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		f := strings.Fields(row)
		holds[f[0]+"."+f[2]] = f[1] == "holds"
	}
	return holds
}
