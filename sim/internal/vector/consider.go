package vector

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
	return a.Manager + float64(a.OfTeam*(a.Team-self)) + float64(a.OfFirm*larger(0, a.Firm-self))
}

// Pass takes a week off one person's clock.
//
//	clock -= (own + others x share) x pace
func (c *Clock) Pass(lane int, share float64) {
	c.Left[lane] -= float64((c.Own[lane] + float64(c.Others[lane]*share)) * c.Pace[lane])
}

// Consider takes a week off the clocks of people with one tool; it reports
// whether any has run out. The groups' states stand so many tools apart.
func Consider(clocks []Clock, use []ToolUse, tools, groups int, around *Around) bool {
	if groups == 0 {
		return false
	}
	// The kernel does not look whether there is so much.
	_, _ = clocks[(groups-1)*tools], use[(groups-1)*tools]
	if done, out := considerLanes(clocks, use, tools, groups, around); done {
		return out
	}
	out := false
	for at := 0; at < groups*tools; at += tools {
		c := &clocks[at]
		for i := range Lanes {
			c.Pass(i, around.Share(use[at].Active[i]))
			out = c.Left[i] <= 0 || out
		}
	}
	return out
}
