package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/report"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// importer shows how a file of people is read, column by column, and lets the user put
// it right before the people become the organisation's.
type importer struct {
	u       *UI
	file    string
	data    []byte
	options scenarios.RosterOptions
	fields  []string // ids, in the order of the choices
	names   []string // of the choices; the first is "not used"

	roster *scenarios.Roster // as the file is read now; nil where it cannot be
	count  *widget.RichText
	rows   []*importRow
	faults *widget.RichText
	scroll *container.Scroll
	use    *widgets.IconButton
}

// textInset is the room that labels have around them, and captions have not.
const textInset = 7

// outlined draws a thin line around a control whose ground is that of the window.
func outlined(o fyne.CanvasObject) fyne.CanvasObject {
	line := newGround(theme.ColorNameInputBorder)
	return container.NewStack(line, inset(1, 1, 1, 1, container.NewStack(newGround(theme.ColorNameInputBackground), o)))
}

// importRow is one column of the file.
type importRow struct {
	pick *widget.Select
	how  *caption
}

// importPeople reads a file of people and shows what it understood.
func (u *UI) importPeople(path string) {
	if u.levers.commit() != nil {
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		u.fail(err)
		return
	}
	s := u.doc.Scenario()
	i := &importer{u: u, file: path, data: data, options: scenarios.RosterOptionsFor(s)}
	i.options.Map = map[string]string{}
	i.listFields(s)
	columns, err := i.columns()
	if err != nil {
		u.failPeople(err)
		return
	}
	i.show(columns)
}

// failPeople tells of a file that is no roster at all, fault by fault.
func (u *UI) failPeople(err error) {
	var faults *scenarios.FaultError
	if !errors.As(err, &faults) {
		u.fail(err)
		return
	}
	u.say(assets.T("ui.people.title"), assets.F("ui.people.unreadable", filepath.Base(faults.File))+"\n\n"+faultLines(faults))
}

func faultLines(faults *scenarios.FaultError) string {
	lines := make([]string, len(faults.Faults))
	for k, f := range faults.Faults {
		lines[k] = f.String()
		if f.Reason != "" { // the message is for who has a command line before him
			lines[k] = assets.T("ui.people.reason." + string(f.Reason))
		}
	}
	return strings.Join(lines, "\n\n")
}

// listFields names what a column can be used as: the fields of a roster, and the
// traits of the scenario.
func (i *importer) listFields(s *sim.Scenario) {
	traits := map[string]string{}
	for _, t := range s.Catalogue.Traits {
		traits[t.ID] = t.Name
	}
	i.fields, i.names = []string{""}, []string{assets.T("ui.people.not_used")}
	for _, id := range scenarios.RosterFields(s.Catalogue.Traits) {
		name := assets.T("ui.people.field." + id)
		if trait, ok := traits[id]; ok {
			name = assets.F("ui.people.trait", trait)
		}
		i.fields, i.names = append(i.fields, id), append(i.names, name)
	}
}

// columns reads the file for the first time. Where no header tells what a column is,
// the columns are still listed, for the user to say.
func (i *importer) columns() ([]scenarios.ColumnUse, error) {
	roster, err := scenarios.ParseRoster(i.data, i.file, i.options)
	if err == nil {
		return roster.Columns, nil
	}
	listed := i.options
	listed.Map = map[string]string{"team": "#1"} // any text may be a team
	if roster, probe := scenarios.ParseRoster(i.data, i.file, listed); probe == nil {
		columns := roster.Columns
		columns[0] = scenarios.ColumnUse{Column: columns[0].Column, How: scenarios.ColumnKept}
		return columns, nil
	}
	return nil, err
}

