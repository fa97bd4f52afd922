package state

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"threep/assets"
	"threep/sim"
)

// jsonCodec stands in for the scenario file format.
var jsonCodec = Codec{
	Parse: func(data []byte, _ string) (*sim.Scenario, error) {
		s := new(sim.Scenario)
		if err := json.Unmarshal(data, s); err != nil {
			return nil, err
		}
		s.Roster = nil // kept apart from the scenario's text
		return s, nil
	},
	Encode: func(s *sim.Scenario) ([]byte, error) { return json.Marshal(s) },
}

func newScenario() *sim.Scenario {
	s := &sim.Scenario{Name: "test", Title: "Test"}
	sim.NewTable().Apply(s)
	s.Mechanisms = sim.AllMechanisms()
	return s
}

func newDocument() *Document { return New(sim.NewTable(), jsonCodec, newScenario()) }

func mandate(v float64) func(*sim.Scenario) {
	return func(s *sim.Scenario) { s.Decisions.Rollout.Mandate = v }
}

// TestHistoryEqualsAModel drives the document by random operations and holds it to a
// list of values with a position.
func TestHistoryEqualsAModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newDocument()
		value := func() float64 { return d.Scenario().Decisions.Rollout.Mandate }
		model := []float64{value()}
		at := 0
		labels := []string{""}
		push := func(v float64, label string) {
			if v == model[at] {
				return
			}
			model, labels = append(model[:at+1], v), append(labels[:at+1], label)
			at++
		}
		var moving *float64 // value before the gesture
		last := value()
		settle := func() {
			if moving != nil {
				push(last, "drag")
				moving = nil
			}
		}
		levels := rapid.SampledFrom([]float64{0, .1, .2, .3})
		revision := uint64(0)
		n := 0
		t.Repeat(map[string]func(*rapid.T){
			"change": func(t *rapid.T) {
				v := levels.Draw(t, "v")
				settle()
				n++
				label := fmt.Sprint("step ", n)
				before := last
				if got := d.Change(label, "", mandate(v)); got != (v != before) {
					t.Fatalf("Change from %g to %g reports %t", before, v, got)
				}
				push(v, label)
				last = v
			},
			"begin": func(*rapid.T) {
				settle()
				d.Begin("drag")
				v := last
				moving = &v
			},
			"update": func(t *rapid.T) {
				v := levels.Draw(t, "v")
				d.Update(mandate(v))
				if moving != nil {
					last = v
				}
			},
			"commit": func(*rapid.T) { d.Commit(); settle() },
			"cancel": func(*rapid.T) {
				d.Cancel()
				if moving != nil {
					last, moving = *moving, nil
				}
			},
			"undo": func(t *rapid.T) {
				settle()
				if got := d.Undo(); got != (at > 0) {
					t.Fatalf("Undo reports %t at %d", got, at)
				}
				if at > 0 {
					at--
				}
				last = model[at]
			},
			"redo": func(t *rapid.T) {
				settle()
				if got := d.Redo(); got != (at < len(model)-1) {
					t.Fatalf("Redo reports %t at %d of %d", got, at, len(model))
				}
				if at < len(model)-1 {
					at++
				}
				last = model[at]
			},
			"": func(t *rapid.T) {
				if value() != last {
					t.Fatalf("value is %g, want %g", value(), last)
				}
				_, r := d.Current()
				if r < revision {
					t.Fatalf("revision went from %d to %d", revision, r)
				}
				revision = r
				s := d.Status()
				if s.Dirty != (last != model[0]) {
					t.Fatalf("unsaved is %t at %g, opened with %g", s.Dirty, last, model[0])
				}
				if moving == nil && s.UndoLabel != labels[at] {
					t.Fatalf("undo is %q, want %q", s.UndoLabel, labels[at])
				}
			},
		})
	})
}

func TestEveryValueHandedOutStaysAsItWas(t *testing.T) {
	d := newDocument()
	d.Change("tools", "", func(s *sim.Scenario) {
		s.Decisions.Tools = []string{"crm"}
		s.Decisions.ToolDelay = map[string]float64{"crm": 4}
		s.Catalogue.Tools = []sim.Tool{{ID: "crm", Sources: map[string]string{"win": "x"}}}
	})
	first := d.Scenario()
	kept := first.Clone()
	d.Change("more", "", func(s *sim.Scenario) {
		s.Decisions.Tools[0] = "wiki"
		s.Decisions.ToolDelay["crm"] = 9
		s.Catalogue.Tools[0].Sources["win"] = "y"
	})
	d.Undo()
	if !reflect.DeepEqual(d.Scenario(), kept) || d.Scenario() != first {
		t.Fatalf("undo brought back %+v", d.Scenario().Decisions)
	}
}

