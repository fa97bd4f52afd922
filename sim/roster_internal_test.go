package sim

import (
	"context"
	"math"
	"strconv"
	"testing"

	"threep/sim/internal/random"
)

func number(x float64) *float64 { return &x }

// rosterOf is a miniature with a roster; every seat has an id and an alias.
func rosterOf(rows ...RosterSeat) *Scenario {
	s := miniature(len(rows))
	for i := range rows {
		rows[i].ID = "seat " + strconv.Itoa(i)
		rows[i].Alias = rows[i].ID
	}
	s.Roster = rows
	return s
}

// rosterWorld solves s and makes a world of it.
func rosterWorld(t *testing.T, s *Scenario) *world {
	t.Helper()
	if err := s.Validate(NewTable()); err != nil {
		t.Fatal(err)
	}
	sol := &solution{}
	if err := sol.compute(context.Background(), s, 4000); err != nil {
		t.Fatal(err)
	}
	m, err := compile(s)
	if err != nil {
		t.Fatal(err)
	}
	sol.use(m)
	return newWorld(m)
}

// liveToToday runs the year before today.
func liveToToday(w *world, run int, expected bool) {
	w.start(random.Root(11, run), expected)
	burnIn(w)
}

// meanFit is the mean fit of every seat over some futures.
func meanFit(t *testing.T, s *Scenario) []float64 {
	t.Helper()
	w := rosterWorld(t, s)
	fit := make([]float64, len(w.seats))
	const runs = 600
	for run := 0; run < runs; run++ {
		w.start(random.Root(11, run), false)
		for i := range w.seats {
			fit[i] += w.seats[i].person.fit / runs
		}
	}
	return fit
}

// What share of a full rep's year a newcomer is expected to have closed is what
// the weekly engine lets newcomers close.
func TestExposureAgreesWithTheEngine(t *testing.T) {
	tenures := []float64{8, 13, 26, 39, 52, 78, 104, 300}
	var rows []RosterSeat
	for range 25 {
		for _, tenure := range tenures {
			rows = append(rows, RosterSeat{
				Tenure: number(tenure), Traits: map[string]float64{"drive": 1}, Skill: number(.6),
				Potential: number(1), Accounts: number(1), Presence: number(1), Workload: number(1),
			})
		}
	}
	w := rosterWorld(t, rosterOf(rows...))
	sold := make([]float64, len(tenures))
	for run := range 20 {
		liveToToday(w, run, true)
		for i := range w.seats {
			sold[w.m.seats[i].index%len(tenures)] += w.seats[i].YearSales[w.seats[i].lane]
		}
	}
	e := &w.m.roster.exposures[0]
	for k, tenure := range tenures {
		want, variance := e.share(tenure)
		got := sold[k] / sold[len(sold)-1]
		// What a predecessor left depends on the vacancy, and ramps are spread.
		if math.Abs(got-want) > .02+.06*want {
			t.Errorf("after %g weeks a rep has closed %.3f of a year, expected %.3f", tenure, got, want)
		}
		if longer, less := e.share(tenure + 13); longer < want || less > variance {
			t.Errorf("a longer tenure than %g tells less", tenure)
		}
	}
}

// A newcomer who has closed what newcomers close is no weaker for it, and what
// a newcomer has closed tells less than what a tenured rep has.
func TestPastSalesOfNewcomers(t *testing.T) {
	const newcomer = 26.0
	m, err := compile(miniature(8))
	if err != nil {
		t.Fatal(err)
	}
	e := m.compileExposure(&m.roles[0])
	share, _ := e.share(newcomer)
	rows := func(low float64) []RosterSeat {
		var rows []RosterSeat
		for i := range 20 {
			tenure, sales := 300.0, 100.0
			if i%2 == 1 {
				tenure, sales = newcomer, float64(100*share)
			}
			if i < 2 {
				sales = float64(sales * low)
			}
			rows = append(rows, RosterSeat{
				Tenure: number(tenure), Sales: number(sales),
				Potential: number(1), Accounts: number(1), Presence: number(1), Workload: number(1),
			})
		}
		return rows
	}
	blind := rows(1)
	for i := range blind {
		blind[i].Sales = nil
	}
	average := func(fit []float64, from int) float64 {
		sum := 0.0
		for i := from; i < len(fit); i += 2 {
			sum += fit[i]
		}
		return sum / float64(len(fit)/2)
	}
	alone, alike, low := meanFit(t, rosterOf(blind...)), meanFit(t, rosterOf(rows(1)...)), meanFit(t, rosterOf(rows(.5)...))
	if a, b := average(alone, 1), average(alike, 1); math.Abs(a-b) > .1 {
		t.Errorf("newcomers who sold what newcomers sell have fit %.2f, without sales %.2f", b, a)
	}
	// Seats 0 and 1 sold half: a tenured rep and a newcomer.
	tenured, recent := alike[0]-low[0], alike[1]-low[1]
	if tenured < .3 || recent < .02 || recent > .6*tenured {
		t.Errorf("half the sales move the fit of a tenured rep by %.2f and of a newcomer by %.2f", tenured, recent)
	}
}

