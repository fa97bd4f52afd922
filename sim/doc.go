// Package sim is the 3P engine: it simulates a sales organisation week by week
// over many futures, with and without the decisions of a scenario.
//
// A Scenario holds what the user can do (Decisions), what the user believes
// about the world (Assumptions), the organisation as it stands (Organisation,
// Today), the mechanism switches, and the catalogue of traits, roles, cohorts
// and tools. Run turns it into a Result. The order in which the processes of a
// week run is on one page: schedule.go.
//
// The engine is deterministic: the same scenario, seed and number of runs give
// the same bytes on any machine and with any number of workers.
package sim
