package vector

import (
	"math"

	"threep/sim/internal/numeric"
)

// ToolUse is the state of four people with one tool: what every week needs.
type ToolUse struct {
	Active     Four // 1 in trial and routine use, else 0
	Routine    Four // 1 in routine use, else 0
	Use        Four // benefit use u
	Logged     Four // logged use L
	Skill      Four // proficiency
	Attainable Four // proficiency that can be reached
	Belief     Four // hours a week of benefit believed in, at full response
	Upkeep     Four // hours a week at full logged use, for this person
	Rejection  Four // what is left of the exponential until rejection, above 0 but in routine use
	Newness    Four // 1 at the first log, fading with weeks of logging
}

// NoUse is the state without people, which stays as it is.
var NoUse = ToolUse{Rejection: In(1.0)}

// UseRates are the constants of use, the same for all people and tools, each in
// every lane.
type UseRates struct {
	Best                         Four // use where nothing speaks against it
	LeastBenefit                 Four // benefit below which there is none; infinite where use does not go by benefit
	InverseBest, Practice, Saves Four
	BenefitShare, OtherShare     Four // of the benefit: besides and with what the tool's G brings
	Believe, Adjust, Learn, Fade Four // shares of the way a week
	Reject                       Four // hazard a week for one hour of net burden
	SettleIn, Settled            Four // what a week of logging leaves of newness, and below what it is over
	Unused, Dropped              Four // uses below which a tool is not used, and is rejected
	Mandate                      Four
	BurdenOfMandate              Four // 1, or 0 where what is only logged is no burden
}

// ToolTerms are what one tool brings in a week to every person of a team.
type ToolTerms struct {
	WIIFM, Reward, Data Four
	Effects             [Channels]Four // in the order of Usage
	Help                float64        // what a proficient manager adds to attainable proficiency
	_                   [Lanes - 1]float64
}

// ToolWeek is what the kernel of UseTools keeps of one tool and four people between
// its steps.
type ToolWeek struct {
	realised Four    // proficiency x f(u) x G
	_        [4]Four // upkeep, cost, net burden, and that less the reward
}

// Usage is what all tools of people together are this week. UseTools fills it
// column by column, in this order.
type Usage struct {
	// Realised effects, combined, by channel.
	SellingTime, Creation, Win, NoDecision, Cycle, DealValue, Ramp, Retention Four

	Burden Four // hours of upkeep
	Net    Four // burden less benefit, hours
	Fumble Four // what being new to a tool takes of the dip
}

// UseSums are sums over people and their live tools, in the order of seats: of those
// at hand, and, by quarter of savvy, of all so far.
type UseSums struct {
	Used, Logged, Proficiency float64 // of benefit use, logged use and proficiency
	Quality                   float64 // of benefit use times how much a tool's log feeds data
	BySavvy, Counts           Four    // of people's mean benefit use, and people
}

// Channels is the number of channels through which tools have effects.
const Channels = 8

// All and Nothing are masks of a lane, such as of Held.
const (
	All     = ^uint64(0)
	Nothing = uint64(0)
)

// In returns the same in every lane.
func In[T any](x T) [Lanes]T { return [Lanes]T{x, x, x, x} }

// UseTools moves use, belief and proficiency of those who work and their live tools
// by a week, sets what the tools together cost and bring them and the sums, and
// reports whether anybody may reject a tool now (see Rejects). Without sums it
// only moves use, belief and proficiency. No live tool is named twice. Use and
// shares, which are G, hold so many tools for every four seats, and so does week,
// which is scratch. For each tool
//
//	upkeep now = upkeep x (1 - use.saves x proficiency)
//	benefit = wiifm x proficiency x (use.benefit_share + (1 - use.benefit_share) x G) x f(u)
//	L = max(u, rollout.mandate x compliance)
//	practice = min(1, u / (use.practice x use.best_use))
//	f(u) = 1 - (1 - u / use.best_use)^2
//	realised = proficiency x f(u) x G
//	burden = upkeep now x L
//
// u tends to the best response to the benefit believed in, less upkeep: it
// maximises benefit x f(u) - burden x u. Tools join within each channel:
// 1 - prod(1 - effect x realised).
func UseTools(seats []Seats, r *UseRates, terms []ToolTerms, live []int, use []ToolUse, shares []Four, week []ToolWeek, sums *UseSums) bool {
	tools := len(terms)
	if len(seats) == 0 || len(live) == 0 {
		if sums != nil {
			sums.Used, sums.Logged, sums.Proficiency, sums.Quality = 0, 0, 0, 0
		}
		return false
	}
	// The kernel does not look whether there is so much.
	_, _, _ = use[len(seats)*tools-1], shares[len(seats)*tools-1], week[len(seats)*tools-1]
	for _, k := range live {
		_ = terms[k]
	}
	if sums != nil {
		all := uint64(0)
		for at := range seats {
			q := &seats[at].Quarter
			all |= q[0] | q[1] | q[2] | q[3]
		}
		_ = sums.BySavvy[all] // beyond its end where any quarter is
	}
	if done, rejects := useLanes(seats, r, terms, live, use, shares, week, sums); done {
		return rejects
	}
	if sums != nil {
		sums.Used, sums.Logged, sums.Proficiency, sums.Quality = 0, 0, 0, 0
	}
	rejects := false
	for at := range seats {
		for i := range Lanes {
			if seats[at].Held[i] != Nothing { // whoever is not there stays as they are
				rejects = useOf(&seats[at], i, r, terms, live, use[at*tools:], shares[at*tools:], sums) || rejects
			}
		}
	}
	return rejects
}

