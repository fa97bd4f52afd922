package widgets

import (
	"context"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func newStage(t *testing.T, content fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

func lightApp(t *testing.T) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(light)
}

func key(f fyne.Focusable, name fyne.KeyName) { f.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestIconButton(t *testing.T) {
	lightApp(t)
	pressed := 0
	b := NewIconButton(nil, "Compare scenarios", nil, func() { pressed++ })
	b.SetWord("Compare")
	w := newStage(t, container.NewCenter(b), fyne.NewSize(200, 60))
	w.Canvas().Focus(b)
	key(b, fyne.KeySpace)
	key(b, fyne.KeyReturn)
	test.Tap(b)
	if pressed != 3 {
		t.Errorf("pressed %d times, want 3", pressed)
	}
	r := test.WidgetRenderer(b).(*iconButtonRenderer)
	w.Canvas().Focus(b)
	if r.ground.ring.Hidden {
		t.Error("the focus cannot be seen")
	}
	b.Disable()
	key(b, fyne.KeySpace)
	test.Tap(b)
	if pressed != 3 {
		t.Error("was pressed though it is off")
	}
	if b.AccessibilityLabel() != "Compare scenarios" || b.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Errorf("spoken %q as %s", b.AccessibilityLabel(), b.AccessibilityRole())
	}
	if room := b.MinSize().Width; r.text.MinSize().Width > room {
		t.Errorf("the word is wider than the button of %v", room)
	}
}

func TestSection(t *testing.T) {
	lightApp(t)
	inside := widget.NewEntry()
	s := NewSection("People", inside)
	s.SetSummary("2 changed")
	var told []bool
	s.OnToggled = func(open bool) { told = append(told, open) }
	newStage(t, container.NewVBox(s), fyne.NewSize(300, 200))
	open := s.MinSize().Height
	s.SetOpen(false)
	if s.MinSize().Height >= open || inside.Visible() || len(told) != 0 {
		t.Errorf("closed: height %v of %v, content %v, told %v", s.MinSize().Height, open, inside.Visible(), told)
	}
	if got := s.header.AccessibilityLabel(); got != "People, closed, 2 changed" {
		t.Errorf("spoken %q", got)
	}
	key(s.Header(), fyne.KeyLeft)
	key(s.Header(), fyne.KeyRight)
	key(s.Header(), fyne.KeyRight)
	key(s.Header(), fyne.KeySpace)
	test.Tap(s.header)
	if !slices.Equal(told, []bool{true, false, true}) || !s.Open() || !inside.Visible() || s.MinSize().Height != open {
		t.Errorf("told %v, open %v", told, s.Open())
	}
}

func TestSegmented(t *testing.T) {
	lightApp(t)
	s := NewSegmented("Bands", "50 %", "80 %", "95 %")
	var told []int
	s.OnChosen = func(i int) { told = append(told, i) }
	newStage(t, container.NewCenter(s), fyne.NewSize(300, 60))
	s.SetChosen(1)
	s.SetChosen(9)
	if len(told) != 0 || s.Chosen() != 1 {
		t.Errorf("chosen %d, told %v", s.Chosen(), told)
	}
	key(s, fyne.KeyRight)
	key(s, fyne.KeyRight)
	key(s, fyne.KeyHome)
	test.TapAt(s, fyne.NewPos(s.Size().Width-3, 5))
	if !slices.Equal(told, []int{2, 0, 2}) {
		t.Errorf("told %v, want 2, 0, 2", told)
	}
	if got := s.AccessibilityLabel(); got != "Bands: 95 %, 3 of 3" {
		t.Errorf("spoken %q", got)
	}
	r := test.WidgetRenderer(s).(*segmentedRenderer)
	before := s.edges()
	if !r.words[2].TextStyle.Bold || r.words[0].TextStyle.Bold || r.line.Position().X < before[2] {
		t.Error("the choice is not told by print and line")
	}
	s.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(3, 3)}})
	if r.over.Hidden {
		t.Error("what is under the pointer is not marked")
	}
	s.SetChosen(0)
	if !slices.Equal(before, s.edges()) {
		t.Errorf("choosing moves the borders from %v to %v", before, s.edges())
	}
	s.Disable()
	key(s, fyne.KeyRight)
	if s.Chosen() != 0 {
		t.Error("chosen though it is off")
	}
}

