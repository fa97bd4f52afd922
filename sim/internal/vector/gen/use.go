package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// use is UseTools, of which useOf is the twin; the names are the same.
func use() {
	TEXT("useAVX2", attr.NOSPLIT|attr.NOFRAME, "func(four *uint64, groups int, rates *float64, terms *float64, tools int, live *int, lives int, use *float64, shares *float64, week *float64, sums *float64) bool")
	Pragma("noescape")
	Doc("useAVX2 is UseTools for so many groups of people.")
	four := Load(Param("four"), GP64())
	r := Load(Param("rates"), GP64())
	terms := Load(Param("terms"), GP64())
	live := Load(Param("live"), GP64())
	use := Load(Param("use"), GP64())
	shares := Load(Param("shares"), GP64())
	week := Load(Param("week"), GP64())
	rejects := nothing()

	Label("group")
	mandated := both(seats.of(four, "held"), product(useRates.of(r, "mandate"), take(seats.of(four, "compliance"))))
	at := GP64()
	XORQ(at, at)
	Label("tool")
	k, t, tool, w := GP64(), GP64(), GP64(), GP64()
	MOVQ(Mem{Base: live, Index: at, Scale: 8}, k)
	toolAt(k, t, use, &toolUse)
	toolAt(k, tool, terms, &toolTerms)
	toolAt(k, w, week, &toolWeek)
	SHLQ(U8(5), k)
	useOne(r, t, tool, w, Mem{Base: shares, Index: k, Scale: 1}, mandated, rejects)
	INCQ(at)
	CMPQ(at, param("lives"))
	JL(LabelRef("tool"))

	sums := Load(Param("sums"), GP64())
	TESTQ(sums, sums)
	JZ(LabelRef("alone"))
	together(four, live, terms, use, week, sums)
	Label("alone")

	next := Load(Param("tools"), GP64())
	step := GP64()
	IMUL3Q(U32(toolUse.bytes), next, step)
	ADDQ(step, use)
	SHLQ(U8(5), next)
	ADDQ(next, shares)
	ADDQ(U32(seats.bytes), four)
	DECQ(param("groups"))
	JNZ(LabelRef("group"))
	any(rejects)
}

// toolAt leaves in to the address of what stands for tool k from an address on.
func toolAt(k, to reg.GPVirtual, from reg.Register, r *record) reg.Register {
	IMUL3Q(U32(r.bytes), k, to)
	ADDQ(from, to)
	return to
}

// useOne is a week of one tool.
func useOne(r, t, tool, week reg.Register, given Mem, mandated, rejects reg.VecVirtual) {
	one := func() reg.VecVirtual { return lanesOf(1) }
	rate := func(name string) Mem { return useRates.of(r, name) }
	skill0 := take(toolUse.of(t, "skill"))
	active := take(toolUse.of(t, "active"))
	use0 := take(toolUse.of(t, "use"))
	belief0 := take(toolUse.of(t, "belief"))
	upkeep := product(toolUse.of(t, "upkeep"), less(one(), product(rate("saves"), skill0)))
	// Use: towards the best response to the benefit believed in.
	benefit := larger(sum(toolTerms.of(tool, "reward"), belief0), rate("leastBenefit"))
	costly := quotient(product(rate("best"), upkeep), sum(benefit, benefit))
	target := larger(product(rate("best"), less(one(), costly)), nothing())
	target = choose(take(rate("byBenefit")), target, take(rate("aim")))
	use := sum(use0, product(rate("adjust"), less(product(target, active), use0)))
	idle := both(where(active, equal, nothing()), where(use0, under, rate("unused")))
	relative := product(rate("inverseBest"), use)
	d := less(one(), relative)
	f := unless(idle, less(one(), product(d, d)))
	use = unless(idle, use)
	VMOVUPD(use, toolUse.of(t, "use"))
	logged := larger(use, mandated)
	VMOVUPD(logged, toolUse.of(t, "logged"))
	// Belief: towards what is experienced.
	share := take(given)
	experienced := product(product(toolTerms.of(tool, "wiifm"), skill0), sum(rate("benefitShare"), product(rate("otherShare"), share)))
	belief := sum(belief0, product(product(rate("believe"), less(experienced, belief0)), active))
	VMOVUPD(choose(idle, belief0, belief), toolUse.of(t, "belief"))
	gained := product(experienced, f)
	// Proficiency: learning by use, fading with disuse.
	practice := smaller(one(), product(rate("practice"), relative))
	attainable0 := take(toolUse.of(t, "attainable"))
	attainable := sum(attainable0, product(toolTerms.of(tool, "help"), less(one(), attainable0)))
	skill := sum(skill0, product(rate("learn"), product(practice, less(attainable, skill0))))
	skill = less(skill, product(rate("fade"), product(less(one(), practice), skill)))
	skill = choose(idle, less(skill0, product(rate("fade"), skill0)), skill)
	VMOVUPD(skill, toolUse.of(t, "skill"))
	VMOVUPD(product(product(skill, f), share), toolWeek.of(week, "realised"))
	// Burden, and rejection by it.
	cost := product(upkeep, choose(take(rate("burdenOfMandate")), logged, use))
	VMOVUPD(cost, toolWeek.of(week, "cost"))
	net := less(cost, gained)
	VMOVUPD(net, toolWeek.of(week, "net"))
	hurts := larger(less(net, product(toolTerms.of(tool, "reward"), f)), nothing())
	routine := take(toolUse.of(t, "routine"))
	left := less(take(toolUse.of(t, "rejection")), product(product(rate("reject"), hurts), routine))
	VMOVUPD(left, toolUse.of(t, "rejection"))
	ends := either(where(left, atMost, nothing()), where(use, under, rate("dropped")))
	ends = both(rate("rejected"), both(where(routine, equal, one()), ends))
	VORPD(ends, rejects, rejects)
	// Being new to the tool, where anybody is.
	fumble := nothing()
	newness := take(toolUse.of(t, "newness"))
	isNew := both(where(newness, over, nothing()), where(logged, over, nothing()))
	some := GP32()
	VMOVMSKPD(isNew, some)
	TESTL(some, some)
	JZ(LabelRef("settled"))
	clumsy := product(product(logged, less(one(), quotient(skill, attainable0))), newness)
	VMOVUPD(both(clumsy, isNew), fumble)
	settling := product(rate("settleIn"), newness)
	settling = unless(where(settling, under, rate("settled")), settling)
	VMOVUPD(choose(isNew, settling, newness), toolUse.of(t, "newness"))
	Label("settled")
	VMOVUPD(fumble, toolWeek.of(week, "fumble"))
}

