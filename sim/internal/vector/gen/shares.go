package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

// shares is ShareOut.
func shares() {
	TEXT("shareAVX2", attr.NOSPLIT|attr.NOFRAME, "func(held *uint64, groups int, supply *float64, tools int, shares *float64, table *[512]float64)")
	Pragma("noescape")
	Doc("shareAVX2 is ShareOut for so many groups of people.")
	held := Load(Param("held"), GP64())
	groups := Load(Param("groups"), GP64())
	out := Load(Param("shares"), GP64())
	table := Load(Param("table"), GP64())
	Label("group")
	x := both(seats.of(held, "held"), product(seats.of(held, "gate"), take(seats.of(held, "skill"))))
	square := product(x, x)
	power := smaller(quotient(lanesOf(1), product(square, square)), number(1e200))
	able := both(where(x, over, nothing()), lanesOf(1))
	tool := Load(Param("supply"), GP64())
	tools := Load(Param("tools"), GP64())
	Label("tool")
	inputs := sum(product(supply.of(tool, "weight"), power), take(supply.of(tool, "rest")))
	share := product(inverseFourthRoot(inputs, table), product(supply.of(tool, "alive"), able))
	VMOVUPD(share, Mem{Base: out})
	ADDQ(U32(supply.bytes), tool)
	ADDQ(U8(laneBytes), out)
	DECQ(tools)
	JNZ(LabelRef("tool"))
	ADDQ(U32(seats.bytes), held)
	DECQ(groups)
	JNZ(LabelRef("group"))
	VZEROUPPER()
	RET()
}
