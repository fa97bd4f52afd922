package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/assets"
)

var (
	_ fyne.Widget     = (*ChoiceGrid)(nil)
	_ fyne.Focusable  = (*choiceCard)(nil)
	_ fyne.Accessible = (*choiceCard)(nil)
)

// Choice is one picture of a ChoiceGrid.
type Choice struct {
	// ID is given back when it is chosen.
	ID string
	// Title stands under the picture.
	Title string
	// Note is a line of small print under the title; it may be empty.
	Note string
	// Help is the tooltip; it may be empty.
	Help string
}

// ChoiceGrid is a gallery of small pictures with titles, of which one is chosen. The
// arrow keys go through it in both directions.
type ChoiceGrid struct {
	widget.BaseWidget

	// OnChosen is called with the id of what the user chose.
	OnChosen func(id string)
	// OnFocused is called with what the keys have come to, to bring it into view; it may
	// be nil.
	OnFocused func(card fyne.CanvasObject)

	cards []*choiceCard
	grid  *fyne.Container
	cell  fyne.Size
}

// NewChoiceGrid returns a gallery whose pictures are drawn in a group and take at
// least the given room each. Tips may be nil.
func NewChoiceGrid(group *ChartGroup, cell fyne.Size, tips *TooltipLayer, choices ...Choice) *ChoiceGrid {
	g := &ChoiceGrid{cell: cell}
	g.grid = container.New(layout.NewGridWrapLayout(cell))
	for i, choice := range choices {
		card := newChoiceCard(g, i, choice, group, tips)
		g.cards = append(g.cards, card)
		g.grid.Add(card)
	}
	g.ExtendBaseWidget(g)
	return g
}

// SetPicture draws the picture of a choice; the revision is as for a ChartView.
func (g *ChoiceGrid) SetPicture(id string, revision uint64, draw DrawFunc) {
	for _, card := range g.cards {
		if card.choice.ID == id {
			card.picture.Update(revision, draw)
		}
	}
}

// SetChosen marks a choice and fires nothing.
func (g *ChoiceGrid) SetChosen(id string) {
	for _, card := range g.cards {
		if chosen := card.choice.ID == id; chosen != card.chosen {
			card.chosen = chosen
			card.Refresh()
		}
	}
}

// Chosen returns the id of the marked choice, or nothing.
func (g *ChoiceGrid) Chosen() string {
	for _, card := range g.cards {
		if card.chosen {
			return card.choice.ID
		}
	}
	return ""
}

// First returns what takes the focus when the gallery opens: the marked choice, or
// the first. It is nil for an empty gallery.
func (g *ChoiceGrid) First() fyne.Focusable {
	for _, card := range g.cards {
		if card.chosen {
			return card
		}
	}
	if len(g.cards) > 0 {
		return g.cards[0]
	}
	return nil
}

// Close ends the drawing of all pictures.
func (g *ChoiceGrid) Close() {
	for _, card := range g.cards {
		card.picture.Close()
	}
}

// columns is how many pictures stand in a row.
func (g *ChoiceGrid) columns() int {
	pad := g.Theme().Size(theme.SizeNamePadding)
	return max(1, int((g.grid.Size().Width+pad)/(g.cell.Width+pad)))
}

func (g *ChoiceGrid) focus(index int) {
	c := fyne.CurrentApp().Driver().CanvasForObject(g)
	if c != nil && index >= 0 && index < len(g.cards) {
		c.Focus(g.cards[index])
		if g.OnFocused != nil {
			g.OnFocused(g.cards[index])
		}
	}
}

func (g *ChoiceGrid) choose(card *choiceCard) {
	g.SetChosen(card.choice.ID)
	if g.OnChosen != nil {
		g.OnChosen(card.choice.ID)
	}
}

// CreateRenderer is called by Fyne.
func (g *ChoiceGrid) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.grid) }

// miniature is a chart that is looked at only; what it stands on is pressed.
type miniature struct{ pane }

func newMiniature(group *ChartGroup) *miniature {
	m := &miniature{}
	m.init(m, group)
	return m
}

// CreateRenderer is called by Fyne.
func (m *miniature) CreateRenderer() fyne.WidgetRenderer { return &miniatureRenderer{m} }

type miniatureRenderer struct{ view *miniature }

func (r *miniatureRenderer) Destroy() {}

func (r *miniatureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.view.image}
}

func (r *miniatureRenderer) MinSize() fyne.Size {
	r.view.check()
	return fyne.NewSize(24, 16)
}

func (r *miniatureRenderer) Layout(size fyne.Size) {
	r.view.image.Resize(size)
	r.view.image.Hidden = r.view.picture.Image == nil
	r.view.check()
}

func (r *miniatureRenderer) Refresh() {
	r.Layout(r.view.Size())
	canvas.Refresh(r.view)
}

