package analysis

import (
	"math"
	"sort"

	"threep/sim"
)

// group sums the paired gain and the baseline sales of some people over a year,
// future by future; count is how many they are.
type group struct{ gain, sales, count []float64 }

func (o *observed) group(year int, keep func(p *person) bool) group {
	n := len(o.people)
	g := group{make([]float64, n), make([]float64, n), make([]float64, n)}
	for i := range o.people {
		for k := range o.people[i] {
			if p := &o.people[i][k]; p.weeks[year] > 0 && keep(p) {
				g.gain[i] += p.gain[year]
				g.sales[i] += p.sales[year] - p.gain[year]
				g.count[i] += p.weeks[year] / 52
			}
		}
	}
	return g
}

// scaled gives a group's counts in units of an average rep's sales, so that a
// gain over it is money as a share of those.
func scaled(g group, sales float64) []float64 {
	out := make([]float64, len(g.count))
	for i, n := range g.count {
		out[i] = n * sales
	}
	return out
}

func qualified(p *person) bool   { return p.qualified }
func unqualified(p *person) bool { return !p.qualified }

// measureA1 compares quarters of the qualified reps of each firm by savvy.
func measureA1(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	low, high := make([]float64, len(o.people)), make([]float64, len(o.people))
	which := map[*person]int{}
	for i := range o.people {
		var savvy []float64
		for k := range o.people[i] {
			if p := &o.people[i][k]; p.qualified {
				savvy = append(savvy, p.savvy)
			}
			which[&o.people[i][k]] = i
		}
		sort.Float64s(savvy)
		low[i], high[i] = sim.Quantile(savvy, .25), sim.Quantile(savvy, .75)
	}
	all := ratioOfGroup(o.group(1, qualified))
	most := o.group(1, func(p *person) bool { return p.qualified && p.savvy >= high[which[p]] })
	least := o.group(1, func(p *person) bool { return p.qualified && p.savvy <= low[which[p]] })
	t.put("most_less_twice_least", contrast(most.gain, scaled(most, all), 2, least.gain, scaled(least, all)))
	t.put("most", ratioOf(most.gain, scaled(most, all)))
	t.put("least", ratioOf(least.gain, scaled(least, all)))
	return nil
}

// ratioOfGroup is the mean baseline sales of a person of a group in the year.
func ratioOfGroup(g group) float64 { return ratioOf(g.sales, g.count).value }

// measureA2 looks at who holds a seat at the end.
func measureA2(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	var intention, ease pooled
	cohorts := map[string][]float64{}
	for i := range o.people {
		var age, x, e []float64
		for k := range o.people[i] {
			p := &o.people[i][k]
			cohorts[p.cohort] = append(cohorts[p.cohort], p.savvy)
			// Who came too late to consider a tool has no intention yet.
			if p.exitWeek < 0 && !math.IsNaN(p.intention) {
				age, x, e = append(age, p.age), append(x, p.intention), append(e, p.ease)
			}
		}
		intention.add(age, x)
		ease.add(age, e)
	}
	t.put("age_intention", intention.estimate())
	t.put("age_ease", ease.estimate())
	t.put("overlap", leastOverlap(cohorts))
	return nil
}

// fewest is how many people of a cohort must have been seen for its distribution
// to be compared.
const fewest = 100

// leastOverlap is the smallest overlap of any two cohorts.
func leastOverlap(cohorts map[string][]float64) estimate {
	var ids []string
	for id, list := range cohorts {
		if len(list) >= fewest {
			ids = append(ids, id)
		}
	}
	sort.Strings(ids)
	least := estimate{value: 1}
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			x, y := cohorts[a], cohorts[b]
			if v := overlap(x, y); v < least.value {
				// The share of two samples that falls on either side of where the
				// distributions cross.
				least = estimate{v, math.Sqrt(v * (1 - v/2) / 2 * (1/float64(len(x)) + 1/float64(len(y))))}
			}
		}
	}
	return least
}

// measureA4 compares what tools bring the qualified and the unqualified; suffix
// stands behind the ids of the lines.
func measureA4(t *trial, setup int, suffix string) error {
	o, err := t.sim(setup)
	if err != nil {
		return err
	}
	q, u := o.group(1, qualified), o.group(1, unqualified)
	all := ratioOfGroup(o.group(1, func(*person) bool { return true }))
	t.put("unqualified_less_tenth"+suffix, contrast(u.gain, scaled(u, all), .1, q.gain, scaled(q, all)))
	t.put("qualified"+suffix, ratioOf(q.gain, scaled(q, all)))
	t.put("unqualified"+suffix, ratioOf(u.gain, scaled(u, all)))
	return nil
}

