package vector_test

import (
	"math"
	"math/bits"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
	"threep/sim/internal/vector"
)

// someSeats are seats with and without a holder, their numbers at and next to every
// bound that a week has.
func someSeats(t *rapid.T) []vector.Seats {
	const held = ^uint64(0)
	shares := rapid.OneOf(rapid.Float64Range(0, 1), rapid.SampledFrom([]float64{0, 1, 5e-324, 1e-300, 1e-9, 1 - 0x1p-53, .5}))
	effects := rapid.OneOf(rapid.Just(0.), rapid.Float64Range(0, .5))
	amounts := rapid.OneOf(rapid.Float64Range(0, 20), rapid.Float64Range(0, 1e6), rapid.SampledFrom([]float64{0, 5e-324, 1e-300, 1, 12, 52, 51, 1e100}))
	signed := rapid.OneOf(rapid.Float64Range(-4, 4), rapid.SampledFrom([]float64{0, 1, -1, 1e-300, -1e-300, 1e6, -1e6}))
	means := rapid.OneOf(rapid.Float64Range(0, 14), rapid.SampledFrom([]float64{0, 1e-300, 1e-9, 12, math.Nextafter(12, 13), 40}))
	of := map[string]*rapid.Generator[float64]{
		"Effort": rapid.OneOf(rapid.Float64Range(-4, 4), rapid.SampledFrom([]float64{0, -1e6, 1e-300})), "Drive": signed, "Net": signed, "Savvy": signed, "Rating": signed,
		"Ramped": rapid.OneOf(shares, rapid.Float64Range(.9, 1.1)), "Growth": rapid.OneOf(rapid.Float64Range(.75, 1.4), rapid.Float64Range(.5, 2)), "LogTerritory": signed,
		"Skill": shares, "Gate": shares, "Engagement": shares, "Advance": shares, "Lose": shares, "Decide": shares, "Fumble": shares,
		"SellingTime": effects, "Creation": effects, "Win": effects, "NoDecision": effects, "Cycle": effects, "DealValue": effects, "Ramp": effects, "Retention": effects,
		"Lessons": rapid.OneOf(rapid.Just(0.), rapid.Float64Range(0, 60)), "Burden": rapid.OneOf(rapid.Just(0.), rapid.Float64Range(0, 60)),
		"Hours": rapid.SampledFrom([]float64{0, 17.2, 20}), "Qualified": rapid.SampledFrom([]float64{0, 1}),
		"Fastest": rapid.Float64Range(1, 5), "RampWeeks": rapid.OneOf(rapid.Just(0.), rapid.Float64Range(1, 100)),
		"Tenure": rapid.Map(rapid.IntRange(0, 60), func(n int) float64 { return float64(n) }),
		"Mean":   means, "Voluntary": shares, "LetGo": shares, "Replaced": shares, "VolRate": shares, "LetRate": shares,
	}
	seats := make([]vector.Seats, rapid.IntRange(0, 5).Draw(t, "fours"))
	for at := range seats {
		fillColumns(t, reflect.ValueOf(&seats[at]).Elem(), of, amounts)
		for i := range seats[at].Held {
			seats[at].Held[i] = rapid.SampledFrom([]uint64{held, held, held, 0}).Draw(t, "held")
			seats[at].Key[i] = rapid.Uint64().Draw(t, "key")
			if rapid.Bool().Draw(t, "at quota") {
				seats[at].Quota[i] = seats[at].YearSales[i]
			}
			// Clocks that stand, often at 0: a hazard of 0 leaves them there.
			if rapid.IntRange(0, 3).Draw(t, "clocks stand") == 0 {
				clocks := rapid.SampledFrom([]float64{0, 1})
				seats[at].Voluntary[i], seats[at].VolRate[i] = clocks.Draw(t, "voluntary"), 0
				seats[at].LetGo[i], seats[at].LetRate[i] = clocks.Draw(t, "let go"), 0
				seats[at].Replaced[i], seats[at].Qualified[i] = clocks.Draw(t, "replaced"), 1
			}
		}
	}
	return seats
}

