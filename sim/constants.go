package sim

// Constant is a number of the equations that no row of the parameter table holds:
// a definition, a bound, or a choice of method. What it means is looked up by ID.
type Constant struct {
	ID    string
	Value float64
	Unit  Unit
}

// Constants lists the named constants of the model, as the code uses them.
func Constants() []Constant {
	return []Constant{
		{"burnInWeeks", burnInWeeks, UnitWeeks},
		{"referenceLevel", referenceLevel, UnitLevel},
		{"referenceReadiness", referenceReadiness, UnitPoints},
		{"contentWeight", contentWeight, UnitShare},
		{"softestGate", softestGate, UnitSD},
		{"savvyLoad", savvyLoad, UnitFactor},
		{"mostValidity", mostValidity, UnitR},
		{"leastCoach", leastCoach, UnitFactor},
		{"bestCoach", bestCoach, UnitFactor},
		{"maxNotice", maxNotice, UnitWeeks},
		{"longestDay", longestDay, UnitHours},
		{"trainingUnit", trainingUnit, UnitHours},
		{"typicalNet", typicalNet, UnitHoursWeek},
		{"spreadNet", spreadNet, UnitHoursWeek},
		{"typicalEase", typicalEase, UnitSD},
		{"easeUpkeep", easeUpkeep, UnitShare},
		{"mostEaseUpkeep", mostEaseUpkeep, UnitShare},
		{"secondPromise", secondPromise, UnitShare},
		{"dropped", dropped, UnitShare},
		{"dipIsOver", dipIsOver, UnitShare},
		{"unused", unused, UnitShare},
		{"mostSaved", mostSaved, UnitShare},
		{"leastSelling", leastSelling, UnitShare},
		{"leastLearning", leastLearning, UnitFactor},
		{"leastEngagement", leastEngagement, UnitPoints},
		{"leastLeaving", leastLeaving, UnitFactor},
		{"shortest", shortest, UnitFactor},
		{"longest", longest, UnitFactor},
		{"mostLeave", mostLeave, UnitShare},
		{"fastest", fastest, UnitShare},
		{"qualifyTenure", qualifyTenure, UnitWeeks},
		{"mostAttain", mostAttain, UnitSD},
		{"effectivenessWindow", effectivenessWindow, UnitWeeks},
		{"HeadlineDots", HeadlineDots, UnitCount},
		{"stationarySeats", stationarySeats, UnitCount},
		{"leastStationarySeats", leastStationarySeats, UnitCount},
		{"stationaryYears", stationaryYears, UnitYears},
		{"solveFromYear", solveFromYear, UnitYears},
		{"calibrationSeats", calibrationSeats, UnitCount},
		{"calibrationRuns", calibrationRuns, UnitCount},
		{"rosterDraws", rosterDraws, UnitCount},
		{"rosterUnknown", rosterUnknown, UnitLog},
		{"rosterBetween", rosterBetween, UnitLog},
		{"MaxDraws", MaxDraws, UnitCount},
	}
}
