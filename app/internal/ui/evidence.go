package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/evidence"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// evidencePage is the register of evidence: a search, a list of what it finds, and
// beside it everything that is said of the chosen entry.
type evidencePage struct {
	u        *UI
	box      *modal
	register *evidence.Register
	search   *searchField
	kinds    *widgets.Segmented
	grades   *widgets.Segmented
	count    *caption
	list     *widgets.RowList
	none     fyne.CanvasObject
	back     *widgets.IconButton
	details  *fyne.Container
	scroll   *container.Scroll

	found  []*evidence.Entry
	shown  *evidence.Entry
	before []*evidence.Entry // those that links led away from
}

// grades that can be asked for, after "all".
var evidenceGrades = []sim.Grade{sim.GradeA, sim.GradeAMinus, sim.GradeB, sim.GradeC, sim.GradeD, sim.GradeJ, sim.GradeChoice}

// showEvidence opens the register, at an entry if one is named.
func (u *UI) showEvidence(kind evidence.Kind, id string) {
	if u.levers.commit() != nil {
		return
	}
	p := &evidencePage{u: u, register: evidence.New(u.doc.Scenario())}
	p.build()
	room := u.window.Canvas().Size()
	size := fyne.NewSize(fyne.Min(room.Width, 92*textNow()), room.Height-150)
	p.box = u.newModal(assets.T("ui.evidence.title"), p.layOut(), size)
	p.box.first = p.search
	p.box.cancel(assets.T("ui.close"))
	p.box.around = fyne.NewSize(60, 150)
	p.search.escape = p.box.close
	p.box.show()
	p.find()
	if e, ok := p.register.Lookup(kind, id); ok {
		p.open(e)
		u.window.Canvas().Focus(p.list)
	}
}

// showGround opens the register at a parameter.
func (u *UI) showGround(p *sim.Param) {
	if p != nil && len(u.modals) == 0 {
		u.showEvidence(evidence.Parameter, p.ID)
	}
}

func (p *evidencePage) build() {
	p.search = newSearchField(assets.T("ui.evidence.search_name"))
	p.search.onDown = func() { p.u.window.Canvas().Focus(p.list) }
	p.search.PlaceHolder = assets.T("ui.evidence.search")
	p.search.OnChanged = func(string) { p.find() }
	var kinds []string
	for _, k := range evidence.Kinds() {
		kinds = append(kinds, assets.T("evidence.kinds."+string(k)))
	}
	p.kinds = widgets.NewSegmented(assets.T("ui.evidence.kinds"), kinds...)
	p.kinds.OnChosen = func(int) { p.find() }
	grades := []string{assets.T("ui.evidence.all_grades")}
	for _, g := range evidenceGrades {
		grades = append(grades, evidence.GradeShort(g))
	}
	p.grades = widgets.NewSegmented(assets.T("ui.evidence.grades"), grades...)
	p.grades.OnChosen = func(int) { p.find() }
	p.count = newCaption("", theme.SizeNameCaptionText, fyne.TextStyle{}, widgets.ColorNameMutedText)
	p.list = widgets.NewRowList(assets.T("ui.evidence.list"))
	p.list.OnChosen = func(i int) { p.show(p.found[i]) }
	p.none = inset(8, 0, 4, 4, label(assets.T("ui.evidence.none"), theme.SizeNameText, fyne.TextStyle{}, true))
	p.none.Hide()
	p.back = widgets.NewIconButton(theme.NavigateBackIcon(), assets.T("ui.evidence.back_help"), nil, p.goBack)
	p.back.SetWord(assets.T("ui.evidence.back"))
	p.details = container.New(&stacked{gap: 4})
	p.scroll = container.NewVScroll(inset(0, 12, 6, 12, p.details))
}

func (p *evidencePage) layOut() fyne.CanvasObject {
	choices := container.New(&wrapped{gap: 8}, p.kinds, p.grades)
	foot := inset(2, 0, 8, 0, p.count)
	left := container.NewBorder(nil, foot, nil, nil, container.NewStack(p.list, p.none))
	right := container.New(headed{}, container.New(&leading{}, p.back), p.scroll)
	body := container.New(shares{gap: 16, shares: []float32{0.44, 0.56}}, left, container.NewStack(newGround(widgets.ColorNameSurface), inset(6, 6, 10, 4, right)))
	head := container.New(&stacked{gap: 8}, p.search, choices)
	return container.New(headed{gap: 8}, head, body)
}

func (p *evidencePage) kind() evidence.Kind { return evidence.Kinds()[p.kinds.Chosen()] }

