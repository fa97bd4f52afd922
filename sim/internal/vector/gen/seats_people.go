package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

// learn is Learn.
func learn() {
	at, n := kernel("learnAVX2", "k *float64, learning float64, forgetting float64)", "is Learn for so many times four seats.")
	k, terms := Load(Param("k"), GP64()), terms{"untrained", "reach"}
	each()
	skill := take(seats.of(at, "skill"))
	ceiling := sum(product(seats.of(at, "gate"), terms.of(k, "reach")), terms.of(k, "untrained"))
	up := product(larger(nothing(), less(ceiling, skill)), all(param("learning")))
	forgetting := product(less(one(), seats.of(at, "retention")), all(param("forgetting")))
	down := product(forgetting, less(skill, terms.of(k, "untrained")))
	now := smaller(one(), larger(nothing(), sum(skill, less(up, down))))
	put(choose(take(seats.of(at, "held")), now, skill), seats.of(at, "skill"))
	next(at, n)
	end()
}

// engage is Engage.
func engage() {
	at, n := kernel("engageAVX2", "k *float64, level float64)", "is Engage for so many times four seats.")
	k, terms := Load(Param("k"), GP64()), terms{"drive", "burden", "least", "rate"}
	each()
	burden := larger(nothing(), product(seats.of(at, "net"), terms.of(k, "burden")))
	target := less(sum(all(param("level")), product(seats.of(at, "drive"), terms.of(k, "drive"))), burden)
	target = smaller(one(), larger(terms.of(k, "least"), target))
	engagement := take(seats.of(at, "engagement"))
	now := sum(engagement, product(less(target, engagement), terms.of(k, "rate")))
	put(choose(take(seats.of(at, "held")), now, engagement), seats.of(at, "engagement"))
	next(at, n)
	end()
}

// grow is Grow.
func grow() {
	at, n := kernel("growAVX2", "k *float64, rate float64)", "is Grow for so many times four seats.")
	k, terms := Load(Param("k"), GP64()), terms{"age", "limit"}
	each()
	held := take(seats.of(at, "held"))
	put(sum(seats.of(at, "tenure"), both(number(1), held)), seats.of(at, "tenure"))
	put(sum(seats.of(at, "age"), both(terms.of(k, "age"), held)), seats.of(at, "age"))
	growth := take(seats.of(at, "growth"))
	more := product(less(terms.of(k, "limit"), growth), all(param("rate")))
	put(sum(growth, both(more, held)), seats.of(at, "growth"))
	ramped := take(seats.of(at, "ramped"))
	ramping := both(where(ramped, under, number(1)), held)
	some := GP32()
	VMOVMSKPD(ramping, some)
	TESTL(some, some)
	JZ(LabelRef("ramped"))
	weeks := product(seats.of(at, "rampWeeks"), less(one(), seats.of(at, "ramp")))
	put(sum(ramped, both(ramping, quotient(one(), weeks))), seats.of(at, "ramped"))
	Label("ramped")
	next(at, n)
	end()
}

// runDown is RunDown.
func runDown() {
	at, n := kernel("runDownAVX2", "k *float64) (out bool)", "is RunDown for so many times four seats.")
	k, terms := Load(Param("k"), GP64()), terms{"engagement", "base", "least", "strictness", "replace"}
	ran := nothing()
	each()
	held := take(seats.of(at, "held"))
	factor := sum(number(1), product(terms.of(k, "engagement"), less(terms.of(k, "base"), seats.of(at, "engagement"))))
	factor = larger(terms.of(k, "least"), factor)
	voluntary := less(take(seats.of(at, "voluntary")), both(held, product(seats.of(at, "volRate"), factor)))
	put(voluntary, seats.of(at, "voluntary"))
	letGo := less(take(seats.of(at, "letGo")), both(held, product(seats.of(at, "letRate"), terms.of(k, "strictness"))))
	put(letGo, seats.of(at, "letGo"))
	unqualified := where(nothing(), equal, seats.of(at, "qualified"))
	replaced := less(take(seats.of(at, "replaced")), both(held, both(unqualified, terms.of(k, "replace"))))
	put(replaced, seats.of(at, "replaced"))
	left := both(where(voluntary, over, nothing()), both(where(letGo, over, nothing()), where(replaced, over, nothing())))
	VORPD(unless(left, held), ran, ran)
	next(at, n)
	anywhere(ran)
}

// count is Count.
func count() {
	at, n := kernel("countAVX2", "sum *float64)", "is Count for so many times four seats.")
	first, second := nothing(), nothing()
	each()
	held := take(seats.of(at, "held"))
	addUp(first, both(seats.of(at, "tenure"), held), both(seats.of(at, "skill"), held), both(seats.of(at, "savvy"), held), both(seats.of(at, "engagement"), held))
	addUp(second, both(seats.of(at, "rating"), held), both(seats.of(at, "yearSales"), held), both(seats.of(at, "qualified"), held), both(number(1), held))
	next(at, n)
	to := Load(Param("sum"), GP64())
	put(first, Mem{Base: to})
	put(second, Mem{Base: to, Disp: laneBytes})
	end()
}
