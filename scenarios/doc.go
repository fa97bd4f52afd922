// Package scenarios reads and writes the files of the simulator: the scenario
// file, the built-in library of scenarios, the catalogue of traits, roles,
// cohorts and tools, the industry presets, the maturity levels, and the roster
// of real people.
//
// A scenario file is TOML and names only what differs from the default
// organisation. It is read strictly: every fault of a file is reported at once,
// each with its line or key path and what would be right. What the data of this
// package rest on is named by keys of the register of works (LookupSource).
package scenarios
