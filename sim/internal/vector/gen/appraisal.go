package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// appraisals are the columns of Appraisals, in their order.
var appraisals = recordOf("sum", "counted", "known", "noise", "attainMean", "attainSD", "ratingMean", "ratingSD", "turnover", "attain", "raw")

// overQuota is OverQuota, where accounts have grown by so much as logNear takes.
func overQuota() {
	at, n := kernel("overQuotaAVX2", "power float64, out *float64, table *[64]uint64) (far bool)", "is OverQuota for so many times four seats; it reports whether growth is beyond it for any.")
	out, table := Load(Param("out"), GP64()), Load(Param("table"), GP64())
	far := nothing()
	each()
	growth := take(seats.of(at, "growth"))
	VORPD(either(where(growth, under, number(math.Sqrt2/2)), where(growth, over, number(math.Sqrt2))), far, far)
	log := sum(seats.of(at, "logTerritory"), logNear(growth))
	x := product(log, all(param("power")))
	put(product(seats.of(at, "quarterSales"), exponential(minus(x), table)), Mem{Base: out})
	ADDQ(U8(laneBytes), out)
	next(at, n)
	anywhere(far)
}

// minus returns -x.
func minus(x reg.VecVirtual) reg.VecVirtual {
	out := YMM()
	VXORPD(words(1<<63), x, out)
	return out
}

// appraise is Appraise.
func appraise() {
	at, n := kernel("appraiseAVX2", "a *float64, k *float64, table *[64]uint64)", "is Appraise for so many times four seats.")
	a, k, table := Load(Param("a"), GP64()), Load(Param("k"), GP64()), Load(Param("table"), GP64())
	terms := terms{
		"byAttain", "noise", "mostAttain", "voluntary", "firstYear", "secondYear", "later", "fromAttain",
		"involuntary", "tenured", "fromRating", "halfSquare", "mostLetGo", "year",
	}
	term := func(name string) reg.VecVirtual { return terms.of(k, name) }
	each()
	held := take(seats.of(at, "held"))
	set := func(x reg.VecVirtual, to Mem) { put(choose(held, x, take(to)), to) }
	counted := take(appraisals.of(a, "counted"))
	z := less(quotient(take(appraisals.of(a, "sum")), larger(counted, number(1))), appraisals.of(a, "attainMean"))
	z = quotient(z, appraisals.of(a, "attainSD"))
	attain := larger(minus(term("mostAttain")), product(number(.25), product(z, counted)))
	attain = both(where(counted, over, nothing()), smaller(term("mostAttain"), attain))
	set(attain, appraisals.of(a, "attain"))
	raw := sum(product(appraisals.of(a, "noise"), term("noise")), sum(appraisals.of(a, "known"), product(attain, term("byAttain"))))
	set(raw, appraisals.of(a, "raw"))
	rating := quotient(less(raw, appraisals.of(a, "ratingMean")), appraisals.of(a, "ratingSD"))
	set(rating, seats.of(at, "rating"))
	tenure, year := take(seats.of(at, "tenure")), term("year")
	factor := choose(where(tenure, under, sum(year, year)), term("secondYear"), term("later"))
	factor = choose(where(tenure, under, year), term("firstYear"), factor)
	volRate := quotient(product(appraisals.of(a, "turnover"), product(factor, term("voluntary"))), year)
	volRate = product(volRate, exponential(minus(product(attain, term("fromAttain"))), table))
	set(volRate, seats.of(at, "volRate"))
	x := less(minus(product(rating, term("fromRating"))), term("halfSquare"))
	letRate := product(product(appraisals.of(a, "turnover"), term("involuntary")), exponential(x, table))
	letRate = smaller(quotient(letRate, term("year")), term("mostLetGo"))
	set(both(where(take(seats.of(at, "tenure")), atLeast, term("tenured")), letRate), seats.of(at, "letRate"))
	ADDQ(U32(appraisals.bytes), a)
	next(at, n)
	end()
}
