package sim

// This page is the order of execution. A week goes over the teams twice, and within a
// round team by team, process by process: first who is there is settled, then, after
// what managers make of their tools and what a tool is worth to everybody, the week is
// worked. Teams see each other only through last week's numbers of users, so that the
// order of teams does not matter. All sums run in seat order.

// step runs one week of one organisation; where the run is stopped it breaks off.
func (w *world) step(week int) {
	w.week = week
	plan := w.m.week(week)
	w.sums = weekSums{}
	w.startYear(week)     // quotas are set for the year
	w.startQuarter(week)  // the firm forecasts the quarter
	w.prepareSupply(plan) // process, product and infrastructure that tools meet this week
	for t := range w.m.teams {
		if w.halted() {
			return
		}
		w.managersLeaveAndArrive(t, plan)
		w.hireIntoVacancies(t, plan)
		w.callRoll(t)
	}
	if len(w.m.tools) > 0 && week >= 0 {
		w.managersAdopt()    // aware, trial, routine use, second chance of managers
		w.shareOut()         // G: what a tool is worth to everybody
		w.managersUseTools() // benefit use, logged use and proficiency of managers
	}
	for t := range w.m.teams {
		if w.halted() {
			return
		}
		team := w.turnTo(t)
		w.bookArrivals(t, plan) // the manager's pay; cost of those who came
		if len(w.m.tools) > 0 && week >= max(0, team.liveFirst-maxNotice) {
			w.adopt(t)    // reps: aware, trial, routine use, second chance
			w.useTools(t) // benefit use, logged use, proficiency, burden, realised effects; rejection, the manager's too
		}
		w.teachTools(t, plan)      // tool training: proficiency within reach, hours, cost
		w.spendHours(t, plan)      // hours of the week sum to the week
		w.learnAndForget(t, plan)  // skill
		w.engage(t, plan)          // engagement
		w.moveAndClose(team, plan) // stages, wins, deal values; vacant seats, too
		w.keepBooks(t)             // pay, commission; trailing year and quota
		w.grow()                   // tenure, accounts, ramp
		w.appraiseQuarter(t)       // attainment, rating, hazards: once a quarter
		w.observe(t)               // results; changes nothing in the organisation
		w.leave(plan)              // voluntary, let go, replaced; pipeline and accounts handed over
	}
	w.decideRest() // losses and no decisions of the firm
	w.addUpCosts(plan)
	w.countUsers()   // for next week's relevant others
	w.feedBackData() // data discipline, with a lag
	w.closeQuarter(week)
}

// maxNotice is the longest announcement before a go-live [weeks].
const maxNotice = 26
