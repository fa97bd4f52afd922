//go:build !amd64

package vector

// Kernels reports that there are no kernels for this processor.
func Kernels() bool { return false }

// Alone does what it is given: there are no kernels.
func Alone(do func()) { do() }
