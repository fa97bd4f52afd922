package vector

// Alone does UseTools, Consider and ShareOut person by person, as it is done
// where there are no kernels.
func Alone(do func()) {
	defer func(kept bool) { avx2 = kept }(avx2)
	avx2 = false
	do()
}
