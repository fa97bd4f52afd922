package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"threep/app/internal/evidence"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
)

// rowList returns the list of the register that is open.
func (s *stage) rowList() *widgets.RowList {
	s.t.Helper()
	var list *widgets.RowList
	s.objects(func(o fyne.CanvasObject) {
		if l, ok := o.(*widgets.RowList); ok {
			list = l
		}
	})
	if list == nil {
		s.t.Fatal("there is no list in sight")
	}
	return list
}

// link returns the link in sight whose words begin so.
func (s *stage) link(words string) *choiceRow {
	s.t.Helper()
	var found *choiceRow
	s.objects(func(o fyne.CanvasObject) {
		if r, ok := o.(*choiceRow); ok && strings.HasPrefix(r.title, words) {
			found = r
		}
	})
	if found == nil {
		s.t.Fatalf("there is no link %q in sight", words)
	}
	return found
}

// TestTwoClicksLeadFromALeverToItsSource clicks the name of every lever in sight, and
// then what leads to the register, which must open at the lever's own entry.
func TestTwoClicksLeadFromALeverToItsSource(t *testing.T) {
	s := newStage(t)
	s.answer(result(t))
	for _, f := range families() {
		for _, id := range f.main {
			p, _ := s.u.table.Lookup(id)
			s.lever(id).slider.OnDetails() // a click on the name, or Return
			s.settle()
			s.u.panel.drawers[s.u.panel.open].details.open.Tapped(nil)
			s.settle()
			source, _ := scenarios.LookupSource(p.Source)
			said := s.said()
			for _, want := range []string{labelOf(p), helpOf(p), source.Cite, source.Note, evidence.GradeShort(p.Grade), p.ID} {
				if !strings.Contains(said, want) {
					t.Errorf("two clicks from %s the register does not say %q", id, want)
				}
			}
			if s.window.Canvas().Focused() != s.rowList() {
				t.Errorf("%s: the keys do not go on in the list", id)
			}
			s.u.typedKey(key(fyne.KeyEscape))
			s.u.chooseFamily("")
			s.settle()
		}
	}
	if len(s.u.modals) > 0 {
		t.Error("Escape does not close the register")
	}
}

// TestRegisterIsSearched types words, chooses a grade and goes through what is found
// with the keys.
func TestRegisterIsSearched(t *testing.T) {
	s := newStage(t)
	s.u.showEvidence("", "")
	s.settle()
	c := s.window.Canvas()
	search, ok := c.Focused().(*searchField)
	if !ok {
		t.Fatal("the register does not begin with the search")
	}
	for _, r := range "elasticity" {
		search.TypedRune(r)
	}
	s.settle()
	if said := s.said(); !strings.Contains(said, "Albers") || !strings.Contains(said, "market.hours_elasticity") {
		t.Errorf("the search for elasticity shows\n%s", said)
	}
	search.SetText("judgement")
	s.settle()
	list := s.rowList()
	first := list.AccessibilityLabel()
	c.Focus(list)
	list.TypedKey(key(fyne.KeyDown))
	s.settle()
	if list.Chosen() != 1 || list.AccessibilityLabel() == first {
		t.Errorf("Down leads to row %d, %q", list.Chosen(), list.AccessibilityLabel())
	}
	if said := s.said(); !strings.Contains(said, assets.T("word.grade.judgement")) {
		t.Error("what is a judgement does not say so")
	}
	search.SetText("zzzz")
	s.settle()
	if said := s.said(); !strings.Contains(said, assets.T("ui.evidence.none")) {
		t.Error("nothing is said where nothing is found")
	}
	list.TypedKey(key(fyne.KeyEscape))
	if len(s.u.modals) > 0 {
		t.Error("Escape in the list does not close the register")
	}
}

// TestLinksOfTheRegisterLeadOnAndBack follows a parameter to a finding and its work,
// and goes back.
func TestLinksOfTheRegisterLeadOnAndBack(t *testing.T) {
	s := newStage(t)
	s.u.showEvidence(evidence.Parameter, "people.optimism")
	s.settle()
	s.keep("evidence_parameter")
	s.link("37%").Tapped(nil)
	s.settle()
	if said := s.said(); !strings.Contains(said, assets.T("finding.optimistic_half.text")) || !strings.Contains(said, assets.T("evidence.mark.seen")) {
		t.Error("the link does not lead to the finding")
	}
	s.keep("evidence_finding")
	s.link("Seligman").TypedKey(key(fyne.KeyReturn))
	s.settle()
	if said := s.said(); !strings.Contains(said, assets.T("evidence.group.work_findings")) {
		t.Error("the link does not lead to the work")
	}
	s.keep("evidence_work")
	back := 0
	for range 3 {
		s.objects(func(o fyne.CanvasObject) {
			if b, ok := o.(*widgets.IconButton); ok && b.AccessibilityLabel() == assets.T("ui.evidence.back_help") && !b.Disabled() {
				b.Tapped(nil)
				back++
			}
		})
		s.settle()
	}
	if said := s.said(); back != 2 || !strings.Contains(said, "people.optimism") {
		t.Errorf("%d steps back lead to\n%s", back, said)
	}
}

// TestKeysGoThroughTheRegister follows Tab from the search to the choices, the list, the
// links and the way out.
func TestKeysGoThroughTheRegister(t *testing.T) {
	s := newStage(t)
	s.u.showEvidence("", "")
	s.settle()
	c := s.window.Canvas()
	var order []string
	for range 6 {
		order = append(order, strings.TrimPrefix(fmt.Sprintf("%T", c.Focused()), "*"))
		c.FocusNext()
	}
	want := []string{"ui.searchField", "widgets.Segmented", "widgets.Segmented", "widgets.RowList", "ui.choiceRow", "widgets.IconButton"}
	if !slices.Equal(order, want) {
		t.Errorf("the keys go through %v, want %v", order, want)
	}
}
