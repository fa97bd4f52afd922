package report

import (
	"threep/app/internal/chart"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// Contents is what a report is about.
type Contents struct {
	Result *sim.Result
	// Program and Version say which program made the result.
	Program, Version string
	// Changed is set where the scenario is not as it is kept under its name: values
	// were set for this run, or a roster put in.
	Changed bool
	// Roster is the roster of real people; nil where the people are drawn.
	Roster *scenarios.Roster
	// People holds what the run said of the people of the roster; nil without one.
	People *People
}

func (c *Contents) scenario() *sim.Scenario { return c.Result.Scenario }

func (c *Contents) currency() string { return c.Result.Scenario.Organisation.Currency }

// The names of the files of a report.
const (
	SummaryFile    = "summary.json"
	WeeklyFile     = "weekly.csv"
	RepsFile       = "reps.csv"
	PeopleFile     = "people.csv"
	DictionaryFile = "dictionary.csv"
	ScenarioFile   = "scenario.toml"
	RosterFile     = "roster.csv"
	WorkbookFile   = "report.xlsx"
	figureFolder   = "figures/"
)

// knownFiles lists every file that a report may hold.
func knownFiles() []string {
	names := []string{SummaryFile, WeeklyFile, RepsFile, PeopleFile, DictionaryFile, ScenarioFile, RosterFile, WorkbookFile}
	for _, kind := range chart.Gallery() {
		for _, form := range figureForms() {
			names = append(names, figureName(kind.ID, form))
		}
	}
	return names
}

// UnitName says in words what the numbers of a file count; shares are from 0 to 1
// there, not in percent. Without a currency, money is in the organisation's.
func UnitName(u sim.Unit, currency string) string {
	switch {
	case u == sim.UnitMoney && currency != "":
		return currency
	case u == sim.UnitShare:
		return assets.T("report.unit.share")
	}
	return assets.T("unit." + string(u) + ".name")
}

// worlds lists the worlds in the order of the files.
func worlds() []sim.World { return []sim.World{sim.Baseline, sim.Assumed, sim.Decided} }
