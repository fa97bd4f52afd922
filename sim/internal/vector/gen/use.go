package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// use is UseTools, of which useOf is the twin; the names are the same. It goes over
// people and tools in steps, since what a step begins with takes long to come: so the
// processor has others to work at meanwhile.
func use() {
	TEXT("useAVX2", attr.NOSPLIT|attr.NOFRAME, "func(four *uint64, groups int, rates *float64, terms *float64, tools int, live *int, lives int, use *float64, shares *float64, week *float64, sums *float64) bool")
	Pragma("noescape")
	Doc("useAVX2 is UseTools for so many groups of people.")
	x := useTools{
		four: GP64(), use: GP64(), shares: GP64(), week: GP64(),
		rates: Load(Param("rates"), GP64()), terms: Load(Param("terms"), GP64()), live: Load(Param("live"), GP64()),
	}
	rejects := nothing()
	to := Load(Param("sums"), GP64())
	TESTQ(to, to)
	JZ(LabelRef("begin"))
	put(nothing(), Mem{Base: to})
	Label("begin")
	x.everybody("use", func() { x.each("useTool", func(t tool) { t.choose() }) })
	x.everybody("skill", func() {
		mandated := both(seats.of(x.four, "held"), product(x.rate("mandate"), take(seats.of(x.four, "compliance"))))
		borne := product(x.rate("burdenOfMandate"), mandated)
		x.each("skillTool", func(t tool) { t.learn(mandated, borne) })
	})
	x.everybody("burden", func() {
		var sums useSums
		sums.begin()
		x.each("burdenTool", func(t tool) { t.bear(rejects, &sums) })
		to := Load(Param("sums"), GP64())
		TESTQ(to, to)
		JZ(LabelRef("alone"))
		sums.put(x.four, to, x.week)
		x.join()
		Label("alone")
	})
	anywhere(rejects)
}

// useTools are the addresses of four people's use of tools.
type useTools struct {
	rates, terms, live      reg.Register
	four, use, shares, week reg.GPVirtual
}

// everybody does a step for every four people.
func (x *useTools) everybody(step string, do func()) {
	Load(Param("four"), x.four)
	Load(Param("use"), x.use)
	Load(Param("shares"), x.shares)
	Load(Param("week"), x.week)
	n := Load(Param("groups"), GP64())
	Label(step)
	do()
	tools, bytes := Load(Param("tools"), GP64()), GP64()
	IMUL3Q(U32(toolUse.bytes), tools, bytes)
	ADDQ(bytes, x.use)
	IMUL3Q(U32(toolWeek.bytes), tools, bytes)
	ADDQ(bytes, x.week)
	SHLQ(U8(5), tools)
	ADDQ(tools, x.shares)
	ADDQ(U32(seats.bytes), x.four)
	DECQ(n)
	JNZ(LabelRef(step))
}

// rate is a constant of use.
func (x *useTools) rate(name string) Mem { return useRates.of(x.rates, name) }

// tool is a tool at hand.
type tool struct {
	*useTools
	k, use, terms, week reg.GPVirtual
}

// each does a step for every live tool.
func (x *useTools) each(step string, do func(t tool)) {
	at := GP64()
	XORQ(at, at)
	Label(step)
	t := tool{x, GP64(), GP64(), GP64(), GP64()}
	MOVQ(Mem{Base: x.live, Index: at, Scale: 8}, t.k)
	for _, a := range []struct {
		to    reg.GPVirtual
		from  reg.Register
		bytes int
	}{{t.use, x.use, toolUse.bytes}, {t.terms, x.terms, toolTerms.bytes}, {t.week, x.week, toolWeek.bytes}} {
		IMUL3Q(U32(a.bytes), t.k, a.to)
		ADDQ(a.from, a.to)
	}
	do(t)
	INCQ(at)
	CMPQ(at, param("lives"))
	JL(LabelRef(step))
}

func (t tool) of(name string) Mem   { return toolUse.of(t.use, name) }
func (t tool) term(name string) Mem { return toolTerms.of(t.terms, name) }
func (t tool) now(name string) Mem  { return toolWeek.of(t.week, name) }

// choose moves use towards the best response to the benefit believed in.
func (t tool) choose() {
	active, use0 := take(t.of("active")), take(t.of("use"))
	upkeep := product(t.of("upkeep"), less(one(), product(t.rate("saves"), take(t.of("skill")))))
	put(upkeep, t.now("upkeep"))
	benefit := larger(sum(t.term("reward"), take(t.of("belief"))), t.rate("leastBenefit"))
	costly := quotient(product(t.rate("best"), upkeep), sum(benefit, benefit))
	target := larger(product(t.rate("best"), less(one(), costly)), nothing())
	use := sum(use0, product(t.rate("adjust"), less(product(target, active), use0)))
	put(unless(both(where(active, equal, nothing()), where(use0, under, t.rate("unused"))), use), t.of("use"))
}

