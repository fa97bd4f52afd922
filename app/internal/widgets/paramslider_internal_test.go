package widgets

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// sliderProbe counts what a slider tells.
type sliderProbe struct {
	*ParamSlider
	changing, changed []float64
}

func newProbe(t *testing.T, spec SliderSpec) *sliderProbe {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(light)
	p := &sliderProbe{ParamSlider: NewParamSlider(spec)}
	p.OnChanging = func(v float64) { p.changing = append(p.changing, v) }
	p.OnChanged = func(v float64) { p.changed = append(p.changed, v) }
	w := test.NewTempWindow(t, p.ParamSlider)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 60))
	return p
}

func (p *sliderProbe) wantFired(t *testing.T, changing, changed int, value float64) {
	t.Helper()
	if len(p.changing) != changing || len(p.changed) != changed {
		t.Errorf("fired OnChanging %v and OnChanged %v, want %d and %d calls", p.changing, p.changed, changing, changed)
	}
	if p.Value() != value {
		t.Errorf("value is %v, want %v", p.Value(), value)
	}
}

func (p *sliderProbe) key(names ...fyne.KeyName) {
	for _, name := range names {
		p.track.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// write types over the number and confirms it.
func (p *sliderProbe) write(text string) {
	p.entry.SetText(text)
	p.entry.OnSubmitted(text)
}

func tenths() SliderSpec {
	return SliderSpec{Label: "Share", Unit: "%", Factor: 100, Values: steps(0, 1, 10), Base: 0.3}
}

func TestSliderSetValueFiresNothing(t *testing.T) {
	p := newProbe(t, tenths())
	p.SetValue(0.7)
	p.SetBase(0.7)
	p.SetGhost(0.2)
	p.SetStrip(Strip{Levels: []float64{-1, math.NaN(), 1}, Tipping: []float64{0.5}})
	p.wantFired(t, 0, 0, 0.7)
	p.SetValue(math.NaN())
	p.SetValue(math.Inf(1))
	p.wantFired(t, 0, 0, 0.7)
	if p.entry.Text != "70" {
		t.Errorf("the number reads %q, want 70", p.entry.Text)
	}
}

func TestSliderDragIsOneChange(t *testing.T) {
	p := newProbe(t, tenths())
	track := p.track
	at := func(v float64) fyne.Position { return fyne.NewPos(track.xOf(v), 5) }
	track.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(0.3)}, Button: desktop.MouseButtonPrimary})
	p.wantFired(t, 0, 0, 0.3)
	for _, v := range []float64{0.4, 0.4, 0.5, 0.6} {
		track.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(v)}})
	}
	p.SetValue(0.1) // an echo from elsewhere does not pull the handle away
	p.wantFired(t, 3, 0, steps(0, 1, 10)[6])
	track.MouseUp(&desktop.MouseEvent{})
	track.DragEnd()
	p.wantFired(t, 3, 1, steps(0, 1, 10)[6])
	test.TapAt(track, at(0.9)) // not the tap of the drag before
	p.wantFired(t, 4, 2, 0.9)
}

func TestSliderPressBesideTheHandleBringsIt(t *testing.T) {
	p := newProbe(t, tenths())
	there := fyne.NewPos(p.track.xOf(0.9)+2, 5)
	p.track.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: there}, Button: desktop.MouseButtonPrimary})
	p.wantFired(t, 1, 0, 0.9)
	p.track.MouseUp(&desktop.MouseEvent{})
	p.track.Tapped(&fyne.PointEvent{Position: there})
	p.wantFired(t, 1, 1, 0.9)
	test.TapAt(p.track, fyne.NewPos(p.track.xOf(0.2), 5)) // a touch has no press
	p.wantFired(t, 2, 2, 0.2)
}

func TestSliderPressOffTheMiddleOfTheHandleDoesNotMoveIt(t *testing.T) {
	p := newProbe(t, SliderSpec{Label: "Fine", Values: steps(0, 1000, 1000), Base: 500})
	off := fyne.NewPos(p.track.xOf(500)+5, 5)
	p.track.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: off}, Button: desktop.MouseButtonPrimary})
	p.track.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: off}})
	p.track.MouseUp(&desktop.MouseEvent{})
	p.track.Tapped(&fyne.PointEvent{Position: off})
	p.wantFired(t, 0, 0, 500)
}

