package ui

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"threep/app/internal/about"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// showShortcuts lists the keys, one group below the other.
func (u *UI) showShortcuts() {
	rows := container.New(&stacked{gap: 3})
	for i := 1; assets.Has("ui.keys." + strconv.Itoa(i) + ".keys"); i++ {
		key := "ui.keys." + strconv.Itoa(i)
		name := newCaption(assets.T(key+".keys"), theme.SizeNameText, fyne.TextStyle{Bold: true}, theme.ColorNameForeground)
		does := newCaption(assets.T(key+".does"), theme.SizeNameText, fyne.TextStyle{}, theme.ColorNameForeground)
		rows.Add(container.New(shares{gap: 16, shares: []float32{0.36, 0.64}}, name, does))
	}
	size := fyne.NewSize(38*textNow(), fyne.Min(rows.MinSize().Height+8, 32*textNow()))
	u.newModal(assets.T("ui.keys.title"), scrolled(rows), size).cancel(assets.T("ui.close")).show()
}

// showGlossary explains the words of the model.
func (u *UI) showGlossary() {
	list := container.New(&stacked{gap: -4})
	for _, term := range glossaryTerms() {
		head := label(assets.T("glossary."+term+".term"), theme.SizeNameText, fyne.TextStyle{Bold: true}, false)
		body := label(assets.T("glossary."+term+".text"), theme.SizeNameText, fyne.TextStyle{}, false)
		list.Add(container.New(&stacked{gap: -10}, head, body))
	}
	size := fyne.NewSize(44*textNow(), 36*textNow())
	u.newModal(assets.T("ui.glossary.title"), scrolled(list), size).cancel(assets.T("ui.close")).show()
}

// glossaryTerms lists the ids of the glossary by the alphabet of their terms.
func glossaryTerms() []string {
	var ids []string
	for _, key := range assets.Keys() {
		if rest, ok := strings.CutPrefix(key, "glossary."); ok {
			if id, ok := strings.CutSuffix(rest, ".term"); ok {
				ids = append(ids, id)
			}
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		return strings.Compare(strings.ToLower(assets.T("glossary."+a+".term")), strings.ToLower(assets.T("glossary."+b+".term")))
	})
	return ids
}

// showAbout says which program this is, what it does not do, whose work it is built
// with, and where its logs are.
func (u *UI) showAbout() {
	text := assets.F("ui.about.text", about.Version, sim.ModelVersion, u.logs)
	head := label(text, theme.SizeNameText, fyne.TextStyle{}, false)
	folder := widgets.NewIconButton(theme.FolderOpenIcon(), assets.T("ui.about.logs"), nil, u.openLogs)
	folder.SetWord(assets.T("ui.about.logs"))
	title := label(assets.T("ui.about.notices"), theme.SizeNameText, fyne.TextStyle{Bold: true}, false)
	list := newNotices(assets.FontLicence() + "\n\n" + assets.Notices())
	width := 46 * textNow()
	head.Resize(fyne.NewSize(width, 10))
	top := container.New(&stacked{gap: 0}, head, inset(0, 0, textInset-9, 0, container.New(&leading{}, folder)), title)
	top.Resize(fyne.NewSize(width, 10))
	body := container.NewBorder(top, nil, nil, nil, inset(0, 0, textInset, 0, list))
	size := fyne.NewSize(width, top.MinSize().Height+16*textNow())
	u.newModal(assets.T("program.name"), body, size).cancel(assets.T("ui.close")).show()
}

// newNotices shows long texts line by line; a list draws only what is in sight.
func newNotices(text string) *widget.List {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	list := widget.NewList(
		func() int { return len(lines) },
		func() fyne.CanvasObject {
			return newCaption("", theme.SizeNameCaptionText, fyne.TextStyle{}, theme.ColorNameForeground)
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			if c, ok := o.(*caption); ok {
				c.SetText(lines[i])
			}
		},
	)
	list.HideSeparators = true
	return list
}

func (u *UI) openLogs() {
	if err := u.app.OpenURL(&url.URL{Scheme: "file", Path: u.logs}); err != nil {
		u.fail(err)
	}
}