// fillColumns draws every column of seats, of another generator where it has one by
// its name.
func fillColumns(t *rapid.T, v reflect.Value, of map[string]*rapid.Generator[float64], other *rapid.Generator[float64]) {
	for i := range v.NumField() {
		generator, ok := of[v.Type().Field(i).Name]
		switch {
		case v.Field(i).Kind() == reflect.Struct:
			fillColumns(t, v.Field(i), of, other)
		case ok:
			fillColumn(t, v.Field(i), generator)
		default:
			fillColumn(t, v.Field(i), other)
		}
	}
}

func fillColumn(t *rapid.T, v reflect.Value, of *rapid.Generator[float64]) {
	for i := range v.Len() {
		switch x := v.Index(i); x.Kind() {
		case reflect.Array:
			fillColumn(t, x, of)
		case reflect.Float64:
			x.SetFloat(of.Draw(t, "number"))
		}
	}
}

// alike runs what is to be the same with and without the kernels on copies of the same
// seats and compares all columns and what comes of it, bit by bit.
func alike[T any](t *rapid.T, seats []vector.Seats, do func(seats []vector.Seats) T) {
	kernel, twin := append([]vector.Seats(nil), seats...), append([]vector.Seats(nil), seats...)
	one := do(kernel)
	var other T
	vector.Alone(func() { other = do(twin) })
	sameNumbers(t, "what comes of it", reflect.ValueOf(one), reflect.ValueOf(other))
	sameNumbers(t, "seats", reflect.ValueOf(kernel), reflect.ValueOf(twin))
}

func sameNumbers(t *rapid.T, where string, a, b reflect.Value) {
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			sameNumbers(t, where+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range a.Len() {
			sameNumbers(t, where, a.Index(i), b.Index(i))
		}
	case reflect.Float64:
		if math.Float64bits(a.Float()) != math.Float64bits(b.Float()) {
			t.Fatalf("%s: the kernel has %g (%x), its twin %g (%x)", where, a.Float(), math.Float64bits(a.Float()), b.Float(), math.Float64bits(b.Float()))
		}
	default:
		if !reflect.DeepEqual(a.Interface(), b.Interface()) {
			t.Fatalf("%s: the kernel has %v, its twin %v", where, a, b)
		}
	}
}

