package report

import (
	"bufio"
	"io"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"threep/sim"
)

// weekStatistics describe an outcome of one world, week by week.
type weekStatistics struct {
	mean                    []float64
	p05, p25, p50, p75, p95 []float64
}

// weeklyOutcome is one outcome of the weeks in every world.
type weeklyOutcome struct {
	id, unit string
	worlds   [sim.NumWorlds]*weekStatistics
}

// weeklyOutcomes describes every outcome, shared over the processors.
func (c *Contents) weeklyOutcomes() []weeklyOutcome {
	r := c.Result
	infos := sim.WeeklyInfo()
	out := make([]weeklyOutcome, len(infos))
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(infos)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			var sorter weekSorter
			for i := range next {
				o := weeklyOutcome{id: infos[i].ID, unit: UnitName(infos[i].Unit, c.currency())}
				for _, w := range worlds() {
					if w == sim.Assumed && !r.AssumptionsDiffer {
						o.worlds[w] = o.worlds[sim.Baseline]
						continue
					}
					o.worlds[w] = sorter.describe(r, sim.Weekly(i), w)
				}
				out[i] = o
			}
		}()
	}
	for i := range infos {
		next <- i
	}
	close(next)
	wait.Wait()
	return out
}

// weekSorter turns the futures of an outcome into samples by week.
type weekSorter struct{ samples [][]float64 }

func (s *weekSorter) describe(r *sim.Result, o sim.Weekly, w sim.World) *weekStatistics {
	s.gather(r, o, w)
	flat := make([]float64, 5*r.Weeks)
	cut := func(i int) []float64 { return flat[i*r.Weeks : (i+1)*r.Weeks] }
	out := &weekStatistics{mean: r.WeeklyMean(o, w), p05: cut(0), p25: cut(1), p50: cut(2), p75: cut(3), p95: cut(4)}
	for k, sample := range s.samples {
		slices.Sort(sample)
		out.p05[k], out.p25[k], out.p50[k] = sim.Quantile(sample, .05), sim.Quantile(sample, .25), sim.Quantile(sample, .5)
		out.p75[k], out.p95[k] = sim.Quantile(sample, .75), sim.Quantile(sample, .95)
	}
	return out
}

// gather reads future by future, as they lie in memory.
func (s *weekSorter) gather(r *sim.Result, o sim.Weekly, w sim.World) {
	for len(s.samples) < r.Weeks {
		s.samples = append(s.samples, make([]float64, 0, r.Runs))
	}
	s.samples = s.samples[:r.Weeks]
	for k := range s.samples {
		s.samples[k] = s.samples[k][:0]
	}
	for run := range r.Runs {
		for k, v := range r.WeeklySample(o, w, run) {
			if v-v == 0 { // finite
				s.samples[k] = append(s.samples[k], v)
			}
		}
	}
}

// row calls put with the cells of every row of weekly.csv; the slice is reused.
func (o *weeklyOutcome) rows(put func(week int, which string, numbers [6]float64) error) error {
	for _, w := range worlds() {
		s := o.worlds[w]
		for k := range s.mean {
			if err := put(k+firstWeek, w.String(), [6]float64{s.mean[k], s.p05[k], s.p25[k], s.p50[k], s.p75[k], s.p95[k]}); err != nil {
				return err
			}
		}
	}
	return nil
}

// weeklyColumns are the columns of weekly.csv.
func weeklyColumns() []column {
	return []column{
		{name: "outcome", text: "weekly.outcome"},
		{name: "week", text: "weekly.week", unit: string(sim.UnitWeeks)},
		{name: "which", text: "weekly.which"},
		{name: "mean", text: "weekly.mean", unit: ofOutcome},
		{name: "p05", text: "weekly.p05", unit: ofOutcome},
		{name: "p25", text: "weekly.p25", unit: ofOutcome},
		{name: "p50", text: "weekly.p50", unit: ofOutcome},
		{name: "p75", text: "weekly.p75", unit: ofOutcome},
		{name: "p95", text: "weekly.p95", unit: ofOutcome},
		{name: "unit", text: "weekly.unit"},
	}
}

func writeWeekly(w io.Writer, outcomes []weeklyOutcome) error {
	b := bufio.NewWriterSize(w, 1<<16)
	b.WriteString(headerLine(weeklyColumns()))
	var line []byte
	for i := range outcomes {
		o := &outcomes[i]
		err := o.rows(func(week int, which string, numbers [6]float64) error {
			line = append(line[:0], o.id...)
			line = append(line, ',')
			line = strconv.AppendInt(line, int64(week), 10)
			line = append(line, ',')
			line = append(line, which...)
			for _, v := range numbers {
				line = append(line, ',')
				line = appendNumber(line, v)
			}
			line = append(line, ',')
			line = append(appendCell(line, o.unit), '\n')
			_, err := b.Write(line)
			return err
		})
		if err != nil {
			return err
		}
	}
	return b.Flush()
}