func (p *evidencePage) grade() sim.Grade {
	if i := p.grades.Chosen(); i > 0 {
		return evidenceGrades[i-1]
	}
	return ""
}

// find lists what the search asks for, and shows the first of it.
func (p *evidencePage) find() {
	p.showGrades()
	p.listFound(p.search.Text, p.kind(), p.grade())
	if len(p.found) > 0 {
		p.list.Choose(0)
	} else {
		p.show(nil)
	}
}

// showGrades offers grades where entries have one: a work has none, its findings do.
func (p *evidencePage) showGrades() {
	if p.kind() == evidence.Work {
		p.grades.SetChosen(0)
		p.grades.Disable()
	} else {
		p.grades.Enable()
	}
}

func (p *evidencePage) listFound(query string, kind evidence.Kind, grade sim.Grade) {
	found := p.register.Search(query, kind, grade)
	p.found = found
	p.list.Set(len(found), func(i int) widgets.Row { return rowOf(found[i]) })
	p.count.SetText(assets.F("ui.evidence.count", len(p.found), len(p.register.Entries(kind))))
	if len(p.found) == 0 {
		p.none.Show()
	} else {
		p.none.Hide()
	}
}

// rowOf is an entry as the list shows it.
func rowOf(e *evidence.Entry) widgets.Row {
	row := widgets.Row{Title: e.Title, Value: e.Figure, Note: e.Short}
	if e.Kind == evidence.Work {
		row.Note = e.Text
		return row
	}
	if e.Grade != "" {
		row.Note = assets.F("ui.evidence.ground", evidence.GradeShort(e.Grade), e.Short)
	}
	return row
}

// open shows an entry, listing its kind where the present list does not have it.
func (p *evidencePage) open(e *evidence.Entry) {
	if p.choose(e) {
		return
	}
	for i, k := range evidence.Kinds() {
		if k == e.Kind {
			p.kinds.SetChosen(i)
		}
	}
	p.showGrades()
	p.grades.SetChosen(0)
	changed := p.search.OnChanged
	p.search.OnChanged = nil // the list is made below, once
	p.search.SetText("")
	p.search.OnChanged = changed
	p.listFound("", e.Kind, "")
	p.choose(e)
}

// choose chooses an entry in the present list, if it is there.
func (p *evidencePage) choose(e *evidence.Entry) bool {
	for i, f := range p.found {
		if f == e {
			p.list.Choose(i)
			return true
		}
	}
	return false
}

// follow goes where a link leads, and remembers the way back.
func (p *evidencePage) follow(l evidence.Link) {
	e, ok := p.register.Lookup(l.Kind, l.ID)
	if !ok {
		return
	}
	before := append(p.before, p.shown)
	p.open(e)
	p.before = before
	p.showBack()
	p.u.window.Canvas().Focus(p.list)
}

func (p *evidencePage) goBack() {
	if len(p.before) == 0 {
		return
	}
	last := len(p.before) - 1
	e, rest := p.before[last], p.before[:last]
	p.open(e)
	p.before = rest
	p.showBack()
}

func (p *evidencePage) showBack() { enable(p.back, len(p.before) > 0) }

// show says everything of an entry; nil says nothing.
func (p *evidencePage) show(e *evidence.Entry) {
	p.shown, p.before = e, nil
	p.showBack()
	p.details.Objects = nil
	if e != nil {
		p.details.Objects = p.describe(e)
	}
	p.scroll.Offset = fyne.Position{}
	p.details.Refresh()
	p.scroll.Refresh()
}

// describe builds the details of an entry.
func (p *evidencePage) describe(e *evidence.Entry) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{label(e.Title, theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true}, false)}
	if e.Text != "" {
		objects = append(objects, label(e.Text, theme.SizeNameText, fyne.TextStyle{}, false))
	}
	facts := container.New(&stacked{gap: -9})
	for _, f := range e.Facts {
		name := label(f.Label, theme.SizeNameText, fyne.TextStyle{}, true)
		value := label(f.Value, theme.SizeNameText, fyne.TextStyle{}, false)
		facts.Add(container.New(shares{gap: 4, shares: []float32{0.26, 0.74}}, name, value))
	}
	objects = append(objects, facts)
	for _, g := range e.Groups {
		objects = append(objects, inset(8, -4, 0, 0, label(g.Title, theme.SizeNameText, fyne.TextStyle{Bold: true}, false)))
		for _, l := range g.Links {
			row := newLinkRow(l.Title, func() { p.follow(l) })
			row.onFocus = func() { reveal(p.scroll, row) }
			objects = append(objects, row)
		}
	}
	return objects
}
