package ui

import (
	"os"
	"time"

	"threep/app/internal/state"
	"threep/assets"
)

// offerOrphans offers the unsaved work of programs that no longer run, one after the
// other.
func (u *UI) offerOrphans() {
	if len(u.orphans) == 0 {
		return
	}
	o := u.orphans[0]
	drop := func() { u.orphans = u.orphans[1:] }
	next := func() { drop(); u.offerOrphans() }
	discard := func() { u.note(o.Discard()); next() }
	later := func() { u.note(o.Release()); next() }
	if o.Err != nil {
		log := u.log
		log.Error("unsaved work cannot be read", "file", o.File, "error", o.Err)
		u.ask(assets.T("ui.recover.title"), assets.F("ui.recover.broken", o.File, u.logs)).
			add(assets.T("ui.recover.discard"), false, discard).
			add(assets.T("ui.recover.later"), true, later).orElse(later).show()
		return
	}
	when := o.Saved.Local().Format(assets.T("ui.recover.time"))
	text := assets.F("ui.recover.text", o.Title, when)
	if o.Path != "" {
		text = assets.F("ui.recover.text_file", o.Title, o.Path, when)
	}
	if u.crash != "" && toldSince(u.crash, o.Saved) {
		text += " " + assets.F("ui.recover.log", u.crash)
	}
	u.ask(assets.T("ui.recover.title"), text).
		add(assets.T("ui.recover.restore"), true, func() { u.restore(o); drop() }).
		add(assets.T("ui.recover.later"), false, later).
		add(assets.T("ui.recover.discard"), false, discard).orElse(later).show()
}

// toldSince reports whether a log was written to since a time: a program that was
// killed, or lost its power, leaves nothing in it.
func toldSince(log string, since time.Time) bool {
	info, err := os.Stat(log)
	return err == nil && info.Size() > 0 && !info.ModTime().Before(since)
}

// restore opens unsaved work. It is taken away only when this program's own autosave
// holds it.
func (u *UI) restore(o *state.Orphan) {
	if err := u.doc.Restore(o); err != nil {
		u.fail(err)
		return
	}
	if u.keeper == nil {
		return
	}
	if err := u.keeper.Flush(); err != nil {
		log := u.log
		log.Error("autosave of restored work", "error", err)
		u.note(o.Release())
		return
	}
	u.note(o.Discard())
}
