package vector

import "threep/sim/internal/numeric"

// OverQuota leaves, seat by seat, the quarter's sales over what the quota makes of the
// territory:
//
//	sales / T^quota.power, with T as accounts have grown
func OverQuota(seats []Seats, power float64, out []Four) {
	out = out[:len(seats)]
	if overQuotaLanes(seats, power, out) {
		return
	}
	for at := range seats {
		f := &seats[at]
		for i := range Lanes {
			log := f.LogTerritory[i] + numeric.LogNear(f.Growth[i])
			out[at][i] = float64(f.QuarterSales[i] * numeric.Exp(-float64(power*log)))
		}
	}
}

// Appraisals are those of four seats whose quarter is closed.
type Appraisals struct {
	Sum, Counted Four // of the quarters that count: their sales over quota, and how many
	Known        Four // rating from traits
	Noise        Four // of the rating, persistent: the rep's own and this manager's
	AttainMean   Four // of the role's stationary incumbents
	AttainSD     Four
	RatingMean   Four
	RatingSD     Four
	Turnover     Four // factor of the role on leaving
	Attain, Raw  Four // what comes of it: standardised attainment, rating as it is
}

// Standards are what ratings and hazards are made by.
type Standards struct {
	ByAttain, Noise, MostAttain                  float64 // of the rating
	Voluntary, FirstYear, SecondYear, Later      float64 // hazard of leaving a year, and factors by tenure
	FromAttain                                   float64 // effect of attainment on its log
	Involuntary, Tenured, FromRating, HalfSquare float64 // hazard of being let go a year, from which tenure on, and the effect of the rating on its log
	MostLetGo                                    float64 // a week
	Year                                         float64 // weeks
}

// Appraise sets rating and hazards of those who work until the next appraisal:
//
//	rating = rating.attainment x z(attainment) + rating from traits + rating.noise x noise, standardised
//	voluntary = leaving.voluntary x year factor x role factor / 52 x exp(-leaving.attainment x z(attainment))
//	involuntary = leaving.involuntary x role factor / 52 x exp(-leaving.rating_effect x z(rating) - leaving.rating_effect^2 / 2)
func Appraise(seats []Seats, a []Appraisals, k *Standards) {
	a = a[:len(seats)]
	if appraiseLanes(seats, a, k) {
		return
	}
	for at := range seats {
		for i := range Lanes {
			if seats[at].Held[i] != 0 {
				seats[at].appraise(i, &a[at], k)
			}
		}
	}
}

// appraise is Appraise of one seat.
func (f *Seats) appraise(i int, a *Appraisals, k *Standards) {
	a.Attain[i] = 0
	if a.Counted[i] > 0 {
		z := (a.Sum[i]/numeric.Larger(a.Counted[i], 1) - a.AttainMean[i]) / a.AttainSD[i]
		a.Attain[i] = numeric.Smaller(k.MostAttain, numeric.Larger(-k.MostAttain, float64(z*a.Counted[i])/4))
	}
	a.Raw[i] = float64(k.ByAttain*a.Attain[i]) + a.Known[i] + float64(k.Noise*a.Noise[i])
	f.Rating[i] = (a.Raw[i] - a.RatingMean[i]) / a.RatingSD[i]
	year := k.Later
	switch {
	case f.Tenure[i] < k.Year:
		year = k.FirstYear
	case f.Tenure[i] < 2*k.Year:
		year = k.SecondYear
	}
	f.VolRate[i] = float64(float64(k.Voluntary*year)*a.Turnover[i]) / k.Year
	f.VolRate[i] = float64(f.VolRate[i] * numeric.Exp(-float64(k.FromAttain*a.Attain[i])))
	f.LetRate[i] = 0
	if f.Tenure[i] >= k.Tenured {
		f.LetRate[i] = float64(float64(k.Involuntary*a.Turnover[i])*numeric.Exp(-float64(k.FromRating*f.Rating[i])-k.HalfSquare)) / k.Year
		f.LetRate[i] = numeric.Smaller(f.LetRate[i], k.MostLetGo)
	}
}
