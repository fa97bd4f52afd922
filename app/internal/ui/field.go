package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// field is an entry in a box over the window, which Escape closes.
type field struct {
	widget.Entry

	name   string // for screen readers
	escape func()
}

func newField(text string) *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	f.SetText(text)
	return f
}

// AccessibilityLabel returns the name of the field and what is in it.
func (f *field) AccessibilityLabel() string { return strings.TrimSpace(f.name + " " + f.Text) }

// AccessibilityRole is text.
func (f *field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// TypedKey adds Escape to the keys of an entry, and has Tab leave a field of several
// lines as it leaves all others.
func (f *field) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && f.escape != nil {
		f.escape()
		return
	}
	f.Entry.TypedKey(key)
}

// AcceptsTab is false: Tab goes to the next field.
func (f *field) AcceptsTab() bool { return false }

// searchField is a field whose Return goes on to the next place, with Shift to the one
// before, and whose Down arrow leads into the list below.
type searchField struct {
	field

	onReturn func(back bool)
	onDown   func()
	shift    bool
}

var _ desktop.Keyable = (*searchField)(nil)

func newSearchField(name string) *searchField {
	f := &searchField{field: field{name: name}}
	f.ExtendBaseWidget(f)
	return f
}

// KeyDown notes Shift.
func (f *searchField) KeyDown(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		f.shift = true
	}
	f.Entry.KeyDown(key)
}

// KeyUp notes that Shift is let go.
func (f *searchField) KeyUp(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		f.shift = false
	}
	f.Entry.KeyUp(key)
}

// TypedKey adds Return and Down to the keys of a field.
func (f *searchField) TypedKey(key *fyne.KeyEvent) {
	switch {
	case (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) && f.onReturn != nil:
		f.onReturn(f.shift)
	case key.Name == fyne.KeyDown && f.onDown != nil:
		f.onDown()
	default:
		f.field.TypedKey(key)
	}
}
