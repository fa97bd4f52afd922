package widgets

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// clock is a time that the test moves, with the timers set against it.
type clock struct {
	at     time.Time
	timers []*timer
}

type timer struct {
	due     time.Time
	fire    func()
	stopped bool
}

func (c *clock) now() time.Time { return c.at }

func (c *clock) after(d time.Duration, f func()) func() bool {
	t := &timer{due: c.at.Add(d), fire: f}
	c.timers = append(c.timers, t)
	return func() bool {
		t.stopped = true
		return true
	}
}

func (c *clock) pass(d time.Duration) {
	c.at = c.at.Add(d)
	for _, t := range slices.Clone(c.timers) {
		if !t.stopped && !t.due.After(c.at) {
			t.stopped = true
			t.fire()
		}
	}
}

func newTips(t *testing.T) (*TooltipLayer, *clock) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(light)
	c := &clock{at: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	tips := NewTooltipLayer(func(f func()) { f() })
	tips.after, tips.now = c.after, c.now
	return tips, c
}

func TestTooltipComesAfterAWhile(t *testing.T) {
	tips, c := newTips(t)
	first := NewIconButton(nil, "Undo: training", tips, nil)
	second := NewIconButton(nil, "Redo", tips, nil)
	w := test.NewTempWindow(t, tips.Over(container.NewHBox(first, second)))
	w.Resize(fyne.NewSize(400, 200))
	first.MouseIn(&desktop.MouseEvent{})
	c.pass(700 * time.Millisecond)
	if tips.Text() != "" {
		t.Error("comes too early")
	}
	c.pass(100 * time.Millisecond)
	if tips.Text() != "Undo: training" {
		t.Errorf("shows %q", tips.Text())
	}
	first.MouseOut()
	if tips.Text() != "" || len(tips.layer.Objects) != 0 {
		t.Error("stays without the pointer")
	}
	second.MouseIn(&desktop.MouseEvent{})
	c.pass(310 * time.Millisecond)
	if tips.Text() != "Redo" {
		t.Errorf("the second shows %q, and should come sooner", tips.Text())
	}
	second.Tapped(nil)
	if tips.Text() != "" {
		t.Error("stays after a press")
	}
	w.Canvas().Focus(first)
	c.pass(2 * time.Second)
	if tips.Text() != "Undo: training" {
		t.Errorf("the focus shows %q", tips.Text())
	}
}

func TestTooltipOfASliderDoesNotDisturbADrag(t *testing.T) {
	tips, c := newTips(t)
	s := NewParamSlider(SliderSpec{Label: "Training", Help: "Days a year.", Values: steps(0, 10, 10), Tips: tips})
	w := test.NewTempWindow(t, tips.Over(s))
	w.Resize(fyne.NewSize(300, 200))
	s.track.MouseIn(&desktop.MouseEvent{})
	s.track.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	c.pass(time.Second)
	if tips.Text() != "" || w.Canvas().Focused() != s.Handle() {
		t.Errorf("shows %q while the handle is held", tips.Text())
	}
	s.track.MouseUp(&desktop.MouseEvent{})
	w.Canvas().Focus(s.Entry())
	w.Canvas().Focus(s.Handle())
	c.pass(time.Second)
	if tips.Text() != "Training\nDays a year." {
		t.Errorf("the focus from the keyboard shows %q", tips.Text())
	}
	key(s.Handle(), fyne.KeyRight)
	if tips.Text() != "" {
		t.Error("stays while the keys move the handle")
	}
}

func TestTooltipThatIsLateStaysAway(t *testing.T) {
	tips, c := newTips(t)
	var waiting []func()
	tips.do = func(f func()) { waiting = append(waiting, f) }
	button := NewIconButton(nil, "Late", tips, nil)
	test.NewTempWindow(t, tips.Over(button)).Resize(fyne.NewSize(200, 100))
	button.MouseIn(&desktop.MouseEvent{})
	c.pass(time.Second)
	button.MouseOut() // the timer has fired, and waits for its turn
	for _, f := range waiting {
		f()
	}
	if tips.Text() != "" {
		t.Errorf("shows %q without the pointer", tips.Text())
	}
}

func TestTooltipStaysInTheWindow(t *testing.T) {
	tips, _ := newTips(t)
	corner := canvas.NewRectangle(nil)
	corner.SetMinSize(fyne.NewSize(10, 10))
	content := container.NewWithoutLayout(corner)
	test.NewTempWindow(t, tips.Over(content)).Resize(fyne.NewSize(300, 200))
	corner.Resize(fyne.NewSize(10, 10))
	for _, at := range []fyne.Position{{X: 0, Y: 0}, {X: 285, Y: 5}, {X: 285, Y: 185}, {X: 2, Y: 185}} {
		corner.Move(at)
		tips.show(corner, "Name\n"+strings.Repeat("a sentence that has to be wrapped ", 5))
		box := tips.block.box
		if p, s := box.Position(), box.Size(); p.X < 0 || p.Y < 0 || p.X+s.Width > 300 || p.Y+s.Height > 200 {
			t.Errorf("beside %v it is at %v with %v", at, p, s)
		}
		if p, s := box.Position(), box.Size(); at.Y >= p.Y && at.Y < p.Y+s.Height && at.X >= p.X && at.X < p.X+s.Width {
			t.Errorf("it covers what it is about at %v", at)
		}
	}
}

