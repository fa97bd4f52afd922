package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// deal is Close, but for the deals that it leaves; it goes from the last seats to
// the first.
func deal() {
	at, n := kernel("dealAVX2", "twin *uint64, luck uint64, values uint64, step uint64, table *[64]uint64, deals *float64, sum *float64) (left uint64)",
		"is Close for so many times four seats, from the last of them to the first; it returns the seats whose deals are left to be drawn.")
	table, deals := Load(Param("table"), GP64()), Load(Param("deals"), GP64())
	left, some, twin, alike := GP64(), GP64(), GP64(), GP64()
	Load(Param("twin"), twin)
	XORQ(left, left)
	total := nothing()
	each()
	// The same people in the twin, who have lived the week, had the same number.
	luck := YMM()
	XORQ(alike, alike)
	TESTQ(twin, twin)
	JZ(LabelRef("luck"))
	same := take(seats.of(at, "key"))
	VPCMPEQQ(seats.of(twin, "key"), same, same)
	VMOVMSKPD(same, alike.As32())
	CMPQ(alike, U8(15))
	JNE(LabelRef("luck"))
	VMOVUPD(seats.of(twin, "luck"), luck)
	JMP(LabelRef("lucky"))
	Label("luck")
	bits := draw(at, everywhere(param("luck")))
	VPSRLQ(U8(11), bits, bits)
	VMOVAPD(sum(number(0x1p-54), product(number(0x1p-53), whole(bits))), luck)
	Label("lucky")
	put(luck, seats.of(at, "luck"))
	mean := take(seats.of(at, "mean"))
	none := exponential(minus(mean), table)
	put(none, seats.of(at, "none"))
	won, rare := poisson(luck, mean, none)
	// Two deals for every draw, as long as anybody has any.
	drawn, before, counter := nothing(), nothing(), everywhere(param("values"))
	CMPQ(alike, U8(15))
	JNE(LabelRef("pair"))
	VMOVMSKPD(where(won, equal, seats.of(twin, "won")), some.As32())
	CMPQ(some, U8(15))
	JNE(LabelRef("pair"))
	VMOVUPD(seats.of(twin, "drawn"), drawn)
	JMP(LabelRef("drawn"))
	Label("pair")
	active := where(won, over, before)
	VMOVMSKPD(active, some.As32())
	TESTL(some.As32(), some.As32())
	JZ(LabelRef("drawn"))
	bits = draw(at, counter)
	VPADDQ(everywhere(param("step")), counter, counter)
	value, extreme := dealValue(bits, deals)
	VADDPD(both(active, value), drawn, drawn)
	VORPD(both(active, extreme), rare, rare)
	VADDPD(number(1), before, before)
	active = where(won, over, before)
	VPSLLQ(U8(32), bits, bits)
	value, extreme = dealValue(bits, deals)
	VADDPD(both(active, value), drawn, drawn)
	VORPD(both(active, extreme), rare, rare)
	VADDPD(number(1), before, before)
	JMP(LabelRef("pair"))
	Label("drawn")
	won = unless(rare, won)
	put(won, seats.of(at, "won"))
	VADDPD(won, total, total)
	put(drawn, seats.of(at, "drawn"))
	put(unless(rare, product(seats.of(at, "value"), drawn)), seats.of(at, "revenue"))
	VMOVMSKPD(rare, some.As32())
	SHLQ(U8(4), left)
	ORQ(some, left)
	SUBQ(U32(seats.bytes), at)
	TESTQ(twin, twin)
	JZ(LabelRef("next"))
	SUBQ(U32(seats.bytes), twin)
	Label("next")
	DECQ(n)
	JNZ(LabelRef("four"))
	put(total, Mem{Base: Load(Param("sum"), GP64())})
	Store(left, ReturnIndex(0))
	end()
}

// everywhere reads 64 bits into every lane.
func everywhere(from Mem) reg.VecVirtual {
	out := YMM()
	VPBROADCASTQ(from, out)
	return out
}