func TestReadinessGauge(t *testing.T) {
	lightApp(t)
	g := NewReadinessGauge("weakest")
	newStage(t, g, fyne.NewSize(340, 90))
	for _, c := range []struct {
		shares []float64
		texts  []string
		want   []string
	}{
		{[]float64{0.6, 0.3, 0.8}, []string{"60 %", "30 %", "80 %"}, []string{"Process"}},
		{[]float64{0.301, 0.299, 0.8}, []string{"30 %", "30 %", "80 %"}, []string{"People", "Process"}},
		{[]float64{0.5, 0.5, 0.5}, []string{"50 %", "50 %", "50 %"}, nil},
		{[]float64{1.2, -1, 0.5}, []string{"120 %", "−100 %", "50 %"}, []string{"Process"}},
	} {
		var bars []Readiness
		for i, label := range []string{"People", "Process", "Product"} {
			bars = append(bars, Readiness{Label: label, Share: c.shares[i], Text: c.texts[i]})
		}
		g.Set(bars, "said")
		if got := g.Weakest(); !slices.Equal(got, c.want) {
			t.Errorf("of %v the weakest is %v, want %v", c.texts, got, c.want)
		}
		r := test.WidgetRenderer(g).(*gaugeRenderer)
		for i, row := range r.rows {
			named := slices.Contains(c.want, bars[i].Label)
			if row.pointer.Hidden == named || row.word.Hidden == named || row.label.TextStyle.Bold != named {
				t.Errorf("%s of %v: pointer, word and print do not agree", bars[i].Label, c.texts)
			}
			if row.bar.Size().Width > row.track.Size().Width {
				t.Errorf("%s: the bar leaves its track", bars[i].Label)
			}
			if end := row.word.Position().X + row.word.Size().Width; end > 340 {
				t.Errorf("the word ends at %v of 340", end)
			}
		}
	}
	if g.AccessibilityLabel() != "said" {
		t.Errorf("spoken %q", g.AccessibilityLabel())
	}
	g.Set(nil, "")
	if n := len(g.Weakest()); n != 0 {
		t.Errorf("of nothing %d are weakest", n)
	}
}

func TestHeadline(t *testing.T) {
	lightApp(t)
	h := NewHeadline()
	newStage(t, h, fyne.NewSize(320, 120))
	figures := HeadlineFigures{Number: "109", Unit: "against 100", Words: "18 of 20", Before: 114, After: 109, Reference: 100, Low: 90, High: 120, BeforeLabel: "before", AfterLabel: "after", Spoken: "all of it"}
	h.Set(figures)
	r := test.WidgetRenderer(h).(*headlineRenderer)
	at := func(v float64) float32 { return float32((v - 90) / 30 * 320) }
	near := func(got, want float32) bool { return abs(float64(got-want)) < 0.01 }
	end := func(o *canvas.Rectangle) float32 { return o.Position().X + o.Size().Width }
	if !near(r.net.Position().X, at(100)) || !near(end(r.net), at(109)) || !near(end(r.cost), at(114)) {
		t.Errorf("solid from %v to %v, outline to %v", r.net.Position().X, end(r.net), end(r.cost))
	}
	if r.net.FillColor != tonesOf(h).color(ColorNameBetter) || h.AccessibilityLabel() != "all of it" {
		t.Error("a gain is not shown as one")
	}
	figures.LowLabel, figures.HighLabel = "90", "120"
	h.Set(figures)
	if r.low.Text != "90" || r.track.Position().X <= r.low.MinSize().Width || end(r.track) >= 320-r.high.MinSize().Width {
		t.Errorf("the bar from %v to %v lies on its scale", r.track.Position().X, end(r.track))
	}
	figures.LowLabel, figures.HighLabel = "", ""
	figures.After = 96
	h.Set(figures)
	if !near(r.net.Position().X, at(96)) || !near(end(r.net), at(100)) || r.net.FillColor != tonesOf(h).color(ColorNameWorse) {
		t.Errorf("a loss is solid from %v to %v", r.net.Position().X, end(r.net))
	}
	figures.After = 100
	h.Set(figures)
	if r.after.Color != tonesOf(h).color(ColorNameText) {
		t.Error("what is as the reference looks like a gain or a loss")
	}
	middle := func(o *canvas.Text) float32 { return o.Position().X + o.MinSize().Width/2 }
	for _, c := range []struct{ before, after float64 }{{114, 96}, {96, 114}, {105, 104.9}, {104.9, 105}, {104, 104}, {119.9, 119.8}, {90, 90.1}, {90, 120}} {
		figures.Before, figures.After = c.before, c.after
		h.Set(figures)
		low, high, lowAt, highAt := r.after, r.before, at(c.after), at(c.before)
		if c.before < c.after {
			low, high, lowAt, highAt = high, low, highAt, lowAt
		}
		apart := high.Position().X - low.Position().X - low.MinSize().Width
		if low.Position().X < 0 || high.Position().X+high.MinSize().Width > 320 || apart < 4 {
			t.Errorf("before %g, after %g: the labels stand at %v and %v of 320, %v apart", c.before, c.after, low.Position().X, high.Position().X, apart)
		}
		if abs(float64(middle(low)-lowAt)) > 60 || abs(float64(middle(high)-highAt)) > 60 {
			t.Errorf("before %g, after %g: the labels stand at %v and %v, their marks at %v and %v", c.before, c.after, middle(low), middle(high), lowAt, highAt)
		}
	}
	h.SetPending(true)
	if r.number.Color != tonesOf(h).color(ColorNameMutedText) {
		t.Error("figures that are being worked out again look final")
	}
	figures.Low, figures.High = 0, 0
	h.Set(figures)
	if !r.track.Hidden || !r.net.Hidden || !r.after.Hidden {
		t.Error("there is a bar without ends")
	}
	figures.Words = strings.Repeat("words without end ", 30)
	h.Set(figures)
	last := r.words.lines[r.words.used-1]
	if bottom := last.Position().Y + last.MinSize().Height; bottom > 120+1 || !strings.HasSuffix(last.Text, ellipsis) {
		t.Errorf("the words end at %v with %q", bottom, last.Text)
	}
}

