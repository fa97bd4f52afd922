package sim_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"threep/scenarios"
	"threep/sim"
)

func TestProbe(t *testing.T) {
	name := os.Getenv("PROBE")
	if name == "" {
		t.Skip()
	}
	s := scenarios.Default()
	if name != "default" {
		var err error
		s, err = scenarios.Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
	}
	if tools := os.Getenv("PROBE_TOOLS"); tools != "" {
		s.Decisions.Tools = strings.Split(tools, ",")
	}
	for _, set := range strings.Fields(os.Getenv("PROBE_SET")) {
		id, v, _ := strings.Cut(set, "=")
		p, ok := sim.NewTable().Lookup(id)
		if !ok {
			t.Fatal(id)
		}
		x, _ := strconv.ParseFloat(v, 64)
		p.Set(s, x)
	}
	e := sim.NewEngine()
	runs := 200
	t0 := time.Now()
	_, err := e.Run(context.Background(), s, sim.Options{Runs: 1, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("solve+1:", time.Since(t0))
	t0 = time.Now()
	r, err := e.Run(context.Background(), s, sim.Options{Runs: runs, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("runs:", time.Since(t0))
	fmt.Println("market", r.MarketUnqualified, "k", r.QuotaScale)
	for i, o := range sim.TotalInfo() {
		a, b := sim.Summarise(r.Values(sim.Total(i), sim.Assumed)), sim.Summarise(r.Values(sim.Total(i), sim.Decided))
		fmt.Printf("%-26s %12.4f %12.4f  sd %.4f %.4f  undef %d\n", o.ID, a.Mean, b.Mean, a.SD, b.SD, b.Undefined)
	}
	for i, o := range sim.WeeklyInfo() {
		a, b := r.WeeklyMean(sim.Weekly(i), sim.Assumed), r.WeeklyMean(sim.Weekly(i), sim.Decided)
		fmt.Printf("%-22s", o.ID)
		for _, k := range []int{0, 25, 51, 103, 155} {
			fmt.Printf(" %11.4g/%-11.4g", a[k], b[k])
		}
		fmt.Println()
	}
	fmt.Printf("%+v\n", r.Headline())
}
