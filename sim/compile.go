package sim

import (
	"errors"
	"math"
	"sort"
	"strconv"
	"sync/atomic"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
	"threep/sim/internal/vector"
)

const (
	weeksYear    = 52
	weeksQuarter = 13
	weeksMonth   = 52.0 / 12
	burnInWeeks  = 52
	maxStages    = vector.MaxStages
	// qualifyTenure is the tenure from which a quarter counts as attainment:
	// what a new rep closes before is the predecessor's work, or comes of itself [weeks].
	qualifyTenure = 26
)

// model is a scenario compiled for the weekly loop: what does not depend on
// luck. It is immutable once solved.
type model struct {
	s          *Scenario
	roles      []roleModel
	traits     traitModel
	territory  territoryScale
	manager    roleModel
	managerFit float64 // mean fit of managers under today's selection
	tools      []toolModel
	liveFirst  []int // earliest go-live of each tool in any team, weeks
	liveLast   []int // latest go-live of each tool in any team, weeks
	notice     int   // weeks before go-live from which a tool is considered
	course     course
	seats      []seatModel
	teams      []teamModel
	teamMax    int        // seats of the largest team
	fours      int        // groups of four seats, of all teams
	weeks      int        // horizon
	plan       []weekPlan // burn-in and horizon; index week + burnInWeeks
	skill      skillModel
	hours      usualWeek
	climate    vector.Climate
	accounts   vector.Accounts
	growing    vector.Growing
	standards  vector.Standards
	rates      rates
	deals      *dealValues
	ageMean    float64 // of the labour market
	ageSD      float64

	population []*stationary // by role
	quotaScale float64
	roster     *rosterModel // nil without a roster
}

type traitModel struct {
	n                                                   int
	chol                                                []float64 // lower triangle, row by row, n x n
	drive, courage, optimism, competitiveness, intellig int       // index, -1 where absent
}

// roleModel is a role with its weights scaled so that fit is standardised.
type roleModel struct {
	role       *Role
	weights    []float64 // F = sum weights x trait, sd 1 in the market
	beta       []float64 // covariance of each trait with F
	threshold  float64   // qualified from here on
	creation   float64   // opportunities a week, average rep and territory
	stages     int
	cycleWeeks float64            // mean, creation to decision
	weeklyPay  float64            // base pay
	advance    [maxStages]float64 // a week; of the last stage: reaches its decision
	lose       [maxStages]float64 // a week
	fastest    float64            // factor by which tools can speed the stages at most
	dealValue  float64
	rampWeeks  float64
	// Attainment of stationary tenured incumbents, sales over territory^power,
	// and the sd of their rating.
	attainMean, attainSD, ratingMean, ratingSD float64
}

type seatModel struct {
	id    string
	alias string
	key   uint64
	role  int
	team  int
	index int // in the roster, -1 where drawn
}

type teamModel struct {
	first, last int // seats [first, last)
	// firstFour, lastFour are the columns of the seats, four seats in each.
	firstFour, lastFour int
	key                 uint64
	goLive              []int // by tool, weeks
	classes             []int // by tool: the week in which its training begins
	firstClass          int   // the earliest of them
	wave                int
	role                int
	name                string
	liveFirst           int // earliest go-live of a tool
}

// compile builds the model of s, not yet solved.
func compile(s *Scenario) (*model, error) { return compileUnless(s, new(atomic.Bool)) }

// errStopped says that a model is not whole, since the run was stopped.
var errStopped = errors.New("stopped")