// learn moves belief towards what is experienced, and proficiency.
func (t tool) learn(mandated, borne reg.VecVirtual) {
	use, skill0, belief0, upkeep := take(t.of("use")), take(t.of("skill")), take(t.of("belief")), take(t.now("upkeep"))
	share := take(Mem{Base: t.shares, Index: t.offset(), Scale: 1})
	put(larger(use, mandated), t.of("logged"))
	cost := product(upkeep, larger(use, borne))
	put(cost, t.now("cost"))
	experienced := product(product(t.term("wiifm"), skill0), sum(t.rate("benefitShare"), product(t.rate("otherShare"), share)))
	put(sum(belief0, product(product(t.rate("believe"), less(experienced, belief0)), take(t.of("active")))), t.of("belief"))
	relative := product(t.rate("inverseBest"), use)
	practice := smaller(one(), product(t.rate("practice"), relative))
	attainable0 := take(t.of("attainable"))
	attainable := sum(attainable0, product(all(t.term("help")), less(one(), attainable0)))
	skill := sum(skill0, product(t.rate("learn"), product(practice, less(attainable, skill0))))
	skill = less(skill, product(t.rate("fade"), product(less(one(), practice), skill)))
	put(skill, t.of("skill"))
	d := less(one(), relative)
	response := less(one(), product(d, d))
	put(product(share, product(skill, response)), t.now("realised"))
	net := less(cost, product(experienced, response))
	put(net, t.now("net"))
	put(less(net, product(t.term("reward"), response)), t.now("hurts"))
}

// offset is where the tool stands among numbers of four.
func (t tool) offset() reg.GPVirtual {
	at := GP64()
	MOVQ(t.k, at)
	SHLQ(U8(5), at)
	return at
}

// bear takes the week's burden off what is left until rejection, has people get used
// to the tool, and adds it to the sums.
func (t tool) bear(rejects reg.VecVirtual, s *useSums) {
	use, routine, logged := take(t.of("use")), take(t.of("routine")), take(t.of("logged"))
	hurts := larger(take(t.now("hurts")), nothing())
	left := less(take(t.of("rejection")), product(product(t.rate("reject"), hurts), routine))
	put(left, t.of("rejection"))
	VORPD(where(left, atMost, nothing()), rejects, rejects)
	VORPD(where(use, under, product(t.rate("dropped"), routine)), rejects, rejects)
	VADDPD(t.now("cost"), s.burden, s.burden)
	VADDPD(t.now("net"), s.net, s.net)
	VADDPD(use, s.used, s.used)
	VADDPD(logged, s.logged, s.logged)
	VADDPD(t.of("skill"), s.proficiency, s.proficiency)
	VADDPD(product(t.term("data"), use), s.quality, s.quality)
	newness := take(t.of("newness"))
	isNew := both(where(newness, over, nothing()), where(logged, over, nothing()))
	some := GP32()
	VMOVMSKPD(isNew, some)
	TESTL(some, some)
	JZ(LabelRef("settled"))
	clumsy := product(product(logged, less(one(), quotient(take(t.of("skill")), t.of("attainable")))), newness)
	VMAXPD(s.fumble, both(clumsy, isNew), s.fumble)
	settling := product(t.rate("settleIn"), newness)
	settling = unless(where(settling, under, t.rate("settled")), settling)
	put(choose(isNew, settling, newness), t.of("newness"))
	Label("settled")
}

// useSums are sums over the live tools of four people.
type useSums struct{ burden, net, fumble, used, logged, proficiency, quality reg.VecVirtual }

func (s *useSums) begin() {
	for _, x := range []*reg.VecVirtual{&s.burden, &s.net, &s.fumble, &s.used, &s.logged, &s.proficiency, &s.quality} {
		*x = nothing()
	}
}

// put leaves the sums of each and adds them up for all.
func (s *useSums) put(four, sums, scratch reg.Register) {
	put(s.burden, seats.of(four, "burden"))
	put(s.net, seats.of(four, "net"))
	put(s.fumble, seats.of(four, "fumble"))
	number, tools := XMM(), YMM()
	VXORPD(number, number, number)
	VCVTSI2SDQ(param("lives"), number, number)
	VBROADCASTSD(number, tools)
	mean := Mem{Base: scratch, Disp: laneBytes} // upkeep has been used
	put(quotient(s.used, tools), mean)
	total := take(Mem{Base: sums})
	addUp(total, s.used, s.logged, s.proficiency, s.quality)
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

// join joins the live tools within each channel.
func (x *useTools) join() {
	whole := one()
	var left [8]reg.VecVirtual
	for i := range left {
		left[i] = YMM()
		VMOVAPD(whole, left[i])
	}
	x.each("channels", func(t tool) {
		realised := take(t.now("realised"))
		for i, name := range toolTerms.names[3:11] {
			VMULPD(less(whole, product(t.term(name), realised)), left[i], left[i])
		}
	})
	for i, name := range []string{"sellingTime", "creation", "win", "noDecision", "cycle", "dealValue", "ramp", "retention"} {
		put(less(whole, left[i]), seats.of(x.four, name))
	}
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