// show opens the box.
func (i *importer) show(columns []scenarios.ColumnUse) {
	width := 50 * textNow()
	i.count = label("", theme.SizeNameText, fyne.TextStyle{}, false)
	i.faults = label("", theme.SizeNameText, fyne.TextStyle{}, false)
	list := container.New(&stacked{gap: 4})
	head := func(key string) fyne.CanvasObject {
		return newCaption(assets.T(key), theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}, widgets.ColorNameMutedText)
	}
	thirds := []float32{0.3, 0.4, 0.3}
	list.Add(container.New(shares{gap: 12, shares: thirds}, head("ui.people.column"), head("ui.people.used_as"), head("ui.people.how")))
	for k, use := range columns {
		row := &importRow{
			pick: widget.NewSelect(i.names, nil),
			how:  newCaption("", theme.SizeNameCaptionText, fyne.TextStyle{}, widgets.ColorNameMutedText),
		}
		i.rows = append(i.rows, row)
		name := newCaption(shortened(use.Column, longestHeader), theme.SizeNameText, fyne.TextStyle{}, theme.ColorNameForeground)
		list.Add(container.New(shares{gap: 12, shares: thirds}, name, outlined(row.pick), row.how))
		row.pick.OnChanged = func(string) { i.choose(k, i.fields[max(0, row.pick.SelectedIndex())]) }
	}
	all := container.New(&stacked{}, inset(0, 0, textInset, 0, list), i.faults)
	all.Resize(fyne.NewSize(width-20, 10))
	i.scroll = scrolled(all)
	keep := widget.NewCheck(assets.T("ui.people.keep"), func(on bool) {
		i.options.KeepNames = on
		i.read()
	})
	note := label(assets.T("ui.people.note"), theme.SizeNameCaptionText, fyne.TextStyle{}, true)
	i.count.Resize(fyne.NewSize(width, 10))
	note.Resize(fyne.NewSize(width, 10))
	body := container.NewBorder(i.count, container.New(&stacked{gap: 0}, keep, note), nil, nil, i.scroll)
	height := fyne.Min(34*textNow(), all.MinSize().Height+12*textNow())
	m := i.u.newModal(assets.F("ui.people.heading", filepath.Base(i.file)), body, fyne.NewSize(width, height))
	m.add(assets.T("ui.people.use"), true, func() {
		if i.roster != nil {
			i.u.usePeople(i.roster)
		}
	}).cancel(assets.T("ui.cancel"))
	if b, ok := m.buttons[0].(*widgets.IconButton); ok {
		i.use = b
	}
	i.read()
	m.show()
}

// longestHeader is how much of a column's header has room [runes].
const longestHeader = 28

// choose uses a column as a field, or with "" not at all. A field that it was used as
// stays without a column until the user gives it one.
func (i *importer) choose(column int, field string) {
	place := "#" + strconv.Itoa(column+1)
	if i.roster != nil && i.roster.Columns[column].Field != "" {
		i.options.Map[i.roster.Columns[column].Field] = ""
	}
	for other, at := range i.options.Map {
		if at == place {
			i.options.Map[other] = ""
		}
	}
	if field != "" {
		i.options.Map[field] = place
	}
	i.read()
}

// read reads the file as it is mapped now and brings the box in line.
func (i *importer) read() {
	roster, err := scenarios.ParseRoster(i.data, i.file, i.options)
	i.roster = roster
	var faults *scenarios.FaultError
	switch {
	case err == nil:
		i.showRead(roster)
	case errors.As(err, &faults):
		setLabel(i.count, assets.T("ui.people.count_none"))
		setLabel(i.faults, faultLines(faults))
	default:
		setLabel(i.count, assets.T("ui.people.count_none"))
		setLabel(i.faults, err.Error())
	}
	if i.use != nil {
		enable(i.use, err == nil && roster.CheckSize() == nil)
	}
	i.scroll.Content.Refresh()
	i.scroll.Refresh()
}

// showRead says how many people there are, how each column is used, and which rows
// were left out for what reasons.
func (i *importer) showRead(roster *scenarios.Roster) {
	rows := map[int]bool{}
	lines := make([]string, 0, len(roster.Rejected)+1)
	for _, f := range roster.Rejected {
		rows[f.Line] = true
		lines = append(lines, f.String())
	}
	count := assets.F("ui.people.count", len(roster.Seats))
	if len(rows) > 0 {
		count = assets.F("ui.people.count_left", len(roster.Seats), len(rows))
		lines = append([]string{assets.T("ui.people.left_out")}, lines...)
	}
	var size *scenarios.RosterSizeError
	if errors.As(roster.CheckSize(), &size) {
		count = report.RosterSize(size)
	}
	if level := report.SalesLevel(i.u.doc.Scenario(), roster); level != "" && size == nil {
		count += "\n\n" + level + " " + assets.T("ui.people.level")
	}
	setLabel(i.count, count)
	setLabel(i.faults, strings.Join(lines, "\n"))
	for k, use := range roster.Columns {
		row := i.rows[k]
		row.how.SetText(assets.T("ui.people.way." + string(use.How)))
		for n, id := range i.fields {
			if id == use.Field && row.pick.SelectedIndex() != n {
				changed := row.pick.OnChanged
				row.pick.OnChanged = nil // what the program shows is no choice of the user's
				row.pick.SetSelectedIndex(n)
				row.pick.OnChanged = changed
			}
		}
	}
}
