package sim

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

// scheduleSource is the page that lists the processes of a week, so that whoever
// documents the order of execution reads it from the code that runs.
//
//go:embed schedule.go
var scheduleSource string

// Step is a process of the week, by the name of its function.
type Step struct {
	Name string
	// Team reports that the step is taken team by team, among the other such steps that
	// stand next to it; the others are taken once, for the whole organisation.
	Team bool
}

// Schedule returns the processes of a week in the order in which they run.
func Schedule() []Step { return append([]Step(nil), schedule()...) }

var (
	stepCall = regexp.MustCompile(`^\t+w\.([a-zA-Z]+)\(`)
	schedule = sync.OnceValue(func() []Step { return stepsOf(scheduleSource) })
)

// stepsOf reads the calls of step, line by line: what stands in the loop over teams is
// taken team by team.
func stepsOf(source string) []Step {
	var steps []Step
	within, team := false, false
	for _, line := range strings.Split(source, "\n") {
		switch {
		case strings.HasPrefix(line, "func (w *world) step("):
			within = true
		case within && line == "}":
			return steps
		case within && strings.HasPrefix(line, "\tfor "):
			team = true
		case within && line == "\t}":
			team = false
		case within:
			if call := stepCall.FindStringSubmatch(line); call != nil {
				steps = append(steps, Step{call[1], team})
			}
		}
	}
	return steps
}
