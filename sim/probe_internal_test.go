package sim

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"threep/sim/internal/random"
)

func TestProbeBurnIn(t *testing.T) {
	path := os.Getenv("PROBE_JSON")
	if path == "" {
		t.Skip()
	}
	var s Scenario
	b, _ := os.ReadFile(path)
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	e := NewEngine()
	sol, err := e.solve(context.Background(), &s)
	if err != nil {
		t.Fatal(err)
	}
	m, _ := compile(s.Baseline())
	sol.use(m)
	fmt.Println("threshold", m.roles[0].threshold, "attain", m.roles[0].attainMean, m.roles[0].attainSD, "rating", m.roles[0].ratingMean, m.roles[0].ratingSD)
	type acc struct {
		rev, exp, created, head, qual, ten, skill, eng, rat, pipe, att, growth, sal float64
		n                                                                           float64
	}
	weeks := map[int]*acc{}
	const runs = 60
	var pool acc
	for i := range m.population[0].seats {
		p := &m.population[0].seats[i]
		pool.n++
		if p.vacant > 0 {
			continue
		}
		pool.head++
		pool.ten += p.tenure
		pool.skill += p.skill
		pool.rat += p.rating
		pool.att += p.attain
		pool.growth += p.territory.growth
		if m.qualified(p.person.fit, m.roles[0].threshold) {
			pool.qual++
		}
	}
	h := pool.head
	fmt.Printf("pool head %.4f qual %.4f ten %.1f skill %.4f rating %.4f attain %.4f growth %.4f\n", h/pool.n, pool.qual/h, pool.ten/h, pool.skill/h, pool.rat/h, pool.att/h, pool.growth/h)
	w := newWorld(m)
	for run := 0; run < runs; run++ {
		w.start(random.Root(9, run), false)
		for week := -52; week < 156; week++ {
			w.step(week)
			a := weeks[week]
			if a == nil {
				a = &acc{}
				weeks[week] = a
			}
			x := &w.sums
			a.rev += x.revenue
			a.exp += x.expectedBookings
			a.created += x.created
			a.head += x.occupied
			a.qual += x.qualified
			a.ten += x.tenure
			a.skill += x.skill
			a.eng += x.engagement
			a.rat += x.rating
			a.pipe += x.pipeline
			for i := range w.seats {
				if w.seats[i].occupied {
					a.att += w.seats[i].attain
					a.growth += w.seats[i].territory.growth
					a.n++
				}
			}
		}
	}
	for _, k := range []int{-52, -51, -48, -44, -40, -39, -30, -26, -20, -13, -1, 12, 26, 51, 103, 155} {
		a := weeks[k]
		h := a.head
		fmt.Printf("%4d exp %.0f created %.2f head %.2f qual %.4f ten %.1f skill %.4f eng %.4f rating %.4f pipe %.1f attain %.4f growth %.4f\n", k, a.exp/runs, a.created/runs, h/runs, a.qual/h, a.ten/h, a.skill/h, a.eng/h, a.rat/h, a.pipe/runs, a.att/a.n, a.growth/a.n)
	}
}
