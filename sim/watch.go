package sim

import "math"

// watch keeps a record of every person of a world, for those who ask.
type watch struct {
	world   World
	twin    *world // the baseline under the same assumptions; nil in baselines
	years   int
	held    []watched
	records []PersonRecord
}

type watched struct {
	hireWeek            int
	ratingStart         float64
	sales, quota, weeks []float64
	gain                []float64
	paired              float64
	use, logged, live   float64
}

func newWatch(world World, twin *world, seats, weeks int) *watch {
	years := (weeks + weeksYear - 1) / weeksYear
	w := &watch{world: world, twin: twin, years: years, held: make([]watched, seats)}
	return w
}

// begin opens a record for every holder at the start.
func (x *watch) begin(w *world) {
	x.records = x.records[:0]
	for i := range w.seats {
		if i%pause == 0 && w.halted() {
			return
		}
		if s := &w.seats[i]; s.occupied() {
			x.open(w, i)
			x.held[i].hireWeek = -int(s.Tenure[s.lane])
			x.held[i].ratingStart = w.seats[i].rating
		}
	}
}

func (x *watch) open(w *world, i int) {
	flat := make([]float64, 4*x.years)
	x.held[i] = watched{
		hireWeek: w.week, ratingStart: math.NaN(),
		sales: flat[0:x.years], quota: flat[x.years : 2*x.years],
		weeks: flat[2*x.years : 3*x.years], gain: flat[3*x.years:],
	}
}

// week adds a week of a team's reps. The twin has run the week already; the
// same person holds the seat in both worlds where the keys agree.
func (x *watch) week(w *world, team *teamModel) {
	if w.week < 0 {
		return
	}
	year := w.week / weeksYear
	for _, s := range w.present {
		i := s.place
		o := &x.held[i]
		o.sales[year] += s.Revenue[s.lane]
		o.quota[year] += s.Quota[s.lane] / weeksYear
		o.weeks[year]++
		for k, live := range team.goLive {
			if w.week >= live {
				u := w.user(i, k)
				o.live++
				o.use += u.Use[u.lane]
				o.logged += u.Logged[u.lane]
			}
		}
		if x.twin != nil {
			if b := &x.twin.seats[i]; b.key == s.key && b.worked(w.week) {
				o.gain[year] += s.Revenue[s.lane] - b.Revenue[b.lane]
				o.paired++
			}
		}
	}
}

// close ends the record of a leaver.
func (x *watch) close(w *world, i, kind int) {
	if w.week < 0 {
		return
	}
	x.records = append(x.records, x.record(w, i, kind, w.week))
}

// end ends the records of those who stay, in seat order.
func (x *watch) end(w *world) {
	for i := range w.seats {
		if i%pause == 0 && w.halted() {
			return
		}
		if w.seats[i].occupied() {
			x.records = append(x.records, x.record(w, i, exitNone, -1))
		}
	}
}

func (x *watch) record(w *world, i, kind, exitWeek int) PersonRecord {
	m := w.m
	s := &w.seats[i]
	k := s.lane
	o := &x.held[i]
	role := &m.roles[m.seats[i].role]
	r := PersonRecord{
		World: x.world, Seat: m.seats[i].alias, SeatKey: m.seats[i].key, Ordinal: s.ordinal,
		Role: role.role.ID, Team: m.teams[m.seats[i].team].name,
		Age: s.Age[k], Traits: append([]float64(nil), w.traitsOf(i)...), Drawn: true,
		Fit: s.person.fit, Qualified: m.qualified(s.person.fit, role.threshold), Savvy: s.person.savvy,
		HireWeek: o.hireWeek, Tenure: s.Tenure[k], Skill: s.Skill[k], Engagement: s.Engagement[k],
		Potential: s.territory.potential, Accounts: m.territory.grownAccounts(s.land()),
		Presence: s.territory.presence, Workload: s.territory.workload,
		Rating: s.rating, RatingStart: o.ratingStart, Sales: o.sales, Quota: o.quota, WeeksInSeat: o.weeks,
		BenefitUse: ratio(o.use, o.live), LoggedUse: ratio(o.logged, o.live),
		GainYears: o.gain, PairedWeeks: o.paired, Gain: math.NaN(),
		ExitWeek: exitWeek, ExitKind: [...]string{"", "voluntary", "involuntary", "replaced"}[kind],
	}
	if c := m.s.Catalogue.Cohorts; int(s.person.cohort) < len(c) {
		r.Cohort = c[s.person.cohort].ID
	}
	if o.hireWeek < 0 {
		r.TenureStart = float64(-o.hireWeek)
	}
	if k := m.seats[i].index; k >= 0 && s.ordinal == 0 && len(m.s.Roster[k].Traits) == m.traits.n {
		r.Drawn = false
	}
	if o.paired > 0 {
		r.Gain = 0
		for _, g := range o.gain {
			r.Gain += g
		}
	}
	x.considered(w, i, &r)
	return r
}

// considered sets what the holder of seat i makes of each tool that they have come
// to consider.
func (x *watch) considered(w *world, i int, r *PersonRecord) {
	flat := make([]float64, 2*len(w.m.tools))
	r.ToolIntention, r.ToolEase = flat[:len(w.m.tools)], flat[len(w.m.tools):]
	n := 0.0
	for k := range w.m.tools {
		mind := w.user(i, k)
		if mind.stage == unaware {
			r.ToolIntention[k], r.ToolEase[k] = math.NaN(), math.NaN()
			continue
		}
		r.ToolIntention[k], r.ToolEase[k] = mind.intention, mind.ease
		r.Intention += mind.intention
		r.Ease += mind.ease
		n++
	}
	r.Intention, r.Ease = defined(r.Intention, n), defined(r.Ease, n)
}
