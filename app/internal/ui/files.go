package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/chart"
	"threep/app/internal/state"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
)

// scenarioExtension is that of scenario files.
const scenarioExtension = ".toml"

// guard asks about unsaved work before something that would lose it.
func (u *UI) guard(next func()) {
	if u.levers.commit() != nil {
		return
	}
	status := u.doc.Status()
	if !status.Dirty {
		next()
		return
	}
	u.ask(assets.F("ui.unsaved.title", titleOf(status)), assets.T("ui.unsaved.text")).
		add(assets.T("ui.unsaved.save"), true, func() { u.save(next) }).
		add(assets.T("ui.unsaved.discard"), false, next).
		cancel(assets.T("ui.cancel")).show()
}

// newScenario opens the default organisation without any decision.
func (u *UI) newScenario() {
	u.guard(func() {
		s := scenarios.Base()
		s.Title = assets.T("ui.new.title")
		u.doc.OpenCopy(s)
	})
}

// openBuiltin opens a scenario of the library as an untitled copy, with its guide.
func (u *UI) openBuiltin(name string) {
	u.guard(func() {
		s, err := scenarios.Builtin(name)
		if err != nil {
			u.fail(err)
			return
		}
		u.guideNext = true
		if guide, ok := scenarios.GuideOf(name); ok {
			u.doc.SetView(func(v *state.View) { copy(v.Graphs[:], guide.Graphs) })
		}
		u.doc.OpenCopy(s)
	})
}

func (u *UI) open() {
	u.guard(func() {
		d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			if err != nil {
				u.fail(err)
				return
			}
			if file == nil {
				return // the user thought better of it
			}
			path := file.URI().Path()
			u.note(file.Close())
			u.openFile(path)
		}, u.window)
		d.SetFilter(storage.NewExtensionFileFilter([]string{scenarioExtension}))
		u.showFileDialog(d)
	})
}

// showFileDialog gives a file dialog room and the folder of the open file.
func (u *UI) showFileDialog(d *dialog.FileDialog) {
	folder := filepath.Dir(u.doc.Status().Path)
	if u.doc.Status().Path == "" {
		folder, _ = os.UserHomeDir()
	}
	if place, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(place)
	}
	room := u.window.Canvas().Size()
	u.files = d
	d.SetOnClosed(func() { u.files = nil })
	d.Show() // before Resize, which needs what is shown
	d.Resize(fyne.NewSize(fyne.Min(900, room.Width-60), fyne.Min(600, room.Height-60)))
}

// openFile opens a scenario file. One that cannot be read is told of, fault by fault,
// and the open document stays.
func (u *UI) openFile(path string) {
	if err := u.doc.Open(path); err != nil {
		u.fail(err)
		var problem *state.FileError
		if errors.As(err, &problem) && problem.Problem == state.Missing {
			u.note(u.recent.Remove(path))
			u.menu.listRecent()
		}
		return
	}
	u.remember(path)
	u.offerBeside(path)
}

// OpenFile opens a file that was named on the command line.
func (u *UI) OpenFile(path string) { u.openAny(path) }

func (u *UI) remember(path string) {
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	u.note(u.recent.Add(full))
	u.menu.listRecent()
}

// save writes the document into its file, or asks for one, and then goes on.
func (u *UI) save(next func()) {
	if u.levers.commit() != nil {
		return
	}
	err := u.doc.Save()
	var problem *state.FileError
	switch {
	case err == nil:
		u.saved(u.doc.Status().Path, next)
	case errors.As(err, &problem) && problem.Problem == state.Untitled:
		u.saveAs(next)
	case errors.As(err, &problem) && problem.Problem == state.ChangedOnDisk:
		u.ask(assets.T("ui.conflict.title"), problem.Sentence()).
			add(assets.T("ui.conflict.save_as"), true, func() { u.saveAs(next) }).
			add(assets.T("ui.conflict.overwrite"), false, func() { u.saveTo(problem.Path, next) }).
			cancel(assets.T("ui.cancel")).show()
	default:
		u.fail(err)
	}
}

// saveAs asks for a file. Fyne's dialog empties an existing file before it answers:
// whether the document can be written is looked at before, and the answer's own
// writer is not used.
func (u *UI) saveAs(next func()) {
	if u.levers.commit() != nil {
		return
	}
	if err := u.check(u.doc.Scenario()); err != nil {
		u.fail(err)
		return
	}
	name := fileName(u.doc.Status().Title) + scenarioExtension
	if path := u.doc.Status().Path; path != "" {
		name = filepath.Base(path)
	}
	u.askForFile(name, scenarioExtension, func(path string) { u.saveTo(path, next) })
}

func (u *UI) saveTo(path string, next func()) {
	u.entitle(path)
	if err := u.doc.SaveAs(path); err != nil {
		u.fail(err)
		return
	}
	u.saved(path, next)
}

