package vector

// Four is a number of each of four seats that stand side by side.
type Four [Lanes]float64

// MaxStages is the most stages that a pipeline can have.
const MaxStages = 6

// Seats are four seats of a team side by side, column by column: what the processes
// of every week need of a seat, its holder and its pipeline. A team takes as many
// of them as it needs; where its last seats do not fill one, the lanes left over are
// seats that nobody holds.
type Seats struct {
	Held [Lanes]uint64 // all ones where somebody works this week, else 0

	Stock    [MaxStages]Four // open opportunities by stage
	BaseRate Four            // opportunities a week: creation x territory x exp(log quality)
	Growth   Four            // of the territory's accounts: a factor
	// LogTerritory is the log of the territory without growth.
	LogTerritory Four
	Ramped       Four // share of the ramp done
	Effort       Four // log of (h/h0)^e at the hours below
	Hours        Four // selling hours at which effort was last computed
	Selling      Four // hours this week
	Lessons      Four // hours of tool training this week

	Skill      Four
	Gate       Four // 0-1: what the trait floor lets through
	Engagement Four
	Drive      Four // sd

	Compliance Four          // with a full mandate
	Quarter    [Lanes]uint64 // of savvy, 0-3
	Usage                    // of tools

	// Of the seat's role.
	Advance, Lose Four // shares of a stage a week
	Decide        Four // share of the last stage that reaches its decision
	Fastest       Four // factor by which tools can speed the stages at most
	DealMean      Four // value of a deal without tools
	CycleWeeks    Four // creation to decision without tools
	Pay           Four // base pay, a week

	Key     [Lanes]uint64 // of the holder's draws
	Luck    Four          // this week's uniform number for deals
	Mean    Four          // deals expected this week
	Value   Four          // of a deal, in the mean
	None    Four          // chance of no deal this week
	Won     Four          // deals this week
	Drawn   Four          // values of these deals over their mean
	Revenue Four          // of this week

	Quota        Four // a year
	YearSales    Four // of the holder, in the trailing year
	QuarterSales Four // since the quarter began
	Tenure       Four // weeks
	Age          Four // years
	RampWeeks    Four
	Savvy        Four // sd
	Qualified    Four // 1 or 0
	Rating       Four // z

	Voluntary, LetGo, Replaced Four // clocks: what is left of an exponential of mean 1
	VolRate, LetRate           Four // hazards a week
}
