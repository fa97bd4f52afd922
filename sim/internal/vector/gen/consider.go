package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// consider is Consider.
func consider() {
	TEXT("considerAVX2", attr.NOSPLIT|attr.NOFRAME, "func(clocks *float64, use *float64, tools int, groups int, around *float64) bool")
	Pragma("noescape")
	Doc("considerAVX2 is Consider for so many groups of people.")
	clock := Load(Param("clocks"), GP64())
	use := Load(Param("use"), GP64())
	groups := Load(Param("groups"), GP64())
	nextClock := Load(Param("tools"), GP64())
	nextUse := GP64()
	IMUL3Q(U32(toolUse.bytes), nextClock, nextUse)
	IMUL3Q(U32(clocks.bytes), nextClock, nextClock)
	at := Load(Param("around"), GP64())
	field := func(i int) Mem { return Mem{Base: at, Disp: 8 * i} }
	manager, ofTeam, team, ofFirm, firm := all(field(0)), all(field(1)), all(field(2)), all(field(3)), all(field(4))
	zero, out := nothing(), nothing()
	Label("group")
	self := take(toolUse.of(use, "active"))
	share := sum(product(ofTeam, less(team, self)), manager)
	share = sum(product(ofFirm, larger(zero, less(firm, self))), share)
	hazard := sum(product(clocks.of(clock, "others"), share), take(clocks.of(clock, "own")))
	left := less(take(clocks.of(clock, "left")), product(clocks.of(clock, "pace"), hazard))
	VMOVUPD(left, clocks.of(clock, "left"))
	VORPD(where(left, atMost, zero), out, out)
	ADDQ(nextClock, clock)
	ADDQ(nextUse, use)
	DECQ(groups)
	JNZ(LabelRef("group"))
	any(out)
}

// any returns whether a mask is set in any lane.
func any(mask reg.VecVirtual) {
	bits := GP32()
	VMOVMSKPD(mask, bits)
	VZEROUPPER()
	set := GP8()
	TESTL(bits, bits)
	SETNE(set)
	Store(set, ReturnIndex(0))
	RET()
}
