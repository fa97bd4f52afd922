package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// inset is a container with space around its content.
func inset(top, bottom, left, right float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), content)
}

// shares lays objects out side by side by shares of the width, with a gap between.
// Hidden ones take no room.
type shares struct {
	gap    float32
	shares []float32
}

func (l shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	total := float32(0)
	for i, o := range objects {
		if o.Visible() {
			total += l.shares[i]
		}
	}
	shown := 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		min := o.MinSize()
		size.Height = fyne.Max(size.Height, min.Height)
		size.Width = fyne.Max(size.Width, min.Width*total/l.shares[i])
	}
	size.Width += l.gap * float32(max(0, shown-1))
	return size
}

func (l shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	total, shown := float32(0), 0
	for i, o := range objects {
		if o.Visible() {
			total += l.shares[i]
			shown++
		}
	}
	room := size.Width - l.gap*float32(max(0, shown-1))
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		width := room * l.shares[i] / total
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
		x += width + l.gap
	}
}

// columns lays blocks out in rows of equal columns: as many columns as the width has
// room for, at most a number. A block may take several columns.
type columns struct {
	most   int
	width  func() float32 // least width of a column
	gapX   float32
	gapY   float32
	spans  []int   // columns that a block takes; none is one
	before float32 // the width of the last layout, from which the height follows
}

func (l *columns) count(width float32) int {
	n := int((width + l.gapX) / (l.width() + l.gapX))
	return max(1, min(n, l.most))
}

func (l *columns) span(i, count int) int {
	if i < len(l.spans) {
		return min(l.spans[i], count)
	}
	return 1
}

// place calls put with the place of every visible block and returns the height.
func (l *columns) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, pos fyne.Position, width float32)) float32 {
	count := l.count(width)
	cell := (width - l.gapX*float32(count-1)) / float32(count)
	column, y, height := 0, float32(0), float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		span := l.span(i, count)
		if column+span > count {
			y += height + l.gapY
			column, height = 0, 0
		}
		put(o, fyne.NewPos(float32(column)*(cell+l.gapX), y), cell*float32(span)+l.gapX*float32(span-1))
		height = fyne.Max(height, o.MinSize().Height)
		column += span
	}
	return y + height
}

func (l *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.before
	if width == 0 {
		width = float32(l.most) * (l.width() + l.gapX)
	}
	height := l.place(objects, width, func(fyne.CanvasObject, fyne.Position, float32) {})
	return fyne.NewSize(l.width(), height)
}

func (l *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.before = size.Width
	l.place(objects, size.Width, func(o fyne.CanvasObject, pos fyne.Position, width float32) {
		o.Move(pos)
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	})
}

// wrapped lays small objects out like words: in rows, each as wide as it needs.
type wrapped struct {
	gap    float32
	before float32
}

func (l *wrapped) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size)) float32 {
	x, y, height := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		if x > 0 && x+min.Width > width {
			x, y, height = 0, y+height+l.gap, 0
		}
		put(o, fyne.NewPos(x, y), min)
		x += min.Width + l.gap
		height = fyne.Max(height, min.Height)
	}
	return y + height
}

func (l *wrapped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.before
	if width == 0 {
		width = 10000
	}
	var widest float32
	height := l.place(objects, width, func(_ fyne.CanvasObject, _ fyne.Position, size fyne.Size) {
		widest = fyne.Max(widest, size.Width)
	})
	return fyne.NewSize(widest, height)
}

func (l *wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.before = size.Width
	l.place(objects, size.Width, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		o.Move(pos)
		o.Resize(size)
	})
}

// page is the window from top to bottom: parts of their own height, and one that takes
// what is left. The last part is the levers, which may take no more than a share.
type page struct{ grow int }

func (l page) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			min := o.MinSize()
			size = fyne.NewSize(fyne.Max(size.Width, min.Width), size.Height+min.Height)
		}
	}
	return size
}

func (l page) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	// Blocks that wrap know their height only at their width; a first pass tells it to
	// them.
	for _, o := range objects {
		if o.Visible() {
			o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		}
	}
	fixed := float32(0)
	for i, o := range objects {
		if i != l.grow && o.Visible() {
			fixed += o.MinSize().Height
		}
	}
	y := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		height := o.MinSize().Height
		if i == l.grow {
			height = fyne.Max(height, size.Height-fixed)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

// headed lays two objects out one below the other: a head of its own height, and what
// takes the rest. Unlike a border's, its keys go from the head on.
type headed struct{ gap float32 }

func (l headed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	head, body := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(fyne.Max(head.Width, body.Width), head.Height+l.gap+body.Height)
}

func (l headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, body := objects[0], objects[1]
	head.Resize(fyne.NewSize(size.Width, head.MinSize().Height))
	height := head.MinSize().Height // what wraps knows its height once it knows its width
	head.Move(fyne.NewPos(0, 0))
	head.Resize(fyne.NewSize(size.Width, height))
	body.Move(fyne.NewPos(0, height+l.gap))
	body.Resize(fyne.NewSize(size.Width, fyne.Max(0, size.Height-height-l.gap)))
}

// sizeNow is a size of the theme in force.
func sizeNow(name fyne.ThemeSizeName) float32 { return fyne.CurrentApp().Settings().Theme().Size(name) }

// textNow is the standard size of text in force.
func textNow() float32 { return sizeNow(theme.SizeNameText) }