func TestLineSample(t *testing.T) {
	lightApp(t)
	for _, c := range []struct {
		dashes []float32
		want   int
	}{
		{nil, 1},
		{[]float32{6, 4}, 4},
		{[]float32{5}, 4},
		{[]float32{0, 0}, 1},
		{[]float32{3, -1}, 1},
	} {
		spans := dashSpans(c.dashes, 32)
		if len(spans) != c.want {
			t.Errorf("%v gives %d pieces: %v, want %d", c.dashes, len(spans), spans, c.want)
		}
		for _, span := range spans {
			if span[0] < 0 || span[1] > 32 || span[1] <= span[0] {
				t.Errorf("%v gives the piece %v", c.dashes, span)
			}
		}
	}
	s := NewLineSample("With rollout", LineStyle{Color: rgb(0x0067a5), Width: 3, Band: true})
	newStage(t, container.NewHBox(s), fyne.NewSize(200, 30))
	r := test.WidgetRenderer(s).(*lineSampleRenderer)
	if r.text.Text != "With rollout" || r.band.Hidden {
		t.Errorf("shows %q", r.text.Text)
	}
	s.Set("Baseline", LineStyle{Dashes: []float32{2, 3}})
	if s.AccessibilityLabel() != "Baseline" || !r.band.Hidden || len(r.pieces) < 2 {
		t.Errorf("shows %d pieces of %q", len(r.pieces), s.AccessibilityLabel())
	}
}

func TestValueTable(t *testing.T) {
	lightApp(t)
	table := NewValueTable("Effectiveness")
	table.Set([]TableColumn{{Title: "Week"}, {Title: "With rollout", Number: true}}, [][]string{{"1", "98.2"}, {"a\tb\n"}})
	newStage(t, table, fyne.NewSize(300, 200))
	if got, want := table.TSV(), "Week\tWith rollout\n1\t98.2\na b \t\n"; got != want {
		t.Errorf("as text %q, want %q", got, want)
	}
	if !strings.HasPrefix(table.AccessibilityLabel(), "Effectiveness\nWeek") {
		t.Errorf("spoken %q", table.AccessibilityLabel())
	}
	markup := test.RenderObjectToMarkup(table)
	for _, want := range []string{"With rollout", "98.2"} {
		if !strings.Contains(markup, want) {
			t.Errorf("does not show %q", want)
		}
	}
	label := newTableCell(false)
	table.UpdateCell(widget.TableCellID{Row: 0, Col: 1}, label)
	if label.Text != "98.2" || label.Alignment != fyne.TextAlignTrailing {
		t.Errorf("a number reads %q, aligned %v", label.Text, label.Alignment)
	}
	head := fyne.MeasureText("With rollout", table.Theme().Size(theme.SizeNameCaptionText), fyne.TextStyle{Bold: true}).Width
	if table.widths[1] < head {
		t.Errorf("a column of %v for a title of %v", table.widths[1], head)
	}
	narrow := table.widths[1]
	fyne.CurrentApp().Settings().SetTheme(fixedTheme{light.variant, 1.5})
	table.Refresh()
	if table.widths[1] <= narrow {
		t.Error("the columns do not grow with the print")
	}
}

