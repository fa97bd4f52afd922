// Package vector does the arithmetic of the weekly loop for four people at a
// time where the processor can (AVX2), and one by one elsewhere, with the same
// bits.
//
// Each lane of a kernel takes the steps of its twin in Go, in the same order:
// only sums, products, quotients, square roots, comparisons and choices, which
// are exact to the last bit on any processor, and never a fused multiplication
// and addition. The kernels are assembled from the programs in gen.
package vector

//go:generate sh -c "cd gen && go run . -out ../kernels_amd64.s -stubs ../kernels_amd64.go -pkg vector"

// Lanes is how many numbers a kernel takes at a time.
const Lanes = 4

// Whole returns the smallest multiple of Lanes that is at least n.
func Whole(n int) int { return (n + Lanes - 1) &^ (Lanes - 1) }
