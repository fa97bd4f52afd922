package ui

import "fyne.io/fyne/v2"

// typing is a field in which something was typed that is not taken over yet.
type typing interface{ Typing() bool }

// undo takes the last step back. The main menu hears Ctrl+Z before the field that is
// being typed in, whose own undo it would steal: the field comes first.
func (u *UI) undo() {
	if u.inField(&fyne.ShortcutUndo{}) || len(u.modals) > 0 {
		return
	}
	u.doc.Undo()
}

func (u *UI) redo() {
	if u.inField(&fyne.ShortcutRedo{}) || len(u.modals) > 0 {
		return
	}
	u.doc.Redo()
}

// inField hands a shortcut to the field that is being typed in, if there is one.
func (u *UI) inField(s fyne.Shortcut) bool {
	focused := u.window.Canvas().Focused()
	if t, ok := focused.(typing); ok && !t.Typing() {
		return false
	}
	field, ok := focused.(fyne.Shortcutable)
	if ok {
		field.TypedShortcut(s)
	}
	return ok
}
