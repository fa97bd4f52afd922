package ui

// Settled reports whether all futures are simulated and everything is drawn, as a
// screenshot waits for.
func (u *UI) Settled() bool { return u.complete && !u.group.Busy() }
