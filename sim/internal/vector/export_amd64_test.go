package vector

// Kernels reports whether this processor runs the kernels.
func Kernels() bool { return avx2 }

// Alone does something with every function of the package going number by number and
// person by person, as all of them do where there are no kernels.
func Alone(do func()) {
	defer func(kept bool) { avx2 = kept }(avx2)
	avx2 = false
	do()
}
