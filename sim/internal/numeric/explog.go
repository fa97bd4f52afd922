package numeric

import "math"

const (
	expBits  = 6
	expSteps = 1 << expBits // 64 table steps an octave
	// Adding and subtracting shift rounds to the nearest integer.
	shift = 0x1.8p52
	// ln2/64 in two parts; the first has 27 trailing zero bits, so that its
	// product with an integer below 2^27 is exact.
	ln2Over64Hi = 0x1.62e42f8p-7
	ln2Over64Lo = 0x1.be8e7bcd5e4f2p-33
)

// exp2Table holds the bits of 2^(j/64), made by repeated square roots, which
// are correctly rounded everywhere.
var exp2Table = makeExp2Table()

// Exp2Table is the table that Exp reads, for its vector kernel.
func Exp2Table() *[expSteps]uint64 { return &exp2Table }

func makeExp2Table() [expSteps]uint64 {
	// root[i] is 2^(1/2^i); a product of at most six roots, each correctly
	// rounded, is within 6 half-ulps; one Newton step on the 64th power would
	// gain nothing that the engine needs.
	var root [expBits + 1]float64
	root[0] = 2
	for i := 1; i <= expBits; i++ {
		root[i] = math.Sqrt(root[i-1])
	}
	var table [expSteps]uint64
	for j := range table {
		v := 1.0
		for b := 0; b < expBits; b++ {
			if j>>b&1 == 1 {
				v = float64(v * root[expBits-b])
			}
		}
		table[j] = math.Float64bits(v)
	}
	return table
}

// Exp returns e to the x, within 4e-16 relative; arguments beyond +-700 are
// held there.
func Exp(x float64) float64 {
	if x > 700 {
		x = 700
	} else if !(x > -700) {
		x = -700
	}
	shifted := float64(x*(expSteps/math.Ln2)) + shift
	n := shifted - shift
	r := x - float64(n*ln2Over64Hi)
	r -= float64(n * ln2Over64Lo)
	// |r| <= ln2/128: the next term of the series is below 4e-17.
	p := 1.0/6 + float64(r*(1.0/24+float64(r*(1.0/120))))
	p = 0.5 + float64(r*p)
	p = float64(r * (1 + float64(r*p)))
	// The last bits of shifted are the number of table steps, octaves above them.
	k := math.Float64bits(shifted)
	scale := math.Float64frombits(exp2Table[k&(expSteps-1)] + k>>expBits<<52)
	return scale + float64(scale*p)
}

// Log returns the natural logarithm of a positive, finite x, within 1 ulp or
// 2e-16 absolute near 1; -745 for x <= 0.
func Log(x float64) float64 {
	if !(x > 0) {
		return -745
	}
	bits := math.Float64bits(x)
	e := int64(bits>>52) - 1023
	if e == -1023 { // subnormal
		bits = math.Float64bits(float64(x * (1 << 52)))
		e = int64(bits>>52) - 1023 - 52
	}
	m := math.Float64frombits(bits&(1<<52-1) | 1023<<52)
	if m > math.Sqrt2 {
		m = m / 2
		e++
	}
	// log(m) = 2 atanh(s), s = (m-1)/(m+1), |s| <= .1716; the minimax series of
	// fdlibm's log.
	f := m - 1
	s := f / (2 + f)
	s2 := float64(s * s)
	s4 := float64(s2 * s2)
	t1 := float64(s2 * (6.666666666666735130e-01 + float64(s4*(2.857142874366239149e-01+float64(s4*(1.818357216161805012e-01+float64(s4*1.479819860511658591e-01)))))))
	t2 := float64(s4 * (3.999999999940941908e-01 + float64(s4*(2.222219843214978396e-01+float64(s4*1.531383769920937332e-01)))))
	r := t1 + t2
	half := float64(0.5 * f * f)
	k := float64(e)
	return float64(k*6.93147180369123816490e-01) - ((half - (float64(s*(half+r)) + float64(k*1.90821492927058770002e-10))) - f)
}

// LogNear returns the natural logarithm of x in [.5, 2], within 4e-16 absolute
// plus 4e-16 relative: 2 atanh((x-1)/(x+1)) by the series of Log, without taking
// the number apart.
func LogNear(x float64) float64 {
	if x < math.Sqrt2/2 || x > math.Sqrt2 {
		return Log(x)
	}
	f := x - 1
	s := f / (2 + f)
	s2 := float64(s * s)
	s4 := float64(s2 * s2)
	t1 := float64(s2 * (6.666666666666735130e-01 + float64(s4*(2.857142874366239149e-01+float64(s4*(1.818357216161805012e-01+float64(s4*1.479819860510658591e-01)))))))
	t2 := float64(s4 * (3.999999999940941908e-01 + float64(s4*(2.222219843214978396e-01+float64(s4*1.531383769920937332e-01)))))
	half := float64(0.5 * f * f)
	return f - (half - float64(s*(half+t1+t2)))
}

// Pow returns x to the y for x >= 0; 0 to a positive power is 0.
func Pow(x, y float64) float64 {
	if x <= 0 {
		if y == 0 {
			return 1
		}
		return 0
	}
	return Exp(float64(y * Log(x)))
}

// Logistic returns 1 / (1 + exp(-x)).
func Logistic(x float64) float64 { return 1 / (1 + Exp(-x)) }