// together joins the live tools within each channel and sums up.
func together(four, live, terms, use, week, sums reg.Register) {
	lives := param("lives")
	at, k, t, tool, w := GP64(), GP64(), GP64(), GP64(), GP64()

	var left [8]reg.VecVirtual
	for i := range left {
		left[i] = lanesOf(1)
	}
	XORQ(at, at)
	Label("channels")
	MOVQ(Mem{Base: live, Index: at, Scale: 8}, k)
	toolAt(k, tool, terms, &toolTerms)
	toolAt(k, w, week, &toolWeek)
	realised := take(toolWeek.of(w, "realised"))
	for i, name := range toolTerms.names[4:] {
		VMULPD(less(lanesOf(1), product(toolTerms.of(tool, name), realised)), left[i], left[i])
	}
	INCQ(at)
	CMPQ(at, lives)
	JL(LabelRef("channels"))
	for i, name := range []string{"sellingTime", "creation", "win", "noDecision", "cycle", "dealValue", "ramp", "retention"} {
		put(less(lanesOf(1), left[i]), seats.of(four, name))
	}

	burden, net, fumble, used, logged, proficiency, quality := nothing(), nothing(), nothing(), nothing(), nothing(), nothing(), nothing()
	XORQ(at, at)
	Label("sums")
	MOVQ(Mem{Base: live, Index: at, Scale: 8}, k)
	toolAt(k, t, use, &toolUse)
	toolAt(k, tool, terms, &toolTerms)
	toolAt(k, w, week, &toolWeek)
	VADDPD(toolWeek.of(w, "cost"), burden, burden)
	VADDPD(toolWeek.of(w, "net"), net, net)
	VMAXPD(fumble, take(toolWeek.of(w, "fumble")), fumble)
	benefit := take(toolUse.of(t, "use"))
	VADDPD(benefit, used, used)
	VADDPD(toolUse.of(t, "logged"), logged, logged)
	VADDPD(toolUse.of(t, "skill"), proficiency, proficiency)
	VADDPD(product(toolTerms.of(tool, "data"), benefit), quality, quality)
	INCQ(at)
	CMPQ(at, lives)
	JL(LabelRef("sums"))
	put(burden, seats.of(four, "burden"))
	put(net, seats.of(four, "net"))
	put(fumble, seats.of(four, "fumble"))

	number := XMM()
	VXORPD(number, number, number)
	VCVTSI2SDQ(lives, number, number)
	tools := YMM()
	VBROADCASTSD(number, tools)
	mean := Mem{Base: week}
	put(quotient(used, tools), mean)
	total := take(Mem{Base: sums})
	addUp(total, used, logged, proficiency, quality)
	put(total, Mem{Base: sums})
	// A quarter is a lane; who is in another one adds 0 there.
	bySavvy, counts := take(Mem{Base: sums, Disp: laneBytes}), take(Mem{Base: sums, Disp: 2 * laneBytes})
	table := GP64()
	LEAQ(quarters(), table)
	for i := range 4 {
		quarter := GP64()
		MOVQ(lane(seats.of(four, "quarter"), i), quarter)
		SHLQ(U8(5), quarter)
		mine := take(Mem{Base: table, Index: quarter, Scale: 1})
		VADDPD(both(mine, all(lane(mean, i))), bySavvy, bySavvy)
		VADDPD(both(both(mine, all(lane(seats.of(four, "held"), i))), lanesOf(1)), counts, counts)
	}
	put(bySavvy, Mem{Base: sums, Disp: laneBytes})
	put(counts, Mem{Base: sums, Disp: 2 * laneBytes})
}

// lane is where one of four numbers stands.
func lane(m Mem, i int) Mem {
	m.Disp += 8 * i
	return m
}

// quarters are masks of one lane each.
func quarters() Mem {
	m := GLOBL("quarters", attr.RODATA|attr.NOPTR)
	for i := range 16 {
		bits := uint64(0)
		if i%5 == 0 {
			bits = ^uint64(0)
		}
		DATA(8*i, U64(bits))
	}
	return m
}