// Rejects reports whether a routine user rejects the tool now: the clock has run
// out, or it has come to be used for nothing.
func (r *UseRates) Rejects(t *ToolUse, lane int) bool {
	return t.Rejection[lane] <= 0 || t.Use[lane] < float64(r.Dropped[lane]*t.Routine[lane])
}

// useOf is UseTools for one person: the twin of the kernel.
func useOf(f *Seats, i int, r *UseRates, terms []ToolTerms, live []int, uses []ToolUse, shares []Four, sums *UseSums) bool {
	i &= Lanes - 1 // as it is: so that the compiler knows
	mandated := float64(r.Mandate[i] * f.Compliance[i])
	rejects := false
	var burden, net, fumble, used, allLogged, proficiency, quality float64
	sellingTime, creation, win, noDecision, cycle, dealValue, ramp, retention := 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0
	for _, k := range live {
		t, tool, g := &uses[k], &terms[k], shares[k][i]
		skill, active := t.Skill[i], t.Active[i]
		upkeep := float64(t.Upkeep[i] * (1 - float64(r.Saves[i]*skill)))
		experienced := float64(float64(tool.WIIFM[i]*skill) * (r.BenefitShare[i] + float64(r.OtherShare[i]*g)))
		// Who has left the tool tends to no use, and believes what was believed; in
		// the end it is no use at all.
		use := 0.0
		if !(active == 0 && t.Use[i] < r.Unused[i]) {
			benefit := numeric.Larger(t.Belief[i]+tool.Reward[i], r.LeastBenefit[i])
			target := nonNegative(float64(r.Best[i] * (1 - float64(upkeep*r.Best[i])/float64(2*benefit))))
			use = t.Use[i] + float64((float64(target*active)-t.Use[i])*r.Adjust[i])
		}
		t.Belief[i] += float64(float64((experienced-t.Belief[i])*r.Believe[i]) * active)
		// Who does not use the tool logs what the mandate extracts.
		logged := numeric.Larger(use, mandated)
		t.Use[i], t.Logged[i] = use, logged
		// Learning by use, fading with disuse.
		relative := float64(use * r.InverseBest[i])
		practice := numeric.Smaller(1, float64(relative*r.Practice[i]))
		attainable := t.Attainable[i] + float64((1-t.Attainable[i])*tool.Help)
		skill += float64(float64(practice*(attainable-skill)) * r.Learn[i])
		skill -= float64(float64((1-practice)*skill) * r.Fade[i])
		t.Skill[i] = skill
		d := 1 - relative
		response := 1 - float64(d*d)
		gained := float64(experienced * response)
		cost := float64(upkeep * numeric.Larger(use, float64(mandated*r.BurdenOfMandate[i])))
		// A rep rejects a tool whose benefit stays under its burden: the hazard grows
		// with the net burden; a tool that has come to be used for nothing is rejected
		// in substance already.
		t.Rejection[i] -= float64(float64(nonNegative(cost-gained-float64(tool.Reward[i]*response))*r.Reject[i]) * t.Routine[i])
		rejects = r.Rejects(t, i) || rejects
		if t.Newness[i] > 0 && logged > 0 {
			fumble = numeric.Larger(float64(float64(logged*(1-skill/t.Attainable[i]))*t.Newness[i]), fumble)
			t.Newness[i] = float64(t.Newness[i] * r.SettleIn[i])
			if t.Newness[i] < r.Settled[i] {
				t.Newness[i] = 0
			}
		}
		burden += cost
		net += cost - gained
		used += use
		allLogged += logged
		proficiency += skill
		quality += float64(tool.Data[i] * use)
		realised, e := float64(float64(skill*response)*g), &tool.Effects
		sellingTime = float64(sellingTime * (1 - float64(e[0][i]*realised)))
		creation = float64(creation * (1 - float64(e[1][i]*realised)))
		win = float64(win * (1 - float64(e[2][i]*realised)))
		noDecision = float64(noDecision * (1 - float64(e[3][i]*realised)))
		cycle = float64(cycle * (1 - float64(e[4][i]*realised)))
		dealValue = float64(dealValue * (1 - float64(e[5][i]*realised)))
		ramp = float64(ramp * (1 - float64(e[6][i]*realised)))
		retention = float64(retention * (1 - float64(e[7][i]*realised)))
	}
	if sums == nil {
		return rejects
	}
	f.SellingTime[i], f.Creation[i], f.Win[i], f.NoDecision[i] = 1-sellingTime, 1-creation, 1-win, 1-noDecision
	f.Cycle[i], f.DealValue[i], f.Ramp[i], f.Retention[i] = 1-cycle, 1-dealValue, 1-ramp, 1-retention
	f.Burden[i], f.Net[i], f.Fumble[i] = burden, net, fumble
	sums.Used += used
	sums.Logged += allLogged
	sums.Proficiency += proficiency
	sums.Quality += quality
	sums.BySavvy[f.Quarter[i]] += used / float64(len(live))
	sums.Counts[f.Quarter[i]]++
	return rejects
}

// nonNegative is x where it is positive, else 0, without a branch, for where either
// is as likely.
func nonNegative(x float64) float64 {
	bits := math.Float64bits(x)
	return math.Float64frombits(bits &^ uint64(int64(bits)>>63))
}
