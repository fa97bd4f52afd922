//go:build !amd64

package vector

// Alone does what it is given: there are no kernels.
func Alone(do func()) { do() }
