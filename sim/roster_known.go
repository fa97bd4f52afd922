package sim

import (
	"sync/atomic"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// rosterModel is what a roster tells under a set of assumptions, prepared once
// and shared by the worlds of a solution.
type rosterModel struct {
	seats []rosterSeat // by seat of the model
	// expected is the log of sales that the roster's people are expected to make,
	// on the average of those whose sales are known: sales are known in relation
	// to each other alone.
	expected float64
	// unitQuota is the mean quota of those known, each over its role's unit; 0
	// where none is known. It tells what the file's money is worth.
	unitQuota float64
	money     float64    // model's currency for one of the file's; 0 where no quota tells it
	exposures []exposure // by role
}

// rosterSeat is what is known of a seat and its holder.
type rosterSeat struct {
	known  []int       // traits known
	values []float64   // of them
	gain   [][]float64 // trait on known trait: what an observed surprise moves

	// logSales is the log of last year's sales as if by a full rep over a whole
	// year, over the role's unit, less the roster's mean.
	logSales float64
	hasSales bool
	variance float64 // of logSales, given the person and the territory
	attain   float64 // log of those sales over the quota's index, less the roster's mean
	// quotaIndex is the seat's own quota over the role's unit, relative to the
	// mean of the roster; 0 where none is known.
	quotaIndex float64

	logTerritory float64 // part of the log index that is known
	unknown      [4]bool // territory variables that are not
	tenure       float64 // whole weeks at today; -1 where not known
}

// unit is what a role sells a week in relation to others, before what all share.
func (r *roleModel) unit() float64 { return float64(r.dealValue * r.creation) }

const (
	// rosterUnknown is the variance of log annual sales that neither person, nor
	// the territory's variables, nor the luck of deals explain: what the model does
	// not know of a real territory, and what stays with it [judgement].
	rosterUnknown = .14 * .14
	// rosterBetween is the variance of log annual sales between people: it bounds
	// how much one of them weighs in the roster's mean [as in the one real roster].
	rosterBetween = .35 * .35
	// leastShare is the share of a year's sales below which the months since
	// hiring tell nothing of a person.
	leastShare = .002
	// leastSales bounds from below what is made of tiny sales, in logs under the mean.
	leastSales = 3
	// pause is how many seats are gone through between looks at the stop flag.
	pause = 64
)

// knowRoster prepares what the roster tells; the population must be solved. It
// returns nil where it was stopped.
func (m *model) knowRoster(stopped *atomic.Bool) (*rosterModel, error) {
	k := &rosterModel{seats: make([]rosterSeat, len(m.seats))}
	corr := correlationMatrix(&m.s.Catalogue)
	gains := map[string][][]float64{}
	for i := range m.seats {
		if i%pause == 0 && stopped.Load() {
			return nil, nil
		}
		if err := m.knowSeat(&k.seats[i], i, corr, gains); err != nil {
			return nil, err
		}
	}
	m.knowQuotas(k)
	m.knowSales(k)
	m.roster = k
	m.expectRoster(stopped)
	return k, nil
}

// knowSeat notes what needs no comparison with others.
func (m *model) knowSeat(out *rosterSeat, i int, corr [][]float64, gains map[string][][]float64) error {
	r := &m.s.Roster[m.seats[i].index]
	out.tenure = -1
	if r.Tenure != nil {
		out.tenure = wholeWeeks(*r.Tenure)
	}
	for k, x := range [4]*float64{r.Potential, r.Accounts, r.Presence, r.Workload} {
		if x == nil {
			out.unknown[k] = true
			continue
		}
		out.logTerritory += float64(m.territory.weight[k] * numeric.Log(max(*x, 1e-6)))
	}
	name := make([]byte, 0, MaxTraits)
	for k, t := range m.s.Catalogue.Traits {
		if x, ok := r.Traits[t.ID]; ok {
			out.known = append(out.known, k)
			out.values = append(out.values, x)
			name = append(name, byte(k))
		}
	}
	if len(out.known) == 0 {
		return nil
	}
	gain, ok := gains[string(name)]
	if !ok {
		var err error
		if gain, err = regression(corr, out.known); err != nil {
			return err
		}
		gains[string(name)] = gain
	}
	out.gain = gain
	return nil
}

// knowQuotas sets each quota in relation to the mean, role by role in the
// role's own unit: a role that sells in small deals has no small quota for it.
func (m *model) knowQuotas(k *rosterModel) {
	sum, n := 0.0, 0.0
	for i := range m.seats {
		if q := m.s.Roster[m.seats[i].index].Quota; q != nil && *q > 0 {
			k.seats[i].quotaIndex = *q / m.roles[m.seats[i].role].unit()
			sum += k.seats[i].quotaIndex
			n++
		}
	}
	if n == 0 {
		return
	}
	k.unitQuota = sum / n
	for i := range k.seats {
		k.seats[i].quotaIndex /= k.unitQuota
	}
}

// knowSales turns last year's sales into those of a full rep over a whole year,
// over the role's unit and relative to the roster, with the variance of what
// they tell. Who joined not long ago has closed little of what a full rep
// closes, and that little is luck, ramp and what a predecessor left.
func (m *model) knowSales(k *rosterModel) {
	exposures := make([]exposure, len(m.roles))
	for i := range exposures {
		exposures[i] = m.compileExposure(&m.roles[i])
	}
	k.exposures = exposures
	mean, n := 0.0, 0.0
	for i := range k.seats {
		out := &k.seats[i]
		r := &m.s.Roster[m.seats[i].index]
		if r.Sales == nil || r.Vacant {
			continue
		}
		role := &m.roles[m.seats[i].role]
		share, uncertain := exposures[m.seats[i].role].share(out.tenure)
		if share < leastShare {
			continue
		}
		out.hasSales, out.variance = true, uncertain
		out.logSales = numeric.Log(max(float64(*r.Sales/role.unit()), 1e-30) / share)
		if *r.Sales > 0 {
			mean += out.logSales
			n++
		}
	}
	if n == 0 {
		for i := range k.seats {
			k.seats[i].hasSales = false
		}
		return
	}
	mean /= n
	sum, attain, weights := 0.0, 0.0, 0.0
	for i := range k.seats {
		out := &k.seats[i]
		if !out.hasSales {
			continue
		}
		out.logSales = max(out.logSales, mean-leastSales)
		e := &exposures[m.seats[i].role]
		share, _ := e.share(out.tenure)
		deals := max(.05, float64(float64(e.deals*share)*numeric.Exp(out.logSales-mean)))
		out.variance += rosterUnknown + numeric.LogNear(1+(1+float64(m.s.Assumptions.Market.DealCV*m.s.Assumptions.Market.DealCV))/deals)
		out.attain = out.logSales
		if out.quotaIndex > 0 {
			out.attain -= numeric.Log(out.quotaIndex)
		} else {
			out.attain -= float64(m.s.Assumptions.Quota.Power * out.logTerritory)
		}
		w := out.weight()
		weights += w
		sum += float64(w * out.logSales)
		attain += float64(w * out.attain)
	}
	for i := range k.seats {
		k.seats[i].logSales -= sum / weights
		k.seats[i].attain -= attain / weights
	}
}

// weight is how much a seat's sales weigh in the roster's mean.
func (s *rosterSeat) weight() float64 { return 1 / (rosterBetween + s.variance) }

const (
	expectingDraws = 6400 // members weighed for a whole roster's expectation
	expectingSeed  = 0x2057e2
)

// expectRoster finds what the model expects of the people whose sales are
// known, their sales apart, on the average: what they sold is held against it.
func (m *model) expectRoster(stopped *atomic.Bool) {
	k := m.roster
	draws := min(rosterDraws, max(4, expectingDraws/len(k.seats)))
	root := random.Root(expectingSeed, 0)
	means := make([]float64, len(k.seats))
	parallel(len(k.seats), func(i int) {
		if !k.seats[i].hasSales || stopped.Load() {
			return
		}
		pool := m.population[m.seats[i].role]
		key := root.Person(m.seats[i].key, -1)
		own := root.Person(m.seats[i].key, 0)
		c := rosterCandidate{salesApart: true, brought: m.broughtSkill(1, own) - m.s.Assumptions.Skill.Untrained}
		sum, weights := 0.0, 0.0
		for d := 0; d < draws; d++ {
			pick := int(key.Bits(random.Resampling, d) % uint64(len(pool.seats)))
			m.weigh(&c, i, pick)
			sum += float64(c.weight * c.expected)
			weights += c.weight
		}
		means[i] = sum / weights
	})
	sum, weights := 0.0, 0.0
	for i := range k.seats {
		if s := &k.seats[i]; s.hasSales {
			sum += float64(s.weight() * means[i])
			weights += s.weight()
		}
	}
	if weights > 0 {
		k.expected = sum / weights
	}
}

// regression returns the coefficients of every trait on the known ones:
// corr[., K] times the inverse of corr[K, K].
func regression(corr [][]float64, known []int) ([][]float64, error) {
	k := len(known)
	sub := make([][]float64, k)
	for i := range sub {
		sub[i] = make([]float64, k)
		for j := range sub[i] {
			sub[i][j] = corr[known[i]][known[j]]
		}
	}
	l, err := choleskyOf(sub)
	if err != nil {
		return nil, err
	}
	out := make([][]float64, len(corr))
	y := make([]float64, k)
	for t := range corr {
		// Solve L y = c, then L' x = y.
		for i := 0; i < k; i++ {
			sum := corr[t][known[i]]
			for j := 0; j < i; j++ {
				sum -= float64(l[i][j] * y[j])
			}
			y[i] = sum / l[i][i]
		}
		x := make([]float64, k)
		for i := k - 1; i >= 0; i-- {
			sum := y[i]
			for j := i + 1; j < k; j++ {
				sum -= float64(l[j][i] * x[j])
			}
			x[i] = sum / l[i][i]
		}
		out[t] = x
	}
	return out, nil
}
