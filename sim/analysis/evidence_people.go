package analysis

import (
	"math"
	"sort"

	"threep/sim"
)

// sales are a person's closed sales of the first year; rating the manager's at
// its start.
func sales(p *person) float64  { return p.sales[0] }
func rating(p *person) float64 { return p.ratingStart }

// tenured calls f for every firm with its people who had been in the seat for a
// year when the first year began, and held it all through.
func (o *observed) tenured(f func(firm int, list []*person)) {
	for i := range o.people {
		var list []*person
		for k := range o.people[i] {
			if p := &o.people[i][k]; p.tenuredAt(0) {
				list = append(list, p)
			}
		}
		f(i, list)
	}
}

// measureTrait correlates a trait with an outcome within firms.
func measureTrait(t *trial, trait string, of func(*person) float64) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	at := o.trait(trait)
	var r pooled
	o.tenured(func(_ int, list []*person) {
		x, y := make([]float64, len(list)), make([]float64, len(list))
		for i, p := range list {
			x[i], y[i] = p.traits[at], of(p)
		}
		r.add(x, y)
	})
	t.put("r", r.estimate())
	return nil
}

// measureB5 splits every firm at its median of optimism.
func measureB5(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	at := o.trait("optimism")
	n := len(o.people)
	top, bottom := make([]float64, n), make([]float64, n)
	o.tenured(func(firm int, list []*person) {
		sort.Slice(list, func(i, j int) bool { return list[i].traits[at] < list[j].traits[at] })
		half := len(list) / 2 // the one in the middle is left out
		for i := 0; i < half; i++ {
			bottom[firm] += list[i].sales[0] / float64(half)
			top[firm] += list[len(list)-1-i].sales[0] / float64(half)
		}
	})
	e := ratioOf(top, bottom)
	e.value--
	t.put("gap", e)
	return nil
}

// measureB6 describes the annual sales of every firm's tenured reps.
func measureB6(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	var cv, top, skew []float64
	o.tenured(func(_ int, list []*person) {
		x := make([]float64, len(list))
		for i, p := range list {
			x[i] = p.sales[0]
		}
		s := spreadOf(x)
		cv, top, skew = append(cv, s.cv), append(top, s.top), append(skew, s.skew)
	})
	t.put("cv", meanOf(cv))
	t.put("top_fifth", meanOf(top))
	t.put("skew", meanOf(skew))
	return nil
}

// rosterSize is the size of the one published roster.
const rosterSize = 25

// measureB7 cuts every firm's tenured reps into rosters, in the order of their
// seats, and regresses sales on the four variables of the territory.
func measureB7(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	var all []float64
	perFirm := make([]float64, len(o.people))
	count := make([]float64, len(o.people))
	o.tenured(func(firm int, list []*person) {
		for ; len(list) >= rosterSize; list = list[rosterSize:] {
			y := make([]float64, rosterSize)
			var x [4][]float64
			for k := range x {
				x[k] = make([]float64, rosterSize)
			}
			for i, p := range list[:rosterSize] {
				y[i] = p.sales[0]
				x[0][i], x[1][i], x[2][i], x[3][i] = p.potential, p.accounts, p.presence, p.workload
			}
			r := rSquared(y, x[:]...)
			all = append(all, r)
			perFirm[firm] += r
			count[firm]++
		}
	})
	t.put("r_squared", ratioOf(perFirm, count))
	t.put("rosters", exact(float64(len(all))))
	return nil
}

// measureB10 looks at who left within the year, and at the rating on the day it
// began. Whoever left in the other way is left out.
func measureB10(t *trial) error {
	o, err := t.sim(0)
	if err != nil {
		return err
	}
	year := t.check.Window
	exits, occupied := o.sum(sim.WeekVoluntary, sim.Decided, year), o.sum(sim.WeekHeadcount, sim.Decided, year)
	for i, v := range o.sum(sim.WeekLetGo, sim.Decided, year) {
		exits[i] += v
		occupied[i] /= float64(year.To - year.From + 1)
	}
	t.put("turnover", ratioOf(exits, occupied))
	for _, kind := range []string{"voluntary", "involuntary"} {
		t.put(kind, jackknife(len(o.people), func(use func(int) bool) float64 {
			var rating []float64
			var left []bool
			for i := range o.people {
				if !use(i) {
					continue
				}
				for k := range o.people[i] {
					p := &o.people[i][k]
					if p.hireWeek > -52 || math.IsNaN(p.ratingStart) {
						continue
					}
					gone := p.exitWeek >= 0 && p.exitWeek < 52
					if gone && p.exitKind != kind {
						continue
					}
					rating, left = append(rating, p.ratingStart), append(left, gone)
				}
			}
			return biserial(rating, left)
		}))
	}
	return nil
}
