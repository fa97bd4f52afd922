package ui

import (
	"reflect"
	"time"

	"threep/app/internal/runner"
	"threep/app/internal/state"
	"threep/app/internal/verdict"
	"threep/app/internal/widgets"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// follow shows the document's present scenario and asks for its results. It asks the
// document rather than the event, which may be behind.
func (u *UI) follow(cause state.Cause) {
	s, revision := u.doc.Current()
	u.moving = cause == state.Moved
	if cause == state.Opened {
		u.fresh = true
	}
	u.summary.showReadiness(s)
	if !u.moving {
		u.levers.show(s)
		u.panel.show(s)
	}
	quality := runner.Full
	if u.moving {
		quality = runner.Preview
	}
	u.bar.showStory(titleOf(u.doc.Status()), s.Story, u.storyNote(s))
	u.guide.showChange(u.storyNote(s))
	u.bar.showPeople(len(s.Roster))
	u.menu.drawn.Disabled = len(s.Roster) == 0
	u.followGuide(s.Name, cause == state.Opened)
	if cause != state.Opened && u.asked != nil && u.askedIn == quality && sameRun(u.asked, s) {
		return // what was asked for, or is on show, is of this scenario under another name
	}
	u.asked, u.askedIn, u.askedAs, u.begun = s, quality, revision, time.Now()
	u.complete = false
	u.guide.measure(nil)
	u.runner.Submit(revision, s, quality)
}

// storyNote says that the story of a scenario of the library is no longer of what is
// open, where that is so.
func (u *UI) storyNote(s *sim.Scenario) string {
	if _, ok := u.guide.entries[s.Name]; !ok {
		return ""
	}
	original, err := scenarios.Builtin(s.Name)
	switch {
	case err != nil || original.Story != s.Story || sameRun(original, s):
		return ""
	case len(s.Roster) > 0:
		return assets.F("ui.bar.story_people", len(s.Roster))
	}
	return assets.T("ui.bar.story_changed")
}

// sameRun reports whether two scenarios differ in nothing but name, title and story,
// on which no result depends.
func sameRun(a, b *sim.Scenario) bool {
	x, y := *a, *b
	x.Name, x.Title, x.Story = "", "", ""
	y.Name, y.Title, y.Story = "", "", ""
	return reflect.DeepEqual(&x, &y)
}

// show shows what came of a run, unless the document has moved on.
func (u *UI) show(update runner.Update) {
	if update.Err != nil {
		u.log.Error("run", "error", update.Err)
		u.toasts.Show(widgets.Toast{Text: assets.F("ui.run.failed", update.Err), Stay: true})
	}
	if update.Result != nil {
		// Axes hold while a lever moves and while results get finer, and settle at the end.
		hold := !u.fresh && (u.moving || !update.Done)
		// What a run leaves that gave way to another scenario is not of what is open.
		u.result, u.complete = update.Result, update.Done && !u.moving && update.Revision == u.askedAs
		u.summary.show(update.Result, hold)
		for _, g := range u.graphs {
			g.show(update.Result, hold)
		}
		if update.Done {
			u.fresh = false
		}
		if u.complete {
			u.guide.measure(update.Result)
			u.explainPeople(update.Result)
		}
	}
	shown := 0
	if update.Result != nil {
		shown = update.Result.Runs
	}
	u.bar.showProgress(update, shown, time.Since(u.begun))
}

// explainPeople says, with the first result of people that were imported, why their
// baseline falls, if it does.
func (u *UI) explainPeople(r *sim.Result) {
	if !u.newPeople {
		return
	}
	u.newPeople = false
	if drift := verdict.Drift(r); drift != "" {
		u.toasts.Show(widgets.Toast{Text: drift, Stay: true})
	}
}

// resume runs what was stopped to its end.
func (u *UI) resume() {
	s, revision := u.doc.Current()
	u.asked, u.askedIn, u.askedAs, u.begun = s, runner.Full, revision, time.Now()
	u.complete = false
	u.guide.measure(nil)
	u.runner.Submit(revision, s, runner.Full)
}