func TestChoiceGrid(t *testing.T) {
	s := newChartStage(t)
	g := NewChoiceGrid(s.group, fyne.NewSize(150, 120), nil,
		Choice{ID: "a", Title: "Effectiveness", Note: "against 100"}, Choice{ID: "b", Title: "Money"},
		Choice{ID: "c", Title: "Pipeline"}, Choice{ID: "d", Title: "A title that is much too long for the two lines it gets"})
	var told []string
	g.OnChosen = func(id string) { told = append(told, id) }
	s.show(t, g, fyne.NewSize(320, 300))
	c := s.window.Canvas()
	if g.columns() != 2 {
		t.Fatalf("%d columns in %v", g.columns(), g.Size())
	}
	c.Focus(g.First())
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyRight, 1},
		{fyne.KeyDown, 3},
		{fyne.KeyLeft, 2},
		{fyne.KeyUp, 0},
		{fyne.KeyUp, 0},
		{fyne.KeyLeft, 0},
		{fyne.KeyEnd, 3},
		{fyne.KeyHome, 0},
		{fyne.KeyDown, 2},
	} {
		key(c.Focused(), step.key)
		if c.Focused() != fyne.Focusable(g.cards[step.want]) {
			t.Errorf("%s does not lead to %d", step.key, step.want)
		}
	}
	key(c.Focused(), fyne.KeyReturn)
	test.TapCanvas(c, fyne.NewPos(220, 60)) // on the picture of the second
	if !slices.Equal(told, []string{"c", "b"}) || g.Chosen() != "b" || g.First() != fyne.Focusable(g.cards[1]) {
		t.Errorf("told %v, chosen %q", told, g.Chosen())
	}
	if got := g.cards[1].AccessibilityLabel(); got != "Money, chosen" {
		t.Errorf("spoken %q", got)
	}
	g.SetChosen("a")
	if got := g.cards[0].AccessibilityLabel(); len(told) != 2 || got != "Effectiveness, against 100, chosen" {
		t.Errorf("spoken %q, told %v", got, told)
	}
	g.SetPicture("d", 1, drawWave)
	s.queue.settle(s.group)
	picture := g.cards[3].picture
	if picture.picture.Image == nil || picture.Size().Height < 30 {
		t.Errorf("the picture under a long title is %v high", picture.Size().Height)
	}
	g.Close()
	g.SetPicture("d", 2, func(context.Context, Request) (Picture, error) {
		t.Error("drawn after the end")
		return Picture{}, nil
	})
	s.queue.settle(s.group)
	if len(s.group.members) != 0 {
		t.Errorf("%d pictures are left in the group", len(s.group.members))
	}
}

// TestFocusCanBeSeen goes through everything that takes the focus on the page and
// compares what is painted with what was painted before.
func TestFocusCanBeSeen(t *testing.T) {
	s := newChartStage(t)
	page, _, _ := demoPage(s.group, nil)
	s.show(t, page, fyne.NewSize(1280, 900))
	s.queue.settle(s.group)
	c := s.window.Canvas()
	seen := map[fyne.Focusable]bool{}
	before := c.Capture().(*image.NRGBA)
	for {
		c.FocusNext()
		part := c.Focused()
		if part == nil || seen[part] {
			break
		}
		seen[part] = true
		accessible, ok := part.(fyne.Accessible)
		if !ok || accessible.AccessibilityLabel() == "" {
			t.Errorf("%T takes the focus and has no name", part)
			continue
		}
		if testing.Short() { // painting forty times takes a while
			continue
		}
		after := c.Capture().(*image.NRGBA)
		driver := fyne.CurrentApp().Driver()
		at, size := driver.AbsolutePositionForObject(part.(fyne.CanvasObject)), part.(fyne.CanvasObject).Size()
		place := image.Rect(int(at.X)-8, int(at.Y)-8, int(at.X+size.Width)+8, int(at.Y+size.Height)+8)
		if n := changed(before, after, place); n < 20 {
			t.Errorf("the focus on %q changes %d pixels", accessible.AccessibilityLabel(), n)
		}
		before = after
	}
	if len(seen) < 20 {
		t.Errorf("only %d parts of the page take the focus", len(seen))
	}
}

// changed counts the pixels of a place that differ.
func changed(a, b *image.NRGBA, place image.Rectangle) int {
	n := 0
	place = place.Intersect(a.Rect)
	for y := place.Min.Y; y < place.Max.Y; y++ {
		for x := place.Min.X; x < place.Max.X; x++ {
			if a.NRGBAAt(x, y) != b.NRGBAAt(x, y) {
				n++
			}
		}
	}
	return n
}
