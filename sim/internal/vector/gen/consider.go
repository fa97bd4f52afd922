package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// consider is Consider.
func consider() {
	TEXT("considerAVX2", attr.NOSPLIT|attr.NOFRAME, "func(clocks *float64, use *float64, tools int, groups int, around *float64, n int) uint64")
	Pragma("noescape")
	Doc("considerAVX2 is Consider for so many groups of people and tools.")
	clocksOf := Load(Param("clocks"), GP64())
	useOf := Load(Param("use"), GP64())
	nextClock := Load(Param("tools"), GP64())
	nextUse := GP64()
	IMUL3Q(U32(toolUse.bytes), nextClock, nextUse)
	IMUL3Q(U32(clocks.bytes), nextClock, nextClock)
	around := Load(Param("around"), GP64())
	result, bit := GP64(), GP64()
	XORQ(result, result)
	MOVQ(U32(1), bit)
	zero := nothing()

	Label("tool")
	field := func(i int) Mem { return Mem{Base: around, Disp: 8 * i} }
	manager, ofTeam, team, ofFirm, firm := all(field(0)), all(field(1)), all(field(2)), all(field(3)), all(field(4))
	clock, use, groups := GP64(), GP64(), GP64()
	MOVQ(clocksOf, clock)
	MOVQ(useOf, use)
	Load(Param("groups"), groups)
	out := nothing()
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
	// The tool's bit where any clock has run out.
	lanes, mine := GP32(), GP64()
	VMOVMSKPD(out, lanes)
	XORQ(mine, mine)
	TESTL(lanes, lanes)
	CMOVQNE(bit, mine)
	ORQ(mine, result)
	SHLQ(U8(1), bit)
	ADDQ(U8(40), around)
	ADDQ(U32(clocks.bytes), clocksOf)
	ADDQ(U32(toolUse.bytes), useOf)
	DECQ(param("n"))
	JNZ(LabelRef("tool"))
	VZEROUPPER()
	Store(result, ReturnIndex(0))
	RET()
}

// anywhere returns whether a mask is set in any lane.
func anywhere(mask reg.VecVirtual) {
	bits := GP32()
	VMOVMSKPD(mask, bits)
	VZEROUPPER()
	set := GP8()
	TESTL(bits, bits)
	SETNE(set)
	Store(set, ReturnIndex(0))
	RET()
}