// draw returns random bits for each holder: random.Key.Bits.
func draw(at reg.Register, counter reg.VecVirtual) reg.VecVirtual {
	x := YMM()
	VPADDQ(seats.of(at, "key"), counter, x)
	x = stir(x, 30)
	x = times(x, 0xbf58476d1ce4e5b9)
	x = stir(x, 27)
	x = times(x, 0x94d049bb133111eb)
	return stir(x, 31)
}

// poisson is numeric.PoissonSmall, given exp(-mean); rare says where the mean or the number is too
// large for it.
func poisson(u, mean, p0 reg.VecVirtual) (won, rare reg.VecVirtual) {
	p1 := product(p0, mean)
	square := product(mean, mean)
	p2 := product(number(1.0/2), product(p0, square))
	p3 := product(number(1.0/6), product(p1, square))
	fourth := product(square, square)
	p4 := product(number(1.0/24), product(p0, fourth))
	p5 := product(number(1.0/120), product(p1, fourth))
	c1 := sum(p0, p1)
	c3 := sum(c1, sum(p2, p3))
	rare = either(where(u, over, sum(c3, sum(p4, p5))), where(mean, over, number(12)))
	won = nothing()
	for _, below := range []reg.VecVirtual{p0, c1, sum(c1, p2), c3, sum(c3, p4)} {
		VADDPD(both(number(1), where(u, over, below)), won, won)
	}
	return unless(rare, won), rare
}

// dealValue is dealValues.value; extreme says where the table ends.
func dealValue(bits reg.VecVirtual, deals reg.Register) (value, extreme reg.VecVirtual) {
	const octaves, cells = 24, 256
	// The octave is the number of leading zeros: told by the exponent of the top bits.
	tail, top, octave := YMM(), YMM(), YMM()
	VPSLLQ(U8(1), bits, tail)
	VPSRLQ(U8(64-octaves), tail, top)
	VPOR(words(0x4330000000000000), top, top) // 2^52
	top = less(top, number(0x1p52))
	VPSRLQ(U8(52), top, top)
	bias := YMM()
	VMOVDQU(words(1023+octaves-1), bias)
	VPSUBQ(top, bias, octave)
	extreme = YMM()
	bound := YMM()
	VMOVDQU(words(octaves-1), bound)
	VPCMPGTQ(bound, octave, extreme)
	VPANDN(octave, extreme, octave)
	within, shift := YMM(), YMM()
	VPADDQ(words(1), octave, shift)
	VPSLLVQ(shift, tail, within)
	// Where in the table: half, octave, cell.
	index, cell, half := YMM(), YMM(), nothing()
	VPCMPGTQ(bits, half, half)
	VPAND(words(octaves*(cells+1)), half, half)
	VPSLLQ(U8(8), octave, index)
	VPADDQ(octave, index, index)
	VPADDQ(half, index, index)
	VPSRLQ(U8(56), within, cell)
	VPADDQ(cell, index, index)
	VPSLLQ(U8(8), within, within)
	VPSRLQ(U8(11), within, within)
	rest := product(number(0x1p-53), whole(within))
	low, high := lookPairs(deals, index)
	return sum(low, product(rest, less(high, low))), extreme
}

// lookPairs returns the numbers of a table at four offsets and those after them.
func lookPairs(table reg.Register, index reg.VecVirtual) (first, second reg.VecVirtual) {
	at := offsets(index)
	var pairs [2]reg.VecVirtual
	for i := range pairs {
		low := XMM()
		VMOVUPD(Mem{Base: table, Index: at[i], Scale: 8}, low)
		pairs[i] = YMM()
		VINSERTF128(U8(1), Mem{Base: table, Index: at[i+2], Scale: 8}, low.AsY(), pairs[i])
	}
	first, second = YMM(), YMM()
	VUNPCKLPD(pairs[1], pairs[0], first)
	VUNPCKHPD(pairs[1], pairs[0], second)
	return first, second
}
