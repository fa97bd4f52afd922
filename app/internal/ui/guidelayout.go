package ui

import "fyne.io/fyne/v2"

// graphsAndGuide lays out the two graphs with equal widths and, where it is shown, the
// guide beside them. Where all three have no room, the guide takes the place of the
// right graph.
type graphsAndGuide struct {
	gap float32
	// covers is told whether the guide takes the place of the right graph.
	covers func(bool)
}

// guideWidth is the least width of the guide [text sizes], guideShare what it takes of a
// wide window.
const (
	guideWidth = 22
	guideShare = .24
)

// MinSize is that of the graphs: the guide needs no room of its own.
func (l graphsAndGuide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(2*fyne.Max(left.Width, right.Width)+l.gap, fyne.Max(left.Height, right.Height))
}

// Layout places the three.
func (l graphsAndGuide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right, guide := objects[0], objects[1], objects[2]
	place := func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
	width := fyne.Max(guideWidth*textNow(), guideShare*size.Width)
	each := (size.Width - width - 2*l.gap) / 2
	half := (size.Width - l.gap) / 2
	least := fyne.Max(left.MinSize().Width, right.MinSize().Width)
	if l.covers != nil {
		defer func() { l.covers(guide.Visible() && each < least) }()
	}
	switch {
	case !guide.Visible():
		right.Show()
		place(left, 0, half)
		place(right, half+l.gap, half)
	case each >= least:
		right.Show()
		place(left, 0, each)
		place(right, each+l.gap, each)
		place(guide, 2*(each+l.gap), width)
	default:
		right.Hide()
		place(left, 0, half)
		place(guide, half+l.gap, half)
	}
}
