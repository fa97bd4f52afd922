package vector

import "threep/sim/internal/numeric"

// Clock is where a group of people stand with one tool: what is left until the
// next change of stage, and the pace at which it runs. A lane without a person
// has a clock that never runs out.
type Clock struct {
	Left        Four
	Pace        Four // exp(x) a week while choosing, 1 in trial
	Own, Others Four // what takes off the clock: of itself, and with all of relevant others
}

// Around is what users around count for: in the team and, less so, in the firm;
// the manager counts as a constant.
type Around struct {
	Manager, OfTeam, Team, OfFirm, Firm float64
}

// Share is the share of users among relevant others, self (0 or 1) excluded.
func (a *Around) Share(self float64) float64 {
	return a.Manager + float64(a.OfTeam*(a.Team-self)) + float64(a.OfFirm*numeric.Larger(0, a.Firm-self))
}

// Pass takes a week off one person's clock.
//
//	clock -= (own + others x share) x pace
func (c *Clock) Pass(lane int, share float64) {
	c.Left[lane] -= float64((c.Own[lane] + float64(c.Others[lane]*share)) * c.Pace[lane])
}

// Consider takes a week off the clocks of people, given who is around for each of
// at most MostConsidered tools. It returns the tools with a clock that has run out,
// from the lowest bit on. The states of every four people stand so many tools apart.
func Consider(clocks []Clock, use []ToolUse, tools, groups int, around []Around) (out uint64) {
	if groups == 0 || len(around) == 0 {
		return 0
	}
	// More tools would have no bit, or pass over into the next four people.
	if len(around) > min(tools, MostConsidered) {
		panic("vector: Consider is given more tools than people have or than it takes at a time")
	}
	// The kernel does not look whether there is so much.
	last := (groups-1)*tools + len(around) - 1
	_, _ = clocks[last], use[last]
	if done, out := considerLanes(clocks, use, tools, groups, around); done {
		return out
	}
	for k := range around {
		for at := k; at < groups*tools; at += tools {
			c := &clocks[at]
			for i := range Lanes {
				c.Pass(i, around[k].Share(use[at].Active[i]))
				if c.Left[i] <= 0 {
					out |= 1 << uint(k)
				}
			}
		}
	}
	return out
}

// MostConsidered is how many tools Consider takes at a time.
const MostConsidered = 64
