package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"threep/app/internal/widgets"
	"threep/assets"
)

// document returns the text that is open.
func (s *stage) document() *widgets.Document {
	s.t.Helper()
	var found *widgets.Document
	s.objects(func(o fyne.CanvasObject) {
		if d, ok := o.(*widgets.Document); ok {
			found = d
		}
	})
	if found == nil {
		s.t.Fatal("there is no document in sight")
	}
	return found
}

// TestReferenceIsRead goes through the contents by the keys and looks at every chapter.
func TestReferenceIsRead(t *testing.T) {
	s := newStage(t)
	s.u.showReference()
	s.settle()
	d, contents := s.document(), s.rowList()
	s.keep("reference")
	s.window.Canvas().Focus(contents)
	chapters := 0
	for i, title := range d.Titles() {
		if title.Level > 2 {
			continue
		}
		if said := d.AccessibilityLabel(); !strings.Contains(said, title.Text) {
			t.Errorf("chosen in the contents, %q is not in sight", title.Text)
		}
		if strings.HasPrefix(title.Text, "7.10") {
			s.keep("reference_equations")
		}
		if strings.HasPrefix(title.Text, "Tools") || strings.HasPrefix(title.Text, "9 ") {
			s.keep("reference_" + strings.ToLower(strings.Fields(title.Text)[0]))
		}
		chapters++
		contents.TypedKey(key(fyne.KeyDown))
		s.settle()
		_ = i
	}
	if chapters < 30 {
		t.Errorf("%d chapters and sections are listed", chapters)
	}
}

// TestReferenceIsSearched types words and goes to the next place and back.
func TestReferenceIsSearched(t *testing.T) {
	s := newStage(t)
	s.u.showReference()
	s.settle()
	search, ok := s.window.Canvas().Focused().(*searchField)
	if !ok {
		t.Fatal("the reference does not begin with the search")
	}
	for _, r := range "leastSelling" {
		search.TypedRune(r)
	}
	s.settle()
	d := s.document()
	found := d.Find("leastSelling")
	if found < 2 || d.Current() != 1 || !strings.Contains(d.AccessibilityLabel(), "leastSelling") || !strings.Contains(s.said(), assets.F("ui.reference.count", 1, found)) {
		t.Errorf("%d places are found, the %d. is marked", found, d.Current())
	}
	s.keep("reference_search")
	first := d.AccessibilityLabel()
	search.TypedKey(key(fyne.KeyReturn))
	s.settle()
	if d.Current() != 2 || d.AccessibilityLabel() == first {
		t.Errorf("Return leads to place %d", d.Current())
	}
	search.KeyDown(key("LeftShift"))
	search.TypedKey(key(fyne.KeyReturn))
	search.KeyUp(key("LeftShift"))
	if d.Current() != 1 {
		t.Errorf("Shift and Return lead to place %d", d.Current())
	}
	search.SetText("zzzz")
	s.settle()
	if !strings.Contains(s.said(), assets.T("ui.reference.none")) {
		t.Error("nothing is said where nothing is found")
	}
	search.TypedKey(key(fyne.KeyEscape))
	if len(s.u.modals) > 0 {
		t.Error("Escape does not close the reference")
	}
}
