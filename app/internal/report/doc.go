// Package report puts the result of a run into words and files: the table that a
// terminal shows, and a folder with summary.json, weekly.csv, reps.csv, figures,
// a workbook, the resolved scenario, the roster under aliases, and a dictionary of
// every column.
//
// The bytes of every file depend on scenario, seed and number of futures alone: no
// clock is read and nothing is written in the order of a map or of workers. A file
// appears whole or not at all. Names of real people are in none of them unless the
// roster was read with its names kept.
package report
