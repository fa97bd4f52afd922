// Package signs holds the help text of every parameter to the model: what a help
// says of raising the parameter, as data - which words say it, what moves, which
// way, and where it can be seen - and the means to look whether it does.
package signs
