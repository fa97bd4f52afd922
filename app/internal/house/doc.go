// Package house has no code of the program: its tests hold the tree to its plan. They
// check which room may import which, what stands at the top level, that views look
// their words up, that no file names a machine, and that the set-up script and the
// commands of the README do what they say.
package house