// Zero sales after a whole year tell of a weak rep; those of a day tell nothing.
func TestNoSalesAtAll(t *testing.T) {
	rows := func(sales float64) []RosterSeat {
		rows := []RosterSeat{{Tenure: number(200), Sales: number(sales)}, {Tenure: number(0), Sales: number(sales)}}
		for range 10 {
			rows = append(rows, RosterSeat{Tenure: number(200), Sales: number(100)})
		}
		return rows
	}
	none, some := meanFit(t, rosterOf(rows(0)...)), meanFit(t, rosterOf(rows(100)...))
	if none[0] > some[0]-.4 {
		t.Errorf("who sold nothing has fit %.2f, who sold the average %.2f", none[0], some[0])
	}
	if math.Abs(none[1]-some[1]) > .15 {
		t.Errorf("sales on the first day move fit from %.2f to %.2f", some[1], none[1])
	}
	w := rosterWorld(t, rosterOf(RosterSeat{Sales: number(0)}, RosterSeat{Sales: number(0)}, RosterSeat{}, RosterSeat{}, RosterSeat{}))
	liveToToday(w, 0, false)
	if w.m.roster.seats[0].hasSales || !isFinite(w.trailing) {
		t.Error("a roster that sold nothing at all is taken for one that tells something")
	}
}

// Traits known, skill not: skill is that of the person's own gate and tenure.
func TestSkillFollowsKnownTraits(t *testing.T) {
	s := rosterOf(
		RosterSeat{Traits: map[string]float64{"drive": -3}, Tenure: number(300)}, RosterSeat{Traits: map[string]float64{"drive": -3}},
		RosterSeat{Traits: map[string]float64{"drive": 3}, Tenure: number(600)}, RosterSeat{Traits: map[string]float64{"drive": 3}, Skill: number(.4)},
		RosterSeat{Traits: map[string]float64{"drive": 3}, Tenure: number(0)},
	)
	w := rosterWorld(t, s)
	k := &w.m.skill
	for run := range 20 {
		liveToToday(w, run, false)
		for i, want := range map[int]float64{0: k.untrained, 1: k.untrained, 2: s.Assumptions.Skill.Today, 3: .4} {
			if got := w.seats[i].Skill[w.seats[i].lane]; math.Abs(got-want) > .01 {
				t.Errorf("seat %d has skill %.3f, want %.3f", i, got, want)
			}
		}
		if got := w.seats[4].Skill[w.seats[4].lane]; got < k.untrained || got > k.untrained+.6 || got == s.Assumptions.Skill.Today {
			t.Errorf("a newcomer has skill %.3f", got)
		}
	}
}