func TestSliderKeys(t *testing.T) {
	for _, c := range []struct {
		key  fyne.KeyName
		want float64
	}{
		{fyne.KeyRight, 51},
		{fyne.KeyUp, 51},
		{fyne.KeyLeft, 49},
		{fyne.KeyDown, 49},
		{fyne.KeyPageUp, 60},
		{fyne.KeyPageDown, 40},
		{fyne.KeyHome, 0},
		{fyne.KeyEnd, 100},
		{fyne.KeyDelete, 20},
		{fyne.KeyBackspace, 20},
	} {
		p := newProbe(t, SliderSpec{Label: "Key", Values: steps(0, 100, 100), Base: 20})
		p.SetValue(50)
		p.key(c.key)
		if p.Value() != c.want || len(p.changed) != 1 {
			t.Errorf("%s leads to %v with %d changes, want %v with one", c.key, p.Value(), len(p.changed), c.want)
		}
	}
}

func TestSliderHeldKeyIsOneChange(t *testing.T) {
	p := newProbe(t, SliderSpec{Label: "Key", Values: steps(0, 100, 100), Base: 20})
	press := &fyne.KeyEvent{Name: fyne.KeyRight}
	p.track.KeyDown(press)
	for range 5 {
		p.track.TypedKey(press)
	}
	p.wantFired(t, 5, 0, 25)
	p.track.KeyUp(press)
	p.wantFired(t, 5, 1, 25)

	p.track.KeyDown(press)
	p.track.TypedKey(press)
	p.track.FocusLost() // the release goes to another window
	p.wantFired(t, 6, 2, 26)
}

func TestSliderValueBetweenPlacesIsKept(t *testing.T) {
	p := newProbe(t, SliderSpec{Label: "Off the table", Values: []float64{0, 1, 10, 100}, Base: 1})
	p.SetValue(math.Pi) // written as 3.14159
	p.entry.FocusGained()
	p.entry.FocusLost()
	p.wantFired(t, 0, 0, math.Pi)
	p.key(fyne.KeyRight)
	p.wantFired(t, 1, 1, 10)
	p.SetValue(math.Pi)
	p.key(fyne.KeyLeft)
	p.wantFired(t, 2, 2, 1)
}

func TestSliderTypedEntry(t *testing.T) {
	grouped := SliderSpec{Label: "Budget", Unit: "k$", Values: steps(0, 5000, 50), Base: 0}
	for _, c := range []struct {
		spec    SliderSpec
		text    string
		want    float64
		problem string
	}{
		{tenths(), "45", 0.45, ""},
		{tenths(), "45 %", 0.45, ""},
		{tenths(), " 12,5", 0.125, ""},
		{tenths(), "12.5", 0.125, ""},
		{tenths(), "101", 0.3, "Between 0 and 100 %, please"},
		{tenths(), "−1", 0.3, "Between 0 and 100 %, please"},
		{tenths(), "much", 0.3, "“much” is not a number"},
		{tenths(), "", 0.3, "“” is not a number"},
		{tenths(), "NaN", 0.3, "“NaN” is not a number"},
		{tenths(), "0x10", 0.3, "“0x10” is not a number"},
		{grouped, "1 500", 1500, ""},
		{grouped, "2.5k", 2500, ""},
		{grouped, "1,500", 0, "Did you mean 1.5 or 1500?"},
		{grouped, "1,500.5", 1500.5, ""},
		{SliderSpec{Label: "Seats", Values: steps(5, 10000, 9995), Base: 5}, "1,500", 1500, ""},
		{SliderSpec{Label: "Snap", Values: steps(0, 10, 10), Snap: true, Base: 0}, "3.6", 4, ""},
	} {
		p := newProbe(t, c.spec)
		p.write(c.text)
		if p.Value() != c.want || p.Problem() != c.problem {
			t.Errorf("%q gives %v and %q, want %v and %q", c.text, p.Value(), p.Problem(), c.want, c.problem)
		}
		fired := 0
		if c.problem == "" {
			fired = 1
		}
		p.wantFired(t, 0, fired, c.want)
	}
}

