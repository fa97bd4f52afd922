package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"threep/app/internal/chart"
	"threep/app/internal/widgets"
	"threep/assets"
)

// scrollRoom is the width of a scroll bar beside what scrolls.
const scrollRoom = 12

// showGallery lets the user choose a kind of figure for one of the graphs, from
// miniatures of the present result.
func (u *UI) showGallery(g *graph, index int) {
	kinds := chart.Gallery()
	choices := make([]widgets.Choice, len(kinds))
	for i, k := range kinds {
		choices[i] = widgets.Choice{ID: string(k.ID), Title: k.Title(), Help: k.Title() + "\n" + k.Help()}
	}
	var box *modal
	tips := widgets.NewTooltipLayer(u.do)
	text := textNow()
	grid := widgets.NewChoiceGrid(u.group, fyne.NewSize(16*text, 11.5*text), tips, choices...)
	grid.SetChosen(string(g.kind))
	for _, k := range kinds {
		if u.result != nil {
			grid.SetPicture(string(k.ID), 1, u.miniature(g, k.ID))
		}
	}
	grid.OnChosen = func(id string) {
		box.close()
		u.chooseGraph(index, chart.ID(id))
	}
	side := assets.T("ui.gallery.left")
	if index == 1 {
		side = assets.T("ui.gallery.right")
	}
	// As many side by side as the window has room for: what is below scrolls.
	room := u.window.Canvas().Size().Width - 80
	across := max(2, min(5, int(room/(16*text+sizeNow("padding")))))
	down := (len(kinds) + across - 1) / across
	pad := sizeNow("padding")
	size := fyne.NewSize(float32(across)*(16*text+pad)+scrollRoom, float32(down)*(11.5*text+pad))
	scroll := scrolled(grid)
	grid.OnFocused = func(card fyne.CanvasObject) { reveal(scroll, card) }
	box = u.newModal(side, tips.Over(scroll), size)
	box.scroll = scroll
	box.onClose = grid.Close
	box.first = grid.First()
	box.cancel(assets.T("ui.cancel"))
	box.show()
}

func (u *UI) miniature(g *graph, id chart.ID) widgets.DrawFunc {
	result, options, palette, renderer := u.result, g.options(nil), g.look.palette, g.renderer
	return func(_ context.Context, r widgets.Request) (widgets.Picture, error) {
		figure, err := chart.Build(id, result, options)
		if err != nil {
			return widgets.Picture{}, err
		}
		picture, err := renderer.Draw(figure, requestFor(r, palette, true))
		return widgets.Picture{Image: picture.Image}, err
	}
}
