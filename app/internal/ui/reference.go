package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/reference"
	"threep/app/internal/state"
	"threep/app/internal/widgets"
	"threep/assets"
)

// referencePage is the model reference: its contents, the text, and a search in it.
type referencePage struct {
	u        *UI
	box      *modal
	text     string // as a file has it
	document *widgets.Document
	contents *widgets.RowList
	titles   []int // of the document, that the contents list
	search   *searchField
	count    *caption
	head     *fyne.Container
}

// showReference opens the model reference.
func (u *UI) showReference() {
	if u.levers.commit() != nil {
		return
	}
	text, err := reference.Markdown()
	if err != nil {
		u.fail(err)
		return
	}
	p := &referencePage{u: u, text: text}
	p.build()
	room := u.window.Canvas().Size()
	size := fyne.NewSize(fyne.Min(room.Width, 106*textNow()), room.Height-150)
	p.box = u.newModal(assets.T("ui.reference.title"), p.layOut(), size)
	p.box.around = fyne.NewSize(60, 150)
	p.box.first = p.search
	p.box.stay(assets.T("ui.reference.save"), p.save).cancel(assets.T("ui.close"))
	p.search.escape = p.box.close
	p.box.show()
	p.document.Set(docBlocks(reference.Parse(text)))
	p.listContents()
}

func (p *referencePage) build() {
	p.document = widgets.NewDocument(assets.T("ui.reference.text"))
	p.contents = widgets.NewContents(assets.T("ui.reference.contents"))
	p.contents.OnChosen = func(i int) { p.document.GoTo(p.titles[i]) }
	p.document.OnMoved = p.follow
	p.search = newSearchField(assets.T("ui.reference.search_name"))
	p.search.PlaceHolder = assets.T("ui.reference.search")
	p.search.OnChanged = func(text string) {
		p.document.Find(text)
		p.showCount()
	}
	p.search.onReturn = func(back bool) {
		by := 1
		if back {
			by = -1
		}
		p.document.Next(by)
		p.showCount()
	}
	p.count = newCaption("", theme.SizeNameText, fyne.TextStyle{}, widgets.ColorNameMutedText)
}

func (p *referencePage) layOut() fyne.CanvasObject {
	step := func(icon fyne.Resource, name string, back bool) *widgets.IconButton {
		return widgets.NewIconButton(icon, assets.T(name), nil, func() { p.search.onReturn(back) })
	}
	steps := container.New(&leading{gap: 4}, p.count, step(theme.MoveUpIcon(), "ui.reference.previous", true), step(theme.MoveDownIcon(), "ui.reference.next", false))
	p.head = container.NewBorder(nil, nil, nil, steps, p.search)
	left := container.NewStack(newGround(widgets.ColorNameSurface), inset(4, 4, 4, 0, p.contents))
	body := container.New(shares{gap: 16, shares: []float32{0.24, 0.76}}, left, p.document)
	return container.New(headed{gap: 8}, p.head, body)
}

// listContents lists the chapters and their sections.
func (p *referencePage) listContents() {
	titles := p.document.Titles()
	p.titles = nil
	for i, t := range titles {
		if t.Level <= 2 {
			p.titles = append(p.titles, i)
		}
	}
	listed := p.titles
	p.contents.Set(len(listed), func(i int) widgets.Row {
		t := titles[listed[i]]
		return widgets.Row{Title: t.Text, Deep: t.Level > 1}
	})
	p.contents.Mark(0)
}

// follow marks in the contents where the text is.
func (p *referencePage) follow(title int) {
	at := 0
	for i, t := range p.titles {
		if t <= title {
			at = i
		}
	}
	if len(p.titles) > 0 && at != p.contents.Chosen() {
		p.contents.Mark(at)
	}
}

func (p *referencePage) showCount() {
	found := p.document.Find(p.search.Text)
	switch {
	case strings.TrimSpace(p.search.Text) == "":
		p.count.SetText("")
	case found == 0:
		p.count.SetText(assets.T("ui.reference.none"))
	default:
		p.count.SetText(assets.F("ui.reference.count", p.document.Current(), found))
	}
	p.head.Refresh() // the words take another width
}

// save writes the reference into a file.
func (p *referencePage) save() {
	const extension = ".md"
	u := p.u
	u.askForFile(assets.T("ui.reference.file")+extension, extension, func(path string) {
		if err := state.WriteAtomically(path, []byte(p.text)); err != nil {
			u.fail(err)
			return
		}
		u.toasts.Show(widgets.Toast{Text: assets.F("ui.saved", filepath.Base(path), filepath.Dir(path))})
	})
}

// docBlocks turns the blocks of the reference into those of the widget.
func docBlocks(blocks []reference.Block) []widgets.DocBlock {
	kinds := map[reference.Kind]widgets.DocKind{
		reference.Paragraph: widgets.DocParagraph, reference.Heading: widgets.DocHeading, reference.Item: widgets.DocItem,
		reference.Code: widgets.DocCode, reference.Table: widgets.DocTable,
	}
	spans := func(from []reference.Span) []widgets.DocSpan {
		out := make([]widgets.DocSpan, len(from))
		for i, s := range from {
			out[i] = widgets.DocSpan{Text: s.Text, Bold: s.Bold, Italic: s.Italic, Code: s.Code}
		}
		return out
	}
	out := make([]widgets.DocBlock, len(blocks))
	for i, b := range blocks {
		d := widgets.DocBlock{Kind: kinds[b.Kind], Level: b.Level, Text: spans(b.Text), Lines: b.Lines}
		for _, row := range b.Rows {
			cells := make([][]widgets.DocSpan, len(row))
			for k, c := range row {
				cells[k] = spans(c)
			}
			d.Rows = append(d.Rows, cells)
		}
		out[i] = d
	}
	return out
}
