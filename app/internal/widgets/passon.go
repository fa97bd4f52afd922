package widgets

import "fyne.io/fyne/v2"

// PassOn hands a key that a widget has no use for to the window, which hears keys only
// while nothing has the focus: Escape and the function keys are to work everywhere.
func PassOn(owner fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(owner)
	if c == nil {
		return
	}
	if hear := c.OnTypedKey(); hear != nil {
		hear(e)
	}
}
