package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"threep/app/internal/chart"
	"threep/app/internal/state"
	"threep/assets"
	"threep/scenarios"
)

// mainMenu keeps the items that change. Every shortcut of the window stands in it:
// Fyne looks for shortcuts here first, so that they work whatever has the focus.
type mainMenu struct {
	u      *UI
	menu   *fyne.MainMenu
	undo   *fyne.MenuItem
	redo   *fyne.MenuItem
	revert *fyne.MenuItem
	drawn  *fyne.MenuItem // goes back to people who are drawn
	recent *fyne.MenuItem
	guide  *fyne.MenuItem

	palettes map[string]*fyne.MenuItem
	sizes    map[float64]*fyne.MenuItem
	spreads  map[string]*fyne.MenuItem
	families map[string]*fyne.MenuItem
	months   *fyne.MenuItem
	quarters *fyne.MenuItem
	tables   *fyne.MenuItem

	published *fyne.MenuItem
}

// item makes an entry of a menu with a shortcut, which may be nil. A disabled item is
// still fired by its shortcut, so that every action looks for itself whether there is
// something to do.
func item(key string, shortcut fyne.Shortcut, action func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(assets.T(key), action)
	i.Shortcut = shortcut
	return i
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// plain is a key without a modifier: the menu only names it, typedKey hears it.
func plain(key fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: key} }

func (u *UI) newMainMenu() *mainMenu {
	m := &mainMenu{
		u: u, palettes: map[string]*fyne.MenuItem{}, sizes: map[float64]*fyne.MenuItem{},
		spreads: map[string]*fyne.MenuItem{}, families: map[string]*fyne.MenuItem{},
	}
	m.menu = fyne.NewMainMenu(m.file(), m.edit(), m.viewMenu(), m.help())
	m.listRecent()
	return m
}

// whenFree keeps an action from starting while a question is open.
func (u *UI) whenFree(action func()) func() {
	return func() {
		if len(u.modals) == 0 && u.window.Canvas().Overlays().Top() == nil {
			action()
		}
	}
}

func (m *mainMenu) file() *fyne.Menu {
	u := m.u
	m.recent = fyne.NewMenuItem(assets.T("ui.menu.recent"), nil)
	m.recent.ChildMenu = fyne.NewMenu("")
	library := fyne.NewMenuItem(assets.T("ui.menu.library"), nil)
	library.ChildMenu = fyne.NewMenu("")
	var shelf scenarios.Shelf
	for _, entry := range shelved() {
		if shelf != "" && entry.Shelf != shelf {
			library.ChildMenu.Items = append(library.ChildMenu.Items, fyne.NewMenuItemSeparator())
		}
		shelf = entry.Shelf
		library.ChildMenu.Items = append(library.ChildMenu.Items,
			fyne.NewMenuItem(entry.Title, u.whenFree(func() { u.openBuiltin(entry.Name) })))
	}
	m.drawn = item("ui.menu.draw_people", nil, u.whenFree(u.drawPeople))
	m.drawn.Disabled = true
	m.revert = item("ui.menu.revert", nil, u.whenFree(u.revert))
	// Fyne appends a Quit of its own, which asks nothing, unless the first menu has one.
	quit := item("ui.menu.quit", ctrl(fyne.KeyQ), u.whenFree(u.quit))
	quit.IsQuit = true
	return fyne.NewMenu(assets.T("ui.menu.file"),
		item("ui.menu.new", ctrl(fyne.KeyN), u.whenFree(u.newScenario)),
		item("ui.menu.open", ctrl(fyne.KeyO), u.whenFree(u.open)),
		m.recent, library, fyne.NewMenuItemSeparator(),
		item("ui.menu.save", ctrl(fyne.KeyS), u.whenFree(func() { u.save(nil) })),
		item("ui.menu.save_as", ctrlShift(fyne.KeyS), u.whenFree(func() { u.saveAs(nil) })),
		item("ui.menu.describe", nil, u.whenFree(u.describe)),
		m.revert, fyne.NewMenuItemSeparator(),
		item("ui.menu.import_people", nil, u.whenFree(u.choosePeople)),
		m.drawn, fyne.NewMenuItemSeparator(), quit,
	)
}