// compileUnless is compile until it is stopped.
func compileUnless(s *Scenario, stopped *atomic.Bool) (*model, error) {
	m := &model{s: s, weeks: int(s.Organisation.HorizonWeeks)}
	c := &s.Catalogue
	l, err := choleskyOf(correlationMatrix(c))
	if err != nil {
		return nil, err
	}
	n := len(c.Traits)
	m.traits = traitModel{n: n, chol: make([]float64, n*n)}
	for i := range l {
		copy(m.traits.chol[i*n:], l[i])
	}
	index := func(id string) int {
		if i, ok := c.trait(id); ok {
			return i
		}
		return -1
	}
	m.traits.drive, m.traits.courage, m.traits.optimism = index("drive"), index("courage"), index("optimism")
	m.traits.competitiveness, m.traits.intellig = index("competitiveness"), index("intelligence")
	mean, ageVariance := m.ageMoments()
	m.ageMean, m.ageSD = mean, math.Sqrt(ageVariance)
	a := &s.Assumptions
	m.deals = newDealValues(a.Market.DealCV)

	roleIndex := map[string]int{}
	corr := correlationMatrix(c)
	useRole := func(id string) int {
		if i, ok := roleIndex[id]; ok {
			return i
		}
		role, _ := c.role(id)
		roleIndex[id] = len(m.roles)
		m.roles = append(m.roles, m.compileRole(role, corr))
		return len(m.roles) - 1
	}
	if len(s.Roster) > 0 {
		m.rosterSeats(useRole, stopped)
	} else {
		m.drawnSeats(useRole, stopped)
	}
	if stopped.Load() {
		return nil, errStopped
	}
	m.manager = m.compileRole(c.managerRole(), corr)
	m.manager.threshold = 0
	m.territory = compileTerritory(a)
	m.managerFit = float64(a.Managers.Validity * meanOfBest(int(a.Managers.Candidates)))
	m.hours = compileHours(s)
	m.climate = vector.Climate{Drive: a.Engagement.Drive, Burden: a.Engagement.Burden, Least: leastEngagement, Rate: 1 / a.Engagement.Weeks}
	m.accounts = vector.Accounts{RampStart: a.FirstDayRate(), Commission: a.Money.Commission, Year: weeksYear}
	m.standards = compileStandards(a)
	m.growing = vector.Growing{Age: 1.0 / weeksYear, Limit: m.territory.limit, Rate: m.territory.rate}
	m.compileTools()
	m.skill = compileSkill(s)
	m.rates = compileRates(s)
	m.compilePlan()
	m.firstGoLives()
	return m, nil
}

func (m *model) compileRole(role *Role, corr [][]float64) roleModel {
	n := m.traits.n
	r := roleModel{role: role, weights: make([]float64, n), beta: make([]float64, n)}
	for i, t := range m.s.Catalogue.Traits {
		r.weights[i] = role.Weights[t.ID]
	}
	m.shiftProfile(r.weights)
	variance := 0.0
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			variance += float64(float64(r.weights[i]*r.weights[j]) * corr[i][j])
		}
	}
	sd := math.Sqrt(max(variance, 1e-12))
	for i := range r.weights {
		r.weights[i] /= sd
	}
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			r.beta[i] += float64(r.weights[j] * corr[i][j])
		}
	}
	a := &m.s.Assumptions
	factor := func(x float64) float64 {
		if x == 0 {
			return 1
		}
		return x
	}
	r.creation = float64(a.Market.Opportunities * factor(role.Opportunities))
	r.dealValue = float64(a.Market.DealValue * factor(role.DealValue))
	r.rampWeeks = float64(a.Ramp.Weeks * factor(role.Ramp))
	r.stages = int(a.Pipeline.Stages)
	cycle := float64(a.Pipeline.CycleWeeks * factor(role.Cycle))
	cycle = float64(cycle * numeric.Exp(float64(a.Offer.Complexity*(m.s.Today.Complexity-.5))))
	leave := min(mostLeave, float64(r.stages)/cycle)
	pass := numeric.Pow(a.Pipeline.ReachForecast, 1/float64(r.stages-1))
	r.fastest = fastest / leave
	r.cycleWeeks = float64(r.stages) / leave
	r.weeklyPay = float64(a.Money.BasePay*factor(role.Pay)) / weeksYear
	for i := 0; i < r.stages-1; i++ {
		r.advance[i] = float64(leave * pass)
		r.lose[i] = leave - r.advance[i]
	}
	r.advance[r.stages-1] = leave
	return r
}

// firstGoLives notes when each tool is live in the first team and in the last, and
// from when on people consider it.
func (m *model) firstGoLives() {
	m.notice = max(int(m.s.Decisions.Rollout.Announcement), m.course.weeks)
	m.liveFirst, m.liveLast = make([]int, len(m.tools)), make([]int, len(m.tools))
	for k := range m.tools {
		m.liveFirst[k], m.liveLast[k] = m.teams[0].goLive[k], m.teams[0].goLive[k]
		for t := range m.teams {
			m.liveFirst[k] = min(m.liveFirst[k], m.teams[t].goLive[k])
			m.liveLast[k] = max(m.liveLast[k], m.teams[t].goLive[k])
		}
	}
}

// mostLeave is the largest share of a stage that leaves it in a week [judgement].
const mostLeave = .95