func TestEqualPartsAreShared(t *testing.T) {
	s := newScenario()
	s.Roster = make([]sim.RosterSeat, 3)
	d := New(sim.NewTable(), jsonCodec, s)
	before := d.Scenario()
	d.Change("mandate", "", mandate(.9))
	if &d.Scenario().Roster[0] != &before.Roster[0] {
		t.Fatal("a change of a lever copied the roster into the history")
	}
	d.Change("people", "", func(s *sim.Scenario) { s.Roster[1].Alias = "B" })
	if before.Roster[1].Alias != "" {
		t.Fatal("an older value was changed")
	}
}

func TestEditsWithTheSameKeyAreOneStep(t *testing.T) {
	d := newDocument()
	d.Change("Mandate", "mandate", mandate(.4))
	d.Change("Mandate", "mandate", mandate(.5))
	d.Change("Mandate", "mandate", mandate(.6))
	d.Undo()
	if v := d.Scenario().Decisions.Rollout.Mandate; v != .3 {
		t.Fatalf("undo went to %g", v)
	}
	d.Redo()
	d.Change("Mandate", "mandate", mandate(.7))
	d.Undo()
	if v := d.Scenario().Decisions.Rollout.Mandate; v != .6 {
		t.Fatalf("an edit after redo was merged: undo went to %g", v)
	}
	d.Change("Mandate", "mandate", mandate(.8))
	d.EndMerge()
	d.Change("Mandate", "mandate", mandate(.9))
	d.Undo()
	if v := d.Scenario().Decisions.Rollout.Mandate; v != .8 {
		t.Fatalf("an edit after EndMerge was merged: undo went to %g", v)
	}
}

func TestThereAndBackIsNoStep(t *testing.T) {
	d := newDocument()
	d.Change("Mandate", "mandate", mandate(.4))
	d.Change("Mandate", "mandate", mandate(.3))
	if s := d.Status(); s.CanUndo() || s.Dirty {
		t.Fatalf("status is %+v", s)
	}
}

func TestAGestureIsOneStepAndEndsSettled(t *testing.T) {
	d := newDocument()
	var got []string
	d.Subscribe(func(e Event) {
		if c, ok := e.(Changed); ok {
			got = append(got, fmt.Sprintf("%d %d %t %g", c.Revision, c.Cause, c.Moving(), c.Scenario.Decisions.Rollout.Mandate))
		}
	})
	_, r := d.Current()
	d.Begin("Mandate")
	d.Update(mandate(.4))
	d.Update(mandate(.5))
	d.Update(mandate(.5))
	d.Commit()
	d.Begin("Mandate")
	d.Commit()
	want := []string{
		fmt.Sprintf("%d %d true 0.4", r+1, Moved),
		fmt.Sprintf("%d %d true 0.5", r+2, Moved),
		fmt.Sprintf("%d %d false 0.5", r+2, Settled),
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("events are %q, want %q", got, want)
	}
	d.Undo()
	if s := d.Status(); s.CanUndo() || s.RedoLabel != "Mandate" {
		t.Fatalf("status is %+v", s)
	}
}

func TestSubscribersMayChangeTheDocument(t *testing.T) {
	d := newDocument()
	var seen []float64
	d.Subscribe(func(e Event) {
		if c, ok := e.(Changed); ok && c.Scenario.Decisions.Rollout.Mandate == .4 {
			d.Change("answer", "", mandate(.5))
		}
	})
	cancel := d.Subscribe(func(e Event) {
		if c, ok := e.(Changed); ok {
			seen = append(seen, c.Scenario.Decisions.Rollout.Mandate)
		}
	})
	d.Change("ask", "", mandate(.4))
	cancel()
	d.Change("unheard", "", mandate(.6))
	if !reflect.DeepEqual(seen, []float64{.4, .5}) {
		t.Fatalf("the second subscriber saw %v", seen)
	}
}