func TestAWeekOfFourSeatsIsAWeekOfEach(t *testing.T) {
	needKernels(t)
	some := rapid.Float64Range(0, 1)
	of := func(t *rapid.T) float64 { return some.Draw(t, "term") }
	for name, week := range map[string]func(t *rapid.T, seats []vector.Seats){
		"skill": func(t *rapid.T, seats []vector.Seats) {
			k := vector.Learning{Untrained: of(t), Reach: of(t)}
			learning, forgetting := of(t), of(t)
			alike(t, seats, func(seats []vector.Seats) int { vector.Learn(seats, &k, learning, forgetting); return 0 })
		},
		"engagement": func(t *rapid.T, seats []vector.Seats) {
			k := vector.Climate{Drive: of(t), Burden: of(t), Least: .05, Rate: of(t)}
			level := of(t)
			alike(t, seats, func(seats []vector.Seats) int { vector.Engage(seats, &k, level); return 0 })
		},
		"growth": func(t *rapid.T, seats []vector.Seats) {
			k := vector.Growing{Age: 1.0 / 52, Limit: 1 + of(t), Rate: of(t)}
			grows := rapid.Bool().Draw(t, "accounts grow")
			alike(t, seats, func(seats []vector.Seats) int { vector.Grow(seats, &k, grows); return 0 })
		},
		"clocks": func(t *rapid.T, seats []vector.Seats) {
			k := vector.Leaving{Engagement: 5 * of(t), Base: of(t), Least: .2, Strictness: of(t), Replace: rapid.SampledFrom([]float64{0, .01, 1}).Draw(t, "replace")}
			alike(t, seats, func(seats []vector.Seats) bool { return vector.RunDown(seats, &k) })
		},
		"census": func(t *rapid.T, seats []vector.Seats) {
			alike(t, seats, func(seats []vector.Seats) (sum vector.Census) { vector.Count(seats, &sum); return sum })
		},
		"opportunities": func(t *rapid.T, seats []vector.Seats) {
			k := vector.Moves{
				Skill: of(t), SkillToday: of(t), Effort: of(t), Engagement: of(t), Creation: 2 * of(t),
				RampStart: of(t), Dip: of(t), Win: .1 + of(t), Loss: of(t), NoDecision: of(t),
			}
			stages := rapid.IntRange(1, vector.MaxStages).Draw(t, "stages")
			alike(t, seats, func(seats []vector.Seats) (sum vector.Flows) { vector.Move(seats, stages, &k, &sum); return sum })
		},
		"hours": func(t *rapid.T, seats []vector.Seats) {
			k := vector.Workday{
				Selling: 17.2, Admin: 12 * of(t), Search: 8 * of(t), Least: 4.3,
				Savable: 16 * of(t), SearchShare: of(t), Dip: of(t), Elasticity: of(t),
			}
			selling := 10 + 10*of(t)
			alike(t, seats, func(seats []vector.Seats) (sum vector.Spent) { vector.SplitWeek(seats, &k, selling, &sum); return sum })
		},
		"hours without tools": func(t *rapid.T, seats []vector.Seats) {
			selling := rapid.SampledFrom([]float64{20, 17.2, 4.3, 60}).Draw(t, "hours")
			alike(t, seats, func(seats []vector.Seats) int {
				vector.SameWeek(seats, &vector.Workday{Selling: 17.2, Elasticity: .8}, selling)
				return 0
			})
		},
		"sales over quota": func(t *rapid.T, seats []vector.Seats) {
			power := of(t)
			alike(t, seats, func(seats []vector.Seats) []vector.Four {
				out := make([]vector.Four, len(seats))
				vector.OverQuota(seats, power, out)
				return out
			})
		},
		"appraisal": func(t *rapid.T, seats []vector.Seats) {
			k := vector.Standards{
				ByAttain: of(t), Noise: of(t), MostAttain: 4, Voluntary: of(t), FirstYear: of(t), SecondYear: of(t), Later: of(t),
				FromAttain: of(t), Involuntary: of(t), Tenured: 26, FromRating: of(t), HalfSquare: of(t), MostLetGo: .1, Year: 52,
			}
			appraisals := make([]vector.Appraisals, len(seats))
			for at := range appraisals {
				v := reflect.ValueOf(&appraisals[at]).Elem()
				fillColumns(t, v, map[string]*rapid.Generator[float64]{
					"Counted": rapid.SampledFrom([]float64{0, 1, 2, 3, 4}), "Sum": rapid.OneOf(some, rapid.Float64Range(0, 1e7)),
					"AttainMean": rapid.Float64Range(0, 1e6), "AttainSD": rapid.Float64Range(.01, 1e6), "RatingSD": rapid.Float64Range(.01, 2),
				}, rapid.Float64Range(-3, 3))
			}
			alike(t, seats, func(seats []vector.Seats) []vector.Appraisals {
				out := append([]vector.Appraisals(nil), appraisals...)
				vector.Appraise(seats, out, &k)
				return out
			})
		},
		"books": func(t *rapid.T, seats []vector.Seats) {
			k := vector.Accounts{RampStart: of(t), Commission: of(t), Year: 52}
			past := make([]vector.Four, len(seats))
			for at := range past {
				fillColumn(t, reflect.ValueOf(&past[at]).Elem(), rapid.Float64Range(0, 1e5))
			}
			alike(t, seats, func(seats []vector.Seats) (out struct {
				Sum  vector.Books
				Past []vector.Four
			},
			) {
				out.Sum = vector.Books{Revenue: 1e7 / 3, Ramp: 1e5 / 3, Pay: 1e6 / 3, AtQuota: 7, Holders: 9}
				out.Past = append([]vector.Four(nil), past...)
				vector.Keep(seats, out.Past, &k, &out.Sum)
				return out
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { week(t, someSeats(t)) })
		})
	}
}

// ends are bits at and next to the ends of the table of deals and of its octaves.
var ends = []uint64{0, 1, 1 << 63, 1<<63 | 1, 1 << 38, 1 << 39, 1<<40 - 1, 1 << 40, 1 << 62, 1<<62 - 1, 1<<63 - 1, ^uint64(0), 1 << 31, 1 << 32, 1<<32 - 1}

