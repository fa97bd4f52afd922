package sim

import (
	"context"
	"math"
	"runtime"
	"sync"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

const (
	stationarySeats      = 20000 // in all, shared between the roles
	leastStationarySeats = 6000  // of a role
	stationaryYears      = 12
	stationarySeed       = 0x3b5a1e5
	solveFromYear        = 3 // first year end at which threshold and scales are solved
)

// incumbent is a seat of the stationary population with its holder.
type incumbent struct {
	person    person
	territory territory
	key       random.Key // of the holder
	vacant    float64    // weeks to the next hire; 0: occupied
	tenure    float64    // weeks
	skill     float64
	appraisal
	halo      int     // managers met
	error     float64 // the present one's persistent error about the holder
	ordinal   int
	voluntary float64 // clocks: what is left of an exponential
	letGo     float64
}

// appraisal is what a rep's last quarters and manager say.
type appraisal struct {
	volRate   float64    // voluntary hazard, a week, before engagement
	letRate   float64    // involuntary hazard, a week, before strictness
	rating    float64    // z
	rawRating float64    // not standardised
	attain    float64    // z of the trailing attainment
	quarters  [4]float64 // sales over territory^power, newest first
	counted   int        // quarters that count, at most 4
}

// stationary is the population from which each future samples its starting
// people: a people-only pass (traits, tenure, rating, attainment luck, exits,
// hires; no pipeline, no tools), in quarters, with the same hazards as the
// weekly engine.
type stationary struct {
	seats  []incumbent
	traits []float64 // seat by seat
}

// solveStationary runs the pass for one role and leaves its threshold and
// scales of attainment and rating in the model.
func (m *model) solveStationary(ctx context.Context, roleIndex, seats int) (*stationary, error) {
	role := &m.roles[roleIndex]
	p := &stationary{seats: make([]incumbent, seats), traits: make([]float64, seats*m.traits.n)}
	root := random.Root(stationarySeed, roleIndex)
	pass := &peoplePass{m: m, role: role, p: p, root: root}
	pass.prepare()
	role.threshold = numeric.NormalQuantile(clamp(m.s.Assumptions.People.UnqualifiedShare+.1, 1e-6, .95))
	role.attainMean, role.attainSD, role.ratingMean, role.ratingSD = pass.scale, float64(.35*pass.scale), 0, 1
	parallel(seats, func(i int) { pass.start(i) })
	for year := 0; year < stationaryYears; year++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		parallel(seats, func(i int) { pass.year(i, year) })
		if year >= solveFromYear {
			pass.solve()
		}
	}
	parallel(seats, func(i int) {
		s := &p.seats[i]
		s.person.gate = m.gate(s.person.fit, role.threshold)
		if s.vacant <= 0 {
			m.rate(&s.appraisal, role, &s.person, s.error)
			m.setHazards(&s.appraisal, role, s.tenure)
		}
	})
	return p, nil
}

// parallel calls f for 0..n-1 on all cores; f must touch only its own index. A
// panic in f is raised again in the caller.
func parallel(n int, f func(i int)) {
	workers := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	faults := make([]any, workers)
	for w := 0; w < workers; w++ {
		from, to := n*w/workers, n*(w+1)/workers
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer func() { faults[w] = recover() }()
			for i := from; i < to; i++ {
				f(i)
			}
		}()
	}
	wait.Wait()
	for _, fault := range faults {
		if fault != nil {
			panic(fault)
		}
	}
}

// peoplePass is the people-only pass of one role.
type peoplePass struct {
	m          *model
	role       *roleModel
	p          *stationary
	root       random.Key
	scale      float64 // expected quarterly sales of an average rep in an average territory
	wins       float64 // deals behind it
	cv2        float64
	lag        float64 // weeks from creation to decision
	sel        selection
	growthLeft float64 // of the way to the limit after a quarter
	// Limit of skill and what is left of the way to it after a quarter, by gate.
	limit, left [2]float64
}