func TestSliderRefusedTextStaysUntilItIsPutRight(t *testing.T) {
	p := newProbe(t, tenths())
	p.write("500")
	if p.Commit() || p.entry.Text != "500" {
		t.Errorf("Commit took %q", p.entry.Text)
	}
	if got, want := p.AccessibilityLabel(), "Share: 30 %. Between 0 and 100 %, please"; got != want {
		t.Errorf("spoken %q, want %q", got, want)
	}
	p.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if p.entry.Text != "30" || p.Problem() != "" || !p.Commit() {
		t.Errorf("after Escape the number reads %q and the sentence %q", p.entry.Text, p.Problem())
	}
	p.write("500")
	p.key(fyne.KeyRight)
	if p.entry.Text != "40" || p.Problem() != "" {
		t.Errorf("after a move the number reads %q and the sentence %q", p.entry.Text, p.Problem())
	}
	p.write("500")
	p.Reset()
	p.write("500")
	p.Reset() // at the base value already
	if p.entry.Text != "30" || p.Problem() != "" || len(p.changed) != 2 {
		t.Errorf("after a reset the number reads %q, the sentence %q, changes %v", p.entry.Text, p.Problem(), p.changed)
	}
}

func TestSliderCommitTakesUnconfirmedText(t *testing.T) {
	p := newProbe(t, tenths())
	p.entry.SetText("80")
	if !p.Commit() {
		t.Error("Commit refused 80")
	}
	p.wantFired(t, 0, 1, 0.8)
	p.entry.SetText("20")
	p.entry.FocusLost()
	p.wantFired(t, 0, 2, 0.2)
}

func TestSliderDigitOnTheHandleStartsTyping(t *testing.T) {
	p := newProbe(t, tenths())
	c := fyne.CurrentApp().Driver().CanvasForObject(p.ParamSlider)
	c.Focus(p.Handle())
	p.track.TypedRune('x')
	if c.Focused() != p.Handle() {
		t.Error("a letter took the focus away")
	}
	p.track.TypedRune('8')
	if c.Focused() != p.Entry() || p.entry.Text != "8" {
		t.Errorf("the number reads %q with the focus on %T", p.entry.Text, c.Focused())
	}
}

func TestSliderDisabled(t *testing.T) {
	p := newProbe(t, tenths())
	p.Disable()
	p.key(fyne.KeyRight, fyne.KeyDelete)
	test.TapAt(p.track, fyne.NewPos(p.track.xOf(0.9), 5))
	p.track.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 5)}})
	p.Reset()
	p.wantFired(t, 0, 0, 0.3)
	p.SetValue(0.6)
	p.wantFired(t, 0, 0, 0.6)
	p.Enable()
	p.key(fyne.KeyDelete)
	p.wantFired(t, 0, 1, 0.3)

	alone := newProbe(t, SliderSpec{Label: "Fixed", Values: []float64{4, math.NaN(), 4}, Base: 4})
	alone.Enable()
	alone.key(fyne.KeyRight)
	if !alone.Disabled() || len(alone.changing) != 0 {
		t.Error("a slider with one value can be moved")
	}
}

func TestSliderSpoken(t *testing.T) {
	spec := tenths()
	spec.Word = func(v float64) string { return map[bool]string{true: "high", false: "low"}[v > 0.5] }
	p := newProbe(t, spec)
	p.SetValue(0.6)
	p.SetGhost(0.2)
	want := "Share: 60 %, high, changed from 30 %; compared with 20 %"
	if got := p.AccessibilityLabel(); got != want {
		t.Errorf("spoken %q, want %q", got, want)
	}
	if !p.Dirty() || p.reset.Hidden {
		t.Error("a changed slider offers no way back")
	}
	test.Tap(p.reset)
	if p.Dirty() || !p.reset.Hidden || len(p.changed) != 1 {
		t.Error("the key did not lead back to the base value once")
	}
}

