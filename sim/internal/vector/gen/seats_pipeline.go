package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// move is Move.
func move() {
	at, n := kernel("moveAVX2", "stages int, k *float64, sum *float64, table *[64]uint64)", "is Move for so many times four seats.")
	k := Load(Param("k"), GP64())
	terms := terms{"skill", "skillToday", "effort", "engagement", "creation", "rampStart", "dip", "win", "loss", "noDecision"}
	term := func(name string) reg.VecVirtual { return terms.of(k, name) }
	table := Load(Param("table"), GP64())
	first, second := nothing(), nothing()
	each()
	// What is created.
	log := sum(product(term("skill"), less(take(seats.of(at, "skill")), term("skillToday"))), product(term("effort"), less(take(seats.of(at, "engagement")), term("engagement"))))
	quality := exponential(sum(seats.of(at, "effort"), log), table)
	rate := product(quality, product(seats.of(at, "growth"), take(seats.of(at, "baseRate"))))
	rate = product(rate, term("creation"))
	rate = product(rate, rampFactor(take(seats.of(at, "ramped")), term("rampStart")))
	rate = product(rate, sum(seats.of(at, "creation"), one()))
	held := take(seats.of(at, "held"))
	left := less(one(), product(seats.of(at, "fumble"), term("dip")))
	created := both(held, product(rate, left))
	faster := less(one(), seats.of(at, "cycle"))
	speed := both(held, smaller(quotient(left, faster), seats.of(at, "fastest")))
	cycle := both(held, product(seats.of(at, "cycleWeeks"), faster))
	// The stages, and the last of them.
	stock, stages := GP64(), GP64()
	LEAQ(seats.of(at, "stock0"), stock)
	Load(Param("stages"), stages)
	enters, arrives, dropped, open := YMM(), nothing(), nothing(), nothing()
	VMOVAPD(created, enters)
	DECQ(stages)
	JZ(LabelRef("last"))
	Label("stage")
	here := sum(Mem{Base: stock}, enters)
	VXORPD(enters, enters, enters)
	leaves := product(here, speed)
	moved, gone := product(seats.of(at, "advance"), leaves), product(seats.of(at, "lose"), leaves)
	here = sum(arrives, less(here, sum(moved, gone)))
	put(here, Mem{Base: stock})
	VADDPD(here, open, open)
	VADDPD(gone, dropped, dropped)
	VMOVAPD(moved, arrives)
	ADDQ(U8(laneBytes), stock)
	DECQ(stages)
	JNZ(LabelRef("stage"))
	Label("last")
	here = sum(Mem{Base: stock}, enters)
	decided := product(seats.of(at, "decide"), product(here, speed))
	here = sum(arrives, less(here, decided))
	put(here, Mem{Base: stock})
	open = both(held, sum(open, here))
	// What is decided.
	addUp(first, created, decided, dropped, func() reg.VecVirtual {
		loss := product(less(one(), seats.of(at, "win")), term("loss"))
		none := product(less(one(), seats.of(at, "noDecision")), term("noDecision"))
		per := both(held, quotient(decided, sum(sum(loss, term("win")), none)))
		mean := product(per, term("win"))
		put(mean, seats.of(at, "mean"))
		value := product(seats.of(at, "dealMean"), sum(seats.of(at, "dealValue"), one()))
		put(value, seats.of(at, "value"))
		addUp(second, product(none, per), product(mean, value), open, cycle)
		return product(loss, per)
	}())
	next(at, n)
	to := Load(Param("sum"), GP64())
	put(first, Mem{Base: to})
	put(second, Mem{Base: to, Disp: laneBytes})
	end()
}

// stir returns x ^ x >> shift.
func stir(x reg.VecVirtual, shift uint8) reg.VecVirtual {
	out := YMM()
	VPSRLQ(U8(shift), x, out)
	VPXOR(x, out, out)
	return out
}

// times returns the low 64 bits of x times a constant: of the halves' products, all
// but the highest.
func times(x reg.VecVirtual, by uint64) reg.VecVirtual {
	high, cross, out := YMM(), YMM(), YMM()
	VPSRLQ(U8(32), x, high)
	VPMULUDQ(words(by), high, high)
	VPMULUDQ(words(by>>32), x, cross)
	VPADDQ(high, cross, cross)
	VPSLLQ(U8(32), cross, cross)
	VPMULUDQ(words(by), x, out)
	VPADDQ(cross, out, out)
	return out
}

// whole turns whole numbers below 2^53 into floating ones: each half is put into the
// low bits of a power of two, which is then taken away.
func whole(x reg.VecVirtual) reg.VecVirtual {
	high, low := YMM(), YMM()
	VPSRLQ(U8(32), x, high)
	VPOR(words(0x4530000000000000), high, high)           // 2^84
	VPBLENDD(U8(0xaa), words(0x4330000000000000), x, low) // 2^52
	return sum(less(high, number(0x1p84+0x1p52)), low)
}