func newToasts(t *testing.T) (*ToastHost, *clock, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(light)
	c := &clock{at: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	host := NewToastHost(func(f func()) { f() })
	host.after = c.after
	w := test.NewTempWindow(t, host.Over(canvas.NewRectangle(nil)))
	w.Resize(fyne.NewSize(600, 400))
	return host, c, w
}

func TestToastGoesByItself(t *testing.T) {
	host, c, _ := newToasts(t)
	host.Show(Toast{Text: "Saved."})
	box := host.box
	if p, s := box.Position(), box.Size(); !box.Visible() || p.Y < 0 || p.Y+s.Height > 60 || abs(float64(p.X+s.Width/2-300)) > 5 {
		t.Errorf("at %v with %v", p, s)
	}
	c.pass(toastTime - time.Second)
	if host.Text() != "Saved." {
		t.Error("goes too early")
	}
	c.pass(2 * time.Second)
	if host.Text() != "" || box.Visible() {
		t.Error("stays")
	}
	if !host.ShowLast() || host.Text() != "Saved." {
		t.Error("cannot be brought back")
	}
	host.Show(Toast{Text: "It went wrong.", Stay: true})
	c.pass(time.Hour)
	if host.Text() != "It went wrong." || len(host.History()) != 2 {
		t.Errorf("shows %q after %d sentences", host.Text(), len(host.History()))
	}
	test.Tap(box.away)
	if host.Text() != "" {
		t.Error("cannot be put away")
	}
}

func TestToastWaitsForPointerAndFocus(t *testing.T) {
	host, c, w := newToasts(t)
	done := 0
	host.Show(Toast{Text: "Removed the tool.", Action: "Undo", OnAction: func() { done++ }})
	host.box.MouseIn(&desktop.MouseEvent{})
	c.pass(time.Hour)
	if host.Text() == "" {
		t.Error("goes under the pointer")
	}
	host.box.MouseOut()
	host.Focus()
	c.pass(time.Hour)
	if host.Text() == "" || w.Canvas().Focused() != fyne.Focusable(host.box.action) {
		t.Errorf("goes though it has the focus, on %T", w.Canvas().Focused())
	}
	w.Canvas().Unfocus()
	c.pass(toastActionTime - time.Second)
	if host.Text() == "" {
		t.Error("goes too early")
	}
	host.Focus()
	host.box.action.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if done != 1 || host.Text() != "" || w.Canvas().Focused() != nil {
		t.Errorf("done %d times, shows %q, focus on %v", done, host.Text(), w.Canvas().Focused())
	}
}

func TestToastForgetsOldSentences(t *testing.T) {
	host, _, _ := newToasts(t)
	if host.ShowLast() {
		t.Error("shows a sentence that never was")
	}
	for i := range 2 * toastHistory {
		host.Show(Toast{Text: strings.Repeat("word ", i+1)})
	}
	if len(host.History()) != toastHistory {
		t.Errorf("remembers %d sentences", len(host.History()))
	}
	if size := host.box.Size(); size.Width > 600 {
		t.Errorf("a long sentence makes it %v wide", size.Width)
	}
}

// TestTooltipsLeaveWhatIsWrongInSight has one slider say what is wrong with a number,
// and brings up the tooltips of it and of its neighbours.
func TestTooltipsLeaveWhatIsWrongInSight(t *testing.T) {
	tips, c := newTips(t)
	var sliders []*ParamSlider
	column := container.NewVBox()
	for range 5 {
		s := NewParamSlider(SliderSpec{Label: "Mandate", Help: strings.Repeat("What it is and what it rests on. ", 4), Values: steps(0, 1, 20), Tips: tips})
		sliders = append(sliders, s)
		column.Add(s)
	}
	w := test.NewTempWindow(t, tips.Over(column))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 330))
	wrong := sliders[2]
	wrong.Entry().(*sliderEntry).SetText("many")
	if wrong.Commit() || wrong.Problem() == "" {
		t.Fatal("a word was taken for a number")
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(wrong).Y
	bottom := top + wrong.Size().Height
	for i, s := range sliders {
		s.label.MouseIn(nil)
		c.pass(time.Second)
		if tips.Text() == "" {
			t.Fatalf("slider %d has no tooltip", i)
		}
		pos := driver.AbsolutePositionForObject(tips.layer.Objects[0])
		if end := pos.Y + tips.layer.Objects[0].Size().Height; pos.Y < bottom && end > top {
			t.Errorf("the tooltip of slider %d, from %v to %v, covers the sentence between %v and %v", i, pos.Y, end, top, bottom)
		}
		s.label.MouseOut()
		c.pass(5 * time.Second)
	}
	wrong.SetValue(0.5)
	if len(tips.clear) != 0 {
		t.Error("room is kept for a sentence that is gone")
	}
}
