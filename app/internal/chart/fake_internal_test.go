package chart

import (
	"math"
	"math/rand/v2"
	"testing"

	"threep/assets"
	"threep/sim"
)

// fake is a made-up result: a rollout with a dip, then a gain.
type fake struct {
	weeks, runs int
	// values, where set, replaces what the fake makes up.
	values func(o sim.Weekly, w sim.World, run, week int) float64
	cache  map[[3]int][]float64
}

func newFake(weeks, runs int) *fake {
	return &fake{weeks: weeks, runs: runs, cache: map[[3]int][]float64{}}
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func (f *fake) WeeklySample(o sim.Weekly, w sim.World, run int) []float64 {
	key := [3]int{int(o), int(w), run}
	if y, ok := f.cache[key]; ok {
		return y
	}
	y := make([]float64, f.weeks)
	rng := rand.New(rand.NewPCG(uint64(run), uint64(o)*7+1)) // luck is shared by the worlds
	drift := rng.NormFloat64()
	wave := rng.NormFloat64()
	cash := 0.0
	for k := range y {
		t := float64(k + 1)
		noise := rng.NormFloat64()
		wave = .97*wave + .24*rng.NormFloat64()
		if f.values != nil {
			y[k] = f.values(o, w, run, k)
			continue
		}
		gain := 0.0
		if w == sim.Decided {
			gain = .17*logistic((t-62)/14) - .06*math.Exp(-math.Pow((t-20)/12, 2))
		}
		if w == sim.Assumed {
			gain = -.04
		}
		use := logistic((t-42)/9) * .8
		switch o {
		case sim.WeekEffectiveness:
			if y[k] = 100; w == sim.Decided {
				y[k] = 100 * (1 + gain*(1+.3*drift) + .02*wave*math.Min(1, t/20))
			}
		case sim.WeekRevenue:
			y[k] = 620_000 * (1 + gain) * (1 + .04*drift*.5 + .10*noise + .04*wave)
		case sim.WeekGrossMargin:
			y[k] = 400_000 * (1 + gain) * (1 + .04*drift*.5 + .10*noise + .04*wave)
		case sim.WeekCash:
			if w == sim.Decided {
				cash += 400_000*gain*(1+.4*drift) - 9000 + 8000*noise
			}
			y[k] = cash
		case sim.WeekExpectedBookings:
			y[k] = 400_000 * (1 + gain) * (1 + .01*drift)
		case sim.WeekAtQuota:
			y[k] = .58 + gain*.8 + .03*drift + .02*wave
		case sim.WeekUnaware:
			y[k] = math.Max(0, 1-t/8)
		case sim.WeekAware:
			y[k] = math.Min(1, t/8) * (1 - logistic((t-30)/9))
		case sim.WeekTrial:
			y[k] = math.Min(1, t/8) * (logistic((t-30)/9) - logistic((t-44)/9))
		case sim.WeekRoutine:
			y[k] = math.Min(1, t/8) * (logistic((t-44)/9) - .22*logistic((t-62)/8))
		case sim.WeekRejected:
			y[k] = math.Min(1, t/8) * .22 * logistic((t-62)/8)
		case sim.WeekLoggedUse:
			y[k] = math.Max(use, .55*logistic((t-10)/2))
		case sim.WeekBenefitUse:
			y[k] = use*(.8+.1*drift) + .01*noise
		case sim.WeekUseSavvy1, sim.WeekUseSavvy2, sim.WeekUseSavvy3, sim.WeekUseSavvy4:
			q := float64(o - sim.WeekUseSavvy1)
			y[k] = (.3 + .15*q) * logistic((t-60+9*q)/9)
		case sim.WeekPipeline:
			y[k] = 1450 * (1 - .4*gain + .03*drift + .02*wave)
		case sim.WeekWinRate:
			y[k] = .466 + .35*gain + .01*drift + .012*wave
		case sim.WeekWon:
			y[k] = 46 * (1 + gain) * (1 + .05*noise)
		case sim.WeekLost:
			y[k] = 30 * (1 - gain) * (1 + .05*noise)
		case sim.WeekNoDecision:
			y[k] = 24 * (1 - .5*gain) * (1 + .05*noise)
		case sim.WeekHeadcount:
			y[k] = 111 + wave
		case sim.WeekVoluntary, sim.WeekLetGo:
			y[k] = math.Max(0, .3+.1*drift+.3*noise)
		case sim.WeekSellingHours:
			y[k] = 19.8 + 4*gain + .1*noise
		case sim.WeekAdminHours, sim.WeekSearchHours, sim.WeekMeetingHours:
			y[k] = 8.4 - gain
		case sim.WeekTrainingHours, sim.WeekCoachingHours, sim.WeekUpkeepHours:
			y[k] = .5
		}
	}
	f.cache[key] = y
	return y
}

func (f *fake) WeeklyMean(o sim.Weekly, w sim.World) []float64 {
	mean, count := make([]float64, f.weeks), make([]float64, f.weeks)
	for run := range f.runs {
		for k, v := range f.WeeklySample(o, w, run) {
			if finite(v) { // as a result does
				mean[k] += v
				count[k]++
			}
		}
	}
	for k := range mean {
		mean[k] /= count[k]
	}
	return mean
}

func (f *fake) WeeklyQuantiles(o sim.Weekly, w sim.World, probs ...float64) [][]float64 {
	out := make([][]float64, len(probs))
	for i := range out {
		out[i] = make([]float64, f.weeks)
	}
	sample := make([]float64, 0, f.runs)
	for k := range f.weeks {
		sample = sample[:0]
		for run := range f.runs {
			if v := f.WeeklySample(o, w, run)[k]; finite(v) {
				sample = append(sample, v)
			}
		}
		sortFloats(sample)
		for i, p := range probs {
			out[i][k] = sim.Quantile(sample, p)
		}
	}
	return out
}

func sortFloats(v []float64) {
	for i := 1; i < len(v); i++ {
		for k := i; k > 0 && v[k] < v[k-1]; k-- {
			v[k], v[k-1] = v[k-1], v[k]
		}
	}
}

func facts(weeks, runs int) Facts {
	return Facts{
		Title: "Mobile access and playbooks", Currency: "EUR", Weeks: weeks, Runs: runs, Seed: 1,
		AssumptionsDiffer: true, Tools: 3, GoLive: 8, Payback: 96, ModelVersion: "1",
		Ramp:          []RampOf{{Share: .75, Weeks: 26, Spread: .35, Start: .2}, {Share: .25, Weeks: 16, Spread: .35, Start: .2}},
		PublishedRamp: []RampOf{{Share: 1, Weeks: 21, Spread: .35, Start: .2}},
	}
}

func renderer(t testing.TB) *Renderer {
	t.Helper()
	r, err := NewRenderer(assets.FontRegular(), assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func figure(t testing.TB, id ID, o Options) Figure {
	t.Helper()
	f, err := BuildFrom(id, facts(156, 100), newFake(156, 100), o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