func (m *mainMenu) edit() *fyne.Menu {
	u := m.u
	m.undo = item("ui.menu.undo", &fyne.ShortcutUndo{}, u.undo)
	m.redo = item("ui.menu.redo", &fyne.ShortcutRedo{}, u.redo)
	items := []*fyne.MenuItem{m.undo, m.redo, fyne.NewMenuItemSeparator()}
	return fyne.NewMenu(assets.T("ui.menu.edit"), append(items, u.resetItems()...)...)
}

func (m *mainMenu) viewMenu() *fyne.Menu {
	u := m.u
	return fyne.NewMenu(assets.T("ui.menu.view"),
		m.paletteMenu(), m.textMenu(), m.spreadMenu(), m.timeMenu(), fyne.NewMenuItemSeparator(),
		item("ui.menu.graph_left", ctrl(fyne.Key1), u.whenFree(func() { u.showGallery(u.graphs[0], 0) })),
		item("ui.menu.graph_right", ctrl(fyne.Key2), u.whenFree(func() { u.showGallery(u.graphs[1], 1) })),
		m.tablesItem(), m.publishedItem(), m.familyMenu(), fyne.NewMenuItemSeparator(),
		item("ui.menu.full_screen", plain(fyne.KeyF11), u.toggleFullScreen),
	)
}

func (m *mainMenu) paletteMenu() *fyne.MenuItem {
	parent := fyne.NewMenuItem(assets.T("ui.menu.theme"), nil)
	parent.ChildMenu = fyne.NewMenu("")
	for _, name := range []string{paletteSystem, paletteLight, paletteDark, paletteProjector} {
		i := item("ui.palette."+name, nil, func() { m.u.setPalette(name) })
		m.palettes[name] = i
		parent.ChildMenu.Items = append(parent.ChildMenu.Items, i)
	}
	return parent
}

func (m *mainMenu) textMenu() *fyne.MenuItem {
	u := m.u
	parent := fyne.NewMenuItem(assets.T("ui.menu.text"), nil)
	parent.ChildMenu = fyne.NewMenu("")
	for _, factor := range textSizes {
		i := fyne.NewMenuItem(assets.F("ui.menu.text_size", factor*100), func() { u.setTextSize(factor) })
		m.sizes[factor] = i
		parent.ChildMenu.Items = append(parent.ChildMenu.Items, i)
	}
	parent.ChildMenu.Items = append(parent.ChildMenu.Items, fyne.NewMenuItemSeparator(),
		item("ui.menu.text_larger", ctrl(fyne.KeyEqual), func() { u.stepTextSize(1) }),
		item("ui.menu.text_smaller", ctrl(fyne.KeyMinus), func() { u.stepTextSize(-1) }),
		item("ui.menu.text_normal", ctrl(fyne.Key0), func() { u.setTextSize(1) }))
	return parent
}

func (m *mainMenu) spreadMenu() *fyne.MenuItem {
	parent := fyne.NewMenuItem(assets.T("ui.menu.spread"), nil)
	parent.ChildMenu = fyne.NewMenu("")
	for _, spread := range []chart.Spread{chart.Bands, chart.Lines, chart.None} {
		i := item("ui.spread."+string(spread), nil, func() {
			m.u.doc.SetView(func(v *state.View) { v.Spread = string(spread) })
		})
		m.spreads[string(spread)] = i
		parent.ChildMenu.Items = append(parent.ChildMenu.Items, i)
	}
	return parent
}

func (m *mainMenu) timeMenu() *fyne.MenuItem {
	parent := fyne.NewMenuItem(assets.T("ui.menu.time"), nil)
	set := func(quarters bool) func() {
		return func() { m.u.doc.SetView(func(v *state.View) { v.Quarters = quarters }) }
	}
	m.months = item("ui.time.months", nil, set(false))
	m.quarters = item("ui.time.quarters", nil, set(true))
	parent.ChildMenu = fyne.NewMenu("", m.months, m.quarters)
	return parent
}

