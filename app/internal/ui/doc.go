// Package ui is the window: its pages, menus, shortcuts, dialogs and theme.
//
// A UI stands between the open document, the runner of simulations and what is on
// the screen. Everything on the screen follows the document: a control that is moved
// changes the document, the document tells what it has become, and then all controls
// and graphs are brought in line, without firing. Undo, opening and resetting travel
// the same way.
//
// Views know only the interfaces that stand in this package, and bring what comes
// from other goroutines to the one that owns the screen through the scheduler that
// they are given, so that tests run them with a queue in place of a window.
package ui
