// Package numeric holds the engine's own exp, log, normal quantile and Poisson
// quantile in pure Go, so that the same input gives the same bits on any
// machine.
//
// Go may fuse x*y + z into one rounding, and math.Exp, math.Log and their kin
// have assembly that differs by processor. Here every product that feeds a sum
// is wrapped in float64(...), which forbids fusing, and nothing but
// math.Sqrt, math.Float64bits and math.Float64frombits, which are exact, is used.
package numeric
