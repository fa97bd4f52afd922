package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// use is UseTools, of which useOf is the twin; the names are the same.
func use() {
	TEXT("useAVX2", attr.NOSPLIT|attr.NOFRAME, "func(held *uint64, compliance *float64, usage *float64, bytes int, groups int, rates *float64, terms *float64, tools int, live *int, lives int, use *float64, week *float64) bool")
	Pragma("noescape")
	Doc("useAVX2 is UseTools for so many groups of people, whose columns stand so many bytes apart.")
	r := Load(Param("rates"), GP64())
	terms := Load(Param("terms"), GP64())
	live := Load(Param("live"), GP64())
	use := Load(Param("use"), GP64())
	week := Load(Param("week"), GP64())
	held := Load(Param("held"), GP64())
	compliance := Load(Param("compliance"), GP64())
	groups := Load(Param("groups"), GP64())
	usage := Load(Param("usage"), GP64())
	rejects := nothing()

	Label("group")
	mandated := both(Mem{Base: held}, product(useRates.of(r, "mandate"), take(Mem{Base: compliance})))
	at := GP64()
	XORQ(at, at)
	Label("tool")
	k, t, tool, w := GP64(), GP64(), GP64(), GP64()
	MOVQ(Mem{Base: live, Index: at, Scale: 8}, k)
	useOne(r, toolAt(k, t, use, &toolUse), toolAt(k, tool, terms, &toolTerms), toolAt(k, w, week, &toolWeek), mandated, rejects)
	INCQ(at)
	CMPQ(at, param("lives"))
	JL(LabelRef("tool"))

	together(live, terms, use, week, usage)

	next := Load(Param("tools"), GP64())
	step := GP64()
	IMUL3Q(U32(toolUse.bytes), next, step)
	ADDQ(step, use)
	IMUL3Q(U32(toolWeek.bytes), next, step)
	ADDQ(step, week)
	bytes := Load(Param("bytes"), GP64())
	ADDQ(bytes, held)
	ADDQ(bytes, compliance)
	ADDQ(bytes, usage)
	DECQ(groups)
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
func useOne(r, t, tool, week reg.Register, mandated, rejects reg.VecVirtual) {
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
	share := take(toolWeek.of(week, "share"))
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

// together sums up over the live tools and joins them within each channel.
func together(live, terms, use, week, usage reg.Register) {
	lives := param("lives")
	column := 0
	put := func(x reg.VecVirtual) {
		VMOVUPD(x, Mem{Base: usage, Disp: laneBytes * column})
		column++
	}
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
	for i := range left {
		put(less(lanesOf(1), left[i]))
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
	for _, x := range []reg.VecVirtual{burden, net, fumble, used, logged, proficiency, quality} {
		put(x)
	}
}
