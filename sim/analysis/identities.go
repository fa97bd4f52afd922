package analysis

import (
	"math"
	"slices"

	"threep/sim"
)

// differing counts the figures of two results that are not the same to the last
// bit: every weekly outcome and total of every future that both have.
func differing(a, b *sim.Result, worldA, worldB sim.World) float64 {
	n := 0.0
	same := func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) || x != x && y != y }
	count := func(x, y []float64) {
		for k := range x {
			if !same(x[k], y[k]) {
				n++
			}
		}
	}
	runs := min(a.Runs, b.Runs)
	for o := sim.Weekly(0); o < sim.NumWeekly; o++ {
		if o == sim.WeekEffectiveness && a.Runs != b.Runs {
			continue // set against the mean of all futures, of which one has more
		}
		for i := 0; i < runs; i++ {
			count(a.WeeklySample(o, worldA, i), b.WeeklySample(o, worldB, i))
		}
	}
	for o := sim.Total(0); o < sim.NumTotals; o++ {
		if pooledTotal(o) && a.Runs != b.Runs {
			continue // likewise
		}
		count(a.Values(o, worldA)[:runs], b.Values(o, worldB)[:runs])
	}
	return n
}

// pooledTotal reports whether a total of one future depends on the others.
func pooledTotal(o sim.Total) bool {
	return o == sim.TotalEffectiveness || o == sim.TotalBeforeCost
}

// measureC5 compares scenario and baseline where nothing is decided.
func measureC5(t *trial) error {
	bits, worst := 0.0, 0.0
	for i := range t.check.Setups {
		o, err := t.sim(i)
		if err != nil {
			return err
		}
		bits += differing(o.result, o.result, sim.Assumed, sim.Decided)
		h := o.result.Headline()
		for _, v := range append([]float64{h.After, h.Before}, h.Dots...) {
			if !(v == 100) {
				worst = math.Max(worst, math.Abs(v-100))
			}
			if math.IsNaN(v) {
				worst = math.Inf(1)
			}
		}
	}
	t.put("differing", exact(bits))
	t.put("headline", exact(worst))
	return nil
}

// measureC6 runs one scenario in other orders and at other prices.
func measureC6(t *trial) error {
	runs := t.runs(t.check)
	build := func(change func(s *sim.Scenario)) (*sim.Scenario, error) {
		s, err := t.scenario(0)
		if err == nil && change != nil {
			change(s)
		}
		return s, err
	}
	run := func(change func(s *sim.Scenario), runs, workers int) (*sim.Result, error) {
		s, err := build(change)
		if err != nil {
			return nil, err
		}
		// An engine of its own: nothing solved before may stand in.
		return sim.NewEngine().Run(t.ctx, s, sim.Options{Runs: runs, Seed: t.seedOf(t.check), Workers: workers})
	}
	all := func(a, b *sim.Result) float64 {
		n := 0.0
		for w := sim.World(0); w < sim.NumWorlds; w++ {
			n += differing(a, b, w, w)
		}
		return n
	}
	base, err := run(nil, runs, 1)
	if err != nil {
		return err
	}
	workers := 0.0
	for _, n := range []int{2, 5} {
		r, err := run(nil, runs, n)
		if err != nil {
			return err
		}
		workers += all(base, r)
	}
	t.put("workers", exact(workers))
	more, err := run(nil, runs+3, 2)
	if err != nil {
		return err
	}
	t.put("batches", exact(all(base, more)))
	inOrder, err := run(func(s *sim.Scenario) { s.Roster = roster() }, runs, 1)
	if err != nil {
		return err
	}
	shuffled, err := run(func(s *sim.Scenario) { s.Roster = otherRows(roster()) }, runs, 2)
	if err != nil {
		return err
	}
	t.put("rows", exact(all(inOrder, shuffled)))
	dear, err := run(doublePrices, runs, 1)
	if err != nil {
		return err
	}
	money, other := doubled(base, dear)
	t.put("money", exact(money))
	t.put("other", exact(other))
	return nil
}

