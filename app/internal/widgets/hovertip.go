package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hoverTip gives what is only looked at a tooltip under the pointer. A widget embeds it.
type hoverTip struct{ tip tip }

// setTip says what the tooltip tells, and for which widget.
func (h *hoverTip) setTip(tips *TooltipLayer, owner fyne.CanvasObject, text string) {
	h.tip = tip{layer: tips, owner: owner, text: func() string { return text }}
}

// MouseIn asks for the tooltip.
func (h *hoverTip) MouseIn(*desktop.MouseEvent) { h.tip.enter() }

// MouseMoved does nothing: the tooltip is of the whole.
func (h *hoverTip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tooltip away.
func (h *hoverTip) MouseOut() { h.tip.leave() }