func (q *peoplePass) prepare() {
	m := q.m
	plan := m.week(-burnInWeeks)
	a := &m.s.Assumptions
	created := float64(float64(q.role.creation*plan.creation) * weeksQuarter)
	q.wins = float64(float64(created*a.Pipeline.ReachForecast) * plan.winShare)
	q.scale = float64(q.wins * q.role.dealValue)
	q.cv2 = 1 + float64(a.Market.DealCV*a.Market.DealCV)
	leave := q.role.advance[q.role.stages-1]
	q.lag = float64(q.role.stages) / leave
	q.sel = plan.repSelection
	for gate := range q.limit {
		low := m.skill.settle(0, float64(gate), weeksQuarter)
		high := m.skill.settle(1, float64(gate), weeksQuarter)
		q.left[gate] = high - low
		q.limit[gate] = 1
		if q.left[gate] < 1 {
			q.limit[gate] = low / (1 - q.left[gate])
		}
	}
	q.growthLeft = numeric.Exp(-float64(m.territory.rate * weeksQuarter))
}

func (q *peoplePass) traitsOf(i int) []float64 {
	n := q.m.traits.n
	return q.p.traits[i*n : (i+1)*n]
}

func (q *peoplePass) start(i int) {
	s := &q.p.seats[i]
	seat := q.root.Person(uint64(i), -1)
	s.territory = q.m.territory.draw(seat)
	q.newHolder(i, s)
	// The first holders have long tenures already, near those of the limit, so
	// that twelve years suffice for the tail.
	s.tenure = float64(q.m.restTenure(q.role) * seat.Exponential(random.VoluntaryClock, 0))
	s.person.age += s.tenure / weeksYear
	s.skill = q.m.skill.settle(s.skill, s.person.gate, s.tenure)
	s.territory.growth = q.m.territory.grow(1, s.tenure)
	q.m.setHazards(&s.appraisal, q.role, s.tenure)
}

// restTenure is about the mean tenure of long-serving reps [weeks]: one over
// the hazard of those whom selection has spared.
func (m *model) restTenure(role *roleModel) float64 {
	l := &m.s.Assumptions.Leaving
	factor := 1.0
	if role.role.Turnover > 0 {
		factor = role.role.Turnover
	}
	hazard := float64((float64(l.Voluntary*l.Later) + float64(l.Involuntary*.35)) * factor)
	return weeksYear / max(hazard, .04)
}

func (q *peoplePass) newHolder(i int, s *incumbent) {
	m := q.m
	s.key = q.root.Person(uint64(i), s.ordinal)
	s.ordinal++
	s.person = m.hire(q.traitsOf(i), q.role, s.key, q.sel, s.territory.z, m.s.Assumptions.Territory.FitCorrelation)
	s.tenure, s.skill, s.vacant, s.halo = 0, s.person.skill0, 0, 0
	s.appraisal = appraisal{}
	s.voluntary = s.key.Exponential(random.VoluntaryClock, 0)
	s.letGo = s.key.Exponential(random.InvoluntaryClock, 0)
	s.error = q.errorOf(s)
	m.setHazards(&s.appraisal, q.role, 0)
}

// errorOf is the halo error of the manager a holder has.
func (q *peoplePass) errorOf(s *incumbent) float64 {
	return float64(math.Sqrt(q.m.s.Assumptions.Rating.Halo) * s.key.Normal(random.HaloNoise, s.halo))
}

// year moves seat i by four quarters.
func (q *peoplePass) year(i, year int) {
	s := &q.p.seats[i]
	if year > 0 {
		s.person.gate = q.m.gate(s.person.fit, q.role.threshold)
	}
	for quarter := 0; quarter < 4; quarter++ {
		q.quarter(i, s, year*4+quarter)
	}
}

func (q *peoplePass) quarter(i int, s *incumbent, number int) {
	m := q.m
	left := float64(weeksQuarter)
	for left > 0 {
		if s.vacant > 0 {
			step := min(left, s.vacant)
			s.vacant -= step
			left -= step
			if s.vacant <= 0 {
				q.newHolder(i, s)
			}
			continue
		}
		satisfied := m.engagementLeaving(m.engagementAtRest(s.person.drive))
		vol := float64(s.volRate * satisfied)
		let := float64(s.letRate * m.week(-burnInWeeks).strictness)
		step := left
		leaves := false
		if t := s.voluntary / max(vol, 1e-12); t < step {
			step, leaves = t, true
		}
		if t := s.letGo / max(let, 1e-12); t < step {
			step, leaves = t, true
		}
		s.voluntary -= float64(vol * step)
		s.letGo -= float64(let * step)
		if step == weeksQuarter {
			s.skill = q.settleQuarter(s.skill, s.person.gate)
			s.territory.growth = m.territory.limit + float64((s.territory.growth-m.territory.limit)*q.growthLeft)
		} else {
			s.skill = m.skill.settle(s.skill, s.person.gate, step)
			s.territory.growth = m.territory.grow(s.territory.growth, step)
		}
		s.tenure += step
		s.person.age += step / weeksYear
		left -= step
		if leaves {
			s.territory.growth = m.territory.handOver(s.territory.growth)
			s.vacant = m.fillWeeks(s.key, m.week(-burnInWeeks).fillWeeks)
		}
	}
	if s.vacant == 0 {
		q.appraise(s, number)
	}
}

