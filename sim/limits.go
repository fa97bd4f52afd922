package sim

import (
	"context"
	"errors"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// The functions of this page run one process of the weekly engine by itself, so
// that it can be held against a closed form: the very code that a run executes,
// with the rest of the organisation left out.

// AdoptionAlone runs the adoption of tools and nothing else: everybody is in a
// seat from the first day and nobody leaves. It returns, run by run, the share of
// reps who use the first tool at the end of every week.
func AdoptionAlone(ctx context.Context, s *Scenario, runs int, seed uint64, weeks int) ([][]float64, error) {
	m, err := compileAlone(s)
	if err != nil {
		return nil, err
	}
	if len(m.tools) == 0 {
		return nil, errors.New("adoption needs a tool; roll one out")
	}
	share := make([][]float64, runs)
	parallel(runs, func(run int) { share[run] = m.adoptionAlone(ctx, random.Root(seed, run), weeks) })
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return share, nil
}

func (m *model) adoptionAlone(ctx context.Context, root random.Key, weeks int) []float64 {
	w := newWorld(m)
	w.root = root
	for i := range w.seats {
		w.seats[i].hold(true)
		w.seats[i].key = root.Person(m.seats[i].key, 0)
	}
	w.occupied = len(w.seats)
	w.resetTools()
	w.sums.occupied = float64(len(w.seats))
	share := make([]float64, weeks)
	for week := 0; week < weeks && ctx.Err() == nil; week++ {
		w.week = week
		for ti := range m.teams {
			w.callRoll(ti)
			w.turnTo(ti)
			w.adopt(ti)
		}
		w.countUsers()
		users := 0
		for at := 0; at < len(w.counted); at += len(m.tools) {
			users += w.counted[at]
		}
		share[week] = float64(users) / float64(len(w.seats))
	}
	return share
}

// compileAlone compiles a valid scenario without solving its people.
func compileAlone(s *Scenario) (*model, error) {
	if err := s.Validate(NewTable()); err != nil {
		return nil, err
	}
	return compile(s)
}

// PipelineRun is what opportunities did in a pipeline by itself.
type PipelineRun struct {
	Stock     []float64 // by stage after the last arrivals, before the last moves
	Residence []float64 // by stage: the sum over steps of the stock before its moves
	Won, Lost float64   // over all steps
}

// PipelineAlone moves opportunities through stages for some steps: arrivals
// join the first stage at each, then every stage advances and loses its shares.
// It starts with the stock of start; advance, lose and start are by stage.
func PipelineAlone(advance, lose, start []float64, arrivals float64, steps int) (PipelineRun, error) {
	stages := len(advance)
	if stages == 0 || stages > maxStages || len(lose) != stages || len(start) != stages {
		return PipelineRun{}, errors.New("give a rate of advance, a rate of loss and a stock for each of 1 to 6 stages")
	}
	var a, l, stock [maxStages]float64
	copy(a[:], advance)
	copy(l[:], lose)
	copy(stock[:], start)
	out := PipelineRun{Stock: make([]float64, stages), Residence: make([]float64, stages)}
	for step := 0; step < steps; step++ {
		copy(out.Stock, stock[:stages])
		out.Stock[0] += arrivals
		for k, x := range out.Stock {
			out.Residence[k] += x
		}
		won, lost, _ := advanceStages(stock[:stages], arrivals, 1, &a, &l)
		out.Won += won
		out.Lost += lost
	}
	return out, nil
}

// SkillAlone moves the trained skill of a qualified rep by itself: from start,
// with hours of training and coached hours a week, and with or without the
// practice of the job. It returns skill at the end of every week.
func SkillAlone(s *Scenario, start, training, coached float64, practice bool, weeks int) ([]float64, error) {
	if err := s.Validate(NewTable()); err != nil {
		return nil, err
	}
	k := compileSkill(s)
	if !practice {
		k.practice = 0
	}
	learning, forgetting := k.learningRate(1, training, coached), k.forgetting(coached)
	out := make([]float64, weeks)
	for week := range out {
		start = k.step(start, 1, learning, forgetting)
		out[week] = start
	}
	return out, nil
}

// Headcount is the expected number of reps who are still in their ramp and who
// have done it.
type Headcount struct{ Ramping, Ramped float64 }

// step moves the expectation by a week: hires a week, and the weekly rates of
// finishing the ramp and of leaving while ramping and after it. The flows are
// taken from the stocks at the week's start.
func (h *Headcount) step(hires, ramp, leaveRamping, leaveRamped float64) {
	done := float64(h.Ramping * ramp)
	gone := float64(h.Ramping * leaveRamping)
	left := float64(h.Ramped * leaveRamped)
	h.Ramping += hires - done - gone
	h.Ramped += done - left
}

// ExpectedHeadcount is hiring, ramp and leaving in expectation, at the engine's
// own weekly rates for an average rep of the first role: ramping reps leave at
// the rate of a first year, ramped ones at that of later years. Hires are a
// month.
func ExpectedHeadcount(s *Scenario, hires float64, weeks int) (Headcount, error) {
	m, err := compileAlone(s)
	if err != nil {
		return Headcount{}, err
	}
	role := &m.roles[0]
	ramping, ramped := m.leavingRate(role, 0), m.leavingRate(role, 2*weeksYear)
	var h Headcount
	for week := 0; week < weeks; week++ {
		h.step(hires/weeksMonth, 1/role.rampWeeks, ramping, ramped)
	}
	return h, nil
}

// Occupation is what part of seats is vacant, held by a rep in the ramp, and held by
// one who has done it.
type Occupation struct{ Vacant, Ramping, Ramped float64 }

// SeatsAlone runs hiring, ramp and leaving and nothing else, by the week's own steps,
// in seats that begin vacant, with average reps of the first role. It returns, run by
// run, the mean occupation over the weeks after the first.
func SeatsAlone(ctx context.Context, s *Scenario, runs int, seed uint64, first, weeks int) ([]Occupation, error) {
	m, err := compileAlone(s)
	if err != nil {
		return nil, err
	}
	out := make([]Occupation, runs)
	parallel(runs, func(run int) { out[run] = m.seatsAlone(ctx, random.Root(seed, run), first, weeks) })
	return out, ctx.Err()
}

func (m *model) seatsAlone(ctx context.Context, root random.Key, first, weeks int) Occupation {
	w := newWorld(m)
	w.root = root
	role := &m.roles[0]
	for i := range w.seats {
		w.seats[i].key = root.Person(m.seats[i].key, 0)
	}
	var o Occupation
	for week := 0; week < first+weeks && ctx.Err() == nil; week++ {
		plan := m.week(0)
		for ti := range m.teams {
			w.hireIntoVacancies(ti, plan)
			w.callRoll(ti)
			w.turnTo(ti)
			// Nobody differs from the average: what a hire's rating would do is left out.
			for _, x := range w.present {
				x.appraisal = appraisal{}
				m.setHazards(&x.appraisal, role, x.Tenure[x.lane])
				x.appraised()
				x.RampWeeks[x.lane], x.Engagement[x.lane] = role.rampWeeks, m.s.Assumptions.Engagement.Base
			}
			if week >= first {
				for _, x := range w.present {
					if x.Ramped[x.lane] < 1 {
						o.Ramping++
					} else {
						o.Ramped++
					}
				}
				o.Vacant += float64(m.teams[ti].last - m.teams[ti].first - len(w.present))
			}
			w.grow()
			w.leave(plan)
		}
	}
	all := float64(len(w.seats) * weeks)
	return Occupation{o.Vacant / all, o.Ramping / all, o.Ramped / all}
}

// ExpectedOccupation is what SeatsAlone tends to, by renewal: a seat goes through
// vacancies and reps in turn, so that the share of its weeks in a state is the
// expected weeks of it in one turn over those of a turn. Survival is that of
// ExpectedCohort, week by week; a vacancy takes its mean.
func ExpectedOccupation(s *Scenario) (Occupation, error) {
	m, err := compileAlone(s)
	if err != nil {
		return Occupation{}, err
	}
	role := &m.roles[0]
	var o Occupation
	o.Vacant = m.s.Assumptions.Labour.FillWeeks
	done := 0.0 // of the ramp, added up by the week as the engine does
	// Where nobody leaves a turn has no end; it is followed for so long that the rest
	// counts for nothing.
	const longest = 1_000_000
	for week, sum := 0, 0.0; sum < 40 && week < longest; week++ {
		if there := numeric.Exp(-sum); done < 1 {
			o.Ramping += there
			done += 1 / role.rampWeeks
		} else {
			o.Ramped += there
		}
		sum += m.leavingRate(role, float64(week))
	}
	all := o.Vacant + o.Ramping + o.Ramped
	return Occupation{o.Vacant / all, o.Ramping / all, o.Ramped / all}, nil
}

// leavingRate is the weekly rate at which an average rep of some tenure leaves.
func (m *model) leavingRate(role *roleModel, tenure float64) float64 {
	var a appraisal
	m.setHazards(&a, role, tenure)
	return a.volRate + a.letRate
}

// ExpectedCohort is the share of a cohort of average reps that has not left, at
// the end of every week: one exponential clock against the sum of the engine's
// weekly hazards.
func ExpectedCohort(s *Scenario, weeks int) ([]float64, error) {
	m, err := compileAlone(s)
	if err != nil {
		return nil, err
	}
	left := make([]float64, weeks)
	sum := 0.0
	for week := range left {
		sum += m.leavingRate(&m.roles[0], float64(week))
		left[week] = numeric.Exp(-sum)
	}
	return left, nil
}

// CohortAlone seats an average rep in every seat of s on one day and runs
// leaving and nothing else. It returns the share of these people still there at
// the end of every week.
func CohortAlone(ctx context.Context, s *Scenario, seed uint64, weeks int) ([]float64, error) {
	m, err := compileAlone(s)
	if err != nil {
		return nil, err
	}
	w := newWorld(m)
	w.root = random.Root(seed, 0)
	for i := range w.seats {
		x := &w.seats[i]
		role := &m.roles[m.seats[i].role]
		x.hold(true)
		x.key = w.root.Person(m.seats[i].key, 0)
		x.person.rampWeeks = role.rampWeeks
		x.Engagement[x.lane] = m.s.Assumptions.Engagement.Base
		w.seat(i)
		m.setHazards(&x.appraisal, role, 0)
		x.appraised()
	}
	left := make([]float64, weeks)
	for week := range left {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w.week = week
		for ti := range m.teams {
			w.callRoll(ti)
			w.turnTo(ti)
			w.grow()
			w.leave(m.week(min(week, m.weeks-1)))
		}
		still := 0
		for i := range w.seats {
			if x := &w.seats[i]; x.occupied() {
				still++
				m.setHazards(&x.appraisal, &m.roles[m.seats[i].role], x.Tenure[x.lane])
				x.appraised()
			}
		}
		left[week] = float64(still) / float64(len(w.seats))
	}
	return left, nil
}

// RoleFit returns the function that gives a person's standardised fit for a
// role of the catalogue from the traits, in the catalogue's order.
func RoleFit(s *Scenario, role string) (func(traits []float64) float64, error) {
	m, err := compileAlone(s)
	if err != nil {
		return nil, err
	}
	r, ok := s.Catalogue.role(role)
	if !ok {
		return nil, errors.New("the catalogue does not list the role " + role)
	}
	weights := m.compileRole(r, correlationMatrix(&s.Catalogue)).weights
	return func(traits []float64) float64 {
		fit := 0.0
		for i, w := range weights {
			fit += float64(w * traits[i])
		}
		return fit
	}, nil
}
