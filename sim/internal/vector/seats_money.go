package vector

import (
	"math"

	"threep/sim/internal/numeric"
)

// Workday is a rep's usual week before tools cost and save hours.
type Workday struct {
	Selling, Admin, Search float64
	Least                  float64 // selling hours that nothing takes away
	Savable                float64 // hours that tools can save at most
	SearchShare            float64 // part of what is saved that is search
	Dip                    float64 // hours that fumbling costs
	Elasticity             float64 // of creation in selling hours
}

// Spent are hours of those who work in a team, in the order of seats.
type Spent struct{ Selling, Admin, Search, Upkeep float64 }

// SplitWeek splits the week of those who work, whose tools cost and save hours, given
// this week's selling hours without them; it sets what selling hours are worth.
func SplitWeek(seats []Seats, k *Workday, selling float64, sum *Spent) {
	if splitLanes(seats, k, selling, sum) {
		return
	}
	*sum = Spent{}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] == 0 {
				continue
			}
			saved := numeric.Smaller(float64(k.Selling*f.SellingTime[i]), k.Savable)
			selling, admin, search, upkeep := k.Split(selling, f.Lessons[i], f.Burden[i]+float64(k.Dip*f.Fumble[i]), float64(saved*(1-k.SearchShare)), float64(saved*k.SearchShare))
			f.Selling[i] = selling
			sum.Selling += selling
			sum.Admin += admin
			sum.Search += search
			sum.Upkeep += upkeep
		}
	}
	k.value(seats)
}

// Split returns a rep's hours of a week, given those of selling, lessons, upkeep and
// what is saved in administration and search. What cannot come out of selling comes out of
// administration, search and, last, of upkeep.
func (k *Workday) Split(selling, lessons, upkeep, savedAdmin, savedSearch float64) (sells, admin, search, kept float64) {
	selling = selling - lessons - upkeep + (savedAdmin + savedSearch)
	admin, search = k.Admin-savedAdmin, k.Search-savedSearch
	if selling < k.Least {
		need := k.Least - selling
		selling = k.Least
		cut := min(need, admin)
		admin -= cut
		need -= cut
		cut = min(need, search)
		search -= cut
		upkeep = max(0, upkeep-(need-cut))
	}
	return selling, admin, search, upkeep
}

// SameWeek gives those who work the same selling hours.
func SameWeek(seats []Seats, k *Workday, selling float64) {
	if sameLanes(seats, selling) {
		return
	}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] != 0 {
				f.Selling[i] = selling
			}
		}
	}
	k.value(seats)
}

// value sets what the selling hours of those who work are worth where they changed.
func (k *Workday) value(seats []Seats) {
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] != 0 && f.Selling[i] != f.Hours[i] {
				f.Hours[i] = f.Selling[i]
				f.Effort[i] = float64(k.Elasticity * numeric.LogNear(f.Selling[i]/k.Selling))
			}
		}
	}
}

// Accounts are what this week's books are kept by.
type Accounts struct {
	RampStart  float64 // share of the full rate on the first day
	Commission float64 // of revenue
	Year       float64 // weeks
}

// Books are running sums over those who work, in the order of seats.
type Books struct {
	Revenue, Ramp, Pay, AtQuota, Holders float64
}

// Keep adds what those who work sold and cost to the books and to the sales of their
// year, of which past is, seat by seat, the week that drops out; it leaves this
// week's there. A year ago the seat may have been another's: then nothing drops out.
func Keep(seats []Seats, past []Four, k *Accounts, sum *Books) {
	past = past[:len(seats)]
	if keepLanes(seats, past, k, sum) {
		return
	}
	for at := range seats {
		f := &seats[at]
		for i := range f.Held {
			if f.Held[i] == 0 {
				past[at][i] = f.Revenue[i]
				continue
			}
			ramping := float64(f.Pay[i] * (1 - RampFactor(f.Ramped[i], k.RampStart)))
			sum.Revenue += f.Revenue[i]
			sum.Ramp += ramping
			sum.Pay += f.Pay[i] - ramping + float64(k.Commission*f.Revenue[i])
			last := past[at][i]
			if f.Tenure[i] < k.Year {
				last = 0
			}
			f.YearSales[i] += f.Revenue[i] - last
			past[at][i] = f.Revenue[i]
			f.QuarterSales[i] += f.Revenue[i]
			if f.Tenure[i]+1 >= k.Year {
				sum.Holders++
				sum.AtQuota += reached(f.YearSales[i], f.Quota[i])
			}
		}
	}
}

// reached is 1 where sales are at or over quota, else 0, without a branch that
// the processor could not foresee: the sign bit of the difference.
func reached(sales, quota float64) float64 {
	return float64(1 - math.Float64bits(sales-quota)>>63)
}