func TestSliderIsCompact(t *testing.T) {
	p := newProbe(t, SliderSpec{Label: "A parameter with quite a long name indeed", Unit: "weeks", Values: steps(0, 104, 104), Base: 21})
	if size := p.MinSize(); size.Height > 53 || size.Width > 200 {
		t.Errorf("smallest size is %v", size)
	}
	p.Resize(fyne.NewSize(200, p.MinSize().Height))
	if right := p.label.Position().X + p.label.Size().Width; right > p.entry.override.Position().X {
		t.Errorf("label ends at %v, behind the start of the number at %v", right, p.entry.override.Position().X)
	}
	r := test.WidgetRenderer(p.track).(*trackRenderer)
	handle := p.track.Position().Y + r.handle.Position().Y + r.handle.Size().Height
	if caption := test.WidgetRenderer(p.ParamSlider).(*sliderRenderer).caption; caption.Position().Y < handle {
		t.Errorf("the word at %v is written over the handle, which ends at %v", caption.Position().Y, handle)
	}
	if text := p.label.text; text.MinSize().Width > p.label.Size().Width {
		t.Errorf("label %q is wider than its room", text.Text)
	}
}

func TestSliderShowsWhereNothingMoreHappens(t *testing.T) {
	lightApp(t)
	limit := 0.5
	s := NewParamSlider(SliderSpec{Label: "Raise", Values: steps(0, 1, 20), Limit: func() float64 { return limit }})
	newStage(t, container.NewVBox(s), fyne.NewSize(300, 80))
	r := test.WidgetRenderer(s.track).(*trackRenderer)
	end := func(o *canvas.Rectangle) float32 { return o.Position().X + o.Size().Width }
	near := func(a, b float32) bool { return abs(float64(a-b)) < 0.01 }
	if at := s.track.xOf(0.5); r.beyond.Hidden || !near(r.beyond.Position().X, at) || !near(end(r.beyond), s.track.xOf(1)) || end(r.rail) > at+r.rail.Size().Height {
		t.Errorf("the thin part runs from %v to %v, the rail ends at %v; the limit is at %v", r.beyond.Position().X, end(r.beyond), end(r.rail), at)
	}
	s.SetValue(0.8)
	if end(r.change) > s.track.xOf(0.5)+0.01 {
		t.Errorf("what has no effect is coloured as a change, up to %v", end(r.change))
	}
	limit = 2
	s.Refresh()
	if !r.beyond.Hidden || !near(end(r.change), s.track.xOf(0.8)) {
		t.Errorf("without a limit in the range the change ends at %v, the handle is at %v", end(r.change), s.track.xOf(0.8))
	}
}

func TestSliderBadge(t *testing.T) {
	lightApp(t)
	word := func(float64) string { return "a word under the handle" }
	s := NewParamSlider(SliderSpec{Label: "Unqualified reps", Badge: "assumed", Values: steps(0, 1, 20), Word: word})
	plain := NewParamSlider(SliderSpec{Label: "Mandate", Values: steps(0, 1, 20), Word: word})
	newStage(t, container.NewVBox(s, plain), fyne.NewSize(200, 160))
	r, other := test.WidgetRenderer(s).(*sliderRenderer), test.WidgetRenderer(plain).(*sliderRenderer)
	if r.badge.Hidden || r.badge.Text != "assumed" || !other.badge.Hidden {
		t.Error("the badge is missing, or stands where it does not belong")
	}
	if end := r.frame.Position().X + r.frame.Size().Width; r.caption.Position().X < end {
		t.Errorf("the word begins at %v, and the badge ends at %v", r.caption.Position().X, end)
	}
	if !strings.Contains(s.AccessibilityLabel(), "assumed") {
		t.Errorf("spoken %q", s.AccessibilityLabel())
	}
	ring, disc := test.WidgetRenderer(s.track).(*trackRenderer).handle, test.WidgetRenderer(plain.track).(*trackRenderer).handle
	if ring.FillColor == disc.FillColor {
		t.Error("the handles look alike")
	}
	s.Entry().(*sliderEntry).SetText("many")
	if s.Commit() || !r.badge.Hidden || r.caption.Position().X != 0 {
		t.Error("the sentence about a wrong number does not have the line to itself")
	}
}