func TestManyAtOnce(t *testing.T) {
	d := newDocument()
	var last uint64
	d.Subscribe(func(e Event) {
		if c, ok := e.(Changed); ok && c.Cause != Settled {
			if c.Revision != last+1 && last != 0 {
				t.Errorf("revision %d was told after %d", c.Revision, last)
			}
			last = c.Revision
		}
	})
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for k := range 50 {
				switch k % 5 {
				case 0:
					d.Undo()
				case 1:
					d.Redo()
				default:
					d.Change("x", "", func(s *sim.Scenario) { s.Decisions.Coaching.Start = float64(i*1000 + k) })
				}
				_ = d.Status()
			}
		})
	}
	all.Wait()
	d.Change("the end", "", mandate(.77))
	if _, r := d.Current(); r != last {
		t.Fatalf("revision is %d, last told %d", r, last)
	}
}

func TestResets(t *testing.T) {
	change := func(s *sim.Scenario) {
		s.Decisions.Rollout.Mandate, s.Decisions.Tools = .9, []string{"crm"}
		s.Decisions.ToolDelay = map[string]float64{"crm": 3}
		s.Today.Content = .1
		s.Mechanisms.Peers = false
		row, _ := sim.NewTable().Lookup(firstAssumption())
		row.Set(s, row.Max)
	}
	plain := newScenario()
	for _, c := range []struct {
		name                   string
		reset                  func(*Document) bool
		decisions, assumptions bool
	}{
		{"decisions", (*Document).ResetDecisions, true, false},
		{"assumptions", (*Document).ResetAssumptions, false, true},
		{"both", (*Document).ResetBoth, true, true},
	} {
		d := newDocument()
		d.Change("all", "", change)
		if !c.reset(d) {
			t.Fatalf("%s: nothing changed", c.name)
		}
		s := d.Scenario()
		if got := reflect.DeepEqual(s.Decisions, plain.Decisions); got != c.decisions {
			t.Errorf("%s: decisions at their defaults: %t", c.name, got)
		}
		if got := reflect.DeepEqual(s.Assumptions, plain.Assumptions) && s.Mechanisms == plain.Mechanisms; got != c.assumptions {
			t.Errorf("%s: assumptions at their defaults: %t", c.name, got)
		}
		if s.Today.Content != .1 {
			t.Errorf("%s: what describes today was reset", c.name)
		}
		if c.reset(d) {
			t.Errorf("%s: a second reset changed something", c.name)
		}
		d.Undo()
		if d.Scenario().Decisions.Rollout.Mandate != .9 {
			t.Errorf("%s: undo did not bring the decisions back", c.name)
		}
	}
}

func firstAssumption() string {
	for _, row := range sim.NewTable().Rows() {
		if row.Kind == sim.KindAssumption && row.Default < row.Max {
			return row.ID
		}
	}
	return ""
}

func TestViewIsNotPartOfUndo(t *testing.T) {
	d := newDocument()
	told := 0
	d.Subscribe(func(e Event) {
		if _, ok := e.(ViewChanged); ok {
			told++
		}
	})
	d.SetView(func(v *View) { v.Graphs[0] = "money"; v.Extra = map[string]string{"page": "people"} })
	d.SetView(func(v *View) { v.Graphs[0] = "money" })
	if told != 1 || d.View().Graphs[0] != "money" || d.View().Extra["page"] != "people" {
		t.Fatalf("told %d times; view is %+v", told, d.View())
	}
	if s := d.Status(); s.CanUndo() || s.Dirty {
		t.Fatalf("status is %+v", s)
	}
	d.View().Extra["page"] = "spoilt"
	if d.View().Extra["page"] != "people" {
		t.Fatal("a view that was handed out changes the document's")
	}
}

func TestEveryStepAndProblemHasItsText(t *testing.T) {
	d := newDocument()
	for _, f := range []func() bool{func() bool { return d.Describe("new", "New", "A story.") }, func() bool { d.Change("x", "", mandate(.9)); return d.ResetDecisions() }} {
		if !f() || !assets.Has("state.step.describe") {
			t.Fatal("no step")
		}
	}
	if l := d.Status().UndoLabel; l != assets.T("state.step.reset_decisions") {
		t.Fatalf("the step is called %q", l)
	}
	for _, p := range []Problem{Missing, NoFolder, Forbidden, ReadOnly, IsFolder, Unreachable, NoSpace, Faulty, ChangedOnDisk, Untitled, Other} {
		if !assets.Has("state.file." + string(p)) {
			t.Errorf("no sentence for %s", p)
		}
	}
}
