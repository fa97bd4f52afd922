package numeric

import "math"

const (
	rootBits  = 7 // of the mantissa, besides two of the exponent
	rootCells = 1 << (rootBits + 2)
)

// rootTable holds x^(-1/4) in the middle of each cell, for exponents modulo 4.
var rootTable = makeRootTable()

func makeRootTable() [rootCells]float64 {
	var table [rootCells]float64
	for i := range table {
		r, cell := i>>rootBits, i&(1<<rootBits-1)
		m := 1 + (float64(cell)+.5)/(1<<rootBits)
		table[i] = 1 / math.Sqrt(math.Sqrt(float64(m*float64(int(2)<<r))))
	}
	return table
}

// RootTable is the table that InverseFourthRoot reads, for its vector kernel.
func RootTable() *[rootCells]float64 { return &rootTable }

// InverseFourthRoot returns a positive, normal number's power of -1/4, within
// 1e-15 relative: a table within .1%, then the series of (1-r)^(-1/4) for what is
// left, without a square root or a division.
func InverseFourthRoot(x float64) float64 {
	bits := math.Float64bits(x)
	// x = 2^(4 (q - 256)) 2^(r + 1) m
	q := bits >> 54
	y := float64(rootTable[bits>>(52-rootBits)&(rootCells-1)] * math.Float64frombits((1023+256-q)<<52))
	y2 := float64(y * y)
	r := 1 - float64(x*float64(y2*y2))
	p := 195.0/2048 + float64(r*(663.0/8192+float64(r*(4641.0/65536))))
	p = 5.0/32 + float64(r*(15.0/128+float64(r*p)))
	p = float64(r * (1.0/4 + float64(r*p)))
	return y + float64(y*p)
}
