// Package about says which program this is: the identity and version that the window,
// the command line, exported results and the packaging metadata all give.
package about

const (
	// ID is the identity under which the system keeps settings and autosaves.
	ID = "io.github.threep.salessim"
	// Name is the name of the program as users see it. It is a proper name, the
	// same in every language.
	Name = "3P Sales Simulator"
	// Version is the version of the program, as major.minor.patch.
	Version = "0.1.0"
	// Build counts the packages made of the program, for systems that order by it.
	Build = 1
)
