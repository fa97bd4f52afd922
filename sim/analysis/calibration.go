package analysis

import (
	_ "embed"
	"sync"

	toml "github.com/pelletier/go-toml/v2"
)

// HandSet is a constant that no calibration moved and that was put where it is in
// view of what a check showed. Its reason is looked up by its ID.
type HandSet struct {
	ID     string   // of a parameter, or of a property of a tool: tool.crm.wiifm_hours
	Checks []string // in view of which it was set
	Before float64  // where it stood before, or where the design's prototype has it
	Value  float64
}

// HandSets lists the constants that were set by hand in view of checks. So claims
// (A) are not reached through mechanisms alone: where a check is named here, the
// strength of a mechanism was chosen with it in sight.
func HandSets() []HandSet {
	return []HandSet{
		{"people.gate", []string{"A6", "A10"}, .12, .13},
		{"people.savvy_age", []string{"A2"}, -.25, -.28},
		{"territory.carryover", []string{"B23"}, 0, .6},
		{"skill.training_gain", []string{"A5"}, .009, .0035},
		{"skill.coaching_gain", []string{"A5"}, .02, .008},
		{"adoption.innovation", []string{"B20"}, .8, .6},
		{"adoption.hands_on", []string{"B13"}, 0, 4},
		{"adoption.ease", []string{"A2"}, .25, .15},
		{"adoption.attitude_sd", []string{"A2"}, .55, .75},
		{"adoption.design_upkeep", []string{"A7", "A8"}, .5, .6},
		{"use.savvy_level", []string{"A1", "B11"}, .3, 0},
		{"use.manager_help", []string{"A3"}, 0, .4},
		{"use.practice", []string{"B12"}, 1, .1},
		{"dip.hours", []string{"B16"}, 1.5, 1.2},
		{"maturity.win", []string{"B19"}, .08, .03},
		{"maturity.no_decision", []string{"B19"}, .08, .03},
		{"maturity.creation", []string{"B19"}, .03, .01},
		{"maturity.raise_hours", []string{"B19"}, .15, .3},
		{"maturity.lag_weeks", []string{"B19"}, 1, 26},
		{"tool.crm.wiifm_hours", []string{"B11", "B13"}, .2, .7},
		{"tool.crm.selling_time", []string{"B11"}, .03, .04},
		{"tool.crm.creation", []string{"B11"}, .05, .08},
		{"tool.crm.win", []string{"B11"}, .04, .06},
		{"tool.crm.no_decision", []string{"B11"}, .06, .08},
		{"tool.crm.cycle", []string{"B11"}, .03, .04},
	}
}

//go:embed calibration.toml
var calibrationFile []byte

var committed = sync.OnceValues(func() (*Calibration, error) {
	c := new(Calibration)
	return c, toml.Unmarshal(calibrationFile, c)
})

// CommittedCalibration returns the calibration on record, that of the shipped defaults.
func CommittedCalibration() (*Calibration, error) { return committed() }