// shiftProfile moves a role's profile with the complexity of the product: a
// complex one asks more intelligence and problem solving, a simple one less.
//
//	w' = max(0, w + offer.profile x (today.complexity - .5) x sum |w| / 2)
func (m *model) shiftProfile(weights []float64) {
	sum := 0.0
	for _, w := range weights {
		sum += math.Abs(w)
	}
	shift := float64(float64(m.s.Assumptions.Offer.Profile*(m.s.Today.Complexity-.5))*sum) / 2
	for _, id := range []string{"intelligence", "problem_solving"} {
		if i, ok := m.s.Catalogue.trait(id); ok && shift != 0 {
			weights[i] = max(min(weights[i], 0), weights[i]+shift)
		}
	}
}

// drawnSeats lays out the seats of an organisation without a roster: teams of
// equal size, roles by largest remainder over teams.
func (m *model) drawnSeats(useRole func(string) int, stopped *atomic.Bool) {
	o := &m.s.Organisation
	seats, size := int(o.Seats), int(o.TeamSize)
	teams := (seats + size - 1) / size
	m.seats = make([]seatModel, 0, seats)
	// Every role of the mix is solved, in its order, however few the teams: the
	// solution is shared by organisations of all sizes.
	for _, r := range o.Roles {
		useRole(r.Role)
	}
	roleOf := make([]int, teams)
	cumulative, done := 0.0, 0
	for _, r := range o.Roles {
		cumulative += r.Share
		until := int(math.Round(float64(cumulative * float64(teams))))
		for ; done < until && done < teams; done++ {
			roleOf[done] = useRole(r.Role)
		}
	}
	for ; done < teams; done++ {
		roleOf[done] = useRole(o.Roles[0].Role)
	}
	for t := 0; t < teams && !stopped.Load(); t++ {
		first := len(m.seats)
		for len(m.seats) < seats && len(m.seats) < first+size {
			id := seatID(len(m.seats) + 1)
			m.seats = append(m.seats, seatModel{id: id, alias: id, key: random.Name(id), role: roleOf[t], team: t, index: -1})
		}
		m.addTeam(first, teamName(t+1), roleOf[t])
	}
}

func seatID(i int) string {
	s := strconv.Itoa(i)
	for len(s) < 6 {
		s = "0" + s
	}
	return "S" + s
}

func teamName(i int) string { return "T" + strconv.Itoa(i) }

func (m *model) addTeam(first int, name string, role int) {
	m.teamMax = max(m.teamMax, len(m.seats)-first)
	t := teamModel{first: first, last: len(m.seats), key: m.seats[first].key, role: role, name: name}
	t.firstFour = m.fours
	m.fours += vector.Whole(t.last-t.first) / vector.Lanes
	t.lastFour = m.fours
	m.teams = append(m.teams, t)
}

// rosterSeats lays out the seats of a roster in the order of their ids; teams
// come in the order of their smallest seat id, so that neither the order of
// rows nor the names of teams change a result.
func (m *model) rosterSeats(useRole func(string) int, stopped *atomic.Bool) {
	order := make([]int, len(m.s.Roster))
	for i := range order {
		order[i] = i
	}
	roster := m.s.Roster
	sort.Slice(order, func(i, j int) bool { return roster[order[i]].ID < roster[order[j]].ID })
	size := int(m.s.Organisation.TeamSize)
	teamOf := map[string]int{}
	var members [][]int
	unnamed := 0
	for at, i := range order {
		if at%pause == 0 && stopped.Load() {
			return
		}
		name := roster[i].Team
		if name == "" {
			name = "\x00" + strconv.Itoa(unnamed/size)
			unnamed++
		}
		t, ok := teamOf[name]
		if !ok {
			t = len(members)
			teamOf[name] = t
			members = append(members, nil)
		}
		members[t] = append(members[t], i)
	}
	for t, list := range members {
		if stopped.Load() {
			return
		}
		first := len(m.seats)
		role := 0
		for _, i := range list {
			r := &roster[i]
			id := r.Role
			if id == "" {
				id = m.s.Organisation.Roles[0].Role
			}
			role = useRole(id)
			m.seats = append(m.seats, seatModel{id: r.ID, alias: r.Alias, key: random.Name(r.ID), role: role, team: t, index: i})
		}
		name := roster[list[0]].Team
		if name == "" {
			name = teamName(t + 1)
		}
		m.addTeam(first, name, role)
	}
}

// week returns the plan of a week; burn-in weeks are negative.
func (m *model) week(w int) *weekPlan { return &m.plan[w+burnInWeeks] }

// meanOfBest is the mean of the largest of n standard normal numbers.
func meanOfBest(n int) float64 {
	const parts = 512
	sum := 0.0
	for i := 0; i < parts; i++ {
		sum += numeric.NormalQuantile(numeric.Pow((float64(i)+.5)/parts, 1/float64(n)))
	}
	return sum / parts
}
