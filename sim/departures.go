package sim

import "context"

// SeatYears are what a seat sold in the 52 weeks before a week and in those from it
// on, whoever held it [currency].
type SeatYears struct {
	Before, After float64
	// Left says that the seat's holder left at the end of the week before. Else the
	// holder stayed throughout both years.
	Left bool
}

// Departures simulates an organisation without any decision from today on, and calls
// each once for every future with the seats whose holder, a year in the seat at least,
// leaves in the first quarter, each around the day of departure, and with those whose
// holder stays in the seat from the year before until a year after the quarter, around
// the quarter's middle. Each is called from several goroutines at once; the slice is
// the callee's. When ctx is cancelled it returns ctx's error; each has then been called
// for some futures alone.
func (e *Engine) Departures(ctx context.Context, s *Scenario, o Options, each func(run int, seats []SeatYears)) error {
	s = s.Clone()
	s.Organisation.HorizonWeeks = max(s.Organisation.HorizonWeeks, weeksQuarter+weeksYear)
	return e.eachFuture(ctx, s, o, func(run int, w *world) {
		if seats := w.departures(); !w.halted() {
			each(run, seats)
		}
	})
}

// departures runs the world through the quarter and the year after it.
func (w *world) departures() []SeatYears {
	const never, tooNew = -1, -2
	left := make([]int, len(w.seats)) // the week after whose end a seat's holder was gone
	years := make([]SeatYears, len(w.seats))
	for i := range left {
		left[i] = never
		if s := &w.seats[i]; !s.occupied() || s.Tenure[s.lane] < weeksYear {
			left[i] = tooNew
		}
	}
	for week := 0; week < weeksQuarter+weeksYear; week++ {
		if week == weeksQuarter/2 {
			for i := range left {
				if left[i] == never {
					years[i].Before = w.soldInYear(i)
				}
			}
		}
		w.step(week)
		if w.halted() {
			return nil
		}
		for i := range left {
			switch s := &w.seats[i]; {
			case left[i] == never && !s.occupied() && week < weeksQuarter:
				left[i] = week
				years[i] = SeatYears{Before: w.soldInYear(i), Left: true}
			case left[i] == never && !s.occupied():
				left[i] = tooNew // left later: neither
			case left[i] >= 0 && week == left[i]+weeksYear, left[i] == never && week == weeksQuarter/2+weeksYear-1:
				years[i].After = w.soldInYear(i)
			}
		}
	}
	out := years[:0]
	for i := range left {
		if left[i] != tooNew {
			out = append(out, years[i])
		}
	}
	return out
}

// soldInYear is what was closed in seat i in the last 52 weeks, whoever held it.
func (w *world) soldInYear(i int) float64 { return w.addSold(0, 0, i) }

// addSold adds to a sum what was closed in seat i, whoever held it, in a slot of the
// trailing year and those after it.
func (w *world) addSold(sum float64, slot, i int) float64 {
	for ; slot < weeksYear; slot++ {
		sum += *w.closed(slot, i)
	}
	return sum
}
