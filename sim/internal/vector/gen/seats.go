package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// seats are the columns of Seats, in their order.
var seats = recordOf("held",
	"stock0", "stock1", "stock2", "stock3", "stock4", "stock5",
	"baseRate", "growth", "logTerritory", "ramped", "effort", "hours", "selling", "lessons",
	"skill", "gate", "engagement", "drive", "compliance", "quarter",
	"sellingTime", "creation", "win", "noDecision", "cycle", "dealValue", "ramp", "retention",
	"burden", "net", "fumble",
	"advance", "lose", "decide", "fastest", "dealMean", "cycleWeeks", "pay",
	"key", "luck", "mean", "value", "none", "won", "drawn", "revenue",
	"quota", "yearSales", "quarterSales", "tenure", "age", "rampWeeks", "savvy", "qualified", "rating",
	"voluntary", "letGo", "replaced", "volRate", "letRate")

// terms is where the fields of a structure of single numbers stand.
type terms []string

// of reads a field of the structure at an address into every lane.
func (r terms) of(at reg.Register, name string) reg.VecVirtual {
	for i, n := range r {
		if n == name {
			return all(Mem{Base: at, Disp: 8 * i})
		}
	}
	panic("no field " + name)
}

// kernel begins a function that goes over some seats, from the first on, with a
// structure of terms and, where there is one, another of sums.
func kernel(name, arguments, doc string) (at, n reg.GPVirtual) {
	TEXT(name, attr.NOSPLIT|attr.NOFRAME, "func(seats *uint64, n int, "+arguments)
	Pragma("noescape")
	Doc(name + " " + doc)
	at, n = GP64(), GP64()
	Load(Param("seats"), at)
	Load(Param("n"), n)
	return at, n
}

// each begins what is done to each four seats.
func each() { Label("four") }

// next goes on to the next four seats, as long as there are any.
func next(at, n reg.GPVirtual) {
	ADDQ(U32(seats.bytes), at)
	DECQ(n)
	JNZ(LabelRef("four"))
}

// end ends a function that returns nothing.
func end() {
	VZEROUPPER()
	RET()
}

// put writes four numbers.
func put(x reg.VecVirtual, to Mem) { VMOVUPD(x, to) }

// one returns 1 in every lane.
func one() reg.VecVirtual { return lanesOf(1) }

// More comparisons.
const (
	differs = 4  // true where a number is not one
	atLeast = 29 // false where a number is not one
)

// ofSeats turns four columns into the rows of four seats.
func ofSeats(a, b, c, d reg.VecVirtual) (rows [4]reg.VecVirtual) {
	ab, cd := [2]reg.VecVirtual{YMM(), YMM()}, [2]reg.VecVirtual{YMM(), YMM()}
	VUNPCKLPD(b, a, ab[0])
	VUNPCKHPD(b, a, ab[1])
	VUNPCKLPD(d, c, cd[0])
	VUNPCKHPD(d, c, cd[1])
	for i := range rows {
		rows[i] = YMM()
		VPERM2F128(U8(0x20+i/2*0x11), cd[i%2], ab[i%2], rows[i])
	}
	return rows
}

// addUp adds four columns to four sums, in the order of seats.
func addUp(sums, a, b, c, d reg.VecVirtual) {
	for _, row := range ofSeats(a, b, c, d) {
		VADDPD(row, sums, sums)
	}
}

// logNear is numeric.LogNear between the square roots of one half and of two.
func logNear(x reg.VecVirtual) reg.VecVirtual {
	f := less(x, number(1))
	s := quotient(f, sum(number(2), f))
	s2 := product(s, s)
	s4 := product(s2, s2)
	t1 := product(s2, horner(s4, 6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860510658591e-01))
	t2 := product(s4, horner(s4, 3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01))
	half := product(f, product(number(.5), f))
	return less(f, less(half, product(s, sum(t2, sum(t1, half)))))
}

// rampFactor is RampFactor.
func rampFactor(done, start reg.VecVirtual) reg.VecVirtual {
	rising := sum(start, product(done, less(one(), start)))
	return choose(where(done, atLeast, number(1)), number(1), rising)
}