// A known age moves savvy and cohort, but no savvy that is known.
func TestAgeMovesSavvyAndCohort(t *testing.T) {
	s := rosterOf(RosterSeat{Age: number(22)}, RosterSeat{Age: number(60)}, RosterSeat{Age: number(60), Savvy: number(1.5)}, RosterSeat{Age: number(29.5)}, RosterSeat{Age: number(80)})
	s.Catalogue.Cohorts = []Cohort{
		{ID: "young", Share: .3, MinAge: 18, MaxAge: 29}, {ID: "middle", Share: .4, MinAge: 30, MaxAge: 45}, {ID: "old", Share: .3, MinAge: 46, MaxAge: 70},
	}
	w := rosterWorld(t, s)
	var savvy [2]moments
	const runs = 1500
	for run := range runs {
		w.start(random.Root(11, run), false)
		for i := range savvy {
			savvy[i].add(w.seats[i].person.savvy)
		}
	}
	r := s.Assumptions.People.SavvyAge
	for i, age := range []float64{22, 60} {
		if got, want := savvy[i].mean(), r*(age-w.m.ageMean)/w.m.ageSD; math.Abs(got-want) > .09 {
			t.Errorf("savvy at %g is %.3f, want %.3f", age, got, want)
		}
		if got, want := savvy[i].sd(), math.Sqrt(1-r*r); math.Abs(got-want) > .06 {
			t.Errorf("sd of savvy at %g is %.3f, want %.3f", age, got, want)
		}
	}
	burnIn(w)
	for i, want := range []string{"young", "old", "old", "young", "old"} {
		p, age := &w.seats[i].person, w.seats[i].Age[w.seats[i].lane]
		if got := s.Catalogue.Cohorts[p.cohort].ID; got != want || age != *s.Roster[i].Age {
			t.Errorf("seat %d is %g years old and in cohort %s, want %g and %s", i, age, got, *s.Roster[i].Age, want)
		}
	}
	if got := w.seats[2].person.savvy; got != 1.5 {
		t.Errorf("known savvy is %g", got)
	}
}

// Rating and hazards stand as of today when the year before today ends.
func TestRatingStandsToday(t *testing.T) {
	s := rosterOf(
		RosterSeat{Tenure: number(60), Rating: number(-1.5)}, RosterSeat{Tenure: number(60), Rating: number(1.5)},
		RosterSeat{Tenure: number(200), Rating: number(-1.5)}, RosterSeat{Tenure: number(20), Rating: number(-1.5)}, RosterSeat{Tenure: number(0), Rating: number(0)},
	)
	w := rosterWorld(t, s)
	liveToToday(w, 1, false)
	for i := range w.seats {
		x := &w.seats[i]
		r := &s.Roster[w.m.seats[i].index]
		want := x.appraisal
		w.m.setHazards(&want, &w.m.roles[0], *r.Tenure)
		if x.rating != *r.Rating || x.letRate != want.letRate || x.volRate != want.volRate || x.volRate == 0 {
			t.Errorf("seat %d stands at rating %g with hazards %g and %g, want %g, %g and %g", i, x.rating, x.volRate, x.letRate, *r.Rating, want.volRate, want.letRate)
		}
	}
	if a, b := w.seats[0].letRate, w.seats[1].letRate; !(a > 5*b && b > 0) {
		t.Errorf("hazards of being let go are %g for a poor and %g for a good rating", a, b)
	}
	// The same attainment gives the same rating again: what is left over lasts.
	x := &w.seats[2]
	w.m.rate(&x.appraisal, &w.m.roles[0], &x.person, w.halo(w.m.seats[2].team, x))
	if math.Abs(x.rating+1.5) > 1e-9 {
		t.Errorf("the next rating is %g", x.rating)
	}
}

// An average rating is that of average people: what it says is held against the
// role's mean of ratings before they are standardised.
func TestAnAverageRatingMovesNobody(t *testing.T) {
	drive := func(rating *float64) float64 {
		var rows []RosterSeat
		for range 10 {
			rows = append(rows, RosterSeat{Tenure: number(200), Rating: rating})
		}
		s := rosterOf(rows...)
		s.Assumptions.Rating.Drive, s.Assumptions.Rating.Noise = 1, .3 // a rating that says much of the one trait
		s.Assumptions.Leaving.Involuntary = .4                         // and decides who stays
		w := rosterWorld(t, s)
		if w.m.roles[0].ratingMean < .5 {
			t.Fatalf("the mean of ratings is %g: nothing to test", w.m.roles[0].ratingMean)
		}
		sum := 0.0
		for run := range 300 {
			w.start(random.Root(11, run), false)
			for i := range w.seats {
				sum += w.seats[i].person.drive
			}
		}
		return sum / float64(300*len(w.seats))
	}
	if plain, rated := drive(nil), drive(number(0)); math.Abs(plain-rated) > .12 {
		t.Errorf("people of average rating have drive %.2f, people of any %.2f", rated, plain)
	}
}
