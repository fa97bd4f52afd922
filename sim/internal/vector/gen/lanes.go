package main

import (
	"math"
	"strconv"

	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const laneBytes = 32 // four numbers of 8 bytes

// constants are the numbers that kernels read, each four times over.
var constants = map[uint64]Mem{}

// words returns four times the same 64 bits.
func words(bits uint64) Mem {
	if m, ok := constants[bits]; ok {
		return m
	}
	m := GLOBL("lanes_"+strconv.FormatUint(bits, 16), attr.RODATA|attr.NOPTR)
	for i := 0; i < 4; i++ {
		DATA(8*i, U64(bits))
	}
	constants[bits] = m
	return m
}

// number returns four times the same number.
func number(x float64) Mem { return words(math.Float64bits(x)) }

// product returns a x b.
func product(a Op, b reg.VecVirtual) reg.VecVirtual {
	out := YMM()
	VMULPD(a, b, out)
	return out
}

// sum returns a + b.
func sum(a Op, b reg.VecVirtual) reg.VecVirtual {
	out := YMM()
	VADDPD(a, b, out)
	return out
}

// less returns a - b.
func less(a reg.VecVirtual, b Op) reg.VecVirtual {
	out := YMM()
	VSUBPD(b, a, out)
	return out
}

// lanesOf returns four times the same number in a register.
func lanesOf(x float64) reg.VecVirtual {
	out := YMM()
	VMOVUPD(number(x), out)
	return out
}

// horner returns c0 + x (c1 + x (c2 + ...)).
func horner(x reg.VecVirtual, c ...float64) reg.VecVirtual {
	out := product(number(c[len(c)-1]), x)
	for i := len(c) - 2; i > 0; i-- {
		out = product(sum(number(c[i]), out), x)
	}
	return sum(number(c[0]), out)
}

// look returns the words of a table at four offsets of 8 bytes, one by one: faster
// than the instruction that gathers, which takes many steps.
func look(table reg.Register, index reg.VecVirtual) reg.VecVirtual {
	upper, low, high, out := XMM(), XMM(), XMM(), YMM()
	var at [4]reg.GPVirtual
	for i := range at {
		at[i] = GP64()
	}
	VEXTRACTI128(U8(1), index, upper)
	VMOVQ(index.AsX(), at[0])
	VPEXTRQ(U8(1), index.AsX(), at[1])
	VMOVQ(upper, at[2])
	VPEXTRQ(U8(1), upper, at[3])
	entry := func(i int) Mem { return Mem{Base: table, Index: at[i], Scale: 8} }
	VMOVSD(entry(0), low)
	VMOVHPD(entry(1), low, low)
	VMOVSD(entry(2), high)
	VMOVHPD(entry(3), high, high)
	VINSERTF128(U8(1), high, low.AsY(), out)
	return out
}
