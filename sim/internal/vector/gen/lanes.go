package main

import (
	"math"
	"strconv"

	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const laneBytes = 32 // four numbers of 8 bytes

// constants are the numbers that kernels read, each four times over.
var constants = map[uint64]Mem{}

// words returns four times the same 64 bits.
func words(bits uint64) Mem {
	if m, ok := constants[bits]; ok {
		return m
	}
	m := GLOBL("lanes_"+strconv.FormatUint(bits, 16), attr.RODATA|attr.NOPTR)
	for i := 0; i < 4; i++ {
		DATA(8*i, U64(bits))
	}
	constants[bits] = m
	return m
}

// number returns four times the same number.
func number(x float64) Mem { return words(math.Float64bits(x)) }

// product returns a x b.
func product(a Op, b reg.VecVirtual) reg.VecVirtual {
	out := YMM()
	VMULPD(a, b, out)
	return out
}

// sum returns a + b.
func sum(a Op, b reg.VecVirtual) reg.VecVirtual {
	out := YMM()
	VADDPD(a, b, out)
	return out
}

// less returns a - b.
func less(a reg.VecVirtual, b Op) reg.VecVirtual {
	out := YMM()
	VSUBPD(b, a, out)
	return out
}

// quotient returns a / b.
func quotient(a reg.VecVirtual, b Op) reg.VecVirtual {
	out := YMM()
	VDIVPD(b, a, out)
	return out
}

// larger returns a where a > b, else b.
func larger(a reg.VecVirtual, b Op) reg.VecVirtual {
	out := YMM()
	VMAXPD(b, a, out)
	return out
}

// smaller returns a where a < b, else b.
func smaller(a reg.VecVirtual, b Op) reg.VecVirtual {
	out := YMM()
	VMINPD(b, a, out)
	return out
}

// Comparisons, false where a number is not one.
const (
	equal  = 0
	under  = 17
	atMost = 18
	over   = 30
)

// where compares a with b.
func where(a reg.VecVirtual, comparison uint8, b Op) reg.VecVirtual {
	out := YMM()
	VCMPPD(U8(comparison), b, a, out)
	return out
}

// both returns a and b, bit by bit.
func both(a Op, b reg.VecVirtual) reg.VecVirtual {
	out := YMM()
	VANDPD(a, b, out)
	return out
}

// either returns a or b, bit by bit.
func either(a Op, b reg.VecVirtual) reg.VecVirtual {
	out := YMM()
	VORPD(a, b, out)
	return out
}

// unless returns x where the mask is not set, else 0.
func unless(mask reg.VecVirtual, x Op) reg.VecVirtual {
	out := YMM()
	VANDNPD(x, mask, out)
	return out
}

// choose returns a where the mask is set, else b.
func choose(mask reg.VecVirtual, a Op, b reg.VecVirtual) reg.VecVirtual {
	out := YMM()
	VBLENDVPD(mask, a, b, out)
	return out
}

// nothing returns 0 in every lane.
func nothing() reg.VecVirtual {
	out := YMM()
	VXORPD(out, out, out)
	return out
}

// take reads four numbers.
func take(from Op) reg.VecVirtual {
	out := YMM()
	VMOVUPD(from, out)
	return out
}

// all reads a number into every lane.
func all(from Op) reg.VecVirtual {
	out := YMM()
	VBROADCASTSD(from, out)
	return out
}

// record is where the fields of a structure stand, each of four numbers.
type record struct {
	names []string
	bytes int
}

func recordOf(names ...string) record { return record{names, laneBytes * len(names)} }

// of returns a field of the structure at an address.
func (r *record) of(at reg.Register, name string) Mem {
	for i, n := range r.names {
		if n == name {
			return Mem{Base: at, Disp: laneBytes * i}
		}
	}
	panic("no field " + name)
}

// Structures of package vector, in the order of their fields.
var (
	toolUse  = recordOf("active", "routine", "use", "logged", "skill", "attainable", "belief", "upkeep", "rejection", "newness")
	useRates = recordOf("best", "leastBenefit", "inverseBest", "practice", "saves", "benefitShare", "otherShare", "believe", "adjust", "learn", "fade",
		"reject", "settleIn", "settled", "unused", "dropped", "mandate", "burdenOfMandate")
	toolTerms = recordOf("wiifm", "reward", "data",
		"effect0", "effect1", "effect2", "effect3", "effect4", "effect5", "effect6", "effect7", "help")
	toolWeek = recordOf("realised", "upkeep", "cost", "net", "hurts")
	clocks   = recordOf("left", "pace", "own", "others")
	supply   = recordOf("weight", "rest", "alive")
)

// lanesOf returns four times the same number in a register.
func lanesOf(x float64) reg.VecVirtual { return take(number(x)) }

// horner returns c0 + x (c1 + x (c2 + ...)).
func horner(x reg.VecVirtual, c ...float64) reg.VecVirtual {
	out := product(number(c[len(c)-1]), x)
	for i := len(c) - 2; i > 0; i-- {
		out = product(sum(number(c[i]), out), x)
	}
	return sum(number(c[0]), out)
}

// look returns the words of a table at four offsets of 8 bytes, one by one: faster
// than the instruction that gathers, which takes many steps.
func look(table reg.Register, index reg.VecVirtual) reg.VecVirtual {
	at := offsets(index)
	low, high, out := XMM(), XMM(), YMM()
	entry := func(i int) Mem { return Mem{Base: table, Index: at[i], Scale: 8} }
	VMOVSD(entry(0), low)
	VMOVHPD(entry(1), low, low)
	VMOVSD(entry(2), high)
	VMOVHPD(entry(3), high, high)
	VINSERTF128(U8(1), high, low.AsY(), out)
	return out
}

// offsets returns four numbers, one by one.
func offsets(index reg.VecVirtual) (at [4]reg.GPVirtual) {
	upper := XMM()
	for i := range at {
		at[i] = GP64()
	}
	VEXTRACTI128(U8(1), index, upper)
	VMOVQ(index.AsX(), at[0])
	VPEXTRQ(U8(1), index.AsX(), at[1])
	VMOVQ(upper, at[2])
	VPEXTRQ(U8(1), upper, at[3])
	return at
}

// param is where a parameter stands.
func param(name string) Mem {
	component, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	return component.Addr
}
