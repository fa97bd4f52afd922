package sim

import (
	"testing"

	"pgregory.net/rapid"

	"threep/sim/internal/random"
)

// Starting people, newcomers and a roster are appraised one by one (rate and
// setHazards), the reps of a team at the end of a quarter all at once
// (vector.Appraise): the same quarters, tenure, role and manager give the same rating
// and the same hazards, to the last bit.
func TestATeamIsAppraisedAsEachOfItsReps(t *testing.T) {
	s := miniature(37) // so that teams do not fill their fours
	second := s.Catalogue.Roles[0]
	second.ID, second.Turnover, second.DealValue = "farmer", 1.7, .5
	s.Catalogue.Roles = append(s.Catalogue.Roles, second)
	s.Organisation.Roles = []RoleShare{{Role: "hunter", Share: .5}, {Role: "farmer", Share: .5}}
	m := solvedSmall(t, s)
	w := newWorld(m)
	w.start(random.Root(3, 0), false)
	w.week = weeksQuarter - 1 // a quarter ends
	table := NewTable()
	sales := rapid.OneOf(rapid.Float64Range(0, 3), rapid.SampledFrom([]float64{0, 1, 1e3})) // over the mean of the role
	tenures := rapid.OneOf(rapid.SampledFrom([]float64{0, 25, 26, 51, 52, 103, 104}), rapid.Map(rapid.IntRange(0, 400), func(n int) float64 { return float64(n) }))
	appraised := make(map[int]int) // by role
	rapid.Check(t, func(t *rapid.T) {
		for _, id := range []string{
			"rating.attainment", "rating.noise", "leaving.voluntary", "leaving.first_year", "leaving.second_year", "leaving.later", "leaving.attainment",
			"leaving.involuntary", "leaving.involuntary_min", "leaving.rating_effect",
		} {
			p, ok := table.Lookup(id)
			if !ok {
				t.Fatalf("there is no parameter %s", id)
			}
			p.Set(m.s, rapid.Float64Range(p.Min, p.Max).Draw(t, id))
		}
		m.standards = compileStandards(&m.s.Assumptions)
		for ti := range m.teams {
			w.callRoll(ti)
			w.turnTo(ti)
			for _, x := range w.present {
				mean := m.roles[x.role].attainMean
				x.counted, x.quarterFull = rapid.IntRange(0, 4).Draw(t, "quarters"), rapid.Bool().Draw(t, "in the seat since the quarter began")
				for q := range x.quarters {
					x.quarters[q] = float64(mean * sales.Draw(t, "sales"))
				}
				x.QuarterSales[x.lane] = float64(mean * sales.Draw(t, "sales of the quarter"))
				x.Tenure[x.lane] = tenures.Draw(t, "tenure")
			}
			w.appraiseQuarter(ti)
			for _, x := range w.present {
				role, one := &m.roles[x.role], appraisal{quarters: x.quarters, counted: x.counted}
				m.rate(&one, role, &x.person, w.halo(ti, x))
				m.setHazards(&one, role, x.Tenure[x.lane])
				if one != x.appraisal {
					t.Fatalf("seat %d: the team's appraisal is %+v, one by one it is %+v", x.place, x.appraisal, one)
				}
				if k := x.lane; x.Rating[k] != one.rating || x.VolRate[k] != one.volRate || x.LetRate[k] != one.letRate {
					t.Fatalf("seat %d: its columns have %g, %g and %g, want %+v", x.place, x.Rating[k], x.VolRate[k], x.LetRate[k], one)
				}
				appraised[x.role]++
			}
		}
	})
	if appraised[0] == 0 || appraised[1] == 0 {
		t.Errorf("reps appraised by role: %v", appraised)
	}
}