// appraise closes a quarter: draws its luck, rates and sets the hazards.
func (q *peoplePass) appraise(s *incumbent, number int) {
	m := q.m
	if start := s.tenure - weeksQuarter; start >= qualifyTenure {
		terr := float64(s.territory.index * s.territory.growth)
		logTerr := m.territory.logIndex(&s.territory)
		worked := max(0, s.tenure-weeksQuarter/2-q.lag)
		ramp := m.creating(worked / s.person.rampWeeks)
		level := m.logQuality(&s.person) + m.dynamicQuality(s.skill, m.engagementAtRest(s.person.drive))
		rate := float64(numeric.Exp(level) * ramp)
		variance := numeric.LogNear(1 + q.cv2/max(float64(q.wins*rate*terr), .05))
		luck := float64(math.Sqrt(variance)*s.key.Normal(random.AttainmentLuck, number)) - variance/2
		// Sales over territory^power.
		sales := float64(float64(q.scale*rate) * numeric.Exp(luck+float64((1-m.s.Assumptions.Quota.Power)*logTerr)))
		s.push(sales)
	}
	if m.s.Mechanisms.Managers {
		if turn := m.s.Assumptions.Managers.Turnover / 4; s.key.Uniform(random.ManagerClock, number) < turn {
			s.halo++
			s.error = q.errorOf(s)
		}
	}
	m.rate(&s.appraisal, q.role, &s.person, s.error)
	m.setHazards(&s.appraisal, q.role, s.tenure)
}

func (a *appraisal) push(sales float64) {
	a.quarters[3], a.quarters[2], a.quarters[1], a.quarters[0] = a.quarters[2], a.quarters[1], a.quarters[0], sales
	a.counted = min(4, a.counted+1)
}

// solve sets threshold and scales from the incumbents of now.
func (q *peoplePass) solve() {
	fits := make([]float64, 0, len(q.p.seats))
	var attain, rating moments
	for i := range q.p.seats {
		s := &q.p.seats[i]
		if s.vacant > 0 {
			continue
		}
		fits = append(fits, s.person.fit)
		if s.counted == 4 {
			attain.add(s.trailing())
			rating.add(s.rawRating)
		}
	}
	share := q.m.s.Assumptions.People.UnqualifiedShare
	if share <= 0 || len(fits) == 0 {
		q.role.threshold = math.Inf(-1)
	} else {
		q.role.threshold = selectQuantile(fits, share)
	}
	if attain.n > 1 {
		q.role.attainMean, q.role.attainSD = attain.mean(), attain.sd()
		q.role.ratingMean, q.role.ratingSD = rating.mean(), rating.sd()
	}
}

// settleQuarter is settle over a whole quarter; all but a soft floor's halves
// have a gate of 0 or 1, for which the limit and the way left are at hand.
func (q *peoplePass) settleQuarter(skill, gate float64) float64 {
	switch gate {
	case 0:
		return q.limit[0] + float64((skill-q.limit[0])*q.left[0])
	case 1:
		return q.limit[1] + float64((skill-q.limit[1])*q.left[1])
	}
	return q.m.skill.settle(skill, gate, weeksQuarter)
}

// trailing is the mean of the quarters that count.
func (a *appraisal) trailing() float64 { return a.sum() / float64(max(1, a.counted)) }

// sum is that of the quarters that count.
func (a *appraisal) sum() float64 {
	sum := 0.0
	for i := 0; i < a.counted; i++ {
		sum += a.quarters[i]
	}
	return sum
}

// moments accumulates mean and sd.
type moments struct{ n, sum, squares float64 }

func (m *moments) add(x float64) {
	m.n++
	m.sum += x
	m.squares += float64(x * x)
}

func (m *moments) mean() float64 { return m.sum / m.n }

func (m *moments) sd() float64 {
	mean := m.mean()
	return math.Sqrt(max(1e-12, m.squares/m.n-float64(mean*mean)))
}
