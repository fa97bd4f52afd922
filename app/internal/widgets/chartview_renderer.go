package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer is called by Fyne.
func (v *ChartView) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{
		view:    v,
		line:    canvas.NewLine(nil),
		readout: newTextBlock(),
		message: newTextBlock(),
		ring:    canvas.NewRectangle(nil),
	}
	r.update()
	return r
}

// chartRenderer draws, from back to front: the picture, a sentence in its place, the
// line and the box of the read-out, and the ring of focus.
type chartRenderer struct {
	view    *ChartView
	line    *canvas.Line
	readout *textBlock
	message *textBlock
	ring    *canvas.Rectangle
}

func (r *chartRenderer) Destroy() {}

// MinSize is asked for at every frame, which is why the look at the size is here.
func (r *chartRenderer) MinSize() fyne.Size {
	r.view.check()
	return r.view.min
}

func (r *chartRenderer) Layout(fyne.Size) {
	r.view.check()
	r.update()
}

func (r *chartRenderer) Refresh() {
	r.view.check()
	if v := r.view; v.reading {
		v.readout = ""
		if x, text, ok := v.inspect(v.atX); ok {
			v.readout, v.lineX = text, x
		}
	}
	r.update()
	canvas.Refresh(r.view)
}

func (r *chartRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.view.image}
	objects = append(objects, r.message.objects()...)
	objects = append(objects, r.line)
	objects = append(objects, r.readout.objects()...)
	return append(objects, r.ring)
}

func (r *chartRenderer) update() {
	v, size := r.view, r.view.Size()
	tone := tonesOf(v)
	v.image.Move(fyne.NewPos(0, 0))
	v.image.Resize(size)
	v.image.Hidden = v.picture.Image == nil
	v.image.Translucency = 0
	if v.problem != nil {
		v.image.Translucency = 0.75 // what is on show is not what was asked for
	}

	r.ring.FillColor = nil
	r.ring.StrokeColor, r.ring.StrokeWidth = tone.color(ColorNameAccent), 2
	r.ring.CornerRadius = tone.size(theme.SizeNameInputRadius)
	r.ring.Move(fyne.NewPos(1, 1))
	r.ring.Resize(size.SubtractWidthHeight(2, 2))
	r.ring.Hidden = !v.focused

	r.placeMessage(tone, size)
	r.placeReadout(tone, size)
}

func (r *chartRenderer) placeMessage(tone tones, size fyne.Size) {
	said := r.view.message()
	if said != "" {
		lines := wrapToWidth(said, size.Width*0.8, tone.text(), fyne.TextStyle{})
		ink := tone.color(ColorNameMutedText)
		if r.view.problem != nil {
			ink = tone.color(ColorNameErrorText)
		}
		r.message.set(lines, tone.text(), ink, false)
		block := r.message.size()
		r.message.place(fyne.NewPos((size.Width-block.Width)/2, (size.Height-block.Height)/2), block, fyne.TextAlignCenter)
	}
	r.message.show(said != "")
}

func (r *chartRenderer) placeReadout(tone tones, size fyne.Size) {
	v := r.view
	shown := v.reading && v.readout != ""
	r.line.Hidden = !shown
	if shown {
		left, top, right, bottom := v.plotArea()
		x := v.lineX * size.Width
		r.line.StrokeColor, r.line.StrokeWidth = faded(tone.color(ColorNameText), 0.6), 1
		r.line.Position1 = fyne.NewPos(x, top*size.Height)
		r.line.Position2 = fyne.NewPos(x, bottom*size.Height)

		r.readout.ground(tone.color(ColorNameTip), nil, 0, tone.size(theme.SizeNameInputRadius), tone.pad())
		width := fyne.Max(60, size.Width*0.6)
		r.readout.set(wrapToWidth(v.readout, width, tone.caption(), fyne.TextStyle{}), tone.caption(), tone.color(ColorNameOnTip), true)
		block := r.readout.size()
		gap := 2 * tone.pad()
		at := fyne.NewPos(x+gap, v.atY*size.Height-block.Height-gap)
		if at.X+block.Width > fyne.Max(right*size.Width, x) {
			at.X = x - gap - block.Width
		}
		if at.X < left*size.Width && x+gap+block.Width <= size.Width {
			at.X = x + gap
		}
		at.X = clamp(at.X, 0, size.Width-block.Width)
		at.Y = clamp(at.Y, top*size.Height, size.Height-block.Height)
		r.readout.place(at, block, fyne.TextAlignLeading)
	}
	r.readout.show(shown)
}

// clamp keeps x between the bounds; where they cross, the lower one holds.
func clamp(x, low, high float32) float32 {
	return fyne.Max(low, fyne.Min(x, high))
}