// keyWith is a key that draws given bits for the first deal of a week: what
// random.Key does to it is undone.
func keyWith(bits uint64, week int) uint64 {
	inverse := func(c uint64) uint64 {
		x := c // right in the last three bits; each step doubles them
		for range 5 {
			x *= 2 - c*x
		}
		return x
	}
	x := bits
	x ^= x>>31 ^ x>>62
	x *= inverse(0x94d049bb133111eb)
	x ^= x>>27 ^ x>>54
	x *= inverse(0xbf58476d1ce4e5b9)
	x ^= x>>30 ^ x>>60
	return x - random.Counter(random.DealValue, week)
}

// What Close draws is what drawing one by one gives, and what it leaves it says.
func TestDealsOfFourAreDealsOfEach(t *testing.T) {
	var deals vector.Deals
	for half := range deals {
		for octave := range deals[half] {
			for cell := range deals[half][octave] {
				deals[half][octave][cell] = float64(1+half) + float64(octave) + float64(cell)/vector.DealCells
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		seats := someSeats(t)
		week := rapid.IntRange(0, 1000).Draw(t, "week")
		for at := range seats {
			if rapid.Bool().Draw(t, "at an end of the table") {
				bits := rapid.SampledFrom(ends).Draw(t, "bits")
				seats[at].Key[0] = keyWith(bits, week)
				if got := random.Key(seats[at].Key[0]).Bits(random.DealValue, week); got != bits {
					t.Fatalf("the key draws %x, want %x", got, bits)
				}
			}
		}
		var twins []vector.Seats
		if rapid.Bool().Draw(t, "with a twin") {
			// Of whom some have been drawn for other means, and some are other people.
			twins = append([]vector.Seats(nil), seats...)
			for at := range twins {
				for i := range twins[at].Key {
					twins[at].Mean[i] = float64(twins[at].Mean[i] * rapid.SampledFrom([]float64{1, 1, 1, .9}).Draw(t, "mean of the twin"))
					twins[at].Key[i] += rapid.SampledFrom([]uint64{0, 0, 0, 0, 0, 1}).Draw(t, "key of the twin")
				}
			}
			for left, _ := vector.Close(twins, nil, week, &deals); left != 0; left &= left - 1 {
				at := bits.TrailingZeros64(left)
				twins[at/vector.Lanes].Won[at%vector.Lanes] = 100
			}
		}
		left, won := vector.Close(seats, twins, week, &deals)
		sum := 0.0
		for at := range seats {
			f := &seats[at]
			for i := range f.Key {
				key := random.Key(f.Key[i])
				u := key.Uniform(random.Wins, week)
				if f.Luck[i] != u {
					t.Fatalf("the number of seat %d of %d is %g, want %g", i, at, f.Luck[i], u)
				}
				sum += f.Won[i]
				if left>>(at*vector.Lanes+i)&1 == 1 {
					if f.Won[i] != 0 || f.Revenue[i] != 0 {
						t.Fatalf("a seat that is left has won %g", f.Won[i])
					}
					continue
				}
				none := numeric.Exp(-f.Mean[i])
				if f.None[i] != none {
					t.Fatalf("the chance of no deal is %g at a mean of %g, want %g", f.None[i], f.Mean[i], none)
				}
				want, drawn := 0, 0.0
				if u > none {
					want = numeric.PoissonSmall(f.Mean[i], none, u)
				}
				for d := 0; d < want; d += 2 {
					bits := key.Bits(random.DealValue, week+d<<16)
					for k := d; k < min(d+2, want); k++ {
						v, ok := deals.Value(bits)
						if !ok {
							t.Fatalf("a deal beyond the table is not left")
						}
						drawn += v
						bits <<= 32
					}
				}
				if f.Won[i] != float64(want) || f.Revenue[i] != float64(f.Value[i]*drawn) {
					t.Fatalf("with a mean of %g the seat has won %g for %g, want %d for %g", f.Mean[i], f.Won[i], f.Revenue[i], want, float64(f.Value[i]*drawn))
				}
			}
		}
		if won != sum {
			t.Fatalf("%g deals were won, by seats %g", won, sum)
		}
	})
}
