package ui

import (
	"fyne.io/fyne/v2"

	"threep/assets"
	"threep/scenarios"
)

// shelved lists the built-in scenarios shelf by shelf.
func shelved() []scenarios.Entry {
	var list []scenarios.Entry
	for _, shelf := range scenarios.Shelves() {
		for _, entry := range scenarios.Library() {
			if entry.Shelf == shelf {
				list = append(list, entry)
			}
		}
	}
	return list
}

// showLibrary lists the built-in scenarios, each with its story. One opens as an
// untitled copy.
func (u *UI) showLibrary() {
	var box *modal
	list := newChoiceList()
	var shelf scenarios.Shelf
	for _, entry := range shelved() {
		if entry.Shelf != shelf {
			shelf = entry.Shelf
			list.heading(assets.T("guide.shelf." + string(shelf)))
		}
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
