package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

var (
	_ fyne.Focusable     = (*ReadinessGauge)(nil)
	_ fyne.Tappable      = (*ReadinessGauge)(nil)
	_ fyne.Disableable   = (*ReadinessGauge)(nil)
	_ desktop.Hoverable  = (*ReadinessGauge)(nil)
	_ desktop.Cursorable = (*ReadinessGauge)(nil)
)

// SetTip says, in a tooltip, where the bars lead.
func (g *ReadinessGauge) SetTip(tips *TooltipLayer, text string) {
	g.tip = tip{layer: tips, owner: g, text: func() string {
		row := g.over
		if g.focused {
			row = g.at
		}
		if row >= 0 && row < len(g.bars) && g.bars[row].Help != "" {
			return g.bars[row].Help
		}
		return text
	}}
}

// rowSpace is the height of one row.
func (g *ReadinessGauge) rowSpace(tone tones, size fyne.Size) float32 {
	line := fyne.MeasureText("M", tone.text(), fyne.TextStyle{}).Height + tone.pad()/2
	return fyne.Max(line, fyne.Min(size.Height/float32(max(1, len(g.bars))), 2*tone.text()))
}

// rowAt is the index of the bar at a place, or -1.
func (g *ReadinessGauge) rowAt(pos fyne.Position) int {
	row := int(pos.Y / g.rowSpace(tonesOf(g), g.Size()))
	if pos.Y < 0 || row >= len(g.bars) {
		return -1
	}
	return row
}

func (g *ReadinessGauge) choose(index int) {
	if g.OnChosen != nil && index >= 0 && index < len(g.bars) {
		g.tip.leave()
		g.OnChosen(index)
	}
}

// Disabled keeps bars that lead nowhere out of the order of focus.
func (g *ReadinessGauge) Disabled() bool { return g.OnChosen == nil }

// Disable makes the bars lead nowhere.
func (g *ReadinessGauge) Disable() { g.OnChosen = nil }

// Enable is not used: bars lead where OnChosen says.
func (g *ReadinessGauge) Enable() {}

// Tapped chooses the bar under the pointer.
func (g *ReadinessGauge) Tapped(e *fyne.PointEvent) { g.choose(g.rowAt(e.Position)) }

// Cursor is a hand over bars that lead somewhere.
func (g *ReadinessGauge) Cursor() desktop.Cursor {
	if g.OnChosen == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn marks the bar under the pointer.
func (g *ReadinessGauge) MouseIn(e *desktop.MouseEvent) {
	g.MouseMoved(e)
}

// MouseMoved marks the bar under the pointer.
func (g *ReadinessGauge) MouseMoved(e *desktop.MouseEvent) {
	if over := g.rowAt(e.Position); over != g.over {
		g.over = over
		g.tip.enter() // each bar says what it is
		g.Refresh()
	}
}

// MouseOut takes the mark away.
func (g *ReadinessGauge) MouseOut() {
	g.tip.leave()
	g.over = -1
	g.Refresh()
}

// FocusGained marks the weakest bar first.
func (g *ReadinessGauge) FocusGained() {
	g.focused = true
	for i, bar := range g.bars {
		if g.isWeakest(bar.Label) {
			g.at = i
			break
		}
	}
	g.tip.enter()
	g.Refresh()
}

// FocusLost takes the mark away.
func (g *ReadinessGauge) FocusLost() {
	g.focused = false
	g.tip.leave()
	g.Refresh()
}

// TypedRune is not used.
func (g *ReadinessGauge) TypedRune(rune) {}

// TypedKey goes through the bars with the arrows and chooses with Space and Return.
func (g *ReadinessGauge) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		g.at = max(0, g.at-1)
		g.tip.enter()
	case fyne.KeyDown:
		g.at = min(len(g.bars)-1, g.at+1)
		g.tip.enter()
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		g.choose(g.at)
		return
	default:
		PassOn(g, e)
		return
	}
	g.Refresh()
}

// placeMark shows which bar would be chosen: a ground under the pointer, a ring for
// the keys.
func (r *gaugeRenderer) placeMark(tone tones, size fyne.Size, height float32) {
	g := r.gauge
	row := -1
	r.mark.FillColor, r.mark.StrokeWidth = color.Transparent, 0
	r.mark.CornerRadius = tone.size(theme.SizeNameInputRadius)
	if g.OnChosen != nil && g.over >= 0 {
		row, r.mark.FillColor = g.over, faded(tone.color(ColorNameTrack), 0.45)
	}
	if g.focused {
		row = g.at
		r.mark.StrokeColor, r.mark.StrokeWidth = tone.color(ColorNameAccent), 2
	}
	r.mark.Hidden = row < 0
	r.mark.Move(fyne.NewPos(-2, float32(row)*height))
	r.mark.Resize(fyne.NewSize(size.Width+4, height))
}
