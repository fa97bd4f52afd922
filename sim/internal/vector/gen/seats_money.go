package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// split is SplitWeek, but for selling hours that are far from the usual ones, whose
// worth it leaves to be set.
func split() {
	at, n := kernel("splitAVX2", "k *float64, now float64, sum *float64) (far bool)", "is SplitWeek for so many times four seats; it reports whether what selling hours are worth is left to be set.")
	k := Load(Param("k"), GP64())
	terms := terms{"selling", "admin", "search", "least", "savable", "searchShare", "dip", "elasticity"}
	term := func(name string) reg.VecVirtual { return terms.of(k, name) }
	sums, far := nothing(), nothing()
	some := GP32()
	each()
	held := take(seats.of(at, "held"))
	saved := smaller(product(seats.of(at, "sellingTime"), term("selling")), term("savable"))
	savedAdmin := product(saved, less(one(), term("searchShare")))
	savedSearch := product(saved, term("searchShare"))
	upkeep := sum(seats.of(at, "burden"), product(seats.of(at, "fumble"), term("dip")))
	selling := sum(less(less(all(param("now")), seats.of(at, "lessons")), upkeep), sum(savedAdmin, savedSearch))
	admin, search := less(term("admin"), savedAdmin), less(term("search"), savedSearch)
	// What does not come out of selling.
	short := both(held, where(selling, under, term("least")))
	VMOVMSKPD(short, some)
	TESTL(some, some)
	JZ(LabelRef("split"))
	need := both(short, less(term("least"), selling))
	VBLENDVPD(short, term("least"), selling, selling)
	cut := both(short, smaller(need, admin))
	VSUBPD(cut, admin, admin)
	VSUBPD(cut, need, need)
	cut = both(short, smaller(need, search))
	VSUBPD(cut, search, search)
	VBLENDVPD(short, larger(less(upkeep, less(need, cut)), nothing()), upkeep, upkeep)
	Label("split")
	put(choose(held, selling, take(seats.of(at, "selling"))), seats.of(at, "selling"))
	addUp(sums, both(held, selling), both(held, admin), both(held, search), both(held, upkeep))
	// What selling hours are worth, where they changed.
	hours := take(seats.of(at, "hours"))
	changed := both(held, where(selling, differs, hours))
	VMOVMSKPD(changed, some)
	TESTL(some, some)
	JZ(LabelRef("worth"))
	x := quotient(selling, term("selling"))
	away := both(changed, either(where(x, under, number(math.Sqrt2/2)), where(x, over, number(math.Sqrt2))))
	VORPD(away, far, far)
	near := unless(away, changed)
	put(choose(near, selling, hours), seats.of(at, "hours"))
	put(choose(near, product(term("elasticity"), logNear(x)), take(seats.of(at, "effort"))), seats.of(at, "effort"))
	Label("worth")
	next(at, n)
	to := Load(Param("sum"), GP64())
	put(sums, Mem{Base: to})
	anywhere(far)
}

// same is SameWeek, but for what selling hours are worth.
func same() {
	at, n := kernel("sameAVX2", "selling float64) (changed bool)", "gives those who work in so many times four seats the same selling hours; it reports whether they changed for any.")
	selling := all(param("selling"))
	changed := nothing()
	each()
	held := take(seats.of(at, "held"))
	put(choose(held, selling, take(seats.of(at, "selling"))), seats.of(at, "selling"))
	VORPD(both(held, where(selling, differs, seats.of(at, "hours"))), changed, changed)
	next(at, n)
	anywhere(changed)
}

// gathered reads four numbers that were written one by one: waiting for all of them at
// once would take longer.
func gathered(from reg.Register) reg.VecVirtual {
	low, high, out := XMM(), XMM(), YMM()
	VMOVSD(Mem{Base: from}, low)
	VMOVHPD(Mem{Base: from, Disp: 8}, low, low)
	VMOVSD(Mem{Base: from, Disp: 16}, high)
	VMOVHPD(Mem{Base: from, Disp: 24}, high, high)
	VINSERTF128(U8(1), high, low.AsY(), out)
	return out
}

// keep is Keep; it returns the number of quota holders.
func keep() {
	at, n := kernel("keepAVX2", "past *float64, k *float64, sum *float64) (holders int)", "is Keep for so many times four seats; it returns how many have a quota for a year.")
	past := Load(Param("past"), GP64())
	k, terms := Load(Param("k"), GP64()), terms{"rampStart", "commission", "year"}
	to := Load(Param("sum"), GP64())
	sums := gathered(to)
	holders, some := GP64(), GP64()
	XORQ(holders, holders)
	each()
	held := take(seats.of(at, "held"))
	revenue := take(seats.of(at, "revenue"))
	pay := take(seats.of(at, "pay"))
	ramping := product(pay, less(one(), rampFactor(take(seats.of(at, "ramped")), terms.of(k, "rampStart"))))
	paid := sum(less(pay, ramping), product(revenue, terms.of(k, "commission")))
	tenure := take(seats.of(at, "tenure"))
	last := unless(where(tenure, under, terms.of(k, "year")), Mem{Base: past})
	put(revenue, Mem{Base: past})
	sales := sum(seats.of(at, "yearSales"), both(held, less(revenue, last)))
	put(sales, seats.of(at, "yearSales"))
	put(sum(seats.of(at, "quarterSales"), both(held, revenue)), seats.of(at, "quarterSales"))
	holds := both(held, where(sum(number(1), tenure), atLeast, terms.of(k, "year")))
	VMOVMSKPD(holds, some.As32())
	POPCNTQ(some, some)
	ADDQ(some, holders)
	reached := choose(less(sales, seats.of(at, "quota")), nothing(), one())
	addUp(sums, both(held, revenue), both(held, ramping), both(held, paid), both(holds, reached))
	ADDQ(U8(laneBytes), past)
	next(at, n)
	put(sums, Mem{Base: to})
	Store(holders, ReturnIndex(0))
	end()
}
