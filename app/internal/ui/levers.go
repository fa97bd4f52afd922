package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// levers builds the controls of parameters and keeps them in line with the document.
type levers struct {
	table *sim.Table
	doc   editor
	tips  *widgets.TooltipLayer
	// details is called for a lever whose ground is asked for.
	details func(p *sim.Param)
	// reveal scrolls the page to a control, where the window is too small for all.
	reveal func(o fyne.CanvasObject)

	all []*lever
}

// lever is one control of one parameter. The same parameter may have several: one in
// sight and one in a drawer.
type lever struct {
	param  *sim.Param
	slider *widgets.ParamSlider
	moving bool // between the first move of a drag and its end
}

// build makes a control that edits the document.
func (l *levers) build(p *sim.Param, label string) *lever {
	unit, factor := unitOf(p, l.doc.Scenario().Organisation.Currency)
	spec := widgets.SliderSpec{
		Label: label, Badge: badgeOf(p), Help: tipOf(p), Unit: unit, Factor: factor,
		Values: placesOf(p), Base: p.Default, Format: numberFormat(p, factor),
		Word: wordFor(p, l.table, l.doc.Scenario), Limit: limitFor(p, l.table, l.doc.Scenario), Tips: l.tips,
	}
	spec.Elsewhere = func() bool { return partByPart(p, l.table, l.doc.Scenario()) }
	if p.Unit == sim.UnitCount {
		spec.Parse = parseWhole
	}
	v := &lever{param: p, slider: widgets.NewParamSlider(spec)}
	v.follow(l.doc.Scenario())
	v.slider.OnChanging = func(value float64) { l.move(v, value) }
	v.slider.OnChanged = func(value float64) { l.settle(v, value) }
	v.slider.OnDetails = func() {
		if l.details != nil {
			l.details(p)
		}
	}
	v.slider.OnFocused = func() { l.bringIntoView(v.slider) }
	l.all = append(l.all, v)
	return v
}

func (l *levers) bringIntoView(o fyne.CanvasObject) {
	if l.reveal != nil {
		l.reveal(o)
	}
}

// move is one of many changes of a drag.
func (l *levers) move(v *lever, value float64) {
	if !v.moving {
		v.moving = true
		l.doc.Begin(labelOf(v.param))
	}
	l.doc.Update(func(s *sim.Scenario) { v.param.Set(s, value) })
	l.follow(v.param, value, v)
}

// settle ends a change: one step of undo. Where the drag's own step was ended from
// elsewhere, as by undo, the value that the user left the lever at still counts.
func (l *levers) settle(v *lever, value float64) {
	if v.moving {
		v.moving = false
		l.doc.Update(func(s *sim.Scenario) { v.param.Set(s, value) })
		l.doc.Commit()
	}
	l.doc.Change(labelOf(v.param), "", func(s *sim.Scenario) { v.param.Set(s, value) })
}

// follow moves the other controls of a parameter along.
func (l *levers) follow(p *sim.Param, value float64, mover *lever) {
	for _, other := range l.all {
		if other != mover && other.param.ID == p.ID {
			other.slider.SetValue(value)
		}
	}
}

// show brings every control in line with a scenario. Nothing fires.
func (l *levers) show(s *sim.Scenario) {
	for _, v := range l.all {
		v.follow(s)
		if followsToday(v.param) {
			v.slider.Refresh()
		}
	}
}

// seatsID is the number of seats, which a roster decides.
const seatsID = "organisation.seats"

// follow brings the control in line with a scenario.
func (v *lever) follow(s *sim.Scenario) {
	v.slider.SetValue(v.param.Get(s))
	if v.param.ID != seatsID {
		return
	}
	if len(s.Roster) > 0 {
		v.slider.Disable() // there are as many seats as people
	} else {
		v.slider.Enable()
	}
}

// commit takes over numbers that were typed and not confirmed. It returns the first
// control whose number cannot be taken, or nil.
func (l *levers) commit() *lever {
	for _, v := range l.all {
		if !v.slider.Commit() {
			return v
		}
	}
	return nil
}

// changed counts the parameters of a list that differ from their defaults.
func changed(params []*sim.Param, s *sim.Scenario) int {
	n := 0
	for _, p := range params {
		if p.Get(s) != p.Default {
			n++
		}
	}
	return n
}

// parseWhole reads a whole number, with a k or M behind for thousands and millions.
func parseWhole(text string) (float64, error) {
	value, other, ambiguous, err := widgets.ParseNumber(text)
	if err != nil {
		return 0, err
	}
	if ambiguous && value != float64(int64(value)) {
		value = other // "1,500" has no second reading among whole numbers
	}
	if value != float64(int64(value)) {
		return 0, wholeNumberError{strings.TrimSpace(text)}
	}
	return value, nil
}

// wholeNumberError says, in words for the user, that a number has a fraction.
type wholeNumberError struct{ text string }

func (e wholeNumberError) Error() string { return assets.F("ui.lever.whole", e.text) }