// entitle has a scenario that still goes by the title it came with, from the library or
// as a new one, be called as the file that the user gives it. The name of a story stays,
// so that its guide does.
func (u *UI) entitle(path string) {
	if u.doc.Status().Path != "" {
		return
	}
	s := u.doc.Scenario()
	entry, ok := u.guide.entries[s.Name]
	if s.Title != assets.T("ui.new.title") && (!ok || s.Title != entry.Title) {
		return
	}
	title := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if title == "" || fileName(title) == fileName(s.Title) {
		return
	}
	name := s.Name
	if _, told := scenarios.GuideOf(name); !told {
		name = fileName(title)
	}
	u.doc.Describe(name, title, s.Story)
}

func (u *UI) saved(path string, next func()) {
	u.remember(path)
	u.savePeople(path, next)
}

// askForFile asks for a file to be written, with an extension that is added where
// the user gives none, and calls write with its path.
func (u *UI) askForFile(name, extension string, write func(path string)) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil {
			u.fail(err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		u.note(file.Close())
		if filepath.Ext(path) != "" {
			write(path)
			return
		}
		removeEmpty(path)
		path += extension
		if _, err := os.Stat(path); err != nil {
			write(path)
			return
		}
		u.ask(assets.T("ui.replace.title"), assets.F("ui.replace.text", filepath.Base(path))).
			add(assets.T("ui.replace.yes"), true, func() { write(path) }).
			cancel(assets.T("ui.cancel")).show()
	}, u.window)
	d.SetFileName(name)
	d.SetFilter(storage.NewExtensionFileFilter([]string{extension}))
	u.showFileDialog(d)
}

// removeEmpty takes away the empty file that the dialog has made under another name.
func removeEmpty(path string) {
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		_ = os.Remove(path) // what stays is an empty file
	}
}

// fileName makes a name of a title that every system takes.
func fileName(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	name := strings.TrimSuffix(b.String(), "-")
	if name == "" {
		return "scenario"
	}
	return name
}

func (u *UI) revert() {
	if !u.doc.Status().Dirty {
		return
	}
	u.ask(assets.T("ui.revert.title"), assets.T("ui.revert.text")).
		add(assets.T("ui.revert.yes"), true, func() {
			if err := u.doc.Revert(); err != nil {
				u.fail(err)
			}
		}).
		cancel(assets.T("ui.cancel")).show()
}

// quit asks about unsaved work and ends the program.
func (u *UI) quit() {
	if len(u.modals) > 0 {
		return
	}
	u.guard(func() {
		u.quitting = true
		u.window.SetCloseIntercept(nil)
		u.app.Quit()
	})
}

// copyText puts text on the clipboard.
func (u *UI) copyText(text string) {
	u.app.Clipboard().SetContent(text)
	u.toasts.Show(widgets.Toast{Text: assets.T("ui.graph.copied")})
}

// exportPicture draws a figure into a file.
func (u *UI) exportPicture(kind chart.ID, extension string, data func() ([]byte, error)) {
	content, err := data()
	if err != nil {
		u.fail(err)
		return
	}
	name := fileName(u.doc.Status().Title) + "-" + strings.ReplaceAll(string(kind), "_", "-") + extension
	u.askForFile(name, extension, func(path string) {
		if err := state.WriteAtomically(path, content); err != nil {
			u.fail(err)
			return
		}
		u.toasts.Show(widgets.Toast{Text: assets.F("ui.saved", filepath.Base(path), filepath.Dir(path))})
	})
}

// fail tells of what went wrong, with what can be done about it. The faults of a
// scenario file are listed one by one.
func (u *UI) fail(err error) {
	log := u.log
	log.Error("tell the user", "error", err)
	var problem *state.FileError
	var faults *scenarios.FaultError
	switch {
	case errors.As(err, &faults):
		u.listFaults(faults)
	case errors.As(err, &problem):
		u.say(assets.T("ui.fail.title"), problem.Sentence())
	default:
		u.say(assets.T("ui.fail.title"), assets.F("ui.fail.text", err))
	}
}

// listFaults shows every fault of a file with its place.
func (u *UI) listFaults(faults *scenarios.FaultError) {
	lines := make([]string, len(faults.Faults))
	for i, f := range faults.Faults {
		lines[i] = f.String()
	}
	key := "ui.faults.text"
	if len(lines) == 1 {
		key = "ui.faults.text_one"
	}
	text := assets.F(key, filepath.Base(faults.File), len(lines)) + "\n\n" + strings.Join(lines, "\n\n")
	body := label(text, theme.SizeNameText, fyne.TextStyle{}, false)
	width := 40 * textNow()
	body.Resize(fyne.NewSize(width-20, 10)) // beside the scroll bar
	height := fyne.Min(body.MinSize().Height+4, 24*textNow())
	u.newModal(assets.T("ui.faults.title"), scrolled(body), fyne.NewSize(width, height)).cancel(assets.T("ui.close")).show()
}

// note logs what went wrong where the user needs no word about it.
func (u *UI) note(err error) {
	if err != nil {
		log := u.log
		log.Warn("went on after an error", "error", err)
	}
}

// showLastMessage brings back the sentence that went away last.
func (u *UI) showLastMessage() {
	if !u.toasts.ShowLast() {
		u.toasts.Show(widgets.Toast{Text: assets.T("ui.messages.none")})
	}
}
