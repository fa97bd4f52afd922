package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

// shares is ShareOut.
func shares() {
	TEXT("shareAVX2", attr.NOSPLIT|attr.NOFRAME, "func(held *uint64, gate *float64, skill *float64, bytes int, groups int, supply *float64, tools int, week *float64, table *[512]float64)")
	Pragma("noescape")
	Doc("shareAVX2 is ShareOut for so many groups of people, whose columns stand so many bytes apart.")
	held := Load(Param("held"), GP64())
	gate := Load(Param("gate"), GP64())
	skill := Load(Param("skill"), GP64())
	next := Load(Param("bytes"), GP64())
	groups := Load(Param("groups"), GP64())
	week := Load(Param("week"), GP64())
	table := Load(Param("table"), GP64())
	Label("group")
	x := both(Mem{Base: held}, product(Mem{Base: gate}, take(Mem{Base: skill})))
	square := product(x, x)
	power := smaller(quotient(lanesOf(1), product(square, square)), number(1e200))
	able := both(where(x, over, nothing()), lanesOf(1))
	tool := Load(Param("supply"), GP64())
	tools := Load(Param("tools"), GP64())
	Label("tool")
	inputs := sum(product(supply.of(tool, "weight"), power), take(supply.of(tool, "rest")))
	share := product(inverseFourthRoot(inputs, table), product(supply.of(tool, "alive"), able))
	VMOVUPD(share, toolWeek.of(week, "share"))
	ADDQ(U32(supply.bytes), tool)
	ADDQ(U32(toolWeek.bytes), week)
	DECQ(tools)
	JNZ(LabelRef("tool"))
	ADDQ(next, held)
	ADDQ(next, gate)
	ADDQ(next, skill)
	DECQ(groups)
	JNZ(LabelRef("group"))
	VZEROUPPER()
	RET()
}
