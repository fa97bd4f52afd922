// Package widgets holds the generic widgets of the window: a view of a chart that
// is drawn elsewhere, a slider for a model parameter, dots for quantiles and the
// small parts around them. They know Fyne and nothing of sales.
//
// What every widget here keeps to:
//
//   - It is used from the UI goroutine only. Work that takes time is done on a
//     goroutine of its own and comes back through the scheduler it was given,
//     `do func(func())`, which is fyne.Do in the program and a queue in tests.
//   - Colours come from the theme by name. The names of this package have a fallback
//     for light and dark, so that a theme without them is still readable.
//   - Nothing is told by colour or by the pointer alone: there is a shape or a word
//     beside the colour, and a key beside the pointer.
//   - Programmatic changes fire no callback; only the user's do.
package widgets
