// Package runner runs the simulations that the window asks for: the newest request
// wins, a small run for a first picture comes before the full one, results come back
// in the order of their revisions, and what was computed lately is kept.
//
// A request travels so:
//
//  1. Submit puts it into a mailbox of one and cancels a full run of an older
//     revision. A preview of an older revision may finish within its grace, so that
//     a lever that moves without pause still shows pictures.
//  2. The one worker takes it. A full result in the cache is shown at once.
//     Otherwise a preview of a few futures is run, then, for Full, all of them,
//     with partial results on the way.
//  3. Updates wait in a mailbox of one for the goroutine behind Do. None is shown
//     after one of a newer revision, nor a coarser one after a finer one.
//
// Beside it a Checker runs the checks of model health, on its own goroutine and through
// the same kind of Do, so that levers stay free while it works.
package runner
