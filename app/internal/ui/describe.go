package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/widgets"
	"threep/assets"
)

// describe lets the user edit what the scenario is called and the story it tells.
func (u *UI) describe() {
	s := u.doc.Scenario()
	title, name, story := newField(s.Title), newField(s.Name), newField(s.Story)
	story.MultiLine = true
	story.Wrapping = fyne.TextWrapWord
	story.SetMinRowsVisible(7)
	form := container.New(&stacked{gap: 10},
		u.field("ui.describe.title_label", "ui.describe.title_help", title),
		u.field("ui.describe.name_label", "ui.describe.name_help", name),
		u.field("ui.describe.story_label", "ui.describe.story_help", story))
	width := 36 * textNow()
	form.Resize(fyne.NewSize(width, 10))
	m := u.newModal(assets.T("ui.describe.title"), form, fyne.NewSize(width, form.MinSize().Height))
	take := func() {
		u.doc.Describe(strings.TrimSpace(name.Text), strings.TrimSpace(title.Text), strings.TrimSpace(story.Text))
	}
	for _, line := range []*field{title, name} {
		line.OnSubmitted = func(string) {
			m.close()
			take()
		}
	}
	for _, f := range []*field{title, name, story} {
		f.escape = m.close
	}
	m.first = title
	m.add(assets.T("ui.describe.yes"), true, take).cancel(assets.T("ui.cancel")).show()
}

// field puts the name of a field above it and what it is for below.
func (u *UI) field(label, help string, entry *field) fyne.CanvasObject {
	entry.name = assets.T(label)
	return container.New(&stacked{gap: 3},
		newCaption(assets.T(label), theme.SizeNameText, fyne.TextStyle{Bold: true}, theme.ColorNameForeground),
		entry,
		newCaption(assets.T(help), theme.SizeNameCaptionText, fyne.TextStyle{}, widgets.ColorNameMutedText))
}
