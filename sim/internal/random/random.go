// Package random gives counter-based random numbers: a draw is a pure function
// of its key and counters, so that it depends neither on the order of
// execution, nor on workers, nor on which lever moved.
package random

import "threep/sim/internal/numeric"

// Key names a stream: of a run, of a person, of a person's process.
type Key uint64

// Process tells the uses of randomness of one person or seat apart.
type Process uint64

// The processes that draw. A number once given is never reused, since golden
// digests depend on it.
const (
	Population Process = iota + 1
	Territory
	TraitDraw
	SavvyDraw
	AgeDraw
	CohortDraw
	SkillDraw
	RampDraw
	SelectionNoise
	RatingNoise
	HaloNoise
	VoluntaryClock
	InvoluntaryClock
	FillTime
	TrialClock
	RejectionClock
	SecondChanceClock
	EaseNoise
	ComplianceDraw
	Wins
	DealValue
	AttainmentLuck
	ManagerDraw
	ManagerClock
	Resampling
	Ignorance
	ReplacementClock
	AttitudeNoise
	ForecastNoise
	Lost
	NoDecision
)

const (
	golden   = 0x9e3779b97f4a7c15
	oddA     = 0xd1342543de82ef95
	oddB     = 0xaf251af3b0f025b5
	oddC     = 0x8cb92ba72f3d8dd7
	unit     = 1.0 / (1 << 53)
	halfUnit = unit / 2
)

// mix is the finaliser "mix13" of Stafford, as in SplitMix64: a bijection in
// which every input bit moves every output bit.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// Root returns the key of one future of a seed.
func Root(seed uint64, run int) Key {
	return Key(mix(mix(seed+golden) + uint64(run)*oddA + oddB))
}

// Name returns a number for a text, the same everywhere (FNV-1a, mixed).
func Name(text string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := 0; i < len(text); i++ {
		h ^= uint64(text[i])
		h *= 0x100000001b3
	}
	return mix(h)
}

// Person returns the key of the ordinal-th holder of a seat.
func (k Key) Person(seat uint64, ordinal int) Key {
	return Key(mix(uint64(k) ^ mix(seat+uint64(ordinal)*oddC+golden)))
}

// Counter is what a process and counter add to a key before it is mixed.
func Counter(p Process, n int) uint64 { return uint64(p)*oddA + uint64(n)*golden }

// Bits returns 64 random bits for a process and counter.
func (k Key) Bits(p Process, n int) uint64 { return mix(uint64(k) + Counter(p, n)) }

// Uniform returns a number in (0, 1), never 0 or 1, for a process and counter.
func (k Key) Uniform(p Process, n int) float64 {
	return float64(float64(k.Bits(p, n)>>11)*unit) + halfUnit
}

// Normal returns a standard normal number for a process and counter.
func (k Key) Normal(p Process, n int) float64 {
	return numeric.NormalQuantile(k.Uniform(p, n))
}

// Exponential returns an exponential number of mean 1 for a process and counter.
func (k Key) Exponential(p Process, n int) float64 {
	return -numeric.Log(k.Uniform(p, n))
}