// choiceCard is a picture with its title.
type choiceCard struct {
	widget.BaseWidget
	press

	grid    *ChoiceGrid
	index   int
	choice  Choice
	chosen  bool
	picture *miniature
}

func newChoiceCard(g *ChoiceGrid, index int, choice Choice, group *ChartGroup, tips *TooltipLayer) *choiceCard {
	c := &choiceCard{grid: g, index: index, choice: choice, picture: newMiniature(group)}
	c.press = press{owner: c, changed: c.Refresh, onPress: func() { g.choose(c) }}
	c.tip = tip{layer: tips, owner: c, text: func() string { return choice.Help }}
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey adds to Space and Return the way to the neighbours.
func (c *choiceCard) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		c.grid.focus(c.index - 1)
	case fyne.KeyRight:
		c.grid.focus(c.index + 1)
	case fyne.KeyUp:
		c.grid.focus(c.index - c.grid.columns())
	case fyne.KeyDown:
		c.grid.focus(c.index + c.grid.columns())
	case fyne.KeyHome:
		c.grid.focus(0)
	case fyne.KeyEnd:
		c.grid.focus(len(c.grid.cards) - 1)
	default:
		c.press.TypedKey(e)
	}
}

// AccessibilityLabel returns title and note, and whether it is chosen.
func (c *choiceCard) AccessibilityLabel() string {
	said := c.choice.Title
	if c.choice.Note != "" {
		said += ", " + c.choice.Note
	}
	if c.chosen {
		said = assets.F("widgets.choice.chosen", said)
	}
	return said
}

// AccessibilityRole is button.
func (c *choiceCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *choiceCard) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceCardRenderer{
		card: c, ground: newPressGround(), surface: canvas.NewRectangle(nil),
		title: newTextBlock(), note: canvas.NewText("", nil), tick: &canvas.Image{},
	}
	r.Layout(c.Size())
	return r
}

type choiceCardRenderer struct {
	card    *choiceCard
	surface *canvas.Rectangle
	ground  pressGround
	title   *textBlock
	note    *canvas.Text
	tick    *canvas.Image
}

func (r *choiceCardRenderer) Destroy() {}

func (r *choiceCardRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.surface, r.ground.fill, r.card.picture}
	objects = append(objects, r.title.objects()...)
	return append(objects, r.note, r.tick, r.ground.ring)
}

func (r *choiceCardRenderer) MinSize() fyne.Size { return r.card.grid.cell }

func (r *choiceCardRenderer) Refresh() {
	r.Layout(r.card.Size())
	repaint(r.card, r.Objects())
}

// Layout gives the picture what the words leave: up to two lines of title and one of
// small print.
func (r *choiceCardRenderer) Layout(size fyne.Size) {
	c := r.card
	tone := tonesOf(c)
	pad, radius := tone.pad(), tone.size(theme.SizeNameInputRadius)
	r.surface.FillColor, r.surface.CornerRadius = tone.color(ColorNameSurface), radius
	r.surface.StrokeColor, r.surface.StrokeWidth = color.Transparent, 0
	if c.chosen {
		r.surface.StrokeColor, r.surface.StrokeWidth = tone.color(ColorNameAccent), 1
	}
	r.surface.Resize(size)
	r.ground.update(&c.press, tone, size, faded(tone.color(ColorNameTrack), 0.6), tone.color(ColorNameAccent))

	side := tone.text() * 1.2
	room := size.Width - 4*pad
	r.tick.Hidden = !c.chosen
	if c.chosen {
		room -= side
		r.tick.Resource = theme.NewThemedResource(theme.ConfirmIcon())
		r.tick.Resize(fyne.NewSquareSize(side))
	}
	lines := wrapToWidth(c.choice.Title, room, tone.text(), fyne.TextStyle{})
	if len(lines) > 2 {
		lines = []string{lines[0], cutToWidth(lines[1]+" "+lines[2], room, tone.text(), fyne.TextStyle{})}
	}
	r.title.set(lines, tone.text(), tone.color(ColorNameText), false)
	r.title.show(true)
	words := r.title.size()
	bottom := size.Height - pad
	setLine(r.note, cutToWidth(c.choice.Note, size.Width-4*pad, tone.caption(), fyne.TextStyle{}), tone.caption(), fyne.TextStyle{}, tone.color(ColorNameMutedText))
	if c.choice.Note != "" {
		bottom -= r.note.MinSize().Height
		r.note.Move(fyne.NewPos(2*pad, bottom))
		r.note.Resize(r.note.MinSize())
	}
	bottom -= words.Height
	r.title.place(fyne.NewPos(2*pad, bottom), words, fyne.TextAlignLeading)
	r.tick.Move(fyne.NewPos(size.Width-side-1.5*pad, bottom))
	c.picture.Move(fyne.NewPos(2*pad, 2*pad))
	c.picture.Resize(fyne.NewSize(size.Width-4*pad, fyne.Max(0, bottom-3*pad)))
}
