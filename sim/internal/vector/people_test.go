package vector_test

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"threep/sim/internal/vector"
)

// compare runs what is to be the same with and without the kernels: do works on
// a copy of the state, and what it exports is compared bit by bit.
func compare[T any, Report comparable](t *rapid.T, state T, clone func(T) T, do func(T) Report) {
	kernel, twin := clone(state), clone(state)
	var twice Report
	once := do(kernel)
	vector.Alone(func() { twice = do(twin) })
	if once != twice {
		t.Fatalf("the kernel reports %v, its twin %v", once, twice)
	}
	sameBits(t, "", reflect.ValueOf(kernel), reflect.ValueOf(twin))
}

func sameBits(t *rapid.T, path string, a, b reflect.Value) {
	switch a.Kind() {
	case reflect.Pointer:
		if !a.IsNil() {
			sameBits(t, path, a.Elem(), b.Elem())
		}
	case reflect.Struct:
		for i := range a.NumField() {
			if a.Type().Field(i).IsExported() {
				sameBits(t, path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range a.Len() {
			sameBits(t, path+"["+string(rune('0'+i%10))+"]", a.Index(i), b.Index(i))
		}
	case reflect.Float64:
		if math.Float64bits(a.Float()) != math.Float64bits(b.Float()) {
			t.Fatalf("%s: the kernel has %g (%x), its twin %g (%x)", path, a.Float(), math.Float64bits(a.Float()), b.Float(), math.Float64bits(b.Float()))
		}
	}
}

// fill draws every number of a structure from one generator.
func fill(t *rapid.T, v reflect.Value, of *rapid.Generator[float64]) {
	switch v.Kind() {
	case reflect.Pointer:
		fill(t, v.Elem(), of)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(t, v.Field(i), of)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			fill(t, v.Index(i), of)
		}
	case reflect.Float64:
		v.SetFloat(of.Draw(t, v.Type().Name()))
	}
}

func fillSlice[T any](t *rapid.T, n int, of *rapid.Generator[float64]) []T {
	s := make([]T, n)
	fill(t, reflect.ValueOf(s), of)
	return s
}

func cloned[T any](s []T) []T { return append([]T(nil), s...) }

// share is a number between 0 and 1, its ends often; amount is of any size.
func share() *rapid.Generator[float64] {
	return rapid.OneOf(rapid.Float64Range(0, 1), rapid.SampledFrom([]float64{0, 1, 5e-324, 1e-300, 1e-5, .03, 1 - 0x1p-53}))
}

func amount() *rapid.Generator[float64] {
	return rapid.OneOf(share(), rapid.Float64Range(0, 20), rapid.SampledFrom([]float64{1e-9, 1e9, 1e300}))
}

func TestConsiderIsTheSameForFour(t *testing.T) {
	type state struct {
		Clocks []vector.Clock
		use    []vector.ToolUse
		around []vector.Around
	}
	needKernels(t)
	rapid.Check(t, func(t *rapid.T) {
		tools, groups := rapid.IntRange(1, 4).Draw(t, "tools"), rapid.IntRange(0, 4).Draw(t, "groups")
		s := state{
			Clocks: fillSlice[vector.Clock](t, tools*groups, amount()), use: make([]vector.ToolUse, tools*groups),
			around: fillSlice[vector.Around](t, rapid.IntRange(0, tools).Draw(t, "considered"), amount()),
		}
		for at := range s.use {
			for i := range vector.Lanes {
				s.use[at].Active[i] = float64(rapid.IntRange(0, 1).Draw(t, "active"))
				switch rapid.IntRange(0, 5).Draw(t, "rests, or stands at 0") {
				case 0, 1:
					s.Clocks[at].Left[i] = math.Inf(1)
				case 2:
					s.Clocks[at].Left[i], s.Clocks[at].Pace[i] = 0, 0
				}
			}
		}
		compare(t, s, func(s state) state { s.Clocks = cloned(s.Clocks); return s }, func(s state) uint64 {
			return vector.Consider(s.Clocks, s.use, tools, groups, s.around)
		})
	})
}

// Every tool has its bit, up to the last that fits.
func TestEveryToolConsideredIsReported(t *testing.T) {
	clocks, use := make([]vector.Clock, vector.MostConsidered), make([]vector.ToolUse, vector.MostConsidered)
	around := make([]vector.Around, vector.MostConsidered)
	want := uint64(0)
	for k := range clocks {
		clocks[k].Left = vector.In(math.Inf(1))
		if k%3 == 0 {
			clocks[k].Left[k%vector.Lanes] = 0
			want |= 1 << uint(k)
		}
	}
	for way, run := range bothWays {
		run(func() {
			if got := vector.Consider(clocks, use, len(clocks), 1, around); got != want {
				t.Errorf("%s: %b, want %b", way, got, want)
			}
		})
	}
}

// someHeld draws who holds the seats.
func someHeld(t *rapid.T, seats []vector.Seats) {
	for at := range seats {
		for i := range vector.Lanes {
			seats[at].Held[i] = rapid.SampledFrom([]uint64{vector.All, vector.All, vector.Nothing}).Draw(t, "held")
		}
	}
}

func TestShareOutIsTheSameForFour(t *testing.T) {
	type state struct {
		seats  []vector.Seats
		supply []vector.Supply
		Shares []vector.Four
	}
	needKernels(t)
	rapid.Check(t, func(t *rapid.T) {
		tools, groups := rapid.IntRange(0, 4).Draw(t, "tools"), rapid.IntRange(0, 4).Draw(t, "groups")
		s := state{
			seats:  make([]vector.Seats, groups),
			supply: fillSlice[vector.Supply](t, tools, rapid.OneOf(rapid.Float64Range(.01, 1), rapid.Float64Range(1, 1e200))),
			Shares: fillSlice[vector.Four](t, tools*groups, share()),
		}
		for at := range s.seats {
			fill(t, reflect.ValueOf(&s.seats[at].Gate), share())
			fill(t, reflect.ValueOf(&s.seats[at].Skill), share())
		}
		someHeld(t, s.seats)
		compare(t, s, func(s state) state { s.Shares = cloned(s.Shares); return s }, func(s state) bool {
			vector.ShareOut(s.seats, s.supply, s.Shares)
			return false
		})
	})
}

func TestUseToolsIsTheSameForFour(t *testing.T) {
	type state struct {
		rates  vector.UseRates
		terms  []vector.ToolTerms
		live   []int
		Seats  []vector.Seats
		Use    []vector.ToolUse
		shares []vector.Four
		Sums   *vector.UseSums
	}
	needKernels(t)
	rapid.Check(t, func(t *rapid.T) {
		tools, groups := rapid.IntRange(1, 4).Draw(t, "tools"), rapid.IntRange(0, 4).Draw(t, "groups")
		s := state{
			terms:  fillSlice[vector.ToolTerms](t, tools, share()),
			Seats:  make([]vector.Seats, groups),
			Use:    fillSlice[vector.ToolUse](t, tools*groups, amount()),
			shares: fillSlice[vector.Four](t, tools*groups, share()),
		}
		if rapid.Bool().Draw(t, "summed") {
			s.Sums = new(vector.UseSums)
			fill(t, reflect.ValueOf(s.Sums), amount())
		}
		fill(t, reflect.ValueOf(&s.rates), share())
		s.rates.Best = vector.In(rapid.Float64Range(.1, 1).Draw(t, "best"))
		s.rates.LeastBenefit = vector.In(1e-9)
		s.rates.BurdenOfMandate = vector.In(float64(rapid.IntRange(0, 1).Draw(t, "burden of mandate")))
		if rapid.IntRange(0, 3).Draw(t, "use goes by benefit") == 0 {
			s.rates.LeastBenefit = vector.In(math.Inf(1))
		}
		someHeld(t, s.Seats)
		for at := range s.Seats {
			fill(t, reflect.ValueOf(&s.Seats[at].Compliance), share())
			for i := range vector.Lanes {
				s.Seats[at].Quarter[i] = uint64(rapid.IntRange(0, 3).Draw(t, "quarter"))
			}
		}
		for at := range s.Use {
			u := &s.Use[at]
			for i := range vector.Lanes {
				stage := rapid.IntRange(0, 3).Draw(t, "stage")
				u.Active[i], u.Routine[i] = float64(min(stage, 1)), float64(stage/3)
				u.Use[i] = share().Draw(t, "use")
				u.Skill[i], u.Attainable[i] = share().Draw(t, "skill"), share().Draw(t, "attainable")
				u.Newness[i] = share().Draw(t, "newness")
				switch {
				case u.Routine[i] == 0 && u.Rejection[i] <= 0:
					u.Rejection[i] = 1
				case u.Routine[i] == 1 && rapid.IntRange(0, 5).Draw(t, "stands at 0") == 0:
					u.Rejection[i], u.Upkeep[i] = 0, 0
				}
				if s.Seats[at/tools].Held[i] == vector.Nothing {
					*u = without(*u, i)
				}
			}
		}
		for k := range tools {
			if rapid.IntRange(0, 2).Draw(t, "live") > 0 {
				s.live = append(s.live, k)
			}
		}
		compare(t, s, func(s state) state {
			s.Seats, s.Use = cloned(s.Seats), cloned(s.Use)
			if s.Sums != nil {
				sums := *s.Sums
				s.Sums = &sums
			}
			return s
		}, func(s state) bool {
			return vector.UseTools(s.Seats, &s.rates, s.terms, s.live, s.Use, s.shares, make([]vector.ToolWeek, tools*groups), s.Sums)
		})
	})
}

// without empties a lane.
func without(u vector.ToolUse, lane int) vector.ToolUse {
	v, nobody := reflect.ValueOf(&u).Elem(), reflect.ValueOf(vector.NoUse)
	for i := range v.NumField() {
		v.Field(i).Index(lane).Set(nobody.Field(i).Index(lane))
	}
	return u
}

// Lanes without a person, and no people at all, bring nothing.
func TestNobodyUsesNothing(t *testing.T) {
	var rates vector.UseRates
	rates.BurdenOfMandate = vector.In(1.0)
	rates.Unused, rates.Mandate, rates.Best, rates.LeastBenefit = vector.In(1e-4), vector.In(1.0), vector.In(.6), vector.In(1e-9)
	seats, use := make([]vector.Seats, 1), []vector.ToolUse{vector.NoUse, vector.NoUse}
	seats[0].Compliance = vector.In(1.0)
	var sums vector.UseSums
	if vector.UseTools(seats, &rates, make([]vector.ToolTerms, 2), []int{0, 1}, use, make([]vector.Four, 2), make([]vector.ToolWeek, 2), &sums) {
		t.Error("nobody rejects a tool")
	}
	if sums != (vector.UseSums{}) {
		t.Errorf("%+v", sums)
	}
	if seats[0].Usage != (vector.Usage{}) {
		t.Errorf("%+v", seats[0].Usage)
	}
	for k, u := range use {
		if u != vector.NoUse {
			t.Errorf("tool %d: %+v", k, u)
		}
	}
}
