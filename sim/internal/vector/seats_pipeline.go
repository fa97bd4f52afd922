package vector

import "threep/sim/internal/numeric"

// Moves are what moves opportunities this week in the whole organisation.
type Moves struct {
	Skill, SkillToday  float64 // effect of skill on the log of quality, and where it has none
	Effort, Engagement float64 // effect of engagement on it, and where it has none
	Creation           float64 // factor of the process
	RampStart          float64 // share of the full rate at which opportunities come on the first day
	Dip                float64 // what fumbling takes of creation and speed
	Win                float64 // weights of what a decision can be
	Loss               float64
	NoDecision         float64
	Carryover          float64 // share of the full rate that accounts bring whoever holds the seat
}

// Flows are sums over those who work in a team, in the order of seats.
type Flows struct {
	Created, Decided, Dropped, Lost, NoDecision, Bookings, Open, Cycle float64
}

// StageWeek takes a stage of the pipeline through a week, given what arrives from
// the stage before: a share of the stock moves on and a share is lost.
func StageWeek(here, arrives, speed, advance, lose float64) (left, moved, gone float64) {
	leaves := float64(here * speed)
	moved, gone = float64(leaves*advance), float64(leaves*lose)
	return here - (moved + gone) + arrives, moved, gone
}

// RampFactor is the share of the full rate at a share of the ramp done.
func RampFactor(done, start float64) float64 {
	if done >= 1 {
		return 1
	}
	return start + float64((1-start)*done)
}

// Move creates opportunities and moves all of those who work through the stages by a
// week; it leaves the mean of their deals and of a deal's value.
//
//	created = a x T x exp(log quality + dynamic quality) x (h / h0)^market.hours_elasticity x process x ramp x (1 + tools) x (1 - slow)
//	speed = (1 - slow) / (1 - faster cycle), at most the fastest
//	slow = dip.depth x fumbling
func Move(seats []Seats, stages int, k *Moves, sum *Flows) {
	if len(seats) > 0 {
		_ = seats[0].Stock[stages-1] // the kernel does not look: 1 to MaxStages
	}
	if moveLanes(seats, stages, k, sum) {
		return
	}
	*sum = Flows{}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			f.Value[i] = float64(f.DealMean[i] * (1 + f.DealValue[i]))
			if f.Held[i] == 0 {
				f.Mean[i] = 0
				continue
			}
			f.move(i, stages, k, sum)
		}
	}
}

// move is Move of one seat.
func (f *Seats) move(i, stages int, k *Moves, sum *Flows) {
	slow := float64(k.Dip * f.Fumble[i])
	created := float64(f.Rate(i, k) * (1 - slow))
	// Whoever fumbles is slow to move and close what is open.
	faster := 1 - f.Cycle[i]
	f.pass(i, stages, created, numeric.Smaller((1-slow)/faster, f.Fastest[i]), k, sum)
	sum.Cycle += float64(f.CycleWeeks[i] * faster)
}

// Rate is the expected number of opportunities that the holder of a seat creates this
// week, but for fumbling.
//
//	created = a x T x exp(log quality + dynamic quality) x (h / h0)^market.hours_elasticity x process x creating x (1 + tools)
func (f *Seats) Rate(i int, k *Moves) float64 {
	rate := float64(f.full(i, k) * RampFactor(f.Ramped[i], k.RampStart))
	return float64(rate * (1 + f.Creation[i]))
}

// full is the rate at which opportunities come to a seat where the ramp and tools
// are left out.
func (f *Seats) full(i int, k *Moves) float64 {
	quality := numeric.Exp(float64(k.Skill*(f.Skill[i]-k.SkillToday)) + float64(k.Effort*(f.Engagement[i]-k.Engagement)) + f.Effort[i])
	return float64(float64(float64(f.BaseRate[i]*f.Growth[i])*quality) * k.Creation)
}

// StandIn is Move of one seat that is vacant: colleagues serve what its accounts
// bring, in usual hours, as they did under the last holder.
//
//	created = territory.carryover x a x T x exp(log quality + dynamic quality) x process
func (f *Seats) StandIn(i, stages int, k *Moves, sum *Flows) {
	f.pass(i, stages, float64(k.Carryover*f.full(i, k)), 1, k, sum)
}

// pass takes a seat's opportunities through the stages, given those created.
func (f *Seats) pass(i, stages int, created, speed float64, k *Moves, sum *Flows) {
	open, dropped, arrives := 0.0, 0.0, 0.0
	f.Stock[0][i] += created
	for s := range stages {
		advance, lose := f.Advance[i], f.Lose[i]
		if s == stages-1 {
			advance, lose = f.Decide[i], 0
		}
		left, moved, gone := StageWeek(f.Stock[s][i], arrives, speed, advance, lose)
		f.Stock[s][i] = left
		open += left
		dropped += gone
		arrives = moved
	}
	decided := arrives

	loss := float64(k.Loss * (1 - f.Win[i]))
	none := float64(k.NoDecision * (1 - f.NoDecision[i]))
	perDecision := decided / (k.Win + loss + none)
	f.Mean[i] = float64(k.Win * perDecision)

	sum.Created += created
	sum.Decided += decided
	sum.Dropped += dropped
	sum.Lost += float64(loss * perDecision)
	sum.NoDecision += float64(none * perDecision)
	sum.Bookings += float64(f.Mean[i] * f.Value[i])
	sum.Open += open
}
