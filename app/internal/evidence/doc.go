// Package evidence is the register of evidence: for every parameter, finding, entry of
// the catalogue and work what it is, which figure it has, what that rests on and how
// good the ground is. It is made from the tables of the model and the catalogue and
// from the texts, so that it cannot say anything else than they do; the window, the
// command line and the model reference show it.
package evidence