// measureA5 compares sales with and without training and coaching, in the year
// of both and in the year after.
func measureA5(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	for year, suffix := range []string{"_during", ""} {
		q, u := o.group(year, qualified), o.group(year, unqualified)
		t.put("qualified"+suffix, ratioOf(q.gain, q.sales))
		t.put("unqualified"+suffix, ratioOf(u.gain, u.sales))
	}
	return nil
}

// measureA6 sorts people by which of two roles they are fit for, and looks who
// sells where the job asks for the one and where it asks for the other.
func measureA6(t *trial) error {
	own, err := t.sim(0)
	if err != nil {
		return err
	}
	swapped, err := t.sim(1)
	if err != nil {
		return err
	}
	role := own.scenario.Organisation.Roles[0].Role
	here, err := sim.RoleFit(own.scenario, role)
	if err != nil {
		return err
	}
	there, err := sim.RoleFit(own.scenario, t.check.Setups[1].Profile)
	if err != nil {
		return err
	}
	// The threshold is where the labour market's unqualified share is cut off.
	thresholdHere := normalQuantile(own.result.MarketUnqualified[role])
	thresholdThere := normalQuantile(swapped.result.MarketUnqualified[role])
	kind := func(p *person) (forHere, forThere bool) {
		return here(p.traits) >= thresholdHere, there(p.traits) >= thresholdThere
	}
	one, people := make([]float64, len(own.people)), make([]float64, len(own.people))
	for i := range own.people {
		for k := range own.people[i] {
			p := &own.people[i][k]
			if p.hireWeek >= 0 {
				continue
			}
			people[i]++
			if a, b := kind(p); a != b {
				one[i]++
			}
		}
	}
	t.put("exactly_one", ratioOf(one, people))
	for _, x := range []struct {
		line string
		o    *observed
	}{{"own_profile", own}, {"swapped_profile", swapped}} {
		// Sales of those fit for the first role alone, less those of the others.
		n := len(x.o.people)
		a, na, b, nb := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
		for i := range x.o.people {
			for k := range x.o.people[i] {
				p := &x.o.people[i][k]
				if !p.tenuredAt(0) {
					continue
				}
				switch forHere, forThere := kind(p); {
				case forHere && !forThere:
					a[i] += p.sales[0]
					na[i]++
				case forThere && !forHere:
					b[i] += p.sales[0]
					nb[i]++
				}
			}
		}
		mean := (ratioOf(a, na).value + ratioOf(b, nb).value) / 2
		for i := range na {
			na[i] *= mean
			nb[i] *= mean
		}
		t.put(x.line, contrast(a, na, 1, b, nb))
	}
	return nil
}

// atQuota is the share of the people in the same seat all year who reached their
// quota times a factor, future by future: numerator and denominator.
func (o *observed) atQuota(year int, factor float64) (reached, people []float64) {
	reached, people = make([]float64, len(o.people)), make([]float64, len(o.people))
	for i := range o.people {
		for k := range o.people[i] {
			p := &o.people[i][k]
			if !p.wholeYear(year) {
				continue
			}
			people[i]++
			if p.sales[year] >= p.quota[year]*factor {
				reached[i]++
			}
		}
	}
	return reached, people
}

// measureA10 sets people against tools as the cause of reps at quota. Quotas are
// those of the first firm: the second's are scaled back to them.
func measureA10(t *trial) error {
	worse, err := t.sim(0)
	if err != nil {
		return err
	}
	scale := worse.result.QuotaScale
	share := func(i int) (reached, people []float64, err error) {
		o, err := t.sim(i)
		if err != nil {
			return nil, nil, err
		}
		reached, people = o.atQuota(2, scale/o.result.QuotaScale)
		return reached, people, nil
	}
	low, lowN := worse.atQuota(2, 1)
	high, highN, err := share(1)
	if err != nil {
		return err
	}
	tools, toolsN, err := share(2)
	if err != nil {
		return err
	}
	t.put("people", contrast(high, highN, 1, low, lowN))
	t.put("bundle", contrast(tools, toolsN, 1, low, lowN))
	t.put("people_less_bundle", contrast(high, highN, 1, tools, toolsN))
	decided, err := t.sim(3)
	if err != nil {
		return err
	}
	for line, outcome := range map[string]sim.Weekly{"replaced_qualified": sim.WeekQualified, "replaced_at_quota": sim.WeekAtQuota} {
		d, _ := decided.paired(outcome, Window{t.check.Window.To, t.check.Window.To})
		t.put(line, meanOf(d))
	}
	return nil
}
