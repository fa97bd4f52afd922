package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/assets"
)

var (
	_ fyne.Widget     = (*Section)(nil)
	_ fyne.Focusable  = (*sectionHeader)(nil)
	_ fyne.Accessible = (*sectionHeader)(nil)
)

// Section is a group under a header that folds it away.
type Section struct {
	widget.BaseWidget

	// OnToggled is called when the user opens or closes the group.
	OnToggled func(open bool)
	// OnFocused is called when the header gets the focus, to bring it into view.
	OnFocused func()

	header  *sectionHeader
	content fyne.CanvasObject
}

// NewSection returns an open group.
func NewSection(title string, content fyne.CanvasObject) *Section {
	s := &Section{content: content}
	s.header = newSectionHeader(s, title)
	s.ExtendBaseWidget(s)
	return s
}

// Open reports whether the content is shown.
func (s *Section) Open() bool { return s.header.open }

// SetOpen shows or hides the content.
func (s *Section) SetOpen(open bool) {
	if s.header.open == open {
		return
	}
	s.header.open = open
	if open {
		s.content.Show()
	} else {
		s.content.Hide()
	}
	s.Refresh()
}

// SetSummary writes a few words at the end of the header, such as what was changed
// inside.
func (s *Section) SetSummary(summary string) {
	s.header.summary = summary
	s.header.Refresh()
}

// Header returns the part that takes the keys, to give it the focus.
func (s *Section) Header() fyne.Focusable { return s.header }

// HeaderObject returns the header as what stands on the screen.
func (s *Section) HeaderObject() fyne.CanvasObject { return s.header }

// CreateRenderer is called by Fyne.
func (s *Section) CreateRenderer() fyne.WidgetRenderer { return &sectionRenderer{s} }

type sectionRenderer struct{ section *Section }

func (r *sectionRenderer) Destroy() {}

func (r *sectionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.section.header, r.section.content}
}

func (r *sectionRenderer) MinSize() fyne.Size {
	size := r.section.header.MinSize()
	if r.section.Open() {
		content := r.section.content.MinSize()
		size.Width = fyne.Max(size.Width, content.Width)
		size.Height += content.Height
	}
	return size
}

func (r *sectionRenderer) Layout(size fyne.Size) {
	height := r.section.header.MinSize().Height
	r.section.header.Resize(fyne.NewSize(size.Width, height))
	r.section.content.Move(fyne.NewPos(0, height))
	r.section.content.Resize(fyne.NewSize(size.Width, fyne.Max(0, size.Height-height)))
}

func (r *sectionRenderer) Refresh() {
	r.Layout(r.section.Size())
	r.section.header.Refresh()
	canvas.Refresh(r.section)
}

// sectionHeader is the line that opens and closes a Section.
type sectionHeader struct {
	widget.BaseWidget
	press

	title, summary string
	open           bool
	section        *Section
}

func newSectionHeader(s *Section, title string) *sectionHeader {
	h := &sectionHeader{title: title, open: true, section: s}
	h.press = press{owner: h, changed: h.Refresh, onPress: func() {
		s.SetOpen(!h.open)
		if s.OnToggled != nil {
			s.OnToggled(h.open)
		}
	}}
	h.ExtendBaseWidget(h)
	return h
}

// FocusGained marks the header.
func (h *sectionHeader) FocusGained() {
	h.press.FocusGained()
	if h.section.OnFocused != nil {
		h.section.OnFocused()
	}
}

// TypedKey adds to Space and Return that Right opens and Left closes.
func (h *sectionHeader) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyRight && !h.open || e.Name == fyne.KeyLeft && h.open {
		h.fire()
		return
	}
	h.press.TypedKey(e)
}

// AccessibilityLabel returns the title, whether the group is open, and the summary.
func (h *sectionHeader) AccessibilityLabel() string {
	key := "widgets.section.closed"
	if h.open {
		key = "widgets.section.open"
	}
	said := assets.F(key, h.title)
	if h.summary != "" {
		said += ", " + h.summary
	}
	return said
}

// AccessibilityRole is button.
func (h *sectionHeader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (h *sectionHeader) CreateRenderer() fyne.WidgetRenderer {
	r := &sectionHeaderRenderer{
		header: h, ground: newPressGround(), icon: &canvas.Image{},
		title: canvas.NewText("", nil), summary: canvas.NewText("", nil),
	}
	r.Layout(h.Size())
	return r
}

type sectionHeaderRenderer struct {
	header         *sectionHeader
	ground         pressGround
	icon           *canvas.Image
	title, summary *canvas.Text
}

func (r *sectionHeaderRenderer) Destroy() {}

func (r *sectionHeaderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground.fill, r.icon, r.title, r.summary, r.ground.ring}
}

func (r *sectionHeaderRenderer) Refresh() {
	r.Layout(r.header.Size())
	repaint(r.header, r.Objects())
}

func (r *sectionHeaderRenderer) MinSize() fyne.Size {
	tone := tonesOf(r.header)
	title := fyne.MeasureText(r.header.title, tone.text(), fyne.TextStyle{Bold: true})
	return fyne.NewSize(tone.text()*6, title.Height+2*tone.pad())
}

func (r *sectionHeaderRenderer) Layout(size fyne.Size) {
	h := r.header
	tone := tonesOf(h)
	r.ground.update(&h.press, tone, size, faded(tone.color(ColorNameTrack), 0.6), tone.color(ColorNameAccent))
	pad, side := tone.pad(), tone.text()*1.2
	r.icon.Resource = theme.NewThemedResource(theme.MenuExpandIcon())
	if h.open {
		r.icon.Resource = theme.NewThemedResource(theme.MenuDropDownIcon())
	}
	r.icon.Move(fyne.NewPos(pad/2, (size.Height-side)/2))
	r.icon.Resize(fyne.NewSquareSize(side))

	room := fyne.Max(0, size.Width-side-4*pad)
	bold := fyne.TextStyle{Bold: true}
	setLine(r.title, cutToWidth(h.title, room, tone.text(), bold), tone.text(), bold, tone.color(ColorNameText))
	title := r.title.MinSize()
	r.title.Move(fyne.NewPos(side+pad, (size.Height-title.Height)/2))
	r.title.Resize(title)

	room -= title.Width
	setLine(r.summary, cutToWidth(h.summary, room, tone.caption(), fyne.TextStyle{}), tone.caption(), fyne.TextStyle{}, tone.color(ColorNameMutedText))
	summary := r.summary.MinSize()
	r.summary.Move(fyne.NewPos(size.Width-summary.Width-2*pad, (size.Height-summary.Height)/2))
	r.summary.Resize(summary)
}
