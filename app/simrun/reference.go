package main

import (
	"errors"
	"io/fs"

	"threep/app/internal/reference"
	"threep/app/internal/state"
	"threep/assets"
)

// causeOf is what the system says of a file, without the name of a file that was to
// become it.
func causeOf(err error) error {
	var where *fs.PathError
	if errors.As(err, &where) {
		return where.Err
	}
	return err
}

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
		s.say(assets.F("simrun.fault.unwritable", file, causeOf(err)))
		return exitFailed
	}
	s.say(assets.F("simrun.reference.written", file))
	return exitDone
}
