// Package state holds the open document: the scenario as an immutable value with a
// revision number, undo without limit, whether it is saved and where, the settings
// of the view, and the files around it: autosave, recovery and recent files.
//
// What the package keeps to:
//
//   - A scenario that was handed out is never changed. An edit works on a clone and
//     makes a new revision; revisions only grow, also by undo.
//   - Changes are told as typed events, in their order and never two at a time. A
//     subscriber may change the document; that is told after the present event.
//   - A gesture (a lever being dragged) is one step of undo: Begin, Update as often
//     as it moves, then Commit or Cancel.
//   - A file that cannot be read leaves the open document as it is.
//   - All methods are safe for concurrent use.
package state
