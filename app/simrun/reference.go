package main

import (
	"threep/app/internal/reference"
	"threep/app/internal/state"
	"threep/assets"
)

// writeReference writes the model reference to the standard output, or into a file.
func writeReference(s streams, file string) int {
	text, err := reference.Markdown()
	if err != nil {
		s.say(err.Error()) // a test of the reference shows it before any user does
		return exitFailed
	}
	if file == "" {
		s.out.WriteString(text)
		return exitDone
	}
	if err := state.WriteAtomically(file, []byte(text)); err != nil {
		s.say(assets.F("simrun.fault.unwritable", file, err))
		return exitFailed
	}
	s.say(assets.F("simrun.reference.written", file))
	return exitDone
}
