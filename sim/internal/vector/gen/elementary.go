package main

import (
	"math"

	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// exp is Exp.
func exp() {
	TEXT("expAVX2", attr.NOSPLIT|attr.NOFRAME, "func(numbers *float64, groups int, table *[64]uint64)")
	Pragma("noescape")
	Doc("expAVX2 replaces four times so many numbers by e to them.")
	at := Load(Param("numbers"), GP64())
	groups := Load(Param("groups"), GP64())
	table := Load(Param("table"), GP64())
	Label("exp")
	VMOVUPD(exponential(take(Mem{Base: at}), table), Mem{Base: at})
	ADDQ(U8(laneBytes), at)
	DECQ(groups)
	JNZ(LabelRef("exp"))
	VZEROUPPER()
	RET()
}

// exponential is numeric.Exp.
func exponential(x reg.VecVirtual, table reg.Register) reg.VecVirtual {
	x = larger(x, number(-700)) // and what is not a number
	x = smaller(x, number(700))
	shifted := sum(number(0x1.8p52), product(number(64/math.Ln2), x))
	n := less(shifted, number(0x1.8p52))
	r := less(x, product(number(0x1.62e42f8p-7), n))
	r = less(r, product(number(0x1.be8e7bcd5e4f2p-33), n))
	p := horner(r, 1, .5, 1.0/6, 1.0/24, 1.0/120)
	p = product(p, r)
	step, octave := YMM(), YMM()
	VPAND(words(63), shifted, step)
	scale := look(table, step)
	VPSRLQ(U8(6), shifted, octave)
	VPSLLQ(U8(52), octave, octave)
	VPADDQ(octave, scale, scale)
	return sum(scale, product(scale, p))
}

// inverseFourthRoot is numeric.InverseFourthRoot.
func inverseFourthRoot(x reg.VecVirtual, table reg.Register) reg.VecVirtual {
	cell, power := YMM(), YMM()
	VPSRLQ(U8(45), x, cell)
	VPAND(words(511), cell, cell)
	VPSRLQ(U8(54), x, power)
	bias := YMM()
	VMOVDQU(words(1023+256), bias)
	VPSUBQ(power, bias, power)
	VPSLLQ(U8(52), power, power)
	y := product(look(table, cell), power)
	y2 := product(y, y)
	r := less(lanesOf(1), product(x, product(y2, y2)))
	p := horner(r, 1.0/4, 5.0/32, 15.0/128, 195.0/2048, 663.0/8192, 4641.0/65536)
	p = product(p, r)
	return sum(y, product(y, p))
}