// roster is a dozen people in two teams.
func roster() []sim.RosterSeat {
	var list []sim.RosterSeat
	for i := 0; i < 12; i++ {
		sales, tenure := 100+float64(i*7%12)*20, float64(20+i*40)
		id := string(rune('a' + i))
		list = append(list, sim.RosterSeat{ID: id, Alias: id, Team: []string{"north", "south"}[i%2], Sales: &sales, Tenure: &tenure})
	}
	return list
}

// otherRows puts the rows of a roster in another order and renames the teams.
func otherRows(list []sim.RosterSeat) []sim.RosterSeat {
	slices.SortStableFunc(list, func(a, b sim.RosterSeat) int { return int(a.ID[0])*7%13 - int(b.ID[0])*7%13 })
	for i := range list {
		list[i].Team = map[string]string{"north": "zulu", "south": "alpha"}[list[i].Team]
	}
	return list
}

// doublePrices doubles everything that is money.
func doublePrices(s *sim.Scenario) {
	rows := sim.NewTable().Rows()
	for i := range rows {
		if rows[i].Unit == sim.UnitMoney {
			rows[i].Set(s, 2*rows[i].Get(s))
		}
	}
	for i := range s.Catalogue.Tools {
		s.Catalogue.Tools[i].SeatPrice *= 2
		s.Catalogue.Tools[i].Implementation *= 2
	}
}

// doubled is the largest relative fault of money that should have doubled, and
// of what should have stayed.
func doubled(a, b *sim.Result) (money, other float64) {
	take := func(info sim.OutcomeInfo, x, y []float64) {
		factor, worst := 1.0, &other
		if info.Unit == sim.UnitMoney {
			factor, worst = 2, &money
		}
		for k := range x {
			if x[k] != x[k] && y[k] != y[k] {
				continue
			}
			fault := math.Abs(y[k]-factor*x[k]) / (1 + math.Abs(y[k]))
			if math.IsNaN(fault) {
				fault = math.Inf(1)
			}
			*worst = math.Max(*worst, fault)
		}
	}
	for o, info := range sim.WeeklyInfo() {
		for i := 0; i < a.Runs; i++ {
			take(info, a.WeeklySample(sim.Weekly(o), sim.Decided, i), b.WeeklySample(sim.Weekly(o), sim.Decided, i))
		}
	}
	for o, info := range sim.TotalInfo() {
		take(info, a.Values(sim.Total(o), sim.Decided), b.Values(sim.Total(o), sim.Decided))
	}
	return money, other
}

// measureC7 multiplies the factors of the headline, and averages the futures.
func measureC7(t *trial) error {
	factors, mean := 0.0, 0.0
	for i := range t.check.Setups {
		o, err := t.sim(i)
		if err != nil {
			return err
		}
		h := o.result.Headline()
		product := 100.0
		for _, f := range h.Factors {
			product *= f.Ratio
		}
		of := meanOf(o.result.Values(sim.TotalEffectiveness, sim.Decided)).value
		factors = math.Max(factors, math.Abs(product-h.CostRatio-h.After))
		mean = math.Max(mean, math.Abs(of-h.After))
	}
	t.put("factors", exact(factors))
	t.put("mean", exact(mean))
	return nil
}

// measureC8 compares stocks and flows of every world, week by week.
func measureC8(t *trial) error {
	var worst sim.Imbalance
	for i := range t.check.Setups {
		s, err := t.scenario(i)
		if err != nil {
			return err
		}
		for run := 0; run < t.runs(t.check); run++ {
			b, err := conservation(t.engine, t.ctx, s, t.seedOf(t.check), run)
			if err != nil {
				return err
			}
			worst.Opportunities = math.Max(worst.Opportunities, b.Opportunities)
			worst.People = math.Max(worst.People, b.People)
			worst.Hours = math.Max(worst.Hours, b.Hours)
			worst.Money = math.Max(worst.Money, b.Money)
			worst.NotFinite += b.NotFinite
		}
	}
	t.put("opportunities", exact(worst.Opportunities))
	t.put("people", exact(worst.People))
	t.put("hours", exact(worst.Hours))
	t.put("money", exact(worst.Money))
	t.put("not_finite", exact(float64(worst.NotFinite)))
	return nil
}
