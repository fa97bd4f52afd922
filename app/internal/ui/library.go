package ui

import (
	"fyne.io/fyne/v2"

	"threep/assets"
	"threep/scenarios"
)

// showLibrary lists the built-in scenarios, each with its story. One opens as an
// untitled copy.
func (u *UI) showLibrary() {
	var box *modal
	list := newChoiceList()
	for _, entry := range scenarios.Library() {
		list.add(entry.Title, entry.Story, func() {
			box.close()
			u.openBuiltin(entry.Name)
		})
	}
	width := 46 * textNow()
	list.object.Resize(fyne.NewSize(width, 10))
	box = u.newModal(assets.T("ui.library.title"), list.scroll, fyne.NewSize(width, 36*textNow()))
	box.first = list.first()
	box.cancel(assets.T("ui.cancel"))
	box.show()
}