func (m *mainMenu) tablesItem() *fyne.MenuItem {
	m.tables = item("ui.menu.tables", ctrl(fyne.KeyT), m.u.whenFree(m.u.toggleTables))
	return m.tables
}

func (m *mainMenu) publishedItem() *fyne.MenuItem {
	m.published = item("ui.menu.published", ctrl(fyne.KeyB), m.u.whenFree(m.u.togglePublished))
	return m.published
}

func (m *mainMenu) familyMenu() *fyne.MenuItem {
	parent := fyne.NewMenuItem(assets.T("ui.menu.levers"), nil)
	parent.ChildMenu = fyne.NewMenu("")
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4}
	add := func(id, title string, key fyne.KeyName) {
		i := fyne.NewMenuItem(title, m.u.whenFree(func() { m.u.chooseFamily(id) }))
		i.Shortcut = alt(key)
		m.families[id] = i
		parent.ChildMenu.Items = append(parent.ChildMenu.Items, i)
	}
	for i, f := range families() {
		add(f.id, f.title(), keys[i])
	}
	add("", assets.T("ui.levers.main"), fyne.Key0)
	return parent
}

func (m *mainMenu) help() *fyne.Menu {
	u := m.u
	m.guide = item("guide.panel.menu", ctrl(fyne.KeyG), u.whenFree(u.toggleGuide))
	return fyne.NewMenu(assets.T("ui.menu.help"),
		m.guide,
		item("ui.menu.shortcuts", plain(fyne.KeyF1), u.whenFree(u.showShortcuts)),
		item("ui.menu.glossary", nil, u.whenFree(u.showGlossary)),
		item("ui.menu.reference", ctrl(fyne.KeyR), u.whenFree(u.showReference)),
		item("ui.menu.evidence", ctrl(fyne.KeyE), u.whenFree(func() { u.showEvidence("", "") })),
		item("healthpage.menu", ctrl(fyne.KeyH), u.whenFree(u.openHealth)),
		item("ui.menu.messages", nil, u.whenFree(u.showLastMessage)),
		fyne.NewMenuItemSeparator(),
		item("ui.menu.about", nil, u.whenFree(u.showAbout)),
	)
}

// listRecent lists the files that were open lately.
func (m *mainMenu) listRecent() {
	var items []*fyne.MenuItem
	for _, path := range m.u.recent.List() {
		items = append(items, fyne.NewMenuItem(filepath.Base(path), m.u.whenFree(func() {
			m.u.guard(func() { m.u.openFile(path) })
		})))
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem(assets.T("ui.menu.recent_none"), nil)
		none.Disabled = true
		items = append(items, none)
	} else {
		items = append(items, fyne.NewMenuItemSeparator(), item("ui.menu.recent_clear", nil, func() {
			m.u.note(m.u.recent.Clear())
			m.listRecent()
		}))
	}
	m.recent.ChildMenu.Items = items
	m.menu.Refresh()
}

func (m *mainMenu) showStatus(s state.Status) {
	m.undo.Label = stepName("ui.menu.undo", "ui.menu.undo_step", s.UndoLabel)
	m.redo.Label = stepName("ui.menu.redo", "ui.menu.redo_step", s.RedoLabel)
	m.undo.Disabled, m.redo.Disabled = !s.CanUndo(), !s.CanRedo()
	m.revert.Disabled = !s.Dirty
	m.menu.Refresh()
}

func (m *mainMenu) showView(v state.View) {
	markOne(m.palettes, v.Palette)
	markOne(m.sizes, v.TextSize)
	markOne(m.spreads, v.Spread)
	markOne(m.families, v.Family)
	m.months.Checked, m.quarters.Checked = !v.Quarters, v.Quarters
	m.tables.Checked, m.published.Checked = v.Tables[0] || v.Tables[1], !v.HidePublished
	m.menu.Refresh()
}

// markOne marks one of several items.
func markOne[K comparable](items map[K]*fyne.MenuItem, chosen K) {
	for key, i := range items {
		i.Checked = key == chosen
	}
}
