package scenarios

import "math"

// standardise turns what is relative to the roster into its standard form.
func (r *rosterReader) standardise() {
	var rating, sales, quota, potential, accounts, presence, workload []*float64
	for i := range r.drafts {
		s := &r.drafts[i].seat
		rating = append(rating, s.Rating)
		sales, quota = append(sales, s.Sales), append(quota, s.Quota)
		potential, accounts = append(potential, s.Potential), append(accounts, s.Accounts)
		presence, workload = append(presence, s.Presence), append(workload, s.Workload)
	}
	toZ(rating)
	r.standardiseScales()
	scale := mean(sales)
	if scale < minSize {
		scale = mean(quota)
	}
	if scale >= minSize {
		divide(sales, scale)
		divide(quota, scale)
	}
	for _, list := range [][]*float64{potential, accounts, presence, workload} {
		divide(list, geometricMean(list))
	}
}

func mean(list []*float64) float64 {
	sum, n := 0.0, 0
	for _, x := range list {
		if x != nil {
			sum += *x
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func divide(list []*float64, by float64) {
	for _, x := range list {
		if x != nil {
			*x /= by
		}
	}
}

// toZ subtracts the mean and divides by the standard deviation; where all are
// alike, all are average.
func toZ(list []*float64) {
	centre := mean(list)
	var squares []*float64
	for _, x := range list {
		if x != nil {
			d := (*x - centre) * (*x - centre)
			squares = append(squares, &d)
		}
	}
	sd := math.Sqrt(mean(squares))
	for _, x := range list {
		if x != nil {
			*x -= centre
			if sd > 1e-12*math.Max(1, math.Abs(centre)) {
				*x /= sd
			} else {
				*x = 0
			}
		}
	}
}

// geometricMean is the geometric mean of positive numbers; 1 where there are none.
// It needs no logarithm, whose last bit differs between processors.
func geometricMean(list []*float64) float64 {
	product, n := scaled{fraction: .5, exponent: 1}, 0
	for _, x := range list {
		if x != nil {
			product = product.times(scaledOf(*x))
			n++
		}
	}
	if n == 0 {
		return 1
	}
	// The root lies between two powers of two: halve the interval until it is closed.
	low := math.Ldexp(1, int(math.Floor(float64(product.exponent-1)/float64(n)))-1)
	high := 8 * low
	for {
		middle := (low + high) / 2
		if middle <= low || middle >= high {
			return middle
		}
		if scaledOf(middle).power(n).less(product) {
			low = middle
		} else {
			high = middle
		}
	}
}

// scaled is fraction * 2^exponent with a fraction from .5 to 1: a number without
// overflow.
type scaled struct {
	fraction float64
	exponent int
}

func scaledOf(x float64) scaled {
	f, e := math.Frexp(x)
	return scaled{f, e}
}

func (a scaled) times(b scaled) scaled {
	c := scaledOf(a.fraction * b.fraction)
	c.exponent += a.exponent + b.exponent
	return c
}

func (a scaled) power(n int) scaled {
	result := scaled{fraction: .5, exponent: 1}
	for ; n > 0; n /= 2 {
		if n%2 == 1 {
			result = result.times(a)
		}
		a = a.times(a)
	}
	return result
}

func (a scaled) less(b scaled) bool {
	if a.exponent != b.exponent {
		return a.exponent < b.exponent
	}
	return a.fraction < b.fraction
}
